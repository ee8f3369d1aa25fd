#include "extract/event/amounts.hpp"

#include <cstdlib>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline {
namespace {

std::optional<double> digits_value(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c == ',') continue;
    if ((c < '0' || c > '9') && c != '.') return std::nullopt;
    plain += c;
  }
  if (plain.empty() || plain == "." || plain.size() > 30) return std::nullopt;
  return std::strtod(plain.c_str(), nullptr);
}

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// "dozens": a noun of number in the plural counts, but gives no figure.
bool is_vague_count(TokenIndex noun, const Tree& tree, const Numbers& numbers) {
  return tree.upos(noun) == Upos::NOUN && tree.xpos(noun) == "NNS" && numbers.value(tree.lemma(noun)).has_value();
}

/// "Two-to-three hundred": a number word with two more glued to it says no number by itself.
bool is_in_range(std::size_t begin, std::string_view text) {
  std::size_t end = begin, strokes = 0;
  for (; end < text.size() && (is_letter(text[end]) || text[end] == '-'); ++end) strokes += text[end] == '-';
  return strokes > 1;
}

/// The word that counts a noun from above: "hundreds of people", "21 of the girls".
std::optional<TokenIndex> counted_by(TokenIndex noun, const Tree& tree) {
  const auto above = tree.head(noun);
  return above && *above < noun && tree.is(noun, "nmod") && !tree.is(noun, "nmod:poss") ? above : std::nullopt;
}

}  // namespace

Numbers::Numbers(const Resources& resources) {
  const Table& table = resources.table("en/event/numbers");
  for (const Row& row : table.rows) {
    const auto number = digits_value(table.cell(row, "value"));
    if (!number) fail(row, "not a number: " + table.cell(row, "value"));
    words_[row.cells.front()] = *number;
  }
}

std::optional<double> Numbers::value(std::string_view text) const {
  std::optional<double> total;
  double part = 0;
  std::string lowered = utf8::lower(squeeze(text));
  for (std::size_t i = 1; i + 1 < lowered.size(); ++i) {
    if (lowered[i] == '-' && is_letter(lowered[i - 1]) && is_letter(lowered[i + 1])) lowered[i] = ' ';  // "forty-one"
  }
  for (const std::string_view word : split(lowered, ' ')) {
    std::optional<double> one = digits_value(word);
    if (!one) {
      const auto known = words_.find(word);
      if (known == words_.end()) continue;
      one = known->second;
    }
    if (total && *one >= 100 && part > 0) {
      total = *total - part + part * *one;  // "two hundred", "14 billion"
      part *= *one;
    } else {
      total = total.value_or(0) + *one;
      part = *one;
    }
  }
  return total;
}

std::optional<Amount> amount_on(TokenIndex noun, std::string_view role, const Tree& tree, const Document& document,
                                const Extraction& extraction, const Numbers& numbers) {
  std::optional<TokenIndex> number = tree.child(noun, "nummod");
  const bool spelt = tree.xpos(noun) == "NN" && numbers.value(tree.word(noun)) && tree.child(noun, "det");
  if (!number && (tree.upos(noun) == Upos::NUM || spelt)) number = noun;  // "another twelve", tagged as a noun
  const auto above = counted_by(noun, tree);
  // "eight of the 20 passengers": eight
  if (above && tree.upos(*above) == Upos::NUM && (!number || tree.child(noun, "det") || tree.child(noun, "nmod:poss")))
    number = above;
  if (!number) {
    if (is_vague_count(noun, tree, numbers)) return Amount{std::string(role), std::string(tree.word(noun)), {}};
    if (above && is_vague_count(*above, tree, numbers))
      return Amount{std::string(role), std::string(tree.word(*above)), {}};
    return std::nullopt;
  }
  Span tokens{*number, *number + 1};
  for (const TokenIndex one : tree.children(*number)) {
    if (tree.upos(one) == Upos::NUM || tree.upos(one) == Upos::SYM)
      tokens = {std::min(tokens.begin, one), std::max(tokens.end, one + 1)};
  }
  const std::size_t begin = extraction.tokens[tokens.begin].bytes.begin;
  const std::string text(
      std::string_view(document.text).substr(begin, extraction.tokens[tokens.end - 1].bytes.end - begin));
  if (is_in_range(begin, document.text)) return std::nullopt;
  const auto value = numbers.value(text);
  if (!value) return std::nullopt;
  const bool money = tree.upos(noun) == Upos::SYM && noun + 1 == tokens.begin;
  return Amount{std::string(role), money ? std::string(tree.word(noun)) + text : text, value};
}

}  // namespace dateline
