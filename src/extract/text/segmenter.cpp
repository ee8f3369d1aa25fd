#include "extract/text/segmenter.hpp"

#include <algorithm>
#include <functional>
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

/// One document's blocks in turn; the working memory is used again.
class Blocks {
 public:
  Blocks(const Document& document, const text::Rules& rules, const text::BoundaryModel& model, Extraction& extraction)
      : document_(document),
        rules_(rules),
        model_(model),
        extraction_(extraction),
        style_(model.empty() ? text::Style::edited : text::style_of(document.text)) {}

  void add(std::uint32_t number) {
    const Block& block = document_.blocks[number];
    const std::size_t begin = std::min<std::size_t>(block.bytes.begin, document_.text.size()),
                      end = std::min<std::size_t>(block.bytes.end, document_.text.size());
    if (begin >= end) return;
    const std::string_view text = std::string_view(document_.text).substr(begin, end - begin);
    text::tokenize(text, rules_, pieces_);
    const auto first = static_cast<std::uint32_t>(extraction_.tokens.size()), shift = static_cast<std::uint32_t>(begin);
    for (const text::Piece& piece : pieces_) {
      Token token;
      token.bytes = {piece.bytes.begin + shift, piece.bytes.end + shift};
      extraction_.tokens.push_back(token);
    }
    split(text, block.kind);
    std::uint32_t from = first;
    for (const std::size_t past : ends_) {
      const std::uint32_t to = first + static_cast<std::uint32_t>(past);
      extraction_.sentences.push_back(
          {{from, to}, {extraction_.tokens[from].bytes.begin, extraction_.tokens[to - 1].bytes.end}, number});
      from = to;
    }
  }

 private:
  void split(std::string_view text, BlockKind kind) {
    if (model_.empty() || !is_judged(kind)) return text::sentence_ends(text, pieces_, rules_, {}, ends_);
    gaps_.look_at(text, pieces_, style_);
    const auto decide = [&](std::size_t next, std::size_t begin, bool rule) {
      return model_.ends(gaps_, next, begin, rule, features_);
    };
    text::sentence_ends(text, pieces_, rules_, std::ref(decide), ends_);
  }

  const Document& document_;
  const text::Rules& rules_;
  const text::BoundaryModel& model_;
  Extraction& extraction_;
  text::Style style_;
  std::vector<text::Piece> pieces_;
  text::Gaps gaps_;
  std::vector<std::uint32_t> features_;
  std::vector<std::size_t> ends_;
};

}  // namespace

Segmenter::Segmenter(const Resources& resources) : rules_(std::make_unique<const Rules>(resources)) {}
Segmenter::~Segmenter() = default;

void Segmenter::operator()(const Document& document, Extraction& extraction) const {
  Blocks blocks(document, *rules_, rules_->model, extraction);
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    if (is_prose(document.blocks[i].kind)) blocks.add(i);
  }
}

}  // namespace dateline
