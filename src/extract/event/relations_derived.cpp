#include <algorithm>

#include "extract/event/relations.hpp"

namespace dateline {
namespace {

std::vector<std::uint32_t> fillers(const EventMention& event, std::string_view role) {
  std::vector<std::uint32_t> found;
  for (const Participant& one : event.participants) {
    if (one.role == role) found.push_back(one.entity);
  }
  return found;
}

bool has_part(const EventMention& event, std::string_view role, std::uint32_t entity) {
  return std::any_of(event.participants.begin(), event.participants.end(),
                     [&](const Participant& one) { return one.role == role && one.entity == entity; });
}

/// The side of a date that bounds a state: its day, month or year; the known end of an interval.
std::string bound_of(const EventDate& date) {
  const std::size_t slash = date.edtf.find('/');
  if (slash == date.edtf.npos) return date.edtf;
  return {};
}

}  // namespace

void derive_relations(const std::vector<DerivedRelation>& rows, const MatchContext& on, Extraction& extraction) {
  const auto allowed = [&](const std::vector<EntityKind>& kinds, std::uint32_t entity) {
    const LocalEntity& one = extraction.entities[entity];
    return has_name(one) && (kinds.empty() || std::find(kinds.begin(), kinds.end(), one.kind) != kinds.end());
  };
  for (const EventMention& event : extraction.events) {
    if (event.negated || event.status != Status::asserted || event.part_of) continue;  // its whole says the same
    for (const DerivedRelation& row : rows) {
      if (row.event != event.type) continue;
      if (std::find(row.unless.begin(), row.unless.end(), event.mode) != row.unless.end()) continue;
      RelationMention relation;
      relation.type = row.type;
      relation.span = event.trigger;
      relation.sentence = event.sentence;
      relation.rule = row.id;
      if (!row.named_by.empty()) {
        const auto names = fillers(event, row.named_by);
        if (names.empty()) continue;
        relation.text = extraction.entities[names.front()].name;
        const bool read =
            std::any_of(extraction.relations.begin(), extraction.relations.end(), [&](const RelationMention& one) {
              return one.type == row.type && one.sentence == event.sentence && has_part(event, row.from, one.from);
            });
        const bool vague = on.classes.holds("vague_post", relation.text);
        if (read || vague) continue;  // the words themselves say it better, or nothing is said
      }
      if (event.date && row.bound == "since") relation.since = bound_of(*event.date);
      if (event.date && row.bound == "until") relation.until = bound_of(*event.date);
      const auto from = fillers(event, row.from);
      const auto to = fillers(event, row.to);
      for (const std::uint32_t one : from) {
        if (!allowed(row.from_kinds, one)) continue;
        relation.from = one;
        if (to.empty() && !row.named_by.empty()) {
          relation.to.reset();
          add_relation(relation, extraction);
        }
        for (const std::uint32_t other : to) {
          if (one == other || (row.from == row.to && other < one) || !allowed(row.to_kinds, other)) continue;
          relation.to = other;
          add_relation(relation, extraction);
        }
      }
    }
  }
}

void find_posts_of_counterparts(const MatchContext& on, Extraction& extraction) {
  std::vector<RelationMention> found;
  for (const RelationMention& pair : extraction.relations) {
    if (pair.type != "counterpart_of" || !pair.to) continue;
    for (TokenIndex token = 0; token < extraction.tokens.size(); ++token) {
      if (!(extraction.tokens[token].bytes == pair.span)) continue;
      for (const TokenIndex before : on.arguments.slot(token, "comp")) {
        for (const std::uint32_t country : on.lookup.covering(before)) {
          if (extraction.entities[country].kind != EntityKind::country) continue;
          for (const RelationMention& post : extraction.relations) {
            if (post.type != "holds_position" || post.from != *pair.to || post.text.empty()) continue;
            RelationMention other = pair;
            other.type = post.type;
            other.text = post.text;
            other.to = country;
            found.push_back(std::move(other));
          }
        }
      }
    }
  }
  for (RelationMention& one : found) add_relation(std::move(one), extraction);
}

}  // namespace dateline
