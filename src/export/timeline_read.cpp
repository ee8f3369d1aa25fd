// The timeline JSON read back: what write_timeline_json wrote, and what others write by its schema.
#include <map>

#include "dateline/export.hpp"
#include "export/json_reader.hpp"

namespace dateline {
namespace {

using Json = nlohmann::json;

/// Indices by the ids that stand in the file.
class Ids {
 public:
  explicit Ids(std::string what) : what_(std::move(what)) {}
  void add(const JsonReader& in, const std::string& id) {
    if (!indices_.emplace(id, static_cast<std::uint32_t>(indices_.size())).second)
      in.fail("the " + what_ + " '" + id + "' stands twice");
  }
  std::uint32_t of(const JsonReader& in, const std::string& id) const {
    const auto found = indices_.find(id);
    if (found == indices_.end()) in.fail("there is no " + what_ + " '" + id + "'");
    return found->second;
  }

 private:
  std::string what_;
  std::map<std::string, std::uint32_t, std::less<>> indices_;
};

int count_of(const JsonReader& in, const Json& object, const char* key) {
  const std::uint32_t count = in.as_place(in.member(object, key), key);
  if (count > INT32_MAX) in.fail(std::string("\"") + key + "\" is too large");
  return static_cast<int>(count);
}

class TimelineReader {
 public:
  explicit TimelineReader(std::string_view where) : in_(where, "is broken JSON, or no object") {}

  Knowledge read(std::string_view bytes) {
    const Json root = in_.parse(bytes);
    if (in_.optional_text(root, "format") != "dateline-timeline") in_.fail("is no dateline timeline");
    if (in_.member(root, "version") != 1) in_.fail("is of another version than 1");
    for (const Json& item : list(root, "documents")) read_.documents.push_back(document(item));
    for (const Json& item : list(root, "entities")) read_.entities.push_back(entity(item));
    for (const Json& item : list(root, "events")) events_.add(in_, in_.text(item, "id"));
    for (const Json& item : list(root, "events")) read_.events.push_back(event(item));
    for (const Json& item : list(root, "relations")) read_.relations.push_back(relation(item));
    return std::move(read_);
  }

 private:
  const Json& list(const Json& root, const char* key) const {
    in_.member(root, key);
    return in_.array(root, key);
  }

  std::vector<std::string> texts(const Json& object, const char* key) const {
    std::vector<std::string> read;
    for (const Json& text : in_.array(object, key)) read.push_back(in_.as_text(text, key));
    return read;
  }

  std::vector<std::uint32_t> references(const Json& object, const char* key, const Ids& ids) const {
    std::vector<std::uint32_t> read;
    for (const std::string& id : texts(object, key)) read.push_back(ids.of(in_, id));
    return read;
  }

  DocumentInfo document(const Json& item) {
    DocumentInfo document;
    document.id = in_.text(item, "id");
    documents_.add(in_, document.id);
    document.source = in_.text(item, "source");
    document.title = in_.optional_text(item, "title");
    document.publisher = in_.optional_text(item, "publisher");
    document.agencies = texts(item, "agency");
    document.url = in_.optional_text(item, "url");
    const std::string published = in_.optional_text(item, "published");
    if (!published.empty()) document.published = Published{published, in_.optional_text(item, "published_from")};
    if (item.contains("anchor")) {
      document.anchor_edtf = in_.text(item["anchor"], "edtf");
      document.anchor_why = in_.optional_text(item["anchor"], "why");
    }
    document.origin = in_.text(item, "origin");
    document.sha256 = in_.text(item, "sha256");
    return document;
  }

  Entity entity(const Json& item) {
    Entity entity;
    entity.id = in_.text(item, "id");
    entities_.add(in_, entity.id);
    entity.name = in_.text(item, "name");
    entity.kind = in_.word(item, "kind", entity_kind_named);
    entity.aliases = texts(item, "aliases");
    entity.mentions = count_of(in_, item, "mentions");
    entity.country = in_.optional_text(item, "country");
    entity.wikidata = in_.optional_text(item, "wikidata");
    return entity;
  }

  Event event(const Json& item) const {
    Event event;
    event.id = in_.text(item, "id");
    event.type = in_.text(item, "type");
    event.mode = in_.optional_text(item, "mode");
    event.label = in_.text(item, "label");
    if (!in_.member(item, "date").is_null()) event.date = read_date(in_, item["date"]);
    event.status = in_.word(item, "status", status_named);
    for (const Json& one : in_.array(item, "participants"))
      event.participants.push_back({in_.text(one, "role"), entities_.of(in_, in_.text(one, "entity"))});
    if (const std::string place = in_.optional_text(item, "place"); !place.empty())
      event.place = entities_.of(in_, place);
    event.amounts = read_amounts(in_, item);
    event.content = references(item, "content", events_);
    event.articles = count_of(in_, item, "articles");
    event.origins = count_of(in_, item, "origins");
    if (item.contains("plover")) {
      event.plover_event = in_.text(item["plover"], "event");
      event.plover_mode = in_.optional_text(item["plover"], "mode");
    }
    event.cameo = in_.optional_text(item, "cameo");
    event.evidence = evidence(item);
    event.temporal = temporal(item, event.evidence.size());
    if (const std::string whole = in_.optional_text(item, "part_of"); !whole.empty())
      event.part_of = events_.of(in_, whole);
    event.conflicts = conflicts(item, event.evidence.size());
    return event;
  }

  std::vector<TemporalLink> temporal(const Json& item, std::size_t pieces) const {
    std::vector<TemporalLink> read;
    for (const Json& one : in_.array(item, "temporal")) {
      read.push_back({in_.word(one, "relation", temporal_relation_named), events_.of(in_, in_.text(one, "event")),
                      in_.indices(one, "evidence", pieces)});
    }
    return read;
  }

  std::vector<Conflict> conflicts(const Json& item, std::size_t pieces) const {
    std::vector<Conflict> read;
    for (const Json& one : in_.array(item, "conflicts")) {
      Conflict conflict{in_.text(one, "field"), {}};
      for (const Json& value : in_.array(one, "values"))
        conflict.values.push_back({in_.text(value, "value"), in_.indices(value, "evidence", pieces)});
      read.push_back(std::move(conflict));
    }
    return read;
  }

  std::vector<Evidence> evidence(const Json& item) const {
    std::vector<Evidence> read;
    for (const Json& one : in_.array(item, "evidence")) {
      Evidence piece;
      piece.document = documents_.of(in_, in_.text(one, "document"));
      piece.span = in_.span(one);
      piece.quote = in_.text(one, "quote");
      const Json& trigger = in_.member(one, "trigger");
      piece.trigger = in_.span(trigger);
      piece.trigger_text = in_.text(trigger, "text");
      if (one.contains("time")) piece.time = time(one["time"]);
      piece.attribution = references(one, "attribution", entities_);
      piece.status = in_.word(one, "status", status_named);
      piece.reported = in_.optional_text(one, "reported");
      piece.rule = in_.optional_text(one, "rule");
      read.push_back(std::move(piece));
    }
    return read;
  }

  Evidence::Time time(const Json& item) const {
    return {in_.span(item), in_.text(item, "text"), in_.optional_text(item, "edtf"), in_.optional_text(item, "anchor"),
            in_.optional_text(item, "rule")};
  }

  Relation relation(const Json& item) const {
    Relation relation;
    relation.id = in_.text(item, "id");
    relation.type = in_.text(item, "type");
    relation.from = entities_.of(in_, in_.text(item, "from"));
    if (const std::string to = in_.optional_text(item, "to"); !to.empty()) relation.to = entities_.of(in_, to);
    relation.text = in_.optional_text(item, "text");
    relation.since = in_.optional_text(item, "since");
    relation.until = in_.optional_text(item, "until");
    relation.evidence = evidence(item);
    return relation;
  }

  JsonReader in_;
  Ids documents_{"document"}, entities_{"entity"}, events_{"event"};
  Knowledge read_;
};

}  // namespace

Knowledge read_timeline(std::string_view bytes, std::string_view where) { return TimelineReader(where).read(bytes); }

}  // namespace dateline
