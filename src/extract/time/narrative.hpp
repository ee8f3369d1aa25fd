// Whether a text tells a history: then its dates lean on each other, not on the day it was published.
#pragma once

namespace dateline::time {

/// What a text's expressions lean on, counted.
struct Leanings {
  int old_years = 0;      ///< years written out that lie before the year of publication
  int current_years = 0;  ///< the year of publication and later ones
  int deictic = 0;        ///< "yesterday", "last week", "Monday"
  int yearless = 0;       ///< "in April", "on 4 May"
};

/// True for many old years and hardly anything that leans on the publication date.
bool tells_history(const Leanings& leanings);

}  // namespace dateline::time
