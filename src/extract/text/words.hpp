// Where a word ends and how it is cut: inner punctuation, hyphens, contractions, numbers with units, addresses.
#pragma once

#include <string_view>

#include "extract/text/rules.hpp"

namespace dateline::text {

/// Whether the token before is a capitalised word: then "Jong-un" may be its second half.
enum class AfterName { no, yes };

/// End (bytes) of the word or number that begins at `begin`.
std::size_t word_end(std::string_view text, std::size_t begin, AfterName after_name, const Rules& rules);

/// Sizes in bytes of the tokens that a word is made of ("do|n't", "10|am"); those behind the last are 0.
Parts word_parts(std::string_view word, const Rules& rules);

/// End of a URL, e-mail address or domain at `begin`; 0 when there is none. `tried` is kept by the caller between
/// calls.
std::size_t address_end(std::string_view text, std::size_t begin, std::size_t& tried);

/// End of "'90s" or "'til" whose apostrophe stands at `at`; 0 when it is none.
std::size_t elided_end(std::string_view text, std::size_t at, std::size_t after, const Rules& rules);

/// End of ":-)" and the like at `at`; 0 when there is none.
std::size_t emoticon_end(std::string_view text, std::size_t at);

/// Whether a URL begins here ("https://", "www.").
bool starts_url(std::string_view text);

/// "U.S.", "a.m.": single letters with a stop each.
bool is_acronym(std::string_view stopped);

}  // namespace dateline::text
