#include "extract/event/relations.hpp"

namespace dateline {

RelationRules::RelationRules(const Resources& resources) {
  const Table& table = resources.table("en/event/relations");
  for (const Row& row : table.rows) {
    for (const std::string& lemma : table.list(row, "lemmas")) nouns_[lemma] = {row.cells.front(), table.cell(row, "type")};
  }
}

const RelationRules::Noun* RelationRules::noun(std::string_view lemma) const {
  const auto found = nouns_.find(lemma);
  return found == nouns_.end() ? nullptr : &found->second;
}

void RelationRules::find(const MatchContext&, Extraction&) const {}

}  // namespace dateline
