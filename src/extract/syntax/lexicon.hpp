// What is known of words beyond the annotated sentences: meaning classes of words, and lists of names. Both are hashed
// into the model when it is trained.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/syntax/key_table.hpp"

namespace dateline::syntax {

/// Kinds of a name or of a word beside names; a name may have several.
enum NameClass : std::uint8_t {
  class_person = 1,
  class_place = 2,
  class_organization = 4,
  class_people = 8,     ///< adjectives and nouns of nations
  class_given = 16,     ///< given names
  class_title = 32,     ///< offices and forms of address
  class_head = 64,      ///< last or first words of the names of organizations
  class_surname = 128,  ///< last words of the names of persons
};

/// Parts of a meaning class: the first sense as a noun, as a verb, and whether it may be an adjective or an adverb.
inline constexpr std::uint16_t noun_class_bits = 31 << 6, verb_class_bits = 15 << 2, adjective_class_bits = 3;

struct LexiconEntry {
  std::uint32_t key;
  std::uint16_t value;
};

struct LexiconLists {
  std::vector<LexiconEntry> words;  ///< word_key to meaning class, by key
  std::vector<LexiconEntry> names;  ///< name_key to NameClass bits, by key
};

/// Greatest number of tokens of a listed name, and numbers of classes.
inline constexpr std::size_t longest_name = 5;
inline constexpr std::uint32_t word_classes = 2048;
inline constexpr std::uint32_t name_classes = 512;

/// The key of a name: its normalised words with single spaces, upper and lower case kept.
std::uint32_t name_key(std::string_view name);

class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(const LexiconLists& lists);

  /// 0 for an unknown word, otherwise below word_classes.
  std::uint32_t word_class(std::uint32_t key) const;
  /// For every word 0, or below name_classes: which kinds of names cover it (the longest match from the left) and whether
  /// it begins one.
  void match_names(std::span<const std::string> words, std::vector<std::uint32_t>& out) const;

 private:
  KeyTable words_, names_;
};

}  // namespace dateline::syntax
