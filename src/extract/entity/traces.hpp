// How somebody who was spoken of stands to a pronoun by the tree alone.
#pragma once

#include "extract/entity/scene.hpp"

namespace dateline::entity {

/// "Speaking to Ann Lee, he said": she stands beside a participle that has the pronoun as its subject.
bool beside_participle(const Page& page, const Trace& trace, std::uint32_t token);

/// "In an interview with Ann Lee, she said": she is the other party of the clause that the pronoun is the subject of.
bool is_other_party(const Page& page, const Rules& rules, const Trace& trace, std::uint32_t token);

/// "He was the longest serving member": only what is said of somebody.
bool is_predicate(const Page& page, const Trace& trace);

/// Of two subjects ("told the paper it would") the nearer one; -1 for none.
std::int32_t last_subject(const Page& page, std::uint32_t verb);

/// The subject of the clause that a pronoun stands in, said there or only understood: in "Norway told Chile to recall its ships" it is Chile; -1 for
/// none.
std::int32_t own_subject(const Page& page, std::uint32_t token);

/// "The king called for Lee and appointed him": the subject of the verbs that one without a subject is joined to; -1 for none.
std::int32_t shared_subject(const Page& page, std::uint32_t verb);

/// "The arrest of Ivan Petrov. He was held in Minsk": what is done to a pronoun was done to somebody whom a noun for such a deed tells of.
bool is_done_to(const Page& page, const Rules& rules, const Trace& trace, std::uint32_t token);

/// "The army faces anger and it is losing men": of the subject of a clause that is joined to another the subject of that one; -1 for none.
std::int32_t subject_of_joined_clause(const Page& page, std::uint32_t token);

/// "Lee's spokesman Ray Hale said he would stay": who speaks for somebody tells of him, and not of himself.
bool speaks_for_another(const Page& page, const Rules& rules, const Trace& trace, std::uint32_t token);

/// "He returned in 1920": the subject of the first sentence of a paragraph, which of a biography is whom it is about rather than who was named last.
bool opens_paragraph(const Page& page, std::uint32_t token);

/// "Harbour.com said its editor was held": whose the subject of a clause is that something tells, whatever kind of thing its name is. Bodies are
/// weighed against others.
std::optional<std::uint32_t> named_teller(const Page& page, const Rules& rules, const Cast& cast,
                                          std::uint32_t possessive);

/// "The jury": a common noun in the singular.
bool is_one_body(const Page& page, const Rules& rules, const Trace& trace);

/// "Reed and two of his sons": whether a word stands in what is joined to the first.
bool is_joined_to(const Page& page, std::uint32_t token, std::uint32_t first);

/// "Several said they wanted": who says it is told only by a number.
bool is_told_by_some(const Page& page, const Rules& rules, std::uint32_t token);

}  // namespace dateline::entity
