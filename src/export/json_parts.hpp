// Pieces of JSON that the timeline and the findings share.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "dateline/model/date.hpp"
#include "dateline/model/findings.hpp"
#include "export/json_writer.hpp"

namespace dateline {

/// "start" and "end" of a span, then "text", inside an open object.
void write_span_members(JsonWriter& json, const Span& span, std::string_view text);

/// {"edtf", "start", "end", "precision", "basis", "alternatives"?}; an open end is null.
void write_date(JsonWriter& json, const EventDate& date);

/// The member "anchor": {"edtf", "why"}, from where a document's relative dates are counted; nothing where there is none.
void write_anchor(JsonWriter& json, std::string_view edtf, std::string_view why);

/// [{"role", "text", "value": number or null}], flat.
void write_amounts(JsonWriter& json, std::span<const Amount> amounts);

void write_alternatives(JsonWriter& json, std::span<const DateAlternative> alternatives);

/// A day or null.
void write_day(JsonWriter& json, std::string_view key, const std::optional<DayNumber>& day);

}  // namespace dateline
