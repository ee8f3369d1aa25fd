#include "extract/time/words.hpp"

#include <algorithm>
#include <cmath>

#include "dateline/base/utf8.hpp"
#include "extract/time/shapes.hpp"

namespace dateline::time {
namespace {

/// Folds into a buffer that is used again: most words are ASCII and in no table.
const Entry* look_up(std::string_view text, const Lexicon& lexicon) {
  char buffer[32];
  if (text.size() <= sizeof buffer) {
    bool plain = true;
    for (std::size_t i = 0; i < text.size() && plain; ++i) {
      const char c = text[i];
      plain = static_cast<unsigned char>(c) < 0x80;
      buffer[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return plain ? lexicon.find({buffer, text.size()}) : lexicon.find(folded(text));
  }
  return nullptr;
}

class Reader {
 public:
  Reader(const Document& document, const Lexicon& lexicon, std::vector<Word>& words)
      : text_(document.text), lexicon_(lexicon), words_(words) {}

  void token(const Token& token, std::uint32_t index) {
    const std::string_view text = text_.substr(token.bytes.begin, token.bytes.size());
    const Entry* entry = look_up(text, lexicon_);
    const bool digits = is_digit(text.front()) || (text.size() > 2 && text.front() == '\'' && is_digit(text[1])) ||
                        (text.size() > 4 && text.starts_with("\xE2\x80\x99") && is_digit(text[3]));
    const std::size_t cut = entry == nullptr && text.size() > 2 ? text.find(digits ? '/' : '-', 1) : text.npos;
    if (cut == text.npos || cut + 1 >= text.size() || (digits && has_shape(text)))
      return add(token.bytes, index, entry, digits);
    std::uint32_t begin = token.bytes.begin;
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (at < text.size() && text[at] != text[cut]) continue;
      const std::uint32_t end = token.bytes.begin + static_cast<std::uint32_t>(at);
      if (end > begin) part({begin, end}, index);
      if (at < text.size()) part({end, end + 1}, index);
      begin = end + 1;
    }
  }

 private:
  void part(Span bytes, std::uint32_t index) {
    const std::string_view text = text_.substr(bytes.begin, bytes.size());
    add(bytes, index, look_up(text, lexicon_), is_digit(text.front()));
  }

  void add(Span bytes, std::uint32_t index, const Entry* entry, bool digits) {
    std::size_t at = bytes.begin;
    const unsigned char first = static_cast<unsigned char>(text_[at]);
    const bool capital = first < 0x80 ? first >= 'A' && first <= 'Z' : utf8::is_upper(utf8::next(text_, at));
    words_.push_back({bytes, index, entry ? entry->id : 0, entry, capital, digits});
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  std::vector<Word>& words_;
};

/// A number in words from `at` on.
struct SpelledNumber {
  double value = 0;
  std::size_t words = 0;
  bool ordinal = false;
};

NumberKind kind_at(const std::vector<Word>& words, std::size_t at) {
  return at < words.size() && words[at].entry ? words[at].entry->number : NumberKind::none;
}

/// "twenty", "twenty-five", "twenty-first", "seven".
SpelledNumber below_hundred(const std::vector<Word>& words, std::size_t at, const Lexicon& lexicon) {
  const NumberKind kind = kind_at(words, at);
  if (kind == NumberKind::none || kind == NumberKind::hundred || kind == NumberKind::scale) return {};
  SpelledNumber number{words[at].entry->number_value, 1, kind == NumberKind::ordinal};
  if (kind != NumberKind::ten) return number;
  const std::size_t next = at + 1 < words.size() && words[at + 1].id == lexicon.hyphen ? at + 2 : at + 1;
  const NumberKind second = kind_at(words, next);
  if ((second == NumberKind::digit || second == NumberKind::ordinal) && words[next].entry->number_value < 10) {
    number.value += words[next].entry->number_value;
    number.words = next + 1 - at;
    number.ordinal = second == NumberKind::ordinal;
  }
  return number;
}

SpelledNumber spelled(const std::vector<Word>& words, std::size_t at, const Lexicon& lexicon) {
  double total = 0;
  SpelledNumber current = below_hundred(words, at, lexicon);
  const NumberKind first = kind_at(words, at);
  if (current.words == 0 && (first == NumberKind::hundred || first == NumberKind::scale))
    current = {1, 0, false};
  else if (current.words == 0 || current.ordinal)
    return current;
  std::size_t next = at + current.words;
  while (next < words.size() && next - at < 12) {
    const NumberKind kind = kind_at(words, next);
    if (kind == NumberKind::hundred) {
      current.value *= words[next++].entry->number_value;
    } else if (kind == NumberKind::scale) {
      total += current.value * words[next++].entry->number_value;
      current.value = 0;
    } else {
      break;
    }
    const std::size_t more = next < words.size() && words[next].id == lexicon.conjunction ? next + 1 : next;
    const SpelledNumber tail = below_hundred(words, more, lexicon);
    if (tail.words == 0 || tail.ordinal) continue;
    current.value += tail.value;
    next = more + tail.words;
  }
  return {total + current.value, next - at, false};
}

/// "nineteen ninety-six", "seventeen hundred thirty-three", "two thousand and five": a year said in words, or nothing.
SpelledNumber spelled_year(const std::vector<Word>& words, std::size_t at, const Lexicon& lexicon) {
  const NumberKind kind = kind_at(words, at);
  const double century = kind == NumberKind::teen || kind == NumberKind::ten ? words[at].entry->number_value : 0;
  if (century >= 15 && century <= 20) {
    if (kind_at(words, at + 1) == NumberKind::hundred) {
      const SpelledNumber whole = spelled(words, at, lexicon);
      return whole.words > 2 ? whole : SpelledNumber{};
    }
    const SpelledNumber rest = below_hundred(words, at + 1, lexicon);
    if (rest.words > 0 && !rest.ordinal && rest.value >= 10) return {century * 100 + rest.value, rest.words + 1, false};
    return {};
  }
  const SpelledNumber whole = spelled(words, at, lexicon);
  return kind == NumberKind::digit && whole.words >= 2 && whole.value >= 2000 && whole.value < 2100 ? whole
                                                                                                    : SpelledNumber{};
}

}  // namespace

void read_sentence(const Document& document, const Extraction& extraction, const Sentence& sentence,
                   const Lexicon& lexicon, std::vector<Word>& words) {
  words.clear();
  Reader reader(document, lexicon, words);
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) reader.token(extraction.tokens[i], i);
}

void read_meanings(const Document& document, const std::vector<Word>& words, std::size_t at, const Lexicon& lexicon,
                   std::vector<Reading>& readings) {
  const Word& word = words[at];
  if (word.digits) {
    const std::string_view text = std::string_view(document.text).substr(word.bytes.begin, word.bytes.size());
    const std::size_t begin = readings.size();
    read_shapes(text, lexicon, readings);
    if (kind_at(words, at + 1) == NumberKind::scale && readings.size() > begin) {
      for (std::size_t i = begin; i < readings.size(); ++i) {
        if (readings[i].cls == lexicon.shapes.number)
          readings[i] = {lexicon.shapes.number, 2, false, readings[i].value * words[at + 1].entry->number_value};
      }
    }
    if (word.entry == nullptr) return;
  }
  if (word.entry == nullptr) return;
  for (const Phrase& phrase : word.entry->phrases) {
    if (at + phrase.rest.size() >= words.size() || (phrase.capital && !word.capital)) continue;
    if (std::equal(phrase.rest.begin(), phrase.rest.end(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                   [](WordId id, const Word& other) { return id == other.id; })) {
      readings.push_back({phrase.cls, static_cast<std::uint8_t>(phrase.rest.size() + 1), phrase.weak, phrase.value});
    }
  }
  if (word.entry->number != NumberKind::none) {
    const SpelledNumber number = spelled(words, at, lexicon);
    if (number.words > 0) {
      const auto size = static_cast<std::uint8_t>(number.words);
      readings.push_back({number.ordinal ? lexicon.shapes.ordinal : lexicon.shapes.number, size, false, number.value});
      if (number.ordinal && number.value <= 31) readings.push_back({lexicon.shapes.dom, size, true, number.value});
    }
  }
  if (word.entry->number != NumberKind::none) {
    if (const SpelledNumber year = spelled_year(words, at, lexicon); year.words > 0)
      readings.push_back({lexicon.shapes.year_spoken, static_cast<std::uint8_t>(year.words), false, year.value});
  }
  for (const Entry::Meaning& meaning : word.entry->meanings) {
    if (!meaning.capital || word.capital) readings.push_back({meaning.cls, 1, meaning.weak, meaning.value});
  }
}

}  // namespace dateline::time
