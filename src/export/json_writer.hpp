// Writes JSON as it goes, without a tree in memory: the order of keys is the order of the calls, the bytes depend on
// nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The text as a JSON string with its quotation marks. A broken byte becomes U+FFFD, one for each, so that code points
/// still count as before.
void append_json_string(std::string& out, std::string_view text);

/// Shortest digits that read back as the same number, whole numbers without exponent; "null" for what JSON cannot say.
std::string json_number(double value);

/// Calls must nest as JSON does; that is the caller's promise.
class JsonWriter {
 public:
  /// open: one member a line, indented by one space a level. flat: all on one line, and so is everything inside.
  enum class Layout { open, flat };

  JsonWriter& begin_object(Layout layout);
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array(Layout layout);
  JsonWriter& end_array() { return end(']'); }

  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view text);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& number(double value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// Digits as they stand: "12", "0.25".
  JsonWriter& digits(std::string_view text);

  /// A member with a string; the second leaves an empty one out, the third writes null for it.
  JsonWriter& member(std::string_view name, std::string_view text) { return key(name).string(text); }
  JsonWriter& optional_member(std::string_view name, std::string_view text);
  JsonWriter& nullable_member(std::string_view name, std::string_view text);
  JsonWriter& member(std::string_view name, std::int64_t value) { return key(name).integer(value); }

  /// Everything written since the last call.
  std::string take();

 private:
  JsonWriter& begin(char bracket, Layout layout);
  JsonWriter& end(char bracket);
  void before_value();
  void new_line();

  struct Level {
    Layout layout;
    bool empty = true;
  };
  std::string text_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace dateline
