#include <nlohmann/json.hpp>

#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"
#include "export/check/checks.hpp"
#include "export/notes.hpp"

namespace dateline {
namespace {

using Json = nlohmann::json;

/// The name of the outermost element, also of a file that breaks off behind it; "" when there is none.
std::string_view root_element(std::string_view bytes) {
  for (std::size_t at = bytes.find('<'); at != bytes.npos; at = bytes.find('<', at)) {
    const std::string_view rest = bytes.substr(at);
    if (!rest.starts_with("<?") && !rest.starts_with("<!")) return rest.substr(1, rest.find_first_of(" \t\r\n/>") - 1);
    const std::string_view end = rest.starts_with("<!--") ? "-->" : ">";
    const std::size_t past = rest.find(end);
    if (past == rest.npos) return "";
    at += past + end.size();
  }
  return "";
}

std::string check_own(std::string_view bytes, Problems& problems) {
  try {
    const Knowledge read = read_timeline(bytes, "the timeline");
    return counted(read.documents.size(), "document") + ", " + counted(read.events.size(), "event");
  } catch (const Error& error) {
    problems.add(0, "all readers", error.what());
    return "a timeline";
  }
}

CheckReport check_json(std::string_view bytes, std::string_view where) {
  const Json root = Json::parse(bytes, nullptr, false);
  if (root.is_discarded() || !root.is_object()) throw Error(ErrorKind::input, where, "is broken JSON, or no object");
  Problems problems;
  CheckReport report;
  const auto take = [&](std::string format, std::string holds) {
    report = {std::move(format), std::move(holds), problems.lines()};
    return report;
  };
  if (root.value("format", Json()) == "dateline-timeline") {
    std::string holds = check_own(bytes, problems);
    return take("json", std::move(holds));
  }
  const auto checked = [&](const char* format, std::string (*check)(const Json&, Problems&)) {
    std::string holds = check(root, problems);
    return take(format, std::move(holds));
  };
  if (root.contains("items")) return checked("vis-timeline", check_vis_timeline);
  if (root.contains("elements")) return checked("cytoscape", check_cytoscape);
  if (root.contains("nodes")) return checked("graphology", check_graphology);
  if (root.contains("events")) return checked("timelinejs", check_timelinejs);
  throw Error(ErrorKind::input, where, "is JSON, but none of the formats that can be checked");
}

}  // namespace

CheckReport check_export(std::string_view bytes, std::string_view where) {
  std::string_view start = bytes.substr(0, 4096);
  if (start.starts_with("\xEF\xBB\xBF")) start.remove_prefix(3);
  start = trim(start);
  if (start.starts_with('{')) return check_json(bytes, where);
  Problems problems;
  if (start.starts_with("BEGIN:VCALENDAR")) {
    std::string holds = check_ics(bytes, problems);
    return {"ics", std::move(holds), problems.lines()};
  }
  if (start.starts_with('<')) {
    const std::string_view root = root_element(bytes);
    if (root == "graphml" || root == "gexf") {
      std::string holds = root == "gexf" ? check_gexf(bytes, problems) : check_graphml(bytes, problems);
      return {std::string(root), std::move(holds), problems.lines()};
    }
  }
  throw Error(ErrorKind::input, where,
              "is no GraphML, GEXF, JSON of a timeline or graph, or calendar: nothing else can be checked");
}

}  // namespace dateline
