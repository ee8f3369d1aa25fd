// Who is one over documents, and who is not.
#include <algorithm>

#include <doctest/doctest.h>

#include "dateline/merge.hpp"
#include "graph/merge/stories.hpp"

namespace dateline {
namespace {

using test::merged;
using test::names_of;
using test::Story;

TEST_CASE("a table's key is one entity whatever it is called") {
  Story a("a.txt"), b("b.txt");
  a.country("North Korea", "KP");
  b.country("DPRK", "KP");
  const Knowledge knowledge = merged({a, b});
  REQUIRE(knowledge.entities.size() == 1);
  CHECK(knowledge.entities.front().aliases.size() == 1);
}

TEST_CASE("spellings of one person are joined under the most frequent full name") {
  Story a("a.txt"), b("b.txt"), c("c.txt");
  a.person("Andriy Bondarenko", "UA");
  b.person("Andrii Bondarenko", "UA");
  const auto last = c.person("Andrii Bondarenko", "UA");
  c.mention(last, "the minister", MentionForm::nominal);
  c.mention(last, "he", MentionForm::pronoun);
  const Knowledge knowledge = merged({a, b, c});
  REQUIRE(knowledge.entities.size() == 1);
  CHECK(knowledge.entities.front().name == "Andrii Bondarenko");
  CHECK(knowledge.entities.front().aliases == std::vector<std::string>{"Andriy Bondarenko", "the minister"});
}

TEST_CASE("a shared family name joins nobody") {
  Story a("a.txt"), b("b.txt");
  a.person("Kim Yong Chol", "KP");
  b.person("Kim Dae-Hyun");
  a.person("Anna Berg"), b.person("Maria Berg");
  CHECK(merged({a, b}).entities.size() == 4);
}

TEST_CASE("a family name alone joins the one person that related documents know") {
  Story a("a.txt"), b("b.txt");
  a.person("Anna Berg", "NO"), a.body("Harbour Union");
  b.person("Berg"), b.body("Harbour Union");
  CHECK(names_of(merged({a, b}), EntityKind::person) == std::vector<std::string>{"Anna Berg"});

  SUBCASE("not when the documents have nothing in common") {
    Story c("c.txt");
    c.person("Berg"), c.body("Copper Bank");
    CHECK(names_of(merged({a, c}), EntityKind::person).size() == 2);
  }
  SUBCASE("not when two could be meant") {
    Story c("c.txt");
    c.person("Maria Berg", "NO"), c.body("Harbour Union");
    CHECK(names_of(merged({a, b, c}), EntityKind::person).size() == 3);
  }
  SUBCASE("not against the country") {
    Story c("c.txt");
    c.person("Berg", "US"), c.body("Harbour Union");
    CHECK(names_of(merged({a, c}), EntityKind::person).size() == 2);
  }
}

TEST_CASE("where families are named first, the first word stands for the person") {
  Story a("a.txt"), b("b.txt");
  a.person("Park Min Ho", "KR"), a.body("Harbour Union");
  b.person("Park"), b.body("Harbour Union");
  CHECK(names_of(merged({a, b}), EntityKind::person) == std::vector<std::string>{"Park Min Ho"});
}

TEST_CASE("a name without the middle initial does not choose between two that clash") {
  Story a("a.txt"), b("b.txt"), c("c.txt");
  a.person("George W. Ames");
  b.person("George H. W. Ames");
  c.person("George Ames");
  CHECK(merged({a, b, c}).entities.size() == 3);
  CHECK(merged({a, c}).entities.size() == 1);
}

TEST_CASE("an acronym joins its expansion in related documents") {
  Story a("a.txt"), b("b.txt");
  a.body("Union of Northern Harbour Towns"), a.person("Anna Berg");
  b.body("UNHT"), b.person("Anna Berg");
  CHECK(names_of(merged({a, b}), EntityKind::organization) ==
        std::vector<std::string>{"Union of Northern Harbour Towns"});
}

TEST_CASE("groups of a country are one over documents, people at large are not") {
  Story a("a.txt"), b("b.txt");
  a.group("Norwegian soldiers", "NO"), b.group("Norwegian troops", "NO");
  a.group("police"), b.group("police");
  const auto groups = names_of(merged({a, b}), EntityKind::group);
  CHECK(groups.size() == 3);
  CHECK(std::count(groups.begin(), groups.end(), "police") == 2);
}

TEST_CASE("a post names the one person known to hold it") {
  const auto minister = [](Story& story, const char* name, const char* title) {
    const auto norway = story.country("Norway", "NO");
    const bool named = std::string_view(name) != "Norwegian foreign minister";
    const auto holder =
        story.entity(name, EntityKind::person, "NO", "", named ? MentionForm::name : MentionForm::nominal);
    story.body("Harbour Union");
    story.sentence("Somebody spoke for Norway.").relation("holds_position", holder, norway, title);
  };
  Story a("a.txt"), b("b.txt"), c("c.txt"), d("d.txt");
  minister(a, "Norwegian foreign minister", "foreign minister");
  minister(b, "Anna Berg", "Foreign Minister");
  minister(c, "Tom Hale", "former foreign minister");
  minister(d, "Eva Lind", "foreign minister");
  CHECK(names_of(merged({a, b, c}), EntityKind::person).size() == 2);
  CHECK(names_of(merged({a, c}), EntityKind::person).size() == 2);
  CHECK(names_of(merged({a, b, d}), EntityKind::person).size() == 3);
  const Knowledge two = merged({a, b});
  REQUIRE(names_of(two, EntityKind::person).size() == 1);
  CHECK(names_of(two, EntityKind::person).front() == "Anna Berg");
}

TEST_CASE("ids are the same in every store") {
  Story a("a.txt"), b("b.txt");
  a.person("Anna Berg"), b.person("Anna Berg"), b.person("Tom Hale");
  const Knowledge alone = merged({a}), together = merged({a, b});
  const std::string id = alone.entities.front().id;
  CHECK(id.size() == 11);
  CHECK(std::count_if(together.entities.begin(), together.entities.end(),
                      [&](const Entity& e) { return e.id == id && e.name == "Anna Berg"; }) == 1);
}

TEST_CASE("a building and who sits in it are one, a person and a body of one name are not") {
  Story a("a.txt"), b("b.txt");
  a.entity("Harbour House", EntityKind::facility, "NO");
  a.sentence("Crowds gathered at Harbour House.");
  b.entity("Harbour House", EntityKind::organization, "NO");
  b.person("Anna Berg");
  b.sentence("Harbour House declined, Anna Berg said.");
  a.body("Anna Berg");
  const Knowledge knowledge = merged({a, b});
  CHECK(knowledge.entities.size() == 3);
}

TEST_CASE("a title told as part of a name is no other person") {
  Story a("a.txt"), b("b.txt");
  a.person("Secretary of Harbours Anna Berg");
  a.person("Anna Berg", "NO");
  a.sentence("The Secretary of Harbours Anna Berg spoke.");
  b.person("Anna Berg", "NO");
  b.sentence("Anna Berg listened.");
  const Knowledge knowledge = merged({a, b});
  REQUIRE(knowledge.entities.size() == 1);
  CHECK(knowledge.entities.front().name == "Anna Berg");
}

TEST_CASE("a sailor of two copies is one, sailors of two reports are two") {
  for (const bool copied : {true, false}) {
    Story a("a.txt"), b("b.txt");
    for (Story* story : {&a, &b}) {
      story->sentence(copied || story == &a ? "A young sailor was seen on the old pier of the harbour at night."
                                            : "A young sailor bought two loaves in the mill behind the church.");
      story->entity("young sailor", EntityKind::person, "", "", MentionForm::nominal);
    }
    CHECK(merged({a, b}).entities.size() == (copied ? 1 : 2));
  }
}

}  // namespace
}  // namespace dateline
