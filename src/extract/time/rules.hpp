// The rules of resources/en/time/rules.tsv: patterns over words, and what they make. docs/rules-time.md has the
// language.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/time/lexicon.hpp"

namespace dateline::time {

/// One way to satisfy an element: a word, a table class, or a constituent that an earlier layer made.
struct Alternative {
  enum class Kind : std::uint8_t { word, reading, constituent, any, begin, end };
  Kind kind = Kind::word;
  bool weak = false;       ///< accepts weak readings
  bool only_weak = false;  ///< accepts no other
  bool limited = false;    ///< only `value`
  Field field = Field::none;
  WordId word = 0;
  ClassId cls = 0;
  double value = 0;
};

struct Element {
  std::vector<Alternative> alternatives;
  bool optional = false;
  bool absent = false;  ///< none of the alternatives may stand here; takes no word
};

struct Rule {
  std::string id;
  int layer = 1;
  int order = 0;  ///< of its row: earlier rows win ties
  Op op = Op::on;
  std::vector<Element> elements;
  std::size_t extent_begin = 0;  ///< elements before it are context
  std::size_t extent_end = 0;    ///< elements from it on are context
  std::vector<ClassId> makes;    ///< constituent classes
  bool mention = true;           ///< false: only a constituent
  std::vector<std::pair<Field, double>> constants;
  Base base = Base::anchor;
  Direction direction = Direction::automatic;
  std::string mod;
  bool rolling = false;  ///< "the past week": its EDTF are the days up to the anchor
  std::string value;     ///< of references and fixed sets
};

/// Rules with an index by what they may begin with.
class RuleSet {
 public:
  /// Reads en/time/rules and en/time/negative; adds their literals to the lexicon. Throws Error{resource} on a bad row.
  RuleSet(const Resources& resources, Lexicon& lexicon);

  const std::vector<Rule>& rules() const { return rules_; }
  int layers() const { return layers_; }
  /// Whether a constituent of this class hands its fields to the rule that takes it ("three years" to "three years
  /// ago"), instead of standing outside.
  bool is_merged(ClassId cls) const { return cls != 0 && (cls == merged_[0] || cls == merged_[1]); }
  /// Indices of rules of a layer that may begin with a word, or with a class.
  const std::vector<std::uint16_t>& beginning_with_word(int layer, WordId word) const;
  const std::vector<std::uint16_t>& beginning_with_class(int layer, ClassId cls) const;

 private:
  using Index = std::vector<std::vector<std::uint16_t>>;
  void index();

  std::vector<Rule> rules_;
  int layers_ = 0;
  std::array<ClassId, 2> merged_{};        ///< Q quantities, T clock times
  std::vector<Index> by_word_, by_class_;  ///< by layer
};

}  // namespace dateline::time
