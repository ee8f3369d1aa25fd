#include "extract/event/counted_wholes.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr int longest_chain = 3;    // "said that it sent 500 and held 20"
constexpr double vague_times = 10;  // "hundreds" are fewer than a thousand

}  // namespace

/// One past a run of number words.
TokenIndex CountedWholes::number_end(TokenIndex begin) const {
  TokenIndex end = begin;
  while (end < tree_.size() && tree_.sentence(end) == tree_.sentence(begin) && is_number(end)) ++end;
  return end;
}

std::optional<double> CountedWholes::value_of(TokenIndex begin, TokenIndex end) const {
  const std::uint32_t from = extraction_.tokens[begin].bytes.begin, to = extraction_.tokens[end - 1].bytes.end;
  return numbers_.value(std::string_view(document_.text).substr(from, to - from));
}

/// The word of a run that the others hang on.
TokenIndex CountedWholes::head_in(TokenIndex begin, TokenIndex end) const {
  for (TokenIndex one = begin; one < end; ++one) {
    const auto above = tree_.head(one);
    if (!above || *above < begin || *above >= end) return one;
  }
  return end - 1;
}

TokenIndex CountedWholes::predicate_of(TokenIndex token) const {
  for (int steps = 0; steps < longest_path && !tree_.is_predicate(token); ++steps) {
    const auto above = tree_.head(token);
    if (!above) break;
    token = *above;
  }
  return token;
}

/// What the words and their number hang on, to the left of them.
std::optional<TokenIndex> CountedWholes::governor(TokenIndex begin, TokenIndex part) const {
  std::optional<TokenIndex> at = part;
  for (int steps = 0; at && steps < longest_path && *at >= begin; ++steps) at = tree_.head(*at);
  return at && *at < begin ? at : std::nullopt;
}

/// "Said it sent 500 soldiers and held 20": clauses that one sentence joins.
bool CountedWholes::is_joined_below(TokenIndex clause, TokenIndex above) const {
  std::optional<TokenIndex> at = clause;
  for (int steps = 0; at && steps < longest_chain; ++steps) {
    if (*at == above) return true;
    const bool joined =
        tree_.is(*at, "ccomp") || tree_.is(*at, "xcomp") || tree_.is(*at, "conj") || tree_.is(*at, "parataxis");
    at = joined ? tree_.head(*at) : std::nullopt;
  }
  return false;
}

bool CountedWholes::may_be_whole(TokenIndex noun, TokenIndex governor) const {
  if (tree_.within(noun, governor) && tree_.head(noun) == governor) return true;
  if (noun == governor || tree_.within(governor, noun)) return true;
  const auto above = tree_.head(noun);
  const TokenIndex own = predicate_of(above.value_or(noun)), its = predicate_of(governor);
  return own == its || is_joined_below(own, its) || is_joined_below(its, own);
}

/// The noun that a number counts: "500 soldiers", "500 of the soldiers"; the number where it stands alone.
TokenIndex CountedWholes::counted_by(TokenIndex number) const {
  const auto above = tree_.head(number);
  if (above && *above > number && tree_.is(number, "nummod")) return *above;
  for (const TokenIndex one : tree_.children(number)) {
    if (one > number && tree_.is(one, "nmod") && classes_.holds("counting_preposition", tree_.preposition(one)))
      return one;
  }
  return number;
}

/// How many a word counts at most: "500", "hundreds"; nothing for other words.
std::optional<double> CountedWholes::most_of(TokenIndex token, TokenIndex& noun) const {
  if (in_time_[token]) return std::nullopt;
  if (tree_.upos(token) == Upos::NOUN && tree_.xpos(token) == "NNS") {
    const auto vague = numbers_.value(tree_.lemma(token));
    if (vague) noun = counted_by(token);
    return vague ? std::optional(*vague * vague_times) : std::nullopt;
  }
  if (!is_number(token)) return std::nullopt;
  TokenIndex begin = token;
  while (begin > 0 && tree_.sentence(begin - 1) == tree_.sentence(token) && is_number(begin - 1)) --begin;
  const TokenIndex end = number_end(token);
  const bool of_money =
      tree_.upos(end < tree_.size() ? end : token) == Upos::SYM || (begin > 0 && tree_.upos(begin - 1) == Upos::SYM);
  if (of_money) return std::nullopt;  // "40%", "$40"
  noun = counted_by(head_in(begin, end));
  return value_of(begin, end);
}

std::optional<TokenIndex> CountedWholes::find(TokenIndex begin, TokenIndex governor, double value,
                                              const std::vector<CountedPart>& parts) const {
  const auto belongs_to_part = [&](TokenIndex token) {
    for (auto part = parts.rbegin(); part != parts.rend() && part->head >= token; ++part) {
      if (part->number == token || part->head == token) return true;
    }
    return false;
  };
  const TokenIndex last = begin - std::min(begin, farthest_whole);
  for (TokenIndex token = begin; token-- > last && tree_.sentence(token) == tree_.sentence(begin);) {
    TokenIndex noun = token;
    const auto most = most_of(token, noun);
    if (!most || *most < value || noun >= begin || belongs_to_part(token) || belongs_to_part(noun)) continue;
    if (may_be_whole(noun, governor)) return noun;
  }
  return std::nullopt;
}

}  // namespace dateline
