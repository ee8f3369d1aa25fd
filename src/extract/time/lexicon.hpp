// The words of time: every form of resources/en/time with what it may mean.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/base/word_map.hpp"
#include "dateline/resources.hpp"
#include "extract/time/expression.hpp"

namespace dateline::time {

/// Words and classes are numbers; 0 is "not known".
using WordId = std::uint32_t;
using ClassId = std::uint16_t;

/// One meaning of the words from some place on.
struct Reading {
  ClassId cls = 0;
  std::uint8_t words = 1;
  bool weak = false;  ///< the form has another, commoner meaning: only rules that ask for it may use it
  double value = 0;
};

/// A meaning of several words.
struct Phrase {
  std::vector<WordId> rest;  ///< after the first word
  ClassId cls = 0;
  bool weak = false;
  bool capital = false;
  double value = 0;
};

/// How a number word takes part in a number.
enum class NumberKind : std::uint8_t { none, digit, teen, ten, hundred, scale, ordinal };

struct Entry {
  WordId id = 0;
  NumberKind number = NumberKind::none;
  double number_value = 0;
  struct Meaning {
    ClassId cls;
    bool weak, capital;
    double value;
  };
  std::vector<Meaning> meanings;
  std::vector<Phrase> phrases;  ///< longest first
};

struct Zone {
  std::string code;  ///< "Z", "+02:00"
};

class Lexicon {
 public:
  /// Throws Error{resource} on a bad row.
  explicit Lexicon(const Resources& resources);

  /// Null when no table has the word. `word` is folded.
  const Entry* find(std::string_view word) const {
    const auto found = entries_.find(word);
    return found == entries_.end() ? nullptr : &found->second;
  }

  /// The id of a word, made when it is new: for the literals of rules.
  WordId word(std::string_view folded);
  ClassId cls(std::string_view name);
  /// 0 when there is none of that name.
  ClassId class_named(std::string_view name) const;
  /// Adds a meaning of `form` (words apart by spaces).
  void add(std::string_view form, ClassId cls, double value, bool weak, bool capital);

  std::vector<std::string> parts;          ///< TIMEX3 codes
  std::vector<std::string> zones;          ///< offsets
  std::vector<std::string> holiday_names;  ///< folded; Holidays knows what they are
  std::vector<std::string> ordinal_endings, decade_endings;

  /// Classes that shapes of digits have.
  struct Shapes {
    ClassId number, ordinal, year, yy, yy_quoted, dom, decade, clock, dotted, hhmm, date, slashed, fraction, year3, dth,
        decade_year, month_year, year_spoken, elapsed;
  } shapes{};
  WordId hyphen = 0, comma = 0, conjunction = 0;

 private:
  Entry& entry(std::string_view folded);
  void read_words(const Resources& resources, std::string_view table);
  void read_numbers(const Resources& resources);
  void read_units(const Resources& resources);

  WordMap<Entry> entries_;
  WordMap<ClassId> classes_;
};

/// Lower case, with ASCII apostrophes and hyphens.
std::string folded(std::string_view word);

/// The unit of a table's code ("Y", "MIN"), or nothing.
bool unit_named(std::string_view code, Unit& unit);

/// Stands for "several", "a few": written X.
inline constexpr double vague = std::numeric_limits<double>::quiet_NaN();

}  // namespace dateline::time
