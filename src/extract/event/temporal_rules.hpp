// The words that say how one event lies to another in time: rows of resources/en/event/temporal.tsv.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/findings.hpp"
#include "dateline/resources.hpp"

namespace dateline {

struct TemporalRule {
  /// Where the words stand. `below` is what hangs on them, `above` what they hang on.
  enum class Kind {
    clause,      ///< the mark of a clause: "after he resigned"
    phrase,      ///< the preposition of a noun: "ahead of talks"
    participle,  ///< the auxiliary of a participle: "having signed"
    verb,        ///< a verb between two happenings: "the strike followed the vote"; the object is `below`
    adverb       ///< on a clause that is joined to another one: "and later resigned"; the clause before is `below`
  };
  /// What must hold of the clauses that tell the two events.
  enum class Condition {
    both_past,         ///< both in the simple past, or a headline
    goes_on_below,     ///< "while they were marching", "while marching"
    goes_on_above,     ///< "was marching when"
    perfect_above,     ///< "has fought since", "had left when"
    no_perfect_above,  ///< not so
    lasting_above,     ///< tells of what goes on for a time
    came_above,        ///< "the arrest came as"
    verb_above,        ///< "an inquiry into conduct during the strike" was not held then
    deed_below,        ///< what somebody says is meant by another word
    noun_below         ///< of class `arrival`
  };

  std::string id;
  Kind kind = Kind::clause;
  TemporalRelation relation = TemporalRelation::after;
  bool turned = false;  ///< said of `below`: the vote that a strike ended with finishes the strike
  std::vector<Condition> when;
  std::string with;  ///< of a verb: the preposition before `below`; "" for its object
};

class TemporalRules {
 public:
  /// Throws Error{resource} on a bad row.
  explicit TemporalRules(const Resources& resources);

  using Rules = std::vector<TemporalRule>;
  struct Marker {
    std::vector<std::string> words;
    Rules rules;  ///< in the order of the table: the first that fits counts
  };

  /// Markers of clauses and phrases that begin with a word in lower case, the longest first; null for none.
  const std::vector<Marker>* beginning_with(std::string_view word) const;
  /// Rules of a lemma: of verbs, and of adverbs.
  const Rules* of_verb(std::string_view lemma) const;
  const Rules* of_adverb(std::string_view word) const;

 private:
  void add_marker(const std::string& words, const TemporalRule& rule);

  std::map<std::string, std::vector<Marker>, std::less<>> markers_;
  std::map<std::string, Rules, std::less<>> verbs_, adverbs_;
};

}  // namespace dateline
