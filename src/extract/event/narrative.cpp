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

class Thread {
 public:
  Thread(const MatchContext& context, const EventLinks& links, Extraction& extraction)
      : on_(context), extraction_(extraction), day_(extraction.sentences.size()), timed_(extraction.sentences.size()) {
    for (const Span& tokens : extraction.time_tokens) {
      if (!tokens.empty() && tokens.begin < on_.tree.size()) timed_[on_.tree.sentence(tokens.begin)] = true;
    }
    for (const auto& [trigger, event] : links.at) {
      const EventMention& told = extraction.events[event];
      const bool day = told.date && told.date->basis != Basis::bounded && told.date->precision == Precision::day;
      if (day && is_main(trigger, told)) day_[on_.tree.sentence(trigger)] = event;
    }
  }

  void date(TokenIndex trigger, std::uint32_t event) {
    EventMention& told = extraction_.events[event];
    const std::uint32_t sentence = on_.tree.sentence(trigger);
    if (told.date || sentence == 0 || timed_[sentence] || !is_main(trigger, told)) return;
    const auto before = day_[sentence - 1];
    if (!before) return;
    told.date = extraction_.events[*before].date;
    told.date->basis = Basis::inferred;
    told.time = extraction_.events[*before].time;
    day_[sentence] = event;
  }

 private:
  bool is_main(TokenIndex trigger, const EventMention& told) const {
    return told.status == Status::asserted && heads_main_clause(on_.tree, trigger) && on_.tree.is_simple_past(trigger);
  }

  const MatchContext& on_;
  Extraction& extraction_;
  std::vector<std::optional<std::uint32_t>> day_;  ///< of each sentence: its main event with a day
  std::vector<bool> timed_;                        ///< of each sentence: whether it has a time expression
};

}  // namespace

void date_from_thread(const MatchContext& on, const EventLinks& links, Extraction& extraction) {
  Thread thread(on, links, extraction);
  for (const auto& [trigger, event] : links.at) thread.date(trigger, event);
}

}  // namespace dateline
