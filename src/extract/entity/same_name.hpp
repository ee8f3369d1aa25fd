// Whether two written names can be one: spellings, initials, parts left out, acronyms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::entity {

/// Whether two folded surnames are one in two transliterations ("zelensky", "zelenskyy").
bool respelled(const std::string& a, const std::string& b);

/// Whether two folded names of two words or more are one person's.
bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b);

/// Whether two words have the same letters in any order: the acronym of another language's name.
bool same_letters(std::string a, std::string b);

/// With its first letter, an ASCII one, raised.
std::string capitalised(std::string word);

/// The ASCII letters of a word, as written.
std::string letters_of(std::string_view word);

}  // namespace dateline::entity
