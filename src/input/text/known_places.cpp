#include "input/text/known_places.hpp"

#include "dateline/base/text.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {

KnownPlaces::KnownPlaces(const Resources& resources) {
  const Table& places = resources.table("en/entity/places");
  for (const Row& row : places.rows) {
    const std::string& kind = places.cell(row, "kind");
    if (kind != "city" && kind != "region") continue;
    std::unordered_set<std::string>& names = kind == "city" ? towns_ : others_;
    names.insert(folded(places.cell(row, "name")));
    for (const std::string& alias : places.list(row, "aliases")) names.insert(folded(alias));
  }
  const Table& countries = resources.table("en/entity/countries");
  for (const Row& row : countries.rows) {
    others_.insert(folded(countries.cell(row, "name")));
    for (const std::string& capital : countries.list(row, "capitals")) {
      for (const std::string_view spelling : split(capital, '/')) towns_.insert(folded(trim(spelling)));
    }
  }
}

bool KnownPlaces::is_town(std::string_view name) const { return towns_.contains(folded(name)); }
bool KnownPlaces::is_place(std::string_view name) const { return is_town(name) || others_.contains(folded(name)); }

}  // namespace dateline::input
