#include "extract/event/told_again.hpp"

#include <algorithm>

namespace dateline {
namespace {

/// The nouns that a verb tells its happening by: those its row rests on, and its subject ("the fire broke out").
Heads told_by(const Match& match, const EventWords& words, const MatchContext& on) {
  Heads nouns;
  for (const TokenIndex noun : match.consumed) {
    if (words.can_tell(noun, *match.frame->type)) nouns.push_back(noun);
  }
  for (const TokenIndex noun : on.arguments.subjects(match.trigger)) {
    if (words.can_tell(noun, *match.frame->type)) append(nouns, {noun});
  }
  return nouns;
}

/// "The attack was the third this month": a noun that says what was told before, whatever sets it apart from others.
bool is_said_of_one_told(const Match& match, const EventWords& words, const MatchContext& on) {
  if (!on.tree.child(match.trigger, "cop")) return false;
  const auto subject = on.tree.child(match.trigger, "nsubj");
  return subject && words.can_tell(*subject, *match.frame->type) && on.arguments.is_definite(*subject);
}

/// "(He wept) when convicted": a participle that says at which turn, known from before, something happened.
bool is_told_in_passing(TokenIndex verb, const MatchContext& on) {
  const Tree& tree = on.tree;
  return tree.xpos(verb) == "VBN" && tree.is(verb, "advcl") && !tree.child(verb, "nsubj") && !tree.child(verb, "aux") &&
         on.classes.holds("relative_adverb", tree.marker(verb));
}

}  // namespace

bool is_told_by_definite_noun(const Match& match, const EventWords& words, const MatchContext& on) {
  if (!on.tree.is_verb(match.trigger)) {
    return on.tree.is_noun(match.trigger) &&
           (on.arguments.is_definite(match.trigger) || is_said_of_one_told(match, words, on));
  }
  if (is_told_in_passing(match.trigger, on)) return true;
  const Heads nouns = told_by(match, words, on);
  return std::any_of(nouns.begin(), nouns.end(), [&](TokenIndex noun) { return on.arguments.is_definite(noun); });
}

bool means_the_one_told(const Match& match, const EventWords& words, const MatchContext& on) {
  const auto sets_apart = [&](TokenIndex noun) {
    const auto modifiers = on.tree.children(noun);
    return std::any_of(modifiers.begin(), modifiers.end(), [&](TokenIndex one) {
      return on.classes.holds("other_occasion", on.tree.lemma(one)) || on.classes.holds("ordinal", on.tree.lemma(one));
    });
  };
  // "Opened its inquiry" tells of a new one.
  const auto has_definite_article = [&](TokenIndex noun) {
    const auto determiner = on.tree.child(noun, "det");
    return determiner && on.classes.holds("definite_determiner", on.tree.lemma(*determiner));
  };
  // "Its ban on beef" is known by the beef, not by the ban told before.
  const auto is_of_own_matter = [&](TokenIndex noun) {
    std::vector<TokenIndex> parts(on.tree.children(noun).begin(), on.tree.children(noun).end());
    if (const auto verb = on.tree.head(noun)) {  // the parser may hang what stands right behind the noun on its verb
      for (const TokenIndex one : on.tree.children(*verb)) {
        if (on.tree.is(one, "obl") && on.tree.extent(one).begin == noun + 1) parts.push_back(one);
      }
    }
    return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      const bool phrase = on.tree.is(one, "nmod") || on.tree.is(one, "obl");
      const bool complement = one > noun && phrase && !on.arguments.in_time(one) &&
                              on.classes.holds("content_preposition", on.tree.preposition(one));
      const auto entities = on.lookup.headed_by(one);
      const bool where = std::any_of(entities.begin(), entities.end(), [&](std::uint32_t entity) {
        return is_where(on.extraction.entities[entity].kind);
      });
      return complement && !where && std::none_of(match.filled.begin(), match.filled.end(), [&](const Filled& part) {
               return part.head == one;
             });
    });
  };
  if (is_said_of_one_told(match, words, on)) return true;
  if (!on.tree.is_verb(match.trigger)) return !sets_apart(match.trigger) && !is_of_own_matter(match.trigger);
  // "The procession crossed the town and ended at the church."
  const Heads subjects = on.arguments.subjects(match.trigger);
  const auto is_subject = [&](TokenIndex noun) {
    return std::find(subjects.begin(), subjects.end(), noun) != subjects.end();
  };
  const Heads nouns = told_by(match, words, on);
  return std::any_of(nouns.begin(), nouns.end(), [&](TokenIndex noun) {
    const bool agent = on.tree.is(noun, "obl") && on.classes.holds("agent_marker", on.tree.preposition(noun));
    const bool core =
        is_subject(noun) ||
        (on.tree.head(noun) == match.trigger && (on.tree.is(noun, "nsubj") || on.tree.is(noun, "obj") || agent)) ||
        (on.tree.head(match.trigger) == noun && on.tree.is(match.trigger, "acl"));
    return core && has_definite_article(noun) && !sets_apart(noun);
  });
}

}  // namespace dateline
