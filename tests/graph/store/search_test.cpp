#include <doctest/doctest.h>

#include "dateline/store.hpp"
#include "graph/store/generator.hpp"
#include "graph/store/sample.hpp"

using namespace dateline;
using test::TemporaryFile;

namespace {

struct SampleStore {
  TemporaryFile file;
  Store store = Store::open(file.path(), StoreMode::write);
  std::vector<Reading> readings = test::sample_readings();
  SampleStore() {
    store.put(readings, "2024-11-10T08:00:00Z");
    store.put_knowledge(test::sample_knowledge(readings));
  }
};

}  // namespace

TEST_CASE("a hit is a sentence with its document, its place and the events told there") {
  const SampleStore sample;
  const std::vector<SearchHit> hits = sample.store.search("lorries", 10);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].document == 1);
  CHECK(hits[0].text == "Ruiz denied that the U.S. had sent 40 lorries.");
  CHECK(test::words_at(sample.readings[1].document.text, hits[0].span) == hits[0].text);
  CHECK(hits[0].events == std::vector<std::string>{"ev2"});
}

TEST_CASE("words are found without their marks and in either case") {
  const SampleStore sample;
  CHECK(sample.store.search("evora", 10).size() == 2);
  CHECK(sample.store.search("ÉVORA", 10).size() == 2);
  CHECK(sample.store.search("Sa", 10).size() == 2);
}

TEST_CASE("the syntax of FTS5 works") {
  const SampleStore sample;
  CHECK(sample.store.search("Monday OR lorries", 10).size() == 2);
  CHECK(sample.store.search("Ruiz NOT denied", 10).size() == 2);
  CHECK(sample.store.search("lorr*", 10).size() == 1);
  CHECK(sample.store.search("\"met Ben\"", 10).size() == 2);
}

TEST_CASE("a query that is no FTS5 syntax is taken as words") {
  const SampleStore sample;
  CHECK(sample.store.search("U.S.", 10).size() == 1);
  CHECK(sample.store.search("sent 40 lorries.", 10).size() == 1);
  CHECK(sample.store.search("Ruiz (denied", 10).size() == 1);
  CHECK(sample.store.search("\"Ben Ruiz", 10).size() == 2);
  CHECK(sample.store.search("Ben-Ruiz", 10).size() == 2);
  for (const char* odd : {"",    " ",   "?", "'",  "\"",    "\"\"\"", "*",    "(",    ")", ":", "AND",
                          "NOT", "a:b", "^", "--", "NEAR(", "{}",     "\xff", "\xc3", "+", "-x"}) {
    CAPTURE(odd);
    CHECK_NOTHROW(sample.store.search(odd, 10));
  }
}

TEST_CASE("better hits come first and no more than were asked for") {
  const SampleStore sample;
  CHECK(sample.store.search("met", 1).size() == 1);
  CHECK(sample.store.search("met", 0).empty());
  CHECK(sample.store.search("met", -5).empty());
  const std::vector<SearchHit> hits = sample.store.search("Ruiz", 10);
  REQUIRE(hits.size() == 3);
  CHECK(hits[0].text.size() <= hits[2].text.size());  // BM25: the same word weighs more in a shorter sentence
}

TEST_CASE("what was removed is found no more") {
  SampleStore sample;
  sample.store.remove("morning.txt");
  CHECK(sample.store.search("lorries", 10).empty());
  CHECK(sample.store.search("met", 10).size() == 1);
  CHECK(sample.store.search("met", 10)[0].document == 0);
}
