#include "input/text/cues.hpp"

#include <algorithm>
#include <charconv>

#include "dateline/base/text.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

Cue::Where where_of(const Table& table, const Row& row) {
  const std::string& text = table.cell(row, "where");
  if (text == "whole") return Cue::Where::whole;
  if (text == "start") return Cue::Where::start;
  if (text == "end") return Cue::Where::end;
  if (text == "inside") return Cue::Where::inside;
  if (text == "early") return Cue::Where::early;
  if (text == "credit") return Cue::Where::credit;
  if (text == "author") return Cue::Where::author;
  fail(row, "'" + text + "' is not a place of a cue: whole, start, end, inside, early, credit or author");
}

Cue::Zone zone_of(const Table& table, const Row& row) {
  const std::string& text = table.cell(row, "zone");
  if (text.empty()) return Cue::Zone::any;
  if (text == "head") return Cue::Zone::head;
  if (text == "tail") return Cue::Zone::tail;
  fail(row, "'" + text + "' is not a zone: head, tail or nothing");
}

void add_cues(const Table& table, const Row& row, const std::unordered_set<std::string>& by_words,
              std::vector<Cue>& cues) {
  const std::optional<BlockKind> kind = block_kind_named(table.cell(row, "kind"));
  if (!kind) fail(row, "'" + table.cell(row, "kind") + "' is not a kind of block");
  Cue cue;
  cue.kind = *kind;
  cue.where = where_of(table, row);
  cue.zone = zone_of(table, row);
  const std::string& words = table.cell(row, "max_words");
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), cue.words);
  if (error != std::errc{} || end != words.data() + words.size()) fail(row, "'" + words + "' is not a number of words");
  const std::string& opens = table.cell(row, "opens");
  if (!opens.empty() && opens != "tail" && opens != "list")
    fail(row, "'" + opens + "' is nothing that a cue opens: tail, list or nothing");
  cue.opens_tail = opens == "tail";
  cue.opens_list = opens == "list";
  for (const std::string& surface : table.list(row, "surfaces")) {
    cue.text = folded(surface);
    cue.by = by_words.contains(cue.text.substr(cue.text.rfind(' ') + 1));
    cues.push_back(cue);
  }
}

bool is_folded_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// The cue's words stand as whole words at `at`.
bool whole_words(std::string_view text, std::size_t at, std::string_view cue) {
  const bool left = at == 0 || !is_folded_byte(cue.front()) || !is_folded_byte(text[at - 1]);
  const std::size_t end = at + cue.size();
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (end < text.size() && digit(cue.back()) && digit(text[end])) return left;  // "copyright 20" of "copyright 2024"
  return left && (end >= text.size() || !is_folded_byte(cue.back()) || !is_folded_byte(text[end]));
}

/// Where the cue's words stand, from `from` on.
std::size_t place_of(std::string_view text, std::string_view cue, std::size_t from = 0) {
  for (std::size_t at = text.find(cue, from); at != text.npos; at = text.find(cue, at + 1)) {
    if (whole_words(text, at, cue)) return at;
  }
  return text.npos;
}

/// Without the marks that may stand around a line that is a cue as a whole ("Share:", "* Advertisement *").
std::string_view bare(std::string_view text) {
  constexpr std::string_view marks = " .:;,!*-_>|#[]()";
  while (!text.empty() && marks.find(text.back()) != marks.npos) text.remove_suffix(1);
  while (!text.empty() && marks.find(text.front()) != marks.npos) text.remove_prefix(1);
  return text;
}

bool starts_with_cue(std::string_view text, std::string_view cue) {
  return text.starts_with(cue) && whole_words(text, 0, cue);
}

/// "Reporting by Ana Ruiz", and not "Reporting by mail is slow".
bool names_somebody(const Cue& cue, const CueLine& line) {
  const std::vector<Word> words = words_of(line.text);
  const std::size_t next = word_count(cue.text);
  return next >= words.size() || words[next].capital;
}

constexpr std::size_t early_words = 8;
constexpr std::size_t credit_words = 8;

/// Nothing but names and words of credits stands behind the cue.
bool is_credit(const CueTable& table, const Cue& cue, const CueLine& line) {
  const std::size_t at = place_of(line.folded, cue.text);
  if (at == line.folded.npos || (cue.text.back() != ':' && line.folded.ends_with('.'))) return false;
  const std::size_t behind = word_count(line.folded.substr(at + cue.text.size()));
  const std::vector<Word> words = words_of(line.text);
  if (behind > credit_words || behind > words.size()) return false;
  for (std::size_t i = words.size() - behind; i < words.size(); ++i) {
    const std::string lower = folded(line.text.substr(words[i].bytes.begin, words[i].bytes.size()));
    const bool handle = lower.find_first_of(".@_/0123456789") != lower.npos;
    if (!words[i].capital && !handle && !table.credit_words.contains(lower) && !table.name_connectors.contains(lower))
      return false;
  }
  return true;
}

/// The piece opens with the first two words of a name that stands in the byline.
bool opens_with_author(const CueLine& line) {
  const std::vector<Word> words = words_of(line.text);
  if (words.size() < 2 || line.byline.empty()) return false;
  return place_of(line.byline, folded(line.text.substr(words[0].bytes.begin,
                                                       words[1].bytes.end - words[0].bytes.begin))) != line.byline.npos;
}

/// Somebody's words, in which "our readers" are not those of the page.
bool is_quotation(std::string_view text) { return text.starts_with('"') || text.starts_with("\xE2\x80\x9C"); }

bool answers(const CueTable& table, const Cue& cue, const CueLine& line, std::string_view bare_text) {
  switch (cue.where) {
    case Cue::Where::whole:
      return bare_text == bare(cue.text);
    case Cue::Where::start: {
      // "More from the north came in the evening." is a sentence, "More from the north" a teaser.
      if (cue.kind == BlockKind::teaser && cue.text.back() != ':' && line.folded.ends_with('.')) return false;
      const bool of_somebody = cue.kind == BlockKind::byline || cue.by;
      if (of_somebody && !names_somebody(cue, line)) return false;
      const std::size_t skip = std::min(line.folded.find_first_not_of("([*_>- "), line.folded.size());
      return starts_with_cue(line.folded, cue.text) || starts_with_cue(line.folded.substr(skip), cue.text);
    }
    case Cue::Where::end:
      return bare_text.ends_with(cue.text) && whole_words(bare_text, bare_text.size() - cue.text.size(), cue.text);
    case Cue::Where::inside:
      return !is_quotation(line.text) && place_of(line.folded, cue.text) != line.folded.npos;
    case Cue::Where::author:
      return place_of(line.folded, cue.text) != line.folded.npos && opens_with_author(line);
    case Cue::Where::early: {
      const std::size_t at = place_of(line.folded, cue.text);
      return at != line.folded.npos && !is_quotation(line.text) && word_count(line.folded.substr(0, at)) <= early_words;
    }
    case Cue::Where::credit:
      return is_credit(table, cue, line);
  }
  return false;
}

}  // namespace

CueTable::CueTable(const Resources& resources) {
  const Table& words = resources.table("en/input/line_words");
  for (const Row& row : words.rows) {
    const std::string& role = words.cell(row, "role");
    std::unordered_set<std::string>* set = role == "share"          ? &share_words
                                           : role == "byline"       ? &byline_words
                                           : role == "byline_label" ? &byline_labels
                                           : role == "connector"    ? &name_connectors
                                           : role == "no_place"     ? &no_places
                                           : role == "credit"       ? &credit_words
                                           : role == "rights"       ? &rights_words
                                                                    : nullptr;
    if (set == nullptr) fail(row, "'" + role + "' is not a role of this table");
    for (const std::string& surface : words.list(row, "surfaces")) set->insert(folded(surface));
  }
  const Table& table = resources.table("en/input/cues");
  for (const Row& row : table.rows) add_cues(table, row, byline_words, cues);
}

const Cue* cue_of(const CueTable& table, const CueLine& line, Cue::Zone zone) {
  const std::string_view bare_text = bare(line.folded);
  for (const Cue& cue : table.cues) {
    if (cue.text.size() > line.folded.size() + 2 || line.words > cue.words ||
        (cue.zone != Cue::Zone::any && cue.zone != zone))
      continue;
    if (answers(table, cue, line, bare_text)) return &cue;
  }
  return nullptr;
}

}  // namespace dateline::input
