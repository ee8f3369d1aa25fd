#include "input/html/tree.hpp"

#include <algorithm>
#include <array>

#include <libxml/HTMLparser.h>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::input {
namespace {

constexpr std::size_t shortest_paragraph = 25;  // characters; less is a label
constexpr std::size_t shortest_article = 140;   // characters in an element that is marked as the article's body

template <std::size_t n>
bool one_of(std::string_view name, const std::array<std::string_view, n>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 24> silent_tags = {
    "script", "style",  "noscript", "template", "iframe", "object", "embed",  "nav",
    "aside",  "footer", "form",     "button",   "select", "svg",    "canvas", "audio",
    "video",  "menu",   "dialog",   "head",     "input",  "option", "map",    "textarea"};

bool is_hidden(const xmlNode* node) {
  if (xmlHasProp(node, BAD_CAST "hidden") != nullptr) return true;
  const std::string style = utf8::lower(attribute(node, "style"));
  return style.find("display:none") != style.npos || style.find("display: none") != style.npos;
}

constexpr std::array<std::string_view, 4> paragraph_tags = {"p", "pre", "li", "blockquote"};

/// Characters of a text node.
std::size_t characters(const xmlNode* node) {
  std::size_t count = 0;
  bool space = true;
  for (const char* at = reinterpret_cast<const char*>(node->content); at != nullptr && *at != 0; ++at) {
    const bool blank = *at == ' ' || *at == '\n' || *at == '\t' || *at == '\r';
    count += (!blank || !space) && (*at & 0xC0) != 0x80;
    space = blank;
  }
  return count;
}

bool is_text(const xmlNode* node) { return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE; }

}  // namespace

void prepare_markup() { xmlInitParser(); }

std::string_view tag(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE && node->name != nullptr ? reinterpret_cast<const char*>(node->name)
                                                                 : std::string_view();
}

std::string attribute(const xmlNode* node, const char* name) {
  const xmlAttr* found = xmlHasProp(node, BAD_CAST name);
  std::string value;
  for (const xmlNode* part = found != nullptr ? found->children : nullptr; part != nullptr; part = part->next) {
    if (part->content != nullptr) value += reinterpret_cast<const char*>(part->content);
  }
  return value;
}

void add_node_text(const xmlNode* node, std::string& text) {
  if (is_text(node) && node->content != nullptr) text += reinterpret_cast<const char*>(node->content);
  if (node->type != XML_ENTITY_REF_NODE || node->name == nullptr) return;
  if (const htmlEntityDesc* entity = htmlEntityLookup(node->name)) utf8::append(text, entity->value);
}

const xmlNode* next_node(const xmlNode* node, const xmlNode* root, Below below) {
  if (below == Below::visit && node->children != nullptr && node->type == XML_ELEMENT_NODE) return node->children;
  while (node != nullptr && node != root) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
  }
  return nullptr;
}

std::string text_of(const xmlNode* root, std::size_t limit) {
  std::string text;
  for (const xmlNode* node = root; node != nullptr && text.size() < limit; node = next_node(node, root)) {
    add_node_text(node, text);
    if (node->type == XML_ELEMENT_NODE && node != root) text += ' ';
  }
  return squeeze(std::string_view(text).substr(0, limit * 2));
}

HtmlTree::HtmlTree(std::string_view html, const HtmlClasses& classes)
    : document_(htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                               HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   HTML_PARSE_COMPACT),
                xmlFreeDoc) {
  if (document_ == nullptr || xmlDocGetRootElement(document_.get()) == nullptr) return;
  list(classes);
  measure();
  weigh();
}

void HtmlTree::list(const HtmlClasses& classes) {
  const xmlNode* root = xmlDocGetRootElement(document_.get());
  for (const xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
    if (node->type != XML_ELEMENT_NODE) {
      if (is_text(node) && node->parent != nullptr)
        elements_[static_cast<std::size_t>(index(node->parent))].own += characters(node);
      continue;
    }
    Element element;
    element.node = node;
    element.parent = node == root ? -1 : index(node->parent);
    element.skipped = one_of(tag(node), silent_tags) || is_hidden(node);
    const bool page = tag(node) == "html" || tag(node) == "body" || tag(node) == "article" || tag(node) == "main";
    if (!page) {
      const HtmlClasses::Role role =
          classes.role(attribute(node, "class") + " " + attribute(node, "id") + " " + attribute(node, "role"));
      element.noise = role == HtmlClasses::Role::noise;
    }
    indices_[node] = static_cast<int>(elements_.size());
    elements_.push_back(element);
  }
}

int HtmlTree::index(const xmlNode* node) const {
  const auto found = indices_.find(node);
  return found == indices_.end() ? 0 : found->second;
}

void HtmlTree::measure() {
  for (std::size_t i = elements_.size(); i-- > 0;) {
    Element& element = elements_[i];
    element.text += element.own;
    if (element.end == 0) element.end = static_cast<int>(i) + 1;
    if (tag(element.node) == "a") element.linked = element.text;
    if (element.parent < 0) continue;
    Element& parent = elements_[static_cast<std::size_t>(element.parent)];
    parent.end = std::max(parent.end, element.end);
    if (element.skipped) continue;
    parent.text += element.text;
    parent.linked += element.linked;
  }
}

/// Paragraphs that are no part of a menu or a form, outside links, count for every element that holds them.
void HtmlTree::weigh() {
  std::vector<char> silent(elements_.size());
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    Element& element = elements_[i];
    const bool below_silence = element.parent >= 0 && silent[static_cast<std::size_t>(element.parent)] != 0;
    silent[i] = below_silence || element.skipped || element.noise;
    if (silent[i] != 0) continue;
    const bool paragraph = one_of(tag(element.node), paragraph_tags);
    const std::size_t size = paragraph ? element.text - std::min(element.text, element.linked) : element.own;
    if (size >= (paragraph ? shortest_paragraph : 3 * shortest_paragraph)) element.prose = size;
  }
  for (std::size_t i = elements_.size(); i-- > 1;) {
    const Element& element = elements_[i];
    if (element.parent >= 0) elements_[static_cast<std::size_t>(element.parent)].prose += element.prose;
  }
}

int HtmlTree::largest(const std::function<bool(const xmlNode*)>& is_wanted) const {
  int best = -1;
  for (std::size_t i = 0; i < elements_.size(); ++i) {
    if (!is_wanted(elements_[i].node)) continue;
    if (best < 0 || elements_[i].prose > elements_[static_cast<std::size_t>(best)].prose) best = static_cast<int>(i);
  }
  return best;
}

/// Down to the last element that holds most of the prose, and up again to the headline when little else comes with it.
int HtmlTree::narrowed(int scope) const {
  const auto at = [&](int i) -> const Element& { return elements_[static_cast<std::size_t>(i)]; };
  int here = scope, headline = -1;
  for (int i = scope; i < at(scope).end; ++i) {
    if (headline < 0 && tag(at(i).node) == "h1") headline = i;
  }
  for (int i = scope + 1; i < at(here).end;) {
    if (at(i).prose * 100 < at(here).prose * 65 || at(i).prose == 0 || one_of(tag(at(i).node), paragraph_tags)) {
      i = at(i).end;
      continue;
    }
    here = i;
    ++i;
  }
  for (int up = here; headline >= 0 && up >= scope; up = at(up).parent) {
    if (at(up).prose * 10 > at(here).prose * 16) break;
    if (up <= headline && headline < at(up).end) return up;
  }
  return here;
}

int HtmlTree::main_element() const {
  const auto at = [&](int i) -> const Element& { return elements_[static_cast<std::size_t>(i)]; };
  const int body = largest([](const xmlNode* node) { return attribute(node, "itemprop") == "articleBody"; });
  const int article = largest([](const xmlNode* node) { return tag(node) == "article"; });
  if (body >= 0 && at(body).prose >= shortest_article) {
    for (int up = body; up > 0; up = at(up).parent) {
      if (tag(at(up).node) == "article") return up;
    }
    return body;
  }
  const int main =
      largest([](const xmlNode* node) { return tag(node) == "main" || attribute(node, "role") == "main"; });
  const bool in_main = main >= 0 && at(main).prose * 100 >= at(0).prose * 40;
  if (article >= 0 && at(article).prose >= shortest_article && at(article).prose * 100 >= at(0).prose * 40)
    return article;
  return narrowed(in_main ? main : 0);
}

}  // namespace dateline::input
