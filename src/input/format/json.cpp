#include <array>

#include <nlohmann/json.hpp>

#include "dateline/base/text.hpp"
#include "input/date/written_date.hpp"
#include "input/format/format.hpp"
#include "input/format/formats.hpp"
#include "input/html/blocks.hpp"

namespace dateline::input {
namespace {

using Json = nlohmann::json;

// Keys of a record, the better first. docs/input.md lists them.
constexpr std::array<std::string_view, 7> text_keys = {"text",         "articleBody", "body",    "content",
                                                       "content_text", "article",     "maintext"};
constexpr std::array<std::string_view, 3> html_keys = {"content_html", "html", "body_html"};
constexpr std::array<std::string_view, 3> title_keys = {"title", "headline", "name"};
constexpr std::array<std::string_view, 9> date_keys = {"published",    "datePublished", "date_published",
                                                       "published_at", "publishedAt",   "publication_date",
                                                       "date_publish", "pubDate",       "date"};
constexpr std::array<std::string_view, 6> updated_keys = {"updated",    "dateModified", "date_modified",
                                                          "updated_at", "modified",     "date_modify"};
constexpr std::array<std::string_view, 4> url_keys = {"url", "link", "source_url", "external_url"};
constexpr std::array<std::string_view, 5> publisher_keys = {"publisher", "source", "site_name", "source_domain",
                                                            "outlet"};
constexpr std::array<std::string_view, 5> author_keys = {"author", "authors", "byline", "creator", "by"};
constexpr std::array<std::string_view, 7> list_keys = {"articles", "items",   "documents", "data",
                                                       "results",  "entries", "records"};

/// A string, a number, an object's name, or a list of these.
std::string value_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return std::to_string(value.get<long long>());
  if (value.is_object() && value.contains("name") && value["name"].is_string()) return value["name"].get<std::string>();
  if (!value.is_array()) return "";
  std::vector<std::string> parts;
  for (const Json& one : value) {
    if (one.is_string() || one.is_object())
      parts.push_back(one.is_object() && !one.contains("name") ? "" : value_of(one));
  }
  std::erase(parts, "");
  return join(parts, ", ");
}

template <std::size_t n>
std::string first_of(const Json& record, const std::array<std::string_view, n>& keys, std::string* key = nullptr) {
  for (const std::string_view name : keys) {
    const auto found = record.find(std::string(name));
    std::string value = found != record.end() ? value_of(*found) : "";
    if (trim(value).empty()) continue;
    if (key != nullptr) *key = name;
    return value;
  }
  return "";
}

template <std::size_t n>
std::optional<Published> date_of(const Json& record, const std::array<std::string_view, n>& keys, const Rules& rules) {
  std::string key;
  const std::string edtf = edtf_of_stamp(first_of(record, keys, &key), rules.calendar);
  return edtf.empty() ? std::nullopt : std::optional(Published{edtf, "json " + key});
}

bool is_web(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

/// The text of a record: a string as it is, the paragraphs of a list, or the text of HTML.
void take_text(const Json& record, const Rules& rules, Draft& draft) {
  std::string html = first_of(record, html_keys);
  for (const std::string_view key : text_keys) {
    const auto found = record.find(std::string(key));
    if (found == record.end()) continue;
    if (found->is_string()) draft.text = found->get<std::string>();
    if (found->is_array()) {
      std::vector<std::string> paragraphs;
      for (const Json& one : *found) paragraphs.push_back(value_of(one));
      draft.text = join(paragraphs, "\n\n");
    }
    if (!trim(draft.text).empty()) break;
  }
  if (trim(draft.text).empty()) draft.text.clear();
  const bool marked_up = !draft.text.empty() && format_of_text(draft.text) == Format::html;
  if (marked_up) html = std::move(draft.text);
  if (html.empty() || (!draft.text.empty() && !marked_up)) {
    draft.pieces = pieces_of(draft.text);
    return;
  }
  draft.text = joined(blocks_of_fragment(html, rules.classes), draft.pieces);
}

std::optional<Draft> draft_of(const Json& record, const std::string& file, int number, const Rules& rules) {
  Draft draft;
  take_text(record, rules, draft);
  if (trim(draft.text).empty()) return std::nullopt;
  draft.title = squeeze(first_of(record, title_keys));
  draft.byline = squeeze(first_of(record, author_keys));
  draft.url = first_of(record, url_keys);
  draft.publisher = squeeze(first_of(record, publisher_keys));
  const std::string id = first_of(record, std::array<std::string_view, 3>{"id", "_id", "guid"});
  if (is_web(draft.publisher)) {  // "source" is an address as often as a name
    if (draft.url.empty()) draft.url = draft.publisher;
    draft.publisher.clear();
  }
  if (draft.url.empty() && is_web(id)) draft.url = id;
  draft.source = !draft.url.empty() ? draft.url : file + "#" + (id.empty() ? std::to_string(number) : id);
  draft.published = date_of(record, date_keys, rules);
  draft.updated = date_of(record, updated_keys, rules);
  return draft;
}

std::string where(const std::string& file, int number) { return file + "#" + std::to_string(number); }

void read_record(const Json& record, const Input& input, int number, const std::string& place, const FoundDraft& found,
                 const FoundProblem& problem) {
  if (!record.is_object()) return problem({place, "is not a JSON object"});
  std::optional<Draft> draft = draft_of(record, input.name, number, input.rules);
  if (!draft) return problem({place, "has no text (a string under text, body, content or articleBody)"});
  found(std::move(*draft));
}

/// Where the reading of JSON stopped, without the library's own words for it.
std::string reason(const Json::parse_error& error) { return "is broken JSON at byte " + std::to_string(error.byte); }

}  // namespace

void read_json(Input&& input, const FoundDraft& found, const FoundProblem& problem) {
  Json json;
  try {
    json = Json::parse(input.text);
  } catch (const Json::parse_error& error) {
    if (format_of_text(input.text) == Format::json_lines) return read_json_lines(std::move(input), found, problem);
    return problem({input.name, reason(error)});
  }
  input.text = {};
  const Json* list = json.is_array() ? &json : nullptr;
  for (const std::string_view key : list_keys) {
    if (list == nullptr && json.is_object() && json.contains(key) && json[std::string(key)].is_array())
      list = &json[std::string(key)];
  }
  if (list == nullptr) return read_record(json, input, 1, input.name, found, problem);
  if (list->empty()) return problem({input.name, "is an empty list"});
  int number = 0;
  for (const Json& record : *list) {
    ++number;
    read_record(record, input, number, where(input.name, number), found, problem);
  }
}

void read_json_lines(Input&& input, const FoundDraft& found, const FoundProblem& problem) {
  const std::string text = std::move(input.text);
  int number = 0;
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trim(std::string_view(text).substr(at, end - at));
    at = end + 1;
    ++number;
    if (line.empty()) continue;
    any = true;
    const std::string place = input.name + ":" + std::to_string(number);
    try {
      read_record(Json::parse(line), input, number, place, found, problem);
    } catch (const Json::parse_error& error) {
      problem({place, reason(error) + " of the line"});
    }
  }
  if (!any) problem({input.name, "holds no records"});
}

}  // namespace dateline::input
