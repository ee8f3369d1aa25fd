#include "extract/event/verb_forms.hpp"

#include <algorithm>
#include <vector>

#include "dateline/base/utf8.hpp"

namespace dateline {

VerbForms::VerbForms(const Resources& resources) {
  const Table& irregular = resources.table("en/syntax/irregular");
  for (const Row& row : irregular.rows) {
    if (irregular.cell(row, "kind") != "verb") continue;
    const std::vector<std::string> pasts = irregular.list(row, "first"), participles = irregular.list(row, "second");
    if (pasts.empty() || participles.empty()) continue;
    const std::string& lemma = irregular.cell(row, "lemma");
    pasts_.emplace(lemma, pasts.front()), participles_.emplace(lemma, participles.front());
    for (const std::string& form : participles) pasts_of_forms_.emplace(form, pasts.front());
    for (const std::string& form : pasts) participles_of_forms_.emplace(form, participles.front());
  }
  const Table& table = resources.table("en/event/own_words");
  const std::map<std::string_view, std::string*> rows = {{"past-ending", &past_ending_},
                                                         {"participle-ending", &participle_ending_},
                                                         {"changing-letter", &changing_},
                                                         {"vowels", &vowels_},
                                                         {"never-doubled", &never_doubled_}};
  for (const Row& row : table.rows) {
    if (const auto found = rows.find(table.cell(row, "id")); found != rows.end())
      *found->second = table.cell(row, "said");
  }
}

std::string VerbForms::past(TokenIndex verb, const MatchContext& on) const {
  const std::string word = utf8::lower(on.tree.word(verb));
  if (on.tree.xpos(verb) == "VBD") return word;
  return on.tree.xpos(verb) == "VBN" ? found(pasts_of_forms_, word, verb, on)
                                     : found(pasts_, on.tree.lemma(verb), verb, on);
}

std::string VerbForms::participle(TokenIndex verb, const MatchContext& on) const {
  const std::string word = utf8::lower(on.tree.word(verb));
  if (on.tree.xpos(verb) == "VBN") return word;
  return on.tree.xpos(verb) == "VBD" ? found(participles_of_forms_, word, verb, on)
                                     : found(participles_, on.tree.lemma(verb), verb, on);
}

/// An irregular form, else the regular one; "" for a verb that has both in other senses: "lying to the court", "lying on the road".
std::string VerbForms::found(const Forms& forms, std::string_view word, TokenIndex verb, const MatchContext& on) const {
  if (on.classes.holds("two_pasts", on.tree.lemma(verb))) return "";
  const auto irregular = forms.find(word);
  return irregular == forms.end() ? regular(verb, on) : irregular->second;
}

std::string VerbForms::past_of(std::string_view base, const MatchContext& on) const {
  const auto irregular = pasts_.find(base);
  return irregular == pasts_.end() ? of_base(base, on) : irregular->second;
}

std::string VerbForms::participle_of(std::string_view base, const MatchContext& on) const {
  const auto irregular = participles_.find(base);
  return irregular == participles_.end() ? of_base(base, on) : irregular->second;
}

/// "Killing", "stopping" -> "killed", "stopped": what the text has doubled stays so.
std::string VerbForms::regular(TokenIndex verb, const MatchContext& on) const {
  std::string word = utf8::lower(on.tree.word(verb));
  if (on.tree.xpos(verb) == "VBD" || on.tree.xpos(verb) == "VBN") return word;
  if (on.tree.xpos(verb) != "VBG" || !word.ends_with(participle_ending_)) return of_base(on.tree.lemma(verb), on);
  word.resize(word.size() - participle_ending_.size());
  const bool kept = word.size() > 1 && !word.ends_with(changing_) && vowels_.find(word.back()) == vowels_.npos;
  return kept ? word + past_ending_ : of_base(on.tree.lemma(verb), on);
}

/// "Carry" -> "carried", "stop" -> "stopped", "name" -> "named".
std::string VerbForms::of_base(std::string_view base, const MatchContext& on) const {
  const auto vowel = [&](char letter) { return vowels_.find(letter) != vowels_.npos; };
  if (base.size() < 2) return "";
  const bool behind_vowel = vowel(base[base.size() - 2]);
  if (base.back() == past_ending_.front()) return std::string(base) + past_ending_.substr(1);
  if (base.ends_with(changing_) && !behind_vowel)
    return std::string(base.substr(0, base.size() - changing_.size())) + "i" + past_ending_;
  const auto vowels = std::count_if(base.begin(), base.end(), vowel);
  const bool short_end = behind_vowel && !vowel(base.back()) && never_doubled_.find(base.back()) == never_doubled_.npos;
  const bool doubles = short_end && (vowels == 1 || on.classes.holds("doubling_verb", base));
  return std::string(base) + (doubles ? std::string(1, base.back()) : "") + past_ending_;
}

}  // namespace dateline
