#include "extract/time/time_finder.hpp"

#include <algorithm>
#include <unordered_set>

#include "extract/time/content_anchor.hpp"
#include "extract/time/direction.hpp"
#include "extract/time/event_anchor.hpp"
#include "extract/time/history.hpp"
#include "extract/time/matcher.hpp"
#include "extract/time/narrative.hpp"
#include "extract/time/nesting.hpp"
#include "extract/time/reasons.hpp"
#include "extract/time/resolving.hpp"

namespace dateline {
namespace time {
namespace {

/// How many expressions behind a clock may name its day: keeps odd text linear.
constexpr std::size_t near_expressions = 4;

/// An expression in its place, before it is resolved.
struct Found {
  std::uint32_t sentence = 0, expression = 0;
  Span bytes, tokens;
};

/// A length of time, or a unit beside a happening, that may count from what is told beside it.
struct Counted {
  std::uint32_t time = 0;
  std::string length;
  std::optional<int> side;  ///< given by the rule; else the words behind it say it
};

/// "Yesterday" or its like.
struct Deictic {
  std::uint32_t sentence = 0, end = 0;  ///< one past its tokens
  DayNumber day = 0;
};

class Finding {
 public:
  template <class Rules>
  Finding(const Rules& rules, const Document& document, Extraction& extraction)
      : lexicon_(rules.lexicon),
        rules_(rules.rules),
        directions_(rules.directions),
        event_anchors_(rules.event_anchors),
        reasons_(rules.reasons),
        document_(document),
        extraction_(extraction),
        resolver_(rules.lexicon, rules.holidays, expressions_,
                  [this](const std::string& word) { return has_word(word); }) {}

  void run() {
    recognise();
    quoted_ = quoted_tokens(document_, extraction_);
    Context context;
    if (document_.published) {
      context.anchor = point_from_edtf(document_.published->edtf);
      context.anchor_edtf = document_.published->edtf;
    }
    count_from_dateline(context);
    context.narrative = tells_history(leanings(context.anchor)) || (!context.anchor && !found_.empty());
    if (context.narrative) tell();
    resolve_all(context);
    if (!context.narrative) count_from_named_day(context);
    if (!context.narrative && context.anchor && context.anchor->grain >= Grain::day)
      count_from_content(context.anchor->base);
    count_from_events();
  }

 private:
  /// What stands under an older dateline counts from that.
  void count_from_dateline(Context& context) {
    if (document_.dateline_day.empty() || !context.anchor || context.anchor->grain < Grain::day) return;
    count_from(document_.dateline_day, "content-dateline", context);
  }

  void count_from(const std::string& day, std::string_view reason, Context& context) {
    context.anchor = point_from_edtf(day);
    context.anchor_edtf = extraction_.anchor_edtf = day;
    extraction_.anchor_why = reasons_.text(reason, document_.published->edtf);
  }

  void resolve_all(const Context& start) {
    extraction_.times.clear();
    extraction_.time_tokens.clear();
    weekdays_.clear(), weekday_times_.clear(), lengths_.clear(), counted_.clear(), named_days_.clear();
    deictic_.reset();
    Context context = start;
    for (std::size_t i = 0; i < found_.size(); ++i) resolve(i, context);
  }

  /// "Yesterday (4 November)", said in a text published on the 9th: it was written on the 5th, and all of it counts from there.
  void count_from_named_day(Context& context) {
    if (!extraction_.anchor_edtf.empty() || !context.anchor || context.anchor->grain < Grain::day) return;
    const std::optional<DayNumber> written = day_written(named_days_, context.anchor->base);
    if (!written) return;
    count_from(iso_day(*written), "content-named-day", context);
    resolve_all(context);
  }

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
    for (const Found& found : found_) count_leaning(expressions_, found.expression, anchor, counted);
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
      if (writes_year(expressions_, expression)) {
        const auto written = resolver_.resolve(expression, told_in(std::nullopt));
        if (!written || !written->point || written->point->grain < Grain::year) continue;
        one.point = written->point;
      } else if (recurs(expressions_, expression)) {
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
    context.tense =
        directions_.of(document_, extraction_, sentence, found.tokens, names_day(expressions_, found.expression));
    if (context.narrative) enter(index, context);
    if (is_clock_alone(expressions_, found.expression)) look_ahead(index, context);
    std::optional<Resolution> resolution = resolver_.resolve(found.expression, context);
    if (!resolution || (resolution->value.empty() && !resolution->point)) return;
    if (resolution->guessed) context.focus.day_unknown = true;
    const bool said = !context.narrative && resolution->counted_from == context.anchor && quoted_[found.tokens.begin];
    if (resolution->point && !resolution->compared && !resolution->guessed && !said) {
      context.focus.see(*resolution->point, resolution->wrote_year, found.sentence, sentence.block);
      if (resolution->wrote_year && found.tokens.begin <= sentence.tokens.begin + 1)
        context.focus.set_frame(*resolution->point);
      if (!aside_) story_ = context.focus;
    }
    note(found, *resolution, context);
    note_named_day(found, *resolution, context);
    extraction_.times.push_back(mention(found, std::move(*resolution), context));
    extraction_.time_tokens.push_back(found.tokens);
    note_length(expressions_[found.expression]);
  }

  /// "At 2:45 a.m. (0645 GMT) on Friday": the day that the sentence names behind its only clock is that of the clock.
  void look_ahead(std::size_t index, Context& context) const {
    if (context.narrative || context.focus.sentence == found_[index].sentence) return;
    const std::size_t end = std::min(found_.size(), index + 1 + near_expressions);
    for (std::size_t i = index + 1; i < end && found_[i].sentence == found_[index].sentence; ++i) {
      if (!names_day(expressions_, found_[i].expression)) continue;
      Context there = context;
      there.tense =
          directions_.of(document_, extraction_, extraction_.sentences[found_[i].sentence], found_[i].tokens, true);
      const auto day = resolver_.resolve(found_[i].expression, there);
      if (day && day->point && day->point->grain >= Grain::day)
        context.focus.see(*day->point, day->wrote_year, found_[i].sentence, context.block);
      return;
    }
  }

  /// The last mention, when it may count from a happening.
  void note_length(const Expression& expression) {
    const auto time = static_cast<std::uint32_t>(extraction_.times.size() - 1);
    if (expression.rule->op == Op::event) {
      counted_.push_back(
          {time, duration_text(static_cast<Unit>(expression.whole(Field::unit)), 1), expression.whole(Field::shift)});
    } else if (extraction_.times[time].type == TimexType::duration && extraction_.times[time].edtf.empty()) {
      counted_.push_back({time, extraction_.times[time].value, std::nullopt});
    }
  }

  void count_from_events() {
    for (const Counted& one : counted_) {
      std::optional<EventAnchor> anchor =
          event_anchors_.find(document_, extraction_, extraction_.time_tokens[one.time], one.side);
      if (!anchor) continue;
      anchor->time = one.time;
      anchor->length = one.length;
      event_anchors_.read(document_, extraction_, *anchor);
      extraction_.event_anchors.push_back(std::move(*anchor));
    }
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

  /// Keeps "yesterday" and the date that stands beside it: "yesterday (4 November)", "today, 5 November,".
  void note_named_day(const Found& found, const Resolution& resolution, const Context& context) {
    const Expression& expression = expressions_[found.expression];
    const bool day = resolution.point && resolution.point->grain >= Grain::day;
    if (day && counts_days(expression) && resolution.counted_from == context.anchor) {
      deictic_ = Deictic{found.sentence, found.tokens.end, resolution.point->base};
      return;
    }
    const bool dated = day && (expression.has(Field::day) || expression.has(Field::date));
    if (!dated || !deictic_ || deictic_->sentence != found.sentence) return;
    const std::uint32_t end = deictic_->end;
    const bool beside =
        found.tokens.begin == end || (found.tokens.begin == end + 1 && is_divider(document_, extraction_, end));
    if (beside) named_days_.push_back({deictic_->day, resolution.point->base});
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
      if (extraction_.anchor_edtf.empty()) extraction_.anchor_edtf = time.anchor;
      time.why = reasons_.text(one.length_agrees ? "content-anchor-length" : "content-anchor", time.anchor);
      if (extraction_.anchor_why.empty()) extraction_.anchor_why = time.why;
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
    time.why = reasons_.text(resolution.reason, time.anchor);
    for (DateAlternative& other : resolution.alternatives) {
      if (reasons_.has(other.why)) other.why = reasons_.text(other.why, time.anchor);
      time.alternatives.push_back(std::move(other));
    }
    return time;
  }

  const Lexicon& lexicon_;
  const RuleSet& rules_;
  const Directions& directions_;
  const EventAnchors& event_anchors_;
  const Reasons& reasons_;
  const Document& document_;
  Extraction& extraction_;
  std::vector<bool> quoted_;  ///< by token
  std::vector<Expression> expressions_;
  std::vector<Found> found_;
  std::unordered_set<std::string> words_;
  std::vector<std::pair<bool, Placed>>
      placed_;  ///< by found expression, in a history: whether it was placed, and where
  std::vector<WeekdaySaid> weekdays_;
  std::vector<std::size_t> weekday_times_;  ///< by weekday said: the mention
  std::vector<LengthSaid> lengths_;
  std::vector<Counted> counted_;
  std::vector<NamedDay> named_days_;
  std::optional<Deictic> deictic_;  ///< the last one
  Focus story_;                     ///< where the story stands, apart from looks aside
  bool aside_ = false;
  std::uint32_t told_sentence_ = 0, counted_blocks_ = 0, sections_ = 0;
  Resolver resolver_;
};

}  // namespace
}  // namespace time

struct TimeFinder::Rules {
  time::Lexicon lexicon;
  time::Holidays holidays;
  time::RuleSet rules;
  time::Directions directions;
  time::EventAnchors event_anchors;
  time::Reasons reasons;

  explicit Rules(const Resources& resources)
      : lexicon(resources),
        holidays(resources, lexicon),
        rules(resources, lexicon),
        directions(resources),
        event_anchors(resources),
        reasons(resources) {}
};

TimeFinder::TimeFinder(const Resources& resources) : rules_(std::make_unique<const Rules>(resources)) {}
TimeFinder::~TimeFinder() = default;

void TimeFinder::operator()(const Document& document, Extraction& extraction) const {
  extraction.times.clear();
  extraction.time_tokens.clear();
  extraction.event_anchors.clear();
  extraction.anchor_edtf.clear();
  extraction.anchor_why.clear();
  time::Finding(*rules_, document, extraction).run();
}

}  // namespace dateline
