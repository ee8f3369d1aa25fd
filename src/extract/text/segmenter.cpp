#include "extract/text/segmenter.hpp"

#include <algorithm>
#include <string_view>

#include "extract/text/rules.hpp"
#include "extract/text/splitter.hpp"
#include "extract/text/tokenizer.hpp"

namespace dateline {

struct Segmenter::Rules : text::Rules {
  using text::Rules::Rules;
};

namespace {

void add_block(const Document& document, std::uint32_t number, const text::Rules& rules, Extraction& extraction) {
  const Span place = document.blocks[number].bytes;
  const std::size_t begin = std::min<std::size_t>(place.begin, document.text.size()),
                    end = std::min<std::size_t>(place.end, document.text.size());
  if (begin >= end) return;
  const std::string_view text = std::string_view(document.text).substr(begin, end - begin);
  const std::vector<text::Piece> pieces = text::tokenize(text, rules);
  const auto first = static_cast<std::uint32_t>(extraction.tokens.size()), shift = static_cast<std::uint32_t>(begin);
  for (const text::Piece& piece : pieces) {
    Token token;
    token.bytes = {piece.bytes.begin + shift, piece.bytes.end + shift};
    extraction.tokens.push_back(token);
  }
  std::uint32_t from = first;
  for (const std::size_t past : text::sentence_ends(text, pieces, rules)) {
    const std::uint32_t to = first + static_cast<std::uint32_t>(past);
    extraction.sentences.push_back(
        {{from, to}, {extraction.tokens[from].bytes.begin, extraction.tokens[to - 1].bytes.end}, number});
    from = to;
  }
}

}  // namespace

Segmenter::Segmenter(const Resources& resources) : rules_(std::make_unique<const Rules>(resources)) {}
Segmenter::~Segmenter() = default;

void Segmenter::operator()(const Document& document, Extraction& extraction) const {
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    if (is_prose(document.blocks[i].kind)) add_block(document, i, *rules_, extraction);
  }
}

}  // namespace dateline
