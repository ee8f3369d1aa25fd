#include "extract/event/narrative.hpp"

#include <algorithm>

namespace dateline {
namespace {

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
      : on_(context), extraction_(extraction), day_(extraction.sentences.size()), timed_(extraction.sentences.size()) {
    for (const Span& tokens : extraction.time_tokens) {
      if (!tokens.empty() && tokens.begin < on_.tree.size()) timed_[on_.tree.sentence(tokens.begin)] = true;
    }
    std::vector<bool> several(extraction.sentences.size());
    for (const auto& [trigger, event] : links.at) {
      const EventMention& told = extraction.events[event];
      const bool day = told.date && told.date->basis != Basis::bounded && told.date->precision == Precision::day;
      if (!day || told.status != Status::asserted || in_noun_clause(on_.tree, trigger)) continue;
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
    if (!is_main(trigger) && !is_own_report(trigger, told)) return;
    const auto before = day_[sentence - 1];
    if (!before) return;
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

  bool is_main(TokenIndex trigger) const {
    return heads_main_clause(on_.tree, trigger) && on_.tree.is_simple_past(trigger);
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

void date_from_thread(const MatchContext& on, const EventLinks& links, Extraction& extraction) {
  Thread thread(on, links, extraction);
  for (const auto& [trigger, event] : links.at) thread.date(trigger, event);
}

}  // namespace dateline
