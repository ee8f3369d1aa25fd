// Lengths of time that count from a happening: "three days after the attack", "on the eve of the vote". The words say how far and
// from what; where that lies is known from a date beside the happening, or once events are dated (extract/event/anchored.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/extraction.hpp"
#include "dateline/resources.hpp"
#include "extract/time/reasons.hpp"

namespace dateline::time {

class EventAnchors {
 public:
  /// Reads en/time/event_anchors and the reasons; throws Error{resource} on a bad row.
  explicit EventAnchors(const Resources& resources);

  /// What a length of time counts from, when right behind it stands "after", "before" or their like and the tree says what follows.
  /// `tokens` are those of the length; `side` is given by its own rule, or is read from the word behind it. Nothing without a tree. The caller fills `time` and `length`.
  std::optional<EventAnchor> find(const Document& document, const Extraction& extraction, Span tokens,
                                  std::optional<int> side) const;

  /// Names the happening on the mention, and takes its date from a time expression that hangs on it or follows it ("the attack on 4 May").
  void read(const Document& document, Extraction& extraction, EventAnchor& anchor) const;

  /// Puts a mention where it lies when the happening lies at `from` (EDTF); false when that is too vague to count from.
  bool date(TimeMention& time, const EventAnchor& anchor, const std::string& from) const;

 private:
  struct Marker {
    std::vector<std::string> words;
    int side = 0;
  };
  std::vector<Marker> markers_;  ///< longest first
  std::vector<std::string> lasting_;
  Reasons reasons_;
};

/// The EDTF of what lies a TIMEX3 length from a day, month or year (EDTF): "2024-05-04", "P3D", 1 -> "2024-05-07". At the grain of the
/// length, as "three days later" is; an interval where the number is vague or the modifier says more or less than. Nothing when `from` is an
/// interval, or coarser than the length.
std::optional<std::string> counted_from(std::string_view from, std::string_view length, int side, std::string_view mod);

}  // namespace dateline::time
