#include "dateline/merge.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "graph/merge/clusters.hpp"
#include "graph/merge/companions.hpp"
#include "graph/merge/documents.hpp"
#include "graph/merge/events.hpp"
#include "graph/merge/relations.hpp"
#include "graph/merge/reprints.hpp"
#include "graph/merge/rewrites.hpp"

namespace dateline {
namespace merging {
namespace {

constexpr std::size_t related_documents = 24;  ///< of each document, those that share most with it

// Everything after this reads the documents in one order, whatever order they came in.
Readings in_canonical_order(const std::vector<Reading>& readings) {
  Readings out;
  for (const Reading& reading : readings) out.push_back(&reading);
  std::stable_sort(out.begin(), out.end(), [](const Reading* a, const Reading* b) {
    const Document &left = a->document, &right = b->document;
    return std::tie(left.source, left.sha256, left.text) < std::tie(right.source, right.sha256, right.text);
  });
  return out;
}

// What stories are told apart by: entities known by name, countries left out.
std::vector<std::vector<std::uint32_t>> stories(const EntityTable& entities) {
  std::vector<std::vector<std::uint32_t>> named;
  for (const std::vector<std::uint32_t>& all : entities.of) {
    named.emplace_back();
    for (const std::uint32_t entity : all) {
      const bool known =
          entities.profiles[entity].reach == Reach::table || entities.profiles[entity].reach == Reach::name;
      if (known && entities.entities[entity].kind != EntityKind::country) named.back().push_back(entity);
    }
  }
  return Companions(std::move(named)).stories(related_documents);
}

std::vector<std::optional<DayNumber>> published_days(const Readings& readings) {
  std::vector<std::optional<DayNumber>> days;
  for (const Reading* reading : readings) {
    const std::optional<Published>& published = reading->document.published;
    const auto date = published ? parse_edtf(published->edtf) : std::nullopt;
    days.push_back(date ? date->days.first : std::nullopt);
  }
  return days;
}

}  // namespace
}  // namespace merging

Knowledge merge(const std::vector<Reading>& given, const Resources& resources) {
  using namespace merging;
  const NameRules names(resources);
  const Items items(resources, names);
  const EventRules rules(resources);
  const Labels labels(resources);
  const Addressed addressed(resources);
  Amended amended(in_canonical_order(given));
  const Readings& readings = amended.readings();
  const Quotes quotes(readings);

  Knowledge knowledge;
  knowledge.documents = document_infos(readings);
  follow_originals(amended, knowledge.documents, labels);
  std::vector<std::string> origins;
  for (const DocumentInfo& document : knowledge.documents) origins.push_back(document.origin);
  EntityTable entities = resolve_entities(readings, names, items, origins);
  std::vector<Telling> told = tellings(readings, entities, rules, names);
  if (follow_other_tellings(amended, told, knowledge.documents, entities, Recounts(resources), labels))
    told = tellings(readings, entities, rules, names);
  const DocumentFacts documents{published_days(readings), std::move(origins), stories(entities)};
  for (std::uint32_t i = 0; i < knowledge.documents.size(); ++i) {
    DocumentInfo& info = knowledge.documents[i];
    if (const auto anchor = amended.anchor(i); anchor && info.anchor_edtf.empty())
      std::tie(info.anchor_edtf, info.anchor_why) = *anchor;
  }
  const auto groups = happenings(told, entities, rules, documents);
  knowledge.events =
      merged_events(told, groups, {readings, knowledge.documents, entities, rules, labels, quotes, addressed});
  knowledge.relations = merged_relations(readings, entities, rules, quotes);
  knowledge.entities = std::move(entities.entities);
  return knowledge;
}

}  // namespace dateline
