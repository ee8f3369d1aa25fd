#include "graph/merge/candidates.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "graph/merge/lists.hpp"

namespace dateline::merging {
namespace {

constexpr std::size_t compared_with = 48;  // tellings that each is compared with, per shared participant
constexpr DayNumber dated_within = 367;    // an interval of more days is as good as no date
constexpr DayNumber compared_days = 31;
constexpr std::size_t copied_words = 5, long_sentence = 8;  // of shorter sentences the same words are chance
constexpr std::uint32_t back_sentences = 6;

using Blocks = std::map<std::string, std::vector<std::uint32_t>>;

// By what two tellings may share somebody: the entity itself, its country (a state and its president), what its phrase
// is about.
std::set<std::string> tokens(const Telling& telling, const EntityTable& entities) {
  std::set<std::string> out;
  const auto add = [&](std::uint32_t entity) {
    const Profile& profile = entities.profiles[entity];
    const Entity& known = entities.entities[entity];
    if (profile.reach != Reach::local) out.insert("e" + std::to_string(entity));
    if (!known.country.empty() && known.kind != EntityKind::place) out.insert("c" + known.country);
    if (profile.reach == Reach::local || profile.reach == Reach::phrase) {
      for (const std::string& head : profile.heads) out.insert("h" + head);
    }
  };
  for (const Participant& participant : telling.who) add(participant.entity);
  for (const std::uint32_t place : telling.places) add(place);
  return out;
}

Blocks blocks(const std::vector<Telling>& tellings, const EntityTable& entities, const EventRules& rules) {
  Blocks out;
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    for (const std::string& token : tokens(tellings[i], entities))
      out[std::string(rules.kind(tellings[i].mention->type)) + "\t" + token].push_back(i);
  }
  return out;
}

bool well_dated(const Telling& telling) {
  const std::optional<EventDate>& date = telling.mention->date;
  return date && date->days.first && date->days.last && *date->days.last - *date->days.first < dated_within;
}

void add(Pairs& pairs, std::uint32_t left, std::uint32_t right) {
  pairs.emplace_back(std::min(left, right), std::max(left, right));
}

void add_dated(const std::vector<Telling>& tellings, const std::vector<std::uint32_t>& block, Pairs& pairs) {
  std::vector<std::pair<DayNumber, std::uint32_t>> dated;
  for (const std::uint32_t i : block) {
    if (well_dated(tellings[i])) dated.emplace_back(*tellings[i].mention->date->days.first, i);
  }
  std::sort(dated.begin(), dated.end());
  for (std::size_t i = 0; i < dated.size(); ++i) {
    const DayNumber until = *tellings[dated[i].second].mention->date->days.last + compared_days;
    for (std::size_t j = i + 1; j < std::min(dated.size(), i + 1 + compared_with) && dated[j].first <= until; ++j) {
      add(pairs, dated[i].second, dated[j].second);
    }
  }
}

// The block is in the order of documents.
void add_same_document(const std::vector<Telling>& tellings, const std::vector<std::uint32_t>& block, Pairs& pairs) {
  for (std::size_t i = 0; i < block.size(); ++i) {
    for (std::size_t j = i + 1; j < std::min(block.size(), i + 1 + compared_with); ++j) {
      if (tellings[block[i]].document != tellings[block[j]].document) break;
      add(pairs, block[i], block[j]);
    }
  }
}

}  // namespace

Pairs near_pairs(const std::vector<Telling>& tellings, const EntityTable& entities, const EventRules& rules) {
  Pairs pairs;
  for (const auto& [key, block] : blocks(tellings, entities, rules)) {
    add_dated(tellings, block, pairs);
    add_same_document(tellings, block, pairs);
  }
  sort_unique(pairs);
  return pairs;
}

Pairs copied_pairs(const std::vector<Telling>& tellings, const std::vector<std::string>& origins) {
  std::unordered_map<std::uint64_t, std::uint32_t> latest;
  Pairs pairs;
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    if (tellings[i].words.size() < copied_words) continue;
    const auto [at, fresh] = latest.emplace(tellings[i].wording, i);
    if (fresh) continue;
    const std::uint32_t one = tellings[at->second].document, other = tellings[i].document;
    const bool long_enough = tellings[i].words.size() >= long_sentence || origins[one] == origins[other];
    if (one != other && long_enough) pairs.emplace_back(at->second, i);
    at->second = i;
  }
  sort_unique(pairs);
  return pairs;
}

Pairs edited_pairs(const std::vector<Telling>& tellings) {
  std::unordered_map<std::uint64_t, std::uint32_t> latest;
  Pairs pairs;
  for (std::uint32_t i = 0; i < tellings.size(); ++i) {
    if (tellings[i].surroundings == 0) continue;
    const auto [at, fresh] = latest.emplace(tellings[i].surroundings, i);
    if (!fresh && tellings[at->second].document != tellings[i].document) pairs.emplace_back(at->second, i);
    at->second = i;
  }
  sort_unique(pairs);
  return pairs;
}

Pairs story_pairs(const std::vector<Telling>& tellings, const EntityTable& entities, const EventRules& rules,
                  const std::vector<std::vector<std::uint32_t>>& stories) {
  Pairs pairs;
  for (const auto& [key, block] : blocks(tellings, entities, rules)) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_document;
    for (const std::uint32_t i : block) by_document[tellings[i].document].push_back(i);
    for (const auto& [document, mine] : by_document) {
      for (const std::uint32_t other : stories[document]) {
        const auto theirs = other > document ? by_document.find(other) : by_document.end();
        if (theirs == by_document.end()) continue;
        for (std::size_t i = 0; i < std::min(mine.size(), compared_with); ++i) {
          for (std::size_t j = 0; j < std::min(theirs->second.size(), compared_with); ++j)
            add(pairs, mine[i], theirs->second[j]);
        }
      }
    }
  }
  sort_unique(pairs);
  return pairs;
}

Pairs back_pairs(const std::vector<Telling>& tellings) {
  Pairs pairs;
  std::map<std::pair<std::uint32_t, std::string>, std::vector<std::uint32_t>> by_type;
  for (std::uint32_t i = 0; i < tellings.size(); ++i)
    by_type[{tellings[i].document, tellings[i].mention->type}].push_back(i);
  for (const auto& [key, block] : by_type) {
    for (std::size_t i = 0; i < block.size(); ++i) {
      if (tellings[block[i]].reference != Telling::Reference::back) continue;
      for (std::size_t j = i; j-- > 0 && i - j <= compared_with;) {
        if (tellings[block[i]].sentence - tellings[block[j]].sentence > back_sentences) break;
        add(pairs, block[j], block[i]);
      }
    }
  }
  sort_unique(pairs);
  return pairs;
}

}  // namespace dateline::merging
