#include "extract/event/named_happening.hpp"

#include <algorithm>
#include <optional>

#include "extract/event/date_reasons.hpp"

namespace dateline {
namespace {

constexpr DayNumber near_days = 31;

class NamedHappenings {
 public:
  NamedHappenings(const MatchContext& context, const EventWords& words, EventLinks& links, Extraction& extraction)
      : on_(context), words_(words), links_(links), extraction_(extraction) {}

  void date() {
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

  /// "the attack", and not "the second attack", "the attacks", "Friday's attack".
  bool is_the_one(TokenIndex noun) const {
    const auto determiner = on_.tree.child(noun, "det");
    if (on_.tree.xpos(noun) != "NN" || !determiner ||
        !on_.classes.holds("definite_determiner", on_.tree.lemma(*determiner)))
      return false;
    const auto parts = on_.tree.children(noun);
    return std::none_of(parts.begin(), parts.end(), [&](TokenIndex one) {
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
      if (ago < 0 || ago > near_days) continue;
      if (found && extraction_.events[*found].date->days.first != date->days.first) return std::nullopt;
      if (!found) found = i;
    }
    return found;
  }

  const MatchContext& on_;
  const EventWords& words_;
  EventLinks& links_;
  Extraction& extraction_;
};

}  // namespace

void date_by_named_happening(const MatchContext& context, const TimePlaces& places, EventLinks& links,
                             Extraction& extraction) {
  NamedHappenings(context, places.words(), links, extraction).date();
}

}  // namespace dateline
