#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "train/fixture.hpp"
#include "train/joint_network.hpp"

namespace dateline::train {
namespace {

double loss_of(JointNetwork& network, const std::vector<const Example*>& batch) {
  Random random(1);
  const Losses losses = network.learn(batch, {.word = 0, .vector = 0, .input = 0, .hidden = 0}, 1.0F, random);
  return (losses.tag + losses.name + losses.arc + losses.relation) / static_cast<double>(losses.words);
}

void clear(const std::vector<Parameter*>& parameters) {
  for (Parameter* parameter : parameters)
    std::fill(parameter->gradient.values.begin(), parameter->gradient.values.end(), 0.0F);
}

/// (loss(x + step) - loss(x - step)) / (2 step) against the gradient, for the number with the greatest gradient of each parameter.
TEST_CASE("the derivative of the loss is what a small step shows") {
  const std::vector<GoldSentence> sentences = fixture();
  syntax::Model model;
  collect_labels(sentences, 1, model);
  model.vector_words = {model.words[0], model.words[1]};
  model.word_vectors =
      syntax::halved(2, syntax::word_size, std::vector<float>(std::size_t{2} * syntax::word_size, 0.1F));
  const std::vector<Example> examples = examples_of(sentences, model);
  std::vector<const Example*> batch;
  for (std::size_t i = 0; i < 5; ++i) batch.push_back(&examples[i]);
  std::stable_sort(batch.begin(), batch.end(),
                   [](const Example* a, const Example* b) { return a->size() > b->size(); });
  Random random(3);
  JointNetwork network({12, 10, 8}, model, std::vector<std::size_t>(model.words.size() + 1, 5), random);
  const std::vector<Parameter*> parameters = network.parameters();
  // Some steps first: the choice of a tag must not hang on the small step.
  for (int step = 1; step <= 60; ++step) {
    loss_of(network, batch);
    adam_step(parameters, {.rate = 0.02F}, step);
  }
  loss_of(network, batch);
  std::vector<std::vector<float>> gradients;
  for (const Parameter* parameter : parameters) gradients.push_back(parameter->gradient.values);
  for (std::size_t p = 0; p < parameters.size(); ++p) {
    const auto greatest = std::max_element(gradients[p].begin(), gradients[p].end(),
                                           [](float a, float b) { return std::fabs(a) < std::fabs(b); });
    const auto place = static_cast<std::size_t>(greatest - gradients[p].begin());
    float& value = parameters[p]->value.values[place];
    const float before = value, step = 0.005F;
    value = before + step;
    const double above = loss_of(network, batch);
    value = before - step;
    const double below = loss_of(network, batch);
    value = before;
    CAPTURE(parameters[p]->name);
    CHECK((above - below) / (2 * static_cast<double>(step)) == doctest::Approx(*greatest).epsilon(0.03));
  }
  clear(parameters);
}

}  // namespace
}  // namespace dateline::train
