// dateline-train: annotated sentences (CoNLL-U) into the model that dateline carries.
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "dateline/base/error.hpp"
#include "dateline/base/files.hpp"
#include "train/boundary_trainer.hpp"
#include "train/evaluate.hpp"
#include "train/lexicon_builder.hpp"
#include "train/number.hpp"
#include "train/trainer.hpp"
#include "train/word_vectors.hpp"

namespace {

using namespace dateline;
using train::number_of;

constexpr const char* usage =
    "dateline-train --train FILE.conllu... --out MODEL.bin   trains; the same files give the same bytes\n"
    "dateline-train --model MODEL.bin --eval FILE.conllu...  scores\n"
    "dateline-train --boundaries FILE.conllu... --out FILE   the judge of sentence boundaries [--note FILE]\n"
    "options: --dev FILE.conllu... (scored after every epoch)  --epochs N  --hidden N  --arc N  --relation N  --seed "
    "N\n"
    "         --rate R  --batch WORDS  --name-weight W  --dropout P\n"
    "         --note FILE (text put into the model: data and licences)\n"
    "         --vectors FILE (a word and its numbers a line, the most frequent word first)  --vector-words N (lines "
    "read)\n"
    "         --wordnet FOLDER (of data.noun, index.noun, ...)  --tables FOLDER (of countries.tsv, given_names.tsv, "
    "...)\n";

struct Arguments {
  std::vector<std::string> train, dev, eval;
  std::string out, model, note, wordnet, tables, vectors;
  std::size_t vector_words = 60000;
  train::Options options;
};

void read_value(Arguments& arguments, const std::string& option, const std::string& value) {
  train::Options& options = arguments.options;
  if (option == "--train")
    arguments.train.push_back(value);
  else if (option == "--dev")
    arguments.dev.push_back(value);
  else if (option == "--eval")
    arguments.eval.push_back(value);
  else if (option == "--out")
    arguments.out = value;
  else if (option == "--model")
    arguments.model = value;
  else if (option == "--wordnet")
    arguments.wordnet = value;
  else if (option == "--tables")
    arguments.tables = value;
  else if (option == "--vectors")
    arguments.vectors = value;
  else if (option == "--vector-words")
    arguments.vector_words = number_of<std::size_t>(option, value);
  else if (option == "--note")
    arguments.note = value;
  else if (option == "--epochs")
    options.epochs = number_of<int>(option, value);
  else if (option == "--batch")
    options.batch_words = number_of<std::size_t>(option, value);
  else if (option == "--hidden")
    options.sizes.hidden = number_of<std::uint32_t>(option, value);
  else if (option == "--arc")
    options.sizes.arc = number_of<std::uint32_t>(option, value);
  else if (option == "--relation")
    options.sizes.relation = number_of<std::uint32_t>(option, value);
  else if (option == "--seed")
    options.seed = number_of<std::uint64_t>(option, value);
  else if (option == "--rate")
    options.rate = number_of<float>(option, value);
  else if (option == "--name-weight")
    options.name_weight = number_of<float>(option, value);
  else if (option == "--dropout")
    options.dropouts.input = options.dropouts.hidden = number_of<float>(option, value);
  else
    throw Error(ErrorKind::usage, option, std::string("is no option\n") + usage);
}

Arguments arguments_of(int count, char** values) {
  Arguments arguments;
  std::string option;
  for (int i = 1; i < count; ++i) {
    const std::string value = values[i];
    if (value.starts_with("--")) {
      option = value;
    } else {
      read_value(arguments, option, value);
    }
  }
  return arguments;
}

std::vector<train::GoldSentence> sentences_of(const std::vector<std::string>& files) {
  std::vector<train::GoldSentence> all;
  for (const std::string& file : files) {
    std::vector<train::GoldSentence> sentences = train::read_treebank(read_file(file));
    std::move(sentences.begin(), sentences.end(), std::back_inserter(all));
  }
  return all;
}

void score(const syntax::Model& model, const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    std::printf("%s: %s\n", file.c_str(), train::to_text(train::evaluate(model, sentences_of({file}))).c_str());
  }
  std::fflush(stdout);
}

void run(const Arguments& arguments) {
  if (!arguments.model.empty())
    return score(syntax::read_model(arguments.model, read_file(arguments.model)), arguments.eval);
  if (arguments.train.empty() || arguments.out.empty())
    throw Error(ErrorKind::usage, "dateline-train", std::string("needs --train and --out\n") + usage);
  const std::string note = arguments.note.empty() ? "" : read_file(arguments.note);
  syntax::Model start;
  start.lexicon = train::build_lexicon(arguments.wordnet, arguments.tables);
  if (!arguments.vectors.empty()) train::read_vectors(arguments.vectors, arguments.vector_words, start);
  train::train(sentences_of(arguments.train), std::move(start), arguments.options,
               [&](const train::Progress& progress, syntax::Model& model) {
                 std::printf("epoch %d: loss a word: tags %.3f names %.3f heads %.3f relations %.3f\n", progress.epoch,
                             progress.tag, progress.name, progress.arc, progress.relation);
                 model.note = note;
                 write_file(arguments.out, syntax::write_model(model));
                 score(model, arguments.dev);
               });
}

}  // namespace

int main(int count, char** values) {
  try {
    if (count > 1 && std::string(values[1]) == "--boundaries") {
      train::run_boundary_trainer({values + 2, values + count});
      return 0;
    }
    run(arguments_of(count, values));
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dateline-train: %s\n", error.what());
    return 2;
  }
}
