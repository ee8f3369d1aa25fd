// States between entities: who holds which office, whose counterpart someone is, who belongs to whom.
#pragma once

#include "extract/event/matcher.hpp"

namespace dateline {

class RelationRules {
 public:
  /// Reads en/event/relations. Throws Error{resource} on a bad row.
  explicit RelationRules(const Resources& resources);

  /// Adds to Extraction::relations.
  void find(const MatchContext& context, Extraction& extraction) const;

 private:
  struct Noun {
    std::string id;
    std::string type;
    std::vector<std::string> prepositions;
  };
  const Noun* noun(std::string_view lemma) const;
  std::map<std::string, Noun, std::less<>> nouns_;
};

}  // namespace dateline
