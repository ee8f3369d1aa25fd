// How merging grows: merge_bench [DOCUMENTS] [EVENTS] prints a line of tab-separated figures for 1, 3, 10, 30 and 100 times as many
// documents, once made of new stories and once of the same stories told again, with the processor's seconds, the microseconds a document and the
// memory that the process had at most by then. The documents are made up; a few countries and people stand in most of them, as in
// real news, and every tenth document is a near copy of the one before.
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <vector>

#include "dateline/base/hash.hpp"
#include "dateline/merge.hpp"
#include "dateline/ontology.hpp"

namespace {

using namespace dateline;

// Few are named often, many seldom.
std::uint32_t skewed(std::mt19937& random, std::uint32_t count) {
  const double share = static_cast<double>(random() % 100000) / 100000;
  return static_cast<std::uint32_t>(share * share * share * count) % count;
}

LocalEntity entity(std::mt19937& random) {
  LocalEntity out;
  const std::uint32_t kind = random() % 4, number = skewed(random, kind == 0 ? 60 : 4000);
  const std::string country =
      std::string(1, static_cast<char>('A' + number % 7)) + static_cast<char>('A' + number / 7 % 9);
  out.country = kind == 3 ? "" : country;
  if (kind == 0)
    out.kind = EntityKind::country, out.name = "Land " + std::to_string(number), out.key = "country:" + country;
  if (kind == 1)
    out.kind = EntityKind::person,
    out.name = "Given" + std::to_string(number % 90) + " Family" + std::to_string(number);
  if (kind == 2) out.kind = EntityKind::organization, out.name = "Body of Things " + std::to_string(number);
  if (kind == 3) out.kind = EntityKind::group, out.name = "people of sort" + std::to_string(number % 50);
  if (kind == 1 && random() % 5 == 0) out.name = "Family" + std::to_string(number);
  out.mentions.push_back({{0, 4}, out.name, kind == 3 ? MentionForm::nominal : MentionForm::name});
  return out;
}

Reading reading(std::mt19937& random, const std::vector<EventType>& types, int number, int events) {
  Reading out;
  out.document.source = "document" + std::to_string(number);
  const auto day = static_cast<DayNumber>(20000 + random() % 60);
  out.document.published = Published{iso_day(day), "bench"};
  for (int i = 0; i < 15; ++i) out.findings.entities.push_back(entity(random));
  for (int i = 0; i < events; ++i) {
    EventMention event;
    const EventType& type = types[skewed(random, static_cast<std::uint32_t>(types.size()))];
    event.type = type.id;
    const auto begin = static_cast<std::uint32_t>(out.document.text.size());
    for (int word = 0; word < 22; ++word) out.document.text += "word" + std::to_string(skewed(random, 9000)) + " ";
    out.document.text += "\n";
    event.sentence = {begin, static_cast<std::uint32_t>(out.document.text.size()) - 1};
    event.trigger = {begin, begin + 4};
    for (std::size_t role = 0; role < type.roles.size() && role < 2; ++role) {
      event.participants.push_back(
          {type.roles[role].name, static_cast<std::uint32_t>(random() % out.findings.entities.size())});
    }
    if (random() % 2 == 0) event.date = event_date(iso_day(day - static_cast<DayNumber>(random() % 9)), Basis::stated);
    out.document.blocks.push_back({BlockKind::paragraph, event.sentence});
    out.findings.sentences.push_back(event.sentence);
    out.findings.events.push_back(std::move(event));
  }
  out.document.sha256 = sha256(out.document.text);
  return out;
}

// `documents` that tell `events` each; every one of `stories` different ones is told as often as the others.
std::vector<Reading> corpus(const std::vector<EventType>& types, int documents, int events, int stories) {
  std::mt19937 random(7);
  std::vector<Reading> readings;
  for (int i = 0; i < documents; ++i) {
    if (i >= stories) {
      readings.push_back(readings[static_cast<std::size_t>(i - stories)]);
    } else if (i % 10 == 9) {
      readings.push_back(readings.back());
    } else {
      readings.push_back(reading(random, types, i, events));
    }
    readings.back().document.source = "document" + std::to_string(i);
  }
  return readings;
}

long peak_megabytes() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

void measure(const char* name, const std::vector<Reading>& readings, const Resources& resources) {
  const std::clock_t start = std::clock();  // of the processor: other work on the machine does not count
  const Knowledge knowledge = merge(readings, resources);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  const auto documents = static_cast<double>(readings.size());
  std::printf("%s\t%zu\t%zu\t%zu\t%.2f\t%.0f\t%ld\n", name, readings.size(), knowledge.entities.size(),
              knowledge.events.size(), seconds, seconds / documents * 1e6, peak_megabytes());
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const int documents = argc > 1 ? std::atoi(argv[1]) : 100, events = argc > 2 ? std::atoi(argv[2]) : 20;
  const Resources resources = Resources::embedded();
  const Ontology ontology(resources);
  std::printf("corpus\tdocuments\tentities\tevents\tseconds\tmicroseconds_a_document\tpeak_megabytes\n");
  for (const int times : {1, 3, 10, 30, 100}) {
    measure("new", corpus(ontology.events(), documents * times, events, documents * times), resources);
    measure("again", corpus(ontology.events(), documents * times, events, documents), resources);
  }
  return 0;
}
