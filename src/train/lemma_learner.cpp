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

struct Node {
  Tally tally;
};

void add_rules(const std::string& tag, const std::map<std::string, Tally>& endings,
               std::vector<syntax::LemmaRule>& rules) {
  std::map<std::string, const Change*> chosen;
  // Shorter endings first, so that the parent has been decided.
  std::vector<const std::pair<const std::string, Tally>*> order;
  for (const auto& ending : endings) order.push_back(&ending);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto* a, const auto* b) { return a->first.size() < b->first.size(); });
  const Change nothing{0, ""};
  for (const auto* ending : order) {
    const Change* parent = ending->first.empty() ? &nothing : chosen.at(ending->first.substr(1));
    // A tie with what the shorter ending does is no reason for a rule.
    const Change& own = best(ending->second);
    const auto as_parent = ending->second.find(*parent);
    const bool same =
        own == *parent || (as_parent != ending->second.end() && as_parent->second == ending->second.at(own));
    chosen[ending->first] = same ? parent : &own;
    if (!same) rules.push_back({tag, ending->first, static_cast<std::uint8_t>(own.first), own.second});
  }
}

}  // namespace

std::vector<syntax::LemmaRule> learn_lemma_rules(const std::vector<GoldSentence>& sentences) {
  std::map<std::string, std::map<std::string, Tally>> tags;
  for (const GoldSentence& sentence : sentences) {
    for (const GoldWord& word : sentence) {
      if (word.lemma == "_" && word.form != "_") continue;
      const std::string key = syntax::lemma_form(word.form);
      const bool keeps_case = word.tag.starts_with("PROPN");
      const Change change = keeps_case ? change_from(word.form, word.lemma) : change_from(key.substr(1), word.lemma);
      if (change.first >= 200) continue;
      for (std::size_t from = 0; from <= key.size(); ++from) ++tags[word.tag][key.substr(from)][change];
    }
  }
  std::vector<syntax::LemmaRule> rules;
  for (const auto& [tag, endings] : tags) add_rules(tag, endings, rules);
  return rules;
}

}  // namespace dateline::train
