// Event mentions of all documents, with the merged entities in place of the local ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/merge/entities.hpp"
#include "graph/merge/event_rules.hpp"

namespace dateline::merging {

inline constexpr std::string_view place_role = "place";
constexpr std::uint32_t lead_sentences = 3;  ///< what an article is about stands there; the headline is one of them
constexpr std::uint32_t near_sentences = 3;  ///< so far apart at most are tellings beside each other

/// What is known of a number that is told as a part of another one, or of which parts are told.
struct PartOfNumber {
  bool is_part = false, is_whole = false;
  std::vector<std::uint32_t>
      apart;  ///< numbers of tellings: its whole, its parts, other parts of its whole; sorted, unique
  std::vector<std::pair<std::string, double>>
      others;  ///< role and value: the counts of its whole and parts; sorted, unique
};

struct Telling {
  std::uint32_t document = 0;
  std::uint32_t index = 0;  ///< in Findings::events of the document
  const EventMention* mention = nullptr;
  const EventType* type = nullptr;    ///< null for a type that the ontology does not know
  std::vector<Participant> who;       ///< in the roles of the type's family; sorted, unique; without the place
  std::vector<std::uint32_t> told;    ///< the same entities in the order of the mention
  std::vector<std::uint32_t> places;  ///< the place and participants in the role of one
  std::vector<std::uint32_t> cities;  ///< known ones that the sentence names; sorted, unique
  std::vector<std::uint64_t> words;   ///< of the sentence, hashed; sorted, unique
  std::uint64_t wording = 0;          ///< of the sentence word by word, the place of the trigger in it, type and rule
  std::uint64_t surroundings = 0;     ///< the words around the trigger and the type; 0 where they are few
  std::uint32_t sentence = 0;         ///< its number in the document, from 1
  bool headline = false;              ///< in the title of its document
  bool quotes = false;                ///< the sentence quotes somebody
  bool plural = false;                ///< the trigger ends like a noun in the plural
  std::string trigger;                ///< the first word of the trigger, in plain letters
  /// Whether the trigger points back to something told before ("the meeting").
  enum class Reference { fresh, back } reference = Reference::fresh;
  /// Whether somebody without a name takes part whom the sentence takes as known ("the aircraft").
  bool known_people = false;
  /// The word before the trigger that sets it apart from others of its document ("another", "second"); "" for none.
  std::string apart;
  PartOfNumber number;
};

/// In the order of documents and of their events. Mentions whose indices point nowhere are left out.
std::vector<Telling> tellings(const Readings& readings, const EntityTable& entities, const EventRules& rules,
                              const NameRules& names);

/// Whether it is told as having happened.
inline bool is_fact(const EventMention& mention) {
  return !mention.negated && (mention.status == Status::asserted || mention.status == Status::claimed);
}

/// Whether both are told by one word or one row of the tables.
bool same_word(const Telling& left, const Telling& right);

/// Share of the words of the shorter sentence that the other has as well, 0 to 1.
double common_words(const Telling& left, const Telling& right);

}  // namespace dateline::merging
