// RSS 2.0 (https://www.rssboard.org/rss-specification), RSS 1.0, and Atom (RFC 4287).
#include <algorithm>
#include <memory>

#include <libxml/parser.h>

#include "dateline/base/text.hpp"
#include "input/date/written_date.hpp"
#include "input/format/formats.hpp"
#include "input/html/blocks.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

/// Everything a feed's child elements say, by name without prefix ("encoded" of content:encoded, "creator" of
/// dc:creator).
std::string child_text(const xmlNode* parent, std::string_view name) {
  for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
    if (tag(child) == name) return text_of(child, largest_text);
  }
  return "";
}

const xmlNode* child_named(const xmlNode* parent, std::string_view name) {
  for (const xmlNode* child = parent->children; child != nullptr; child = child->next) {
    if (tag(child) == name) return child;
  }
  return nullptr;
}

/// The markup inside an element: CDATA and escaped HTML as they are, XHTML children written out again.
std::string markup_of(const xmlNode* element) {
  std::string markup;
  bool elements = false;
  for (const xmlNode* child = element->children; child != nullptr; child = child->next)
    elements |= child->type == XML_ELEMENT_NODE;
  if (elements) {
    const std::unique_ptr<xmlBuffer, void (*)(xmlBuffer*)> buffer(xmlBufferCreate(), xmlBufferFree);
    for (xmlNode* child = element->children; child != nullptr; child = child->next)
      xmlNodeDump(buffer.get(), element->doc, child, 0, 0);
    return reinterpret_cast<const char*>(xmlBufferContent(buffer.get()));
  }
  for (const xmlNode* child = element->children; child != nullptr; child = child->next) {
    add_node_text(child, markup);
  }
  return markup;
}

/// content:encoded, content, description, summary: the longest of them.
std::string body_of(const xmlNode* item) {
  std::string best;
  for (const xmlNode* child = item->children; child != nullptr; child = child->next) {
    const std::string_view name = tag(child);
    const bool prefixed_media = child->ns != nullptr && child->ns->prefix != nullptr &&
                                std::string_view(reinterpret_cast<const char*>(child->ns->prefix)) == "media";
    if (prefixed_media || (name != "encoded" && name != "content" && name != "description" && name != "summary"))
      continue;
    std::string markup = markup_of(child);
    if (markup.size() > best.size()) best = std::move(markup);
  }
  return best;
}

/// The address of an item: RSS has it as text, Atom as an attribute of the link that is not "self".
std::string link_of(const xmlNode* item) {
  for (const xmlNode* child = item->children; child != nullptr; child = child->next) {
    if (tag(child) != "link") continue;
    const std::string relation = attribute(child, "rel");
    if (!relation.empty() && relation != "alternate") continue;
    std::string link = attribute(child, "href");
    if (link.empty()) link = text_of(child, 4000);
    if (!link.empty()) return link;
  }
  for (const char* name : {"guid", "id"}) {
    const std::string id = child_text(item, name);
    if (id.starts_with("http")) return id;
  }
  return "";
}

std::string author_of(const xmlNode* item) {
  const xmlNode* author = child_named(item, "author");
  std::string name = author != nullptr ? child_text(author, "name") : "";
  if (name.empty()) name = child_text(item, "creator");
  if (name.empty() && author != nullptr) name = text_of(author, 400);
  const std::size_t open = name.find('('), close = name.rfind(')');  // RSS: "ana@example.org (Ana Ruiz)"
  if (name.find('@') != name.npos && open != name.npos && close != name.npos && close > open)
    name = name.substr(open + 1, close - open - 1);
  return name;
}

void add_date(const xmlNode* item, std::string_view name, const CalendarWords& words, std::optional<Published>& out) {
  if (out) return;
  const std::string edtf = edtf_of_stamp(child_text(item, name), words);
  if (!edtf.empty()) out = Published{edtf, "feed " + std::string(name)};
}

Draft draft_of(const xmlNode* item, const std::string& channel, const Rules& rules) {
  Draft draft;
  draft.url = link_of(item);
  draft.source = draft.url;
  std::vector<HtmlBlock> title = blocks_of_fragment(child_text(item, "title"), rules.classes);
  for (HtmlBlock& block : title) draft.title += (draft.title.empty() ? "" : " ") + block.text;
  draft.publisher = channel;
  draft.byline = author_of(item);
  for (const std::string_view name : {"pubDate", "published", "issued", "date", "created"})
    add_date(item, name, rules.calendar, draft.published);
  for (const std::string_view name : {"updated", "modified"}) add_date(item, name, rules.calendar, draft.updated);
  std::vector<HtmlBlock> blocks = blocks_of_fragment(body_of(item), rules.classes);
  for (HtmlBlock& block : blocks) {
    if (block.mark == Mark::title)
      block.mark = folded(block.text) == folded(draft.title) ? Mark::boilerplate : Mark::heading;
  }
  if (!draft.title.empty()) blocks.insert(blocks.begin(), {draft.title, Mark::title});
  draft.text = joined(blocks, draft.pieces);
  return draft;
}

}  // namespace

void read_feed(Input&& input, const FoundDraft& found, const FoundProblem& problem) {
  // Entities are not expanded: nested ones grow without end.
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
      xmlReadMemory(input.text.data(), static_cast<int>(input.text.size()), nullptr, "UTF-8",
                    XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET),
      xmlFreeDoc);
  const xmlNode* root = document != nullptr ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return problem({input.name, "is not XML that can be read"});
  const bool feed = tag(root) == "rss" || tag(root) == "feed" || tag(root) == "RDF";
  if (!feed)
    return problem(
        {input.name, "is XML with the root <" + std::string(tag(root)) + ">, not a feed (rss, feed, rdf:RDF)"});
  const xmlNode* channel = child_named(root, "channel");
  const std::string name = child_text(channel != nullptr ? channel : root, "title");
  int number = 0;
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
    if (tag(node) != "item" && tag(node) != "entry") continue;
    ++number;
    Draft draft = draft_of(node, name, input.rules);
    if (draft.source.empty()) draft.source = input.name + "#" + std::to_string(number);
    found(std::move(draft));
  }
  if (number == 0) problem({input.name, "is a feed without items"});
}

}  // namespace dateline::input
