#include "export/json_reader.hpp"

namespace dateline {
namespace {

std::optional<double> amount_value(const JsonReader& in, const nlohmann::json& item) {
  if (!item.contains("value") || item["value"].is_null()) return std::nullopt;
  if (!item["value"].is_number()) in.fail("\"value\" of an amount is not a number");
  return item["value"].get<double>();
}

}  // namespace

std::vector<DateAlternative> read_alternatives(const JsonReader& in, const nlohmann::json& object) {
  std::vector<DateAlternative> read;
  for (const nlohmann::json& item : in.array(object, "alternatives"))
    read.push_back({in.text(item, "edtf"), in.text(item, "why")});
  return read;
}

EventDate read_date(const JsonReader& in, const nlohmann::json& item) {
  EventDate date;
  date.edtf = in.text(item, "edtf");
  date.days = {in.day(item, "start"), in.day(item, "end")};
  date.precision = in.word(item, "precision", precision_named);
  date.basis = in.word(item, "basis", basis_named);
  date.alternatives = read_alternatives(in, item);
  return date;
}

std::vector<Amount> read_amounts(const JsonReader& in, const nlohmann::json& object) {
  std::vector<Amount> read;
  for (const nlohmann::json& amount : in.array(object, "amounts"))
    read.push_back({in.text(amount, "role"), in.text(amount, "text"), amount_value(in, amount)});
  return read;
}

}  // namespace dateline
