#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "dateline/extract.hpp"
#include "dateline/resources.hpp"
#include "extract/entity/lookup.hpp"

using namespace dateline;

namespace {

struct Read {
  Document document;
  Extraction extraction;
  Nominals nominals{Resources::embedded()};

  explicit Read(std::string text) {
    static const Extractor extractor(Resources::embedded());
    document.text = std::move(text);
    document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}});
    ExtractOptions options;
    options.last = Stage::entities;
    extraction = extractor.analyse(document, options);
  }

  std::uint32_t token(std::string_view word) const {
    for (std::uint32_t i = 0; i < extraction.tokens.size(); ++i) {
      if (extraction.text(document, extraction.tokens[i]) == word) return i;
    }
    FAIL("no such word: " << word);
    return 0;
  }

  std::vector<std::string> names(const std::vector<std::uint32_t>& entities) const {
    std::vector<std::string> names;
    for (const std::uint32_t entity : entities) names.push_back(extraction.entities[entity].name);
    return names;
  }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a mention is found by its head and by any word in it") {
  Read read("Some 4,000 Malian troops met Foreign Minister Abdoulaye Diop in Bamako.");
  EntityLookup lookup(read.document, read.extraction, read.nominals);
  CHECK(read.names(lookup.headed_by(read.token("troops"))) == Names{"Malian troops"});
  CHECK(read.names(lookup.covering(read.token("Malian"))) == Names{"Mali"});
  CHECK(read.names(lookup.covering(read.token("Diop"))) == Names{"Abdoulaye Diop"});
  CHECK(lookup.headed_by(read.token("met")).empty());
  CHECK(lookup.of_phrase(read.token("met")).empty());
}

TEST_CASE("a title stands for whom it is before") {
  Read read("Estonian Secretary of State Jaan Mets arrived.");
  EntityLookup lookup(read.document, read.extraction, read.nominals);
  CHECK(read.names(lookup.headed_by(read.token("Secretary"))) == Names{"Jaan Mets"});
}

TEST_CASE("a phrase without an entity gets one, once") {
  Read read("The ministers opened a new desalination facility. The facility serves Gabes.");
  EntityLookup lookup(read.document, read.extraction, read.nominals);
  const std::uint32_t facility = read.token("facility");
  CHECK(lookup.of_phrase(facility).empty());
  const auto made = lookup.of_phrase(facility, EntityLookup::Make::any_noun);
  REQUIRE(made.size() == 1);
  CHECK(read.names(made) == Names{"new desalination facility"});
  CHECK(lookup.of_phrase(facility, EntityLookup::Make::any_noun) == made);
  CHECK(lookup.headed_by(facility) == made);
}

TEST_CASE("whoever is counted is meant") {
  Read read("Thousands of protesters marched to the port of Aden.");
  EntityLookup lookup(read.document, read.extraction, read.nominals);
  CHECK(read.names(lookup.of_phrase(read.token("Thousands"))) == Names{"protesters"});
  CHECK(read.names(lookup.of_phrase(read.token("port"))) == Names{"Aden"});
}

TEST_CASE("nominals that no event speaks of can be left out, and indices follow") {
  Read read("Reporters waited. Kenya thanked the protesters.");
  const auto count = read.extraction.entities.size();
  REQUIRE(count == 3);
  EventMention event;
  for (std::uint32_t e = 0; e < count; ++e) {
    if (read.extraction.entities[e].name == "protesters") event.participants.push_back({"target", e});
  }
  REQUIRE(event.participants.size() == 1);
  read.extraction.events.push_back(event);
  drop_unused_nominals(read.extraction);
  REQUIRE(read.extraction.entities.size() == 2);
  CHECK(read.extraction.entities[0].name == "Kenya");
  CHECK(read.extraction.entities[read.extraction.events[0].participants[0].entity].name == "protesters");
}
