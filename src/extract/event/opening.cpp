#include "extract/event/opening.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "dateline/base/utf8.hpp"
#include "extract/event/date_reasons.hpp"

namespace dateline {
namespace {

constexpr DayNumber near_days = 31;
constexpr std::string_view unknown_value = "XXXX";
constexpr std::array<std::string_view, 4> side_clauses = {"acl", "advcl", "ccomp", "csubj"};
constexpr std::array<std::string_view, 2> clauses_of_other_time = {"acl:relcl", "advcl"};

class Opening {
 public:
  Opening(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction)
      : on_(context), places_(places), links_(links), extraction_(extraction), published_(day_of_publication()) {
    find();
  }

  void date() {
    if (!published_ || !first_ || !has_headline() || names_a_day()) return;
    for (const auto& [trigger, event] : links_.at) {
      if (on_.tree.sentence(trigger) > last_) break;
      if (!is_news(trigger, event)) continue;
      if (const auto day = event_date(iso_day(*published_), Basis::inferred))
        take_date(extraction_, links_, event, *day, std::nullopt, date_reason::opening);
    }
  }

 private:
  std::optional<DayNumber> day_of_publication() const {
    if (!on_.document.dateline_day.empty()) return std::nullopt;  // an older report
    const auto published = on_.document.published ? parse_edtf(on_.document.published->edtf) : std::nullopt;
    const bool one_day = published && published->days.first && published->days.first == published->days.last;
    return one_day ? published->days.first : std::nullopt;
  }

  /// A report has one; a note or a page of prose need tell no news.
  bool has_headline() const {
    const auto& blocks = on_.document.blocks;
    return !on_.document.title.empty() || std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
      return block.kind == BlockKind::title || block.kind == BlockKind::heading;
    });
  }

  BlockKind block_of(std::uint32_t sentence) const {
    const std::size_t block = extraction_.sentences[sentence].block;
    return block < on_.document.blocks.size() ? on_.document.blocks[block].kind : BlockKind::paragraph;
  }

  /// The first paragraph that tells an event: its first sentence and its last.
  void find() {
    for (const auto& [trigger, event] : links_.at) {
      const std::uint32_t sentence = on_.tree.sentence(trigger);
      if (block_of(sentence) != BlockKind::paragraph) continue;
      const std::size_t block = extraction_.sentences[sentence].block;
      std::uint32_t first = sentence, last = sentence;
      while (first > 0 && extraction_.sentences[first - 1].block == block) --first;
      while (last + 1 < extraction_.sentences.size() && extraction_.sentences[last + 1].block == block) ++last;
      first_ = first, last_ = last;
      return;
    }
  }

  template <std::size_t count>
  bool is_inside(TokenIndex token, const std::array<std::string_view, count>& clauses) const {
    std::optional<TokenIndex> at = token;
    for (int steps = 0; at && steps < longest_path; ++steps, at = on_.tree.head(*at)) {
      const auto within = [&](std::string_view relation) { return on_.tree.is(*at, relation); };
      if (std::any_of(clauses.begin(), clauses.end(), within)) return true;
    }
    return false;
  }

  /// Whether a time, outside of these clauses, says when something happened: "(three years) after it was due" does not say when the news did.
  template <std::size_t count>
  bool says_when(std::uint32_t time, const std::array<std::string_view, count>& clauses) const {
    const Span& tokens = extraction_.time_tokens[time];
    return !tokens.empty() && tokens.begin < on_.tree.size() && !places_.names_a_thing(time) &&
           !is_inside(tokens.begin, clauses);
  }

  bool is_near(const DayInterval& days) const {
    return days.first && days.last && *days.last - *days.first < near_days && *days.last + near_days >= *published_ &&
           *days.first <= *published_;
  }

  bool names_a_day() const {
    for (std::uint32_t time = 0; time < extraction_.times.size() && time < extraction_.time_tokens.size(); ++time) {
      const TimeMention& told = extraction_.times[time];
      const bool unknown = told.edtf.empty() && told.value.starts_with(unknown_value);  // "some hours ago"
      if ((!unknown && !is_near(told.days)) || !says_when(time, clauses_of_other_time)) continue;
      if (on_.tree.sentence(extraction_.time_tokens[time].begin) <= last_) return true;
    }
    return false;
  }

  bool tells_a_time(std::uint32_t sentence) const {
    const auto [first, last] = times_in(extraction_, extraction_.sentences[sentence]);
    for (std::uint32_t time = first; time < last && time < extraction_.time_tokens.size(); ++time) {
      if (says_when(time, side_clauses)) return true;
    }
    return false;
  }

  /// "Has already signed", "has long opposed"
  bool is_of_other_time(TokenIndex verb) const {
    const auto parts = on_.tree.children(verb);
    return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      if (!on_.tree.is(one, "advmod")) return false;
      const std::string word = utf8::lower(on_.tree.word(one));
      return on_.classes.holds("earlier_time", word) || on_.classes.holds("other_time", word);
    });
  }

  bool heads_main_clause(TokenIndex token) const {
    TokenIndex at = token;
    for (int steps = 0; steps < longest_path && on_.tree.is(at, "conj") && on_.tree.head(at); ++steps)
      at = *on_.tree.head(at);
    return !on_.tree.head(at) || on_.tree.is(at, "root");
  }

  bool is_news(TokenIndex trigger, std::uint32_t event) const {
    const EventMention& told = extraction_.events[event];
    const std::uint32_t sentence = on_.tree.sentence(trigger);
    if (told.date || told.negated || told.status != Status::asserted || links_.notes[event].other_occasion) return false;
    if (on_.classes.holds("background_event", told.type)) return false;
    if (is_inside(trigger, side_clauses) || is_of_other_time(trigger) || tells_a_time(sentence)) return false;
    if (links_.notes[event].told_in_past) return true;
    return sentence == *first_ && heads_main_clause(trigger) && on_.tree.is_simple_past(trigger);
  }

  const MatchContext& on_;
  const TimePlaces& places_;
  EventLinks& links_;
  Extraction& extraction_;
  std::optional<DayNumber> published_;
  std::optional<std::uint32_t> first_;  ///< sentence of the first paragraph that tells an event
  std::uint32_t last_ = 0;
};

}  // namespace

void date_opening(const MatchContext& on, const TimePlaces& places, EventLinks& links, Extraction& extraction) {
  Opening(on, places, links, extraction).date();
}

}  // namespace dateline
