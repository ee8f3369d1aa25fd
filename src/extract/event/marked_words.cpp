#include "extract/event/marked_words.hpp"

namespace dateline {

std::vector<bool> time_words(const Extraction& extraction) {
  std::vector<bool> marked(extraction.tokens.size());
  for (const Span& tokens : extraction.time_tokens) {
    for (std::size_t token = tokens.begin; token < tokens.end && token < marked.size(); ++token) marked[token] = true;
  }
  return marked;
}

std::vector<bool> headline_words(const Document& document, const Extraction& extraction) {
  std::vector<bool> marked(extraction.tokens.size());
  for (const Sentence& sentence : extraction.sentences) {
    if (sentence.block >= document.blocks.size()) continue;
    const BlockKind kind = document.blocks[sentence.block].kind;
    if (kind != BlockKind::title && kind != BlockKind::heading) continue;
    if (sentence.tokens.empty() || sentence.tokens.end > extraction.tokens.size() ||
        extraction.text(document, extraction.tokens[sentence.tokens.end - 1]) == ".")
      continue;  // a full sentence, set as a title
    for (std::size_t token = sentence.tokens.begin; token < sentence.tokens.end && token < marked.size(); ++token)
      marked[token] = true;
  }
  return marked;
}

}  // namespace dateline
