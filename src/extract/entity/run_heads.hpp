// What the words of a capitalised run say by themselves: its head, its country, what a company's name ends with.
#pragma once

#include <string>

#include "extract/entity/page.hpp"
#include "extract/entity/rules.hpp"

namespace dateline::entity {

/// "GmbH", "S.A.", "PLC": endings that are no part of what a company is called are no longer than this.
inline constexpr std::size_t longest_company_ending = 4;

/// "Nurses Against the War", "Mothers Against Drunk Driving": people, a preposition with a capital, and their cause.
bool names_cause(const Page& page, const Rules& rules, Span run);

/// The head that ends a run, past a number ("World War Two"); null when its last word is none.
const Head* head_of_run(const Page& page, const Rules& rules, Span run);

/// The head before the first "of" or "for": "University" of "University of Cape Town"; null when there is none.
const Head* linked_head(const Page& page, const Rules& rules, Span run);

/// Whether the word at `at` says what a body is for: "Justice" in "Court of Justice".
bool is_matter_of_body(const Page& page, const Rules& rules, Span run, std::uint32_t at);

/// "the Senate of the state": a name that many countries have, said of another than the one that the text is about.
bool is_of_part(const Page& page, const Rules& rules, const Gazetteer::Match& match, std::uint32_t after);

/// "Harbour Days Canada": a country without a comma behind a name that is no person's belongs to it.
bool ends_in_country(const Page& page, const Rules& rules, Span run, std::uint32_t country);

/// "University of Oslo at Kjeller": a known body and where it is.
bool is_campus(const Page& page, const Rules& rules, const Known& name, std::uint32_t next);

/// "Some Democrats", "two Tories": a party's name in the plural, of some of its people.
bool counts_members(const Page& page, const Rules& rules, Span run);

/// The run without marks, determiners and links that stand at its ends: "Supreme Court of" that a date cut short.
Span trimmed(const Page& page, const Rules& rules, Span run);

/// What a lone word of direction names whose rest is said after the next: "North" of "North and South Korea"; null for none.
const Known* first_of_pair(const Page& page, const Rules& rules, Span run, std::uint32_t end);

/// The head that begins a run, or stands second in it: "Lake Victoria", "Hurricane Agnes", "Tropical Storm Agnes"; null for none.
const Head* leading_head(const Page& page, const Rules& rules, Span run);

/// Whether the calendar's word at `token` is part of a longer name: "National Unity Day", "Sunday Times", but not "Friday Toyota Motor".
bool is_part_of_day(const Page& page, const Rules& rules, Span run, std::uint32_t token);

/// "in 508 BC".
bool is_era(const Page& page, const Rules& rules, Span run);

/// Whether letters in brackets just after a run are its initials: "World Aid Group (WAG)".
bool introduces_letters(const Page& page, Span run);
/// "Transport for London (TfL)": the letters of every word, the small ones too.
bool is_spelled_out(const Page& page, Span run);

/// Whether a run is only what every company's name ends with.
bool is_corporate(const Page& page, const Rules& rules, Span run);

bool has_digit(const Page& page, Span run);

/// Whether the first word heads an organization's name: "Airways International" after "Thai".
bool leads_organization(const Page& page, const Rules& rules, Span run);

/// The country of the first known place in a run ("Kenya" in "Bank of Kenya"); "" for none.
std::string country_inside(const Page& page, const Rules& rules, Span run);

}  // namespace dateline::entity
