#include "input/format/format.hpp"

#include <array>
#include <string>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::input {
namespace {

struct Ending {
  std::string_view ending;
  Format format;
};
constexpr std::array<Ending, 14> endings = {{{".txt", Format::text},
                                             {".text", Format::text},
                                             {".md", Format::text},
                                             {".markdown", Format::text},
                                             {".html", Format::html},
                                             {".htm", Format::html},
                                             {".xhtml", Format::html},
                                             {".json", Format::json},
                                             {".jsonl", Format::json_lines},
                                             {".ndjson", Format::json_lines},
                                             {".xml", Format::feed},
                                             {".rss", Format::feed},
                                             {".atom", Format::feed},
                                             {".rdf", Format::feed}}};

/// Several lines, each an object of its own.
bool is_json_lines(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (end == text.npos) return false;
  const std::string_view first = trim(text.substr(0, end)), rest = trim(text.substr(end));
  return first.ends_with('}') && rest.starts_with('{');
}

}  // namespace

std::optional<Format> format_of_name(std::string_view name) {
  std::string lower = utf8::lower(name);
  if (lower.ends_with(".gz")) lower.resize(lower.size() - 3);
  for (const Ending& one : endings) {
    if (lower.ends_with(one.ending)) return one.format;
  }
  return std::nullopt;
}

Format format_of_text(std::string_view text) {
  const std::string_view start = trim(text);
  if (start.starts_with('{')) return is_json_lines(start) ? Format::json_lines : Format::json;
  if (start.starts_with('[')) {
    const std::string_view inside = trim(start.substr(1));
    return inside.starts_with('{') || inside.starts_with(']') ? Format::json : Format::text;
  }
  if (!start.starts_with('<')) return Format::text;
  const std::string head = utf8::lower(start.substr(0, 2000));
  const bool feed =
      head.find("<rss") != head.npos || head.find("<feed") != head.npos || head.find("<rdf:rdf") != head.npos;
  if (feed) return Format::feed;
  const bool html = head.find("<html") != head.npos || head.find("<!doctype html") != head.npos ||
                    head.find("<body") != head.npos || head.find("<div") != head.npos || head.find("<p") != head.npos ||
                    head.find("<head") != head.npos;
  return html ? Format::html : Format::text;
}

}  // namespace dateline::input
