// A document's dependency trees as they are asked when events are read from them: children, prepositions, extents.
// Token places are indices into Extraction::tokens.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"
#include "extract/event/classes.hpp"

namespace dateline {

using TokenIndex = std::uint32_t;

/// Another head and relation for a token than the parser gave; its own head makes it a root.
struct Attachment {
  TokenIndex token = 0;
  TokenIndex head = 0;
  std::string relation;
};

/// Made for one document; holds references. Stays sound on trees with loops or heads out of range (such heads count as none).
class Tree {
 public:
  Tree(const Document& document, const Extraction& extraction, const Classes& classes,
       const std::vector<Attachment>& mended = {});
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  void mend(const std::vector<Attachment>& mended);

  std::size_t size() const { return extraction_.tokens.size(); }
  /// Lower case, proper nouns too.
  const Lemma& lemma(TokenIndex token) const { return lemmas_[token]; }
  std::string_view word(TokenIndex token) const { return extraction_.text(document_, extraction_.tokens[token]); }
  std::string_view xpos(TokenIndex token) const { return extraction_.strings[extraction_.tokens[token].xpos]; }
  std::string_view relation(TokenIndex token) const { return relations_[token]; }
  Upos upos(TokenIndex token) const { return extraction_.tokens[token].upos; }

  std::optional<TokenIndex> head(TokenIndex token) const {
    const std::int32_t place = heads_[token];
    return place == no_head ? std::nullopt : std::optional(static_cast<TokenIndex>(place));
  }
  std::span<const TokenIndex> children(TokenIndex token) const {
    return {children_.data() + first_child_[token], first_child_[token + 1] - first_child_[token]};
  }

  /// Whether the token's relation is `name` or a subtype of it; with a subtype in `name`, exactly that.
  bool is(TokenIndex token, std::string_view name) const {
    const std::string_view own = relation(token);
    return own.starts_with(name) && (own.size() == name.size() || own[name.size()] == ':');
  }
  /// The first child of a relation, as `is` compares.
  std::optional<TokenIndex> child(TokenIndex token, std::string_view name) const {
    for (const TokenIndex one : children(token)) {
      if (is(one, name)) return one;
    }
    return std::nullopt;
  }
  /// The first child of a relation with a lemma.
  std::optional<TokenIndex> child(TokenIndex token, std::string_view name, std::string_view lemma) const;

  bool is_noun(TokenIndex token) const;  ///< common or proper noun, pronoun, number or symbol that heads a phrase
  bool is_verb(TokenIndex token) const { return upos(token) == Upos::VERB; }
  /// A verb, or what stands as the predicate of a clause (it has a subject or a copula).
  bool is_predicate(TokenIndex token) const;
  bool is_passive(TokenIndex verb) const;
  bool is_simple_past(TokenIndex verb) const;  ///< "met", "was arrested"; not "has met"
  /// "has signed", "has been signed", "has been signing"; not "is being signed".
  bool is_present_perfect(TokenIndex verb) const;
  bool is_present_progressive(TokenIndex verb) const;  ///< "is signing"
  bool is_pluperfect(TokenIndex verb) const;           ///< "had signed"
  bool is_modal_perfect(TokenIndex verb) const;        ///< "may have gone"
  /// Whether a comma opens the subtree or stands before it; whether one closes it or stands behind it.
  bool begins_behind_comma(TokenIndex token) const;
  bool ends_before_comma(TokenIndex token) const;
  bool is_set_off(TokenIndex verb) const;     ///< a present participle behind a comma: ", forcing it to close"
  bool is_infinitive(TokenIndex verb) const;  ///< with an infinitive marker (Penn tag TO)

  bool is_imperative(TokenIndex verb) const;  ///< a base form without a subject, an infinitive marker or an auxiliary

  /// Whether a word is part of the name of a person.
  bool in_person(TokenIndex token) const {
    const NameTag name = extraction_.tokens[token].name;
    return name == NameTag::B_PER || name == NameTag::I_PER;
  }

  /// Whether a word is part of the name of a body or a place.
  bool in_body(TokenIndex token) const {
    const NameTag name = extraction_.tokens[token].name;
    return name == NameTag::B_ORG || name == NameTag::I_ORG || name == NameTag::B_LOC || name == NameTag::I_LOC;
  }

  /// The words that join a nominal (`case`) or a clause (`mark`) to its head, lower case, with spaces: "in case of". "" when none.
  const std::string& preposition(TokenIndex token) const { return prepositions_[token]; }
  /// The preposition with the word before it, for those that the parser leaves apart: "ahead of", "in case of".
  std::string wide_preposition(TokenIndex token) const;
  std::string marker(TokenIndex token) const;
  /// The token and the conjuncts that hang on it.
  std::vector<TokenIndex> conjuncts(TokenIndex token) const;
  /// First and one past the last token of the subtree.
  Span extent(TokenIndex token) const;
  bool within(TokenIndex token, TokenIndex ancestor) const;
  std::uint32_t sentence(TokenIndex token) const { return sentence_of_[token]; }

 private:
  void hang();
  bool is_perfect(TokenIndex verb, std::string_view auxiliary) const;
  std::string joined(TokenIndex token, std::string_view relation) const;

  const Document& document_;
  const Extraction& extraction_;
  std::vector<std::int32_t> heads_;  ///< no_head for roots, loops of one word and places out of range
  std::vector<std::string> relations_;
  std::vector<std::string> words_;  ///< every lemma once
  std::vector<Lemma> lemmas_;       ///< views of the words, beside their classes
  std::vector<std::string> prepositions_;
  std::vector<std::uint32_t> first_child_;
  std::vector<TokenIndex> children_;
  std::vector<std::uint32_t> sentence_of_;
};

/// No path in a tree is followed further than this; a guard against loops.
inline constexpr int longest_path = 64;

}  // namespace dateline
