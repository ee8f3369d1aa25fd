#include "extract/event/own_parts.hpp"

#include <algorithm>
#include <array>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/event/empty_pronouns.hpp"
#include "extract/event/spoken_names.hpp"

namespace dateline {
namespace {

constexpr std::size_t longest_subject = 14;         // tokens
constexpr std::uint32_t farthest_antecedent = 120;  // bytes between a noun and its pronoun in one clause
constexpr std::array<std::string_view, 5> own_parts = {"obj", "iobj", "obl", "xcomp", "ccomp"};

/// "The plan, which they rejected", "the men whom Peru refused to return": what stands before a clause of which it is the object.
std::optional<TokenIndex> object_before(TokenIndex verb, const MatchContext& on) {
  auto above = on.tree.head(verb);
  if (!above || *above > verb || !on.tree.is(verb, "acl:relcl") || !on.tree.is_noun(*above)) return std::nullopt;
  if (on.classes.holds("day_noun", on.tree.lemma(*above))) return std::nullopt;  // "the day it sank"
  // "accused of it in some way, which he denied": the whole clause
  if (on.tree.is(*above, "obl") && is_set_off(verb, on)) return std::nullopt;
  const Heads objects = on.tree.is_passive(verb) ? Heads{} : on.arguments.objects(verb);
  if (std::find(objects.begin(), objects.end(), *above) == objects.end()) return std::nullopt;
  // "the Care of Forests Act, which": the whole name
  const auto whole = on.tree.head(*above);
  const bool inner = whole && *whole < *above && on.tree.upos(*whole) == Upos::PROPN &&
                     on.tree.upos(*above) == Upos::PROPN && on.tree.is(*above, "nmod") &&
                     !on.tree.child(*above, "det") &&
                     on.classes.holds("complement_preposition", on.tree.preposition(*above));
  return inner ? whole : above;
}

/// "Refused to return them": whether the object of the infinitive stands behind it; not "ordered them to go", "ruled it to be void".
bool takes_object(TokenIndex infinitive, TokenIndex verb, const MatchContext& on) {
  return on.tree.is_verb(infinitive) && !on.tree.child(infinitive, "obj") &&
         on.classes.holds("own_infinitive", on.tree.lemma(verb));
}

/// "Called for the tax to be cut": the infinitive right behind a phrase says what is called for.
std::optional<TokenIndex> asked_behind(TokenIndex part, TokenIndex verb, const MatchContext& on) {
  if (!on.classes.holds("infinitive_subject", on.tree.preposition(part))) return std::nullopt;
  for (const TokenIndex one : on.tree.children(verb)) {
    if (on.tree.is(one, "advcl") && on.tree.is_infinitive(one) && on.tree.is_passive(one) &&
        on.tree.extent(one).begin == on.tree.extent(part).end)
      return one;
  }
  return std::nullopt;
}

/// The object that stands before its relative clause, as it is said behind the verb.
Tokens moved_phrase(TokenIndex moved, TokenIndex verb, const MatchContext& on) {
  Tokens words = subject_phrase(moved, verb, on);
  const TokenIndex inner = *on.tree.head(verb);
  if (inner == moved) return words;
  words = joined(std::move(words), subject_phrase(inner, verb, on), on);
  if (const auto joint = on.tree.child(inner, "case")) words = joined(std::move(words), {*joint}, on);
  return words;
}

/// "Gave it until Friday to answer": the infinitive says nothing without the time.
bool is_deadline_for_deed(TokenIndex time, TokenIndex verb, const MatchContext& on) {
  const auto parts = on.tree.children(verb);
  return on.classes.holds("end_preposition", on.tree.preposition(time)) &&
         std::any_of(parts.begin(), parts.end(),
                     [&](TokenIndex one) { return one > time && on.tree.is_infinitive(one); });
}

/// Whether a phrase is set off from the clause; not by the comma that ends an apposition: "held two men, Ray Cole and Tom Hale, in a cell".
bool stands_apart(TokenIndex one, const std::vector<Tokens>& parts, const MatchContext& on) {
  const TokenIndex begin = on.tree.extent(one).begin, comma = on.tree.word(begin) == "," ? begin : begin - 1;
  const bool set_off = on.tree.is(one, "obl") && is_set_off(one, on);
  const bool behind_name = !parts.empty() && !parts.back().empty() && parts.back().back() + 1 == comma &&
                           std::any_of(parts.back().begin(), parts.back().end(), [&](TokenIndex part) {
                             return on.tree.is(part, "appos") && is_set_off(part, on);
                           });
  return set_off && !behind_name;
}

/// "The company": whether a noun with nothing but its article stands for one that a text has named before.
bool is_bare_definite(TokenIndex noun, const MatchContext& on) {
  const auto parts = on.tree.children(noun);
  const auto article = on.tree.child(noun, "det");
  return on.tree.upos(noun) == Upos::NOUN && article &&
         on.classes.holds("definite_determiner", on.tree.lemma(*article)) &&
         std::all_of(parts.begin(), parts.end(), [&](TokenIndex one) {
           return one == *article || on.tree.upos(one) == Upos::PUNCT || one > noun + 1;
         });
}

/// "Was hurt two weeks after leaving Lima": a length that a clause behind it counts from says nothing without that clause.
bool counts_from_clause(TokenIndex length, TokenIndex verb, const MatchContext& on) {
  if (!on.tree.is(length, "obl") || !on.arguments.in_time(length) || !on.tree.preposition(length).empty()) return false;
  const TokenIndex end = on.tree.extent(length).end;
  const auto parts = on.tree.children(verb);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return on.tree.is(one, "advcl") && on.tree.child(one, "mark") && on.tree.extent(one).begin == end;
  });
}

}  // namespace

bool is_personal_pronoun(TokenIndex token, const MatchContext& on) {
  return on.tree.xpos(token) == "PRP" || on.tree.xpos(token) == "PRP$";
}

bool is_person(std::uint32_t entity, const MatchContext& on) {
  return on.extraction.entities[entity].kind == EntityKind::person;
}

std::optional<std::uint32_t> meant(TokenIndex token, const MatchContext& on) {
  const auto& entities = on.lookup.headed_by(token);
  return entities.size() == 1 ? std::optional(entities.front()) : std::nullopt;
}

/// Whether a role names whom a word stands for.
bool has_role(TokenIndex word, const Match& match, const MatchContext& on) {
  const auto who = meant(word, on);
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) {
    return one.head == word || (who && std::find(one.entities.begin(), one.entities.end(), *who) != one.entities.end());
  });
}

/// Whether a role or a condition of the frame rests on a word: "the attack" of "conducted the attack".
bool is_asked(TokenIndex word, const Match& match, const MatchContext& on) {
  return has_role(word, match, on) ||
         std::find(match.consumed.begin(), match.consumed.end(), word) != match.consumed.end();
}

/// "The company's", "the miners'"
static std::string ending_of_owner(const std::string& name, const Joints& joints) {
  const std::string owner(joints.owner);
  const bool plural = name.ends_with(owner.back()) && name.front() >= 'a' && name.front() <= 'z';
  return plural ? owner.substr(0, owner.size() - 1) : owner;
}

/// Whether what a pronoun stands for is said in the words before it: "Ann Lee's sister", "Ann Lee".
static bool is_said_before(std::uint32_t who, TokenIndex pronoun, std::string_view words, const MatchContext& on) {
  const auto& mentions = on.extraction.entities[who].mentions;
  const std::uint32_t at = on.extraction.tokens[pronoun].bytes.begin;
  return std::any_of(mentions.begin(), mentions.end(), [&](const EntityMention& one) {
    if (one.form == MentionForm::pronoun || words.find(one.text) == words.npos) return false;
    const bool here = one.span.end <= at && at - one.span.end <= farthest_antecedent;
    return one.form == MentionForm::name ? on.tree.is(pronoun, "nsubj") || on.tree.is(pronoun, "nmod:poss") || here
                                         : here;
  });
}

std::optional<std::string> words_of(const Tokens& tokens, std::optional<std::uint32_t> own, std::string_view about,
                                    std::string_view said, const Joints& joints, const MatchContext& on) {
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TokenIndex token = tokens[i];
    const bool last = i + 1 == tokens.size() || tokens[i + 1] != token + 1;
    const bool in_marks =
        on.tree.upos(token) == Upos::PUNCT && !last && is_quotation_mark(token + 1, on) && i + 2 >= tokens.size();
    if (in_marks || (on.tree.word(token) == "," && last)) continue;  // what it set off was left out
    const bool beside = i > 0 && tokens[i - 1] + 1 == token;
    const Span bytes = on.extraction.tokens[token].bytes;
    const bool apart = beside ? bytes.begin > on.extraction.tokens[token - 1].bytes.end && on.tree.xpos(token) != "POS"
                              : i > 0 && on.tree.upos(token) != Upos::PUNCT && on.tree.xpos(token) != "POS";
    if (apart) out += ' ';
    if (const auto owner_day = time_owner(token, on)) {  // "Friday's blast": the blast
      const bool first = on.tree.extent(*owner_day).begin == token;
      if (first) out += joints.article;
      continue;
    }
    if (!is_personal_pronoun(token, on)) {
      out += on.tree.word(token);
      continue;
    }
    const auto who = meant(token, on);
    const bool possessive = on.tree.xpos(token) == "PRP$" && !on.tree.is(token, "obj");  // "named her captain"
    std::string name = who ? name_in_text(*who, on) : "";
    // "asked Ann Lee to leave her office", "Reed's resignation after he lied"
    const bool reflexive = on.classes.holds("reflexive_pronoun", on.tree.lemma(token));
    if (is_speaker_word(token, on) && (!who || own == who || reflexive))
      return std::nullopt;  // "we", "my" of who speaks
    if (reflexive || (who && !is_speaker_word(token, on) &&
                      (is_said_before(*who, token, said, on) || is_said_before(*who, token, out, on)))) {
      out += on.tree.word(token);
      continue;
    }
    const bool of_subject_phrase = about.empty();  // "their demands included elections": the protesters' demands
    if (who && name.empty() && (!possessive || of_subject_phrase)) name = definite_in_text(*who, on);
    if (possessive && who && own && who != own && !is_person(*who, on) && !is_person(*own, on))
      return std::nullopt;  // "the storm became its third hurricane": of either
    const bool of_subject = who && (own == who || (!name.empty() && about.find(name) != about.npos));
    if (!who && holds_place(token, on)) {
      out += on.tree.word(token);
      continue;
    }
    if (of_subject ? on.tree.is(token, "nsubj") : name.empty()) return std::nullopt;
    out += of_subject ? utf8::lower(on.tree.word(token)) : name + (possessive ? ending_of_owner(name, joints) : "");
  }
  return squeeze(out);
}

bool is_counted_or_plural(TokenIndex noun, const MatchContext& on) {
  const auto who = meant(noun, on);
  if (who && on.extraction.entities[*who].kind == EntityKind::country && on.tree.conjuncts(noun).size() == 1)
    return false;  // "the United States"
  return on.tree.xpos(noun).ends_with('S') || on.tree.conjuncts(noun).size() > 1 || on.tree.upos(noun) == Upos::NUM;
}

std::optional<std::string> subject_words(TokenIndex subject, TokenIndex verb, const Joints& joints,
                                         const MatchContext& on) {
  const auto who = meant(subject, on);
  const bool alone = on.tree.conjuncts(subject).size() == 1;
  if (who && alone && name_mention(*who, on) != nullptr &&
      (is_person(*who, on) || is_personal_pronoun(subject, on) || is_bare_definite(subject, on)))
    return name_in_text(*who, on);
  if (on.tree.upos(subject) == Upos::ADJ) return std::nullopt;  // "the second accused him"
  if (on.tree.upos(subject) == Upos::PRON && !is_personal_pronoun(subject, on)) return std::nullopt;
  const Tokens tokens = subject_phrase(subject, verb, on);
  if (std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex one) { return on.tree.xpos(one) == "WP"; }))
    return std::nullopt;  // "four of whom"
  if (tokens.empty() || tokens.size() > longest_subject || is_quoted(tokens, on.quotations.of(verb), on))
    return std::nullopt;
  auto words = words_of(tokens, std::nullopt, "", "", joints, on);
  if (!words || on.tree.upos(tokens.front()) != Upos::DET) return words;
  if (on.classes.holds("demonstrative", utf8::lower(on.tree.word(tokens.front()))))  // "this firm": the firm
    return std::string(joints.article) + words->substr(on.tree.word(tokens.front()).size());
  if (words->front() >= 'A' && words->front() <= 'Z') words->front() = static_cast<char>(words->front() - 'A' + 'a');
  return words;
}

std::optional<TokenIndex> telling_verb(TokenIndex trigger, const MatchContext& on) {
  const bool adjective = on.tree.upos(trigger) == Upos::ADJ && on.tree.child(trigger, "cop");  // "was guilty of"
  if (on.tree.is_verb(trigger) || adjective) return trigger;
  const auto carrier = on.arguments.carrier(trigger);
  if (carrier && on.tree.head(*carrier) == trigger) return carrier;  // "a subpoena issued by a grand jury"
  if (!carrier || !on.tree.within(trigger, *carrier)) return std::nullopt;
  // "announced the death of", "the deal followed talks": these happened on another day
  const bool beside = on.tree.is(trigger, "obj") && !on.classes.holds("carrying_verb", on.tree.lemma(*carrier));
  return beside || on.classes.holds("saying_verb", on.tree.lemma(*carrier)) ? std::nullopt : carrier;
}

std::optional<std::vector<Tokens>> parts_behind(TokenIndex verb, TokenIndex subject, bool denied, Fullness fullness,
                                                const MatchContext& on) {
  std::vector<Tokens> parts;
  const auto add = [&](Tokens tokens) {
    if (!tokens.empty()) parts.push_back(std::move(tokens));
  };
  const auto moved = object_before(verb, on);
  const auto infinitive = on.tree.child(verb, "xcomp");
  const bool behind = moved && infinitive && takes_object(*infinitive, verb, on);
  if (moved && infinitive && !behind && on.tree.is_verb(*infinitive)) return std::nullopt;  // "a firm they hope to buy"
  if (moved && !behind) add(moved_phrase(*moved, verb, on));
  for (const TokenIndex one : on.tree.children(verb)) {
    if (on.classes.holds("negation", on.tree.lemma(one))) {
      if (!denied) return std::nullopt;
      continue;
    }
    if (moved && one > verb && on.tree.is(one, "obj")) return std::nullopt;
    if (one < verb || one == subject || counts_from_clause(one, verb, on)) continue;
    if (is_around_time(one, on) || on.classes.holds("hearsay_adverb", on.tree.lemma(one))) continue;
    if (is_when(one, on)) {
      if (is_deadline_for_deed(one, verb, on)) return std::nullopt;
      for (const TokenIndex inner : behind_time(one, on)) add(phrase(inner, fullness, on));
      continue;
    }
    const bool particle = on.tree.is(one, "compound:prt") || (on.tree.is(one, "advmod") && one == verb + 1);
    const bool own = particle || is_any(one, own_parts, on) || is_held_by_pronoun(one, on) ||
                     (fullness == Fullness::full && is_needed_clause(one, on));
    if (!own || stands_apart(one, parts, on)) continue;
    Tokens tokens = phrase(one, fullness, on);
    if (const auto asked = asked_behind(one, verb, on))
      tokens = joined(std::move(tokens), phrase(*asked, fullness, on), on);
    if (tokens.empty()) continue;
    if (is_quoted(tokens, on.quotations.of(verb), on)) return std::nullopt;
    // "the naming of Lee as envoy by Chile": a phrase within another one's
    if (!parts.empty() && parts.back().back() > tokens.front()) {
      parts.back() = joined(std::move(parts.back()), tokens, on);
      continue;
    }
    parts.push_back(std::move(tokens));
    if (behind && one == *infinitive) add(moved_phrase(*moved, verb, on));
  }
  return parts;
}

bool lacks_object(TokenIndex verb, const MatchContext& on) {
  if (on.tree.is_passive(verb) || object_before(verb, on)) return false;
  const Heads objects = on.arguments.objects(verb);
  return !objects.empty() && std::none_of(objects.begin(), objects.end(),
                                          [&](TokenIndex one) { return one > verb && on.tree.within(one, verb); });
}

}  // namespace dateline
