// A nominal as read: whose, how many, of which country, and the name it goes by.
#pragma once

#include <string>

#include "extract/entity/cast.hpp"

namespace dateline::entity {

struct NominalPhrase {
  const Nominal* noun = nullptr;
  std::uint32_t head = 0;
  Span tokens;
  std::string name;  ///< "North Korean troops" for "its troops"
  EntityKind kind = EntityKind::group;
  std::string country;                  ///< ISO code said by an adjective, a possessor or a complement; "" for none
  std::optional<std::uint32_t> holder;  ///< the member that said it
  Span own;                             ///< the tokens of the noun and its modifiers without country and possessor
  bool many = false;
  bool definite = false;
  bool indefinite = false;
  bool possessed = false;
  bool complement = false;
  std::size_t count = 0;               ///< "the two", "both", "all three": how many; 0 when not said
  bool bare = false;                   ///< the noun alone
  std::vector<std::string> modifiers;  ///< lower case, of `own`

  /// Whether each modifier ("foreign" in "the foreign minister") stands in an office's text (lower case, spaces around).
  bool fits_modifiers(const std::string& office) const;
};

/// Whether a class noun ("company") takes up a name of this kind.
bool takes(const Nominal& noun, const Member& member);

class NominalReader {
 public:
  NominalReader(const Page& page, const Rules& rules, Cast& cast) : page_(page), rules_(rules), cast_(cast) {}

  NominalPhrase read(std::uint32_t head, const Nominal& noun) const;

  /// "Vice President" is no "president", "former minister" no "minister", unless the phrase says so too.
  bool is_lesser(const Office& office, const NominalPhrase& phrase) const;
  /// "Okoro, the Nigerian foreign minister": an office for the member.
  void add_office(std::uint32_t member, const NominalPhrase& phrase) const;

  /// "Served as the governor of Ohio": the post and nobody who holds it.
  bool is_post(std::uint32_t head) const;

 private:
  void read_country(NominalPhrase& phrase) const;
  void read_origin(NominalPhrase& phrase) const;
  void read_determiners(NominalPhrase& phrase) const;
  void name_it(NominalPhrase& phrase) const;

  const Page& page_;
  const Rules& rules_;
  Cast& cast_;
};

}  // namespace dateline::entity
