// How an event stands in its text: asserted, claimed, denied, planned, urged or supposed; who says so; which speech act it is the content of.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/event/cues.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

struct Standing {
  Status status = Status::asserted;
  bool negated = false;
  std::vector<std::uint32_t> attribution;  ///< entities, outermost first
  std::vector<TokenIndex> speech;          ///< triggers of the speech acts that it is the content of, innermost first
  bool of_nobody = false;   ///< told of no one in particular, in what is not real: "would fine people who smoke"
  bool hearsay = false;     ///< by its own adverb ("reportedly"), or told by others
  bool is_purpose = false;  ///< planned because it is what something was done for: "flew there to sign"
  TokenIndex clause = 0;    ///< the verb whose tense and time are the event's: the trigger, or the verb that carries it
  std::vector<std::pair<std::string, std::string>> why;  ///< cue row and the word
};

/// Speech acts of the document by trigger: their type gives the status of what they speak of.
using SpeechActs = std::map<TokenIndex, const Match*>;

class StandingReader {
 public:
  StandingReader(const Cues& cues, const MatchContext& context, const SpeechActs& speech)
      : cues_(cues), on_(context), speech_(speech) {}

  Standing read(const Match& match) const;
  /// "'I urge them to leave,' she said": the quotation in which who speaks performs the speech act, whatever governs it outside.
  const Quotation* performed_in(const Match& match) const;

 private:
  /// What is gathered on the way up from an event.
  struct Climb {
    const Match& match;
    Standing standing;
    bool inner = true;                                  ///< begins at the event, not at whom it is told of
    bool reported = false;                              ///< inside something said: "would" is then a plan
    bool conditional = false;                           ///< a "would" met so far
    bool unforeseen = false;                            ///< "is not expected to": nobody denies what is still to come
    std::optional<TokenIndex> possible = std::nullopt;  ///< the event's own "may"
    const Quotation* performed_in = nullptr;            ///< where a speaker does what the speech act says by saying it
  };
  Status possibly(const Standing& standing, TokenIndex modal, bool reported) const;
  void apply(Climb& climb, const Cue& cue, TokenIndex word) const;
  void own_cues(Climb& climb, TokenIndex token) const;
  void opening_hearsay(Climb& climb) const;
  bool is_matter(TokenIndex below, TokenIndex above) const;
  bool is_absolute(TokenIndex below, TokenIndex above) const;
  void noun_cues(Climb& climb, TokenIndex noun) const;
  void presumed_by(Climb& climb, TokenIndex at) const;
  bool claims_for_itself(const Match& match) const;
  bool is_earlier_one(TokenIndex below, TokenIndex above) const;
  bool hangs_on_condition(TokenIndex verb) const;
  bool is_to_be_held(const Match& match) const;
  void own_claim(Standing& standing, const Match& match) const;
  void subject_cues(Standing& standing, TokenIndex noun) const;
  void sources(Climb& climb, TokenIndex clause) const;
  void source(Climb& climb, TokenIndex one) const;
  void closing_source(Climb& climb, TokenIndex complement) const;
  Heads speakers_of(TokenIndex word) const;
  std::vector<std::uint32_t> attribute(Standing& standing, const Heads& speakers) const;
  bool is_medium(std::uint32_t entity) const;
  bool is_bare_report(TokenIndex noun) const;
  bool is_private_voice(const Match& match, TokenIndex speaker) const;
  bool is_second_hand(const Match& match, const Heads& speakers, const std::vector<std::uint32_t>& who) const;
  bool is_quoted_of_others(const Match& match, const Heads& speakers) const;
  void report(Climb& climb, const Heads& speakers, TokenIndex verb) const;
  const Cue* cue_of_list(TokenIndex verb) const;
  bool is_mere_rule(TokenIndex verb) const;
  Effect effect_on(const Match& match, TokenIndex below, const Cue& cue, TokenIndex above) const;
  bool is_attempted(const Cue& cue, TokenIndex word) const;
  bool has_failed(TokenIndex undertaking) const;
  bool is_called_off(TokenIndex noun) const;
  bool is_testimony(TokenIndex verb) const;
  bool is_unconfirmed(TokenIndex noun) const;
  bool is_measured_against(TokenIndex below) const;
  bool is_contrasted(TokenIndex clause) const;
  bool is_hearsay_noun(const Cue& cue, TokenIndex noun) const;
  Status foretold(const Match& match) const;
  bool is_awaiting(TokenIndex predicate) const;
  void case_cues(Climb& climb, TokenIndex noun) const;
  bool is_in_such_a_case(TokenIndex clause, TokenIndex noun) const;
  bool is_refuted(TokenIndex noun) const;
  bool is_inverted(TokenIndex clause) const;
  bool is_left_to_others(TokenIndex noun, TokenIndex verb) const;
  bool is_known_as(TokenIndex speaker, std::string_view kind) const;
  bool is_one_side(const Match& match, const Heads& speakers) const;
  TokenIndex finite_above(TokenIndex below, TokenIndex above) const;
  bool is_past_circumstance(TokenIndex clause, TokenIndex above) const;
  bool is_begun(const Cue& cue, TokenIndex noun) const;
  bool is_told_apart(TokenIndex clause, TokenIndex above) const;
  void quoted(Climb& climb) const;
  bool is_no_source(TokenIndex noun) const;
  bool is_of_source(TokenIndex phrase) const;
  bool stands_apart(TokenIndex below, TokenIndex above) const;
  bool is_only_told(const Cue& cue, TokenIndex below, TokenIndex above) const;
  bool is_wanted_of_another(const Cue& cue, TokenIndex verb) const;
  bool may_be_weighed(const Cue& cue, TokenIndex verb) const;
  bool is_done_by_vote(const Match& match, TokenIndex below, TokenIndex above) const;
  bool is_only_thought(const Cue& cue, TokenIndex verb) const;
  bool is_to_end(TokenIndex noun) const;
  bool is_unspecific(TokenIndex noun) const;
  bool is_habit(TokenIndex verb) const;
  bool is_usual(TokenIndex verb) const;
  bool ends_in_stop(TokenIndex token) const;
  bool is_of_rule(TokenIndex below, TokenIndex above) const;
  bool is_step_of_procedure(TokenIndex verb) const;
  bool binds_anybody(TokenIndex verb) const;
  bool is_standing_rule(const Match& match, TokenIndex below, TokenIndex above) const;
  bool is_anybodys_opinion(const Cue& cue, TokenIndex verb) const;
  bool is_accuser(const Match& match, const Filled& filled, TokenIndex verb) const;
  bool is_of_nobody(const Match& match, TokenIndex noun) const;
  void climb_from(Climb& climb, TokenIndex at) const;
  bool conjunct(Climb& climb, TokenIndex below, TokenIndex above) const;
  void governor(Climb& climb, TokenIndex below, TokenIndex above) const;
  bool is_noun_content(TokenIndex below, TokenIndex above) const;
  const Cue* governing_cue(TokenIndex below, TokenIndex above) const;
  bool is_content(TokenIndex below, TokenIndex above) const;
  void clause_edge(Climb& climb, TokenIndex below, const Cue* cue) const;
  bool is_negated(TokenIndex token) const;
  const Cue* negation_before(TokenIndex noun) const;
  bool is_not_only(TokenIndex adverb) const;
  bool is_known_by(TokenIndex below, TokenIndex above) const;
  bool is_present(TokenIndex verb) const;
  bool is_weighed(TokenIndex noun) const;
  bool is_judged_in_general(const Match& match) const;
  const Cue* feared(TokenIndex clause, std::string_view above) const;
  bool is_awaited(TokenIndex clause) const;
  bool is_open_question(TokenIndex clause) const;
  std::optional<Status> still_owed(TokenIndex clause, TokenIndex verb) const;
  bool is_expected(const Cue& cue, TokenIndex verb) const;
  bool is_said_by_anybody(const Cue& cue, TokenIndex verb) const;

  const Cues& cues_;
  const MatchContext& on_;
  const SpeechActs& speech_;
};

}  // namespace dateline
