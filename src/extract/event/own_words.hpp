// What happened, in the sentence's own words and in the past: "Ann Lee was convicted of fraud for her part in the scheme". For labels, where a
// template would say less than the sentence does.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/resources.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// The rows of resources/en/event/own_words.tsv.
class OwnWords {
 public:
  explicit OwnWords(const Resources& resources);

  /// The clause of the trigger, or of the verb that carries it, without times, side clauses and what stands in brackets; a pronoun is
  /// replaced by the name that it stands for. "" when the verb is not of the past or is denied, or when the clause does not
  /// stand alone: a pronoun that is left open, quoted words, too many words.
  std::string clause(const Match& match, const MatchContext& on) const;

 private:
  std::optional<std::string> verb_words(TokenIndex verb, const MatchContext& on) const;
  std::string past(TokenIndex verb, const MatchContext& on) const;
  std::string past_of_participle(std::string_view word, std::string_view lemma) const;

  std::map<std::string, std::string, std::less<>> said_;             ///< by the auxiliaries
  std::map<std::string, std::string, std::less<>> pasts_;            ///< of irregular verbs, by the participle
  std::map<std::string, std::string, std::less<>> pasts_of_lemmas_;  ///< of irregular verbs
};

}  // namespace dateline
