#include "extract/event/relations.hpp"

#include <algorithm>
#include <optional>

#include "dateline/base/utf8.hpp"

namespace dateline {
namespace {

constexpr std::string_view from_role = "from", to_role = "to";

bool is_singular(TokenIndex noun, const MatchContext& on) { return !on.tree.xpos(noun).ends_with('S'); }

/// The mention that a noun itself is part of may stand for it: a name that does not end in it ("Michel Mayor" is no mayor), or, where
/// names are not asked for, a phrase.
bool stands_for_itself(TokenIndex noun, bool unnamed, const MatchContext& on) {
  const EntityLookup::Place* place = on.lookup.place(noun);
  if (!place) return unnamed;
  if (place->form != MentionForm::name) return unnamed && !has_name(on.extraction.entities[place->entities.front()]);
  const bool is_person = on.extraction.entities[place->entities.front()].kind == EntityKind::person;
  return !is_person || place->tokens.end != noun + 1;
}

/// Whether the role is that of whom the noun is said of.
bool is_said_of(const Match& match, std::string_view role) {
  const auto& rules = match.frame->roles;
  return std::any_of(rules.begin(), rules.end(), [&](const RoleRule& rule) {
    return rule.role == role && std::find(rule.slots.begin(), rule.slots.end(), "holder") != rule.slots.end();
  });
}

/// Who fills a role. "Chancellor Meyer and Prime Minister Lee": a noun in the singular is said of one only, not of the conjuncts.
std::vector<std::uint32_t> in_role(const Match& match, std::string_view role, bool unnamed, const MatchContext& on) {
  std::vector<std::uint32_t> found;
  const bool verb = on.tree.is_verb(match.trigger);
  const Heads holders = verb || !is_said_of(match, role) ? Heads{} : on.arguments.slot(match.trigger, "holder");
  for (const Filled& filled : match.filled) {
    if (filled.role != role) continue;
    if (filled.head == match.trigger && !stands_for_itself(match.trigger, unnamed, on)) continue;
    const bool conjunct = std::find(holders.begin(), holders.end(), filled.head) == holders.end();
    if (!holders.empty() && conjunct && is_singular(match.trigger, on) && filled.head != match.trigger) continue;
    found.insert(found.end(), filled.entities.begin(), filled.entities.end());
  }
  return found;
}

/// "joined", "has joined", "Lee, representing": told as so; not "to join", "would join", "until it joins".
bool is_told(TokenIndex verb, const MatchContext& on) {
  const std::string_view tag = on.tree.xpos(verb);
  if (tag == "VB" || (tag == "VBG" && !on.tree.is(verb, "acl") && !on.tree.child(verb, "aux"))) return false;
  if (on.classes.holds("unreal_marker", on.tree.marker(verb))) return false;
  const auto parts = on.tree.children(verb);
  return std::none_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return on.tree.is(one, "aux") && on.classes.holds("modal_auxiliary", on.tree.lemma(one));
  });
}

/// "Presidents" as the name of a post is "President".
std::string in_singular(std::string_view word, TokenIndex noun, const MatchContext& on) {
  if (is_singular(noun, on)) return std::string(word);
  std::string text(on.tree.lemma(noun));
  if (!text.empty() && !word.empty() && word.front() >= 'A' && word.front() <= 'Z' && text.front() >= 'a')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

/// "Foreign Minister", "Attorney General", "son-in-law": a noun with the words before it that name nobody else, and what hyphens join to it.
std::string title_of(TokenIndex noun, const MatchContext& on) {
  const auto names = [&](TokenIndex word) {
    const auto named = on.lookup.covering(word);
    return std::any_of(named.begin(), named.end(),
                       [&](std::uint32_t entity) { return on.extraction.entities[entity].kind != EntityKind::person; });
  };
  Heads before = on.arguments.slot(noun, "comp");
  for (TokenIndex word = noun; word > 0; --word) {
    const bool beside = on.tree.upos(word - 1) == Upos::PROPN && on.tree.upos(noun) == Upos::PROPN &&
                        on.tree.head(word - 1) == on.tree.head(noun) && on.tree.head(noun).has_value();
    if (!beside) break;
    before.push_back(word - 1);
  }
  std::sort(before.begin(), before.end());
  before.erase(std::unique(before.begin(), before.end()), before.end());
  std::string text;
  for (const TokenIndex one : before) {
    if (!names(one)) text += std::string(on.tree.word(one)) + ' ';
  }
  const auto& tokens = on.extraction.tokens;
  Span bytes = tokens[noun].bytes;
  for (TokenIndex next = noun + 1; next < tokens.size() && tokens[next].bytes.begin == bytes.end; ++next) {
    const bool joined = on.tree.word(next) == "-" || on.document.text[bytes.end - 1] == '-';
    if (!joined) break;
    bytes.end = tokens[next].bytes.end;
  }
  return text + in_singular(on.document.text.substr(bytes.begin, bytes.size()), noun, on);
}

bool yes(const Table& table, const Row& row, std::string_view column) {
  const std::string& cell = table.cell(row, column);
  if (!cell.empty() && cell != "yes") fail(row, std::string(column) + " is yes or empty, not '" + cell + "'");
  return !cell.empty();
}

std::vector<EntityKind> entity_kinds(const Table& table, const Row& row, std::string_view column) {
  std::vector<EntityKind> all;
  for (const std::string& kind : table.list(row, column)) {
    const auto found = entity_kind_named(kind);
    if (!found) fail(row, "no kind of entity " + kind);
    all.push_back(*found);
  }
  return all;
}

void check_bound(const Row& row, const std::string& text) {
  if (!text.empty() && text != "since" && text != "until")
    fail(row, "a time is since, until or empty, not '" + text + "'");
}

}  // namespace

RelationRules::RelationRules(const Resources& resources, const Classes& classes) : bounds_(resources) {
  const Table& table = resources.table("en/event/relations");
  for (const Row& row : table.rows) {
    const Rule rule{laid_out(table, row, classes), table.cell(row, "type"),    table.cell(row, "named_by"),
                    table.cell(row, "time"),       yes(table, row, "unnamed"), yes(table, row, "mutual"),
                    yes(table, row, "alike")};
    check_bound(row, rule.starts);
    for (const std::string& lemma : table.list(row, "lemmas")) rules_[lemma].push_back(rule);
  }
  const Table& derived = resources.table("ontology/derived_relations");
  for (const Row& row : derived.rows) {
    DerivedRelation one;
    one.id = row.cells.front();
    one.event = derived.cell(row, "event");
    one.from = derived.cell(row, "from"), one.to = derived.cell(row, "to");
    one.type = derived.cell(row, "type");
    one.named_by = derived.cell(row, "named_by");
    one.bound = derived.cell(row, "time");
    one.unless = derived.list(row, "unless");
    check_bound(row, one.bound);
    one.from_kinds = entity_kinds(derived, row, "from_kinds");
    one.to_kinds = entity_kinds(derived, row, "to_kinds");
    derived_.push_back(std::move(one));
  }
}

namespace {

std::string last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return utf8::lower(space == text.npos ? text : text.substr(space + 1));
}

}  // namespace

void add_relation(RelationMention relation, Extraction& extraction) {
  if (relation.to == relation.from) return;
  const bool known =
      std::any_of(extraction.relations.begin(), extraction.relations.end(), [&](const RelationMention& one) {
        const bool same = one.from == relation.from &&
                          (one.to == relation.to || (!relation.to && last_word(relation.text) == last_word(one.text)));
        const bool turned = relation.to && one.from == *relation.to && one.to == relation.from;
        return one.type == relation.type && (same || turned) && one.since.empty() == relation.since.empty() &&
               one.until.empty() == relation.until.empty();
      });
  if (!known) extraction.relations.push_back(std::move(relation));
}

/// "from 2007 to 2011", "since May", "in 2011": a time on the words, or on the verb that they are the predicate of.
void RelationRules::bound(const Rule& rule, TokenIndex word, const MatchContext& on, RelationMention& relation) const {
  for (std::uint32_t index = 0; index < on.extraction.time_tokens.size(); ++index) {
    const Span& tokens = on.extraction.time_tokens[index];
    const std::string& edtf = on.extraction.times[index].edtf;
    if (edtf.empty()) continue;
    for (TokenIndex token = tokens.begin; token < tokens.end; ++token) {
      const auto above = on.tree.head(token);
      const bool nested = above && on.tree.head(*above) == word && on.tree.is(token, "nmod");  // "from 2004 to 2009"
      if (above != word && !nested) continue;
      const auto found = bounds_.find(on.tree.preposition(token));
      const std::size_t slash = edtf.find('/');
      if (slash != edtf.npos) {
        if (edtf.compare(0, slash, "..") != 0) relation.since = edtf.substr(0, slash);
        if (edtf.compare(slash + 1, edtf.npos, "..") != 0) relation.until = edtf.substr(slash + 1);
      } else if (found == TimeBound::from) {
        relation.since = edtf;
      } else if (found == TimeBound::to || (nested && !relation.since.empty())) {
        relation.until = edtf;
      } else if (!found && rule.starts == "since") {
        relation.since = edtf;
      } else if (!found && rule.starts == "until") {
        relation.until = edtf;
      }
    }
  }
}

bool RelationRules::apply(const Rule& rule, const Match& match, const MatchContext& on, Extraction& extraction) const {
  RelationMention relation;
  relation.type = rule.type;
  relation.span = extraction.tokens[match.trigger].bytes;
  relation.sentence = extraction.sentences[on.tree.sentence(match.trigger)].bytes;
  relation.rule = match.frame->id;
  if (!rule.named_by.empty()) {
    const Heads heads = on.arguments.slot(match.trigger, rule.named_by);
    for (const TokenIndex head : heads) {
      if (on.tree.is_noun(head) && relation.text.empty()) relation.text = title_of(head, on);
    }
  }
  bound(rule, match.trigger, on, relation);
  const auto from = in_role(match, from_role, rule.unnamed, on);
  const auto to = in_role(match, to_role, rule.unnamed, on);
  const bool wants_both = std::any_of(match.frame->needs.begin(), match.frame->needs.end(),
                                      [](const auto& group) { return group.front() == to_role; });
  if (to.empty() && wants_both) return false;
  bool added = false;
  const auto add = [&](std::uint32_t one, std::optional<std::uint32_t> other) {
    const bool first = has_name(extraction.entities[one]);
    const bool second = !other || has_name(extraction.entities[*other]);
    if (rule.alike && other && extraction.entities[one].kind != extraction.entities[*other].kind) return;
    if (rule.unnamed ? !first && !(other && second) : !first || !second) return;
    relation.from = one;
    relation.to = other;
    add_relation(relation, extraction);
    added = true;
  };
  if (to.empty() && rule.mutual) {
    for (std::size_t i = 0; i < from.size(); ++i) {
      for (std::size_t j = i + 1; j < from.size(); ++j) add(from[i], from[j]);
    }
    return added;
  }
  for (const std::uint32_t one : from) {
    if (to.empty()) add(one, std::nullopt);
    for (const std::uint32_t other : to) add(one, other);
  }
  return added;
}

void RelationRules::find(const Matcher& matcher, const MatchContext& on, Extraction& extraction) const {
  const auto is_pos = [&](TokenIndex token, Upos wanted) {
    const Upos tag = on.tree.upos(token);
    return tag == wanted || (wanted == Upos::NOUN && tag == Upos::PROPN);
  };
  for (TokenIndex token = 0; token < on.tree.size(); ++token) {
    const auto rules = rules_.find(on.tree.lemma(token));
    if (rules == rules_.end()) continue;
    for (const Rule& rule : rules->second) {
      if (!is_pos(token, rule.frame.pos)) continue;
      if (!on.arguments.slot(token, "neg").empty() || (on.tree.is_verb(token) && !is_told(token, on))) continue;
      const auto match = matcher.fit(rule.frame, token);
      if (match && apply(rule, *match, on, extraction)) break;
    }
  }
  find_named_beside(on, extraction);
  derive_relations(derived_, on, extraction);
  find_posts_of_counterparts(on, extraction);
}

}  // namespace dateline
