// Which time expression dates an event, and how: in its own clause, on what belongs to it, shared with a clause beside it, or only a bound.
#pragma once

#include "extract/event/date_reasons.hpp"
#include "extract/event/owned_dates.hpp"
#include "extract/event/standing.hpp"

namespace dateline {

/// Made for one document; holds references.
class Dating {
 public:
  Dating(const MatchContext& context, const TimeBounds& bounds, const TimePlaces& places)
      : on_(context), bounds_(bounds), places_(places), dates_(context, bounds, places) {}

  /// Nothing when no time expression speaks of the event; never the publication date by default.
  std::optional<Dated> date(const Match& match, const Standing& standing) const;

 private:
  // dating.cpp: what says it of the event itself
  std::optional<Dated> by_the_count(const Match& match) const;
  std::optional<Dated> found(const Match& match, const Standing& standing) const;
  std::optional<Dated> stated(const Match& match, const Standing& standing) const;
  std::optional<Dated> of_noun_told(const Match& match) const;
  std::optional<Dated> of_noun_above(const Match& match) const;
  std::optional<Dated> of_its_start(const Match& match) const;
  std::optional<Dated> of_object(const Match& match) const;
  bool places_in_time(TokenIndex clause) const;
  std::optional<Dated> of_happening(TokenIndex noun, TokenIndex near, std::string_view reason) const;
  std::optional<Dated> of_occasion_clause(TokenIndex noun, TokenIndex near) const;
  std::optional<Dated> of_occasion(const Match& match) const;
  std::optional<Dated> of_paper(const Match& match) const;
  std::optional<Dated> only_of_sentence(const Match& match, const Standing& standing) const;
  bool is_beside_main_clause(TokenIndex token) const;
  bool says_the_clause(TokenIndex verb) const;

  // dating_clauses.cpp: what other clauses share with it
  std::optional<Dated> of_clauses(const Match& match, const Standing& standing) const;
  std::optional<Dated> of_clause(TokenIndex clause, TokenIndex near, Basis basis, std::string_view reason,
                                 int depth) const;
  std::optional<TokenIndex> absolute_of(TokenIndex clause) const;
  std::optional<TokenIndex> witnessing(TokenIndex clause) const;
  bool is_of_another_time(TokenIndex clause) const;
  std::optional<Dated> inherited(TokenIndex clause, int depth) const;
  std::optional<Dated> coordinated(TokenIndex clause, TokenIndex first, int depth) const;
  std::optional<Dated> after_beginning(const Dated& dated) const;
  bool stands_under_opening(TokenIndex clause, TokenIndex first) const;
  std::optional<TokenIndex> way_there(TokenIndex clause) const;
  bool is_participle(TokenIndex clause) const;
  bool shares_auxiliary(TokenIndex clause, TokenIndex next) const;
  std::optional<Dated> earlier_that_day(TokenIndex next) const;
  std::optional<Dated> of_joined(TokenIndex clause, TokenIndex trigger) const;
  std::optional<Dated> of_relative_occasion(TokenIndex clause) const;
  bool is_told_in_work(const Match& match, TokenIndex clause) const;
  std::optional<TokenIndex> verb_above(TokenIndex noun) const;
  std::optional<Dated> of_clause_beside(TokenIndex clause, TokenIndex trigger) const;
  std::optional<Dated> since_beginning(TokenIndex clause) const;
  bool did(TokenIndex clause) const;
  bool came_about(TokenIndex clause) const;
  std::optional<TokenIndex> clause_torn_off(TokenIndex noun) const;
  std::optional<TokenIndex> participle_behind(TokenIndex noun) const;
  std::optional<Dated> of_cleft(TokenIndex clause) const;
  std::optional<Dated> of_day_itself(const Standing& standing) const;
  std::optional<Dated> of_its_doing(const Match& match, const Standing& standing) const;
  std::optional<TokenIndex> harming_verb(TokenIndex trigger) const;
  std::optional<Dated> of_its_cause(const Match& match) const;
  bool is_new(TokenIndex noun) const;
  std::optional<Dated> of_sudden_cause(const Match& match, const Standing& standing) const;
  bool is_followed_by_time(TokenIndex noun, TokenIndex verb) const;

  // dating_bounds.cpp: lengths of time, and what only bounds it
  std::optional<Dated> of_length(const Standing& standing) const;
  std::optional<Dated> of_length(TokenIndex clause, const Standing& standing) const;
  std::optional<Dated> of_ongoing(const Match& match) const;
  bool is_ahead(const EventDate& date) const;
  std::optional<Dated> around_other(const Match& match, TokenIndex clause) const;
  std::optional<Dated> bounds(const Match& match, const Standing& standing) const;
  std::optional<Dated> of_saying(const Match& match, const Standing& standing) const;
  std::optional<Dated> of_source(TokenIndex clause) const;
  std::optional<Dated> told_then(Dated dated, const Standing& standing) const;
  Dated told_in_speech(Dated dated, const Standing& standing) const;
  std::optional<Dated> end_of(TokenIndex clause) const;
  bool is_told_before(DayNumber day) const;
  std::optional<Dated> so_long(const Dated& dated, TokenIndex clause) const;
  Dated until_its_end(Dated dated, const Standing& standing) const;

  const MatchContext& on_;
  const TimeBounds& bounds_;
  const TimePlaces& places_;
  OwnedDates dates_;
};

}  // namespace dateline
