#include "support/conllu.hpp"

#include <charconv>
#include <string>
#include <vector>

#include "dateline/base/text.hpp"

namespace dateline::test {
namespace {

std::vector<std::string> columns(std::string_view line) {
  std::vector<std::string> out;
  const bool tabs = line.find('\t') != line.npos;
  const std::string plain = tabs ? std::string(line) : squeeze(line);
  for (const std::string_view cell : split(plain, tabs ? '\t' : ' ')) out.emplace_back(cell);
  out.resize(10, "_");
  return out;
}

NameTag name_tag(std::string_view misc) {
  static constexpr std::string_view labels[] = {"O",     "B-PER", "I-PER",   "B-ORG",  "I-ORG",
                                                "B-LOC", "I-LOC", "B-OTHER", "I-OTHER"};
  const std::size_t at = misc.find("NER=");
  if (at == misc.npos) return NameTag::O;
  std::string_view label = misc.substr(at + 4);
  label = label.substr(0, label.find('|'));
  for (std::size_t i = 0; i < std::size(labels); ++i) {
    if (labels[i] == label) return static_cast<NameTag>(i);
  }
  return NameTag::O;
}

class Builder {
 public:
  void word(const std::vector<std::string>& cells) {
    Token token;
    token.bytes.begin = static_cast<std::uint32_t>(parsed.document.text.size());
    parsed.document.text += cells[1];
    token.bytes.end = static_cast<std::uint32_t>(parsed.document.text.size());
    token.lemma = parsed.extraction.strings.id(cells[2]);
    token.upos = upos_named(cells[3]);
    token.xpos = parsed.extraction.strings.id(cells[4]);
    int head = 0;
    std::from_chars(cells[6].data(), cells[6].data() + cells[6].size(), head);
    token.head = head == 0 ? no_head : static_cast<std::int32_t>(first_) + head - 1;
    token.deprel = parsed.extraction.strings.id(cells[7]);
    token.name = name_tag(cells[9]);
    parsed.extraction.tokens.push_back(token);
    if (cells[9].find("SpaceAfter=No") == std::string::npos) parsed.document.text += ' ';
  }

  void end_sentence() {
    const auto count = static_cast<std::uint32_t>(parsed.extraction.tokens.size());
    if (count == first_) return;
    const auto& tokens = parsed.extraction.tokens;
    parsed.extraction.sentences.push_back({{first_, count}, {tokens[first_].bytes.begin, tokens.back().bytes.end}, 0});
    first_ = count;
  }

  ParsedText parsed;

 private:
  std::uint32_t first_ = 0;
};

}  // namespace

ParsedText parsed_text(std::string_view conllu) {
  Builder builder;
  for (const std::string_view line : split(conllu, '\n')) {
    if (trim(line).empty()) {
      builder.end_sentence();
    } else if (!trim(line).starts_with('#')) {
      const auto cells = columns(trim(line));
      if (cells[0].find_first_of(".-") == std::string::npos) builder.word(cells);
    }
  }
  builder.end_sentence();
  ParsedText parsed = std::move(builder.parsed);
  parsed.document.source = "test";
  const Span whole{0, static_cast<std::uint32_t>(trim(parsed.document.text).size())};
  parsed.document.blocks.push_back({BlockKind::paragraph, whole});
  return parsed;
}

}  // namespace dateline::test
