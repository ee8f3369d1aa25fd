#include "train/treebank.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "extract/syntax/conllu.hpp"

namespace dateline::train {
namespace {

bool is_tree(const GoldSentence& sentence) {
  const auto count = static_cast<std::int32_t>(sentence.size());
  int roots = 0;
  for (const GoldWord& word : sentence) roots += word.head < 0;
  if (roots != 1) return false;
  for (const GoldWord& word : sentence) {
    std::int32_t at = word.head, steps = 0;
    for (; at >= 0 && steps <= count; ++steps) at = at < count ? sentence[static_cast<std::size_t>(at)].head : count;
    if (at >= 0) return false;
  }
  return true;
}

std::vector<std::string_view> forms_of(const GoldSentence& sentence) {
  std::vector<std::string_view> forms;
  for (const GoldWord& word : sentence) forms.push_back(word.form);
  return forms;
}

std::uint16_t index_of(const std::vector<std::string>& labels, const std::string& label) {
  const auto found = std::lower_bound(labels.begin(), labels.end(), label);
  return found != labels.end() && *found == label ? static_cast<std::uint16_t>(found - labels.begin())
                                                  : std::uint16_t{0};
}

}  // namespace

std::vector<GoldSentence> read_treebank(std::string_view conllu) {
  std::vector<GoldSentence> sentences;
  for (const syntax::ConlluSentence& read : syntax::read_conllu(conllu)) {
    GoldSentence sentence;
    for (const syntax::ConlluWord& word : read.words) {
      const std::string_view name = syntax::misc_value(word.misc, "NER");
      sentence.push_back({std::string(word.form), std::string(word.lemma),
                          std::string(word.upos) + "|" + std::string(word.xpos), std::string(word.deprel),
                          name.empty() ? "O" : std::string(name), syntax::conllu_number(word.head) - 1});
    }
    if (is_tree(sentence)) sentences.push_back(std::move(sentence));
  }
  return sentences;
}

void collect_labels(const std::vector<GoldSentence>& sentences, int least_count, syntax::Model& model) {
  std::set<std::string> tags, relations, names;
  std::map<std::uint32_t, int> words;
  for (const GoldSentence& sentence : sentences) {
    for (const GoldWord& word : sentence) {
      tags.insert(word.tag);
      relations.insert(word.relation);
      names.insert(word.name);
      ++words[syntax::word_key(syntax::normalised(word.form))];
    }
  }
  model.tags.assign(tags.begin(), tags.end());
  model.relations.assign(relations.begin(), relations.end());
  model.names.assign(names.begin(), names.end());
  for (const auto& [key, count] : words) {
    if (count >= least_count) model.words.push_back(key);
  }
}

std::vector<Example> examples_of(const std::vector<GoldSentence>& sentences, const syntax::Model& model) {
  std::vector<Example> examples;
  syntax::FeatureScratch scratch;
  std::vector<syntax::TokenFeatures> features;
  const syntax::Lexicon lexicon(model.lexicon);
  syntax::KeyTable rows_of_vectors;
  rows_of_vectors.reserve(model.vector_words.size());
  for (std::uint32_t i = 0; i < model.vector_words.size(); ++i) rows_of_vectors.insert(model.vector_words[i], i + 1);
  for (const GoldSentence& sentence : sentences) {
    Example example;
    syntax::sentence_features(forms_of(sentence), lexicon, scratch, features);
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      syntax::FeatureIds ids = features[i].ids;
      const auto known = std::lower_bound(model.words.begin(), model.words.end(), features[i].key);
      const bool found = known != model.words.end() && *known == features[i].key;
      ids[syntax::slot_word] = found ? static_cast<std::uint32_t>(known - model.words.begin()) + 1 : 0;
      example.ids.push_back(ids);
      example.vectors.push_back(rows_of_vectors.find(features[i].key));
      example.heads.push_back(sentence[i].head);
      example.tags.push_back(index_of(model.tags, sentence[i].tag));
      example.relations.push_back(index_of(model.relations, sentence[i].relation));
      example.names.push_back(index_of(model.names, sentence[i].name));
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

}  // namespace dateline::train
