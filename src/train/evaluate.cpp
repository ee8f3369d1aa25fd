#include "train/evaluate.hpp"

#include <algorithm>
#include <cstdio>
#include <set>
#include <tuple>

#include "extract/syntax/lemmatizer.hpp"
#include "extract/syntax/network.hpp"

namespace dateline::train {
namespace {

using NameSpan = std::tuple<std::size_t, std::size_t, std::string>;

std::set<NameSpan> spans_of(const std::vector<std::string>& labels) {
  std::set<NameSpan> spans;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!labels[i].starts_with("B-")) continue;
    const std::string kind = labels[i].substr(2);
    std::size_t end = i + 1;
    while (end < labels.size() && labels[end] == "I-" + kind) ++end;
    spans.insert({i, end, kind});
  }
  return spans;
}

std::string_view before_bar(std::string_view tag) { return tag.substr(0, tag.find('|')); }
std::string_view after_bar(std::string_view tag) { return tag.substr(tag.find('|') + 1); }

struct Counts {
  std::size_t words = 0, upos = 0, xpos = 0, lemma = 0, unlabelled = 0, labelled = 0, right = 0, said = 0, real = 0;
};

void count_names(const GoldSentence& sentence, const std::vector<std::string>& labels, Counts& counts) {
  std::vector<std::string> gold;
  for (const GoldWord& word : sentence) gold.push_back(word.name);
  const auto real = spans_of(gold);
  const auto said = spans_of(labels);
  counts.real += real.size();
  counts.said += said.size();
  counts.right += static_cast<std::size_t>(
      std::count_if(said.begin(), said.end(), [&](const NameSpan& span) { return real.count(span) > 0; }));
}

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Scores evaluate(const syntax::Model& model, const std::vector<GoldSentence>& sentences) {
  const syntax::Network network(model);
  const syntax::Lemmatizer lemmatizer(model, Resources::embedded());
  syntax::Network::Scratch scratch;
  std::vector<syntax::ParsedWord> parsed;
  Counts counts;
  for (const GoldSentence& sentence : sentences) {
    std::vector<std::string_view> forms;
    for (const GoldWord& word : sentence) forms.push_back(word.form);
    network.parse(forms, scratch, parsed);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
      const GoldWord& gold = sentence[i];
      const std::string& tag = model.tags[parsed[i].tag];
      const bool head = gold.head == parsed[i].head;
      ++counts.words;
      counts.upos += before_bar(gold.tag) == before_bar(tag);
      counts.xpos += after_bar(gold.tag) == after_bar(tag);
      counts.lemma += gold.lemma == lemmatizer.lemma(gold.form, parsed[i].tag);
      counts.unlabelled += head;
      counts.labelled += head && model.relations[parsed[i].relation] == gold.relation;
      names.push_back(model.names[parsed[i].name]);
    }
    count_names(sentence, names, counts);
  }
  Scores scores{counts.words,
                percent(counts.upos, counts.words),
                percent(counts.xpos, counts.words),
                percent(counts.lemma, counts.words),
                percent(counts.unlabelled, counts.words),
                percent(counts.labelled, counts.words),
                percent(counts.right, counts.said),
                percent(counts.right, counts.real),
                0};
  scores.name_f1 = percent(2 * counts.right, counts.said + counts.real);
  return scores;
}

std::string to_text(const Scores& scores) {
  char line[160];
  std::snprintf(line, sizeof line,
                "%zu words  UPOS %.2f  XPOS %.2f  lemma %.2f  UAS %.2f  LAS %.2f  names P %.1f R %.1f F1 %.1f",
                scores.words, scores.upos, scores.xpos, scores.lemma, scores.unlabelled, scores.labelled,
                scores.name_precision, scores.name_recall, scores.name_f1);
  return line;
}

}  // namespace dateline::train
