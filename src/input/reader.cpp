#include <utility>

#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "dateline/input.hpp"
#include "dateline/model/date.hpp"
#include "input/bytes/decode.hpp"
#include "input/bytes/load.hpp"
#include "input/date/written_date.hpp"
#include "input/format/format.hpp"
#include "input/format/formats.hpp"
#include "input/html/tree.hpp"

namespace dateline {

struct Reader::Rules {
  input::Rules tables;
  InputOptions options;
};

namespace {

using input::Draft;
using input::Format;

std::string megabytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

/// The same whatever its format: an article has words and an end.
bool refused(const Draft& draft, const input::FoundProblem& problem) {
  if (trim(draft.text).empty()) {
    problem({draft.source, "holds no text"});
    return true;
  }
  if (draft.text.size() <= input::largest_text) return false;
  problem({draft.source, "is a text of " + megabytes(draft.text.size()) + "; an article is at most " +
                             megabytes(input::largest_text) + ", so split it"});
  return true;
}

/// Text wins over the ending: pages and feeds are often saved under the wrong name.
Format format_of(const std::string& name, std::string_view text) {
  const Format seen = input::format_of_text(text);
  const std::optional<Format> named = input::format_of_name(name);
  if (!named) return seen;
  if (*named == Format::feed && seen != Format::feed) return seen == Format::html ? Format::html : Format::feed;
  if (*named == Format::html && seen == Format::feed) return Format::feed;
  return *named;
}

void read_text(input::Input&& source, const input::FoundDraft& found, const input::FoundProblem& problem) {
  if (source.text.size() > input::largest_text) {
    Draft draft;
    draft.source = source.name;
    draft.text = std::move(source.text);
    refused(draft, problem);
    return;
  }
  found(input::text_draft(source.name, std::move(source.text), source.rules));
}

/// An Error's line without the place at its start, which a Problem keeps apart.
Problem problem_of(const std::string& name, const Error& error) {
  std::string what = error.what();
  for (const std::string& where : {name, std::string("standard input")}) {
    if (what.starts_with(where + ": ")) what.erase(0, where.size() + 2);
  }
  return {name, what};
}

}  // namespace

Reader::Reader(const Resources& resources, InputOptions options) {
  input::prepare_markup();
  if (options.fallback_date && !parse_edtf(*options.fallback_date)) {
    throw Error(ErrorKind::usage, "--date",
                "'" + *options.fallback_date + "' is not a date; write it as 2024-11-04, 2024-11 or 2024-11-04T16:24Z");
  }
  rules_ = std::make_unique<const Rules>(Rules{input::Rules(resources), std::move(options)});
}

Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;

void Reader::read(const Source& source, const std::function<void(Document&&)>& found,
                  const std::function<void(Problem&&)>& problem) const {
  std::string bytes;
  try {
    bytes = input::load(source.name);
  } catch (const Error& error) {
    return problem(problem_of(source.name, error));
  }
  read_bytes(source.name, std::move(bytes), found, problem);
}

void Reader::read_bytes(std::string_view source, std::string bytes, const std::function<void(Document&&)>& found,
                        const std::function<void(Problem&&)>& problem) const {
  const std::string name(source);
  const auto keep = [&](Draft&& draft) {
    if (!refused(draft, problem))
      found(input::finished(std::move(draft), rules_->tables, rules_->options.fallback_date));
  };
  if (input::is_gzip(bytes)) {
    try {
      bytes = input::gunzip(bytes, name);
    } catch (const Error& error) {
      return problem(problem_of(name, error));
    }
  }
  if (bytes.empty()) return problem({name, "is empty"});
  if (const std::optional<std::string> binary = input::binary_kind(bytes)) return problem({name, *binary});
  input::Input whole{name, input::decoded(bytes, input::named_charset(bytes)), rules_->tables};
  bytes = {};
  switch (format_of(name, whole.text)) {
    case Format::text:
      return read_text(std::move(whole), keep, problem);
    case Format::html:
      return input::read_html(std::move(whole), keep, problem);
    case Format::json:
      return input::read_json(std::move(whole), keep, problem);
    case Format::json_lines:
      return input::read_json_lines(std::move(whole), keep, problem);
    case Format::feed:
      return input::read_feed(std::move(whole), keep, problem);
  }
}

Document Reader::from_text(std::string_view source, std::string text, std::optional<std::string> published,
                           std::string_view title) const {
  Draft draft = input::text_draft(std::string(source), utf8::valid(text) ? std::move(text) : utf8::repaired(text),
                                  rules_->tables);
  if (!title.empty()) draft.title = title;
  if (published) {
    const std::string edtf = input::edtf_of_stamp(*published, rules_->tables.calendar);
    if (!edtf.empty()) draft.published = Published{edtf, "given"};
  }
  return input::finished(std::move(draft), rules_->tables, rules_->options.fallback_date);
}

}  // namespace dateline
