#include "extract/time/context.hpp"

namespace dateline::time {

void Focus::see(const Point& point, bool wrote_year, std::uint32_t at_sentence, std::uint32_t at_block) {
  day_unknown = false;
  if (point.grain >= Grain::day) {
    Point whole = point;
    whole.grain = Grain::day;
    whole.part.clear();
    whole.zone.clear();
    whole.hour = whole.minute = whole.second = 0;
    day = told_day = last = whole;
    told_sentence = at_sentence;
    told_block = at_block;
  } else {
    last = point;
    const DayInterval span = days(point);
    if (day && span.first && span.last && (day->base < *span.first || day->base > *span.last)) day.reset();
  }
  if (point.grain == Grain::quarter) {
    quarter = point;
    quarter_sentence = at_sentence;
    quarter_block = at_block;
  }
  sentence = at_sentence;
  block = at_block;
  if (wrote_year && point.grain >= Grain::month) {
    explicit_year = point.year;
    year_sentence = at_sentence;
    year_block = at_block;
  }
}

}  // namespace dateline::time
