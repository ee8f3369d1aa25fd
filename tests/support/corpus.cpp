#include "support/corpus.hpp"

#include <cstdlib>

#include <doctest/doctest.h>

#include "dateline/base/files.hpp"
#include "dateline/base/text.hpp"

namespace dateline::test {
namespace {

std::vector<CorpusCase> parse(const std::string& bytes) {
  std::vector<CorpusCase> cases;
  enum { fields, text, expected } part = fields;
  int number = 0;
  for (const std::string_view line : split(bytes, '\n')) {
    ++number;
    if (line.starts_with("=== ")) {
      cases.push_back({std::string(line.substr(4)), {}, {}, {}, number});
      part = fields;
    } else if (cases.empty()) {
      continue;  // what stands before the first case is a comment
    } else if (part == fields) {
      const std::size_t colon = line.find(": ");
      if (line.empty()) {
        part = text;
      } else if (colon != line.npos) {
        cases.back().fields[std::string(line.substr(0, colon))] = std::string(line.substr(colon + 2));
      }
    } else if (part == text && line == "---") {
      part = expected;
    } else if (part == text) {
      cases.back().text += std::string(line) + "\n";
    } else if (!line.empty()) {
      cases.back().expected.emplace_back(line);
    }
  }
  for (CorpusCase& one : cases) one.text = std::string(trim(one.text));
  return cases;
}

std::string written(const std::string& head, const std::vector<CorpusCase>& cases) {
  std::string out = head;
  for (const CorpusCase& one : cases) {
    out += "=== " + one.title + "\n";
    for (const auto& [name, value] : one.fields) out += name + ": " + value + "\n";
    out += "\n" + one.text + "\n---\n" + join(one.expected, "\n") + (one.expected.empty() ? "\n" : "\n\n");
  }
  return out;
}

}  // namespace

void run_corpus(const std::string& file, const std::function<std::vector<std::string>(const CorpusCase&)>& read) {
  const std::string path = std::string(DATELINE_SOURCE_DIR) + "/tests/" + file;
  const std::string bytes = read_file(path);
  std::vector<CorpusCase> cases = parse(bytes);
  REQUIRE_MESSAGE(!cases.empty(), path << " has no cases");
  const bool update = std::getenv("DATELINE_UPDATE") != nullptr;
  for (CorpusCase& one : cases) {
    const std::vector<std::string> found = read(one);
    if (update) {
      one.expected = found;
    } else {
      INFO(file << ":" << one.line << ": " << one.title);
      CHECK(join(found, "\n") == join(one.expected, "\n"));
    }
  }
  if (update)
    write_file(path, written(bytes.substr(0, bytes.starts_with("=== ") ? 0 : bytes.find("\n=== ") + 1), cases));
}

}  // namespace dateline::test
