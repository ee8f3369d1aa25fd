#include "extract/time/rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "dateline/base/text.hpp"

namespace dateline::time {
namespace {

template <class Value, std::size_t N>
Value named(const Row& row, std::string_view what, std::string_view text,
            const std::array<std::pair<std::string_view, Value>, N>& names) {
  std::vector<std::string_view> known;
  for (const auto& [name, value] : names) {
    if (name == text) return value;
    known.push_back(name);
  }
  const std::string_view near = nearest(text, known);
  fail(row, std::string(what) + " \"" + std::string(text) + "\" is unknown" +
                (near.empty() ? "" : "; did you mean \"" + std::string(near) + "\"?"));
}

constexpr std::array<std::pair<std::string_view, Op>, 11> ops = {{{"none", Op::none},
                                                                  {"on", Op::on},
                                                                  {"shift", Op::shift},
                                                                  {"nth", Op::nth},
                                                                  {"same", Op::same},
                                                                  {"bound", Op::bound},
                                                                  {"duration", Op::duration},
                                                                  {"set", Op::set},
                                                                  {"event", Op::event},
                                                                  {"reference", Op::reference},
                                                                  {"ref", Op::reference}}};
constexpr std::array<std::pair<std::string_view, Base>, 2> bases = {{{"anchor", Base::anchor}, {"focus", Base::focus}}};
constexpr std::array<std::pair<std::string_view, Direction>, 4> directions = {{{"auto", Direction::automatic},
                                                                               {"past", Direction::past},
                                                                               {"future", Direction::future},
                                                                               {"same", Direction::same}}};
constexpr std::array<std::pair<std::string_view, Field>, 33> fields = {{{"date", Field::date},
                                                                        {"year", Field::year},
                                                                        {"yy", Field::yy},
                                                                        {"yy-quoted", Field::yy},
                                                                        {"year3", Field::year},
                                                                        {"decade", Field::decade},
                                                                        {"century", Field::century},
                                                                        {"month", Field::month},
                                                                        {"day", Field::day},
                                                                        {"dom", Field::day},
                                                                        {"weekday", Field::weekday},
                                                                        {"season", Field::season},
                                                                        {"quarter", Field::quarter},
                                                                        {"half", Field::half},
                                                                        {"weekend", Field::weekend},
                                                                        {"part", Field::part},
                                                                        {"clock", Field::clock},
                                                                        {"hour", Field::hour},
                                                                        {"minute", Field::minute},
                                                                        {"meridiem", Field::meridiem},
                                                                        {"zone", Field::zone},
                                                                        {"holiday", Field::holiday},
                                                                        {"unit", Field::unit},
                                                                        {"units", Field::unit},
                                                                        {"count", Field::count},
                                                                        {"extra", Field::extra},
                                                                        {"stem", Field::stem},
                                                                        {"slashed", Field::month_day},
                                                                        {"month-year", Field::month_year},
                                                                        {"until", Field::until},
                                                                        {"shift", Field::shift},
                                                                        {"era", Field::era},
                                                                        {"nth", Field::nth}}};

/// The field that a class fills when the pattern does not say.
Field field_of_class(std::string_view cls) {
  if (cls == "number" || cls == "vague") return Field::count;
  if (cls == "ordinal") return Field::nth;
  if (cls == "dotted" || cls == "hhmm" || cls == "elapsed") return Field::clock;
  if (cls == "fraction") return Field::extra;
  for (const auto& [name, field] : fields) {
    if (name == cls) return field;
  }
  return Field::none;
}

double value_of(const Row& row, Field field, std::string_view text, const Lexicon& lexicon) {
  if (field == Field::unit) {
    Unit unit{};
    if (!unit_named(text, unit)) fail(row, "unknown unit " + std::string(text));
    return static_cast<double>(unit) * 1000 + 1;
  }
  if (field == Field::part) {
    const auto found = std::find(lexicon.parts.begin(), lexicon.parts.end(), text);
    if (found == lexicon.parts.end()) fail(row, "no part of the day has the code " + std::string(text));
    return static_cast<double>(found - lexicon.parts.begin());
  }
  if (text == "X") return vague;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size())
    fail(row, "\"" + std::string(text) + "\" must be a number");
  return value;
}

/// Reads one pattern. `[in|since] {month}`: brackets hold context; `{class>field}`, `{class=value}`, `{class~}`;
/// `word|word`; `?` after an element; `[!word|word]`: none of these follows.
class PatternReader {
 public:
  PatternReader(const Row& row, Lexicon& lexicon, const std::map<std::string, std::string, std::less<>>& macros)
      : row_(row), lexicon_(lexicon), macros_(macros) {}

  void read(std::string_view text, Rule& rule) {
    enum { before, extent, after } part = extent;
    std::string spaced;
    for (const char c : expanded(text)) spaced += c == '[' ? " [ " : c == ']' ? " ] " : std::string(1, c);
    bool any = false;
    const std::string squeezed = squeeze(spaced);
    for (const std::string_view item : split(squeezed, ' ')) {
      if (item == "[") {
        part = any ? after : before;
        if (part == after) rule.extent_end = rule.elements.size();
      } else if (item == "]") {
        if (part == before) rule.extent_begin = rule.elements.size();
        part = extent;
      } else {
        rule.elements.push_back(element(item));
        if (rule.elements.back().absent && (part == extent || rule.elements.size() == 1))
          fail(row_, "! belongs into the brackets behind");
        any = any || part == extent;
      }
    }
    if (rule.extent_end == 0) rule.extent_end = rule.elements.size();
    if (!any) fail(row_, "a pattern needs an element outside its brackets");
  }

 private:
  std::string expanded(std::string_view text) const {
    std::string out;
    for (const std::string_view item : split(text, ' ')) {
      const std::size_t at = item.find('@');
      std::size_t end = at;
      while (end < item.size() && (item[end] == '@' || item[end] == '-' || (item[end] >= 'a' && item[end] <= 'z')))
        ++end;
      if (at == item.npos) {
        out += item;
      } else {
        const auto found = macros_.find(item.substr(at + 1, end - at - 1));
        if (found == macros_.end()) fail(row_, "no macro " + std::string(item.substr(at, end - at)));
        out += std::string(item.substr(0, at)) + found->second + std::string(item.substr(end));
      }
      out += ' ';
    }
    return out;
  }

  Element element(std::string_view item) {
    Element out;
    if (item.size() > 1 && item.ends_with('?')) {
      out.optional = true;
      item.remove_suffix(1);
    }
    if (item.size() > 1 && item.front() == '!') {
      out.absent = true;
      item.remove_prefix(1);
    }
    std::size_t depth = 0, begin = 0;
    for (std::size_t i = 0; i <= item.size(); ++i) {
      if (i < item.size() && item[i] == '{') ++depth;
      if (i < item.size() && item[i] == '}') --depth;
      if (i == item.size() || (item[i] == '|' && depth == 0)) {
        alternatives(item.substr(begin, i - begin), out);
        begin = i + 1;
      }
    }
    return out;
  }

  void alternatives(std::string_view text, Element& out) {
    if (text.empty()) fail(row_, "an empty alternative");
    if (text.front() != '{') {
      Alternative one;
      if (text == "<begin>")
        one.kind = Alternative::Kind::begin;
      else if (text == "<end>")
        one.kind = Alternative::Kind::end;
      else if (text == "*")
        one.kind = Alternative::Kind::any;
      else
        one.word = lexicon_.word(folded(text));
      out.alternatives.push_back(one);
      return;
    }
    if (text.back() != '}') fail(row_, "no } after " + std::string(text));
    text = text.substr(1, text.size() - 2);
    const std::size_t arrow = text.find('>');
    const std::string_view field = arrow == text.npos ? std::string_view() : text.substr(arrow + 1);
    for (const std::string_view name : split(text.substr(0, arrow), '|'))
      out.alternatives.push_back(class_alternative(name, field));
  }

  Alternative class_alternative(std::string_view name, std::string_view field) {
    Alternative one;
    one.kind = Alternative::Kind::reading;
    const std::size_t equals = name.find('=');
    const std::string_view value = equals == name.npos ? std::string_view() : name.substr(equals + 1);
    name = name.substr(0, equals);
    if (name.ends_with('~') || name.ends_with('!')) {
      one.weak = true;
      one.only_weak = name.ends_with('!');
      name.remove_suffix(1);
    }
    if (name.empty()) fail(row_, "a class without a name");
    one.cls = lexicon_.cls(name);
    if (name.front() >= 'A' && name.front() <= 'Z') {
      one.kind = Alternative::Kind::constituent;
      one.field = Field::outer;
    } else {
      one.field = field_of_class(name);
    }
    if (!value.empty()) {
      one.limited = true;
      one.value = value_of(row_, one.field, value, lexicon_);
    }
    if (field == "_")
      one.field = Field::none;
    else if (!field.empty())
      one.field = named(row_, "field", field, fields);
    return one;
  }

  const Row& row_;
  Lexicon& lexicon_;
  const std::map<std::string, std::string, std::less<>>& macros_;
};

void read_make(const Row& row, std::string_view make, const Lexicon& lexicon, Rule& rule) {
  const std::string squeezed = squeeze(make);
  for (const std::string_view item : split(squeezed, ' ')) {
    if (item.empty()) continue;
    const std::size_t equals = item.find('=');
    if (equals == item.npos) fail(row, "\"" + std::string(item) + "\" must be name=value");
    const std::string_view name = item.substr(0, equals), value = item.substr(equals + 1);
    if (name == "op")
      rule.op = named(row, "op", value, ops);
    else if (name == "base")
      rule.base = named(row, "base", value, bases);
    else if (name == "dir")
      rule.direction = named(row, "dir", value, directions);
    else if (name == "mod")
      rule.mod = value;
    else if (name == "value")
      rule.value = value;
    else if (name == "span" && value == "rolling")
      rule.rolling = true;
    else {
      const Field field = named(row, "field", name, fields);
      rule.constants.emplace_back(field, value_of(row, field, value, lexicon));
    }
  }
}

}  // namespace

RuleSet::RuleSet(const Resources& resources, Lexicon& lexicon) {
  std::map<std::string, std::string, std::less<>> macros;
  const Table& shorthand = resources.table("en/time/macros");
  for (const Row& row : shorthand.rows) macros.emplace(shorthand.cell(row, "id"), shorthand.cell(row, "pattern"));
  for (const char* name : {"en/time/negative", "en/time/rules"}) {
    const Table& table = resources.table(name);
    for (const Row& row : table.rows) {
      Rule rule;
      rule.id = table.cell(row, "id");
      rule.order = static_cast<int>(rules_.size());
      PatternReader(row, lexicon, macros).read(table.cell(row, "pattern"), rule);
      read_make(row, table.cell(row, "make"), lexicon, rule);
      const std::string& layer = table.cell(row, "layer");
      if (layer.size() != 1 || layer[0] < '1' || layer[0] > '5') fail(row, "layer must be 1 to 5");
      rule.layer = layer[0] - '0';
      for (const std::string& made : table.list(row, "makes")) {
        if (made == "-")
          rule.mention = false;
        else
          rule.makes.push_back(lexicon.cls(made));
      }
      layers_ = std::max(layers_, rule.layer);
      rules_.push_back(std::move(rule));
    }
  }
  merged_ = {lexicon.class_named("Q"), lexicon.class_named("T")};
  index();
}

void RuleSet::index() {
  by_word_.resize(static_cast<std::size_t>(layers_) + 1);
  by_class_.resize(static_cast<std::size_t>(layers_) + 1);
  const auto add = [](Index& index, std::size_t key, std::uint16_t rule) {
    if (index.size() <= key) index.resize(key + 1);
    if (index[key].empty() || index[key].back() != rule) index[key].push_back(rule);
  };
  for (std::uint16_t number = 0; number < rules_.size(); ++number) {
    const Rule& rule = rules_[number];
    const auto layer = static_cast<std::size_t>(rule.layer);
    for (const Element& element : rule.elements) {
      bool transparent = element.optional;
      for (const Alternative& one : element.alternatives) {
        if (one.kind == Alternative::Kind::word)
          add(by_word_[layer], one.word, number);
        else if (one.kind == Alternative::Kind::reading || one.kind == Alternative::Kind::constituent)
          add(by_class_[layer], one.cls, number);
        else
          transparent = transparent || one.kind == Alternative::Kind::begin;
      }
      if (!transparent) break;
    }
  }
}

const std::vector<std::uint16_t>& RuleSet::beginning_with_word(int layer, WordId word) const {
  static const std::vector<std::uint16_t> none;
  const Index& index = by_word_[static_cast<std::size_t>(layer)];
  return word < index.size() ? index[word] : none;
}

const std::vector<std::uint16_t>& RuleSet::beginning_with_class(int layer, ClassId cls) const {
  static const std::vector<std::uint16_t> none;
  const Index& index = by_class_[static_cast<std::size_t>(layer)];
  return cls < index.size() ? index[cls] : none;
}

}  // namespace dateline::time
