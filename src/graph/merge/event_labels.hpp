// The labels of events, speech acts with what they speak of.
#pragma once

#include <string>
#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/merge/entities.hpp"
#include "graph/merge/labels.hpp"

namespace dateline::merging {

/// What a label is made from beside the event.
struct Wording {
  std::string about;      ///< what it says, in a text's own words; "" for none
  std::string rule;       ///< of its typical telling
  std::string trigger;    ///< the word that this telling rests on
  std::string own_words;  ///< what happened, as that telling words it; "" for none
};

/// Writes Event::label of every event: the template that fits, or the words of a telling where they say more of what is asserted.
/// `content` must be linked. wordings[i] belongs to the i-th event.
/// Slots: the participants by their roles, the place and the amounts; {trigger}, and of a verb {done}, its participle, and {did}, its
/// past, of what is asserted, {do}, its base, of what is not told as past, {having_done}, its participle, of what is; {undergoer} and
/// {doer}, who stand beside the verb as its object and its subject; {about} with the text's own words. A speech act has as well content_subject with content_base (of what is
/// planned, urged or only thought of) or content_done (of what is told as past), or own_base or own_done in their place where the
/// speaker is the subject of the content.
void write_labels(std::vector<Event>& events, const std::vector<Wording>& wordings, const EntityTable& entities,
                  const Labels& labels);

}  // namespace dateline::merging
