#include "extract/event/lead.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "dateline/base/utf8.hpp"
#include "extract/event/date_reasons.hpp"
#include "extract/event/more_said.hpp"

namespace dateline {
namespace {

bool share_part(const EventMention& one, const EventMention& other) {
  return std::any_of(one.participants.begin(), one.participants.end(), [&](const Participant& part) {
    return std::any_of(other.participants.begin(), other.participants.end(),
                       [&](const Participant& again) { return part.entity == again.entity; });
  });
}

class Lead {
 public:
  Lead(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction)
      : on_(context),
        places_(places),
        links_(links),
        extraction_(extraction),
        timed_(places.sentences_with_past()),
        published_(day_of_publication(context.document)),
        news_(find()) {
    if (!news_) return;
    find_direct_speech();
    find_older_paragraphs();
    find_days_of_speaking();
  }

  void date_effects() {
    if (!news_) return;
    for (const auto& [trigger, event] : links_.at) {
      const EventMention& told = extraction_.events[event];
      if (told.date || !is_fact(told) || timed_[on_.tree.sentence(trigger)] || !on_.tree.is_simple_past(trigger) ||
          !heads_main_clause(trigger) || !is_effect(trigger))
        continue;
      take_date(extraction_, links_, event, news_->day, news_->time, date_reason::news);
    }
  }

  std::optional<EventDate> day() const { return news_ ? std::optional(news_->day) : std::nullopt; }

  void date() {
    forget_guessed_days();
    if (!news_) return;
    EventDate day = news_->day;  // of the last deed told so far
    for (const auto& [trigger, event] : links_.at) {
      const EventMention& told = extraction_.events[event];
      if (!links_.notes[event].is_speech) day = near_day(event).value_or(day);
      if (!is_fact(told)) continue;
      if (links_.notes[event].on_guessed_day && told.date) {
        put_on_day(event, day);
      } else if (!told.date && in_headline(trigger)) {
        date_headline(event);
      } else if (!told.date && is_quoted_reaction(trigger, event)) {
        date_reaction(trigger, event);
      }
    }
  }

 private:
  struct News {
    std::uint32_t sentence = 0;  ///< that tells it
    EventDate day;
    std::optional<std::uint32_t> time;
    bool one_day = true;  ///< all that the sentence dates happened on this day
  };

  /// "He was killed in 1968. She shot him at midnight": of no day near the publication.
  void forget_guessed_days() {
    if (!published_) return;
    for (const auto& [trigger, event] : links_.at) {
      const EventNote& note = links_.notes[event];
      if (note.on_guessed_day && note.date_reason.empty() &&
          is_told_of_other_time(on_, timed_, on_.tree.sentence(trigger), *published_, a_year))
        extraction_.events[event].date.reset(), extraction_.events[event].time.reset();
    }
  }

  /// "Fell on the news"
  bool is_effect(TokenIndex verb) const {
    const auto parts = on_.tree.children(verb);
    return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      return on_.tree.is(one, "obl") && on_.classes.holds("effect_preposition", on_.tree.preposition(one)) &&
             on_.classes.holds("news_noun", on_.tree.lemma(one)) && on_.arguments.is_definite(one);
    });
  }

  static std::optional<DayNumber> day_of_publication(const Document& document) {
    const auto published = document.published ? parse_edtf(document.published->edtf) : std::nullopt;
    return published ? published->days.first : std::nullopt;
  }

  BlockKind block_of(TokenIndex token) const {
    const std::size_t block = extraction_.sentences[on_.tree.sentence(token)].block;
    return block < on_.document.blocks.size() ? on_.document.blocks[block].kind : BlockKind::paragraph;
  }

  bool in_headline(TokenIndex token) const {
    const BlockKind kind = block_of(token);
    return (kind == BlockKind::title || kind == BlockKind::heading) && on_.tree.sentence(token) < news_->sentence;
  }

  /// The day of an event that is told as such, near the publication.
  std::optional<EventDate> near_day(std::uint32_t event) const {
    const EventMention& told = extraction_.events[event];
    const auto& date = told.date;
    if (!date || date->basis == Basis::bounded || links_.notes[event].on_guessed_day || !is_fact(told) ||
        !date->days.first || date->days.first != date->days.last)
      return std::nullopt;
    const DayNumber ago = *published_ - *date->days.first;
    if (ago < 0 || ago > a_week) return std::nullopt;
    return event_date(iso_day(*date->days.first), Basis::inferred);
  }

  /// "A suit filed on Sunday", "a man who fled on Monday": what a clause on a noun tells is older than the news.
  bool in_noun_clause(TokenIndex token) const {
    std::optional<TokenIndex> at = token;
    for (int steps = 0; at && steps < longest_path; ++steps, at = on_.tree.head(*at)) {
      if (on_.tree.is(*at, "acl")) return true;
    }
    return false;
  }

  std::optional<News> find() const {
    if (!published_) return std::nullopt;
    auto found = find(false);
    return found ? found : find(true);
  }

  /// The first sentence of the first paragraph that tells on which day something happened; of several days the earliest.
  std::optional<News> find(bool noun_clauses) const {
    std::optional<News> found;
    std::optional<std::size_t> paragraph;
    for (const auto& [trigger, event] : links_.at) {
      const std::uint32_t sentence = on_.tree.sentence(trigger);
      if (block_of(trigger) != BlockKind::paragraph || (found && sentence != found->sentence)) continue;
      const std::size_t block = extraction_.sentences[sentence].block;
      if (!paragraph) paragraph = block;
      if (block != *paragraph) break;
      const auto day = near_day(event);
      if (!day || (!noun_clauses && in_noun_clause(trigger))) continue;
      const News news{sentence, *day, extraction_.events[event].time,
                      !found || (found->one_day && found->day.days == day->days)};
      if (!found || *day->days.first < *found->day.days.first)
        found = news;
      else
        found->one_day = news.one_day;
    }
    return found;
  }

  /// The head of a main clause: the root, or a verb coordinated with it or set beside it.
  bool heads_main_clause(TokenIndex token) const {
    const Tree& tree = on_.tree;
    TokenIndex at = token;
    for (int steps = 0; steps < longest_path && tree.head(at) && (tree.is(at, "conj") || tree.is(at, "parataxis"));
         ++steps)
      at = *tree.head(at);
    return !tree.head(at) || tree.is(at, "root");
  }

  /// The headline tells in short what the lead tells.
  void date_headline(std::uint32_t event) {
    if (!news_->one_day) return;
    const EventMention& headline = extraction_.events[event];
    for (const auto& [trigger, index] : links_.at) {
      const EventMention& lead = extraction_.events[index];
      if (on_.tree.sentence(trigger) != news_->sentence || !near_day(index) ||
          (links_.notes[index].is_speech != links_.notes[event].is_speech && *news_->day.days.first != *published_))
        continue;  // what was said of it may have come later, but not after the publication
      if (lead.type != headline.type && !share_part(lead, headline) && !heads_main_clause(trigger)) continue;
      take_date(extraction_, links_, event, news_->day, news_->time, date_reason::news);
      return;
    }
  }

  /// A guessed hour is one of the day on which the last deed before it happened.
  void put_on_day(std::uint32_t event, const EventDate& day) {
    const EventDate& hour = *extraction_.events[event].date;
    const DayNumber guessed = hour.days.last.value_or(0);
    const std::size_t starts = hour.edtf.find('T');
    constexpr std::size_t day_length = 10;
    if (guessed != *published_ || starts == std::string::npos || starts < day_length) return;
    const auto date =
        event_date(hour.edtf.substr(0, starts - day_length) + day.edtf + hour.edtf.substr(starts), hour.basis);
    if (!date || date->days == hour.days) return;
    take_date(extraction_, links_, event, *date, extraction_.events[event].time, date_reason::news);
  }

  /// The verb that tells who said what a word stands in, or the word itself.
  TokenIndex saying(TokenIndex trigger) const {
    const Quotation* quotation = on_.quotations.of(trigger);
    return quotation ? quotation->verb : trigger;
  }

  void find_direct_speech() {
    direct_.resize(extraction_.sentences.size());
    for (const Quotation& one : on_.quotations.all()) {
      saying_.insert(one.verb);
      if (one.tokens.begin < on_.tree.size()) direct_[on_.tree.sentence(one.tokens.begin)] = true;
    }
  }

  /// Whether a sentence says when something happened, other than in what is quoted: "today" is then the speaker's.
  bool is_timed(std::uint32_t sentence) const {
    if (!timed_[sentence]) return false;
    const auto [first, last] = times_in(extraction_, extraction_.sentences[sentence]);
    for (std::uint32_t time = first; time < last && time < extraction_.time_tokens.size(); ++time) {
      const Span& tokens = extraction_.time_tokens[time];
      if (!tokens.empty() && !places_.names_a_thing(time) && !on_.quotations.of(tokens.begin)) return true;
    }
    return false;
  }

  bool has_direct_speech(TokenIndex verb) const { return saying_.contains(verb) || direct_[on_.tree.sentence(verb)]; }

  /// "He previously wrote", "she wrote shortly before her death"
  bool is_of_other_time(TokenIndex verb) const {
    const auto parts = on_.tree.children(verb);
    return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      if (on_.tree.is(one, "obl")) return on_.classes.holds("forward_preposition", on_.tree.preposition(one));
      return on_.tree.is(one, "advmod") && on_.classes.holds("earlier_time", utf8::lower(on_.tree.word(one)));
    });
  }

  /// "While in Lima to attend a summit, he told reporters": on a way or an errand of its own, told of no day.
  bool is_on_errand(TokenIndex verb) const {
    const auto parts = on_.tree.children(verb);
    return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      return (on_.tree.is(one, "advcl") || on_.tree.is(one, "obl")) &&
             on_.classes.holds("errand_marker", on_.tree.marker(one)) && !on_.tree.child(one, "nsubj");
    });
  }

  /// "Said it was previously given 'assurances'": a clause on the way to who says it looks back.
  bool is_told_of_earlier(TokenIndex trigger, TokenIndex verb) const {
    std::optional<TokenIndex> at = trigger;
    for (int steps = 0; at && at != verb && steps < longest_path; ++steps, at = on_.tree.head(*at)) {
      if (on_.tree.is_verb(*at) && is_of_other_time(*at)) return true;
    }
    return false;
  }

  /// "I asked them", "he had agreed", "they agree with us": told in what was said, and not done by saying it.
  bool is_deed_in_quotation(TokenIndex verb, const EventMention& told) const {
    if (on_.tree.is_pluperfect(verb) || (on_.tree.is_simple_past(verb) && is_own_deed(verb))) return true;
    const auto speaker = speaker_of(told);
    const auto& sources = told.attribution;
    return speaker && !sources.empty() && std::find(sources.begin(), sources.end(), *speaker) == sources.end();
  }

  bool is_own_deed(TokenIndex verb) const {
    const Heads subjects = on_.arguments.subjects(verb);
    return std::any_of(subjects.begin(), subjects.end(),
                       [&](TokenIndex one) { return on_.classes.holds("first_person", on_.tree.lemma(one)); });
  }

  /// Speech in the simple past with the speaker's own words, in a sentence that names no time: one who spoke of the news.
  bool is_quoted_reaction(TokenIndex trigger, std::uint32_t event) const {
    const EventMention& told = extraction_.events[event];
    if (!links_.notes[event].is_speech || told.status != Status::asserted || links_.notes[event].other_occasion)
      return false;
    const TokenIndex verb = saying(trigger);
    const std::uint32_t sentence = on_.tree.sentence(verb);
    if (verb != trigger && (is_deed_in_quotation(trigger, told) || is_told_of_earlier(trigger, verb))) return false;
    return sentence > news_->sentence && !is_timed(sentence) && !is_timed(on_.tree.sentence(trigger)) &&
           (on_.tree.is_simple_past(verb) || on_.tree.xpos(verb) == "VBZ") && heads_main_clause(verb) &&
           has_direct_speech(verb) && !is_of_other_time(verb) && !is_on_errand(verb) &&
           !is_in_older_paragraph(sentence);
  }

  void find_older_paragraphs() {
    for (std::size_t i = 0; i < extraction_.times.size() && i < extraction_.time_tokens.size(); ++i) {
      const Span& tokens = extraction_.time_tokens[i];
      const auto& last = extraction_.times[i].days.last;
      if (tokens.empty() || tokens.begin >= on_.tree.size() || !last || *last >= *news_->day.days.first ||
          on_.quotations.of(tokens.begin))
        continue;
      const std::uint32_t sentence = on_.tree.sentence(tokens.begin);
      older_.emplace(extraction_.sentences[sentence].block, sentence);
    }
  }

  /// Whether the paragraph told of a time before the news.
  bool is_in_older_paragraph(std::uint32_t sentence) const {
    const auto first = older_.find(extraction_.sentences[sentence].block);
    return first != older_.end() && first->second <= sentence;
  }

  static std::optional<std::uint32_t> speaker_of(const EventMention& told) {
    for (const Participant& one : told.participants) {
      if (one.role == speaker_role) return one.entity;
    }
    return std::nullopt;
  }

  /// Of each speaker the event that tells the only day of speaking; none when several days are told.
  void find_days_of_speaking() {
    for (std::uint32_t i = 0; i < extraction_.events.size(); ++i) {
      const auto speaker = links_.notes[i].is_speech ? speaker_of(extraction_.events[i]) : std::nullopt;
      if (!speaker || !near_day(i)) continue;
      auto& said = said_.try_emplace(*speaker, i).first->second;
      if (said && extraction_.events[*said].date->days != extraction_.events[i].date->days) said.reset();
    }
  }

  /// The speech that goes on.
  std::optional<std::uint32_t> said_before(std::uint32_t event) const {
    const auto speaker = speaker_of(extraction_.events[event]);
    const auto said = speaker ? said_.find(*speaker) : said_.end();
    return said == said_.end() ? std::nullopt : said->second;
  }

  void date_reaction(TokenIndex trigger, std::uint32_t event) {
    const bool elsewhere =
        on_.tree.is_present_perfect(trigger) || is_told_to_medium(on_, saying(trigger));  // "I have ordered"
    const auto before = elsewhere ? std::nullopt : said_before(event);
    if (!before && !on_.tree.is_simple_past(saying(trigger))) return;  // "says in its report"
    if (!before) return bound_reaction(event);
    take_date(extraction_, links_, event, *near_day(*before), extraction_.events[*before].time, date_reason::remarks);
  }

  void bound_reaction(std::uint32_t event) {
    const DayNumber first = *news_->day.days.first;
    const std::string day = iso_day(first);
    const auto bound = event_date(first == *published_ ? day : day + "/" + iso_day(*published_), Basis::bounded);
    if (bound) take_date(extraction_, links_, event, *bound, news_->time, date_reason::reaction);
  }

  const MatchContext& on_;
  const TimePlaces& places_;
  EventLinks& links_;
  Extraction& extraction_;
  std::vector<bool> timed_;
  std::optional<DayNumber> published_;
  std::optional<News> news_;
  std::set<TokenIndex> saying_;                                 ///< verbs of saying that have a quotation
  std::map<std::uint32_t, std::optional<std::uint32_t>> said_;  ///< by speaker
  std::vector<bool> direct_;                                    ///< of each sentence: whether a quotation begins in it
  std::map<std::uint32_t, std::uint32_t>
      older_;  ///< of a block: its first sentence that tells of a time before the news
};

}  // namespace

std::optional<EventDate> day_of_news(const MatchContext& on, const TimePlaces& places, EventLinks& links,
                                     Extraction& extraction) {
  return Lead(on, places, links, extraction).day();
}

void date_effects_of_news(const MatchContext& on, const TimePlaces& places, EventLinks& links, Extraction& extraction) {
  Lead(on, places, links, extraction).date_effects();
}

void date_by_lead(const MatchContext& on, const TimePlaces& places, EventLinks& links, Extraction& extraction) {
  Lead(on, places, links, extraction).date();
}

}  // namespace dateline
