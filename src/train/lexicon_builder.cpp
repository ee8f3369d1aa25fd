#include "train/lexicon_builder.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "dateline/base/files.hpp"
#include "dateline/base/text.hpp"
#include "dateline/resources.hpp"
#include "extract/syntax/conllu.hpp"
#include "extract/syntax/features.hpp"

namespace dateline::train {
namespace {

using Entries = std::map<std::uint32_t, std::uint16_t>;

/// Numbers of lexicographer files (lexnames(5WN)): nouns 3 to 28, verbs 29 to 43.
enum LexicographerFile {
  noun_first = 3,
  noun_group = 14,
  noun_location = 15,
  noun_person = 18,
  verb_first = 29,
  verb_last = 43
};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (const std::string_view line : split(text, '\n')) {
    // The licence at the top of each file is indented.
    if (!line.empty() && line.front() != ' ') lines.push_back(line);
  }
  return lines;
}

class Builder {
 public:
  void add_word(std::string_view word, std::uint16_t bits, std::uint16_t field) {
    if (word.find('_') != std::string_view::npos) return;
    std::uint16_t& value = words_[syntax::word_key(syntax::normalised(word))];
    if ((value & field) == 0) value = static_cast<std::uint16_t>(value | bits);
  }
  void add_name(std::string_view name, int classes) {
    std::string words = syntax::normalised(name);
    std::replace(words.begin(), words.end(), '_', ' ');
    if (words.empty() || static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) >= syntax::longest_name)
      return;
    std::uint16_t& value = names_[syntax::name_key(words)];
    value = static_cast<std::uint16_t>(value | classes);
  }
  syntax::LexiconLists lists() const { return {entries(words_), entries(names_)}; }

 private:
  static std::vector<syntax::LexiconEntry> entries(const Entries& map) {
    std::vector<syntax::LexiconEntry> out;
    for (const auto& [key, value] : map) out.push_back({key, value});
    return out;
  }

  Entries words_, names_;
};

/// The lexicographer file of every synset, by its offset.
std::map<std::string_view, int> files_of_synsets(std::string_view data) {
  std::map<std::string_view, int> files;
  for (const std::string_view line : lines_of(data)) {
    const auto cells = split(line, ' ');
    if (cells.size() > 1) files.emplace(cells[0], syntax::conllu_number(cells[1]));
  }
  return files;
}

/// Calls `act` with every word of an index and the file of its first sense.
template <class Act>
void each_word(const std::string& folder, const std::string& part, Act act) {
  const std::string data = read_file(folder + "/data." + part);
  const std::string index = read_file(folder + "/index." + part);
  const auto files = files_of_synsets(data);
  for (const std::string_view line : lines_of(index)) {
    const auto cells = split(trim(line), ' ');
    if (cells.size() < 6) continue;
    const std::int32_t senses = syntax::conllu_number(cells[2]);
    if (senses < 1 || static_cast<std::size_t>(senses) >= cells.size()) continue;
    const auto file = files.find(cells[cells.size() - static_cast<std::size_t>(senses)]);
    if (file != files.end()) act(cells[0], file->second);
  }
}

/// Bits of a meaning class: noun file (5), verb file (4), adjective, adverb.
void add_words(Builder& builder, const std::string& wordnet) {
  each_word(wordnet, "noun", [&](std::string_view word, int file) {
    builder.add_word(word, static_cast<std::uint16_t>((file - noun_first + 1) << 6), 31 << 6);
  });
  each_word(wordnet, "verb", [&](std::string_view word, int file) {
    if (file >= verb_first && file <= verb_last)
      builder.add_word(word, static_cast<std::uint16_t>((file - verb_first + 1) << 2), 15 << 2);
  });
  each_word(wordnet, "adj", [&](std::string_view word, int) { builder.add_word(word, 2, 2); });
  each_word(wordnet, "adv", [&](std::string_view word, int) { builder.add_word(word, 1, 1); });
}

int class_of_file(int file) {
  switch (file) {
    case noun_person:
      return syntax::class_person;
    case noun_location:
      return syntax::class_place;
    case noun_group:
      return syntax::class_organization;
    default:
      return 0;
  }
}

void add_names(Builder& builder, const std::string& wordnet) {
  const std::string data = read_file(wordnet + "/data.noun");
  for (const std::string_view line : lines_of(data)) {
    const auto cells = split(line, ' ');
    const int classes = cells.size() > 4 ? class_of_file(syntax::conllu_number(cells[1])) : 0;
    const bool instance = line.find(" @i ") != std::string_view::npos;
    for (std::size_t i = 4; classes != 0 && i + 1 < cells.size() && !cells[i].empty() && cells[i + 1].size() == 1;
         i += 2) {
      if (!is_capital(cells[i].front())) continue;
      const bool people = !instance && classes == syntax::class_person;
      builder.add_name(cells[i], people ? +syntax::class_people : classes);
      const std::size_t last = cells[i].rfind('_');
      if (instance && classes == syntax::class_person && last != std::string_view::npos)
        builder.add_name(cells[i].substr(last + 1), syntax::class_surname);
    }
  }
}

/// Every item of some columns of a table.
void add_table(Builder& builder, const std::string& folder, const std::string& name,
               const std::vector<std::string>& columns, int classes) {
  const std::string path = folder + "/" + name + ".tsv";
  const Table table = parse_table(name, path, read_file(path));
  for (const Row& row : table.rows) {
    for (const std::string& column : columns) {
      for (const std::string& item : table.list(row, column)) builder.add_name(item, classes);
    }
  }
}

void add_tables(Builder& builder, const std::string& folder) {
  add_table(builder, folder, "countries", {"name", "aliases", "capitals"}, syntax::class_place);
  add_table(builder, folder, "countries", {"adjectives", "people"}, syntax::class_people);
  add_table(builder, folder, "places", {"name", "aliases"}, syntax::class_place);
  add_table(builder, folder, "organizations", {"name", "aliases"}, syntax::class_organization);
  add_table(builder, folder, "given_names", {"name"}, syntax::class_given);
  add_table(builder, folder, "family_first", {"name"}, syntax::class_surname);
  add_table(builder, folder, "titles", {"forms"}, syntax::class_title);
  add_table(builder, folder, "heads", {"word"}, syntax::class_head);
}

}  // namespace

syntax::LexiconLists build_lexicon(const std::string& wordnet, const std::string& tables) {
  Builder builder;
  if (!wordnet.empty()) {
    add_words(builder, wordnet);
    add_names(builder, wordnet);
  }
  if (!tables.empty()) add_tables(builder, tables);
  return builder.lists();
}

}  // namespace dateline::train
