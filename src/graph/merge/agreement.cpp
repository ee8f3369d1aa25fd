#include "graph/merge/agreement.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace dateline::merging {
namespace {

constexpr DayNumber week = 7, month = 31, quarter = 92;
constexpr DayNumber far_past = std::numeric_limits<DayNumber>::min() / 4,
                    far_future = std::numeric_limits<DayNumber>::max() / 4;

template <class Value>
std::vector<Value> merged(const std::vector<Value>& left, const std::vector<Value>& right) {
  std::vector<Value> out;
  std::set_union(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(out));
  return out;
}

DayNumber first(const DayInterval& days) { return days.first.value_or(far_past); }
DayNumber last(const DayInterval& days) { return days.last.value_or(far_future); }
DayNumber length(const DayInterval& days) { return last(days) - first(days) + 1; }

// Days by which two tellings of one happening may miss each other. Of an agreement reported "m" apart one cannot say
// more than that the dates are not of two occasions.
DayNumber slack(MergeWindow window) {
  switch (window) {
    case MergeWindow::same_day:
      return 0;
    case MergeWindow::next_day:
      return 1;
    case MergeWindow::same_week:
      return 3;
    case MergeWindow::same_month:
      return 7;
    case MergeWindow::never:
      return 0;
  }
  return 0;
}

// Whether somebody agrees in each role; two, where a set names a role twice.
bool agree(const RoleSet& roles, const std::map<std::string, double>& agreed) {
  return std::all_of(roles.begin(), roles.end(), [&](const std::string& role) {
    const auto found = agreed.find(role);
    return found != agreed.end() &&
           found->second + 0.5 >= static_cast<double>(std::count(roles.begin(), roles.end(), role));
  });
}

using ByRole = std::map<std::string, std::vector<std::uint32_t>>;

// A type without direction has one role for its people, whatever a frame calls them ("host", "visitor"); other roles stay apart.
std::string pooled(const EventType* type, const std::string& role) {
  if (type == nullptr || !type->symmetric) return role;
  const auto known =
      std::find_if(type->roles.begin(), type->roles.end(), [&](const RoleType& r) { return r.name == role; });
  if (known != type->roles.end()) return role;
  const auto many = std::find_if(type->roles.begin(), type->roles.end(), [](const RoleType& r) { return r.several; });
  return many == type->roles.end() ? role : many->name;
}

ByRole by_role(const Happening& happening, const EventRules& rules) {
  ByRole out;
  for (const Participant& participant : happening.who) {
    const std::string role = rules.compared_role(happening.type_id, participant.role);
    out[pooled(happening.type, role)].push_back(participant.entity);
  }
  return out;
}

bool happened(Status status) { return status == Status::asserted || status == Status::claimed; }

bool contains_only(const std::vector<Status>& statuses, Status wanted) {
  return statuses.size() == 1 && statuses.front() == wanted;
}

bool any_happened(const std::vector<Status>& statuses) {
  return std::any_of(statuses.begin(), statuses.end(), happened);
}

}  // namespace

Happening happening(const Telling& telling, std::uint32_t number) {
  Happening out;
  const EventMention& mention = *telling.mention;
  out.type = telling.type;
  out.type_id = mention.type;
  out.types = {mention.type};
  if (!mention.mode.empty()) out.modes = {mention.mode};
  out.who = telling.who;
  out.places = telling.places;
  for (const Amount& amount : mention.amounts) {
    if (amount.value) out.counts.emplace_back(amount.role, *amount.value);
  }
  std::sort(out.counts.begin(), out.counts.end());
  out.statuses = {mention.negated ? Status::denied : mention.status};
  if (mention.date) out.days = mention.date->days;
  out.tellings = {number};
  out.number = telling.number;
  return out;
}

Happening united(const Happening& left, const Happening& right) {
  Happening out = left;
  out.types = merged(left.types, right.types);
  out.modes = merged(left.modes, right.modes);
  out.who = merged(left.who, right.who);
  out.places = merged(left.places, right.places);
  out.counts = merged(left.counts, right.counts);
  out.statuses = merged(left.statuses, right.statuses);
  out.tellings = merged(left.tellings, right.tellings);
  out.number.is_part = left.number.is_part || right.number.is_part;
  out.number.is_whole = left.number.is_whole || right.number.is_whole;
  out.number.apart = merged(left.number.apart, right.number.apart);
  out.number.others = merged(left.number.others, right.number.others);
  if (!left.days) out.days = right.days;
  if (left.days && right.days) {
    const DayNumber from = std::max(first(*left.days), first(*right.days)),
                    to = std::min(last(*left.days), last(*right.days));
    if (from <= to) {
      out.days = DayInterval{from == far_past ? std::nullopt : std::optional(from),
                             to == far_future ? std::nullopt : std::optional(to)};
    } else if (length(*right.days) < length(*left.days)) {
      out.days = right.days;
    }
  }
  return out;
}

bool numbers_differ(const Happening& left, const Happening& right) {
  return std::any_of(left.counts.begin(), left.counts.end(), [&](const auto& one) {
    const auto of_role = [&](const auto& other) { return other.first == one.first; };
    return std::any_of(right.counts.begin(), right.counts.end(), of_role) &&
           std::find(right.counts.begin(), right.counts.end(), one) == right.counts.end();
  });
}

DateFit date_fit(const Happening& left, const Happening& right) {
  if (!left.days || !right.days) return DateFit::unknown;
  const DayNumber gap = std::max(first(*left.days), first(*right.days)) - std::min(last(*left.days), last(*right.days));
  const DayNumber longer = std::max(length(*left.days), length(*right.days));
  const MergeWindow window = left.type != nullptr ? left.type->merge : MergeWindow::same_day;
  if (gap > 0 && (gap > slack(window) || longer > week)) return DateFit::clash;
  if (gap > 0) return DateFit::fair;
  if (longer <= week) return DateFit::strong;
  return longer <= quarter ? DateFit::fair : DateFit::weak;
}

bool Comparer::definite(std::uint32_t entity) const {
  const EntityKind kind = entities_.entities[entity].kind;
  const Profile& profile = entities_.profiles[entity];
  if (profile.vague) return false;
  const bool actor = kind != EntityKind::work && kind != EntityKind::product && kind != EntityKind::other;
  return actor || profile.reach == Reach::name || profile.reach == Reach::table;
}

double Comparer::likeness(std::uint32_t left, std::uint32_t right) const {
  if (left == right) return 1;
  const Entity &a = entities_.entities[left], &b = entities_.entities[right];
  const Profile &p = entities_.profiles[left], &q = entities_.profiles[right];
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) return 0;
  if (nominals_ != Nominals::closed && (may_be_named(left, right) || may_be_named(right, left))) return 0.5;
  const bool country_stands = !a.country.empty() && a.country == b.country;
  if (country_stands && (a.kind == EntityKind::country) != (b.kind == EntityKind::country)) {
    const EntityKind other = a.kind == EntityKind::country ? b.kind : a.kind;
    if (other == EntityKind::person || other == EntityKind::organization || other == EntityKind::group) return 0.5;
  }
  const bool phrase =
      p.reach == Reach::local || q.reach == Reach::local || p.reach == Reach::phrase || q.reach == Reach::phrase;
  if (!phrase || p.vague || q.vague) return 0;
  const bool bodies = (a.kind == EntityKind::group || a.kind == EntityKind::organization) &&
                      (b.kind == EntityKind::group || b.kind == EntityKind::organization);
  if (a.kind != b.kind && !bodies) return 0;
  const bool marked = !p.marks.empty() && !q.marks.empty();
  if (marked && std::find_first_of(p.marks.begin(), p.marks.end(), q.marks.begin(), q.marks.end()) == p.marks.end())
    return 0;
  const bool same_head =
      std::find_first_of(p.heads.begin(), p.heads.end(), q.heads.begin(), q.heads.end()) != p.heads.end();
  return same_head ? 0.5 : 0;
}

bool Comparer::may_be_named(std::uint32_t left, std::uint32_t right) const {
  const bool persons =
      entities_.entities[left].kind == EntityKind::person && entities_.entities[right].kind == EntityKind::person;
  if (nominals_ == Nominals::nearby) {
    return entities_.entities[left].kind == entities_.entities[right].kind && entities_.profiles[left].bare &&
           entities_.profiles[right].reach <= Reach::name;
  }
  return persons && entities_.profiles[left].reach == Reach::local && entities_.profiles[right].reach <= Reach::name;
}

// "The company" could be any company that the other side names.
bool Comparer::stands_alone(std::uint32_t entity, const std::vector<std::uint32_t>& others) const {
  if (!definite(entity)) return false;
  const EntityKind kind = entities_.entities[entity].kind;
  const bool bare = entities_.profiles[entity].bare;
  return std::none_of(others.begin(), others.end(), [&](std::uint32_t other) {
    return entities_.entities[other].kind == kind && bare != entities_.profiles[other].bare;
  });
}

// One to one, the same before the like; who is like anybody on the other side is not left over.
Comparer::RoleFit Comparer::fit(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) const {
  RoleFit out;
  std::vector<char> left_done(left.size()), right_done(right.size()), left_like(left.size()), right_like(right.size());
  for (const double wanted : {1.0, 0.5}) {
    for (std::size_t i = 0; i < left.size(); ++i) {
      for (std::size_t j = 0; j < right.size(); ++j) {
        if (likeness(left[i], right[j]) != wanted) continue;
        left_like[i] = right_like[j] = 1;
        if (left_done[i] || right_done[j]) continue;
        left_done[i] = right_done[j] = 1;
        out.matched += wanted;
        out.same += wanted == 1.0 ? 1 : 0;
      }
    }
  }
  for (std::size_t i = 0; i < left.size(); ++i) {
    out.left_over = out.left_over || (!left_like[i] && stands_alone(left[i], right));
  }
  for (std::size_t j = 0; j < right.size(); ++j) {
    out.right_over = out.right_over || (!right_like[j] && stands_alone(right[j], left));
  }
  return out;
}

bool Comparer::contains(std::uint32_t whole, std::uint32_t part) const {
  const Entity &a = entities_.entities[whole], &b = entities_.entities[part];
  if (a.kind == EntityKind::country && !a.country.empty() && a.country == b.country) return true;
  return nominals_ == Nominals::nearby && entities_.profiles[whole].reach == Reach::table &&
         entities_.profiles[part].reach == Reach::name && b.country.empty();
}

// Two named places clash unless one may lie in the other; but for cities only their countries are known here, so two places of one
// country clash where the type is told by its place, and do not elsewhere.
bool Comparer::places_clash(const Happening& left, const Happening& right) const {
  if (left.places.empty() || right.places.empty()) return false;
  const bool by_place =
      left.type != nullptr && std::any_of(left.type->roles.begin(), left.type->roles.end(),
                                          [](const RoleType& role) { return role.name == "place" && !role.optional; });
  bool any_definite = false;
  for (const std::uint32_t a : left.places) {
    for (const std::uint32_t b : right.places) {
      if (likeness(a, b) > 0 || contains(a, b) || contains(b, a)) return false;
      if (!definite(a) || !definite(b)) continue;
      const std::string &x = entities_.entities[a].country, &y = entities_.entities[b].country;
      const bool cities = entities_.profiles[a].city && entities_.profiles[b].city;
      any_definite = any_definite || by_place || cities || (!x.empty() && !y.empty() && x != y);
    }
  }
  return any_definite;
}

bool Comparer::counts_clash(const Happening& left, const Happening& right) const {
  std::map<std::string, std::pair<std::set<double>, std::set<double>>> by_role;
  for (const auto& [role, value] : left.counts) by_role[role].first.insert(value);
  for (const auto& [role, value] : right.counts) by_role[role].second.insert(value);
  return std::any_of(by_role.begin(), by_role.end(), [&](const auto& entry) {
    const auto& [a, b] = entry.second;
    if (!rules_.counts_part(entry.first) || a.empty() || b.empty()) return false;
    return std::none_of(a.begin(), a.end(), [&](double value) { return b.contains(value); });
  });
}

bool Comparer::modes_clash(const Happening& left, const Happening& right) const {
  if (left.types != right.types) return false;  // the modes of one type say nothing about another
  return std::any_of(left.modes.begin(), left.modes.end(), [&](const std::string& a) {
    return std::any_of(right.modes.begin(), right.modes.end(),
                       [&](const std::string& b) { return !rules_.modes_join(left.type_id, a, b); });
  });
}

// "Is to leave next month" and "left on Friday": of what does not happen every day the plan for a time and what then happened in it are
// one; of what may, as meetings, only when both speak of one day.
bool Comparer::comes_true(const Happening& plan, const Happening& fact, DateFit date, bool covered) {
  if (date == DateFit::strong && plan.days == fact.days && length(*plan.days) == 1) return true;
  if (date < DateFit::fair || !covered || plan.type == nullptr || plan.type->merge == MergeWindow::same_day)
    return false;
  return length(*plan.days) <= month && first(*plan.days) <= first(*fact.days) && last(*fact.days) <= last(*plan.days);
}

// What happened is not what was planned, urged or denied, unless both speak of one day (planned) or of the same people
// at a time that does not separate them (denied).
bool Comparer::status_clash(const Happening& left, const Happening& right, DateFit date, bool covered) const {
  if (left.statuses == right.statuses) return false;
  const bool left_real = any_happened(left.statuses), right_real = any_happened(right.statuses);
  if (left_real && right_real) return false;
  if (!left_real && !right_real) {
    const bool both_ahead =
        !contains_only(left.statuses, Status::denied) && !contains_only(right.statuses, Status::denied);
    return !(both_ahead && covered);
  }
  const std::vector<Status>& unreal = left_real ? right.statuses : left.statuses;
  // Who is named and dies does so once, whatever is still ahead in one of the sentences ("before her death").
  const bool once = names_same_person(left, right) && rules_.identity(left.type_id).by == Identity::By::once;
  if (once && contains_only(unreal, Status::planned)) return false;
  if (contains_only(unreal, Status::planned)) {
    const Happening &plan = left_real ? right : left, &fact = left_real ? left : right;
    return !comes_true(plan, fact, date, covered);
  }
  const std::vector<Status>& real = left_real ? left.statuses : right.statuses;
  // "It denied these deliveries" speaks of the deliveries that others only claim, never of what a text tells as a fact.
  const bool only_claimed = contains_only(real, Status::claimed);
  const bool same_time = date == DateFit::strong || (only_claimed && date != DateFit::clash);
  if (contains_only(unreal, Status::denied)) return !(covered && same_time);
  return true;
}

bool Comparer::names_same_person(const Happening& left, const Happening& right) const {
  return std::any_of(left.who.begin(), left.who.end(), [&](const Participant& participant) {
    const bool named = entities_.profiles[participant.entity].reach <= Reach::name;
    return named && entities_.entities[participant.entity].kind == EntityKind::person &&
           std::binary_search(right.who.begin(), right.who.end(), participant);
  });
}

// Somebody known by name to whom such a thing happens but once.
bool Comparer::happens_once(const Happening& left, const Happening& right) const {
  return rules_.identity(left.type_id).by == Identity::By::once &&
         rules_.identity(right.type_id).by == Identity::By::once && names_same_person(left, right);
}

// What a family of types asks in place of what each type does.
bool Comparer::kin_enough(const Happening& left, const Happening& right, const Agreed& agreed) const {
  const Family* family = rules_.family(left.type_id);
  if (family == nullptr) return false;
  if (family->people == Family::People::named && !names_same_person(left, right)) return false;
  return std::any_of(family->asks.begin(), family->asks.end(),
                     [&](const RoleSet& roles) { return agree(roles, agreed); });
}

bool Comparer::occasions_clash(const Happening& left, const Happening& right) const {
  const DateFit date = date_fit(left, right);
  return left.types != right.types || modes_clash(left, right) || counts_clash(left, right) ||
         parts_clash(left, right) || date == DateFit::clash || status_clash(left, right, date, true);
}

bool Comparer::tells_otherwise(const Happening& left, const Happening& right) const {
  const DateFit date = date_fit(left, right);
  return rules_.kind(left.type_id) != rules_.kind(right.type_id) || modes_clash(left, right) ||
         counts_clash(left, right) || parts_clash(left, right) || kinds_clash(left, right) || date == DateFit::clash ||
         places_clash(left, right) || status_clash(left, right, date, true);
}

Agreement Comparer::compare(const Happening& left, const Happening& right) const {
  Agreement out;
  out.other_type = std::find_first_of(left.types.begin(), left.types.end(), right.types.begin(), right.types.end()) ==
                   left.types.end();
  out.clash = rules_.kind(left.type_id) != rules_.kind(right.type_id) || modes_clash(left, right) ||
              counts_clash(left, right) || parts_clash(left, right) || kinds_clash(left, right);
  out.date = date_fit(left, right);
  if (out.date == DateFit::clash && happens_once(left, right)) out.date = DateFit::fair;
  if (out.date == DateFit::clash) out.clash = true;
  if (out.clash) return out;

  const ByRole a = by_role(left, rules_), b = by_role(right, rules_);
  bool left_over = false, right_over = false;
  std::size_t same = 0;
  Agreed agreed;
  for (const auto& [role, people] : a) {
    const auto other = b.find(role);
    static const std::vector<std::uint32_t> nobody;
    const RoleFit fitted = fit(people, other == b.end() ? nobody : other->second);
    if (fitted.matched > 0) agreed[role] += fitted.matched;
    out.matched += fitted.matched;
    same += fitted.same;
    out.clash = out.clash || (fitted.left_over && fitted.right_over);
    left_over = left_over || fitted.left_over, right_over = right_over || fitted.right_over;
  }
  for (const auto& [role, people] : b) {
    if (!a.contains(role)) right_over = right_over || fit({}, people).right_over;
  }
  out.same_entity = same > 0;
  out.within = same > 0 && (same == left.who.size() || same == right.who.size());
  out.clash = out.clash || places_clash(left, right);
  const RoleFit place = fit(left.places, right.places);
  out.same_place = place.same > 0;
  if (place.matched > 0) agreed[std::string(place_role)] += place.matched;
  out.covered = !left_over || !right_over;
  if (!out.clash) out.clash = status_clash(left, right, out.date, out.covered);
  const std::vector<RoleSet>& sets = rules_.identity(left.type_id).enough;
  out.enough = out.matched >= 1.5 ||
               std::any_of(sets.begin(), sets.end(), [&](const RoleSet& roles) { return agree(roles, agreed); });
  if (out.other_type) {
    out.enough = kin_enough(left, right, agreed);
    out.clash = out.clash || !out.enough;
  }
  return out;
}

}  // namespace dateline::merging
