#include "extract/entity/scene.hpp"

#include <algorithm>

namespace dateline::entity {
namespace {

/// No sentence keeps more traces in view than this: lists of names stay cheap.
constexpr std::size_t most_traces = 60;

/// Of a book's index of names no more than these are looked at for the only one of a kind.
constexpr std::uint32_t most_members = 500;

}  // namespace

void Scene::note(std::uint32_t member, std::uint32_t head, MentionForm form) {
  if (counts_.size() <= member) counts_.resize(member + 1, 0);
  ++counts_[member];
  traces_.push_back({member, head, page_.words[head].sentence, is_relation(page_.relation(head), "nsubj"), form});
}

std::vector<Trace> Scene::before(std::uint32_t token, std::uint32_t sentences) const {
  const std::uint32_t here = page_.words[token].sentence;
  std::vector<Trace> found;
  for (auto trace = traces_.rbegin();
       trace != traces_.rend() && trace->sentence + sentences >= here && found.size() < most_traces; ++trace) {
    if (trace->token < token && !page_.loose[trace->sentence]) found.push_back(*trace);
  }
  return found;
}

std::vector<std::uint32_t> Scene::distinct(std::uint32_t token, std::uint32_t sentences,
                                           const std::function<bool(const Member&)>& fits) const {
  std::vector<std::uint32_t> members;
  for (const Trace& trace : before(token, sentences)) {
    if (fits(cast_.members[trace.member]) && std::find(members.begin(), members.end(), trace.member) == members.end())
      members.push_back(trace.member);
  }
  return members;
}

std::optional<std::uint32_t> Scene::only(const std::function<bool(const Member&)>& fits) const {
  std::optional<std::uint32_t> found;
  for (std::uint32_t member = 0; member < counts_.size() && member < most_members; ++member) {
    if (counts_[member] == 0 || !fits(cast_.members[member])) continue;
    if (found) return std::nullopt;
    found = member;
  }
  return found;
}

std::optional<std::uint32_t> Scene::latest(std::uint32_t token, std::uint32_t sentences,
                                           const std::function<bool(const Member&)>& fits) const {
  // "Ford bought the startup": nobody whom the verb's own subject names
  const std::int32_t subject = page_.subject_over(token);
  const Seen* own = subject < 0 ? nullptr : cast_.at(static_cast<std::uint32_t>(subject));
  for (const Trace& trace : before(token, sentences)) {
    if (own && own->member == trace.member) continue;
    if (fits(cast_.members[trace.member])) return trace.member;
  }
  return std::nullopt;
}

}  // namespace dateline::entity
