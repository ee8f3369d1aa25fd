// Who stands in which place around a verb or a noun, however the sentence is turned: passives, relative clauses, participles, coordination,
// control ("agreed to send"), verbs that only carry a noun ("held talks").
#pragma once

#include <string_view>
#include <vector>

#include "extract/event/classes.hpp"
#include "extract/event/tree.hpp"

namespace dateline {

/// The heads of phrases, conjuncts not yet added.
using Heads = std::vector<TokenIndex>;

/// How far control and coordination are followed.
inline constexpr int deepest_control = 5;

/// Those of `more` that are not there yet.
void append(Heads& all, const Heads& more);

class Arguments {
 public:
  /// `in_time` marks the tokens of time expressions, which fill no slot.
  Arguments(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time);

  /// "thousands of troops", "two of his aides": whom a word that counts stands for, else the word itself.
  TokenIndex counted(TokenIndex head) const;

  /// Whether a token is part of a time expression.
  bool in_time(TokenIndex token) const { return in_time_[token]; }

  /// The phrases in a slot (frames.hpp names them) of a trigger; prepositional phrases are looked for on the carrying verb and the object too.
  Heads slot(TokenIndex trigger, std::string_view slot) const;

  Heads subjects(TokenIndex verb, int depth = 0) const;
  Heads objects(TokenIndex verb, int depth = 0) const;
  /// Whom a noun stands for that a clause behind it tells of: the subject it is the predicate of, else itself.
  TokenIndex told_of_by_name(TokenIndex noun, TokenIndex verb) const;

  /// "(The talks) were called off"
  bool calls_off(TokenIndex verb) const;
  /// The verb that carries a noun: "held" in "held talks", "took place" in "the talks took place". Nothing for a noun that stands alone.
  std::optional<TokenIndex> carrier(TokenIndex noun) const;
  /// Whether the noun is what a carrying verb says happened ("the talks began"), not what someone did with it ("held talks").
  bool carried_as_subject(TokenIndex noun) const;
  /// "the attack", "their attack": one that the reader is taken to know of.
  bool is_definite(TokenIndex noun) const;
  /// "An attack happened", "Friday's raid killed ten", "talks are under way"; not "the raid", which was told before.
  bool is_told_to_happen(TokenIndex noun) const;

  /// "Stay at home", "do not panic"; not what is quoted from behind an auxiliary: 'did "not recognise the court"'.
  bool is_order(TokenIndex verb) const;

  /// "Last week's protests", "the June 12 clashes": a noun that names an occasion by its time.
  bool has_own_day(TokenIndex noun) const;

 private:
  Heads plain_slot(TokenIndex trigger, std::string_view slot) const;
  bool is_counter(TokenIndex token) const;
  std::optional<TokenIndex> counter(TokenIndex noun) const;
  std::optional<TokenIndex> carrier_below(TokenIndex noun) const;
  bool takes_in_quote(TokenIndex noun) const;
  bool is_judged_by(TokenIndex verb, TokenIndex noun) const;
  bool joins(std::string_view words, std::string_view preposition) const;
  Heads relative_antecedent(TokenIndex verb, std::string_view role) const;
  Heads called_on(TokenIndex governor, TokenIndex infinitive) const;
  Heads given_means(TokenIndex giving, TokenIndex infinitive) const;
  Heads authors(TokenIndex writing, int depth) const;
  Heads detached_subjects(TokenIndex participle, int depth) const;
  bool is_named_by_predicate(TokenIndex predicate) const;
  Heads undergoers(TokenIndex passive, int depth) const;
  Heads governed_subjects(TokenIndex verb, int depth) const;
  Heads shared_objects(TokenIndex verb, int depth) const;
  Heads children_as(TokenIndex token, std::string_view relation) const;
  Heads agents(TokenIndex verb) const;
  Heads prepositional(TokenIndex head, std::string_view preposition) const;
  Heads verb_prepositional(TokenIndex verb, std::string_view preposition) const;
  Heads noun_prepositional(TokenIndex noun, std::string_view preposition) const;
  Heads agents_behind(TokenIndex noun, int depth) const;
  Heads behind_object(TokenIndex noun, std::string_view preposition) const;
  Heads modifiers(TokenIndex noun) const;
  Heads named_modifiers(TokenIndex noun) const;
  Heads clauses(TokenIndex trigger) const;
  std::optional<TokenIndex> told_before(TokenIndex verb) const;
  Heads hosts(TokenIndex noun) const;
  Heads judged_for(TokenIndex noun) const;
  Heads sentenced_for(TokenIndex above) const;
  Heads extents(TokenIndex verb) const;
  TokenIndex thing_meant(TokenIndex antecedent, TokenIndex pronoun) const;
  Heads holders(TokenIndex noun) const;
  Heads told_of(TokenIndex noun, std::string_view word_class) const;
  Heads caught_in(TokenIndex noun) const;
  Heads doers(TokenIndex noun) const;
  Heads given_to(TokenIndex noun) const;
  Heads involved_in(TokenIndex noun) const;
  Heads sufferers_in(TokenIndex noun) const;
  Heads faced_by(TokenIndex noun) const;
  Heads addressed_by(TokenIndex verb) const;
  Heads tried_at(TokenIndex noun) const;
  Heads struck_by(TokenIndex noun) const;
  Heads travellers(TokenIndex journey) const;
  Heads particles(TokenIndex verb) const;
  Heads negations(TokenIndex verb) const;
  bool has_own_subject(TokenIndex verb) const;
  bool is_relative_pronoun(TokenIndex token) const;

  const Tree& tree_;
  const Classes& classes_;
  const std::vector<bool>& in_time_;
};

}  // namespace dateline
