#include "extract/event/guessed_days.hpp"

#include "extract/event/time_places.hpp"

namespace dateline {

bool is_on_guessed_day(const MatchContext& on, const Dated& dated) {
  const TimeMention& time = on.extraction.times[dated.time];
  const Span& tokens = on.extraction.time_tokens[dated.time];
  if (on.classes.holds("deictic_rule", time.rule) && on.quotations.of(static_cast<TokenIndex>(tokens.begin)))
    return true;
  if (!on.classes.holds("clock_rule", time.rule)) return false;
  const std::string& edtf = dated.date.edtf;
  const bool open = edtf == time.edtf + "/.." || edtf == "../" + time.edtf;
  const auto& published = on.document.published;
  const bool of_publication = published && published->edtf.starts_with(time.edtf.substr(0, time.edtf.find('T')));
  return edtf == time.edtf || (open && of_publication);
}

bool is_on_next_day(const MatchContext& on, TokenIndex clause) {
  const Extraction& found = on.extraction;
  const auto [first, last] = times_in(found, found.sentences[on.tree.sentence(clause)]);
  for (std::uint32_t i = first; i < last && i < found.time_tokens.size(); ++i) {
    const Span& tokens = found.time_tokens[i];
    if (!found.times[i].edtf.empty() || tokens.empty() || tokens.end > on.tree.size() ||
        !on.classes.holds("told_day_rule", found.times[i].rule))
      continue;
    const auto token = static_cast<TokenIndex>(tokens.end - 1);
    const auto next = on.tree.child(token, "amod");
    if (next && on.tree.head(token) == clause && on.classes.holds("next_word", on.tree.lemma(*next))) return true;
  }
  return false;
}

}  // namespace dateline
