#include "train/word_vectors.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>
#include <vector>

#include "dateline/base/error.hpp"
#include "dateline/base/files.hpp"
#include "extract/syntax/features.hpp"

namespace dateline::train {
namespace {

/// The spread of GloVe's numbers is 0.4; with this they are as large as those of the other embeddings.
constexpr float scale = 0.5F;

/// Appends the numbers of a line; whether they are as many as they must be.
bool append_numbers(std::string_view rest, std::vector<float>& out) {
  std::size_t count = 0;
  while (!rest.empty()) {
    if (rest.front() == ' ') {
      rest.remove_prefix(1);
      continue;
    }
    float number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc{}) return false;
    out.push_back(number * scale);
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    ++count;
  }
  return count == syntax::word_size;
}

}  // namespace

void read_vectors(const std::string& file, std::size_t most, syntax::Model& model) {
  const std::string text = read_file(file);
  std::vector<float> numbers;
  std::set<std::uint32_t> known;
  std::string_view rest = text;
  for (std::size_t line = 1; line <= most && !rest.empty(); ++line) {
    const std::string_view row = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(row.size() + 1, rest.size()));
    const std::string_view word = row.substr(0, row.find(' '));
    const std::uint32_t key = syntax::word_key(syntax::normalised(word));
    if (!known.insert(key).second) continue;
    model.vector_words.push_back(key);
    if (!append_numbers(row.substr(word.size()), numbers))
      throw Error(ErrorKind::input, file + ":" + std::to_string(line),
                  "is not a word with " + std::to_string(syntax::word_size) + " numbers");
  }
  model.word_vectors =
      syntax::halved(static_cast<std::uint32_t>(model.vector_words.size()), syntax::word_size, numbers);
}

}  // namespace dateline::train
