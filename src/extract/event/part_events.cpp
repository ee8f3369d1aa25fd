#include "extract/event/part_events.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr TokenIndex farthest_trigger = 80;  // from what it counts; keeps odd text linear
constexpr std::string_view place_role = "place", plain_count = "count";

class PartEvents {
 public:
  PartEvents(const Frames& frames, const Matcher& matcher, const MatchContext& on, std::vector<Match>& matches)
      : frames_(frames), matcher_(matcher), on_(on), tree_(on.tree), matches_(matches) {}

  void add(const CountedPart& part) {
    const auto whole = counting(part.whole);
    if (!whole) return;
    const auto own = part.verb ? at(*part.verb) : std::nullopt;
    if (own && (matches_[*own].frame->type != matches_[*whole].frame->type || *own == *whole)) return;
    if (part.verb && !own && !may_tell(*part.verb, matches_[*whole])) return;
    Match match;
    if (own) {
      match = matches_[*own];
    } else {
      match.frame = matches_[*whole].frame;
      match.trigger = part.verb.value_or(part.number);
    }
    if (!own && at(match.trigger)) return;
    match.part_of =
        Match::PartOf{matches_[*whole].trigger, part.rule, part.verb.has_value(), own.has_value(), false, part.timed};
    if (!take_places(part, match) && !part.timed) return;
    take_others(part, matches_[*whole], match);
    if (!take_count(part, matches_[*whole], match)) return;
    if (own)
      matches_[*own] = std::move(match);
    else
      added_.push_back(std::move(match));
  }

  void finish() {
    for (Match& match : added_) matches_.push_back(std::move(match));
    std::stable_sort(matches_.begin(), matches_.end(),
                     [](const Match& one, const Match& other) { return one.trigger < other.trigger; });
  }

 private:
  /// The matches are in the order of their triggers.
  std::size_t first_from(TokenIndex token) const {
    const auto found =
        std::partition_point(matches_.begin(), matches_.end(), [&](const Match& one) { return one.trigger < token; });
    return static_cast<std::size_t>(found - matches_.begin());
  }

  std::optional<std::size_t> at(TokenIndex trigger) const {
    const std::size_t found = first_from(trigger);
    return found < matches_.size() && matches_[found].trigger == trigger ? std::optional(found) : std::nullopt;
  }

  /// Whether an event has a noun as participant, or counts it.
  bool counts(const Match& match, TokenIndex noun) const {
    if (match.frame->type->speech || match.told_by) return false;
    const bool takes_part = std::any_of(match.filled.begin(), match.filled.end(),
                                        [&](const Filled& filled) { return filled.head == noun; });
    if (takes_part) return true;
    const auto& slots = match.frame->amount_slots;
    return std::any_of(slots.begin(), slots.end(), [&](const std::string& slot) {
      const Heads heads = amount_heads(slot, match.trigger, on_);
      return std::find(heads.begin(), heads.end(), noun) != heads.end();
    });
  }

  /// The event that counts a noun; of several the one whose word it hangs on, else the nearest.
  std::optional<std::size_t> counting(TokenIndex noun) const {
    std::optional<std::size_t> best;
    const auto distance = [&](std::size_t i) {
      const TokenIndex trigger = matches_[i].trigger;
      if (trigger == noun || tree_.head(noun) == trigger) return TokenIndex{0};
      return trigger > noun ? trigger - noun : noun - trigger;
    };
    for (std::size_t i = first_from(noun - std::min(noun, farthest_trigger)); i < matches_.size(); ++i) {
      if (matches_[i].trigger > noun + farthest_trigger) break;
      if (tree_.sentence(matches_[i].trigger) != tree_.sentence(noun) || !counts(matches_[i], noun)) continue;
      if (!best || distance(i) < distance(*best)) best = i;
    }
    return best;
  }

  /// "Of whom 120 went to Kidal"; "with 40 held in Lyon" of people arrested: a word of the same type.
  bool may_tell(TokenIndex verb, const Match& whole) const {
    if (on_.classes.holds("part_verb", tree_.lemma(verb))) return true;
    const auto& rows = frames_.of(Upos::VERB, tree_.lemma(verb));
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Candidate& one) { return one.frame->type == whole.frame->type; });
  }

  /// Whether the part has places of its own: in roles of its type, else where it happened.
  bool take_places(const CountedPart& part, Match& match) const {
    const std::size_t before = match.filled.size();
    const Heads left = matcher_.fill_places(match, part.places);
    const bool placed_by_verb =
        match.part_of->own_frame &&
        std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) { return is_place(one); });
    for (const TokenIndex head : left) {
      if (match.filled.size() > before || placed_by_verb) break;
      if (on_.classes.holds("origin_preposition", tree_.preposition(head))) continue;
      if (const auto entity = place_in(head, 0)) match.filled.push_back({std::string(place_role), head, {*entity}});
    }
    match.part_of->own_place = match.filled.size() > before || placed_by_verb;
    return match.part_of->own_place;
  }

  std::optional<std::uint32_t> place_in(TokenIndex head, int depth) const {
    for (const std::uint32_t entity : on_.lookup.headed_by(head)) {
      if (is_where(on_.extraction.entities[entity].kind)) return entity;
    }
    for (const TokenIndex one : tree_.children(head)) {
      if (depth < deepest_control && one > head && tree_.is(one, "nmod")) {
        if (const auto found = place_in(one, depth + 1)) return found;
      }
    }
    return std::nullopt;
  }

  /// Somebody or something that is told as where it happened, where to or where from.
  bool is_place(const Filled& filled) const {
    const std::string preposition = tree_.preposition(filled.head);
    const bool by_phrase =
        on_.classes.holds("place_preposition", preposition) || on_.classes.holds("reaching_preposition", preposition);
    return by_phrase && std::all_of(filled.entities.begin(), filled.entities.end(), [&](std::uint32_t entity) {
             return is_where(on_.extraction.entities[entity].kind);
           });
  }

  /// Who else takes part does so in the whole and in the part; but a part has only its own places.
  void take_others(const CountedPart& part, const Match& whole, Match& match) const {
    std::vector<Filled> shared;
    for (const Filled& filled : whole.filled) {
      if (has_role(match, filled.role)) continue;
      if (match.part_of->own_place && filled.head != part.whole && (is_place(filled) || filled.role == place_role))
        continue;
      shared.push_back(filled);
      if (filled.head != part.whole || part.head == part.number) continue;
      auto own = on_.lookup.of_phrase(part.head, EntityLookup::Make::any_noun);  // "120 marines" of the 500 soldiers
      if (!own.empty()) shared.back() = {filled.role, part.head, std::move(own)};
    }
    match.filled.insert(match.filled.begin(), shared.begin(), shared.end());
  }

  /// The number of the part; the whole's, too, where its frame counts nothing.
  bool take_count(const CountedPart& part, Match& whole, Match& match) const {
    const auto number = [&](TokenIndex noun, const std::string& role) {
      return amount_on(noun, role, tree_, on_.document, on_.extraction, on_.numbers);
    };
    std::string role = whole.frame->amount_role;
    if (whole.amounts.empty()) {
      if (role.empty()) role = plain_count;
      if (auto all = number(part.whole, role)) whole.amounts.push_back(std::move(*all));
    } else {
      role = whole.amounts.front().role;
    }
    auto own = number(part.head, role);
    if (!own) return false;
    match.amounts = {std::move(*own)};
    return true;
  }

  const Frames& frames_;
  const Matcher& matcher_;
  const MatchContext& on_;
  const Tree& tree_;
  std::vector<Match>& matches_;
  std::vector<Match> added_;
};

}  // namespace

void add_part_events(const std::vector<CountedPart>& parts, const Frames& frames, const Matcher& matcher,
                     const MatchContext& on, std::vector<Match>& matches) {
  if (parts.empty()) return;
  PartEvents events(frames, matcher, on, matches);
  for (const CountedPart& part : parts) events.add(part);
  events.finish();
}

}  // namespace dateline
