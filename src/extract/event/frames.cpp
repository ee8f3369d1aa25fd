#include "extract/event/frames.hpp"

#include <algorithm>
#include <optional>

#include "dateline/base/text.hpp"

namespace dateline {
namespace {

Restriction::Item item_of(const Row& row, std::string_view text, const Classes& classes) {
  using Sort = Restriction::Item::Sort;
  if (text.starts_with('#')) {
    const auto kind = entity_kind_named(text.substr(1));
    if (!kind) fail(row, "no kind of entity " + std::string(text));
    return {Sort::kind, std::string(text), *kind, Upos::X};
  }
  if (text.starts_with('@')) {
    const std::string_view name = text.substr(1);
    if (!classes.has(name))
      fail(row, "no word class " + std::string(text) + "; nearest: @" + classes.nearest_name(name));
    return {Sort::word_class, std::string(name), EntityKind::other, Upos::X};
  }
  if (const Upos tag = upos_named(text); tag != Upos::X) return {Sort::tag, std::string(text), EntityKind::other, tag};
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (text.size() > 1 && std::all_of(text.begin(), text.end(), is_capital))
    return {Sort::fine_tag, std::string(text), EntityKind::other, Upos::X};
  return {Sort::lemma, std::string(text), EntityKind::other, Upos::X};
}

/// Shorthands for kinds that act, and kinds where things happen.
std::vector<std::string_view> spelled_out(std::string_view item) {
  if (item == "#actor") return {"#person", "#organization", "#country", "#group", "#place"};
  if (item == "#where") return {"#place", "#country", "#facility"};
  if (item == "#entity")
    return {"#person", "#organization", "#country", "#group", "#place", "#facility", "#work", "#product", "#other"};
  return {item};
}

Restriction restriction_of(const Row& row, std::string_view text, const Classes& classes) {
  Restriction restriction;
  if (text.find('|') != text.npos) fail(row, "alternatives behind a colon stand with commas: " + std::string(text));
  restriction.forbidden = text.starts_with('!');
  if (restriction.forbidden) text.remove_prefix(1);
  for (const std::string_view part : split(text, ',')) {
    for (const std::string_view item : spelled_out(trim(part)))
      restriction.items.push_back(item_of(row, item, classes));
  }
  return restriction;
}

/// "slot" or "slot:restriction".
std::string_view slot_part(const Row& row, std::string_view text, Restriction& restriction, const Classes& classes) {
  const std::size_t colon = text.find(':');
  if (colon == text.npos) return trim(text);
  restriction = restriction_of(row, trim(text.substr(colon + 1)), classes);
  return trim(text.substr(0, colon));
}

/// "subj|by:#actor=attacker", "poss=agent if detainee", "poss=detainee unless detainee".
RoleRule role_rule(const Row& row, std::string_view text, const Classes& classes) {
  const std::size_t equals = text.find('=');
  if (equals == text.npos) fail(row, "a role needs '=': " + std::string(text));
  RoleRule rule;
  std::string_view slots = slot_part(row, text.substr(0, equals), rule.restriction, classes);
  rule.every = slots.find('&') != slots.npos;
  for (const std::string_view slot : split(slots, rule.every ? '&' : '|')) rule.slots.emplace_back(trim(slot));
  std::string_view role = trim(text.substr(equals + 1));
  for (const auto& [word, where] : {std::pair{std::string_view(" if "), &rule.only_with},
                                    std::pair{std::string_view(" unless "), &rule.only_without}}) {
    const std::size_t at = role.find(word);
    if (at == role.npos) continue;
    *where = trim(role.substr(at + word.size()));
    role = trim(role.substr(0, at));
  }
  rule.any_noun = role.ends_with('*');
  if (rule.any_noun) role.remove_suffix(1);
  rule.role = role;
  return rule;
}

std::vector<RoleRule> role_rules(const Row& row, std::string_view cell, const Classes& classes) {
  std::vector<RoleRule> rules;
  for (const std::string_view part : split(cell, ';')) {
    if (!trim(part).empty()) rules.push_back(role_rule(row, trim(part), classes));
  }
  return rules;
}

Condition condition_of(const Row& row, std::string_view text, const Classes& classes) {
  Condition condition;
  condition.text = text;
  condition.absent = text.starts_with('-');
  if (condition.absent) text.remove_prefix(1);
  std::string_view slots = slot_part(row, text, condition.restriction, classes);
  condition.optional = slots.ends_with('?');
  if (condition.optional) slots.remove_suffix(1);
  for (const std::string_view slot : split(slots, '|')) {
    if (trim(slot).empty() || trim(slot).starts_with('-'))
      fail(row, "'-' stands once, before all slots of a condition: " + condition.text);
    condition.slots.emplace_back(trim(slot));
  }
  return condition;
}

std::vector<std::vector<std::string>> needs_of(std::string_view cell) {
  std::vector<std::vector<std::string>> needs;
  for (const std::string_view group : split(cell, ';')) {
    if (trim(group).empty()) continue;
    needs.emplace_back();
    for (const std::string_view role : split(group, '|')) needs.back().emplace_back(trim(role));
  }
  return needs;
}

Upos part_of_speech(const Row& row, std::string_view text) {
  if (text == "verb") return Upos::VERB;
  if (text == "noun") return Upos::NOUN;
  if (text == "adjective") return Upos::ADJ;
  fail(row, "pos must be verb, noun or adjective, not '" + std::string(text) + "'");
}

/// What a pattern row says, before a frame row makes it its own.
std::map<std::string, Frame, std::less<>> patterns_of(const Resources& resources, const Ontology& ontology,
                                                      const Classes& classes) {
  std::map<std::string, Frame, std::less<>> patterns;
  const Table& table = resources.table("en/event/patterns");
  for (const Row& row : table.rows) {
    Frame pattern;
    pattern.pattern = row.cells.front();
    pattern.type = ontology.event(table.cell(row, "type"));
    if (!pattern.type) fail(row, "no event type '" + table.cell(row, "type") + "' in the ontology");
    pattern.pos = part_of_speech(row, table.cell(row, "pos"));
    pattern.roles = role_rules(row, table.cell(row, "roles"), classes);
    pattern.needs = needs_of(table.cell(row, "needs"));
    if (const std::string_view amount = table.cell(row, "amount"); !amount.empty()) {
      const std::size_t equals = amount.find('=');
      if (equals == amount.npos) fail(row, "an amount needs '=': " + std::string(amount));
      for (const std::string_view slot : split(amount.substr(0, equals), '|'))
        pattern.amount_slots.emplace_back(trim(slot));
      pattern.amount_role = trim(amount.substr(equals + 1));
    }
    patterns.emplace(pattern.pattern, std::move(pattern));
  }
  return patterns;
}

bool asks_for_kind(const Restriction& restriction, EntityKind kind) {
  return std::any_of(restriction.items.begin(), restriction.items.end(), [&](const Restriction::Item& item) {
    return item.sort == Restriction::Item::Sort::kind && item.kind == kind;
  });
}

/// The subject of a speech act is someone, even when the noun is not known to be.
void open_to_agents(const std::vector<std::string>& slots, Restriction& restriction) {
  const bool subject = std::find(slots.begin(), slots.end(), "subj") != slots.end();
  restriction.any_agent = subject && !restriction.forbidden && asks_for_kind(restriction, EntityKind::person) &&
                          asks_for_kind(restriction, EntityKind::group);
}

/// "resign; retire: retire": the mode of the row, then those of some of its lemmas.
void read_modes(const Table& table, const Row& row, Frame& frame) {
  const std::vector<std::string> lemmas = table.list(row, "lemmas");
  for (const std::string_view part : split(table.cell(row, "mode"), ';')) {
    const std::size_t colon = part.find(':');
    if (colon == part.npos) {
      frame.mode = trim(part);
      continue;
    }
    for (const std::string_view lemma : split(part.substr(colon + 1), '|')) {
      if (std::find(lemmas.begin(), lemmas.end(), trim(lemma)) == lemmas.end())
        fail(row, "a mode for '" + std::string(trim(lemma)) + "', which is no lemma of the row");
      frame.mode_of_lemma[std::string(trim(lemma))] = trim(part.substr(0, colon));
    }
  }
}

Frame frame_of(const Table& table, const Row& row, const Frame& pattern, const Classes& classes) {
  Frame frame = pattern;
  frame.id = row.cells.front();
  read_modes(table, row, frame);
  for (const std::string_view part : split(table.cell(row, "when"), ';')) {
    if (!trim(part).empty()) frame.conditions.push_back(condition_of(row, trim(part), classes));
  }
  frame.on_negation = std::any_of(frame.conditions.begin(), frame.conditions.end(), [](const Condition& one) {
    return (one.slots.front() == "neg" || one.slots.front() == "case") && !one.absent;
  });
  std::vector<RoleRule> own = role_rules(row, table.cell(row, "roles"), classes);
  frame.roles.insert(frame.roles.begin(), own.begin(), own.end());
  if (frame.type->speech) {
    for (RoleRule& rule : frame.roles) open_to_agents(rule.slots, rule.restriction);
    for (Condition& condition : frame.conditions) open_to_agents(condition.slots, condition.restriction);
  }
  return frame;
}

/// How much a frame asks for; what it only forbids does not count.
std::ptrdiff_t particularity(const Frame& frame) {
  return std::count_if(frame.conditions.begin(), frame.conditions.end(),
                       [](const Condition& one) { return !one.restriction.forbidden && !one.optional; });
}

}  // namespace

Frame laid_out(const Table& table, const Row& row, const Classes& classes) {
  Frame frame;
  frame.id = row.cells.front();
  frame.pos = part_of_speech(row, table.cell(row, "pos"));
  for (const std::string_view part : split(table.cell(row, "when"), ';')) {
    if (!trim(part).empty()) frame.conditions.push_back(condition_of(row, trim(part), classes));
  }
  frame.roles = role_rules(row, table.cell(row, "roles"), classes);
  frame.needs = needs_of(table.cell(row, "needs"));
  return frame;
}

Frames::Frames(const Resources& resources, const Ontology& ontology, const Classes& classes) {
  const auto patterns = patterns_of(resources, ontology, classes);
  const Table& table = resources.table("en/event/frames");
  std::vector<std::string_view> names;
  for (const auto& [name, pattern] : patterns) names.push_back(name);
  for (const Row& row : table.rows) {
    const auto pattern = patterns.find(table.cell(row, "pattern"));
    if (pattern == patterns.end())
      fail(row, "no pattern '" + table.cell(row, "pattern") +
                    "'; nearest: " + std::string(nearest(table.cell(row, "pattern"), names)));
    const Frame& frame =
        frames_.emplace(row.cells.front(), frame_of(table, row, pattern->second, classes)).first->second;
    for (const std::string& lemma : table.list(row, "lemmas")) {
      (frame.pos == Upos::VERB  ? verbs_
       : frame.pos == Upos::ADJ ? adjectives_
                                : nouns_)[lemma]
          .push_back(candidate(frame));
      ++senses_;
    }
  }
  for (auto* index : {&verbs_, &nouns_, &adjectives_}) {
    for (auto& [lemma, found] : *index) {
      std::stable_sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return particularity(*a.frame) > particularity(*b.frame);
      });
    }
  }
  for (const std::string& verb : classes.of("quotation_verb")) {
    for (const Candidate& one : of(Upos::VERB, verb)) {
      const auto same = [&](const Candidate& other) { return other.frame == one.frame; };
      if (one.frame->type->speech && one.frame->type->id != "statement" &&
          std::none_of(direct_speech_.begin(), direct_speech_.end(), same))
        direct_speech_.push_back(one);
    }
  }
}

Candidate Frames::candidate(const Frame& frame) {
  Candidate candidate{&frame, {}, {}};
  const auto add = [](auto& places, std::uint16_t place) {
    for (std::uint16_t& one : places) {
      if (one == place) return;
      if (one == 0) {
        one = place;
        return;
      }
    }
  };
  for (const Condition& one : frame.conditions) {
    if (one.slots.size() != 1 || one.optional || one.restriction.forbidden) continue;
    if (!one.absent)
      add(candidate.asked, asked_place(one.slots.front()));
    else if (one.restriction.items.empty())
      add(candidate.barred, asked_place(one.slots.front()));
  }
  return candidate;
}

std::uint16_t Frames::asked_place(const std::string& slot) {
  if (const auto known = asked_places_.find(slot); known != asked_places_.end()) return known->second;
  const auto place = static_cast<std::uint16_t>(asked_slots_.size());
  asked_slots_.push_back(slot);
  asked_places_[slot] = place;
  return place;
}

const std::vector<Candidate>& Frames::of(Upos pos, std::string_view lemma) const {
  static const std::vector<Candidate> none;
  if (pos != Upos::VERB && pos != Upos::ADJ && pos != Upos::NOUN) return none;
  const auto& index = pos == Upos::VERB ? verbs_ : pos == Upos::ADJ ? adjectives_ : nouns_;
  const auto found = index.find(lemma);
  return found == index.end() ? none : found->second;
}

}  // namespace dateline
