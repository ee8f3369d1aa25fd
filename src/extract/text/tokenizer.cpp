#include "extract/text/tokenizer.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/text/characters.hpp"
#include "extract/text/words.hpp"

namespace dateline::text {
namespace {

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Rules& rules, std::vector<Piece>& pieces)
      : text_(text), rules_(rules), pieces_(pieces) {
    pieces_.clear();
    pieces_.reserve(text.size() / 5 + 4);
  }

  void run() {
    while (at_ < text_.size()) {
      std::size_t size = 0;
      const char32_t c = peek(text_, at_, size);
      const Char kind = kind_of(c);
      if (kind == Char::space) {
        at_ += size;
      } else if (kind == Char::letter || kind == Char::digit) {
        word();
      } else if (kind == Char::apostrophe) {
        apostrophe(size);
      } else {
        symbol(c, size);
      }
    }
  }

 private:
  void add(std::size_t begin, std::size_t end, Role role) {
    if (end > begin) pieces_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, role});
    at_ = std::max(at_, end);
  }

  bool space_before(std::size_t at) const {
    const char32_t c = peek_back(text_, at);
    return c == 0 || kind_of(c) == Char::space;
  }
  bool space_after(std::size_t at) const {
    const char32_t c = peek(text_, at);
    return c == 0 || kind_of(c) == Char::space;
  }

  void word() {
    if (const std::size_t end = address_end(text_, at_, tried_)) {
      add(at_, end, Role::word);
      return;
    }
    const std::size_t begin = at_;
    const bool after_name = !pieces_.empty() && pieces_.back().role == Role::word &&
                            utf8::is_upper(peek(text_, pieces_.back().bytes.begin));
    const std::size_t end = word_end(text_, begin, after_name ? AfterName::yes : AfterName::no, rules_);
    if (is_broken_off(begin, end)) {
      add(begin, end + 1, Role::word);
      return;
    }
    if (const Role role = stop_role(begin, end); role != Role::word) {
      add(begin, end + 1, role);
      return;
    }
    if (peek(text_, end) == '$' && end - begin <= 3 &&
        std::all_of(text_.begin() + begin, text_.begin() + end, [](char c) { return c >= 'A' && c <= 'Z'; })) {
      add(begin, end + 1, Role::other);  // US$
      return;
    }
    for (const std::size_t part : word_parts(text_.substr(begin, end - begin), rules_)) {
      add(at_, at_ + part, is_digit(peek(text_, at_)) ? Role::number : Role::word);
    }
  }

  /// The beginning of a word that the speaker did not finish: "I w- want".
  bool is_broken_off(std::size_t begin, std::size_t end) const {
    return end - begin <= 3 && space_before(begin) && peek(text_, end) == '-' &&
           kind_of(peek(text_, begin)) == Char::letter && kind_of(peek(text_, end + 1)) == Char::space;
  }

  /// Whether a lower-case letter keeps its stop: just inside a bracket or before a number ("(b. May 1950; m. 1971)").
  bool is_short(std::size_t begin, std::size_t end) const {
    if (!space_after(end + 1)) return false;
    return (begin > 0 && (text_[begin - 1] == '(' || text_[begin - 1] == '[')) || before_digit(end + 1);
  }

  /// The role of the word with its full stop when the stop belongs to it; else `word`.
  Role stop_role(std::size_t begin, std::size_t end) const {
    if (peek(text_, end) != '.' || peek(text_, end + 1) == '.') return Role::word;
    const std::string_view stopped = text_.substr(begin, end + 1 - begin);
    if (stopped.size() <= rules_.longest_word) {
      if (const auto found = rules_.abbreviations.find(stopped); found != rules_.abbreviations.end()) {
        if (found->second == Abbreviation::end) return Role::end_stop;
        if (found->second == Abbreviation::name) return Role::name_stop;
        if (before_digit(end + 1)) return Role::name_stop;
        if (end - begin > 1) return Role::word;  // a single letter may be an initial
      }
    }
    const char32_t first = peek(text_, begin);
    std::size_t size = 0;
    peek(text_, begin, size);
    if (begin + size == end) {
      if (utf8::is_upper(first)) return Role::initial;
      return kind_of(first) == Char::letter && is_short(begin, end) ? Role::name_stop : Role::word;
    }
    return is_acronym(stopped) ? Role::end_stop : Role::word;
  }

  bool before_digit(std::size_t at) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '#')) ++at;
    if (text_.substr(at).starts_with("\xC2\xA0")) at += 2;
    return is_digit(peek(text_, at));
  }

  void apostrophe(std::size_t size) {
    const std::size_t after = at_ + size;
    if (const std::size_t end = elided_end(text_, at_, after, rules_)) {
      for (const std::size_t part : word_parts(text_.substr(at_, end - at_), rules_)) add(at_, at_ + part, Role::word);
      return;
    }
    if (text_.substr(after, size) == text_.substr(at_, size)) {  // ''
      add(at_, after + size, space_before(at_) ? Role::opener : Role::closer);
      return;
    }
    const bool opening =
        (space_before(at_) || (!pieces_.empty() && pieces_.back().role == Role::opener)) && !space_after(after);
    add(at_, after, opening ? Role::opener : Role::closer);
  }

  std::size_t run_end(char32_t a, char32_t b) const {
    std::size_t end = at_, size = 0;
    for (char32_t c = peek(text_, end, size); size != 0 && (c == a || c == b); c = peek(text_, end, size)) end += size;
    return end;
  }

  void straight_quote() {
    const bool before =
        space_before(at_) || (!pieces_.empty() && pieces_.back().bytes.end == at_ &&
                              (pieces_.back().role == Role::opener || pieces_.back().role == Role::dash));
    const bool after = space_after(at_ + 1);
    const bool opening = before != after ? before : !quote_open_;
    quote_open_ = opening;
    add(at_, at_ + 1, opening ? Role::opener : Role::closer);
  }

  void full_stop() {
    const std::size_t end = run_end('.', '.');
    if (end == at_ + 1 && is_digit(peek(text_, end)) && !(at_ > 0 && is_word(peek_back(text_, at_)))) {  // .500
      add(at_, word_end(text_, end, AfterName::no, rules_), Role::number);
    } else {
      add(at_, end, end - at_ > 1 ? Role::ellipsis : Role::terminal);
    }
  }

  void symbol(char32_t c, std::size_t size) {
    if (c == '"') return straight_quote();
    if (c == '.') return full_stop();
    if (c == 0x2026) return add(at_, run_end(0x2026, '.'), Role::ellipsis);
    if (c == '!' || c == '?') return add(at_, run_end('!', '?'), Role::terminal);
    if (const std::size_t end = emoticon_end(text_, at_); end && space_before(at_))
      return add(at_, end, Role::emoticon);
    if ((c == '#' || c == '@') && kind_of(peek(text_, at_ + 1)) == Char::letter && space_before(at_)) {
      return add(at_, word_end(text_, at_ + 1, AfterName::no, rules_), Role::word);
    }
    if (c == '`') return add(at_, run_end('`', '`'), Role::opener);
    if (opens(c)) return add(at_, at_ + size, Role::opener);
    if (closes(c)) return add(at_, at_ + size, Role::closer);
    if (c == ',' || c == ';' || c == ':') return add(at_, at_ + size, Role::joiner);
    if (is_dash(c)) return add(at_, run_end(c, c), Role::dash);
    if (c == '*' || c == '=' || c == '_' || c == '~' || c == '#' || c == '+' || c == '<' || c == '>')
      return add(at_, run_end(c, c), Role::other);
    if (is_emoji(c)) return add(at_, emoji_end(), Role::emoticon);
    add(at_, at_ + size, Role::other);
  }

  std::size_t emoji_end() const {
    std::size_t end = at_, size = 0;
    for (char32_t c = peek(text_, end, size); size != 0 && is_emoji(c); c = peek(text_, end, size)) end += size;
    return end;
  }

  std::string_view text_;
  const Rules& rules_;
  std::vector<Piece>& pieces_;
  std::size_t at_ = 0;
  std::size_t tried_ = 0;  ///< no address begins before this place: keeps the search linear
  bool quote_open_ = false;
};

}  // namespace

void tokenize(std::string_view text, const Rules& rules, std::vector<Piece>& pieces) {
  Tokenizer(text, rules, pieces).run();
}

std::vector<Piece> tokenize(std::string_view text, const Rules& rules) {
  std::vector<Piece> pieces;
  tokenize(text, rules, pieces);
  return pieces;
}

}  // namespace dateline::text
