// An HTML page as a flat list of elements in document order. Nothing here recurses: pages nest as deep as they like.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <libxml/tree.h>

#include "input/html/classes.hpp"

namespace dateline::input {

struct Element {
  const xmlNode* node = nullptr;
  int parent = -1;
  int end = 0;             ///< index behind the last element below it
  std::size_t own = 0;     ///< characters of text directly in it
  std::size_t text = 0;    ///< characters of text below it, without skipped parts
  std::size_t linked = 0;  ///< the part of `text` that stands in links
  std::size_t prose = 0;   ///< characters of paragraphs below it, links and noise aside
  bool skipped = false;    ///< no text of the article: script, menu, form
  bool noise = false;      ///< said to be none by its class
};

class HtmlTree {
 public:
  /// `html` is UTF-8. A text without a single element gives an empty tree.
  HtmlTree(std::string_view html, const HtmlClasses& classes);

  const std::vector<Element>& elements() const { return elements_; }
  /// Index of the element that holds the article; 0 for the whole page.
  int main_element() const;
  /// Index of an element by its node.
  int index(const xmlNode* node) const;

 private:
  void list(const HtmlClasses& classes);
  void measure();
  void weigh();
  int largest(const std::function<bool(const xmlNode*)>& is_wanted) const;
  int narrowed(int scope) const;

  std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document_;
  std::vector<Element> elements_;
  std::unordered_map<const xmlNode*, int> indices_;
};

/// Readies libxml2 for use by several threads; call it before they start.
void prepare_markup();

std::string_view tag(const xmlNode* node);
/// The value of an attribute; "" when there is none.
std::string attribute(const xmlNode* node, const char* name);
/// Adds what a text node holds, or what an entity such as &rsquo; stands for, which feeds use without declaring it.
void add_node_text(const xmlNode* node, std::string& text);
/// All text below a node, spaces squeezed, up to `limit` bytes.
std::string text_of(const xmlNode* node, std::size_t limit = 4000);
/// The node after `node` in document order, inside `root`; nullptr at the end. `Below::pass` leaves out what is below
/// `node`.
enum class Below { visit, pass };
const xmlNode* next_node(const xmlNode* node, const xmlNode* root, Below below = Below::visit);

}  // namespace dateline::input
