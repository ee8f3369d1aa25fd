// What resources/en/entity says, typed: sets of words, gazetteer, titles, given names, heads of names, pronouns.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/base/word_map.hpp"
#include "dateline/resources.hpp"
#include "extract/entity/gazetteer.hpp"
#include "extract/entity/nominals.hpp"

namespace dateline::entity {

/// What a name is by its last (or first) word.
struct Head {
  EntityKind kind = EntityKind::other;
  std::string finer;   ///< "company", "region", "holiday"
  bool leads = false;  ///< may begin the name: "Lake Chad", "Hurricane Katrina"
};

struct Title {
  enum class Use { office, rank, honorific, role } use = Use::office;
  Gender gender = Gender::unknown;
  std::string relation;  ///< between the person and the country or organization before the title; "" for none
};

struct Pronoun {
  Gender gender = Gender::unknown;
  Number number = Number::singular;
  enum class Use { subject, object, possessive, reflexive } use = Use::subject;
  bool first_person = false;
};

struct Rules {
  /// Throws Error{resource} on a bad row.
  explicit Rules(const Resources& resources);

  /// Whether `word` (lower case) is in the set of words.tsv with this id. Throws Error{resource} for an id that the table lacks.
  const WordSet& words(std::string_view id) const;

  Gazetteer gazetteer;
  Nominals nominals;
  std::map<std::string, Title, std::less<>> titles;  ///< by form as written, words joined by one space
  std::size_t longest_title = 1;                     ///< words
  WordMap<Gender> given_names;                       ///< letters without marks
  WordSet family_first;
  WordMap<Head> heads;        ///< as written
  WordMap<Pronoun> pronouns;  ///< lower case
  std::map<std::string, WordSet, std::less<>> sets;

  // The sets asked for at every word, found once.
  const WordSet &particle, &name_link, &determiner, &indefinite, &number_word, &no_name, &calendar, &title_modifier,
      &name_suffix, &direction, &place_preposition, &seat_preposition, &place_noun_before, &place_noun_after,
      &government_preposition, &government_noun, &acting_excluded, &say, &language, &language_cue, &former,
      &region_noun, &pair, &definite, &complement, &no_entity, &lesser, &possessive_part, &numbered_name, &other_party,
      &genitive, &holder_of_place, &and_word, &head_on, &on_link, &opener, &surname_head, &publishing, &member_noun,
      &site_head, &inside, &prefix, &era, &own_noun, &lone_class, &generation, &storm, &regnal, &aged, &age_word,
      &accusing, &standing_accused, &accused_noun, &any_person, &young_person, &pair_noun, &epithet, &three, &four,
      &addressing, &side_noun, &as_word, &naming, &origin, &university, &at_word, &quantifier, &all_word, &name_article,
      &telling, &some_of, &done_to, &alias_joint, &alias_noun, &alias_verb, &speaks_for;
};

}  // namespace dateline::entity
