#include "extract/entity/cast.hpp"

namespace dateline::entity {
namespace {

/// Whether the word is the agent of a verb that a government may be the agent of.
bool acts_like_government(const Page& page, const Rules& rules, std::uint32_t token) {
  const std::string_view relation = page.relation(token);
  const std::int32_t over = page.head(token);
  if (over < 0) return false;
  const auto verb = static_cast<std::uint32_t>(over);
  if (relation == "nsubj" && page.tag(verb) == Upos::VERB) {
    return page.dependent(verb, "aux:pass") < 0 && !rules.acting_excluded.contains(page.lemma(verb));
  }
  return false;
}

/// "with Moscow", "against Tehran", "between Kyiv and Moscow"; "Pyongyang's troops"; "urged Beijing".
bool is_dealt_with(const Page& page, const Rules& rules, std::uint32_t token) {
  const std::int32_t over = page.head(token);
  const std::string_view relation = page.relation(token);
  if (over < 0) return false;
  const auto governor = static_cast<std::uint32_t>(over);
  if (relation == "nmod:poss") return rules.government_noun.contains(page.words[governor].lower);
  if (relation == "compound") return rules.government_noun.contains(page.words[governor].lower);
  if (relation == "obj" || relation == "iobj") return rules.say.contains(page.lemma(governor));
  if (is_relation(relation, "obl") || is_relation(relation, "nmod")) {
    const std::int32_t preposition = page.dependent(token, "case");
    if (preposition < 0) return false;
    const std::string& word = page.words[static_cast<std::uint32_t>(preposition)].lower;
    return rules.government_preposition.contains(word);
  }
  return false;
}

bool stands_for_government(const Page& page, const Rules& rules, std::uint32_t token) {
  std::uint32_t at = token;
  if (page.relation(at) == "conj" && page.head(at) >= 0) at = static_cast<std::uint32_t>(page.head(at));
  return acts_like_government(page, rules, at) || is_dealt_with(page, rules, at);
}

bool is_building(const Page& page, const Rules& rules, const NameMention& mention) {
  const std::uint32_t floor = page.sentence(mention.tokens.begin).tokens.begin;
  std::uint32_t at = mention.tokens.begin;
  if (at > floor && rules.determiner.contains(page.words[at - 1].lower)) --at;
  if (at > floor && rules.seat_preposition.contains(page.words[at - 1].lower)) {
    return mention.tokens.end >= page.words.size() || !rules.nominals.find(page.words[mention.tokens.end].lower);
  }
  // "a Kremlin hall": before a noun for a building or a part of one.
  if (mention.tokens.end < page.words.size()) {
    const Nominal* noun = rules.nominals.find(page.words[mention.tokens.end].lower);
    return noun && noun->kind == EntityKind::facility;
  }
  return false;
}

}  // namespace

void read_metonyms(const Page& page, const Rules& rules, std::vector<NameMention>& names) {
  for (NameMention& mention : names) {
    if (!mention.known || mention.form != MentionForm::name) continue;
    const bool by_its_name =
        mention.known->seat && plain_form(page.text(mention.tokens)) == plain_form(mention.known->name);
    if (by_its_name && is_building(page, rules, mention)) {
      mention.kind = EntityKind::facility;
      continue;
    }
    if (!mention.known->capital || !page.parsed) continue;
    if (!stands_for_government(page, rules, page.head_of(mention.tokens))) continue;
    const Known* country = rules.gazetteer.country(mention.known->country);
    if (!country) continue;
    mention.known = country;
    mention.kind = EntityKind::country;
    mention.finer = country->finer;
  }
}

}  // namespace dateline::entity
