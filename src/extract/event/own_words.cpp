#include "extract/event/own_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline {
namespace {

constexpr std::size_t longest = 30;          // tokens that a label bears
constexpr std::size_t longest_subject = 14;  // tokens
constexpr std::string_view no_auxiliary = "-", behind_noun = "behind-noun", behind_nouns = "behind-nouns",
                           owner_row = "owner";
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

/// "Norway (a member) left", "the bridge, which is old, fell", "on Friday": what a label does without.
bool is_left_out(TokenIndex token, const MatchContext& on) {
  if (is_when(token, on))
    return on.tree.is(token, "obl") || (on.tree.is(token, "nmod") && !on.tree.is(token, "nmod:poss"));
  if (is_bracket(token, on)) return true;
  const auto parts = on.tree.children(token);
  if (std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) { return is_bracket(one, on); })) return true;
  return is_any(token, side_parts, on) || (is_any(token, set_off_parts, on) && is_set_off(token, on));
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

const EntityMention* name_mention(std::uint32_t entity, const MatchContext& on) {
  const auto& mentions = on.extraction.entities[entity].mentions;
  const auto found = std::find_if(mentions.begin(), mentions.end(),
                                  [](const EntityMention& mention) { return mention.form == MentionForm::name; });
  return found == mentions.end() ? nullptr : &*found;
}

/// The one entity that a word stands for.
std::optional<std::uint32_t> meant(TokenIndex token, const MatchContext& on) {
  const auto& entities = on.lookup.headed_by(token);
  return entities.size() == 1 ? std::optional(entities.front()) : std::nullopt;
}

bool is_person(std::uint32_t entity, const MatchContext& on) {
  return on.extraction.entities[entity].kind == EntityKind::person;
}

/// "Norway", "the Coastal Bank": a name as the text gives it, with the article that it has there.
std::string name_in_text(std::uint32_t entity, const MatchContext& on) {
  const EntityMention* mention = name_mention(entity, on);
  if (mention == nullptr) return "";
  if (is_person(entity, on)) return on.extraction.entities[entity].name;
  for (TokenIndex token = 1; token < on.tree.size(); ++token) {
    if (on.extraction.tokens[token].bytes.begin != mention->span.begin) continue;
    const bool article =
        on.tree.upos(token - 1) == Upos::DET && on.classes.holds("definite_determiner", on.tree.lemma(token - 1));
    return (article ? utf8::lower(on.tree.word(token - 1)) + " " : "") + mention->text;
  }
  return mention->text;
}

/// The words of a phrase with names for its pronouns; nothing when one stays open. The pronouns of whom the clause is about stay:
/// of the entity `own`, or of a name in the words `about`. `owner` is what makes a name a possessive.
std::optional<std::string> words_of(const Tokens& tokens, std::optional<std::uint32_t> own, std::string_view about,
                                    std::string_view owner, const MatchContext& on) {
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
    const std::string name = who ? name_in_text(*who, on) : "";
    const bool possessive = on.tree.xpos(token) == "PRP$";
    const bool of_subject = who && (own == who || (!name.empty() && about.find(name) != about.npos));
    if (of_subject ? on.tree.is(token, "nsubj") : name.empty()) return std::nullopt;
    out += of_subject ? utf8::lower(on.tree.word(token)) : name + std::string(possessive ? owner : "");
  }
  return squeeze(out);
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
  if (on.tree.is(verb, "conj") && on.tree.is_verb(*above) && depth < deepest_control)
    return surface_subject(*above, on, depth + 1);
  if (on.tree.is(verb, "acl") && !on.tree.is(verb, "acl:relcl") && on.tree.is_noun(*above)) return above;
  return std::nullopt;
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
  auto words = words_of(tokens, std::nullopt, "", owner, on);
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
  }
}

std::string OwnWords::past(TokenIndex verb, const MatchContext& on) const {
  const std::string word = utf8::lower(on.tree.word(verb));
  const auto found = on.tree.xpos(verb) == "VBN" ? pasts_.find(word) : pasts_.end();
  return found == pasts_.end() ? word : found->second;
}

/// The verb with its auxiliaries as they are said of the past; nothing for other times and moods.
std::optional<std::string> OwnWords::verb_words(TokenIndex verb, const MatchContext& on) const {
  const auto auxiliaries = [&](TokenIndex of) {
    std::string words;
    for (const TokenIndex one : on.tree.children(of)) {
      if (on.tree.is(one, "aux")) words += (words.empty() ? "" : " ") + utf8::lower(on.tree.word(one));
    }
    return words;
  };
  std::string before = auxiliaries(verb);
  const auto above = on.tree.head(verb);
  const bool participle = on.tree.xpos(verb) == "VBN" || (on.tree.xpos(verb) == "VBD" && on.tree.is_passive(verb));
  if (before.empty() && participle && above && on.tree.is(verb, "conj")) before = auxiliaries(*above);
  if (before.empty() && participle) {
    if (!above || !on.tree.is(verb, "acl") || on.tree.is(verb, "acl:relcl")) {
      if (on.tree.xpos(verb) != "VBD") return std::nullopt;
    } else {
      before = is_counted_or_plural(*above, on) ? behind_nouns : behind_noun;
    }
  }
  if (before.empty() && on.tree.xpos(verb) != "VBD") return std::nullopt;
  const auto found = said_.find(before.empty() ? std::string(no_auxiliary) : before);
  if (found == said_.end()) return std::nullopt;
  return found->second.empty() ? past(verb, on) : found->second + " " + utf8::lower(on.tree.word(verb));
}

std::string OwnWords::clause(const Match& match, const MatchContext& on) const {
  if (match.told_by || match.part_of) return "";
  TokenIndex verb = match.trigger;
  if (!on.tree.is_verb(verb)) {
    const auto carrier = on.arguments.carrier(verb);
    if (!carrier || !on.tree.within(verb, *carrier)) return "";
    if (on.classes.holds("saying_verb", on.tree.lemma(*carrier)))
      return "";  // "announced the death of": that was another day
    verb = *carrier;
  }
  const std::string& owner = said_.at(std::string(owner_row));
  const auto said = verb_words(verb, on);
  const auto subject = said ? surface_subject(verb, on) : std::nullopt;
  if (!subject || *subject == verb || on.quotations.of(verb) != nullptr) return "";
  const auto about = subject_words(*subject, verb, owner, on);
  if (!about) return "";
  std::vector<Tokens> parts;
  std::size_t count = 0;
  for (const TokenIndex one : on.tree.children(verb)) {
    if (on.classes.holds("negation", on.tree.lemma(one))) return "";
    const bool particle = on.tree.is(one, "compound:prt") || (on.tree.is(one, "advmod") && one == verb + 1);
    if (one < verb || one == *subject || is_when(one, on) || !(particle || is_any(one, own_parts, on))) continue;
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
  }
  while (count > longest && parts.size() > 1) count -= parts.back().size(), parts.pop_back();
  if (count > longest) return "";
  std::string out = *about + " " + *said;
  for (const Tokens& tokens : parts) {
    const auto words = words_of(tokens, meant(*subject, on), *about, owner, on);
    if (!words) return "";
    out += " " + *words;
  }
  return out;
}

}  // namespace dateline
