#include "export/json_parts.hpp"

namespace dateline {
namespace {

using enum JsonWriter::Layout;

}  // namespace

void write_span_members(JsonWriter& json, const Span& span, std::string_view text) {
  json.member("start", span.begin).member("end", span.end).member("text", text);
}

void write_day(JsonWriter& json, std::string_view key, const std::optional<DayNumber>& day) {
  json.nullable_member(key, day ? iso_day(*day) : std::string());
}

void write_alternatives(JsonWriter& json, std::span<const DateAlternative> alternatives) {
  json.begin_array(flat);
  for (const DateAlternative& alternative : alternatives) {
    json.begin_object(flat).member("edtf", alternative.edtf).member("why", alternative.why).end_object();
  }
  json.end_array();
}

void write_date(JsonWriter& json, const EventDate& date) {
  json.begin_object(flat).member("edtf", date.edtf);
  write_day(json, "start", date.days.first);
  write_day(json, "end", date.days.last);
  json.member("precision", name(date.precision)).member("basis", name(date.basis));
  if (!date.alternatives.empty()) write_alternatives(json.key("alternatives"), date.alternatives);
  json.end_object();
}

void write_anchor(JsonWriter& json, std::string_view edtf, std::string_view why) {
  if (!edtf.empty()) json.key("anchor").begin_object(flat).member("edtf", edtf).member("why", why).end_object();
}

void write_amounts(JsonWriter& json, std::span<const Amount> amounts) {
  json.begin_array(flat);
  for (const Amount& amount : amounts) {
    json.begin_object(flat).member("role", amount.role).member("text", amount.text);
    json.key("value");
    amount.value ? json.number(*amount.value) : json.null();
    json.end_object();
  }
  json.end_array();
}

}  // namespace dateline
