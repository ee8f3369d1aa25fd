// What a relative expression is resolved against: the publication date, and what the text spoke of last.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "extract/time/expression.hpp"
#include "extract/time/point.hpp"

namespace dateline::time {

/// The date that the text speaks of at the moment.
struct Focus {
  std::optional<Point> last;      ///< the last point resolved
  std::optional<Point> day;       ///< the last one of a day or finer, kept while nothing coarser contradicts it
  std::optional<Point> told_day;  ///< the last one of a day or finer, and where it stood
  std::uint32_t told_sentence = 0, told_block = 0;
  bool day_unknown = false;      ///< a clock was told last, on a day that the text does not name
  std::optional<Point> quarter;  ///< the last quarter, and where it stood
  std::uint32_t quarter_sentence = 0, quarter_block = 0;
  std::optional<int> explicit_year;                 ///< the last year that the text itself wrote
  std::uint32_t sentence = 0, block = 0;            ///< where `last` stood
  std::uint32_t year_sentence = 0, year_block = 0;  ///< where `explicit_year` stood

  bool framed = false;  ///< `explicit_year` opens its sentence: "In 1944, ..."

  /// "In 1944, the ship was sent out. It sank in February.": a year that opens a sentence holds for what follows.
  void set_frame(const Point& year);
  void see(const Point& point, bool wrote_year, std::uint32_t at_sentence, std::uint32_t at_block);
};

struct Context {
  std::optional<Point> anchor;
  std::string anchor_edtf;
  Focus focus;
  /// The text tells a history: relative expressions count from the focus, not from the publication date.
  bool narrative = false;
  /// In a history: the year of an expression that writes none.
  std::optional<int> running_year;
  /// Which way the clause of the expression looks.
  Direction tense = Direction::automatic;
  std::uint32_t sentence = 0, block = 0;
};

}  // namespace dateline::time
