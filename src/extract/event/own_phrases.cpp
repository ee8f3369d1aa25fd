#include "extract/event/own_phrases.hpp"

#include <array>
#include <utility>

#include "dateline/base/utf8.hpp"
#include "extract/event/empty_pronouns.hpp"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 3> side_parts = {"advcl", "parataxis", "discourse"};
constexpr std::array<std::string_view, 2> set_off_parts = {"acl", "appos"};
constexpr std::array<std::string_view, 4> told_parts = {"obj", "obl", "xcomp", "ccomp"};
constexpr std::uint32_t longest_side = 8;       // tokens
constexpr std::uint32_t nearest_quotation = 6;  // tokens between a clause and what it leads to
constexpr std::array<std::string_view, 4> joining_parts = {"case", "mark", "cc", "punct"};

bool is_bracket(TokenIndex token, const MatchContext& on) {
  return on.tree.xpos(token) == "-LRB-" || on.tree.xpos(token) == "-RRB-";
}

bool is_length(TokenIndex token, const MatchContext& on) {
  const std::vector<Span>& times = on.extraction.time_tokens;
  const auto time = std::partition_point(times.begin(), times.end(), [&](const Span& one) { return one.end <= token; });
  return time != times.end() && time->contains(token) &&
         on.extraction.times[static_cast<std::size_t>(time - times.begin())].type == TimexType::duration;
}

/// "Two ministers, Ann Lee and Tom Reed": who is named beside a noun.
bool names_beside(TokenIndex name, const MatchContext& on) {
  const auto noun = on.tree.head(name);
  return noun && on.tree.is(name, "appos") && *noun < name && on.tree.upos(*noun) == Upos::NOUN &&
         on.tree.upos(name) == Upos::PROPN && on.tree.in_person(name);
}

/// "A fire earlier this week", "more often than once a year".
bool is_with_time(TokenIndex adverb, const MatchContext& on) {
  const auto parts = on.tree.children(adverb);
  const bool before = adverb + 1 < on.tree.size() && is_when(adverb + 1, on) && on.tree.head(adverb) != adverb + 1;
  return before || is_when(adverb, on) ||
         std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) { return is_when(one, on); });
}

/// "On May 3 President Lee signed it", read as one name.
bool is_glued_day(TokenIndex token, const MatchContext& on) {
  const auto name = on.tree.head(token);
  if (!name || !is_when(token, on) || is_when(*name, on) ||
      !(on.tree.is(token, "compound") || on.tree.is(token, "nummod")))
    return false;
  TokenIndex first = token;
  while (first > 0 && is_when(first - 1, on)) --first;
  return first > 0 && on.tree.upos(first - 1) == Upos::ADP;
}

/// Whether direct speech begins just behind a clause.
bool is_before_quotation(TokenIndex clause, const MatchContext& on) {
  const std::uint32_t end = on.tree.extent(clause).end,
                      last = on.extraction.sentences[on.tree.sentence(clause)].tokens.end;
  for (TokenIndex token = end; token < std::min(end + nearest_quotation, last); ++token) {
    if (is_quotation_mark(token, on)) return true;
  }
  return false;
}

/// "A statement which read", "a case in which he was jailed", "a debate scheduled for May": a clause that says nothing once its time or what is quoted in it is left out.
bool is_emptied(TokenIndex clause, const MatchContext& on) {
  if (!on.tree.is(clause, "acl:relcl") &&
      !(on.tree.is(clause, "acl") && on.classes.holds("scheduling_verb", on.tree.lemma(clause))))
    return false;
  bool left_out = false;
  for (const TokenIndex one : on.tree.children(clause)) {
    const bool beside = on.tree.is(one, "obl") && (is_when(one, on) || is_set_off(one, on));
    if (beside || on.tree.is(one, "parataxis")) {
      left_out = true;
      continue;
    }
    const bool bare = on.tree.is(one, "obj") && on.tree.children(one).empty() &&
                      on.classes.holds("carrying_verb", on.tree.lemma(clause));  // "which took place"
    if (!bare && !on.tree.xpos(one).starts_with("W") && is_any(one, told_parts, on)) return false;
  }
  return left_out || (on.tree.is(clause, "acl:relcl") && is_before_quotation(clause, on));
}

/// "Reportedly", "according to prosecutors": who says it, and that it is only said.
bool is_source(TokenIndex token, const MatchContext& on) {
  if (on.tree.upos(token) == Upos::ADV) return on.classes.holds("hearsay_adverb", on.tree.lemma(token));
  return on.tree.is(token, "obl") && is_set_off(token, on) &&
         on.classes.holds("source_preposition", on.tree.preposition(token));
}

/// What stands beside a deed that is part of a phrase itself: "driving while drunk".
bool is_short_side(TokenIndex clause, const MatchContext& on) {
  const auto above = on.tree.head(clause);
  const Span span = on.tree.extent(clause);
  return above && on.tree.xpos(*above) == "VBG" && on.tree.is(clause, "advcl") && clause > *above &&
         span.size() <= longest_side && !is_set_off(clause, on);
}

/// "Norway (a member) left", "the bridge, which is old, fell", "on Friday": what a label does without.
bool is_left_out(TokenIndex token, Fullness fullness, const MatchContext& on) {
  if (is_glued_day(token, on)) return true;
  if (is_when(token, on))
    return on.tree.is(token, "obl") || on.tree.is(token, "advmod") ||
           (on.tree.is(token, "nmod") && !on.tree.is(token, "nmod:poss"));
  if (is_bracket(token, on) || is_around_time(token, on) || is_source(token, on)) return true;
  const auto parts = on.tree.children(token);
  if (std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) { return is_bracket(one, on); })) return true;
  if (on.tree.is(token, "advmod") && is_with_time(token, on)) return true;
  if (is_any(token, side_parts, on) && !is_held_by_pronoun(token, on))
    return fullness == Fullness::lean || !(is_needed_clause(token, on) || is_short_side(token, on));
  return (is_any(token, set_off_parts, on) && is_set_off(token, on) && !names_beside(token, on)) ||
         is_emptied(token, on);
}

void add_subtree(TokenIndex token, Fullness fullness, const MatchContext& on, Tokens& tokens, int depth = 0) {
  if (depth > longest_path) return;
  tokens.push_back(token);
  for (const TokenIndex one : on.tree.children(token)) {
    if (!is_left_out(one, fullness, on)) add_subtree(one, fullness, on, tokens, depth + 1);
  }
}

/// In text order, without punctuation at either end.
Tokens trimmed(Tokens tokens, const MatchContext& on) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  const auto is_mark = [&](TokenIndex token) {
    return (on.tree.upos(token) == Upos::PUNCT && !is_quotation_mark(token, on)) || on.tree.upos(token) == Upos::CCONJ;
  };
  while (!tokens.empty() && is_mark(tokens.back())) tokens.pop_back();
  while (!tokens.empty() && is_mark(tokens.front())) tokens.erase(tokens.begin());
  return tokens;
}

}  // namespace

bool is_quotation_mark(TokenIndex token, const MatchContext& on) {
  return on.tree.xpos(token) == "``" || on.tree.xpos(token) == "''" || on.tree.word(token) == "\"";
}

bool is_set_off(TokenIndex head, const MatchContext& on) { return on.tree.begins_behind_comma(head); }

bool is_when(TokenIndex token, const MatchContext& on) {
  if (!on.arguments.in_time(token)) return false;
  // "for three hours per day": what a length is told for
  const auto above = on.tree.head(token);
  return !is_length(token, on) && !(above && !on.tree.preposition(token).empty() && is_length(*above, on));
}

bool is_around_time(TokenIndex token, const MatchContext& on) {
  if (!on.tree.is(token, "obl")) return false;
  const std::uint32_t end = on.tree.extent(token).end;
  const std::uint32_t last = on.extraction.sentences[on.tree.sentence(token)].tokens.end;
  if (is_length(token, on) && end < last && on.classes.holds("order_preposition", on.tree.lemma(end))) return true;
  const auto parts = on.tree.children(token);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one > token && on.tree.is(one, "nmod") && is_when(one, on) &&
           on.classes.holds("complement_preposition", on.tree.preposition(one));
  });
}

bool is_needed_clause(TokenIndex clause, const MatchContext& on) {
  const auto above = on.tree.head(clause);
  if (!above || clause < *above || !on.tree.is(clause, "advcl") || is_set_off(clause, on) ||
      on.tree.child(clause, "nsubj"))
    return false;
  if (on.tree.is_infinitive(clause)) return true;
  return on.tree.xpos(clause) == "VBG" && on.classes.holds("needed_deed_preposition", on.tree.marker(clause));
}

Tokens phrase(TokenIndex head, Fullness fullness, const MatchContext& on) {
  Tokens tokens;
  add_subtree(head, fullness, on, tokens);
  return trimmed(std::move(tokens), on);
}

Tokens subject_phrase(TokenIndex head, TokenIndex verb, const MatchContext& on) {
  Tokens tokens = {head};
  for (const TokenIndex one : on.tree.children(head)) {
    const bool joins = is_any(one, joining_parts, on) && (one < head || on.tree.xpos(one) == "POS");
    // "Recently Ann Lee", "Sunday Ann Lee": what the parser hung on the name before it
    const bool astray =
        one < head && on.tree.upos(head) == Upos::PROPN && (on.tree.is(one, "advmod") || is_when(one, on));
    const bool said = on.tree.is(one, "nsubj") || on.tree.is(one, "cop");  // "the winner was the Nordea bank"
    if (!joins && !astray && !said && !is_left_out(one, Fullness::lean, on) && !on.tree.within(verb, one))
      add_subtree(one, Fullness::lean, on, tokens);
  }
  return trimmed(std::move(tokens), on);
}

Tokens joined(Tokens one, const Tokens& other, const MatchContext& on) {
  one.insert(one.end(), other.begin(), other.end());
  return trimmed(std::move(one), on);
}

Tokens behind_time(TokenIndex time, const MatchContext& on) {
  Tokens phrases;
  for (const TokenIndex one : on.tree.children(time)) {
    if (one < time || !on.tree.is(one, "nmod") || is_when(one, on) || is_set_off(one, on)) continue;
    const bool more_of_name = on.tree.preposition(one).empty() && !phrases.empty() && on.tree.upos(one) == Upos::NUM;
    const auto second = on.tree.child(one, "conj");
    const bool own_time = second && on.tree.child(*second, "case");  // "on Friday in Lima and on Monday in Cusco"
    const bool opens = on.classes.holds("behind_time_preposition", on.tree.preposition(one)) && !own_time;
    if (opens || more_of_name) phrases.push_back(one);
  }
  return phrases;
}

bool is_quoted(const Tokens& tokens, const Quotation* within, const MatchContext& on) {
  const auto marks =
      std::count_if(tokens.begin(), tokens.end(), [&](TokenIndex token) { return is_quotation_mark(token, on); });
  return marks % 2 != 0 || (marks == 0 && std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
                              const Quotation* quotation = on.quotations.of(token);
                              return quotation != nullptr && quotation != within;
                            }));
}

bool is_speaker_word(TokenIndex token, const MatchContext& on) {
  return on.tree.xpos(token).starts_with("PRP") && on.classes.holds("speaker_word", utf8::lower(on.tree.word(token)));
}

std::optional<TokenIndex> time_owner(TokenIndex token, const MatchContext& on) {
  std::optional<TokenIndex> at = token;
  for (int steps = 0; at && steps < 3; ++steps, at = on.tree.head(*at)) {
    if (on.tree.is(*at, "nmod:poss") && is_when(*at, on)) return at;
  }
  return std::nullopt;
}

}  // namespace dateline
