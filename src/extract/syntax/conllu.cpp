#include "extract/syntax/conllu.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "dateline/base/text.hpp"

namespace dateline::syntax {
namespace {

bool is_word_id(std::string_view id) { return conllu_number(id) > 0; }

/// Columns of a line; missing ones are "_".
std::array<std::string_view, 10> columns_of(std::string_view line) {
  std::array<std::string_view, 10> cells;
  cells.fill("_");
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t tab = line.find('\t');
    cells[i] = line.substr(0, tab);
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  return cells;
}

void read_line(std::string_view line, ConlluSentence& sentence) {
  const auto cells = columns_of(line);
  if (line.front() == '#' || !is_word_id(cells[0])) {
    sentence.others.push_back({sentence.words.size(), line});
    return;
  }
  sentence.words.push_back({cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9]});
}

}  // namespace

std::int32_t conllu_number(std::string_view text) {
  std::int32_t value = -1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && value >= 0 ? value : -1;
}

std::string_view misc_value(std::string_view misc, std::string_view key) {
  for (const std::string_view item : split(misc, '|')) {
    if (item.size() > key.size() && item.starts_with(key) && item[key.size()] == '=')
      return item.substr(key.size() + 1);
  }
  return {};
}

std::vector<ConlluSentence> read_conllu(std::string_view text) {
  std::vector<ConlluSentence> sentences;
  ConlluSentence sentence;
  const auto finish = [&] {
    if (!sentence.words.empty()) sentences.push_back(std::move(sentence));
    sentence = {};
  };
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) {
      finish();
    } else {
      read_line(line, sentence);
    }
  }
  finish();
  return sentences;
}

}  // namespace dateline::syntax
