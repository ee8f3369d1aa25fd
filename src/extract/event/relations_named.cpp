#include <algorithm>
#include <cctype>

#include "dateline/base/utf8.hpp"
#include "extract/event/relations.hpp"

namespace dateline {
namespace {

using Place = EntityLookup::Place;

/// What is named by a mention that begins, or ends, at a token; null for anything but one name.
const Place* name_from(TokenIndex token, const MatchContext& on) {
  const Place* place = token < on.tree.size() ? on.lookup.place(token) : nullptr;
  return place && place->tokens.begin == token && place->form == MentionForm::name && place->entities.size() == 1
             ? place
             : nullptr;
}
const Place* name_to(TokenIndex end, const MatchContext& on) {
  const Place* place = end > 0 ? on.lookup.place(end - 1) : nullptr;
  return place && place->tokens.end == end && place->form == MentionForm::name && place->entities.size() == 1 ? place
                                                                                                              : nullptr;
}

const LocalEntity& entity_of(const Place& place, const MatchContext& on) {
  return on.extraction.entities[place.entities.front()];
}

bool lies_somewhere(const LocalEntity& entity) {
  return entity.kind == EntityKind::place || entity.kind == EntityKind::facility;
}
bool holds_places(const LocalEntity& entity) {
  return entity.kind == EntityKind::place || entity.kind == EntityKind::country;
}

bool same_country(const LocalEntity& a, const LocalEntity& b) { return !a.country.empty() && a.country == b.country; }
bool other_country(const LocalEntity& a, const LocalEntity& b) {
  return !a.country.empty() && !b.country.empty() && a.country != b.country;
}

/// "London, Paris and Rome": the name that ends before `end` is followed by more of a list.
bool goes_on_as_list(TokenIndex end, const MatchContext& on) {
  TokenIndex at = end;
  for (int steps = 0; steps < longest_path && at + 1 < on.tree.size(); ++steps) {
    if (on.tree.word(at) == ",") ++at;
    if (at < on.tree.size() && on.tree.upos(at) == Upos::CCONJ) {
      const Place* next = name_from(at + 1, on);
      return next && holds_places(entity_of(*next, on));
    }
    const Place* next = name_from(at, on);
    if (at == end || !next || !holds_places(entity_of(*next, on))) return false;
    at = next->tokens.end;
  }
  return false;
}

void add_located(const Place& inner, const Place& outer, std::string_view rule, const MatchContext& on,
                 Extraction& extraction) {
  RelationMention relation;
  relation.type = "located_in";
  relation.from = inner.entities.front();
  relation.to = outer.entities.front();
  const auto& tokens = extraction.tokens;
  relation.span = {tokens[inner.tokens.begin].bytes.begin, tokens[outer.tokens.end - 1].bytes.end};
  relation.sentence = extraction.sentences[on.tree.sentence(inner.head)].bytes;
  relation.rule = rule;
  add_relation(std::move(relation), extraction);
}

/// "Kilis, Turkey"
void find_after_comma(TokenIndex comma, const MatchContext& on, Extraction& extraction) {
  const Place* inner = name_to(comma, on);
  const Place* outer = name_from(comma + 1, on);
  if (!inner || !outer || on.tree.sentence(inner->head) != on.tree.sentence(outer->head)) return;
  const LocalEntity &a = entity_of(*inner, on), &b = entity_of(*outer, on);
  if (!lies_somewhere(a) || !holds_places(b) || other_country(a, b)) return;
  const bool certain = b.kind == EntityKind::country && same_country(a, b);
  const bool joined = on.tree.is(outer->head, "conj") && b.kind != EntityKind::country;
  const bool attached = on.tree.head(outer->head) == inner->head && !joined;
  if (!certain && (!attached || goes_on_as_list(outer->tokens.end, on))) return;
  add_located(*inner, *outer, "comma-place", on, extraction);
}

/// "Red Square in Moscow"
void find_behind_preposition(TokenIndex preposition, const MatchContext& on, Extraction& extraction) {
  const Place* inner = name_to(preposition, on);
  const bool article = preposition + 1 < on.tree.size() && on.tree.upos(preposition + 1) == Upos::DET;
  const Place* outer = name_from(preposition + (article ? 2 : 1), on);
  if (!inner || !outer) return;
  const LocalEntity &a = entity_of(*inner, on), &b = entity_of(*outer, on);
  if (!lies_somewhere(a) || !holds_places(b) || other_country(a, b)) return;
  const bool attached = on.tree.head(outer->head) == inner->head;
  if (!attached && !same_country(a, b) && a.kind != EntityKind::facility) return;
  add_located(*inner, *outer, "place-in-place", on, extraction);
}

bool is_capitals(std::string_view word) {
  const auto letters = std::count_if(word.begin(), word.end(), [](unsigned char c) { return std::isupper(c) != 0; });
  const bool plain = std::all_of(word.begin(), word.end(), [](unsigned char c) {
    return std::isupper(c) != 0 || std::isdigit(c) != 0 || c == '.' || c == '&' || c == '-' || c >= 0x80;
  });
  return plain && letters >= 2 && word.size() <= 10;
}

/// Whether the letters of a short form are the initials of the words, in order; small words may be passed over.
bool are_initials(std::string_view letters, const Span& words, const MatchContext& on) {
  std::size_t next = 0;
  for (TokenIndex token = words.begin; token < words.end; ++token) {
    const std::string_view word = on.tree.word(token);
    if (word.empty() || std::isalpha(static_cast<unsigned char>(word.front())) == 0) continue;
    while (next < letters.size() && std::isupper(static_cast<unsigned char>(letters[next])) == 0) ++next;
    const bool fits = next < letters.size() && std::toupper(static_cast<unsigned char>(word.front())) == letters[next];
    if (fits) {
      ++next;
    } else if (std::isupper(static_cast<unsigned char>(word.front())) != 0) {
      return false;
    }
  }
  return next == letters.size();
}

/// "the Federal Security Service (FSB)"
void find_short_form(TokenIndex bracket, const MatchContext& on, Extraction& extraction) {
  if (bracket + 2 >= on.tree.size() || on.tree.word(bracket + 2) != ")") return;
  const std::string_view word = on.tree.word(bracket + 1);
  const Place* named = name_to(bracket, on);
  if (!named || !is_capitals(word)) return;
  const auto behind = on.lookup.covering(bracket + 1);
  const bool same = behind.size() == 1 && behind.front() == named->entities.front();
  if (!same && !are_initials(word, named->tokens, on)) return;
  RelationMention relation;
  relation.type = "alias_of";
  relation.from = named->entities.front();
  if (!same && behind.size() == 1 && on.extraction.entities[behind.front()].kind == entity_of(*named, on).kind)
    relation.to = behind.front();
  relation.text = word;
  const auto& tokens = extraction.tokens;
  relation.span = {tokens[named->tokens.begin].bytes.begin, tokens[bracket + 2].bytes.end};
  relation.sentence = extraction.sentences[on.tree.sentence(bracket)].bytes;
  relation.rule = "short-form";
  add_relation(std::move(relation), extraction);
}

}  // namespace

void find_named_beside(const MatchContext& on, Extraction& extraction) {
  for (TokenIndex token = 1; token + 1 < on.tree.size(); ++token) {
    const std::string_view word = on.tree.word(token);
    if (word == ",") find_after_comma(token, on, extraction);
    if (word == "(") find_short_form(token, on, extraction);
    if (on.classes.holds("within_preposition", utf8::lower(word))) find_behind_preposition(token, on, extraction);
  }
}

}  // namespace dateline
