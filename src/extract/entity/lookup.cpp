#include "extract/entity/lookup.hpp"

#include <algorithm>
#include <utility>

#include "dateline/base/utf8.hpp"
#include "extract/entity/phrases.hpp"

namespace dateline {

using entity::is_relation;

EntityLookup::EntityLookup(const Document& document, Extraction& extraction, const Nominals& nominals)
    : extraction_(extraction),
      nominals_(nominals),
      page_(document, extraction),
      smallest_(extraction.tokens.size(), -1),
      headed_(extraction.tokens.size(), -1) {
  read_mentions();
}

Span EntityLookup::tokens_of(Span bytes) const {
  const auto& tokens = extraction_.tokens;
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), bytes.begin,
                                      [](const Token& token, std::uint32_t byte) { return token.bytes.end <= byte; });
  auto last = first;
  while (last != tokens.end() && last->bytes.begin < bytes.end) ++last;
  return {static_cast<std::uint32_t>(first - tokens.begin()), static_cast<std::uint32_t>(last - tokens.begin())};
}

void EntityLookup::put(Place place) {
  const auto index = static_cast<std::int32_t>(places_.size());
  const std::uint32_t size = place.tokens.size();
  for (std::uint32_t i = place.tokens.begin; i < place.tokens.end; ++i) {
    if (smallest_[i] < 0 || places_[static_cast<std::size_t>(smallest_[i])].tokens.size() > size) smallest_[i] = index;
  }
  // Of two mentions with one head the larger is the argument: "Kyiv's allies" over "allies".
  std::int32_t& headed = headed_[place.head];
  if (headed < 0 || places_[static_cast<std::size_t>(headed)].tokens.size() < size) headed = index;
  places_.push_back(std::move(place));
}

void EntityLookup::read_mentions() {
  for (std::uint32_t e = 0; e < extraction_.entities.size(); ++e) {
    by_name_.emplace(std::pair(utf8::lower(extraction_.entities[e].name), extraction_.entities[e].kind), e);
    for (const EntityMention& mention : extraction_.entities[e].mentions) {
      const Span tokens = tokens_of(mention.span);
      if (!tokens.empty()) put({tokens, page_.head_of(tokens), mention.form, {e}});
    }
  }
  for (const PluralMention& plural : extraction_.plurals) {
    if (!plural.tokens.empty())
      put({plural.tokens, page_.head_of(plural.tokens), MentionForm::nominal, plural.entities});
  }
}

const EntityLookup::Place* EntityLookup::place(std::uint32_t token) const {
  return token < smallest_.size() && smallest_[token] >= 0 ? &places_[static_cast<std::size_t>(smallest_[token])]
                                                           : nullptr;
}

std::vector<std::uint32_t> EntityLookup::covering(std::uint32_t token) const {
  const Place* found = place(token);
  return found ? found->entities : std::vector<std::uint32_t>{};
}

bool EntityLookup::is_person(const Place& place) const {
  return extraction_.entities[place.entities.front()].kind == EntityKind::person;
}

/// The name that a title or a class noun stands beside in one phrase: "Minister Sato", "the port of Aden".
const EntityLookup::Place* EntityLookup::beside(std::uint32_t token) const {
  if (!page_.parsed || (page_.tag(token) != Upos::NOUN && page_.tag(token) != Upos::PROPN)) return nullptr;
  // "her counterpart Okoro", whatever the tree says.
  const Nominal* noun = nominals_.find(page_.words[token].lower);
  const Place* next = noun && noun->kind == EntityKind::person ? place(token + 1) : nullptr;
  if (next && next->tokens.begin == token + 1 && next->form == MentionForm::name && is_person(*next)) return next;
  for (const std::uint32_t child : page_.below[token]) {
    const std::string_view relation = page_.relation(child);
    const std::int32_t headed = headed_[child];
    if (headed < 0) continue;
    // "Ann Lee — former mayor": a dash between the two, whatever the tree says
    const std::uint32_t end = places_[static_cast<std::size_t>(headed)].tokens.end;
    const bool dashed = end < token && page_.relation(end) == "punct" && page_.words[end].gap &&
                        page_.words[end + 1].gap && page_.words[end].text != ",";
    if (!is_relation(relation, "flat") && relation != "appos" && !is_relation(relation, "nmod:desc") && !dashed)
      continue;
    const Place& found = places_[static_cast<std::size_t>(headed)];
    if (found.form == MentionForm::name && is_person(found)) return &found;
  }
  return nullptr;
}

const std::vector<std::uint32_t>& EntityLookup::headed_by(std::uint32_t token) const {
  static const std::vector<std::uint32_t> none;
  if (token >= headed_.size()) return none;
  if (headed_[token] >= 0) return places_[static_cast<std::size_t>(headed_[token])].entities;
  const Place* found = beside(token);
  if (!found) found = introduced(token);
  return found ? found->entities : none;
}

Span EntityLookup::phrase(std::uint32_t token) const {
  Span phrase = entity::phrase_of(page_, nominals_, token);
  // Not from the middle of a name: "North Korean troops"; "a new book" in "author of a new book" is a phrase of its own.
  const Place* first = place(phrase.begin);
  if (first && phrase.begin < token && !first->tokens.contains(token))
    phrase.begin = std::min(phrase.begin, first->tokens.begin);
  return phrase;
}

const EntityLookup::Place* EntityLookup::introduced(std::uint32_t token) const {
  if (!page_.parsed || !nominals_.introduces_place(page_.words[token].lower)) return nullptr;
  const std::uint32_t name = token + 2;
  if (name >= page_.words.size() || !nominals_.takes_complement(page_.words[token + 1].lower)) return nullptr;
  const Place* found = place(name);
  if (!found || found->form != MentionForm::name || found->tokens.begin != name) return nullptr;
  const EntityKind kind = extraction_.entities[found->entities.front()].kind;
  return kind == EntityKind::place || kind == EntityKind::country ? found : nullptr;
}

std::string EntityLookup::phrase_name(std::uint32_t token) const {
  Span tokens = phrase(token);
  if (page_.tag(tokens.begin) != Upos::PRON || tokens.begin == token) return page_.text(tokens);
  // "its ship": of whom, by name where he has one
  const Place* owner = place(tokens.begin);
  const std::uint32_t first = ++tokens.begin;
  std::string own = page_.text({first, tokens.end});
  if (!owner || owner->entities.size() != 1) return own;
  const LocalEntity& entity = extraction_.entities[owner->entities.front()];
  return has_name(entity) ? nominals_.genitive_of(entity.name) + " " + own : own;
}

bool EntityLookup::is_someone_of_age(std::uint32_t token) const {
  return token >= 3 && page_.parsed && page_.tag(token) == Upos::ADJ && nominals_.tells_age(page_.words[token].lower) &&
         page_.words[token - 1].text == "-" && page_.dependent(token, "det") >= 0;
}

std::vector<std::uint32_t> EntityLookup::of_phrase(std::uint32_t token, Make make_what) {
  if (const auto& found = headed_by(token); !found.empty()) return found;
  if (token >= page_.words.size() || !page_.parsed) return {};
  if (is_someone_of_age(token)) return {make(phrase(token), phrase_name(token), EntityKind::person)};
  const Upos tag = page_.tag(token);
  if (tag != Upos::NOUN && tag != Upos::PROPN) return {};
  // "Workers" in "the Workers' Party"; but the word that the sentence hangs the name on stands for it
  if (const Place* name = place(token); name && name->form == MentionForm::name) {
    const std::int32_t over = page_.head(token);
    const bool inside = over >= 0 && name->tokens.contains(static_cast<std::uint32_t>(over));
    return inside ? std::vector<std::uint32_t>{} : name->entities;
  }
  for (const Span time : extraction_.time_tokens) {
    if (time.contains(token)) return {};
  }
  const Nominal* noun = nominals_.find(page_.words[token].lower);
  if (!noun && make_what == Make::known_nouns) return {};
  // "the nation", "this state" that no name stands for; "the two countries" are somebody.
  if (noun && noun->use == Nominal::Use::class_ && noun->kind == EntityKind::country &&
      noun->number == Number::singular && make_what == Make::known_nouns)
    return {};
  if (noun && noun->use == Nominal::Use::whole) {
    // "thousands of protesters": who is counted; "thousands" and "the couple" alone are nobody else.
    const std::int32_t counted = page_.dependent(token, "nmod");
    const bool of_them =  // not "dozens in Lima"
        token + 1 < page_.words.size() && nominals_.takes_complement(page_.words[token + 1].lower);
    if (of_them && counted > static_cast<std::int32_t>(token))
      return of_phrase(static_cast<std::uint32_t>(counted), make_what);
    if (make_what == Make::known_nouns) return {};
  }
  EntityKind kind = noun ? noun->kind : EntityKind::other;
  if (kind == EntityKind::country) kind = EntityKind::place;
  const std::string bare = phrase_name(token);
  const std::string full = page_.text(entity::with_matter(page_, nominals_, token));
  if (full.size() > bare.size() && full.starts_with(bare)) return {make_full(token, bare, full, kind)};
  return {make(phrase(token), bare, kind)};
}

std::uint32_t EntityLookup::make_full(std::uint32_t token, const std::string& bare, const std::string& full,
                                      EntityKind kind) {
  const std::pair short_key{utf8::lower(bare), kind}, full_key{utf8::lower(full), kind};
  const auto told = by_name_.find(short_key);
  if (told != by_name_.end() && by_name_.find(full_key) == by_name_.end() &&
      extraction_.entities[told->second].name == bare) {
    extraction_.entities[told->second].name = full;
    by_name_.emplace(full_key, told->second);
  }
  const std::uint32_t index = make(phrase(token), full, kind);
  by_name_.insert_or_assign(short_key, index);
  return index;
}

std::uint32_t EntityLookup::make(Span tokens, std::string name, EntityKind kind) {
  const std::string folded = utf8::lower(name);
  const EntityMention mention{page_.bytes(tokens), page_.text(tokens), MentionForm::nominal};
  const auto [found, fresh] =
      by_name_.try_emplace({folded, kind}, static_cast<std::uint32_t>(extraction_.entities.size()));
  const std::uint32_t index = found->second;
  if (fresh) {
    LocalEntity entity;
    entity.name = std::move(name);
    entity.kind = kind;
    extraction_.entities.push_back(std::move(entity));
  }
  auto& mentions = extraction_.entities[index].mentions;
  mentions.insert(std::upper_bound(mentions.begin(), mentions.end(), mention,
                                   [](const EntityMention& a, const EntityMention& b) { return a.span < b.span; }),
                  mention);
  put({tokens, page_.head_of(tokens), MentionForm::nominal, {index}});
  return index;
}

void drop_unused_nominals(Extraction& extraction) {
  std::vector<char> used(extraction.entities.size(), 0);
  const auto use = [&](std::uint32_t entity) { used[entity] = 1; };
  for (const EventMention& event : extraction.events) {
    for (const Participant& participant : event.participants) use(participant.entity);
    for (const std::uint32_t source : event.attribution) use(source);
    if (event.place) use(*event.place);
  }
  for (const RelationMention& relation : extraction.relations) {
    use(relation.from);
    if (relation.to) use(*relation.to);
  }
  std::vector<std::uint32_t> now(extraction.entities.size(), 0);
  std::uint32_t kept = 0;
  for (std::uint32_t e = 0; e < extraction.entities.size(); ++e) {
    used[e] = used[e] || has_name(extraction.entities[e]);
    now[e] = kept;
    if (!used[e]) continue;
    if (kept != e) extraction.entities[kept] = std::move(extraction.entities[e]);
    ++kept;
  }
  extraction.entities.resize(kept);
  for (EventMention& event : extraction.events) {
    for (Participant& participant : event.participants) participant.entity = now[participant.entity];
    for (std::uint32_t& source : event.attribution) source = now[source];
    if (event.place) event.place = now[*event.place];
  }
  for (RelationMention& relation : extraction.relations) {
    relation.from = now[relation.from];
    if (relation.to) relation.to = now[*relation.to];
  }
  std::erase_if(extraction.plurals, [&](const PluralMention& plural) {
    return std::any_of(plural.entities.begin(), plural.entities.end(),
                       [&](std::uint32_t entity) { return !used[entity]; });
  });
  for (PluralMention& plural : extraction.plurals) {
    for (std::uint32_t& entity : plural.entities) entity = now[entity];
  }
}

}  // namespace dateline
