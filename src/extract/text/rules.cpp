#include "extract/text/rules.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"

namespace dateline::text {
namespace {

Abbreviation abbreviation_named(const Row& row, std::string_view kind) {
  if (kind == "name") return Abbreviation::name;
  if (kind == "number") return Abbreviation::number;
  if (kind == "end") return Abbreviation::end;
  fail(row, "kind must be name, number or end");
}

/// ASCII capitals: "Gen." in a line of capitals is "GEN.".
std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return text;
}

void read_contraction(const Table& table, const Row& row, Rules& rules) {
  const std::string form = utf8::lower(table.cell(row, "form"));
  const std::string& kind = table.cell(row, "kind");
  if (kind == "suffix") {
    rules.suffixes.push_back(form);
  } else if (kind == "elided") {
    rules.elided.insert(form);
  } else if (kind == "whole") {
    Parts sizes{};
    std::size_t count = 0;
    std::string joined;
    for (const std::string& part : table.list(row, "parts")) {
      if (count == sizes.size()) fail(row, "has more than " + std::to_string(most_parts) + " parts");
      sizes[count++] = utf8::length(part);
      joined += part;
    }
    if (joined != form) fail(row, "the parts do not make the form");
    rules.whole.emplace(form, sizes);
  } else {
    fail(row, "kind must be suffix, whole or elided");
  }
}

void read_hyphen(const Table& table, const Row& row, Rules& rules) {
  const std::string& kind = table.cell(row, "kind");
  if (kind != "prefix" && kind != "second") fail(row, "kind must be prefix or second");
  (kind == "prefix" ? rules.prefixes : rules.seconds).insert(utf8::lower(table.cell(row, "form")));
}

}  // namespace

Rules::Rules(const Resources& resources) {
  const Table& shortened = resources.table("en/text/abbreviations");
  for (const Row& row : shortened.rows) {
    const std::string& form = shortened.cell(row, "form");
    if (!form.ends_with('.')) fail(row, "an abbreviation ends with its full stop");
    const Abbreviation kind = abbreviation_named(row, shortened.cell(row, "kind"));
    abbreviations.emplace(form, kind);
    if (kind == Abbreviation::name && form.size() > 2 && utf8::is_upper(static_cast<unsigned char>(form.front())))
      abbreviations.emplace(upper(form), kind);
    longest_word = std::max(longest_word, form.size());
  }
  const Table& contractions = resources.table("en/text/contractions");
  for (const Row& row : contractions.rows) {
    read_contraction(contractions, row, *this);
    longest_word = std::max(longest_word, contractions.cell(row, "form").size());
  }
  std::stable_sort(suffixes.begin(), suffixes.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  const Table& hyphens = resources.table("en/text/hyphens");
  for (const Row& row : hyphens.rows) read_hyphen(hyphens, row, *this);
  const Table& opening = resources.table("en/text/openers");
  for (const Row& row : opening.rows) openers.insert(opening.cell(row, "word"));
  const Table& written = resources.table("en/text/units");
  for (const Row& row : written.rows) units.insert(written.cell(row, "form"));
  longest_word = std::max<std::size_t>(longest_word, 32) + 8;
}

}  // namespace dateline::text
