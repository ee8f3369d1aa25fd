// The day of the happening that a definite noun takes up: "staged a concert on Monday. The event raised $2m."
#pragma once

#include <optional>
#include <vector>

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {

/// A date that another part of the article tells.
struct ToldDate {
  EventDate date;
  std::optional<std::uint32_t> time;
};

/// Made for one document, as its events are dated so far; holds references.
class DatedNouns {
 public:
  DatedNouns(const MatchContext& context, const TimePlaces& places, const EventLinks& links);

  /// The date of what `noun` means among the happenings that nouns told before it: the same noun, or of a word for any of them ("the event") the last
  /// one. Nothing when the noun is no definite one, is told as another occasion, says more than was told of the one before, when the last one that was brought
  /// up as new has no date, or when those of other paragraphs have several.
  std::optional<ToldDate> of(TokenIndex noun) const { return taken_up(noun, false); }

  /// The same of a noun in its own paragraph or another, where that date is a week or a month: "a fire this week ... The fire broke out on Monday".
  std::optional<ToldDate> wider_date_of(TokenIndex noun) const { return taken_up(noun, true); }

  /// Whether a noun is what somebody says or writes: "the interview", "her letter".
  bool is_said(TokenIndex noun) const { return on_.classes.holds("spoken_work", on_.tree.lemma(noun)); }

 private:
  std::optional<ToldDate> taken_up(TokenIndex noun, bool wide) const;
  /// A noun that tells a happening, in text order.
  struct Told {
    TokenIndex noun = 0;
    std::optional<ToldDate> date;
  };
  bool is_happening(TokenIndex noun) const;
  bool is_gathering(TokenIndex noun) const;
  std::optional<ToldDate> date_of(TokenIndex noun) const;
  std::optional<ToldDate> date_on(TokenIndex word) const;
  std::optional<ToldDate> date_told_with(TokenIndex noun) const;
  std::optional<ToldDate> date_of_gathering_clause(TokenIndex noun) const;
  bool takes_place_with(TokenIndex noun, TokenIndex verb) const;
  bool is_new(TokenIndex noun) const;
  bool is_set_apart(TokenIndex noun, std::optional<TokenIndex> before) const;
  bool is_told_so(TokenIndex before, std::string_view lemma) const;
  bool can_mean(TokenIndex noun, TokenIndex before) const;
  bool says_more(TokenIndex noun, TokenIndex before) const;

  const MatchContext& on_;
  const TimePlaces& places_;
  const EventLinks& links_;
  std::vector<Told> told_;
};

}  // namespace dateline
