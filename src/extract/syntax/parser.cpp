#include "extract/syntax/parser.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "dateline/base/utf8.hpp"
#include "extract/syntax/conllu.hpp"
#include "extract/syntax/lemmatizer.hpp"
#include "extract/syntax/model.hpp"
#include "extract/syntax/network.hpp"

namespace dateline {
namespace {

constexpr std::string_view model_path = "models/english.bin";

NameTag name_tag(std::string_view label) {
  constexpr std::array<std::pair<std::string_view, NameTag>, 9> labels = {{{"O", NameTag::O},
                                                                           {"B-PER", NameTag::B_PER},
                                                                           {"I-PER", NameTag::I_PER},
                                                                           {"B-ORG", NameTag::B_ORG},
                                                                           {"I-ORG", NameTag::I_ORG},
                                                                           {"B-LOC", NameTag::B_LOC},
                                                                           {"I-LOC", NameTag::I_LOC},
                                                                           {"B-OTHER", NameTag::B_OTHER},
                                                                           {"I-OTHER", NameTag::I_OTHER}}};
  for (const auto& [text, tag] : labels) {
    if (text == label) return tag;
  }
  return NameTag::O;
}

/// "Police held the accused": a participle with a determiner, where a noun stands, names who is meant.
void name_participles(const Document& document, Extraction& extraction, const Sentence& sentence) {
  constexpr std::array<std::string_view, 7> nominal = {"nsubj", "nsubj:pass", "obj", "iobj",
                                                       "obl",   "obl:agent",  "nmod"};
  for (std::uint32_t i = sentence.tokens.begin + 1; i < sentence.tokens.end; ++i) {
    Token& token = extraction.tokens[i];
    const Token& before = extraction.tokens[i - 1];
    if (token.upos != Upos::VERB || extraction.strings[token.xpos] == "VBG" || before.upos != Upos::DET ||
        before.head != static_cast<std::int32_t>(i) ||
        std::find(nominal.begin(), nominal.end(), extraction.strings[token.deprel]) == nominal.end())
      continue;
    token.upos = Upos::NOUN;
    token.xpos = extraction.strings.id("NN");
    token.lemma = extraction.strings.id(utf8::lower(extraction.text(document, token)));
  }
}

}  // namespace

/// The model with its labels cut into what a token holds.
struct Parser::Rules {
  syntax::Model model;
  syntax::Network network;
  syntax::Lemmatizer lemmatizer;
  std::vector<Upos> upos;         ///< by tag
  std::vector<std::string> xpos;  ///< by tag
  std::vector<NameTag> names;     ///< by name label

  explicit Rules(const Resources& resources)
      : model(syntax::read_model(model_path, resources.bytes(model_path))),
        network(model),
        lemmatizer(model, resources) {
    for (const std::string& tag : model.tags) {
      const std::size_t bar = std::min(tag.find('|'), tag.size());
      upos.push_back(upos_named(tag.substr(0, bar)));
      xpos.push_back(bar < tag.size() ? tag.substr(bar + 1) : "");
    }
    for (const std::string& label : model.names) names.push_back(name_tag(label));
    // The network has taken what it needs.
    model.tensors = {};
    model.word_vectors = {};
    model.lexicon = {};
  }
};

Parser::Parser(const Resources& resources) : rules_(std::make_unique<Rules>(resources)) {}
Parser::~Parser() = default;

void Parser::operator()(const Document& document, Extraction& extraction) const {
  syntax::Network::Scratch scratch;
  std::vector<std::string_view> forms;
  std::vector<syntax::ParsedWord> words;
  for (const Sentence& sentence : extraction.sentences) {
    forms.clear();
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i)
      forms.push_back(extraction.text(document, extraction.tokens[i]));
    rules_->network.parse(forms, scratch, words);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const syntax::ParsedWord& word = words[i];
      Token& token = extraction.tokens[sentence.tokens.begin + i];
      token.upos = rules_->upos[word.tag];
      token.xpos = extraction.strings.id(rules_->xpos[word.tag]);
      token.lemma = extraction.strings.id(rules_->lemmatizer.lemma(forms[i], word.tag));
      token.head = word.head < 0 ? no_head : word.head + static_cast<std::int32_t>(sentence.tokens.begin);
      token.deprel = extraction.strings.id(rules_->model.relations[word.relation]);
      token.name = rules_->names[word.name];
      token.confidence = word.confidence;
    }
    name_participles(document, extraction, sentence);
  }
}

}  // namespace dateline
