// "The attack", after an article told of one: which happening told before a definite noun names again.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/merge/agreement.hpp"

namespace dateline::merging {

class DefiniteTellings {
 public:
  /// Holds on to all of its arguments.
  DefiniteTellings(const std::vector<Telling>& tellings, const EntityTable& entities, const EventRules& rules)
      : tellings_(tellings), entities_(entities), rules_(rules), comparer_(entities, rules, Nominals::nearby) {}

  /// A happening of the document of the telling and of its kind, as it is told so far, and its tellings there that stand before.
  struct Told {
    const Happening* happening = nullptr;
    std::vector<std::uint32_t> before;
  };

  bool asks(const Telling& telling) const;
  /// The place in `told` of the one that the telling (of `own`) names again; of several that do not contradict each other the nearest, of others none.
  std::optional<std::size_t> meant(std::uint32_t telling, const Happening& own, const std::vector<Told>& told) const;

  /// Whether a telling stands near below one of the lead.
  bool is_told_below(std::uint32_t first, std::uint32_t other) const;
  /// Whether what a definite noun names, of nobody and on a day, may be what is told of that day.
  bool is_announced(const Happening& own, const Happening& other) const;

 private:
  bool may_mean(const Telling& again, const Happening& own, const Told& told) const;
  bool may_be_one(const Happening& left, const Happening& right) const;
  bool is_in_reach(const Telling& again, const Happening& own, const Told& told) const;
  bool names_nobody(const Happening& own) const;
  bool fits_people(const Happening& own, const Happening& other, bool in_one_word) const;
  bool adds_name(std::uint32_t named, const std::string& role, const Happening& other) const;

  const std::vector<Telling>& tellings_;
  const EntityTable& entities_;
  const EventRules& rules_;
  Comparer comparer_;
};

}  // namespace dateline::merging
