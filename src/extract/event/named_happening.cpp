#include "extract/event/named_happening.hpp"

#include <algorithm>
#include <optional>

#include "extract/event/date_reasons.hpp"
#include "extract/event/dated_nouns.hpp"

namespace dateline {
namespace {

class NamedHappenings {
 public:
  NamedHappenings(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction)
      : on_(context), places_(places), words_(places.words()), links_(links), extraction_(extraction) {}

  void date() {
    date_by_occasions();
    narrow();
    for (const auto& [trigger, index] : links_.at) {
      const EventMention& event = extraction_.events[index];
      if (event.date || !is_told(index) || !on_.tree.is_verb(trigger)) continue;
      for (const TokenIndex noun : named_around(trigger)) {
        const auto source = only_day_of(noun, index);
        if (!source) continue;
        const auto day = event_date(iso_day(*extraction_.events[*source].date->days.first), Basis::inferred);
        if (day) take_date(extraction_, links_, index, *day, extraction_.events[*source].time, date_reason::named);
        break;
      }
    }
  }

 private:
  bool is_told(std::uint32_t event) const {
    return told_as_fact(extraction_.events[event].status) && !extraction_.events[event].negated &&
           !links_.notes[event].is_speech;
  }

  /// "Staged a concert on Monday. The event raised $2m", "gave an interview on Monday. In the interview, he accused ...": by what the noun takes up,
  /// whenever that was.
  void date_by_occasions() {
    const DatedNouns nouns(on_, places_, links_);
    for (const auto& [trigger, index] : links_.at) {
      const EventMention& event = extraction_.events[index];
      if (event.date || !is_fact(event) || links_.notes[index].other_occasion) continue;
      const bool speech = links_.notes[index].is_speech;
      auto occasions = occasions_at(trigger);
      if (is_of_the_past(trigger)) append(occasions, occasions_of(clause_of(trigger), speech));
      for (const TokenIndex noun : occasions) {
        if (nouns.is_said(noun) && !speech) continue;  // what a report tells happened before it
        const auto day = nouns.of(noun);
        if (day) take_date(extraction_, links_, index, day->date, day->time, date_reason::named);
        if (day) break;
      }
    }
  }

  /// "A fire this week killed nine. The fire broke out on Monday": the wider time of a happening gives way to the day that is told of it later.
  void narrow() {
    const DatedNouns nouns(on_, places_, links_);
    std::vector<std::pair<ToldDate, EventDate>> narrowed;
    for (const auto& [trigger, index] : links_.at) {
      const EventMention& event = extraction_.events[index];
      const bool day = event.date && event.date->basis == Basis::stated &&
                       (event.date->precision <= Precision::day || event.date->edtf.find('T') != std::string::npos) &&
                       event.date->days.first && is_told(index) && !links_.notes[index].on_guessed_day;
      const auto subject = day && on_.tree.is_verb(trigger) ? on_.tree.child(trigger, "nsubj") : std::nullopt;
      if (!subject || !on_.classes.holds("occurring_verb", on_.tree.lemma(trigger))) continue;
      const auto wide = nouns.wider_date_of(*subject);
      const auto own = event_date(iso_day(*event.date->days.first), Basis::inferred);
      if (wide && own && holds(wide->date, *own)) narrowed.emplace_back(*wide, *own);
    }
    for (const auto& [wide, day] : narrowed) {
      for (std::size_t i = 0; i < extraction_.events.size(); ++i) {
        const EventMention& event = extraction_.events[i];
        if (event.date && event.time == wide.time && event.date->edtf == wide.date.edtf && is_told(i))
          take_date(extraction_, links_, i, day, event.time, date_reason::day_told_later);
      }
    }
  }

  /// Whether a time of up to a month takes in a day.
  static bool holds(const EventDate& wide, const EventDate& day) {
    return wide.days.first && wide.days.last && wide.days != day.days && *wide.days.first <= *day.days.first &&
           *day.days.first <= *wide.days.last && *wide.days.last - *wide.days.first <= a_month;
  }

  /// "Her appearance at the rally"
  std::vector<TokenIndex> occasions_at(TokenIndex trigger) const {
    std::vector<TokenIndex> nouns;
    if (on_.tree.is_verb(trigger)) return nouns;
    for (const TokenIndex one : on_.tree.children(trigger)) {
      if (on_.tree.is(one, "nmod") && on_.classes.holds("during_preposition", on_.tree.preposition(one)))
        nouns.push_back(one);
    }
    return nouns;
  }

  /// "(Ann Lee) told reporters", "speaking at the rally, she told reporters"; not "had told", "has told", "will tell".
  bool is_of_the_past(TokenIndex trigger) const {
    const TokenIndex clause = clause_of(trigger);
    const auto above = on_.tree.head(clause);
    const bool participle = on_.tree.xpos(clause) == "VBG" && on_.tree.is(clause, "advcl") && above &&
                            on_.tree.is_simple_past(*above) && on_.tree.marker(clause).empty();
    return on_.tree.is_simple_past(clause) || participle;
  }

  /// The verb whose clause a word stands in: itself, or the one that carries it ("gave a speech").
  TokenIndex clause_of(TokenIndex trigger) const {
    const Quotation* quotation = on_.quotations.of(trigger);
    if (quotation) return quotation->verb;
    if (on_.tree.is_verb(trigger)) return trigger;
    const auto verb = on_.arguments.carrier(trigger);
    return verb ? *verb : trigger;
  }

  /// "At the rally", "in her speech at the rally"; "attended the rally"; "the rally raised $2m".
  std::vector<TokenIndex> occasions_of(TokenIndex verb, bool speech) const {
    const Tree& tree = on_.tree;
    std::vector<TokenIndex> nouns;
    const auto add = [&](TokenIndex noun) {
      nouns.push_back(noun);
      for (const TokenIndex one : tree.children(noun)) {
        if (tree.is(one, "nmod") && on_.classes.holds("during_preposition", tree.preposition(one)))
          nouns.push_back(one);
      }
    };
    const auto add_during = [&](TokenIndex clause) {
      for (const TokenIndex one : tree.children(clause)) {
        if (tree.is(one, "obl") && on_.classes.holds("during_preposition", tree.preposition(one))) add(one);
      }
    };
    add_during(verb);
    for (const TokenIndex one : tree.children(verb)) {
      const bool beside = tree.is(one, "advcl") && tree.xpos(one) == "VBG" && tree.marker(one).empty();
      if (beside) add_during(one);  // "speaking at the rally"
      if (tree.is(one, "obj") && on_.classes.holds("occasion_verb", tree.lemma(verb))) nouns.push_back(one);
    }
    for (const TokenIndex one : on_.arguments.subjects(verb)) {
      if (!speech && !tree.is_passive(verb)) nouns.push_back(one);
    }
    return nouns;
  }

  /// "the attack" of "the attack killed nine" and "nine died in the attack".
  std::vector<TokenIndex> named_around(TokenIndex verb) const {
    std::vector<TokenIndex> nouns;
    for (const TokenIndex one : on_.tree.children(verb)) {
      const bool subject = on_.tree.relation(one) == "nsubj" || on_.tree.relation(one) == "obl:agent";
      const bool during = on_.tree.is(one, "obl") && on_.classes.holds("during_preposition", on_.tree.preposition(one));
      if ((subject || during) && is_the_one(one)) nouns.push_back(one);
    }
    return nouns;
  }

  /// "The governor", which also tells that somebody governs.
  bool is_actor(TokenIndex noun) const {
    const auto& entities = on_.lookup.headed_by(noun);
    return std::any_of(entities.begin(), entities.end(), [&](std::uint32_t entity) {
      const EntityKind kind = extraction_.entities[entity].kind;
      return kind == EntityKind::person || kind == EntityKind::group;
    });
  }

  /// "the attack", and not "the second attack", "the attacks", "Friday's attack".
  bool is_the_one(TokenIndex noun) const {
    const auto determiner = on_.tree.child(noun, "det");
    if (on_.tree.xpos(noun) != "NN" || !determiner ||
        !on_.classes.holds("definite_determiner", on_.tree.lemma(*determiner)))
      return false;
    const auto parts = on_.tree.children(noun);
    return !is_actor(noun) && std::none_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      return on_.arguments.in_time(one) || on_.classes.holds("other_occasion", on_.tree.lemma(one)) ||
             on_.classes.holds("ordinal", on_.tree.lemma(one));
    });
  }

  /// An event that the noun can tell and that has a day, when all of them have the same.
  std::optional<std::uint32_t> only_day_of(TokenIndex noun, std::uint32_t but) const {
    const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
    if (!published || !published->days.first) return std::nullopt;
    std::optional<std::uint32_t> found;
    for (std::uint32_t i = 0; i < extraction_.events.size(); ++i) {
      const EventMention& event = extraction_.events[i];
      const auto& date = event.date;
      if (i == but || !is_told(i) || !words_.can_tell(noun, event.type)) continue;
      if (!date || date->basis == Basis::bounded || !date->days.first || date->days.first != date->days.last) continue;
      const DayNumber ago = *published->days.first - *date->days.first;
      if (ago < 0 || ago > a_month) continue;
      if (found && extraction_.events[*found].date->days.first != date->days.first) return std::nullopt;
      if (!found) found = i;
    }
    return found;
  }

  const MatchContext& on_;
  const TimePlaces& places_;
  const EventWords& words_;
  EventLinks& links_;
  Extraction& extraction_;
};

}  // namespace

void date_by_named_happening(const MatchContext& context, const TimePlaces& places, EventLinks& links,
                             Extraction& extraction) {
  NamedHappenings(context, places, links, extraction).date();
}

}  // namespace dateline
