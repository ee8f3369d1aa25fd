#include "train/lemma_learner.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "dateline/base/utf8.hpp"
#include "extract/syntax/lemmatizer.hpp"

namespace dateline::train {
namespace {

using Change = std::pair<std::size_t, std::string>;  ///< cut, add
using Tally = std::map<Change, int>;

Change change_from(std::string_view form, std::string_view lemma) {
  std::size_t same = 0;
  while (same < form.size() && same < lemma.size() && form[same] == lemma[same]) ++same;
  return {form.size() - same, std::string(lemma.substr(same))};
}

/// The most frequent; of equals the least change.
const Change& best(const Tally& tally) {
  return std::max_element(tally.begin(), tally.end(), [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

using Tallies = std::map<std::string, Tally>;

/// What a tag's words do: whole words by how often they stand in the text, endings by how many words have them.
struct Evidence {
  Tallies words, endings;
};

/// Changes of short endings are all kept, for a word that the first of them would turn into no known one.
constexpr std::size_t short_ending = 2;
constexpr int least_support = 3;

Evidence evidence_of(const Tallies& words) {
  Evidence evidence{words, {}};
  for (const auto& [word, tally] : words) {
    // A word that is replaced as a whole says nothing about others with its ending.
    const bool replaced = best(tally).first + 2 > word.size();
    const Change change = replaced ? Change{0, ""} : best(tally);
    for (std::size_t from = 1; from <= word.size(); ++from) ++evidence.endings[word.substr(from)][change];
  }
  return evidence;
}

void add_rule(const std::string& tag, const std::string& ending, const Change& change,
              std::vector<syntax::LemmaRule>& rules) {
  rules.push_back({tag, ending, static_cast<std::uint8_t>(change.first), change.second});
}

/// The most supported first.
void add_alternatives(const std::string& tag, const std::string& ending, const Tally& tally,
                      std::vector<syntax::LemmaRule>& rules) {
  std::vector<std::pair<int, Change>> order;
  for (const auto& [change, count] : tally) order.emplace_back(count, change);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || order[i].first >= least_support) add_rule(tag, ending, order[i].second, rules);
  }
}

void add_rules(const std::string& tag, const Evidence& evidence, std::vector<syntax::LemmaRule>& rules) {
  std::map<std::string, const Change*> chosen;
  std::vector<const std::pair<const std::string, Tally>*> order;
  for (const auto& ending : evidence.endings) order.push_back(&ending);
  // Shorter endings first, so that the one that is shorter by a byte has been decided.
  std::stable_sort(order.begin(), order.end(),
                   [](const auto* a, const auto* b) { return a->first.size() < b->first.size(); });
  for (const auto* item : order) {
    const auto& [ending, tally] = *item;
    const Change& own = best(tally);
    if (ending.size() <= short_ending) {
      chosen[ending] = &own;
      add_alternatives(tag, ending, tally, rules);
      continue;
    }
    const Change* parent = chosen.at(ending.substr(1));
    const auto as_parent = tally.find(*parent);
    // Neither one word nor a tie with what the shorter ending does is a reason for a rule.
    const bool same = tally.at(own) < 2 || (as_parent != tally.end() && as_parent->second == tally.at(own));
    chosen[ending] = same ? parent : &own;
    if (!same) add_rule(tag, ending, own, rules);
  }
  for (const auto& [word, tally] : evidence.words) {
    if (best(tally) != *chosen.at(word.substr(1))) add_rule(tag, word, best(tally), rules);
  }
}

}  // namespace

std::vector<syntax::LemmaRule> learn_lemma_rules(const std::vector<GoldSentence>& sentences) {
  std::map<std::string, Tallies> tags;
  for (const GoldSentence& sentence : sentences) {
    for (const GoldWord& word : sentence) {
      if ((word.lemma == "_" && word.form != "_") || syntax::has_digit(word.form)) continue;
      const std::string key = syntax::lemma_form(word.form);
      const bool keeps_case = word.tag.starts_with("PROPN");
      const Change change =
          keeps_case ? change_from(word.form, word.lemma) : change_from(std::string_view(key).substr(1), word.lemma);
      if (change.first < 200) ++tags[word.tag][key][change];
    }
  }
  std::vector<syntax::LemmaRule> rules;
  for (const auto& [tag, words] : tags) add_rules(tag, evidence_of(words), rules);
  return rules;
}

}  // namespace dateline::train
