// Lengths of time that place an event, and what only bounds its date: other happenings, and who told it when.
#include <algorithm>

#include "extract/event/dating.hpp"

namespace dateline {
namespace {

bool is_interval(const EventDate& date) { return date.edtf.find('/') != std::string::npos; }

bool lies_ahead(Status status) {
  return status == Status::planned || status == Status::urged || status == Status::denied ||
         status == Status::hypothetical;
}

/// "After last week's protests": after they began; "before the talks in late June": before they were over.
std::optional<Dated> around_interval(const Dated& dated, TimeBound bound, std::string_view reason) {
  const std::string& edtf = dated.date.edtf;
  const std::size_t middle = edtf.find('/');
  const std::string first = edtf.substr(0, middle), last = edtf.substr(middle + 1), open = "..";
  if ((bound == TimeBound::from ? first : last) == open) return std::nullopt;
  const auto date = event_date(bound == TimeBound::from ? first + "/.." : "../" + last, Basis::bounded);
  return date ? std::optional(Dated{*date, dated.time, reason}) : std::nullopt;
}

std::optional<Dated> opened(const Dated& dated, TimeBound bound, Basis basis, std::string_view reason) {
  if (is_interval(dated.date)) return std::nullopt;
  const auto date = event_date(bound == TimeBound::from ? dated.date.edtf + "/.." : "../" + dated.date.edtf, basis);
  return date ? std::optional(Dated{*date, dated.time, reason}) : std::nullopt;
}

}  // namespace

/// "Has fought for two years" began then and goes on; "will reply within 48 hours" lies between the telling and then.
std::optional<Dated> Dating::of_length(TokenIndex clause, const Standing& standing) const {
  const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
  if (!published || !published->days.last) return std::nullopt;
  const DayNumber told = *published->days.last;
  for (const auto& [word, placed] : places_.lengths(clause)) {
    const TimeMention& time = on_.extraction.times[placed.time];
    if (const auto days = most_days(time.value)) {  // "in the past few days"
      std::optional<EventDate> date;
      if (on_.classes.holds("past_length_rule", time.rule))
        date = event_date(iso_day(told - *days) + "/" + iso_day(told), Basis::inferred);
      if (on_.classes.holds("next_length_rule", time.rule))
        date = event_date(iso_day(told) + "/" + iso_day(told + *days), Basis::inferred);
      if (date) return Dated{*date, placed.time, date_reason::few};
    }
    const auto length = length_of(time.value);
    const auto bound = bounds_.find(on_.tree.preposition(placed.head));
    if (!length || !bound) continue;
    std::optional<EventDate> date;
    if (*bound == TimeBound::elapsed && on_.tree.is_present_perfect(clause))
      date = event_date(before(told, *length) + "/..", Basis::inferred);
    if (*bound == TimeBound::ahead && standing.status == Status::planned && length->unit == 'D')
      date = event_date(iso_day(told) + "/" + iso_day(told + length->count), Basis::inferred);
    if (date) return Dated{*date, placed.time, date_reason::length};
  }
  return std::nullopt;
}

std::optional<Dated> Dating::of_length(const Standing& standing) const {
  if (auto dated = of_length(standing.clause, standing)) return dated;
  const auto phase = on_.tree.head(standing.clause);  // "have started asking in the past few days"
  if (!phase || !on_.tree.is(standing.clause, "xcomp") || !on_.classes.holds("phase_verb", on_.tree.lemma(*phase)))
    return std::nullopt;
  return of_length(*phase, standing);
}

/// "Is still fighting troops who entered in August": what goes on against somebody began, at the earliest, when they came.
std::optional<Dated> Dating::of_ongoing(const Match& match) const {
  const Tree& tree = on_.tree;
  const auto parts = tree.children(match.trigger);
  const bool goes_on =
      tree.xpos(match.trigger) == "VBG" && std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
        return tree.is(one, "advmod") && on_.classes.holds("ongoing_adverb", tree.lemma(one));
      });
  if (!goes_on) return std::nullopt;
  for (const std::string_view slot : {"obj", "inf.obj"}) {
    for (const TokenIndex head : on_.arguments.slot(match.trigger, slot)) {
      for (const TokenIndex clause : tree.children(head)) {
        if (!tree.is(clause, "acl:relcl")) continue;
        const auto came = dates_.of(clause, clause, Basis::inferred, date_reason::since_they_came);
        if (!came) continue;
        if (auto dated = opened(*came, TimeBound::from, Basis::inferred, came->reason)) return dated;
      }
    }
  }
  return std::nullopt;
}

/// Whether a date lies after the publication: nothing is learnt from it of what happened.
bool Dating::is_ahead(const EventDate& date) const {
  const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
  return published && published->days.last && date.days.first && *date.days.first > *published->days.last;
}

/// "Pleaded guilty before yesterday's hearing", "fled after the army took the town in May": what a happening came before or after bounds it.
std::optional<Dated> Dating::around_other(const Match& match, TokenIndex clause_word) const {
  const Tree& tree = on_.tree;
  for (const TokenIndex one : tree.children(clause_word)) {
    const bool clause = tree.is(one, "advcl");
    if (one == match.trigger || (!clause && !tree.is(one, "obl") && !tree.is(one, "nmod"))) continue;
    const std::string preposition = clause ? tree.marker(one) : tree.preposition(one);
    const auto bound = bounds_.find(preposition);
    if (!on_.classes.holds("other_time_preposition", preposition) || !bound) continue;
    const auto other = dates_.of(one, one, Basis::bounded, date_reason::after_time);
    if (!other) continue;
    const bool after = *bound == TimeBound::from;
    if (!after && on_.tree.is_simple_past(clause_word) && is_ahead(other->date)) continue;  // "held until the trial"
    const std::string_view why = after ? date_reason::after_time : date_reason::before_time;
    if (auto dated = is_interval(other->date) ? around_interval(*other, *bound, why)
                                              : opened(*other, *bound, Basis::bounded, why))
      return dated;
  }
  return std::nullopt;
}

/// What bounds it on either side: "said on Sunday that it had signed after talks on Friday" lies between the two.
std::optional<Dated> Dating::bounds(const Match& match, const Standing& standing) const {
  const auto predicate = on_.tree.child(standing.clause, "xcomp");  // "pleaded guilty before the hearing"
  auto other = around_other(match, standing.clause);
  if (!other && predicate) other = around_other(match, *predicate);
  const auto joined = on_.tree.child(standing.clause, "conj");  // "confessed or were convicted before the hearing"
  if (!other && joined && on_.tree.is_verb(*joined) && !on_.tree.child(*joined, "nsubj"))
    other = around_other(match, *joined);
  auto said = of_source(standing.clause);
  if (!said) said = of_saying(match, standing);
  if (!other || !said) return other ? other : said;
  const std::string &first = other->date.edtf, &last = said->date.edtf;
  if (!first.ends_with("/..") || !last.starts_with("../")) return other;
  const auto both = event_date(first.substr(0, first.size() - 2) + last.substr(3), Basis::bounded);
  const bool ordered = both && both->days.first && both->days.last && *both->days.first <= *both->days.last;
  return ordered ? Dated{*both, other->time, date_reason::between} : other;
}

/// "According to reports on Saturday, two died": before it was reported.
std::optional<Dated> Dating::of_source(TokenIndex clause) const {
  const PlacedRange times = places_.of_source(clause);
  if (times.empty()) return std::nullopt;
  const auto told = dates_.read(times.front().second, Basis::bounded, date_reason::before_saying);
  return told ? opened(*told, TimeBound::to, Basis::bounded, told->reason) : std::nullopt;
}

/// What was said on a day happened before its end; what is planned, urged or promised then comes after.
std::optional<Dated> Dating::of_saying(const Match& match, const Standing& standing) const {
  std::optional<TokenIndex> at = standing.clause;
  const Tree& tree = on_.tree;
  const bool ahead = lies_ahead(standing.status);
  for (const TokenIndex one : tree.children(standing.clause)) {
    if (ahead || !says_the_clause(one)) continue;
    const auto told = dates_.of(one, one, Basis::bounded, date_reason::before_saying);
    if (!told || is_interval(told->date)) continue;
    if (auto dated = opened(*told, TimeBound::to, Basis::bounded, date_reason::before_saying)) return dated;
  }
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    const auto above = tree.head(*at);
    if (!above || tree.is(*at, "acl:relcl")) return std::nullopt;
    // "asked on Monday for his resignation", "voted on Monday to send troops"
    const bool asked = ahead && at == standing.clause && tree.is_verb(*above) &&
                       ((tree.is(*at, "obl") && on_.classes.holds("content_preposition", tree.preposition(*at))) ||
                        tree.is(*at, "obj") || (tree.is(*at, "advcl") && tree.is_infinitive(*at)));
    // "accused Norway in May of stealing it"
    const bool alleged = tree.is(*at, "advcl") && tree.xpos(*at) == "VBG" && !standing.speech.empty() &&
                         on_.classes.holds("complement_preposition", tree.marker(*at));
    const bool content = tree.is(*at, "ccomp") || tree.is(*at, "xcomp") ||
                         (tree.is(*at, "obj") && !standing.speech.empty()) || alleged || asked;
    if (!content || *above == match.trigger) continue;
    // "began a closure to make way for a vote": what is only begun says nothing
    if (!ahead && at != standing.clause && tree.is(*at, "xcomp") &&
        on_.classes.holds("beginning_verb", tree.lemma(*above)))
      return std::nullopt;
    const std::string_view reason = ahead ? date_reason::after_saying : date_reason::before_saying;
    auto said = dates_.of(*above, *above, Basis::bounded, reason);
    if (!said) said = of_source(*above);
    const bool going_on = !ahead && at == standing.clause && tree.is_present_progressive(*at);
    if (!said || (!going_on && is_interval(said->date))) continue;
    if (going_on) {  // "said on Monday that it is buying the firm"
      const auto then = event_date(said->date.edtf, Basis::inferred);
      if (then) return Dated{*then, said->time, date_reason::as_it_was_said};
    }
    if (auto dated = opened(*said, ahead ? TimeBound::from : TimeBound::to, Basis::bounded, reason)) return dated;
  }
  return std::nullopt;
}

/// "(Died on Friday) after being ill since May", "ran from 1970 until her death in 2015": when that which went on was over.
std::optional<Dated> Dating::end_of(TokenIndex clause) const {
  const Tree& tree = on_.tree;
  for (const TokenIndex one : tree.children(clause)) {
    if (one < clause || !tree.is(one, "obl") || !on_.classes.holds("end_preposition", tree.preposition(one))) continue;
    if (auto end = dates_.of(one, one, Basis::inferred, date_reason::until_then)) return end;
  }
  const auto main = tree.head(clause);
  if (!main || !tree.is(clause, "advcl") || !tree.is_verb(*main) ||
      bounds_.find(tree.marker(clause)) != TimeBound::from)
    return std::nullopt;
  return dates_.of(*main, clause, Basis::inferred, date_reason::until_then);
}

/// Whether the publication lies before a day.
bool Dating::is_told_before(DayNumber day) const {
  const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
  return published && published->days.first && *published->days.first < day;
}

/// "From 2005, for six years", "beginning in 2010 and continuing for seven years": so long from its beginning.
std::optional<Dated> Dating::so_long(const Dated& dated, TokenIndex clause) const {
  const std::string& began = on_.extraction.times[dated.time].edtf;
  const auto first = event_date(began, dated.date.basis);
  const std::uint32_t head = on_.extraction.time_tokens[dated.time].begin;
  const bool from = dated.reason == date_reason::beginning ||
                    (head > 0 && on_.classes.holds("moved_from", on_.tree.lemma(static_cast<TokenIndex>(head - 1))));
  if (!first || !first->days.first || !from) return std::nullopt;
  for (TokenIndex one : on_.tree.children(clause)) {
    const bool began_then = on_.tree.is(one, "advcl") && on_.tree.is_verb(one);
    const auto joined = began_then ? on_.tree.child(one, "conj") : std::nullopt;
    const auto end = joined ? dates_.of(*joined, *joined, dated.date.basis, dated.reason) : std::nullopt;
    if (end && end->date.edtf.starts_with("../")) {  // "starting in 2008 and lasting until 2012"
      const auto span = event_date(began + end->date.edtf.substr(2), dated.date.basis);
      if (span && span->days.last) return Dated{*span, dated.time, dated.reason};
    }
    for (const TokenIndex verb : {clause, joined.value_or(clause)}) {
      for (const auto& [word, placed] : places_.lengths(verb)) {
        const auto length = length_of(on_.extraction.times[placed.time].value);
        if (!length || bounds_.find(on_.tree.preposition(placed.head)) != TimeBound::elapsed) continue;
        const auto span =
            event_date(began + "/" + before(*first->days.first, {-length->count, length->unit}), dated.date.basis);
        const bool over =
            !on_.tree.is_simple_past(clause) || (span && span->days.last && !is_told_before(*span->days.last));
        if (span && span->days.last && over) return Dated{*span, dated.time, dated.reason};
      }
    }
  }
  return std::nullopt;
}

/// What began at a time that is told and went on, with its end where one is told.
Dated Dating::until_its_end(Dated dated, const Standing& standing) const {
  constexpr std::string_view open = "..";
  if (!on_.tree.is_verb(standing.clause) || !dated.date.edtf.ends_with(open)) return dated;
  if (const auto span = so_long(dated, standing.clause)) return *span;
  const auto end = end_of(standing.clause);
  if (!end || is_interval(end->date)) return dated;
  const std::string& since = dated.date.edtf;
  const auto both = event_date(since.substr(0, since.size() - open.size()) + end->date.edtf, dated.date.basis);
  const bool ordered = both && both->days.first && both->days.last && *both->days.first <= *both->days.last;
  return ordered ? Dated{*both, dated.time, date_reason::until_then} : dated;
}

/// "Wrote on Friday: 'It fell last night'": in direct speech "last night" is the one before the day of saying it.
Dated Dating::told_in_speech(Dated dated, const Standing& standing) const {
  const Tree& tree = on_.tree;
  const TimeMention& time = on_.extraction.times[dated.time];
  const auto verb = tree.head(standing.clause);
  const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
  if (!verb || !published || !published->days.last || dated.date.precision != Precision::day ||
      is_interval(dated.date) || !on_.classes.holds("deictic_rule", time.rule) ||
      !(tree.is(standing.clause, "ccomp") || tree.is(standing.clause, "parataxis")))
    return dated;
  const Quotation* quotation = on_.quotations.of(standing.clause);
  if (!quotation || quotation == on_.quotations.of(*verb)) return dated;
  const auto said = dates_.of(*verb, *verb, Basis::bounded, date_reason::before_saying);
  if (!said || said->time == dated.time || is_interval(said->date) || said->date.precision != Precision::day)
    return dated;
  const DayNumber late = *published->days.last - *said->date.days.last;
  const auto then = event_date(iso_day(*dated.date.days.first - late), dated.date.basis);
  return late > 0 && then ? Dated{*then, dated.time, date_reason::counted_from_saying} : dated;
}

/// A weekday in what is said on a day counts from there: "said on Monday that he had resigned on Friday" tells of the Friday before, and "that he
/// would resign on Friday" of the first one after, though it may be over when the article appears.
std::optional<Dated> Dating::told_then(Dated dated, const Standing& standing) const {
  const Tree& tree = on_.tree;
  const TokenIndex clause = standing.clause;
  const auto above = tree.head(clause);
  if (!above || !tree.is(clause, "ccomp") || !tree.is_simple_past(*above) || is_interval(dated.date) ||
      dated.date.precision != Precision::day ||
      !on_.classes.holds("weekday_rule", on_.extraction.times[dated.time].rule))
    return dated;
  const auto said = dates_.of(*above, *above, Basis::bounded, date_reason::before_saying);
  if (!said || said->time == dated.time || !said->date.days.last) return dated;
  constexpr DayNumber week = 7;
  const DayNumber day = *dated.date.days.first, told = *said->date.days.last;
  const bool past = tree.is_simple_past(clause) || tree.is_pluperfect(clause);
  const bool misread = lies_ahead(standing.status) ? day - week > told : past && day > told;
  const auto earlier = misread ? event_date(iso_day(day - week), dated.date.basis) : std::nullopt;
  return earlier ? Dated{*earlier, dated.time, date_reason::counted_from_saying} : dated;
}

}  // namespace dateline
