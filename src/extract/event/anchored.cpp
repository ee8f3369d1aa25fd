#include "extract/event/anchored.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "extract/event/date_reasons.hpp"
#include "extract/event/lead.hpp"

namespace dateline {
namespace {

constexpr int most_events = 256;  ///< looked at before a noun that tells one of them again: keeps odd text linear

/// A date that can be counted from: one place on the calendar that the text tells.
bool is_dated(const EventMention& event) {
  return is_fact(event) && event.date && event.date->basis != Basis::bounded &&
         event.date->edtf.find('/') == std::string::npos;
}

/// The date of the only happening of the kinds that a noun names, told before it; nothing when two days are told.
std::optional<std::string> told_before(const Matcher& matcher, const MatchContext& on, const EventLinks& links,
                                       const TimePlaces& places, TokenIndex noun) {
  if (on.tree.is_verb(noun) || !on.arguments.is_definite(noun)) return std::nullopt;
  std::set<std::string_view> types;
  for (const NearMiss& miss : matcher.near_misses(noun)) types.insert(miss.frame->type->id);
  std::optional<std::string> date;
  auto at = links.at.lower_bound(noun);
  for (int looked = 0; at != links.at.begin() && looked < most_events; ++looked) {
    const std::uint32_t index = (--at)->second;
    const EventMention& event = on.extraction.events[index];
    const bool of_kind =  // "the theft", which no row nearly tells, by all that it can tell
        types.empty() ? places.words().can_tell(noun, event.type) : types.contains(event.type);
    if (!of_kind || !is_dated(event) || links.notes[index].other_occasion) continue;
    if (date && *date != event.date->edtf) return std::nullopt;
    date = event.date->edtf;
  }
  return date;
}

std::optional<std::string> date_of(const Matcher& matcher, const MatchContext& on, const EventLinks& links,
                                   const TimePlaces& places, TokenIndex happening) {
  const auto own = links.at.find(happening);
  if (own == links.at.end()) return told_before(matcher, on, links, places, happening);
  const EventMention& event = on.extraction.events[own->second];
  return is_dated(event) ? std::optional(event.date->edtf) : std::nullopt;
}

/// The verb or event that a length of time hangs on, be it by itself or by the words that it counts from.
std::optional<TokenIndex> owner(const MatchContext& on, const EventLinks& links, const EventAnchor& anchor) {
  const Span tokens = on.extraction.time_tokens[anchor.time];
  std::optional<TokenIndex> at = anchor.head;
  // hung on the length, the happening leads through it; the length may also hang on the happening
  for (int steps = 0; at && steps < longest_path; ++steps) {
    at = on.tree.head(*at);
    if (at && !tokens.contains(*at) && (on.tree.is_verb(*at) || on.tree.is_predicate(*at) || links.at.contains(*at)))
      return at;
  }
  return std::nullopt;
}

/// The events of a verb: its own, and that of the verb that it only begins ("began to withdraw").
std::vector<std::uint32_t> events_of(const MatchContext& on, const EventLinks& links, TokenIndex verb) {
  std::vector<std::uint32_t> found;
  if (const auto own = links.at.find(verb); own != links.at.end()) found.push_back(own->second);
  for (const TokenIndex one : on.tree.children(verb)) {
    const bool shares = (on.tree.is(one, "xcomp") && on.classes.holds("phase_verb", on.tree.lemma(verb))) ||
                        (on.tree.is(one, "conj") && !on.tree.child(one, "nsubj"));
    if (const auto other = links.at.find(one); shares && other != links.at.end()) found.push_back(other->second);
  }
  return found;
}

/// The one day, month or year that a verb's event has, or a time expression on the verb.
std::optional<std::string> date_told(const MatchContext& on, const EventLinks& links, const TimePlaces& places,
                                     TokenIndex verb) {
  if (const auto own = links.at.find(verb); own != links.at.end()) {
    const EventMention& event = on.extraction.events[own->second];
    if (event.date) return is_dated(event) ? std::optional(event.date->edtf) : std::nullopt;
  }
  std::optional<std::string> date;
  for (const auto& [owner, placed] : places.of(verb)) {
    const TimeMention& time = on.extraction.times[placed.time];
    if (date || time.edtf.empty() || time.edtf.find('/') != std::string::npos) return std::nullopt;
    date = time.edtf;
  }
  return date;
}

/// "The speech came a week after the attack": what came then is a happening told before, or what the report is about.
std::optional<std::string> date_of_what_came(const Matcher& matcher, const MatchContext& on, const EventLinks& links,
                                             const TimePlaces& places, const std::optional<EventDate>& news,
                                             TokenIndex verb) {
  const auto subject = on.tree.child(verb, "nsubj");
  if (!subject || !on.classes.holds("occurring_verb", on.tree.lemma(verb)) || !on.arguments.is_definite(*subject))
    return std::nullopt;
  if (auto date = date_of(matcher, on, links, places, *subject)) return date;
  return news && !links.at.contains(*subject) ? std::optional(news->edtf) : std::nullopt;
}

/// "The court met on Friday, two days after a bomb went off": the happening that a length counts from, dated back from what is told with it.
void date_back(const Matcher& matcher, const MatchContext& on, EventLinks& links, const TimePlaces& places,
               const EventAnchor& anchor, const std::optional<EventDate>& news, Extraction& extraction) {
  if (anchor.side == 0 || anchor.lasts || anchor.dated_by) return;
  const auto verb = owner(on, links, anchor);
  auto from = verb ? date_told(on, links, places, *verb) : std::nullopt;
  if (!from && verb) from = date_of_what_came(matcher, on, links, places, news, *verb);
  if (!from) return;
  TimeMention& time = extraction.times[anchor.time];
  const auto there = time::counted_from(*from, anchor.length, -anchor.side, time.mod);
  if (!there) return;
  const bool vague = there->find("..") != std::string::npos;
  std::vector<std::uint32_t> told = events_of(on, links, anchor.head);
  if (const auto doer = on.tree.child(anchor.head, "nsubj")) {  // "after a strike killed two"
    if (const auto own = links.at.find(*doer); own != links.at.end()) told.push_back(own->second);
  }
  for (const std::uint32_t index : told) {
    const EventMention& event = extraction.events[index];
    if (!is_fact(event) || (event.date && (vague || event.date->basis != Basis::bounded))) continue;
    if (const auto date = event_date(*there, vague ? Basis::bounded : Basis::inferred))
      take_date(extraction, links, index, *date, anchor.time, date_reason::counted_back);
  }
}

}  // namespace

void date_from_events(const Matcher& matcher, const MatchContext& on, EventLinks& links, const TimePlaces& places,
                      const time::EventAnchors& anchors, Extraction& extraction) {
  if (extraction.event_anchors.empty()) return;
  const auto news = day_of_news(on, places, links, extraction);
  for (const EventAnchor& anchor : extraction.event_anchors) {
    TimeMention& time = extraction.times[anchor.time];
    if (time.edtf.empty()) date_back(matcher, on, links, places, anchor, news, extraction);
    if (time.edtf.empty()) {
      const auto from = date_of(matcher, on, links, places, anchor.head);
      if (!from || !anchors.date(time, anchor, *from)) continue;
    }
    const auto verb = owner(on, links, anchor);
    if (!verb) continue;
    for (const std::uint32_t index : events_of(on, links, *verb)) {
      const EventMention& event = extraction.events[index];
      const bool of_happening = anchor.dated_by && event.time == anchor.dated_by;
      if (event.date && event.date->basis != Basis::bounded && !of_happening) continue;
      if (const auto date = event_date(time.edtf, Basis::inferred))
        take_date(extraction, links, index, *date, anchor.time, date_reason::anchored);
    }
  }
}

}  // namespace dateline
