// TimelineJS 3. What breaks it is never written: a null end (refuses the whole timeline), an end more exact than its
// start (dropped), a missing year, a repeated id, no slide at all. Dates have no zone there; a time of day is written
// as it stands in the text's own date.
#include <algorithm>
#include <charconv>
#include <ostream>

#include "export/display_date.hpp"
#include "export/formats.hpp"
#include "export/json_writer.hpp"
#include "export/notes.hpp"
#include "export/timeline/story.hpp"

namespace dateline {
namespace {

using enum JsonWriter::Layout;

/// Slides past this many make it slow (about a second for every 200).
constexpr std::size_t comfortable = 100;
/// Rows of groups past this many leave no height to any of them.
constexpr std::size_t most_rows = 6;
/// Bands behind the axis past this many lie over each other.
constexpr std::size_t most_eras = 12;

/// How many parts of a date are written; the precision is read from which are there.
enum class Parts { year, month, day };

/// The year 1 BC is 0 in ISO 8601 and -1 there.
int script_year(int year) { return year > 0 ? year : year - 1; }

void write_point(JsonWriter& json, std::string_view key, DayNumber day, Parts parts, std::string_view clock) {
  const CivilDay on = civil(day);
  json.key(key).begin_object(flat).member("year", script_year(on.year));
  if (parts != Parts::year) json.member("month", on.month);
  if (parts == Parts::day) json.member("day", on.day);
  int hour = 0, minute = 0;
  if (clock.size() >= 2 && std::from_chars(clock.data(), clock.data() + 2, hour).ec == std::errc{})
    json.member("hour", hour);
  if (clock.size() >= 5 && std::from_chars(clock.data() + 3, clock.data() + 5, minute).ec == std::errc{})
    json.member("minute", minute);
  json.end_object();
}

/// Whether its own formatting of start and end says all that the date does.
bool speaks_for_itself(const EventDate& date) {
  return date.days.first && date.days.last &&
         (date.precision == Precision::day || date.precision == Precision::month || date.precision == Precision::year);
}

void write_slide_dates(JsonWriter& json, const EventDate& date) {
  const DayNumber first = date.days.first ? *date.days.first : *date.days.last;
  const Parts parts = !speaks_for_itself(date)             ? Parts::day
                      : date.precision == Precision::year  ? Parts::year
                      : date.precision == Precision::month ? Parts::month
                                                           : Parts::day;
  const std::size_t clock =
      date.precision == Precision::minute || date.precision == Precision::hour ? date.edtf.find('T') : date.edtf.npos;
  write_point(json, "start_date", first, parts,
              clock == date.edtf.npos ? "" : std::string_view(date.edtf).substr(clock + 1));
  const bool span = parts == Parts::day && date.days.first && date.days.last && *date.days.last > first;
  if (span) write_point(json, "end_date", *date.days.last, parts, "");
  if (!speaks_for_itself(date)) json.member("display_date", display_date(date));
}

void write_text(JsonWriter& json, std::string_view headline, std::string_view text) {
  json.key("text").begin_object(open).member("headline", headline).member("text", text).end_object();
}

/// A timeline must have a slide: one that says that nothing is dated, on the day of the newest article.
void write_nothing_dated(JsonWriter& json, const Knowledge& knowledge) {
  std::optional<DayNumber> newest;
  for (const DocumentInfo& document : knowledge.documents) {
    const std::optional<EdtfDate> published = document.published ? parse_edtf(document.published->edtf) : std::nullopt;
    if (published && published->days.last && (!newest || *published->days.last > *newest))
      newest = published->days.last;
  }
  json.begin_object(open);
  if (newest) {
    write_point(json, "start_date", *newest, Parts::day, "");
  } else {
    json.key("start_date").begin_object(flat).member("year", 1).end_object();
  }
  json.member("display_date", "no date");
  write_text(json, "No event has a date",
             "<p>" + std::to_string(knowledge.events.size()) + " events, none of them dated</p>");
  json.member("unique_id", "nothing-dated").end_object();
}

void write_title(JsonWriter& json, const Knowledge& knowledge, const ExportOptions& options, std::size_t slides) {
  json.key("title").begin_object(open);
  write_text(json, html_text(options.title),
             "<p>" + counted(slides, "event") + " from " + counted(knowledge.documents.size(), "article") + "</p>");
  json.end_object();
}

/// A state that began and ended: "Minister: Aïda Nôm".
struct Era {
  DayNumber first, last;
  std::string headline;
};

/// The longest of the relations with both ends, in order.
std::vector<Era> eras_of(const Knowledge& knowledge) {
  std::vector<Era> eras;
  for (const Relation& relation : knowledge.relations) {
    const std::optional<EdtfDate> since = parse_edtf(relation.since), until = parse_edtf(relation.until);
    if (!since || !until || !since->days.first || !until->days.last || *since->days.first >= *until->days.last)
      continue;
    const std::string what = relation.text.empty() ? spaced(relation.type) : relation.text;
    const std::string whom = relation.to ? ", " + knowledge.entities[*relation.to].name : "";
    eras.push_back(
        {*since->days.first, *until->days.last, knowledge.entities[relation.from].name + ": " + what + whom});
  }
  std::stable_sort(eras.begin(), eras.end(),
                   [](const Era& a, const Era& b) { return a.last - a.first > b.last - b.first; });
  if (eras.size() > most_eras) eras.resize(most_eras);
  std::stable_sort(eras.begin(), eras.end(), [](const Era& a, const Era& b) { return a.first < b.first; });
  return eras;
}

void write_eras(JsonWriter& json, const Knowledge& knowledge) {
  const std::vector<Era> eras = eras_of(knowledge);
  if (eras.empty()) return;
  json.key("eras").begin_array(open);
  for (const Era& era : eras) {
    json.begin_object(open);
    write_point(json, "start_date", era.first, Parts::day, "");
    write_point(json, "end_date", era.last, Parts::day, "");
    json.key("text").begin_object(flat).member("headline", html_text(era.headline)).end_object().end_object();
  }
  json.end_array();
}

}  // namespace

void write_timelinejs(const Knowledge& knowledge, const Graph&, const ExportOptions& options, std::ostream& out,
                      Notes& notes) {
  const std::size_t undated = dateline::undated(knowledge), slides = knowledge.events.size() - undated;
  if (undated > 0) notes.push_back(counted(undated, "event") + " without a date left out");
  if (slides == 0) notes.push_back("no dated event: the timeline has one slide that says so");
  if (slides > comfortable) {
    notes.push_back(std::to_string(slides) + " slides: TimelineJS is at ease with " + std::to_string(comfortable) +
                    "; choose with --limit");
  }
  JsonWriter json;
  json.begin_object(open);
  write_title(json, knowledge, options, slides);
  json.key("events").begin_array(open);
  if (slides == 0) write_nothing_dated(json, knowledge);
  UniqueIds ids("slide");
  const Groups groups(knowledge, options.group_by, most_rows);
  for (const Event& event : knowledge.events) {
    if (!has_place_in_time(event)) continue;
    json.begin_object(open);
    write_slide_dates(json, *event.date);
    write_text(json, html_text(event.label), html_body(knowledge, event));
    json.optional_member("group", html_text(groups.of(event))).member("unique_id", ids.of(event.id)).end_object();
    out << json.take();
  }
  json.end_array();
  write_eras(json, knowledge);
  json.end_object();
  out << json.take() << '\n';
}

}  // namespace dateline
