#include "extract/event/reported.hpp"

#include <algorithm>
#include <array>

#include "extract/event/date_reasons.hpp"
#include "extract/event/main_clauses.hpp"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 3> side_clauses = {"acl", "advcl", "csubj"};

bool is_present(std::string_view xpos) { return xpos == "VBZ" || xpos == "VBP"; }

/// "Markets shut", "ministers sworn in": the auxiliary left out.
bool is_bare_past(const Tree& tree, TokenIndex clause) {
  return (tree.xpos(clause) == "VBN" || tree.xpos(clause) == "VBD") && !tree.child(clause, "aux");
}

/// "Markets shut amid turmoil", read as a noun with what was done to it.
bool is_all_of_headline(const Tree& tree, TokenIndex clause) {
  const auto noun = tree.head(clause);
  return noun && tree.relation(clause) == "acl" && is_bare_past(tree, clause) && !tree.head(*noun);
}

}  // namespace

bool tells_past(const Tree& tree, TokenIndex clause, BlockKind block) {
  const bool headline = block == BlockKind::title || block == BlockKind::heading;
  const bool done = (tree.is_present_perfect(clause) && tree.xpos(clause) == "VBN") || shares_perfect(tree, clause);
  if (!done && !(headline && (is_present(tree.xpos(clause)) || is_bare_past(tree, clause)))) return false;
  std::optional<TokenIndex> at = clause;
  if (headline && is_all_of_headline(tree, clause)) return true;
  for (int steps = 0; at && steps < longest_path; ++steps, at = tree.head(*at)) {
    const auto within = [&](std::string_view relation) { return tree.is(*at, relation); };
    if (std::any_of(side_clauses.begin(), side_clauses.end(), within)) return false;
  }
  return true;
}

void bound_by_publication(const Document& document, EventLinks& links, Extraction& extraction) {
  const auto published = document.published ? parse_edtf(document.published->edtf) : std::nullopt;
  if (!published || !published->days.last) return;
  for (std::size_t i = 0; i < extraction.events.size(); ++i) {
    const EventMention& event = extraction.events[i];
    const bool happened = event.status == Status::asserted || event.status == Status::claimed;
    if (event.negated || !happened || !links.notes[i].told_in_past) continue;
    if (event.date && event.date->basis == Basis::bounded && event.date->edtf.ends_with("/..")) {
      // "has arrested a hundred since the protests began in June"
      const auto until = event_date(
          event.date->edtf.substr(0, event.date->edtf.size() - 2) + iso_day(*published->days.last), Basis::bounded);
      if (until && until->days.first && until->days.last && *until->days.first <= *until->days.last)
        take_date(extraction, links, i, *until, event.time, date_reason::publication);
    }
    if (event.date) continue;
    if (const auto bound = event_date("../" + iso_day(*published->days.last), Basis::bounded))
      take_date(extraction, links, i, *bound, std::nullopt, date_reason::publication);
  }
}

}  // namespace dateline
