#include "input/article/classifier.hpp"

#include <algorithm>
#include <unordered_set>

#include "dateline/base/text.hpp"
#include "input/article/tail.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

constexpr std::size_t longest_title = 30;    // words
constexpr std::size_t longest_heading = 14;  // words
constexpr std::size_t most_headings = 3;     // lines in a row; more are a list
constexpr std::size_t dated_zone = 3;  // a bare date line counts before the article's third sentence-closed paragraph

/// Decides from the certain to the probable; a piece that is decided stays so.
class Classifier {
 public:
  Classifier(const Draft& draft, const std::vector<Facts>& facts, const Rules& rules)
      : draft_(draft), facts_(facts), rules_(rules), kinds_(facts.size()) {}

  Classified all() {
    find_prose();
    find_chronicle();
    read_marks();
    read_lines();
    find_byline();
    find_head();
    find_title();
    read_cues();
    read_repeats();
    read_head();
    read_lists();
    read_body();
    Classified out;
    out.title = title_;
    out.head_end = head_end_;
    for (std::size_t i = 0; i < kinds_.size(); ++i) out.kinds.push_back(kinds_[i].value_or(BlockKind::paragraph));
    mark_tail(facts_, opens_tail_, head_end_, out.kinds);
    return out;
  }

 private:
  std::size_t size() const { return facts_.size(); }
  void decide(std::size_t i, BlockKind kind) {
    if (!kinds_[i]) kinds_[i] = kind;
  }
  CueLine line(std::size_t i) const { return {facts_[i].text, facts_[i].folded, facts_[i].words, byline_}; }

  /// Running counts of words of prose, for the zones of cues.
  void find_prose() {
    for (const Facts& facts : facts_) {
      before_.push_back(prose_words_);
      if (facts.prose) prose_words_ += facts.words;
    }
  }

  /// Several bare days between the paragraphs are the headings of a chronology.
  void find_chronicle() {
    std::unordered_set<std::string> days;
    bool inside = false;
    for (const Facts& facts : facts_) {
      inside |= facts.prose && !facts.date_line;
      if (!inside || !facts.bare_date || facts.dates.front().day == 0) continue;
      if (!date_cues(facts, rules_).front()) days.insert(edtf_of(facts.dates.front()));
    }
    chronicle_ = days.size() >= 2;
  }

  Cue::Zone zone(std::size_t i) const {
    if (i < head_end_) return Cue::Zone::head;
    return before_[i] * 2 >= prose_words_ && before_[i] > 0 ? Cue::Zone::tail : Cue::Zone::any;
  }

  void read_marks() {
    for (std::size_t i = 0; i < size(); ++i) {
      switch (draft_.pieces[i].mark) {
        case Mark::caption:
          decide(i, BlockKind::caption);
          break;
        case Mark::byline:
          decide(i, BlockKind::byline);
          break;
        case Mark::published:
          decide(i, BlockKind::published);
          break;
        case Mark::boilerplate:
          decide(i, BlockKind::boilerplate);
          break;
        case Mark::title:
          decide(i, title_ ? BlockKind::boilerplate : BlockKind::title);
          if (!title_) title_ = i;
          break;
        case Mark::none:
        case Mark::heading:
        case Mark::bullet:
          break;
      }
    }
  }

  /// What a line says alone: bylines, credits, share bars. Dates only near the head or behind a cue.
  void read_lines() {
    std::size_t paragraphs = 0;
    for (std::size_t i = 0; i < size(); ++i) {
      const Facts& facts = facts_[i];
      paragraphs += facts.prose && !facts.date_line;
      if (kinds_[i]) continue;
      if (facts.credit) {
        decide(i, BlockKind::caption);
      } else if (facts.furniture) {
        decide(i, BlockKind::boilerplate);
      } else if (facts.date_line && is_dated(i, paragraphs)) {
        decide(i, BlockKind::published);
      } else if (facts.cue_line && i + 1 < size() && facts_[i + 1].date_line) {
        decide(i, BlockKind::published);
      } else if (facts.byline) {
        decide(i, BlockKind::byline);
      }
    }
  }

  void find_byline() {
    byline_ = folded(draft_.byline);
    for (std::size_t i = 0; i < size(); ++i) {
      if (kinds_[i] == BlockKind::byline || (kinds_[i] == BlockKind::published && facts_[i].named))
        byline_ += " " + facts_[i].folded;
    }
  }

  bool is_dated(std::size_t i, std::size_t paragraphs) const {
    const std::vector<std::optional<DateCue>> cues = date_cues(facts_[i], rules_);
    const bool cued = std::any_of(cues.begin(), cues.end(), [](const auto& cue) { return cue.has_value(); }) ||
                      (i > 0 && facts_[i - 1].cue_line);
    return cued || paragraphs == 0 || (facts_[i].bare_date && paragraphs < dated_zone && !chronicle_) ||
           (facts_[i].byline && paragraphs < dated_zone);
  }

  /// The head ends at the first prose; a headline that ends like a sentence is not prose when byline or date follow it.
  void find_head() {
    head_end_ = size();
    for (std::size_t i = 0; i < size(); ++i) {
      if (!facts_[i].prose || kinds_[i]) continue;
      const bool line_follows = i + 1 < size() && kinds_[i + 1] &&
                                (*kinds_[i + 1] == BlockKind::published || *kinds_[i + 1] == BlockKind::byline);
      const bool cue = cue_of(rules_.cues, line(i), Cue::Zone::head) != nullptr;
      if (cue || draft_.pieces[i].mark == Mark::heading || (i == 0 && line_follows && facts_[i].words <= longest_title))
        continue;
      head_end_ = i;
      return;
    }
  }

  void find_title() {
    if (title_) return;
    for (std::size_t i = head_end_; i-- > 0;) {
      if (kinds_[i] == BlockKind::byline || kinds_[i] == BlockKind::published) first_line_ = i;
    }
    const std::string wanted = folded(draft_.title);
    std::optional<std::size_t> best;
    int best_score = 0;
    for (std::size_t i = 0; i < head_end_; ++i) {
      const int score = title_score(i, wanted);
      if (score > best_score) best = i, best_score = score;
    }
    if (!best) return;
    title_ = best;
    kinds_[*best] = BlockKind::title;
  }

  /// How much a line of the head looks like the headline; 0 for not at all. What stands first wins among equals.
  int title_score(std::size_t i, const std::string& wanted) const {
    const Facts& facts = facts_[i];
    if (kinds_[i] || facts.words == 0 || facts.words > longest_title || draft_.pieces[i].mark == Mark::bullet) return 0;
    if (!wanted.empty()) return facts.folded == wanted ? 100 : 0;
    const Cue* cue = cue_of(rules_.cues, line(i), Cue::Zone::head);
    if (cue != nullptr && (cue->kind != BlockKind::teaser || cue->where == Cue::Where::whole)) return 0;
    int score = facts.words >= 4 ? 20 : facts.words == 3 ? 10 : 5;
    if (draft_.pieces[i].mark == Mark::heading) score += 15;
    const bool repeated =
        facts.words >= 3 && std::any_of(facts_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                        facts_.begin() + static_cast<std::ptrdiff_t>(std::min(size(), i + 40)),
                                        [&](const Facts& other) { return other.folded == facts.folded; });
    const bool before_lines = first_line_ && i < *first_line_ && facts.words >= 3;
    return score + (repeated ? 10 : 0) + (before_lines ? 12 : 0) + (cue != nullptr ? -4 : 0);
  }

  void read_cues() {
    opens_tail_.assign(size(), false);
    opens_list_.assign(size(), std::nullopt);
    for (std::size_t i = 0; i < size(); ++i) {
      if (facts_[i].folded.empty() || (kinds_[i] && *kinds_[i] == BlockKind::title)) continue;
      const Cue* cue = cue_of(rules_.cues, line(i), zone(i));
      if (cue == nullptr) continue;
      opens_tail_[i] = cue->opens_tail;
      if (cue->opens_list) opens_list_[i] = cue->kind;
      decide(i, cue->kind);
    }
  }

  /// The headline and its lines once more, as pages print them for wide and narrow screens.
  void read_repeats() {
    std::unordered_set<std::string> seen;
    if (title_) seen.insert(facts_[*title_].folded);
    if (!draft_.title.empty() && !title_) seen.insert(folded(draft_.title));
    for (std::size_t i = 0; i < size(); ++i) {
      const Facts& facts = facts_[i];
      if (facts.folded.empty() || (title_ && *title_ == i)) continue;
      const bool line = !kinds_[i] || *kinds_[i] == BlockKind::published || *kinds_[i] == BlockKind::byline;
      const bool near_head = i <= head_end_ + 3;
      if (line && near_head && !seen.insert(facts.folded).second) kinds_[i] = BlockKind::boilerplate;
    }
  }

  /// Lines before the first paragraph that are neither title nor date: menus before the title, headings and section
  /// names behind it.
  void read_head() {
    for (std::size_t i = 0; i < head_end_; ++i) {
      if (kinds_[i]) continue;
      const bool menu = facts_[i].words <= 3 || (title_ && i < *title_ && facts_[i].words <= 6);
      if (draft_.pieces[i].mark == Mark::bullet) {
        decide(i, facts_[i].words <= 3 ? BlockKind::boilerplate : BlockKind::list_item);
      } else if (title_ && i > *title_ && facts_[i].names && beside_date(i)) {
        decide(i, BlockKind::byline);
      } else if (menu && title_ && head_end_ < size()) {
        decide(i, BlockKind::boilerplate);
      } else {
        decide(i,
               facts_[i].words <= longest_heading && !facts_[i].sentence ? BlockKind::heading : BlockKind::paragraph);
      }
    }
  }

  bool beside_date(std::size_t i) const {
    const auto dated = [&](std::size_t j) { return kinds_[j] && *kinds_[j] == BlockKind::published; };
    return (i > 0 && dated(i - 1)) || (i + 1 < size() && dated(i + 1));
  }

  /// "Most read" and the headlines below it.
  void read_lists() {
    for (std::size_t i = 0; i < size(); ++i) {
      if (!opens_list_[i]) continue;
      const bool labelled = facts_[i].words > 5;  // the teaser itself stands in the line
      for (std::size_t j = i + 1; !labelled && j < size() && j <= i + 12; ++j) {
        if (opens_tail_[j]) break;
        if (kinds_[j] == BlockKind::boilerplate) continue;
        if (facts_[j].prose || (kinds_[j] && *kinds_[j] != BlockKind::published)) break;
        if ((facts_[j].sentence && last_mark(facts_[j].text) != '?') || draft_.pieces[j].mark == Mark::heading) break;
        kinds_[j] = *opens_list_[i];
      }
    }
  }

  /// From the end, for a heading is a line before something that is no plain line; several may follow one another.
  void read_body() {
    bool heading_may_stand = false;
    std::size_t run = 0;
    for (std::size_t i = size(); i-- > 0;) {
      const bool before_something = heading_may_stand;
      heading_may_stand = true;
      if (kinds_[i]) {
        run = 0;
        continue;
      }
      const Facts& facts = facts_[i];
      const Mark mark = draft_.pieces[i].mark;
      if (mark == Mark::bullet) {
        decide(i, BlockKind::list_item);
      } else if (is_signature(facts.text, facts.words)) {
        decide(i, BlockKind::caption);
      } else if (mark == Mark::heading || (before_something && is_heading(facts))) {
        decide(i, ++run > most_headings ? BlockKind::list_item : BlockKind::heading);
        continue;
      } else {
        decide(i, BlockKind::paragraph);
        heading_may_stand = facts.sentence || facts.prose;
      }
      run = 0;
    }
  }

  static bool is_heading(const Facts& facts) {
    if (facts.words == 0 || facts.words > longest_heading || facts.sentence || starts_lower(facts.text)) return false;
    const char32_t mark = last_mark(facts.text);
    return mark != ',' && mark != ';' && mark != ':';
  }

  /// "—Ana Ruiz": who said the quotation that a page shows in large letters.
  static bool is_signature(std::string_view text, std::size_t words) {
    const bool dash = text.starts_with("\xE2\x80\x94") || text.starts_with("\xE2\x80\x93") || text.starts_with("--");
    return dash && words > 0 && words <= 14 && !ends_sentence(text);
  }

  const Draft& draft_;
  const std::vector<Facts>& facts_;
  const Rules& rules_;
  std::vector<std::optional<BlockKind>> kinds_;
  std::vector<std::size_t> before_;  ///< words of prose before each piece
  std::size_t prose_words_ = 0;
  std::size_t head_end_ = 0;
  std::string byline_;  ///< folded
  bool chronicle_ = false;
  std::optional<std::size_t> first_line_;  ///< the first byline or date of the head
  std::optional<std::size_t> title_;
  std::vector<bool> opens_tail_;
  std::vector<std::optional<BlockKind>> opens_list_;
};

}  // namespace

Classified classified(const Draft& draft, const std::vector<Facts>& facts, const Rules& rules) {
  return Classifier(draft, facts, rules).all();
}

}  // namespace dateline::input
