// Text-file tests: a new case is a few lines and no C++.
//
//   === title of the case
//   published: 2024-11-09          (fields, if any, each "name: value")
//
//   The text that is read,
//   to the line of three dashes.
//   ---
//   expected line
//   expected line
//
// With DATELINE_UPDATE=1 in the environment the expected lines are rewritten from what came out; review the diff.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace dateline::test {

struct CorpusCase {
  std::string title;
  std::map<std::string, std::string> fields;
  std::string text;
  std::vector<std::string> expected;
  int line = 0;  ///< where the case begins in its file
};

/// Runs every case of tests/FILE through `read`, and checks its lines against the expected ones (doctest). A file without cases fails.
void run_corpus(const std::string& file, const std::function<std::vector<std::string>(const CorpusCase&)>& read);

}  // namespace dateline::test
