#include "extract/syntax/model.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "dateline/base/error.hpp"
#include "dateline/base/hash.hpp"
#include "extract/syntax/features.hpp"

namespace dateline::syntax {
namespace {

constexpr std::string_view magic = "DATELSYN";
constexpr std::uint32_t version = 4;
constexpr std::string_view model_name = "models/english.bin";
constexpr std::string_view advice = "; train it again with dateline-train";

/// Little-endian, whatever the machine.
class Writer {
 public:
  std::string bytes;

  void number(std::uint64_t value, int size) {
    for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i));
  }
  void count(std::size_t value) { number(value, 4); }
  void real(float value) { number(std::bit_cast<std::uint32_t>(value), 4); }
  void text(std::string_view value) {
    count(value.size());
    bytes += value;
  }
  template <class Items, class Write>
  void list(const Items& items, Write write) {
    count(items.size());
    for (const auto& item : items) write(item);
  }
};

class Reader {
 public:
  Reader(std::string_view where, std::string_view bytes) : where_(where), rest_(bytes) {}

  [[noreturn]] void refuse(std::string_view what) const {
    throw Error(ErrorKind::resource, where_, std::string(what) + std::string(advice));
  }

  std::string_view take(std::size_t size) {
    if (size > rest_.size()) refuse("is cut short");
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::uint64_t number(std::size_t size) {
    std::uint64_t value = 0;
    const std::string_view taken = take(size);
    for (std::size_t i = 0; i < size; ++i) value |= std::uint64_t{static_cast<unsigned char>(taken[i])} << (8 * i);
    return value;
  }
  /// A count of things that take at least `size` bytes each.
  std::size_t count(std::size_t size = 1) {
    const auto value = static_cast<std::size_t>(number(4));
    if (value * size > rest_.size()) refuse("is damaged");
    return value;
  }
  float real() { return std::bit_cast<float>(static_cast<std::uint32_t>(number(4))); }
  std::string text() { return std::string(take(count())); }
  template <class Item, class Read>
  std::vector<Item> list(std::size_t size, Read read) {
    std::vector<Item> items(count(size));
    for (Item& item : items) item = read();
    return items;
  }

 private:
  std::string_view where_;
  std::string_view rest_;
};

void write_tensor(Writer& out, const Tensor& tensor) {
  out.text(tensor.name);
  out.count(tensor.rows);
  out.count(tensor.columns);
  for (const float scale : tensor.scales) out.real(scale);
  out.bytes.append(reinterpret_cast<const char*>(tensor.weights.data()), tensor.weights.size());
}

Tensor read_tensor(Reader& in) {
  Tensor tensor;
  tensor.name = in.text();
  tensor.rows = static_cast<std::uint32_t>(in.count());
  tensor.columns = static_cast<std::uint32_t>(in.count());
  tensor.scales.resize(tensor.rows);
  for (float& scale : tensor.scales) scale = in.real();
  const std::string_view weights = in.take(std::size_t{tensor.rows} * tensor.columns);
  tensor.weights.resize(weights.size());
  if (!weights.empty()) std::memcpy(tensor.weights.data(), weights.data(), weights.size());
  return tensor;
}

void write_vectors(Writer& out, const VectorTable& table) {
  out.count(table.rows);
  out.count(table.columns);
  for (const float scale : table.scales) out.real(scale);
  out.bytes.append(table.halves.begin(), table.halves.end());
}

VectorTable read_vectors(Reader& in) {
  VectorTable table;
  table.rows = static_cast<std::uint32_t>(in.count());
  table.columns = static_cast<std::uint32_t>(in.count());
  table.scales.resize(table.rows);
  for (float& scale : table.scales) scale = in.real();
  const std::string_view halves = in.take(table.rows * table.row_bytes());
  table.halves.assign(halves.begin(), halves.end());
  return table;
}

void write_entries(Writer& out, const std::vector<LexiconEntry>& entries) {
  out.list(entries, [&](const LexiconEntry& entry) {
    out.number(entry.key, 4);
    out.number(entry.value, 2);
  });
}

std::vector<LexiconEntry> read_entries(Reader& in) {
  return in.list<LexiconEntry>(6, [&] {
    LexiconEntry entry{};
    entry.key = static_cast<std::uint32_t>(in.number(4));
    entry.value = static_cast<std::uint16_t>(in.number(2));
    return entry;
  });
}

LemmaRule read_rule(Reader& in) {
  LemmaRule rule;
  rule.tag = in.text();
  rule.ending = in.text();
  rule.cut = static_cast<std::uint8_t>(in.number(1));
  rule.add = in.text();
  return rule;
}

}  // namespace

Tensor quantized(std::string name, std::uint32_t rows, std::uint32_t columns, const std::vector<float>& values) {
  Tensor tensor{std::move(name), rows, columns, std::vector<std::int8_t>(values.size()), std::vector<float>(rows)};
  for (std::uint32_t row = 0; row < rows; ++row) {
    const float* from = values.data() + std::size_t{row} * columns;
    float greatest = 0;
    for (std::uint32_t c = 0; c < columns; ++c) greatest = std::max(greatest, std::fabs(from[c]));
    tensor.scales[row] = greatest / 127.0F;
    for (std::uint32_t c = 0; c < columns && greatest > 0; ++c) {
      const float scaled = from[c] / greatest * 127.0F;
      tensor.weights[std::size_t{row} * columns + c] = static_cast<std::int8_t>(scaled + (scaled < 0 ? -0.5F : 0.5F));
    }
  }
  return tensor;
}

VectorTable halved(std::uint32_t rows, std::uint32_t columns, const std::vector<float>& values) {
  VectorTable table{rows, columns, {}, std::vector<float>(rows)};
  table.halves.assign(rows * table.row_bytes(), 0);
  for (std::uint32_t row = 0; row < rows; ++row) {
    const float* from = values.data() + std::size_t{row} * columns;
    float greatest = 0;
    for (std::uint32_t c = 0; c < columns; ++c) greatest = std::max(greatest, std::fabs(from[c]));
    table.scales[row] = greatest / 7.0F;
    for (std::uint32_t c = 0; c < columns; ++c) {
      const float scaled = greatest > 0 ? from[c] / greatest * 7.0F : 0.0F;
      const int half = static_cast<int>(scaled + (scaled < 0 ? -0.5F : 0.5F)) + 8;
      table.halves[row * table.row_bytes() + c / 2] |= static_cast<std::uint8_t>(half << (c % 2 * 4));
    }
  }
  return table;
}

std::string write_model(const Model& model) {
  Writer out;
  const auto text = [&](const std::string& item) { out.text(item); };
  out.bytes = magic;
  out.number(version, 4);
  out.number(feature_fingerprint(), 8);
  out.text(model.note);
  out.list(model.tags, text);
  out.list(model.relations, text);
  out.list(model.names, text);
  for (const auto* keys : {&model.words, &model.vector_words})
    out.list(*keys, [&](std::uint32_t key) { out.number(key, 4); });
  write_vectors(out, model.word_vectors);
  write_entries(out, model.lexicon.words);
  write_entries(out, model.lexicon.names);
  out.list(model.lemma_rules, [&](const LemmaRule& rule) {
    out.text(rule.tag);
    out.text(rule.ending);
    out.number(rule.cut, 1);
    out.text(rule.add);
  });
  out.list(model.tensors, [&](const Tensor& item) { write_tensor(out, item); });
  out.list(model.vectors, [&](const Vector& item) {
    out.text(item.name);
    out.list(item.values, [&](float value) { out.real(value); });
  });
  out.number(fnv1a(out.bytes), 8);
  return std::move(out.bytes);
}

Model read_model(std::string_view where, std::string_view bytes) {
  Reader in(where, bytes);
  if (!bytes.starts_with(magic)) in.refuse("is no language model of dateline");
  in.take(magic.size());
  if (in.number(4) != version) in.refuse("is a model of another version of dateline");
  if (in.number(8) != feature_fingerprint()) in.refuse("is a model made for other features of words");
  if (bytes.size() < 8 ||
      Reader(where, bytes.substr(bytes.size() - 8)).number(8) != fnv1a(bytes.substr(0, bytes.size() - 8))) {
    in.refuse("is damaged");
  }
  Model model;
  const auto text = [&] { return in.text(); };
  model.note = in.text();
  model.tags = in.list<std::string>(4, text);
  model.relations = in.list<std::string>(4, text);
  model.names = in.list<std::string>(4, text);
  for (auto* keys : {&model.words, &model.vector_words})
    *keys = in.list<std::uint32_t>(4, [&] { return static_cast<std::uint32_t>(in.number(4)); });
  model.word_vectors = read_vectors(in);
  model.lexicon.words = read_entries(in);
  model.lexicon.names = read_entries(in);
  model.lemma_rules = in.list<LemmaRule>(13, [&] { return read_rule(in); });
  model.tensors = in.list<Tensor>(12, [&] { return read_tensor(in); });
  model.vectors = in.list<Vector>(8, [&] {
    Vector vector{in.text(), {}};
    vector.values = in.list<float>(4, [&] { return in.real(); });
    return vector;
  });
  return model;
}

const Tensor& tensor(const Model& model, std::string_view name, std::size_t rows, std::size_t columns) {
  const auto found =
      std::find_if(model.tensors.begin(), model.tensors.end(), [&](const Tensor& item) { return item.name == name; });
  if (found == model.tensors.end() || found->rows != rows || found->columns != columns) {
    throw Error(ErrorKind::resource, model_name,
                "has no weights '" + std::string(name) + "' of the expected shape" + std::string(advice));
  }
  return *found;
}

const VectorTable& word_vectors(const Model& model, std::size_t columns) {
  const VectorTable& table = model.word_vectors;
  if (table.rows != model.vector_words.size() || (table.rows > 0 && table.columns != columns))
    throw Error(ErrorKind::resource, model_name, "has word vectors of another size" + std::string(advice));
  return table;
}

const std::vector<float>& vector(const Model& model, std::string_view name, std::size_t size) {
  const auto found =
      std::find_if(model.vectors.begin(), model.vectors.end(), [&](const Vector& item) { return item.name == name; });
  if (found == model.vectors.end() || found->values.size() != size) {
    throw Error(ErrorKind::resource, model_name,
                "has no numbers '" + std::string(name) + "' of the expected size" + std::string(advice));
  }
  return found->values;
}

}  // namespace dateline::syntax
