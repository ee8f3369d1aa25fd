// What kind of thing a capitalised run names, and whether it is a name at all: labels, given names, the words around, the rest of the document.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/entity/name_finder.hpp"

namespace dateline::entity {

/// What a document says about its capitals and its countries, gathered before and after its names are read.
class Evidence {
 public:
  Evidence(const Page& page, const Rules& rules);

  /// False for a name that many countries have when the document does not speak of this one's.
  bool allows(const Gazetteer::Match& match) const;
  /// Of several things of one name ("Georgia") that whose country the document speaks of most; null when none is a name.
  const Known* likeliest(const Gazetteer::Match& match) const;
  /// Whether the word at the head of a sentence is a name: capitalised elsewhere too, or tagged so.
  bool proper(const Page& page, std::uint32_t token) const;
  /// Whether letters stand in brackets somewhere, as an acronym does that is introduced.
  bool is_acronym(const std::string& plain) const { return acronyms_.contains(plain); }
  /// "May resigned": a surname of the document, though the word is a month or a verb too, before a verb or "'s".
  bool is_called(const Page& page, std::uint32_t token) const;
  bool is_surname(const std::string& plain) const { return surnames_.contains(plain); }

  /// Keeps the names found, for sentences whose capitals say nothing.
  void learn(const Page& page, const std::vector<NameMention>& names);
  /// Tokens of the longest name learnt that stands at `begin`; 0 for none. `seen` is one mention of it.
  std::uint32_t longest(const Page& page, std::uint32_t begin, std::uint32_t end, const NameMention*& seen) const;

 private:
  void learn_labelled_surname(const Page& page, const Rules& rules, std::uint32_t begin, std::uint32_t end);

  WordSet capital_inside_;
  WordSet small_;  ///< words seen without a capital
  WordSet surnames_, acronyms_;
  bool is_spoken_of(const Gazetteer::Match& match, int count) const;

  std::map<std::string, int> countries_;  ///< how often the document speaks of each, ambiguous names left out
  int most_told_ = 0;                     ///< how often of the one that it speaks of most
  std::map<std::string, std::vector<NameMention>> learnt_;  ///< by first word, lower case
  const WordSet* family_first_;
};

/// The tagger's label over a run.
struct Label {
  Span tokens;
  std::optional<EntityKind> kind;
  bool whole = false;  ///< one label from the first to the last word
};
Label label_of(const Page& page, Span run);
/// One name of a person by the tagger, from the first to the last word.
bool is_person_label(const Page& page, Span span);
/// One name of no person: "St. Louis Hospital", "General Dynamics".
bool is_thing_label(const Page& page, Span span);
bool label_begins(const Page& page, std::uint32_t token);
/// The labelled run that begins at `begin`; kind is empty when none does.
Label labelled_run(const Page& page, std::uint32_t begin, std::uint32_t end);

/// "Kestrel Guarantee", "Commerce Department Veterans": the run without common words, by their tags, after what the tagger calls a name.
Span without_common_end(const Page& page, const Rules& rules, Span run);

/// "Remarked Center ...", "Ecologist Ryan ...": a common word by its tag before a name by its label.
bool is_common_opener(const Page& page, const Rules& rules, std::uint32_t token);

bool is_given_name(const Page& page, const Rules& rules, std::uint32_t token);
Gender given_gender(const Page& page, const Rules& rules, Span run);

/// "Tiger Woods", "Linda Church": a given name before a head that is a surname too.
bool looks_like_person(const Page& page, const Rules& rules, Span run);

/// Whether the words before a run say that it is a place: "in X", "the city of X".
bool place_before(const Page& page, const Rules& rules, Span run);
bool place_noun_before(const Page& page, const Rules& rules, Span run);

/// The reading of a known name that fits here; null when it names nobody ("in English").
const Known* choose_reading(const Page& page, const Rules& rules, const Evidence& evidence, Span run,
                            const Gazetteer::Match& match);

struct Guess {
  bool is_name = false;
  EntityKind kind = EntityKind::other;
  std::string finer;
  bool sure = false;
  bool told = false;  ///< a noun beside the name says so
};
/// The kind of a run that no table knows.
Guess guess_kind(const Page& page, const Rules& rules, const Evidence& evidence, Span run);

/// Kinds that were only guessed follow the sure ones of the same name in the document.
void settle_guesses(const Page& page, const Rules& rules, std::vector<NameMention>& names);

}  // namespace dateline::entity
