// Arbitrary but sound content for the store: odd Unicode, empty words, missing options, every enumerated value.
#pragma once

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "dateline/model/knowledge.hpp"

namespace dateline::test {

inline constexpr const char* now = "2024-11-10T08:00:00Z";  ///< when what is put was ingested

/// A file in a folder of its own that goes with the object.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& name = "kg.db");
  ~TemporaryFile();
  std::string path() const { return (folder_ / name_).string(); }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  std::string name_;
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  /// A reading whose blocks lie on code-point boundaries and whose indices are sound; all else is arbitrary.
  Reading reading(const std::string& source);
  /// Knowledge of these readings: its documents are theirs, its indices are sound; all else is arbitrary.
  Knowledge knowledge(const std::vector<Reading>& readings);

 private:
  std::uint32_t below(std::uint32_t count) { return count == 0 ? 0 : static_cast<std::uint32_t>(random_() % count); }
  bool sometimes() { return below(2) == 0; }
  std::string word();
  std::string text(std::uint32_t words);
  Span span(std::uint32_t length);
  DayInterval days();
  std::vector<DateAlternative> alternatives();
  std::optional<EventDate> date();
  std::vector<Amount> amounts();
  std::vector<std::uint32_t> indices(std::size_t count);
  std::optional<std::uint32_t> index(std::size_t count);
  std::vector<Participant> participants(std::size_t entities);
  Document document(const std::string& source);
  TimeMention time(std::uint32_t length);
  LocalEntity entity(std::uint32_t length);
  EventMention event(const Findings& findings, std::size_t events, std::uint32_t length);
  RelationMention relation(const Findings& findings, std::uint32_t length);
  Evidence evidence(const Knowledge& knowledge, const std::vector<Reading>& readings);
  Event merged_event(const Knowledge& knowledge, std::size_t events, const std::vector<Reading>& readings);
  std::vector<Conflict> conflicts(std::size_t evidence);

  template <class Value>
  Value any(int count) {
    return static_cast<Value>(below(static_cast<std::uint32_t>(count)));
  }

  std::mt19937 random_;
  int keys_ = 0;
};

bool same(const Document& a, const Document& b);
bool same(const std::vector<Reading>& a, const std::vector<Reading>& b);

/// The words at a span of code points.
std::string words_at(const std::string& text, Span span);

}  // namespace dateline::test
