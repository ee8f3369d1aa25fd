#include "extract/time/time_finder.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "extract/time/content_anchor.hpp"
#include "extract/time/direction.hpp"
#include "extract/time/history.hpp"
#include "extract/time/matcher.hpp"
#include "extract/time/narrative.hpp"
#include "extract/time/resolving.hpp"

namespace dateline {

using namespace time;

struct TimeFinder::Rules {
  Lexicon lexicon;
  Holidays holidays;
  RuleSet rules;
  Directions directions;
  std::map<std::string, std::string, std::less<>> reasons;

  explicit Rules(const Resources& resources)
      : lexicon(resources), holidays(resources, lexicon), rules(resources, lexicon), directions(resources) {
    const Table& table = resources.table("en/time/reasons");
    for (const Row& row : table.rows) reasons.emplace(table.cell(row, "id"), table.cell(row, "text"));
  }
};

namespace {

/// An expression in its place, before it is resolved.
struct Found {
  std::uint32_t sentence = 0, expression = 0;
  Span bytes, tokens;
};

/// "latest such day before {anchor}" with the anchor in its place.
std::string filled(std::string text, const std::string& anchor) {
  if (const std::size_t at = text.find("{anchor}"); at != text.npos) text.replace(at, 8, anchor);
  return text;
}

class Finding {
 public:
  template <class Rules>
  Finding(const Rules& rules, const Document& document, Extraction& extraction)
      : lexicon_(rules.lexicon),
        rules_(rules.rules),
        directions_(rules.directions),
        reasons_(rules.reasons),
        document_(document),
        extraction_(extraction),
        resolver_(rules.lexicon, rules.holidays, expressions_,
                  [this](const std::string& word) { return has_word(word); }) {}

  void run() {
    recognise();
    Context context;
    if (document_.published) {
      context.anchor = point_from_edtf(document_.published->edtf);
      context.anchor_edtf = document_.published->edtf;
    }
    context.narrative = tells_history(leanings(context.anchor)) || (!context.anchor && !found_.empty());
    if (context.narrative) tell();
    for (std::size_t i = 0; i < found_.size(); ++i) resolve(i, context);
    if (!context.narrative && context.anchor && context.anchor->grain >= Grain::day)
      count_from_content(context.anchor->base);
  }

 private:
  void recognise() {
    Matcher matcher(document_, lexicon_, rules_);
    std::vector<Word> words;
    for (std::uint32_t i = 0; i < extraction_.sentences.size(); ++i) {
      read_sentence(document_, extraction_, extraction_.sentences[i], lexicon_, words);
      for (const Match& match : matcher.find(words, expressions_)) {
        if (in_name(words[match.begin].token, words[match.end - 1].token)) continue;
        const Word &first = words[match.begin], &last = words[match.end - 1];
        found_.push_back({i, match.expression, {first.bytes.begin, last.bytes.end}, {first.token, last.token + 1}});
      }
    }
  }

  /// A word or two inside the name of a person or an organization ("April Jones", "Sunday Telegraph").
  bool in_name(std::uint32_t first, std::uint32_t last) const {
    const auto inside = [&](std::uint32_t i) {
      const NameTag tag = extraction_.tokens[i].name;
      return tag == NameTag::B_PER || tag == NameTag::I_PER || tag == NameTag::B_ORG || tag == NameTag::I_ORG;
    };
    if (last > first + 1 || !inside(first) || !inside(last)) return false;
    const auto goes_on = [&](std::uint32_t i) {
      return i < extraction_.tokens.size() &&
             (extraction_.tokens[i].name == NameTag::I_PER || extraction_.tokens[i].name == NameTag::I_ORG);
    };
    const NameTag tag = extraction_.tokens[first].name;
    return tag == NameTag::I_PER || tag == NameTag::I_ORG || goes_on(last + 1);
  }

  Leanings leanings(const std::optional<Point>& anchor) const {
    Leanings counted;
    for (const Found& found : found_) {
      const Expression* expression = &expressions_[found.expression];
      bool year = false;
      const bool recurs =
          expression->has(Field::month) || expression->has(Field::season) || expression->has(Field::day);
      for (int depth = 0; depth < 6; ++depth) {
        if (const std::optional<int> written = written_year(*expression)) {
          year = true;
          (!anchor || *written < anchor->year ? counted.old_years : counted.current_years) += 1;
        }
        const bool relative = expression->rule->op == Op::shift || expression->rule->op == Op::on;
        if (relative && expression->rule->base == Base::anchor &&
            (expression->rule->op == Op::shift || expression->has(Field::weekday)))
          ++counted.deictic;
        if (!expression->has(Field::outer)) break;
        expression = &expressions_[static_cast<std::size_t>(expression->whole(Field::outer))];
      }
      if (!year && (recurs || expression->has(Field::month) || expression->has(Field::season))) ++counted.yearless;
    }
    return counted;
  }

  /// Puts every date of a history in its year.
  void tell() {
    placed_.resize(found_.size());
    std::vector<Told> told;
    std::vector<std::size_t> which;
    for (std::size_t i = 0; i < found_.size(); ++i) {
      const std::uint32_t expression = found_[i].expression;
      Told one;
      if (writes_year(expression)) {
        const auto written = resolver_.resolve(expression, told_in(std::nullopt));
        if (!written || !written->point || written->point->grain < Grain::year) continue;
        one.point = written->point;
      } else if (recurs(expression)) {
        one.in_year = [this, expression](int year) -> std::optional<Point> {
          const auto read = resolver_.resolve(expression, told_in(year));
          return read ? read->point : std::nullopt;
        };
      } else {
        continue;
      }
      one.block = extraction_.sentences[found_[i].sentence].block;
      one.section = section_of(one.block);
      one.heading = is_heading(one.block);
      told.push_back(std::move(one));
      which.push_back(i);
    }
    const std::vector<Placed> placed = place(told);
    for (std::size_t i = 0; i < placed.size(); ++i) placed_[which[i]] = {true, placed[i]};
  }

  static Context told_in(std::optional<int> year) {
    Context context;
    context.narrative = true;
    context.running_year = year;
    return context;
  }

  bool is_heading(std::uint32_t block) const {
    return block < document_.blocks.size() &&
           (document_.blocks[block].kind == BlockKind::heading || document_.blocks[block].kind == BlockKind::title);
  }

  /// How many headings stand before a block, its own included. Blocks are asked for in their order.
  std::uint32_t section_of(std::uint32_t block) {
    for (; counted_blocks_ <= block && counted_blocks_ < document_.blocks.size(); ++counted_blocks_)
      sections_ += is_heading(counted_blocks_) ? 1 : 0;
    return sections_;
  }

  const Expression* outer_of(const Expression& expression) const {
    return expression.has(Field::outer) ? &expressions_[static_cast<std::size_t>(expression.whole(Field::outer))]
                                        : nullptr;
  }

  bool names_day(std::uint32_t index) const {
    int depth = 0;
    for (const Expression* at = &expressions_[index]; at != nullptr && depth < 6; at = outer_of(*at), ++depth) {
      if (at->has(Field::weekday) || at->has(Field::day)) return true;
    }
    return false;
  }

  bool writes_year(std::uint32_t index) const {
    int depth = 0;
    for (const Expression* at = &expressions_[index]; at != nullptr && depth < 6; at = outer_of(*at), ++depth) {
      if (at->has(Field::year) || at->has(Field::date)) return true;
    }
    return false;
  }

  /// "in March", "on 4 May", "that winter's end": a place in each year, and none named.
  bool recurs(std::uint32_t index) const {
    int depth = 0;
    for (const Expression* at = &expressions_[index]; at != nullptr && depth < 6; at = outer_of(*at), ++depth) {
      if (at->rule->op == Op::shift || at->has(Field::yy)) return false;
      if (at->rule->op == Op::on &&
          (at->has(Field::month) || at->has(Field::season) || at->has(Field::holiday) || at->has(Field::quarter)))
        return true;
    }
    return false;
  }

  static std::optional<int> written_year(const Expression& expression) {
    if (expression.has(Field::year))
      return expression.has(Field::era) ? 1 - expression.whole(Field::year) : expression.whole(Field::year);
    if (expression.has(Field::date)) return expression.whole(Field::date) / 10000;
    return std::nullopt;
  }

  bool has_word(const std::string& word) {
    if (words_.empty()) {
      for (const Token& token : extraction_.tokens) words_.insert(folded(extraction_.text(document_, token)));
    }
    return words_.contains(word);
  }

  void resolve(std::size_t index, Context& context) {
    const Found& found = found_[index];
    const Sentence& sentence = extraction_.sentences[found.sentence];
    context.sentence = found.sentence;
    context.block = sentence.block;
    context.tense = directions_.of(document_, extraction_, sentence, found.tokens, names_day(found.expression));
    if (context.narrative) enter(index, context);
    std::optional<Resolution> resolution = resolver_.resolve(found.expression, context);
    if (!resolution || (resolution->value.empty() && !resolution->point)) return;
    if (resolution->point && !resolution->compared) {
      context.focus.see(*resolution->point, resolution->wrote_year, found.sentence, sentence.block);
      if (!aside_) story_ = context.focus;
    }
    note(found, *resolution, context);
    extraction_.times.push_back(mention(found, std::move(*resolution), context));
    extraction_.time_tokens.push_back(found.tokens);
  }

  /// Keeps what tells from which day the text counts.
  void note(const Found& found, const Resolution& resolution, const Context& context) {
    const Expression& expression = expressions_[found.expression];
    if (resolution.type == TimexType::duration && expression.has(Field::unit) && expression.has(Field::count)) {
      const auto days = days_away(0, static_cast<Unit>(expression.whole(Field::unit)), expression[Field::count]);
      if (days && *days > 1 && *days < 40) lengths_.push_back({found.sentence, *days});
    }
    if (!expression.has(Field::weekday) || expression.rule->base != Base::anchor || !resolution.point ||
        resolution.point->grain != Grain::day || resolution.counted_from != context.anchor ||
        expression.has(Field::outer) || expression.has(Field::day))
      return;
    const bool last = expression.rule->op == Op::shift && expression.has(Field::shift) && expression[Field::shift] < 0;
    if (!last && resolution.reason != "past" && resolution.reason != "same") return;
    weekdays_.push_back({found.sentence, resolution.point->base, last});
    weekday_times_.push_back(extraction_.times.size());
  }

  /// What an article calls last, though it names days further back by their weekday alone, counts from those.
  void count_from_content(DayNumber published) {
    for (const Moved& one : content_anchor(weekdays_, lengths_, published)) {
      TimeMention& time = extraction_.times[weekday_times_[one.which]];
      std::erase_if(time.alternatives, [&](const DateAlternative& other) { return other.edtf == iso_day(one.day); });
      time.alternatives.insert(time.alternatives.begin(), {time.edtf, time.why});
      time.value = time.edtf = iso_day(one.day);
      time.days = {one.day, one.day};
      time.anchor = iso_day(one.anchor);
      const auto reason = reasons_.find(one.length_agrees ? "content-anchor-length" : "content-anchor");
      if (reason != reasons_.end()) time.why = filled(reason->second, time.anchor);
    }
  }

  /// The story takes up again, in the next sentence at the latest, where it was before a look aside.
  void enter(std::size_t index, Context& context) {
    const auto& [known, placed] = placed_[index];
    const bool other_sentence = found_[index].sentence != told_sentence_;
    told_sentence_ = found_[index].sentence;
    if (aside_ && (other_sentence || (known && !placed.aside))) context.focus = story_;
    aside_ = known ? placed.aside : aside_ && !other_sentence;
    context.running_year = placed.year;
  }

  TimeMention mention(const Found& found, Resolution&& resolution, const Context& context) const {
    TimeMention time;
    time.span = found.bytes;
    time.type = resolution.type;
    time.value = std::move(resolution.value);
    time.mod = std::move(resolution.mod);
    time.rule = expressions_[found.expression].rule->id;
    if (const std::optional<EdtfDate> date = parse_edtf(resolution.edtf)) {
      time.edtf = std::move(resolution.edtf);
      time.days = date->days;
      time.precision =
          resolution.point && edtf(*resolution.point) == time.edtf ? precision(*resolution.point) : date->precision;
    }
    if (resolution.counted_from)
      time.anchor = resolution.counted_from == context.anchor ? context.anchor_edtf : edtf(*resolution.counted_from);
    if (const auto reason = reasons_.find(resolution.reason); reason != reasons_.end())
      time.why = filled(reason->second, time.anchor);
    for (DateAlternative& other : resolution.alternatives) {
      if (const auto reason = reasons_.find(other.why); reason != reasons_.end())
        other.why = filled(reason->second, time.anchor);
      time.alternatives.push_back(std::move(other));
    }
    return time;
  }

  const Lexicon& lexicon_;
  const RuleSet& rules_;
  const Directions& directions_;
  const std::map<std::string, std::string, std::less<>>& reasons_;
  const Document& document_;
  Extraction& extraction_;
  std::vector<Expression> expressions_;
  std::vector<Found> found_;
  std::unordered_set<std::string> words_;
  std::vector<std::pair<bool, Placed>>
      placed_;  ///< by found expression, in a history: whether it was placed, and where
  std::vector<WeekdaySaid> weekdays_;
  std::vector<std::size_t> weekday_times_;  ///< by weekday said: the mention
  std::vector<LengthSaid> lengths_;
  Focus story_;  ///< where the story stands, apart from looks aside
  bool aside_ = false;
  std::uint32_t told_sentence_ = 0, counted_blocks_ = 0, sections_ = 0;
  Resolver resolver_;
};

}  // namespace

TimeFinder::TimeFinder(const Resources& resources) : rules_(std::make_unique<const Rules>(resources)) {}
TimeFinder::~TimeFinder() = default;

void TimeFinder::operator()(const Document& document, Extraction& extraction) const {
  extraction.times.clear();
  extraction.time_tokens.clear();
  Finding(*rules_, document, extraction).run();
}

}  // namespace dateline
