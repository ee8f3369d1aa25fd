// The text of a page, or of a piece of HTML, as blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "input/html/tree.hpp"
#include "input/text/pieces.hpp"

namespace dateline::input {

struct HtmlBlock {
  std::string text;  ///< spaces squeezed
  Mark mark = Mark::none;
};

/// Blocks below an element, in order. Menus, share bars, related links, and lists of nothing but links are left out; so
/// is what the page hides.
std::vector<HtmlBlock> blocks_of(const HtmlTree& tree, int element, const HtmlClasses& classes);

/// Blocks of a fragment, such as the content of a feed's item.
std::vector<HtmlBlock> blocks_of_fragment(std::string_view html, const HtmlClasses& classes);

/// Joins blocks by blank lines and keeps their places.
std::string joined(const std::vector<HtmlBlock>& blocks, std::vector<Piece>& pieces);

}  // namespace dateline::input
