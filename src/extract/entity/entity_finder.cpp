#include "extract/entity/entity_finder.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "dateline/base/utf8.hpp"
#include "extract/entity/cast.hpp"
#include "extract/entity/described.hpp"
#include "extract/entity/rules.hpp"

namespace dateline {
namespace entity {
namespace {

/// The Penn Treebank's tags of modal verbs and pasts, and relations of Universal Dependencies.
constexpr std::string_view modal = "MD", past_tense = "VBD", participle = "VBN", last_of_name = "flat",
                           subject_of_verb = "nsubj";

bool is_past(std::string_view tag) { return tag == past_tense || tag == participle; }

/// Members in the order of their first mention; those without a mention are left out.
std::vector<std::int32_t> places_of(const Cast& cast, const std::vector<Seen>& seen) {
  std::vector<std::int32_t> place(cast.members.size(), -1);
  std::int32_t next = 0;
  for (const Seen& mention : seen) {
    if (place[mention.member] < 0) place[mention.member] = next++;
  }
  return place;
}

/// "Pope Francis", "King Salman": the title is how those are called who go by one name.
std::string with_regnal_title(const Page& page, const Rules& rules, const Seen& mention) {
  const std::uint32_t first = mention.tokens.begin;
  const bool titled = first > page.sentence(first).tokens.begin && page.words[first - 1].capital &&
                      rules.regnal.contains(page.words[first - 1].lower);
  return page.text({titled ? first - 1 : first, mention.tokens.end});
}

/// "May resigned", "Will Moss said": no modal verb stands before a past tense. A name, of its own or the end of one.
void mend_modal(const Page& page, Extraction& extraction, std::uint32_t i) {
  const std::uint32_t verb = i + 1;
  if (extraction.strings[extraction.tokens[i].xpos] != modal || !page.words[i].capital || verb >= page.words.size() ||
      page.head(i) != static_cast<std::int32_t>(verb) || page.tag(verb) != Upos::VERB ||
      !is_past(extraction.strings[extraction.tokens[verb].xpos]))
    return;
  const bool after_name =
      i > 0 && page.tag(i - 1) == Upos::PROPN && page.words[i - 1].sentence == page.words[i].sentence;
  if (!after_name && page.dependent(verb, subject_of_verb) >= 0) return;
  Token& token = extraction.tokens[i];
  token.upos = Upos::PROPN;
  token.deprel = extraction.strings.id(after_name ? last_of_name : subject_of_verb);
  if (after_name) token.head = static_cast<std::int32_t>(i - 1);
}

/// "The Brazilian said", "its chief executive resigned": an adjective that is the head of a phrase for people is their noun.
void mend_tags(const Rules& rules, const Document& document, Extraction& extraction) {
  const Page page(document, extraction);
  if (!page.parsed) return;
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    mend_modal(page, extraction, i);
    if (page.tag(i) != Upos::ADJ) continue;
    const std::string_view place = page.relation(i);
    const bool argument = is_relation(place, "nsubj") || place == "obj" || place == "iobj" || place == "obl:agent" ||
                          (is_relation(place, "obl") && page.dependent(i, "case") >= 0);
    if (!argument || (page.dependent(i, "det") < 0 && page.dependent(i, "nmod:poss") < 0)) continue;
    const Nominal* noun = rules.nominals.find(page.words[i].lower);
    const bool person = noun && noun->kind == EntityKind::person && noun->number == Number::singular;
    const bool people = rules.gazetteer.longest(page, i, i + 1).as(Known::Use::people) != nullptr;
    if (person || people) extraction.tokens[i].upos = Upos::NOUN;
  }
}

void give_entities(const Page& page, const Rules& rules, const Cast& cast, const std::vector<Seen>& seen,
                   const std::vector<std::int32_t>& place, Extraction& extraction) {
  const auto count = static_cast<std::size_t>(
      std::count_if(place.begin(), place.end(), [](std::int32_t index) { return index >= 0; }));
  extraction.entities.assign(count, {});
  for (std::size_t m = 0; m < cast.members.size(); ++m) {
    if (place[m] < 0) continue;
    const Member& member = cast.members[m];
    LocalEntity& entity = extraction.entities[static_cast<std::size_t>(place[m])];
    entity.name = member.name;
    entity.kind = member.kind;
    entity.country = member.country;
    entity.key = member.key;
  }
  for (const Seen& mention : seen) {
    LocalEntity& entity = extraction.entities[static_cast<std::size_t>(place[mention.member])];
    const std::string text = page.text(mention.tokens);
    entity.mentions.push_back({page.bytes(mention.tokens), text, mention.form});
    const bool by_one_name = entity.kind == EntityKind::person && mention.form == MentionForm::name &&
                             mention.tokens.size() == 1 && entity.name == text;
    if (by_one_name) entity.name = with_regnal_title(page, rules, mention);
  }
}

void give_plurals(const Cast& cast, const std::vector<std::int32_t>& place, Extraction& extraction) {
  for (PluralMention plural : cast.plurals) {
    for (std::uint32_t& member : plural.entities) member = static_cast<std::uint32_t>(place[member]);
    extraction.plurals.push_back(std::move(plural));
  }
  std::sort(extraction.plurals.begin(), extraction.plurals.end(),
            [](const PluralMention& a, const PluralMention& b) { return a.tokens < b.tokens; });
}

void give_relations(const Page& page, const Cast& cast, const std::vector<std::int32_t>& place,
                    Extraction& extraction) {
  std::set<std::tuple<std::string, std::uint32_t, std::int64_t, std::string>> given;
  for (std::size_t m = 0; m < cast.members.size(); ++m) {
    if (place[m] < 0) continue;
    for (const Office& office : cast.members[m].offices) {
      if (!office.holder) continue;
      RelationMention relation;
      relation.type = office.relation;
      relation.from = static_cast<std::uint32_t>(place[m]);
      relation.to = static_cast<std::uint32_t>(place[*office.holder]);
      relation.text = office.text;
      relation.span = page.bytes(office.tokens);
      relation.sentence = page.sentence(office.tokens.begin).bytes;
      relation.rule = "entity:title";
      if (relation.from == *relation.to) continue;
      if (given.emplace(relation.type, relation.from, *relation.to, utf8::lower(relation.text)).second)
        extraction.relations.push_back(std::move(relation));
    }
  }
}

NameTag first_tag(EntityKind kind) {
  switch (kind) {
    case EntityKind::person:
      return NameTag::B_PER;
    case EntityKind::organization:
      return NameTag::B_ORG;
    case EntityKind::country:
    case EntityKind::place:
    case EntityKind::facility:
      return NameTag::B_LOC;
    default:
      return NameTag::B_OTHER;
  }
}

/// The label inside a name stands behind that of its beginning.
NameTag inside(NameTag first) { return static_cast<NameTag>(static_cast<int>(first) + 1); }

}  // namespace
}  // namespace entity

struct EntityFinder::Rules : entity::Rules {
  using entity::Rules::Rules;
};

EntityFinder::EntityFinder(const Resources& resources) : rules_(std::make_unique<Rules>(resources)) {}
EntityFinder::~EntityFinder() = default;

void EntityFinder::operator()(const Document& document, Extraction& extraction) const {
  using namespace entity;
  if (extraction.tokens.empty()) return;
  mend_tags(*rules_, document, extraction);
  const Page page(document, extraction);
  std::vector<NameMention> names = find_names(page, *rules_);
  read_metonyms(page, *rules_, names);
  Cast cast(page);
  join_names(page, *rules_, names, cast);
  read_offices(page, *rules_, names, cast);
  read_descriptions(page, *rules_, names, cast);
  resolve(page, *rules_, cast);
  read_counterparts(page, *rules_, cast);

  const std::vector<Seen> seen = cast.sorted();
  const std::vector<std::int32_t> place = places_of(cast, seen);
  give_entities(page, *rules_, cast, seen, place, extraction);
  give_plurals(cast, place, extraction);
  give_relations(page, cast, place, extraction);
}

void EntityFinder::label(const Document& document, Extraction& extraction) const {
  using namespace entity;
  const Page page(document, extraction);
  const std::vector<NameMention> names = find_names(page, *rules_);
  // "the Army", "the Court": nominals to this stage, organizations to the tagger.
  const auto stays = [&](const Word& word, NameTag tag) {
    return tag == NameTag::B_ORG && rules_->heads.contains(word.text) && rules_->nominals.find(word.lower);
  };
  for (std::uint32_t i = 0; i < extraction.tokens.size(); ++i) {
    if (!stays(page.words[i], extraction.tokens[i].name)) extraction.tokens[i].name = NameTag::O;
  }
  for (const NameMention& mention : names) {
    if (mention.form != MentionForm::name) continue;
    const NameTag first = first_tag(mention.kind);
    bool begins = true;
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
      // "Portland, Oregon" is one place to the tables and two names.
      const bool comma = first == NameTag::B_LOC && document.text[extraction.tokens[i].bytes.begin] == ',';
      if (!comma) extraction.tokens[i].name = begins ? first : inside(first);
      begins = comma;
    }
  }
}

}  // namespace dateline
