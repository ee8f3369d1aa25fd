#include "input/html/metadata.hpp"

#include <array>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "input/article/publisher.hpp"
#include "input/date/written_date.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

/// Names of meta elements that give the day of publication, the most exact first.
constexpr std::array<std::string_view, 27> published_names = {"article:published_time",
                                                              "og:article:published_time",
                                                              "og:published_time",
                                                              "datepublished",
                                                              "article:published",
                                                              "publish_date",
                                                              "publish-date",
                                                              "publishdate",
                                                              "published_date",
                                                              "pubdate",
                                                              "publication_date",
                                                              "parsely-pub-date",
                                                              "sailthru.date",
                                                              "cxenseparse:recs:publishtime",
                                                              "citation_publication_date",
                                                              "citation_date",
                                                              "dc.date.issued",
                                                              "dcterms.issued",
                                                              "dc.date.created",
                                                              "dcterms.created",
                                                              "dc.date",
                                                              "dcterms.date",
                                                              "article.published",
                                                              "displaydate",
                                                              "date",
                                                              "originalpublicationdate",
                                                              "rnews:datepublished"};
constexpr std::array<std::string_view, 6> updated_names = {"article:modified_time", "og:updated_time",
                                                           "datemodified",          "last-modified",
                                                           "dcterms.modified",      "dc.date.modified"};
constexpr std::array<std::string_view, 4> title_names = {"og:title", "twitter:title", "dc.title", "citation_title"};
constexpr std::array<std::string_view, 6> author_names = {"author",     "article:author", "byl",
                                                          "dc.creator", "parsely-author", "sailthru.author"};
constexpr std::array<std::string_view, 5> site_names = {"og:site_name", "application-name", "dc.publisher",
                                                        "citation_publisher", "publisher"};
constexpr std::array<std::string_view, 2> url_names = {"og:url", "twitter:url"};

/// The values of all meta elements of a page, by name in lower case.
struct Metas {
  std::unordered_map<std::string, std::string> values;

  void add(const xmlNode* node) {
    const std::string content = attribute(node, "content");
    if (content.empty()) return;
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = utf8::lower(attribute(node, key));
      if (!name.empty()) values.emplace(name, squeeze(content));
    }
  }

  template <std::size_t n>
  std::string first(const std::array<std::string_view, n>& names) const {
    for (const std::string_view name : names) {
      const auto found = values.find(std::string(name));
      if (found != values.end()) return found->second;
    }
    return "";
  }

  template <std::size_t n>
  std::optional<Published> date(const std::array<std::string_view, n>& names, const CalendarWords& words) const {
    for (const std::string_view name : names) {
      const auto found = values.find(std::string(name));
      const std::string edtf = found != values.end() ? edtf_of_stamp(found->second, words) : "";
      if (!edtf.empty()) return Published{edtf, "meta " + std::string(name)};
    }
    return std::nullopt;
  }
};

void split_title(std::string_view title, Metadata& out) {
  const SitedTitle parts =
      without_site(title, {" | ", " \xE2\x80\x94 ", " \xE2\x80\x93 ", " - ", " :: ", " \xC2\xBB ", " \xC2\xB7 "});
  out.heading = parts.headline;
  if (out.publisher.empty()) out.publisher = parts.site;
}

void add_time(const Element& element, std::string_view from, const CalendarWords& words,
              std::optional<Published>& out) {
  if (out) return;
  std::string stamp = attribute(element.node, "datetime");
  if (stamp.empty()) stamp = attribute(element.node, "content");
  if (stamp.empty()) stamp = text_of(element.node, 200);
  const std::string edtf = edtf_of_stamp(stamp, words);
  if (!edtf.empty()) out = Published{edtf, std::string(from)};
}

/// Microdata and <time>, of the main element first and then of the page before it.
void add_times(const HtmlTree& tree, int main_element, const CalendarWords& words, Metadata& out) {
  const auto& elements = tree.elements();
  const int end = elements[static_cast<std::size_t>(main_element)].end;
  std::optional<Published> marked, inside, before;
  for (int i = 0; i < end; ++i) {
    const Element& element = elements[static_cast<std::size_t>(i)];
    const std::string property = attribute(element.node, "itemprop");
    if (property == "datePublished") add_time(element, "itemprop datePublished", words, marked);
    if (property == "dateModified") add_time(element, "itemprop dateModified", words, out.updated);
    if (tag(element.node) != "time" || property == "dateModified") continue;
    if (xmlHasProp(element.node, BAD_CAST "pubdate") != nullptr) add_time(element, "time element", words, marked);
    add_time(element, "time element", words, i >= main_element ? inside : before);
  }
  for (const std::optional<Published>& one : {marked, inside, before}) {
    if (!out.published && one) out.published = one;
  }
}

}  // namespace

Metadata metadata_of(const HtmlTree& tree, int main_element, const CalendarWords& words) {
  Metadata out;
  Metas metas;
  std::string title, canonical;
  for (const Element& element : tree.elements()) {
    const std::string_view name = tag(element.node);
    if (name == "meta") metas.add(element.node);
    if (name == "title" && title.empty()) title = text_of(element.node, 1000);
    if (name == "link" && attribute(element.node, "rel") == "canonical") canonical = attribute(element.node, "href");
    if (name == "script" && utf8::lower(attribute(element.node, "type")).find("ld+json") != std::string::npos) {
      std::string json;
      for (const xmlNode* part = element.node->children; part != nullptr; part = part->next) {
        if (part->content != nullptr) json += reinterpret_cast<const char*>(part->content);
      }
      add_linked_data(json, words, out);
    }
  }
  if (out.title.empty()) out.title = metas.first(title_names);
  if (out.byline.empty()) out.byline = metas.first(author_names);
  if (out.byline.starts_with("http")) out.byline.clear();
  if (out.publisher.empty()) out.publisher = metas.first(site_names);
  if (out.url.empty()) out.url = canonical.starts_with("http") ? canonical : metas.first(url_names);
  if (!out.published) out.published = metas.date(published_names, words);
  if (!out.updated) out.updated = metas.date(updated_names, words);
  split_title(title, out);
  if (!out.published) add_times(tree, main_element, words, out);
  return out;
}

}  // namespace dateline::input
