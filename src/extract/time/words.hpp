// A document's tokens as the rules see them: words with ids, and what each may mean.
#pragma once

#include <string_view>
#include <vector>

#include "dateline/model/extraction.hpp"
#include "extract/time/lexicon.hpp"

namespace dateline::time {

/// A token, or a part of one that a hyphen joins ("mid|-|November").
struct Word {
  Span bytes;
  std::uint32_t token = 0;
  WordId id = 0;  ///< 0 when no table knows it
  const Entry* entry = nullptr;
  bool capital = false;  ///< begins with a capital letter
  bool digits = false;   ///< begins with a digit, or an apostrophe and a digit
};

/// The words of one sentence.
void read_sentence(const Document& document, const Extraction& extraction, const Sentence& sentence,
                   const Lexicon& lexicon, std::vector<Word>& words);

/// Every meaning of the words from `at` on, longest first: table words, numbers and shapes of digits. Appends to
/// `readings`.
void read_meanings(const Document& document, const std::vector<Word>& words, std::size_t at, const Lexicon& lexicon,
                   std::vector<Reading>& readings);

}  // namespace dateline::time
