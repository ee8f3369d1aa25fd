#include "extract/event/relations.hpp"

#include <algorithm>

namespace dateline {
namespace {

using Entities = std::vector<std::uint32_t>;

/// Who the relation is with: "Russia's ambassador", "ambassador of Russia", "her counterpart", "Russian ambassador".
Entities others(TokenIndex noun, const std::vector<std::string>& prepositions, const MatchContext& on) {
  Heads heads = on.arguments.slot(noun, "poss");
  for (const std::string& preposition : prepositions) {
    const Heads more = on.arguments.slot(noun, preposition);
    heads.insert(heads.end(), more.begin(), more.end());
  }
  Entities found;
  for (const TokenIndex head : heads) {
    for (const std::uint32_t entity : on.lookup.headed_by(head)) found.push_back(entity);
  }
  return found;
}

/// A country or organization named before the noun: "Russian" of "her Russian counterpart".
Entities named_before(TokenIndex noun, const MatchContext& on) {
  Entities found;
  for (const TokenIndex head : on.arguments.slot(noun, "comp")) {
    for (const std::uint32_t entity : on.lookup.covering(head)) {
      const EntityKind kind = on.extraction.entities[entity].kind;
      if (kind == EntityKind::country || kind == EntityKind::organization || kind == EntityKind::place)
        found.push_back(entity);
    }
  }
  return found;
}

bool is_person(const MatchContext& on, std::uint32_t entity) {
  return on.extraction.entities[entity].kind == EntityKind::person;
}

/// The person that the noun is said of: its name beside it ("counterpart Sergey Lavrov"), in apposition, or its predicate's subject.
std::optional<std::uint32_t> holder(TokenIndex noun, const MatchContext& on) {
  Heads around;
  if (const auto above = on.tree.head(noun)) {
    const bool beside = on.tree.is(noun, "compound") || on.tree.is(noun, "appos") || on.tree.is(noun, "nmod:desc") ||
                        on.tree.is(noun, "flat");
    if (beside) around.push_back(*above);
  }
  for (const TokenIndex one : on.tree.children(noun)) {
    if (on.tree.is(one, "appos") || on.tree.is(one, "flat") || (on.tree.is(one, "nsubj") && on.tree.child(noun, "cop")))
      around.push_back(one);
  }
  for (const TokenIndex head : around) {
    for (const std::uint32_t entity : on.lookup.headed_by(head)) {
      if (is_person(on, entity)) return entity;
    }
  }
  for (const std::uint32_t entity : on.lookup.covering(noun)) {
    if (is_person(on, entity)) return entity;  // the title stands inside the name
  }
  return std::nullopt;
}

/// "Russian Foreign Minister": the words of the title that stand before the noun, without whom it names.
std::string title_of(TokenIndex noun, const MatchContext& on) {
  std::string text;
  for (const TokenIndex one : on.arguments.slot(noun, "comp")) {
    const Entities named = on.lookup.covering(one);
    const bool names =
        std::any_of(named.begin(), named.end(), [&](std::uint32_t entity) { return !is_person(on, entity); });
    if (!names) text += std::string(on.tree.word(one)) + ' ';
  }
  return text + std::string(on.tree.word(noun));
}

}  // namespace

RelationRules::RelationRules(const Resources& resources) {
  const Table& table = resources.table("en/event/relations");
  for (const Row& row : table.rows) {
    const Noun noun{row.cells.front(), table.cell(row, "type"), table.list(row, "with")};
    for (const std::string& lemma : table.list(row, "lemmas")) nouns_[lemma] = noun;
  }
}

const RelationRules::Noun* RelationRules::noun(std::string_view lemma) const {
  const auto found = nouns_.find(lemma);
  return found == nouns_.end() ? nullptr : &found->second;
}

void RelationRules::find(const MatchContext& on, Extraction& extraction) const {
  for (TokenIndex token = 0; token < on.tree.size(); ++token) {
    if (on.tree.upos(token) != Upos::NOUN && on.tree.upos(token) != Upos::PROPN) continue;
    const Noun* rule = noun(on.tree.lemma(token));
    if (!rule) continue;
    const auto person = holder(token, on);
    if (!person) continue;
    Entities with = others(token, rule->prepositions, on);
    if (with.empty() && rule->type != "counterpart_of" && rule->type != "family") with = named_before(token, on);
    std::erase(with, *person);
    if (with.empty() && rule->type != "holds_position") continue;
    const std::optional<std::uint32_t> other = with.empty() ? std::nullopt : std::optional(with.front());
    const bool known =
        std::any_of(extraction.relations.begin(), extraction.relations.end(), [&](const RelationMention& one) {
          return one.type == rule->type && one.from == *person && (one.to == other || !other);
        });
    if (known) continue;
    RelationMention relation;
    relation.type = rule->type;
    relation.from = *person;
    relation.to = other;
    relation.text = title_of(token, on);
    relation.span = extraction.tokens[token].bytes;
    relation.sentence = extraction.sentences[on.tree.sentence(token)].bytes;
    relation.rule = rule->id;
    extraction.relations.push_back(std::move(relation));
  }
}

}  // namespace dateline
