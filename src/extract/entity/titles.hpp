// Titles and offices before a name: "Deputy Foreign Minister", "former US Secretary of State".
#pragma once

#include <optional>

#include "extract/entity/page.hpp"
#include "extract/entity/rules.hpp"

namespace dateline::entity {

struct TitlePlace {
  Span tokens;  ///< the title with the modifiers before it
  Span word;    ///< the title alone
  Title title;
};

/// The longest title form that begins at `begin` and ends by `end`; nothing when none does.
std::optional<TitlePlace> title_at(const Page& page, const Rules& rules, std::uint32_t begin, std::uint32_t end);

/// The title that ends just before `end`, with its modifiers, not reaching before `floor`.
std::optional<TitlePlace> title_before(const Page& page, const Rules& rules, std::uint32_t floor, std::uint32_t end);

}  // namespace dateline::entity
