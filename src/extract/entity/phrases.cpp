#include "extract/entity/phrases.hpp"

#include <algorithm>

namespace dateline::entity {
namespace {

constexpr std::uint32_t longest_complement = 6;

bool is_part_before(std::string_view relation) {
  return is_relation(relation, "amod") || is_relation(relation, "compound") || is_relation(relation, "nmod:poss") ||
         is_relation(relation, "nmod:desc") || is_relation(relation, "nmod:unmarked") ||
         is_relation(relation, "flat") || relation == "nummod" || relation == "det" || relation == "case" ||
         relation == "advmod" || relation == "punct" || relation == "goeswith" || relation == "dep" ||
         relation == "obl:unmarked";
}

/// Whether `token` hangs on `head`, over other parts of the phrase.
bool hangs_on(const Page& page, std::uint32_t token, std::uint32_t head) {
  std::uint32_t at = token;
  for (int steps = 0; steps < 4; ++steps) {
    if (at == head) return true;
    const std::int32_t over = page.head(at);
    // "legal and religious groups"
    const bool joined = over >= 0 && over != static_cast<std::int32_t>(head) &&
                        ((page.tag(at) == Upos::CCONJ && page.relation(at) == "cc") ||
                         (page.tag(at) == Upos::ADJ && page.relation(at) == "conj")) &&
                        static_cast<std::uint32_t>(over) < head;
    if (over < 0 || (!joined && !is_part_before(page.relation(at)))) return false;
    at = static_cast<std::uint32_t>(over);
  }
  return at == head;
}

bool may_begin(const Page& page, const Nominals& nominals, std::uint32_t token, std::uint32_t head) {
  const Word& word = page.words[token];
  // "four-year-old girl": the number counts no girls
  if (page.tag(token) == Upos::NUM && page.head(token) != static_cast<std::int32_t>(head) && token + 1 < head &&
      page.words[token + 1].text == "-")
    return true;
  if (page.tag(token) == Upos::PRON && page.relation(token) == "nmod:poss") return true;
  if (nominals.only_counts(word.lower) || !word.letters || page.relation(token) == "case") return false;
  switch (page.tag(token)) {
    case Upos::ADJ:
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::X:
      return true;
    case Upos::VERB:
      // "registering men", "assigning patients": what is done with them.
      return is_relation(page.relation(token), "amod");
    default:
      return false;
  }
}

/// Past a word with all that hyphens join to it: "eleven-month-old".
std::uint32_t past_compound(const Page& page, std::uint32_t token, std::uint32_t head) {
  ++token;
  while (token + 1 < head && page.words[token].text == "-" && !page.words[token].gap) token += 2;
  return token;
}

}  // namespace

Span phrase_of(const Page& page, const Nominals& nominals, std::uint32_t head) {
  const Span sentence = page.sentence(head).tokens;
  Span phrase{head, head + 1};
  if (!page.parsed) return phrase;
  while (phrase.begin > sentence.begin && hangs_on(page, phrase.begin - 1, head)) {
    const std::uint32_t before = phrase.begin - 1;
    const bool hyphen = page.words[before].text == "-" && !page.words[before].gap;
    const bool mark = page.relation(before) == "punct" && !hyphen && page.words[before].gap &&
                      !page.words[before].letters && page.words[before + 1].gap;  // "Ann Lee — former mayor"
    if (page.words[before].text == "," || mark || is_relation(page.relation(before), "det")) break;
    phrase.begin = before;
  }
  // "next year's competition", "Monday's game": when is no part of what
  for (const Span time : page.extraction.time_tokens) {
    const bool possessive =
        page.relation(time.end - 1) == "case" || (time.end < page.words.size() && page.relation(time.end) == "case");
    if (!time.contains(phrase.begin) || time.contains(head) || !possessive) continue;
    phrase.begin = std::min(time.end, head);
    while (phrase.begin < head && page.relation(phrase.begin) == "case") ++phrase.begin;
  }
  while (phrase.begin < head && !may_begin(page, nominals, phrase.begin, head))
    phrase.begin = past_compound(page, phrase.begin, head);
  // The complement: "children of Russian soldiers".
  const std::uint32_t of = head + 1;
  if (of >= sentence.end || page.relation(of) != "case" || page.tag(of) != Upos::ADP || page.head(of) < 0)
    return phrase;
  const auto inner = static_cast<std::uint32_t>(page.head(of));
  if (inner <= of || inner >= sentence.end || inner - of > longest_complement ||
      page.head(inner) != static_cast<std::int32_t>(head))
    return phrase;
  if (!nominals.takes_complement(page.words[of].lower)) return phrase;
  // "a loss of close to": no thing
  if (page.tag(inner) == Upos::ADV || page.tag(inner) == Upos::ADP || page.tag(inner) == Upos::VERB) return phrase;
  phrase.end = inner + 1;
  while (phrase.end < sentence.end && page.head(phrase.end) == static_cast<std::int32_t>(inner) &&
         is_relation(page.relation(phrase.end), "flat"))
    ++phrase.end;
  return phrase;
}

std::int32_t possessor_of(const Page& page, std::uint32_t head) { return page.dependent(head, "nmod:poss"); }

}  // namespace dateline::entity
