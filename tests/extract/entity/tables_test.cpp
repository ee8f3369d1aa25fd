#include <algorithm>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include "dateline/base/error.hpp"
#include "dateline/resources.hpp"
#include "extract/entity/gazetteer.hpp"
#include "extract/entity/nominals.hpp"
#include "extract/entity/page.hpp"
#include "extract/entity/rules.hpp"

using namespace dateline;

namespace {

const Resources& resources() {
  static const Resources instance = Resources::embedded();
  return instance;
}

/// A document whose tokens are its words, and the page over it.
struct Words {
  Document document;
  Extraction extraction;

  explicit Words(std::string text) {
    document.text = std::move(text);
    std::uint32_t at = 0;
    while (at < document.text.size()) {
      const auto end = static_cast<std::uint32_t>(std::min(document.text.find(' ', at), document.text.size()));
      Token token;
      token.bytes = {at, end};
      extraction.tokens.push_back(token);
      at = end + 1;
    }
    const auto count = static_cast<std::uint32_t>(extraction.tokens.size());
    extraction.sentences.push_back({{0, count}, {0, static_cast<std::uint32_t>(document.text.size())}, 0});
  }

  entity::Gazetteer::Match longest(const entity::Gazetteer& gazetteer) const {
    return gazetteer.longest(entity::Page(document, extraction), 0,
                             static_cast<std::uint32_t>(extraction.tokens.size()));
  }
};

}  // namespace

TEST_CASE("every country of a place or an organization is in the table of countries") {
  std::set<std::string> codes;
  const Table& countries = resources().table("en/entity/countries");
  for (const Row& row : countries.rows) codes.insert(row.cells.front().substr(row.cells.front().find(':') + 1));
  CHECK(codes.size() >= 249);
  for (const char* name : {"en/entity/places", "en/entity/organizations"}) {
    const Table& table = resources().table(name);
    for (const Row& row : table.rows) {
      const std::string& country = table.cell(row, "country");
      CHECK_MESSAGE((country.empty() || codes.contains(country)), row.cells.front());
    }
  }
}

TEST_CASE("what an organization calls local is one of its names") {
  const Table& table = resources().table("en/entity/organizations");
  for (const Row& row : table.rows) {
    std::vector<std::string> names = table.list(row, "aliases");
    names.push_back(table.cell(row, "name"));
    for (const std::string& local : table.list(row, "local")) {
      CHECK_MESSAGE(std::find(names.begin(), names.end(), local) != names.end(), row.cells.front() << ": " << local);
    }
  }
}

TEST_CASE("known names are found whatever the apostrophe, the marks and the capitals") {
  const entity::Gazetteer gazetteer(resources());
  const auto key = [&](const char* text) {
    const auto match = Words(text).longest(gazetteer);
    return match.tokens == 0 ? std::string() : match.readings.front().key + "/" + std::to_string(match.tokens);
  };
  CHECK(key("North Korean troops") == "country:KP/2");
  CHECK(key("Côte d’Ivoire won") == "country:CI/2");
  CHECK(key("Cote d'Ivoire won") == "country:CI/2");
  CHECK(key("MOSCOW : said") == "place:moscow/1");
  CHECK(key("Kiev said") == "place:kyiv/1");
  CHECK(key("United Nations Security Council met") == "org:unsc/4");
  CHECK(key("us all") == "");
  CHECK(key("US troops") == "country:US/1");
  CHECK(gazetteer.adjective_of("FR") == "French");
  CHECK(gazetteer.adjective_of("ZZ") == "");
  REQUIRE(gazetteer.country("NO") != nullptr);
  CHECK(gazetteer.country("NO")->name == "Norway");
}

TEST_CASE("a plural of a person is a group; an office stays a person") {
  const Nominals nominals(resources());
  REQUIRE(nominals.find("protesters") != nullptr);
  CHECK(nominals.find("protesters")->kind == EntityKind::group);
  CHECK(nominals.find("protester")->kind == EntityKind::person);
  CHECK(nominals.find("minister")->use == Nominal::Use::office);
  CHECK(nominals.find("company")->use == Nominal::Use::class_);
  CHECK(nominals.find("banana") == nullptr);
  CHECK(nominals.only_counts("several"));
  CHECK(nominals.only_counts("4,000"));
  CHECK_FALSE(nominals.only_counts("Malian"));
}

TEST_CASE("the classes that nouns take up are classes that names have") {
  std::set<std::string> classes = {"country", "region", "island", "city",  "sea",     "river",
                                   "product", "work",   "law",    "event", "mountain"};
  const Table& organizations = resources().table("en/entity/organizations");
  for (const Row& row : organizations.rows) classes.insert(organizations.cell(row, "class"));
  const Table& nominals = resources().table("en/entity/nominals");
  for (const Row& row : nominals.rows) {
    if (nominals.cell(row, "use") != "class") continue;
    for (const std::string& taken : nominals.list(row, "takes"))
      CHECK_MESSAGE(classes.contains(taken), row.cells.front() << ": " << taken);
  }
}

TEST_CASE("a bad row is refused with its place") {
  const Table bad = parse_table("en/entity/nominals", "nominals.tsv",
                                "singular\tplural\tkind\tgender\tuse\ttakes\tstate\ndog\tdogs\tanimal\t\tplain\t\t\n");
  CHECK(bad.rows.size() == 1);
  CHECK(!entity_kind_named(bad.cell(bad.rows.front(), "kind")));
  const entity::Rules rules(resources());
  CHECK_THROWS_AS(rules.words("no such set"), Error);
}
