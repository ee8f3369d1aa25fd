// What happened in a sentence's own words where a noun tells it that no verb carries: "turnout was 61 percent", "a suicide bombing took place".
#include <algorithm>
#include <array>

#include "extract/event/own_parts.hpp"
#include "extract/event/own_words.hpp"

namespace dateline {
namespace {

constexpr std::string_view noun_row = "noun ", one_was = "behind-noun", several_were = "behind-nouns";
constexpr std::array<std::string_view, 2> telling_modifiers = {"amod", "compound"};
constexpr std::array<std::string_view, 8> not_of_predicate = {"nsubj", "cop",       "mark",  "cc",
                                                              "punct", "parataxis", "advcl", "aux"};

/// "Turnout was 61 percent", "their demands include new elections": the predicate of a noun that says what it is.
std::optional<TokenIndex> predicate_of(TokenIndex noun, const MatchContext& on) {
  if (on.tree.child(noun, "cop") && on.tree.child(noun, "nsubj")) return noun;
  const auto above = on.tree.head(noun);
  if (!above || on.tree.relation(noun) != "nsubj") return std::nullopt;
  const bool verb = on.tree.is_verb(*above) && on.classes.holds("content_predicate", on.tree.lemma(*above));
  return verb || on.tree.child(*above, "cop") ? above : std::nullopt;
}

/// What a predicate without a verb says of its subject.
Tokens predicate_words(TokenIndex predicate, const MatchContext& on) {
  Tokens tokens = {predicate};
  for (const TokenIndex one : on.tree.children(predicate)) {
    if (is_any(one, not_of_predicate, on) || is_when(one, on)) continue;
    if (on.tree.is(one, "obl") && (one < predicate || is_set_off(one, on))) continue;
    tokens = joined(std::move(tokens), phrase(one, Fullness::lean, on), on);
  }
  return tokens;
}

bool has_finite_form(TokenIndex verb, const MatchContext& on) {
  const std::string_view tag = on.tree.xpos(verb);
  return tag == "VBD" || tag == "VBZ" || tag == "VBP";
}

}  // namespace

/// "Turnout was 61 percent": what is said of a number that was told, or of what was said.
std::string OwnWords::told_of_noun(const Match& match, const MatchContext& on) const {
  const auto predicate = predicate_of(match.trigger, on);
  if (!predicate || on.quotations.of(*predicate)) return "";
  const auto subject = on.tree.child(*predicate, "nsubj");
  if (!subject || is_when(*subject, on) || (*subject != match.trigger && !is_asked(*subject, match, on))) return "";
  const auto copula = on.tree.child(*predicate, "cop");
  const bool finite =
      copula ? has_finite_form(*copula, on) : has_finite_form(*predicate, on) || on.tree.is_present_perfect(*predicate);
  for (const TokenIndex one : on.tree.children(*predicate)) {
    if (on.classes.holds("negation", on.tree.lemma(one)) || (copula && on.tree.is(one, "aux"))) return "";
  }
  if (!finite) return "";
  const bool plural = is_counted_or_plural(*subject, on);
  if (!copula) {
    const Said said{*subject, forms_.past(*predicate, on), false};
    return said.words.empty() ? "" : clause(match, Status::asserted, *predicate, said, Fullness::lean, on);
  }
  const auto about = subject_words(*subject, *predicate, joints(), on);
  const Tokens tokens = predicate_words(*predicate, on);
  if (!about || tokens.size() > longest_clause || is_quoted(tokens, nullptr, on)) return "";
  const auto words = words_of(tokens, meant(*subject, on), *about, "", joints(), on);
  return words ? *about + " " + said_.at(std::string(plural ? several_were : one_was)) + " " + *words : "";
}

/// "A third debate was to take place", of types that rows name: a noun with what its phrase says of it.
std::string OwnWords::noun_happened(const Match& match, Status status, const MatchContext& on) const {
  const auto row = said_.find(std::string(noun_row) + match.frame->type->id);
  const TokenIndex noun = match.trigger;
  if (row == said_.end() || on.tree.upos(noun) != Upos::NOUN || on.quotations.of(noun)) return "";
  const auto parts = on.tree.children(noun);
  const bool elsewhere = std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) {
    return !on.tree.within(one.head, noun);  // "Lima was the target of an air raid": the template names it
  });
  const bool compared =
      std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) { return on.tree.xpos(one) == "JJR"; });
  if (elsewhere || compared || on.tree.child(noun, "cop") || on.classes.holds("outcome_noun", on.tree.lemma(noun)))
    return "";
  if (std::none_of(
          parts.begin(), parts.end(),
          [&](TokenIndex one) { return one < noun && is_any(one, telling_modifiers, on) && !is_when(one, on); }) ||
      on.tree.is(noun, "compound") || on.tree.is(noun, "conj") || on.tree.conjuncts(noun).size() > 1)
    return "";
  const auto about = subject_words(noun, noun, joints(), on);
  if (!about) return "";
  const std::string& verb = row->second;  // "take place"
  const std::size_t end = std::min(verb.find(' '), verb.size());
  const std::string base = verb.substr(0, end), rest = verb.substr(end);
  const bool had_happened = status == Status::claimed || status == Status::denied;
  const auto said = said_.find(std::string(name(status)) + (is_counted_or_plural(noun, on) ? "-several" : ""));
  if (said == said_.end()) return "";
  const std::string form = status == Status::asserted ? forms_.past_of(base, on)
                           : had_happened             ? forms_.participle_of(base, on)
                                                      : base;
  return *about + " " + (said->second.empty() ? "" : said->second + " ") + form + rest;
}

std::string OwnWords::of_noun(const Match& match, Status status, const MatchContext& on) const {
  if (match.told_by || match.part_of || on.tree.is_verb(match.trigger)) return "";
  const auto above = on.tree.head(match.trigger);
  const bool tells = (above && on.classes.holds("content_predicate", on.tree.lemma(*above))) ||
                     match.frame->type->speech || on.classes.holds("told_measure", on.tree.lemma(match.trigger)) ||
                     on.tree.child(match.trigger, "cop");
  std::string words = tells && status == Status::asserted ? told_of_noun(match, on) : "";
  return words.empty() ? noun_happened(match, status, on) : words;
}

}  // namespace dateline
