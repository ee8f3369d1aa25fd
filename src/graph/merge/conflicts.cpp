#include "graph/merge/conflicts.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "graph/merge/dates.hpp"

namespace dateline::merging {
namespace {

using Values = std::map<std::string, std::vector<std::uint32_t>>;

constexpr std::array strongest_first = {Status::asserted, Status::claimed, Status::denied,
                                        Status::planned,  Status::urged,   Status::hypothetical};

Status status_of(const Telling& telling) { return telling.mention->negated ? Status::denied : telling.mention->status; }

Conflict conflict(std::string field, const Values& values) {
  Conflict out{std::move(field), {}};
  for (const auto& [value, evidence] : values) out.values.push_back({value, evidence});
  return out;
}

bool dates_clash(const std::vector<const Telling*>& tellings) {
  std::vector<const EventDate*> dates;
  for (const Telling* telling : tellings) {
    if (telling->mention->date) dates.push_back(&*telling->mention->date);
  }
  return std::any_of(dates.begin(), dates.end(), [&](const EventDate* a) {
    return std::any_of(dates.begin(), dates.end(), [&](const EventDate* b) { return !overlap(a->days, b->days); });
  });
}

Values date_values(const std::vector<const Telling*>& tellings) {
  Values values;
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    if (tellings[i]->mention->date) values[tellings[i]->mention->date->edtf].push_back(i);
  }
  return values;
}

std::map<std::string, Values> amount_values(const std::vector<const Telling*>& tellings) {
  std::map<std::string, std::map<double, std::pair<std::string, std::vector<std::uint32_t>>>> by_number;
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    for (const Amount& amount : tellings[i]->mention->amounts) {
      if (!amount.value) continue;
      auto& [text, evidence] = by_number[amount.role][*amount.value];
      if (text.empty()) text = amount.text;
      if (evidence.empty() || evidence.back() != i) evidence.push_back(i);
    }
  }
  std::map<std::string, Values> out;
  for (const auto& [role, numbers] : by_number) {
    for (const auto& [number, told] : numbers) {
      std::vector<std::uint32_t>& evidence = out[role][told.first];
      evidence.insert(evidence.end(), told.second.begin(), told.second.end());
    }
  }
  return out;
}

}  // namespace

std::vector<Conflict> conflicts(const std::vector<const Telling*>& tellings) {
  std::vector<Conflict> out;
  if (dates_clash(tellings)) out.push_back(conflict("date", date_values(tellings)));
  for (const auto& [role, values] : amount_values(tellings)) {
    if (values.size() > 1) out.push_back(conflict(role, values));
  }
  Values statuses;
  std::set<Status> seen;
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    const Status status = status_of(*tellings[i]);
    seen.insert(status);
    statuses[std::string(name(status))].push_back(i);
  }
  // That one asserts what another only claims is no contradiction.
  const bool levels_only =
      std::all_of(seen.begin(), seen.end(), [](Status s) { return s == Status::asserted || s == Status::claimed; });
  if (seen.size() > 1 && !levels_only) out.push_back(conflict("status", statuses));
  return out;
}

std::vector<Amount> united_amounts(const std::vector<const Telling*>& tellings) {
  std::vector<Amount> out;
  for (const Telling* telling : tellings) {
    for (const Amount& amount : telling->mention->amounts) {
      const bool known = std::any_of(out.begin(), out.end(), [&](const Amount& other) {
        return other.role == amount.role && (amount.value ? other.value == amount.value : other.text == amount.text);
      });
      if (!known) out.push_back(amount);
    }
  }
  return out;
}

Status united_status(const std::vector<const Telling*>& tellings) {
  const auto any = [&](const auto& holds) {
    return std::any_of(tellings.begin(), tellings.end(), [&](const Telling* telling) { return holds(*telling); });
  };
  for (const Status status : strongest_first) {
    if (!any([&](const Telling& telling) { return status_of(telling) == status; })) continue;
    // "did not meet", told by the report itself and denied by nobody: no happening
    const bool said = any([](const Telling& telling) { return telling.mention->status == Status::denied; });
    return status == Status::denied && !said ? Status::hypothetical : status;
  }
  return Status::asserted;
}

}  // namespace dateline::merging
