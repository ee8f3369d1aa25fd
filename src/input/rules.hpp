// Everything that the reader knows about English, typed once.
#pragma once

#include "dateline/resources.hpp"
#include "input/date/calendar_words.hpp"
#include "input/html/classes.hpp"
#include "input/text/agencies.hpp"
#include "input/text/cues.hpp"

namespace dateline::input {

struct Rules {
  explicit Rules(const Resources& resources)
      : calendar(resources), cues(resources), agencies(resources), classes(resources) {}

  CalendarWords calendar;
  CueTable cues;
  Agencies agencies;
  HtmlClasses classes;
};

}  // namespace dateline::input
