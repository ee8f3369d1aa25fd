// A sentence in the past tense for each event, from the templates of
// resources/en/merge/{labels,statuses,phrases,articles}.tsv.
//
// A template is words and slots. {role} stands for everybody in the role, {role.1} for the first and {role.rest} for
// the others; {role!} names them without article ("charged with
// fraud"); {amount@role} is an amount of a role that names one plural only ("ten" of "miners", "one of the" miners); what stands in
// [brackets] is left out when one of its slots is empty; <past|base|participle> is the verb,
// whose past may be "singular/plural" by the slot before it, and starts with * where the words before it are plural
// themselves; <~> is the text's own verb, which fits where the form that the status needs is known. `||` separates templates: the first whose slots outside brackets are all filled is taken.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/findings.hpp"
#include "dateline/resources.hpp"
#include "graph/merge/noun_phrases.hpp"
#include "graph/merge/word_uses.hpp"

namespace dateline::merging {

/// Someone or something as a label names it, without article.
struct LabelName {
  std::string text;
  Number number = Number::singular;
  enum class Article { by_name, none, definite, indefinite } article = Article::by_name;
  bool vague = false;                                 ///< of an amount: "thousands", which counts by "of"
  const std::vector<std::string>* aliases = nullptr;  ///< other names of the same
  EntityKind kind = EntityKind::other;                ///< of one that has a name
};

/// What a template is chosen by: a row for the rule that found the event, else for its type and mode, else for its type.
struct Told {
  std::string_view type, mode = {}, rule = {};
  bool negated = false;  ///< told as what did not happen
};

using Slots = std::map<std::string, std::vector<LabelName>, std::less<>>;

class Labels {
 public:
  /// Throws Error{resource} on a template that is not well formed.
  explicit Labels(const Resources& resources);

  /// Falls back on the type's own name for a type without a fitting template.
  std::string sentence(const Told& told, Status status, const Slots& slots) const;

  /// What the template that fits fills in: all that the sentence says beyond its type.
  std::vector<LabelName> filled_in(const Told& told, const Slots& slots) const;

  /// What somebody did, without saying who: of "Norway left the treaty" the subject "Norway" and "leave the treaty" (base) or
  /// "left the treaty" (participle). Nothing when the fitting template does not begin with its subject and the verb.
  struct Clause {
    std::vector<LabelName> subject;
    std::string base, participle;
  };
  std::optional<Clause> clause(const Told& told, const Slots& slots) const;

  /// The slot that takes a text's own words for what somebody said: "about_to" for "to leave the treaty", "about" for "the
  /// treaty", "" for what does not read as either.
  std::string about_slot(std::string_view words) const;

  /// The past participle of a verb: of "shoot", "shot" and "robbed", not of "rob"; "" when the word is none that is known.
  std::string participle(std::string_view word) const;
  /// Who is the subject and who the object of the verb that a rule rests on, by their roles; "" for none.
  struct Sides {
    std::string doer, undergoer;
  };
  /// Nothing for a rule that rests on another word.
  const Sides* sides(std::string_view rule) const;
  /// "took", which says nothing without what stands beside it.
  bool is_light(const std::string& verb) const { return uses_.is(verb, WordUse::light_verb); }

  /// "These", which points without naming.
  bool is_pointer(const std::string& word) const { return uses_.is(word, WordUse::definite); }

  /// The word itself when it may be the base form of a verb: "shoot", not "shot" or "robbing".
  std::string base(std::string_view word) const;
  /// The past of a verb, of the same words.
  std::string past(std::string_view word) const;

  /// Who is known by a noun phrase alone, `article` where it cannot do without.
  LabelName named_by_phrase(const std::string& phrase, LabelName::Article article) const;

  /// "United States": whether a name is said with an article.
  bool takes_article(const LabelName& name) const { return with_article(name) != name.text; }

  /// As a sentence begins.
  std::string begun(const std::string& words) const;

  /// A type's own name as words: "rocket_race" -> "rocket race".
  static std::string plain_type(std::string_view type);

  /// The text of a row of phrases.tsv with {1} and {2} filled in; "" for an unknown row.
  std::string phrase(std::string_view id, std::string_view first = {}, std::string_view second = {}) const;

 private:
  void read_sides(const Resources& resources);

  struct Part {
    enum class Kind { words, slot, verb, optional } kind = Kind::words;
    std::string text;                  ///< words; role of a slot; past of a verb
    std::string which;                 ///< "", "1" or "rest" of a slot
    bool bare = false;                 ///< whether a noun phrase in the slot goes without its article
    std::string counted;               ///< role that the amount in the slot counts; "" for any
    std::string base, participle;      ///< of a verb
    bool own = false;                  ///< of a verb: the text's, in the slots did, do and having_done
    Number number = Number::singular;  ///< of a verb without a slot before it
    std::vector<Part> inner;           ///< of an optional part
  };
  using Template = std::vector<Part>;
  struct Writer;

  const Template* fitting(const Told& told, const Slots& slots) const;
  static Template parsed(const Row& row, std::string_view text);
  static bool fits(const Template& parts, const Slots& slots);
  static void add_filled_in(const Template& parts, const Slots& slots, std::vector<LabelName>& names);
  static bool is_one_of_many(const Part& part, const Slots& slots);
  static Part told_verb(const Part& part, const Slots& slots);
  static Number number_of(const Template& parts, const Slots& slots);
  std::string with_article(const LabelName& given) const;

  WordUses uses_;
  NounPhrases phrases_of_nouns_;
  std::map<std::string, std::vector<Template>, std::less<>> templates_;
  std::map<std::string, std::pair<std::string, std::string>, std::less<>>
      statuses_;                                                         ///< singular, plural: how the verb is said
  std::map<std::string, std::string, std::less<>> participles_, pasts_;  ///< of irregular verbs, by each of their forms
  std::map<std::string, Sides, std::less<>> sides_;                      ///< by the ids of en/event/frames
  std::map<std::string, std::string, std::less<>> phrases_;
  std::vector<std::pair<std::string, std::string>> articles_;  ///< beginning and end of names that take the article
};

}  // namespace dateline::merging
