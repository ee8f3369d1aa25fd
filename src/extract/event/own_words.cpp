#include "extract/event/own_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "dateline/base/utf8.hpp"
#include "extract/event/own_parts.hpp"

namespace dateline {
namespace {

constexpr std::string_view no_auxiliary = "-", behind_noun = "behind-noun", behind_nouns = "behind-nouns",
                           owner_row = "owner", article_row = "article", while_going_on = " ...",
                           passive_ending = "-passive", several_ending = "-several";

constexpr std::array<std::string_view, 2> own_relations = {"obj", "obl"};

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
    const bool relative =
        (on.tree.upos(one) == Upos::PRON && on.tree.xpos(one).starts_with("W")) || on.tree.xpos(one) == "WDT";
    if (!relative) return one;
    const auto noun = on.tree.is(verb, "acl:relcl") ? on.tree.head(verb) : std::nullopt;
    return noun ? std::optional(on.arguments.told_of_by_name(*noun, verb)) : noun;
  }
  const auto above = on.tree.head(verb);
  if (!above) return std::nullopt;
  if (is_side_deed(verb, on) && depth < deepest_control) return surface_subject(*above, on, depth + 1);
  if (on.tree.is(verb, "conj") && on.tree.is_predicate(*above) && depth < deepest_control)
    return surface_subject(*above, on, depth + 1);
  if (on.tree.is(verb, "acl") && !on.tree.is(verb, "acl:relcl") && on.tree.is_noun(*above))
    return on.arguments.told_of_by_name(*above, verb);
  return std::nullopt;
}

/// "Drove into a crowd, killing two": no person does in a label what the roles do not say of somebody.
bool takes_part(TokenIndex subject, const Match& match, const MatchContext& on) {
  const auto who = meant(subject, on);
  return !who || !is_person(*who, on) || has_role(subject, match, on);
}

/// "Being held", "was to be held", "the men held in Lima": whether the subject undergoes the deed.
bool is_undergone(TokenIndex verb, const MatchContext& on) {
  if (on.tree.is_passive(verb)) return true;
  const bool bare = on.tree.xpos(verb) == "VBN" && !on.tree.child(verb, "aux") && !on.tree.child(verb, "obj");
  return bare && (on.tree.is(verb, "advcl") || on.tree.is(verb, "acl"));
}

/// "Norway recalls envoy": words of a heading, which go without articles.
bool in_heading(TokenIndex token, const MatchContext& on) {
  const std::uint32_t at = on.extraction.tokens[token].bytes.begin;
  return std::any_of(on.document.blocks.begin(), on.document.blocks.end(), [&](const auto& block) {
    return (block.kind == BlockKind::title || block.kind == BlockKind::heading) && block.bytes.begin <= at &&
           at < block.bytes.end;
  });
}

/// A verb that must be given another form to tell of the past: "to attack", "by attacking", "when elected", "insists that it was told".
bool has_no_past(TokenIndex verb, const MatchContext& on) {
  const std::string_view tag = on.tree.xpos(verb);
  if (tag == "VBG") return true;
  if (tag == "VBZ" || tag == "VBP") return !in_heading(verb, on);
  if (tag == "VBN") return on.tree.is(verb, "advcl");
  return tag == "VB" && (on.tree.is_infinitive(verb) || on.tree.is(verb, "xcomp") || on.tree.is(verb, "conj"));
}

/// Whether a role names a person or a body by a word.
bool is_actor(TokenIndex word, const Match& match, const MatchContext& on) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) {
    return one.head == word && std::any_of(one.entities.begin(), one.entities.end(), [&](std::uint32_t entity) {
             const EntityKind kind = on.extraction.entities[entity].kind;
             return kind == EntityKind::person || kind == EntityKind::organization || kind == EntityKind::group;
           });
  });
}

/// Whether the parts behind a verb say what was said or asked for: "noted on Monday", "wrote in a letter" do not.
bool says_what(TokenIndex verb, const std::vector<Tokens>& parts, const Match& match, const MatchContext& on) {
  const bool saying = on.classes.holds("saying_verb", on.tree.lemma(verb));
  if ((!match.frame->type->speech && !saying) || on.tree.is_passive(verb)) return true;
  if (!saying) return !parts.empty();
  return std::any_of(parts.begin(), parts.end(), [&](const Tokens& tokens) {
    return std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex one) {
      if (on.tree.head(one) != verb) return false;
      const bool beside = on.tree.is(one, "obl") || on.tree.is(one, "advcl");
      const std::string joint = on.tree.is(one, "obl") ? on.tree.preposition(one) : on.tree.marker(one);
      return !beside || on.classes.holds("said_preposition", joint) || is_actor(one, match, on);
    });
  });
}

/// "Gave it until Friday to answer": whether a label lacks a word on which the reading of the verb rests.
bool lacks_consumed(TokenIndex verb, const std::vector<Tokens>& parts, const Match& match, const MatchContext& on) {
  return std::any_of(match.consumed.begin(), match.consumed.end(), [&](TokenIndex word) {
    const auto above = on.tree.head(word);
    if (word <= verb || above != verb || !is_any(word, own_relations, on)) return false;
    return std::none_of(parts.begin(), parts.end(), [&](const Tokens& tokens) {
      return std::find(tokens.begin(), tokens.end(), word) != tokens.end();
    });
  });
}

/// "For striking her": whether the words speak of another person, who may be any of those in the sentence.
bool speaks_of_other(const std::vector<Tokens>& parts, TokenIndex subject, const MatchContext& on) {
  const auto own = meant(subject, on);
  return std::any_of(parts.begin(), parts.end(), [&](const Tokens& tokens) {
    return std::any_of(tokens.begin(), tokens.end(), [&](TokenIndex one) {
      const auto who = on.tree.xpos(one) == "PRP$" ? meant(one, on) : std::nullopt;
      return who && own && who != own && is_person(*who, on) && is_person(*own, on);
    });
  });
}

}  // namespace

OwnWords::OwnWords(const Resources& resources) : forms_(resources) {
  const Table& table = resources.table("en/event/own_words");
  for (const Row& row : table.rows) said_[table.cell(row, "id")] = table.cell(row, "said");
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
    const std::string side = main && verb_words(*main, on) ? forms_.past(verb, on) : "";
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
      before = is_counted_or_plural(on.arguments.told_of_by_name(*above, verb), on) ? behind_nouns : behind_noun;
    }
  }
  if (before.empty() && on.tree.xpos(verb) != "VBD" && !on.tree.is_simple_past(verb)) return std::nullopt;
  const bool goes_on = on.tree.xpos(verb) == "VBG" || on.tree.upos(verb) == Upos::ADJ;
  if (goes_on && said_.contains(before + std::string(while_going_on))) before += while_going_on;  // "is taxing"
  const auto found = said_.find(before.empty() ? std::string(no_auxiliary) : before);
  if (found == said_.end()) return std::nullopt;
  return found->second.empty() ? forms_.past(verb, on) : found->second + " " + utf8::lower(on.tree.word(verb));
}

Joints OwnWords::joints() const { return {said_.find(owner_row)->second, said_.find(article_row)->second}; }

/// "Was said to have taken", "were to be taken": a verb as the status and the number of its subject have it; "" for a deed that is only thought of.
std::string OwnWords::deed_words(TokenIndex verb, bool plural, Status status, const MatchContext& on) const {
  const bool had_happened = status == Status::claimed || status == Status::denied;
  // "is reportedly investigating it": was said to have been investigating it
  const bool went_on = had_happened && on.tree.xpos(verb) == "VBG" && on.tree.child(verb, "aux");
  const bool undergone = is_undergone(verb, on) || went_on;
  const std::string form = status == Status::asserted
                               ? (undergone ? forms_.participle(verb, on) : forms_.past(verb, on))
                           : went_on                   ? utf8::lower(on.tree.word(verb))
                           : undergone || had_happened ? forms_.participle(verb, on)
                                                       : std::string(on.tree.lemma(verb));
  std::string row(name(status));
  if (undergone) row += passive_ending;
  if (plural) row += several_ending;
  const auto found = said_.find(row);
  if (form.empty() || found == said_.end()) return "";
  return found->second.empty() ? form : found->second + " " + form;
}

/// What a verb tells of one who has a role, whatever its form: "was found guilty of robbing a bank", "plans to send two ships".
OwnWords::Said OwnWords::deed(TokenIndex verb, Status status, const Match& match, const MatchContext& on) const {
  if (!on.tree.is_verb(verb) || lacks_object(verb, on)) return {};
  const Heads subjects = is_undergone(verb, on) ? on.arguments.objects(verb) : on.arguments.subjects(verb);
  const auto subject = std::find_if(subjects.begin(), subjects.end(), [&](TokenIndex one) {
    return one != verb && (one == match.trigger || is_asked(one, match, on));
  });
  if (subject == subjects.end()) return {};
  return {*subject, deed_words(verb, is_counted_or_plural(*subject, on), status, on)};
}

OwnWords::Said OwnWords::said(TokenIndex verb, Status status, const Match& match, const MatchContext& on) const {
  const Lemma& lemma = on.tree.lemma(verb);
  // "claimed responsibility for it": this was said, whatever is true of it
  if (status == Status::claimed && !match.frame->type->speech && on.classes.holds("saying_verb", lemma))
    status = Status::asserted;
  if (status == Status::planned && on.classes.holds("scheduling_verb", lemma)) return {};  // "is scheduled for launch"
  if (status != Status::asserted) return deed(verb, status, match, on);
  const auto words = verb_words(verb, on);
  if (!words) return has_no_past(verb, on) ? deed(verb, status, match, on) : Said{};
  const auto subject = surface_subject(verb, on);
  if (!subject || *subject == verb || (is_side_deed(verb, on) && !takes_part(*subject, match, on))) return {};
  return {*subject, *words, false};
}

std::string OwnWords::clause(const Match& match, Status status, const MatchContext& on) const {
  const auto verb = match.told_by || match.part_of ? std::nullopt : telling_verb(match.trigger, on);
  if (!verb) return of_noun(match, status, on);
  const Said said = this->said(*verb, status, match, on);
  if (said.words.empty()) return "";
  const std::string full = clause(match, status, *verb, said, Fullness::full, on);
  return full.empty() ? clause(match, status, *verb, said, Fullness::lean, on) : full;
}

std::string OwnWords::clause(const Match& match, Status status, TokenIndex verb, const Said& said, Fullness fullness,
                             const MatchContext& on) const {
  const auto about = subject_words(said.subject, verb, joints(), on);
  auto parts = about ? parts_behind(verb, said.subject, status == Status::denied, fullness, on) : std::nullopt;
  if (!parts || !says_what(verb, *parts, match, on) || lacks_consumed(verb, *parts, match, on)) return "";
  if (said.tenseless && speaks_of_other(*parts, said.subject, on)) return "";
  std::size_t count = 0;
  for (const Tokens& tokens : *parts) count += tokens.size();
  if (count > longest_clause && fullness == Fullness::full) return "";
  while (count > longest_clause && parts->size() > 1) count -= parts->back().size(), parts->pop_back();
  if (count > longest_clause) return "";
  std::string out = *about + " " + said.words;
  for (const Tokens& tokens : *parts) {
    const auto words = words_of(tokens, meant(said.subject, on), *about, out, joints(), on);
    if (!words) return "";
    out += " " + *words;
  }
  return out;
}

}  // namespace dateline
