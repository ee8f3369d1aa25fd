// The headline tells what the lead tells: which happening of a document its title speaks of, whoever it calls them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "graph/merge/agreement.hpp"

namespace dateline::merging {

class Headlines {
 public:
  /// Holds on to all of its arguments.
  Headlines(const std::vector<Telling>& tellings, const EntityTable& entities, const EventRules& rules)
      : tellings_(tellings),
        entities_(entities),
        rules_(rules),
        comparer_(entities, rules),
        open_(entities, rules, Nominals::open) {}

  /// Whether a telling in the title and one in the lead, each in the happening that it belongs to by then, can be of one happening: nothing that
  /// they say speaks against it, they share words, and nobody known by name stands where the other names somebody else.
  bool may_tell(std::uint32_t title, std::uint32_t lead, const Happening& told_in_title,
                const Happening& told_in_lead) const;

  /// Whether a telling stands in the first sentences below a title.
  bool in_lead(const Telling& telling) const;

 private:
  bool names_agree(const Telling& title, const Telling& lead) const;
  bool may_be(std::uint32_t left, std::uint32_t right) const;

  const std::vector<Telling>& tellings_;
  const EntityTable& entities_;
  const EventRules& rules_;
  Comparer comparer_, open_;
};

}  // namespace dateline::merging
