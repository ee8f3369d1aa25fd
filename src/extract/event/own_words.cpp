#include "extract/event/own_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/event/empty_pronouns.hpp"
#include "extract/event/spoken_names.hpp"

namespace dateline {
namespace {

constexpr std::size_t longest = 30;          // tokens that a label bears
constexpr std::size_t longest_subject = 14;  // tokens
constexpr std::string_view no_auxiliary = "-", behind_noun = "behind-noun", behind_nouns = "behind-nouns",
                           owner_row = "owner", participle_row = "participle-ending", past_row = "past-ending",
                           changing_row = "changing-letter";
constexpr std::array<std::string_view, 5> own_parts = {"obj", "iobj", "obl", "xcomp", "ccomp"};
constexpr std::array<std::string_view, 3> side_parts = {"advcl", "parataxis", "discourse"};
constexpr std::array<std::string_view, 2> set_off_parts = {"acl", "appos"};
constexpr std::array<std::string_view, 4> joining_parts = {"case", "mark", "cc", "punct"};

using Tokens = std::vector<TokenIndex>;

bool is_any(TokenIndex token, const auto& relations, const MatchContext& on) {
  return std::any_of(relations.begin(), relations.end(),
                     [&](std::string_view relation) { return on.tree.is(token, relation); });
}

bool is_bracket(TokenIndex token, const MatchContext& on) {
  return on.tree.xpos(token) == "-LRB-" || on.tree.xpos(token) == "-RRB-";
}

bool is_quotation_mark(TokenIndex token, const MatchContext& on) {
  return on.tree.xpos(token) == "``" || on.tree.xpos(token) == "''" || on.tree.word(token) == "\"";
}

/// Whether a comma stands before a phrase.
bool is_set_off(TokenIndex head, const MatchContext& on) {
  const std::uint32_t begin = on.tree.extent(head).begin;
  return on.tree.word(begin) == "," || (begin > 0 && on.tree.word(begin - 1) == ",");
}

bool is_length(TokenIndex token, const MatchContext& on) {
  const std::vector<Span>& times = on.extraction.time_tokens;
  const auto time = std::find_if(times.begin(), times.end(), [&](const Span& one) { return one.contains(token); });
  return time != times.end() &&
         on.extraction.times[static_cast<std::size_t>(time - times.begin())].type == TimexType::duration;
}

/// Whether a word is part of a day or an hour; not of a length of time, as in "jailed for six years".
bool is_when(TokenIndex token, const MatchContext& on) {
  if (!on.arguments.in_time(token)) return false;
  // "for three hours per day": what a length is told for
  const auto above = on.tree.head(token);
  return !is_length(token, on) && !(above && !on.tree.preposition(token).empty() && is_length(*above, on));
}

/// "Two ministers, Ann Lee and Tom Reed": who is named beside a noun.
bool names_beside(TokenIndex name, const MatchContext& on) {
  const auto noun = on.tree.head(name);
  return noun && on.tree.is(name, "appos") && *noun < name && on.tree.upos(*noun) == Upos::NOUN &&
         on.tree.upos(name) == Upos::PROPN && on.tree.in_person(name);
}

/// "Norway (a member) left", "the bridge, which is old, fell", "on Friday": what a label does without.
bool is_left_out(TokenIndex token, const MatchContext& on) {
  if (is_when(token, on))
    return on.tree.is(token, "obl") || (on.tree.is(token, "nmod") && !on.tree.is(token, "nmod:poss"));
  if (is_bracket(token, on)) return true;
  const auto parts = on.tree.children(token);
  if (std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) { return is_bracket(one, on); })) return true;
  return (is_any(token, side_parts, on) && !is_held_by_pronoun(token, on)) ||
         (is_any(token, set_off_parts, on) && is_set_off(token, on) && !names_beside(token, on));
}

void add_subtree(TokenIndex token, const MatchContext& on, Tokens& tokens, int depth = 0) {
  if (depth > longest_path) return;
  tokens.push_back(token);
  for (const TokenIndex one : on.tree.children(token)) {
    if (!is_left_out(one, on)) add_subtree(one, on, tokens, depth + 1);
  }
}

/// In text order, without punctuation at either end.
Tokens trimmed(Tokens tokens, const MatchContext& on) {
  std::sort(tokens.begin(), tokens.end());
  tokens.erase(std::unique(tokens.begin(), tokens.end()), tokens.end());
  const auto is_mark = [&](TokenIndex token) {
    return (on.tree.upos(token) == Upos::PUNCT && !is_quotation_mark(token, on)) || on.tree.upos(token) == Upos::CCONJ;
  };
  while (!tokens.empty() && is_mark(tokens.back())) tokens.pop_back();
  while (!tokens.empty() && is_mark(tokens.front())) tokens.erase(tokens.begin());
  return tokens;
}

Tokens phrase(TokenIndex head, const MatchContext& on) {
  Tokens tokens;
  add_subtree(head, on, tokens);
  return trimmed(std::move(tokens), on);
}

/// "Was shown on Friday in Lima": what the parser hung on the time before it.
Tokens behind_time(TokenIndex time, const MatchContext& on) {
  Tokens phrases;
  for (const TokenIndex one : on.tree.children(time)) {
    if (one < time || !on.tree.is(one, "nmod") || is_when(one, on) || is_set_off(one, on)) continue;
    const bool more_of_name = on.tree.preposition(one).empty() && !phrases.empty() && on.tree.upos(one) == Upos::NUM;
    const auto second = on.tree.child(one, "conj");
    const bool own_time = second && on.tree.child(*second, "case");  // "on Friday in Lima and on Monday in Cusco"
    const bool opens = on.classes.holds("behind_time_preposition", on.tree.preposition(one)) && !own_time;
    if (opens || more_of_name) phrases.push_back(one);
  }
  return phrases;
}

/// What a clause is about, without what joins it to the rest and without the clause of `verb` itself: "of the men who were arrested" -> "the men".
Tokens subject_phrase(TokenIndex head, TokenIndex verb, const MatchContext& on) {
  Tokens tokens = {head};
  for (const TokenIndex one : on.tree.children(head)) {
    const bool joins = is_any(one, joining_parts, on) && one < head;
    // "Recently Ann Lee", "Sunday Ann Lee": what the parser hung on the name before it
    const bool astray =
        one < head && on.tree.upos(head) == Upos::PROPN && (on.tree.is(one, "advmod") || is_when(one, on));
    if (!joins && !astray && !is_left_out(one, on) && !on.tree.within(verb, one)) add_subtree(one, on, tokens);
  }
  return trimmed(std::move(tokens), on);
}

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

/// The word before the verb that its clause is about, as the sentence has it: "he was arrested and charged", "the man arrested in Lima".
std::optional<TokenIndex> surface_subject(TokenIndex verb, const MatchContext& on, int depth = 0) {
  for (const TokenIndex one : on.tree.children(verb)) {
    if (on.tree.is(one, "csubj") || on.tree.is(one, "expl")) return std::nullopt;
    if (!on.tree.is(one, "nsubj")) continue;
    if (on.tree.upos(one) == Upos::PRON && on.tree.xpos(one).starts_with("W"))
      return on.tree.is(verb, "acl:relcl") ? on.tree.head(verb) : std::nullopt;
    if (on.tree.xpos(one) == "WDT") return on.tree.is(verb, "acl:relcl") ? on.tree.head(verb) : std::nullopt;
    return one;
  }
  const auto above = on.tree.head(verb);
  if (!above) return std::nullopt;
  if (is_side_deed(verb, on) && depth < deepest_control) return surface_subject(*above, on, depth + 1);
  if (on.tree.is(verb, "conj") && on.tree.is_verb(*above) && depth < deepest_control)
    return surface_subject(*above, on, depth + 1);
  if (on.tree.is(verb, "acl") && !on.tree.is(verb, "acl:relcl") && on.tree.is_noun(*above)) return above;
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

/// Whether some of the words are direct speech, or a quotation mark stands alone.
bool is_quoted(const Tokens& tokens, const MatchContext& on) {
  const auto marks =
      std::count_if(tokens.begin(), tokens.end(), [&](TokenIndex token) { return is_quotation_mark(token, on); });
  return marks % 2 != 0 || (marks == 0 && std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex token) {
                              return on.quotations.of(token) != nullptr;
                            }));
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
      before = is_counted_or_plural(*above, on) ? behind_nouns : behind_noun;
    }
  }
  if (before.empty() && on.tree.xpos(verb) != "VBD" && !on.tree.is_simple_past(verb)) return std::nullopt;
  const auto found = said_.find(before.empty() ? std::string(no_auxiliary) : before);
  if (found == said_.end()) return std::nullopt;
  return found->second.empty() ? past(verb, on) : found->second + " " + utf8::lower(on.tree.word(verb));
}

std::string OwnWords::clause(const Match& match, const MatchContext& on) const {
  if (match.told_by || match.part_of) return "";
  TokenIndex verb = match.trigger;
  const bool adjective = on.tree.upos(verb) == Upos::ADJ && on.tree.child(verb, "cop");  // "was guilty of"
  if (!on.tree.is_verb(verb) && !adjective) {
    const auto carrier = on.arguments.carrier(verb);
    if (!carrier || !on.tree.within(verb, *carrier)) return "";
    // "announced the death of", "the deal followed talks": these happened on another day
    const bool beside = on.tree.is(verb, "obj") && !on.classes.holds("carrying_verb", on.tree.lemma(*carrier));
    if (beside || on.classes.holds("saying_verb", on.tree.lemma(*carrier))) return "";
    verb = *carrier;
  }
  const std::string& owner = said_.at(std::string(owner_row));
  const auto said = verb_words(verb, on);
  const auto subject = said ? surface_subject(verb, on) : std::nullopt;
  if (!subject || *subject == verb || on.quotations.of(verb) != nullptr) return "";
  if (is_side_deed(verb, on) && !takes_part(*subject, match, on)) return "";
  const auto about = subject_words(*subject, verb, owner, on);
  if (!about) return "";
  std::vector<Tokens> parts;
  std::size_t count = 0;
  const auto moved = object_before(verb, on);
  const auto add_moved = [&] {
    Tokens words = subject_phrase(*moved, verb, on);
    if (const TokenIndex inner = *on.tree.head(verb); inner != *moved) {
      const Tokens rest = subject_phrase(inner, verb, on);
      words.insert(words.end(), rest.begin(), rest.end());
      if (const auto joint = on.tree.child(inner, "case")) words.push_back(*joint);
    }
    parts.push_back(trimmed(std::move(words), on));
    count += parts.back().size();
  };
  const auto infinitive = on.tree.child(verb, "xcomp");
  const bool behind = moved && infinitive && takes_object(*infinitive, verb, on);
  if (moved && infinitive && !behind && on.tree.is_verb(*infinitive)) return "";  // "a firm that they hope to buy"
  if (moved && !behind) add_moved();
  for (const TokenIndex one : on.tree.children(verb)) {
    if (on.classes.holds("negation", on.tree.lemma(one))) return "";
    const bool particle = on.tree.is(one, "compound:prt") || (on.tree.is(one, "advmod") && one == verb + 1);
    if (moved && one > verb && on.tree.is(one, "obj")) return "";
    if (one > verb && is_when(one, on)) {
      for (const TokenIndex inner : behind_time(one, on)) {
        parts.push_back(phrase(inner, on));
        count += parts.back().size();
      }
    }
    if (one < verb || one == *subject || is_when(one, on) ||
        !(particle || is_any(one, own_parts, on) || is_held_by_pronoun(one, on)))
      continue;
    if (on.tree.is(one, "obl") && is_set_off(one, on)) continue;
    Tokens tokens = phrase(one, on);
    if (const auto asked = asked_behind(one, verb, on)) {
      add_subtree(*asked, on, tokens);
      tokens = trimmed(std::move(tokens), on);
    }
    if (tokens.empty()) continue;
    if (is_quoted(tokens, on)) return "";
    count += tokens.size();
    // "the naming of Lee as envoy by Chile": a phrase within another one's
    if (!parts.empty() && parts.back().back() > tokens.front()) {
      tokens.insert(tokens.end(), parts.back().begin(), parts.back().end());
      parts.back() = trimmed(std::move(tokens), on);
      continue;
    }
    parts.push_back(std::move(tokens));
    if (behind && one == *infinitive) add_moved();
  }
  while (count > longest && parts.size() > 1) count -= parts.back().size(), parts.pop_back();
  if (count > longest) return "";
  std::string out = *about + " " + *said;
  for (const Tokens& tokens : parts) {
    const auto words = words_of(tokens, meant(*subject, on), *about, out, owner, on);
    if (!words) return "";
    out += " " + *words;
  }
  return out;
}

}  // namespace dateline
