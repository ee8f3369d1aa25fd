#include "cli/common.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include <unistd.h>

#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"
#include "dateline/ontology.hpp"

namespace dateline::cli {
namespace {

[[noreturn]] void misused(const Arguments& arguments, const std::string& what) {
  throw Error(ErrorKind::usage, std::string(arguments.command().name), what);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::string_view near = nearest(word, {known.begin(), known.end()});
  return near.empty() ? "" : "; did you mean '" + std::string(near) + "'?";
}

void check_type(const Arguments& arguments, const std::string& type, const Knowledge& knowledge) {
  std::vector<std::string> known;
  const Ontology ontology(resources_of(arguments));
  for (const EventType& row : ontology.events()) known.push_back(row.id);
  for (const RelationType& row : ontology.relations()) known.push_back(row.id);
  for (const Event& event : knowledge.events) known.push_back(event.type);
  for (const Relation& relation : knowledge.relations) known.push_back(relation.type);
  if (std::find(known.begin(), known.end(), type) == known.end())
    misused(arguments, "--type: there is no event or relation type '" + type + "'" + did_you_mean(type, known));
}

/// A word of the values that `name` writes, or "".
template <class Value>
std::string word_of(const Arguments& arguments, const Option& option) {
  const std::string word = arguments.text(option).value_or("");
  std::vector<std::string> known;
  for (int value = 0; !name(static_cast<Value>(value)).empty(); ++value)
    known.emplace_back(name(static_cast<Value>(value)));
  if (!word.empty() && std::find(known.begin(), known.end(), word) == known.end())
    misused(arguments, std::string(option.name) + " is one of " + join(known, ", ") + ", not '" + word + "'");
  return word;
}

void check_entity(const Arguments& arguments, const std::string& name, const Knowledge& knowledge) {
  if (!entities_named(knowledge, name).empty()) return;
  std::vector<std::string> known;
  for (const Entity& entity : knowledge.entities) known.push_back(entity.name);
  misused(arguments, "--entity: the store knows nobody and nothing named '" + name + "'" + did_you_mean(name, known));
}

constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 4> seasons = {"spring", "summer", "autumn", "winter"};

std::string shown_point(const EventDate& date, DayNumber day) {
  const CivilDay at = civil(day);
  const std::string year = std::to_string(at.year);
  switch (date.precision) {
    case Precision::week:
      return "week of " + iso_day(day);
    case Precision::month:
      return std::string(months[static_cast<std::size_t>(at.month - 1)]) + " " + year;
    case Precision::season:
      return std::string(seasons[static_cast<std::size_t>((at.month % 12) / 3 + 3) % 4]) + " " + year;
    case Precision::quarter:
      return "Q" + std::to_string((at.month + 2) / 3) + " " + year;
    case Precision::year:
      return year;
    case Precision::decade:
      return year + "s";
    default:
      return iso_day(day);
  }
}

/// An end of a span no more exact than it is written: "2008", "2019-06", else its day.
std::string shown_end(std::string_view edtf, DayNumber day) {
  const std::optional<EdtfDate> end = parse_edtf(edtf);
  const bool long_time = end && (end->precision == Precision::year || end->precision == Precision::month);
  return long_time ? std::string(edtf) : iso_day(day);
}

}  // namespace

Resources resources_of(const Arguments& arguments) {
  Resources resources = Resources::embedded();
  if (const auto folder = arguments.text(options::resources)) resources.overlay(*folder);
  return resources;
}

int threads_of(const Arguments& arguments) {
  return arguments.number(options::threads, static_cast<int>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN))), 1);
}

std::vector<Option> filter_options() {
  return {options::from, options::to,     options::entity,      options::kind,
          options::type, options::status, options::min_origins, options::limit};
}

Filter filter_of(const Arguments& arguments, const Knowledge& knowledge) {
  Filter filter;
  if (const auto date = arguments.date(options::from))
    filter.from = date->days.first ? date->days.first : date->days.last;
  if (const auto date = arguments.date(options::to)) filter.to = date->days.last ? date->days.last : date->days.first;
  filter.entity = arguments.text(options::entity).value_or("");
  if (!filter.entity.empty()) check_entity(arguments, filter.entity, knowledge);
  if (filter.from && filter.to && *filter.from > *filter.to)
    misused(arguments, "--from " + *arguments.text(options::from) + " is after --to " + *arguments.text(options::to));
  filter.kind = word_of<EntityKind>(arguments, options::kind);
  filter.type = arguments.text(options::type).value_or("");
  if (!filter.type.empty()) check_type(arguments, filter.type, knowledge);
  filter.status = word_of<Status>(arguments, options::status);
  filter.min_origins = arguments.number(options::min_origins, 0, 0);
  filter.limit = arguments.number(options::limit, 0, 1);
  return filter;
}

Knowledge knowledge_of(const Arguments& arguments) { return Store::open(arguments.db(), StoreMode::read).knowledge(); }

std::string now_utc() {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  const auto day = std::chrono::floor<std::chrono::days>(seconds);
  const std::chrono::hh_mm_ss clock(seconds - day);
  const auto two = [](auto value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return iso_day(static_cast<DayNumber>(day.time_since_epoch().count())) + "T" + two(clock.hours().count()) + ":" +
         two(clock.minutes().count()) + ":" + two(clock.seconds().count()) + "Z";
}

std::string shown_date(const std::optional<EventDate>& date) {
  if (!date) return "undated";
  const auto [first, last] = date->days;
  const std::size_t slash = date->edtf.find('/');
  const std::string_view edtf = date->edtf, from = edtf.substr(0, slash),
                         to = slash == edtf.npos ? edtf : edtf.substr(slash + 1);
  if (!first && last) return "by " + iso_day(*last);
  if (first && !last) return "from " + shown_end(from, *first);
  if (!first) return date->edtf;
  if (date->precision == Precision::interval) {
    if (*first == *last) return iso_day(*first);
    return slash == edtf.npos ? iso_day(*first) + " to " + iso_day(*last)
                              : shown_end(from, *first) + " to " + shown_end(to, *last);
  }
  if (date->precision == Precision::century) return date->edtf;
  return shown_point(*date, *first);
}

std::string event_line(const Event& event) {
  std::string line = event.label;
  if (event.status != Status::asserted) line += " [" + std::string(name(event.status)) + "]";
  return line;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace dateline::cli
