// Noun phrases by the tree, and the name a nominal goes by.
#pragma once

#include <string>

#include "extract/entity/nominals.hpp"
#include "extract/entity/page.hpp"

namespace dateline::entity {

/// The noun with the modifiers that stand before it and, the "of" phrase after it; determiners and numbers
/// at the front are left out, relative clauses and other phrases too.
Span phrase_of(const Page& page, const Nominals& nominals, std::uint32_t head);

/// The same with what it is about, where a bare noun says too little: "law to ban knives", "restrictions on travel".
Span with_matter(const Page& page, const Nominals& nominals, std::uint32_t head);

/// Its possessor's head ("its", "Kyiv's"), or -1.
std::int32_t possessor_of(const Page& page, std::uint32_t head);

}  // namespace dateline::entity
