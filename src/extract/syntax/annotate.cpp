#include "extract/syntax/annotate.hpp"

#include "dateline/base/text.hpp"
#include "extract/syntax/conllu.hpp"
#include "extract/syntax/conllu_word.hpp"

namespace dateline::syntax {
namespace {

/// The words as a document of one sentence.
Document document_of(const ConlluSentence& sentence, Extraction& extraction) {
  Document document;
  for (const ConlluWord& word : sentence.words) {
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += word.form;
    Token token;
    token.bytes = {begin, static_cast<std::uint32_t>(document.text.size())};
    extraction.tokens.push_back(token);
    document.text += ' ';
  }
  const auto size = static_cast<std::uint32_t>(document.text.size());
  document.blocks.push_back({BlockKind::paragraph, {0, size}});
  extraction.sentences.push_back({{0, static_cast<std::uint32_t>(sentence.words.size())}, {0, size}, 0});
  return document;
}

/// The items of MISC without a name of before.
std::string other_misc(std::string_view misc) {
  std::string out;
  for (const std::string_view item : split(misc, '|')) {
    if (item.empty() || item == "_" || item.starts_with("NER=")) continue;
    if (!out.empty()) out += '|';
    out += item;
  }
  return out;
}

}  // namespace

std::string annotated(std::string_view conllu, const std::function<void(const Document&, Extraction&)>& parse) {
  std::string out;
  for (const ConlluSentence& sentence : read_conllu(conllu)) {
    Extraction extraction;
    const Document document = document_of(sentence, extraction);
    parse(document, extraction);
    auto line = sentence.others.begin();
    for (std::size_t i = 0; i <= sentence.words.size(); ++i) {
      for (; line != sentence.others.end() && line->before == i; ++line) out.append(line->text) += '\n';
      if (i < sentence.words.size())
        append_word(out, document, extraction, static_cast<std::uint32_t>(i), 0, other_misc(sentence.words[i].misc));
    }
    out += '\n';
  }
  return out;
}

}  // namespace dateline::syntax
