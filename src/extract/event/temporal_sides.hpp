// Which events a word that orders happenings stands between: the one that tells what hangs on it, and the one that it hangs on.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "extract/event/contents.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/temporal_rules.hpp"

namespace dateline {

/// An event as a place in a sentence tells it.
struct Side {
  TokenIndex word = 0;  ///< its trigger; the noun or pronoun that stands for one told before
  std::uint32_t event = 0;
  TokenIndex clause = 0;     ///< the verb that tells it, or the noun
  bool told_before = false;  ///< its own telling stands elsewhere
};

/// Made for one document; holds references.
class TemporalSides {
 public:
  TemporalSides(const Matcher& matcher, const MatchContext& on, const EventLinks& links);

  bool in_time(TokenIndex token) const { return in_time_[token]; }

  /// The event of a verb or noun: its own, what it carries ("held talks") or only begins ("began to withdraw").
  std::optional<Side> at(TokenIndex token) const;
  /// That, or of a noun the event of which it tells a number or a part ("weeks of protests", "the end of the war"), or that was told before.
  std::optional<Side> named_by(TokenIndex head, TemporalRelation relation) const;
  /// Those of a phrase or clause and of what is joined to it.
  std::vector<Side> below(TokenIndex head, TemporalRelation relation) const;
  /// What the words hang on, from what hangs on them: over the words themselves, a length of time ("hours after the blast") and the object of a verb
  /// ("arrested two men after a raid").
  std::optional<Side> above(TokenIndex from, Span words) const;
  /// What the sentence before a word tells first of all, for "it" and "the move".
  std::optional<Side> sentence_before(TokenIndex word) const;

 private:
  std::optional<Side> told_before(TokenIndex noun) const;
  bool may_mean(TokenIndex noun, TokenIndex trigger) const;

  const Matcher& matcher_;
  const MatchContext& on_;
  const Tree& tree_;
  const EventLinks& links_;
  std::vector<bool> in_time_;
  std::multimap<TokenIndex, TokenIndex> carried_;  ///< event nouns by the verb that carries them
};

}  // namespace dateline
