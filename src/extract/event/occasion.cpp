#include "extract/event/occasion.hpp"

#include <algorithm>
#include <optional>

#include "dateline/ontology.hpp"
#include "extract/event/dating.hpp"

namespace dateline {
namespace {

constexpr DayNumber near_days = 31;

bool holds(const std::vector<std::string>& types, const std::string& type) {
  return std::find(types.begin(), types.end(), type) != types.end();
}

bool is_fact(const EventMention& event) {
  return !event.negated && (event.status == Status::asserted || event.status == Status::claimed);
}

bool is_day(const EventMention& event) {
  return event.date && event.date->basis != Basis::bounded && event.date->precision == Precision::day &&
         event.date->days.first;
}

/// The event whose day all dated ones of these types share; nothing when they disagree or lie far back.
std::optional<std::uint32_t> anchor(const MatchContext& on, const std::vector<std::string>& types,
                                    const std::vector<EventNote>& notes) {
  const auto published = on.document.published ? parse_edtf(on.document.published->edtf) : std::nullopt;
  if (!published || !published->days.first) return std::nullopt;
  std::optional<std::uint32_t> found;
  for (std::uint32_t i = 0; i < on.extraction.events.size(); ++i) {
    const EventMention& event = on.extraction.events[i];
    if (!holds(types, event.type) || !is_fact(event) || !is_day(event) || notes[i].other_occasion) continue;
    const DayNumber ago = *published->days.first - *event.date->days.first;
    if (ago < 0 || ago > near_days) continue;
    if (found && on.extraction.events[*found].date->edtf != event.date->edtf) return std::nullopt;
    if (!found) found = i;
  }
  return found;
}

/// Told in the past and not as something before the past.
bool is_told_past(const Tree& tree, TokenIndex trigger) {
  std::optional<TokenIndex> at = trigger;
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (tree.is_verb(*at) && (tree.is_pluperfect(*at) || tree.is_infinitive(*at))) return false;
    if (tree.is_verb(*at) && tree.is_simple_past(*at)) return true;
  }
  return !tree.is_verb(trigger) || tree.xpos(trigger) == "VBN";
}

}  // namespace

Occasions::Occasions(const Resources& resources) {
  const Ontology ontology(resources);
  const Table& table = resources.table("ontology/occasions");
  for (const Row& row : table.rows) {
    Occasion occasion{table.list(row, "anchors"), table.list(row, "followers")};
    for (const auto* types : {&occasion.anchors, &occasion.followers}) {
      for (const std::string& type : *types) {
        if (!ontology.event(type)) fail(row, "no event type '" + type + "' in the ontology");
      }
    }
    occasions_.push_back(std::move(occasion));
  }
}

void Occasions::date(const MatchContext& on, const EventLinks& links, Extraction& extraction) const {
  const std::vector<bool> timed = dated_sentences(on);
  for (const Occasion& occasion : occasions_) {
    const auto source = anchor(on, occasion.anchors, links.notes);
    if (!source) continue;
    for (const auto& [trigger, index] : links.at) {
      EventMention& event = extraction.events[index];
      if (event.date || !is_fact(event) || links.notes[index].other_occasion) continue;
      if (!holds(occasion.followers, event.type) && !holds(occasion.anchors, event.type)) continue;
      if (timed[on.tree.sentence(trigger)] || !is_told_past(on.tree, trigger)) continue;
      event.date = extraction.events[*source].date;
      event.date->basis = Basis::inferred;
      event.time = extraction.events[*source].time;
    }
  }
}

}  // namespace dateline
