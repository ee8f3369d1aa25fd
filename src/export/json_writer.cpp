#include "export/json_writer.hpp"

#include <charconv>
#include <cmath>
#include <utility>

#include "dateline/base/utf8.hpp"

namespace dateline {
namespace {

void append_escaped(std::string& out, char32_t code_point) {
  constexpr std::string_view digits = "0123456789abcdef";
  switch (code_point) {
    case U'"':
      out += "\\\"";
      return;
    case U'\\':
      out += "\\\\";
      return;
    case U'\n':
      out += "\\n";
      return;
    case U'\r':
      out += "\\r";
      return;
    case U'\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (code_point >= 0x20) return utf8::append(out, code_point);
  out += "\\u00";
  out += digits[code_point >> 4];
  out += digits[code_point & 15];
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) append_escaped(out, utf8::next(text, at));
  out += '"';
}

std::string json_number(double value) {
  if (!std::isfinite(value)) return "null";
  constexpr double exact = 9007199254740992.0;  // 2^53
  if (value == std::trunc(value) && std::abs(value) < exact) return std::to_string(static_cast<std::int64_t>(value));
  char digits[32];
  return std::string(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

JsonWriter& JsonWriter::begin_object(Layout layout) { return begin('{', layout); }
JsonWriter& JsonWriter::begin_array(Layout layout) { return begin('[', layout); }

JsonWriter& JsonWriter::begin(char bracket, Layout layout) {
  before_value();
  const bool inside_flat = !levels_.empty() && levels_.back().layout == Layout::flat;
  levels_.push_back({inside_flat ? Layout::flat : layout});
  text_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  const Level level = levels_.back();
  levels_.pop_back();
  if (level.layout == Layout::open && !level.empty) new_line();
  text_ += bracket;
  return *this;
}

void JsonWriter::new_line() {
  text_ += '\n';
  text_.append(levels_.size(), ' ');
}

void JsonWriter::before_value() {
  if (std::exchange(after_key_, false) || levels_.empty()) return;
  Level& level = levels_.back();
  if (!level.empty) text_ += level.layout == Layout::flat ? ", " : ",";
  level.empty = false;
  if (level.layout == Layout::open) new_line();
}

JsonWriter& JsonWriter::key(std::string_view name) {
  before_value();
  append_json_string(text_, name);
  text_ += ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  before_value();
  append_json_string(text_, text);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  before_value();
  text_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  before_value();
  text_ += json_number(value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  before_value();
  text_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::null() {
  before_value();
  text_ += "null";
  return *this;
}

JsonWriter& JsonWriter::digits(std::string_view text) {
  before_value();
  text_ += text;
  return *this;
}

JsonWriter& JsonWriter::optional_member(std::string_view name, std::string_view text) {
  return text.empty() ? *this : member(name, text);
}

JsonWriter& JsonWriter::nullable_member(std::string_view name, std::string_view text) {
  return text.empty() ? key(name).null() : member(name, text);
}

std::string JsonWriter::take() { return std::exchange(text_, {}); }

}  // namespace dateline
