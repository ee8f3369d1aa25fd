#include "extract/event/order_bounds.hpp"

#include <algorithm>
#include <optional>

#include "extract/event/date_reasons.hpp"

namespace dateline {
namespace {

/// What an event is told beside, and on which side of it.
struct ToldBeside {
  TokenIndex verb = 0;
  bool before = true;  ///< the event came before it
  std::string_view reason;
};

class OrderBounds {
 public:
  OrderBounds(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction)
      : on_(context), places_(places), links_(links), extraction_(extraction) {}

  void bound() {
    for (const auto& [trigger, index] : links_.at) {
      const EventMention& event = extraction_.events[index];
      if (event.date || event.negated || !told_as_fact(event.status)) continue;
      const auto beside = beside_of(trigger, event);
      const auto told = beside ? date_of(beside->verb) : std::nullopt;
      const auto bound = told ? bounded(told->date, beside->before) : std::nullopt;
      if (bound) take_date(extraction_, links_, index, *bound, told->time, beside->reason);
    }
  }

 private:
  struct Told {
    EventDate date;
    std::optional<std::uint32_t> time;
  };

  std::optional<ToldBeside> beside_of(TokenIndex trigger, const EventMention& event) const {
    const Tree& tree = on_.tree;
    const auto above = tree.head(trigger);
    if (!above || !tree.is_verb(*above) || counts_from(trigger)) return std::nullopt;
    if (on_.classes.holds("told_afterwards", event.type) && tree.is(trigger, "obj") && tree.is_simple_past(*above) &&
        on_.classes.holds("reporting_verb", tree.lemma(*above)))
      return ToldBeside{*above, true, date_reason::before_saying};
    const bool clause = tree.is(trigger, "advcl") && tree.is_verb(trigger);
    if (!clause || !tree.is_simple_past(*above)) return std::nullopt;
    const std::string marker = tree.marker(trigger);
    const auto auxiliary = tree.child(trigger, "aux");
    const bool having =
        marker.empty() && auxiliary && tree.relation(*auxiliary) == "aux" && tree.xpos(*auxiliary) == "VBG";
    if (having || on_.classes.holds("aftermath_preposition", marker))
      return ToldBeside{*above, true, date_reason::before_time};
    const auto passive = tree.child(trigger, "aux:pass");  // "before being charged"
    const bool participle = tree.xpos(trigger) == "VBG" || (passive && tree.xpos(*passive) == "VBG");
    if (on_.classes.holds("forward_preposition", marker) && (tree.is_simple_past(trigger) || participle))
      return ToldBeside{*above, false, date_reason::after_time};
    return std::nullopt;
  }

  /// "Three days after he fled": a length that counts from it says more.
  bool counts_from(TokenIndex trigger) const {
    return std::any_of(extraction_.event_anchors.begin(), extraction_.event_anchors.end(),
                       [&](const EventAnchor& anchor) { return anchor.head == trigger; });
  }

  /// Of the event that a verb tells, or the one time on it.
  std::optional<Told> date_of(TokenIndex verb) const {
    if (const auto own = links_.at.find(verb); own != links_.at.end()) {
      const EventMention& event = extraction_.events[own->second];
      if (event.date)
        return is_fact(event) && event.date->basis != Basis::bounded ? std::optional(Told{*event.date, event.time})
                                                                     : std::nullopt;
    }
    const PlacedRange times = places_.of(verb);
    if (times.empty() || std::next(times.begin()) != times.end()) return std::nullopt;
    const Placed& only = times.front().second;
    const bool then = !on_.classes.holds("other_time_preposition", on_.tree.preposition(only.head));
    const auto date = event_date(extraction_.times[only.time].edtf, Basis::bounded);
    return then && date ? std::optional(Told{*date, only.time}) : std::nullopt;
  }

  static std::optional<EventDate> bounded(const EventDate& date, bool before) {
    const std::size_t middle = date.edtf.find('/');
    const std::string first = date.edtf.substr(0, middle),
                      last = middle == std::string::npos ? first : date.edtf.substr(middle + 1);
    constexpr std::string_view open = "..";
    if ((before ? last : first) == open) return std::nullopt;
    return event_date(before ? "../" + last : first + "/..", Basis::bounded);
  }

  const MatchContext& on_;
  const TimePlaces& places_;
  EventLinks& links_;
  Extraction& extraction_;
};

}  // namespace

void bound_by_order(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction) {
  OrderBounds(context, places, links, extraction).bound();
}

}  // namespace dateline
