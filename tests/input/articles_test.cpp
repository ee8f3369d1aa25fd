// Plain texts and what is made of them: tests/input/*.txt.
#include <doctest/doctest.h>

#include <algorithm>

#include "dateline/base/text.hpp"
#include "dateline/input.hpp"
#include "support/corpus.hpp"

namespace dateline {
namespace {

std::string shown(std::string_view text) {
  std::string line = squeeze(text);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (line.size() <= 64) return line;
  std::size_t begin = line.size() - 20;
  while ((line[begin] & 0xC0) == 0x80) ++begin;
  std::size_t end = 40;
  while ((line[end] & 0xC0) == 0x80) --end;
  return line.substr(0, end) + " ... " + line.substr(begin);
}

std::vector<std::string> described(const Document& document) {
  std::vector<std::string> lines;
  if (document.published) lines.push_back("published " + document.published->edtf + " by " + document.published->from);
  const auto add = [&](std::string_view what, const std::string& value) {
    if (!value.empty()) lines.push_back(std::string(what) + " " + value);
  };
  add("byline", document.byline);
  add("publisher", document.publisher);
  add("place", document.dateline_place);
  add("dateline day", document.dateline_day);
  add("agencies", join(document.agencies, ", "));
  add("url", document.url);
  for (const Block& block : document.blocks) {
    lines.push_back(std::string(name(block.kind)) + ": " +
                    shown(std::string_view(document.text).substr(block.bytes.begin, block.bytes.size())));
  }
  return lines;
}

void run(const std::string& file) {
  const Resources resources = Resources::embedded();
  test::run_corpus(file, [&](const test::CorpusCase& one) {
    const auto field = [&](const std::string& name) {
      return one.fields.contains(name) ? one.fields.at(name) : std::string();
    };
    InputOptions options;
    if (!field("date").empty()) options.fallback_date = field("date");
    const Reader reader(resources, options);
    const std::string file_name = field("file").empty() ? "article.txt" : field("file");
    const std::optional<std::string> given = field("given").empty() ? std::nullopt : std::optional(field("given"));
    return described(reader.from_text(file_name, one.text, given, field("title")));
  });
}

TEST_CASE("the day of publication, and where it was found") { run("input/published.txt"); }
TEST_CASE("the parts of a page saved as text") { run("input/pages.txt"); }
TEST_CASE("paragraphs, however their lines are broken") { run("input/paragraphs.txt"); }
TEST_CASE("the dateline of a newswire") { run("input/newswire.txt"); }

}  // namespace
}  // namespace dateline
