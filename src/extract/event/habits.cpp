#include "extract/event/habits.hpp"

#include <algorithm>

namespace dateline {

bool looks_past(const Tree& tree, const Classes& classes, TokenIndex verb) {
  if (tree.xpos(verb) != "VB" && tree.xpos(verb) != "VBP") return false;
  const auto subject = tree.child(verb, "nsubj");
  const bool alone = !tree.child(verb, "aux") && !tree.child(verb, "mark");
  if (!alone || !subject) return false;
  if (classes.holds("one_form_verb", tree.lemma(verb)) && tree.upos(*subject) != Upos::PRON) return true;
  return (tree.xpos(*subject) == "NN" || tree.xpos(*subject) == "NNP") && !tree.child(*subject, "conj");
}

bool is_habitual(const Match& match, const Standing& standing, const MatchContext& on, BlockKind block) {
  // "'Boats sink there daily,' she said": as usual as if the text told it itself
  const bool only_quoted = standing.hearsay && standing.status == Status::claimed && on.quotations.of(match.trigger);
  if (standing.status != Status::asserted && !only_quoted) return false;
  const Tree& tree = on.tree;
  const TokenIndex verb = standing.clause;
  // "a mayor who is backed by the party": a state, and nothing that anybody says
  const bool lasting = tree.is_passive(verb) && on.classes.holds("lasting_passive", tree.lemma(verb));
  const bool speech = match.frame->type->speech && !lasting && !on.classes.holds("rule_verb", tree.lemma(verb));
  if (speech || !tree.is_verb(verb) || block == BlockKind::title || block == BlockKind::heading) return false;
  if (on.classes.holds("one_form_verb", tree.lemma(verb)) && looks_past(tree, on.classes, verb)) return false;
  if (on.classes.holds("present_state", tree.lemma(verb)) && names_someone(match, on)) return false;
  for (const TokenIndex one : tree.children(verb)) {
    if (tree.relation(one) == "aux") return false;
    if (tree.relation(one) == "aux:pass") return tree.xpos(one) == "VBZ" || tree.xpos(one) == "VBP";
  }
  return tree.xpos(verb) == "VBZ" || tree.xpos(verb) == "VBP";
}

namespace {

/// "Spent her career promoting peace": what fills much of a life is no one happening.
bool is_pursuit(TokenIndex verb, const MatchContext& on) {
  const Tree& tree = on.tree;
  if (tree.xpos(verb) != "VBG" || !(tree.is(verb, "advcl") || tree.is(verb, "acl") || tree.is(verb, "xcomp")))
    return false;
  auto above = tree.head(verb);
  if (above && tree.is(*above, "obj")) above = tree.head(*above);  // the parser may hang it on the time
  const auto spent =
      above && on.classes.holds("spending_verb", tree.lemma(*above)) ? tree.child(*above, "obj") : std::nullopt;
  return spent && on.classes.holds("long_time", tree.lemma(*spent));
}

/// "Served longer than any other senator", "met him more often than anybody": a comparison of lengths, and no happening.
bool is_compared(TokenIndex verb, const MatchContext& on) {
  const Tree& tree = on.tree;
  const auto parts = tree.children(verb);
  const auto is_measure = [&](TokenIndex one) {
    if (!tree.is(one, "advmod") || !on.classes.holds("length_adverb", tree.lemma(one))) return false;
    const auto degree = tree.child(one, "advmod");
    return tree.xpos(one) == "RBR" || (degree && tree.xpos(*degree) == "RBR");
  };
  const auto is_other = [&](TokenIndex one) {
    return on.classes.holds("comparison", tree.preposition(one)) || on.classes.holds("comparison", tree.marker(one));
  };
  const auto measure = std::find_if(parts.begin(), parts.end(), is_measure);
  if (measure == parts.end()) return false;
  const auto below = tree.children(*measure);
  return std::any_of(parts.begin(), parts.end(), is_other) || std::any_of(below.begin(), below.end(), is_other);
}

/// "The novel follows a spy who", "the play is about a king who": a work of fiction is the subject of the clause.
bool tells_story(TokenIndex head, const MatchContext& on) {
  const Tree& tree = on.tree;
  const bool depicts = on.classes.holds("depicting_verb", tree.lemma(head)) && tree.is_verb(head);
  const bool about = tree.child(head, "cop") && on.classes.holds("topic_preposition", tree.preposition(head));
  const auto subject = depicts || about ? tree.child(head, "nsubj") : std::nullopt;
  return subject && on.classes.holds("story_noun", tree.lemma(*subject));
}

/// "A drama about a nurse who": what the noun behind the preposition is of.
bool is_in_story(TokenIndex noun, TokenIndex above, const MatchContext& on) {
  return on.tree.is(noun, "nmod") && on.classes.holds("story_noun", on.tree.lemma(above)) &&
         on.classes.holds("topic_preposition", on.tree.preposition(noun));
}

/// "The aircraft is used to launch missiles": what a thing is for.
bool is_use(TokenIndex verb, const MatchContext& on) {
  const Tree& tree = on.tree;
  const auto above = tree.is_infinitive(verb) ? tree.head(verb) : std::nullopt;
  if (!above || !on.classes.holds("use_verb", tree.lemma(*above))) return false;
  const auto auxiliary = tree.child(*above, "aux:pass");
  return auxiliary && (tree.xpos(*auxiliary) == "VBZ" || tree.xpos(*auxiliary) == "VBP");
}

/// "A war of words", "the explosion of interest": a violent noun for what has no body.
bool is_figure(const Match& match, const MatchContext& on) {
  if (!on.classes.holds("figure_event", match.frame->type->id)) return false;
  const auto parts = on.tree.children(match.trigger);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return on.tree.is(one, "nmod") && on.classes.holds("complement_preposition", on.tree.preposition(one)) &&
           on.classes.holds("bodiless", on.tree.lemma(one));
  });
}

/// "Called the report an attack on science": what something is called.
bool is_what_it_is_called(TokenIndex noun, const MatchContext& on) {
  if (!on.tree.is(noun, "xcomp") && !on.tree.is(noun, "obj")) return false;
  const auto verb = on.tree.head(noun);
  const auto called = verb ? on.tree.child(*verb, "obj") : std::nullopt;  // the first of two
  return called && *called < noun && on.classes.holds("calling_verb", on.tree.lemma(*verb));
}

/// "Rebel forces & Norwegian occupation": a piece of text without a verb and a full stop, outside headlines, as on a map.
bool is_legend(TokenIndex noun, const MatchContext& on) {
  const Sentence& sentence = on.extraction.sentences[on.tree.sentence(noun)];
  const auto& blocks = on.document.blocks;
  if (sentence.block >= blocks.size() || blocks[sentence.block].kind == BlockKind::title ||
      blocks[sentence.block].kind == BlockKind::heading || on.quotations.of(noun))
    return false;
  const Span& tokens = sentence.tokens;
  if (on.tree.xpos(tokens.end - 1) == ".") return false;
  for (TokenIndex one = tokens.begin; one < tokens.end; ++one) {
    if (on.tree.is_verb(one) || on.tree.upos(one) == Upos::AUX) return false;
  }
  return true;
}

/// "Only God, who appointed me, will remove me": what heaven does is no news.
bool is_done_by_heaven(TokenIndex verb, const MatchContext& on) {
  const Heads subjects = on.arguments.subjects(verb);
  return std::any_of(subjects.begin(), subjects.end(),
                     [&](TokenIndex one) { return on.classes.holds("no_doer", on.tree.lemma(one)); });
}

/// "Children who have been abused need not prove it", "do not have to": what holds of any such people.
bool is_of_any_such(TokenIndex verb, const MatchContext& on) {
  const Tree& tree = on.tree;
  const auto noun = tree.head(verb);
  if (!noun || !tree.is(verb, "acl:relcl") || !tree.xpos(*noun).ends_with('S') || !tree.is(*noun, "nsubj") ||
      !tree.is_present_perfect(verb) || tree.child(*noun, "det") || tree.child(*noun, "nummod") ||
      tree.child(*noun, "nmod:poss"))
    return false;
  const auto rule = tree.head(*noun);
  const auto auxiliary = rule ? tree.child(*rule, "aux") : std::nullopt;
  return auxiliary && tree.xpos(*auxiliary) != "VBD" && tree.xpos(*rule) == "VB";
}

/// "Whatever the bank promises", "no matter what it promises": one of all that might be.
bool is_any_of_all(TokenIndex verb, const MatchContext& on) {
  const auto word = on.tree.is(verb, "acl:relcl") ? on.tree.head(verb) : std::nullopt;
  if (!word) return false;
  if (on.classes.holds("whatever", on.tree.lemma(*word))) return true;
  // the parser hangs "what" on the matter or on the verb
  const auto matter = on.tree.is(*word, "appos") ? on.tree.head(*word) : word;
  const auto none =
      on.classes.holds("no_matter", on.tree.lemma(*matter)) ? on.tree.child(*matter, "det") : std::nullopt;
  return none && on.classes.holds("no_determiner", on.tree.lemma(*none));
}

/// "Ask any driver leaving from the station", "rules on students travelling abroad": whoever does so, and nobody in particular.
bool is_of_whoever(TokenIndex verb, const MatchContext& on) {
  const Tree& tree = on.tree;
  const auto noun = tree.is(verb, "acl") && !tree.is(verb, "acl:relcl") ? tree.head(verb) : std::nullopt;
  if (!noun) return false;
  const auto determiner = tree.child(*noun, "det");
  if (determiner) return on.classes.holds("any_determiner", tree.lemma(*determiner));
  const bool bare = tree.xpos(*noun).ends_with('S') && !tree.child(*noun, "nummod") && !tree.child(*noun, "nmod:poss");
  if (!bare) return false;
  auto above = tree.head(*noun);
  for (int steps = 0; steps < deepest_control && above; ++steps) {
    if (on.classes.holds("rule_noun", tree.lemma(*above))) return true;
    if (tree.is_verb(*above) && !tree.marker(*above).empty()) return false;
    if (!tree.is(*above, "acl") && !tree.is(*above, "nmod")) return false;
    above = tree.head(*above);
  }
  return false;
}

/// "Most visitors will arrive by train": what is usual, and no plan.
bool is_of_most(const Match& match, const MatchContext& on) {
  const Tree& tree = on.tree;
  const auto subject = tree.child(match.trigger, "nsubj");
  const auto auxiliary = tree.child(match.trigger, "aux");
  if (!subject || !auxiliary || tree.xpos(match.trigger) != "VB" || tree.upos(*subject) != Upos::NOUN) return false;
  const auto parts = tree.children(*subject);
  const bool most = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one < *subject && on.classes.holds("most_of_any", tree.lemma(one));
  });
  const auto around = tree.children(match.trigger);
  return most && std::none_of(around.begin(), around.end(), [&](TokenIndex one) { return on.arguments.in_time(one); });
}

/// "In the film, a spy was killed", "in the second episode": a work of fiction in front of the clause.
bool opens_in_story(TokenIndex verb, const MatchContext& on) {
  const Tree& tree = on.tree;
  const auto subject = tree.child(verb, "nsubj");
  const auto parts = subject ? tree.children(verb) : std::span<const TokenIndex>();
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one < *subject && tree.is(one, "obl") && on.classes.holds("story_noun", tree.lemma(one)) &&
           on.classes.holds("story_preposition", tree.preposition(one)) && !tree.child(one, "nmod");
  });
}

/// "The Death of Lee is a comedy": what a work is called.
bool is_called_so(TokenIndex noun, const MatchContext& on) {
  const auto work = on.tree.is(noun, "nsubj") ? on.tree.head(noun) : std::nullopt;
  return work && on.tree.upos(*work) == Upos::NOUN && on.tree.child(*work, "cop") &&
         on.classes.holds("story_noun", on.tree.lemma(*work));
}

bool is_each_time(TokenIndex time, const MatchContext& on) {
  const auto each = on.tree.child(time, "det");
  return each && on.classes.holds("each", on.tree.lemma(*each)) &&
         on.classes.holds("recurring_time", on.tree.lemma(time));
}

}  // namespace

bool comes_again(const Match& match, const MatchContext& on) {
  const Tree& tree = on.tree;
  if (!tree.is_verb(match.trigger) || match.frame->type->speech) return false;
  const auto parts = tree.children(match.trigger);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    if (!tree.relation(one).starts_with("obl")) return false;
    const auto whole = tree.child(one, "nmod");  // "on the first Monday of each month"
    return is_each_time(one, on) || (whole && is_each_time(*whole, on));
  });
}

bool is_fiction(TokenIndex trigger, const MatchContext& on) {
  TokenIndex at = trigger;
  for (int steps = 0; steps < longest_path; ++steps) {
    if (tells_story(at, on) || opens_in_story(at, on)) return true;
    const auto above = on.tree.head(at);
    if (!above) return false;
    if (is_in_story(at, *above, on)) return true;
    at = *above;
  }
  return false;
}

bool is_told_to_do(const Match& match, const MatchContext& on) {
  const Tree& tree = on.tree;
  const TokenIndex verb = match.trigger;
  if (match.frame->type->speech || match.told_by || tree.xpos(verb) != "VB" || !on.arguments.is_order(verb))
    return false;
  const bool joined = tree.is(verb, "conj") && tree.head(verb) && on.arguments.is_order(*tree.head(verb));
  const bool main = tree.is(verb, "root") || tree.is(verb, "parataxis") || joined;
  return main && on.arguments.subjects(verb).empty();
}

bool is_generic(const Match& match, const Standing& standing, const MatchContext& on) {
  const Tree& tree = on.tree;
  const TokenIndex noun = match.trigger;
  if (tree.is_verb(noun))
    return is_pursuit(noun, on) || is_compared(noun, on) || is_use(noun, on) || is_done_by_heaven(noun, on) ||
           is_of_any_such(noun, on) || is_any_of_all(noun, on) || is_of_whoever(noun, on) || is_of_most(match, on);
  if (is_legend(noun, on) || is_figure(match, on) || is_what_it_is_called(noun, on) || is_called_so(noun, on))
    return true;
  if (tree.xpos(noun) != "NNS" || standing.clause != noun || !match.amounts.empty()) return false;
  for (const TokenIndex one : tree.children(noun)) {
    if (tree.is(one, "det") || tree.is(one, "nmod:poss") || tree.is(one, "nummod") || tree.is(one, "amod"))
      return false;
    if (tree.is(one, "cop")) return false;  // "executives are in talks with makers"
  }
  return !names_someone(match, on);
}

bool is_asked_for(TokenIndex noun, const MatchContext& on) {
  const auto verb = on.tree.is(noun, "nsubj:pass") ? on.tree.head(noun) : std::nullopt;
  const auto auxiliary = verb ? on.tree.child(*verb, "aux:pass") : std::nullopt;
  return auxiliary && on.tree.xpos(*auxiliary) != "VBD" && on.classes.holds("need_verb", on.tree.lemma(*verb)) &&
         !on.tree.child(noun, "det");
}

bool is_question(std::string_view sentence) {
  while (!sentence.empty() &&
         (static_cast<unsigned char>(sentence.back()) >= 0x80 || sentence.back() == '"' || sentence.back() == '\''))
    sentence.remove_suffix(1);
  return sentence.ends_with('?');
}

}  // namespace dateline
