#include "extract/event/narrative.hpp"

#include <algorithm>
#include <cstdlib>

#include "extract/event/dating.hpp"

namespace dateline {
namespace {

constexpr DayNumber near_days = 31;

/// The head of a main clause: the root, or a verb coordinated with it.
bool heads_main_clause(const Tree& tree, TokenIndex token) {
  TokenIndex at = token;
  for (int steps = 0; steps < longest_path && tree.is(at, "conj") && tree.head(at); ++steps) at = *tree.head(at);
  return !tree.head(at) || tree.is(at, "root");
}

bool in_noun_clause(const Tree& tree, TokenIndex token) {
  std::optional<TokenIndex> at = token;
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    if (tree.is(*at, "acl")) return true;
  }
  return false;
}

class Thread {
 public:
  Thread(const MatchContext& context, const EventLinks& links, Extraction& extraction)
      : on_(context), extraction_(extraction), day_(extraction.sentences.size()), timed_(dated_sentences(context)) {
    std::vector<bool> several(extraction.sentences.size());
    for (const auto& [trigger, event] : links.at) {
      const EventMention& told = extraction.events[event];
      const bool day = told.date && told.date->basis != Basis::bounded && told.date->precision == Precision::day;
      if (!day || told.status != Status::asserted || in_noun_clause(on_.tree, trigger) || !is_news(told)) continue;
      auto& known = day_[on_.tree.sentence(trigger)];
      if (known && extraction.events[*known].date->edtf != told.date->edtf) several[on_.tree.sentence(trigger)] = true;
      if (!known) known = event;
    }
    for (std::size_t i = 0; i < several.size(); ++i) {
      if (several[i]) day_[i].reset();
    }
    carry_over();
  }

  void date(TokenIndex trigger, std::uint32_t event) {
    EventMention& told = extraction_.events[event];
    const std::uint32_t sentence = on_.tree.sentence(trigger);
    if (told.date || sentence == 0 || timed_[sentence] || told.status != Status::asserted) return;
    if (on_.classes.holds("background_event", told.type)) return;
    if (!is_main(trigger) && !is_own_report(trigger, told)) return;
    const auto before = day_[sentence - 1];
    if (!before || looks_back(extraction_.events[*before], told)) return;
    told.date = extraction_.events[*before].date;
    told.date->basis = Basis::inferred;
    told.time = extraction_.events[*before].time;
    if (!day_[sentence]) day_[sentence] = event;
  }

 private:
  /// A sentence of the same paragraph that names no time does not break the thread.
  void carry_over() {
    for (std::size_t i = 1; i < day_.size(); ++i) {
      const bool together = extraction_.sentences[i].block == extraction_.sentences[i - 1].block;
      const bool carried = i > 1 && !timed_[i - 1];
      if (!day_[i] && !timed_[i] && together && !carried) day_[i] = day_[i - 1];
    }
  }

  /// A report of a court or an office tells then of the deed that it is about, which lies before.
  bool looks_back(const EventMention& before, const EventMention& told) const {
    return on_.classes.holds("legal_event", before.type) && on_.classes.holds("deed_event", told.type);
  }

  bool is_main(TokenIndex trigger) const {
    return heads_main_clause(on_.tree, trigger) && on_.tree.is_simple_past(trigger);
  }

  /// Told from near its day: a life told in an obituary runs on by years.
  bool is_news(const EventMention& told) const {
    const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
    if (!published || !published->days.first || !told.date->days.first) return false;
    return std::abs(*published->days.first - *told.date->days.first) <= near_days;
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
  Extraction& extraction_;
  std::vector<std::optional<std::uint32_t>>
      day_;                  ///< of each sentence: an event told with the day that the thread stands on
  std::vector<bool> timed_;  ///< of each sentence: whether it has a time expression
};

}  // namespace

namespace {

/// "The meeting came as X visited Y": what is told beside a meeting happened on the day of the meeting that the report is about, its first.
bool beside_a_meeting(const MatchContext& on, TokenIndex trigger) {
  const auto above = on.tree.head(trigger);
  if (!above || !on.tree.is(trigger, "advcl") || !on.classes.holds("same_time_marker", on.tree.marker(trigger)))
    return false;
  const auto subject = on.tree.child(*above, "nsubj");
  return subject && on.tree.child(*subject, "det") && on.classes.holds("meeting_noun", on.tree.lemma(*subject));
}

void date_beside_meetings(const MatchContext& on, const EventLinks& links, Extraction& extraction) {
  const auto meeting = std::find_if(extraction.events.begin(), extraction.events.end(), [&](const EventMention& one) {
    const bool fact = one.status == Status::asserted || one.status == Status::claimed;
    return one.date && fact && one.date->basis == Basis::stated && on.classes.holds("meeting_event", one.type);
  });
  if (meeting == extraction.events.end()) return;
  const std::size_t source = static_cast<std::size_t>(meeting - extraction.events.begin());
  for (const auto& [trigger, event] : links.at) {
    EventMention& told = extraction.events[event];
    if (told.date || told.status != Status::asserted || !beside_a_meeting(on, trigger)) continue;
    told.date = extraction.events[source].date;
    told.date->basis = Basis::inferred;
    told.time = extraction.events[source].time;
  }
}

}  // namespace

void date_from_thread(const MatchContext& on, const EventLinks& links, Extraction& extraction) {
  date_beside_meetings(on, links, extraction);
  Thread thread(on, links, extraction);
  for (const auto& [trigger, event] : links.at) thread.date(trigger, event);
}

}  // namespace dateline
