#include <atomic>
#include <fstream>
#include <iostream>
#include <variant>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/error.hpp"
#include "dateline/extract.hpp"
#include "dateline/findings_json.hpp"
#include "dateline/input.hpp"
#include "pipeline/ordered_pool.hpp"

namespace dateline::cli {
namespace {

constexpr Option stages{"--stages", "LAST", "how far to go: time, entities or events (default)"};
constexpr Option fast{"--fast", "",
                      "with --stages time: without the parser, from words alone; 'Friday' of a clause about the future "
                      "is then often misread"};
constexpr Option no_text{"--no-text", "", "leave out `document` (text and blocks), which 'dateline load' needs"};

Stage last_stage(const Arguments& arguments) {
  const std::string wanted = arguments.text(stages).value_or("events");
  if (wanted == "time") return Stage::time;
  if (wanted == "entities") return Stage::entities;
  if (wanted == "events") return Stage::events;
  throw Error(ErrorKind::usage, "extract", "--stages is time, entities or events, not '" + wanted + "'");
}

struct Line {
  std::string where;
  std::string text;
};

/// A line of output, or what was wrong with the line of input.
using Answer = std::variant<std::string, Error>;

class Filter {
 public:
  explicit Filter(const Arguments& arguments)
      : resources_(resources_of(arguments)),
        reader_(resources_, {arguments.text(options::date)}),
        extractor_(resources_),
        last_(last_stage(arguments)),
        fast_(arguments.has(fast)),
        with_(arguments.has(no_text) || last_ != Stage::events ? WithDocument::no : WithDocument::yes) {
    arguments.date(options::date);  // refuses what is no date
    if (fast_ && last_ != Stage::time)
      throw Error(ErrorKind::usage, "extract", "--fast leaves the parser out, which only --stages time can do without");
    if (fast_) warn("--fast: no parser, which way a clause looks is read from the words near by");
  }

  Answer answer(const Line& line) const {
    try {
      ExtractRequest request = read_request(line.text, line.where);
      if (request.published && !parse_edtf(*request.published))
        return Error(ErrorKind::input, line.where, "'published' is no EDTF date: '" + *request.published + "'");
      const Document document =
          reader_.from_text(request.id, std::move(request.text), request.published, request.title);
      ExtractOptions how;
      how.last = last_;
      how.parse = !fast_;
      return findings_line(request.id, document, extractor_.extract(document, how), with_);
    } catch (const Error& error) {
      return error;
    }
  }

 private:
  Resources resources_;
  Reader reader_;
  Extractor extractor_;
  Stage last_;
  bool fast_;
  WithDocument with_;
};

int run(const Arguments& arguments) {
  const std::string source = arguments.operands().empty() ? "-" : arguments.operand();
  std::ifstream file;
  if (source != "-") {
    file.open(source, std::ios::binary);
    if (!file) throw Error(ErrorKind::input, source, "cannot be opened");
  }
  std::istream& in = source == "-" ? std::cin : file;

  const Filter filter(arguments);
  int failed = 0;
  std::atomic<bool> reader_gone = false;
  OrderedPool<Line, Answer> pool(
      threads_of(arguments), [&](Line&& line) { return filter.answer(line); },
      [&](Answer&& answer) {
        if (const Error* error = std::get_if<Error>(&answer)) {
          ++failed;
          warn(error->what());
        } else {
          reader_gone = !(std::cout << std::get<std::string>(answer) << "\n");
        }
      });
  std::string text;
  for (std::size_t number = 1; std::getline(in, text) && !reader_gone; ++number) {
    if (!text.empty()) pool.push({source + ":" + std::to_string(number), std::move(text)});
  }
  pool.finish();
  return failed > 0 ? 1 : 0;
}

}  // namespace

const Command extract_command = {
    "extract",
    "A filter for pipes: a document a line in (JSON), its findings a line out, in the same order. Keeps nothing.",
    "[FILE|-]",
    {stages, fast, no_text, options::date, options::threads, options::resources, options::help},
    {{"dateline extract < articles.jsonl > found.jsonl",
      R"(in: {"id": "...", "text": "...", "published": "2024-11-09T16:24Z"})"},
     {"dateline extract --stages time < articles.jsonl", "time expressions alone"},
     {"parallel --pipe dateline extract --threads 1 < articles.jsonl > found.jsonl",
      "under a distributed engine; 'dateline load' takes the shards"}},
    run};

}  // namespace dateline::cli
