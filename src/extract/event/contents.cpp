#include "extract/event/contents.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view claim_mode = "claim";

bool share_participant(const EventMention& one, const EventMention& other) {
  return std::any_of(one.participants.begin(), one.participants.end(), [&](const Participant& left) {
    return std::any_of(other.participants.begin(), other.participants.end(),
                       [&](const Participant& right) { return left.entity == right.entity; });
  });
}

}  // namespace

bool in_headline(const Document& document, const EventMention& event) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    return (block.kind == BlockKind::title || block.kind == BlockKind::heading) &&
           block.bytes.begin <= event.sentence.begin && event.sentence.end <= block.bytes.end;
  });
}

void take_date(Extraction& extraction, EventLinks& links, std::size_t event, EventDate date,
               std::optional<std::uint32_t> time, std::string_view reason) {
  if (date.basis != Basis::bounded) date.basis = Basis::inferred;
  extraction.events[event].date = std::move(date);
  extraction.events[event].time = time;
  links.notes[event].date_reason = reason;
}

void remove_events(const std::vector<bool>& gone, EventLinks& links, Extraction& extraction) {
  std::vector<std::uint32_t> place(extraction.events.size());
  std::uint32_t kept = 0;
  for (std::size_t i = 0; i < gone.size(); ++i) {
    place[i] = kept;
    if (gone[i]) continue;
    if (kept != i) {
      extraction.events[kept] = std::move(extraction.events[i]);
      links.notes[kept] = std::move(links.notes[i]);
    }
    ++kept;
  }
  extraction.events.resize(kept);
  links.notes.resize(kept);
  std::erase_if(links.at, [&](const auto& entry) { return gone[entry.second]; });
  for (auto& [trigger, event] : links.at) event = place[event];
  for (EventMention& event : extraction.events) {
    std::erase_if(event.content, [&](std::uint32_t one) { return gone[one]; });
    for (std::uint32_t& one : event.content) one = place[one];
    if (event.part_of && gone[*event.part_of]) event.part_of.reset();
    if (event.part_of) event.part_of = place[*event.part_of];
  }
}

void link_contents(const EventLinks& links, Extraction& extraction) {
  for (std::uint32_t event = 0; event < links.notes.size(); ++event) {
    if (links.notes[event].speech.empty()) continue;
    const auto above = links.at.find(links.notes[event].speech.front());
    if (above != links.at.end() && above->second != event) extraction.events[above->second].content.push_back(event);
  }
}

void drop_bare_plans(const Classes& classes, const Tree& tree, EventLinks& links, Extraction& extraction) {
  std::vector<bool> gone(extraction.events.size());
  bool any = false;
  for (const auto& [trigger, i] : links.at) {
    const EventMention& plan = extraction.events[i];
    if (!classes.holds("planning_event", plan.type) || plan.date || classes.holds("promise_word", tree.lemma(trigger)))
      continue;
    gone[i] = std::any_of(plan.content.begin(), plan.content.end(), [&](std::uint32_t one) {
      const EventMention& planned = extraction.events[one];
      return planned.status == Status::planned && !planned.negated && !links.notes[one].is_speech &&
             share_participant(plan, planned);
    });
    any |= gone[i];
  }
  if (any) remove_events(gone, links, extraction);
}

void drop_bare_claims(const Classes& classes, EventLinks& links, Extraction& extraction) {
  std::vector<bool> gone(extraction.events.size());
  bool any = false;
  for (std::size_t i = 0; i < gone.size(); ++i) {
    const EventMention& event = extraction.events[i];
    if (event.mode != claim_mode) continue;
    gone[i] = std::any_of(event.content.begin(), event.content.end(), [&](std::uint32_t one) {
      return classes.holds("claimed_event", extraction.events[one].type);
    });
    any |= gone[i];
  }
  if (any) remove_events(gone, links, extraction);
}

}  // namespace dateline
