#include "input/format/formats.hpp"

namespace dateline::input {
void read_html(Input&& input, const FoundDraft&, const FoundProblem& problem) {
  problem({input.name, "HTML is not read yet"});
}
void read_json(Input&& input, const FoundDraft&, const FoundProblem& problem) {
  problem({input.name, "JSON is not read yet"});
}
void read_json_lines(Input&& input, const FoundDraft&, const FoundProblem& problem) {
  problem({input.name, "JSON is not read yet"});
}
void read_feed(Input&& input, const FoundDraft&, const FoundProblem& problem) {
  problem({input.name, "feeds are not read yet"});
}
}  // namespace dateline::input
