#include "extract/time/event_anchor.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

#include "dateline/base/text.hpp"
#include "extract/time/lexicon.hpp"
#include "extract/time/point.hpp"
#include "extract/time/resolving.hpp"

namespace dateline::time {
namespace {

constexpr std::uint32_t longest_name = 12;  ///< tokens of the happening that are shown
constexpr int longest_way = 24;             ///< steps up a tree
constexpr std::uint32_t near_times =
    8;  ///< expressions behind a length that may date its happening: keeps odd text linear

std::string_view relation(const Extraction& extraction, std::uint32_t token) {
  return extraction.strings[extraction.tokens[token].deprel];
}

std::optional<std::uint32_t> head_of(const Extraction& extraction, std::uint32_t token) {
  const std::int32_t head = extraction.tokens[token].head;
  if (head < 0 || static_cast<std::size_t>(head) >= extraction.tokens.size()) return std::nullopt;
  return static_cast<std::uint32_t>(head);
}

bool hangs_on(const Extraction& extraction, std::uint32_t token, std::uint32_t ancestor) {
  std::optional<std::uint32_t> at = token;
  for (int steps = 0; at && steps < longest_way; ++steps, at = head_of(extraction, *at)) {
    if (*at == ancestor) return true;
  }
  return false;
}

bool joins(std::string_view relation) {
  return relation == "case" || relation == "mark" || relation == "fixed" || relation == "advmod";
}

/// Whether a time hangs on the head, or on a part of its name, or stands right behind the name with a preposition.
bool tells_when(const Extraction& extraction, Span time, std::uint32_t head, Span name) {
  if (time.begin == name.end || (time.begin == name.end + 1 && extraction.tokens[name.end].upos == Upos::ADP))
    return true;
  std::optional<std::uint32_t> above = time.begin;
  for (int steps = 0; above && time.contains(*above) && steps < longest_way; ++steps)
    above = head_of(extraction, *above);
  return above &&
         (*above == head || (head_of(extraction, *above) == head && relation(extraction, *above).starts_with("nmod")));
}

/// What the last word of a marker introduces: its head, or that of the phrase that the words are fixed in.
std::optional<std::uint32_t> introduced(const Extraction& extraction, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t word = last + 1; word-- > first;) {
    std::optional<std::uint32_t> at = word;
    for (int steps = 0; at && steps < 3; ++steps) {
      if (!joins(relation(extraction, *at))) break;
      at = head_of(extraction, *at);
      if (at && *at > last) return at;
    }
  }
  return std::nullopt;
}

/// The time expression that a token stands in; nothing for none. They lie in text order.
const Span* time_at(const Extraction& extraction, std::uint32_t token) {
  const auto& times = extraction.time_tokens;
  const auto after = std::upper_bound(times.begin(), times.end(), token,
                                      [](std::uint32_t at, const Span& time) { return at < time.begin; });
  return after != times.begin() && std::prev(after)->contains(token) ? &*std::prev(after) : nullptr;
}

const Sentence* sentence_of(const Extraction& extraction, std::uint32_t token) {
  const auto& sentences = extraction.sentences;
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), token,
                                      [](std::uint32_t at, const Sentence& one) { return at < one.tokens.begin; });
  return after != sentences.begin() && std::prev(after)->tokens.contains(token) ? &*std::prev(after) : nullptr;
}

/// The words behind the marker that hang on the head, without what a comma or a dash parts off, and without a date behind the head.
Span name_of(const Extraction& extraction, std::uint32_t first, std::uint32_t head, std::uint32_t end) {
  const auto begins_time = [&](std::uint32_t token) {
    const Span* time = time_at(extraction, token);
    return time != nullptr && time->begin == token;
  };
  std::uint32_t last = first;
  for (; last < end && last - first < longest_name && hangs_on(extraction, last, head); ++last) {
    if (last > head && (extraction.tokens[last].upos == Upos::PUNCT || begins_time(last))) break;
  }
  if (last > head + 1 && extraction.tokens[last - 1].upos == Upos::ADP) --last;
  return {first, last};
}

struct Length {
  double count = 0;  ///< NaN when vague
  Unit unit = Unit::day;
};

std::optional<Length> read_length(std::string_view text) {
  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  const bool of_day = text.starts_with('T');
  if (of_day) text.remove_prefix(1);
  Length length;
  if (text.starts_with('X')) {
    length.count = std::nan("");
    text.remove_prefix(1);
  } else {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length.count);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  struct Named {
    std::string_view code;
    Unit unit;
  };
  constexpr Named of_days[] = {{"H", Unit::hour}, {"M", Unit::minute}, {"S", Unit::second}};
  constexpr Named of_calendar[] = {{"D", Unit::day},  {"W", Unit::week},    {"M", Unit::month},   {"Q", Unit::quarter},
                                   {"Y", Unit::year}, {"DE", Unit::decade}, {"CE", Unit::century}};
  const auto choose = [&](const auto& units) -> std::optional<Length> {
    for (const Named& one : units) {
      if (one.code == text) return Length{length.count, one.unit};
    }
    return std::nullopt;
  };
  return of_day ? choose(of_days) : choose(of_calendar);
}

/// "Six hours after": that day or the next one, whatever the clock said.
std::optional<std::string> hours_from(const Point& from, const Length& length, int side) {
  if (from.grain < Grain::day) return std::nullopt;
  const DayNumber day = from.base;
  const double hours = std::isnan(length.count) ? 1 : length.count;
  if (length.unit != Unit::hour || side == 0) return iso_day(day);
  const auto whole = static_cast<DayNumber>(std::ceil(hours / 24));
  if (whole > 4000) return std::nullopt;
  if (hours >= 24 && hours == whole * 24.0) return iso_day(side > 0 ? day + whole : day - whole);
  return side > 0 ? iso_day(day) + "/" + iso_day(day + whole) : iso_day(day - whole) + "/" + iso_day(day);
}

/// What is more, or less, than so long away.
std::string bounded(const Point& from, const Point& there, int side, bool more) {
  const DayInterval near = days(from), far = days(there);
  if (more) return side > 0 ? iso_day(*far.first) + "/.." : "../" + iso_day(*far.last);
  return side > 0 ? iso_day(*near.first) + "/" + iso_day(*far.last) : iso_day(*far.first) + "/" + iso_day(*near.last);
}

}  // namespace

std::optional<std::string> counted_from(std::string_view from, std::string_view length, int side,
                                        std::string_view mod) {
  const std::optional<Point> base = point_from_edtf(from);
  const std::optional<Length> way = read_length(length);
  if (!base || !way) return std::nullopt;
  if (grain_of(way->unit) > Grain::day) return hours_from(*base, *way, side);
  if (std::isnan(way->count)) return side > 0 ? edtf(*base) + "/.." : "../" + edtf(*base);
  const std::optional<Point> grained = enclosing(*base, grain_of(way->unit));
  if (!grained || way->count != std::floor(way->count) || way->count > 100000) return std::nullopt;
  const Point there = stepped(*grained, side * static_cast<int>(way->count));
  const bool more = mod.ends_with("MORE_THAN") || mod == "EQUAL_OR_MORE",
             less = mod.ends_with("LESS_THAN") || mod == "EQUAL_OR_LESS";
  if ((more || less) && side != 0) return bounded(*base, there, side, more);
  return edtf(there);
}

EventAnchors::EventAnchors(const Resources& resources) : reasons_(resources) {
  const Table& table = resources.table("en/time/event_anchors");
  for (const Row& row : table.rows) {
    const std::string &words = table.cell(row, "words"), &kind = table.cell(row, "kind");
    if (kind == "lasting") {
      lasting_.push_back(words);
      continue;
    }
    if (kind != "after" && kind != "before") fail(row, "kind must be after, before or lasting");
    Marker marker{{}, kind == "after" ? 1 : -1};
    for (const std::string_view word : split(words, ' ')) marker.words.emplace_back(word);
    markers_.push_back(std::move(marker));
  }
  std::stable_sort(markers_.begin(), markers_.end(),
                   [](const Marker& a, const Marker& b) { return a.words.size() > b.words.size(); });
}

std::optional<EventAnchor> EventAnchors::find(const Document& document, const Extraction& extraction, Span tokens,
                                              std::optional<int> side) const {
  const auto stands = [&](const Marker& marker) {
    for (std::uint32_t i = 0; i < marker.words.size(); ++i) {
      const std::uint32_t token = tokens.end + i;
      if (token >= extraction.tokens.size() ||
          folded(extraction.text(document, extraction.tokens[token])) != marker.words[i])
        return false;
    }
    return true;
  };
  std::uint32_t last = tokens.end;
  if (!side) {
    const auto marker = std::find_if(markers_.begin(), markers_.end(), stands);
    if (marker == markers_.end()) return std::nullopt;
    side = marker->side;
    last += static_cast<std::uint32_t>(marker->words.size()) - 1;
  }
  if (last + 1 >= extraction.tokens.size()) return std::nullopt;
  const std::optional<std::uint32_t> head = introduced(extraction, tokens.end, last);
  if (!head || extraction.tokens[*head].upos == Upos::PRON || extraction.tokens[*head].upos == Upos::NUM)
    return std::nullopt;
  if (time_at(extraction, *head) != nullptr) return std::nullopt;
  const std::uint32_t before = tokens.begin > 0 ? tokens.begin - 1 : 0;
  const std::string word = folded(extraction.text(document, extraction.tokens[before]));
  const bool lasts = tokens.begin > 0 && std::find(lasting_.begin(), lasting_.end(), word) != lasting_.end();
  return EventAnchor{0, *head, last + 1, *side, lasts, "", std::nullopt};
}

void EventAnchors::read(const Document& document, Extraction& extraction, EventAnchor& anchor) const {
  TimeMention& time = extraction.times[anchor.time];
  const Sentence* sentence = sentence_of(extraction, anchor.head);
  if (sentence == nullptr) return;
  const Span name = name_of(extraction, anchor.words, anchor.head, sentence->tokens.end);
  if (name.empty()) return;
  const std::uint32_t from = extraction.tokens[name.begin].bytes.begin, to = extraction.tokens[name.end - 1].bytes.end;
  time.anchor_event = squeeze(std::string_view(document.text).substr(from, to - from));
  time.why = reasons_.text("event-undated", "", time.anchor_event);
  const auto end = std::min<std::size_t>(extraction.times.size(), anchor.time + 1 + near_times);
  for (std::uint32_t other = anchor.time + 1; other < end; ++other) {
    const Span& tokens = extraction.time_tokens[other];
    if (tokens.begin >= sentence->tokens.end) break;
    if (extraction.times[other].type == TimexType::duration) continue;
    if (!tells_when(extraction, tokens, anchor.head, name)) continue;
    if (date(time, anchor, std::string(extraction.times[other].edtf))) {
      anchor.dated_by = other;
      return;
    }
  }
}

bool EventAnchors::date(TimeMention& time, const EventAnchor& anchor, const std::string& from) const {
  const std::optional<std::string> there =
      counted_from(from, anchor.length, anchor.side, anchor.lasts ? "LESS_THAN" : time.mod);
  const std::optional<EdtfDate> date = there ? parse_edtf(*there) : std::nullopt;
  if (!date) return false;
  time.edtf = *there;
  time.days = date->days;
  time.precision = date->precision;
  time.anchor = from;
  if (const auto point = point_from_edtf(*there); point && time.type == TimexType::date) time.value = timex(*point);
  time.why = reasons_.text("event-dated", from, time.anchor_event);
  return true;
}

}  // namespace dateline::time
