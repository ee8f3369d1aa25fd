#include "cli/terminal.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::cli {
namespace {

bool colourful() {
  static const bool on = [] {
    const char* no_color = std::getenv("NO_COLOR");
    const char* term = std::getenv("TERM");
    return isatty(STDOUT_FILENO) && !(no_color && *no_color) && term && std::string_view(term) != "dumb";
  }();
  return on;
}

constexpr std::array<std::string_view, 7> codes = {"",         "\x1b[1m",  "\x1b[2m", "\x1b[31m",
                                                   "\x1b[32m", "\x1b[33m", "\x1b[36m"};

}  // namespace

std::string styled(Style style, std::string_view text) {
  if (!colourful() || style == Style::plain) return std::string(text);
  return std::string(codes[static_cast<std::size_t>(style)]) + std::string(text) + "\x1b[0m";
}

std::size_t width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  return 100;
}

std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent) {
  std::string out;
  std::size_t used = 0;
  for (const std::string_view word : split(text, ' ')) {
    const std::size_t size = utf8::length(word);
    if (used > 0 && used + 1 + size > columns) {
      out += "\n" + std::string(indent, ' ');
      used = 0;
    }
    if (used > 0) out += ' ', ++used;
    out += word;
    used += size;
  }
  return out;
}

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t size = utf8::length(text);
  return std::string(text) + std::string(size < columns ? columns - size : 0, ' ');
}

void warn(std::string_view what) { std::cerr << "dateline: " << what << "\n"; }

ProgressBar::ProgressBar(When when) : on_(when == When::always || (when == When::automatic && isatty(STDERR_FILENO))) {}

ProgressBar::~ProgressBar() { clear(); }

void ProgressBar::show(std::size_t done, std::size_t of) {
  if (!on_ || of == 0) return;
  constexpr std::size_t cells = 30;
  const std::size_t full = std::min(cells, cells * done / of);
  std::cerr << "\r[" << std::string(full, '#') << std::string(cells - full, '.') << "] " << done << "/" << of
            << " inputs" << std::flush;
  shown_ = true;
}

void ProgressBar::clear() {
  if (!shown_) return;
  std::cerr << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace dateline::cli
