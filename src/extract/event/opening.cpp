#include "extract/event/opening.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "dateline/base/utf8.hpp"
#include "extract/event/date_reasons.hpp"
#include "extract/event/reported.hpp"

namespace dateline {
namespace {

constexpr std::string_view unknown_value = "XXXX";
constexpr std::array<std::string_view, 4> subordinate_clauses = {"acl", "advcl", "ccomp", "csubj"};
constexpr std::array<std::string_view, 1> reported_clauses = {"ccomp"};

class Opening {
 public:
  Opening(const MatchContext& context, const TimePlaces& places, EventLinks& links, Extraction& extraction)
      : on_(context), places_(places), links_(links), extraction_(extraction), published_(day_of_publication()) {
    find();
  }

  void date() {
    if (!published_ || !first_ || !has_headline() || names_a_day()) return;
    under_news_ = has_news_headline();
    for (std::uint32_t sentence = 0; sentence <= last_; ++sentence) timed_.push_back(tells_a_time(sentence));
    for (const auto& [trigger, event] : links_.at) {
      if (on_.tree.sentence(trigger) > last_) break;
      EventNote& note = links_.notes[event];
      const auto& guessed = extraction_.events[event].date;
      if (note.on_guessed_day && guessed && guessed->days.first == published_) note.on_guessed_day = false;
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

  /// The first paragraph that tells an event, or else the first: its first sentence and its last.
  void find() {
    for (const auto& [trigger, event] : links_.at) {
      if (block_of(on_.tree.sentence(trigger)) == BlockKind::paragraph)
        return take_paragraph(on_.tree.sentence(trigger));
    }
    for (std::uint32_t sentence = 0; sentence < extraction_.sentences.size(); ++sentence) {
      if (block_of(sentence) == BlockKind::paragraph) return take_paragraph(sentence);
    }
  }

  void take_paragraph(std::uint32_t sentence) {
    const std::size_t block = extraction_.sentences[sentence].block;
    std::uint32_t first = sentence, last = sentence;
    while (first > 0 && extraction_.sentences[first - 1].block == block) --first;
    while (last + 1 < extraction_.sentences.size() && extraction_.sentences[last + 1].block == block) ++last;
    first_ = first, last_ = last;
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

  /// "(Three years) after it was due", "which had been sold in May": not when the news happened.
  bool is_of_older_clause(TokenIndex token) const {
    std::optional<TokenIndex> at = token;
    for (int steps = 0; at && steps < longest_path; ++steps, at = on_.tree.head(*at)) {
      if (on_.tree.is(*at, "acl:relcl")) return true;
      if (on_.tree.is(*at, "advcl") && on_.classes.holds("other_time_preposition", on_.tree.marker(*at))) return true;
    }
    return false;
  }

  /// The word that a time begins with, when it says when something happened and not which thing is meant.
  std::optional<TokenIndex> place_of(std::uint32_t time) const {
    const Span& tokens = extraction_.time_tokens[time];
    if (tokens.empty() || tokens.begin >= on_.tree.size() || places_.names_a_thing(time)) return std::nullopt;
    return static_cast<TokenIndex>(tokens.begin);
  }

  bool is_near(const DayInterval& days) const {
    return days.first && days.last && *days.last - *days.first < a_month && *days.last + a_month >= *published_ &&
           *days.first <= *published_;
  }

  bool names_a_day() const {
    for (std::uint32_t time = 0; time < extraction_.times.size() && time < extraction_.time_tokens.size(); ++time) {
      const TimeMention& told = extraction_.times[time];
      if (on_.classes.holds("clock_rule", told.rule) && told.days.first == published_) continue;  // of a guessed day
      const bool unknown = told.edtf.empty() && told.value.starts_with(unknown_value);            // "some hours ago"
      const auto word = place_of(time);
      if ((!unknown && !is_near(told.days)) || !word || is_of_older_clause(*word)) continue;
      if (on_.tree.sentence(*word) <= last_) return true;
    }
    return false;
  }

  bool tells_a_time(std::uint32_t sentence) const {
    const auto [first, last] = times_in(extraction_, extraction_.sentences[sentence]);
    for (std::uint32_t time = first; time < last && time < extraction_.time_tokens.size(); ++time) {
      const auto word = place_of(time);
      if (word && !is_inside(*word, subordinate_clauses)) return true;
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
    if (told.date || told.negated || told.status != Status::asserted || links_.notes[event].other_occasion)
      return false;
    if (on_.classes.holds("background_event", told.type)) return false;
    if (is_of_other_time(trigger) || timed_[sentence]) return false;
    if (links_.notes[event].told_in_past) return !is_inside(trigger, reported_clauses);
    if (is_told_as_going_on(trigger)) return true;
    const TokenIndex clause = occasion_of(trigger).value_or(trigger);
    return sentence == *first_ && under_news_ && !is_inside(clause, subordinate_clauses) && heads_main_clause(clause) &&
           on_.tree.is_simple_past(clause);
  }

  /// "Airline orders 20 jets": under it, the simple past of the lead is no history.
  bool has_news_headline() const {
    for (std::uint32_t sentence = 0; sentence < *first_; ++sentence) {
      const BlockKind kind = block_of(sentence);
      const Span& tokens = extraction_.sentences[sentence].tokens;
      for (TokenIndex word = tokens.begin; kind != BlockKind::paragraph && word < tokens.end; ++word) {
        if (on_.tree.is_verb(word) && tells_past(on_.tree, word, kind)) return true;
      }
    }
    return false;
  }

  /// "Has said that it is looking for a buyer"
  bool is_told_as_going_on(TokenIndex verb) const {
    const auto said = on_.tree.head(verb);
    return said && on_.tree.is(verb, "ccomp") && on_.tree.is_present_progressive(verb) &&
           on_.tree.is_present_perfect(*said) && heads_main_clause(*said) && !is_of_other_time(*said);
  }

  /// "In a ceremony (held) in Lima, the firm unveiled": the verb of what happened on the occasion.
  std::optional<TokenIndex> occasion_of(TokenIndex trigger) const {
    const Tree& tree = on_.tree;
    const bool held = tree.relation(trigger) == "acl" && tree.xpos(trigger) == "VBN";
    const auto noun = held ? tree.head(trigger) : std::optional(trigger);
    const bool during = noun && !tree.is_verb(*noun) && tree.is(*noun, "obl") &&
                        on_.classes.holds("during_preposition", tree.preposition(*noun));
    return during ? tree.head(*noun) : std::nullopt;
  }

  const MatchContext& on_;
  const TimePlaces& places_;
  EventLinks& links_;
  Extraction& extraction_;
  std::optional<DayNumber> published_;
  std::optional<std::uint32_t> first_;  ///< sentence of that paragraph
  std::uint32_t last_ = 0;
  bool under_news_ = false;  ///< whether a headline tells news
  std::vector<bool>
      timed_;  ///< of each sentence up to the last of that paragraph: whether its main clauses have a time
};

}  // namespace

void date_opening(const MatchContext& on, const TimePlaces& places, EventLinks& links, Extraction& extraction) {
  Opening(on, places, links, extraction).date();
}

}  // namespace dateline
