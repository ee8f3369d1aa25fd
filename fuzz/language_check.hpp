// What must hold of the tokens, sentences and trees of any bytes; shared by the fuzz targets of the language engine.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "dateline/base/utf8.hpp"
#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"

namespace dateline {

inline void require(bool holds) {
  if (!holds) std::abort();
}

/// Blank lines end blocks; the first byte of a block chooses its kind, so that headlines and prose are both met.
inline Document document_of(const std::uint8_t* data, std::size_t size) {
  Document document;
  document.text = utf8::repaired({reinterpret_cast<const char*>(data), size});
  const std::string& text = document.text;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", at), text.size());
    const BlockKind kind = text[at] % 3 == 0 ? BlockKind::title : BlockKind::paragraph;
    if (end > at) document.blocks.push_back({kind, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}});
    at = end + 2;
  }
  return document;
}

inline bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

/// Every head lies in the sentence, one token has none, and all ways up end there.
inline void check_tree(const Extraction& extraction, const Sentence& sentence) {
  std::size_t roots = 0;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const std::int32_t head = extraction.tokens[i].head;
    roots += head == no_head ? 1 : 0;
    require(head == no_head || (head >= static_cast<std::int32_t>(sentence.tokens.begin) &&
                                head < static_cast<std::int32_t>(sentence.tokens.end)));
    std::size_t steps = 0;
    for (std::int32_t up = head; up != no_head; up = extraction.tokens[static_cast<std::size_t>(up)].head)
      require(++steps <= sentence.tokens.size());
    const float sure = extraction.tokens[i].confidence;
    require(sure >= 0 && sure <= 1.0001F);
  }
  require(roots == 1);
}

inline void check_segments(const Document& document, const Extraction& extraction) {
  std::uint32_t last = 0, next = 0;
  for (const Token& token : extraction.tokens) {
    require(token.bytes.begin >= last && token.bytes.end > token.bytes.begin);
    require(token.bytes.end <= document.text.size());
    require(is_boundary(document.text, token.bytes.begin) && is_boundary(document.text, token.bytes.end));
    last = token.bytes.end;
  }
  for (const Sentence& sentence : extraction.sentences) {
    require(sentence.tokens.begin == next && !sentence.tokens.empty());
    next = sentence.tokens.end;
  }
  require(next == extraction.tokens.size());
}

inline void check_trees(const Extraction& extraction) {
  for (const Sentence& sentence : extraction.sentences) check_tree(extraction, sentence);
}

}  // namespace dateline
