// Event data as political scientists load it: PLOVER 2.0 records, one of JSON a line, and CAMEO rows in the columns of
// ICEWS, one for each pair. Only what was said to have happened: what is planned, urged, denied or supposed is another
// category there (a planned visit is AGREE) and is left out rather than miscoded.
#include <algorithm>
#include <ostream>

#include "dateline/base/text.hpp"
#include "export/formats.hpp"
#include "export/json_writer.hpp"
#include "export/notes.hpp"
#include "export/table/csv.hpp"

namespace dateline {
namespace {

using enum JsonWriter::Layout;

bool happened(const Event& event) { return event.status == Status::asserted || event.status == Status::claimed; }

/// The day that a row stands under: the first; for a bound the known end.
std::optional<DayNumber> day_of(const Event& event) {
  if (!has_place_in_time(event)) return std::nullopt;
  return event.date->days.first ? event.date->days.first : event.date->days.last;
}

/// Actors share the role of the first participant; the others that are persons, organizations, groups or countries are
/// recipients.
struct Sides {
  std::vector<std::uint32_t> actors, recipients;
};

bool acts(const Entity& entity) {
  return entity.kind == EntityKind::person || entity.kind == EntityKind::organization ||
         entity.kind == EntityKind::country || entity.kind == EntityKind::group;
}

Sides sides_of(const Knowledge& knowledge, const Event& event) {
  Sides sides;
  for (const Participant& participant : event.participants) {
    if (!acts(knowledge.entities[participant.entity])) continue;
    const bool actor = participant.role == event.participants.front().role;
    (actor ? sides.actors : sides.recipients).push_back(participant.entity);
  }
  return sides;
}

void write_entities(JsonWriter& json, std::string_view key, const Knowledge& knowledge,
                    const std::vector<std::uint32_t>& entities) {
  json.key(key).begin_array(flat);
  for (const std::uint32_t index : entities) {
    const Entity& entity = knowledge.entities[index];
    json.begin_object(flat).member("entity_text", entity.name).member("identifier_id", entity.id);
    json.optional_member("code", entity.country).member("kind", name(entity.kind)).end_object();
  }
  json.end_array();
}

/// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, by category of PLOVER 2.0.
int quad_code(std::string_view category) {
  constexpr std::string_view quads[4][8] = {{"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
                                            {"COOPERATE", "AID", "RETREAT"},
                                            {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
                                            {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}};
  for (int quad = 0; quad < 4; ++quad) {
    if (std::find(std::begin(quads[quad]), std::end(quads[quad]), category) != std::end(quads[quad])) return quad + 1;
  }
  return 0;
}

void write_size(JsonWriter& json, const Event& event) {
  json.key("size").begin_object(flat);
  const auto write = [&](std::string_view key, std::string_view role) {
    const auto first = std::find_if(event.amounts.begin(), event.amounts.end(),
                                    [&](const Amount& amount) { return amount.value && amount.role == role; });
    if (first != event.amounts.end()) json.key(key).number(*first->value);
  };
  write("dead", "killed");
  write("injured", "injured");
  json.end_object();
}

void write_plover_event(JsonWriter& json, const Knowledge& knowledge, const Event& event, DayNumber day) {
  const Sides sides = sides_of(knowledge, event);
  json.begin_object(flat).member("id", event.id).member("date", iso_day(day));
  if (event.date->days.first && event.date->days.last && *event.date->days.last > day)
    json.member("enddate", iso_day(*event.date->days.last));
  write_entities(json, "actor", knowledge, sides.actors);
  write_entities(json, "recipient", knowledge, sides.recipients);
  json.key("event").begin_array(flat).string(event.plover_event).end_array();
  json.key("mode").begin_array(flat);
  if (!event.plover_mode.empty()) json.string(event.plover_mode);
  json.end_array();
  if (const int quad = quad_code(event.plover_event)) json.member("quad_code", quad);
  if (event.place) {
    json.key("event_loc").begin_object(flat);
    json.member("extracted_place", knowledge.entities[*event.place].name).end_object();
  }
  write_size(json, event);
  if (!event.evidence.empty()) {
    const Evidence& first = event.evidence.front();
    const DocumentInfo& document = knowledge.documents[first.document];
    json.member("event_text", first.trigger_text).member("text", first.quote);
    json.key("cite_info").begin_object(flat).member("corpus", document.source).member("title", document.title);
    json.optional_member("url", document.url).optional_member("publication", document.publisher).end_object();
  }
  json.member("comment", event.label + " (" + std::string(name(event.status)) + ", " + event.date->edtf + ")");
  json.end_object();
}

/// Counts what the rows leave out.
class LeftOut {
 public:
  /// Whether an event becomes a row.
  bool takes(const Event& event, const std::string& code) {
    if (code.empty()) return ++uncoded_, false;
    if (!happened(event)) return ++unreal_, false;
    if (!day_of(event)) return ++undated_, false;
    return true;
  }
  bool takes_sides(const Sides& sides) {
    if (!sides.actors.empty()) return true;
    ++nobody_;
    return false;
  }
  void say(std::string_view ontology, Notes& notes) const {
    const auto say = [&](std::size_t count, std::string_view why) {
      if (count > 0) notes.push_back(counted(count, "event") + " " + std::string(why) + " left out");
    };
    say(uncoded_, "of types that " + std::string(ontology) + " does not have");
    say(unreal_, "planned, urged, denied or hypothetical");
    say(undated_, "without a date");
    say(nobody_, "without an actor");
  }

 private:
  std::size_t uncoded_ = 0, unreal_ = 0, undated_ = 0, nobody_ = 0;
};

struct Pair {
  std::uint32_t source, target;
};

/// CAMEO codes pairs: each actor with each recipient, or all sides of what has no direction with each other.
std::vector<Pair> pairs_of(const Sides& sides) {
  std::vector<Pair> pairs;
  const std::vector<std::uint32_t>& others = sides.recipients.empty() ? sides.actors : sides.recipients;
  for (const std::uint32_t source : sides.actors) {
    for (const std::uint32_t target : others) {
      if (source != target) pairs.push_back({source, target});
    }
  }
  if (pairs.empty()) pairs.push_back({sides.actors.front(), UINT32_MAX});
  return pairs;
}

}  // namespace

void write_plover(const Knowledge& knowledge, const Graph&, const ExportOptions&, std::ostream& out, Notes& notes) {
  LeftOut left_out;
  JsonWriter json;
  for (const Event& event : knowledge.events) {
    if (!left_out.takes(event, event.plover_event)) continue;
    if (!left_out.takes_sides(sides_of(knowledge, event))) continue;
    write_plover_event(json, knowledge, event, *day_of(event));
    out << json.take() << '\n';
  }
  left_out.say("PLOVER", notes);
}

void write_cameo(const Knowledge& knowledge, const Graph&, const ExportOptions&, std::ostream& out, Notes& notes) {
  LeftOut left_out;
  out << tsv_row({"Event ID",       "Event Date", "Source Name",     "Source Sectors", "Source Country",
                  "Event Text",     "CAMEO Code", "Intensity",       "Target Name",    "Target Sectors",
                  "Target Country", "Story ID",   "Sentence Number", "Publisher",      "City",
                  "District",       "Province",   "Country",         "Latitude",       "Longitude"});
  for (const Event& event : knowledge.events) {
    if (!left_out.takes(event, event.cameo)) continue;
    const Sides sides = sides_of(knowledge, event);
    if (!left_out.takes_sides(sides)) continue;
    const DocumentInfo* document =
        event.evidence.empty() ? nullptr : &knowledge.documents[event.evidence.front().document];
    const Entity* place = event.place ? &knowledge.entities[*event.place] : nullptr;
    const bool country = place && place->kind == EntityKind::country;
    for (const Pair& pair : pairs_of(sides)) {
      const Entity& source = knowledge.entities[pair.source];
      const Entity* target = pair.target == UINT32_MAX ? nullptr : &knowledge.entities[pair.target];
      out << tsv_row({event.id,
                      iso_day(*day_of(event)),
                      source.name,
                      "",
                      source.country,
                      event.label,
                      event.cameo,
                      "",
                      target ? target->name : "",
                      "",
                      target ? target->country : "",
                      document ? document->id : "",
                      "",
                      document ? document->publisher : "",
                      place && !country ? place->name : "",
                      "",
                      "",
                      country ? place->name : "",
                      "",
                      ""});
    }
  }
  left_out.say("CAMEO", notes);
}

}  // namespace dateline
