#include "extract/time/matcher.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::time {
namespace {

/// Constituents that one word may begin: more are not kept, so that odd text stays linear.
constexpr std::size_t most_constituents = 24;

void assign(Expression& expression, Field field, double value) {
  switch (field) {
    case Field::none:
      return;
    case Field::unit:
      expression.set(Field::unit, std::floor(value / 1000));
      expression.set(Field::factor, std::fmod(value, 1000));
      return;
    case Field::clock:
      expression.set(Field::clock, std::floor(value));
      expression.set(Field::precise, value > std::floor(value) ? 2 : 1);
      return;
    case Field::hour:
      // "half past seven", "ten past seven": the minutes may come first
      expression.set(Field::precise, expression.has(Field::clock) ? 1 : 0);
      expression.set(Field::clock, value * 3600 + (expression.has(Field::clock) ? expression[Field::clock] : 0));
      return;
    case Field::minute:
      expression.set(Field::clock, expression[Field::clock] + value * 60);
      expression.set(Field::precise, 1);
      return;
    case Field::month_year:
      expression.set(Field::month, std::floor(value / 10000));
      expression.set(Field::year, std::fmod(value, 10000));
      return;
    case Field::month_day: {
      const int first = static_cast<int>(value) / 100, second = static_cast<int>(value) % 100;
      const bool american = first <= 12;
      expression.set(Field::month, american ? first : second);
      expression.set(Field::day, american ? second : first);
      return;
    }
    default:
      expression.set(field, value);
  }
}

/// The fields of a constituent that the expression does not have itself.
void merge(const Expression& part, Expression& expression) {
  for (std::size_t i = 0; i < part.values.size(); ++i) {
    const auto field = static_cast<Field>(i);
    if (part.has(field) && !expression.has(field)) expression.set(field, part[field]);
  }
}

/// Whether a reading has the value that a pattern wants; units compare without their factor.
bool has_value(const Alternative& wanted, double value) {
  return wanted.field == Field::unit || wanted.value >= 1000
             ? std::floor(wanted.value / 1000) == std::floor(value / 1000)
             : wanted.value == value;
}

}  // namespace

std::vector<Match> Matcher::find(const std::vector<Word>& words, std::vector<Expression>& expressions) {
  words_ = &words;
  if (!gather(words)) return {};
  matches_.clear();
  for (int layer = 1; layer <= rules_.layers(); ++layer) run_layer(layer, expressions);
  return chosen(expressions);
}

/// Reads every word's meanings. False when no word means anything.
bool Matcher::gather(const std::vector<Word>& words) {
  readings_.clear();
  first_reading_.clear();
  for (std::size_t i = 0; i < words.size(); ++i) {
    first_reading_.push_back(static_cast<std::uint32_t>(readings_.size()));
    if (words[i].entry != nullptr || words[i].digits) read_meanings(document_, words, i, lexicon_, readings_);
  }
  first_reading_.push_back(static_cast<std::uint32_t>(readings_.size()));
  if (readings_.empty()) return false;
  if (constituents_.size() < words.size()) constituents_.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) constituents_[i].clear();
  return true;
}

void Matcher::run_layer(int layer, std::vector<Expression>& expressions) {
  for (std::size_t at = 0; at < words_->size(); ++at) {
    const Word& word = (*words_)[at];
    const bool empty = first_reading_[at] == first_reading_[at + 1];
    if (word.id == 0 && empty && constituents_[at].empty()) continue;
    tried_.clear();
    const auto add = [&](const std::vector<std::uint16_t>& rules) {
      tried_.insert(tried_.end(), rules.begin(), rules.end());
    };
    if (word.id != 0) add(rules_.beginning_with_word(layer, word.id));
    for (std::uint32_t i = first_reading_[at]; i < first_reading_[at + 1]; ++i)
      add(rules_.beginning_with_class(layer, readings_[i].cls));
    for (const Constituent& one : constituents_[at]) add(rules_.beginning_with_class(layer, one.cls));
    std::sort(tried_.begin(), tried_.end());
    tried_.erase(std::unique(tried_.begin(), tried_.end()), tried_.end());
    for (std::size_t i = 0; i < tried_.size(); ++i) try_rule(rules_.rules()[tried_[i]], at, expressions);
  }
}

void Matcher::try_rule(const Rule& rule, std::size_t at, std::vector<Expression>& expressions) {
  captures_.clear();
  ends_.assign(rule.elements.size(), at);
  if (!match(rule, 0, at)) return;
  const std::size_t begin = rule.extent_begin == 0 ? at : ends_[rule.extent_begin - 1];
  std::size_t end = ends_[rule.extent_end - 1];
  if (end > begin + 1 && (*words_)[end - 1].id == lexicon_.comma) --end;  // an optional comma before what was not there
  if (end <= begin) return;
  Expression expression;
  expression.rule = &rule;
  for (const auto& [field, value] : rule.constants) assign(expression, field, value);
  for (const Capture& capture : captures_) {
    if (capture.merged)
      merge(expressions[static_cast<std::size_t>(capture.value)], expression);
    else
      assign(expression, capture.field, capture.value);
  }
  const auto index = static_cast<std::uint32_t>(expressions.size());
  expressions.push_back(expression);
  for (const ClassId cls : rule.makes) {
    if (constituents_[begin].size() >= most_constituents) break;
    const Constituent made{cls, static_cast<std::uint32_t>(end), index};
    std::vector<Constituent>& here =
        constituents_[begin];  // longest first: that is the order in which patterns try them
    here.insert(std::find_if(here.begin(), here.end(), [&](const Constituent& other) { return other.end < made.end; }),
                made);
    constituents_[begin].push_back({cls, static_cast<std::uint32_t>(end), index});
  }
  if (rule.mention)
    matches_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                        static_cast<std::uint32_t>(ends_.back() - at), index});
}

bool Matcher::match(const Rule& rule, std::size_t element, std::size_t at) {
  if (element == rule.elements.size()) return true;
  const Element& wanted = rule.elements[element];
  if (wanted.absent) {
    const bool there = std::any_of(wanted.alternatives.begin(), wanted.alternatives.end(),
                                   [&](const Alternative& one) { return stands(one, at); });
    return !there && go_on(rule, element, at, Field::none, 0);
  }
  for (const Alternative& one : wanted.alternatives) {
    if (match_alternative(rule, element, at, one)) return true;
  }
  return wanted.optional && go_on(rule, element, at, Field::none, 0);
}

bool Matcher::go_on(const Rule& rule, std::size_t element, std::size_t next, Field field, double value, bool merged) {
  const std::size_t kept = captures_.size();
  if (field != Field::none) captures_.push_back({field, value, merged});
  ends_[element] = next;
  if (match(rule, element + 1, next)) return true;
  captures_.resize(kept);
  return false;
}

bool Matcher::stands(const Alternative& one, std::size_t at) const {
  using Kind = Alternative::Kind;
  if (one.kind == Kind::begin) return at == 0;
  if (at >= words_->size()) return one.kind == Kind::end;
  if (one.kind == Kind::any) return true;
  if (one.kind == Kind::word) return (*words_)[at].id == one.word;
  if (one.kind == Kind::constituent)
    return std::any_of(constituents_[at].begin(), constituents_[at].end(),
                       [&](const Constituent& found) { return found.cls == one.cls; });
  return std::any_of(readings_.begin() + first_reading_[at], readings_.begin() + first_reading_[at + 1],
                     [&](const Reading& reading) {
                       return reading.cls == one.cls && (one.weak || !reading.weak) &&
                              (reading.weak || !one.only_weak) && (!one.limited || has_value(one, reading.value));
                     });
}

bool Matcher::match_alternative(const Rule& rule, std::size_t element, std::size_t at, const Alternative& one) {
  using Kind = Alternative::Kind;
  const std::size_t size = words_->size();
  if (one.kind == Kind::begin) return at == 0 && go_on(rule, element, at, Field::none, 0);
  if (one.kind == Kind::end) return at >= size && go_on(rule, element, at, Field::none, 0);
  if (at >= size) return false;
  if (one.kind == Kind::any) return go_on(rule, element, at + 1, Field::none, 0);
  if (one.kind == Kind::word) return (*words_)[at].id == one.word && go_on(rule, element, at + 1, Field::none, 0);
  if (one.kind == Kind::constituent) {
    for (std::size_t i = 0; i < constituents_[at].size(); ++i) {
      const Constituent found = constituents_[at][i];
      if (found.cls == one.cls &&
          go_on(rule, element, found.end, one.field, found.expression, rules_.is_merged(found.cls)))
        return true;
    }
    return false;
  }
  for (std::uint32_t i = first_reading_[at]; i < first_reading_[at + 1]; ++i) {
    const Reading reading = readings_[i];
    if (reading.cls != one.cls || (reading.weak && !one.weak) || (!reading.weak && one.only_weak) ||
        (one.limited && !has_value(one, reading.value)))
      continue;
    if (go_on(rule, element, at + reading.words, one.field, reading.value)) return true;
  }
  return false;
}

std::vector<Match> Matcher::chosen(const std::vector<Expression>& expressions) {
  const auto rule = [&](const Match& match) -> const Rule& { return *expressions[match.expression].rule; };
  std::sort(matches_.begin(), matches_.end(), [&](const Match& a, const Match& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.end != b.end) return a.end > b.end;
    if ((rule(a).op == Op::none) != (rule(b).op == Op::none)) return rule(a).op == Op::none;
    if (a.reach != b.reach) return a.reach > b.reach;
    return rule(a).order != rule(b).order ? rule(a).order < rule(b).order : a.expression < b.expression;
  });
  std::vector<Match> out;
  std::uint32_t last = 0;
  for (const Match& match : matches_) {
    if (match.begin < last) continue;
    last = match.end;
    if (rule(match).op != Op::none) out.push_back(match);
  }
  return out;
}

}  // namespace dateline::time
