// Frames laid on trees: which tokens trigger an event, and who fills its roles.
#pragma once

#include <optional>
#include <vector>

#include "extract/entity/lookup.hpp"
#include "extract/entity/nominals.hpp"
#include "extract/event/amounts.hpp"
#include "extract/event/arguments.hpp"
#include "extract/event/frames.hpp"
#include "extract/event/quotations.hpp"
#include "extract/event/tree.hpp"

namespace dateline {

/// Someone in a role, and the word in the tree that says so.
struct Filled {
  std::string role;
  TokenIndex head = 0;
  std::vector<std::uint32_t> entities;
};

/// A frame that a word could have triggered, and the one thing that was missing.
struct NearMiss {
  const Frame* frame = nullptr;
  TokenIndex trigger = 0;
  std::string lacks;  ///< the condition as its row says it, or the roles of which one must be filled
};

struct Match {
  const Frame* frame = nullptr;
  TokenIndex trigger = 0;
  std::optional<TokenIndex>
      told_by;            ///< of a clause of direct speech: the verb of saying, which has its time and standing
  TokenIndex clause = 0;  ///< of the same: the clause
  std::vector<Filled> filled;
  std::vector<Amount> amounts;
  std::vector<TokenIndex> consumed;  ///< words that a condition rested on: they trigger nothing of their own

  /// Of a part of a number that another match tells ("500 soldiers, 120 of them in Kidal").
  struct PartOf {
    TokenIndex whole = 0;    ///< the trigger of the other match
    std::string rule;        ///< id of the row that says so
    bool own_verb = false;   ///< "of whom 120 went to Kidal"
    bool own_frame = false;  ///< that verb tells the same type: "with 120 deployed in Kidal"
    bool own_place = false, own_time = false;
  };
  std::optional<PartOf> part_of;
};

bool has_role(const Match& match, std::string_view role);
/// Whether every role that its frame needs is filled.
bool satisfied(const Match& match);

/// What a matcher reads; all outlive it.
struct MatchContext {
  const Document& document;
  const Extraction& extraction;
  const Tree& tree;
  const Classes& classes;
  const Arguments& arguments;
  const Nominals& nominals;
  const Numbers& numbers;
  EntityLookup& lookup;
  const Quotations& quotations;
};

/// A clause of direct speech, read as what the frames of verbs of saying speak of: the speakers are their subject, the clause their content.
struct SaidClause {
  TokenIndex trigger = 0;
  TokenIndex clause = 0;
  Heads speakers;
};

/// Whether some participant has a name.
bool names_someone(const Match& match, const MatchContext& on);
/// Whether some mention of an entity is a name.
bool has_name(std::uint32_t entity, const MatchContext& on);

class Matcher {
 public:
  Matcher(const Frames& frames, const MatchContext& context) : frames_(frames), on_(context) {}
  Matcher(const Frames& frames, const MatchContext& context, SaidClause said)
      : frames_(frames), on_(context), said_(std::move(said)) {}

  /// The best speech act that the clause of this matcher performs; nothing when it only tells something.
  std::optional<Match> match_said() const;

  /// The best frame that fits a token; nothing when none does.
  std::optional<Match> match(TokenIndex trigger) const;

  /// One frame on a token, whatever the token's part of speech; nothing when a condition or a role that it needs fails.
  std::optional<Match> fit(const Frame& frame, TokenIndex trigger, bool told_to_happen = false) const;

  /// Fills roles of places from phrases that hang on another word than the trigger: "120 to Kidal". Those that no role takes are left.
  Heads fill_places(Match& match, const Heads& phrases) const;

  /// Of a token that triggers nothing: the frames of its lemma that fail by one condition or role.
  std::vector<NearMiss> near_misses(TokenIndex trigger) const;

  /// Kinds and classes of what a phrase names.
  bool fits(TokenIndex head, const Restriction& restriction) const;

 private:
  const std::vector<Candidate>& frames(TokenIndex trigger) const;
  bool may_fit(const Candidate& candidate, TokenIndex trigger) const;
  Match filled(const Frame& frame, TokenIndex trigger) const;
  void add_conjuncts(Heads& heads) const;
  void add_joined_nouns(Heads& heads) const;
  void take_place(Match& match) const;
  bool speaks_through(TokenIndex head) const;
  bool holds(const Condition& condition, TokenIndex trigger, std::vector<TokenIndex>& consumed) const;
  bool named_by(TokenIndex head, std::string_view word_class) const;
  bool is_named_after(TokenIndex head, std::string_view word_class) const;
  bool is_named_thing(TokenIndex head) const;
  TokenIndex referent(TokenIndex head) const;
  std::string unit_of(TokenIndex noun) const;
  bool is_counted(TokenIndex noun) const;
  TokenIndex quoted_speaker(TokenIndex pronoun) const;
  enum class Tense { future, told };
  Heads own_clauses(TokenIndex trigger, Tense tense) const;
  const Heads& slot(TokenIndex trigger, std::string_view slot) const;
  Heads found_in(TokenIndex trigger, std::string_view slot) const;
  Heads said_slot(std::string_view slot) const;
  std::vector<std::uint32_t> described(TokenIndex head, std::string_view slot) const;
  Heads direct_clauses(TokenIndex trigger, std::string_view slot) const;
  void drop_bare_count(Match& match) const;
  void fill(const RoleRule& rule, Match& match) const;
  bool is_glued_title(TokenIndex noun, const std::vector<TokenIndex>& joined) const;
  bool is_title_before(TokenIndex noun, const std::vector<TokenIndex>& joined) const;
  bool is_of_country(TokenIndex head) const;
  bool is_named_title(TokenIndex noun) const;
  bool is_where_place_is(TokenIndex name, TokenIndex head) const;
  bool is_made_up_of(TokenIndex part, const std::vector<TokenIndex>& joined) const;
  bool is_place_of_name(TokenIndex place, const std::vector<TokenIndex>& joined) const;
  bool is_title_behind(TokenIndex noun, const std::vector<TokenIndex>& joined) const;
  bool is_doer_again(TokenIndex verb, TokenIndex pronoun, std::uint32_t entity) const;
  bool is_title_of_first(TokenIndex noun, const std::vector<TokenIndex>& joined) const;
  bool is_joined_title(TokenIndex noun, const std::vector<TokenIndex>& joined) const;
  std::optional<TokenIndex> called(TokenIndex noun) const;
  bool gives_name(TokenIndex participle) const;
  Heads company_of(TokenIndex head) const;
  std::optional<std::uint32_t> counted_others(TokenIndex others, const std::vector<TokenIndex>& joined,
                                              const RoleRule& rule, const Match& match) const;
  std::optional<TokenIndex> known_beside(TokenIndex head) const;
  std::uint32_t whoever(TokenIndex pronoun) const;
  std::vector<std::uint32_t> several_of(TokenIndex noun) const;
  std::vector<std::uint32_t> both_glued(TokenIndex head, std::string_view slot, const RoleRule& rule) const;
  bool is_only_nearby(const RoleRule& rule, std::string_view slot, std::uint32_t entity, const Match& match) const;
  bool is_only_object(const RoleRule& rule, std::string_view slot, std::uint32_t entity, const Match& match) const;
  bool says_nothing(TokenIndex noun) const;
  bool fill_from(const RoleRule& rule, std::string_view slot, const Heads& heads, Match& match) const;
  std::vector<EntityKind> kinds(TokenIndex head) const;
  bool is_named(TokenIndex head) const;
  std::vector<std::uint32_t> named_as(TokenIndex head) const;
  std::vector<std::uint32_t> named_beside(TokenIndex head) const;
  std::vector<std::uint32_t> entities(TokenIndex head, std::string_view slot, const RoleRule& rule) const;

  const Frames& frames_;
  const MatchContext& on_;
  std::optional<SaidClause> said_;

  /// What stands in the slots of the last trigger, as long as no entity is made: its frames ask for the same ones again and again.
  struct Known {
    TokenIndex trigger = 0;
    std::size_t mentions = 0;
    WordMap<Heads> slots;
    std::vector<std::int8_t>
        stands;  ///< of each of Frames::asked_slots: whether something stands in it; -1 while not asked
  };
  void know(TokenIndex trigger) const;
  bool stands_in(TokenIndex trigger, std::uint16_t asked) const;
  mutable Known known_;
};

/// Where a number may stand in a slot of a frame: on the trigger itself for "self".
Heads amount_heads(std::string_view slot, TokenIndex trigger, const MatchContext& on);

}  // namespace dateline
