// States between entities: who holds which office, whose counterpart someone is, who belongs to whom, what lies where, what else something is called.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/event/dating.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {

/// A row of resources/ontology/derived_relations.tsv: an event of a type says a relation between two of its roles.
struct DerivedRelation {
  std::string id, event, from, to, type;
  std::string named_by;                          ///< the role whose entity names the relation ("position"); "" for none
  std::string bound;                             ///< whether the event's date begins or ends it: "since", "until", ""
  std::vector<std::string> unless;               ///< modes of the event that say no such thing: a takeover that failed
  std::vector<EntityKind> from_kinds, to_kinds;  ///< what the two may be; empty: anything
};

class RelationRules {
 public:
  /// Reads en/event/relations and ontology/derived_relations. Throws Error{resource} on a bad row.
  RelationRules(const Resources& resources, const Classes& classes);

  /// Adds to Extraction::relations. Events have been found.
  void find(const Matcher& matcher, const MatchContext& context, Extraction& extraction) const;

 private:
  struct Rule {
    Frame frame;
    std::string type;
    std::string named_by;  ///< the slot whose words name the relation; "" for none
    std::string starts;    ///< what a bare time on the words bounds: "since", "until", ""
    bool unnamed = false;  ///< one of the two may be without a name: "the minister's wife"
    bool mutual = false;   ///< the fillers of `from` stand in the relation to each other when `to` is empty
    bool alike = false;    ///< both must be of one kind
  };
  /// Whether it said anything.
  bool apply(const Rule& rule, const Match& match, const MatchContext& context, Extraction& extraction) const;
  void bound(const Rule& rule, TokenIndex word, const MatchContext& context, RelationMention& relation) const;

  WordMap<std::vector<Rule>> rules_;  ///< by lemma
  std::vector<DerivedRelation> derived_;
  TimeBounds bounds_;
};

/// Leaves out what is there already, what has one entity at both ends, and what lacks a name where it needs one.
void add_relation(RelationMention relation, Extraction& extraction);

/// What events say of their participants: who supplies whom, who is party to what, who holds a post since when.
void derive_relations(const std::vector<DerivedRelation>& rows, const MatchContext& context, Extraction& extraction);

/// What stands in the text by mere order: "Kilis, Turkey", "Red Square in Moscow", "the Federal Security Service (FSB)".
void find_named_beside(const MatchContext& context, Extraction& extraction);

/// "Merkel met her Russian counterpart, Sergei Ivanov": who is the counterpart of one who holds a post holds it too, elsewhere.
void find_posts_of_counterparts(const MatchContext& context, Extraction& extraction);

}  // namespace dateline
