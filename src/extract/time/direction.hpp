// Which way the clause of a time expression looks: the tense of its verb when the parser has run, else careful signs
// near by.
#pragma once

#include <string_view>
#include <unordered_map>

#include "dateline/model/extraction.hpp"
#include "dateline/resources.hpp"
#include "extract/time/expression.hpp"

namespace dateline::time {

class Directions {
 public:
  /// Reads en/time/cues. Throws Error{resource} on a bad row.
  explicit Directions(const Resources& resources);

  /// For the tokens of an expression in its sentence; `day` when it names a day ("Friday", "4 May").
  Direction of(const Document& document, const Extraction& extraction, const Sentence& sentence, Span tokens,
               bool day) const;

 private:
  enum class Cue {
    none,
    modal,
    perfect,
    schedule,
    plan,
    decide,
    until,
    by,
    since,
    past,
    timetable,
    infinitive,
    target,
    lasting,
    telling,
    clause,
    coming,
    before
  };
  /// What stands before the expression, apart from tense.
  Cue preposition(const Document& document, const Extraction& extraction, const Sentence& sentence, Span tokens) const;
  Cue cue(const Document& document, const Extraction& extraction, std::uint32_t token) const;
  Cue lemma_cue(const Document& document, const Extraction& extraction, std::uint32_t token) const;
  Direction from_words(const Document& document, const Extraction& extraction, const Sentence& sentence,
                       Span tokens) const;
  Direction from_syntax(const Document& document, const Extraction& extraction, const Sentence& sentence, Span tokens,
                        bool day) const;
  /// What the words right before the expression say, whatever the tree: "said Friday", "due to open on Friday".
  Direction from_neighbours(const Document& document, const Extraction& extraction, const Sentence& sentence,
                            Span tokens, Cue preposition, bool day) const;
  /// "ran until Friday" is past, "closed until Friday" is not.
  bool lasted(const Document& document, const Extraction& extraction, const Sentence& sentence,
              std::uint32_t head) const;
  /// "Until his next appearance in court on Friday", however the parser hangs it.
  bool is_awaited(const Document& document, const Extraction& extraction, const Sentence& sentence, Span tokens) const;
  /// "Was to meet on Monday", "had been due to open on Friday": what lay ahead then may be over by now.
  bool lay_ahead(const Document& document, const Extraction& extraction, const Sentence& sentence, Span tokens) const;
  /// "It was not until Friday that ..."
  bool is_past_predicate(const Extraction& extraction, const Sentence& sentence, std::uint32_t token) const;
  /// "(Said) it was due to open": in what somebody says, what lay ahead then mostly still does.
  bool is_reported(const Extraction& extraction, const Sentence& sentence, std::uint32_t token) const;
  Direction of_verb(const Document& document, const Extraction& extraction, const Sentence& sentence,
                    std::uint32_t verb, Cue preposition, int depth, bool day) const;

  std::unordered_map<std::string, Cue> cues_;
  std::vector<std::string> past_endings_;
};

}  // namespace dateline::time
