#include <algorithm>
#include <map>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/entity/nominal_phrase.hpp"
#include "extract/entity/phrases.hpp"
#include "extract/entity/scene.hpp"
#include "extract/entity/short_forms.hpp"

namespace dateline::entity {
namespace {

/// Sentences back that "the company", "the minister", "the pair" may look.
constexpr std::uint32_t class_reach = 2, office_reach = 6, pair_reach = 1;

/// Bounds on how many members an office is looked for among: a book's index of names stays cheap.
constexpr std::uint32_t farthest_member = 2000;
constexpr std::size_t most_holders = 100;

class Resolver {
 public:
  Resolver(const Page& page, const Rules& rules, Cast& cast)
      : page_(page), rules_(rules), cast_(cast), scene_(page, cast), reader_(page, rules, cast) {}

  void run() {
    const std::vector<Seen> names = cast_.sorted();
    for (std::uint32_t m = 0; m < cast_.members.size(); ++m) {
      const Member& member = cast_.members[m];
      const bool body = member.kind == EntityKind::organization || member.kind == EntityKind::group;
      if (member.named && body) by_name_.emplace(utf8::lower(member.name), m);
    }
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < page_.words.size(); ++i) {
      for (; next < names.size() && names[next].tokens.begin <= i; ++next)
        scene_.note(names[next].member, names[next].head, names[next].form);
      if (!page_.parsed || page_.loose[page_.words[i].sentence]) continue;
      if (const auto found = rules_.pronouns.find(page_.words[i].lower);
          found != rules_.pronouns.end() && page_.tag(i) == Upos::PRON) {
        pronoun(i, found->second);
      } else if (!cast_.in_title[i]) {
        noun(i);
      }
    }
  }

  /// "the Malians" after "Malian troops", when these are the only force of that country here.
  void join_people() {
    for (Seen& seen : cast_.seen) {
      const Member& people = cast_.members[seen.member];
      const bool plural = people.named && people.kind == EntityKind::group && people.number == Number::plural;
      if (!plural || people.country.empty() || seen.tokens.begin == 0) continue;
      if (!rules_.definite.contains(page_.words[seen.tokens.begin - 1].lower)) continue;
      if (const auto force = only_force(people.country, seen.tokens.begin)) seen.member = *force;
    }
  }

 private:
  std::optional<std::uint32_t> only_force(const std::string& country, std::uint32_t before) const {
    std::optional<std::uint32_t> force;
    for (std::size_t k = 0; k < cast_.seen.size() && k < farthest_member; ++k) {
      const Seen& seen = cast_.seen[k];
      const Member& member = cast_.members[seen.member];
      if (member.named || member.country != country || member.words.empty() || seen.tokens.begin >= before) continue;
      const Nominal* noun = rules_.nominals.find(member.words.front());
      if (!noun || noun->like.empty()) continue;
      if (force && *force != seen.member) return std::nullopt;
      force = seen.member;
    }
    return force;
  }

  void link(Span tokens, std::uint32_t head, std::uint32_t member, MentionForm form) {
    cast_.see(tokens, member, form);
    scene_.note(member, head, form);
  }

  void pronoun(std::uint32_t i, const Pronoun& pronoun) {
    const std::vector<std::uint32_t> found = whom(page_, rules_, cast_, scene_, i, pronoun);
    if (found.size() == 1) {
      link({i, i + 1}, i, found.front(), MentionForm::pronoun);
      Member& member = cast_.members[found.front()];
      if (member.kind == EntityKind::person && member.gender == Gender::unknown && pronoun.number == Number::singular)
        member.gender = pronoun.gender;
    } else if (found.size() > 1) {
      cast_.plurals.push_back({{i, i + 1}, found});
    }
  }

  void noun(std::uint32_t i) {
    const Nominal* noun = rules_.nominals.find(page_.words[i].lower);
    if (!noun) return;
    const Seen* over = cast_.at(i);
    if (over && over->form == MentionForm::name) return;
    if (page_.tag(i) != Upos::NOUN && page_.tag(i) != Upos::PROPN) return;
    if (is_modifier(i)) return modifier(i, *noun);
    const NominalPhrase phrase = reader_.read(i, *noun);
    if (pair(phrase)) return;
    if (const auto same = named_beside(phrase)) {
      link(phrase.tokens, i, *same, MentionForm::nominal);
      if (noun->use == Nominal::Use::office) reader_.add_office(*same, phrase);
      return;
    }
    switch (noun->use) {
      case Nominal::Use::office:
        return office(phrase);
      case Nominal::Use::class_:
        return class_noun(phrase);
      case Nominal::Use::plain:
        return plain(phrase);
      case Nominal::Use::whole:
        return;
    }
  }

  bool is_modifier(std::uint32_t i) const {
    const std::string_view relation = page_.relation(i);
    return is_relation(relation, "compound") || is_relation(relation, "flat") || relation == "amod" ||
           is_relation(relation, "nmod:desc");
  }

  /// "North Korean troop deployment": the troops are spoken of though another noun heads the phrase.
  void modifier(std::uint32_t i, const Nominal& noun) {
    if (!noun.state || noun.number != Number::singular || noun.plural.empty() || i == 0) return;
    const Seen* country = cast_.at(i - 1);
    if (!country || country->form != MentionForm::nominal || cast_.members[country->member].kind != EntityKind::country)
      return;
    const std::string name = page_.text({country->tokens.begin, i}) + " " + noun.plural;
    NominalPhrase phrase = reader_.read(i, noun);
    phrase.tokens = {country->tokens.begin, i + 1};
    phrase.name = name;
    phrase.kind = EntityKind::group;
    phrase.many = true;
    phrase.country = cast_.members[country->member].country;
    link(phrase.tokens, i, nominal_member(phrase, true), MentionForm::nominal);
  }

  // --- names beside ---

  /// "Okoro, the Nigerian envoy,"; "the envoy, Okoro"; "Okoro is the envoy".
  std::optional<std::uint32_t> named_beside(const NominalPhrase& phrase) const {
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
      const Seen* next = cast_.at(comma + 1);
      const bool closed = next && next->tokens.end < page_.words.size() && page_.tag(next->tokens.end) == Upos::PUNCT;
      if (closed && next->form == MentionForm::name && cast_.members[next->member].kind == phrase.kind)
        return next->member;
    }
    if (const auto before = named_before(phrase)) return before;
    if (phrase.noun->use == Nominal::Use::office && page_.dependent(i, "cop") >= 0 && phrase.definite) {
      const std::int32_t subject = page_.dependent(i, "nsubj");
      if (subject >= 0) return fitting(static_cast<std::uint32_t>(subject), phrase);
    }
    return std::nullopt;
  }

  /// "Kestrel Air (KA), the parent company of Wren,": after a name and a comma, up to the next comma.
  std::optional<std::uint32_t> named_before(const NominalPhrase& phrase) const {
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

  std::optional<std::uint32_t> fitting(std::uint32_t token, const NominalPhrase& phrase) const {
    // The tree may hang the apposition on the title: "Professor Sato, the chairman".
    while (cast_.in_title[token] && token + 1 < page_.words.size() && !cast_.at(token)) ++token;
    const Seen* seen = cast_.at(token);
    if (seen && cast_.in_title[token == 0 ? 0 : token - 1]) token = seen->head;
    if (!seen || seen->form != MentionForm::name || seen->head != token) return std::nullopt;
    const Member& member = cast_.members[seen->member];
    const bool fits =
        phrase.kind == EntityKind::person ? member.kind == EntityKind::person : takes(*phrase.noun, member);
    return fits ? std::optional(seen->member) : std::nullopt;
  }

  static bool takes(const Nominal& noun, const Member& member) {
    if (member.finer.empty() && noun.kind == EntityKind::organization) return member.named && member.kind == noun.kind;
    if (member.named && member.finer == noun.singular) return true;
    return member.named && std::find(noun.takes.begin(), noun.takes.end(), member.finer) != noun.takes.end();
  }

  // --- "the pair", "the two leaders", "both countries" ---

  bool pair(const NominalPhrase& phrase) {
    const Nominal& noun = *phrase.noun;
    const bool by_itself =
        rules_.pair.contains(page_.words[phrase.head].lower) && page_.dependent(phrase.head, "nmod") < 0;
    const bool plural_class = noun.use == Nominal::Use::class_ && noun.number == Number::plural;
    const bool the_class = plural_class && phrase.bare && phrase.definite && !phrase.possessed;
    if (!by_itself && !the_class && !(phrase.two && noun.number == Number::plural)) return false;
    const EntityKind wanted = noun.kind == EntityKind::country        ? EntityKind::country
                              : noun.kind == EntityKind::organization ? EntityKind::organization
                                                                      : EntityKind::person;
    const bool of_people =
        by_itself || noun.use == Nominal::Use::office || (noun.use == Nominal::Use::plain && phrase.definite);
    if (wanted == EntityKind::person && !of_people) return false;
    if (!phrase.definite && !by_itself) return false;
    const std::uint32_t reach = plural_class ? class_reach : pair_reach;
    const auto found = scene_.distinct(phrase.head, reach, [&](const Member& member) {
      const bool fits = !plural_class || noun.takes.empty() || takes(noun, member);
      return member.kind == wanted && member.number == Number::singular && fits;
    });
    if (found.size() != 2) return by_itself;
    cast_.plurals.push_back({phrase.tokens, {found[1], found[0]}});
    return true;
  }

  // --- offices ---

  void office(const NominalPhrase& phrase) {
    if (phrase.many) return plain(phrase);
    if (!phrase.definite && phrase.country.empty()) return;
    if (page_.dependent(phrase.head, "cop") >= 0) return;
    if (const auto holder = holder_of(phrase)) return link(phrase.tokens, phrase.head, *holder, MentionForm::nominal);
    if (phrase.indefinite) return;
    link(phrase.tokens, phrase.head, nominal_member(phrase, phrase.definite), MentionForm::nominal);
  }

  /// The person who holds such an office in the text: the only one, or the one spoken of last.
  std::optional<std::uint32_t> holder_of(const NominalPhrase& phrase) const {
    const auto fits = [&](const Member& member) {
      if (member.kind != EntityKind::person || !member.named || member.offices.empty()) return false;
      return std::any_of(member.offices.begin(), member.offices.end(),
                         [&](const Office& office) { return is_office(office, phrase); });
    };
    std::vector<std::uint32_t> all;
    for (const std::uint32_t member : office_holders()) {
      if (fits(cast_.members[member])) all.push_back(member);
    }
    const auto latest = scene_.latest(phrase.head, office_reach, fits);
    if (all.size() == 1 && (!phrase.country.empty() || latest)) return all.front();
    return latest;
  }

  /// Persons with an office, the first so many.
  std::vector<std::uint32_t> office_holders() const {
    std::vector<std::uint32_t> holders;
    for (std::uint32_t m = 0; m < cast_.members.size() && m < farthest_member && holders.size() < most_holders; ++m) {
      if (!cast_.members[m].offices.empty()) holders.push_back(m);
    }
    return holders;
  }

  bool is_office(const Office& office, const NominalPhrase& phrase) const {
    if (!phrase.country.empty() && office.country != phrase.country) return false;
    if (reader_.is_lesser(office, phrase)) return false;
    const std::string text = " " + utf8::lower(office.text) + " ";
    if (text.find(" " + phrase.noun->singular + " ") != std::string::npos) return phrase.fits_modifiers(text);
    return std::any_of(phrase.noun->takes.begin(), phrase.noun->takes.end(),
                       [&](const std::string& title) { return text.find(" " + title + " ") != std::string::npos; });
  }

  // --- "the company", "the city" ---

  /// "the Kestrel company", "the M5S party": the body that the noun stands behind.
  std::optional<std::uint32_t> named_inside(const NominalPhrase& phrase) const {
    const Seen* before = phrase.head > 0 ? cast_.at(phrase.head - 1) : nullptr;
    if (!before || before->tokens != Span{phrase.tokens.begin, phrase.head} || before->form != MentionForm::name)
      return std::nullopt;
    const Member& member = cast_.members[before->member];
    const bool same = rules_.own_noun.contains(phrase.noun->singular) && member.kind == EntityKind::organization;
    return same && phrase.modifiers.empty() ? std::optional(before->member) : std::nullopt;
  }

  void class_noun(const NominalPhrase& phrase) {
    const Nominal& noun = *phrase.noun;
    if (noun.state && !phrase.country.empty() && noun.kind == EntityKind::organization) {
      return link(phrase.tokens, phrase.head, nominal_member(phrase, true), MentionForm::nominal);
    }
    if (phrase.many || !phrase.definite || phrase.possessed || phrase.complement) return;
    if (const auto same = named_inside(phrase)) return link(phrase.tokens, phrase.head, *same, MentionForm::nominal);
    const auto of_country = [&](const Member& member) {
      // "the computer company", of "Apple Computer"
      const bool named_so = !phrase.modifiers.empty() &&
                            std::all_of(phrase.modifiers.begin(), phrase.modifiers.end(), [&](const std::string& word) {
                              return std::find(member.words.begin(), member.words.end(), word) != member.words.end();
                            });
      return phrase.country.empty() ? phrase.bare || named_so : member.country == phrase.country;
    };
    // "the court" is first of all the one with the word in its name.
    const auto holds_noun = [&](const Member& member) {
      if (!member.named || member.kind == EntityKind::person || member.kind == EntityKind::group) return false;
      return of_country(member) && is_headed_by(rules_, member, noun.singular);
    };
    const auto fits = [&](const Member& member) { return takes(noun, member) && of_country(member); };
    auto member = scene_.latest(phrase.head, office_reach, holds_noun);
    if (!member && !noun.takes.empty()) member = scene_.latest(phrase.head, class_reach, fits);
    const bool lone = rules_.lone_class.contains(noun.singular);
    if (!member && page_.tag(phrase.head) == Upos::NOUN)
      member = scene_.only([&](const Member& one) { return holds_noun(one) || (lone && fits(one)); });
    if (member) link(phrase.tokens, phrase.head, *member, MentionForm::nominal);
  }

  // --- "protesters", "a girl" ---

  /// "Houthi rebels", "the Houthi movement": the movement itself, when they are not counted nor told apart.
  std::optional<std::uint32_t> movement(const NominalPhrase& phrase) const {
    if (!rules_.member_noun.contains(phrase.noun->singular) || phrase.head == 0 || phrase.complement)
      return std::nullopt;
    if (page_.dependent(phrase.head, "nummod") >= 0 || page_.dependent(phrase.head, "acl") >= 0) return std::nullopt;
    if (!phrase.modifiers.empty()) return std::nullopt;
    for (const std::uint32_t child : page_.below[phrase.head]) {
      // "captured Hamas militants".
      if (child < phrase.tokens.begin && !is_relation(page_.relation(child), "det")) return std::nullopt;
    }
    const Seen* before = cast_.at(phrase.head - 1);
    if (!before || before->tokens.end != phrase.head || before->tokens.begin != phrase.tokens.begin)
      return std::nullopt;
    const Member& member = cast_.members[before->member];
    const bool body = member.named && (member.finer == "militant" || member.kind == EntityKind::group);
    return body && member.kind != EntityKind::country ? std::optional(before->member) : std::nullopt;
  }

  void plain(const NominalPhrase& phrase) {
    if (page_.dependent(phrase.head, "cop") >= 0) return;
    if (const auto same = movement(phrase)) return link(phrase.tokens, phrase.head, *same, MentionForm::nominal);
    link(phrase.tokens, phrase.head, nominal_member(phrase, phrase.definite || phrase.many), MentionForm::nominal);
  }

  /// The nominal member of this name, or of this head for a bare "the troops"; else a new one.
  std::uint32_t nominal_member(const NominalPhrase& phrase, bool may_repeat) {
    const std::string name = utf8::lower(phrase.name);
    // "Malian soldiers" and "Malian troops".
    const bool part_of_them = page_.dependent(phrase.head, "acl") >= 0;  // "soldiers who died"
    const bool same_force =
        !phrase.noun->like.empty() && !phrase.country.empty() && phrase.modifiers.empty() && !part_of_them;
    const std::string force = same_force ? phrase.noun->like + " " + phrase.country : name;
    if (may_repeat) {
      if (const auto found = by_name_.find(name); found != by_name_.end()) return found->second;
      if (const auto found = by_name_.find(force); found != by_name_.end()) return by_name_[name] = found->second;
      const auto head = by_head_.find(phrase.noun->singular);
      if (phrase.bare && phrase.definite && head != by_head_.end() &&
          cast_.members[head->second].number == (phrase.many ? Number::plural : Number::singular))
        return head->second;
    }
    Member member;
    member.name = phrase.name;
    member.kind = phrase.kind;
    member.country = phrase.country;
    member.gender = phrase.kind == EntityKind::person         ? phrase.noun->gender
                    : phrase.kind == EntityKind::organization ? Gender::neuter
                                                              : Gender::unknown;
    member.number = phrase.many ? Number::plural : Number::singular;
    member.words = {phrase.noun->singular};
    cast_.members.push_back(std::move(member));
    const auto index = static_cast<std::uint32_t>(cast_.members.size() - 1);
    by_name_[name] = index;
    by_name_.try_emplace(force, index);
    by_head_[phrase.noun->singular] = index;
    return index;
  }

  const Page& page_;
  const Rules& rules_;
  Cast& cast_;
  Scene scene_;
  NominalReader reader_;
  std::map<std::string, std::uint32_t> by_name_, by_head_;
};

}  // namespace

void resolve(const Page& page, const Rules& rules, Cast& cast) {
  Resolver resolver(page, rules, cast);
  resolver.run();
  resolver.join_people();
}

}  // namespace dateline::entity
