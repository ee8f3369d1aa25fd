// The date that the time expressions on one word make together: one of them, a span, a day and its hour.
#pragma once

#include <optional>
#include <string_view>

#include "extract/event/time_bounds.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

struct Dated {
  EventDate date;
  std::uint32_t time = 0;   ///< index into Extraction::times
  std::string_view reason;  ///< date_reason
};

/// Holds references.
class OwnedDates {
 public:
  OwnedDates(const MatchContext& context, const TimeBounds& bounds, const TimePlaces& places)
      : on_(context), bounds_(bounds), places_(places) {}

  /// Of several times on the word the one nearest to `near`, none in brackets unless it is alone. "Since" and its like open it.
  std::optional<Dated> of(TokenIndex owner, TokenIndex near, Basis basis, std::string_view reason) const;
  /// The time right before a clause that says what happened then ("since June, when it rained"), without what a preposition makes of it.
  std::optional<Dated> time_before(TokenIndex clause, std::string_view reason) const;
  std::optional<Dated> read(const Placed& placed, Basis basis, std::string_view reason) const;

 private:
  bool makes_span(const Placed& first, const Placed& last) const;
  std::optional<Dated> span(TokenIndex owner, Basis basis, std::string_view reason) const;
  void put_in_order(TokenIndex owner, const Placed& first, const Placed& last, std::string& from,
                    std::string& to) const;
  const Placed* nearest(TokenIndex owner, TokenIndex near) const;
  bool is_of_state(const Placed& placed) const;
  bool is_about_the_hour(const Placed& placed) const;
  bool is_end_of_state(const Placed& placed) const;
  bool is_before_midnight(const Placed& placed) const;
  bool is_count_so_far(TokenIndex owner) const;
  bool is_clock(const Placed& placed) const;
  std::optional<Dated> at_the_hour(TokenIndex owner, const Placed& best, Basis basis, std::string_view reason) const;

  const MatchContext& on_;
  const TimeBounds& bounds_;
  const TimePlaces& places_;
};

}  // namespace dateline
