// Words that say how real something is: modals, "reportedly", "plan to", "deny", "in case of". Rows of resources/en/event/cues.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/base/word_map.hpp"
#include "dateline/model/findings.hpp"
#include "dateline/resources.hpp"

namespace dateline {

/// What a cue does to what stands in its scope.
enum class Effect {
  none,    ///< leaves it as it is: "began to"
  report,  ///< says so: asserted or claimed by who speaks about whom
  claimed,
  denied,
  planned,
  urged,
  hypothetical,
  negated,      ///< "not", "failed to"
  conditional,  ///< "would": planned inside what was said, else hypothetical
  possible,     ///< "may": what is said may have been is claimed, what a speaker may do is planned, else hypothetical
  not_yet       ///< "before": hypothetical in the present tense
};

/// Where a cue stands to what it speaks of.
enum class CueKind {
  clause,      ///< a word that governs the clause
  infinitive,  ///< a word that governs the infinitive; asked before `clause`
  object,      ///< a word that has it as object, passive subject or "of" phrase
  phrase,      ///< a word that has it in a prepositional phrase ("call" + "for")
  auxiliary,
  adverb,
  adjective,
  determiner,
  preposition,
  conjunction,  ///< the mark of its clause
  source        ///< the preposition of who says so: "according to"
};

struct Cue {
  std::string id;
  CueKind kind = CueKind::clause;
  std::string with;  ///< the preposition of a phrase cue
  Effect effect = Effect::none;
};

class Cues {
 public:
  /// Throws Error{resource} on a bad row.
  explicit Cues(const Resources& resources);

  /// Null when the word is no cue of that kind.
  const Cue* find(CueKind kind, std::string_view lemma, std::string_view with = {}) const;

 private:
  WordMap<std::vector<Cue>> cues_;  ///< by lemma
};

/// The outer status laid over the inner one: what is denied, urged or supposed stays so whoever speaks of it.
Status combined(Status inner, Status outer);
/// The plain status of an effect; nothing for those that depend on more.
std::optional<Status> status_of(Effect effect);

}  // namespace dateline
