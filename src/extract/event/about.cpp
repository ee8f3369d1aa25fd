#include "extract/event/about.hpp"

#include <algorithm>
#include <array>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/event/own_phrases.hpp"

namespace dateline {
namespace {

constexpr std::uint32_t longest_label = 18;  // tokens that a label bears
constexpr std::uint32_t longest_bare = 3;    // tokens of an object that says little without the phrase behind it
constexpr std::uint32_t shortest_before_addition = 2;  // tokens before what only adds something
constexpr std::uint32_t shortest_label = 4;            // tokens that stay when side clauses are cut
constexpr std::array<std::string_view, 3> trailing_clauses = {"advcl", "acl:relcl", "parataxis"};

bool is_filled(const Match& match, TokenIndex token) {
  return std::any_of(match.filled.begin(), match.filled.end(),
                     [&](const Filled& filled) { return filled.head == token; });
}

/// "Sent soldiers to Mali": where to is said by the role alone.
bool is_place_role(const Match& match, TokenIndex token, const MatchContext& on) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& filled) {
    return filled.head == token &&
           std::any_of(filled.entities.begin(), filled.entities.end(),
                       [&](std::uint32_t entity) { return is_where(on.extraction.entities[entity].kind); });
  });
}

bool is_time(const MatchContext& on, TokenIndex token) {
  const std::vector<Span>& times = on.extraction.time_tokens;
  const auto after =
      std::partition_point(times.begin(), times.end(), [&](const Span& time) { return time.end <= token; });
  return after != times.end() && after->contains(token);
}

/// Where the first side clause begins behind the first tokens and behind the word that all of them hang on, or the end.
std::uint32_t cut_at_side_clause(const Span& tokens, TokenIndex head, const MatchContext& on) {
  std::uint32_t end = tokens.end;
  for (TokenIndex token = std::max(tokens.begin, head + 1); token < tokens.end; ++token) {
    const auto is_side = [&](std::string_view relation) { return on.tree.is(token, relation); };
    if (std::none_of(trailing_clauses.begin(), trailing_clauses.end(), is_side)) continue;
    const std::uint32_t begin = on.tree.extent(token).begin;
    // "will not sign a law that does not protect them": which one it is
    const auto parts = on.tree.children(token);
    const bool says_which =
        on.tree.is(token, "acl:relcl") && begin > 0 && on.tree.word(begin) != "," && on.tree.word(begin - 1) != "," &&
        std::any_of(parts.begin(), parts.end(),
                    [&](TokenIndex one) { return on.classes.holds("negation", on.tree.lemma(one)); });
    if (says_which) continue;
    if (begin >= tokens.begin + shortest_label && begin > head) end = std::min(end, begin);
  }
  return end;
}

/// Without punctuation and conjunctions at the end.
std::uint32_t trimmed_end(const Span& tokens, const MatchContext& on) {
  std::uint32_t end = tokens.end;
  while (end > tokens.begin && (on.tree.upos(end - 1) == Upos::PUNCT || on.tree.upos(end - 1) == Upos::CCONJ)) --end;
  return end;
}

std::string text_of(const Span& tokens, const MatchContext& on) {
  const std::uint32_t first = on.extraction.tokens[tokens.begin].bytes.begin;
  const std::uint32_t last = on.extraction.tokens[tokens.end - 1].bytes.end;
  return squeeze(std::string_view(on.document.text).substr(first, last - first));
}

/// Whether a clause needs a word that joins it: it has no marker, no infinitive and no question word.
bool is_bare(TokenIndex head, const Span& tokens, const MatchContext& on) {
  return on.tree.marker(head).empty() && !on.tree.is_infinitive(head) && !on.tree.xpos(tokens.begin).starts_with("W");
}

/// "Voiced support for the reform", "ordered an inquiry into it": a bare object says what it is for in the phrase right behind it, also where that
/// hangs on the verb.
Span with_phrase_behind(TokenIndex object, Span tokens, const MatchContext& on) {
  const auto verb = on.tree.head(object);
  if (!verb || tokens.size() > longest_bare || on.tree.upos(object) != Upos::NOUN || object + 1 != tokens.end)
    return tokens;
  for (const TokenIndex one : on.tree.children(*verb)) {
    const Span behind = on.tree.extent(one);
    if (on.tree.is(one, "obl") && behind.begin == tokens.end && !is_time(on, one) &&
        on.classes.holds("content_of_object", on.tree.preposition(one)))
      return {tokens.begin, behind.end};
  }
  return tokens;
}

/// "called the ruling a disgrace": from the object to what it is called.
Span with_object(TokenIndex complement, Span tokens, const MatchContext& on) {
  const auto verb = on.tree.head(complement);
  const auto object = verb ? on.tree.child(*verb, "obj") : std::nullopt;
  if (!object || on.tree.is_infinitive(complement)) return tokens;
  const Span named = on.tree.extent(*object);
  return {std::min(tokens.begin, named.begin), std::max(tokens.end, named.end)};
}

/// "Called for the tax to be cut": with the phrases right before an infinitive that say what or who is to.
Span with_called_for(TokenIndex infinitive, Span tokens, const MatchContext& on) {
  const auto verb = on.tree.head(infinitive);
  if (!verb || !on.tree.is_infinitive(infinitive) || !on.tree.is_passive(infinitive)) return tokens;
  const auto parts = on.tree.children(*verb);
  for (std::size_t i = parts.size(); i-- > 0;) {
    if (parts[i] > *verb && on.tree.is(parts[i], "obl") && on.tree.extent(parts[i]).end == tokens.begin &&
        on.classes.holds("infinitive_subject", on.tree.preposition(parts[i])))
      tokens.begin = on.tree.extent(parts[i]).begin;
  }
  return tokens;
}

/// Where a clause that only adds something begins behind the words that it is set off from, or the end: "to help, which they did", "to sing, sharing a song".
std::uint32_t cut_at_addition(const Span& tokens, TokenIndex head, const MatchContext& on) {
  std::uint32_t end = tokens.end;
  for (TokenIndex token = std::max(tokens.begin, head) + 1; token < tokens.end; ++token) {
    const bool adds =
        on.tree.is(token, "acl:relcl") || (on.tree.is(token, "advcl") && on.tree.xpos(token) == "VBG" &&
                                           !on.tree.child(token, "mark") && !on.tree.child(token, "nsubj"));
    if (!adds || !is_set_off(token, on)) continue;
    const Span phrase = on.tree.extent(token);
    const std::uint32_t begin = phrase.begin;
    if (phrase.end + 1 >= tokens.end && begin >= tokens.begin + shortest_before_addition && begin > head)
      end = std::min(end, begin);
  }
  return end;
}

/// The first tokens of a phrase, without a side clause; whether something was cut off.
std::pair<Span, bool> shortened(Span tokens, TokenIndex head, const MatchContext& on) {
  tokens.end = cut_at_addition(tokens, head, on);
  if (tokens.size() > longest_label) tokens.end = cut_at_side_clause(tokens, head, on);
  // not before the word that all of them hang on, if that does not stand far off
  const TokenIndex enough =
      std::min(std::max(tokens.begin + longest_label, head + shortest_label), tokens.begin + 2 * longest_label);
  const bool cut = tokens.end > enough;
  if (cut) tokens.end = enough;
  tokens.end = trimmed_end(tokens, on);
  return {tokens, cut};
}

/// What is quoted, also before the word that says so: "We are open," she said.
std::string quoted_words(Span tokens, TokenIndex trigger, const MatchContext& on) {
  while (!tokens.empty() && on.tree.upos(tokens.begin) == Upos::PUNCT) ++tokens.begin;
  if (tokens.empty() || tokens.contains(trigger)) return "";
  const Span all = tokens;
  if (tokens.size() > longest_label) tokens.end = tokens.begin + longest_label;  // what is quoted loses nothing within
  tokens.end = trimmed_end(tokens, on);
  const Span said = tokens;
  const bool cut = all.size() > longest_label;
  return said.empty() ? "" : "\"" + text_of(said, on) + (cut ? "…" : "") + "\"";
}

/// Also behind the comma that parts it from the verb of saying.
bool is_quoted(const Span& tokens, const MatchContext& on) {
  TokenIndex first = tokens.begin;
  while (first < tokens.end && on.tree.upos(first) == Upos::PUNCT && !is_quotation_mark(first, on)) ++first;
  return (first < tokens.end && is_quotation_mark(first, on)) ||
         (tokens.begin > 0 && is_quotation_mark(tokens.begin - 1, on));
}

/// "Warned that our ships would be sunk": whether only who says it can say it so.
bool speaks_of_speaker(const Span& tokens, const MatchContext& on) {
  bool speaker = false;
  for (TokenIndex token = tokens.begin; token < tokens.end; ++token) {
    if (is_quotation_mark(token, on)) return false;
    speaker = speaker || is_speaker_word(token, on);
  }
  return speaker;
}

/// "That our ships" -> 'that "our ships"'.
std::string quoted_behind_joint(const Span& tokens, bool cut, const MatchContext& on) {
  const Upos first = on.tree.upos(tokens.begin);
  const bool joined = tokens.size() > 1 && (first == Upos::SCONJ || first == Upos::ADP || first == Upos::PART);
  const Span said = {tokens.begin + (joined ? 1 : 0), tokens.end};
  const std::string joint = joined ? utf8::lower(on.tree.word(tokens.begin)) + " " : "";
  return joint + "\"" + text_of(said, on) + (cut ? "…" : "") + "\"";
}

/// "It was backed by Norway": what a pronoun stands for is not said by the pronoun.
bool is_bare_pronoun(const Span& tokens, TokenIndex head, const MatchContext& on) {
  return tokens.size() == 1 && on.tree.upos(head) == Upos::PRON;
}

/// "The call was backed by Norway": as it is written inside a sentence.
std::string uncapitalised(std::string text, TokenIndex first, const MatchContext& on) {
  const Upos tag = on.tree.upos(first);
  const bool opens = first == 0 || on.tree.sentence(first) != on.tree.sentence(first - 1);
  const auto* mention = on.lookup.place(first);
  const bool named = (mention && mention->form == MentionForm::name) || on.extraction.tokens[first].name != NameTag::O;
  const bool plain =
      tag == Upos::DET || (opens && !named && tag != Upos::PROPN && tag != Upos::PRON && tag != Upos::ADJ);
  if (plain && text.front() >= 'A' && text.front() <= 'Z') text.front() = static_cast<char>(text.front() - 'A' + 'a');
  return text;
}

/// "with Lee saying that", "committed to making": no content, but what happens beside it, or words that follow no verb of saying.
bool is_beside(TokenIndex clause, const MatchContext& on) {
  const std::string marker = on.tree.marker(clause);
  if (!on.classes.holds("content_preposition", marker)) return true;
  if (on.classes.holds("infinitive_word", marker) && !on.tree.is_infinitive(clause)) return true;
  return on.tree.child(clause, "nsubj").has_value();
}

}  // namespace

AboutRules::AboutRules(const Resources& resources) {
  const Table& table = resources.table("en/event/about");
  for (const Row& row : table.rows) places_.push_back({table.cell(row, "id"), table.cell(row, "before")});
}

std::string AboutRules::words(const Place& place, TokenIndex child, const Match& match, const MatchContext& on) const {
  Span tokens = on.tree.extent(child);
  if (is_quoted(tokens, on)) return place.before.empty() ? "" : quoted_words(tokens, match.trigger, on);
  if (place.relation == "xcomp") tokens = with_object(child, tokens, on);
  if (place.relation == "obj") tokens = with_phrase_behind(child, tokens, on);
  if (place.relation == "advcl" || place.relation == "xcomp") tokens = with_called_for(child, tokens, on);
  const bool undergone = place.relation == "nsubj:pass";
  if (is_time(on, child) || tokens.contains(match.trigger) || (!undergone && tokens.begin <= match.trigger)) return "";
  // "rejected it, approving another one": what is done beside it is not what is spoken of
  if (place.relation == "advcl" && is_beside(child, on)) return "";
  if (place.relation == "acl" && on.tree.is_passive(child)) return "";  // "the order signed by the judge"
  // "seized the ship to search it": a purpose is not what is spoken of
  if (place.relation == "advcl" && on.tree.is_infinitive(child) && on.tree.child(match.trigger, "obj")) return "";
  // "the rejection of the deal": the deal; not "the rally in Lima"
  if (place.relation == "nmod") {
    const std::string preposition = on.tree.preposition(child);
    if (!on.classes.holds("content_of_noun", preposition)) return "";
    if (const auto joint = on.tree.child(child, "case");
        joint && *joint == tokens.begin && on.classes.holds("complement_preposition", preposition))
      ++tokens.begin;
    // "the criticism of the plan by the mayor"
    for (const Filled& filled : match.filled) {
      if (filled.head != child && tokens.contains(filled.head))
        tokens.end = std::min(tokens.end, std::max(on.tree.extent(filled.head).begin, child + 1));
    }
  }
  const std::string before = !place.before.empty() && is_bare(child, tokens, on) ? place.before + " " : "";
  while (!tokens.empty() && on.tree.upos(tokens.begin) == Upos::PUNCT) ++tokens.begin;
  if (is_bare_pronoun(tokens, child, on)) return "";
  if (place.relation == "obj" && tokens.size() > 1 && is_speaker_word(tokens.begin, on))
    ++tokens.begin;  // "I offer my support to them"
  const auto [kept, cut] = shortened(tokens, child, on);
  if (kept.empty()) return "";
  if (speaks_of_speaker(kept, on)) return before + quoted_behind_joint(kept, cut, on);
  return before + uncapitalised(text_of(kept, on), kept.begin, on) + (cut ? "…" : "");
}

/// "Foreign troops should leave, the mayor said": a clause before who says it, as one that a verb of saying governs.
std::string AboutRules::told_words(Span tokens, TokenIndex head, const MatchContext& on) const {
  const auto clause =
      std::find_if(places_.begin(), places_.end(), [](const Place& place) { return !place.before.empty(); });
  while (!tokens.empty() && on.tree.upos(tokens.begin) == Upos::PUNCT) ++tokens.begin;
  if (clause == places_.end() || !tokens.contains(head) || !is_bare(head, tokens, on) || tokens.begin == head ||
      on.tree.upos(tokens.begin) == Upos::PRON)
    return "";
  const auto [kept, cut] = shortened(tokens, head, on);
  if (kept.empty()) return "";
  return clause->before + " " + uncapitalised(text_of(kept, on), kept.begin, on) + (cut ? "…" : "");
}

std::string AboutRules::words(const Match& match, const MatchContext& on) const {
  if (match.told_by) {
    Span said = on.tree.extent(match.clause);
    if (const Quotation* quotation = on.quotations.of(match.clause))
      said = {std::max(said.begin, quotation->tokens.begin), std::min(said.end, quotation->tokens.end)};
    return quoted_words(said, *match.told_by, on);
  }
  for (const Place& place : places_) {
    for (const TokenIndex child : on.tree.children(match.trigger)) {
      if (!on.tree.is(child, place.relation) || is_filled(match, child)) continue;
      if (std::string found = words(place, child, match, on); !found.empty()) return found;
    }
  }
  // "voted against the deal": the words that a role rests on, with the preposition that tells how
  for (const Place& place : places_) {
    for (const TokenIndex child : on.tree.children(match.trigger)) {
      if (place.relation != "obl" || !on.tree.is(child, place.relation) || !is_filled(match, child) ||
          is_place_role(match, child, on))
        continue;
      if (std::string found = words(place, child, match, on); !found.empty()) return found;
    }
  }
  if (match.frame->type->speech && on.classes.holds("saying_verb", on.tree.lemma(match.trigger))) {
    for (const TokenIndex child : on.tree.children(match.trigger)) {
      const Span tokens = on.tree.extent(child);
      if (child < match.trigger && on.tree.is(child, "ccomp") && !is_quoted(tokens, on))
        return told_words(tokens, child, on);
    }
  }
  // the parser may hang who says it on what is said
  const auto said = on.tree.head(match.trigger);
  if (!said || !match.frame->type->speech || !on.tree.is(match.trigger, "parataxis")) return "";
  const Span tokens = on.tree.extent(*said), saying = on.tree.extent(match.trigger);
  if (tokens.begin >= saying.begin) return "";
  const Span before = {tokens.begin, saying.begin};
  if (is_quoted(tokens, on)) return quoted_words(before, match.trigger, on);
  const bool says =
      on.classes.holds("saying_verb", on.tree.lemma(match.trigger)) && on.tree.child(match.trigger, "nsubj");
  const bool parted = on.tree.word(saying.begin) == "," || on.tree.word(saying.begin - 1) == ",";
  return says && parted ? told_words(before, *said, on) : "";
}

}  // namespace dateline
