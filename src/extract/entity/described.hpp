// Definite descriptions of persons: "the singer", "the suspect", "the 34-year-old", "the two men" take up who was named before.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "extract/entity/nominal_phrase.hpp"
#include "extract/entity/scene.hpp"

namespace dateline::entity {

/// What the names themselves say of persons: the words of their titles and their ages. Before resolve().
void read_descriptions(const Page& page, const Rules& rules, const std::vector<NameMention>& names, Cast& cast);

/// Holds references; looks at what was spoken of so far.
class Describer {
 public:
  Describer(const Page& page, const Rules& rules, const Cast& cast, const Scene& scene)
      : page_(page), rules_(rules), cast_(cast), scene_(scene) {}

  /// The person whom a definite singular phrase takes up; none when unsure.
  std::optional<std::uint32_t> person(const NominalPhrase& phrase) const;

  /// "the 34-year-old", by its last word.
  std::optional<std::uint32_t> someone_of_age(std::uint32_t token) const;

  /// "the Brazilian": the person of that country spoken of last.
  std::optional<std::uint32_t> someone_of(const Seen& people) const;

  /// "the pair", "both countries": the two in view, or nobody; nothing for a phrase that is none of this kind.
  std::optional<std::vector<std::uint32_t>> pair(const NominalPhrase& phrase) const;

  /// "the senators", "the brothers", "the two men": all of those whom the last sentences name; empty when unsure.
  std::vector<std::uint32_t> several(const NominalPhrase& phrase) const;

  /// "Founded a new group. Lee joined the group": whether a nameless one of the kind was told of first, within so many sentences.
  bool was_introduced(const NominalPhrase& phrase, std::uint32_t reach) const;

 private:
  bool may_take_up(const NominalPhrase& phrase) const;
  bool is_told_apart(std::uint32_t head) const;
  bool fits(const Member& member, const NominalPhrase& phrase) const;
  bool is_described(const Member& member, const Nominal& noun) const;
  bool was_accused(const Trace& trace) const;
  std::optional<std::uint32_t> by_description(const NominalPhrase& phrase) const;
  std::optional<std::uint32_t> by_accusation(const NominalPhrase& phrase) const;
  std::vector<std::uint32_t> list_before(std::uint32_t token, std::uint32_t reach, std::size_t count,
                                         const std::function<bool(const Member&)>& right) const;
  std::optional<std::uint32_t> only_one(const NominalPhrase& phrase) const;

  const Page& page_;
  const Rules& rules_;
  const Cast& cast_;
  const Scene& scene_;
};

/// The number before a word for age, joined to it with hyphens ("34-year-old"), as written; "" for none. `token` is the last word.
std::string age_at(const Page& page, const Rules& rules, std::uint32_t token);

}  // namespace dateline::entity
