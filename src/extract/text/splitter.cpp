#include "extract/text/splitter.hpp"

#include "dateline/base/utf8.hpp"
#include "extract/text/characters.hpp"

namespace dateline::text {
namespace {

class Splitter {
 public:
  Splitter(std::string_view text, const std::vector<Piece>& pieces, const Rules& rules)
      : text_(text), pieces_(pieces), rules_(rules) {}

  std::vector<std::size_t> run() const {
    std::vector<std::size_t> ends;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < pieces_.size();) {
      const bool stop = stops(at, begin);
      const std::size_t end = stop ? past_closers(at) : at + 1;
      if (stop && end < pieces_.size() && ends_before(end, pieces_[at].role)) {
        ends.push_back(end);
        begin = end;
      }
      at = end;
    }
    if (begin < pieces_.size()) ends.push_back(pieces_.size());
    return ends;
  }

 private:
  std::string_view word(std::size_t i) const { return text_.substr(pieces_[i].bytes.begin, pieces_[i].bytes.size()); }
  bool touches_next(std::size_t i) const {
    return i + 1 < pieces_.size() && pieces_[i].bytes.end == pieces_[i + 1].bytes.begin;
  }

  /// Whether a sentence that began at `begin` may end with piece `at`.
  bool stops(std::size_t at, std::size_t begin) const {
    const Role role = pieces_[at].role;
    if (role == Role::terminal) return !(begin == 0 && at == 1 && pieces_[0].role == Role::number);  // "1. First"
    return role == Role::ellipsis || is_abbreviation(role);
  }

  static bool is_abbreviation(Role role) { return role == Role::end_stop || role == Role::initial; }

  /// The index past the closing marks (and further stops) behind a stop.
  std::size_t past_closers(std::size_t at) const {
    const bool abbreviation = is_abbreviation(pieces_[at].role);
    std::size_t end = at + 1;
    while (end < pieces_.size()) {
      const Role role = pieces_[end].role;
      if (role == Role::closer || (role == Role::terminal && !abbreviation)) {
        ++end;
      } else if (is_note(end)) {
        end += 3;
      } else {
        break;
      }
    }
    return end;
  }

  /// "[12]" written against the stop: a reference note.
  bool is_note(std::size_t at) const {
    return at + 2 < pieces_.size() && touches_next(at - 1) && word(at) == "[" && pieces_[at + 1].role == Role::number &&
           word(at + 2) == "]";
  }

  bool ends_before(std::size_t next, Role stop) const {
    if (touches_next(next - 1) && pieces_[next].role != Role::opener && pieces_[next].role != Role::word) return false;
    return opens_sentence(next, is_abbreviation(stop) ? Wanted::listed : Wanted::any, stop);
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
    if (stop == Role::ellipsis && role != Role::word && role != Role::name_stop && role != Role::initial) return false;
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

std::vector<std::size_t> sentence_ends(std::string_view text, const std::vector<Piece>& pieces, const Rules& rules) {
  return Splitter(text, pieces, rules).run();
}

}  // namespace dateline::text
