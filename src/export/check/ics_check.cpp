// iCalendar against RFC 5545.
#include <set>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "export/check/checks.hpp"
#include "export/notes.hpp"

namespace dateline {
namespace {

struct Entry {
  std::string uid, start, end;
  bool stamp = false, all_day = false;
  std::size_t line = 0;
};

void check_entry(const Entry& entry, std::set<std::string>& ids, Problems& problems) {
  if (entry.uid.empty()) problems.add(entry.line, "calendars", "an event has no UID");
  if (!entry.uid.empty() && !ids.insert(entry.uid).second)
    problems.add(entry.line, "calendars",
                 "the UID '" + entry.uid + "' stands twice: one event takes the other's place");
  if (!entry.stamp) problems.add(entry.line, "calendars", "an event has no DTSTAMP");
  if (entry.start.empty()) problems.add(entry.line, "calendars", "an event has no DTSTART");
  if (entry.all_day && !entry.end.empty() && entry.end <= entry.start)
    problems.add(entry.line, "calendars",
                 "an event of whole days ends on the day before it begins: DTEND is the day after the last");
}

std::string value_of(std::string_view line) {
  return std::string(line.substr(std::min(line.find(':'), line.size() - 1) + 1));
}

}  // namespace

std::string check_ics(std::string_view bytes, Problems& problems) {
  std::size_t number = 0, count = 0;
  std::set<std::string> ids;
  std::string line;
  std::size_t line_number = 0;
  Entry entry;
  bool inside = false, version = false, product = false;
  const auto content_line = [&] {
    if (line.starts_with("BEGIN:VEVENT")) entry = {}, entry.line = line_number, inside = true;
    if (line.starts_with("VERSION:")) version = true;
    if (line.starts_with("PRODID")) product = true;
    if (!inside) return;
    if (line.starts_with("UID")) entry.uid = value_of(line);
    if (line.starts_with("DTSTAMP")) entry.stamp = true;
    if (line.starts_with("DTSTART"))
      entry.start = value_of(line), entry.all_day = line.find("VALUE=DATE:") != line.npos;
    if (line.starts_with("DTEND")) entry.end = value_of(line);
    if (line.starts_with("END:VEVENT")) check_entry(entry, ids, problems), ++count, inside = false;
  };
  bool bare = false;
  for (std::string_view physical : split(bytes, '\n')) {
    ++number;
    const bool ends_well = physical.ends_with('\r');
    if (ends_well) physical.remove_suffix(1);
    if (!ends_well && !physical.empty() && !bare) {
      problems.add(number, "calendars", "lines end in LF, not in CRLF");
      bare = true;
    }
    if (physical.size() > 75) problems.add(number, "calendars", "a line has more than 75 octets");
    if (!utf8::valid(physical)) problems.add(number, "calendars", "a line is no UTF-8, or folded inside a character");
    if (physical.starts_with(' ') || physical.starts_with('\t')) {
      line += physical.substr(1);
      continue;
    }
    if (!line.empty()) content_line();
    line = physical;
    line_number = number;
  }
  if (!line.empty()) content_line();
  if (!version) problems.add(1, "calendars", "no VERSION");
  if (!product) problems.add(1, "calendars", "no PRODID");
  if (inside) problems.add(entry.line, "calendars", "an event does not end");
  return counted(count, "event");
}

}  // namespace dateline
