#include "train/boundary_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "dateline/base/error.hpp"
#include "dateline/base/files.hpp"
#include "dateline/base/text.hpp"
#include "extract/syntax/numeric.hpp"
#include "extract/text/boundary.hpp"
#include "extract/text/splitter.hpp"
#include "train/number.hpp"
#include "train/random.hpp"

namespace dateline::train {
namespace {

struct Gap {
  std::vector<std::uint32_t> features;
  bool ends;
};

void add_block(const RawDocument& document, std::size_t from, std::size_t to, const text::Rules& rules,
               std::uint32_t bits, std::vector<Gap>& gaps) {
  const std::string_view block = std::string_view(document.text).substr(from, to - from);
  const std::vector<text::Piece> pieces = text::tokenize(block, rules);
  const text::Gaps judge(block, pieces, text::style_of(document.text));
  text::sentence_ends(block, pieces, rules, [&](std::size_t next, std::size_t begin, bool rule) {
    const std::size_t place = from + pieces[next - 1].bytes.end;
    const bool ends = std::binary_search(document.ends.begin(), document.ends.end(), place);
    if (judge.open(next)) {
      Gap gap{{}, ends};
      judge.features(next, begin, rule, bits, gap.features);
      gaps.push_back(std::move(gap));
    }
    return ends;
  });
}

std::vector<Gap> gaps_of(const std::vector<RawDocument>& documents, const text::Rules& rules, std::uint32_t bits) {
  std::vector<Gap> gaps;
  for (const RawDocument& document : documents) {
    for (std::size_t from = 0; from < document.text.size();) {
      const std::size_t to = std::min(document.text.find("\n\n", from), document.text.size());
      add_block(document, from, to, rules, bits, gaps);
      from = to + 2;
    }
  }
  return gaps;
}

/// Logistic regression, AdaGrad, in a fixed order of its own.
std::vector<float> weights_of(std::vector<Gap>& gaps, const BoundaryOptions& options) {
  const std::size_t size = std::size_t{1} << options.bits;
  std::vector<float> weights(size, 0), squares(size, 1e-2F), sums(size, 0);
  Random random(7);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    random.shuffle(gaps);
    for (const Gap& gap : gaps) {
      float sum = 0;
      for (const std::uint32_t feature : gap.features) sum += weights[feature];
      const float slope = syntax::sigmoid(sum) - (gap.ends ? 1.0F : 0.0F);
      for (const std::uint32_t feature : gap.features) {
        const float step = slope + options.decay * weights[feature];
        squares[feature] += step * step;
        weights[feature] -= options.rate * step / std::sqrt(squares[feature]);
      }
    }
    for (std::size_t i = 0; i < size; ++i) sums[i] += weights[i];
  }
  for (std::size_t i = 0; i < size; ++i) sums[i] /= static_cast<float>(options.epochs);
  return sums;
}

/// Appends sentences to documents as they are read, line by line.
class RawReader {
 public:
  void line(std::string_view line) {
    if (line.starts_with("# newdoc")) {
      if (documents_.empty() || !documents_.back().text.empty()) documents_.emplace_back();
      paragraph_ = true;
    } else if (line.starts_with("# newpar")) {
      paragraph_ = true;
    } else if (line.empty()) {
      end_sentence();
    } else if (line.front() != '#') {
      word(line);
    }
  }
  std::vector<RawDocument> done() {
    end_sentence();
    return std::move(documents_);
  }

 private:
  void word(std::string_view line) {
    std::vector<std::string_view> cells;
    for (std::size_t at = 0; at <= line.size();) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      cells.push_back(line.substr(at, end - at));
      at = end + 1;
    }
    if (cells.size() != 10 || cells[0].find('.') != cells[0].npos) return;
    const std::size_t dash = cells[0].find('-');
    const auto number = number_of<int>("CoNLL-U", std::string(cells[0].substr(0, dash)));
    if (dash == cells[0].npos && number <= covered_) return;
    if (dash != cells[0].npos) covered_ = number_of<int>("CoNLL-U", std::string(cells[0].substr(dash + 1)));
    if (documents_.empty()) documents_.emplace_back();
    RawDocument& document = documents_.back();
    if (!open_ && paragraph_ && !document.text.empty()) document.text += "\n\n";
    open_ = true;
    paragraph_ = false;
    document.text += cells[1];
    end_ = document.text.size();
    if (cells[9].find("SpaceAfter=No") == cells[9].npos) document.text += ' ';
  }
  void end_sentence() {
    if (open_) documents_.back().ends.push_back(end_);
    open_ = false;
    covered_ = 0;
  }

  std::vector<RawDocument> documents_;
  bool paragraph_ = false, open_ = false;
  int covered_ = 0;  ///< last word of the range that was read as one
  std::size_t end_ = 0;
};

}  // namespace

std::vector<RawDocument> raw_documents(std::string_view conllu) {
  RawReader reader;
  for (std::size_t at = 0; at < conllu.size();) {
    const std::size_t end = std::min(conllu.find('\n', at), conllu.size());
    std::string_view line = conllu.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    reader.line(line);
    at = end + 1;
  }
  return reader.done();
}

std::string train_boundaries(const std::vector<RawDocument>& documents, const Resources& resources,
                             const BoundaryOptions& options, std::string_view note) {
  std::vector<Gap> gaps = gaps_of(documents, text::Rules(resources), options.bits);
  const std::vector<float> weights = weights_of(gaps, options);
  float most = 1e-6F;
  for (const float weight : weights) most = std::max(most, weight < 0 ? -weight : weight);
  const float scale = 127 / most;
  std::vector<std::int8_t> bytes(weights.size());
  std::transform(weights.begin(), weights.end(), bytes.begin(),
                 [&](float weight) { return static_cast<std::int8_t>(syntax::nearest_integer(weight * scale)); });
  return text::boundary_bytes(
      note, options.bits,
      {syntax::nearest_integer(options.threshold * scale), syntax::nearest_integer(options.edited_threshold * scale)},
      bytes);
}

void run_boundary_trainer(const std::vector<std::string>& arguments) {
  BoundaryOptions options;
  std::vector<RawDocument> documents;
  std::string out, note;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (!argument.starts_with("--")) {
      std::vector<RawDocument> more = raw_documents(read_file(argument));
      std::move(more.begin(), more.end(), std::back_inserter(documents));
      continue;
    }
    if (i + 1 == arguments.size()) throw Error(ErrorKind::usage, argument, "needs a value");
    const std::string& value = arguments[++i];
    if (argument == "--out")
      out = value;
    else if (argument == "--note")
      note = read_file(value);
    else if (argument == "--bits")
      options.bits = number_of<std::uint32_t>(argument, value);
    else if (argument == "--epochs")
      options.epochs = number_of<int>(argument, value);
    else if (argument == "--rate")
      options.rate = number_of<float>(argument, value);
    else if (argument == "--decay")
      options.decay = number_of<float>(argument, value);
    else if (argument == "--edited-threshold")
      options.edited_threshold = number_of<float>(argument, value);
    else if (argument == "--threshold")
      options.threshold = number_of<float>(argument, value);
    else
      throw Error(ErrorKind::usage, argument, "is no option of the boundary trainer");
  }
  if (documents.empty() || out.empty())
    throw Error(ErrorKind::usage, "dateline-train --boundaries", "needs FILE.conllu... and --out FILE");
  const std::string bytes = train_boundaries(documents, Resources::embedded(), options, note);
  write_file(out, bytes);
  std::printf("%s: %zu documents, %zu bytes\n", out.c_str(), documents.size(), bytes.size());
}

}  // namespace dateline::train
