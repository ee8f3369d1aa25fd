// The names that tables know, found in a run of tokens whatever the tokenization: countries, places, organizations.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dateline/model/findings.hpp"
#include "dateline/resources.hpp"
#include "extract/entity/nominals.hpp"
#include "extract/entity/page.hpp"

namespace dateline::entity {

/// One reading of a known name.
struct Known {
  std::string key;   ///< "country:RU"
  std::string name;  ///< canonical
  EntityKind kind = EntityKind::place;
  std::string finer;    ///< "city", "company", "militant"
  std::string country;  ///< ISO 3166-1 alpha-2; "" for none
  enum class Use : std::uint8_t {
    name,
    adjective,  ///< "Russian", before a noun
    people      ///< "Russians"
  } use = Use::name;
  Number number = Number::singular;
  bool capital = false;  ///< seat of its country's government
  bool local = false;    ///< many countries have one of this name: only where the text speaks of this one
  bool seat = false;     ///< a building too ("in the Kremlin")
};

class Gazetteer {
 public:
  /// Reads en/entity/{countries,places,organizations,things}. Throws Error{resource} on a bad row.
  explicit Gazetteer(const Resources& resources);

  struct Match {
    std::uint32_t tokens = 0;         ///< 0 for none
    std::span<const Known> readings;  ///< names before adjectives before people
    const Known* as(Known::Use use) const;
  };

  /// The longest known name that begins at token `begin` and ends by `end`.
  Match longest(const Page& page, std::uint32_t begin, std::uint32_t end) const;

  /// The readings of a form as written; empty for none.
  std::span<const Known> find(std::string_view form) const;

  /// The adjective of a country ("North Korean" for KP); "" when it has none.
  std::string_view adjective_of(std::string_view country) const;
  /// The country behind a code, as a name reading; null for an unknown code.
  const Known* country(std::string_view code) const;

 private:
  struct Entry {
    std::string form;
    std::vector<Known> readings;
  };
  /// Where to look for a form: the entries that begin with its first byte.
  std::span<const Entry> beginning_like(std::string_view form) const;

  std::array<std::uint32_t, 257> begins_{};                      ///< by first byte: its first entry
  std::vector<Entry> entries_;                                   ///< by form
  std::vector<std::pair<std::string, std::string>> adjectives_;  ///< by country code
  std::vector<Known> countries_;                                 ///< by code
};

}  // namespace dateline::entity
