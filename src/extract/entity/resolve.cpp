#include <algorithm>
#include <map>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/entity/beside.hpp"
#include "extract/entity/described.hpp"
#include "extract/entity/nominal_phrase.hpp"
#include "extract/entity/phrases.hpp"
#include "extract/entity/scene.hpp"
#include "extract/entity/short_forms.hpp"

namespace dateline::entity {
namespace {

/// Sentences back that "the company", "the minister" may look.
constexpr std::uint32_t class_reach = 2, office_reach = 6;

/// Bounds on how many members an office is looked for among: a book's index of names stays cheap.
constexpr std::uint32_t farthest_member = 2000;
constexpr std::size_t most_holders = 100;

class Resolver {
 public:
  Resolver(const Page& page, const Rules& rules, Cast& cast)
      : page_(page),
        rules_(rules),
        cast_(cast),
        scene_(page, cast),
        reader_(page, rules, cast),
        describer_(page, rules, cast, scene_),
        beside_(page, rules, cast) {}

  void run() {
    const std::vector<Seen> names = cast_.sorted();
    for (std::uint32_t m = 0; m < cast_.members.size(); ++m) {
      const Member& member = cast_.members[m];
      const bool body = member.kind == EntityKind::organization || member.kind == EntityKind::group;
      if (member.named && body) by_name_.emplace(utf8::lower(member.name), m);
    }
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < page_.words.size(); ++i) {
      for (; next < names.size() && names[next].tokens.begin <= i; ++next) name(names[next]);
      if (!page_.parsed || page_.loose[page_.words[i].sentence]) continue;
      if (const auto found = rules_.pronouns.find(page_.words[i].lower);
          found != rules_.pronouns.end() && page_.tag(i) == Upos::PRON) {
        pronoun(i, found->second);
      } else if (const auto aged = describer_.someone_of_age(i)) {
        link({i - 4, i + 1}, i, *aged, MentionForm::nominal);
      } else if (!cast_.in_title[i]) {
        noun(i);
      }
    }
  }

  /// "Relatives of the boy", "residents of her city": by the name of whom or what stands at the end of the phrase.
  void name_complements() {
    for (const auto& [member, phrase] : with_complement_) {
      const Seen* inner = cast_.at(phrase.end - 1);
      if (!inner || inner->form == MentionForm::name || inner->tokens.end != phrase.end || !page_.parsed) continue;
      const Member& named = cast_.members[inner->member];
      const bool whole = inner->tokens.begin > phrase.begin + 1 && named.named && named.kind != EntityKind::country;
      if (!whole || inner->member == member) continue;
      std::uint32_t before = inner->tokens.begin;
      while (before > phrase.begin + 1 && rules_.determiner.contains(page_.words[before - 1].lower)) --before;
      std::string& name = cast_.members[member].name;
      const std::string end = page_.text({before, phrase.end});
      if (name.ends_with(end)) name = name.substr(0, name.size() - end.size()) + named.name;
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

  void name(const Seen& seen) {
    const bool people = cast_.members[seen.member].inhabitant && page_.parsed;
    const auto whom = people ? describer_.someone_of(seen) : std::nullopt;
    if (!whom) return scene_.note(seen.member, seen.head, seen.form);
    cast_.turn(seen.tokens.begin, *whom);
    scene_.note(*whom, seen.head, MentionForm::nominal);
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
    if (const auto pair = describer_.pair(phrase)) {
      if (!pair->empty()) cast_.plurals.push_back({phrase.tokens, *pair});
      return;
    }
    if (const auto same = beside_.named_beside(phrase)) {
      link(phrase.tokens, i, *same, MentionForm::nominal);
      cast_.members[*same].described.push_back(noun->singular);
      if (noun->use == Nominal::Use::office) reader_.add_office(*same, phrase);
      return;
    }
    if (const auto same = beside_.described_beside(phrase)) cast_.members[*same].described.push_back(noun->singular);
    if (auto all = describer_.several(phrase); !all.empty()) {
      cast_.plurals.push_back({phrase.tokens, std::move(all)});
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

  // --- offices ---

  void office(const NominalPhrase& phrase) {
    if (phrase.many) return plain(phrase);
    if (!phrase.definite && phrase.country.empty()) return;
    if (page_.dependent(phrase.head, "cop") >= 0) return;
    if (reader_.is_post(phrase.head))
      return link(phrase.tokens, phrase.head, nominal_member(phrase, false), MentionForm::nominal);
    if (const auto holder = holder_of(phrase)) return link(phrase.tokens, phrase.head, *holder, MentionForm::nominal);
    if (phrase.indefinite) return;
    link(phrase.tokens, phrase.head, nominal_member(phrase, phrase.definite), MentionForm::nominal);
  }

  /// The person who holds such an office in the text: the only one, or the one spoken of last.
  std::optional<std::uint32_t> holder_of(const NominalPhrase& phrase) const {
    const auto holds = [&](const Member& member, bool somewhere) {
      if (member.kind != EntityKind::person || !member.named || member.offices.empty()) return false;
      return std::any_of(member.offices.begin(), member.offices.end(),
                         [&](const Office& office) { return is_office(office, phrase, somewhere); });
    };
    const auto fits = [&](const Member& member) { return holds(member, false); };
    std::vector<std::uint32_t> all;
    for (const std::uint32_t member : office_holders()) {
      if (fits(cast_.members[member])) all.push_back(member);
    }
    const auto latest = scene_.latest(phrase.head, office_reach, fits);
    if (all.size() == 1 && (!phrase.country.empty() || latest)) return all.front();
    if (latest || !all.empty() || phrase.country.empty()) return latest;
    // "the governor of Ohio", "Governor Lee": the only one who is called so
    for (const std::uint32_t member : office_holders()) {
      if (holds(cast_.members[member], true)) all.push_back(member);
    }
    return all.size() == 1 ? std::optional(all.front()) : std::nullopt;
  }

  /// Persons with an office, the first so many.
  std::vector<std::uint32_t> office_holders() const {
    std::vector<std::uint32_t> holders;
    for (std::uint32_t m = 0; m < cast_.members.size() && m < farthest_member && holders.size() < most_holders; ++m) {
      if (!cast_.members[m].offices.empty()) holders.push_back(m);
    }
    return holders;
  }

  /// `somewhere`: an office that no country is told of will do.
  bool is_office(const Office& office, const NominalPhrase& phrase, bool somewhere) const {
    const bool open = somewhere && office.country.empty();
    if (!phrase.country.empty() && office.country != phrase.country && !open) return false;
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

  /// "The Irish carrier", "the phone maker", "the Lima-based firm": what is told besides fits the one in view as well.
  bool may_be_epithet(const NominalPhrase& phrase) const {
    // "the Kestrel movement" is of that name
    const Seen* first = cast_.at(phrase.tokens.begin);
    const EntityKind kind = first ? cast_.members[first->member].kind : EntityKind::country;
    const bool of_name =
        first && first->form == MentionForm::name && kind != EntityKind::country && kind != EntityKind::product;
    if (phrase.bare || of_name || (phrase.modifiers.empty() && phrase.country.empty())) return false;
    if (rules_.epithet.contains(phrase.noun->singular)) return true;
    return std::all_of(phrase.modifiers.begin(), phrase.modifiers.end(),
                       [&](const std::string& word) { return word.find('-') != std::string::npos; });
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
    auto member = scene_.foremost(phrase.head, office_reach, holds_noun);
    if (!member) member = scene_.latest(phrase.head, office_reach, holds_noun);
    if (!member && describer_.was_introduced(phrase, class_reach)) return;
    if (!member && !noun.takes.empty()) member = scene_.foremost(phrase.head, class_reach, fits);
    if (!member && !noun.takes.empty() && may_be_epithet(phrase))
      member = scene_.single(phrase.head, class_reach, [&](const Member& one) {
        return takes(noun, one) && (phrase.country.empty() || one.country.empty() || one.country == phrase.country);
      });
    const bool lone = rules_.lone_class.contains(noun.singular);
    if (!member && page_.tag(phrase.head) == Upos::NOUN)
      member = scene_.only([&](const Member& one) { return holds_noun(one) || (lone && fits(one)); });
    if (!member && phrase.bare)
      member = scene_.only([&](const Member& one) {
        return one.named && std::find(one.described.begin(), one.described.end(), noun.singular) != one.described.end();
      });
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
    if (page_.dependent(phrase.head, "cop") >= 0) return predicate(phrase);
    if (const auto same = movement(phrase)) return link(phrase.tokens, phrase.head, *same, MentionForm::nominal);
    if (const auto same = describer_.person(phrase))
      return link(phrase.tokens, phrase.head, *same, MentionForm::nominal);
    link(phrase.tokens, phrase.head, nominal_member(phrase, phrase.definite || phrase.many), MentionForm::nominal);
  }

  /// "Ann Lee is a singer": she is so described from now on.
  void predicate(const NominalPhrase& phrase) {
    const std::int32_t subject = page_.dependent(phrase.head, "nsubj");
    const Seen* seen = subject < 0 ? nullptr : cast_.at(static_cast<std::uint32_t>(subject));
    if (!seen || phrase.many || page_.dependent(phrase.head, "advmod") >= 0) return;
    Member& member = cast_.members[seen->member];
    if (member.named) member.described.push_back(phrase.noun->singular);
  }

  /// "The navy" is none of "foreign navies".
  static std::string head_key(const Nominal& noun) {
    return noun.number == Number::plural ? noun.plural + "+" : noun.singular;
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
      const auto head = by_head_.find(head_key(*phrase.noun));
      const auto same = phrase.bare && phrase.definite && head != by_head_.end()
                            ? scene_.taken_up(head->second, phrase.head, phrase.many)
                            : std::nullopt;
      if (same) return *same;
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
    if (phrase.complement) with_complement_.emplace_back(index, phrase.tokens);
    by_head_[head_key(*phrase.noun)].push_back(index);
    return index;
  }

  const Page& page_;
  const Rules& rules_;
  Cast& cast_;
  Scene scene_;
  NominalReader reader_;
  Describer describer_;
  Beside beside_;
  std::map<std::string, std::uint32_t> by_name_;
  std::map<std::string, std::vector<std::uint32_t>> by_head_;
  std::vector<std::pair<std::uint32_t, Span>> with_complement_;  ///< members named by phrases with one
};

}  // namespace

void resolve(const Page& page, const Rules& rules, Cast& cast) {
  Resolver resolver(page, rules, cast);
  resolver.run();
  resolver.join_people();
  resolver.name_complements();
}

}  // namespace dateline::entity
