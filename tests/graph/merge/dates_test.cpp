#include "graph/merge/dates.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace dateline::merging {
namespace {

EventDate date(std::string_view edtf, Basis basis = Basis::stated) { return *event_date(edtf, basis); }

std::string combined(std::vector<EventDate> dates) {
  std::sort(dates.begin(), dates.end(), [](const EventDate& a, const EventDate& b) { return a.edtf < b.edtf; });
  const auto one = combined_date(dates, "differs");
  std::reverse(dates.begin(), dates.end());
  CHECK(one == combined_date(dates, "differs"));
  return one ? one->edtf : "";
}

TEST_CASE("dates that overlap narrow each other") {
  CHECK(combined({}) == "");
  CHECK(combined({date("2031-03-03/2031-03-09"), date("2031-03-07")}) == "2031-03-07");
  CHECK(combined({date("2031-22"), date("2031-06")}) == "2031-06");
  CHECK(combined({date("2031-03-30/2031-04-05"), date("2031-04")}) == "2031-04-01/2031-04-05");
  CHECK(combined({date("../2031-05-09", Basis::bounded), date("../2031-05-04", Basis::bounded)}) == "../2031-05-04");
  CHECK(combined({date("2031"), date("../2031-05-04", Basis::bounded)}) == "2031-01-01/2031-05-04");
  CHECK(combined({date("2031-03-07T10:30Z"), date("2031-03-07")}) == "2031-03-07T10:30Z");
}

TEST_CASE("dates that do not overlap are kept as alternatives") {
  const auto both = combined_date({date("2031-03-07"), date("2031-03-08"), date("2031-03-07")}, "differs");
  REQUIRE(both);
  CHECK(both->edtf == "2031-03-07");
  REQUIRE(both->alternatives.size() == 1);
  CHECK(both->alternatives.front() == DateAlternative{"2031-03-08", "differs"});
}

}  // namespace
}  // namespace dateline::merging
