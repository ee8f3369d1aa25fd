#include "extract/time/lexicon.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::time {
namespace {

std::optional<double> number_of(std::string_view text) {
  if (text == "X") return vague;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// The words of a form as the segmenter would cut them: "New Year's Day" -> new, year, 's, day.
std::vector<std::string> words_of(std::string_view form) {
  std::vector<std::string> words;
  for (const std::string_view part : split(form, ' ')) {
    std::string word = folded(part);
    std::string tail;
    if (word.size() > 2 && word.ends_with("'s")) {
      tail = "'s";
      word.resize(word.size() - 2);
    }
    for (std::size_t at = 0; at < word.size();) {
      const std::size_t hyphen = word.size() > 1 ? std::min(word.find('-', at), word.size()) : word.size();
      if (hyphen > at) words.push_back(word.substr(at, hyphen - at));
      if (hyphen < word.size()) words.emplace_back("-");
      at = hyphen + 1;
    }
    if (!tail.empty()) words.push_back(tail);
  }
  return words;
}

NumberKind number_kind(const Row& row, std::string_view name) {
  constexpr std::array<std::pair<std::string_view, NumberKind>, 6> kinds = {{{"digit", NumberKind::digit},
                                                                             {"teen", NumberKind::teen},
                                                                             {"ten", NumberKind::ten},
                                                                             {"hundred", NumberKind::hundred},
                                                                             {"scale", NumberKind::scale},
                                                                             {"ordinal", NumberKind::ordinal}}};
  for (const auto& [text, kind] : kinds) {
    if (text == name) return kind;
  }
  fail(row, "kind must be digit, teen, ten, hundred, scale, ordinal, ordinal-ending, decade-ending or joiner");
}

}  // namespace

std::string folded(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = utf8::next(word, at);
    if (c == 0x2019 || c == 0x2018 || c == 0x2BC) {
      out += '\'';
    } else if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2212) {
      out += '-';
    } else {
      utf8::append(out, utf8::lower(c));
    }
  }
  return out;
}

bool unit_named(std::string_view code, Unit& unit) {
  constexpr std::array<std::pair<std::string_view, Unit>, 14> units = {{{"S", Unit::second},
                                                                        {"MIN", Unit::minute},
                                                                        {"H", Unit::hour},
                                                                        {"D", Unit::day},
                                                                        {"W", Unit::week},
                                                                        {"WE", Unit::weekend},
                                                                        {"M", Unit::month},
                                                                        {"SE", Unit::season},
                                                                        {"Q", Unit::quarter},
                                                                        {"HY", Unit::half},
                                                                        {"Y", Unit::year},
                                                                        {"DE", Unit::decade},
                                                                        {"CE", Unit::century},
                                                                        {"ML", Unit::millennium}}};
  for (const auto& [text, value] : units) {
    if (text == code) {
      unit = value;
      return true;
    }
  }
  return false;
}

Lexicon::Lexicon(const Resources& resources) {
  shapes = {cls("number"),     cls("ordinal"),    cls("year"),       cls("yy"),     cls("yy-quoted"),
            cls("dom"),        cls("decade"),     cls("clock"),      cls("dotted"), cls("hhmm"),
            cls("date"),       cls("slashed"),    cls("fraction"),   cls("year3"),  cls("dth"),
            cls("decadeyear"), cls("month-year"), cls("yearspoken"), cls("elapsed")};
  hyphen = word("-");
  comma = word(",");
  for (const char* table :
       {"en/time/months", "en/time/weekdays", "en/time/seasons", "en/time/parts", "en/time/words", "en/time/zones"})
    read_words(resources, table);
  read_numbers(resources);
  read_units(resources);
}

WordId Lexicon::word(std::string_view text) { return entry(text).id; }

Entry& Lexicon::entry(std::string_view text) {
  const auto next = static_cast<WordId>(entries_.size() + 1);
  Entry& found = entries_[std::string(text)];
  if (found.id == 0) found.id = next;
  return found;
}

ClassId Lexicon::cls(std::string_view name) {
  const auto next = static_cast<ClassId>(classes_.size() + 1);
  ClassId& found = classes_[std::string(name)];
  if (found == 0) found = next;
  return found;
}

ClassId Lexicon::class_named(std::string_view name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? ClassId{0} : found->second;
}

void Lexicon::add(std::string_view form, ClassId id, double value, bool weak, bool capital) {
  const std::vector<std::string> words = words_of(form);
  if (words.empty()) return;
  // tokens part "king's" and "workers'" at the apostrophe, at times
  if (const std::size_t at = form.find('\''); at != form.npos && at > 0 && form[at - 1] != ' ' && words.size() > 1) {
    std::string parted(form);
    const bool last = at + 1 == form.size() || form[at + 1] == ' ';
    parted.insert(at, last || form[at + 1] == 's' ? " " : "");
    if (parted != form) add(parted, id, value, weak, capital);
  }
  if (words.size() == 1) {
    entry(words[0]).meanings.push_back({id, weak, capital, value});
    return;
  }
  Phrase phrase{{}, id, weak, capital, value};
  for (std::size_t i = 1; i < words.size(); ++i) phrase.rest.push_back(word(words[i]));
  std::vector<Phrase>& phrases = entry(words[0]).phrases;
  phrases.insert(std::find_if(phrases.begin(), phrases.end(),
                              [&](const Phrase& other) { return other.rest.size() < phrase.rest.size(); }),
                 phrase);
}

void Lexicon::read_words(const Resources& resources, std::string_view name) {
  const Table& table = resources.table(name);
  for (const Row& row : table.rows) {
    const std::string& class_name = table.cell(row, "class");
    const std::string& text = table.cell(row, "value");
    if (class_name.empty()) fail(row, "a word needs a class");
    double value = 0;
    if (class_name == "part") {
      parts.push_back(text);
      value = static_cast<double>(parts.size() - 1);
    } else if (class_name == "zone") {
      zones.push_back(text);
      value = static_cast<double>(zones.size() - 1);
    } else if (!text.empty()) {
      const std::optional<double> number = number_of(text);
      if (!number) fail(row, "value must be a number or X");
      value = *number;
    }
    const ClassId id = cls(class_name);
    for (const std::string& form : table.list(row, "forms")) add(form, id, value, false, false);
    for (const std::string& form : table.list(row, "weak")) add(form, id, value, true, false);
    for (const std::string& form : table.list(row, "capital")) add(form, id, value, false, true);
    for (const std::string& form : table.list(row, "weak_capital")) add(form, id, value, true, true);
  }
}

void Lexicon::read_numbers(const Resources& resources) {
  const Table& table = resources.table("en/time/numbers");
  for (const Row& row : table.rows) {
    const std::string& kind = table.cell(row, "kind");
    for (const std::string& form : table.list(row, "forms")) {
      if (kind == "ordinal-ending") {
        ordinal_endings.push_back(form);
      } else if (kind == "decade-ending") {
        decade_endings.push_back(form);
      } else if (kind == "joiner") {
        conjunction = word(form);
      } else {
        const std::optional<double> value = number_of(table.cell(row, "value"));
        if (!value) fail(row, "value must be a number");
        Entry& found = entry(folded(form));
        found.number = number_kind(row, kind);
        found.number_value = *value;
      }
    }
  }
}

void Lexicon::read_units(const Resources& resources) {
  const Table& table = resources.table("en/time/units");
  for (const Row& row : table.rows) {
    Unit unit{};
    if (!unit_named(table.cell(row, "unit"), unit))
      fail(row, "unit must be S, MIN, H, D, W, WE, M, SE, Q, HY, Y, DE, CE or ML");
    const std::optional<double> factor = number_of(table.cell(row, "factor"));
    if (!factor || !(*factor >= 1)) fail(row, "factor must be a number of at least 1");
    const double value = static_cast<double>(unit) * 1000 + *factor;
    for (const std::string& form : table.list(row, "singular")) add(form, cls("unit"), value, false, false);
    for (const std::string& form : table.list(row, "weak_singular")) add(form, cls("unit"), value, true, false);
    for (const std::string& form : table.list(row, "plural")) add(form, cls("units"), value, false, false);
  }
}

}  // namespace dateline::time
