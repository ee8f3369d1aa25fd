#include "extract/time/time_finder.hpp"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "extract/time/direction.hpp"
#include "extract/time/matcher.hpp"
#include "extract/time/narrative.hpp"
#include "extract/time/resolver.hpp"

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
    for (const Found& found : found_) resolve(found, context);
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

  void resolve(const Found& found, Context& context) {
    const Sentence& sentence = extraction_.sentences[found.sentence];
    context.sentence = found.sentence;
    context.block = sentence.block;
    context.tense = directions_.of(document_, extraction_, sentence, found.tokens);
    std::optional<Resolution> resolution = resolver_.resolve(found.expression, context);
    if (!resolution) return;
    if (resolution->point)
      context.focus.see(*resolution->point, resolution->wrote_year, found.sentence, sentence.block);
    extraction_.times.push_back(mention(found, std::move(*resolution), context));
    extraction_.time_tokens.push_back(found.tokens);
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
