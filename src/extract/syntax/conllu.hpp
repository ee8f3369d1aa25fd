// CoNLL-U (universaldependencies.org/format.html), read leniently: comments, multiword ranges and empty nodes are kept
// aside, odd lines are skipped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::syntax {

/// The ten columns of one word; views into the text that was read.
struct ConlluWord {
  std::string_view form, lemma, upos, xpos, features, head, deprel, dependencies, misc;
};

/// A line that is no word: a comment before the sentence, a range ("1-2") or an empty node ("1.1") before a word.
struct ConlluLine {
  std::size_t before;  ///< index of the word that follows it
  std::string_view text;
};

struct ConlluSentence {
  std::vector<ConlluWord> words;
  std::vector<ConlluLine> others;  ///< in their order
};

/// Every sentence that has at least one word.
std::vector<ConlluSentence> read_conllu(std::string_view text);

/// The value of KEY=value in the MISC column, or "".
std::string_view misc_value(std::string_view misc, std::string_view key);

/// A number without sign; -1 for anything else.
std::int32_t conllu_number(std::string_view text);

}  // namespace dateline::syntax
