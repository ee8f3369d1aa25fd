#include "input/html/blocks.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

const std::unordered_set<std::string_view> inline_tags = {
    "a",    "abbr", "acronym", "b",   "bdi",   "bdo",  "big", "cite", "code",    "data",   "del",  "dfn",    "em",
    "font", "i",    "ins",     "kbd", "label", "mark", "q",   "s",    "samp",    "small",  "span", "strike", "strong",
    "sub",  "sup",  "time",    "tt",  "u",     "var",  "wbr", "img",  "picture", "source", "meta", "link",   "center"};

constexpr char32_t line_break = 0x2028;     // stands for <br> in a run
constexpr std::size_t longest_byline = 20;  // words
constexpr std::size_t most_links = 30;      // words: a longer block of links is still an article's paragraph

/// Collects the running text of one block.
struct Run {
  std::string text;
  std::size_t linked = 0;  ///< bytes inside links
  Mark mark = Mark::none;
  int breaks = 0;  ///< <br> in a row
};

Mark mark_of(const xmlNode* node, const HtmlClasses& classes) {
  const std::string_view name = tag(node);
  if (name == "h1") return Mark::title;
  if (name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6') return Mark::heading;
  if (name == "figcaption") return Mark::caption;
  if (name == "li") return Mark::bullet;
  switch (classes.role(attribute(node, "class") + " " + attribute(node, "itemprop") + " " + attribute(node, "rel"))) {
    case HtmlClasses::Role::byline:
      return Mark::byline;
    case HtmlClasses::Role::caption:
      return Mark::caption;
    case HtmlClasses::Role::none:
    case HtmlClasses::Role::noise:
      return Mark::none;
  }
  return Mark::none;
}

class Writer {
 public:
  Writer(const HtmlTree& tree, int root, const HtmlClasses& classes) : tree_(tree), root_(root), classes_(classes) {}

  std::vector<HtmlBlock> all() {
    const xmlNode* root = element(root_).node;
    const xmlNode* node = root;
    while (node != nullptr) {
      const bool visit = enter(node);
      const xmlNode* next = visit && node->type == XML_ELEMENT_NODE ? node->children : nullptr;
      while (next == nullptr && node != nullptr) {
        if (visit_open(node)) leave(node);
        if (node == root) return flush(), blocks_;
        next = node->next;
        if (next == nullptr) node = node->parent;
      }
      node = next;
    }
    return flush(), blocks_;
  }

 private:
  const Element& element(int i) const { return tree_.elements()[static_cast<std::size_t>(i)]; }
  const Element& element(const xmlNode* node) const { return element(tree_.index(node)); }

  /// What a class calls noise is left out, unless it holds much of what there is.
  bool left_out(const xmlNode* node) const {
    const Element& here = element(node);
    if (tree_.index(node) == root_) return false;
    if (here.skipped) return true;
    return here.noise && (here.text - std::min(here.text, here.linked)) * 5 < element(root_).text * 2;
  }

  /// True when what is below is to be read.
  bool enter(const xmlNode* node) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      add_text(node);
      return false;
    }
    if (node->type != XML_ELEMENT_NODE || left_out(node)) return false;
    const std::string_view name = tag(node);
    if (name == "br") {
      utf8::append(run_.text, line_break);
      if (++run_.breaks >= 2) flush_text();
      return false;
    }
    if (name == "a") ++links_;
    if (!inline_tags.contains(name)) {
      flush();
      open_.push_back(node);
      marks_.push_back(mark_of(node, classes_));
    } else if (name == "time" || name == "span" || name == "small" || name == "em" || name == "a") {
      if (trim(run_.text).empty()) inline_mark_ = mark_of(node, classes_);
    }
    return true;
  }

  bool visit_open(const xmlNode* node) const { return node->type == XML_ELEMENT_NODE && !left_out(node); }

  void leave(const xmlNode* node) {
    if (tag(node) == "a" && links_ > 0) --links_;
    if (open_.empty() || open_.back() != node) return;
    flush();
    open_.pop_back();
    marks_.pop_back();
  }

  void add_text(const xmlNode* node) {
    if (node->content == nullptr) return;
    const std::string_view text = reinterpret_cast<const char*>(node->content);
    if (!trim(text).empty()) run_.breaks = 0;
    run_.text += text;
    if (links_ > 0) run_.linked += trim(text).size();
  }

  /// The innermost mark of the open blocks; a heading or a caption may hold paragraphs.
  Mark mark() const {
    for (std::size_t i = marks_.size(); i-- > 0;) {
      if (marks_[i] != Mark::none) return marks_[i];
    }
    return inline_mark_;
  }

  void flush() {
    flush_text();
    inline_mark_ = Mark::none;
  }

  void flush_text() {
    std::string plain;
    for (std::size_t at = 0; at < run_.text.size();) {  // no-break spaces and the like are spaces here
      const char32_t c = utf8::next(run_.text, at);
      utf8::append(plain, c == line_break ? U'\n' : utf8::is_space(c) || c == 0x200B ? U' ' : c);
    }
    const std::string all = squeeze(plain);
    const bool of_links = run_.linked * 10 >= all.size() * 7 && word_count(all) <= most_links;
    const Mark kind = mark();
    run_ = Run{};
    const bool named = kind == Mark::title || kind == Mark::heading || kind == Mark::byline;
    if (all.empty() || (of_links && !named)) return;
    if (named) return keep({all, kind});
    HtmlBlock block{"", kind};
    for (const std::string_view part : split(plain, '\n')) {
      const std::string line = squeeze(part);
      if (line.empty()) continue;
      const bool goes_on = !block.text.empty() && !ends_sentence(block.text) && starts_lower(line);
      if (!goes_on && !block.text.empty()) keep({std::exchange(block.text, ""), kind});
      block.text += (goes_on ? " " : "") + line;
    }
    keep(std::move(block));
  }

  void keep(HtmlBlock block) {
    if (block.mark == Mark::byline && word_count(block.text) > longest_byline) block.mark = Mark::none;
    if (!block.text.empty()) blocks_.push_back(std::move(block));
  }

  const HtmlTree& tree_;
  int root_;
  const HtmlClasses& classes_;
  std::vector<HtmlBlock> blocks_;
  Run run_;
  int links_ = 0;
  Mark inline_mark_ = Mark::none;
  std::vector<const xmlNode*> open_;
  std::vector<Mark> marks_;
};

}  // namespace

std::vector<HtmlBlock> blocks_of(const HtmlTree& tree, int element, const HtmlClasses& classes) {
  if (tree.elements().empty()) return {};
  return Writer(tree, element, classes).all();
}

std::vector<HtmlBlock> blocks_of_fragment(std::string_view html, const HtmlClasses& classes) {
  const HtmlTree tree(html, classes);
  return blocks_of(tree, 0, classes);
}

std::string joined(const std::vector<HtmlBlock>& blocks, std::vector<Piece>& pieces) {
  std::string text;
  for (const HtmlBlock& block : blocks) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += block.text;
    pieces.push_back({{begin, static_cast<std::uint32_t>(text.size())}, 0, block.mark});
  }
  return text;
}

}  // namespace dateline::input
