#include "extract/event/more_said.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "dateline/base/utf8.hpp"
#include "extract/event/date_reasons.hpp"
#include "extract/event/main_clauses.hpp"

namespace dateline {
namespace {

class MoreSaid {
 public:
  MoreSaid(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction)
      : on_(context),
        links_(links),
        extraction_(extraction),
        timed_(places.sentences_with_past()),
        published_(context.document.published ? parse_edtf(context.document.published->edtf) : std::nullopt) {}

  void date() {
    if (!published_ || !published_->days.first) return;
    for (const auto& [trigger, index] : links_.at) {
      if (!is_said_in_passing(trigger, index)) continue;
      auto source = is_ruling(index) ? std::nullopt : said_in_paragraph(trigger, index);
      if (!source && is_told_as_more(saying(trigger))) source = said_in_article(trigger, index);
      if (!source) continue;
      const EventMention& said = extraction_.events[*source];
      const auto day = event_date(iso_day(*said.date->days.first), Basis::inferred);
      if (day) take_date(extraction_, links_, index, *day, said.time, date_reason::remarks);
    }
  }

 private:
  /// The verb that tells who said what a word stands in, or the word itself.
  TokenIndex saying(TokenIndex trigger) const {
    const Quotation* quotation = on_.quotations.of(trigger);
    return quotation ? quotation->verb : trigger;
  }

  /// Who says it, or the court that rules.
  static std::optional<std::uint32_t> speaker_of(const EventMention& told) {
    for (const Participant& one : told.participants) {
      if (one.role == speaker_role || one.role == court_role) return one.entity;
    }
    return std::nullopt;
  }

  bool is_ruling(std::uint32_t index) const {
    return on_.classes.holds("ruling_event", extraction_.events[index].type);
  }

  /// A speech act without a date, in the simple past and in no quotation, whose sentence names no time.
  bool is_said_in_passing(TokenIndex trigger, std::uint32_t index) const {
    const EventMention& event = extraction_.events[index];
    const EventNote& note = links_.notes[index];
    const TokenIndex verb = saying(trigger);
    return (note.is_speech || is_ruling(index)) && (!note.other_occasion || is_told_as_more(verb)) && !event.date &&
           is_fact(event) && verb == trigger && !timed_[on_.tree.sentence(verb)] && on_.tree.is_simple_past(verb) &&
           heads_main_clause(on_.tree, verb) && !is_of_other_time(verb);
  }

  /// "Later wrote", "had earlier said", "after the vote she said"
  bool is_of_other_time(TokenIndex verb) const {
    const auto parts = on_.tree.children(verb);
    return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      if (on_.tree.is(one, "advmod")) {
        const std::string word = utf8::lower(on_.tree.word(one));
        return on_.classes.holds("other_time", word) || on_.classes.holds("earlier_time", word);
      }
      return on_.tree.is(one, "obl") && on_.classes.holds("other_time_preposition", on_.tree.preposition(one));
    });
  }

  /// "Added", "also said", "further accused"
  bool is_told_as_more(TokenIndex verb) const {
    if (on_.classes.holds("more_verb", on_.tree.lemma(verb))) return true;
    const auto parts = on_.tree.children(verb);
    return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      return on_.tree.is(one, "advmod") && on_.classes.holds("more_adverb", utf8::lower(on_.tree.word(one)));
    });
  }

  /// Whether it tells the day on which somebody spoke: that day near the publication.
  bool tells_day(std::uint32_t index) const {
    const EventMention& event = extraction_.events[index];
    if (!(links_.notes[index].is_speech || is_ruling(index)) || !is_fact(event) || !event.date ||
        event.date->basis == Basis::bounded || links_.notes[index].on_guessed_day || !event.date->days.first ||
        event.date->days.first != event.date->days.last)
      return false;
    const DayNumber ago = *published_->days.first - *event.date->days.first;
    return ago >= 0 && ago <= a_week;
  }

  std::optional<std::uint32_t> said_in_paragraph(TokenIndex trigger, std::uint32_t index) const {
    const auto speaker = speaker_of(extraction_.events[index]);
    const std::uint32_t sentence = on_.tree.sentence(trigger);
    if (!speaker) return std::nullopt;
    auto at = links_.at.find(trigger);
    while (at != links_.at.begin()) {
      --at;
      const std::uint32_t before = on_.tree.sentence(at->first);
      if (extraction_.sentences[before].block != extraction_.sentences[sentence].block) return std::nullopt;
      if (speaker_of(extraction_.events[at->second]) == speaker && tells_day(at->second) && before != sentence)
        return no_time_between(before, sentence) ? std::optional(at->second) : std::nullopt;
    }
    return std::nullopt;
  }

  bool no_time_between(std::uint32_t first, std::uint32_t last) const {
    return std::none_of(timed_.begin() + first + 1, timed_.begin() + last, [](bool timed) { return timed; });
  }

  std::optional<std::uint32_t> said_in_article(TokenIndex trigger, std::uint32_t index) const {
    const auto speaker = speaker_of(extraction_.events[index]);
    std::optional<std::uint32_t> found;
    for (const auto& [other, said] : links_.at) {
      if (!speaker || said == index || is_ruling(said) != is_ruling(index) ||
          speaker_of(extraction_.events[said]) != speaker || !tells_day(said))
        continue;
      if (found && extraction_.events[*found].date->days != extraction_.events[said].date->days) return std::nullopt;
      if (!found && other < trigger) found = said;
    }
    return found;
  }

  const MatchContext& on_;
  EventLinks& links_;
  Extraction& extraction_;
  std::vector<bool> timed_;
  std::optional<EdtfDate> published_;
};

}  // namespace

bool is_told_to_medium(const MatchContext& on, TokenIndex verb) {
  if (!on.classes.holds("reporting_verb", on.tree.lemma(verb))) return false;  // "condemned the bank"
  const auto is_firm = [&](TokenIndex one) {
    const auto& entities = on.lookup.headed_by(one);
    return std::any_of(entities.begin(), entities.end(), [&](std::uint32_t entity) {
      return on.extraction.entities[entity].kind == EntityKind::organization;
    });
  };
  const auto parts = on.tree.children(verb);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    if (on.tree.is(one, "obj") || on.tree.is(one, "iobj") ||
        (on.tree.is(one, "obl") && on.classes.holds("call_out_preposition", on.tree.preposition(one))))
      return is_firm(one);
    if (!on.tree.is(one, "obl") || !on.classes.holds("during_preposition", on.tree.preposition(one))) return false;
    const auto inner = on.tree.children(one);
    return std::any_of(inner.begin(), inner.end(),
                       [&](TokenIndex to) { return on.tree.is(to, "nmod") && is_firm(to); });
  });
}

void date_more_said(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction) {
  MoreSaid(context, places, links, extraction).date();
}

}  // namespace dateline
