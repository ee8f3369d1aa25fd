#include "extract/entity/phrases.hpp"

#include <algorithm>

namespace dateline::entity {
namespace {

constexpr std::uint32_t longest_complement = 6;

std::string_view xpos(const Page& page, std::uint32_t token) {
  return page.extraction.strings[page.extraction.tokens[token].xpos];
}

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

/// "The 19th amendment": a number that says which one is meant, and counts nothing.
bool is_ordinal(const Page& page, std::uint32_t token) {
  const std::string& word = page.words[token].lower;
  return page.tag(token) == Upos::ADJ && word.front() >= '0' && word.front() <= '9' && page.words[token].letters;
}

bool may_begin(const Page& page, const Nominals& nominals, std::uint32_t token, std::uint32_t head) {
  const Word& word = page.words[token];
  if (is_ordinal(page, token)) return true;
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

/// "Speaker pro tem", "ambassador at large": past the words that belong behind a noun.
std::uint32_t past_postposed(const Page& page, const Nominals& nominals, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t most_words = 2;
  std::string words;
  for (std::uint32_t at = begin; at < std::min(begin + most_words, end); ++at) {
    words += (words.empty() ? "" : " ") + page.words[at].lower;
    if (nominals.is_postposed(words)) return at + 1;
  }
  return begin;
}

/// Words that a noun and what it is about may stand apart.
constexpr std::uint32_t longest_matter = 12;

/// Past a phrase and the name that its head begins: "oust Ann Lee".
std::uint32_t end_of_phrase(const Page& page, const Nominals& nominals, std::int32_t head) {
  const auto noun = static_cast<std::uint32_t>(head);
  std::uint32_t end = phrase_of(page, nominals, noun).end;
  while (end < page.sentence(noun).tokens.end && page.head(end) == head && is_relation(page.relation(end), "flat"))
    ++end;
  return end;
}

/// "Forcing banks to report losses": past the infinitive behind the object of a verb; `begin` where what is told would break off in the middle.
std::uint32_t past_infinitive(const Page& page, const Nominals& nominals, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t within_reach = 8;
  const std::uint32_t last = page.sentence(begin).tokens.end;
  bool broken = false;
  for (std::uint32_t at = end; at < std::min(end + within_reach, last); ++at) {
    const std::string_view relation = page.relation(at);
    const bool joined = relation == "cc" || relation == "conj" || relation == "amod" || relation == "compound";
    if (relation == "punct") return end;
    if (xpos(page, at) != "TO" || page.head(at) < 0) {
      broken = broken || !joined;  // "banks and insurers to" goes on, "a man as mayor to" does not
      continue;
    }
    if (broken) return begin;
    const auto verb = static_cast<std::uint32_t>(page.head(at));
    const std::int32_t object = page.dependent(verb, "obj");
    if (verb != at + 1 || object < 0) return begin;
    return end_of_phrase(page, nominals, object);
  }
  return end;
}

/// "To ban knives", "setting a limit", "for banning knives": a verb right behind a noun, with its object.
std::uint32_t end_of_clause(const Page& page, const Nominals& nominals, std::uint32_t noun, std::uint32_t verb) {
  const std::int32_t marker = page.dependent(verb, "mark");
  const std::int32_t object = page.dependent(verb, "obj");
  const bool marked = verb == noun + 2 && marker == static_cast<std::int32_t>(noun + 1);
  const bool bare = verb == noun + 1 && nominals.tells_matter(page.words[verb].lower);
  const bool form = xpos(page, verb) == "VB" || xpos(page, verb) == "VBG";
  if (page.relation(verb) != "acl" || !form || (!marked && !bare) || object < 0 || page.dependent(verb, "nsubj") >= 0)
    return noun + 1;
  return past_infinitive(page, nominals, noun + 1, end_of_phrase(page, nominals, object));
}

/// "That bans knives", "where snow melted": a short relative clause right behind a noun, with its object.
std::uint32_t end_of_relative(const Page& page, const Nominals& nominals, std::uint32_t noun, std::uint32_t verb) {
  const std::uint32_t opener = noun + 1;
  if (page.relation(verb) != "acl:relcl" || page.head(opener) != static_cast<std::int32_t>(verb) ||
      page.dependent(verb, "ccomp") >= 0 || page.dependent(verb, "xcomp") >= 0)
    return opener;
  const std::int32_t object = page.dependent(verb, "obj");
  const bool does = is_relation(page.relation(opener), "nsubj") && object > static_cast<std::int32_t>(verb);
  if (does) return past_infinitive(page, nominals, opener, end_of_phrase(page, nominals, object));
  const bool place = page.relation(opener) == "advmod" && page.dependent(verb, "nsubj") > 0;
  return place && object < 0 ? verb + 1 : opener;
}

/// "On gambling", "to the law on gambling": a phrase right behind a noun.
std::uint32_t end_of_matter(const Page& page, const Nominals& nominals, std::uint32_t noun, std::uint32_t inner) {
  const std::int32_t joint = page.dependent(inner, "case");
  if (page.relation(inner) != "nmod" || joint != static_cast<std::int32_t>(noun + 1) ||
      !nominals.tells_matter(page.words[noun + 1].lower) || page.tag(inner) != Upos::NOUN)
    return noun + 1;
  for (const Span time : page.extraction.time_tokens) {
    if (time.contains(inner)) return noun + 1;
  }
  return phrase_of(page, nominals, inner).end;
}

}  // namespace

Span with_matter(const Page& page, const Nominals& nominals, std::uint32_t head) {
  Span phrase = phrase_of(page, nominals, head);
  if (!page.parsed || phrase.size() != 1 || page.dependent(head, "nmod:poss") >= 0 ||
      !nominals.says_little(page.words[head].lower))
    return phrase;
  for (const std::uint32_t below : page.below[head]) {
    if (below <= head) continue;
    const std::uint32_t end =
        std::max({end_of_clause(page, nominals, head, below), end_of_relative(page, nominals, head, below),
                  end_of_matter(page, nominals, head, below)});
    if (end <= head + longest_matter) phrase.end = std::max(phrase.end, end);
  }
  return phrase;
}

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
  phrase.end = past_postposed(page, nominals, head + 1, sentence.end);
  // The complement: "children of Russian soldiers".
  const std::uint32_t of = head + 1;
  if (of >= sentence.end || page.relation(of) != "case" || page.tag(of) != Upos::ADP || page.head(of) < 0)
    return phrase;
  const auto inner = static_cast<std::uint32_t>(page.head(of));
  if (inner <= of || inner >= sentence.end || inner - of > longest_complement ||
      page.head(inner) != static_cast<std::int32_t>(head))
    return phrase;
  if (!nominals.takes_complement(page.words[of].lower)) return phrase;
  // "a loss of close to", "a loss of $2 billion": no thing
  if (page.tag(inner) == Upos::ADV || page.tag(inner) == Upos::ADP || page.tag(inner) == Upos::VERB ||
      page.tag(inner) == Upos::SYM)
    return phrase;
  phrase.end = inner + 1;
  while (phrase.end < sentence.end && page.head(phrase.end) == static_cast<std::int32_t>(inner) &&
         is_relation(page.relation(phrase.end), "flat"))
    ++phrase.end;
  return phrase;
}

std::int32_t possessor_of(const Page& page, std::uint32_t head) { return page.dependent(head, "nmod:poss"); }

}  // namespace dateline::entity
