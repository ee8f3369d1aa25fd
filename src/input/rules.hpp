// Everything that the reader knows about English, typed once.
#pragma once

#include "dateline/resources.hpp"
#include "input/date/calendar_words.hpp"
#include "input/html/classes.hpp"
#include "input/text/agencies.hpp"
#include "input/text/cues.hpp"
#include "input/text/known_places.hpp"

namespace dateline::input {

struct Rules {
  explicit Rules(const Resources& resources)
      : calendar(resources), cues(resources), agencies(resources), classes(resources), places(resources) {}

  CalendarWords calendar;
  CueTable cues;
  Agencies agencies;
  HtmlClasses classes;
  KnownPlaces places;
};

}  // namespace dateline::input
