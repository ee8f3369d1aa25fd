// What happened, in the sentence's own words and in the past: "Ann Lee was convicted of fraud for her part in the scheme". For labels, where a
// template would say less than the sentence does.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "dateline/resources.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/own_parts.hpp"
#include "extract/event/verb_forms.hpp"

namespace dateline {

/// Tokens that a label bears.
inline constexpr std::size_t longest_clause = 30;

/// The rows of resources/en/event/own_words.tsv.
class OwnWords {
 public:
  explicit OwnWords(const Resources& resources);

  /// The clause of the trigger, or of the verb that carries it, without times, side clauses and what stands in brackets; a pronoun is
  /// replaced by the name that it stands for. What is claimed, denied, planned or urged is said so: "Norway was to send two ships".
  /// "" when the clause does not stand alone: a pronoun that is left open, quoted words, too many words.
  std::string clause(const Match& match, Status status, const MatchContext& on) const;

 private:
  /// Who a clause is about, and its verb; no words for none.
  struct Said {
    TokenIndex subject = 0;
    std::string words;
    bool tenseless = true;
  };
  Joints joints() const;
  std::string of_noun(const Match& match, Status status, const MatchContext& on) const;
  std::string told_of_noun(const Match& match, const MatchContext& on) const;
  std::string noun_happened(const Match& match, Status status, const MatchContext& on) const;
  std::string clause(const Match& match, Status status, TokenIndex verb, const Said& said, Fullness fullness,
                     const MatchContext& on) const;
  Said said(TokenIndex verb, Status status, const Match& match, const MatchContext& on) const;
  Said deed(TokenIndex verb, Status status, const Match& match, const MatchContext& on) const;
  std::string deed_words(TokenIndex verb, bool plural, Status status, const MatchContext& on) const;
  std::optional<std::string> verb_words(TokenIndex verb, const MatchContext& on) const;

  std::map<std::string, std::string, std::less<>> said_;  ///< by the auxiliaries, or by the status
  VerbForms forms_;
};

}  // namespace dateline
