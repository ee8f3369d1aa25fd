// A document's tokens as the finding of names looks at them: each with its letters folded, its capitals judged, its sentence known.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"

namespace dateline::entity {

struct Word {
  std::string_view text;
  std::string lower;           ///< lower case, straight apostrophes
  std::string plain;           ///< as written, letters without marks, straight apostrophes
  std::uint32_t sentence = 0;  ///< in Extraction::sentences
  bool capital = false;        ///< begins with a capital letter
  bool all_capitals = false;   ///< two letters or more, none lower case
  bool letters = false;        ///< has a letter
  bool gap = true;             ///< white space stands before it
  bool first = false;          ///< its capital may be owed to its place: first of a sentence, of a quote, after a colon
  bool quoted = false;         ///< between quotation marks
};

/// One document while its entities are found. Holds references to the document and the extraction.
struct Page {
  Page(const Document& read, const Extraction& found);

  const Document& document;
  const Extraction& extraction;
  std::vector<Word> words;  ///< one a token
  std::vector<char> loose;  ///< one a sentence: its capitals say nothing (a headline in title case, a line in capitals)
  std::vector<std::vector<std::uint32_t>>
      below;            ///< one a token: its dependents, in order; empty when nothing was parsed
  bool parsed = false;  ///< heads and tags are filled
  bool tagged = false;  ///< some token carries a name label

  const Sentence& sentence(std::uint32_t token) const { return extraction.sentences[words[token].sentence]; }
  std::string_view relation(std::uint32_t token) const;  ///< "" when not parsed
  std::string_view lemma(std::uint32_t token) const;     ///< the lower-case form when not parsed
  std::int32_t head(std::uint32_t token) const { return extraction.tokens[token].head; }
  /// The Penn tag.
  std::string_view tag_in_full(std::uint32_t token) const { return extraction.strings[extraction.tokens[token].xpos]; }
  Upos tag(std::uint32_t token) const { return extraction.tokens[token].upos; }
  /// The words of a run as written, white space squeezed.
  std::string text(Span tokens) const;
  /// Place in the document's bytes.
  Span bytes(Span tokens) const;
  /// The token of a run that hangs on a word outside it; the last one when nothing was parsed.
  std::uint32_t head_of(Span tokens) const;
  /// Whether a dependent of `token` carries this relation, subtype or not ("nsubj" takes "nsubj:pass"); its index, or -1.
  std::int32_t dependent(std::uint32_t token, std::string_view relation) const;
  /// The subject of the verb that has `token` as its object, also of one joined to a verb before it; -1 for none.
  std::int32_t subject_over(std::uint32_t token) const;
};

/// Whether a relation is `base` or one of its subtypes.
bool is_relation(std::string_view relation, std::string_view base);

/// Letters without marks, straight apostrophes.
std::string plain_form(std::string_view text);

}  // namespace dateline::entity
