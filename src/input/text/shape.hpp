// What a line of text looks like, whatever its language: words, capitals, how it begins and how it ends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/span.hpp"

namespace dateline::input {

/// A run of characters between spaces, without the punctuation around it.
struct Word {
  Span bytes;                   ///< in the text that was given
  bool capital = false;         ///< starts with an upper-case letter
  bool opens_sentence = false;  ///< the first word, or after a full stop or an opening quotation mark
};

std::vector<Word> words_of(std::string_view text);
std::size_t word_count(std::string_view text);

/// Lower case, straight quotes, every run of white space one space: the form in which cues are compared.
std::string folded(std::string_view text);

/// Without white space at either end, no-break and zero-width spaces included. The span counts in the text around it.
Span trimmed(std::string_view text, Span bytes);

/// The last character is one that closes a sentence (.!?…), closing quotes and brackets aside.
bool ends_sentence(std::string_view text);
/// The first letter is lower case, opening quotes and brackets aside.
bool starts_lower(std::string_view text);
/// The last character, closing quotes and brackets aside; 0 for none.
char32_t last_mark(std::string_view text);

/// Nothing but an address of the web or of electronic mail.
bool is_address(std::string_view text);
/// Nothing but digits, spaces and the marks that stand in telephone numbers, at least seven digits.
bool is_telephone(std::string_view text);

/// Letters and digits of any script: what words are made of.
bool is_word_character(char32_t c);

}  // namespace dateline::input
