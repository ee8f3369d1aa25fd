// Every row of the reader's tables does what its example says.
#include <doctest/doctest.h>

#include "dateline/base/text.hpp"
#include "dateline/input.hpp"
#include "input/article/draft.hpp"
#include "input/date/written_date.hpp"
#include "input/rules.hpp"

namespace dateline {
namespace {

const Resources& resources() {
  static const Resources all = Resources::embedded();
  return all;
}

const input::Rules& rules() {
  static const input::Rules all(resources());
  return all;
}

const Reader& reader() {
  static const Reader one(resources(), {});
  return one;
}

constexpr std::string_view headline = "Storm closes the harbour of Arden";
constexpr std::string_view opening =
    "A storm closed the harbour of Arden on Monday, and the port master said that no ship would leave before the wind "
    "had turned to the west.";
constexpr std::string_view middle =
    "The ferry company moved two hundred passengers to hotels in the upper town, where they were to spend the night "
    "before a train took them home.";
constexpr std::string_view closing =
    "The last storm of such force broke the harbour wall in 1987, and the town has paid for its repair through a tax "
    "on every ship since then.";

/// The kind of `line` where a page would have it: before the article, inside it, or behind it.
BlockKind kind_in_article(std::string_view line, std::string_view zone) {
  const std::string quiet(line);
  std::string text = zone == "head" ? quiet + "\n\n" : std::string();
  text += std::string(headline) + "\n\nBy Ana Ruiz\n\n" + std::string(opening) + "\n\n";
  if (zone.empty()) text += quiet + "\n\n";
  text += std::string(middle) + "\n\n" + std::string(closing) + "\n";
  if (zone == "tail") text += "\n" + quiet + "\n";
  const Document document = reader().from_text("storm.txt", text, std::nullopt, "");
  for (const Block& block : document.blocks) {
    const std::string_view words = std::string_view(document.text).substr(block.bytes.begin, block.bytes.size());
    if (words.find(trim(line)) != words.npos || line.find(words) != line.npos) return block.kind;
  }
  return BlockKind::boilerplate;
}

TEST_CASE("every cue makes its example what it says, and leaves its counter-example in the article") {
  const Table& table = resources().table("en/input/cues");
  for (const Row& row : table.rows) {
    INFO(row.file << ":" << row.line << ": " << row.cells.front());
    const std::string& zone = table.cell(row, "zone");
    CHECK(name(kind_in_article(table.cell(row, "example"), zone)) == table.cell(row, "kind"));
    if (const std::string& text = table.cell(row, "not"); !text.empty()) CHECK(is_prose(kind_in_article(text, "")));
    if (const std::string& text = table.cell(row, "not"); !text.empty()) CHECK(is_prose(kind_in_article(text, "tail")));
  }
}

TEST_CASE("every word of a date reads its example") {
  for (const std::string_view name : {"en/input/calendar", "en/input/zones"}) {
    const Table& table = resources().table(name);
    for (const Row& row : table.rows) {
      INFO(row.file << ":" << row.line << ": " << table.cell(row, "example"));
      const std::vector<input::WrittenDate> dates = input::dates_in(table.cell(row, "example"), rules().calendar);
      REQUIRE(!dates.empty());
      CHECK(input::edtf_of(dates.front()) == table.cell(row, "expected"));
    }
  }
}

TEST_CASE("every agency is a source of its example") {
  const Table& table = resources().table("en/input/agencies");
  for (const Row& row : table.rows) {
    INFO(row.file << ":" << row.line);
    CHECK(join(rules().agencies.sources_in(table.cell(row, "example")), ", ") == row.cells.front());
  }
}

TEST_CASE("an agency is a source only beside a word of speech") {
  const Table& table = resources().table("en/input/source_words");
  for (const Row& row : table.rows) {
    INFO(row.file << ":" << row.line);
    CHECK(rules().agencies.sources_in(table.cell(row, "example")).size() == 1);
    CHECK(rules().agencies.sources_in(table.cell(row, "not")).empty());
  }
}

TEST_CASE("lines of nothing but furniture") {
  const Table& table = resources().table("en/input/line_words");
  for (const Row& row : table.rows) {
    INFO(row.file << ":" << row.line);
    const std::string& role = table.cell(row, "role");
    const BlockKind kind =
        kind_in_article(table.cell(row, "example"),
                        role == "byline" || role == "byline_label" || role == "connector" ? "head" : "tail");
    if (role == "byline" || role == "byline_label" || role == "connector") CHECK(kind == BlockKind::byline);
    if (role == "share" || role == "rights") CHECK(kind == BlockKind::boilerplate);
    if (role == "credit") CHECK(kind == BlockKind::caption);
  }
}

TEST_CASE("classes of a page that are no part of its article") {
  const Table& table = resources().table("en/input/html_classes");
  const input::HtmlClasses& classes = rules().classes;
  for (const Row& row : table.rows) {
    INFO(row.file << ":" << row.line);
    const std::string& example = table.cell(row, "example");
    const std::size_t open = example.find('"'), close = example.rfind('"');
    const std::string& role = table.cell(row, "role");
    const input::HtmlClasses::Role wanted = role == "noise"    ? input::HtmlClasses::Role::noise
                                            : role == "byline" ? input::HtmlClasses::Role::byline
                                                               : input::HtmlClasses::Role::caption;
    CHECK(classes.role(example.substr(open + 1, close - open - 1)) == wanted);
  }
}

}  // namespace
}  // namespace dateline
