#include "graph/store/columns.hpp"

#include <algorithm>

#include "dateline/base/error.hpp"

namespace dateline::store {
namespace {

std::optional<std::string> iso(const std::optional<DayNumber>& day) {
  return day ? std::optional<std::string>(iso_day(*day)) : std::nullopt;
}

std::optional<DayNumber> day(const std::optional<std::int64_t>& number) {
  return number ? std::optional<DayNumber>(static_cast<DayNumber>(*number)) : std::nullopt;
}

}  // namespace

std::optional<std::string_view> known(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

DayColumns day_columns(const DayInterval& days) { return {days.first, days.last, iso(days.first), iso(days.last)}; }

DateColumns date_columns(const std::optional<EventDate>& date) {
  if (!date) return {};
  return {date->edtf, day_columns(date->days), name(date->precision), name(date->basis)};
}

Span Columns::span() {
  const std::uint32_t begin = place();
  return {begin, place()};
}

std::optional<std::int64_t> Columns::optional_integer() {
  const bool there = !missing();
  const std::int64_t value = integer();
  return there ? std::optional(value) : std::nullopt;
}

std::optional<double> Columns::optional_real() {
  const bool there = !missing();
  const double value = row_.real(at_++);
  return there ? std::optional(value) : std::nullopt;
}

DayInterval Columns::days() {
  const std::optional<DayNumber> first = day(optional_integer());
  const std::optional<DayNumber> last = day(optional_integer());
  skip(2);  // start_date and end_date say the same in words
  return {first, last};
}

std::optional<EventDate> Columns::date() {
  constexpr int width = 7;
  if (missing()) {
    skip(width);
    return std::nullopt;
  }
  EventDate date;
  date.edtf = text();
  date.days = days();
  date.precision = named(precision_named);
  date.basis = named(basis_named);
  return date;
}

std::uint32_t Columns::index(const Positions& positions) {
  const std::int64_t id = integer();
  const std::optional<std::uint32_t> index = positions.find(id);
  if (!index) damaged("a row that points to row " + std::to_string(id) + ", which is not there");
  return *index;
}

std::optional<std::uint32_t> Columns::optional_index(const Positions& positions) {
  if (!missing()) return index(positions);
  skip(1);
  return std::nullopt;
}

void Columns::unknown_word(const std::string& word) const { damaged("a row with the unknown word '" + word + "'"); }

void Columns::damaged(const std::string& what) const {
  throw Error(ErrorKind::store, row_.database().path(), "is damaged: it has " + what);
}

std::optional<std::uint32_t> Positions::find(std::int64_t id) const {
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), id);
  if (found == ids_.end() || *found != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - ids_.begin());
}

}  // namespace dateline::store
