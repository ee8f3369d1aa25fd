// Rules against the words of one sentence: a chart of constituents, layer by layer, and the expressions chosen from it.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/time/rules.hpp"
#include "extract/time/words.hpp"

namespace dateline::time {

struct Match {
  std::uint32_t begin = 0, end = 0;  ///< words of the sentence
  std::uint32_t reach = 0;           ///< words that the rule read, context included
  std::uint32_t expression = 0;      ///< index into the expressions given
};

/// Works on one document, sentence by sentence; keeps its buffers between them.
class Matcher {
 public:
  Matcher(const Document& document, const Lexicon& lexicon, const RuleSet& rules)
      : document_(document), lexicon_(lexicon), rules_(rules) {}

  /// Finds the expressions of a sentence, from left to right, not overlapping. Appends to `expressions` those that the
  /// matches and their outer expressions need.
  std::vector<Match> find(const std::vector<Word>& words, std::vector<Expression>& expressions);

 private:
  struct Constituent {
    ClassId cls;
    std::uint32_t end, expression;
  };
  struct Capture {
    Field field;
    double value;
    bool merged;
  };

  bool gather(const std::vector<Word>& words);
  void run_layer(int layer, std::vector<Expression>& expressions);
  void try_rule(const Rule& rule, std::size_t at, std::vector<Expression>& expressions);
  bool match(const Rule& rule, std::size_t element, std::size_t at);
  /// Whether one word or constituent at `at` is of this kind, whatever comes then.
  bool stands(const Alternative& one, std::size_t at) const;
  bool match_alternative(const Rule& rule, std::size_t element, std::size_t at, const Alternative& one);
  bool go_on(const Rule& rule, std::size_t element, std::size_t next, Field field, double value, bool merged = false);
  std::vector<Match> chosen(const std::vector<Expression>& expressions);

  const Document& document_;
  const Lexicon& lexicon_;
  const RuleSet& rules_;
  const std::vector<Word>* words_ = nullptr;
  std::vector<Reading> readings_;
  std::vector<std::uint32_t> first_reading_;            ///< by word, one past the last too
  std::vector<std::vector<Constituent>> constituents_;  ///< by word
  std::vector<Match> matches_;
  std::vector<Capture> captures_;
  std::vector<std::size_t> ends_;  ///< by element: where it ended
  std::size_t extent_begin_ = 0, extent_end_ = 0;
  std::vector<std::uint16_t> tried_;
};

}  // namespace dateline::time
