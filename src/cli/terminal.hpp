// Talking to a person: colour, the width of the window, progress. Results go to stdout, words to stderr.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::cli {

enum class Style { plain, bold, dim, red, green, yellow, cyan };

/// `text` with the terminal's codes when stdout is a terminal that shows colour (NO_COLOR unset, TERM not "dumb").
std::string styled(Style style, std::string_view text);

/// Columns of the window; 100 when stdout is no terminal.
std::size_t width();

/// `text` broken at spaces into lines of at most `columns`, each after the first indented by `indent` spaces.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent);

/// `text` with spaces behind it up to so many columns (code points).
std::string padded(std::string_view text, std::size_t columns);

/// One line on stderr: "dateline: ...".
void warn(std::string_view what);

/// A bar on stderr, only when it is a terminal.
class ProgressBar {
 public:
  enum class When { automatic, always, never };
  explicit ProgressBar(When when);
  ~ProgressBar();
  void show(std::size_t done, std::size_t of);
  /// Takes the bar away, so that a line can be written.
  void clear();

 private:
  bool on_;
  bool shown_ = false;
};

}  // namespace dateline::cli
