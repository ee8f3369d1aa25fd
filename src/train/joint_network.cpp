#include "train/joint_network.hpp"

#include <algorithm>

#include "train/layers.hpp"

namespace dateline::train {

using syntax::Model;
using syntax::Sizes;
using syntax::slot_shapes;
using syntax::slots;

/// The values of one batch on their way forward, and their gradients on the way back.
struct JointNetwork::Pass {
  const std::vector<const Example*>& batch;
  Layout layout;
  std::vector<syntax::FeatureIds> ids;  ///< by row
  std::vector<std::uint32_t> tags;      ///< by row: those chosen
  Matrix upper_input;
  Matrix input, input_mask, below, below_mask, above, above_mask, top, top_mask, top_gradient;
  Matrix arcs, arc_mask, arc_gradient, transformed, transformed_gradient;
  Matrix relations, relation_gradient, above_gradient;
  float weight;  ///< 1 / words
  Losses losses;

  Pass(const std::vector<const Example*>& sentences, std::vector<std::size_t> lengths)
      : batch(sentences), layout(std::move(lengths)), weight(1.0F / static_cast<float>(layout.rows)) {}
};

namespace {

/// Cross-entropy of one label a word; leaves the gradients in `logits`.
template <class GoldOf>
double label_loss(const std::vector<const Example*>& batch, const Layout& layout, Matrix& logits, float weight,
                  GoldOf gold_of) {
  double loss = 0;
  for (std::size_t s = 0; s < batch.size(); ++s) {
    for (std::size_t i = 0; i < batch[s]->size(); ++i) {
      loss += cross_entropy(logits.row(layout.row(s, i)), logits.columns, gold_of(*batch[s])[i], weight);
    }
  }
  return loss;
}

void rectify(Matrix& values) {
  for (float& value : values.values) value = value > 0 ? value : 0;
}

/// Where the value was cut off, nothing flows back.
void rectify_back(Matrix& gradient, const Matrix& values) {
  for (std::size_t i = 0; i < gradient.values.size(); ++i)
    gradient.values[i] = values.values[i] > 0 ? gradient.values[i] : 0;
}

/// Weights are kept inputs by outputs here, and outputs by inputs in the model.
void save_layer(const Parameter& parameter, Model& model) {
  const Matrix& value = parameter.value;
  std::vector<float> turned(value.values.size());
  for (std::size_t r = 0; r < value.rows; ++r) {
    for (std::size_t c = 0; c < value.columns; ++c) turned[c * value.rows + r] = value.row(r)[c];
  }
  model.tensors.push_back(syntax::quantized(parameter.name, static_cast<std::uint32_t>(value.columns),
                                            static_cast<std::uint32_t>(value.rows), turned));
}

void save_rows(const Parameter& table, Model& model) {
  const Matrix& value = table.value;
  model.tensors.push_back(syntax::quantized(table.name, static_cast<std::uint32_t>(value.rows),
                                            static_cast<std::uint32_t>(value.columns), value.values));
}

void save_vector(const Parameter& parameter, Model& model) {
  model.vectors.push_back({parameter.name, parameter.value.values});
}

}  // namespace

JointNetwork::JointNetwork(const Sizes& sizes, const Model& labels, std::vector<std::size_t> counts, Random& random)
    : sizes_(sizes), counts_(std::move(counts)), vectors_(labels.word_vectors.rows + 1, syntax::word_size) {
  for (std::uint32_t r = 0; r < labels.word_vectors.rows; ++r) {
    for (std::uint32_t c = 0; c < syntax::word_size; ++c) vectors_.row(r + 1)[c] = labels.word_vectors.at(r, c);
  }
  const std::size_t wide = 2 * std::size_t{sizes.hidden}, tags = labels.tags.size(), names = labels.names.size(),
                    relations = labels.relations.size();
  embeddings_.resize(slots);
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const std::size_t rows = slot == syntax::slot_word ? labels.words.size() + 1 : slot_shapes[slot].rows;
    embeddings_[slot].initialise("embedding" + std::to_string(slot), rows, slot_shapes[slot].size, 0.15F, random);
    embeddings_[slot].sparse = true;
  }
  lower_.initialise("lower", syntax::input_size(), sizes.hidden, random);
  top_.initialise("top", wide, sizes.hidden, random);
  upper_.initialise("upper", syntax::upper_input_size(sizes.hidden), sizes.hidden, random);
  tag_.initialise("tag", wide, tags, glorot(wide, tags), random);
  tag_bias_.initialise("tag.bias", 1, tags, 0, random);
  tag_embedding_.initialise("tag.embedding", tags, syntax::tag_embedding_size, 0.15F, random);
  tag_embedding_.sparse = true;
  name_.initialise("name", wide, names, glorot(wide, names), random);
  name_bias_.initialise("name.bias", 1, names, 0, random);
  arc_.initialise("arc", wide, 2 * sizes.arc, glorot(wide, sizes.arc), random);
  arc_bias_.initialise("arc.bias", 1, 2 * sizes.arc, 0, random);
  arc_product_.initialise("arc.product", sizes.arc, sizes.arc, glorot(sizes.arc, sizes.arc), random);
  arc_head_.initialise("arc.head", 1, sizes.arc, 0, random);
  root_arc_.initialise("root.arc", 1, sizes.arc, 0.1F, random);
  relation_.initialise("relation", wide, 2 * sizes.relation, glorot(wide, sizes.relation), random);
  relation_bias_.initialise("relation.bias", 1, 2 * sizes.relation, 0, random);
  relation_out_.initialise("relation.out", sizes.relation, relations, glorot(sizes.relation, relations), random);
  relation_out_bias_.initialise("relation.out.bias", 1, relations, 0, random);
  root_relation_.initialise("root.relation", 1, sizes.relation, 0.1F, random);
}

std::vector<Parameter*> JointNetwork::parameters() {
  std::vector<Parameter*> all;
  for (Parameter& table : embeddings_) all.push_back(&table);
  for (Memory* memory : {&lower_, &upper_, &top_}) {
    for (Parameter* parameter : memory->parameters()) all.push_back(parameter);
  }
  all.insert(all.end(),
             {&tag_, &tag_bias_, &tag_embedding_, &name_, &name_bias_, &arc_, &arc_bias_, &arc_product_, &arc_head_,
              &root_arc_, &relation_, &relation_bias_, &relation_out_, &relation_out_bias_, &root_relation_});
  return all;
}

Losses JointNetwork::learn(const std::vector<const Example*>& batch, const Dropouts& dropouts, float name_weight,
                           Random& random) {
  std::vector<std::size_t> lengths;
  for (const Example* example : batch) lengths.push_back(example->size());
  Pass pass(batch, std::move(lengths));
  pass.losses.words = pass.layout.rows;
  embed(pass, dropouts, random);
  lower_.forward(pass.layout, pass.input, pass.below);
  Matrix below = pass.below;
  drop(below, dropouts.hidden, random, pass.below_mask);
  Matrix tags, below_gradient(below.rows, below.columns);
  linear(below, tag_, tag_bias_, tags);
  join_upper_input(pass, below, tags);
  pass.losses.tag = label_loss(
      batch, pass.layout, tags, pass.weight, [](const Example& e) -> const auto& { return e.tags; });
  linear_back(below, tag_, tag_bias_, tags, below_gradient);

  upper_.forward(pass.layout, pass.upper_input, pass.above);
  Matrix upper_out = pass.above;
  drop(pass.above, dropouts.hidden, random, pass.above_mask);
  pass.above_gradient.reset(pass.above.rows, pass.above.columns);
  Matrix names;
  linear(pass.above, name_, name_bias_, names);
  pass.losses.name = label_loss(
      batch, pass.layout, names, pass.weight * name_weight, [](const Example& e) -> const auto& { return e.names; });
  linear_back(pass.above, name_, name_bias_, names, pass.above_gradient);

  top_.forward(pass.layout, pass.above, pass.top);
  const Matrix top_out = pass.top;
  drop(pass.top, dropouts.hidden, random, pass.top_mask);
  for (std::size_t i = 0; i < pass.top.values.size(); ++i) pass.top.values[i] += pass.above.values[i];
  pass.top_gradient.reset(pass.top.rows, pass.top.columns);
  linear(pass.top, arc_, arc_bias_, pass.arcs);
  rectify(pass.arcs);
  drop(pass.arcs, dropouts.hidden, random, pass.arc_mask);
  learn_heads(pass);
  learn_relations(pass, dropouts.hidden, random);

  for (std::size_t i = 0; i < pass.top.values.size(); ++i) pass.above_gradient.values[i] += pass.top_gradient.values[i];
  drop_back(pass.top_gradient, pass.top_mask);
  top_.backward(pass.layout, pass.above, top_out, pass.top_gradient, pass.above_gradient);
  drop_back(pass.above_gradient, pass.above_mask);
  Matrix upper_gradient(pass.upper_input.rows, pass.upper_input.columns);
  Matrix input_gradient(pass.input.rows, pass.input.columns);
  upper_.backward(pass.layout, pass.upper_input, upper_out, pass.above_gradient, upper_gradient);
  split_upper_gradient(pass, upper_gradient, below_gradient, input_gradient);
  drop_back(below_gradient, pass.below_mask);
  lower_.backward(pass.layout, pass.input, pass.below, below_gradient, input_gradient);
  drop_back(input_gradient, pass.input_mask);
  pass.input = std::move(input_gradient);
  scatter(pass);
  return pass.losses;
}

void JointNetwork::embed(Pass& pass, const Dropouts& dropouts, Random& random) {
  pass.input.reset(pass.layout.rows, syntax::input_size());
  pass.ids.resize(pass.layout.rows);
  for (std::size_t s = 0; s < pass.batch.size(); ++s) {
    for (std::size_t i = 0; i < pass.batch[s]->size(); ++i) {
      const std::size_t row = pass.layout.row(s, i);
      pass.ids[row] = pass.batch[s]->ids[i];
      std::uint32_t& word = pass.ids[row][syntax::slot_word];
      if (random.unit() * (dropouts.word + static_cast<float>(counts_[word])) < dropouts.word) word = 0;
      const std::uint32_t vector = random.unit() < dropouts.vector ? 0 : pass.batch[s]->vectors[i];
      float* const numbers = pass.input.row(row);
      float* to = numbers;
      for (std::size_t slot = 0; slot < slots; ++slot) {
        const Matrix& table = embeddings_[slot].value;
        to = std::copy_n(table.row(pass.ids[row][slot]), table.columns, to);
      }
      for (std::size_t c = 0; c < vectors_.columns; ++c) numbers[c] += vectors_.row(vector)[c];
    }
  }
  drop(pass.input, dropouts.input, random, pass.input_mask);
}

/// The tag is taken as chosen: nothing flows back through the choice.
void JointNetwork::join_upper_input(Pass& pass, const Matrix& below, const Matrix& tags) {
  pass.upper_input.reset(below.rows, syntax::upper_input_size(sizes_.hidden));
  pass.tags.resize(below.rows);
  for (std::size_t r = 0; r < below.rows; ++r) {
    pass.tags[r] = static_cast<std::uint32_t>(std::max_element(tags.row(r), tags.row(r) + tags.columns) - tags.row(r));
    float* to = std::copy_n(below.row(r), below.columns, pass.upper_input.row(r));
    to = std::copy_n(tag_embedding_.value.row(pass.tags[r]), syntax::tag_embedding_size, to);
    std::copy_n(pass.input.row(r) + pass.input.columns - syntax::class_size, syntax::class_size, to);
  }
}

void JointNetwork::split_upper_gradient(Pass& pass, const Matrix& gradient, Matrix& below_gradient,
                                        Matrix& input_gradient) {
  for (std::size_t r = 0; r < gradient.rows; ++r) {
    const float* from = gradient.row(r);
    for (std::size_t c = 0; c < below_gradient.columns; ++c) below_gradient.row(r)[c] += *from++;
    tag_embedding_.touched.push_back(pass.tags[r]);
    for (std::size_t c = 0; c < syntax::tag_embedding_size; ++c)
      tag_embedding_.gradient.row(pass.tags[r])[c] += *from++;
    float* classes = input_gradient.row(r) + input_gradient.columns - syntax::class_size;
    for (std::size_t c = 0; c < syntax::class_size; ++c) classes[c] += *from++;
  }
}

/// Here pass.input holds the gradient of the input.
void JointNetwork::scatter(Pass& pass) {
  for (std::size_t row = 0; row < pass.layout.rows; ++row) {
    const float* from = pass.input.row(row);
    for (std::size_t slot = 0; slot < slots; ++slot) {
      Parameter& table = embeddings_[slot];
      const std::uint32_t id = pass.ids[row][slot];
      table.touched.push_back(id);
      float* to = table.gradient.row(id);
      for (std::size_t c = 0; c < table.gradient.columns; ++c) to[c] += *from++;
    }
  }
}

void JointNetwork::learn_heads(Pass& pass) {
  const std::size_t size = sizes_.arc;
  pass.arc_gradient.reset(pass.arcs.rows, pass.arcs.columns);
  // One more row than words: the root as a head.
  const Packed product(view(arc_product_.value));
  pass.transformed.reset(pass.arcs.rows + 1, size);
  pass.transformed_gradient.reset(pass.arcs.rows + 1, size);
  const View heads = part(pass.arcs, 0, pass.arcs.rows, size, size);
  add_product(heads, product, pass.transformed.row(0), size);
  add_product(view(root_arc_.value), product, pass.transformed.row(pass.arcs.rows), size);
  for (std::size_t s = 0; s < pass.batch.size(); ++s) learn_sentence_heads(pass, s);

  const Packed turned(view(arc_product_.value).transposed());
  const View gradient = part(pass.transformed_gradient, 0, pass.arcs.rows, 0, size);
  const View root_gradient = part(pass.transformed_gradient, pass.arcs.rows, 1, 0, size);
  add_product(gradient, turned, pass.arc_gradient.row(0) + size, 2 * size);
  add_product(root_gradient, turned, root_arc_.gradient.row(0), size);
  add_product(heads.transposed(), Packed(gradient), arc_product_.gradient.row(0), size);
  add_product(view(root_arc_.value).transposed(), Packed(root_gradient), arc_product_.gradient.row(0), size);
  drop_back(pass.arc_gradient, pass.arc_mask);
  rectify_back(pass.arc_gradient, pass.arcs);
  linear_back(pass.top, arc_, arc_bias_, pass.arc_gradient, pass.top_gradient);
}

void JointNetwork::learn_sentence_heads(Pass& pass, std::size_t sentence) {
  const Example& example = *pass.batch[sentence];
  const std::size_t size = sizes_.arc, count = example.size();
  const auto head_row = [&](std::size_t h) { return h == 0 ? pass.arcs.rows : pass.layout.row(sentence, h - 1); };
  const auto head_vector = [&](std::size_t h) {
    return h == 0 ? root_arc_.value.row(0) : pass.arcs.row(head_row(h)) + size;
  };
  Matrix words(count, size), heads(count + 1, size), scores(count, count + 1);
  for (std::size_t h = 0; h <= count; ++h) {
    std::copy_n(pass.transformed.row(head_row(h)), size, heads.row(h));
    if (h > 0) std::copy_n(pass.arcs.row(head_row(h)), size, words.row(h - 1));
    float bias = 0;
    for (std::size_t c = 0; c < size; ++c) bias += head_vector(h)[c] * arc_head_.value.row(0)[c];
    for (std::size_t i = 0; i < count; ++i) scores.row(i)[h] = bias;
  }
  add_product(view(words), Packed(view(heads).transposed()), scores.row(0), count + 1);
  for (std::size_t i = 0; i < count; ++i) {
    scores.row(i)[i + 1] = -1e9F;
    pass.losses.arc +=
        cross_entropy(scores.row(i), count + 1, static_cast<std::size_t>(example.heads[i] + 1), pass.weight);
  }
  Matrix word_gradient(count, size), head_gradient(count + 1, size);
  add_product(view(scores), Packed(view(heads)), word_gradient.row(0), size);
  add_product(view(scores).transposed(), Packed(view(words)), head_gradient.row(0), size);
  for (std::size_t h = 0; h <= count; ++h) {
    float bias_gradient = 0;
    for (std::size_t i = 0; i < count; ++i) bias_gradient += scores.row(i)[h];
    float* vector_gradient = h == 0 ? root_arc_.gradient.row(0) : pass.arc_gradient.row(head_row(h)) + size;
    for (std::size_t c = 0; c < size; ++c) {
      arc_head_.gradient.row(0)[c] += bias_gradient * head_vector(h)[c];
      vector_gradient[c] += bias_gradient * arc_head_.value.row(0)[c];
      pass.transformed_gradient.row(head_row(h))[c] += head_gradient.row(h)[c];
      if (h > 0) pass.arc_gradient.row(head_row(h))[c] += word_gradient.row(h - 1)[c];
    }
  }
}

void JointNetwork::learn_relations(Pass& pass, float dropout, Random& random) {
  const std::size_t size = sizes_.relation;
  linear(pass.top, relation_, relation_bias_, pass.relations);
  Matrix pairs(pass.layout.rows, size), mask, logits;
  const auto head_of = [&](std::size_t s, std::size_t i) { return pass.batch[s]->heads[i]; };
  const auto each_word = [&](auto&& act) {
    for (std::size_t s = 0; s < pass.batch.size(); ++s) {
      for (std::size_t i = 0; i < pass.batch[s]->size(); ++i) {
        const std::int32_t head = head_of(s, i);
        act(pass.layout.row(s, i), head < 0 ? pass.layout.rows : pass.layout.row(s, static_cast<std::size_t>(head)));
      }
    }
  };
  each_word([&](std::size_t row, std::size_t head) {
    const float* from = head == pass.layout.rows ? root_relation_.value.row(0) : pass.relations.row(head) + size;
    for (std::size_t c = 0; c < size; ++c) pairs.row(row)[c] = std::max(pass.relations.row(row)[c] + from[c], 0.0F);
  });
  drop(pairs, dropout, random, mask);
  linear(pairs, relation_out_, relation_out_bias_, logits);
  pass.losses.relation = label_loss(
      pass.batch, pass.layout, logits, pass.weight, [](const Example& e) -> const auto& { return e.relations; });
  Matrix pair_gradient(pairs.rows, size);
  linear_back(pairs, relation_out_, relation_out_bias_, logits, pair_gradient);
  drop_back(pair_gradient, mask);
  rectify_back(pair_gradient, pairs);
  pass.relation_gradient.reset(pass.layout.rows, 2 * size);
  each_word([&](std::size_t row, std::size_t head) {
    float* to = head == pass.layout.rows ? root_relation_.gradient.row(0) : pass.relation_gradient.row(head) + size;
    for (std::size_t c = 0; c < size; ++c) {
      to[c] += pair_gradient.row(row)[c];
      pass.relation_gradient.row(row)[c] += pair_gradient.row(row)[c];
    }
  });
  linear_back(pass.top, relation_, relation_bias_, pass.relation_gradient, pass.top_gradient);
}

void JointNetwork::save(Model& model) {
  model.tensors.clear();
  model.vectors.clear();
  for (const Parameter& table : embeddings_) save_rows(table, model);
  save_rows(tag_embedding_, model);
  for (Memory* memory : {&lower_, &upper_, &top_}) {
    for (const Parameter* parameter : memory->parameters())
      parameter->value.rows == 1 ? save_vector(*parameter, model) : save_layer(*parameter, model);
  }
  for (const Parameter* parameter : {&tag_, &name_, &arc_, &arc_product_, &relation_, &relation_out_})
    save_layer(*parameter, model);
  for (const Parameter* parameter : {&tag_bias_, &name_bias_, &arc_bias_, &arc_head_, &root_arc_, &relation_bias_,
                                     &relation_out_bias_, &root_relation_}) {
    save_vector(*parameter, model);
  }
}

}  // namespace dateline::train
