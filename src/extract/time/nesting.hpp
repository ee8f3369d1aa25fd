// What an expression says together with the longer ones that it lies in ("the Friday of the first week of May 1990").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "dateline/model/extraction.hpp"
#include "extract/time/narrative.hpp"
#include "extract/time/point.hpp"
#include "extract/time/rules.hpp"

namespace dateline::time {

/// The expression that this one lies in; nothing for none.
const Expression* outer_of(const std::vector<Expression>& all, const Expression& inner);

/// Whether it, or one that it lies in, names a day ("Friday", "the 20th").
bool names_day(const std::vector<Expression>& all, std::uint32_t index);

/// Whether a year is written in it.
bool writes_year(const std::vector<Expression>& all, std::uint32_t index);

/// "in March", "on 4 May", "that winter's end": a place in each year, and none named.
bool recurs(const std::vector<Expression>& all, std::uint32_t index);

/// "Yesterday", "today", "tomorrow": so many days from where the text counts.
bool counts_days(const Expression& expression);

/// For every token whether it stands in direct speech: "'It began this morning,' she said" tells nothing of the day that the text itself speaks of.
std::vector<bool> quoted_tokens(const Document& document, const Extraction& extraction);

/// A comma, a bracket or a dash.
bool is_divider(const Document& document, const Extraction& extraction, std::uint32_t token);

/// "At 2:45 a.m.": a time of day that names no day.
bool is_clock_alone(const std::vector<Expression>& all, std::uint32_t index);

/// Adds what one expression leans on; `anchor` is the publication.
void count_leaning(const std::vector<Expression>& all, std::uint32_t index, const std::optional<Point>& anchor,
                   Leanings& counted);

}  // namespace dateline::time
