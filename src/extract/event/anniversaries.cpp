#include "extract/event/anniversaries.hpp"

#include <algorithm>
#include <charconv>

#include "dateline/base/utf8.hpp"
#include "extract/event/date_reasons.hpp"

namespace dateline {
namespace {

constexpr std::size_t length_of_year = 4, length_of_day = 10;
constexpr int most_years = 1000;

/// The day or the year of an anniversary, as the text tells it.
struct Anniversary {
  std::string edtf;
  std::uint32_t time = 0;
};

class Anniversaries {
 public:
  Anniversaries(const Ordinals& ordinals, const MatchContext& context, const TimePlaces& places)
      : ordinals_(ordinals), on_(context), places_(places) {}

  void date(EventLinks& links, Extraction& extraction) const {
    for (const auto& [trigger, index] : links.at) {
      if (extraction.events[index].date || !is_fact(extraction.events[index]) || on_.tree.is_verb(trigger)) continue;
      const auto noun = on_.tree.head(trigger);
      if (!noun || !on_.tree.is(trigger, "nmod") ||
          !on_.classes.holds("complement_preposition", on_.tree.preposition(trigger)) ||
          !on_.classes.holds("anniversary_noun", on_.tree.lemma(*noun)))
        continue;
      const auto years = years_of(*noun);
      const auto told = years ? day_of(*noun) : std::nullopt;
      const auto then = told ? years_before(told->edtf, *years) : std::nullopt;
      if (then) take_date(extraction, links, index, *then, told->time, date_reason::anniversary);
    }
  }

 private:
  std::optional<int> years_of(TokenIndex noun) const {
    for (const TokenIndex one : on_.tree.children(noun)) {
      if (const auto value = ordinals_.value(utf8::lower(on_.tree.word(one)))) return value;
    }
    return std::nullopt;
  }

  static std::optional<EventDate> years_before(const std::string& edtf, int years) {
    int year = 0;
    std::from_chars(edtf.data(), edtf.data() + length_of_year, year);
    if (years > most_years || year <= years) return std::nullopt;
    std::string then = std::to_string(year - years);
    then.insert(0, length_of_year - then.size(), '0');
    return event_date(then + edtf.substr(length_of_year), Basis::inferred);
  }

  /// The time expression that holds a word.
  std::optional<std::uint32_t> time_at(TokenIndex word) const {
    const auto [first, last] = times_in(on_.extraction, on_.extraction.sentences[on_.tree.sentence(word)]);
    for (std::uint32_t time = first; time < last && time < on_.extraction.time_tokens.size(); ++time) {
      if (on_.extraction.time_tokens[time].contains(word)) return time;
    }
    return std::nullopt;
  }

  /// A day or a year; "a day" of those that are told with their hour.
  std::optional<Anniversary> taken(std::uint32_t time, bool whole) const {
    const std::string edtf = on_.extraction.times[time].edtf.substr(0, on_.extraction.times[time].edtf.find('T'));
    const bool known = (edtf.size() == length_of_day || edtf.size() == length_of_year) &&
                       edtf.find_first_of("X/.~?") == std::string::npos;
    if (!known) return std::nullopt;
    return Anniversary{whole ? edtf : edtf.substr(0, length_of_year), time};
  }

  std::optional<Anniversary> day_of(TokenIndex noun) const {
    const Tree& tree = on_.tree;
    const auto subject = tree.child(noun, "cop") ? tree.child(noun, "nsubj") : std::nullopt;
    if (subject) {  // "Monday was the anniversary"
      const auto time = time_at(*subject);
      return time ? taken(*time, true) : std::nullopt;
    }
    const auto above = tree.head(noun);
    if (!above) return std::nullopt;
    if (tree.is(noun, "appos")) {  // "on Monday, the anniversary"
      const auto time = time_at(*above);
      return time ? taken(*time, true) : std::nullopt;
    }
    if (!tree.is_verb(*above)) return std::nullopt;
    if (const auto marks = tree.child(*above, "nsubj")) {  // "Monday marked the anniversary"
      if (const auto time = time_at(*marks)) return taken(*time, true);
    }
    const PlacedRange times = places_.of(*above);
    if (times.empty() || std::next(times.begin()) != times.end()) return std::nullopt;
    return taken(times.front().second.time, false);
  }

  const Ordinals& ordinals_;
  const MatchContext& on_;
  const TimePlaces& places_;
};

}  // namespace

Ordinals::Ordinals(const Resources& resources) {
  const Table& table = resources.table("en/event/ordinals");
  for (const Row& row : table.rows) {
    const std::string& text = table.cell(row, "value");
    int value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end.ec != std::errc{} || end.ptr != text.data() + text.size() || value < 0) fail(row, "not a number: " + text);
    words_[row.cells.front()] = value;
  }
}

std::optional<int> Ordinals::value(std::string_view word) const {
  if (const auto found = words_.find(word); found != words_.end() && found->second > 0) return found->second;
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || value <= 0) return std::nullopt;
  const auto ending = words_.find(std::string_view(end, word.data() + word.size()));
  return ending != words_.end() && ending->second == 0 ? std::optional(value) : std::nullopt;
}

void date_by_anniversaries(const Ordinals& ordinals, const MatchContext& context, const TimePlaces& places,
                           EventLinks& links, Extraction& extraction) {
  Anniversaries(ordinals, context, places).date(links, extraction);
}

}  // namespace dateline
