// Names in the running text: capitalised runs, joined with the tagger's labels, typed by tables, titles and what stands around them.
#pragma once

#include <string>
#include <vector>

#include "dateline/model/findings.hpp"
#include "extract/entity/page.hpp"
#include "extract/entity/rules.hpp"

namespace dateline::entity {

/// A name at one place, before it is known which names are the same.
struct NameMention {
  Span tokens;
  EntityKind kind = EntityKind::other;
  MentionForm form = MentionForm::name;  ///< nominal for adjectives and words for people: "Russian", "Russians"
  const Known* known = nullptr;          ///< the table's reading, when there is one
  std::string finer;                     ///< as in Known
  std::string country;                   ///< ISO code when the words say it
  Gender gender = Gender::unknown;
  bool sure = true;   ///< false for a kind that was only guessed
  bool told = false;  ///< a noun beside the name says the kind: "engine maker Alitron"
  Span title;         ///< of a person: the tokens of the title before it, modifiers too; empty for none
  Title::Use title_use = Title::Use::office;
};

/// In text order, not overlapping.
std::vector<NameMention> find_names(const Page& page, const Rules& rules);

}  // namespace dateline::entity
