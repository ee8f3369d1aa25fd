#include <array>
#include <vector>

#include <nlohmann/json.hpp>

#include "dateline/base/text.hpp"
#include "input/date/written_date.hpp"
#include "input/html/metadata.hpp"

namespace dateline::input {
namespace {

using Json = nlohmann::json;

/// Types of schema.org that are articles: NewsArticle, ReportageNewsArticle, BlogPosting, LiveBlogPosting, Report...
bool is_article_type(const Json& type) {
  if (type.is_array()) {
    for (const Json& one : type) {
      if (one.is_string() && is_article_type(one)) return true;
    }
    return false;
  }
  if (!type.is_string()) return false;
  const std::string& name = type.get_ref<const std::string&>();
  return name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
}

std::string string_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? squeeze(found->get_ref<const std::string&>()) : "";
}

/// A name, an object with a name, or a list of either.
std::string name_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  std::vector<std::string> names;
  const auto keep = [&](const Json& one) {
    const std::string name = one.is_string()   ? squeeze(one.get_ref<const std::string&>())
                             : one.is_object() ? string_at(one, "name")
                                               : "";
    if (!name.empty()) names.push_back(name);
  };
  if (found->is_array()) {
    for (const Json& one : *found) keep(one);
  } else {
    keep(*found);
  }
  return join(names, ", ");
}

void fill(std::string& empty, std::string value) {
  if (empty.empty()) empty = std::move(value);
}

void add_date(const Json& object, const char* key, const CalendarWords& words, std::optional<Published>& out) {
  if (out) return;
  const std::string edtf = edtf_of_stamp(string_at(object, key), words);
  if (!edtf.empty()) out = Published{edtf, std::string("json-ld ") + key};
}

void add_article(const Json& article, const CalendarWords& words, Metadata& out) {
  fill(out.title, string_at(article, "headline"));
  fill(out.byline, name_at(article, "author"));
  fill(out.publisher, name_at(article, "publisher"));
  std::string url = string_at(article, "url");
  if (!url.starts_with("http")) url = "";
  fill(out.url, url);
  fill(out.body, string_at(article, "articleBody"));
  add_date(article, "datePublished", words, out.published);
  add_date(article, "dateModified", words, out.updated);
}

}  // namespace

void add_linked_data(std::string_view text, const CalendarWords& words, Metadata& out) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return;
  std::vector<const Json*> open = {&json};  // no recursion
  for (std::size_t i = 0; i < open.size() && i < 2000; ++i) {
    const Json& here = *open[i];
    if (here.is_array()) {
      for (const Json& one : here) open.push_back(&one);
    }
    if (!here.is_object()) continue;
    if (here.contains("@type") && is_article_type(here["@type"])) {
      add_article(here, words, out);
      return;
    }
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
      if (const auto found = here.find(key); found != here.end()) open.push_back(&*found);
    }
  }
}

}  // namespace dateline::input
