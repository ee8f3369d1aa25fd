#include "extract/event/said.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace dateline {
namespace {

/// Which triggers tell a speech act; a bare statement is none.
class SpeechTriggers {
 public:
  explicit SpeechTriggers(const std::vector<Match>& matches) {
    for (const Match& match : matches) add(match);
  }
  void add(const Match& match) {
    performs_[match.trigger] = match.frame->type->speech && match.frame->type->id != "statement";
  }
  bool has(TokenIndex token) const { return performs_.contains(token); }
  bool performs(TokenIndex token) const {
    const auto found = performs_.find(token);
    return found != performs_.end() && found->second;
  }

 private:
  std::map<TokenIndex, bool> performs_;
};

/// "'Should Peru sell the mine, we will gladly buy it,' she said": a condition, in which nobody is told what to do.
bool opens_with_condition(const MatchContext& on, TokenIndex clause) {
  const auto subject = on.tree.child(clause, "nsubj");
  const auto auxiliary = on.tree.child(clause, "aux");
  if (!subject || !auxiliary || *auxiliary > *subject ||
      !on.classes.holds("condition_opening", on.tree.lemma(*auxiliary)))
    return false;
  const auto sentence = on.extraction.sentences[on.tree.sentence(clause)].tokens;
  for (TokenIndex one = clause; one < sentence.end; ++one) {
    if (on.tree.word(one) == "?") return false;
  }
  return true;
}

/// "Was telling 'lies' about them": the reporter's own clause, of which one word is somebody else's.
bool is_thing_told(const MatchContext& on, TokenIndex clause, TokenIndex verb) {
  return on.tree.is(clause, "obj") && on.tree.head(clause) == verb && on.tree.is_noun(clause) &&
         on.classes.holds("addressing_verb", on.tree.lemma(verb));
}

}  // namespace

void add_said(const Frames& frames, const MatchContext& on, std::vector<Match>& matches) {
  SpeechTriggers triggers(matches);
  std::set<std::pair<TokenIndex, std::string>> told;
  for (const Quotation& quotation : on.quotations.all()) {
    for (const TokenIndex clause : on.quotations.clauses(quotation)) {
      const bool beside = on.tree.sentence(clause) == on.tree.sentence(quotation.verb);
      if (triggers.performs(clause) || (beside && triggers.performs(quotation.verb))) continue;
      const TokenIndex trigger = beside && !triggers.has(quotation.verb) ? quotation.verb : clause;
      if (triggers.has(trigger) || opens_with_condition(on, clause) || is_thing_told(on, clause, quotation.verb))
        continue;
      auto found = Matcher(frames, on, {trigger, clause, quotation.speakers}).match_said();
      if (!found || !told.emplace(quotation.verb, found->frame->type->id).second) continue;
      found->told_by = quotation.verb;
      found->clause = clause;
      found->consumed.clear();  // what a speech act speaks of is an event of its own
      triggers.add(*found);
      matches.push_back(std::move(*found));
    }
  }
  std::sort(matches.begin(), matches.end(),
            [](const Match& one, const Match& other) { return one.trigger < other.trigger; });
}

Match as_told(const Match& match) {
  Match telling = match;
  telling.trigger = match.told_by.value_or(match.trigger);
  return telling;
}

std::optional<Dated> date_said(const Match& match, const Standing& standing, const Dating& dating,
                               const StandingReader& standings) {
  auto dated = dating.date(match, standing);
  const Quotation* quotation = dated && dated->date.basis == Basis::stated ? nullptr : standings.performed_in(match);
  if (!quotation) return dated;
  Match saying = match;
  saying.trigger = quotation->verb;
  auto said = dating.date(saying, standings.read(saying));
  return said ? said : dated;
}

}  // namespace dateline
