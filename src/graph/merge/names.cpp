#include "graph/merge/names.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "graph/merge/lists.hpp"

namespace dateline::merging {
namespace {

constexpr std::size_t long_word = 6;

std::string undoubled(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (out.empty() || out.back() != c || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

void replace_all(std::string& word, const std::string& from, const std::string& to) {
  for (std::size_t at = word.find(from); at != word.npos; at = word.find(from, at + to.size())) {
    word.replace(at, from.size(), to);
  }
}

bool is_initial(const std::string& word) { return utf8::length(word) == 1; }

bool initial_of(const std::string& initial, const std::string& word) {
  return is_initial(initial) && word.starts_with(initial);
}

// Dots end a word in a person's name ("J.D. Vance"), so that initials stand alone.
std::string with_open_dots(std::string_view name) {
  std::string out(name);
  std::replace(out.begin(), out.end(), '.', ' ');
  return out;
}

}  // namespace

NameRules::NameRules(const Resources& resources) : uses_(resources) {
  const Table& spellings = resources.table("en/merge/transliteration");
  for (const Row& row : spellings.rows) {
    const std::string& where = spellings.cell(row, "where");
    Rule rule{Rule::Where::any, spellings.cell(row, "from"), spellings.cell(row, "to")};
    if (where == "start") rule.where = Rule::Where::start;
    if (where == "end") rule.where = Rule::Where::end;
    if (where == "double") rule.where = Rule::Where::doubled;
    if (rule.where == Rule::Where::any && where != "any")
      fail(row, "where is '" + where + "'; it is one of start, end, any, double");
    if (rule.where != Rule::Where::doubled && rule.from.empty()) fail(row, "replaces nothing");
    rules_.push_back(std::move(rule));
  }
  const Table& given = resources.table("en/merge/nicknames");
  int set = 0;
  for (const Row& row : given.rows) {
    for (const std::string& name : given.list(row, "names")) given_sets_[folded(name)].insert(set);
    ++set;
  }
  const Table& titles = resources.table("en/entity/titles");
  for (const Row& row : titles.rows) {
    for (const std::string& form : titles.list(row, "forms")) {
      if (const std::vector<std::string> words = plain_words(form); !words.empty())
        titles_.insert(folded(words.back()));
    }
  }
  const Table& heads = resources.table("en/merge/group_heads");
  for (const Row& row : heads.rows) {
    for (const std::string& word : heads.list(row, "words")) heads_[word] = heads.cell(row, "id");
  }
  const Table& countries = resources.table("en/merge/family_first");
  for (const Row& row : countries.rows) family_first_.insert(countries.cell(row, "id"));
  read_cities(resources);
}

// By the keys that the reader of names gives them.
void NameRules::read_cities(const Resources& resources) {
  const Table& places = resources.table("en/entity/places");
  for (const Row& row : places.rows) {
    if (places.cell(row, "kind") == "city") cities_.insert(places.cell(row, "id"));
  }
  const Table& countries = resources.table("en/entity/countries");
  for (const Row& row : countries.rows) {
    for (const std::string& capital : countries.list(row, "capitals")) {
      std::string key = "place:" + utf8::lower(trim(split(capital, '/').front()));
      std::replace(key.begin(), key.end(), ' ', '-');
      cities_.insert(std::move(key));
    }
  }
}

std::string NameRules::folded(std::string word) const {
  for (const Rule& rule : rules_) {
    if (rule.where == Rule::Where::doubled) word = undoubled(word);
    if (rule.where == Rule::Where::any) replace_all(word, rule.from, rule.to);
    if (rule.where == Rule::Where::start && word.size() > rule.from.size() && word.starts_with(rule.from)) {
      word.replace(0, rule.from.size(), rule.to);
    }
    if (rule.where == Rule::Where::end && word.size() > rule.from.size() && word.ends_with(rule.from)) {
      word.replace(word.size() - rule.from.size(), rule.from.size(), rule.to);
    }
  }
  return word;
}

PersonName NameRules::person(std::string_view name) const {
  PersonName out;
  std::vector<std::string> all = plain_words(with_open_dots(name));
  while (all.size() > 1 && uses_.is(all.back(), WordUse::suffix)) all.pop_back();
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string word = folded(all[i]);
    out.solid += word;
    if (i + 1 == all.size() || !uses_.is(all[i], WordUse::particle)) out.words.push_back(std::move(word));
  }
  return out;
}

bool NameRules::given_agree(const std::string& left, const std::string& right) const {
  if (left == right || initial_of(left, right) || initial_of(right, left)) return true;
  const auto a = given_sets_.find(left), b = given_sets_.find(right);
  if (a == given_sets_.end() || b == given_sets_.end()) return false;
  return std::any_of(a->second.begin(), a->second.end(), [&](int set) { return b->second.contains(set); });
}

// Middle names clash only where both have some.
bool NameRules::middle_agree(const PersonName& left, const PersonName& right) const {
  const std::size_t n = left.words.size() - 2, m = right.words.size() - 2;
  if (n == 0 || m == 0) return true;
  if (n != m) return false;
  for (std::size_t i = 1; i <= n; ++i) {
    if (!given_agree(left.words[i], right.words[i])) return false;
  }
  return true;
}

// "Secretary of Harbours Anna Berg" and "Norwegian Chancellor Anna Berg" beside "Anna Berg".
bool NameRules::titled(const PersonName& longer, const PersonName& shorter) const {
  if (shorter.words.size() < 2 || longer.words.size() <= shorter.words.size()) return false;
  const auto title_end = longer.words.end() - static_cast<std::ptrdiff_t>(shorter.words.size());
  return std::equal(shorter.words.begin(), shorter.words.end(), title_end) &&
         std::any_of(longer.words.begin(), title_end, [&](const std::string& word) { return in_title(word); });
}

bool NameRules::in_title(const std::string& word) const {
  return titles_.contains(word) || (uses_.is(word, WordUse::cut) && !uses_.is(word, WordUse::particle));
}

bool NameRules::bears_title(std::string_view name) const {
  const std::vector<std::string> words = person(name).words;
  return words.size() > 2 &&
         std::any_of(words.begin(), words.end() - 2, [&](const std::string& word) { return in_title(word); });
}

bool NameRules::same_person(const PersonName& left, const PersonName& right) const {
  if (left.solid == right.solid) return true;
  if (titled(left, right) || titled(right, left)) return true;
  if (left.words.size() < 2 || right.words.size() < 2) return false;
  if (sorted(left.words) == sorted(right.words)) return true;
  return left.words.back() == right.words.back() && given_agree(left.words.front(), right.words.front()) &&
         middle_agree(left, right);
}

bool NameRules::nearly_same_person(const PersonName& left, const PersonName& right) const {
  if (left.words.size() != right.words.size() || left.words.size() < 2) return false;
  int near = 0;
  for (std::size_t i = 0; i < left.words.size(); ++i) {
    const std::string &a = left.words[i], &b = right.words[i];
    if (a == b) continue;
    if (std::min(a.size(), b.size()) < long_word || a.front() != b.front() || edit_distance(a, b) > 1) return false;
    ++near;
  }
  return near == 1;
}

std::string NameRules::other(std::string_view name) const {
  std::vector<std::string> words = plain_words(name);
  while (words.size() > 1 && uses_.is(words.front(), WordUse::determiner)) words.erase(words.begin());
  while (words.size() > 1 && (uses_.is(words.back(), WordUse::company) || uses_.is(words.back(), WordUse::area)))
    words.pop_back();
  return join(words, " ");
}

std::string NameRules::acronym(std::string_view name) const {
  std::string out;
  int count = 0;
  for (const std::string& word : plain_words(name)) {
    if (uses_.is(word, WordUse::minor)) continue;
    utf8::append(out, [&] {
      std::size_t at = 0;
      return utf8::next(word, at);
    }());
    ++count;
  }
  return count >= 2 ? out : "";
}

std::string NameRules::head(std::string_view phrase) const {
  const std::vector<std::string> words = plain_words(phrase);
  std::string last;
  for (const std::string& word : words) {
    if (!last.empty() && uses_.is(word, WordUse::cut)) break;
    if (!uses_.is(word, WordUse::determiner)) last = word;
  }
  if (uses_.is(last, WordUse::vague)) return "";
  const auto known = heads_.find(last);
  return known == heads_.end() ? last : known->second;
}

}  // namespace dateline::merging
