#include "extract/entity/scene.hpp"

#include <algorithm>

namespace dateline::entity {
namespace {

/// No sentence keeps more traces in view than this: lists of names stay cheap.
constexpr std::size_t most_traces = 60;

/// Of a book's index of names no more than these are looked at for the only one of a kind.
constexpr std::uint32_t most_members = 500;

/// Who is spoken of so many times more often is whom the text is about.
constexpr int clear_lead = 2;
/// "The team" is first of all the one of these last sentences; "the judge" nobody who was spoken of longer ago.
constexpr std::uint32_t just_told = 2, long_ago = 12;
/// Whom a text is about is named more than twice.
constexpr int topic_mentions = 3;

}  // namespace

/// "His father Karl Holm said": a name right behind the noun that tells who it is stands where that noun does.
std::uint32_t Scene::place_of(std::uint32_t head) const {
  const std::int32_t noun = page_.head(head);
  const bool beside = head > 0 && noun == static_cast<std::int32_t>(head) - 1 &&
                      (page_.relation(head) == "appos" || is_relation(page_.relation(head), "flat"));
  return beside && page_.tag(head - 1) == Upos::NOUN ? head - 1 : head;
}

void Scene::note(std::uint32_t member, std::uint32_t head, MentionForm form) {
  head = page_.parsed ? place_of(head) : head;
  if (counts_.size() <= member) counts_.resize(member + 1, 0);
  ++counts_[member];
  traces_.push_back({member, head, page_.words[head].sentence, is_relation(page_.relation(head), "nsubj"), form});
}

bool Scene::is_foremost(std::uint32_t member) const {
  const int own = mentions(member);
  for (std::uint32_t other = 0; other < counts_.size() && other < most_members; ++other) {
    if (other != member && counts_[other] >= own && cast_.members[other].kind == cast_.members[member].kind)
      return false;
  }
  return own > 1;
}

std::optional<std::uint32_t> Scene::topic(const std::function<bool(const Member&)>& fits) const {
  std::optional<std::uint32_t> best;
  bool alone = true;
  for (std::uint32_t member = 0; member < counts_.size() && member < most_members; ++member) {
    if (!cast_.members[member].named || !fits(cast_.members[member])) continue;
    alone = !best || counts_[member] != counts_[*best];
    if (!best || counts_[member] > counts_[*best]) best = member;
  }
  return best && alone && counts_[*best] >= topic_mentions ? best : std::nullopt;
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

std::optional<std::uint32_t> Scene::taken_up(const std::vector<std::uint32_t>& told, std::uint32_t token,
                                             bool many) const {
  std::vector<std::uint32_t> fitting;
  for (const std::uint32_t member : told) {
    if (cast_.members[member].number == (many ? Number::plural : Number::singular)) fitting.push_back(member);
  }
  if (fitting.empty()) return std::nullopt;
  const std::uint32_t here = page_.words[token].sentence;
  const auto last = std::find_if(traces_.rbegin(), traces_.rend(), [&](const Trace& trace) {
    return std::find(fitting.begin(), fitting.end(), trace.member) != fitting.end();
  });
  const std::uint32_t distance = last == traces_.rend() ? long_ago + 1 : here - last->sentence;
  if (last != traces_.rend() && distance <= just_told) return last->member;
  const bool person = !many && cast_.members[fitting.back()].kind == EntityKind::person;
  if (person && distance > long_ago) return std::nullopt;
  if (fitting.size() == 1) return fitting.front();
  const auto most = std::max_element(fitting.begin(), fitting.end(),
                                     [&](std::uint32_t a, std::uint32_t b) { return mentions(a) < mentions(b); });
  const bool clearly = std::all_of(fitting.begin(), fitting.end(), [&](std::uint32_t member) {
    return member == *most || mentions(member) + clear_lead <= mentions(*most);
  });
  return clearly ? std::optional(*most) : std::nullopt;
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

/// Traces of those who fit, but for whom the verb's own subject names: "Ford bought the startup".
std::vector<Trace> Scene::candidates(std::uint32_t token, std::uint32_t sentences,
                                     const std::function<bool(const Member&)>& fits) const {
  const std::int32_t subject = page_.subject_over(token);
  const Seen* own = subject < 0 ? nullptr : cast_.at(static_cast<std::uint32_t>(subject));
  // "told the agency the company regrets it": not whom it is told
  const std::int32_t clause = is_relation(page_.relation(token), "nsubj") ? page_.head(token) : -1;
  const bool told = clause >= 0 && page_.relation(static_cast<std::uint32_t>(clause)) == "ccomp";
  const std::int32_t verb = told ? page_.head(static_cast<std::uint32_t>(clause)) : -1;
  const auto is_addressee = [&](const Trace& trace) {
    const std::string_view place = page_.relation(trace.token);
    return verb >= 0 && page_.head(trace.token) == verb && (place == "obj" || place == "iobj");
  };
  std::vector<Trace> found = before(token, sentences);
  std::erase_if(found, [&](const Trace& trace) {
    return (own && own->member == trace.member) || is_addressee(trace) || !fits(cast_.members[trace.member]);
  });
  return found;
}

std::optional<std::uint32_t> Scene::latest(std::uint32_t token, std::uint32_t sentences,
                                           const std::function<bool(const Member&)>& fits) const {
  const std::vector<Trace> found = candidates(token, sentences, fits);
  return found.empty() ? std::nullopt : std::optional(found.front().member);
}

std::optional<std::uint32_t> Scene::single(std::uint32_t token, std::uint32_t sentences,
                                           const std::function<bool(const Member&)>& fits) const {
  std::vector<Trace> found = candidates(token, sentences, fits);
  // "UBS bought the failed lender's loans": nor of the verb that has as its object what is its own
  const std::int32_t owned = is_relation(page_.relation(token), "nmod:poss") ? page_.head(token) : -1;
  const std::int32_t doer = owned < 0 ? -1 : page_.subject_over(static_cast<std::uint32_t>(owned));
  const Seen* own = doer < 0 ? nullptr : cast_.at(static_cast<std::uint32_t>(doer));
  std::erase_if(found, [&](const Trace& trace) { return own && own->member == trace.member; });
  const bool one =
      std::all_of(found.begin(), found.end(), [&](const Trace& trace) { return trace.member == found.front().member; });
  return found.empty() || !one ? std::nullopt : std::optional(found.front().member);
}

std::optional<std::uint32_t> Scene::foremost(std::uint32_t token, std::uint32_t sentences,
                                             const std::function<bool(const Member&)>& fits) const {
  std::vector<Trace> found = candidates(token, sentences, fits);
  if (found.empty()) return std::nullopt;
  // "refused to help the bank, forcing the company to close": its own sentence goes before
  if (const std::uint32_t here = page_.words[token].sentence; found.front().sentence == here)
    std::erase_if(found, [&](const Trace& trace) { return trace.sentence != here; });
  if (std::all_of(found.begin(), found.end(), [&](const Trace& trace) { return trace.member == found.front().member; }))
    return found.front().member;
  const auto most = std::max_element(found.begin(), found.end(), [&](const Trace& a, const Trace& b) {
    return mentions(a.member) < mentions(b.member);
  });
  const bool clearly = std::all_of(found.begin(), found.end(), [&](const Trace& trace) {
    return trace.member == most->member || mentions(trace.member) + clear_lead <= mentions(most->member);
  });
  if (clearly) return most->member;
  // Only what the last sentence with any of them says.
  std::optional<Trace> subject;
  for (const Trace& trace : found) {
    if (trace.sentence != found.front().sentence || !trace.subject) continue;
    if (subject && subject->member != trace.member) return std::nullopt;
    subject = trace;
  }
  const auto joined = [&](const Trace& trace) {
    return trace.member != subject->member && trace.sentence == subject->sentence &&
           (page_.head(trace.token) == page_.head(subject->token) ||
            page_.head(trace.token) == static_cast<std::int32_t>(subject->token));
  };
  if (!subject || std::any_of(found.begin(), found.end(), joined)) return std::nullopt;
  return subject->member;
}

}  // namespace dateline::entity
