#include "extract/event/event_finder.hpp"

#include <algorithm>
#include <map>

#include "dateline/ontology.hpp"
#include "extract/event/about.hpp"
#include "extract/event/anchored.hpp"
#include "extract/event/anniversaries.hpp"
#include "extract/event/beside_meetings.hpp"
#include "extract/event/contents.hpp"
#include "extract/event/dating.hpp"
#include "extract/event/guessed_days.hpp"
#include "extract/event/habits.hpp"
#include "extract/event/lead.hpp"
#include "extract/event/marked_words.hpp"
#include "extract/event/mend.hpp"
#include "extract/event/more_said.hpp"
#include "extract/event/named_happening.hpp"
#include "extract/event/narrative.hpp"
#include "extract/event/near_misses.hpp"
#include "extract/event/occasion.hpp"
#include "extract/event/older_times.hpp"
#include "extract/event/opening.hpp"
#include "extract/event/order_bounds.hpp"
#include "extract/event/own_words.hpp"
#include "extract/event/part_events.hpp"
#include "extract/event/places.hpp"
#include "extract/event/quoted_times.hpp"
#include "extract/event/relations.hpp"
#include "extract/event/repeats.hpp"
#include "extract/event/reported.hpp"
#include "extract/event/retag.hpp"
#include "extract/event/retold.hpp"
#include "extract/event/said.hpp"
#include "extract/event/same_day.hpp"
#include "extract/event/shares.hpp"
#include "extract/event/standing.hpp"
#include "extract/event/temporal.hpp"
#include "extract/event/told_again.hpp"

namespace dateline {

struct EventFinder::Rules {
  Ontology ontology;
  Classes classes;
  Frames frames;
  Cues cues;
  TimeBounds bounds;
  Numbers numbers;
  Nominals nominals;
  RelationRules relations;
  AboutRules about;
  OwnWords own_words;
  Occasions occasions;
  Ordinals ordinals;
  time::EventAnchors event_anchors;
  DateReasons date_reasons;
  TemporalRules temporal;
  PartRules parts;

  explicit Rules(const Resources& resources)
      : ontology(resources),
        classes(resources),
        frames(resources, ontology, classes),
        cues(resources),
        bounds(resources),
        numbers(resources),
        nominals(resources),
        relations(resources, classes),
        about(resources),
        own_words(resources),
        occasions(resources),
        ordinals(resources),
        event_anchors(resources),
        date_reasons(resources),
        temporal(resources),
        parts(resources) {}
};

namespace {

/// Every trigger with its best frame, in text order, without the nouns that a verb's frame rests on ("sign" + "treaty").
std::vector<Match> triggered(const Matcher& matcher, const MatchContext& on, const std::vector<bool>& in_time) {
  std::vector<Match> matches;
  std::vector<bool> consumed(on.tree.size());
  for (TokenIndex token = 0; token < on.tree.size(); ++token) {
    if (in_time[token]) continue;
    if (auto found = matcher.match(token)) {
      if (!found->frame->type->speech) {  // what a speech act speaks of is an event of its own
        for (const TokenIndex one : found->consumed) consumed[one] = true;
      }
      matches.push_back(std::move(*found));
    }
  }
  std::erase_if(matches, [&](const Match& match) { return consumed[match.trigger] && !is_somewhere_now(match, on); });
  return matches;
}

std::vector<TokenIndex> triggers_of(const std::vector<Match>& matches) {
  std::vector<TokenIndex> triggers;
  for (const Match& match : matches) triggers.push_back(match.trigger);
  return triggers;
}

SpeechActs speech_acts(const std::vector<Match>& matches) {
  SpeechActs acts;
  for (const Match& match : matches) {
    if (match.frame->type->speech) acts.emplace(match.trigger, &match);
  }
  return acts;
}

/// "the previous election", "another meeting"; but "the first blast", one of those that the article is about
bool is_other_occasion(TokenIndex trigger, const MatchContext& on) {
  const auto modifiers = on.tree.children(trigger);
  const bool once_more = on.tree.is_verb(trigger) && on.tree.is_present_perfect(trigger) &&  // "has also been fined"
                         std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex one) {
                           return on.tree.is(one, "advmod") && on.classes.holds("more_adverb", on.tree.lemma(one));
                         });
  if (once_more) return true;
  const bool counted = on.tree.is(trigger, "nsubj") && on.arguments.is_definite(trigger);
  const bool ever = on.tree.is_present_perfect(trigger);  // "has also been fined": at some other time
  return std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex one) {
    if (ever && on.tree.is(one, "advmod") && on.classes.holds("added_adverb", on.tree.lemma(one))) return true;
    return (on.tree.is(one, "amod") || on.tree.is(one, "det") || on.tree.is(one, "advmod")) &&
           on.classes.holds("other_occasion", on.tree.lemma(one)) &&
           !(counted && on.classes.holds("ordinal", on.tree.lemma(one)));
  });
}

constexpr DayNumber days_in_year = 366;

class Finding {
 public:
  Finding(const EventFinder::Rules& rules, const Document& document, Extraction& extraction,
          const MatchContext& context, const Matcher& matcher, const std::vector<Match>& matches)
      : rules_(rules),
        document_(document),
        extraction_(extraction),
        on_(context),
        matcher_(matcher),
        matches_(matches),
        speech_(speech_acts(matches)),
        standings_(rules.cues, context, speech_),
        places_(context, {context.tree, rules.frames, triggers_of(matches)}) {}

  void run() {
    const Dating dating(on_, rules_.bounds, places_);
    for (const Match& match : matches_) add(match, dating);
    link_parts(matches_, document_, links_, extraction_);
    link_contents(links_, extraction_);
    drop_bare_claims(rules_.classes, links_, extraction_);
    drop_bare_plans(rules_.classes, on_.tree, links_, extraction_);
    date_from_events(matcher_, on_, links_, places_, rules_.event_anchors, extraction_);
    date_by_anniversaries(rules_.ordinals, on_, places_, links_, extraction_);
    date_retold(document_, rules_.classes, links_, extraction_);
    date_opening(on_, places_, links_, extraction_);
    date_effects_of_news(on_, places_, links_, extraction_);
    date_by_named_happening(on_, places_, links_, extraction_);
    date_beside_meetings(on_, links_, extraction_);
    date_from_thread(on_, places_, links_, extraction_);
    rules_.occasions.date(on_, places_, links_, extraction_);
    date_from_older_times(on_, links_, extraction_);
    date_retold(document_, rules_.classes, links_, extraction_);  // of what has a date by now
    date_by_named_happening(on_, places_, links_, extraction_);
    date_more_said(on_, places_, links_, extraction_);
    date_by_lead(on_, places_, links_, extraction_);
    date_on_same_day(on_, links_, extraction_);
    bound_by_order(on_, places_, links_, extraction_);
    bound_by_publication(document_, links_, extraction_);
    date_parts(links_, extraction_);
    explain_taken_dates();
    for (std::size_t i = 0; i < extraction_.events.size(); ++i)
      extraction_.events[i].told_again = extraction_.events[i].told_again && means_the_one_told_[i];
    remove_events(repeated_events(on_, places_.words(), links_), links_, extraction_);
    link_in_time(rules_.temporal, matcher_, on_, links_, extraction_);
  }

 private:
  const Sentence& sentence_of(TokenIndex token) const { return extraction_.sentences[on_.tree.sentence(token)]; }

  std::string_view quote(TokenIndex token) const {
    const Span& bytes = sentence_of(token).bytes;
    return std::string_view(document_.text).substr(bytes.begin, bytes.size());
  }

  /// Whether a date begins after the day of publication.
  bool lies_ahead(const EventDate& date) const {
    if (!document_.published || !date.days.first) return false;
    const auto published = parse_edtf(document_.published->edtf);
    return published && published->days.last && *date.days.first > *published->days.last;
  }

  /// Whether a date ends more than a year before the day of publication.
  bool lies_far_back(const EventDate& date) const {
    if (!document_.published || !date.days.last) return false;
    const auto published = parse_edtf(document_.published->edtf);
    return published && published->days.first && *date.days.last + days_in_year < *published->days.first;
  }

  /// The other reading of the time that lies before the publication: "announced plans on Friday to close" tells of the last Friday.
  std::optional<Dated> earlier_reading(const Dated& dated) const {
    for (const DateAlternative& other : dated.date.alternatives) {
      if (dated.date.basis != Basis::stated)
        break;  // "ordered him to stay until court sits on 5 April": not last year's
      const auto date = event_date(other.edtf, dated.date.basis);
      if (date && !lies_ahead(*date)) return Dated{*date, dated.time, date_reason::earlier_reading};
    }
    // a weekday read as the next one
    if (!rules_.classes.holds("weekday_rule", extraction_.times[dated.time].rule) || !dated.date.days.first)
      return std::nullopt;
    const auto date = event_date(iso_day(*dated.date.days.first - 7), dated.date.basis);
    if (!date || lies_ahead(*date)) return std::nullopt;
    return Dated{*date, dated.time, date_reason::earlier_reading};
  }

  void add(const Match& match, const Dating& dating) {
    const Match telling = as_told(match);
    Standing standing = standing_of(telling, matches_, standings_);
    std::optional<Dated> dated = date_said(telling, standing, dating, standings_);
    if (dated && is_time_quoted(match, dated->time, on_)) dated.reset();
    const std::size_t block = sentence_of(match.trigger).block;
    const BlockKind kind = block < document_.blocks.size() ? document_.blocks[block].kind : BlockKind::paragraph;
    if (comes_again(match, on_) || (!dated && is_habitual(match, standing, on_, kind))) return;
    if (!dated && (is_generic(match, standing, on_) || is_asked_for(match.trigger, on_))) return;
    if (!dated && (standing.of_nobody || is_fiction(match.trigger, on_) || is_told_to_do(match, on_)))
      standing.status = Status::hypothetical;
    if (dated && told_as_fact(standing.status) && lies_ahead(dated->date)) {
      const std::string_view verb = on_.tree.lemma(standing.clause);
      const bool moved =
          rules_.classes.holds("moving_verb", verb) ||                                        // "was postponed to May"
          (rules_.classes.holds("scheduling_verb", verb) && places_.is_target(dated->time));  // "was set for May"
      if (!moved &&
          (on_.tree.is_simple_past(standing.clause) || looks_past(on_.tree, rules_.classes, standing.clause))) {
        dated = earlier_reading(*dated);  // what happened did not happen after it was told: the time was misread
      } else {
        standing.status = Status::planned;
      }
    }
    if (rules_.classes.holds("impending_verb", on_.tree.lemma(standing.clause)) &&
        rules_.classes.holds("impending_event", match.frame->type->id))
      standing.status = combined(standing.status, Status::planned);  // "faces a life sentence"
    if (dated && standing.is_purpose && standing.status == Status::planned && lies_far_back(dated->date))
      standing.status = Status::asserted;  // "raised an army to free the town in 1612"
    if (is_question(quote(match.trigger))) standing.status = combined(standing.status, Status::hypothetical);

    EventMention event;
    event.type = match.frame->type->id;
    event.mode = match.frame->mode_by(on_.tree.lemma(telling_word(match)));
    event.rule = match.part_of && !match.part_of->own_frame ? match.part_of->rule : match.frame->id;
    event.trigger = extraction_.tokens[match.trigger].bytes;
    event.sentence = sentence_of(match.trigger).bytes;
    event.status = standing.status;
    event.negated = standing.negated;
    event.told_again = is_told_by_definite_noun(match, places_.words(), on_);
    event.attribution = standing.attribution;
    event.amounts = match.amounts;
    if (!match.part_of) event.about = rules_.about.words(match, on_);
    event.own_words = rules_.own_words.clause(match, event.status, on_);
    take_parts(match, standing, event);
    if (dated) event.date = dated->date, event.time = dated->time;
    if (event.type == "statement" && ((!event.date && !event.place) || is_said_beside(match.trigger))) return;
    const int step = explain(match, standing, dated);
    const EventNote note{standing.speech,
                         match.frame->type->speech,
                         standing.hearsay,
                         tells_past(on_.tree, standing.clause, kind) || is_somewhere_now(match, on_),
                         is_other_occasion(match.trigger, on_),
                         on_.tree.xpos(match.trigger) == "NN",
                         on_.tree.xpos(match.trigger) == "NNS",
                         dated && is_on_guessed_day(on_, *dated),
                         is_on_next_day(on_, standing.clause),
                         {},
                         step};
    const std::vector<Share> parts = has_parts(match.trigger) ? std::vector<Share>{} : shares(match, on_);
    for (const Share& share : parts) {
      if (event.place == share.place) event.place = std::nullopt;  // the place of the share alone
    }
    put(match.trigger, event, note, means_the_one_told(match, places_.words(), on_));
    for (const Share& share : parts) add_share(share, match.frame->id, event, note);
  }

  /// "9,000 jobs, including 4,900 in Chile and 1,200 in Norway": numbers that are told as parts are no shares as well.
  bool has_parts(TokenIndex trigger) const {
    return std::any_of(matches_.begin(), matches_.end(),
                       [&](const Match& one) { return one.part_of && one.part_of->whole == trigger; });
  }

  void put(TokenIndex trigger, EventMention event, const EventNote& note, bool means_the_one_told) {
    links_.at[trigger] = static_cast<std::uint32_t>(extraction_.events.size());
    links_.notes.push_back(note);
    means_the_one_told_.push_back(means_the_one_told);
    extraction_.events.push_back(std::move(event));
  }

  /// "Published a report, saying that it was true": a participle adds words to what the main clause tells, and tells of nothing else.
  bool is_said_beside(TokenIndex verb) const {
    return on_.tree.is(verb, "advcl") && on_.tree.xpos(verb) == "VBG" && on_.tree.marker(verb).empty();
  }

  /// "4,300 jobs in France, 3,700 in Germany": the second, told as the first is.
  void add_share(const Share& share, const std::string& rule, EventMention event, EventNote note) {
    event.trigger = extraction_.tokens[share.number].bytes;
    event.place = share.place;
    event.amounts = {share.amount};
    event.told_again = false;
    note.step = static_cast<int>(extraction_.steps.size());
    extraction_.steps.push_back({-1, rule, event.type + ": " + std::string(on_.tree.word(share.number))});
    put(share.number, std::move(event), note, false);
  }

  void take_parts(const Match& match, const Standing& standing, EventMention& event) const {
    for (const Filled& filled : match.filled) {
      for (const std::uint32_t entity : filled.entities) {
        if (filled.role == place_role) {
          if (!event.place) event.place = entity;
          continue;
        }
        const auto same = [&](const Participant& one) { return one.entity == entity; };
        if (std::none_of(event.participants.begin(), event.participants.end(), same))
          event.participants.push_back({filled.role, entity});
      }
    }
    if (!event.place) event.place = place_of(match, standing.clause, on_);
  }

  /// The step that the others hang on.
  int explain(const Match& match, const Standing& standing, const std::optional<Dated>& dated) {
    const int parent = static_cast<int>(extraction_.steps.size());
    extraction_.steps.push_back(
        {-1, match.frame->id, match.frame->type->id + ": " + std::string(on_.tree.word(match.trigger))});
    for (const Filled& filled : match.filled)
      extraction_.steps.push_back(
          {parent, match.frame->pattern, filled.role + ": " + std::string(on_.tree.word(filled.head))});
    for (const auto& [cue, word] : standing.why)
      extraction_.steps.push_back({parent, cue, std::string(name(standing.status)) + ": " + word});
    if (dated) explain_date(parent, dated->date, extraction_.times[dated->time].rule, dated->reason);
    return parent;
  }

  void explain_date(int parent, const EventDate& date, const std::string& rule, std::string_view reason) {
    extraction_.steps.push_back({parent, rule, date.edtf + ": " + rules_.date_reasons.words(reason)});
  }

  void explain_taken_dates() {
    for (std::size_t i = 0; i < extraction_.events.size(); ++i) {
      const EventMention& event = extraction_.events[i];
      const EventNote& note = links_.notes[i];
      if (!note.date_reason.empty() && event.date)
        explain_date(note.step, *event.date, event.time ? extraction_.times[*event.time].rule : event.rule,
                     note.date_reason);
    }
  }

  static constexpr std::string_view place_role = "place";
  const EventFinder::Rules& rules_;
  const Document& document_;
  Extraction& extraction_;
  const MatchContext& on_;
  const Matcher& matcher_;
  const std::vector<Match>& matches_;
  SpeechActs speech_;
  StandingReader standings_;
  TimePlaces places_;
  EventLinks links_;
  std::vector<bool> means_the_one_told_;  ///< by event, until some are removed
};

}  // namespace

EventFinder::EventFinder(const Resources& resources) : rules_(std::make_unique<Rules>(resources)) {}
EventFinder::~EventFinder() = default;

void EventFinder::operator()(const Document& document, Extraction& extraction, NearMisses near) const {
  retag_lost_verbs(extraction);
  const std::vector<bool> in_time = time_words(extraction);
  Tree tree(document, extraction, rules_->classes);
  std::vector<Attachment> mended = mends(tree, rules_->classes, in_time, headline_words(document, extraction));
  EntityLookup lookup(document, extraction, rules_->nominals);
  const std::vector<CountedPart> parts =
      counted_parts(rules_->parts, document, extraction, rules_->classes, rules_->numbers, lookup, in_time, mended);
  tree.mend(mended);
  const Arguments arguments(tree, rules_->classes, in_time);
  const Quotations quotations(document, extraction, tree, rules_->classes, arguments);
  const MatchContext context{document,         extraction,      tree,   rules_->classes, arguments,
                             rules_->nominals, rules_->numbers, lookup, quotations};
  const Matcher matcher(rules_->frames, context);
  std::vector<Match> matches = triggered(matcher, context, in_time);
  add_said(rules_->frames, context, matches);
  add_part_events(parts, rules_->frames, matcher, context, matches);
  Finding(*rules_, document, extraction, context, matcher, matches).run();
  if (near == NearMisses::yes) explain_near_misses(matcher, matches, context, extraction);
  rules_->relations.find(matcher, context, extraction);
  drop_unused_nominals(extraction);
}

}  // namespace dateline
