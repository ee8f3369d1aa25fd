// Names that stand beside the noun that tells what they are: "Okoro, the Nigerian envoy", "the envoy, Okoro", "Okoro is the envoy".
#pragma once

#include <optional>

#include "extract/entity/nominal_phrase.hpp"

namespace dateline::entity {

class Beside {
 public:
  Beside(const Page& page, const Rules& rules, const Cast& cast) : page_(page), rules_(rules), cast_(cast) {}

  /// The member whose name stands beside a nominal; none when it has no such name.
  std::optional<std::uint32_t> named_beside(const NominalPhrase& phrase) const;

  /// The member of a kind that no noun takes up ("Harbour Days, an annual festival"), by apposition alone; none for persons.
  std::optional<std::uint32_t> described_beside(const NominalPhrase& phrase) const;

 private:
  std::optional<std::uint32_t> named_by_participle(const NominalPhrase& phrase) const;
  std::optional<std::uint32_t> named_before(const NominalPhrase& phrase) const;
  std::optional<std::uint32_t> fitting(std::uint32_t token, const NominalPhrase& phrase) const;

  const Page& page_;
  const Rules& rules_;
  const Cast& cast_;
};

}  // namespace dateline::entity
