// Whether a label is a template or the words of a telling.
#include "graph/merge/event_labels.hpp"

#include <doctest/doctest.h>

#include "graph/merge/stories.hpp"

namespace dateline::merging {
namespace {

struct Named {
  std::string role, name;
  std::vector<std::string> aliases = {};
  EntityKind kind = EntityKind::person;
};

std::string label(const std::string& type, const std::vector<Named>& who, const std::string& own_words,
                  Status status = Status::asserted) {
  EntityTable entities;
  Event event;
  event.type = type, event.status = status;
  for (const Named& one : who) {
    Entity entity;
    entity.name = one.name, entity.kind = one.kind, entity.aliases = one.aliases;
    event.participants.push_back({one.role, static_cast<std::uint32_t>(entities.entities.size())});
    entities.entities.push_back(entity);
    entities.profiles.emplace_back().reach = Reach::name;
  }
  std::vector<Event> events = {event};
  const Labels labels(test::resources());
  write_labels(events, {{"", "", "", own_words}}, entities, labels);
  return events.front().label;
}

TEST_CASE("the words of a telling say more than a template") {
  CHECK(label("crime", {{"perpetrator", "Ann Lee"}, {"victim", "Tom Hale"}}, "Ann Lee robbed Tom Hale in a park") ==
        "Ann Lee robbed Tom Hale in a park");
  CHECK(label("deploy", {{"actor", "Norway", {}, EntityKind::country}}, "Norway was to send two ships to Mali",
              Status::planned) == "Norway was to send two ships to Mali");
}

TEST_CASE("a template that names more stays") {
  CHECK(label("meet", {{"participant", "Ann Lee"}, {"participant", "Tom Hale"}}, "Ann Lee had talks") ==
        "Ann Lee met Tom Hale");
  CHECK(label("meet", {{"participant", "Ann Lee"}, {"participant", "Tom Hale"}}, "Ann Lee met Chancellor Tom Hale") ==
        "Ann Lee met Tom Hale");
}

TEST_CASE("words of a telling have the names by which all texts know somebody") {
  const std::vector<Named> who = {{"participant", "Ann Lee", {"Lee"}}, {"participant", "Tom Hale", {"Hale"}}};
  CHECK(label("meet", who, "Lee met Hale for talks about fish") == "Ann Lee met Tom Hale for talks about fish");
  CHECK(label("meet", who, "Lee met Mary Hale for talks about fish") == "Ann Lee met Mary Hale for talks about fish");
}

}  // namespace
}  // namespace dateline::merging
