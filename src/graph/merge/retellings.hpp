// One article tells its happening in headline, lead and body: which two happenings of one document are one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "graph/merge/agreement.hpp"

namespace dateline::merging {

class Retellings {
 public:
  /// published[document]: its day. Holds on to all of its arguments.
  Retellings(const std::vector<Telling>& tellings, const EntityTable& entities, const EventRules& rules,
             const std::vector<std::optional<DayNumber>>& published)
      : tellings_(tellings),
        rules_(rules),
        published_(published),
        comparer_(entities, rules),
        open_(entities, rules, Nominals::open) {}

  struct Join {
    double score = 0;
    std::uint32_t left = 0, right = 0;  ///< numbers of tellings
    Nominals nominals =
        Nominals::closed;      ///< open: by a person told by a noun phrase on one side, by name on the other
    bool in_one_word = false;  ///< both tell it by one word
  };

  /// Which of the happenings that one document tells are one, the surest first. `happenings` are those of one type (or of types
  /// that go together) in one document; a telling that may repeat several which contradict each other repeats the one told in its own word,
  /// else none.
  std::vector<Join> joins(const std::vector<const Happening*>& happenings, std::uint32_t document) const;

 private:
  std::span<const std::uint32_t> within(const Happening& happening, std::uint32_t document) const;
  std::optional<Join> repeats(const Happening& left, const Happening& right, std::uint32_t document) const;
  std::optional<Join> tells_again(const Telling& a, const Telling& b, const Happening& left,
                                  const Happening& right) const;
  bool one_toll(const Telling& a, const Telling& b, const Happening& left, const Happening& right) const;
  bool same_toll(const Telling& a, const Telling& b, const Agreement& agreement) const;
  bool in_lead(const Telling& telling) const;
  bool is_background(const Telling& telling, const Happening& happening) const;
  bool is_news(const Telling& telling, const Happening& happening) const;

  const std::vector<Telling>& tellings_;
  const EventRules& rules_;
  const std::vector<std::optional<DayNumber>>& published_;
  Comparer comparer_, open_;
};

}  // namespace dateline::merging
