// A large knowledge made by rule, the same every time: for measuring, and for reading the page with many events.
#pragma once

#include <algorithm>
#include <string>

#include "sample.hpp"

namespace dateline::test {

class Numbers {
 public:
  std::uint32_t below(std::uint32_t limit) {
    state_ ^= state_ << 13, state_ ^= state_ >> 7, state_ ^= state_ << 17;
    return static_cast<std::uint32_t>((state_ >> 11) % limit);
  }
  /// Small numbers far more often, as the names in news are.
  std::uint32_t skewed(std::uint32_t limit) {
    const std::uint32_t first = below(limit);
    return first ? below(first) : 0;
  }

 private:
  std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

inline std::string padded(std::string prefix, std::uint32_t number, std::size_t digits) {
  const std::string text = std::to_string(number);
  return prefix + std::string(digits - std::min(digits, text.size()), '0') + text;
}

/// One event in ten has no date, one in eight is told by several documents.
inline Knowledge synthetic(std::uint32_t events) {
  Numbers numbers;
  Knowledge made;
  const std::uint32_t entities = events / 5 + 10, documents = events / 4 + 1;
  for (std::uint32_t i = 0; i < documents; ++i) {
    const std::string day = iso_day(18262 + static_cast<DayNumber>(i * 1400 / documents));
    made.documents.push_back({"d" + std::to_string(i + 1),
                              padded("news/", i, 7) + ".txt",
                              "Headline of article " + std::to_string(i),
                              "Harbour Post",
                              {},
                              "",
                              Published{day, "text line 1"},
                              "",
                              "",
                              "o" + std::to_string(i / 2 + 1),
                              std::string(64, "0123456789abcdef"[i % 16])});
  }
  constexpr EntityKind kinds[] = {EntityKind::person, EntityKind::organization, EntityKind::country, EntityKind::place};
  constexpr const char* surnames[] = {"Okafor",   "Lindqvist", "Moreau", "Tanaka",
                                      "Baptista", "Novak",     "Rahimi", "Castell"};
  for (std::uint32_t i = 0; i < entities; ++i) {
    made.entities.push_back({padded("e", i, 10),
                             std::string(surnames[i % 8]) + " " + std::to_string(i),
                             kinds[i % 4],
                             {"Alias " + std::to_string(i)},
                             3,
                             "",
                             i % 3 == 0 ? "Q" + std::to_string(i + 1) : ""});
  }
  constexpr const char* types[] = {"meet", "accuse", "visit", "sign_agreement", "deploy", "condemn", "deny", "pledge"};
  for (std::uint32_t i = 0; i < events; ++i) {
    const std::uint32_t who = numbers.skewed(entities), whom = numbers.skewed(entities),
                        document = numbers.below(documents);
    const std::string day = iso_day(18262 + static_cast<DayNumber>(static_cast<std::uint64_t>(i) * 1400 / events));
    const std::uint32_t kind = numbers.below(10);
    const std::string edtf = kind == 0 ? "" : kind == 1 ? day.substr(0, 7) : kind == 2 ? "../" + day : day;
    Event happened = event(padded("ev", i, 12), types[i % 8],
                           made.entities[who].name + " and " + made.entities[whom].name + " did something", edtf);
    happened.status = static_cast<Status>(numbers.skewed(6));
    happened.participants = {{"agent", who}, {"target", whom}};
    const std::uint32_t tellings = numbers.below(8) == 0 ? 3 : 1;
    for (std::uint32_t t = 0; t < tellings; ++t) {
      const std::string quote = made.entities[who].name + " met " + made.entities[whom].name +
                                " on a fine day to talk about grain, ports & prices.";
      const std::uint32_t at = static_cast<std::uint32_t>(made.entities[who].name.size()) + 1;
      Evidence piece = evidence((document + t) % documents, {200, 200 + static_cast<std::uint32_t>(quote.size())},
                                quote, {200 + at, 203 + at}, "met", day);
      piece.attribution = {numbers.skewed(entities)};
      happened.evidence.push_back(piece);
    }
    happened.articles = static_cast<int>(tellings);
    happened.origins = static_cast<int>(tellings + 1) / 2;
    made.events.push_back(std::move(happened));
  }
  return made;
}

}  // namespace dateline::test
