#include "extract/entity/nominal_phrase.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/entity/phrases.hpp"

namespace dateline::entity {

bool NominalPhrase::fits_modifiers(const std::string& office) const {
  return std::all_of(modifiers.begin(), modifiers.end(),
                     [&](const std::string& word) { return office.find(" " + word + " ") != std::string::npos; });
}

bool takes(const Nominal& noun, const Member& member) {
  if (member.finer.empty() && noun.kind == EntityKind::organization) return member.named && member.kind == noun.kind;
  if (member.named && member.finer == noun.singular) return true;
  return member.named && std::find(noun.takes.begin(), noun.takes.end(), member.finer) != noun.takes.end();
}

void NominalReader::read_determiners(NominalPhrase& phrase) const {
  bool all = false;
  for (const std::uint32_t child : page_.below[phrase.head]) {
    const std::string_view relation = page_.relation(child);
    const std::string& word = page_.words[child].lower;
    if (is_relation(relation, "det")) {
      phrase.definite = phrase.definite || rules_.definite.contains(word);
      phrase.indefinite = phrase.indefinite || rules_.indefinite.contains(word);
    }
    if (!is_relation(relation, "det") && relation != "nummod") continue;
    if (rules_.pair.contains(word)) phrase.count = 2;
    if (rules_.three.contains(word)) phrase.count = 3;
    all = all || rules_.all_word.contains(word);
    if (rules_.four.contains(word)) phrase.count = 4;
  }
  phrase.definite = phrase.definite || (all && phrase.count > 0);
}

void NominalReader::read_country(NominalPhrase& phrase) const {
  const std::int32_t possessor = possessor_of(page_, phrase.head);
  phrase.possessed = possessor >= 0;
  phrase.definite = phrase.definite || phrase.possessed;
  for (std::uint32_t i = phrase.tokens.begin; i < phrase.tokens.end; ++i) {
    if (i == phrase.head) continue;
    const Seen* seen = cast_.at(i);
    if (!seen || seen->tokens.begin < phrase.tokens.begin) continue;
    const Member& member = cast_.members[seen->member];
    const bool before = i < phrase.head;
    if (before) phrase.own.begin = std::max(phrase.own.begin, seen->tokens.end);
    if (member.kind != EntityKind::country && member.kind != EntityKind::organization &&
        member.kind != EntityKind::place)
      continue;
    if (!phrase.country.empty() || (!before && !phrase.complement)) continue;
    phrase.country = member.country;
    phrase.holder = seen->member;
  }
  if (page_.tag(phrase.tokens.begin) == Upos::PRON && phrase.tokens.begin < phrase.head) {
    phrase.own.begin = std::max(phrase.own.begin, phrase.tokens.begin + 1);
  }
  // Past "'s" and the like.
  while (phrase.own.begin < phrase.head &&
         (page_.relation(phrase.own.begin) == "case" || !page_.words[phrase.own.begin].letters))
    ++phrase.own.begin;
  for (std::uint32_t i = phrase.own.begin; i < phrase.head; ++i) {
    if (page_.words[i].letters) phrase.modifiers.push_back(page_.words[i].lower);
  }
}

void NominalReader::name_it(NominalPhrase& phrase) const {
  const std::string own = page_.text({phrase.own.begin, phrase.tokens.end});
  const std::string_view adjective = rules_.gazetteer.adjective_of(phrase.country);
  const bool pronoun = page_.tag(phrase.tokens.begin) == Upos::PRON;
  const bool of_state = phrase.holder && cast_.members[*phrase.holder].kind == EntityKind::country;
  const bool by_adjective = phrase.noun->state || phrase.noun->use == Nominal::Use::office;
  if (phrase.possessed && by_adjective && of_state && !adjective.empty() && !phrase.complement) {
    phrase.name = std::string(adjective) + " " + own;
  } else if (pronoun) {
    const Seen* whose = cast_.at(phrase.tokens.begin);
    const bool named = whose && cast_.members[whose->member].named && phrase.noun->use == Nominal::Use::plain;
    phrase.name = named ? rules_.nominals.genitive_of(cast_.members[whose->member].name) + " " + own : own;
  } else {
    phrase.name = page_.text(phrase.tokens);
    const Word& first = page_.words[phrase.tokens.begin];
    const bool common = page_.tag(phrase.tokens.begin) != Upos::PROPN || phrase.tokens.begin == phrase.head;
    if (first.first && common && !first.all_capitals && !cast_.at(phrase.tokens.begin))
      phrase.name.replace(0, first.text.size(), utf8::lower(first.text));
  }
}

/// "Scientists from the University of Oslo and Kestrel Labs": the bodies that they belong to.
void NominalReader::read_origin(NominalPhrase& phrase) const {
  const Span sentence = page_.sentence(phrase.head).tokens;
  std::uint32_t at = phrase.tokens.end;
  if (at >= sentence.end || !rules_.origin.contains(page_.words[at].lower) || page_.head(at) < 0) return;
  const std::int32_t over = page_.head(static_cast<std::uint32_t>(page_.head(at)));
  if (over != static_cast<std::int32_t>(phrase.head)) return;
  while (at + 1 < sentence.end) {
    ++at;
    if (rules_.definite.contains(page_.words[at].lower) && at + 1 < sentence.end) ++at;
    const Seen* body = cast_.at(at);
    const bool named = body && body->form == MentionForm::name && body->tokens.begin == at &&
                       cast_.members[body->member].kind == EntityKind::organization;
    if (!named) return;
    at = phrase.tokens.end = body->tokens.end;
    phrase.complement = true;
    if (at >= sentence.end || !rules_.and_word.contains(page_.words[at].lower)) return;
  }
}

NominalPhrase NominalReader::read(std::uint32_t head, const Nominal& noun) const {
  NominalPhrase phrase;
  phrase.noun = &noun;
  phrase.head = head;
  phrase.tokens = phrase_of(page_, rules_.nominals, head);
  // Not from the middle of a name: "North Korean troops".
  const Seen* first = cast_.at(phrase.tokens.begin);
  if (first && phrase.tokens.begin < head) phrase.tokens.begin = std::min(phrase.tokens.begin, first->tokens.begin);
  phrase.own = {phrase.tokens.begin, head + 1};
  phrase.kind = noun.kind;
  phrase.many = noun.number == Number::plural || noun.kind == EntityKind::group;
  phrase.complement = phrase.tokens.end > head + 1;
  if (phrase.complement) {
    // Not to the middle of a name.
    const Seen* last = cast_.at(phrase.tokens.end - 1);
    if (last && last->form == MentionForm::name) phrase.tokens.end = std::max(phrase.tokens.end, last->tokens.end);
  }
  if (!phrase.complement && phrase.many && noun.use == Nominal::Use::plain) read_origin(phrase);
  read_determiners(phrase);
  read_country(phrase);
  name_it(phrase);
  phrase.bare = phrase.tokens.size() == 1;
  return phrase;
}

bool NominalReader::is_lesser(const Office& office, const NominalPhrase& phrase) const {
  const std::string text = utf8::lower(office.text);
  for (const std::string_view part : split(text, ' ')) {
    const std::string word(part);
    if (!rules_.lesser.contains(word)) continue;
    if (std::find(phrase.modifiers.begin(), phrase.modifiers.end(), word) == phrase.modifiers.end()) return true;
  }
  return false;
}

bool NominalReader::is_post(std::uint32_t head) const {
  const std::int32_t joint = page_.dependent(head, "case");
  return (joint >= 0 && rules_.as_word.contains(page_.words[static_cast<std::uint32_t>(joint)].lower)) ||
         page_.relation(head) == "xcomp";
}

void NominalReader::add_office(std::uint32_t index, const NominalPhrase& phrase) const {
  const auto title = rules_.titles.find(phrase.noun->singular);
  if (title == rules_.titles.end() || title->second.relation.empty()) return;
  Office office;
  office.text = page_.text({phrase.own.begin, phrase.head + 1});
  office.relation = title->second.relation;
  office.country = phrase.country;
  office.holder = phrase.holder;
  office.tokens = phrase.tokens;
  Member& member = cast_.members[index];
  if (member.country.empty()) member.country = office.country;
  const bool known = std::any_of(member.offices.begin(), member.offices.end(), [&](const Office& other) {
    return utf8::lower(other.text) == utf8::lower(office.text) && other.country == office.country;
  });
  if (!known) member.offices.push_back(std::move(office));
}

}  // namespace dateline::entity
