// The cast of a document while it is found: who there is, where each was mentioned, what is known of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/entity/name_finder.hpp"

namespace dateline::entity {

/// A post that the text gives a person.
struct Office {
  std::string text;                     ///< as written: "Foreign Minister"
  std::string country;                  ///< ISO code; "" when the words do not say
  std::optional<std::uint32_t> holder;  ///< the member it is held at: a country or an organization
  std::string relation;                 ///< "holds_position", "represents"
  bool mutual = false;                  ///< a counterpart: the holder is a person, found by read_counterparts
  Span tokens;                          ///< the words it rests on
};

struct Member {
  std::string name;
  EntityKind kind = EntityKind::other;
  std::string finer, country, key;
  Gender gender = Gender::unknown;
  Number number = Number::singular;
  bool named = false;                    ///< has a name, not only nominals
  std::vector<std::string> words;        ///< of its fullest name, folded; of a nominal its head noun's singular
  std::vector<std::string> second_name;  ///< of a person known by another name too, its words, folded
  std::vector<Office> offices;
  std::vector<std::string> described;  ///< of a person: nouns that the text gives it, as singulars ("singer")
  std::string age;                     ///< of a person, in digits; "" when not told
  bool inhabitant = false;             ///< somebody known by the country alone ("a Kenyan")
};

struct Seen {
  Span tokens;
  std::uint32_t head = 0;
  std::uint32_t member = 0;
  MentionForm form = MentionForm::name;
};

class Cast {
 public:
  explicit Cast(const Page& page) : in_title(page.words.size(), 0), page_(page), covered_(page.words.size(), -1) {}

  std::vector<Member> members;
  std::vector<Seen> seen;  ///< in the order found; see sorted()
  std::vector<PluralMention> plurals;
  std::optional<std::uint32_t> topic;  ///< the person whose name is the title of the text
  std::vector<char> in_title;          ///< one a token: part of a title before a name

  void see(Span tokens, std::uint32_t member, MentionForm form);
  /// The mention that covers a token stands for another member and is no name.
  void turn(std::uint32_t token, std::uint32_t member);
  /// The mention that covers a token; null for none.
  const Seen* at(std::uint32_t token) const;
  std::vector<Seen> sorted() const;

 private:
  const Page& page_;
  std::vector<std::int32_t> covered_;  ///< for each token the mention over it
};

/// Words of a name folded for comparing: lower case, no marks, hyphens as spaces, "Jr." and punctuation left out.
std::vector<std::string> folded_words(const Page& page, const Rules& rules, Span tokens);

/// Which names are the same: fills `members` and `seen` with the names.
void join_names(const Page& page, const Rules& rules, const std::vector<NameMention>& names, Cast& cast);

/// Offices from titles before names, and what follows from them (relations, countries of persons).
void read_offices(const Page& page, const Rules& rules, const std::vector<NameMention>& names, Cast& cast);

/// Capitals and buildings that stand for a government, and the other way round.
void read_metonyms(const Page& page, const Rules& rules, std::vector<NameMention>& names);

/// After resolve(): whose counterpart each counterpart is, and that both hold the same office.
void read_counterparts(const Page& page, const Rules& rules, Cast& cast);

/// Nominals and pronouns, in text order, over the names.
void resolve(const Page& page, const Rules& rules, Cast& cast);

}  // namespace dateline::entity
