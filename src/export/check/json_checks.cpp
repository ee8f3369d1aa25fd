// Timelines and graphs in JSON against what TimelineJS 3, vis-timeline 8, graphology and Cytoscape.js do with them
// (found by running them).
#include <nlohmann/json.hpp>

#include "dateline/base/text.hpp"
#include "export/check/checks.hpp"
#include "export/check/graph_rules.hpp"
#include "export/notes.hpp"

namespace dateline {
namespace {

using Json = nlohmann::json;

const Json& member(const Json& object, const char* key) {
  static const Json none;
  const auto found = object.is_object() ? object.find(key) : object.end();
  return object.is_object() && found != object.end() ? *found : none;
}

std::string text_of(const Json& value) { return value.is_string() ? value.get<std::string>() : ""; }

/// A whole number, also when it stands in quotation marks, as TimelineJS takes it.
std::optional<int> number_of(const Json& value) {
  if (value.is_number_integer() && value >= -300000 && value <= 300000) return value.get<int>();
  if (!value.is_string()) return std::nullopt;
  const std::string text = value.get<std::string>();
  if (text.empty() || text.size() > 7 || text.find_first_not_of("0123456789", text.front() == '-' ? 1 : 0) != text.npos)
    return std::nullopt;
  return text == "-" ? std::nullopt : std::optional(std::stoi(text));
}

std::string nth(std::size_t index) { return "slide " + std::to_string(index + 1); }

/// Says what is wrong with a date; nothing when nothing can be made of it.
std::optional<std::size_t> timeline_date(const Json& date, const std::string& where, Problems& problems) {
  constexpr const char* all = "TimelineJS";
  if (!date.is_object()) {
    problems.add(0, all, where + ": the date is not an object {year, month, day}: the whole timeline is refused");
    return std::nullopt;
  }
  const std::optional<int> year = number_of(member(date, "year"));
  if (!year) {
    problems.add(0, all, where + ": the year is no number: the timeline never ends loading");
    return std::nullopt;
  }
  if (*year == 0) problems.add(0, all, where + ": the year 0 is shown as such; 1 BC is -1");
  const std::optional<int> month = number_of(member(date, "month")), day = number_of(member(date, "day"));
  if (month && (*month < 1 || *month > 12))
    problems.add(0, all, where + ": there is no month " + std::to_string(*month));
  if (day && !month) problems.add(0, all, where + ": a day without a month");
  if (month && day && *month >= 1 && *month <= 12 && !day_number(*year, *month, *day))
    problems.add(0, all, where + ": the month has no day " + std::to_string(*day) + "; it is shown as another");
  return month ? (day ? 3 : 2) : 1;
}

void timeline_slide(const Json& slide, std::size_t index, Problems& problems) {
  const std::string where = nth(index);
  if (!slide.is_object() || !slide.contains("start_date")) {
    problems.add(0, "TimelineJS", where + ": no start_date: it is left out without a word");
    return;
  }
  const auto from = timeline_date(slide["start_date"], where, problems);
  if (!slide.contains("end_date")) return;
  const Json& end = slide["end_date"];
  if (end.is_null()) {
    problems.add(0, "TimelineJS", where + ": end_date is null: the whole timeline is replaced by an error");
    return;
  }
  const auto to = timeline_date(end, where, problems);
  if (!from || !to) return;
  if (*to > *from) problems.add(0, "TimelineJS", where + ": the end is more exact than the start and is dropped");
  const auto key = [](const Json& date) {
    return std::tuple(number_of(member(date, "year")).value_or(0), number_of(member(date, "month")).value_or(1),
                      number_of(member(date, "day")).value_or(1));
  };
  if (*to == *from && key(end) < key(slide["start_date"]))
    problems.add(0, "TimelineJS", where + ": it ends before it begins");
}

/// A start that "2024" is not: digits alone are milliseconds since 1970.
bool vis_date(const Json& value, const std::string& where, Problems& problems) {
  if (value.is_number()) return true;
  const std::string text = text_of(value);
  if (text.empty()) return false;
  if (text.find_first_not_of("0123456789") == text.npos) {
    problems.add(0, "vis-timeline", where + ": '" + text + "' is read as milliseconds since 1970; write a whole date");
  } else if (text.front() == '-' && text.find('-', 1) != 7) {
    problems.add(0, "vis-timeline", where + ": '" + text + "': years before 0 need six digits");
  }
  return true;
}

void json_node(const Json& id, GraphRules& rules, Problems& problems) {
  if (!id.is_string()) problems.add(0, "all readers", "a node's id is no text");
  rules.node(text_of(id), 0);
}

/// Members of an array, or nothing.
template <class Visit>
void each(const Json& array, Visit visit) {
  if (!array.is_array()) return;
  std::size_t index = 0;
  for (const Json& value : array) visit(value, index++);
}

}  // namespace

std::string check_timelinejs(const Json& root, Problems& problems) {
  std::size_t count = 0;
  std::set<std::string> ids;
  each(member(root, "events"), [&](const Json& slide, std::size_t index) {
    ++count;
    timeline_slide(slide, index, problems);
    const std::string id = text_of(member(slide, "unique_id"));
    if (!id.empty() && !ids.insert(id).second)
      problems.add(0, "TimelineJS", nth(index) + ": the unique_id '" + id + "' stands twice: links lead elsewhere");
  });
  if (count == 0) problems.add(0, "TimelineJS", "no events: it shows an error");
  if (count > 200) problems.add(0, "TimelineJS", counted(count, "slide") + ": it is at ease with about 100");
  each(member(root, "eras"), [&](const Json& era, std::size_t index) {
    const std::string where = "era " + std::to_string(index + 1);
    if (!member(era, "start_date").is_object() || !member(era, "end_date").is_object() ||
        member(era, "start_date") == member(era, "end_date")) {
      problems.add(0, "TimelineJS", where + ": it needs two different dates: the whole timeline is refused");
      return;
    }
    timeline_date(era["start_date"], where, problems);
    timeline_date(era["end_date"], where, problems);
  });
  if (root.contains("errors")) problems.add(0, "TimelineJS", "\"errors\" is shown in place of the timeline");
  const std::string scale = text_of(member(root, "scale"));
  if (!scale.empty() && scale != "human" && scale != "cosmological")
    problems.add(0, "TimelineJS", "the scale '" + scale + "' is unknown: the timeline is refused");
  return counted(count, "slide");
}

std::string check_vis_timeline(const Json& root, Problems& problems) {
  std::set<std::string> ids, groups;
  const bool grouped = root.contains("groups");
  each(member(root, "groups"), [&](const Json& group, std::size_t) { groups.insert(member(group, "id").dump()); });
  std::size_t count = 0;
  each(member(root, "items"), [&](const Json& item, std::size_t index) {
    ++count;
    const std::string where = "item " + std::to_string(index + 1);
    if (!vis_date(member(item, "start"), where, problems))
      problems.add(0, "vis-timeline", where + ": no start: nothing at all is shown");
    if (item.is_object() && item.contains("end")) vis_date(item["end"], where, problems);
    if (!ids.insert(member(item, "id").dump()).second)
      problems.add(0, "vis-timeline", where + ": its id stands twice: nothing at all is shown");
    if (grouped && groups.count(member(item, "group").dump()) == 0)
      problems.add(0, "vis-timeline", where + ": its group is not there, and it is not drawn");
  });
  const Json& options = member(root, "options");
  if (count > 500 && member(options, "start").is_null())
    problems.add(0, "vis-timeline", counted(count, "item") + " at once take long: give options.start and options.end");
  return counted(count, "item");
}

std::string check_graphology(const Json& root, Problems& problems) {
  GraphRules rules(problems);
  each(member(root, "nodes"), [&](const Json& node, std::size_t) {
    json_node(member(node, "key"), rules, problems);
    const Json& attributes = member(node, "attributes");
    if (!member(attributes, "type").is_null())
      problems.add(0, "sigma", "a node's attribute 'type' is taken for the program that draws it");
    if (!member(attributes, "x").is_number() || !member(attributes, "y").is_number())
      problems.add(0, "sigma", "a node without x and y: it refuses to draw");
  });
  each(member(root, "edges"), [&](const Json& edge, std::size_t) {
    rules.edge(
        {text_of(member(edge, "key")), text_of(member(edge, "source")), text_of(member(edge, "target")), "", 0, false});
  });
  rules.finish();
  return rules.holds();
}

std::string check_cytoscape(const Json& root, Problems& problems) {
  GraphRules rules(problems);
  const Json& elements = member(root, "elements");
  each(member(elements, "nodes"),
       [&](const Json& node, std::size_t) { json_node(member(member(node, "data"), "id"), rules, problems); });
  each(member(elements, "edges"), [&](const Json& edge, std::size_t) {
    const Json& data = member(edge, "data");
    rules.edge(
        {text_of(member(data, "id")), text_of(member(data, "source")), text_of(member(data, "target")), "", 0, false});
  });
  rules.finish();
  return rules.holds();
}

}  // namespace dateline
