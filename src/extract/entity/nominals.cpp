#include "extract/entity/nominals.hpp"

#include <vector>

namespace dateline {
namespace {

Nominal::Use use_of(const Row& row, const std::string& cell) {
  if (cell == "plain") return Nominal::Use::plain;
  if (cell == "office") return Nominal::Use::office;
  if (cell == "class") return Nominal::Use::class_;
  if (cell == "whole") return Nominal::Use::whole;
  fail(row, "use '" + cell + "' is not plain, office, class or whole");
}

Gender gender_of(const Row& row, const std::string& cell) {
  if (cell.empty()) return Gender::unknown;
  if (cell == "m") return Gender::male;
  if (cell == "f") return Gender::female;
  fail(row, "gender '" + cell + "' is not m or f");
}

}  // namespace

Nominals::Nominals(const Resources& resources) {
  const Table& table = resources.table("en/entity/nominals");
  for (const Row& row : table.rows) {
    const auto kind = entity_kind_named(table.cell(row, "kind"));
    if (!kind) fail(row, "there is no entity kind '" + table.cell(row, "kind") + "'");
    Nominal nominal;
    nominal.kind = *kind;
    nominal.singular = row.cells.front();
    nominal.gender = gender_of(row, table.cell(row, "gender"));
    nominal.use = use_of(row, table.cell(row, "use"));
    nominal.takes = table.list(row, "takes");
    const std::string& state = table.cell(row, "state");
    nominal.state = !state.empty();
    if (state != "yes") nominal.like = state;
    nominal.plural = table.cell(row, "plural");
    forms_.emplace(nominal.singular, nominal);
    if (nominal.plural.empty()) continue;
    nominal.number = Number::plural;
    if (nominal.kind == EntityKind::person) nominal.kind = EntityKind::group;
    forms_.emplace(nominal.plural, nominal);
  }
  const Table& words = resources.table("en/entity/words");
  for (const Row& row : words.rows) {
    const std::string& id = row.cells.front();
    for (const std::string& word : words.list(row, "words")) {
      if (id == "determiner" || id == "number_word") counting_.insert(word);
      if (id == "complement") complements_.insert(word);
      if (id == "age_word") age_words_.insert(word);
      if (id == "says_little") little_.insert(word);
      if (id == "matter") matters_.insert(word);
      if (id == "postposed") postposed_.insert(word);
      if (id == "genitive") genitive_ = word;
      if (id == "place_noun_before") place_nouns_.insert(word);
    }
  }
}

const Nominal* Nominals::find(std::string_view form) const {
  const auto found = forms_.find(form);
  return found == forms_.end() ? nullptr : &found->second;
}

std::string Nominals::genitive_of(const std::string& name) const {
  return name + (name.ends_with(genitive_.back()) ? genitive_.substr(0, 1) : genitive_);
}

bool Nominals::only_counts(std::string_view word) const {
  return counting_.contains(word) || (!word.empty() && word.front() >= '0' && word.front() <= '9');
}

}  // namespace dateline
