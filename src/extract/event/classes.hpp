// Classes of words that frames speak of: agreement nouns, weapons, verbs that carry a noun.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/base/word_map.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// A lemma with the classes that hold it, so that asking for one looks nothing up. As long as its word and its Classes last.
class Lemma : public std::string_view {
 public:
  Lemma(std::string_view word, const std::vector<std::string_view>& classes)
      : std::string_view(word), classes_(&classes) {}

  bool is_in(std::string_view name) const {
    for (const std::string_view one : *classes_) {
      if (one == name) return true;
    }
    return false;
  }

 private:
  const std::vector<std::string_view>* classes_;
};

class Classes {
 public:
  /// Reads en/event/classes: an id and its lemmas, "@other" for all of another class. Throws Error{resource} on a bad row.
  explicit Classes(const Resources& resources);

  bool has(std::string_view name) const { return members_.contains(name); }
  /// The members, none for a class that is not there.
  const std::set<std::string, std::less<>>& of(std::string_view name) const;
  /// False for a class that is not there.
  bool holds(std::string_view name, std::string_view lemma) const { return classified(lemma).is_in(name); }
  bool holds(std::string_view name, const Lemma& lemma) const { return lemma.is_in(name); }
  Lemma classified(std::string_view lemma) const;
  /// The class of a like name, for "did you mean"; "" for none.
  std::string nearest_name(std::string_view name) const;

 private:
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> members_;
  WordMap<std::vector<std::string_view>>
      names_of_;  ///< of each member the classes that hold it: most words are in none
};

}  // namespace dateline
