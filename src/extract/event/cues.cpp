#include "extract/event/cues.hpp"

#include <array>
#include <utility>

namespace dateline {
namespace {

constexpr std::array<std::pair<std::string_view, Effect>, 11> effects = {{{"none", Effect::none},
                                                                          {"report", Effect::report},
                                                                          {"claimed", Effect::claimed},
                                                                          {"denied", Effect::denied},
                                                                          {"planned", Effect::planned},
                                                                          {"urged", Effect::urged},
                                                                          {"hypothetical", Effect::hypothetical},
                                                                          {"negated", Effect::negated},
                                                                          {"conditional", Effect::conditional},
                                                                          {"possible", Effect::possible},
                                                                          {"not_yet", Effect::not_yet}}};

constexpr std::array<std::pair<std::string_view, CueKind>, 11> cue_kinds = {{{"clause", CueKind::clause},
                                                                             {"infinitive", CueKind::infinitive},
                                                                             {"object", CueKind::object},
                                                                             {"phrase", CueKind::phrase},
                                                                             {"auxiliary", CueKind::auxiliary},
                                                                             {"adverb", CueKind::adverb},
                                                                             {"adjective", CueKind::adjective},
                                                                             {"determiner", CueKind::determiner},
                                                                             {"preposition", CueKind::preposition},
                                                                             {"conjunction", CueKind::conjunction},
                                                                             {"source", CueKind::source}}};

template <typename Value, std::size_t Count>
Value read(const Row& row, const std::array<std::pair<std::string_view, Value>, Count>& names, std::string_view text) {
  for (const auto& [name, value] : names) {
    if (name == text) return value;
  }
  fail(row, "unknown word '" + std::string(text) + "'");
}

int strength(Status status) {
  switch (status) {
    case Status::asserted:
      return 0;
    case Status::claimed:
      return 1;
    case Status::planned:
      return 2;
    case Status::urged:
      return 3;
    case Status::denied:
      return 4;
    case Status::hypothetical:
      return 5;
  }
  return 0;
}

}  // namespace

Cues::Cues(const Resources& resources) {
  const Table& table = resources.table("en/event/cues");
  for (const Row& row : table.rows) {
    Cue cue{row.cells.front(), read(row, cue_kinds, table.cell(row, "kind")), table.cell(row, "with"),
            read(row, effects, table.cell(row, "effect"))};
    for (const std::string& lemma : table.list(row, "lemmas")) {
      if (find(cue.kind, lemma, cue.with)) fail(row, "'" + lemma + "' has a row of this kind already");
      cues_[lemma].push_back(cue);
    }
  }
}

const Cue* Cues::find(CueKind kind, std::string_view lemma, std::string_view with) const {
  const auto found = cues_.find(lemma);
  if (found == cues_.end()) return nullptr;
  for (const Cue& cue : found->second) {
    if (cue.kind == kind && cue.with == with) return &cue;
  }
  return nullptr;
}

Status combined(Status inner, Status outer) { return strength(outer) > strength(inner) ? outer : inner; }

std::optional<Status> status_of(Effect effect) {
  switch (effect) {
    case Effect::claimed:
      return Status::claimed;
    case Effect::denied:
      return Status::denied;
    case Effect::planned:
      return Status::planned;
    case Effect::urged:
      return Status::urged;
    case Effect::hypothetical:
      return Status::hypothetical;
    default:
      return std::nullopt;
  }
}

}  // namespace dateline
