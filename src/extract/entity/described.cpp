#include "extract/entity/described.hpp"

#include <algorithm>

#include "extract/entity/short_forms.hpp"

namespace dateline::entity {
namespace {

/// Sentences back that a description looks: one that the text has given somebody, who is accused, the only man or woman in view.
constexpr std::uint32_t described_reach = 12, accused_reach = 6, only_reach = 2, several_reach = 2, pair_reach = 1,
                        pair_class_reach = 2;
/// Between an age and the name behind it stand no more words: "34-year-old former US Army sergeant Ann Lee".
constexpr std::uint32_t longest_way_to_age = 6;
/// Between two names of a list: ", of Ohio, and".
constexpr std::uint32_t longest_way_to_next = 6;

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool contains(const std::vector<std::string>& list, const std::string& word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

void add_once(std::vector<std::string>& list, const std::string& word) {
  if (!contains(list, word)) list.push_back(word);
}

/// "Ann Lee, 34, ", "Ann Lee (34)", "Ann Lee, aged 34".
std::string age_behind(const Page& page, const Rules& rules, std::uint32_t end) {
  const std::size_t size = page.words.size();
  if (end + 2 >= size || (page.words[end].text != "," && page.words[end].text != "(")) return {};
  std::uint32_t at = end + 1;
  const bool told = rules.aged.contains(page.words[at].lower);
  if (told) ++at;
  if (at + 1 >= size || !is_number(page.words[at].text) || page.words[at].text.size() > 3) return {};
  return told || !page.words[at + 1].letters ? std::string(page.words[at].text) : std::string();
}

/// "34-year-old singer Ann Lee": before the name and its title.
std::string age_before(const Page& page, const Rules& rules, std::uint32_t begin) {
  const std::uint32_t floor = page.sentence(begin).tokens.begin;
  for (std::uint32_t at = begin; at > floor && begin - at < longest_way_to_age; --at) {
    if (page.words[at - 1].text == ",") return {};
    if (std::string age = age_at(page, rules, at - 1); !age.empty()) return age;
  }
  return {};
}

/// "Footballer Ben Marsh", "officers Ann Lee and ...": a noun for people right before the name.
Span noun_before(const Page& page, const Rules& rules, std::uint32_t begin) {
  if (begin == page.sentence(begin).tokens.begin) return {};
  const Nominal* noun = rules.nominals.find(page.words[begin - 1].lower);
  const bool people = noun && (noun->kind == EntityKind::person || noun->kind == EntityKind::group);
  return people && noun->use != Nominal::Use::whole ? Span{begin - 1, begin} : Span{};
}

/// Whether nothing but "and" and commas stands between, but for what brackets or "of" add.
bool is_listed(const Page& page, const Rules& rules, std::uint32_t from, std::uint32_t to) {
  if (to < from || to - from > longest_way_to_next || page.words[from - 1].sentence != page.words[to].sentence)
    return false;
  for (std::uint32_t i = from; i < to; ++i) {
    const Word& word = page.words[i];
    if (word.letters && !rules.and_word.contains(word.lower) && !rules.name_link.contains(word.lower) && !word.capital)
      return false;
  }
  return to > from;
}

bool is_young(const Member& member) {
  return !member.age.empty() && (member.age.size() == 1 || (member.age.size() == 2 && member.age.front() == '1'));
}

}  // namespace

std::string age_at(const Page& page, const Rules& rules, std::uint32_t token) {
  if (!rules.age_word.contains(page.words[token].lower)) return {};
  const std::uint32_t floor = page.sentence(token).tokens.begin;
  if (token < floor + 4 || page.words[token - 1].text != "-" || page.words[token - 3].text != "-") return {};
  return is_number(page.words[token - 4].text) ? std::string(page.words[token - 4].text) : std::string();
}

void read_descriptions(const Page& page, const Rules& rules, const std::vector<NameMention>& names, Cast& cast) {
  Span shared;  // a title in the plural, and where the last name that it stands before ends
  std::uint32_t shared_end = 0;
  for (const NameMention& mention : names) {
    const Seen* seen = mention.kind == EntityKind::person ? cast.at(mention.tokens.begin) : nullptr;
    if (!seen || cast.members[seen->member].inhabitant) continue;
    Member& member = cast.members[seen->member];
    Span title = mention.title.empty() ? noun_before(page, rules, mention.tokens.begin) : mention.title;
    if (title.empty() && !shared.empty() && is_listed(page, rules, shared_end, mention.tokens.begin)) title = shared;
    const Nominal* last = title.empty() ? nullptr : rules.nominals.find(page.words[title.end - 1].lower);
    shared = last && last->number == Number::plural ? title : Span{};
    shared_end = mention.tokens.end;
    for (std::uint32_t i = title.begin; i < title.end; ++i) {
      const Nominal* noun = rules.nominals.find(page.words[i].lower);
      add_once(member.described, noun ? noun->singular : page.words[i].lower);
    }
    // "Brazilian footballer Ben Marsh"
    const std::uint32_t begin =
        title.empty() || title.begin > mention.tokens.begin ? mention.tokens.begin : title.begin;
    const Seen* land = begin > page.sentence(begin).tokens.begin ? cast.at(begin - 1) : nullptr;
    if (land && land->form == MentionForm::nominal && member.country.empty() &&
        cast.members[land->member].kind == EntityKind::country && !title.empty() && title.end == mention.tokens.begin)
      member.country = cast.members[land->member].country;
    if (!member.age.empty()) continue;
    member.age = age_behind(page, rules, mention.tokens.end);
    if (member.age.empty())
      member.age = age_before(page, rules, mention.title.empty() ? mention.tokens.begin : mention.title.begin);
  }
}

/// "The man who fled", "the woman in the car": told apart from those before.
bool Describer::is_told_apart(std::uint32_t head) const {
  const auto& below = page_.below[head];
  return std::any_of(below.begin(), below.end(), [&](std::uint32_t child) {
    const std::string_view relation = page_.relation(child);
    if (is_relation(relation, "acl"))
      return page_.words[child].lower != ","  // "the singer, who died": behind a comma it only tells more
             && !(head + 1 < page_.words.size() && page_.words[head + 1].text == ",");
    return child > head && is_relation(relation, "nmod");
  });
}

/// A definite phrase whose modifiers tell nobody new: an age, a country, "former", "late".
bool Describer::may_take_up(const NominalPhrase& phrase) const {
  if (!phrase.definite || phrase.indefinite || phrase.possessed || phrase.complement) return false;
  if (phrase.noun->use != Nominal::Use::plain || is_told_apart(phrase.head)) return false;
  for (std::uint32_t i = phrase.own.begin; i < phrase.head; ++i) {
    if (std::string age = age_at(page_, rules_, i); !age.empty()) continue;
    const Word& word = page_.words[i];
    const bool of_age = i + 1 < phrase.head && (word.text == "-" || page_.words[i + 1].text == "-");
    if (!of_age && !rules_.former.contains(word.lower) && !rules_.opener.contains(word.lower)) return false;
  }
  return true;
}

bool Describer::is_described(const Member& member, const Nominal& noun) const {
  if (contains(member.described, noun.singular)) return true;
  return std::any_of(noun.takes.begin(), noun.takes.end(),
                     [&](const std::string& word) { return contains(member.described, word); });
}

bool Describer::fits(const Member& member, const NominalPhrase& phrase) const {
  if (member.kind != EntityKind::person || member.number == Number::plural || member.inhabitant) return false;
  const Gender gender = phrase.noun->gender;
  if (gender != Gender::unknown && member.gender != Gender::unknown && member.gender != gender) return false;
  if (!phrase.country.empty() && !member.country.empty() && member.country != phrase.country) return false;
  std::string age;
  for (std::uint32_t i = phrase.own.begin; i < phrase.head && age.empty(); ++i) age = age_at(page_, rules_, i);
  return age.empty() || member.age.empty() || member.age == age;
}

/// Who bears the description by the text's own words; nobody when somebody else of that kind, without a name, was spoken of since.
std::optional<std::uint32_t> Describer::by_description(const NominalPhrase& phrase) const {
  std::optional<std::uint32_t> found;
  for (const Trace& trace : scene_.before(phrase.head, described_reach)) {
    const Member& member = cast_.members[trace.member];
    if ((found && *found == trace.member) || trace.form == MentionForm::pronoun) continue;
    const bool nameless = !member.named && !member.words.empty() && member.words.front() == phrase.noun->singular;
    if (nameless && !found) return std::nullopt;
    if (!member.named || !fits(member, phrase) || !is_described(member, *phrase.noun)) continue;
    if (found) return std::nullopt;
    found = trace.member;
  }
  return found;
}

/// Whether somebody is told to be arrested, charged, tried.
bool Describer::was_accused(const Trace& trace) const {
  const std::int32_t over = page_.head(trace.token);
  if (over < 0) return false;
  const auto verb = static_cast<std::uint32_t>(over);
  const std::string_view place = page_.relation(trace.token);
  if (place == "nsubj:pass" || place == "obj") return rules_.accusing.contains(page_.lemma(verb));
  return place == "nsubj" && rules_.standing_accused.contains(page_.lemma(verb));
}

std::optional<std::uint32_t> Describer::by_accusation(const NominalPhrase& phrase) const {
  std::optional<std::uint32_t> found;
  for (const Trace& trace : scene_.before(phrase.head, accused_reach)) {
    const Member& member = cast_.members[trace.member];
    if (!fits(member, phrase) || !was_accused(trace) || (found && *found == trace.member)) continue;
    if (found) return std::nullopt;
    found = trace.member;
  }
  return found;
}

/// The only person in view that the noun can mean; "the man" is no minister, and "the boy" nobody whose age is not told.
std::optional<std::uint32_t> Describer::only_one(const NominalPhrase& phrase) const {
  const bool young = rules_.young_person.contains(phrase.noun->singular);
  const auto all = scene_.distinct(phrase.head, only_reach, [&](const Member& member) {
    return fits(member, phrase) && (!young || is_young(member));
  });
  if (all.size() != 1) return std::nullopt;
  const Member& member = cast_.members[all.front()];
  if (!member.offices.empty()) return std::nullopt;
  // "Bell said the man was ill": somebody else
  const auto here = scene_.distinct(phrase.head, 0, [&](const Member& other) { return &other == &member; });
  return here.empty() ? std::optional(all.front()) : std::nullopt;
}

std::optional<std::uint32_t> Describer::person(const NominalPhrase& phrase) const {
  if (phrase.kind != EntityKind::person || phrase.many || !may_take_up(phrase)) return std::nullopt;
  // "Lee shot the man": nobody whom the verb's own subject names
  const std::int32_t subject = page_.subject_over(phrase.head);
  const Seen* own = subject < 0 ? nullptr : cast_.at(static_cast<std::uint32_t>(subject));
  std::optional<std::uint32_t> found = by_description(phrase);
  if (!found && rules_.accused_noun.contains(phrase.noun->singular)) found = by_accusation(phrase);
  const std::string& noun = phrase.noun->singular;
  if (!found && (rules_.any_person.contains(noun) || rules_.young_person.contains(noun))) found = only_one(phrase);
  return found && own && own->member == *found ? std::nullopt : found;
}

std::optional<std::uint32_t> Describer::someone_of_age(std::uint32_t token) const {
  const std::string age = age_at(page_, rules_, token);
  const std::int32_t article = page_.dependent(token, "det");
  if (age.empty() || article < 0 || page_.tag(token) != Upos::ADJ || is_told_apart(token) ||
      !rules_.definite.contains(page_.words[static_cast<std::uint32_t>(article)].lower))
    return std::nullopt;
  const auto person = [](const Member& member) {
    return member.kind == EntityKind::person && member.number != Number::plural && !member.inhabitant;
  };
  const auto same = scene_.distinct(token, described_reach,
                                    [&](const Member& member) { return person(member) && member.age == age; });
  if (!same.empty()) return same.size() == 1 ? std::optional(same.front()) : std::nullopt;
  const auto all =
      scene_.distinct(token, only_reach, [&](const Member& member) { return person(member) && member.age.empty(); });
  return all.size() == 1 ? std::optional(all.front()) : std::nullopt;
}

std::optional<std::uint32_t> Describer::someone_of(const Seen& people) const {
  const std::uint32_t begin = people.tokens.begin;
  if (begin == 0 || !rules_.determiner.contains(page_.words[begin - 1].lower)) return std::nullopt;
  // "the Dane, Lise Holm,", "a Dane named Lise Holm"
  if (const std::int32_t beside = page_.dependent(people.head, "appos"); beside >= 0) {
    const Seen* named = cast_.at(static_cast<std::uint32_t>(beside));
    const bool person =
        named && named->form == MentionForm::name && cast_.members[named->member].kind == EntityKind::person;
    return person ? std::optional(named->member) : std::nullopt;
  }
  if (!rules_.definite.contains(page_.words[begin - 1].lower) || is_told_apart(people.head)) return std::nullopt;
  const std::string& country = cast_.members[people.member].country;
  const auto all = scene_.distinct(people.head, only_reach, [&](const Member& member) {
    return member.kind == EntityKind::person && member.named && !member.inhabitant && member.country == country;
  });
  if (all.size() == 1) return all.front();
  if (!all.empty()) return std::nullopt;
  const auto others = scene_.distinct(people.head, only_reach, [&](const Member& member) {
    return member.kind == EntityKind::person && member.named && !member.inhabitant && member.number != Number::plural;
  });
  const bool unknown = others.size() == 1 && cast_.members[others.front()].country.empty();
  return unknown ? std::optional(others.front()) : std::nullopt;
}

/// The last list of names ("France, Spain and Italy") whose members all fit, of so many where that is said; empty for none.
std::vector<std::uint32_t> Describer::list_before(std::uint32_t token, std::uint32_t reach, std::size_t count,
                                                  const std::function<bool(const Member&)>& right) const {
  const std::vector<Trace> all = scene_.before(token, reach);
  for (const Trace& first : all) {
    if (page_.relation(first.token) == "conj") continue;
    std::vector<std::uint32_t> list{first.member};
    for (auto other = all.rbegin(); other != all.rend(); ++other) {
      const bool joined =
          page_.relation(other->token) == "conj" && page_.head(other->token) == static_cast<std::int32_t>(first.token);
      if (joined && cast_.members[other->member].named &&
          std::find(list.begin(), list.end(), other->member) == list.end())
        list.push_back(other->member);
    }
    const bool fits =
        std::all_of(list.begin(), list.end(), [&](std::uint32_t one) { return right(cast_.members[one]); });
    if (list.size() > 1 && fits) return count == 0 || list.size() == count ? list : std::vector<std::uint32_t>{};
    // "the guards": others are spoken of by now
    if (first.subject && cast_.members[first.member].number == Number::plural && count == 0) return {};
  }
  return {};
}

std::vector<std::uint32_t> Describer::several(const NominalPhrase& phrase) const {
  const Nominal& noun = *phrase.noun;
  const bool people = phrase.many && noun.number == Number::plural && noun.kind == EntityKind::group;
  const bool kin = rules_.pair_noun.contains(page_.words[phrase.head].lower);
  if ((!people && !kin) || !phrase.definite || phrase.possessed || phrase.complement || is_told_apart(phrase.head))
    return {};
  if (phrase.tokens.size() > 1 && phrase.count == 0) return {};
  if (page_.dependent(phrase.head, "nummod") >= 0 && phrase.count == 0) return {};
  const auto one = [&](const Member& member) { return member.named && fits(member, phrase); };
  auto all = scene_.distinct(phrase.head, phrase.count > 0 ? described_reach : several_reach,
                             [&](const Member& member) { return one(member) && is_described(member, noun); });
  const bool any = rules_.any_person.contains(noun.singular) || rules_.accused_noun.contains(noun.singular);
  if (all.size() < 2 && any) {
    all = list_before(phrase.head, accused_reach, phrase.count, one);
    if (!all.empty()) return all;
  }
  if (all.size() < 2 && kin) all = scene_.distinct(phrase.head, several_reach, one);
  const std::size_t wanted = phrase.count > 0 ? phrase.count : kin ? 2 : 0;
  if (all.size() < 2 || (wanted > 0 && all.size() != wanted)) return {};
  std::reverse(all.begin(), all.end());
  return all;
}

/// "the pair", "the two leaders", "both countries".
std::optional<std::vector<std::uint32_t>> Describer::pair(const NominalPhrase& phrase) const {
  const Nominal& noun = *phrase.noun;
  const bool by_itself =
      rules_.pair.contains(page_.words[phrase.head].lower) && page_.dependent(phrase.head, "nmod") < 0;
  const bool plural_class = noun.use == Nominal::Use::class_ && noun.number == Number::plural;
  const bool the_class = plural_class && phrase.bare && phrase.definite && !phrase.possessed;
  if (!by_itself && !the_class && !(phrase.count > 0 && noun.number == Number::plural)) return std::nullopt;
  const EntityKind wanted = noun.kind == EntityKind::country        ? EntityKind::country
                            : noun.kind == EntityKind::organization ? EntityKind::organization
                                                                    : EntityKind::person;
  const bool of_people =
      by_itself || noun.use == Nominal::Use::office || (noun.use == Nominal::Use::plain && phrase.definite);
  if (wanted == EntityKind::person && !of_people) return std::nullopt;
  if (!phrase.definite && !by_itself) return std::nullopt;
  const std::uint32_t reach = plural_class ? pair_class_reach : pair_reach;
  const bool either = rules_.side_noun.contains(noun.singular);  // "the parties" to a dispute
  const auto right_one = [&](const Member& member) {
    const bool named_so = either || (member.named && is_headed_by(rules_, member, noun.singular));
    const bool right = wanted == EntityKind::person
                           ? fits(member, phrase)
                           : !plural_class || named_so || (!noun.takes.empty() && takes(noun, member));
    return member.kind == wanted && member.number == Number::singular && right;
  };
  const auto found = scene_.distinct(phrase.head, reach, right_one);
  const std::size_t count = phrase.count == 0 ? 2 : phrase.count;
  if (found.size() != count) {
    auto list = list_before(phrase.head, reach, count, right_one);
    if (!list.empty()) return list;
  }
  if (found.size() != count) return by_itself ? std::optional(std::vector<std::uint32_t>{}) : std::nullopt;
  return std::vector(found.rbegin(), found.rend());
}

bool Describer::was_introduced(const NominalPhrase& phrase, std::uint32_t reach) const {
  const std::uint32_t sentence = page_.words[phrase.head].sentence;
  for (std::uint32_t i = phrase.tokens.begin; i-- > 0 && page_.words[i].sentence + reach >= sentence;) {
    if (page_.words[i].lower != phrase.noun->singular || page_.tag(i) != Upos::NOUN) continue;
    const std::int32_t article = page_.dependent(i, "det");
    const bool one_of_many =
        article >= 0 && rules_.indefinite.contains(page_.words[static_cast<std::uint32_t>(article)].lower);
    return one_of_many && cast_.at(i) == nullptr && page_.dependent(i, "cop") < 0 && page_.dependent(i, "appos") < 0 &&
           !is_relation(page_.relation(i), "appos");
  }
  return false;
}

}  // namespace dateline::entity
