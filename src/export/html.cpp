// The page of viz/ with the timeline JSON inside: one file that opens anywhere, without a server (a page from a file
// may not fetch another).
#include <ostream>
#include <sstream>

#include "dateline/base/error.hpp"
#include "export/formats.hpp"

namespace dateline {
namespace {

constexpr std::string_view slot_begin = "<script type=\"application/json\" id=\"timeline\">";
constexpr std::string_view slot_end = "</script>";

/// JSON that no parser of HTML mistakes for markup.
std::string without_tags(const std::string& json) {
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

void write_html(const Knowledge& knowledge, const Graph& graph, const ExportOptions& options, std::ostream& out,
                Notes& notes) {
  const std::size_t slot = options.page.find(slot_begin);
  const std::size_t begin = slot == options.page.npos ? slot : slot + slot_begin.size();
  const std::size_t end = begin == options.page.npos ? begin : options.page.find(slot_end, begin);
  if (end == options.page.npos)
    throw Error(ErrorKind::resource, "viz/index.html", "has no place for the data: " + std::string(slot_begin));
  std::ostringstream json;
  write_timeline_json(knowledge, graph, options, json, notes);
  out << options.page.substr(0, begin) << without_tags(json.str()) << options.page.substr(end);
}

}  // namespace dateline
