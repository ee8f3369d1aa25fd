#include "graph/merge/events.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "graph/merge/conflicts.hpp"
#include "graph/merge/dates.hpp"
#include "graph/merge/event_labels.hpp"
#include "graph/merge/ids.hpp"
#include "graph/merge/parts.hpp"
#include "graph/merge/people.hpp"

namespace dateline::merging {
namespace {

struct Draft {
  Event event;
  Wording wording;
  IdSource id;
};

// The fullest wording of what was said that was not cut short, else the briefest; the first in byte order among equals.
std::string best_about(const std::vector<const Telling*>& tellings) {
  constexpr std::string_view cut_short = "…";
  const auto rank = [&](const std::string& about) {
    const bool cut = about.ends_with(cut_short);
    const auto size = static_cast<std::ptrdiff_t>(about.size());
    return std::tuple(cut, cut ? size : -size, about);
  };
  std::string best;
  for (const Telling* telling : tellings) {
    const std::string& about = telling->mention->about;
    if (!about.empty() && (best.empty() || rank(about) < rank(best))) best = about;
  }
  return best;
}

std::string voted_mode(const std::vector<const Telling*>& tellings, const std::string& type) {
  std::map<std::string, int> votes;
  for (const Telling* telling : tellings) {
    if (!telling->mention->mode.empty() && telling->mention->type == type) ++votes[telling->mention->mode];
  }
  const auto best = std::min_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return std::pair(-a.second, a.first) < std::pair(-b.second, b.first);
  });
  return best == votes.end() ? "" : best->first;
}

// A telling of the type that most tellings give; of equals the one that its family names first.
const Telling& typical(const std::vector<const Telling*>& tellings, const EventRules& rules) {
  std::map<std::string, int> votes;
  for (const Telling* telling : tellings) ++votes[telling->mention->type];
  const auto rank = [&](const Telling* telling) {
    const std::string& type = telling->mention->type;
    const Family* family = rules.family(type);
    if (family == nullptr) return std::pair(-votes[type], std::ptrdiff_t{0});
    const auto place = std::find(family->types.begin(), family->types.end(), type) - family->types.begin();
    return std::pair(-votes[type], place);
  };
  return **std::min_element(tellings.begin(), tellings.end(),
                            [&](const Telling* a, const Telling* b) { return rank(a) < rank(b); });
}

// What did not happen, or only elsewhere was planned, does not date what did.
std::optional<EventDate> date_of(const std::vector<const Telling*>& tellings, Status status, const Labels& labels) {
  std::vector<EventDate> same, all;
  for (const Telling* telling : tellings) {
    if (!telling->mention->date) continue;
    all.push_back(*telling->mention->date);
    const Status own = telling->mention->negated ? Status::denied : telling->mention->status;
    const bool real = own == Status::asserted || own == Status::claimed;
    if (own == status || (real && (status == Status::asserted || status == Status::claimed)))
      same.push_back(all.back());
  }
  return combined_date(same.empty() ? std::move(all) : std::move(same), labels.phrase("date-disagrees"));
}

void count_documents(Event& event, const std::vector<DocumentInfo>& documents) {
  std::set<std::uint32_t> articles;
  std::set<std::string> origins;
  for (const Evidence& evidence : event.evidence) {
    articles.insert(evidence.document);
    origins.insert(documents[evidence.document].origin);
  }
  event.articles = static_cast<int>(articles.size());
  event.origins = static_cast<int>(origins.size());
}

void align(Event& event, const EventType* type) {
  if (type == nullptr) return;
  event.plover_event = type->plover_event;
  event.plover_mode = type->plover_mode;
  event.cameo = type->cameo;
  const bool known_mode = std::find(type->modes.begin(), type->modes.end(), event.mode) != type->modes.end();
  if (event.plover_mode.empty() && known_mode && !event.plover_event.empty()) event.plover_mode = event.mode;
}

// The type, who and when; to tell apart what shares all of these, the words of the first telling.
IdSource id_source(const Event& event, const Sources& sources) {
  std::string content = event.type;
  for (const Participant& participant : event.participants)
    content += "\t" + sources.entities.entities[participant.entity].id;
  const Evidence& first = event.evidence.front();
  const std::string words =
      sources.documents[first.document].sha256 + "\t" + std::to_string(first.trigger.begin) + "\t" + first.quote;
  content += event.date ? "\t" + event.date->edtf : event.participants.empty() ? "\t" + words : "";
  return {content, words};
}

// The tellings of a group as they stand in the documents, which is the order of its evidence.
std::vector<std::uint32_t> in_order(std::vector<std::uint32_t> group, const std::vector<Telling>& tellings) {
  const auto place = [&](std::uint32_t i) {
    return std::tuple(tellings[i].document, tellings[i].mention->sentence, tellings[i].mention->trigger);
  };
  std::stable_sort(group.begin(), group.end(), [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
  return group;
}

std::vector<const Telling*> at(const std::vector<std::uint32_t>& group, const std::vector<Telling>& tellings) {
  std::vector<const Telling*> out;
  for (const std::uint32_t i : group) out.push_back(&tellings[i]);
  return out;
}

// What happened as the typical telling words it, else as another one does; of those that tell it as it stands.
std::string own_words_of(const std::vector<const Telling*>& told, const Telling& model, Status status) {
  if (model.mention->status == status && !model.mention->own_words.empty()) return model.mention->own_words;
  const auto worded = std::find_if(told.begin(), told.end(), [&](const Telling* one) {
    return one->mention->status == status && !one->mention->own_words.empty();
  });
  if (worded != told.end()) return (*worded)->mention->own_words;
  // said with its caution where another telling asserts it without words of its own
  return model.mention->status == Status::claimed && status == Status::asserted ? model.mention->own_words : "";
}

Draft draft(const std::vector<const Telling*>& told, const Sources& sources) {
  Draft out;
  Event& event = out.event;
  const Telling& model = typical(told, sources.rules);
  event.type = model.mention->type;
  event.mode = voted_mode(told, event.type);
  event.status = united_status(told);
  event.date = date_of(told, event.status, sources.labels);
  event.participants = united_participants(told, model.type, sources.entities, sources.rules);
  event.place = united_place(told, sources.entities);
  event.amounts = united_amounts(told);
  event.conflicts = conflicts(told);
  for (const Telling* telling : told) {
    event.evidence.push_back(
        evidence_of(*telling->mention, telling->document, sources.readings, sources.entities, sources.quotes));
  }
  count_documents(event, sources.documents);
  align(event, model.type);
  out.wording = {best_about(told), model.mention->rule, sources.quotes.text(model.document, model.mention->trigger),
                 own_words_of(told, model, event.status)};
  out.id = id_source(event, sources);
  return out;
}

// Undated events come last.
std::tuple<bool, DayNumber, DayNumber, std::string> canonical_place(const Event& event) {
  if (!event.date) return {true, 0, 0, event.id};
  const DayInterval& days = event.date->days;
  const std::optional<DayNumber> first = days.first ? days.first : days.last;
  return {!first, first.value_or(0), days.last.value_or(first.value_or(0)), event.id};
}

// The event that each local one became, by document and index in its findings.
using EventByPlace = std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t>;

// Events that a speech act is about.
void link_content(std::vector<Event>& events, const std::vector<std::uint32_t>& event_of,
                  const std::vector<Telling>& tellings, const EventByPlace& by_place) {
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    for (const std::uint32_t about : tellings[i].mention->content) {
      const auto found = by_place.find({tellings[i].document, about});
      if (found != by_place.end() && found->second != event_of[i]) events[event_of[i]].content.push_back(found->second);
    }
  }
  for (Event& event : events) {
    std::sort(event.content.begin(), event.content.end());
    event.content.erase(std::unique(event.content.begin(), event.content.end()), event.content.end());
  }
}

// How an event lies to others by any of its tellings: each relation to each event once, with the tellings that say so. `pieces`: the place
// of each telling in its event's evidence.
void link_temporal(std::vector<Event>& events, const std::vector<std::uint32_t>& event_of,
                   const std::vector<std::uint32_t>& pieces, const std::vector<Telling>& tellings,
                   const EventByPlace& by_place) {
  std::vector<std::map<std::pair<std::uint32_t, TemporalRelation>, std::set<std::uint32_t>>> told(events.size());
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    for (const TemporalMention& link : tellings[i].mention->temporal) {
      const auto other = by_place.find({tellings[i].document, link.event});
      if (other != by_place.end() && other->second != event_of[i])
        told[event_of[i]][{other->second, link.relation}].insert(pieces[i]);
    }
  }
  for (std::size_t i = 0; i < events.size(); ++i) {
    for (const auto& [link, evidence] : told[i])
      events[i].temporal.push_back({link.second, link.first, {evidence.begin(), evidence.end()}});
  }
}

}  // namespace

std::vector<Event> merged_events(const std::vector<Telling>& tellings,
                                 const std::vector<std::vector<std::uint32_t>>& groups, const Sources& sources) {
  std::vector<Event> drafts;
  std::vector<Wording> wording_of, wordings;
  std::vector<IdSource> id_sources;
  std::vector<std::uint32_t> pieces(tellings.size());
  for (const std::vector<std::uint32_t>& group : groups) {
    const std::vector<std::uint32_t> told = in_order(group, tellings);
    for (std::uint32_t i = 0; i < told.size(); ++i) pieces[told[i]] = i;
    Draft made = draft(at(told, tellings), sources);
    drafts.push_back(std::move(made.event));
    wording_of.push_back(std::move(made.wording));
    id_sources.push_back(std::move(made.id));
  }
  for (const std::size_t i : sources.addressed.date_meetings(drafts, sources.labels.phrase("date-of-what-was-said")))
    id_sources[i] = id_source(drafts[i], sources);
  const std::vector<std::string> ids = distinct_ids("ev", 12, id_sources);
  for (std::size_t i = 0; i < drafts.size(); ++i) drafts[i].id = ids[i];

  std::vector<std::uint32_t> order(drafts.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return canonical_place(drafts[a]) < canonical_place(drafts[b]); });
  std::vector<Event> events;
  std::vector<std::uint32_t> event_of(tellings.size());
  for (const std::uint32_t i : order) {
    for (const std::uint32_t telling : groups[i]) event_of[telling] = static_cast<std::uint32_t>(events.size());
    events.push_back(std::move(drafts[i]));
    wordings.push_back(std::move(wording_of[i]));
  }
  EventByPlace by_place;
  for (std::uint32_t i = 0; i < tellings.size(); ++i) by_place[{tellings[i].document, tellings[i].index}] = event_of[i];
  link_content(events, event_of, tellings, by_place);
  link_temporal(events, event_of, pieces, tellings, by_place);
  link_parts(events, event_of, tellings);
  write_labels(events, wordings, sources.entities, sources.labels);
  return events;
}

}  // namespace dateline::merging
