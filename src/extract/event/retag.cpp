#include "extract/event/retag.hpp"

#include <algorithm>
#include <string_view>

namespace dateline {
namespace {

class Retagging {
 public:
  explicit Retagging(Extraction& extraction) : extraction_(extraction) {}

  void sentence(const Span& tokens) const {
    if (has_finite_verb(tokens)) return;
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
      if (is_lost_verb(token, tokens)) return make_verb(token, tokens);
    }
  }

 private:
  std::string_view xpos(std::uint32_t token) const { return extraction_.strings[extraction_.tokens[token].xpos]; }
  std::string_view relation(std::uint32_t token) const { return extraction_.strings[extraction_.tokens[token].deprel]; }
  bool hangs_on(std::uint32_t token, std::uint32_t head) const {
    return extraction_.tokens[token].head == static_cast<std::int32_t>(head);
  }

  bool has_finite_verb(const Span& tokens) const {
    for (std::uint32_t token = tokens.begin; token < tokens.end; ++token) {
      const std::string_view tag = xpos(token);
      if (tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD") return true;
    }
    return false;
  }

  /// The root, a noun in the plural with a singular subject right before it, or the other way round, as a verb agrees with its subject.
  bool is_lost_verb(std::uint32_t token, const Span& tokens) const {
    const std::string_view tag = xpos(token);
    if (extraction_.tokens[token].head != no_head || (tag != "NNS" && tag != "NN")) return false;
    bool agrees = false;
    for (std::uint32_t one = tokens.begin; one < tokens.end; ++one) {
      if (!hangs_on(one, token)) continue;
      const std::string_view what = relation(one);
      if (what == "cop" || what == "case" || what == "det" || what.starts_with("aux")) return false;
      if (what != "nsubj" || one > token) continue;
      const bool plural = xpos(one) == "NNS" || is_list(one, tokens);
      agrees = plural == (tag == "NN");
    }
    return agrees;
  }

  bool is_list(std::uint32_t noun, const Span& tokens) const {
    for (std::uint32_t one = tokens.begin; one < tokens.end; ++one) {
      if (hangs_on(one, noun) && relation(one) == "conj") return true;
    }
    return false;
  }

  void make_verb(std::uint32_t verb, const Span& tokens) const {
    Token& token = extraction_.tokens[verb];
    token.xpos = extraction_.strings.id(xpos(verb) == "NNS" ? "VBZ" : "VBP");
    token.upos = Upos::VERB;
    for (std::uint32_t one = verb + 1; one < tokens.end; ++one) {
      if (!hangs_on(one, verb)) continue;
      const std::string_view what = relation(one);
      const bool infinitive = what == "acl" && xpos(one) == "VB";
      const bool phrase = what == "nmod";
      if (infinitive || phrase) extraction_.tokens[one].deprel = extraction_.strings.id(infinitive ? "xcomp" : "obl");
    }
  }

  Extraction& extraction_;
};

}  // namespace

void retag_lost_verbs(Extraction& extraction) {
  const Retagging retagging(extraction);
  for (const Sentence& sentence : extraction.sentences) retagging.sentence(sentence.tokens);
}

}  // namespace dateline
