// Finds the command, runs it, and turns what failed into one line and an exit code:
// 0 done; 1 done, but some inputs failed; 2 wrong usage; 3 could not.
#include <algorithm>
#include <csignal>
#include <exception>
#include <iostream>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"

namespace dateline::cli {
namespace {

std::string overview() {
  std::string out =
      "dateline " DATELINE_VERSION " - news articles into a dated event timeline and a knowledge graph\n\nCommands\n";
  for (const Command* command : commands()) {
    out += "  " + padded(command->name, 11) + std::string(command->summary) + "\n";
  }
  return out +
         "\nStart with\n  dateline ingest articles/ --db kg.db\n  dateline timeline --db kg.db\n\n"
         "'dateline COMMAND --help' shows the options of a command, with examples.\n";
}

const Command* command_named(std::string_view name) {
  const auto all = commands();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Command* command) { return command->name == name; });
  return found == all.end() ? nullptr : *found;
}

int run(const std::vector<std::string_view>& words) {
  if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    const Command* command = words.size() > 1 ? command_named(words[1]) : nullptr;
    std::cout << (command ? help(*command) : overview());
    return words.empty() ? 2 : 0;
  }
  if (words[0] == "--version") {
    std::cout << "dateline " DATELINE_VERSION "\n";
    return 0;
  }
  const Command* command = command_named(words[0]);
  if (!command) {
    std::vector<std::string_view> names;
    for (const Command* known : commands()) names.push_back(known->name);
    const std::string_view near = nearest(words[0], names);
    throw Error(ErrorKind::usage, "",
                "there is no command '" + std::string(words[0]) + "'" +
                    (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"));
  }
  const std::span<const std::string_view> rest = std::span(words).subspan(1);
  if (std::any_of(rest.begin(), rest.end(), [](std::string_view word) { return word == "--help" || word == "-h"; })) {
    std::cout << help(*command);
    return 0;
  }
  return command->run(Arguments(*command, rest));
}

/// Set by SIGPIPE: who read stdout went away.
volatile std::sig_atomic_t pipe_closed = 0;

/// A reader that went away (a closed pipe) is no failure; a full disk is.
int finished(int code) {
  std::cout.flush();
  if (std::cout || pipe_closed) return code;
  warn("stdout: cannot be written to its end; is the disk full?");
  return 3;
}

int exit_code(ErrorKind kind) { return kind == ErrorKind::usage ? 2 : 3; }

}  // namespace
}  // namespace dateline::cli

int main(int count, char** words) {
  using namespace dateline;
  std::signal(SIGPIPE, [](int) { cli::pipe_closed = 1; });
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);  // reading must not flush stdout: another thread may be writing there
  try {
    return cli::finished(cli::run({words + 1, words + count}));
  } catch (const Error& error) {
    std::cout.flush();
    cli::warn(error.what());
    return cli::exit_code(error.kind());
  } catch (const std::exception& error) {
    std::cout.flush();
    cli::warn(std::string("failed: ") + error.what());
    return 3;
  }
}
