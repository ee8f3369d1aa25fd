#include "extract/entity/beside.hpp"

namespace dateline::entity {

/// "Okoro, the Nigerian envoy,"; "the envoy, Okoro"; "Okoro is the envoy".
std::optional<std::uint32_t> Beside::named_beside(const NominalPhrase& phrase) const {
  const std::uint32_t i = phrase.head;
  // "the border city of El Paso, Texas": the city, whatever stands beside.
  if (phrase.noun->use == Nominal::Use::class_ && phrase.complement && phrase.holder &&
      cast_.members[*phrase.holder].kind == EntityKind::place && takes(*phrase.noun, cast_.members[*phrase.holder]))
    return phrase.holder;
  if (phrase.many && phrase.kind != EntityKind::organization) return std::nullopt;
  if (page_.relation(i) == "appos" && page_.head(i) >= 0) {
    if (const auto member = fitting(static_cast<std::uint32_t>(page_.head(i)), phrase)) return member;
  }
  for (const std::uint32_t child : page_.below[i]) {
    if (page_.relation(child) == "appos" || is_relation(page_.relation(child), "flat")) {
      if (const auto member = fitting(child, phrase)) return member;
    }
  }
  // "The foreign minister of Chad, Okoro Diallo, said": side by side between commas, whatever the tree says.
  std::uint32_t comma = phrase.tokens.end;
  if (comma + 3 < page_.words.size() && page_.words[comma].text == "(") {
    while (comma < page_.sentence(i).tokens.end && page_.words[comma].text != ")") ++comma;
    ++comma;
  }
  if (phrase.definite && comma + 1 < page_.words.size() && page_.words[comma].text == "," &&
      page_.words[comma + 1].sentence == page_.words[i].sentence) {
    std::uint32_t name = comma + 1;
    // "the leader of the church, Pope Francis,", "the group, the Green Front,"
    while (name + 1 < page_.sentence(i).tokens.end && !cast_.at(name) &&
           (cast_.in_title[name] || rules_.definite.contains(page_.words[name].lower)))
      ++name;
    const Seen* next = cast_.at(name);
    const bool closed = next && next->tokens.end < page_.words.size() && page_.tag(next->tokens.end) == Upos::PUNCT;
    if (closed && next->form == MentionForm::name && cast_.members[next->member].kind == phrase.kind)
      return next->member;
  }
  if (const auto before = named_before(phrase)) return before;
  if (const auto called = named_by_participle(phrase)) return called;
  if (phrase.noun->use == Nominal::Use::office && page_.dependent(i, "cop") >= 0 && phrase.definite) {
    const std::int32_t subject = page_.dependent(i, "nsubj");
    if (subject >= 0) return fitting(static_cast<std::uint32_t>(subject), phrase);
  }
  return std::nullopt;
}

/// "A boy, identified only as Ivan,", "a woman named Ann Lee".
std::optional<std::uint32_t> Beside::named_by_participle(const NominalPhrase& phrase) const {
  if (phrase.kind != EntityKind::person || phrase.many) return std::nullopt;
  for (const std::uint32_t child : page_.below[phrase.head]) {
    if (child < phrase.head || !is_relation(page_.relation(child), "acl") ||
        !rules_.naming.contains(page_.lemma(child)))
      continue;
    for (const std::uint32_t name : page_.below[child]) {
      const std::string_view relation = page_.relation(name);
      if (relation != "xcomp" && relation != "obj" && !is_relation(relation, "obl")) continue;
      if (const auto member = fitting(name, phrase)) return member;
    }
  }
  return std::nullopt;
}

/// "Kestrel Air (KA), the parent company of Wren,": after a name and a comma, up to the next comma.
std::optional<std::uint32_t> Beside::named_before(const NominalPhrase& phrase) const {
  const std::uint32_t floor = page_.sentence(phrase.head).tokens.begin;
  if (phrase.possessed || phrase.many || phrase.tokens.begin < floor + 3) return std::nullopt;
  if (!phrase.definite && !phrase.indefinite) return std::nullopt;
  if (phrase.tokens.end >= page_.words.size() || page_.words[phrase.tokens.end].text != ",") return std::nullopt;
  std::uint32_t at = phrase.tokens.begin - 2;
  if (page_.words[at].text != ",") return std::nullopt;
  --at;
  if (page_.words[at].text == ")" && at > floor) --at;
  const Seen* seen = cast_.at(at);
  return seen && seen->tokens.end == at + 1 ? fitting(seen->head, phrase) : std::nullopt;
}

std::optional<std::uint32_t> Beside::fitting(std::uint32_t token, const NominalPhrase& phrase) const {
  // The tree may hang the apposition on the title: "Professor Sato, the chairman".
  while (cast_.in_title[token] && token + 1 < page_.words.size() && !cast_.at(token)) ++token;
  const Seen* seen = cast_.at(token);
  if (seen && cast_.in_title[token == 0 ? 0 : token - 1]) token = seen->head;
  if (!seen || seen->form != MentionForm::name || seen->head != token) return std::nullopt;
  const Member& member = cast_.members[seen->member];
  const bool fits = phrase.kind == EntityKind::person ? member.kind == EntityKind::person : takes(*phrase.noun, member);
  return fits ? std::optional(seen->member) : std::nullopt;
}

std::optional<std::uint32_t> Beside::described_beside(const NominalPhrase& phrase) const {
  if (phrase.many || phrase.kind == EntityKind::person || page_.relation(phrase.head) != "appos") return std::nullopt;
  const std::int32_t over = page_.head(phrase.head);
  const Seen* seen = over < 0 ? nullptr : cast_.at(static_cast<std::uint32_t>(over));
  if (!seen || seen->form != MentionForm::name || seen->head != static_cast<std::uint32_t>(over)) return std::nullopt;
  const EntityKind kind = cast_.members[seen->member].kind;
  return kind == EntityKind::person || kind == EntityKind::country ? std::nullopt : std::optional(seen->member);
}

}  // namespace dateline::entity
