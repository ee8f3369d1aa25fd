#include "extract/entity/name_kinds.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/entity/run_heads.hpp"
#include "extract/entity/runs.hpp"
#include "extract/entity/same_name.hpp"
#include "extract/entity/titles.hpp"

namespace dateline::entity {
namespace {

constexpr std::size_t longest_acronym = 6;
/// The class of ships and planes in nominals.tsv.
const std::string craft_class = "product";
/// Two letters that neither table nor tagger knows are mostly degrees, eras, codes.
constexpr std::size_t shortest_acronym = 3;
constexpr std::uint32_t longest_person = 5;
/// The Penn Treebank's tag of plural proper nouns.
constexpr std::string_view plural_name = "NNPS";

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Guess name_of(EntityKind kind, bool sure) { return {true, kind, "", sure}; }

/// Whether a capitalised word by itself is a common word after all.
bool is_common_word(const Page& page, const Rules& rules, const Evidence& evidence, std::uint32_t token) {
  const Word& word = page.words[token];
  if (rules.no_entity.contains(word.lower)) return true;
  if (const Nominal* noun = rules.nominals.find(word.lower); noun && noun->number == Number::plural) return true;
  // "the Court", "the Church": the word by itself says what, not who.
  if (rules.heads.contains(word.text) && rules.nominals.find(word.lower)) return true;
  if (label_of(page, {token, token + 1}).kind) return false;
  if (word.first && !evidence.proper(page, token)) return true;
  if (rules.nominals.find(word.lower) || rules.titles.contains(word.plain) || rules.number_word.contains(word.lower))
    return true;
  if (rules.heads.contains(word.text) && !word.all_capitals) return true;
  return page.parsed && page.tag(token) != Upos::PROPN;
}

/// What the word before the run says: "automaker GM", "actor John Wu", "the village of X".
std::optional<Guess> guess_by_noun_before(const Page& page, const Rules& rules, Span run) {
  const std::uint32_t floor = page.sentence(run.begin).tokens.begin;
  if (run.begin == floor) return std::nullopt;
  const std::uint32_t before = run.begin - 1;
  if (const auto title = title_before(page, rules, floor, run.begin);
      title && title->title.use != Title::Use::honorific)
    return name_of(EntityKind::person, true);
  if (page.words[before].capital) return std::nullopt;
  const Nominal* noun = rules.nominals.find(page.words[before].lower);
  if (!noun || noun->number == Number::plural) return std::nullopt;
  if (noun->use != Nominal::Use::class_)
    return noun->kind == EntityKind::person ? std::optional(name_of(EntityKind::person, false)) : std::nullopt;
  Guess guess = name_of(noun->kind, true);
  if (noun->kind == EntityKind::country) guess.kind = EntityKind::place;
  if (!noun->takes.empty()) guess.finer = noun->takes.front();
  return guess;
}

/// What the apposition says: "Lindiwe Sisulu, the foreign minister,", "Kestrel Marine (KM), the parent company of Wren,": whatever the
/// tagger says.
std::optional<EntityKind> kind_beside(const Page& page, const Rules& rules, Span run) {
  if (!page.parsed || run.size() > longest_person) return std::nullopt;
  const auto said_by = [&](std::uint32_t token) -> std::optional<EntityKind> {
    const Nominal* noun = page.words[token].capital ? nullptr : rules.nominals.find(page.words[token].lower);
    if (!noun || noun->number != Number::singular) return std::nullopt;
    const bool body = noun->kind == EntityKind::organization && noun->use == Nominal::Use::class_;
    const bool craft = noun->kind == EntityKind::product && noun->use == Nominal::Use::class_;
    return noun->kind == EntityKind::person || body || craft ? std::optional(noun->kind) : std::nullopt;
  };
  const std::uint32_t head = page.head_of(run);
  if (page.relation(head) == "appos" && page.head(head) >= 0)
    return said_by(static_cast<std::uint32_t>(page.head(head)));
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    for (const std::uint32_t child : page.below[i]) {
      if (page.relation(child) != "appos" || run.contains(child)) continue;
      if (const auto kind = said_by(child)) return kind;
    }
  }
  return std::nullopt;
}

/// Whether a noun right before a run is tied to it by the tree: as what it is called, as its title, or as a second of the same place in the sentence.
bool is_tied(const Page& page, std::uint32_t noun, Span run) {
  const std::uint32_t name = page.head_of(run);
  const auto names = [&](std::uint32_t one) {
    const std::string_view relation = page.relation(one);
    return relation == "appos" || is_relation(relation, "flat") || is_relation(relation, "compound") ||
           is_relation(relation, "nmod:desc");
  };
  const auto head = static_cast<std::int32_t>(noun), other = static_cast<std::int32_t>(name);
  if (page.head(name) == head || page.head(noun) == other) return names(page.head(name) == head ? name : noun);
  return page.head(name) >= 0 && page.head(name) == page.head(noun) && page.relation(name) == page.relation(noun);
}

/// "Engine maker Alitron said": the noun for a body before a name that is nobody's given name, whatever the tagger says.
std::optional<Guess> guess_by_body_before(const Page& page, const Rules& rules, Span run) {
  const std::uint32_t floor = page.sentence(run.begin).tokens.begin;
  if (!page.parsed || run.begin == floor || run.size() > longest_person || is_given_name(page, rules, run.begin))
    return std::nullopt;
  const std::uint32_t before = run.begin - 1;
  const Nominal* noun =
      page.words[before].capital && !page.words[before].first ? nullptr : rules.nominals.find(page.words[before].lower);
  if (!noun || noun->number != Number::singular || noun->kind != EntityKind::organization ||
      noun->use != Nominal::Use::class_ || !is_tied(page, before, run))
    return std::nullopt;
  Guess guess = name_of(EntityKind::organization, true);
  if (!noun->takes.empty()) guess.finer = noun->takes.front();
  guess.told = true;
  return guess;
}

/// "a study published in Physical Matters", "published on Friday in Physical Matters": no place.
bool published_in(const Page& page, const Rules& rules, Span run) {
  const std::uint32_t head = page.head_of(run);
  std::int32_t over = page.head(head);
  if (!page.parsed || over < 0) return false;
  if (page.relation(head) == "nmod" && is_relation(page.relation(static_cast<std::uint32_t>(over)), "obl"))
    over = page.head(static_cast<std::uint32_t>(over));
  else if (!is_relation(page.relation(head), "obl"))
    return false;
  if (over < 0) return false;
  const std::int32_t preposition = page.dependent(head, "case");
  return preposition >= 0 &&
         rules.place_preposition.contains(page.words[static_cast<std::uint32_t>(preposition)].lower) &&
         rules.publishing.contains(page.lemma(static_cast<std::uint32_t>(over)));
}

bool says_next(const Page& page, const Rules& rules, Span run) {
  return run.end < page.words.size() && page.parsed && page.tag(run.end) == Upos::VERB &&
         rules.say.contains(page.lemma(run.end));
}

/// Who says, who has, who does to another: letters that act are an organization's, others may stand for any term.
bool acts(const Page& page, const Rules& rules, std::uint32_t token) {
  const std::int32_t over = page.head(token);
  if (over < 0) return false;
  const auto verb = static_cast<std::uint32_t>(over);
  const std::string_view relation = page.relation(token);
  if (is_relation(relation, "nmod:poss")) return true;
  if (is_relation(relation, "obl:agent")) return true;
  if (relation != "nsubj" || page.tag(verb) != Upos::VERB) return false;
  return rules.say.contains(page.lemma(verb)) || page.dependent(verb, "obj") >= 0 || page.dependent(verb, "xcomp") >= 0;
}

Guess guess_words(const Page& page, const Rules& rules, Span run) {
  const bool one = run.size() == 1;
  const Word& first = page.words[run.begin];
  if (one && first.all_capitals && page.tagged && first.plain.size() < shortest_acronym) return {};
  if (one && first.all_capitals && first.text.size() <= longest_acronym && !has_digit(first.text))
    return name_of(!page.tagged || acts(page, rules, run.begin) ? EntityKind::organization : EntityKind::other, false);
  if (has_digit(page.words[run.end - 1].text) || (one && has_digit(first.text)))
    return name_of(EntityKind::product, false);
  if (says_next(page, rules, run) && run.size() <= 3) return name_of(EntityKind::person, false);
  if (!page.parsed && run.size() >= 2 && run.size() <= 3) return name_of(EntityKind::person, false);
  return name_of(EntityKind::other, false);
}

}  // namespace

bool is_common_opener(const Page& page, const Rules& rules, std::uint32_t token) {
  if (page.extraction.tokens[token].name != NameTag::O || rules.gazetteer.longest(page, token, token + 1).tokens > 0)
    return false;
  switch (page.tag(token)) {
    case Upos::VERB:
    case Upos::AUX:
    case Upos::ADV:
    case Upos::ADP:
    case Upos::SCONJ:
    case Upos::CCONJ:
    case Upos::PRON:
    case Upos::INTJ:
      return true;
    case Upos::ADJ:
    case Upos::NOUN:
      return label_begins(page, token + 1) && label_of(page, {token + 1, token + 2}).kind == EntityKind::person;
    default:
      return false;
  }
}

bool is_given_name(const Page& page, const Rules& rules, std::uint32_t token) {
  const auto found = rules.given_names.find(page.words[token].plain);
  return found != rules.given_names.end();
}

bool looks_like_person(const Page& page, const Rules& rules, Span run) {
  if (run.size() != 2 || !page.tagged || !is_given_name(page, rules, run.begin)) return false;
  const auto kind = label_of(page, run).kind;
  return rules.surname_head.contains(page.words[run.end - 1].lower) && kind != EntityKind::organization &&
         kind != EntityKind::place;
}

Gender given_gender(const Page& page, const Rules& rules, Span run) {
  if (run.size() < 2) return Gender::unknown;
  const auto found = rules.given_names.find(page.words[run.begin].plain);
  return found == rules.given_names.end() ? Gender::unknown : found->second;
}

/// "the town of X", "the island of X".
bool place_noun_before(const Page& page, const Rules& rules, Span run) {
  const std::uint32_t floor = page.sentence(run.begin).tokens.begin;
  if (run.begin < floor + 2 || !rules.complement.contains(page.words[run.begin - 1].lower)) return false;
  const std::string& noun = page.words[run.begin - 2].lower;
  return rules.place_noun_before.contains(noun) || rules.holder_of_place.contains(noun);
}

bool place_before(const Page& page, const Rules& rules, Span run) {
  const std::uint32_t floor = page.sentence(run.begin).tokens.begin;
  std::uint32_t at = run.begin;
  while (at > floor &&
         (rules.direction.contains(page.words[at - 1].lower) || rules.determiner.contains(page.words[at - 1].lower)))
    --at;
  if (at == floor) return false;
  if (rules.place_noun_before.contains(page.words[at - 1].lower)) return true;
  if (rules.name_link.contains(page.words[at - 1].lower) && at - 1 > floor &&
      rules.place_noun_before.contains(page.words[at - 2].lower))
    return true;
  return rules.place_preposition.contains(page.words[at - 1].lower) && at == run.begin;
}

const Known* choose_reading(const Page& page, const Rules& rules, const Evidence& evidence, Span run,
                            const Gazetteer::Match& match) {
  const Word& word = page.words[run.begin];
  const std::uint32_t floor = page.sentence(run.begin).tokens.begin, end = page.sentence(run.begin).tokens.end;
  const bool next_is_noun =
      run.end < end && page.parsed &&
      (page.tag(run.end) == Upos::NOUN || page.tag(run.end) == Upos::PROPN || page.tag(run.end) == Upos::ADJ ||
       page.tag(run.end) == Upos::NUM || page.words[run.end].text == "-");
  if (const Known* name = evidence.likeliest(match)) return name;
  if (run.size() == 1 && rules.language.contains(word.lower)) {
    const bool cued =
        (run.begin > floor && rules.language_cue.contains(page.words[run.begin - 1].lower) && !next_is_noun) ||
        (run.end < end && rules.language_cue.contains(page.words[run.end].lower) && page.words[run.end].letters &&
         run.end + 1 < end && rules.language_cue.contains(page.words[run.end].lower) &&
         page.words[run.end].lower.size() > 2);
    if (cued) return nullptr;
  }
  const Known* adjective = match.as(Known::Use::adjective);
  const Known* people = nullptr;
  for (const Known& known : match.readings) {
    if (known.use != Known::Use::people) continue;
    // "the Chinese", "Ukrainians" are many; "a Kenyan" is one.
    people = &known;
    if (known.number == Number::plural) break;
  }
  if (!adjective || !page.parsed) return adjective ? adjective : people;
  return people && !next_is_noun && page.tag(run.end - 1) != Upos::ADJ ? people : adjective;
}

Guess guess_kind(const Page& page, const Rules& rules, const Evidence& evidence, Span run) {
  if (run.size() == 1 && evidence.is_called(page, run.begin)) return name_of(EntityKind::person, true);
  // "Banks", of Sarah Banks
  const Word& alone = page.words[run.begin];
  if (run.size() == 1 && !alone.first && evidence.is_surname(alone.plain) &&
      (rules.heads.contains(alone.text) || (page.parsed && page.tag(run.begin) == Upos::NOUN)))
    return name_of(EntityKind::person, false);
  if (run.size() == 1 && is_common_word(page, rules, evidence, run.begin)) return {};
  if (run.size() == 1 && letters_of(page.words[run.begin].plain).size() < 2 && !has_digit(page.words[run.begin].text))
    return {};
  if (is_corporate(page, rules, run)) return {};
  if (rules.no_entity.contains(utf8::lower(page.text(run)))) return {};
  if (place_noun_before(page, rules, run) && run.size() <= 3) return name_of(EntityKind::place, true);
  if (const auto body = guess_by_body_before(page, rules, run)) return *body;
  if (const auto kind = kind_beside(page, rules, run);
      kind && (kind == EntityKind::person || !is_person_label(page, run))) {
    Guess guess = name_of(*kind, true);
    if (kind == EntityKind::product) guess.finer = craft_class;  // "the boat, Conception,"
    return guess;
  }
  const Label label = label_of(page, run);
  // "Coloradans", "the Bidens": a plural of people.
  const bool many = run.size() == 1 && page.extraction.strings[page.extraction.tokens[run.begin].xpos] == plural_name;
  if (many && label.kind != EntityKind::organization) return name_of(EntityKind::group, false);
  if (label.whole) {
    Guess guess = name_of(*label.kind, true);
    if (guess.kind == EntityKind::place && published_in(page, rules, run)) return name_of(EntityKind::work, false);
    const Word& first = page.words[run.begin];
    if (run.size() == 1 && first.all_capitals && first.plain.size() <= longest_acronym &&
        guess.kind == EntityKind::person) {
      if (evidence.is_acronym(first.plain)) guess.kind = EntityKind::organization;
      guess.sure = false;
    }
    return guess;
  }
  const bool given = is_given_name(page, rules, run.begin);
  if (run.size() >= 2 && run.size() <= longest_person && given) return name_of(EntityKind::person, true);
  if (run.size() >= 2 && run.size() <= 3 && rules.family_first.contains(page.words[run.begin].plain))
    return name_of(EntityKind::person, true);
  if (const auto guess = guess_by_noun_before(page, rules, run)) return *guess;
  if (label.kind) return name_of(*label.kind, false);
  if (evidence.is_surname(page.words[run.begin].plain) && run.size() == 1) return name_of(EntityKind::person, false);
  const bool letters = run.size() == 1 && page.words[run.begin].all_capitals && page.tagged;
  if (!letters && place_before(page, rules, run) && run.size() <= 3)
    return name_of(published_in(page, rules, run) ? EntityKind::work : EntityKind::place, false);
  return guess_words(page, rules, run);
}

}  // namespace dateline::entity
