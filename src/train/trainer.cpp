#include "train/trainer.hpp"

#include <algorithm>

#include "train/headlines.hpp"
#include "train/lemma_learner.hpp"

namespace dateline::train {
namespace {

constexpr int warm_up = 200;  ///< steps

using Batch = std::vector<const Example*>;

/// Sentences of similar length together; the order of the batches is shuffled.
std::vector<Batch> batches_of(const std::vector<Example>& examples, const Options& options, Random& random) {
  Batch order;
  for (const Example& example : examples) {
    if (example.size() <= options.longest) order.push_back(&example);
  }
  random.shuffle(order);
  std::stable_sort(order.begin(), order.end(),
                   [](const Example* a, const Example* b) { return a->size() > b->size(); });
  std::vector<Batch> batches(1);
  std::size_t words = 0;
  for (const Example* example : order) {
    if (words + example->size() > options.batch_words && !batches.back().empty()) {
      batches.emplace_back();
      words = 0;
    }
    batches.back().push_back(example);
    words += example->size();
  }
  random.shuffle(batches);
  return batches;
}

std::vector<std::size_t> counts_of(const std::vector<Example>& examples, const syntax::Model& model) {
  std::vector<std::size_t> counts(model.words.size() + 1);
  for (const Example& example : examples) {
    for (const syntax::FeatureIds& ids : example.ids) ++counts[ids[syntax::slot_word]];
  }
  return counts;
}

float rate_at(const Options& options, int step, int last) {
  const float rise = std::min(1.0F, static_cast<float>(step) / static_cast<float>(std::min(warm_up, last)));
  return options.rate * rise * static_cast<float>(last - step + 1) / static_cast<float>(last);
}

}  // namespace

void train(const std::vector<GoldSentence>& sentences, syntax::Model model, const Options& options,
           const std::function<void(const Progress&, syntax::Model&)>& report) {
  collect_labels(sentences, options.least_count, model);
  model.lemma_rules = learn_lemma_rules(sentences);
  Random random(options.seed);
  std::vector<GoldSentence> all = headlines_of(sentences, options.headlines, random);
  all.insert(all.begin(), sentences.begin(), sentences.end());
  const std::vector<Example> examples = examples_of(all, model);
  JointNetwork network(options.sizes, model, counts_of(examples, model), random);
  const std::vector<Parameter*> parameters = network.parameters();
  const int last = static_cast<int>(batches_of(examples, options, random).size()) * options.epochs;
  AdamOptions adam;
  int step = 0;
  for (int epoch = 1; epoch <= options.epochs; ++epoch) {
    Losses sum;
    for (const Batch& batch : batches_of(examples, options, random)) {
      const Losses losses = network.learn(batch, options.dropouts, options.name_weight, random);
      step = std::min(step + 1, last);
      adam.rate = rate_at(options, step, last);
      adam_step(parameters, adam, step);
      sum.words += losses.words;
      sum.tag += losses.tag;
      sum.name += losses.name;
      sum.arc += losses.arc;
      sum.relation += losses.relation;
    }
    network.save(model);
    const auto words = static_cast<double>(std::max<std::size_t>(sum.words, 1));
    report({epoch, sum.tag / words, sum.name / words, sum.arc / words, sum.relation / words}, model);
  }
}

}  // namespace dateline::train
