// Lengths of time that count from a happening: the rows of the table, and the arithmetic.
#include "extract/time/event_anchor.hpp"

#include <doctest/doctest.h>

#include "dateline/base/text.hpp"
#include "dateline/extract.hpp"

using namespace dateline;

namespace {

/// The first expression that counts from a happening, as the table writes it.
std::string anchored_in(const std::string& text) {
  static const Extractor extractor(Resources::embedded());
  Document document;
  document.text = text;
  document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}}};
  document.published = Published{"2024-11-09", "test"};
  ExtractOptions options;
  options.last = Stage::time;
  for (const TimeMention& time : extractor.extract(document, options).times) {
    if (time.anchor_event.empty()) continue;
    return text.substr(time.span.begin, time.span.size()) + " = " + time.value +
           (time.edtf.empty() || time.edtf == time.value ? "" : " " + time.edtf) + ", from " + time.anchor_event;
  }
  return "-";
}

using time::counted_from;

}  // namespace

TEST_CASE("every word that joins a length of time to a happening has a passing example") {
  const Resources resources = Resources::embedded();
  const Table& table = resources.table("en/time/event_anchors");
  for (const Row& row : table.rows) {
    INFO(table.cell(row, "words"));
    CHECK(anchored_in(table.cell(row, "example")) == table.cell(row, "expected"));
  }
}

TEST_CASE("a happening without a date leaves the length as it is, and is named") {
  CHECK(anchored_in("The mayor resigned three days after the fire.") == "three days = P3D, from the fire");
  CHECK(anchored_in("She left a week after he was elected.") == "a week = P1W, from he was elected");
}

TEST_CASE("a unit beside a happening") {
  CHECK(anchored_in("The council met the day after the vote on 4 May 2024.") == "the day = 2024-05-05, from the vote");
  CHECK(anchored_in("Shops were shut on the eve of the vote of 4 May 2024.") == "the eve = 2024-05-03, from the vote");
  CHECK(anchored_in("Shops were shut on the day of the vote.") == "the day = XXXX-XX-XX, from the vote");
}

TEST_CASE("what counts from a date, a pronoun or nothing counts from no happening") {
  CHECK(anchored_in("The shop reopened two days after Christmas.") == "-");
  CHECK(anchored_in("He resigned on 3 May 2001 and died three days after.") == "-");
  CHECK(anchored_in("He resigned on 3 May 2001 and died three days after that.") == "-");
  CHECK(anchored_in("The talks lasted three days, before snow fell.") == "-");
  CHECK(anchored_in("They walked two hours into town.") == "-");
}

TEST_CASE("lengths count at their own grain") {
  CHECK(counted_from("2024-05-04", "P3D", 1, "") == "2024-05-07");
  CHECK(counted_from("2024-03-01", "P1D", -1, "") == "2024-02-29");
  CHECK(counted_from("2024-05-04", "P2W", 1, "") == "2024-05-13/2024-05-19");
  CHECK(counted_from("2024-05-04", "P2M", -1, "") == "2024-03");
  CHECK(counted_from("2024-05", "P10Y", 1, "") == "2034");
  CHECK(counted_from("2024-05-04", "P1DE", -1, "") == "201X");
}

TEST_CASE("hours after a day are that day or the next") {
  CHECK(counted_from("2024-05-04", "PT6H", 1, "") == "2024-05-04/2024-05-05");
  CHECK(counted_from("2024-05-04", "PT6H", -1, "") == "2024-05-03/2024-05-04");
  CHECK(counted_from("2024-05-04", "PTXH", 1, "") == "2024-05-04/2024-05-05");
  CHECK(counted_from("2024-05-04", "PT48H", 1, "") == "2024-05-06");
  CHECK(counted_from("2024-05-04", "PT20M", 1, "") == "2024-05-04");
}

TEST_CASE("vague and bounded lengths are intervals") {
  CHECK(counted_from("2024-05-04", "PXM", 1, "") == "2024-05-04/..");
  CHECK(counted_from("2024-05-04", "PXD", -1, "") == "../2024-05-04");
  CHECK(counted_from("2024-05-04", "P1W", 1, "LESS_THAN") == "2024-05-04/2024-05-12");
  CHECK(counted_from("2024-05-04", "P3D", -1, "LESS_THAN") == "2024-05-01/2024-05-04");
  CHECK(counted_from("2024-05-04", "P1Y", 1, "MORE_THAN") == "2025-01-01/..");
}

TEST_CASE("nothing counts from what is too vague") {
  CHECK(counted_from("2024-05", "P3D", 1, "") == std::nullopt);
  CHECK(counted_from("2024", "PT3H", 1, "") == std::nullopt);
  CHECK(counted_from("2024-05-04/2024-05-07", "P3D", 1, "") == std::nullopt);
  CHECK(counted_from("", "P3D", 1, "") == std::nullopt);
  CHECK(counted_from("2024-05-04", "P2.5D", 1, "") == std::nullopt);
  CHECK(counted_from("2024-05-04", "P99999999999999999999D", 1, "") == std::nullopt);
}
