// The labels of events, speech acts with what they speak of.
#pragma once

#include <string>
#include <vector>

#include "dateline/model/knowledge.hpp"
#include "graph/merge/entities.hpp"
#include "graph/merge/labels.hpp"

namespace dateline::merging {

/// Writes Event::label of every event; `content` must be linked. abouts[i] is what the i-th event says, in a text's own words, or
/// "". Beside its participants, place and amounts a speech act has the slot about and the
/// slots content_subject with content_base (of what is planned, urged or only thought of) or content_done (of what is told as
/// past), or own_base or own_done in their place where the speaker is the subject of the content.
void write_labels(std::vector<Event>& events, const std::vector<std::string>& abouts, const EntityTable& entities,
                  const Labels& labels);

}  // namespace dateline::merging
