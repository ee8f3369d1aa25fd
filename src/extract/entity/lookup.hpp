// What the entities of a document are asked when events are built: who a word stands for, which words name someone, and
// a nominal entity for a phrase that has none yet.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "extract/entity/nominals.hpp"
#include "extract/entity/page.hpp"

namespace dateline {

/// Whether it is called by its name anywhere.
inline bool has_name(const LocalEntity& entity) {
  return std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [](const EntityMention& mention) { return mention.form == MentionForm::name; });
}

/// Whether something can happen in what is of this kind.
inline bool is_where(EntityKind kind) {
  return kind == EntityKind::place || kind == EntityKind::country || kind == EntityKind::facility;
}

/// Made for one document after EntityFinder ran; holds references to its three arguments. Token places are indices into
/// Extraction::tokens, entities indices into Extraction::entities.
class EntityLookup {
 public:
  /// A mention as tokens. `entities` has several members for a plural such as "the pair" or a "they" that stands for
  /// two people.
  struct Place {
    Span tokens;             ///< the whole mention, without determiner
    std::uint32_t head = 0;  ///< the token that the rest of the sentence hangs the mention on
    MentionForm form = MentionForm::name;
    std::vector<std::uint32_t> entities;
  };

  EntityLookup(const Document& document, Extraction& extraction, const Nominals& nominals);

  /// The entities whose mention has `token` as its head, or whose title it is ("Minister" of "Foreign Minister Sato"); none for any
  /// other word. For arguments of verbs.
  const std::vector<std::uint32_t>& headed_by(std::uint32_t token) const;
  /// The entities of the smallest mention that holds `token` anywhere; none when no mention does.
  std::vector<std::uint32_t> covering(std::uint32_t token) const;
  /// How many mentions there are; it grows when nominal entities are made.
  std::size_t size() const { return places_.size(); }
  /// The mention behind `covering`.
  const Place* place(std::uint32_t token) const;

  /// The entities of the noun phrase that `token` heads: those of its mention, else a nominal entity, made now (or
  /// found again under the same name) when the head is a noun that can take part in events (Nominals) or `any_noun`
  /// allows every common noun. None for other words (verbs, numbers, times, unresolved pronouns).
  enum class Make { known_nouns, any_noun };
  std::vector<std::uint32_t> of_phrase(std::uint32_t token, Make make = Make::known_nouns);

  /// "The 24-year-old": an adjective of age, joined to its number by hyphens, that stands for a person.
  bool is_someone_of_age(std::uint32_t token) const;

  /// A nominal entity under a name of the caller's choice with one mention, made now or found again under that name and
  /// kind.
  std::uint32_t make(Span tokens, std::string name, EntityKind kind);

  /// The noun phrase that `token` heads as an entity would be named: "some 10,000 North Korean troops" -> "North Korean
  /// troops".
  std::string phrase_name(std::uint32_t token) const;
  /// Its tokens: premodifiers to head, determiner and number left out; with a complement of "of" when the head asks for
  /// one.
  Span phrase(std::uint32_t token) const;

 private:
  void put(Place place);
  void read_mentions();
  Span tokens_of(Span bytes) const;
  const Place* beside(std::uint32_t token) const;
  /// The place that "port of", "city of" introduces; null when `token` is no such noun.
  const Place* introduced(std::uint32_t token) const;
  bool is_person(const Place& place) const;
  /// "A law to ban knives", which "the law" takes up wherever it stands.
  std::uint32_t make_full(std::uint32_t token, const std::string& bare, const std::string& full, EntityKind kind);

  Extraction& extraction_;
  const Nominals& nominals_;
  entity::Page page_;
  std::map<std::pair<std::string, EntityKind>, std::uint32_t> by_name_;  ///< entities by lower-case name
  std::deque<Place> places_;            ///< which stay where they are when more are made
  std::vector<std::int32_t> smallest_;  ///< for each token its smallest place, or -1
  std::vector<std::int32_t> headed_;    ///< for each token the place that it heads, or -1
};

/// Leaves out the entities that have no name and that no event and no relation speaks of; indices everywhere follow. For the end
/// of the event stage, which alone knows.
void drop_unused_nominals(Extraction& extraction);

}  // namespace dateline
