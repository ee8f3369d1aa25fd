// Who is known by a noun phrase alone ("young engineer"), as a sentence names them: with its article, in its number.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/resources.hpp"
#include "graph/merge/word_uses.hpp"

namespace dateline::merging {

enum class Number { singular, plural };

class NounPhrases {
 public:
  /// Throws Error{resource} on a bad row of resources/en/merge/{words,indefinite}.tsv.
  explicit NounPhrases(const Resources& resources);

  /// Of the word that the phrase is about: "families of sailors" is plural, "crew" is not.
  Number number(std::string_view phrase) const;

  /// Whether a singular phrase cannot stand without an article: not "his daughter", "legislation", "Harbour Act", "two ships".
  bool needs_article(std::string_view phrase) const;

  /// Whether there is only one such: "governor of Louisiana", "roof of the tower", "mayor's office", "sole survivor"; not "member of the board",
  /// "children's home".
  bool names_the_one(std::string_view phrase) const;

  /// "Ann Lee's government", but not "Women's Federation", which is a name.
  bool is_owned_thing(std::string_view phrase) const;

  /// "an engineer", "a unit".
  std::string with_indefinite(std::string_view phrase) const;

 private:
  std::string_view head(std::string_view phrase) const;
  bool is_owned(std::string_view phrase) const;

  struct Beginning {
    std::string letters, article;
  };
  WordUses uses_;
  std::vector<Beginning> beginnings_;  ///< the longest first
};

}  // namespace dateline::merging
