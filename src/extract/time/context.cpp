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
  if (wrote_year) framed = false;
  // "In 1944 ... In May ... In June ...": the year holds as long as the dates follow each other
  const bool follows = !wrote_year && explicit_year == point.year && point.grain >= Grain::month &&
                       year_block == at_block && at_sentence - year_sentence <= 1;
  if (follows) year_sentence = at_sentence;
  if (wrote_year && point.grain >= Grain::month) {
    explicit_year = point.year;
    year_sentence = at_sentence;
    year_block = at_block;
  }
}

void Focus::set_frame(const Point& year) {
  if (year.grain != Grain::year) return;
  framed = true;
  explicit_year = year.year;
  year_sentence = sentence;
  year_block = block;
}

}  // namespace dateline::time
