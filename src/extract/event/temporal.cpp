#include "extract/event/temporal.hpp"

#include <algorithm>
#include <optional>

#include "dateline/base/utf8.hpp"
#include "extract/event/temporal_sides.hpp"

namespace dateline {
namespace {

using Kind = TemporalRule::Kind;
using When = TemporalRule::Condition;

/// Whether two dates can be so; what is open or unknown can.
bool dates_allow(TemporalRelation relation, const EventMention& event, const EventMention& other) {
  if (!event.date || !other.date) return true;
  const DayInterval &one = event.date->days, &two = other.date->days;
  const auto lies_before = [](const DayInterval& first, const DayInterval& second) {
    return first.last && second.first && *first.last < *second.first;
  };
  switch (relation) {
    case TemporalRelation::before:
      return !lies_before(two, one);
    case TemporalRelation::after:
      return !lies_before(one, two);
    default:
      return !lies_before(one, two) && !lies_before(two, one);
  }
}

/// The relation of the other event, where the list of relations has it.
std::optional<TemporalRelation> seen_from_other(TemporalRelation relation) {
  switch (relation) {
    case TemporalRelation::before:
      return TemporalRelation::after;
    case TemporalRelation::after:
      return TemporalRelation::before;
    case TemporalRelation::simultaneous:
      return relation;
    default:
      return std::nullopt;
  }
}

class TemporalLinks {
 public:
  TemporalLinks(const TemporalRules& rules, const Matcher& matcher, const MatchContext& on, const EventLinks& links,
                Extraction& extraction)
      : rules_(rules), on_(on), tree_(on.tree), links_(links), extraction_(extraction), sides_(matcher, on, links) {}

  void run() {
    for (TokenIndex token = 0; token < tree_.size(); ++token) {
      const std::string word = utf8::lower(tree_.word(token));
      if (const auto* markers = rules_.beginning_with(word)) {
        const TokenIndex last = read_marker(*markers, token);
        if (last != token) {
          token = last;
          continue;
        }
      }
      if (const auto* rules = rules_.of_verb(tree_.lemma(token)); rules && tree_.is_verb(token))
        read_verb(*rules, token);
      if (const auto* rules = rules_.of_adverb(word); rules && tree_.is(token, "advmod")) read_adverb(*rules, token);
    }
  }

 private:
  // --- the words

  TokenIndex read_marker(const std::vector<TemporalRules::Marker>& markers, TokenIndex first) {
    for (const TemporalRules::Marker& marker : markers) {
      const TokenIndex last = first + static_cast<TokenIndex>(marker.words.size()) - 1;
      if (last + 1 >= tree_.size() || tree_.sentence(first) != tree_.sentence(last)) continue;
      bool stands = true;
      for (std::size_t i = 1; stands && i < marker.words.size(); ++i)
        stands = utf8::lower(tree_.word(first + static_cast<TokenIndex>(i))) == marker.words[i];
      if (!stands) continue;
      read_marker(marker, {first, last + 1});
      return last;
    }
    return first;
  }

  void read_marker(const TemporalRules::Marker& marker, Span words) {
    const auto head = introduced(words);
    if (!head) return;
    const auto high = event_above(*head, words);
    if (!high) return;
    const bool clause = tree_.is_verb(*head) || tree_.child(*head, "cop") || tree_.child(*head, "nsubj");
    const Kind kind = tree_.is(words.end - 1, "aux") ? Kind::participle : clause ? Kind::clause : Kind::phrase;
    for (const TemporalRule& rule : marker.rules) {
      if (rule.kind == kind && link_all(rule, *high, sides_.below(*head, rule.relation))) return;
    }
  }

  /// What the words hang on; of "it came after" and "the move comes as" what the sentence before tells.
  std::optional<Side> event_above(TokenIndex head, Span words) const {
    if (auto own = sides_.above(head, words)) return own;
    std::optional<TokenIndex> verb = head;
    for (int steps = 0; verb && steps < 3 && (verb == head || words.contains(*verb) || sides_.in_time(*verb)); ++steps)
      verb = tree_.head(*verb);
    const bool came = verb && on_.classes.holds("coming_verb", tree_.lemma(*verb)) && tree_.xpos(*verb) != "VB";
    return came ? meant_by_subject(*verb) : std::nullopt;
  }

  std::optional<Side> meant_by_subject(TokenIndex verb) const {
    for (const TokenIndex subject : on_.arguments.subjects(verb)) {
      auto told = meant_by(subject, TemporalRelation::after);
      if (!told) continue;
      told->clause = verb;
      return told;
    }
    return std::nullopt;
  }

  /// The happening that a subject names; of "it" and "the move" in a main clause what the sentence before tells.
  std::optional<Side> meant_by(TokenIndex subject, TemporalRelation relation) const {
    if (!on_.classes.holds("told_sentence", tree_.lemma(subject))) return sides_.named_by(subject, relation);
    const auto verb = tree_.head(subject);
    return verb && !tree_.head(*verb) ? sides_.sentence_before(subject) : std::nullopt;
  }

  bool link_all(const TemporalRule& rule, const Side& high, const std::vector<Side>& lows) {
    bool fitted = false;
    for (const Side& low : lows) {
      if (!fits(rule, high, low)) continue;
      link(rule, high, low);
      fitted = true;
    }
    return fitted;
  }

  /// What the last of the words introduces.
  std::optional<TokenIndex> introduced(Span words) const {
    for (TokenIndex word = words.end; word-- > words.begin;) {
      std::optional<TokenIndex> at = word;
      for (int steps = 0; at && steps < 3; ++steps) {
        const bool joins = tree_.is(*at, "case") || tree_.is(*at, "mark") || tree_.is(*at, "fixed") ||
                           tree_.is(*at, "advmod") || tree_.is(*at, "aux");
        if (!joins) break;
        at = tree_.head(*at);
        if (at && *at >= words.end) return at;
      }
    }
    // "following the quake", read as a participle
    const auto object = tree_.is_verb(words.begin) ? tree_.child(words.begin, "obj") : std::nullopt;
    return object && *object >= words.end ? object : std::nullopt;
  }

  void read_verb(const TemporalRules::Rules& rules, TokenIndex verb) {
    for (const TemporalRule& rule : rules) {
      const Heads lows = rule.with.empty() ? on_.arguments.objects(verb) : on_.arguments.slot(verb, rule.with);
      for (const TokenIndex subject : on_.arguments.subjects(verb)) {
        const auto high = meant_by(subject, rule.relation);
        if (!high) continue;
        for (const TokenIndex low : lows) link_all(rule, *high, sides_.below(low, rule.relation));
      }
    }
  }

  void read_adverb(const TemporalRules::Rules& rules, TokenIndex adverb) {
    const auto clause = tree_.head(adverb);
    const bool joined = adverb + 1 < tree_.size() && tree_.word(adverb + 1) == "-";  // "then-minister"
    if (!clause || joined) return;
    const auto before = tree_.is(*clause, "conj") ? tree_.head(*clause) : std::nullopt;
    std::optional<Side> low;
    if (before && *before < *clause) low = sides_.at(*before);
    if (!tree_.head(*clause)) low = sides_.sentence_before(*clause);
    const auto high = sides_.at(*clause);
    if (!high || !low) return;
    for (const TemporalRule& rule : rules) {
      if (fits(rule, *high, *low)) return link(rule, *high, *low);
    }
  }

  // --- whether they say it

  bool goes_on(TokenIndex verb) const { return tree_.is_verb(verb) && tree_.xpos(verb) == "VBG"; }

  /// Also "as the storm hit", whose one form is read as the present.
  bool is_told_past(TokenIndex verb) const {
    return tree_.is_simple_past(verb) || ((tree_.xpos(verb) == "VBP" || tree_.xpos(verb) == "VB") &&
                                          on_.classes.holds("one_form_verb", tree_.lemma(verb)));
  }

  bool is_told_now(TokenIndex verb) const { return tree_.xpos(verb) == "VBZ" || tree_.xpos(verb) == "VBP"; }

  bool holds(When condition, const Side& high, const Side& low) const {
    switch (condition) {
      case When::both_past:
        return (is_told_past(high.clause) && is_told_past(low.clause)) ||
               (is_told_now(high.clause) && is_told_now(low.clause));
      case When::goes_on_below:
        return goes_on(low.clause) && !goes_on(high.clause);  // "is losing while the other is gaining" compares
      case When::goes_on_above:
        return goes_on(high.clause);
      case When::perfect_above:
        return tree_.is_present_perfect(high.clause) || tree_.is_pluperfect(high.clause);
      case When::no_perfect_above:
        return !tree_.is_present_perfect(high.clause) && !tree_.is_pluperfect(high.clause);
      case When::lasting_above:
        return goes_on(high.clause) || on_.classes.holds("lasting_event", extraction_.events[high.event].type) ||
               on_.classes.holds("lasting_verb", tree_.lemma(high.word)) ||
               on_.classes.holds("lasting_verb", tree_.lemma(high.clause));
      case When::came_above:
        return on_.classes.holds("coming_verb", tree_.lemma(high.clause));
      case When::deed_below:
        return !links_.notes[low.event].is_speech;
      case When::verb_above:
        return tree_.is_verb(high.clause);
      case When::noun_below:
        return on_.classes.holds("arrival", tree_.lemma(low.word));
    }
    return false;
  }

  bool fits(const TemporalRule& rule, const Side& high, const Side& low) const {
    if (high.event == low.event) return false;
    if (high.clause != high.word && on_.classes.holds("opaque_verb", tree_.lemma(high.clause)) &&
        rule.kind != Kind::verb && !rule.turned)
      return false;  // "the talks ended after ...": not the talks, but their end
    return std::all_of(rule.when.begin(), rule.when.end(), [&](When one) { return holds(one, high, low); });
  }

  static bool speaks_of(const EventMention& speech, std::uint32_t event) {
    return std::find(speech.content.begin(), speech.content.end(), event) != speech.content.end();
  }

  /// Whether an event may be told to lie so to another one: of what happened only to what did, or before what is planned; of a plan to both.
  static bool may_lie(TemporalRelation relation, const EventMention& event, const EventMention& other) {
    const bool ahead = other.status == Status::planned && !other.negated;
    if (is_fact(event)) return is_fact(other) || (ahead && relation == TemporalRelation::before);
    if (event.status != Status::planned || event.negated) return false;
    return ahead || (is_fact(other) && relation != TemporalRelation::before);
  }

  /// Says it of the event that the words tell, not of one told before.
  void link(const TemporalRule& rule, const Side& high, const Side& low) {
    TemporalRelation relation = rule.relation;
    const Side *holder = rule.turned ? &low : &high, *other = rule.turned ? &high : &low;
    if (holder->told_before) {
      const auto turned = seen_from_other(relation);
      if (!turned || other->told_before) return;
      relation = *turned;
      std::swap(holder, other);
    }
    EventMention& event = extraction_.events[holder->event];
    const EventMention& beside = extraction_.events[other->event];
    if (!may_lie(relation, event, beside) || !dates_allow(relation, event, beside)) return;
    if (speaks_of(event, other->event) || speaks_of(beside, holder->event)) return;
    const auto same = [&](const TemporalMention& one) { return one.event == other->event && one.relation == relation; };
    if (std::any_of(event.temporal.begin(), event.temporal.end(), same)) return;
    event.temporal.push_back({relation, other->event, rule.id});
    const Span& place = beside.trigger;
    const std::string_view trigger = std::string_view(on_.document.text).substr(place.begin, place.size());
    extraction_.steps.push_back(
        {links_.notes[holder->event].step, rule.id, std::string(name(relation)) + ": " + std::string(trigger)});
  }

  const TemporalRules& rules_;
  const MatchContext& on_;
  const Tree& tree_;
  const EventLinks& links_;
  Extraction& extraction_;
  TemporalSides sides_;
};

}  // namespace

void link_in_time(const TemporalRules& rules, const Matcher& matcher, const MatchContext& on, const EventLinks& links,
                  Extraction& extraction) {
  TemporalLinks(rules, matcher, on, links, extraction).run();
}

}  // namespace dateline
