#include "extract/time/nesting.hpp"

#include "extract/time/resolver.hpp"

namespace dateline::time {
namespace {

constexpr int deepest = 6;

/// Whether any of an expression and those it lies in is so.
template <class Is>
bool any(const std::vector<Expression>& all, std::uint32_t index, const Is& is) {
  int depth = 0;
  for (const Expression* at = &all[index]; at != nullptr && depth < deepest; at = outer_of(all, *at), ++depth) {
    if (is(*at)) return true;
  }
  return false;
}

std::optional<int> written_year(const Expression& expression) {
  if (expression.has(Field::year))
    return expression.has(Field::era) ? 1 - expression.whole(Field::year) : expression.whole(Field::year);
  if (expression.has(Field::date)) return expression.whole(Field::date) / 10000;
  return std::nullopt;
}

}  // namespace

const Expression* outer_of(const std::vector<Expression>& all, const Expression& inner) {
  return inner.has(Field::outer) ? &all[static_cast<std::size_t>(inner.whole(Field::outer))] : nullptr;
}

bool names_day(const std::vector<Expression>& all, std::uint32_t index) {
  return any(all, index, [](const Expression& at) { return at.has(Field::weekday) || at.has(Field::day); });
}

bool writes_year(const std::vector<Expression>& all, std::uint32_t index) {
  return any(all, index, [](const Expression& at) { return at.has(Field::year) || at.has(Field::date); });
}

bool recurs(const std::vector<Expression>& all, std::uint32_t index) {
  int depth = 0;
  for (const Expression* at = &all[index]; at != nullptr && depth < deepest; at = outer_of(all, *at), ++depth) {
    if (at->rule->op == Op::shift || at->has(Field::yy)) return false;
    if (at->rule->op == Op::on &&
        (at->has(Field::month) || at->has(Field::season) || at->has(Field::holiday) || at->has(Field::quarter)))
      return true;
  }
  return false;
}

bool counts_days(const Expression& expression) {
  return expression.rule->op == Op::shift && expression.rule->base == Base::anchor && expression.has(Field::unit) &&
         static_cast<Unit>(expression.whole(Field::unit)) == Unit::day && !expression.has(Field::outer);
}

std::vector<bool> quoted_tokens(const Document& document, const Extraction& extraction) {
  std::vector<bool> quoted(extraction.tokens.size());
  bool open = false;
  std::optional<std::uint32_t> block;
  for (const Sentence& sentence : extraction.sentences) {
    if (block != sentence.block) open = false;
    block = sentence.block;
    for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
      quoted[token] = open;
      const std::string_view word = extraction.text(document, extraction.tokens[token]);
      if (word == "“" || word == "„" || word == "«") open = true;
      if (word == "”" || word == "»") open = false;
      if (word == "\"") open = !open;
    }
  }
  return quoted;
}

bool is_divider(const Document& document, const Extraction& extraction, std::uint32_t token) {
  if (token >= extraction.tokens.size()) return false;
  const std::string_view text = extraction.text(document, extraction.tokens[token]);
  return text == "," || text == "(" || text == "-" || text == "–" || text == "—";
}

bool is_clock_alone(const std::vector<Expression>& all, std::uint32_t index) {
  const Expression& expression = all[index];
  return expression.rule->op == Op::on && expression.has(Field::clock) && !expression.has(Field::outer) &&
         !expression.has(Field::month) && !expression.has(Field::holiday) && !writes_year(all, index) &&
         !names_day(all, index);
}

void count_leaning(const std::vector<Expression>& all, std::uint32_t index, const std::optional<Point>& anchor,
                   Leanings& counted) {
  const Expression* expression = &all[index];
  bool year = false;
  const bool yearless = expression->has(Field::month) || expression->has(Field::season) || expression->has(Field::day);
  for (int depth = 0; depth < deepest && expression != nullptr; ++depth, expression = outer_of(all, *expression)) {
    if (const std::optional<int> written = written_year(*expression)) {
      year = true;
      (!anchor || *written < anchor->year ? counted.old_years : counted.current_years) += 1;
    }
    const bool relative = expression->rule->op == Op::shift || expression->rule->op == Op::on;
    if (relative && expression->rule->base == Base::anchor &&
        (expression->rule->op == Op::shift || expression->has(Field::weekday)))
      ++counted.deictic;
    // "the past few days"; "the past two decades" may be those before what is told
    const bool up_to_now = expression->rule->op == Op::duration && expression->has(Field::shift) &&
                           (*expression)[Field::shift] < 0 && expression->has(Field::unit) &&
                           grain_of(static_cast<Unit>(expression->whole(Field::unit))) >= Grain::week;
    if (up_to_now) ++counted.deictic;
  }
  if (!year && yearless) ++counted.yearless;
}

}  // namespace dateline::time
