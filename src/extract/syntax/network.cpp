#include "extract/syntax/network.hpp"

#include <algorithm>

#include "extract/syntax/numeric.hpp"

namespace dateline::syntax {
namespace {

/// Rows (outputs) of a tensor whose width the model chooses.
std::uint32_t rows_of(const Model& model, std::string_view name) {
  for (const Tensor& item : model.tensors) {
    if (item.name == name) return item.rows;
  }
  return 0;
}

/// Logits to log probabilities, in place.
void log_softmax(float* values, std::size_t count) {
  const float greatest = *std::max_element(values, values + count);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += exponential(values[i] - greatest);
  const float shift = greatest + logarithm(sum);
  for (std::size_t i = 0; i < count; ++i) values[i] -= shift;
}

/// Whether a name label may stand after another ("" at the start): I-X only after B-X or I-X.
bool follows(std::string_view before, std::string_view after) {
  if (!after.starts_with("I-")) return true;
  return before.size() == after.size() && before.substr(1) == after.substr(1);
}

/// Where to cut a sentence that is too long: after the last of these signs in the second half of the piece, the first kind that there is.
std::size_t piece_end(std::span<const std::string_view> forms) {
  if (forms.size() <= longest_piece) return forms.size();
  for (const std::string_view sign : {";", ".", ":", "\xE2\x80\x9D", "\"", ","}) {
    for (std::size_t end = longest_piece; end > longest_piece / 2; --end) {
      if (forms[end - 1] == sign) return end;
    }
  }
  return longest_piece;
}

}  // namespace

Network::Network(const Model& model)
    : lexicon_(model.lexicon),
      tags_(model.tags.size()),
      relations_(model.relations.size()),
      names_(model.names.size()) {
  sizes_.hidden = rows_of(model, "lower.forward.input") / 4;
  sizes_.arc = rows_of(model, "arc") / 2;
  sizes_.relation = rows_of(model, "relation") / 2;
  const std::uint32_t hidden = sizes_.hidden;
  rows_of_words_.reserve(model.words.size());
  for (std::uint32_t i = 0; i < model.words.size(); ++i) rows_of_words_.insert(model.words[i], i + 1);
  rows_of_vectors_.reserve(model.vector_words.size());
  for (std::uint32_t i = 0; i < model.vector_words.size(); ++i) rows_of_vectors_.insert(model.vector_words[i], i + 1);
  vectors_ = word_vectors(model, word_size);
  for (std::size_t slot = 0; slot < slots; ++slot) {
    const std::size_t rows = slot == slot_word ? model.words.size() + 1 : slot_shapes[slot].rows;
    embeddings_.push_back(tensor(model, "embedding" + std::to_string(slot), rows, slot_shapes[slot].size));
  }
  lower_ = BiLstm(model, "lower", input_size(), hidden);
  upper_ = BiLstm(model, "upper", upper_input_size(hidden), hidden);
  top_ = BiLstm(model, "top", 2 * hidden, hidden);
  tag_embedding_ = tensor(model, "tag.embedding", tags_, tag_embedding_size);
  tag_ = Layer(tensor(model, "tag", tags_, 2 * hidden), vector(model, "tag.bias", tags_));
  name_ = Layer(tensor(model, "name", names_, 2 * hidden), vector(model, "name.bias", names_));
  arc_ = Layer(tensor(model, "arc", 2 * sizes_.arc, 2 * hidden), vector(model, "arc.bias", 2 * sizes_.arc));
  arc_product_ = Layer(tensor(model, "arc.product", sizes_.arc, sizes_.arc), {});
  relation_ = Layer(tensor(model, "relation", 2 * sizes_.relation, 2 * hidden),
                    vector(model, "relation.bias", 2 * sizes_.relation));
  relation_out_ =
      Layer(tensor(model, "relation.out", relations_, sizes_.relation), vector(model, "relation.out.bias", relations_));
  root_arc_ = vector(model, "root.arc", sizes_.arc);
  root_relation_ = vector(model, "root.relation", sizes_.relation);
  head_bias_ = vector(model, "arc.head", sizes_.arc);
  for (std::size_t before = 0; before <= names_; ++before) {
    for (const std::string& after : model.names)
      may_follow_.push_back(follows(before < names_ ? model.names[before] : "", after));
  }
}

void Network::parse(std::span<const std::string_view> forms, Scratch& scratch, std::vector<ParsedWord>& out) const {
  out.clear();
  std::int32_t first_root = -1;
  while (!forms.empty()) {
    const std::size_t end = piece_end(forms);
    parse_piece(forms.first(end), scratch);
    const auto offset = static_cast<std::int32_t>(out.size());
    for (ParsedWord word : scratch.piece) {
      // The root of a later piece hangs from the root of the first.
      const bool is_first_root = word.head < 0 && first_root < 0;
      if (is_first_root) first_root = static_cast<std::int32_t>(out.size());
      word.head = word.head >= 0 ? word.head + offset : is_first_root ? -1 : first_root;
      out.push_back(word);
    }
    forms = forms.subspan(end);
  }
}

void Network::parse_piece(std::span<const std::string_view> forms, Scratch& scratch) const {
  scratch.piece.assign(forms.size(), {});
  encode(forms, scratch);
  choose_tags(scratch);
  join_upper_input(scratch);
  upper_.apply(scratch.in, forms.size(), scratch.memory, scratch.above);
  scratch.in.reset(forms.size(), 2 * sizes_.hidden);
  for (std::size_t i = 0; i < forms.size(); ++i)
    scratch.in.set(i, scratch.above.data() + i * 2 * sizes_.hidden, 2 * sizes_.hidden);
  choose_names(scratch);
  top_.apply(scratch.in, forms.size(), scratch.memory, scratch.top);
  for (std::size_t i = 0; i < scratch.top.size(); ++i) scratch.top[i] += scratch.above[i];
  for (std::size_t i = 0; i < forms.size(); ++i)
    scratch.in.set(i, scratch.top.data() + i * 2 * sizes_.hidden, 2 * sizes_.hidden);
  score_arcs(scratch);
  best_tree(scratch.scores, static_cast<int>(forms.size()), scratch.tree, scratch.heads);
  choose_relations(scratch);
}

/// Leaves the output of the lower memory in `in`.
void Network::encode(std::span<const std::string_view> forms, Scratch& scratch) const {
  sentence_features(forms, lexicon_, scratch.words, scratch.features);
  scratch.in.reset(forms.size(), input_size());
  scratch.row.resize(input_size());
  scratch.classes.resize(forms.size() * class_size);
  for (std::size_t i = 0; i < forms.size(); ++i) {
    FeatureIds ids = scratch.features[i].ids;
    ids[slot_word] = rows_of_words_.find(scratch.features[i].key);
    float* to = scratch.row.data();
    for (std::size_t slot = 0; slot < slots; ++slot) {
      const Tensor& table = embeddings_[slot];
      for (std::uint32_t c = 0; c < table.columns; ++c) *to++ = table.at(ids[slot], c);
    }
    const std::uint32_t vector_row = rows_of_vectors_.find(scratch.features[i].key);
    for (std::uint32_t c = 0; vector_row > 0 && c < word_size; ++c) scratch.row[c] += vectors_.at(vector_row - 1, c);
    scratch.in.set(i, scratch.row.data(), scratch.row.size());
    std::copy(to - class_size, to, scratch.classes.data() + i * class_size);
  }
  lower_.apply(scratch.in, forms.size(), scratch.memory, scratch.below);
  scratch.in.reset(forms.size(), 2 * sizes_.hidden);
  for (std::size_t i = 0; i < forms.size(); ++i)
    scratch.in.set(i, scratch.below.data() + i * 2 * sizes_.hidden, 2 * sizes_.hidden);
}

void Network::choose_tags(Scratch& scratch) const {
  tag_.apply(scratch.in, scratch.piece.size(), scratch.sums, scratch.tags);
  for (std::size_t i = 0; i < scratch.piece.size(); ++i) {
    const float* row = scratch.tags.data() + i * tags_;
    scratch.piece[i].tag = static_cast<std::uint16_t>(std::max_element(row, row + tags_) - row);
  }
}

void Network::join_upper_input(Scratch& scratch) const {
  const std::size_t wide = 2 * sizes_.hidden, size = upper_input_size(sizes_.hidden);
  scratch.in.reset(scratch.piece.size(), size);
  scratch.row.resize(size);
  for (std::size_t i = 0; i < scratch.piece.size(); ++i) {
    float* to = std::copy_n(scratch.below.data() + i * wide, wide, scratch.row.data());
    for (std::uint32_t c = 0; c < tag_embedding_size; ++c) *to++ = tag_embedding_.at(scratch.piece[i].tag, c);
    std::copy_n(scratch.classes.data() + i * class_size, class_size, to);
    scratch.in.set(i, scratch.row.data(), size);
  }
}

/// The best sequence of labels in which every I follows its B.
void Network::choose_names(Scratch& scratch) const {
  const std::size_t count = scratch.piece.size();
  name_.apply(scratch.in, count, scratch.sums, scratch.names);
  std::vector<std::uint16_t>& came_from = scratch.came_from;
  came_from.assign(count * names_, 0);
  for (std::size_t i = 0; i < count; ++i) {
    float* row = scratch.names.data() + i * names_;
    log_softmax(row, names_);
    const float* before_row = i > 0 ? row - names_ : row;
    for (std::size_t label = 0; label < names_; ++label) {
      float best = -1e30F;
      for (std::size_t before = 0; before < names_ && i > 0; ++before) {
        const float score = before_row[before];
        if (!may_follow_[before * names_ + label] || score <= best) continue;
        best = score;
        came_from[i * names_ + label] = static_cast<std::uint16_t>(before);
      }
      if (i == 0) best = may_follow_[names_ * names_ + label] ? 0.0F : -1e30F;
      row[label] += best;
    }
  }
  if (count == 0) return;
  const float* last = scratch.names.data() + (count - 1) * names_;
  auto label = static_cast<std::uint16_t>(std::max_element(last, last + names_) - last);
  for (std::size_t i = count; i-- > 0;) {
    scratch.piece[i].name = label;
    label = came_from[i * names_ + label];
  }
}

/// Log probabilities of every head for every word, column 0 for the root.
void Network::score_arcs(Scratch& scratch) const {
  const std::size_t count = scratch.piece.size(), size = sizes_.arc;
  arc_.apply(scratch.in, count, scratch.sums, scratch.arc);
  for (float& value : scratch.arc) value = value > 0 ? value : 0;
  scratch.arc_words.reset(count, size);
  IntegerRows& candidates = scratch.arc_heads;
  scratch.arc_in.reset(count + 1, size);
  std::vector<float>& bias = scratch.head_biases;
  bias.assign(count + 1, 0);
  for (std::size_t h = 0; h <= count; ++h) {
    const float* head = h == 0 ? root_arc_.data() : scratch.arc.data() + (h - 1) * 2 * size + size;
    for (std::size_t c = 0; c < size; ++c) bias[h] += head[c] * head_bias_[c];
    scratch.arc_in.set(h, head, size);
    if (h > 0) scratch.arc_words.set(h - 1, scratch.arc.data() + (h - 1) * 2 * size, size);
  }
  arc_product_.apply(scratch.arc_in, count + 1, scratch.sums, scratch.transformed);
  candidates.reset(count + 1, size);
  for (std::size_t h = 0; h <= count; ++h) candidates.set(h, scratch.transformed.data() + h * size, size);
  scratch.scores.resize(count * (count + 1));
  scratch.sums.resize(count + 1);
  for (std::size_t i = 0; i < count; ++i) {
    multiply(candidates.values.data(), count + 1, candidates.padded, scratch.arc_words.row(i), scratch.sums.data());
    float* row = scratch.scores.data() + i * (count + 1);
    const float scale = scratch.arc_words.scales[i];
    for (std::size_t h = 0; h <= count; ++h)
      row[h] = static_cast<float>(scratch.sums[h]) * (candidates.scales[h] * scale) + bias[h];
    row[i + 1] = -1e9F;
    log_softmax(row, count + 1);
  }
}

void Network::choose_relations(Scratch& scratch) const {
  const std::size_t count = scratch.piece.size(), size = sizes_.relation;
  relation_.apply(scratch.in, count, scratch.sums, scratch.relation);
  scratch.in.reset(count, size);
  scratch.row.resize(size);
  for (std::size_t i = 0; i < count; ++i) {
    const std::int32_t head = scratch.heads[i];
    const float* from =
        head < 0 ? root_relation_.data() : scratch.relation.data() + static_cast<std::size_t>(head) * 2 * size + size;
    const float* word = scratch.relation.data() + i * 2 * size;
    for (std::size_t c = 0; c < size; ++c) scratch.row[c] = std::max(word[c] + from[c], 0.0F);
    scratch.in.set(i, scratch.row.data(), size);
  }
  relation_out_.apply(scratch.in, count, scratch.sums, scratch.logits);
  for (std::size_t i = 0; i < count; ++i) {
    float* row = scratch.logits.data() + i * relations_;
    log_softmax(row, relations_);
    ParsedWord& word = scratch.piece[i];
    word.head = scratch.heads[i];
    word.relation = static_cast<std::uint16_t>(std::max_element(row, row + relations_) - row);
    word.confidence =
        exponential(scratch.scores[i * (count + 1) + static_cast<std::size_t>(word.head + 1)] + row[word.relation]);
  }
}

}  // namespace dateline::syntax
