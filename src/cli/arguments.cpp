#include "cli/arguments.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "cli/terminal.hpp"
#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"

namespace dateline::cli {
namespace {

const Option* option_named(const Command& command, std::string_view name) {
  const auto found = std::find_if(command.options.begin(), command.options.end(),
                                  [&](const Option& option) { return option.name == name; });
  return found == command.options.end() ? nullptr : &*found;
}

[[noreturn]] void misused(const Command& command, const std::string& what) {
  throw Error(ErrorKind::usage, "" + std::string(command.name),
              what + " (see 'dateline " + std::string(command.name) + " --help')");
}

std::string unknown(const Command& command, std::string_view word) {
  std::vector<std::string_view> names;
  for (const Option& option : command.options) names.push_back(option.name);
  const std::string_view near = nearest(word, names);
  return "has no option " + std::string(word) + (near.empty() ? "" : "; did you mean " + std::string(near) + "?");
}

}  // namespace

Arguments::Arguments(const Command& command, std::span<const std::string_view> words) : command_(&command) {
  bool only_operands = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (only_operands || word == "-" || !word.starts_with("-")) {
      operands_.emplace_back(word);
      continue;
    }
    if (word == "--") {
      only_operands = true;
      continue;
    }
    const std::string_view typed = word == "-o" ? "--output" : word == "-h" ? "--help" : word;
    const std::size_t equals = typed.find('=');
    const std::string_view name = typed.substr(0, equals);
    const Option* option = option_named(command, name);
    if (!option) misused(command, unknown(command, name));
    if (option->value.empty()) {
      if (equals != typed.npos) misused(command, std::string(name) + " takes no value");
      values_[std::string(name)] = "";
    } else if (equals != typed.npos) {
      values_[std::string(name)] = typed.substr(equals + 1);
    } else {
      if (i + 1 == words.size())
        misused(command, std::string(name) + " needs a value: " + std::string(name) + " " + std::string(option->value));
      values_[std::string(name)] = words[++i];
    }
  }
  if (command.operands.empty() && !operands_.empty())
    misused(command, "takes no operand, but got '" + operands_.front() + "'");
}

std::optional<std::string> Arguments::text(const Option& option) const {
  const auto found = values_.find(option.name);
  return found == values_.end() ? std::nullopt : std::optional(found->second);
}

int Arguments::number(const Option& option, int otherwise, int least) const {
  const std::optional<std::string> given = text(option);
  if (!given) return otherwise;
  int value = 0;
  const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), value);
  if (error != std::errc{} || end != given->data() + given->size() || value < least) {
    misused(*command_, std::string(option.name) + " takes a whole number of at least " + std::to_string(least) +
                           ", not '" + *given + "'");
  }
  return value;
}

std::optional<EdtfDate> Arguments::date(const Option& option) const {
  const std::optional<std::string> given = text(option);
  if (!given) return std::nullopt;
  const std::optional<EdtfDate> value = parse_edtf(*given);
  if (!value)
    misused(*command_,
            std::string(option.name) + " takes a date such as 2024-11-04, 2024-11 or 2024, not '" + *given + "'");
  return value;
}

std::string Arguments::db() const {
  if (const std::optional<std::string> given = text(options::db)) return *given;
  if (const char* from_environment = std::getenv("DATELINE_DB"); from_environment && *from_environment)
    return from_environment;
  misused(*command_, "needs a store: give --db FILE or set DATELINE_DB");
}

const std::string& Arguments::operand() const {
  if (operands_.size() != 1)
    misused(*command_,
            "takes one operand (" + std::string(command_->operands) + "), but got " + std::to_string(operands_.size()));
  return operands_.front();
}

std::string help(const Command& command) {
  std::string out =
      "dateline " + std::string(command.name) + (command.operands.empty() ? "" : " " + std::string(command.operands)) +
      (command.options.empty() ? "" : " [OPTION...]") + "\n  " + std::string(command.summary) + "\n\nOptions\n";
  for (const Option& option : command.options) {
    const std::string name = std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value));
    out += "  " + padded(name, 20) + "  " + std::string(option.help) + "\n";
  }
  out += "\nExamples\n";
  for (const Example& example : command.examples)
    out += "  " + std::string(example.line) + "\n      " + std::string(example.what) + "\n";
  return out;
}

}  // namespace dateline::cli
