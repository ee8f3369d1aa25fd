#include <algorithm>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/extract.hpp"
#include "extract/syntax/conllu_word.hpp"

namespace dateline {
namespace {

std::string_view label(NameTag tag) {
  switch (tag) {
    case NameTag::O:
      return "O";
    case NameTag::B_PER:
      return "B-PER";
    case NameTag::I_PER:
      return "I-PER";
    case NameTag::B_ORG:
      return "B-ORG";
    case NameTag::I_ORG:
      return "I-ORG";
    case NameTag::B_LOC:
      return "B-LOC";
    case NameTag::I_LOC:
      return "I-LOC";
    case NameTag::B_OTHER:
      return "B-OTHER";
    case NameTag::I_OTHER:
      return "I-OTHER";
  }
  return "O";
}

/// What may stand in a column: never empty, without tabs and line ends.
std::string cell(std::string_view text) {
  const std::string out = squeeze(text);
  return out.empty() ? "_" : out;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == 0x2019; }

bool is_letter_or_apostrophe(std::string_view text, std::size_t at) {
  const char32_t c = utf8::next(text, at);
  return utf8::is_letter(c) || is_apostrophe(c);
}

bool is_clitic_like(std::string_view text) {
  bool letter = false;
  for (std::size_t at = 0; at < text.size(); utf8::next(text, at)) {
    if (!is_letter_or_apostrophe(text, at)) return false;
    std::size_t same = at;
    letter = letter || utf8::is_letter(utf8::next(text, same));
  }
  return letter;
}

/// Two tokens of letters with nothing between them are one word of the text that was split ("do|n't", "can|not",
/// "1990|'s", "workers|'").
bool joined(const Document& document, const Extraction& extraction, std::uint32_t left) {
  const Token &a = extraction.tokens[left], &b = extraction.tokens[left + 1];
  if (a.bytes.end != b.bytes.begin) return false;
  const std::string_view before = extraction.text(document, a);
  const std::string_view after = extraction.text(document, b);
  std::size_t last = before.size();
  while (last > 0 && (static_cast<unsigned char>(before[--last]) & 0xC0) == 0x80) {
  }
  if (before.empty()) return false;
  std::size_t at = last, second = 0;
  const char32_t c = utf8::next(before, at);
  const bool apostrophe = is_apostrophe(utf8::next(after, second));
  if (apostrophe && second == after.size()) return utf8::is_letter(c) && extraction.strings[b.xpos] == "POS";
  return (utf8::is_letter(c) || (apostrophe && c >= U'0' && c <= U'9')) && is_clitic_like(after);
}

bool space_after(const Extraction& extraction, std::uint32_t token, std::uint32_t end) {
  return token + 1 >= end || extraction.tokens[token].bytes.end != extraction.tokens[token + 1].bytes.begin;
}

void append_range(std::string& out, const Document& document, const Extraction& extraction, std::uint32_t from,
                  std::uint32_t to, const Sentence& sentence) {
  const Span bytes{extraction.tokens[from].bytes.begin, extraction.tokens[to].bytes.end};
  const std::uint32_t first = sentence.tokens.begin;
  out += std::to_string(from - first + 1) + "-" + std::to_string(to - first + 1) + "\t";
  out += cell(std::string_view(document.text).substr(bytes.begin, bytes.size()));
  out += "\t_\t_\t_\t_\t_\t_\t_\t";
  out += space_after(extraction, to, sentence.tokens.end) ? "_\n" : "SpaceAfter=No\n";
}

void append_sentence(std::string& out, const Document& document, const Extraction& extraction,
                     const Sentence& sentence) {
  std::uint32_t range_end = 0;  // token after the range that is open
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    if (i >= range_end) {
      std::uint32_t last = i;
      while (last + 1 < sentence.tokens.end && joined(document, extraction, last)) ++last;
      if (last > i) {
        append_range(out, document, extraction, i, last, sentence);
        range_end = last + 1;
      }
    }
    const bool glued = i >= range_end && !space_after(extraction, i, sentence.tokens.end);
    syntax::append_word(out, document, extraction, i, sentence.tokens.begin, glued ? "SpaceAfter=No" : "");
  }
}

}  // namespace

void syntax::append_word(std::string& out, const Document& document, const Extraction& extraction, std::uint32_t index,
                         std::uint32_t first, std::string_view misc) {
  const Token& token = extraction.tokens[index];
  const auto column = [&](std::string_view text) { out.append(text) += '\t'; };
  column(std::to_string(index - first + 1));
  column(cell(extraction.text(document, token)));
  column(cell(extraction.strings[token.lemma]));
  column(name(token.upos));
  column(cell(extraction.strings[token.xpos]));
  column("_");
  column(token.head == no_head ? "0" : std::to_string(token.head - static_cast<std::int32_t>(first) + 1));
  column(cell(extraction.strings[token.deprel]));
  column("_");
  out.append(misc).append(misc.empty() ? "NER=" : "|NER=").append(label(token.name)) += '\n';
}

std::string to_conllu(const Document& document, const Extraction& extraction) {
  std::string out;
  std::uint32_t number = 0;
  const Sentence* before = nullptr;
  for (const Sentence& sentence : extraction.sentences) {
    if (sentence.tokens.empty()) continue;
    if (before == nullptr || before->block != sentence.block) out += "# newpar\n";
    out += "# sent_id = " + std::to_string(++number) + "\n# text = ";
    const Span bytes{extraction.tokens[sentence.tokens.begin].bytes.begin,
                     extraction.tokens[sentence.tokens.end - 1].bytes.end};
    out += squeeze(std::string_view(document.text).substr(bytes.begin, bytes.size())) + "\n";
    append_sentence(out, document, extraction, sentence);
    out += '\n';
    before = &sentence;
  }
  return out;
}

}  // namespace dateline
