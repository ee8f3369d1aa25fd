#include "extract/syntax/features.hpp"

#include <algorithm>

#include "dateline/base/hash.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::syntax {
namespace {

constexpr std::string_view templates =
    "4: lower+vector suffix3 prefix3 suffix2 shape+first class name; 100 32 24 16 16 16 16; upper tag 32 class name; "
    "digits 0, "
    "shouted lower";

std::uint32_t folded(std::uint64_t hash) { return static_cast<std::uint32_t>(hash ^ (hash >> 32)); }

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// The ASCII spelling of typographic signs; nullptr for what stays.
const char* plain(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x00B4:
    case U'`':
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
      return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return "-";
    case 0x2026:
      return "...";
    case 0x00A0:
      return " ";
    default:
      return nullptr;
  }
}

/// The last `count` code points.
std::string_view suffix(std::string_view text, int count) {
  std::size_t at = text.size();
  while (at > 0 && count > 0) {
    --at;
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) --count;
  }
  return text.substr(at);
}

/// The first `count` code points.
std::string_view prefix(std::string_view text, int count) {
  std::size_t at = 0;
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    --count;
  }
  return text.substr(0, at);
}

char shape_of(char32_t c) {
  if (utf8::is_upper(c)) return 'X';
  if (utf8::is_letter(c)) return 'x';
  if (is_digit(c)) return '0';
  return c < 0x80 ? static_cast<char>(c) : '?';
}

/// Upper, lower, digit or the sign itself, each run cut at two: "U.S." is X.X., "McDonald" is XxXxx.
std::string shape(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size() && out.size() < 24;) {
    const char kind = shape_of(utf8::next(text, at));
    if (out.size() < 2 || out[out.size() - 1] != kind || out[out.size() - 2] != kind) out += kind;
  }
  return out;
}

/// Whether no letter is lower-case and at least three words of several capitals stand there.
bool is_shouted(std::span<const std::string_view> forms) {
  int words = 0;
  for (const std::string_view form : forms) {
    int capitals = 0;
    for (std::size_t at = 0; at < form.size();) {
      const char32_t c = utf8::next(form, at);
      if (!utf8::is_letter(c)) continue;
      if (!utf8::is_upper(c)) return false;
      ++capitals;
    }
    words += capitals > 1;
  }
  return words >= 3;
}

}  // namespace

std::uint64_t feature_fingerprint() { return fnv1a(templates); }

std::string normalised(std::string_view form) {
  std::string out;
  out.reserve(form.size());
  for (std::size_t at = 0; at < form.size();) {
    const char32_t c = utf8::next(form, at);
    if (const char* ascii = c == U'`' || c >= 0x80 ? plain(c) : nullptr) {
      out += ascii;
    } else {
      utf8::append(out, is_digit(c) ? U'0' : c);
    }
  }
  return out == "''" ? "\"" : out;
}

std::uint32_t word_key(std::string_view normalised_form) { return folded(fnv1a(utf8::lower(normalised_form))); }

void sentence_features(std::span<const std::string_view> forms, const Lexicon& lexicon, FeatureScratch& scratch,
                       std::vector<TokenFeatures>& out) {
  out.clear();
  const bool shouted = is_shouted(forms);
  std::vector<std::string>& words = scratch.words;
  std::vector<std::uint32_t>& names = scratch.names;
  if (words.size() < forms.size()) words.resize(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i)
    words[i] = shouted ? utf8::lower(normalised(forms[i])) : normalised(forms[i]);
  lexicon.match_names(std::span<const std::string>(words).first(forms.size()), names);
  const auto row = [](std::string_view text, Slot slot) { return folded(fnv1a(text)) % slot_shapes[slot].rows; };
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const std::string lower = utf8::lower(words[i]);
    TokenFeatures token{folded(fnv1a(lower)), {}};
    token.ids[slot_suffix3] = row(suffix(lower, 3), slot_suffix3);
    token.ids[slot_prefix3] = row(prefix(lower, 3), slot_prefix3);
    token.ids[slot_suffix2] = row(suffix(lower, 2), slot_suffix2);
    token.ids[slot_shape] = row(shape(words[i]) + (i == 0 ? "^" : ""), slot_shape);
    token.ids[slot_class] = lexicon.word_class(token.key);
    token.ids[slot_name] = names[i];
    out.push_back(token);
  }
}

}  // namespace dateline::syntax
