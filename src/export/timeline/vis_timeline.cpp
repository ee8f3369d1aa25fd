// vis-timeline 8: {items, groups, options}. What breaks it is never written: "2024" alone (read as milliseconds), a
// missing start or a repeated id (nothing is shown), years before 0 in fewer than six digits. Its dates are local; a day
// ends where the next begins.
#include <algorithm>
#include <cstdlib>
#include <ostream>

#include "export/display_date.hpp"
#include "export/formats.hpp"
#include "export/json_writer.hpp"
#include "export/notes.hpp"
#include "export/timeline/story.hpp"

namespace dateline {
namespace {

using enum JsonWriter::Layout;

/// It draws every item of the window; more than some hundreds take seconds.
constexpr std::size_t most_in_window = 150;
constexpr std::size_t most_groups = 60;
constexpr std::string_view other_group = "other";

/// A day as JavaScript's Date reads it on its own time: "-000043-03-15T00:00".
std::string script_day(DayNumber day) {
  const CivilDay at = civil(day);
  const bool common = at.year >= 0 && at.year <= 9999;
  std::string year = std::to_string(std::abs(at.year));
  year.insert(0, (common ? 4 : 6) - std::min<std::size_t>(common ? 4 : 6, year.size()), '0');
  const auto two = [](int value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return (common ? "" : at.year < 0 ? "-" : "+") + year + "-" + two(at.month) + "-" + two(at.day) + "T00:00";
}

bool has_clock(const EventDate& date) {
  return date.precision == Precision::minute && date.edtf.size() >= 16 && date.edtf.find('/') == date.edtf.npos &&
         date.edtf[10] == 'T';
}

/// A day is a point with its words beside it (boxes would hang over both sides of their days, each with a line to the
/// axis), anything longer a bar; a bound is a point at its known end.
void write_item_dates(JsonWriter& json, const EventDate& date) {
  const auto [first, last] = date.days;
  if (has_clock(date)) {
    json.member("start", date.edtf).member("type", "point");
  } else if (first && last && *last > *first) {
    json.member("start", script_day(*first)).member("end", script_day(*last + 1)).member("type", "range");
  } else {
    json.member("start", script_day(first ? *first : *last)).member("type", "point");
  }
}

void write_item(JsonWriter& json, const Knowledge& knowledge, const Event& event, UniqueIds& ids,
                const Groups& groups) {
  json.begin_object(flat).member("id", ids.of(event.id));
  json.member("content", html_text(event.label));
  write_item_dates(json, *event.date);
  const std::string group = groups.of(event);
  json.member("group", group.empty() ? std::string_view(other_group) : group);
  // A page may cut the words of an item; the tooltip has them whole.
  json.member("title", "<p>" + html_text(display_date(*event.date)) + "<br><b>" + html_text(event.label) + "</b></p>" +
                           html_body(knowledge, event));
  json.member("className", std::string(name(event.status)) + " " + std::string(name(event.date->precision)));
  json.end_object();
}

/// The shortest window in which three quarters of the events begin, or as many as it draws at once; of equal ones the
/// newest. A few events of long ago or far ahead would press all others together; they are there to scroll to.
void write_window(JsonWriter& json, std::vector<DayNumber> firsts) {
  json.key("options").begin_object(flat);
  if (!firsts.empty()) {
    std::sort(firsts.begin(), firsts.end());
    const std::size_t inside = std::min(most_in_window, (3 * firsts.size() + 3) / 4);
    DayNumber start = firsts.front(), end = firsts.back();
    for (std::size_t last = inside - 1; last < firsts.size(); ++last) {
      const DayNumber first = firsts[last - (inside - 1)];
      if (firsts[last] - first <= end - start) start = first, end = firsts[last];
    }
    const DayNumber margin = (end - start) / 10 + 1;
    json.member("start", script_day(start - margin)).member("end", script_day(end + 2 * margin));
  }
  json.key("orientation").string("top");
  json.key("stack").boolean(true);
  json.key("maxHeight").string("100%");
  json.key("verticalScroll").boolean(true);
  json.key("zoomKey").string("ctrlKey");
  json.key("showCurrentTime").boolean(false);
  json.key("margin").begin_object(flat).key("item").begin_object(flat);
  json.member("horizontal", 8).member("vertical", 4).end_object().end_object();
  json.end_object();
}

}  // namespace

void write_vis_timeline(const Knowledge& knowledge, const Graph&, const ExportOptions& options, std::ostream& out,
                        Notes& notes) {
  const std::size_t left_out = undated(knowledge);
  if (left_out > 0) notes.push_back(counted(left_out, "event") + " without a date left out");
  const Groups groups(knowledge, options.group_by, most_groups);
  UniqueIds ids("item");
  JsonWriter json;
  json.begin_object(open).member("title", options.title).key("items").begin_array(open);
  bool others = false;
  std::vector<DayNumber> firsts;
  for (const Event& event : knowledge.events) {
    if (!has_place_in_time(event)) continue;
    firsts.push_back(event.date->days.first ? *event.date->days.first : *event.date->days.last);
    write_item(json, knowledge, event, ids, groups);
    others = others || groups.of(event).empty();
    out << json.take();
  }
  json.end_array().key("groups").begin_array(open);
  const auto group = [&](const std::string& id) {
    json.begin_object(flat).member("id", id).member("content", html_text(id)).end_object();
  };
  for (const std::string& id : groups.all()) group(id);
  if (others) group(std::string(other_group));
  json.end_array();
  write_window(json, std::move(firsts));
  json.end_object();
  out << json.take() << '\n';
}

}  // namespace dateline
