#include <filesystem>

#include "dateline/base/text.hpp"
#include "input/format/formats.hpp"
#include "input/html/blocks.hpp"
#include "input/html/metadata.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

constexpr std::size_t fewest_words = 25;  // a page with less shows its text by script, if it has any

std::size_t words_of_blocks(const std::vector<HtmlBlock>& blocks) {
  std::size_t words = 0;
  for (const HtmlBlock& block : blocks) words += word_count(block.text);
  return words;
}

/// The title stands first, once: pages print it outside the element that holds the paragraphs, or twice.
void put_title_first(std::vector<HtmlBlock>& blocks, const std::string& title) {
  const std::string wanted = folded(title);
  bool found = false;
  for (HtmlBlock& block : blocks) {
    const bool same = folded(block.text) == wanted;
    if (block.mark == Mark::title) block.mark = same && !found ? Mark::title : same ? Mark::boilerplate : Mark::heading;
    if (same && !found) block.mark = Mark::title;
    found |= same;
  }
  if (!found && !title.empty()) blocks.insert(blocks.begin(), {title, Mark::title});
}

std::vector<HtmlBlock> paragraphs_of(std::string_view body) {
  std::vector<HtmlBlock> blocks;
  for (const Piece& piece : pieces_of(body))
    blocks.push_back({squeeze(body.substr(piece.bytes.begin, piece.bytes.size())), piece.mark});
  return blocks;
}

/// The h1 that the article shows, when the page does not say its title outright.
std::string shown_title(const std::vector<HtmlBlock>& blocks) {
  for (const HtmlBlock& block : blocks) {
    if (block.mark == Mark::title) return block.text;
  }
  return "";
}

/// The first h1 of the page outside the article's element.
std::string page_title(const HtmlTree& tree) {
  for (const Element& element : tree.elements()) {
    if (tag(element.node) == "h1" && element.text > 0) return text_of(element.node, 1000);
  }
  return "";
}

}  // namespace

void read_html(Input&& input, const FoundDraft& found, const FoundProblem& problem) {
  if (input.text.size() > 4 * largest_text)
    return problem({input.name, "is an HTML page of more than 32 MB; no article is, so split it"});
  const HtmlTree tree(input.text, input.rules.classes);
  if (tree.elements().empty()) return problem({input.name, "holds no HTML that can be read"});
  const int main = tree.main_element();
  Metadata about = metadata_of(tree, main, input.rules.calendar);
  std::vector<HtmlBlock> blocks = blocks_of(tree, main, input.rules.classes);
  if (words_of_blocks(blocks) < fewest_words && word_count(about.body) > words_of_blocks(blocks))
    blocks = paragraphs_of(about.body);

  Draft draft;
  draft.source = input.name;
  draft.file = std::filesystem::path(input.name).filename().string();
  draft.title = about.title.empty() ? shown_title(blocks) : about.title;
  if (draft.title.empty()) draft.title = page_title(tree);
  if (draft.title.empty()) draft.title = about.heading;
  put_title_first(blocks, draft.title);
  draft.text = joined(blocks, draft.pieces);
  draft.byline = about.byline;
  draft.publisher = about.publisher;
  draft.url = about.url;
  draft.published = about.published;
  draft.updated = about.updated;
  found(std::move(draft));
}

}  // namespace dateline::input
