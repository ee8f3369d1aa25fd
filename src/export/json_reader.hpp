// Values out of parsed JSON, for the two forms of it that are read back: lines of findings and timelines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "dateline/base/error.hpp"
#include "dateline/model/date.hpp"
#include "dateline/model/findings.hpp"
#include "dateline/model/span.hpp"

namespace dateline {

/// Reads the members of a JSON object; every error names where it stands and the member.
class JsonReader {
 public:
  /// `where` and `not_an_object` must outlive the reader.
  explicit JsonReader(std::string_view where, std::string_view not_an_object = "not a JSON object on one line")
      : where_(where), not_an_object_(not_an_object) {}

  [[noreturn]] void fail(std::string_view what) const { throw Error(ErrorKind::input, where_, what); }

  nlohmann::json parse(std::string_view line) const {
    nlohmann::json value = nlohmann::json::parse(line, nullptr, false);
    if (value.is_discarded() || !value.is_object()) fail(not_an_object_);
    return value;
  }

  const nlohmann::json& member(const nlohmann::json& object, const char* key) const {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end()) fail(std::string("no \"") + key + "\"");
    return *found;
  }
  const nlohmann::json& array(const nlohmann::json& object, const char* key) const {
    static const nlohmann::json none = nlohmann::json::array();
    if (!object.is_object() || !object.contains(key)) return none;
    if (!object[key].is_array()) fail(std::string("\"") + key + "\" is not an array");
    return object[key];
  }
  std::string text(const nlohmann::json& object, const char* key) const { return as_text(member(object, key), key); }
  /// "" for a member that is missing or null.
  std::string optional_text(const nlohmann::json& object, const char* key) const {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::string() : as_text(*found, key);
  }
  std::string as_text(const nlohmann::json& value, const char* key) const {
    if (!value.is_string()) fail(std::string("\"") + key + "\" is not a string");
    return value.get<std::string>();
  }
  std::uint32_t as_place(const nlohmann::json& value, const char* key) const {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() > UINT32_MAX)
      fail(std::string("\"") + key + "\" is not a place");
    return value.get<std::uint32_t>();
  }
  Span span(const nlohmann::json& object) const {
    const Span read{as_place(member(object, "start"), "start"), as_place(member(object, "end"), "end")};
    if (read.begin > read.end) fail("\"start\" is after \"end\"");
    return read;
  }
  std::uint32_t index(const nlohmann::json& value, const char* key, std::size_t count) const {
    const std::uint32_t read = as_place(value, key);
    if (read >= count) fail(std::string("\"") + key + "\" points past the end of its array");
    return read;
  }
  std::optional<std::uint32_t> optional_index(const nlohmann::json& object, const char* key, std::size_t count) const {
    const auto found = object.find(key);
    return found == object.end() || found->is_null() ? std::nullopt : std::optional(index(*found, key, count));
  }
  std::vector<std::uint32_t> indices(const nlohmann::json& object, const char* key, std::size_t count) const {
    std::vector<std::uint32_t> read;
    for (const nlohmann::json& value : array(object, key)) read.push_back(index(value, key, count));
    return read;
  }
  /// A word of a closed list, read by `named`.
  template <class Named>
  auto word(const nlohmann::json& object, const char* key, Named named) const {
    const std::string written = text(object, key);
    const auto value = named(written);
    if (!value) fail(std::string("\"") + key + "\" is unknown: \"" + written + "\"");
    return *value;
  }
  std::optional<DayNumber> day(const nlohmann::json& object, const char* key) const {
    const std::string written = optional_text(object, key);
    if (written.empty()) return std::nullopt;
    const std::optional<EdtfDate> read = parse_edtf(written.front() == '+' ? written.substr(1) : written);
    if (!read || read->precision != Precision::day)
      fail(std::string("\"") + key + "\" is not a day: \"" + written + "\"");
    return read->days.first;
  }

 private:
  std::string_view where_, not_an_object_;
};

/// The values that both forms share, as write_alternatives, write_date and write_amounts write them.
std::vector<DateAlternative> read_alternatives(const JsonReader& in, const nlohmann::json& object);
EventDate read_date(const JsonReader& in, const nlohmann::json& item);
std::vector<Amount> read_amounts(const JsonReader& in, const nlohmann::json& object);

}  // namespace dateline
