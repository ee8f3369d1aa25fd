#include "extract/event/same_day.hpp"

#include <algorithm>
#include <optional>

#include "extract/event/date_reasons.hpp"
#include "extract/event/main_clauses.hpp"
#include "extract/event/time_places.hpp"

namespace dateline {
namespace {

class SameDay {
 public:
  SameDay(const MatchContext& context, EventLinks& links, Extraction& extraction)
      : on_(context), links_(links), extraction_(extraction) {}

  void date() {
    for (std::uint32_t time = 0; time < extraction_.times.size() && time < extraction_.time_tokens.size(); ++time) {
      const Span& tokens = extraction_.time_tokens[time];
      if (!names_same_day(time) || tokens.begin >= on_.tree.size()) continue;
      const std::uint32_t sentence = on_.tree.sentence(tokens.begin);
      const auto source = is_only_time(time, sentence) ? told_before(sentence) : std::nullopt;
      if (source) date_sentence(sentence, *source);
    }
  }

 private:
  bool names_same_day(std::uint32_t time) const {
    constexpr std::string_view unknown_day = "XXXX-XX-XX";
    const TimeMention& told = extraction_.times[time];
    if (!told.edtf.empty() || told.value != unknown_day) return false;
    const Span& tokens = extraction_.time_tokens[time];
    for (TokenIndex word = tokens.begin; word < tokens.end && word < on_.tree.size(); ++word) {
      if (on_.classes.holds("same_word", on_.tree.lemma(word))) return true;
    }
    return false;
  }

  bool is_only_time(std::uint32_t time, std::uint32_t sentence) const {
    const auto [first, last] = times_in(extraction_, extraction_.sentences[sentence]);
    for (std::uint32_t other = first; other < last; ++other) {
      if (other != time && !extraction_.times[other].edtf.empty()) return false;
    }
    return true;
  }

  /// The event whose day all dated ones of the nearest sentence before share.
  std::optional<std::uint32_t> told_before(std::uint32_t sentence) const {
    constexpr std::uint32_t near = 2;
    const auto& sentences = extraction_.sentences;
    for (std::uint32_t before = sentence; before-- > 0 && sentence - before <= near;) {
      if (sentences[before].block != sentences[sentence].block) return std::nullopt;
      std::optional<std::uint32_t> found;
      for (auto at = links_.at.lower_bound(sentences[before].tokens.begin);
           at != links_.at.end() && at->first < sentences[before].tokens.end; ++at) {
        const EventMention& event = extraction_.events[at->second];
        if (!is_fact(event) || !event.date || event.date->basis == Basis::bounded || !event.date->days.first) continue;
        const DayInterval& days = event.date->days;
        if (days.first != days.last || (found && extraction_.events[*found].date->days != days)) return std::nullopt;
        found = at->second;
      }
      if (found) return found;
    }
    return std::nullopt;
  }

  /// "Was at the mosque, killing eight"
  bool is_told_in_main_clause(TokenIndex trigger) const {
    const auto above = on_.tree.head(trigger);
    const bool participle = above && on_.tree.is(trigger, "advcl") && on_.tree.xpos(trigger) == "VBG" &&
                            on_.tree.marker(trigger).empty() && heads_main_clause(on_.tree, *above);
    return participle || (heads_main_clause(on_.tree, trigger) && on_.tree.is_simple_past(trigger));
  }

  void date_sentence(std::uint32_t sentence, std::uint32_t source) {
    const Span& tokens = extraction_.sentences[sentence].tokens;
    const EventMention& told = extraction_.events[source];
    const auto day = event_date(iso_day(*told.date->days.first), Basis::inferred);
    const auto time = told.time;
    for (auto at = links_.at.lower_bound(tokens.begin); at != links_.at.end() && at->first < tokens.end; ++at) {
      const EventMention& event = extraction_.events[at->second];
      if (!day || event.date || event.negated || !told_as_fact(event.status) || !is_told_in_main_clause(at->first))
        continue;
      take_date(extraction_, links_, at->second, *day, time, date_reason::same_day);
    }
  }

  const MatchContext& on_;
  EventLinks& links_;
  Extraction& extraction_;
};

}  // namespace

void date_on_same_day(const MatchContext& context, EventLinks& links, Extraction& extraction) {
  SameDay(context, links, extraction).date();
}

}  // namespace dateline
