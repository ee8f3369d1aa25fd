#include "extract/text/segmenter.hpp"

#include <algorithm>
#include <string_view>

#include "extract/text/boundary.hpp"
#include "extract/text/rules.hpp"
#include "extract/text/splitter.hpp"
#include "extract/text/tokenizer.hpp"

namespace dateline {

struct Segmenter::Rules : text::Rules {
  text::BoundaryModel model;

  explicit Rules(const Resources& resources)
      : text::Rules(resources), model(resources.bytes("en/text/boundaries.bin")) {}
};

namespace {

/// Headlines are one sentence unless a stop says otherwise; in other blocks the learned judge has the last word.
bool is_judged(BlockKind kind) { return kind != BlockKind::title && kind != BlockKind::heading; }

std::vector<std::size_t> ends_of(std::string_view text, const std::vector<text::Piece>& pieces, text::Style style,
                                 const text::Rules& rules, const text::BoundaryModel& model) {
  const text::Gaps gaps(text, pieces, style);
  std::vector<std::uint32_t> scratch;
  return text::sentence_ends(text, pieces, rules, [&](std::size_t next, std::size_t begin, bool rule) {
    return model.ends(gaps, next, begin, rule, scratch);
  });
}

void add_block(const Document& document, std::uint32_t number, text::Style style, const text::Rules& rules,
               const text::BoundaryModel& model, Extraction& extraction) {
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
  const bool judged = !model.empty() && is_judged(document.blocks[number].kind);
  for (const std::size_t past :
       judged ? ends_of(text, pieces, style, rules, model) : text::sentence_ends(text, pieces, rules)) {
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
  const text::Style style = text::style_of(document.text);
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    if (is_prose(document.blocks[i].kind)) add_block(document, i, style, *rules_, rules_->model, extraction);
  }
}

}  // namespace dateline
