#include "extract/event/places.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// What it happened near is its place where nothing is told to be in or at.
enum class How { there, nearby };

std::optional<std::uint32_t> place_on(TokenIndex word, How how, const Match& match, const MatchContext& on) {
  for (const TokenIndex one : on.tree.children(word)) {
    if (!on.tree.is(one, "obl") && !on.tree.is(one, "nmod")) continue;
    const std::string& preposition = on.tree.preposition(one);
    if (!on.classes.holds("place_preposition", preposition)) continue;
    if (on.classes.holds("nearby_preposition", preposition) != (how == How::nearby)) continue;
    const bool taken =
        std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& filled) { return filled.head == one; });
    if (taken) continue;
    for (const std::uint32_t entity : on.lookup.headed_by(one)) {
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
      // "according to police in Lima", "after a raid in Lima a bill was proposed"
      if (on.classes.holds("source_preposition", preposition) || on.classes.holds("clause_preposition", preposition))
        continue;
      if (auto found = place_on(one, how, match, on)) return found;  // "met the minister in the Kremlin"
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::uint32_t> place_of(const Match& match, TokenIndex clause, const MatchContext& on) {
  if (match.part_of && match.part_of->own_place) return std::nullopt;  // not that of the whole
  const auto there = place_around(match, clause, How::there, on);
  return there ? there : place_around(match, clause, How::nearby, on);
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
