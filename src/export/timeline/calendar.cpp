// iCalendar (RFC 5545): lines of at most 75 octets that break inside no character, all-day events whose end is the day
// after, a stable UID, and nothing that depends on the clock: DTSTAMP is the day of the newest report.
#include <algorithm>
#include <ostream>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "export/display_date.hpp"
#include "export/formats.hpp"
#include "export/notes.hpp"
#include "export/timeline/story.hpp"

namespace dateline {
namespace {

/// TEXT of RFC 5545 3.3.11: without control characters, which it does not allow.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c == U'\\' || c == U';' || c == U',') out += '\\';
    if (c == U'\n') {
      out += "\\n";
    } else if (c >= 0x20 && c != 0x7F) {
      utf8::append(out, c);
    } else if (c == U'\t') {
      out += ' ';
    }
  }
  return out;
}

/// A content line, folded (3.1).
void write_line(std::ostream& out, std::string_view line) {
  constexpr std::size_t octets = 75;
  std::size_t room = octets;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t next = at;
    utf8::next(line, next);
    if (next - at > room) {
      out << "\r\n ";
      room = octets - 1;
    }
    out << line.substr(at, next - at);
    room -= next - at;
    at = next;
  }
  out << "\r\n";
}

void write_text(std::ostream& out, std::string_view name, std::string_view text) {
  if (!trim(text).empty()) write_line(out, std::string(name) + ":" + escaped(text));
}

std::string digits(DayNumber day) {
  std::string text = iso_day(day);
  std::erase(text, '-');
  return text;
}

/// "20241104T162400Z"; "" unless the date is a minute in UTC.
std::string instant(const EventDate& date) {
  const std::string& edtf = date.edtf;
  if (date.precision != Precision::minute || edtf.size() != 17 || edtf[10] != 'T' || edtf[13] != ':' || edtf[16] != 'Z')
    return "";
  return edtf.substr(0, 4) + edtf.substr(5, 2) + edtf.substr(8, 2) + "T" + edtf.substr(11, 2) + edtf.substr(14, 2) +
         "00Z";
}

bool has_four_digits(DayNumber day) {
  const int year = civil(day).year;
  return year >= 1 && year <= 9999;
}

/// The days that a calendar shows; a bound is its known end.
std::optional<std::pair<DayNumber, DayNumber>> shown_days(const Event& event) {
  if (!has_place_in_time(event)) return std::nullopt;
  const auto [first, last] = event.date->days;
  const DayNumber from = first ? *first : *last;
  const DayNumber to = first && last ? std::max(*first, *last) : from;
  if (!has_four_digits(from) || !has_four_digits(to + 1)) return std::nullopt;
  return std::pair(from, to);
}

DayNumber newest_report(const Event& event, DayNumber otherwise) {
  std::optional<DayNumber> newest;
  for (const Evidence& piece : event.evidence) {
    const std::optional<EdtfDate> reported = parse_edtf(piece.reported);
    if (reported && reported->days.first && has_four_digits(*reported->days.first) &&
        (!newest || *reported->days.first > *newest))
      newest = reported->days.first;
  }
  return newest.value_or(otherwise);
}

std::string description(const Knowledge& knowledge, const Event& event) {
  std::string text = display_date(*event.date);
  std::set<std::string_view> origins;
  for (const Evidence& piece : event.evidence) {
    const DocumentInfo& document = knowledge.documents[piece.document];
    if (!origins.insert(document.origin).second) continue;
    text +=
        "\n\n\"" + squeeze(piece.quote) + "\"\n" + squeeze(document.title.empty() ? document.source : document.title);
    if (!document.publisher.empty()) text += ", " + squeeze(document.publisher);
    if (is_link(document.url)) text += "\n" + document.url;
  }
  return text;
}

/// What a URL property may hold: a link without white space or what RFC 3986 forbids.
std::string link_of(const Knowledge& knowledge, const Event& event) {
  for (const Evidence& piece : event.evidence) {
    const std::string& url = knowledge.documents[piece.document].url;
    const bool clean = std::all_of(url.begin(), url.end(), [](char c) { return c > ' ' && c < 0x7F && c != '"'; });
    if (is_link(url) && clean) return url;
  }
  return "";
}

void write_event(const Knowledge& knowledge, const Event& event, const std::string& id,
                 std::pair<DayNumber, DayNumber> days, std::ostream& out) {
  out << "BEGIN:VEVENT\r\n";
  write_line(out, "UID:" + escaped(id) + "@dateline");
  write_line(out, "DTSTAMP:" + digits(newest_report(event, days.first)) + "T000000Z");
  if (const std::string at = instant(*event.date); !at.empty()) {
    write_line(out, "DTSTART:" + at);
  } else {
    write_line(out, "DTSTART;VALUE=DATE:" + digits(days.first));
    write_line(out, "DTEND;VALUE=DATE:" + digits(days.second + 1));
  }
  const bool sure = event.status == Status::asserted;
  write_text(out, "SUMMARY", squeeze(event.label) + (sure ? "" : " [" + std::string(name(event.status)) + "]"));
  write_text(out, "DESCRIPTION", description(knowledge, event));
  if (event.place) write_text(out, "LOCATION", squeeze(knowledge.entities[*event.place].name));
  write_text(out, "CATEGORIES", event.type);
  if (const std::string url = link_of(knowledge, event); !url.empty()) write_line(out, "URL:" + url);
  out << (sure ? "STATUS:CONFIRMED\r\n" : "STATUS:TENTATIVE\r\n");
  out << "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

}  // namespace

void write_ics(const Knowledge& knowledge, const Graph&, const ExportOptions& options, std::ostream& out,
               Notes& notes) {
  out << "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
  write_text(out, "PRODID", "-//dateline//" + options.generator + "//EN");
  out << "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n";
  write_text(out, "X-WR-CALNAME", squeeze(options.title));
  std::size_t beyond = 0;
  UniqueIds ids("event");
  for (const Event& event : knowledge.events) {
    if (const auto days = shown_days(event)) {
      write_event(knowledge, event, ids.of(event.id), *days, out);
    } else {
      beyond += has_place_in_time(event);
    }
  }
  out << "END:VCALENDAR\r\n";
  if (const std::size_t left_out = undated(knowledge))
    notes.push_back(counted(left_out, "event") + " without a date left out");
  if (beyond > 0)
    notes.push_back(counted(beyond, "event") + " before the year 1 or after 9999 left out: iCalendar cannot say it");
}

}  // namespace dateline
