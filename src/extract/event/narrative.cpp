#include "extract/event/narrative.hpp"

#include <algorithm>
#include <cstdlib>

#include "dateline/base/utf8.hpp"
#include "extract/event/date_reasons.hpp"
#include "extract/event/main_clauses.hpp"
#include "extract/event/more_said.hpp"
#include "extract/event/same_court.hpp"

namespace dateline {
namespace {

/// A day on which an article tells something.
struct Day {
  EventDate date;
  std::optional<std::uint32_t> time;
  std::string type;                                   ///< of the event told then; "" when its verb tells none
  bool speech = false;                                ///< it was said then, which dates no deed
  std::optional<std::uint32_t> event = std::nullopt;  ///< the event told then
  std::optional<TokenIndex> verb = std::nullopt;      ///< the main verb, when it tells none
};

class Thread {
 public:
  Thread(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction)
      : on_(context),
        places_(places),
        links_(links),
        extraction_(extraction),
        day_(extraction.sentences.size()),
        timed_(places.sentences_with_past()) {
    std::vector<bool> several(extraction.sentences.size());
    for (const auto& [trigger, event] : links.at) {
      const EventMention& told = extraction.events[event];
      const bool guessed = links.notes[event].on_guessed_day && told.date && is_of_publication(told.date->days);
      const bool quoted = told.time && on_.quotations.of(extraction.time_tokens[*told.time].begin);  // told by another
      // "On Monday thieves had robbed a shop. Two men were caught": what had happened is behind the story
      const bool before = on_.tree.is_pluperfect(trigger) && heads_main_clause(on_.tree, trigger);
      if (!told.date || told.status != Status::asserted || guessed || quoted || before ||
          in_noun_clause(on_.tree, trigger) || is_told_of_before(on_.tree.sentence(trigger)))
        continue;
      auto day = news_day(*told.date, told.time, told.type);
      if (day) day->speech = on_.classes.holds("report_event", told.type), day->event = event;
      auto& known = day_[on_.tree.sentence(trigger)];
      if (!day || (known && day->speech && !known->speech)) continue;  // what happened counts before what was said
      const bool alike = known && known->speech == day->speech;
      if (alike && known->date.edtf != day->date.edtf) several[on_.tree.sentence(trigger)] = true;
      if (!alike) known = std::move(day);
    }
    for (std::size_t i = 0; i < several.size(); ++i) {
      if (several[i]) day_[i].reset();
    }
    take_main_verbs(several);
    carry_over();
  }

  void date(TokenIndex word, std::uint32_t event) {
    const EventMention& told = extraction_.events[event];
    const TokenIndex trigger = clause_of(word);
    const std::uint32_t sentence = on_.tree.sentence(trigger);
    if (told.date || told.status != Status::asserted) return;
    if (const auto just_before = day_just_before(trigger)) return take(event, *just_before, date_reason::at_once);
    if (is_background(told) || is_of_other_time(on_, trigger)) return;
    if (const auto beside = day_beside(trigger, event)) return take(event, *beside, date_reason::side_by_side);
    if (sentence == 0 || timed_[sentence] || (!is_main(trigger) && !is_own_report(trigger, told))) return;
    const auto before = day_[sentence - 1];
    if (!before || looks_back(before->type, told) ||
        (before->event && is_of_another_court(on_, extraction_.events[*before->event], trigger, told)))
      return;
    const bool together = extraction_.sentences[sentence].block == extraction_.sentences[sentence - 1].block;
    if (before->speech && links_.notes[event].is_speech && !is_by_same(*before, told)) return;
    if (is_about_deed(*before, trigger, event)) {
      if (together && on_.classes.holds("reaction_event", told.type)) bound_reaction(event, *before);
      return;
    }
    if (before->speech && !links_.notes[event].is_speech) {
      if (together && is_of_what_was_said(trigger, event)) take_bound(event, *before);
      return;
    }
    if (before->type.empty() && !together) return;
    const Quotation* quotation = on_.quotations.of(trigger);
    if (!together && links_.notes[event].is_speech && is_told_to_medium(on_, quotation ? quotation->verb : trigger))
      return;
    take(event, *before, date_reason::thread);
    if (!day_[sentence]) day_[sentence] = Day{before->date, before->time, told.type, before->speech, event};
  }

 private:
  /// "Made an accusation": the verb that carries the noun.
  TokenIndex clause_of(TokenIndex word) const {
    const bool several = on_.tree.xpos(word) == "NNS";  // "three strikes took place"
    return on_.tree.is_verb(word) || several ? word : on_.arguments.carrier(word).value_or(word);
  }

  bool is_of_publication(const DayInterval& days) const {
    const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
    const auto day = days.first ? days.first : days.last;  // "after midnight" has no end
    return published && day && day == published->days.first;
  }

  void take(std::uint32_t event, const Day& day, std::string_view reason) {
    take_date(extraction_, links_, event, day.date, day.time, reason);
  }

  /// "He previously showed it at the feast in July": told to look back, which no story goes on from.
  bool is_told_of_before(std::uint32_t sentence) const {
    const Span& tokens = extraction_.sentences[sentence].tokens;
    for (TokenIndex word = tokens.begin; word < tokens.end; ++word) {
      const auto verb = on_.tree.head(word);
      if (verb && on_.tree.is(word, "advmod") && heads_main_clause(on_.tree, *verb) &&
          on_.classes.holds("former_time", on_.tree.lemma(word)))
        return true;
    }
    return false;
  }

  /// "Radio reported on Monday that a wall had fallen. The accident killed two": by then.
  bool is_of_what_was_said(TokenIndex trigger, std::uint32_t event) const {
    const auto subject = on_.tree.child(trigger, "nsubj");
    const bool of_it = subject && places_.words().can_tell(*subject) && on_.arguments.is_definite(*subject);
    return extraction_.events[event].told_again || of_it;
  }

  /// What is said of a deed was said between that day and the publication.
  void bound_reaction(std::uint32_t event, const Day& day) {
    const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
    const bool said = day.event && links_.notes[*day.event].is_speech;
    if (said || !published || !published->days.first || *published->days.first < *day.date.days.first) return;
    const std::string first = iso_day(*day.date.days.first), last = iso_day(*published->days.first);
    if (const auto bound = event_date(first == last ? first : first + "/" + last, Basis::bounded))
      take_date(extraction_, links_, event, *bound, day.time, date_reason::reaction);
  }

  void take_bound(std::uint32_t event, const Day& day) {
    if (const auto bound = event_date("../" + day.date.edtf, Basis::bounded))
      take_date(extraction_, links_, event, *bound, day.time, date_reason::before_saying);
  }

  /// A main verb that tells no event has a day too: "a man on Monday set himself alight".
  void take_main_verbs(const std::vector<bool>& several) {
    for (std::size_t i = 0; i < day_.size(); ++i) {
      if (day_[i] || several[i]) continue;
      const Span& tokens = extraction_.sentences[i].tokens;
      for (TokenIndex verb = tokens.begin; verb < tokens.end && verb < on_.tree.size(); ++verb) {
        if (on_.tree.head(verb) || !on_.tree.is_simple_past(verb) || links_.at.contains(verb)) continue;
        const auto day = own_day(verb);
        if (day && news_day(day->date, day->time, {})) day_[i] = day;
        break;
      }
    }
  }

  /// The one day on a verb, when it is told as the day itself and not as a bound.
  std::optional<Day> own_day(TokenIndex verb) const {
    const Placed* only = only_day_on(verb);
    if (!only) return std::nullopt;
    const auto date = event_date(extraction_.times[only->time].edtf, Basis::inferred);
    if (!date || on_.classes.holds("other_time_preposition", on_.tree.preposition(only->head)) ||
        (is_clock(*only) && is_of_publication(date->days)))
      return std::nullopt;  // an hour of a day that is only guessed
    auto day = day_of(*date, only->time, {});
    if (day) day->speech = on_.classes.holds("reporting_verb", on_.tree.lemma(verb)), day->verb = verb;
    return day;
  }

  bool is_clock(const Placed& placed) const {
    return on_.classes.holds("clock_rule", extraction_.times[placed.time].rule);
  }

  /// "At 12:20 p.m. on Wednesday (1620 UTC)": the one day among the times on a verb, or the one hour without a day.
  const Placed* only_day_on(TokenIndex verb) const {
    const Placed *day = nullptr, *hour = nullptr;
    int days = 0, hours = 0;
    for (const auto& [word, placed] : places_.of(verb)) {
      if (placed.aside) continue;
      is_clock(placed) ? (hour = &placed, ++hours) : (day = &placed, ++days);
    }
    if (days == 1) return day;
    return days == 0 && hours == 1 ? hour : nullptr;
  }

  /// "Shortly afterwards", "moments later", wherever the tree hangs its words.
  bool is_at_once(TokenIndex trigger) const {
    const Span& tokens = extraction_.sentences[on_.tree.sentence(trigger)].tokens;
    const auto says_how_soon = [&](TokenIndex word) { return on_.classes.holds("short_time", on_.tree.lemma(word)); };
    for (TokenIndex later = tokens.begin + 1; later < tokens.end; ++later) {
      if (!on_.classes.holds("just_later", utf8::lower(on_.tree.word(later))) || !says_how_soon(later - 1)) continue;
      if (on_.tree.head(later) == trigger || on_.tree.head(later - 1) == trigger) return true;
    }
    return false;
  }

  /// "At the time, the storm had winds of 120 mph"
  bool is_at_that_time(TokenIndex trigger) const {
    const auto parts = on_.tree.children(trigger);
    return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      const auto determiner = on_.tree.child(one, "det");
      return determiner && on_.tree.is(one, "obl") && one < trigger &&
             on_.classes.holds("that_time", on_.tree.lemma(one)) &&
             on_.classes.holds("definite_determiner", on_.tree.lemma(*determiner)) &&
             on_.classes.holds("at_preposition", on_.tree.preposition(one)) && !on_.tree.child(one, "acl") &&
             !on_.tree.child(one, "nmod");
    });
  }

  /// "At the time, the storm (had winds of 120 mph and) was moving north"
  bool went_on_at_that_time(TokenIndex verb) const {
    const auto auxiliary = on_.tree.child(verb, "aux");
    const auto first = on_.tree.is(verb, "conj") ? on_.tree.head(verb) : std::nullopt;
    return on_.tree.xpos(verb) == "VBG" && auxiliary && on_.tree.xpos(*auxiliary) == "VBD" &&
           heads_main_clause(on_.tree, verb) && (is_at_that_time(verb) || (first && is_at_that_time(*first)));
  }

  /// "The tram struck her on 4 May. She died shortly afterwards": the one day of the sentence before, however long ago.
  std::optional<Day> day_just_before(TokenIndex trigger) const {
    const std::uint32_t sentence = on_.tree.sentence(trigger);
    if (sentence == 0 || timed_[sentence] ||
        !(is_main(trigger) ? is_at_once(trigger) || is_at_that_time(trigger) : went_on_at_that_time(trigger)) ||
        extraction_.sentences[sentence].block != extraction_.sentences[sentence - 1].block)
      return std::nullopt;
    std::optional<Day> found;
    const Span& before = extraction_.sentences[sentence - 1].tokens;
    for (TokenIndex word = before.begin; word < before.end; ++word) {
      for (const auto& [owner, placed] : places_.of(word)) {
        if (placed.aside) continue;  // "(0000 UTC Thursday)"
        const std::string& edtf = extraction_.times[placed.time].edtf;
        const auto day = event_date(std::string_view(edtf).substr(0, edtf.find('T')), Basis::inferred);
        if (!day || day->precision != Precision::day || (found && found->date.edtf != day->edtf)) return std::nullopt;
        if (!found) found = Day{*day, placed.time, {}};
      }
    }
    return found;
  }

  /// "Two died in Monday's crash; six were injured": the day of the clause that it is joined to, when no time stands in it.
  std::optional<Day> day_beside(TokenIndex trigger, std::uint32_t event) const {
    const Tree& tree = on_.tree;
    const auto first = tree.head(trigger);
    const bool joined = tree.is(trigger, "conj") || tree.is(trigger, "parataxis");
    if (!joined || !first || *first > trigger || !tree.child(trigger, "nsubj") || !tree.is_simple_past(trigger) ||
        !tree.is_simple_past(*first) || has_time(trigger))
      return std::nullopt;
    // what was said answers what was asked or said, and dates no deed
    const bool speech = links_.notes[event].is_speech, asked = on_.classes.holds("asking_verb", tree.lemma(*first));
    const auto told = links_.at.find(*first);
    if (told == links_.at.end()) {
      auto day = own_day(*first);
      return day && (day->speech || asked) == speech ? day : std::nullopt;
    }
    const EventMention& beside = extraction_.events[told->second];
    if (!beside.date || (links_.notes[told->second].is_speech || asked) != speech ||
        looks_back(beside.type, extraction_.events[event]))
      return std::nullopt;
    return day_of(*beside.date, beside.time, beside.type);
  }

  bool has_time(TokenIndex clause) const {
    const Span extent = on_.tree.extent(clause);
    return std::any_of(extraction_.time_tokens.begin(), extraction_.time_tokens.end(), [&](const Span& time) {
      return !time.empty() && extent.contains(time.begin) && on_.tree.within(time.begin, clause);
    });
  }

  /// A sentence of the same paragraph that names no time does not break the thread.
  void carry_over() {
    for (std::size_t i = 1; i < day_.size(); ++i) {
      const bool together = extraction_.sentences[i].block == extraction_.sentences[i - 1].block;
      const bool carried = i > 1 && !timed_[i - 1];
      if (!day_[i] && !timed_[i] && together && !carried) day_[i] = day_[i - 1];
    }
  }

  /// A report of a court or an office tells then of the deed that it is about, which lies before; a case is not decided on the day it is opened.
  bool looks_back(const std::string& before, const EventMention& told) const {
    return (on_.classes.holds("legal_event", before) && on_.classes.holds("deed_event", told.type)) ||
           (on_.classes.holds("case_opening", before) && on_.classes.holds("court_event", told.type)) ||
           (on_.classes.holds("court_event", before) && on_.classes.holds("case_opening", told.type));
  }

  /// Whether somebody who takes part spoke then.
  bool is_by_same(const Day& before, const EventMention& told) const {
    if (before.verb) return spoke(*before.verb, told);
    if (!before.event) return false;
    const auto& others = extraction_.events[*before.event].participants;
    return std::any_of(told.participants.begin(), told.participants.end(), [&](const Participant& one) {
      return std::any_of(others.begin(), others.end(),
                         [&](const Participant& other) { return other.entity == one.entity; });
    });
  }

  /// "Hale died on Sunday. The mayor expressed his sorrow": what is said of a deed, or of what somebody else said, may
  /// be said on any day after it.
  bool is_about_deed(const Day& before, TokenIndex trigger, std::uint32_t event) const {
    if (before.speech || !links_.notes[event].is_speech || was_part_of_it(on_, trigger) ||
        on_.classes.holds("voting_verb", on_.tree.lemma(trigger)))
      return false;
    if (!before.event || !links_.notes[*before.event].is_speech) return true;
    return !is_by_same(before, extraction_.events[event]) && !has_neuter_subject(trigger) &&
           !is_named_in(on_.tree.sentence(trigger) - 1, extraction_.events[event]);
  }

  /// "(Hale and Lee questioned the plan.) Lee called it wrong": one that the sentence before names beside who spoke.
  bool is_named_in(std::uint32_t sentence, const EventMention& told) const {
    const Span& bytes = extraction_.sentences[sentence].bytes;
    return std::any_of(told.participants.begin(), told.participants.end(), [&](const Participant& one) {
      if (one.role != speaker_role) return false;
      const auto& mentions = extraction_.entities[one.entity].mentions;
      return std::any_of(mentions.begin(), mentions.end(),
                         [&](const EntityMention& mention) { return bytes.contains(mention.span.begin); });
    });
  }

  /// "(Hale proposed the bill.) It was backed by two others"
  bool has_neuter_subject(TokenIndex verb) const {
    auto subject = on_.tree.child(verb, "nsubj");
    return subject && on_.classes.holds("neuter_pronoun", on_.tree.lemma(*subject));
  }

  bool spoke(TokenIndex verb, const EventMention& told) const {
    for (const TokenIndex subject : on_.arguments.subjects(verb)) {
      const auto& entities = on_.lookup.headed_by(subject);
      const bool present = std::any_of(told.participants.begin(), told.participants.end(), [&](const Participant& one) {
        return std::find(entities.begin(), entities.end(), one.entity) != entities.end();
      });
      if (present) return true;
    }
    return false;
  }

  /// A life, the history of a firm and the work of researchers are told from other days; but the injured are taken to hospital on the day of the news.
  bool is_background(const EventMention& told) const {
    return (on_.classes.holds("background_event", told.type) && !on_.classes.holds("episode_rule", told.rule)) ||
           on_.classes.holds("research_rule", told.rule);
  }

  bool is_main(TokenIndex trigger) const {
    return (heads_main_clause(on_.tree, trigger) && on_.tree.is_simple_past(trigger)) || went_on_then(on_, trigger) ||
           was_part_of_it(on_, trigger);
  }

  /// The day of a date that is told as such and not as a bound.
  std::optional<Day> day_of(const EventDate& date, std::optional<std::uint32_t> time, const std::string& type) const {
    const auto day = event_date(std::string_view(date.edtf).substr(0, date.edtf.find('T')), Basis::inferred);
    if (date.basis == Basis::bounded || !day || day->precision != Precision::day || !day->days.first)
      return std::nullopt;
    return Day{*day, time, type};
  }

  /// One that lies near the publication: a life told in an obituary runs on by years.
  std::optional<Day> news_day(const EventDate& date, std::optional<std::uint32_t> time, const std::string& type) const {
    const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
    auto day = day_of(date, time, type);
    if (!day || !published || !published->days.first ||
        std::abs(*published->days.first - *day->date.days.first) > a_month)
      return std::nullopt;
    return day;
  }

  /// "He said he had discussed it with her": what speakers tell of themselves.
  bool is_own_report(TokenIndex trigger, const EventMention& told) const {
    const auto above = on_.tree.head(trigger);
    if (!above || !on_.tree.is(trigger, "ccomp") || !is_main(*above) || told.attribution.empty()) return false;
    return std::any_of(told.participants.begin(), told.participants.end(), [&](const Participant& one) {
      return std::find(told.attribution.begin(), told.attribution.end(), one.entity) != told.attribution.end();
    });
  }

  const MatchContext& on_;
  const TimePlaces& places_;
  EventLinks& links_;
  Extraction& extraction_;
  std::vector<std::optional<Day>> day_;  ///< of each sentence: the day that the thread stands on
  std::vector<bool> timed_;              ///< of each sentence: whether it has a time expression
};

}  // namespace

void date_from_thread(const MatchContext& on, const TimePlaces& places, EventLinks& links, Extraction& extraction) {
  Thread thread(on, places, links, extraction);
  for (const auto& [trigger, event] : links.at) thread.date(trigger, event);
}

}  // namespace dateline
