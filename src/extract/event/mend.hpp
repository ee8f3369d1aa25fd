// Attachments that the parser often gets wrong in news, put right before events are read.
#pragma once

#include <vector>

#include "extract/event/classes.hpp"
#include "extract/event/tree.hpp"

namespace dateline {

/// "said on Monday that X did" (the clause on the day, or as an adverbial), "there were no plans for X to meet Y" (the infinitive on the verb), verbs swallowed
/// by a noun phrase, headlines without an auxiliary.
std::vector<Attachment> mends(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time,
                              const std::vector<bool>& in_headline);

/// "went on to found a firm": a verb and a particle that only lead to what was done.
bool goes_on(const Tree& tree, const Classes& classes, TokenIndex verb);

/// Whether a word or one of the words that its name goes on with is part of the name of a person.
bool names_person(const Tree& tree, TokenIndex name);

/// Those of them that give a verb the subject it lacks.
void mend_subjects(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time, bool in_headline,
                   TokenIndex token, std::vector<Attachment>& all);

/// Whether the sentence of a token ends in a full stop and has no finite verb but, perhaps, the token itself.
bool lacks_finite_verb(const Tree& tree, TokenIndex token);

/// "A quake of magnitude 8.8 struck central Chile.": the only verb of a full sentence, read as an attribute of a noun.
void mend_verb_as_attribute(const Tree& tree, TokenIndex verb, std::vector<Attachment>& all);

/// "After a ferry carrying ninety people capsized": a participle of a verb that has no passive is the verb of the clause that the preposition opens.
void mend_swallowed_clause(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all);

/// "Asked the mayor, who is backed by the party, to resign": the infinitive behind a relative clause is what the verb before it asks for.
void mend_asked_infinitive(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all);

/// "It is common for courts — Peru has nine — to sit in July": what follows an aside between dashes hangs on what stood before it.
void mend_behind_aside(const Tree& tree, TokenIndex token, std::vector<Attachment>& all);

/// "A man who, police said, robbed a bank", "ships which, Lee said, Peru had refused": who says it stands between the pronoun and its clause.
void mend_interrupted_clause(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all);

/// "The army left in May, then on request returned": the second verb in the past, which has no subject, is joined to the first.
void mend_later_deed(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all);

/// "The report called for a ban.", "Sales of cars fell by a third.": the only verb of a full sentence, read as a modifier of its subject.
void mend_lost_verb(const Tree& tree, const Classes& classes, TokenIndex verb, std::vector<Attachment>& all);

/// "Ann Lee noted on Monday, the victims were children": what is said, behind the day and a comma.
void mend_clause_behind_time(const Tree& tree, const Classes& classes, const std::vector<bool>& in_time,
                             TokenIndex clause, std::vector<Attachment>& all);

/// Those of lists, appositions and what hangs on the nouns of a phrase.
void mend_lists(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all);

/// Those of who did it, and of what was joined to the wrong word of a phrase.
void mend_agents(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all);

/// Those of two that stand together and were parsed apart.
void mend_pairs(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all);

/// Those of clauses without a tense beside the main one, and of whom they tell.
void mend_side_clauses(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all);

/// Those of what the parser hung farther off than it stands.
void mend_nearest(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all);

/// Those of titles beside names, and of subjects behind an opening phrase or before an aside.
void mend_beside(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all);

/// Those of relative clauses and participles behind several nouns.
void mend_antecedents(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all);

/// Those of opening phrases.
void mend_opening(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all);

/// "Thank you": whether a verb has who is spoken to as its object.
bool addresses(const Tree& tree, const Classes& classes, TokenIndex verb);

/// Those of whom somebody speaks to.
void mend_address(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all);

/// Those of them that give a verb the object it lacks.
void mend_objects(const Tree& tree, const Classes& classes, TokenIndex token, std::vector<Attachment>& all);

}  // namespace dateline
