#include "export/graph/xml_text.hpp"

#include "dateline/base/utf8.hpp"

namespace dateline {
namespace {

/// https://www.w3.org/TR/xml/#charsets
bool allowed(char32_t c) {
  return c == 0x9 || c == 0xA || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
}

/// Without what XML cannot hold; line ends become "\n", as a parser would make them.
std::string cleaned(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c == '\r') {
      if (at >= text.size() || text[at] != '\n') out += '\n';
    } else if (allowed(c)) {
      utf8::append(out, c);
    }
  }
  return out;
}

/// Whether it can stand in XML as it is: most text can, and is spared the work.
bool is_plain(std::string_view text) {
  for (const char c : text) {
    if (c < 0x20 || c > 0x7E || c == '&' || c == '<' || c == '>' || c == '"') return false;
  }
  return true;
}

/// Where Java's own parser begins a new piece of text: at markup and at characters beyond U+FFFF, such as emoji.
bool breaks_text(char c) { return c == '&' || c == '<' || (static_cast<unsigned char>(c) & 0xF8U) == 0xF0; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Whether white space stands at the border of a piece: alone in one, as it is when the parser's buffer ends beside it, it is dropped.
bool has_space_at_border(std::string_view text) {
  bool after_border = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool before_border = i + 1 == text.size() || breaks_text(text[i + 1]);
    if (is_blank(text[i]) && (after_border || before_border)) return true;
    after_border = breaks_text(text[i]) || (after_border && continues_character(text[i]));
  }
  return false;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

}  // namespace

std::string xml_text(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string clean = cleaned(text);
  if (has_space_at_border(clean)) return "<![CDATA[" + replaced(std::move(clean), "]]>", "]]]]><![CDATA[>") + "]]>";
  std::string out;
  out.reserve(clean.size());
  for (const char c : clean) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>' && out.ends_with("]]")) {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string xml_attribute(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  for (const char c : cleaned(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\n':
        out += "&#10;";
        break;
      case '\t':
        out += "&#9;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string inf_guarded(std::string_view text) { return replaced(std::string(text), "INF", "I\u2060NF"); }

}  // namespace dateline
