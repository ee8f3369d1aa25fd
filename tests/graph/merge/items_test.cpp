// Wikidata items of a user's table: who gets one, who becomes one by it, and what is refused.
#include <algorithm>

#include <doctest/doctest.h>

#include "dateline/base/error.hpp"
#include "dateline/base/files.hpp"
#include "dateline/merge.hpp"
#include "graph/merge/stories.hpp"
#include "graph/store/generator.hpp"

namespace dateline {
namespace {

using test::Story;

/// The shipped tables with rows of "ID NAMES KIND COUNTRY" laid over, their cells divided by ";".
Resources with_rows(const std::vector<std::string>& rows) {
  const test::TemporaryFile file;
  const std::filesystem::path path = file.folder() / "en/entity/wikidata.tsv";
  std::filesystem::create_directories(path.parent_path());
  std::string bytes = "id\tnames\tkind\tcountry\n";
  for (std::string row : rows) {
    std::replace(row.begin(), row.end(), ';', '\t');
    bytes += row + "\n";
  }
  write_file(path.string(), bytes);
  Resources resources = Resources::embedded();
  resources.overlay(file.folder().string());
  return resources;
}

Knowledge merged(const std::vector<Story>& stories, const std::vector<std::string>& rows) {
  std::vector<Reading> readings;
  for (const Story& story : stories) readings.push_back(story.read());
  return merge(readings, with_rows(rows));
}

/// "NAME=ITEM" of all entities, sorted.
std::vector<std::string> items(const std::vector<Story>& stories, const std::vector<std::string>& rows) {
  std::vector<std::string> out;
  for (const Entity& entity : merged(stories, rows).entities) out.push_back(entity.name + "=" + entity.wikidata);
  std::sort(out.begin(), out.end());
  return out;
}

using List = std::vector<std::string>;

std::string refusal(const List& rows) {
  try {
    merge({}, with_rows(rows));
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::resource);
    return error.what();
  }
  return "no error";
}

bool tells(const std::string& text, const List& parts) {
  return std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return text.find(part) != text.npos; });
}

}  // namespace

TEST_CASE("a name or a spelling of it in the table gives the item") {
  Story a("a.txt");
  a.person("Andrii Bondarenko", "UA"), a.person("Anna Berg");
  const auto union_ = a.body("Union of Northern Harbour Towns");
  a.mention(union_, "UNHT", MentionForm::name);
  a.place("Odessa", "UA"), a.country("North Korea", "KP");
  CHECK(items({a}, {"Q1;Andriy Bondarenko;person;UA", "Q2;Berg Anna;person;", "Q3;UNHT;organization;NO",
                    "Q4;Odesa;place;UA", "Q5;North Korea|DPRK;country;KP"}) ==
        List{"Andrii Bondarenko=Q1", "Anna Berg=Q2", "North Korea=Q5", "Odessa=Q4",
             "Union of Northern Harbour Towns=Q3"});
}

TEST_CASE("without a row nobody has an item") {
  Story a("a.txt");
  a.person("Anna Berg"), a.country("Norway", "NO");
  CHECK(items({a}, {}) == List{"Anna Berg=", "Norway="});
}

TEST_CASE("another kind or another country is somebody else") {
  Story a("a.txt");
  a.person("Anna Berg", "SE"), a.body("Tom Hale"), a.place("Odessa", "US");
  CHECK(items({a}, {"Q1;Anna Berg;person;NO", "Q2;Tom Hale;person;", "Q3;Odesa;place;UA"}) ==
        List{"Anna Berg=", "Odessa=", "Tom Hale="});
}

TEST_CASE("one of another country does not become the one of the table by his name") {
  Story a("a.txt"), b("b.txt"), c("c.txt");
  a.person("Anna Berg", "NO"), b.person("Anna Berg", "SE"), c.person("Anna Berg");
  CHECK(items({a, b, c}, {"Q1;Anna Berg;person;NO"}) == List{"Anna Berg=", "Anna Berg=Q1"});
  CHECK(items({a, b, c}, {}) == List{"Anna Berg="});
}

TEST_CASE("a surname has no item of its own, but that of the one it is joined with") {
  Story a("a.txt"), b("b.txt"), c("c.txt");
  const List rows = {"Q1;Anna Berg|Berg;person;NO"};
  a.person("Anna Berg", "NO"), a.body("Harbour Union");
  b.person("Berg"), b.body("Harbour Union");
  c.person("Berg"), c.body("Copper Bank");
  CHECK(items({b}, rows) == List{"Berg=", "Harbour Union="});
  CHECK(items({a, b}, rows) == List{"Anna Berg=Q1", "Harbour Union="});
  CHECK(items({a, c}, rows) == List{"Anna Berg=Q1", "Berg=", "Copper Bank=", "Harbour Union="});
}

TEST_CASE("who goes by one word is known by it when a row begins with it") {
  Story a("a.txt"), b("b.txt"), c("c.txt");
  const List rows = {"Q1;Tormo|Ivo Castelar;person;BR"};
  a.person("Tormo"), b.person("Tormo");
  c.person("Ivo Castelar");
  CHECK(items({a, b}, rows) == List{"Tormo=Q1"});
  const Knowledge all = merged({a, b, c}, rows);
  REQUIRE(all.entities.size() == 1);
  CHECK(all.entities.front().name == "Ivo Castelar");
  // A namesake with a full name of his own stays apart.
  Story d("d.txt");
  d.person("Eva Tormo"), d.person("Tom Hale"), b.person("Tom Hale");
  CHECK(items({b, d}, rows) == List{"Eva Tormo=", "Tom Hale=", "Tormo=Q1"});
}

TEST_CASE("two names of one item are one entity, with the id that the first name of the row gives") {
  Story a("a.txt"), b("b.txt"), c("c.txt"), d("d.txt");
  const List rows = {"Q1;Anna Berg|Anna Holm;person;NO", "Q2;Harbour Union|Union of Quays;organization;"};
  a.person("Anna Berg"), a.body("Harbour Union");
  b.person("Anna Holm"), b.body("Union of Quays");
  c.person("Anna Holm"), c.body("Union of Quays");
  CHECK(items({a, b, c}, rows) == List{"Anna Holm=Q1", "Union of Quays=Q2"});
  CHECK(items({a, b, c}, {}).size() == 4);
  const auto ids = [](const Knowledge& knowledge) {
    List out;
    for (const Entity& entity : knowledge.entities) out.push_back(entity.id);
    return out;
  };
  CHECK(ids(merged({b, c}, rows)) == ids(merged({a}, {})));
  // What only looks like one of the names joins as it does without a table.
  d.person("Anna M. Holm");
  CHECK(items({a, b, d}, rows) == List{"Anna M. Holm=Q1", "Union of Quays=Q2"});
}

TEST_CASE("two items are never one, however their names are alike") {
  Story a("a.txt"), b("b.txt"), c("c.txt"), d("d.txt");
  const List rows = {"Q1;Anna Berg;person;NO", "Q2;Anna Berg;person;SE"};
  a.person("Anna Berg", "NO"), a.body("Harbour Union");
  b.person("Anna Berg", "SE"), b.body("Copper Bank");
  CHECK(items({a, b}, rows) == List{"Anna Berg=Q1", "Anna Berg=Q2", "Copper Bank=", "Harbour Union="});

  SUBCASE("nor are those whose spellings differ by one letter, or by a middle name") {
    Story x("x.txt");
    x.person("Andriy Bondarenko"), x.person("Andriy Bondarenka"), x.person("Tom Hale"), x.person("Tom B. Hale");
    CHECK(items({x}, {"Q1;Andriy Bondarenko;person;", "Q2;Andriy Bondarenka;person;", "Q3;Tom Hale;person;",
                      "Q4;Tom B. Hale;person;"}) ==
          List{"Andriy Bondarenka=Q2", "Andriy Bondarenko=Q1", "Tom B. Hale=Q4", "Tom Hale=Q3"});
  }
  SUBCASE("who has no country is the one of related documents") {
    c.person("Anna Berg"), c.body("Copper Bank");
    CHECK(items({a, b, c}, rows) == List{"Anna Berg=Q1", "Anna Berg=Q2", "Copper Bank=", "Harbour Union="});
  }
  SUBCASE("and neither where no document is") {
    d.person("Anna Berg"), d.body("Salt Office");
    CHECK(items({a, b, d}, rows) ==
          List{"Anna Berg=", "Anna Berg=Q1", "Anna Berg=Q2", "Copper Bank=", "Harbour Union=", "Salt Office="});
  }
  SUBCASE("of a surname alone neither") {
    c.person("Berg"), c.body("Copper Bank"), c.body("Harbour Union");
    CHECK(items({a, b, c}, rows) == List{"Anna Berg=Q1", "Anna Berg=Q2", "Berg=", "Copper Bank=", "Harbour Union="});
  }
}

TEST_CASE("what a program's table knows has one item, though only one document calls it as the user does") {
  Story a("a.txt"), b("b.txt");
  a.country("Myanmar", "MM");
  b.mention(b.country("Myanmar", "MM"), "Burma", MentionForm::name);
  CHECK(items({a, b}, {"Q1;Burma;country;MM"}) == List{"Myanmar=Q1"});
  CHECK(items({a, b}, {"Q1;Burma;place;MM"}) == List{"Myanmar="});
}

TEST_CASE("an alias that shares no word with a person's name is not his, and a phrase is no name") {
  Story a("a.txt");
  const auto berg = a.person("Anna Berg");
  a.mention(berg, "Maria Holm", MentionForm::name);
  a.mention(a.person("Tom Hale"), "Norwegian minister", MentionForm::nominal);
  CHECK(items({a}, {"Q1;Maria Holm;person;", "Q2;Norwegian minister;person;"}) == List{"Anna Berg=", "Tom Hale="});
  a.mention(berg, "Anna Holm", MentionForm::name);
  CHECK(items({a}, {"Q1;Anna Holm;person;"}) == List{"Anna Berg=Q1", "Tom Hale="});
}

TEST_CASE("items do not depend on the order of documents") {
  Story a("a.txt"), b("b.txt"), c("c.txt");
  a.person("Anna Berg", "NO"), b.person("Anna Holm"), c.person("Anna Berg", "SE");
  const List rows = {"Q1;Anna Berg|Anna Holm;person;NO", "Q2;Anna Berg;person;SE"};
  CHECK(merged({a, b, c}, rows) == merged({c, b, a}, rows));
  CHECK(items({a, b, c}, rows).size() == 2);
}

TEST_CASE("a bad row is told with its file, its line and what is wrong") {
  CHECK(refusal({"Q1;Anna Berg;person;NO"}) == "no error");
  for (const char* id : {"42", "q42", "Q", "Q04", "Q4x", "P42"}) {
    CAPTURE(id);
    CHECK(tells(refusal({"Q1;Anna Berg;person;", std::string(id) + ";Tom Hale;person;"}),
                {"en/entity/wikidata.tsv:3: '" + std::string(id) + "' is no Wikidata item: that is Q and a number"}));
  }
  CHECK(tells(refusal({"Q1;Anna Berg;human;"}),
              {"wikidata.tsv:2: kind is 'human'; it is one of person, organization, country, place, "}));
  CHECK(tells(refusal({"Q1;Anna Berg;person;Norway"}), {"wikidata.tsv:2: country is 'Norway'; it is a code of "}));
  CHECK(tells(refusal({"Q1;;person;"}), {"wikidata.tsv:2: has no names"}));
  CHECK(tells(refusal({"Q1;Anna Berg||Anna Holm;person;"}), {"wikidata.tsv:2: has a name without a letter: ''"}));
}

TEST_CASE("two rows that claim one name of one kind are told both, unless countries tell them apart") {
  CHECK(tells(refusal({"Q1;Anna Berg;person;NO", "Q2;Tom Hale|Anna Berg;person;"}),
              {"wikidata.tsv:3: both Q2 and Q1 (", "wikidata.tsv:2) are the person 'Anna Berg'"}));
  CHECK(tells(refusal({"Q1;Andriy Bondarenko;person;UA", "Q2;Andrii Bondarenko;person;UA"}), {"both Q2 and Q1"}));
  CHECK(tells(refusal({"Q1;Harbour Lines Inc;organization;", "Q2;Harbour Lines;organization;"}), {"both Q2 and Q1"}));
  CHECK(refusal({"Q1;Anna Berg;person;NO", "Q2;Anna Berg;person;SE"}) == "no error");
  CHECK(refusal({"Q1;Anna Berg;person;", "Q2;Anna Berg;work;"}) == "no error");
  CHECK(refusal({"Q1;Anna Berg|Berg;person;", "Q2;Maria Berg|Berg;person;"}) == "no error");
  CHECK(refusal({"Q1;Anna Berg|Berg Anna|Anna Berg;person;"}) == "no error");
}

}  // namespace dateline
