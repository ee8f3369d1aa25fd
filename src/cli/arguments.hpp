// The command line as data: a command is a row, its help is made from the row, and parsing follows it.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/date.hpp"

namespace dateline::cli {

struct Option {
  std::string_view name;   ///< "--db"
  std::string_view value;  ///< "FILE"; "" for a flag
  std::string_view help;
};

struct Example {
  std::string_view line;
  std::string_view what;
};

class Arguments;

struct Command {
  std::string_view name;
  std::string_view summary;
  std::string_view operands;  ///< "PATH..."; "" for none
  std::vector<Option> options;
  std::vector<Example> examples;
  int (*run)(const Arguments&);
};

/// Options that several commands share.
namespace options {
inline constexpr Option db{"--db", "FILE", "the store (default: $DATELINE_DB)"};
inline constexpr Option json{"--json", "", "JSON on stdout, for programs"};
inline constexpr Option resources{"--resources", "DIR", "your own tables, laid over the built-in ones"};
inline constexpr Option threads{"--threads", "N", "worker threads (default: one for each processor)"};
inline constexpr Option date{"--date", "EDTF", "publication date for inputs that carry none"};
inline constexpr Option from{"--from", "EDTF", "events on or after its first day"};
inline constexpr Option to{"--to", "EDTF", "events on or before its last day"};
inline constexpr Option entity{"--entity", "NAME", "events in which this entity takes part (name, alias or id)"};
inline constexpr Option kind{"--kind", "KIND",
                             "events in which an entity of this kind takes part (person, country, ...)"};
inline constexpr Option type{"--type", "TYPE", "events or relations of this type (meet, owns, ...)"};
inline constexpr Option status{
    "--status", "STATUS", "asserted, claimed, denied, planned, urged, hypothetical (default: all but hypothetical)"};
inline constexpr Option min_origins{"--min-origins", "N", "events told by at least N independent origins"};
inline constexpr Option limit{"--limit", "N", "the N most salient events"};
inline constexpr Option help{"--help", "", "this help"};
}  // namespace options

/// What stood on the line, checked against the command's row.
class Arguments {
 public:
  /// Throws Error{usage} on an unknown option (with the nearest that there is), a missing value, or operands where there are none.
  Arguments(const Command& command, std::span<const std::string_view> words);

  const Command& command() const { return *command_; }
  const std::vector<std::string>& operands() const { return operands_; }
  bool has(const Option& option) const { return values_.count(option.name) > 0; }
  /// The last value given, or nothing.
  std::optional<std::string> text(const Option& option) const;
  /// A whole number of at least `least`. Throws Error{usage}.
  int number(const Option& option, int otherwise, int least) const;
  /// A date in EDTF. Throws Error{usage}.
  std::optional<EdtfDate> date(const Option& option) const;
  /// --db, or $DATELINE_DB. Throws Error{usage} when neither is given.
  std::string db() const;
  /// The only operand. Throws Error{usage} when there is another number of them.
  const std::string& operand() const;

 private:
  const Command* command_;
  std::vector<std::string> operands_;
  std::map<std::string, std::string, std::less<>> values_;
};

/// The help of one command.
std::string help(const Command& command);

}  // namespace dateline::cli
