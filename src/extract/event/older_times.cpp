#include "extract/event/older_times.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "extract/event/date_reasons.hpp"
#include "extract/event/main_clauses.hpp"

namespace dateline {
namespace {

class OlderTimes {
 public:
  OlderTimes(const MatchContext& context, EventLinks& links, Extraction& extraction)
      : on_(context),
        links_(links),
        extraction_(extraction),
        timed_(extraction.sentences.size()),
        then_(extraction.sentences.size()) {
    find_times();
    for (const auto& [trigger, event] : links.at) note(trigger, event);
    for (std::size_t i = 0; i < then_.size(); ++i) {
      if (i > 0 && !timed_[i] && are_together(i)) then_[i] = carried(i);
    }
  }

  void date() {
    for (const auto& [trigger, index] : links_.at) {
      const std::uint32_t sentence = on_.tree.sentence(trigger);
      if (sentence == 0 || timed_[sentence] || !are_together(sentence) || !goes_on(trigger, index)) continue;
      const auto& then = then_[sentence - 1];
      if (!then || then->several || !belong_together(then->type, extraction_.events[index].type)) continue;
      take_date(extraction_, links_, index, then->date, then->time, date_reason::thread);
    }
  }

 private:
  /// When the main clause of a sentence happened.
  struct Then {
    EventDate date;
    std::optional<std::uint32_t> time;
    std::string type;      ///< of the event that tells it
    bool several = false;  ///< the sentence tells of more than one time
    int since = 0;         ///< sentences without a time since it
  };

  bool are_together(std::size_t sentence) const {
    return extraction_.sentences[sentence].block == extraction_.sentences[sentence - 1].block;
  }

  void find_times() {
    for (std::size_t i = 0; i < extraction_.time_tokens.size(); ++i) {
      const Span& tokens = extraction_.time_tokens[i];
      if (!tokens.empty() && tokens.begin < on_.tree.size()) timed_[on_.tree.sentence(tokens.begin)] = true;
    }
  }

  /// An event of a main clause in the simple past gives its time to the sentence.
  void note(TokenIndex trigger, std::uint32_t index) {
    const EventMention& event = extraction_.events[index];
    const TokenIndex clause = clause_of(trigger);
    if (!is_fact(event) || !event.date || event.date->basis == Basis::bounded || !event.date->days.first ||
        !event.date->days.last || !heads_main_clause(on_.tree, clause) || !on_.tree.is_simple_past(clause) ||
        !links_.notes[index].date_reason.empty() || links_.notes[index].is_speech ||
        *event.date->days.last - *event.date->days.first > a_year)
      return;
    auto& then = then_[on_.tree.sentence(trigger)];
    if (then) {
      then->several |= then->date.days != event.date->days;
      return;
    }
    then = Then{*event.date, event.time, event.type};
  }

  TokenIndex clause_of(TokenIndex trigger) const {
    if (on_.tree.is_verb(trigger)) return trigger;
    return on_.arguments.carrier(trigger).value_or(trigger);
  }

  std::optional<Then> carried(std::size_t sentence) const {
    auto before = then_[sentence - 1];
    if (!before || before->since > 0) return std::nullopt;
    ++before->since;
    return before;
  }

  /// More of the same, or what comes with violence, disasters and votes at once: the dead of a fire, arrests at a march.
  bool belong_together(const std::string& before, const std::string& type) const {
    if (before == type) return !on_.classes.holds("background_event", type) && !on_.classes.holds("court_event", type);
    return on_.classes.holds("episode_event", before) && on_.classes.holds("episode_event", type);
  }

  bool goes_on(TokenIndex trigger, std::uint32_t index) const {
    const EventMention& event = extraction_.events[index];
    const EventNote& note = links_.notes[index];
    if (event.date || !is_fact(event) || note.other_occasion || note.is_speech) return false;
    return (heads_main_clause(on_.tree, trigger) || is_reported_harm(trigger, event)) &&
           on_.tree.is_simple_past(trigger) && !is_of_other_time(on_, trigger);
  }

  /// "Officials said two people were hurt": what a main clause that has no time reports of the dead and wounded.
  bool is_reported_harm(TokenIndex trigger, const EventMention& event) const {
    const auto said = on_.tree.head(trigger);
    return said && on_.classes.holds("effect_event", event.type) && on_.tree.is(trigger, "ccomp") &&
           heads_main_clause(on_.tree, *said) && on_.classes.holds("reporting_verb", on_.tree.lemma(*said));
  }

  const MatchContext& on_;
  EventLinks& links_;
  Extraction& extraction_;
  std::vector<bool> timed_;                ///< of each sentence: whether it has a time expression
  std::vector<std::optional<Then>> then_;  ///< of each sentence: the time that its main clause tells, or goes on from
};

}  // namespace

void date_from_older_times(const MatchContext& context, EventLinks& links, Extraction& extraction) {
  OlderTimes(context, links, extraction).date();
}

}  // namespace dateline
