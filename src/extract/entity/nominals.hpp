// Common nouns that name who takes part in events: people, groups, organizations, places ("troops", "the minister",
// "the company").
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/base/word_map.hpp"
#include "dateline/model/findings.hpp"
#include "dateline/resources.hpp"

namespace dateline {

enum class Gender : std::uint8_t { unknown, male, female, neuter };
enum class Number : std::uint8_t { unknown, singular, plural };

/// One noun of resources/en/entity/nominals.tsv in one of its forms.
struct Nominal {
  EntityKind kind = EntityKind::group;
  Gender gender = Gender::unknown;
  Number number = Number::singular;
  enum class Use : std::uint8_t {
    plain,   ///< names a participant by itself: "protesters", "a girl"
    office,  ///< a post that one person holds: "president", "minister"
    class_,  ///< says what a name met before is: "the company", "the city", "the country"
    whole    ///< wants its complement: "group of", "children of"
  } use = Use::plain;
  bool state = false;  ///< belongs to a state: "Pyongyang's troops" are "North Korean troops"
  std::string like;    ///< nouns with the same word here mean the same for one state; "" for none
  std::string singular;
  std::string plural;              ///< "" for none
  std::vector<std::string> takes;  ///< class: classes of names that it takes up; office: titles besides its own word
};

/// Immutable after construction.
class Nominals {
 public:
  /// Reads en/entity/nominals. Throws Error{resource} on a bad row.
  explicit Nominals(const Resources& resources);
  /// The noun in any of its forms, lower case; nothing for other words.
  const Nominal* find(std::string_view form) const;
  /// Whether a word (lower case) only counts or points ("the", "some", "10", "ten"): it is no part of a nominal's name.
  bool only_counts(std::string_view word) const;
  /// Whether a noun (lower case) only says what the name after "of" is: "the port of Aden" is Aden.
  bool introduces_place(std::string_view word) const { return place_nouns_.contains(word); }
  /// Whether a preposition (lower case) joins a noun and the complement that belongs to its name ("of").
  bool takes_complement(std::string_view word) const { return complements_.contains(word); }
  /// Whether a noun (lower case) says too little without what it is about: "law", "steps".
  bool says_little(std::string_view word) const { return little_.contains(word); }
  /// Whether a preposition or a participle (lower case) joins such a noun and what it is about: "on", "banning".
  bool tells_matter(std::string_view word) const { return matters_.contains(word); }
  /// Whether words (lower case) stand behind the noun that they belong to: "pro tem".
  bool is_postposed(std::string_view words) const { return postposed_.contains(words); }
  /// Whether an adjective (lower case) behind an age stands for whoever is of it: "the 24-year-old".
  bool tells_age(std::string_view word) const { return age_words_.contains(word); }
  /// "Ann Lee's", "the Millers'".
  std::string genitive_of(const std::string& name) const;

 private:
  std::string genitive_;
  WordSet counting_, complements_, place_nouns_, age_words_, little_, matters_, postposed_;
  WordMap<Nominal> forms_;
};

}  // namespace dateline
