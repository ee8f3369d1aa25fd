// Frames: which words say that something of a type happened, under which conditions, and who fills which role.
// Rows of resources/en/event/frames.tsv over the patterns of resources/en/event/patterns.tsv.
//
// A slot is a place in the syntax around a trigger:
//   subj obj iobj   deep subject and object of a verb (passives, relative clauses, control and coordination undone), indirect object
//   poss comp       of a noun: its possessor, and a modifier before it
//   sup             of a noun: the subject of the verb that carries it ("Putin" in "Putin held talks")
//   host            of a noun: the subject of the verb during which it happened ("spoke at a meeting with")
//   judged          of a noun for a deed: who is convicted or accused of it ("jailed for the murder")
//   borne scene     of a noun: who is told to be the target or subject of it, and what the scene ("Lima was the target of an attack")
//   caught tried    of a noun: whom the verb that it hangs on tells of ("was hurt in a crash with") or judges ("after a trial he was jailed")
//   struck          of a noun: what it hit ("a blast that hit a bus")
//   traveller       of a journey: whom the verb that it hangs on tells of ("came back from visits to Oslo", "took her on a trip")
//   given           of a noun: whom a verb gives it ("gave Lee a tour")
//   doer            of a noun: whose deed it is ("the mayor's plan", "the raid by the army"); not "the arrest of Lee"
//   clause inf      a clause or infinitive that the trigger governs; an infinitive alone
//   direct          a clause of direct speech that the trigger, a verb of saying, governs
//   order           a clause that tells someone to do something: "'Stay at home,' she said"
//   vocative        who is spoken to in a clause ("Ann, go home")
//   extent          of a verb: how far, without a preposition ("fell 3 percent")
//   prt aux advmod neg  a particle, an auxiliary, an adverb, a negation ("not", "neither") of a verb
//   promise         the clause in which a speaker says what it will do itself; own: ... what it did or is itself
//   above           of a noun: the noun that has it in a phrase ("envoy" in "the envoy for the talks")
//   det case amod nummod   the determiner, the preposition, an adjective, a number of a noun
//   self holder     the trigger itself; of a noun: who it is said of ("her counterpart Sato", "Sato, her counterpart", "Sato is her counterpart")
//   whereabouts     of a noun: the place that a predicate says it is in ("500 soldiers are in Mali")
//   a.b             slot b of what stands in slot a: obj.poss, clause.subj
//   any other word  the preposition of a phrase: with, to, "on behalf of"
// A filler of a slot is tested by items separated by commas, one of which must hold: "#person" (a kind of entity), "@weapon" (a class of lemmas),
// "talk" (a lemma), "PROPN" style upper case (a UPOS tag, or a Penn tag: "VBP"). A leading "!" asks that none holds.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/base/word_map.hpp"
#include "dateline/model/extraction.hpp"
#include "dateline/ontology.hpp"
#include "dateline/resources.hpp"
#include "extract/event/classes.hpp"

namespace dateline {

/// What a filler must be like. Empty: anything.
struct Restriction {
  struct Item {
    enum class Sort { kind, word_class, lemma, tag, fine_tag } sort;
    std::string text;
    EntityKind kind = EntityKind::other;
    Upos tag = Upos::X;
  };
  std::vector<Item> items;
  bool forbidden = false;  ///< none of the items may hold
  bool any_agent =
      false;  ///< common nouns that name no known kind hold too, but for class `thing`: whoever speaks is someone
};

/// "obj:@force=unit": the fillers of a slot that fit take the role.
struct RoleRule {
  std::vector<std::string>
      slots;  ///< in order; the first with a fitting filler gives the role, all of them when `every`
  Restriction restriction;
  std::string role;
  bool every = false;     ///< "with&": further slots add participants of the same role
  bool any_noun = false;  ///< "role*": nouns that name no known kind of participant count too
  std::string only_with;  ///< a role that must have been filled before; "" for none
  std::string only_without;
};

/// "on|against:@agreement" must have a fitting filler in one of the slots, "-obj" must have none, "by?:#person" a fitting one
/// where there is any.
struct Condition {
  std::string text;  ///< as the row says it
  std::vector<std::string> slots;
  Restriction restriction;
  bool absent = false;
  bool optional = false;
};

struct Frame {
  std::string id;
  std::string pattern;
  const EventType* type = nullptr;
  std::string mode;                                               ///< of lemmas that have none of their own
  std::map<std::string, std::string, std::less<>> mode_of_lemma;  ///< "resign; retire: retire"
  Upos pos = Upos::VERB;
  std::vector<Condition> conditions;
  std::vector<RoleRule> roles;
  std::vector<std::vector<std::string>> needs;  ///< of each group one role must be filled
  bool on_negation =
      false;  ///< the frame asks for a negation ("neg") or a preposition ("case"), which then negates no event
  std::vector<std::string> amount_slots;  ///< where a number may stand ("self": on the trigger), the first that has one
  std::string amount_role;                ///< its role; "" for none

  const std::string& mode_by(std::string_view lemma) const {
    const auto own = mode_of_lemma.find(lemma);
    return own == mode_of_lemma.end() ? mode : own->second;
  }
};

/// A frame of a lemma, beside slots in which something must stand for it to fit, or nothing: most frames of a word fall by these alone.
struct Candidate {
  const Frame* frame = nullptr;
  // places in Frames::asked_slots; 0, which asks nothing, for fewer
  std::array<std::uint16_t, 4> asked{};   ///< something must stand there
  std::array<std::uint16_t, 2> barred{};  ///< nothing may
};

/// Reads the columns pos, when, roles and needs of a row of any table whose rows are laid on trees as frames are.
/// Throws Error{resource} on a bad row.
Frame laid_out(const Table& table, const Row& row, const Classes& classes);

class Frames {
 public:
  /// Throws Error{resource} on a bad row.
  Frames(const Resources& resources, const Ontology& ontology, const Classes& classes);

  /// Frames that a lemma can trigger, the most particular first.
  const std::vector<Candidate>& of(Upos pos, std::string_view lemma) const;
  /// Speech acts but bare statements that a verb of class `quotation_verb` can trigger: what a clause of direct speech may perform.
  const std::vector<Candidate>& of_direct_speech() const { return direct_speech_; }
  /// The slots that candidates ask for; the first has no name.
  const std::vector<std::string>& asked_slots() const { return asked_slots_; }
  std::size_t size() const { return senses_; }

 private:
  Candidate candidate(const Frame& frame);
  std::uint16_t asked_place(const std::string& slot);

  std::map<std::string, Frame, std::less<>> frames_;
  std::vector<std::string> asked_slots_ = {""};
  WordMap<std::uint16_t> asked_places_;                         ///< of the asked slots
  WordMap<std::vector<Candidate>> verbs_, nouns_, adjectives_;  ///< by lemma
  std::vector<Candidate> direct_speech_;
  std::size_t senses_ = 0;  ///< pairs of lemma and row
};

}  // namespace dateline
