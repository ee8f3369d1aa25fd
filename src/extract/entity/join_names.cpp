#include <algorithm>
#include <map>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/entity/cast.hpp"
#include "extract/entity/same_name.hpp"
#include "extract/entity/short_forms.hpp"
#include "extract/entity/surnames.hpp"

namespace dateline::entity {
namespace {

using Words = std::vector<std::string>;

/// No name is compared with more others than this: long lists of names stay cheap.
constexpr std::size_t most_alike = 64;
/// Spellings of one surname begin alike, to this many letters.
constexpr std::size_t respelled_beginning = 3;
/// Words that a paragraph has, or a headline and what follows it.
constexpr std::uint32_t a_paragraph = 100;
/// Before the key of a storm's name, that no other key begins with.
const std::string storm_mark = "\1";

std::string folded(const Words& words) { return join(words, " "); }

class NameJoiner {
 public:
  NameJoiner(const Page& page, const Rules& rules, const std::vector<NameMention>& names, Cast& cast)
      : page_(page), rules_(rules), names_(names), cast_(cast), member_of_(names.size(), none) {}

  void run() {
    for (std::size_t i = 0; i < names_.size(); ++i) words_.push_back(folded_words(page_, rules_, names_[i].tokens));
    join_known();
    join_full_persons();
    join_others();
    join_single_persons();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (member_of_[i] != none) cast_.see(names_[i].tokens, member_of_[i], names_[i].form);
    }
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  std::uint32_t add(Member member) {
    cast_.members.push_back(std::move(member));
    return static_cast<std::uint32_t>(cast_.members.size() - 1);
  }

  Member made_from(std::size_t i) const {
    const NameMention& mention = names_[i];
    Member member;
    member.name = page_.text(mention.tokens);
    member.kind = mention.kind;
    member.finer = mention.finer;
    member.country = mention.country;
    member.gender = mention.kind == EntityKind::person ? mention.gender : Gender::neuter;
    member.number = mention.kind == EntityKind::group ? Number::plural : Number::singular;
    member.named = true;
    member.words = words_[i];
    return member;
  }

  void join_known() {
    std::map<std::string, std::uint32_t> by_key;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      const NameMention& mention = names_[i];
      if (!mention.known) continue;
      const bool people = mention.known->use == Known::Use::people;
      // "Ukrainians" are a group of their own beside the country.
      std::string key = people ? "people:" + page_.words[mention.tokens.end - 1].lower : mention.known->key;
      const bool building = mention.kind == EntityKind::facility && mention.known->kind == EntityKind::organization;
      if (building) key = "place:" + key.substr(key.find(':') + 1);
      const auto found = by_key.find(key);
      if (found != by_key.end()) {
        member_of_[i] = found->second;
        continue;
      }
      Member member = made_from(i);
      if (!people) {
        member.name = mention.known->name;
        member.key = key;
        member.kind = building ? EntityKind::facility : mention.known->kind;
        member.gender = Gender::neuter;
        member.number = Number::singular;
      } else {
        member.kind = mention.known->number == Number::plural ? EntityKind::group : EntityKind::person;
        member.number = mention.known->number;
        member.gender = Gender::unknown;
        member.inhabitant = member.kind == EntityKind::person;
      }
      if (member.kind == EntityKind::country) member.country = mention.known->country;
      by_key.emplace(key, member_of_[i] = add(std::move(member)));
    }
  }

  /// Persons with this word in their name, and those whose surname begins like it.
  std::vector<std::uint32_t> alike(const std::string& word) const {
    std::vector<std::uint32_t> persons;
    for (const auto& key : {word, beginning(word)}) {
      const auto found = persons_.find(key);
      if (found != persons_.end()) persons.insert(persons.end(), found->second.begin(), found->second.end());
    }
    std::sort(persons.begin(), persons.end());
    persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
    return persons;
  }

  static std::string beginning(const std::string& word) { return word.substr(0, respelled_beginning) + "-"; }

  void remember(std::uint32_t person) {
    const auto keep = [&](const std::string& key) {
      std::vector<std::uint32_t>& list = persons_[key];
      if (list.size() < most_alike) list.push_back(person);
    };
    for (const std::string& word : cast_.members[person].words) keep(word);
    keep(beginning(cast_.members[person].words.back()));
  }

  void join_full_persons() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (member_of_[i] != none || names_[i].kind != EntityKind::person || words_[i].size() < 2) continue;
      std::uint32_t match = none;
      for (const std::uint32_t person : alike(words_[i].back())) {
        if (same_person(cast_.members[person].words, words_[i])) {
          match = person;
          break;
        }
      }
      if (match == none) {
        match = add(made_from(i));
        remember(match);
      }
      Member& member = cast_.members[match];
      if (words_[i].size() > member.words.size()) {
        member.words = words_[i];
        member.name = page_.text(names_[i].tokens);
      }
      if (member.gender == Gender::unknown) member.gender = names_[i].gender;
      member_of_[i] = match;
    }
  }

  void join_single_persons() {
    std::map<std::string, std::uint32_t> alone;
    for (std::uint32_t m = 0; m < cast_.members.size(); ++m) {
      const Member& member = cast_.members[m];
      if (member.kind == EntityKind::organization && member.words.size() > 1)
        companies_[member.words.front()].push_back(m);
      if (member.words.size() > 1 && is_called(rules_, member.words.back(), member))
        by_name_.emplace(member.words.back(), m);
    }
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (member_of_[i] != none || names_[i].kind != EntityKind::person || words_[i].empty()) continue;
      std::uint32_t match = person_called(i);
      if (match == none && shares_surname(page_, rules_, names_, i)) remember(match = add(completed(i)));
      if (match == none) {
        const auto found = alone.find(words_[i].back());
        const auto same = by_name_.find(words_[i].back());
        if (same == by_name_.end()) match = company_called(words_[i].back());
        if (match == none && found != alone.end()) match = found->second;
        if (match == none) match = same != by_name_.end() ? same->second : add(made_from(i));
        alone.emplace(words_[i].back(), match);
      }
      Member& member = cast_.members[match];
      if (member.gender == Gender::unknown) member.gender = names_[i].gender;
      member_of_[i] = match;
    }
  }

  Member completed(std::size_t i) const {
    Member member = made_from(i);
    const Span next = names_[i + 1].tokens;
    member.name += " " + page_.text({next.begin + 1, next.end});
    member.words.push_back(words_[i + 1].back());
    const auto given = rules_.given_names.find(page_.words[names_[i].tokens.begin].plain);
    member.gender = given->second;
    return member;
  }

  /// The one organization whose longer name begins with the word: "Halvorsen" for "Halvorsen Shipping".
  std::uint32_t company_called(const std::string& word) const {
    const auto found = companies_.find(word);
    return found != companies_.end() && found->second.size() == 1 ? found->second.front() : none;
  }

  /// The person whose surname (or, failing that, given name) a single word is; none when two are and neither was just named.
  std::uint32_t person_called(std::size_t i) const {
    const std::string& word = words_[i].back();
    std::vector<std::uint32_t> surname, given;
    for (const std::uint32_t person : alike(word)) {
      const Member& member = cast_.members[person];
      if (clashes(names_[i].gender, member.gender)) continue;
      const bool family_first = rules_.family_first.contains(capitalised(member.words.front()));
      if (member.words.back() == word || respelled(member.words.back(), word) ||
          (family_first && member.words.front() == word)) {
        surname.push_back(person);
      } else if (std::find(member.words.begin(), member.words.end(), word) != member.words.end() &&
                 (member.words.front() == word || !is_told_long_before(i, person))) {
        given.push_back(person);
      }
    }
    if (surname.size() == 1) return surname.front();
    if (surname.empty()) return given.size() == 1 ? given.front() : none;
    return person_meant({page_, names_, words_, member_of_}, i, surname).value_or(none);
  }

  /// "Tan taught in Rome ... his daughter Mei Tan Olsen": a name that stands long before is not the middle of one that comes then.
  bool is_told_long_before(std::size_t i, std::uint32_t person) const {
    const auto first = std::find(member_of_.begin(), member_of_.end(), person);
    const auto alone = std::find(words_.begin(), words_.end(), words_[i]);
    if (first == member_of_.end() || alone == words_.end()) return false;
    return names_[static_cast<std::size_t>(first - member_of_.begin())].tokens.begin >
           names_[static_cast<std::size_t>(alone - words_.begin())].tokens.begin + a_paragraph;
  }

  static bool clashes(Gender a, Gender b) { return a != Gender::unknown && b != Gender::unknown && a != b; }

  void join_others() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i].kind == EntityKind::person && words_[i].size() == 1) continue;
      if (member_of_[i] != none) {
        by_name_.emplace(folded(words_[i]), member_of_[i]);
        continue;
      }
      if (words_[i].empty()) continue;
      const std::string name = name_key(i);
      auto found = by_name_.find(name);
      if (found == by_name_.end()) found = by_name_.emplace(name, same_by_brackets(i)).first;
      if (found->second == none) found->second = add(made_from(i));
      member_of_[i] = found->second;
    }
    join_acronyms();
    join_shorter();
  }

  /// Under what a name is found again: "U.S. Constitution", "United States Constitution" and "Constitution of the United States" are one.
  std::string name_key(std::size_t i) const {
    const Span tokens = names_[i].tokens;
    const Words words = base_form(page_, rules_, words_[i], names_[i].tokens);
    if (names_[i].kind == EntityKind::person || tokens.size() < 2) return folded(words);
    // "Hurricane Agnes", "Tropical Storm Agnes".
    const auto is_storm = [&](const std::string& word) { return rules_.storm.contains(word); };
    if (words.size() > 1 && std::all_of(words.begin(), words.end() - 1, is_storm)) return storm_mark + words.back();
    const Gazetteer::Match front = rules_.gazetteer.longest(page_, tokens.begin, tokens.end);
    if (is_country(front) && front.tokens < tokens.size()) {
      const std::uint32_t rest = tokens.begin + front.tokens;
      return front.readings.front().country + " " + folded(folded_words(page_, rules_, {rest, tokens.end}));
    }
    for (std::uint32_t at = tokens.begin + 1; at + 1 < tokens.end; ++at) {
      if (!rules_.complement.contains(page_.words[at].lower)) continue;
      std::uint32_t begin = at + 1;
      if (rules_.determiner.contains(page_.words[begin].lower)) ++begin;
      const Gazetteer::Match back = rules_.gazetteer.longest(page_, begin, tokens.end);
      if (is_country(back) && begin + back.tokens == tokens.end)
        return back.readings.front().country + " " + folded(folded_words(page_, rules_, {tokens.begin, at}));
    }
    return folded(words);
  }

  static bool is_country(const Gazetteer::Match& match) {
    return match.tokens > 0 && match.readings.front().kind == EntityKind::country && !match.readings.front().local;
  }

  /// "World Aid Group (WAG)": the mention in the brackets just after, when it is known already.
  std::uint32_t same_by_brackets(std::size_t i) const {
    const std::size_t next = i + 1;
    if (next >= names_.size() || !in_brackets_after(i, next)) return none;
    return abbreviates(names_[next], names_[i]) ? member_of_[next] : none;
  }

  bool in_brackets_after(std::size_t i, std::size_t next) const {
    const std::uint32_t gap = names_[i].tokens.end;
    return names_[next].tokens.begin == gap + 1 && page_.words[gap].text == "(";
  }

  /// Whether the capitals of the longer name hold the letters of the shorter in order, from the first.
  bool abbreviates(const NameMention& acronym, const NameMention& full) const {
    if (acronym.tokens.size() != 1 || full.tokens.size() < 2) return false;
    const std::string letters = letters_of(page_.words[acronym.tokens.begin].plain);
    const std::string initials = this->initials(full);
    std::size_t at = 0;
    for (const char c : initials) at += at < letters.size() && letters[at] == c;
    if (letters.size() < 2) return false;
    if (at >= 2 && (at == letters.size() || at == initials.size()) && letters.front() == initials.front()) return true;
    return same_letters(letters, initials);
  }

  /// "WAG" after "World Aid Group", in brackets or not.
  void join_acronyms() {
    std::map<std::string, std::uint32_t> by_initials;
    std::map<std::uint32_t, std::uint32_t> becomes;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (member_of_[i] == none || cast_.members[member_of_[i]].kind == EntityKind::person) continue;
      const Word& first = page_.words[names_[i].tokens.begin];
      if (names_[i].tokens.size() >= 2) {
        by_initials.emplace(initials(names_[i]), member_of_[i]);
      } else if (first.all_capitals && !names_[i].known &&
                 first.plain.find_first_of("0123456789") == std::string::npos) {
        const auto found = by_initials.find(letters_of(first.plain));
        if (found != by_initials.end()) becomes.emplace(member_of_[i], found->second);
      }
      if (i > 0 && in_brackets_after(i - 1, i) && member_of_[i - 1] != none && !names_[i].known &&
          abbreviates(names_[i], names_[i - 1])) {
        becomes.emplace(member_of_[i], member_of_[i - 1]);
      }
    }
    replace(becomes);
  }

  std::string initials(const NameMention& full) const {
    std::string initials;
    for (std::uint32_t k = full.tokens.begin; k < full.tokens.end; ++k) {
      if (page_.words[k].capital) initials += page_.words[k].plain.front();
    }
    return initials;
  }

  /// Each name that is one longer one said shortly becomes it; "Municipality of Livorno" becomes "Livorno".
  void join_shorter() {
    std::map<std::uint32_t, std::uint32_t> becomes;
    std::map<std::string, std::vector<std::uint32_t>> by_last, by_first;
    for (std::uint32_t m = 0; m < cast_.members.size(); ++m) {
      const Words& words = cast_.members[m].words;
      if (words.size() < 2 || cast_.members[m].kind == EntityKind::person) continue;
      by_last[words.back()].push_back(m);
      by_first[words.front()].push_back(m);
    }
    for (std::uint32_t s = 0; s < cast_.members.size(); ++s) {
      const Member& shorter = cast_.members[s];
      if (shorter.kind == EntityKind::person || shorter.kind == EntityKind::group || shorter.words.empty()) continue;
      std::vector<std::uint32_t> matches;
      const auto look = [&](const std::vector<std::uint32_t>& list) {
        if (list.size() > most_alike) return;
        for (const std::uint32_t l : list) {
          if (l == s) continue;
          if (only_introduces(rules_, cast_.members[l], shorter)) {
            becomes.emplace(l, s);
          } else if (is_short_form(rules_, shorter, cast_.members[l]) &&
                     std::find(matches.begin(), matches.end(), l) == matches.end()) {
            matches.push_back(l);
          }
        }
      };
      look(by_last[shorter.words.back()]);
      look(by_first[shorter.words.front()]);
      if (matches.size() == 1) becomes.emplace(s, matches.front());
    }
    replace(becomes);
  }

  void replace(const std::map<std::uint32_t, std::uint32_t>& becomes) {
    for (std::uint32_t& member : member_of_) {
      for (auto found = becomes.find(member); found != becomes.end(); found = becomes.find(member)) {
        if (found->second == member) break;
        member = found->second;
      }
    }
  }

  const Page& page_;
  const Rules& rules_;
  const std::vector<NameMention>& names_;
  Cast& cast_;
  std::vector<Words> words_;
  std::vector<std::uint32_t> member_of_;
  std::map<std::string, std::vector<std::uint32_t>> persons_;  ///< by each word of the name and the surname's beginning
  std::map<std::string, std::vector<std::uint32_t>> companies_;  ///< of two words or more, by the first
  std::map<std::string, std::uint32_t> by_name_;                 ///< all but lone surnames
};

}  // namespace

void join_names(const Page& page, const Rules& rules, const std::vector<NameMention>& names, Cast& cast) {
  NameJoiner(page, rules, names, cast).run();
}

}  // namespace dateline::entity
