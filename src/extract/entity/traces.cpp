#include "extract/entity/traces.hpp"

namespace dateline::entity {

/// "Speaking to Ann Lee, he said": of a participle that has the same subject nobody beside it is meant.
bool beside_participle(const Page& page, const Trace& trace, std::uint32_t token) {
  if (!is_relation(page.relation(token), "nsubj")) return false;
  const std::int32_t verb = page.head(token);
  const std::int32_t over = page.head(trace.token);
  if (verb < 0 || over < 0 || page.head(static_cast<std::uint32_t>(over)) != verb) return false;
  const auto clause = static_cast<std::uint32_t>(over);
  const bool participle = is_relation(page.relation(clause), "advcl") && page.dependent(clause, "nsubj") < 0 &&
                          page.dependent(clause, "mark") < 0;
  const std::string_view place = page.relation(trace.token);
  return participle && (is_relation(place, "obj") || is_relation(place, "obl"));
}

/// "In an interview with Ann Lee, she said": who stands beside another party before the clause is not its subject.
bool is_other_party(const Page& page, const Rules& rules, const Trace& trace, std::uint32_t token) {
  const std::int32_t verb = page.head(token);
  if (!is_relation(page.relation(token), "nsubj") || verb < 0 || trace.token > token) return false;
  const std::int32_t joint = page.dependent(trace.token, "case");
  if (joint < 0 || !rules.other_party.contains(page.words[static_cast<std::uint32_t>(joint)].lower)) return false;
  std::int32_t over = page.head(trace.token);
  for (int steps = 0; over >= 0 && over != verb && steps < 2; ++steps)
    over = page.head(static_cast<std::uint32_t>(over));
  return over == verb;
}

/// "He was the longest serving member", "making him the longest serving member": a predicate is no one besides its subject.
bool is_predicate(const Page& page, const Trace& trace) {
  if (trace.form == MentionForm::name) return false;
  const std::int32_t verb = is_relation(page.relation(trace.token), "obj") ? page.head(trace.token) : -1;
  if (verb >= 0) {
    const std::int32_t whom = page.dependent(static_cast<std::uint32_t>(verb), "iobj");
    if (whom >= 0 && page.tag(static_cast<std::uint32_t>(whom)) == Upos::PRON) return true;
  }
  return page.dependent(trace.token, "cop") >= 0 && page.dependent(trace.token, "nsubj") >= 0;
}

bool is_done_to(const Page& page, const Rules& rules, const Trace& trace, std::uint32_t token) {
  const std::int32_t deed = page.head(trace.token), joint = page.dependent(trace.token, "case");
  if (page.relation(token) != "nsubj:pass" || deed < 0 || joint < 0 || !is_relation(page.relation(trace.token), "nmod"))
    return false;
  return rules.complement.contains(page.words[static_cast<std::uint32_t>(joint)].lower) &&
         rules.done_to.contains(page.lemma(static_cast<std::uint32_t>(deed)));
}

bool speaks_for_another(const Page& page, const Rules& rules, const Trace& trace, std::uint32_t token) {
  const std::int32_t clause = page.head(token);
  if (clause < 0 || !trace.subject || page.relation(static_cast<std::uint32_t>(clause)) != "ccomp" ||
      page.head(static_cast<std::uint32_t>(clause)) != page.head(trace.token))
    return false;
  const bool beside = trace.token > 0 && rules.speaks_for.contains(page.lemma(trace.token - 1));
  return beside || rules.speaks_for.contains(page.lemma(trace.token));
}

bool opens_paragraph(const Page& page, std::uint32_t token) {
  const std::uint32_t here = page.words[token].sentence;
  const auto& sentences = page.extraction.sentences;
  return here > 0 && sentences[here - 1].block != sentences[here].block && is_relation(page.relation(token), "nsubj");
}

std::int32_t subject_of_joined_clause(const Page& page, std::uint32_t token) {
  const std::int32_t verb = is_relation(page.relation(token), "nsubj") ? page.head(token) : -1;
  if (verb < 0 || page.relation(static_cast<std::uint32_t>(verb)) != "conj") return -1;
  const std::int32_t first = page.head(static_cast<std::uint32_t>(verb));
  return first < 0 || first > verb ? -1 : last_subject(page, static_cast<std::uint32_t>(first));
}

std::int32_t last_subject(const Page& page, std::uint32_t verb) {
  std::int32_t last = -1;
  for (const std::uint32_t child : page.below[verb]) {
    if (is_relation(page.relation(child), "nsubj") && (last < 0 || child < verb))
      last = static_cast<std::int32_t>(child);
  }
  return last;
}

std::int32_t shared_subject(const Page& page, std::uint32_t verb) {
  for (int steps = 0; steps < 8; ++steps) {
    if (const std::int32_t subject = last_subject(page, verb); subject >= 0) return subject;
    if (page.relation(verb) != "conj" || page.head(verb) < 0) return -1;
    verb = static_cast<std::uint32_t>(page.head(verb));
  }
  return -1;
}

std::optional<std::uint32_t> named_teller(const Page& page, const Rules& rules, const Cast& cast,
                                          std::uint32_t possessive) {
  const std::int32_t owned = page.head(possessive);
  if (owned < 0 || !is_relation(page.relation(static_cast<std::uint32_t>(owned)), "nsubj")) return std::nullopt;
  const std::int32_t clause = page.head(static_cast<std::uint32_t>(owned));
  if (clause < 0 || page.relation(static_cast<std::uint32_t>(clause)) != "ccomp") return std::nullopt;
  const std::int32_t verb = page.head(static_cast<std::uint32_t>(clause));
  if (verb < 0 || !rules.say.contains(page.lemma(static_cast<std::uint32_t>(verb)))) return std::nullopt;
  const std::int32_t subject = last_subject(page, static_cast<std::uint32_t>(verb));
  if (subject < 0 || static_cast<std::uint32_t>(subject) > possessive) return std::nullopt;
  const Seen* seen = cast.at(static_cast<std::uint32_t>(subject));
  if (!seen || seen->head != static_cast<std::uint32_t>(subject)) return std::nullopt;
  const Member& member = cast.members[seen->member];
  const bool medium = member.kind == EntityKind::other || member.kind == EntityKind::work;
  return member.named && medium ? std::optional(seen->member) : std::nullopt;
}

/// "The jury chose two students and gave them grants": a noun in the singular is rather "it" than "they".
bool is_one_body(const Page& page, const Rules& rules, const Trace& trace) {
  if (trace.form == MentionForm::name || page.tag_in_full(trace.token) != "NN") return false;
  const Nominal* noun = rules.nominals.find(page.words[trace.token].lower);
  return noun && noun->number == Number::singular && !noun->plural.empty();  // not "the police"
}

/// "Reed and two of his sons": the pronoun stands in what is joined to him.
bool is_joined_to(const Page& page, std::uint32_t token, std::uint32_t first) {
  std::int32_t at = static_cast<std::int32_t>(token);
  for (int steps = 0; at > static_cast<std::int32_t>(first) && steps < 5; ++steps) {
    const auto word = static_cast<std::uint32_t>(at);
    at = page.head(word);
    // "Lee, her son, and Reed" may be a list
    if (page.relation(word) == "conj") return at == static_cast<std::int32_t>(first) && page.dependent(word, "cc") >= 0;
    if (page.tag(word) == Upos::VERB) return false;
  }
  return false;
}

/// "Several said they wanted": who says so is told by a word that counts, and they are nobody of whom the text speaks besides.
bool is_told_by_some(const Page& page, const Rules& rules, std::uint32_t token) {
  const std::int32_t clause = is_relation(page.relation(token), "nsubj") ? page.head(token) : -1;
  if (clause < 0 || page.relation(static_cast<std::uint32_t>(clause)) != "ccomp") return false;
  const std::int32_t verb = page.head(static_cast<std::uint32_t>(clause));
  if (verb < 0 || !rules.say.contains(page.lemma(static_cast<std::uint32_t>(verb)))) return false;
  const std::int32_t teller = page.dependent(static_cast<std::uint32_t>(verb), "nsubj");
  if (teller < 0) return false;
  const auto some = static_cast<std::uint32_t>(teller);
  return some < token && rules.some_of.contains(page.words[some].lower) && page.below[some].empty();
}

std::int32_t own_subject(const Page& page, std::uint32_t token) {
  std::int32_t verb = page.head(token);
  bool joined =
      false;  // "no memory of the night Lee died or of his words": a noun is joined to no verb, but to what that one hangs on
  for (int steps = 0; verb >= 0 && steps < 8 && (joined || page.tag(static_cast<std::uint32_t>(verb)) != Upos::VERB);
       ++steps) {
    const auto word = static_cast<std::uint32_t>(verb);
    joined = page.relation(word) == "conj" && page.tag(word) == Upos::NOUN;
    verb = page.head(word);
  }
  for (int steps = 0; verb >= 0 && steps < 8; ++steps) {
    const auto clause = static_cast<std::uint32_t>(verb);
    if (const std::int32_t subject = last_subject(page, clause); subject >= 0) return subject;
    if (is_relation(page.relation(clause), "parataxis")) {  // "The seat has, since its creation, elected"
      const std::int32_t main = page.head(clause);
      return main >= 0 && main < verb ? last_subject(page, static_cast<std::uint32_t>(main)) : -1;
    }
    if (!is_relation(page.relation(clause), "xcomp")) return -1;
    verb = page.head(clause);
    if (verb < 0) return -1;
    for (const char* relation : {"obj", "iobj"}) {
      const std::int32_t object = page.dependent(static_cast<std::uint32_t>(verb), relation);
      if (object >= 0 && static_cast<std::uint32_t>(object) < clause) return object;
    }
  }
  return -1;
}

}  // namespace dateline::entity
