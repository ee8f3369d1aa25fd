// Which time expression dates an event, and how: in its own clause, shared by coordination, or only a bound from the clause that reports it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/event/matcher.hpp"
#include "extract/event/standing.hpp"
#include "extract/event/time_bounds.hpp"

namespace dateline {

struct Dated {
  EventDate date;
  std::uint32_t time = 0;  ///< index into Extraction::times
  std::string why;
};

/// Of each sentence: whether a time expression in it has a place on the calendar; "at noon" and "for two hours" alone have none.
std::vector<bool> dated_sentences(const MatchContext& context);

class Dating {
 public:
  Dating(const MatchContext& context, const TimeBounds& bounds, const std::vector<TokenIndex>& triggers);

  /// Nothing when no time expression speaks of the event; never the publication date by default.
  std::optional<Dated> date(const Match& match, const Standing& standing) const;

 private:
  struct Placed {
    std::uint32_t time = 0;  ///< index into Extraction::times
    TokenIndex head = 0;     ///< its word that the rest hangs on
    TokenIndex owner = 0;    ///< the verb or event noun that it dates
  };
  bool is_compared(TokenIndex token) const;
  bool names_a_thing(TokenIndex time) const;
  bool is_of_other_time(TokenIndex noun) const;
  bool stands_before_clause(TokenIndex time, TokenIndex verb) const;
  void place(std::uint32_t time);
  std::optional<Dated> of_owner(TokenIndex owner, TokenIndex near, Basis basis, std::string_view why) const;
  std::optional<Dated> read(const Placed& placed, Basis basis, std::string_view why) const;
  bool makes_span(const Placed& first, const Placed& last) const;
  std::optional<Dated> span(TokenIndex owner, Basis basis, std::string_view why) const;
  std::optional<Dated> of_clause(TokenIndex clause, TokenIndex near, Basis basis, std::string_view why,
                                 int depth) const;
  std::optional<TokenIndex> absolute_of(TokenIndex clause) const;
  std::optional<Dated> inherited(TokenIndex clause, int depth) const;
  std::optional<Dated> bound(const Match& match, const Standing& standing) const;
  bool is_followed_by_time(TokenIndex noun, TokenIndex verb) const;
  std::optional<Dated> of_ongoing(const Match& match) const;
  std::optional<Dated> of_its_cause(const Match& match) const;
  std::optional<Dated> of_its_doing(const Match& match, const Standing& standing) const;
  std::optional<Dated> alone_in_sentence(const Match& match, const Standing& standing) const;
  bool is_beside_main_clause(TokenIndex token) const;
  std::optional<Dated> of_length(TokenIndex clause, const Standing& standing) const;

  const MatchContext& on_;
  const TimeBounds& bounds_;
  std::multimap<TokenIndex, Placed> by_owner_;
  std::multimap<std::uint32_t, Placed> by_sentence_;
  std::vector<bool> is_trigger_;
  std::multimap<TokenIndex, Placed> lengths_;  ///< durations, by the verb that lasts so long
};

}  // namespace dateline
