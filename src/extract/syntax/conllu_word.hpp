// One word of an extraction as a line of CoNLL-U.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"

namespace dateline::syntax {

/// Appends the line of a token; `first` is the first token of its sentence, `misc` comes before the name in MISC.
void append_word(std::string& out, const Document& document, const Extraction& extraction, std::uint32_t token,
                 std::uint32_t first, std::string_view misc);

}  // namespace dateline::syntax
