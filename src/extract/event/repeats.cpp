#include "extract/event/repeats.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace dateline {
namespace {

bool shares_part(const EventMention& one, const EventMention& other) {
  return std::any_of(one.participants.begin(), one.participants.end(), [&](const Participant& part) {
    return std::any_of(other.participants.begin(), other.participants.end(),
                       [&](const Participant& same) { return same.entity == part.entity; });
  });
}

bool names_nobody(const Extraction& extraction, const EventMention& event) {
  return std::none_of(event.participants.begin(), event.participants.end(),
                      [&](const Participant& part) { return has_name(extraction.entities[part.entity]); });
}

/// "4,300 in France, 3,700 in Germany": another count, of another place.
bool counts_elsewhere(const EventMention& whole, const EventMention& event) {
  return event.place && whole.place != event.place && !event.amounts.empty() && whole.amounts != event.amounts;
}

bool tells_all_of(const EventMention& whole, const EventMention& part) {
  return std::all_of(part.participants.begin(), part.participants.end(), [&](const Participant& one) {
    return std::find(whole.participants.begin(), whole.participants.end(), one) != whole.participants.end();
  });
}

/// "A collision which killed a rider": a clause on the noun that tells the happening.
bool is_of_told_noun(const MatchContext& on, const EventWords& words, TokenIndex clause, TokenIndex noun,
                     const std::string& type) {
  return on.tree.is(clause, "acl") && words.can_tell(noun, type);
}

bool adds_when_or_where(const Extraction& extraction, const EventMention& event, const EventMention& whole) {
  return (event.date && !whole.date) || (event.place && !whole.place && has_name(extraction.entities[*event.place]));
}

/// A clause below the trigger of an event of the same type that tells no other people; also what a speaker says inside what it says.
bool under_same_type(const MatchContext& on, const EventWords& words, const EventLinks& links, TokenIndex trigger,
                     const EventMention& event, const std::vector<bool>& gone) {
  const bool speech = links.notes[links.at.at(trigger)].is_speech;
  bool of_noun = false, joined = false;
  TokenIndex at = trigger;
  for (int steps = 0; steps < 3; ++steps) {
    // "losing 40 points, reaching a low": joined to it without "and"
    const bool goes_on = on.tree.is(at, "conj") && (steps > 0 || (on.tree.is_set_off(at) && !on.tree.child(at, "cc")));
    joined |= on.tree.is(at, "conj") && on.tree.child(at, "cc");
    const bool clause = on.tree.is(at, "advcl") || on.tree.is(at, "xcomp") || goes_on || on.tree.is(at, "obl") ||
                        on.tree.is(at, "obj") || (speech && (on.tree.is(at, "ccomp") || on.tree.is(at, "parataxis")));
    const auto above = on.tree.head(at);
    const bool on_noun = above && is_of_told_noun(on, words, at, *above, event.type);
    if ((!clause && !on_noun) || !above) return false;
    of_noun |= on_noun;
    const auto found = links.at.find(*above);
    if (found != links.at.end()) {
      const EventMention& whole = on.extraction.events[found->second];
      if (of_noun && (gone[found->second] || adds_when_or_where(on.extraction, event, whole))) return false;
      // "the toll rose to 22, with 25 others injured": the dead are not the injured
      const bool same_kind = whole.mode == event.mode || event.amounts.empty();
      if (whole.type != event.type || counts_elsewhere(whole, event)) return false;
      // "arrived in Lima and is to fly on to Quito"
      if (joined && whole.status != event.status) return false;
      // "profit fell while sales rose": one verb for each
      if (on.classes.holds("told_apart", event.type)) return !event.participants.empty() && tells_all_of(whole, event);
      return shares_part(whole, event) || (same_kind && names_nobody(on.extraction, event));
    }
    at = *above;
  }
  return false;
}

std::size_t told_of(const EventMention& event) { return event.participants.size() + (event.place ? 1 : 0); }

/// "The ceasefire took effect", "the quake in Chile killed ten": the noun and the verb over it tell of one happening; the poorer telling goes.
std::optional<std::uint32_t> same_as_subject(const MatchContext& on, const EventLinks& links, TokenIndex trigger,
                                             std::uint32_t index) {
  const auto above = on.tree.head(trigger);
  if (on.tree.is_verb(trigger) || !above || !on.tree.is(trigger, "nsubj")) return std::nullopt;
  const auto verb = links.at.find(*above);
  if (verb == links.at.end()) return std::nullopt;
  const EventMention &noun = on.extraction.events[index], &whole = on.extraction.events[verb->second];
  if (noun.type != whole.type) return std::nullopt;
  return told_of(noun) > told_of(whole) ? verb->second : index;
}

bool told_below(const MatchContext& on, std::size_t index) {
  const EventMention& headline = on.extraction.events[index];
  if (!in_headline(on.document, headline)) return false;
  for (std::size_t other = 0; other < on.extraction.events.size(); ++other) {
    const EventMention& event = on.extraction.events[other];
    if (other == index || event.type != headline.type ||
        (on.classes.holds("modes_apart", event.type) && event.mode != headline.mode) ||
        event.status == Status::hypothetical || in_headline(on.document, event))
      continue;
    if (shares_part(event, headline) || names_nobody(on.extraction, headline)) return true;
  }
  return false;
}

/// The quotations by their verbs of saying; of several with one verb the first.
using QuotationsByVerb = std::map<TokenIndex, const Quotation*>;

QuotationsByVerb by_verb(const Quotations& quotations) {
  QuotationsByVerb found;
  for (const Quotation& one : quotations.all()) found.emplace(one.verb, &one);
  return found;
}

/// The quotation that a word stands in, or that it is the verb of.
const Quotation* quotation_at(const MatchContext& on, const QuotationsByVerb& said, TokenIndex token) {
  if (const Quotation* inside = on.quotations.of(token)) return inside;
  const auto verb = said.find(token);
  return verb == said.end() ? nullptr : verb->second;
}

/// "'We asked them to stay,' he said, 'we told them that it was safe'": what is quoted of saying, beside what the same person does by saying it.
bool is_said_by(const EventMention& bare, const EventMention& act) {
  constexpr std::string_view statement_type = "statement";
  const bool one_day = !bare.date || (act.date && act.date->days == bare.date->days);
  return bare.type == statement_type && act.type != statement_type && act.status == bare.status && one_day &&
         shares_part(bare, act);
}

constexpr int most_in_one_breath = 32;  // events looked at behind the first: keeps odd text linear

/// "'It is a sad day. Our hearts are with them,' he said": what one person says in one breath is one act of its kind; the poorer telling goes.
void drop_said_in_one_breath(const MatchContext& on, const EventLinks& links, std::vector<bool>& gone) {
  const QuotationsByVerb said = by_verb(on.quotations);
  for (auto first = links.at.begin(); first != links.at.end(); ++first) {
    const Quotation* quotation = links.notes[first->second].is_speech ? quotation_at(on, said, first->first) : nullptr;
    if (!quotation) continue;
    int looked = 0;
    for (auto next = std::next(first); next != links.at.end() && looked < most_in_one_breath; ++next, ++looked) {
      if (gone[first->second]) break;
      const Quotation* other_quotation = quotation_at(on, said, next->first);
      if (gone[next->second] || !other_quotation || other_quotation->verb != quotation->verb) continue;
      const EventMention &one = on.extraction.events[first->second], &other = on.extraction.events[next->second];
      if (on.quotations.of(first->first) && is_said_by(one, other)) gone[first->second] = true;
      if (on.quotations.of(next->first) && is_said_by(other, one)) gone[next->second] = true;
      if (one.type != other.type || one.status != other.status || one.participants.empty() ||
          other.participants.empty())
        continue;
      if (tells_all_of(one, other))
        gone[next->second] = true;
      else if (tells_all_of(other, one))
        gone[first->second] = true;
    }
  }
}

/// "urged it to promise"; but who "reportedly promised" has done so for all that is known.
bool is_idle_speech(const EventMention& event, const EventNote& note) {
  const bool hearsay = note.hearsay && event.status == Status::claimed;
  return note.is_speech && event.status != Status::asserted && !hearsay;
}

}  // namespace

std::vector<bool> repeated_events(const MatchContext& on, const EventWords& words, const EventLinks& links) {
  std::vector<bool> gone(on.extraction.events.size());
  for (const auto& [trigger, index] : links.at) {
    const EventMention& event = on.extraction.events[index];
    const bool repeated = !event.part_of && under_same_type(on, words, links, trigger, event, gone);
    gone[index] = is_idle_speech(event, links.notes[index]) || repeated || told_below(on, index) || gone[index];
    if (const auto poorer = same_as_subject(on, links, trigger, index)) gone[*poorer] = true;
  }
  drop_said_in_one_breath(on, links, gone);
  return gone;
}

}  // namespace dateline
