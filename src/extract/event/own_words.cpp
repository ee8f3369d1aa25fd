#include "extract/event/own_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/event/empty_pronouns.hpp"
#include "extract/event/own_phrases.hpp"
#include "extract/event/spoken_names.hpp"

namespace dateline {
namespace {

constexpr std::size_t longest = 30;          // tokens that a label bears
constexpr std::size_t longest_subject = 14;  // tokens
constexpr std::string_view no_auxiliary = "-", behind_noun = "behind-noun", behind_nouns = "behind-nouns",
                           owner_row = "owner", participle_row = "participle-ending", past_row = "past-ending",
                           changing_row = "changing-letter";
constexpr std::array<std::string_view, 5> own_parts = {"obj", "iobj", "obl", "xcomp", "ccomp"};

bool is_personal_pronoun(TokenIndex token, const MatchContext& on) {
  return on.tree.xpos(token) == "PRP" || on.tree.xpos(token) == "PRP$";
}

bool is_person(std::uint32_t entity, const MatchContext& on) {
  return on.extraction.entities[entity].kind == EntityKind::person;
}

/// The one entity that a word stands for.
std::optional<std::uint32_t> meant(TokenIndex token, const MatchContext& on) {
  const auto& entities = on.lookup.headed_by(token);
  return entities.size() == 1 ? std::optional(entities.front()) : std::nullopt;
}

/// The words of a phrase with names for its pronouns; nothing when one stays open. The pronouns of whom the clause is about stay:
/// of the entity `own`, or of a name in the words `about`; so do possessives of a name in the words `said`. `owner` is what makes a name a possessive.
std::optional<std::string> words_of(const Tokens& tokens, std::optional<std::uint32_t> own, std::string_view about,
                                    std::string_view said, std::string_view owner, const MatchContext& on) {
  std::string out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TokenIndex token = tokens[i];
    const bool last = i + 1 == tokens.size() || tokens[i + 1] != token + 1;
    if (last && on.tree.word(token) == ",") continue;  // what it set off was left out
    const bool beside = i > 0 && tokens[i - 1] + 1 == token;
    const Span bytes = on.extraction.tokens[token].bytes;
    const bool apart = beside ? bytes.begin > on.extraction.tokens[token - 1].bytes.end
                              : i > 0 && on.tree.upos(token) != Upos::PUNCT && on.tree.xpos(token) != "POS";
    if (apart) out += ' ';
    if (!is_personal_pronoun(token, on)) {
      out += on.tree.word(token);
      continue;
    }
    const auto who = meant(token, on);
    const bool possessive = on.tree.xpos(token) == "PRP$";
    std::string name = who ? name_in_text(*who, on) : "";
    if (possessive && !name.empty() && said.find(name) != said.npos) {  // "asked Ann Lee to leave her office"
      out += on.tree.word(token);
      continue;
    }
    if (who && name.empty() && !possessive) name = definite_in_text(*who, on);
    const bool of_subject = who && (own == who || (!name.empty() && about.find(name) != about.npos));
    if (!who && holds_place(token, on)) {
      out += on.tree.word(token);
      continue;
    }
    if (of_subject ? on.tree.is(token, "nsubj") : name.empty()) return std::nullopt;
    out += of_subject ? utf8::lower(on.tree.word(token)) : name + std::string(possessive ? owner : "");
  }
  return squeeze(out);
}

/// "A storm reached Norway, killing two": whether a verb is the participle of what the clause before it did.
bool is_side_deed(TokenIndex verb, const MatchContext& on) {
  const auto main = on.tree.head(verb);
  return main && *main < verb && on.tree.xpos(verb) == "VBG" && on.tree.is(verb, "advcl") && is_set_off(verb, on) &&
         on.tree.is_verb(*main) && !on.tree.is_passive(*main) && !on.tree.child(verb, "mark") &&
         !on.tree.child(verb, "nsubj") && !on.tree.child(verb, "aux") && on.tree.child(verb, "obj");
}

/// "(Ann Lee is) a painter (born in Lima)": the one that the noun is said of, else the noun.
TokenIndex told_of(TokenIndex noun, const MatchContext& on) { return on.arguments.said_of(noun).value_or(noun); }

/// The word before the verb that its clause is about, as the sentence has it: "he was arrested and charged", "the man arrested in Lima".
std::optional<TokenIndex> surface_subject(TokenIndex verb, const MatchContext& on, int depth = 0) {
  for (const TokenIndex one : on.tree.children(verb)) {
    if (on.tree.is(one, "csubj") || on.tree.is(one, "expl")) return std::nullopt;
    if (!on.tree.is(one, "nsubj")) continue;
    const bool relative =
        (on.tree.upos(one) == Upos::PRON && on.tree.xpos(one).starts_with("W")) || on.tree.xpos(one) == "WDT";
    if (!relative) return one;
    const auto noun = on.tree.is(verb, "acl:relcl") ? on.tree.head(verb) : std::nullopt;
    return noun ? told_of(*noun, on) : noun;
  }
  const auto above = on.tree.head(verb);
  if (!above) return std::nullopt;
  if (is_side_deed(verb, on) && depth < deepest_control) return surface_subject(*above, on, depth + 1);
  if (on.tree.is(verb, "conj") && on.tree.is_verb(*above) && depth < deepest_control)
    return surface_subject(*above, on, depth + 1);
  if (on.tree.is(verb, "acl") && !on.tree.is(verb, "acl:relcl") && on.tree.is_noun(*above)) return told_of(*above, on);
  return std::nullopt;
}

/// "The plan, which they rejected", "the men whom Peru refused to return": what stands before a clause of which it is the object.
std::optional<TokenIndex> object_before(TokenIndex verb, const MatchContext& on) {
  auto above = on.tree.head(verb);
  if (!above || *above > verb || !on.tree.is(verb, "acl:relcl") || !on.tree.is_noun(*above)) return std::nullopt;
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

/// "Drove into a crowd, killing two": no person does in a label what the roles do not say of somebody.
bool takes_part(TokenIndex subject, const Match& match, const MatchContext& on) {
  const auto who = meant(subject, on);
  return !who || !is_person(*who, on) || std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) {
    return std::find(one.entities.begin(), one.entities.end(), *who) != one.entities.end();
  });
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

bool is_counted_or_plural(TokenIndex noun, const MatchContext& on) {
  return on.tree.xpos(noun).ends_with('S') || on.tree.conjuncts(noun).size() > 1 || on.tree.upos(noun) == Upos::NUM;
}

/// The name of a person, whatever the phrase says beside it; else the phrase.
std::optional<std::string> subject_words(TokenIndex subject, TokenIndex verb, std::string_view owner,
                                         const MatchContext& on) {
  const auto who = meant(subject, on);
  const bool alone = on.tree.conjuncts(subject).size() == 1;
  if (who && alone && name_mention(*who, on) != nullptr && (is_person(*who, on) || is_personal_pronoun(subject, on)))
    return name_in_text(*who, on);
  if (on.tree.upos(subject) == Upos::PRON && !is_personal_pronoun(subject, on)) return std::nullopt;
  const Tokens tokens = subject_phrase(subject, verb, on);
  if (tokens.empty() || tokens.size() > longest_subject || is_quoted(tokens, on)) return std::nullopt;
  auto words = words_of(tokens, std::nullopt, "", "", owner, on);
  if (words && on.tree.upos(tokens.front()) == Upos::DET && words->front() >= 'A' && words->front() <= 'Z')
    words->front() = static_cast<char>(words->front() - 'A' + 'a');
  return words;
}

/// The verb that tells of the match: its trigger, an adjective with a copula, or the verb that carries a noun.
std::optional<TokenIndex> telling_verb(TokenIndex trigger, const MatchContext& on) {
  const bool adjective = on.tree.upos(trigger) == Upos::ADJ && on.tree.child(trigger, "cop");  // "was guilty of"
  if (on.tree.is_verb(trigger) || adjective) return trigger;
  const auto carrier = on.arguments.carrier(trigger);
  if (!carrier || !on.tree.within(trigger, *carrier)) return std::nullopt;
  // "announced the death of", "the deal followed talks": these happened on another day
  const bool beside = on.tree.is(trigger, "obj") && !on.classes.holds("carrying_verb", on.tree.lemma(*carrier));
  return beside || on.classes.holds("saying_verb", on.tree.lemma(*carrier)) ? std::nullopt : carrier;
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

/// "Was hurt two weeks after leaving Lima": a length that a clause behind it counts from says nothing without that clause.
bool counts_from_clause(TokenIndex length, TokenIndex verb, const MatchContext& on) {
  if (!on.tree.is(length, "obl") || !on.arguments.in_time(length) || !on.tree.preposition(length).empty()) return false;
  const TokenIndex end = on.tree.extent(length).end;
  const auto parts = on.tree.children(verb);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return on.tree.is(one, "advcl") && on.tree.child(one, "mark") && on.tree.extent(one).begin == end;
  });
}

/// What stands behind the verb, in order; nothing when it is denied, partly quoted, or has an object that cannot be told.
std::optional<std::vector<Tokens>> parts_behind(TokenIndex verb, TokenIndex subject, const MatchContext& on) {
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
    if (on.classes.holds("negation", on.tree.lemma(one))) return std::nullopt;
    if (moved && one > verb && on.tree.is(one, "obj")) return std::nullopt;
    if (one < verb || one == subject || counts_from_clause(one, verb, on)) continue;
    if (is_when(one, on)) {
      for (const TokenIndex inner : behind_time(one, on)) add(phrase(inner, on));
      continue;
    }
    const bool particle = on.tree.is(one, "compound:prt") || (on.tree.is(one, "advmod") && one == verb + 1);
    const bool own = particle || is_any(one, own_parts, on) || is_held_by_pronoun(one, on);
    if (!own || (on.tree.is(one, "obl") && is_set_off(one, on))) continue;
    Tokens tokens = phrase(one, on);
    if (const auto asked = asked_behind(one, verb, on)) tokens = joined(std::move(tokens), phrase(*asked, on), on);
    if (tokens.empty()) continue;
    if (is_quoted(tokens, on)) return std::nullopt;
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

}  // namespace

OwnWords::OwnWords(const Resources& resources) {
  const Table& table = resources.table("en/event/own_words");
  for (const Row& row : table.rows) said_[table.cell(row, "id")] = table.cell(row, "said");
  const Table& irregular = resources.table("en/syntax/irregular");
  for (const Row& row : irregular.rows) {
    if (irregular.cell(row, "kind") != "verb") continue;
    const std::vector<std::string> pasts = irregular.list(row, "first");
    if (pasts.empty()) continue;
    for (const std::string& participle : irregular.list(row, "second")) pasts_.emplace(participle, pasts.front());
    pasts_of_lemmas_.emplace(irregular.cell(row, "lemma"), pasts.front());
  }
}

std::string OwnWords::past(TokenIndex verb, const MatchContext& on) const {
  const std::string word = utf8::lower(on.tree.word(verb));
  if (on.tree.xpos(verb) == "VBG") return past_of_participle(word, on.tree.lemma(verb));
  const auto found = on.tree.xpos(verb) == "VBN" ? pasts_.find(word) : pasts_.end();
  return found == pasts_.end() ? word : found->second;
}

/// "Killing" -> "killed", "leaving" -> "left"; nothing where a letter would change.
std::string OwnWords::past_of_participle(std::string_view word, std::string_view lemma) const {
  if (const auto found = pasts_of_lemmas_.find(lemma); found != pasts_of_lemmas_.end()) return found->second;
  const std::string& ending = said_.at(std::string(participle_row));
  const std::string& unlike = said_.at(std::string(changing_row));
  if (!word.ends_with(ending) || word.size() <= ending.size() + 1) return "";
  word.remove_suffix(ending.size());
  if (word.ends_with(unlike)) return "";
  return std::string(word) + said_.at(std::string(past_row));
}

/// The verb with its auxiliaries as they are said of the past; nothing for other times and moods.
std::optional<std::string> OwnWords::verb_words(TokenIndex verb, const MatchContext& on) const {
  const auto auxiliaries = [&](TokenIndex of) {
    std::string words;
    for (const TokenIndex one : on.tree.children(of)) {
      if (on.tree.is(one, "aux") || on.tree.is(one, "cop"))
        words += (words.empty() ? "" : " ") + utf8::lower(on.tree.word(one));
    }
    return words;
  };
  if (is_side_deed(verb, on)) {
    const auto main = on.tree.head(verb);
    const std::string side = main && verb_words(*main, on) ? past(verb, on) : "";
    return side.empty() ? std::nullopt : std::optional(side);
  }
  std::string before = auxiliaries(verb);
  const auto above = on.tree.head(verb);
  const bool participle = on.tree.xpos(verb) == "VBN" || (on.tree.xpos(verb) == "VBD" && on.tree.is_passive(verb));
  if (before.empty() && participle && above && on.tree.is(verb, "conj")) before = auxiliaries(*above);
  if (before.empty() && participle) {
    if (!above || !on.tree.is(verb, "acl") || on.tree.is(verb, "acl:relcl")) {
      if (on.tree.xpos(verb) != "VBD" && !on.tree.is_simple_past(verb)) return std::nullopt;
    } else {
      before = is_counted_or_plural(told_of(*above, on), on) ? behind_nouns : behind_noun;
    }
  }
  if (before.empty() && on.tree.xpos(verb) != "VBD" && !on.tree.is_simple_past(verb)) return std::nullopt;
  const auto found = said_.find(before.empty() ? std::string(no_auxiliary) : before);
  if (found == said_.end()) return std::nullopt;
  return found->second.empty() ? past(verb, on) : found->second + " " + utf8::lower(on.tree.word(verb));
}

std::string OwnWords::clause(const Match& match, const MatchContext& on) const {
  const auto verb = match.told_by || match.part_of ? std::nullopt : telling_verb(match.trigger, on);
  const auto said = verb && !on.quotations.of(*verb) ? verb_words(*verb, on) : std::nullopt;
  const auto subject = said ? surface_subject(*verb, on) : std::nullopt;
  if (!subject || *subject == *verb || (is_side_deed(*verb, on) && !takes_part(*subject, match, on))) return "";
  const std::string& owner = said_.at(std::string(owner_row));
  const auto about = subject_words(*subject, *verb, owner, on);
  auto parts = about ? parts_behind(*verb, *subject, on) : std::nullopt;
  if (!parts) return "";
  std::size_t count = 0;
  for (const Tokens& tokens : *parts) count += tokens.size();
  while (count > longest && parts->size() > 1) count -= parts->back().size(), parts->pop_back();
  if (count > longest) return "";
  std::string out = *about + " " + *said;
  for (const Tokens& tokens : *parts) {
    const auto words = words_of(tokens, meant(*subject, on), *about, out, owner, on);
    if (!words) return "";
    out += " " + *words;
  }
  return out;
}

}  // namespace dateline
