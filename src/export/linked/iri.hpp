// Names of things for linked data. Events and entities have the same in every store.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dateline/model/knowledge.hpp"

namespace dateline {

/// "urn:dateline:ev0123456789ab"; what an IRI cannot hold is percent-encoded.
std::string iri(std::string_view id);
/// "urn:dateline:type:meet": `kind` is "type", "role", "relation".
std::string iri(std::string_view kind, std::string_view id);
/// Of a Wikidata item ("Q42"): "http://www.wikidata.org/entity/Q42".
std::string wikidata_iri(std::string_view item);
/// By source and text: the ids of documents are of one store only.
std::string iri(const DocumentInfo& document);

/// The date as ISO 8601 says it at its own precision ("2024", "2024-11", "2024-11-04", "2024-11-04T16:24Z"), begin and end;
/// a day for what is finer or coarser than these. No end where it is the same.
struct IsoDates {
  std::string start, end;
};
IsoDates iso_dates(const EventDate& date);

}  // namespace dateline
