#include "extract/entity/page.hpp"

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::entity {
namespace {

/// In a headline in title case every longer word is a capital, but for one in so many.
/// A line that ends like a sentence is one unless all of it is in capitals.
constexpr int small_exception = 5;
constexpr std::size_t longer_word = 4;

bool is_quote(std::string_view text, bool opening) {
  if (text == "\"") return true;
  return opening ? text == "“" || text == "``" || text == "„" || text == "«"
                 : text == "”" || text == "''" || text == "»";
}

Word word_of(std::string_view text) {
  Word word;
  word.text = text;
  word.plain = plain_form(text);
  word.lower = utf8::lower(word.plain);
  int letters = 0, upper = 0;
  for (std::size_t at = 0; at < text.size();) {
    const bool foremost = at == 0;
    const char32_t letter = utf8::next(text, at);
    if (!utf8::is_letter(letter)) continue;
    if (foremost) word.capital = utf8::is_upper(letter);
    ++letters;
    upper += utf8::is_upper(letter);
  }
  word.letters = letters > 0;
  word.all_capitals = letters > 1 && upper == letters;
  return word;
}

/// `inside`: whether a quotation goes on from the sentence before.
bool mark_quotes(std::vector<Word>& words, Span tokens, bool inside) {
  bool fresh = true;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    Word& word = words[i];
    const bool opens = !inside && is_quote(word.text, true), closes = inside && is_quote(word.text, false);
    if (opens || closes) {
      inside = opens;
      fresh = fresh || opens;
      continue;
    }
    word.quoted = inside;
    if (word.text == ":") fresh = true;
    if (!word.letters) continue;
    word.first = fresh;
    fresh = false;
  }
  return inside;
}

bool is_loose(const std::vector<Word>& words, Span tokens) {
  int long_words = 0, capitals = 0;
  bool shouted = true;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    if (!words[i].letters || words[i].first || words[i].text.size() < longer_word) continue;
    ++long_words;
    shouted = shouted && words[i].all_capitals;
    capitals += words[i].capital;
  }
  if (!tokens.empty() && words[tokens.end - 1].text == ".") return shouted;
  return long_words >= 3 && (shouted || long_words - capitals <= long_words / small_exception);
}

}  // namespace

std::string plain_form(std::string_view text) {
  std::string plain = utf8::without_marks(text);
  for (std::size_t at = plain.find("’"); at != std::string::npos; at = plain.find("’", at))
    plain.replace(at, std::string_view("’").size(), "'");
  return plain;
}

bool is_relation(std::string_view relation, std::string_view base) {
  return relation.starts_with(base) && (relation.size() == base.size() || relation[base.size()] == ':');
}

Page::Page(const Document& read, const Extraction& found) : document(read), extraction(found) {
  words.reserve(found.tokens.size());
  for (const Token& token : found.tokens) {
    words.push_back(word_of(found.text(read, token)));
    if (words.size() > 1) words.back().gap = found.tokens[words.size() - 2].bytes.end < token.bytes.begin;
    parsed = parsed || token.upos != Upos::X;
    tagged = tagged || token.name != NameTag::O;
  }
  bool inside = false;
  for (std::uint32_t s = 0; s < found.sentences.size(); ++s) {
    const Span tokens = found.sentences[s].tokens;
    inside = inside && s > 0 && found.sentences[s - 1].block == found.sentences[s].block;
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) words[i].sentence = s;
    inside = mark_quotes(words, tokens, inside);
    loose.push_back(is_loose(words, tokens));
  }
  below.resize(words.size());
  for (std::uint32_t i = 0; parsed && i < words.size(); ++i) {
    const std::int32_t over = head(i);
    if (over >= 0 && static_cast<std::size_t>(over) < words.size()) below[static_cast<std::size_t>(over)].push_back(i);
  }
}

std::string_view Page::relation(std::uint32_t token) const {
  return extraction.strings[extraction.tokens[token].deprel];
}

std::string_view Page::lemma(std::uint32_t token) const {
  const std::string& lemma = extraction.strings[extraction.tokens[token].lemma];
  return lemma.empty() ? std::string_view(words[token].lower) : std::string_view(lemma);
}

Span Page::bytes(Span tokens) const {
  return {extraction.tokens[tokens.begin].bytes.begin, extraction.tokens[tokens.end - 1].bytes.end};
}

std::string Page::text(Span tokens) const {
  const Span place = bytes(tokens);
  std::string written = squeeze(std::string_view(document.text).substr(place.begin, place.size()));
  std::erase_if(written, [](char c) { return c == '[' || c == ']'; });  // "[Angela] Berg", by an editor
  return written;
}

std::uint32_t Page::head_of(Span tokens) const {
  if (parsed) {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      const std::int32_t over = head(i);
      if (over < 0 || !tokens.contains(static_cast<std::uint32_t>(over))) return i;
    }
  }
  return tokens.end - 1;
}

std::int32_t Page::dependent(std::uint32_t token, std::string_view wanted) const {
  for (const std::uint32_t child : below[token]) {
    if (is_relation(relation(child), wanted)) return static_cast<std::int32_t>(child);
  }
  return -1;
}

std::int32_t Page::subject_over(std::uint32_t token) const {
  if (relation(token) != "obj" && relation(token) != "iobj") return -1;
  constexpr int longest_chain = 4;
  std::int32_t verb = head(token);
  for (int steps = 0; steps < longest_chain && verb >= 0; ++steps) {
    const auto at = static_cast<std::uint32_t>(verb);
    if (const std::int32_t subject = dependent(at, "nsubj"); subject >= 0) return subject;
    if (!is_relation(relation(at), "conj") && !is_relation(relation(at), "xcomp") &&
        !is_relation(relation(at), "advcl"))
      return -1;
    verb = head(at);
  }
  return -1;
}

}  // namespace dateline::entity
