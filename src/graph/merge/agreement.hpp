// How two tellings, or two groups of tellings, of one event type agree and where they clash.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/merge/tellings.hpp"

namespace dateline::merging {

/// What a group of tellings says so far.
struct Happening {
  const EventType* type = nullptr;
  std::string type_id;
  std::vector<std::string> types;                      ///< under which it is told; sorted, unique
  std::vector<std::string> modes;                      ///< sorted, unique, without ""
  std::vector<Participant> who;                        ///< sorted, unique
  std::vector<std::uint32_t> places;                   ///< sorted, unique
  std::vector<std::pair<std::string, double>> counts;  ///< role and value, sorted, unique
  std::vector<Status> statuses;                        ///< sorted, unique
  std::optional<DayInterval> days;                     ///< what all dated tellings allow; nothing while none is dated
  std::vector<std::uint32_t> tellings;                 ///< sorted
  PartOfNumber number;                                 ///< what any telling of it says
};

Happening happening(const Telling& telling, std::uint32_t number);
Happening united(const Happening& left, const Happening& right);

/// Whether one side gives a number in a role for which the other has others alone: "it killed 42" is not the toll of 50.
bool numbers_differ(const Happening& left, const Happening& right);

/// How two dates meet: strong = both within a week and overlapping, fair = both within a quarter and meeting within the
/// type's window, weak = they could be one, unknown = one has no date.
enum class DateFit { clash, unknown, weak, fair, strong };
DateFit date_fit(const Happening& left, const Happening& right);

struct Agreement {
  bool clash = false;
  bool other_type = false;   ///< told under different types of one family
  double matched = 0;        ///< 1 for the same entity, 1/2 for one that may stand for it
  bool same_entity = false;  ///< at least one participant or place is the same
  bool covered = false;      ///< one side names nobody whom the other does not
  bool within = false;  ///< one side names somebody, and each of them is the same in the same role on the other side
  bool enough = false;  ///< a set of roles that settles the type agrees (EventRules::identity)
  bool same_place = false;
  DateFit date = DateFit::unknown;
};

/// Whom a noun phrase alone may stand for. open: a person ("a sailor") for anyone who is named; nearby: what stands close together in one document,
/// where "the company" is the one that is named and "Lind Market" lies in the city that is named.
enum class Nominals { closed, open, nearby };

class Comparer {
 public:
  Comparer(const EntityTable& entities, const EventRules& rules, Nominals nominals = Nominals::closed)
      : entities_(entities), rules_(rules), nominals_(nominals) {}

  Agreement compare(const Happening& left, const Happening& right) const;

  /// Whether type, mode, numbers, day or status speak against one happening, whoever takes part.
  bool occasions_clash(const Happening& left, const Happening& right) const;

  /// Whether kind, mode, numbers, day, place or status speak against one happening, of whichever types of a family.
  bool tells_otherwise(const Happening& left, const Happening& right) const;

  /// 1 the same, 1/2 may stand for each other (a country for its president, "the minister" for the minister), else 0.
  double likeness(std::uint32_t left, std::uint32_t right) const;

 private:
  struct RoleFit {
    double matched = 0;
    std::size_t same = 0;
    bool left_over = false, right_over = false;  ///< someone definite on this side has no match
  };
  RoleFit fit(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) const;
  bool definite(std::uint32_t entity) const;
  bool stands_alone(std::uint32_t entity, const std::vector<std::uint32_t>& others) const;
  using Agreed = std::map<std::string, double>;  ///< by role: how many agree
  bool kin_enough(const Happening& left, const Happening& right, const Agreed& agreed) const;
  bool names_same_person(const Happening& left, const Happening& right) const;
  bool happens_once(const Happening& left, const Happening& right) const;
  bool places_clash(const Happening& left, const Happening& right) const;
  bool contains(std::uint32_t whole, std::uint32_t part) const;
  static bool comes_true(const Happening& plan, const Happening& fact, DateFit date, bool covered);
  bool status_clash(const Happening& left, const Happening& right, DateFit date, bool covered) const;
  bool counts_clash(const Happening& left, const Happening& right) const;
  bool parts_clash(const Happening& left, const Happening& right) const;
  bool modes_clash(const Happening& left, const Happening& right) const;

  bool may_be_named(std::uint32_t left, std::uint32_t right) const;
  bool kinds_clash(const Happening& left, const Happening& right) const;
  bool are_unlike(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right, bool kind) const;

  const EntityTable& entities_;
  const EventRules& rules_;
  Nominals nominals_;
};

}  // namespace dateline::merging
