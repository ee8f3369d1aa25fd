#include "extract/text/splitter.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/text/characters.hpp"

namespace dateline::text {
namespace {

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Piece>& pieces, const Rules& rules)
      : text_(text), pieces_(pieces), rules_(rules) {}

  void run(const Decide& decide, std::vector<std::size_t>& ends) const {
    ends.clear();
    std::size_t begin = 0, stop_end = 0;  // stop_end: past the last stop met and what closes behind it
    Role stop = Role::other;
    for (std::size_t next = 1; next < pieces_.size(); ++next) {
      if (next > stop_end && stops(next - 1, begin)) {
        stop = pieces_[next - 1].role;
        stop_end = past_closers(next - 1);
      }
      const bool rule = next == stop_end && ends_before(next, stop);
      if (decide ? decide(next, begin, rule) : rule) {
        ends.push_back(next);
        begin = next;
      }
    }
    if (begin < pieces_.size()) ends.push_back(pieces_.size());
  }

 private:
  std::string_view word(std::size_t i) const { return text_.substr(pieces_[i].bytes.begin, pieces_[i].bytes.size()); }
  bool touches_next(std::size_t i) const {
    return i + 1 < pieces_.size() && pieces_[i].bytes.end == pieces_[i + 1].bytes.begin;
  }

  /// Whether a sentence that began at `begin` may end with piece `at`.
  bool stops(std::size_t at, std::size_t begin) const {
    const Role role = pieces_[at].role;
    if (role == Role::terminal) return !(at == begin + 1 && pieces_[begin].role == Role::number);  // "1. First"
    return role == Role::ellipsis || role == Role::emoticon || is_abbreviation(role) || closes_aside(at, begin);
  }

  /// "(Photo: Ana Lund)" as a sentence of its own; "(Then) Captain Lund" is none.
  bool closes_aside(std::size_t at, std::size_t begin) const {
    return at >= begin + 4 && ((word(at) == ")" && word(begin) == "(") || (word(at) == "]" && word(begin) == "["));
  }

  static bool is_abbreviation(Role role) { return role == Role::end_stop || role == Role::initial; }

  /// The index past the closing marks (and further stops) behind a stop.
  std::size_t past_closers(std::size_t at) const {
    const bool abbreviation = is_abbreviation(pieces_[at].role);
    std::size_t end = at + 1;
    while (end < pieces_.size()) {
      const Role role = pieces_[end].role;
      if (role == Role::closer || (role == Role::terminal && !abbreviation) || role == Role::emoticon) {
        ++end;
      } else if (is_note(end)) {
        end += 3;
      } else {
        break;
      }
    }
    return end;
  }

  /// "[12]" behind the stop: a reference note.
  bool is_note(std::size_t at) const {
    return at + 2 < pieces_.size() && word(at) == "[" && pieces_[at + 1].role == Role::number && word(at + 2) == "]";
  }

  bool ends_before(std::size_t next, Role stop) const {
    if (touches_next(next - 1) && pieces_[next].role != Role::opener && !is_plain_word(next)) return false;
    return opens_sentence(next, is_abbreviation(stop) ? Wanted::listed : Wanted::any, stop);
  }

  /// A word but not one of capitals only: "left.Then" lacks a space, "NOTES.DOC" does not.
  bool is_plain_word(std::size_t at) const {
    const std::string_view text = word(at);
    return pieces_[at].role == Role::word &&
           (text.size() == 1 || std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
  }

  enum class Wanted { any, listed };

  bool opens_sentence(std::size_t next, Wanted wanted, Role stop) const {
    while (next < pieces_.size() && (pieces_[next].role == Role::opener || pieces_[next].role == Role::dash ||
                                     pieces_[next].role == Role::ellipsis)) {
      if (pieces_[next].role != Role::opener && wanted == Wanted::listed) return false;
      ++next;
    }
    if (next >= pieces_.size()) return false;
    const Role role = pieces_[next].role;
    if (role == Role::joiner || role == Role::closer || role == Role::terminal) return false;
    if (wanted == Wanted::listed) return rules_.openers.contains(word(next));
    if ((stop == Role::ellipsis || stop == Role::emoticon || stop == Role::closer) && role != Role::word &&
        role != Role::name_stop && role != Role::initial)
      return false;
    return !starts_lower(word(next));
  }

  /// A lower-case word goes on with the sentence; "iPhone" and "eBay" do not count as such.
  static bool starts_lower(std::string_view word) {
    std::size_t at = 0;
    const char32_t first = utf8::next(word, at);
    if (kind_of(first) != Char::letter || utf8::is_upper(first)) return false;
    const char32_t second = peek(word, at);
    if (first >= 0x2C00) return false;  // scripts without case
    return !(second != 0 && kind_of(second) == Char::letter && utf8::is_upper(second));
  }

  std::string_view text_;
  const std::vector<Piece>& pieces_;
  const Rules& rules_;
};

}  // namespace

std::vector<std::size_t> sentence_ends(std::string_view text, const std::vector<Piece>& pieces, const Rules& rules,
                                       const Decide& decide) {
  std::vector<std::size_t> ends;
  sentence_ends(text, pieces, rules, decide, ends);
  return ends;
}

void sentence_ends(std::string_view text, const std::vector<Piece>& pieces, const Rules& rules, const Decide& decide,
                   std::vector<std::size_t>& ends) {
  Splitter(text, pieces, rules).run(decide, ends);
}

}  // namespace dateline::text
