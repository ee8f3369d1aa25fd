// What the stages of extract hand to each other about one document. Places are bytes of Document::text or token indices;
// indices point only inside the same Extraction. What leaves extract is Findings (findings.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/base/word_map.hpp"
#include "dateline/model/date.hpp"
#include "dateline/model/document.hpp"
#include "dateline/model/findings.hpp"
#include "dateline/model/span.hpp"

namespace dateline {

/// Universal POS tags (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  X,
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB
};
std::string_view name(Upos tag);
Upos upos_named(std::string_view text);  ///< X for anything unknown

/// Name labels from the tagger, in BIO form. `event`-like names are `other`.
enum class NameTag : std::uint8_t { O, B_PER, I_PER, B_ORG, I_ORG, B_LOC, I_LOC, B_OTHER, I_OTHER };

/// Strings that many tokens share (lemmas, tags, relations), held once. Ids count from 0; id 0 is "".
class StringPool {
 public:
  StringPool();
  std::uint32_t id(std::string_view text);
  const std::string& operator[](std::uint32_t id) const { return strings_[id]; }
  std::size_t size() const { return strings_.size(); }

 private:
  std::vector<std::string> strings_;
  WordMap<std::uint32_t> ids_;
};

inline constexpr std::int32_t no_head = -1;

struct Token {
  Span bytes;                   ///< in Document::text
  std::uint32_t lemma = 0;      ///< in Extraction::strings, lower case unless a proper noun
  std::uint32_t xpos = 0;       ///< in Extraction::strings; Penn Treebank tag ("VBD")
  std::uint32_t deprel = 0;     ///< in Extraction::strings; Universal Dependencies relation with subtype ("nsubj:pass")
  std::int32_t head = no_head;  ///< token index of the head in Extraction::tokens; no_head for the root of a sentence
  Upos upos = Upos::X;
  NameTag name = NameTag::O;
  float confidence = 1;  ///< probability of head and relation, 0 to 1
};

struct Sentence {
  Span tokens;              ///< in Extraction::tokens
  Span bytes;               ///< in Document::text: the sentence as a quote, closing quotation marks included
  std::uint32_t block = 0;  ///< in Document::blocks
};

/// One step of the reasoning, for `dateline explain`; `parent` is an index into Extraction::steps or -1.
struct Step {
  int parent = -1;
  std::string rule;
  std::string what;
};

/// Words that stand for entities without being a mention: for several at once ("the pair", "both leaders", "they"), or for the person
/// named right after them ("Foreign Minister").
struct PluralMention {
  Span tokens;  ///< in Extraction::tokens
  std::vector<std::uint32_t> entities;
};

/// A length of time that counts from something told beside it: "three days after the attack".
struct EventAnchor {
  std::uint32_t time = 0;   ///< index into Extraction::times
  std::uint32_t head = 0;   ///< token: the noun or verb that tells what happened
  std::uint32_t words = 0;  ///< token: where the words that tell it begin
  int side = 0;             ///< 1 after it, -1 before it, 0 then
  bool lasts = false;       ///< all of the time up to there: "for three days after the attack"
  std::string length;       ///< TIMEX3: "P3D", "PXW" for a vague number
  std::optional<std::uint32_t> dated_by =
      {};  ///< the time expression that says when it happened: "the attack on 4 May"
};

struct Extraction {
  StringPool strings;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<TimeMention> times;          ///< spans in bytes here, in text order
  std::vector<LocalEntity> entities;       ///< spans of their mentions in bytes here
  std::vector<PluralMention> plurals;      ///< in text order
  std::vector<EventMention> events;        ///< spans in bytes here, in text order
  std::vector<RelationMention> relations;  ///< spans in bytes here
  std::vector<Span> time_tokens;           ///< the tokens of each time mention, beside `times`
  std::vector<EventAnchor> event_anchors;  ///< in text order
  std::vector<Step> steps;                 ///< only when asked for
  std::string anchor_edtf;  ///< where relative dates are counted from, when it is not the publication date
  std::string anchor_why;

  std::string_view text(const Document& document, const Token& token) const {
    return std::string_view(document.text).substr(token.bytes.begin, token.bytes.size());
  }
};

}  // namespace dateline
