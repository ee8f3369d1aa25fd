// The past and the participle of verbs, whatever form a text gives.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "dateline/resources.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// Irregular verbs of resources/en/syntax/irregular.tsv, the endings of resources/en/event/own_words.tsv.
class VerbForms {
 public:
  explicit VerbForms(const Resources& resources);

  std::string past(TokenIndex verb, const MatchContext& on) const;        ///< "took" of "take", "taking", "taken"
  std::string participle(TokenIndex verb, const MatchContext& on) const;  ///< "taken"

  std::string past_of(std::string_view base, const MatchContext& on) const;
  std::string participle_of(std::string_view base, const MatchContext& on) const;

 private:
  using Forms = std::map<std::string, std::string, std::less<>>;
  std::string found(const Forms& forms, std::string_view word, TokenIndex verb, const MatchContext& on) const;
  std::string regular(TokenIndex verb, const MatchContext& on) const;
  std::string of_base(std::string_view base, const MatchContext& on) const;

  Forms pasts_, participles_;                    ///< of irregular verbs, by the lemma
  Forms pasts_of_forms_, participles_of_forms_;  ///< by the participle, by the past
  std::string past_ending_, participle_ending_, changing_, vowels_, never_doubled_;
};

}  // namespace dateline
