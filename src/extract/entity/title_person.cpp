#include "extract/entity/title_person.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/entity/same_name.hpp"

namespace dateline::entity {
namespace {

/// A person's name has so many words.
constexpr std::size_t fewest_of_name = 2, most_of_name = 5;
/// What follows these tells people of one name apart.
constexpr std::string_view tells_apart = " (";

bool begins_with_capital(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && utf8::is_upper(utf8::next(word, at));
}

struct TitleWord {
  std::string plain, folded;
};

/// The words of a title that could be a name, each with a capital but for small words inside; else none.
std::vector<TitleWord> name_words(const Rules& rules, std::string_view title) {
  std::vector<TitleWord> found;
  for (const std::string_view word : split(title, ' ')) {
    if (word.empty()) continue;
    std::string plain = plain_form(word);
    std::string folded = utf8::lower(plain);
    std::erase(folded, '.');
    const bool inside = !found.empty() && rules.particle.contains(folded);
    const bool letters = plain.find_first_of("0123456789,:;!?\"/&") == std::string::npos;
    if (!letters || folded.empty() || (!begins_with_capital(word) && !inside)) return {};
    found.push_back({std::move(plain), std::move(folded)});
  }
  if (found.size() < fewest_of_name || found.size() > most_of_name || !begins_with_capital(found.back().plain))
    return {};
  return found;
}

/// "Bank of Oslo", "The Quiet Harbour", "Police Arrest Reed": words that name something else, or are common words of the text.
bool has_common_word(const Page& page, const Rules& rules, const std::vector<TitleWord>& title) {
  const auto is_common = [&](const TitleWord& word) {
    if (rules.particle.contains(word.folded)) return false;
    if (rules.no_name.contains(word.folded) || rules.titles.contains(word.plain)) return true;
    return rules.heads.contains(word.plain) && !rules.surname_head.contains(word.folded);
  };
  if (std::any_of(title.begin(), title.end(), is_common)) return true;
  return std::any_of(page.words.begin(), page.words.end(), [&](const Word& here) {
    return here.letters && !here.capital && std::any_of(title.begin(), title.end(), [&](const TitleWord& word) {
             return word.folded == here.lower && !rules.particle.contains(word.folded);
           });
  });
}

}  // namespace

std::optional<Member> person_of_title(const Page& page, const Rules& rules, const std::vector<NameMention>& names,
                                      const std::vector<std::vector<std::string>>& words) {
  const std::string title = page.document.title.substr(0, page.document.title.find(tells_apart));
  const std::vector<TitleWord> parts = name_words(rules, title);
  if (parts.empty() || has_common_word(page, rules, parts)) return std::nullopt;
  Member person;
  for (const TitleWord& part : parts) person.words.push_back(part.folded);
  const auto given = rules.given_names.find(parts.front().plain);
  const bool family_first = rules.family_first.contains(parts.front().plain);
  bool alone = false, in_full = false, other = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i].kind != EntityKind::person || words[i].empty()) continue;
    if (words[i].size() == 1) {
      alone = alone || words[i].front() == person.words.back() ||
              (family_first && words[i].front() == person.words.front());
    } else if (same_person(words[i], person.words)) {
      in_full = true;
    } else {
      other = other || words[i].back() == person.words.back();
    }
  }
  // "Storm Mourned" of a text on Ann Storm: nobody of another name, unless the title begins as names do
  if (!in_full && (!alone || (other && given == rules.given_names.end() && !family_first))) return std::nullopt;
  person.name = title;
  person.kind = EntityKind::person;
  person.gender = given == rules.given_names.end() ? Gender::unknown : given->second;
  person.named = true;
  return person;
}

}  // namespace dateline::entity
