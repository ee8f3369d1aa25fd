#include <doctest/doctest.h>

#include "dateline/merge.hpp"
#include "graph/merge/stories.hpp"

namespace dateline {
namespace {

using test::Story;

std::vector<std::string> origins(const std::vector<Story>& stories) {
  std::vector<Reading> readings;
  for (const Story& story : stories) readings.push_back(story.read());
  std::vector<std::string> out;
  for (const DocumentInfo& document : merge(readings, test::resources()).documents) out.push_back(document.origin);
  return out;
}

Story told(const std::string& source, const std::vector<std::string>& sentences, const std::string& agency = "") {
  Story story(source);
  for (const std::string& sentence : sentences) story.sentence(sentence);
  if (!agency.empty()) story.agency(agency);
  return story;
}

const std::string ferry =
    "The ferry that left the northern harbour on Sunday night reached the island eleven hours late because of ice.";
const std::string crew =
    "Its crew of nine had waited for a tug that was busy with two trawlers further along the coast.";
const std::string vote =
    "Members of the county council voted to close the swimming hall for the whole of the coming winter.";

TEST_CASE("near copies share an origin, different reports do not") {
  CHECK(origins({told("a", {ferry, crew}), told("b", {crew, ferry, vote}), told("c", {vote})}) ==
        std::vector<std::string>{"o1", "o1", "o1"});
  CHECK(origins({told("a", {ferry, crew}), told("c", {vote})}) == std::vector<std::string>{"o1", "o2"});
}

TEST_CASE("a rewrite that names the agency shares the report's origin when they share their quotations") {
  const std::string one =
      "Captain Lund called it “the longest night of my working life” and “a lesson in patience for everybody”.";
  const std::string two =
      "For the captain, Lund, this was “the longest night of my working life”; he also spoke of “a lesson in patience "
      "for everybody”.";
  CHECK(origins({told("a", {one}, "Nordwire"), told("b", {two}, "Nordwire")}) == std::vector<std::string>{"o1", "o1"});
  CHECK(origins({told("a", {one}, "Nordwire"), told("b", {two}, "Sudpress")}) == std::vector<std::string>{"o1", "o2"});
  CHECK(origins({told("a", {ferry}, "Nordwire"), told("b", {vote}, "Nordwire")}) ==
        std::vector<std::string>{"o1", "o2"});
}

}  // namespace
}  // namespace dateline
