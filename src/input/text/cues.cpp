#include "input/text/cues.hpp"

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
  fail(row, "'" + text + "' is not a place of a cue: whole, start, end or inside");
}

Cue::Zone zone_of(const Table& table, const Row& row) {
  const std::string& text = table.cell(row, "zone");
  if (text.empty()) return Cue::Zone::any;
  if (text == "head") return Cue::Zone::head;
  if (text == "tail") return Cue::Zone::tail;
  fail(row, "'" + text + "' is not a zone: head, tail or nothing");
}

void add_cues(const Table& table, const Row& row, std::vector<Cue>& cues) {
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
    cues.push_back(cue);
  }
}

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

/// The cue's words stand as whole words at `at`.
bool whole_words(std::string_view text, std::size_t at, std::string_view cue) {
  const bool left = at == 0 || !is_word_byte(cue.front()) || !is_word_byte(text[at - 1]);
  const std::size_t end = at + cue.size();
  return left && (end >= text.size() || !is_word_byte(cue.back()) || !is_word_byte(text[end]));
}

bool stands_in(std::string_view text, std::string_view cue) {
  for (std::size_t at = text.find(cue); at != text.npos; at = text.find(cue, at + 1)) {
    if (whole_words(text, at, cue)) return true;
  }
  return false;
}

/// Without the marks that may stand around a line that is a cue as a whole ("Share:", "* Advertisement *").
std::string_view bare(std::string_view text) {
  constexpr std::string_view marks = " .:;,!*-_>|#[]()";
  while (!text.empty() && marks.find(text.back()) != marks.npos) text.remove_suffix(1);
  while (!text.empty() && marks.find(text.front()) != marks.npos) text.remove_prefix(1);
  return text;
}

bool answers(const Cue& cue, std::string_view text, std::string_view bare_text) {
  switch (cue.where) {
    case Cue::Where::whole:
      return bare_text == bare(cue.text);
    case Cue::Where::start: {
      const std::size_t skip = text.find_first_not_of("([*_>- ");
      const std::string_view rest = skip == text.npos ? std::string_view() : text.substr(skip);
      return (text.starts_with(cue.text) && whole_words(text, 0, cue.text)) ||
             (rest.starts_with(cue.text) && whole_words(rest, 0, cue.text));
    }
    case Cue::Where::end:
      return bare_text.ends_with(cue.text) && whole_words(bare_text, bare_text.size() - cue.text.size(), cue.text);
    case Cue::Where::inside:
      return stands_in(text, cue.text);
  }
  return false;
}

}  // namespace

CueTable::CueTable(const Resources& resources) {
  const Table& table = resources.table("en/input/cues");
  for (const Row& row : table.rows) add_cues(table, row, cues);
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
}

const Cue* cue_of(const CueTable& table, std::string_view text, std::size_t words, Cue::Zone zone) {
  const std::string_view bare_text = bare(text);
  for (const Cue& cue : table.cues) {
    if (words > cue.words || (cue.zone != Cue::Zone::any && cue.zone != zone)) continue;
    if (answers(cue, text, bare_text)) return &cue;
  }
  return nullptr;
}

}  // namespace dateline::input
