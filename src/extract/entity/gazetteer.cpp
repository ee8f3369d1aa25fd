#include "extract/entity/gazetteer.hpp"

#include <algorithm>
#include <map>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::entity {
namespace {

/// No known name has more tokens.
constexpr std::uint32_t longest_name = 14;
/// Shorter words in capitals are acronyms, not names in capitals.
constexpr std::size_t shortest_shouted = 4;

using Forms = std::map<std::string, std::vector<Known>>;

void add(Forms& forms, std::string_view form, const Known& known) {
  std::vector<Known>& readings = forms[plain_form(form)];
  const auto same = [&](const Known& other) { return other.key == known.key && other.use == known.use; };
  if (std::none_of(readings.begin(), readings.end(), same)) readings.push_back(known);
}

void add_all(Forms& forms, const std::vector<std::string>& list, const Known& known) {
  for (const std::string& form : list) add(forms, form, known);
}

void add_people(Forms& forms, const Table& table, const Row& row, Known known) {
  known.use = Known::Use::people;
  add_all(forms, table.list(row, "person"), known);
  known.number = Number::plural;
  add_all(forms, table.list(row, "people"), known);
}

/// "MOSCOW" -> "Moscow": the first letter stays, the others are lowered.
std::string unshouted(std::string_view plain) {
  std::size_t at = 0;
  utf8::next(plain, at);
  return std::string(plain.substr(0, at)) + utf8::lower(plain.substr(at));
}

std::string place_key(std::string_view name) {
  std::string key = "place:" + utf8::lower(plain_form(name));
  std::replace(key.begin(), key.end(), ' ', '-');
  return key;
}

/// "Kyiv / Kiev": spellings of one city.
void add_capital(Forms& forms, std::string_view spellings, const std::string& country) {
  std::vector<std::string> names;
  for (const std::string_view spelling : split(spellings, '/')) names.emplace_back(trim(spelling));
  Known city{place_key(names.front()), names.front(), EntityKind::place, "city", country};
  city.capital = true;
  add_all(forms, names, city);
}

Known add_country(Forms& forms, const Table& table, const Row& row) {
  const std::string& key = row.cells.front();
  const std::size_t colon = key.find(':');
  if (colon == std::string::npos || key.size() != colon + 3)
    fail(row, "id is not 'country:' with a code of two letters");
  Known known{key, table.cell(row, "name"), EntityKind::country, "country", key.substr(colon + 1)};
  const Known country = known;
  known.local = true;
  add_all(forms, table.list(row, "local"), known);
  known.local = false;
  add(forms, known.name, known);
  add_all(forms, table.list(row, "aliases"), known);
  known.use = Known::Use::adjective;
  add_all(forms, table.list(row, "adjectives"), known);
  add_people(forms, table, row, known);
  for (const std::string& capital : table.list(row, "capitals")) add_capital(forms, capital, known.country);
  return country;
}

void add_place(Forms& forms, const Table& table, const Row& row) {
  const std::string& finer = table.cell(row, "kind");
  const EntityKind kind = finer == "group"      ? EntityKind::group
                          : finer == "facility" ? EntityKind::facility
                                                : EntityKind::place;
  Known known{row.cells.front(), table.cell(row, "name"), kind, finer, table.cell(row, "country")};
  add(forms, known.name, known);
  add_all(forms, table.list(row, "aliases"), known);
  known.use = Known::Use::adjective;
  add_all(forms, table.list(row, "adjectives"), known);
  add_people(forms, table, row, known);
}

void add_organization(Forms& forms, const Table& table, const Row& row) {
  Known known{row.cells.front(), table.cell(row, "name"), EntityKind::organization, table.cell(row, "class"),
              table.cell(row, "country")};
  known.seat = !table.cell(row, "seat").empty();
  const std::vector<std::string> local = table.list(row, "local");
  std::vector<std::string> names = table.list(row, "aliases");
  names.push_back(known.name);
  for (const std::string& form : names) {
    known.local = std::find(local.begin(), local.end(), form) != local.end();
    add(forms, form, known);
  }
}

void add_thing(Forms& forms, const Table& table, const Row& row) {
  const auto kind = entity_kind_named(table.cell(row, "kind"));
  if (!kind) fail(row, "there is no entity kind '" + table.cell(row, "kind") + "'");
  const Known known{row.cells.front(), table.cell(row, "name"), *kind, table.cell(row, "class"), ""};
  add(forms, known.name, known);
  add_all(forms, table.list(row, "aliases"), known);
}

}  // namespace

Gazetteer::Gazetteer(const Resources& resources) {
  Forms forms;
  const Table& countries = resources.table("en/entity/countries");
  for (const Row& row : countries.rows) {
    countries_.push_back(add_country(forms, countries, row));
    const std::vector<std::string> adjectives = countries.list(row, "adjectives");
    if (!adjectives.empty()) adjectives_.emplace_back(countries_.back().country, adjectives.front());
  }
  const Table& places = resources.table("en/entity/places");
  for (const Row& row : places.rows) add_place(forms, places, row);
  const Table& organizations = resources.table("en/entity/organizations");
  for (const Row& row : organizations.rows) add_organization(forms, organizations, row);
  const Table& things = resources.table("en/entity/things");
  for (const Row& row : things.rows) add_thing(forms, things, row);
  for (auto& [form, readings] : forms) {
    std::stable_sort(readings.begin(), readings.end(), [](const Known& a, const Known& b) { return a.use < b.use; });
    entries_.push_back({form, std::move(readings)});
  }
  for (std::size_t byte = 0; byte < begins_.size(); ++byte) {
    const auto is_before = [&](const Entry& entry) {
      return entry.form.empty() || static_cast<unsigned char>(entry.form.front()) < byte;
    };
    const auto first = std::partition_point(entries_.begin(), entries_.end(), is_before);
    begins_[byte] = static_cast<std::uint32_t>(first - entries_.begin());
  }
  std::sort(adjectives_.begin(), adjectives_.end());
  std::sort(countries_.begin(), countries_.end(), [](const Known& a, const Known& b) { return a.country < b.country; });
}

const Known* Gazetteer::Match::as(Known::Use use) const {
  for (const Known& known : readings) {
    if (known.use == use) return &known;
  }
  return nullptr;
}

std::span<const Gazetteer::Entry> Gazetteer::beginning_like(std::string_view form) const {
  const std::size_t byte = form.empty() ? 0 : static_cast<unsigned char>(form.front());
  return std::span(entries_).subspan(begins_[byte], begins_[byte + 1] - begins_[byte]);
}

Gazetteer::Match Gazetteer::longest(const Page& page, std::uint32_t begin, std::uint32_t end) const {
  Match best;
  std::string form;
  for (std::uint32_t i = begin; i < end && i < begin + longest_name; ++i) {
    const Word& word = page.words[i];
    if (i > begin && word.gap) form += ' ';
    // "(PALU)" is an acronym.
    const bool bracketed = begin > 0 && page.words[begin - 1].text == "(";
    const bool shouted = !bracketed && word.all_capitals && word.plain.size() >= shortest_shouted &&
                         word.plain.find('.') == std::string::npos;
    const std::size_t before = form.size();
    for (int attempt = 0; attempt < (shouted ? 2 : 1); ++attempt) {
      form.resize(before);
      form += attempt == 0 ? word.plain : unshouted(word.plain);
      const auto near = beginning_like(form);
      const auto found =
          std::lower_bound(near.begin(), near.end(), form,
                           [](const Entry& entry, const std::string& wanted) { return entry.form < wanted; });
      if (found == near.end() || !found->form.starts_with(form)) {
        if (attempt + 1 < (shouted ? 2 : 1)) continue;
        return best;
      }
      if (found->form == form) best = {i + 1 - begin, found->readings};
      break;
    }
  }
  return best;
}

std::span<const Known> Gazetteer::find(std::string_view form) const {
  const auto near = beginning_like(form);
  const auto found = std::lower_bound(near.begin(), near.end(), form,
                                      [](const Entry& entry, std::string_view wanted) { return entry.form < wanted; });
  return found != near.end() && found->form == form ? std::span<const Known>(found->readings)
                                                    : std::span<const Known>{};
}

std::string_view Gazetteer::adjective_of(std::string_view country) const {
  const auto found = std::lower_bound(adjectives_.begin(), adjectives_.end(), country,
                                      [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
  return found != adjectives_.end() && found->first == country ? std::string_view(found->second) : std::string_view{};
}

const Known* Gazetteer::country(std::string_view code) const {
  const auto found =
      std::lower_bound(countries_.begin(), countries_.end(), code,
                       [](const Known& entry, std::string_view wanted) { return entry.country < wanted; });
  return found != countries_.end() && found->country == code ? &*found : nullptr;
}

}  // namespace dateline::entity
