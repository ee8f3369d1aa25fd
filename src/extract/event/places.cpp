#include "extract/event/places.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// The role of where a journey began, in patterns.tsv.
constexpr std::string_view origin_role = "origin";

bool is_area(EntityKind kind) { return kind == EntityKind::place || kind == EntityKind::country; }

/// What it happened near is its place where nothing is told to be in or at.
enum class How { there, nearby };

/// "In mid-August", which the names took for a place.
bool is_time(TokenIndex word, const MatchContext& on) {
  const auto& times = on.extraction.time_tokens;
  return std::any_of(times.begin(), times.end(), [&](const Span& time) { return time.contains(word); });
}

/// "Moved from Lima to a clinic in Oslo": where somebody came from is told, and where he went is no place of it.
bool is_journey_end(TokenIndex phrase, TokenIndex verb, const MatchContext& on) {
  if (!on.classes.holds("target_preposition", on.tree.preposition(phrase))) return false;
  const auto parts = on.tree.children(verb);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return on.tree.is(one, "obl") && on.classes.holds("origin_preposition", on.tree.preposition(one));
  });
}

/// "Came home from fighting in Libya": a journey took no place where it began.
bool is_journey_begin(TokenIndex phrase, const Match& match, const MatchContext& on) {
  const std::vector<RoleRule>& roles = match.frame->roles;
  return on.classes.holds("origin_preposition", on.tree.preposition(phrase)) &&
         std::any_of(roles.begin(), roles.end(), [](const RoleRule& rule) { return rule.role == origin_role; });
}

/// "Tom Reed of Austin, Texas, near Dallas": behind a comma, what is near a place only says where that one is.
bool is_near_place_before(TokenIndex phrase, const MatchContext& on) {
  std::uint32_t begin = on.tree.extent(phrase).begin;
  if (on.tree.word(begin) == ",") ++begin;
  if (begin < 2 || on.tree.word(begin - 1) != ",") return false;
  const auto* before = on.lookup.place(begin - 2);
  return before != nullptr && before->form == MentionForm::name && on.tree.in_body(begin - 2);
}

std::optional<std::uint32_t> place_on(TokenIndex word, How how, const Match& match, const MatchContext& on) {
  for (const TokenIndex one : on.tree.children(word)) {
    if (!on.tree.is(one, "obl") && !on.tree.is(one, "nmod")) continue;
    const std::string& preposition = on.tree.preposition(one);
    if (!on.classes.holds("place_preposition", preposition)) continue;
    if (on.classes.holds("nearby_preposition", preposition) != (how == How::nearby) || is_time(one, on)) continue;
    if (how == How::nearby && is_near_place_before(one, on)) continue;
    const bool taken =
        std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& filled) { return filled.head == one; });
    if (taken) continue;
    for (const std::uint32_t entity : on.lookup.headed_by(one)) {
      if (is_building_outside(on, preposition, entity)) continue;
      if (is_where(on.extraction.entities[entity].kind)) return entity;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> place_within(TokenIndex noun, const Match& match, const MatchContext& on) {
  TokenIndex at = noun;
  for (int steps = 0; steps < deepest_control; ++steps) {
    if (auto found = place_on(at, How::there, match, on)) return found;
    if (auto found = place_on(at, How::nearby, match, on)) return found;
    std::optional<TokenIndex> next;
    for (const TokenIndex one : on.tree.children(at)) {
      const std::string& preposition = on.tree.preposition(one);
      const bool inner = on.classes.holds("place_preposition", preposition) ||
                         (at != noun && on.classes.holds("complement_preposition", preposition));
      if (one > at && on.tree.is(one, "nmod") && inner) next = one;
    }
    if (!next) return std::nullopt;
    at = *next;
  }
  return std::nullopt;
}

namespace {

/// "The burial of Ann Lee in Lima", "a strike by prisoners in Lima": where that was, behind a name that it befell or behind who did it.
std::optional<std::uint32_t> place_behind_people(const Match& match, How how, const MatchContext& on) {
  for (const TokenIndex one : on.tree.children(match.trigger)) {
    if (one < match.trigger || !on.tree.is(one, "nmod") || on.tree.is(one, "nmod:poss")) continue;
    const std::string& preposition = on.tree.preposition(one);
    const bool befell = on.classes.holds("complement_preposition", preposition) && on.tree.in_person(one);
    if (!befell && !on.classes.holds("agent_marker", preposition)) continue;
    if (auto found = place_on(one, how, match, on)) return found;
  }
  return std::nullopt;
}

/// "Police in Lima arrested two men": people who are told to be somewhere did it there, unless something else says where.
std::optional<std::uint32_t> place_of_people(TokenIndex verb, const Match& match, const MatchContext& on) {
  for (const TokenIndex one : on.tree.children(verb)) {
    const Lemma& lemma = on.tree.lemma(one);
    const bool several = on.tree.xpos(one) == "NNS" || on.classes.holds("counted_singular", lemma);
    if (!on.tree.is(one, "nsubj") || !several || !on.classes.holds("local_people", lemma)) continue;
    if (auto found = place_on(one, How::there, match, on)) return found;
  }
  return std::nullopt;
}

std::optional<std::uint32_t> place_around(const Match& match, TokenIndex clause, How how, const MatchContext& on) {
  if (auto found = place_on(match.trigger, how, match, on)) return found;
  if (clause != match.trigger) {
    if (auto found = place_on(clause, how, match, on)) return found;
  }
  // "condemned the raid in Lima", "praised the choir in Oslo": where that was, not where it was said
  if (match.frame->type && match.frame->type->speech) return std::nullopt;
  for (const TokenIndex word : {match.trigger, clause}) {
    for (const TokenIndex one : on.tree.children(word)) {
      if (!on.tree.is(one, "obj") && !on.tree.is(one, "obl")) continue;
      const std::string& preposition = on.tree.preposition(one);
      if (is_journey_end(one, word, on) || is_journey_begin(one, match, on)) continue;
      // "according to police in Lima", "after a raid in Lima a bill was proposed"
      if (on.classes.holds("source_preposition", preposition) || on.classes.holds("clause_preposition", preposition))
        continue;
      if (auto found = place_on(one, how, match, on)) return found;  // "met the minister in the Kremlin"
    }
  }
  return on.tree.is_verb(match.trigger) ? std::nullopt : place_behind_people(match, how, on);
}

}  // namespace

bool is_building_outside(const MatchContext& on, std::string_view preposition, std::uint32_t entity) {
  return on.classes.holds("outside_preposition", preposition) && !has_name(entity, on) &&
         !is_area(on.extraction.entities[entity].kind);
}

std::optional<std::uint32_t> place_there(const Match& match, TokenIndex clause, const MatchContext& on) {
  return place_around(match, clause, How::there, on);
}

std::optional<std::uint32_t> place_of(const Match& match, TokenIndex clause, const MatchContext& on) {
  if (match.part_of && match.part_of->own_place) return std::nullopt;  // not that of the whole
  if (const auto there = place_around(match, clause, How::there, on)) return there;
  if (const auto nearby = place_around(match, clause, How::nearby, on)) return nearby;
  const bool done = on.tree.is_verb(match.trigger) && match.frame->type && !match.frame->type->speech;
  return done ? place_of_people(match.trigger, match, on) : std::nullopt;
}

bool is_somewhere_now(const Match& match, const MatchContext& on) {
  const Tree& tree = on.tree;
  const auto predicate = tree.head(match.trigger);
  const auto copula = predicate ? tree.child(*predicate, "cop") : std::nullopt;
  if (!copula || (tree.xpos(*copula) != "VBP" && tree.xpos(*copula) != "VBZ")) return false;
  if (tree.is(*predicate, "acl") || tree.is(*predicate, "advcl")) return false;
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& filled) {
    return filled.head == match.trigger && !tree.is_verb(match.trigger);
  });
}

}  // namespace dateline
