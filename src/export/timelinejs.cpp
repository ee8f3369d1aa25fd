// TimelineJS 3. What breaks it is never written: a null end (refuses the whole timeline), an end more exact than its
// start (dropped), a missing year, a repeated id, no slide at all. Dates have no zone there; a time of day is written
// as it stands in the text's own date.
#include <algorithm>
#include <charconv>
#include <ostream>
#include <set>

#include "dateline/base/text.hpp"
#include "export/display_date.hpp"
#include "export/formats.hpp"
#include "export/json_writer.hpp"

namespace dateline {
namespace {

constexpr auto open = JsonWriter::Layout::open;
constexpr auto flat = JsonWriter::Layout::flat;

/// Slides past this many make it slow (about a second for every 200).
constexpr std::size_t comfortable = 100;

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string spaced(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

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

void write_when(JsonWriter& json, const EventDate& date) {
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

std::string source_words(const DocumentInfo& document, const std::string& reported) {
  std::string words = html_text(document.title.empty() ? document.source : document.title);
  const bool linked = document.url.starts_with("https://") || document.url.starts_with("http://");
  if (linked) words = "<a href=\"" + html_text(document.url) + "\">" + words + "</a>";
  const std::string by = document.publisher.empty() ? join(document.agencies, ", ") : document.publisher;
  if (!by.empty()) words += ", " + html_text(by);
  if (!reported.empty()) words += ", " + html_text(reported.substr(0, reported.find('T')));
  return words;
}

/// The status, one quote for each origin (at most three), and how many articles tell it.
std::string body(const Knowledge& knowledge, const Event& event) {
  constexpr std::size_t most = 3;
  std::string html;
  if (event.status != Status::asserted) html += "<p><b>" + std::string(name(event.status)) + "</b></p>";
  std::set<std::string_view> origins;
  for (const Evidence& piece : event.evidence) {
    const DocumentInfo& document = knowledge.documents[piece.document];
    if (origins.size() == most || !origins.insert(document.origin).second) continue;
    html += "<blockquote>" + html_text(squeeze(piece.quote)) + "</blockquote><p>— " +
            source_words(document, piece.reported) + "</p>";
  }
  return html + "<p><small>" + std::to_string(event.articles) + (event.articles == 1 ? " article, " : " articles, ") +
         std::to_string(event.origins) + (event.origins == 1 ? " origin" : " independent origins") +
         (event.date->basis == Basis::inferred ? ", date inferred" : "") + "</small></p>";
}

void write_text(JsonWriter& json, std::string_view headline, std::string_view text) {
  json.key("text").begin_object(open).member("headline", headline).member("text", text).end_object();
}

std::string unique(std::set<std::string, std::less<>>& taken, const std::string& id) {
  std::string out = id.empty() ? "slide" : id;
  for (int copy = 2; !taken.insert(out).second; ++copy) out = id + "-" + std::to_string(copy);
  return out;
}

bool has_place_in_time(const Event& event) { return event.date && (event.date->days.first || event.date->days.last); }

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
             "<p>" + std::to_string(slides) + (slides == 1 ? " event from " : " events from ") +
                 std::to_string(knowledge.documents.size()) +
                 (knowledge.documents.size() == 1 ? " article</p>" : " articles</p>"));
  json.end_object();
}

}  // namespace

void write_timelinejs(const Knowledge& knowledge, const Graph&, const ExportOptions& options, std::ostream& out,
                      Notes& notes) {
  const auto slides =
      static_cast<std::size_t>(std::count_if(knowledge.events.begin(), knowledge.events.end(), has_place_in_time));
  const std::size_t undated = knowledge.events.size() - slides;
  if (undated > 0)
    notes.push_back(std::to_string(undated) + (undated == 1 ? " event" : " events") + " without a date left out");
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
  std::set<std::string, std::less<>> ids;
  for (const Event& event : knowledge.events) {
    if (!has_place_in_time(event)) continue;
    json.begin_object(open);
    write_when(json, *event.date);
    write_text(json, html_text(event.label), body(knowledge, event));
    json.member("group", html_text(spaced(event.type))).member("unique_id", unique(ids, event.id)).end_object();
    out << json.take();
  }
  json.end_array().end_object();
  out << json.take() << '\n';
}

}  // namespace dateline
