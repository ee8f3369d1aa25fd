#include "extract/syntax/annotate.hpp"

#include <algorithm>
#include <span>
#include <vector>

#include "dateline/base/text.hpp"
#include "extract/syntax/conllu.hpp"
#include "extract/syntax/conllu_word.hpp"

namespace dateline::syntax {
namespace {

using Sentences = std::span<const ConlluSentence>;

bool no_space_after(std::string_view misc) { return misc_value(misc, "SpaceAfter") == "No"; }

/// One a word: whether white space follows it, by its own MISC or that of the range ("1-2 don't") it is in.
std::vector<char> spaces_of(const ConlluSentence& sentence) {
  std::vector<char> spaces;
  for (const ConlluWord& word : sentence.words) spaces.push_back(!no_space_after(word.misc));
  for (const ConlluLine& line : sentence.others) {
    const std::vector<std::string_view> cells = split(line.text, '\t');
    const std::size_t dash = cells.front().find('-');
    if (dash == std::string_view::npos || cells.front().front() == '#') continue;
    const std::int32_t first = conllu_number(cells.front().substr(0, dash));
    const std::int32_t last = conllu_number(cells.front().substr(dash + 1));
    if (first < 1 || last < first || last > static_cast<std::int32_t>(spaces.size())) continue;
    std::fill(spaces.begin() + first - 1, spaces.begin() + last - 1, false);
    spaces[static_cast<std::size_t>(last) - 1] = cells.size() < 10 || !no_space_after(cells[9]);
  }
  return spaces;
}

bool opens_document(const ConlluSentence& sentence) {
  return std::any_of(sentence.others.begin(), sentence.others.end(),
                     [](const ConlluLine& line) { return line.text.starts_with("# newdoc"); });
}

/// The sentences of one document, its words as they are; each sentence a block.
Document document_of(Sentences sentences, Extraction& extraction) {
  Document document;
  for (const ConlluSentence& sentence : sentences) {
    const auto first = static_cast<std::uint32_t>(extraction.tokens.size());
    const auto start = static_cast<std::uint32_t>(document.text.size());
    const std::vector<char> spaces = spaces_of(sentence);
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      Token token;
      token.bytes.begin = static_cast<std::uint32_t>(document.text.size());
      document.text += sentence.words[i].form;
      token.bytes.end = static_cast<std::uint32_t>(document.text.size());
      extraction.tokens.push_back(token);
      if (spaces[i]) document.text += ' ';
    }
    const auto end = static_cast<std::uint32_t>(document.text.size());
    document.text += '\n';
    extraction.sentences.push_back({{first, static_cast<std::uint32_t>(extraction.tokens.size())},
                                    {start, end},
                                    static_cast<std::uint32_t>(document.blocks.size())});
    document.blocks.push_back({BlockKind::paragraph, {start, end}});
  }
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

void append_sentence(std::string& out, const ConlluSentence& sentence, const Document& document,
                     const Extraction& extraction, std::uint32_t first) {
  auto line = sentence.others.begin();
  for (std::size_t i = 0; i <= sentence.words.size(); ++i) {
    for (; line != sentence.others.end() && line->before == i; ++line) out.append(line->text) += '\n';
    if (i < sentence.words.size())
      append_word(out, document, extraction, first + static_cast<std::uint32_t>(i), first,
                  other_misc(sentence.words[i].misc));
  }
  out += '\n';
}

}  // namespace

std::string annotated(std::string_view conllu, const std::function<void(const Document&, Extraction&)>& parse) {
  std::string out;
  const std::vector<ConlluSentence> all = read_conllu(conllu);
  for (std::size_t begin = 0; begin < all.size();) {
    std::size_t end = begin + 1;
    while (end < all.size() && !opens_document(all[end])) ++end;
    Extraction extraction;
    const Document document = document_of(Sentences(all).subspan(begin, end - begin), extraction);
    parse(document, extraction);
    for (std::size_t s = begin; s < end; ++s)
      append_sentence(out, all[s], document, extraction, extraction.sentences[s - begin].tokens.begin);
    begin = end;
  }
  return out;
}

}  // namespace dateline::syntax
