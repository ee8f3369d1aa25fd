#include "extract/time/resolver.hpp"

#include <cmath>

#include "extract/time/resolving.hpp"

namespace dateline::time {
namespace {

/// "PT3H7M35S"
std::string elapsed_text(int seconds) {
  const int hours = seconds / 3600, minutes = seconds / 60 % 60, rest = seconds % 60;
  return "PT" + (hours ? std::to_string(hours) + "H" : "") + (minutes ? std::to_string(minutes) + "M" : "") +
         (rest || seconds == 0 ? std::to_string(rest) + "S" : "");
}

/// One resolution: dispatches on the operation and puts the result into its written forms.
class Work {
 public:
  Work(const Tools& tools, const std::vector<Expression>& expressions, const Context& context)
      : tools_(tools), expressions_(expressions), context_(context) {}

  std::optional<Resolution> resolve(std::uint32_t index, int depth) const {
    const Expression& expression = expressions_[index];
    std::optional<Resolution> outer;
    if (expression.has(Field::outer)) {
      if (depth > 6) return std::nullopt;
      outer = resolve(static_cast<std::uint32_t>(expression.whole(Field::outer)), depth + 1);
      if (!outer) return std::nullopt;
    }
    std::optional<Resolution> result = by_operation(expression, outer ? &*outer : nullptr);
    if (!result) return std::nullopt;
    const Rule& rule = *expression.rule;
    if (!rule.mod.empty()) result->mod = rule.mod;
    if (!rule.mod.empty() && result->point && (rule.op == Op::on || rule.op == Op::shift)) {
      if (const std::string part = part_of_point(*result->point, rule.mod); !part.empty()) result->edtf = part;
    }
    if (outer) result->wrote_year = result->wrote_year || outer->wrote_year;
    if (outer && outer->counted_from && !result->counted_from) {
      result->counted_from = outer->counted_from;
      result->reason = outer->reason;
    }
    if (expression.has(Field::year) || expression.has(Field::date)) result->wrote_year = true;
    return result;
  }

 private:
  std::optional<Resolution> by_operation(const Expression& expression, const Resolution* outer) const {
    switch (expression.rule->op) {
      case Op::on:
        return resolve_on(tools_, expression, outer, context_);
      case Op::shift:
        return resolve_shift(tools_, expression, outer, context_);
      case Op::nth:
        return resolve_nth(expression, outer);
      case Op::same:
        return same(expression, outer);
      case Op::bound:
        return bound(expression, outer);
      case Op::duration:
        return duration(expression);
      case Op::set:
        return set(expression);
      case Op::event:
        return beside_event(expression);
      case Op::reference:
        return reference(expression);
      case Op::none:
        break;
    }
    return std::nullopt;
  }

  std::optional<Resolution> same(const Expression& expression, const Resolution* outer) const {
    if (outer == nullptr) return std::nullopt;
    Resolution result = *outer;
    if (expression.has(Field::part) || expression.has(Field::clock)) {
      if (!result.point || result.point->grain < Grain::day) return generic_clock(tools_, expression, result);
      Expression timed = expression;
      if (const std::string& part = result.point->part;
          expression.has(Field::clock) && !expression.has(Field::meridiem))
        afternoon(part, timed);
      result.point = with_clock(tools_, *result.point, timed);
      return written(std::move(result));
    }
    const std::string& mod = expression.rule->mod;
    if (result.point && !mod.empty()) {
      if (const std::string part = part_of_point(*result.point, mod); !part.empty()) result.edtf = part;
    }
    return result;
  }

  /// "tonight at 8" is 20:00, "this afternoon at 3" is 15:00.
  static void afternoon(const std::string& part, Expression& timed) {
    const double hour = timed[Field::clock] / 3600;
    if ((part == "AF" || part == "EV" || (part == "NI" && hour >= 5)) && hour < 12) timed.set(Field::meridiem, 12);
  }

  std::optional<Resolution> bound(const Expression& expression, const Resolution* outer) const {
    if (outer == nullptr) return std::nullopt;
    Resolution result = *outer;
    if (!result.point || !context_.anchor || context_.anchor->grain < Grain::day) return result;
    const DayInterval span = days(*result.point);
    const DayNumber now = context_.anchor->base;
    if (!span.first || !span.last || now < *span.first || now > *span.last) return result;
    if (*span.first == *span.last) return result;
    const bool end = expression.rule->mod == "END";
    result.edtf = iso_day(end ? now : *span.first) + "/" + iso_day(end ? *span.last : now);
    return result;
  }

  std::optional<Resolution> duration(const Expression& expression) const {
    Resolution result;
    result.type = TimexType::duration;
    result.reason = "length";
    if (expression.has(Field::clock)) {  // "in 3:07:35"
      result.value = elapsed_text(static_cast<int>(expression[Field::clock]));
      return result;
    }
    const auto unit = static_cast<Unit>(expression.whole(Field::unit));
    const double factor = expression.has(Field::factor) ? expression[Field::factor] : 1;
    const double count = ((expression.has(Field::count) ? expression[Field::count] : 0) +
                          (expression.has(Field::extra) ? expression[Field::extra] : 0)) *
                         factor;
    result.value = expression.rule->value.empty() ? duration_text(unit, count) : expression.rule->value;
    if (expression.has(Field::shift)) bound_by_anchor(unit, count, expression[Field::shift] < 0, result);
    return result;
  }

  /// "the past three weeks": the days between the anchor and its other end.
  void bound_by_anchor(Unit unit, double count, bool past, Resolution& result) const {
    if (context_.narrative || !context_.anchor || context_.anchor->grain < Grain::day || std::isnan(count) ||
        count > 5000)
      return;
    const std::optional<DayNumber> other = days_away(context_.anchor->base, unit, past ? -count : count);
    if (!other) return;
    const DayNumber now = context_.anchor->base;
    result.edtf = iso_day(past ? *other : now) + "/" + iso_day(past ? now : *other);
    result.counted_from = context_.anchor;
  }

  std::optional<Resolution> set(const Expression& expression) const {
    Resolution result;
    result.type = TimexType::set;
    result.reason = "repeated";
    result.value = expression.rule->value;
    if (!result.value.empty()) return result;
    if (expression.has(Field::unit)) {
      const double count = expression.has(Field::count) ? expression[Field::count] : 1;
      result.value = duration_text(static_cast<Unit>(expression.whole(Field::unit)), count * expression[Field::factor]);
    } else {
      result.value = generic_value(tools_, expression);
    }
    return result;
  }

  /// Its place is known when that of the happening is (event_anchor.hpp).
  std::optional<Resolution> beside_event(const Expression& expression) const {
    Resolution result;
    result.value = generic_value(tools_, expression);
    result.reason = "unanchored";
    return result;
  }

  std::optional<Resolution> reference(const Expression& expression) const {
    Resolution result;
    result.value = expression.rule->value;
    result.reason = "reference";
    return result;
  }

  const Tools& tools_;
  const std::vector<Expression>& expressions_;
  const Context& context_;
};

std::string month_span(int year, int first, int last) {
  return edtf(month_point(year, first)) + "/" + edtf(month_point(year, last));
}

std::string day_span(DayNumber first, DayNumber last) { return iso_day(first) + "/" + iso_day(last); }

}  // namespace

std::optional<Resolution> Resolver::resolve(std::uint32_t expression, const Context& context) const {
  const Tools tools{lexicon_, holidays_, has_word_};
  return Work(tools, expressions_, context).resolve(expression, 0);
}

Grain grain_of(Unit unit) {
  switch (unit) {
    case Unit::second:
      return Grain::second;
    case Unit::minute:
      return Grain::minute;
    case Unit::hour:
      return Grain::hour;
    case Unit::day:
      return Grain::day;
    case Unit::week:
      return Grain::week;
    case Unit::weekend:
      return Grain::weekend;
    case Unit::month:
      return Grain::month;
    case Unit::season:
      return Grain::season;
    case Unit::quarter:
      return Grain::quarter;
    case Unit::half:
      return Grain::half;
    case Unit::year:
      return Grain::year;
    case Unit::decade:
      return Grain::decade;
    default:
      return Grain::century;
  }
}

std::string duration_text(Unit unit, double count) {
  struct Smaller {
    Unit unit, of;
    double count;
  };
  constexpr Smaller smaller[] = {{Unit::century, Unit::year, 100}, {Unit::decade, Unit::year, 10},
                                 {Unit::year, Unit::month, 12},    {Unit::day, Unit::hour, 24},
                                 {Unit::hour, Unit::minute, 60},   {Unit::minute, Unit::second, 60}};
  if (count < 1) {  // "half an hour"
    for (const Smaller& step : smaller) {
      if (step.unit == unit && count * step.count == std::floor(count * step.count))
        return duration_text(step.of, count * step.count);
    }
  }
  std::string number = "X";
  if (!std::isnan(count)) {
    number = std::to_string(static_cast<long long>(count));
    if (count != std::floor(count)) {
      number = std::to_string(count);
      number.erase(number.find_last_not_of('0') + 1);
    }
  }
  switch (unit) {
    case Unit::second:
      return "PT" + number + "S";
    case Unit::minute:
      return "PT" + number + "M";
    case Unit::hour:
      return "PT" + number + "H";
    case Unit::day:
      return "P" + number + "D";
    case Unit::week:
      return "P" + number + "W";
    case Unit::weekend:
      return "P" + number + "WE";
    case Unit::month:
      return "P" + number + "M";
    case Unit::quarter:
      return "P" + number + "Q";
    case Unit::half:
      return "P" + (std::isnan(count) ? "X" : std::to_string(static_cast<long long>(count * 6))) + "M";
    case Unit::decade:
      return "P" + number + "DE";
    case Unit::century:
      return "P" + number + "CE";
    case Unit::millennium:
      return "P" + number + "ML";
    case Unit::season:
    case Unit::year:
      break;
  }
  return "P" + number + "Y";
}

std::string part_of_point(const Point& point, std::string_view mod) {
  const int third = mod == "START" ? 0 : mod == "MID" ? 1 : mod == "END" ? 2 : -1;
  if (third < 0 || point.year < 1 || point.year > 9800) return "";
  const DayInterval span = days(point);
  switch (point.grain) {
    case Grain::century: {  // 1601/1633: the century of the calendar begins with its year 1
      constexpr int first[] = {1, 34, 67}, last[] = {33, 66, 100};
      return edtf_year(point.year + first[third]) + "/" + edtf_year(point.year + last[third]);
    }
    case Grain::decade: {
      constexpr int first[] = {0, 4, 7}, last[] = {3, 6, 9};
      return edtf_year(point.year + first[third]) + "/" + edtf_year(point.year + last[third]);
    }
    case Grain::year:
      return month_span(point.year, 1 + 4 * third, 4 + 4 * third);
    case Grain::month:
      return third == 2 ? day_span(*span.first + 20, *span.last)
                        : day_span(*span.first + 10 * third, *span.first + 10 * third + 9);
    default:
      return "";
  }
}

}  // namespace dateline::time
