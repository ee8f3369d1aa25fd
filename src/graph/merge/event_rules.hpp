// What makes two tellings one happening, type by type: resources/en/merge/{identity,modes,amounts}.tsv beside the
// ontology.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/ontology.hpp"
#include "dateline/resources.hpp"

namespace dateline::merging {

using RoleSet = std::vector<std::string>;

/// What a type asks of two tellings of it.
struct Identity {
  std::vector<RoleSet> enough;              ///< any of these sets of roles that agrees suffices
  double words = 0;                         ///< least share of common words in the sentences
  double undated = 0.4;                     ///< the same for a single agreeing participant when dates do not help
  std::set<std::string, std::less<>> kind;  ///< roles whose common nouns say of what kind the happening is ("a fire")
  std::set<std::string, std::less<>> more;  ///< roles in which another telling may name more people
  /// The widest date that tells one from another; once: it happens to a person only once, whatever the dates say.
  enum class By { day, year, once } by = By::day;
  /// Whether one sentence often tells several of the type about the same people.
  enum class Telling { once, several } telling = Telling::once;
};

/// Types under which one happening may be told.
struct Family {
  std::string id;
  std::vector<std::string> types;  ///< in the order of the row: of equals the first is taken
  std::vector<RoleSet> asks;       ///< in the roles of the family
  double words = 0;
  enum class People { any, named } people = People::any;
};

class EventRules {
 public:
  /// Throws Error{resource} on a bad row.
  explicit EventRules(const Resources& resources);

  const Ontology& ontology() const { return ontology_; }
  /// Null for a type that the ontology does not know.
  const EventType* type(std::string_view id) const;
  const Identity& identity(std::string_view type) const;
  /// Null for a type without relatives.
  const Family* family(std::string_view type) const;
  /// What tellings are told apart by before anything else: the family, or the type where it has none.
  std::string_view kind(std::string_view type) const;
  /// A role as the family of the type calls it, and back.
  std::string family_role(std::string_view type, const std::string& role) const;
  std::string own_role(std::string_view type, const std::string& role) const;
  /// Two roles of a type that one person may be told in ("winner" and "candidate") under one name.
  std::string compared_role(std::string_view type, const std::string& role) const;
  /// Whether who stands in this role says by himself which happening is told.
  bool settles(std::string_view type, const std::string& role) const;
  bool modes_join(std::string_view type, std::string_view left, std::string_view right) const;
  /// Whether what is told so goes on all the time ("the storm was moving north"), so that only a place makes two tellings one.
  bool goes_on(std::string_view type, std::string_view mode) const;
  /// Whether another number in this role is another happening.
  bool counts_part(std::string_view role) const { return parts_.contains(role); }
  /// Whether reports of one happening may differ in this role.
  bool counts_report(std::string_view role) const { return reports_.contains(role); }

 private:
  Ontology ontology_;
  std::map<std::string, const EventType*, std::less<>> types_;
  std::map<std::string, Identity, std::less<>> identities_;
  std::map<std::string, std::vector<std::set<std::string, std::less<>>>, std::less<>> modes_;
  using Roles = std::map<std::string, std::string, std::less<>>;
  void read_families(const Resources& resources);

  std::map<std::string, Family, std::less<>> families_;
  std::map<std::string, std::string, std::less<>> family_of_;
  std::map<std::string, Roles, std::less<>> to_family_, from_family_, same_roles_;
  std::set<std::string, std::less<>> parts_, reports_;
  Identity default_;
};

}  // namespace dateline::merging
