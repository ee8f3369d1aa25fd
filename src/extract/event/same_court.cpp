#include "extract/event/same_court.hpp"

#include <algorithm>

#include "extract/event/more_said.hpp"

namespace dateline {
namespace {

std::optional<std::uint32_t> court_of(const EventMention& event) {
  for (const Participant& one : event.participants) {
    if (one.role == court_role) return one.entity;
  }
  return std::nullopt;
}

/// "A judge", "the lower court": another one than was told before.
bool is_introduced(const MatchContext& on, TokenIndex court) {
  const auto parts = on.tree.children(court);
  return !on.arguments.is_definite(court) || std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const Lemma& lemma = on.tree.lemma(one);
    return on.classes.holds("other_occasion", lemma) || on.classes.holds("court_rank", lemma);
  });
}

}  // namespace

bool is_of_another_court(const MatchContext& on, const EventMention& before, TokenIndex trigger,
                         const EventMention& told) {
  if (before.type != told.type || !on.classes.holds("court_event", told.type)) return false;
  const auto first = court_of(before), next = court_of(told);
  if (!first || !next || *first == *next) return false;
  const LocalEntity &one = on.extraction.entities[*first], &other = on.extraction.entities[*next];
  if (has_name(one) == has_name(other)) return true;
  if (has_name(other)) return one.kind != EntityKind::person || other.kind != EntityKind::person;
  const Heads subjects = on.arguments.subjects(trigger);
  return std::any_of(subjects.begin(), subjects.end(), [&](TokenIndex court) { return is_introduced(on, court); });
}

}  // namespace dateline
