#include "graph/merge/retellings.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

namespace dateline::merging {
namespace {

constexpr DayNumber news_days = 14;        // between what an article is about and its publication
constexpr double same_speech_words = 0.3;  // shared words that make one of two speech acts

// "The exchange" after what it names again.
bool points_back(const Telling& a, const Telling& b) {
  const Telling& later = a.mention->trigger.begin < b.mention->trigger.begin ? b : a;
  return later.reference == Telling::Reference::back;
}

bool closed(const std::optional<DayInterval>& days) { return days && days->first && days->last; }

std::uint32_t distance(const Telling& a, const Telling& b) {
  return a.sentence > b.sentence ? a.sentence - b.sentence : b.sentence - a.sentence;
}

// "The mayor urged them to stay. 'Stay,' she said.": what is told, and quoted in the next sentence.
bool spells_out(const Telling& a, const Telling& b, const Happening& left, const Happening& right) {
  const Telling& later = a.mention->trigger.begin < b.mention->trigger.begin ? b : a;
  return later.quotes && distance(a, b) == 1 && (!left.days || !right.days || left.days == right.days);
}

}  // namespace

bool Retellings::in_lead(const Telling& telling) const { return telling.sentence <= lead_sentences; }

// Dated to another time than that of its article.
bool Retellings::is_background(const Telling& telling, const Happening& happening) const {
  const std::optional<DayNumber>& published = published_[telling.document];
  if (!published || !closed(happening.days)) return false;
  return std::abs(*published - *happening.days->last) > news_days ||
         *happening.days->last - *happening.days->first > news_days;
}

bool Retellings::is_news(const Telling& telling, const Happening& happening) const {
  return in_lead(telling) || (closed(happening.days) && !is_background(telling, happening));
}

// "Two were killed and eight injured": one toll, told by its parts in one breath or in neighbouring sentences of the lead.
bool Retellings::one_toll(const Telling& a, const Telling& b, const Happening& left, const Happening& right) const {
  const Agreement agreement = comparer_.compare(left, right);
  if (a.mention->mode.empty() || b.mention->mode.empty() || a.mention->mode == b.mention->mode) return false;
  if (agreement.clash || !agreement.covered || rules_.identity(a.mention->type).telling == Identity::Telling::several)
    return false;
  const std::uint32_t apart = distance(a, b);
  if (apart == 0) return a.who.empty() || b.who.empty() || agreement.matched > 0;
  const bool bare = (!a.mention->date && a.places.empty()) || (!b.mention->date && b.places.empty());
  return apart < near_sentences && bare && (in_lead(a) || in_lead(b)) && agreement.matched > 0;
}

// "All five deaths" after "killed five girls": the same number of the same fate, told of nobody or of the same people.
bool Retellings::same_toll(const Telling& a, const Telling& b, const Agreement& agreement) const {
  if (agreement.clash || !agreement.covered || rules_.identity(a.mention->type).telling == Identity::Telling::several)
    return false;
  if (!(agreement.same_entity || a.who.empty() || b.who.empty())) return false;
  return std::any_of(a.mention->amounts.begin(), a.mention->amounts.end(), [&](const Amount& one) {
    const auto& others = b.mention->amounts;
    return one.value && *one.value > 1 && rules_.counts_report(one.role) &&
           std::any_of(others.begin(), others.end(),
                       [&](const Amount& other) { return other.role == one.role && other.value == one.value; });
  });
}

std::optional<Retellings::Join> Retellings::tells_again(const Telling& a, const Telling& b, const Happening& left,
                                                        const Happening& right) const {
  if (a.apart != b.apart) return std::nullopt;
  const auto found = [&](double score, Nominals nominals) {
    return std::optional(Join{score, left.tellings.front(), right.tellings.front(), nominals, same_word(a, b)});
  };
  const Agreement agreement = comparer_.compare(left, right);
  if (rules_.goes_on(a.mention->type, a.mention->mode) && !agreement.same_place) return std::nullopt;
  if (one_toll(a, b, left, right)) return found(4.0, Nominals::closed);
  if (a.mention->sentence == b.mention->sentence) return std::nullopt;
  if (!a.headline && !b.headline && numbers_differ(left, right)) return std::nullopt;
  if ((left.days || right.days) && same_toll(a, b, agreement)) return found(4.0, Nominals::closed);
  const Identity& identity = rules_.identity(a.mention->type);
  const bool speech = a.type == nullptr || a.type->speech, several = identity.telling == Identity::Telling::several;
  const double words = common_words(a, b);
  const double score = 3 * agreement.matched + 2 * static_cast<int>(agreement.date) + words;

  if (!agreement.clash && agreement.covered && agreement.same_entity) {
    if (speech) {
      const bool again = words >= same_speech_words || (!several && spells_out(a, b, left, right));
      return agreement.within && again ? found(score, Nominals::closed) : std::nullopt;
    }
    const bool same_days = left.days && left.days == right.days &&
                           (agreement.date >= DateFit::fair || (agreement.date == DateFit::weak && same_word(a, b)));
    if (same_days && agreement.within && !several) return found(score, Nominals::closed);
    const bool alike = agreement.enough || (agreement.within && !several);
    if (alike && (agreement.matched >= 2 || is_news(a, left) || is_news(b, right)) &&
        (same_word(a, b) || points_back(a, b)))
      return found(score, Nominals::closed);
  }
  // "A sailor was arrested", says the lead; the body says who.
  if (speech || several || (!in_lead(a) && !in_lead(b)) || !same_word(a, b)) return std::nullopt;
  const Agreement opened = open_.compare(left, right);
  const bool same_time = opened.date == DateFit::strong || opened.date == DateFit::unknown;
  const bool alone = opened.date == DateFit::strong && std::min(left.who.size(), right.who.size()) == 1;
  if (opened.clash || !opened.covered || !(opened.enough || alone) || !same_time || opened.matched == 0 ||
      is_background(a, left) || is_background(b, right))
    return std::nullopt;
  return found(opened.matched, Nominals::open);
}

// Tellings are numbered by document.
std::span<const std::uint32_t> Retellings::within(const Happening& happening, std::uint32_t document) const {
  const std::vector<std::uint32_t>& all = happening.tellings;
  const auto first = std::lower_bound(
      all.begin(), all.end(), document,
      [&](std::uint32_t telling, std::uint32_t wanted) { return tellings_[telling].document < wanted; });
  const auto last = std::upper_bound(first, all.end(), document, [&](std::uint32_t wanted, std::uint32_t telling) {
    return wanted < tellings_[telling].document;
  });
  return {first, last};
}

std::optional<Retellings::Join> Retellings::repeats(const Happening& left, const Happening& right,
                                                    std::uint32_t document) const {
  std::optional<Join> best;
  for (const std::uint32_t i : within(left, document)) {
    for (const std::uint32_t j : within(right, document)) {
      const std::optional<Join> found = tells_again(tellings_[i], tellings_[j], left, right);
      if (found && (!best || found->score > best->score)) best = found;
    }
  }
  return best;
}

std::vector<Retellings::Join> Retellings::joins(const std::vector<const Happening*>& happenings,
                                                std::uint32_t document) const {
  using Others = std::map<std::size_t, std::set<std::size_t>>;
  Others repeated, in_own_word;
  std::map<std::pair<std::size_t, std::size_t>, Join> found;
  for (std::size_t i = 0; i < happenings.size(); ++i) {
    for (std::size_t j = i + 1; j < happenings.size(); ++j) {
      const std::optional<Join> join = repeats(*happenings[i], *happenings[j], document);
      if (!join) continue;
      found[{i, j}] = *join;
      repeated[i].insert(j), repeated[j].insert(i);
      if (join->in_one_word) in_own_word[i].insert(j), in_own_word[j].insert(i);
    }
  }
  const auto unclear = [&](std::size_t i, Others& by) {
    const std::set<std::size_t>& others = by[i];
    return std::any_of(others.begin(), others.end(), [&](std::size_t a) {
      return std::any_of(others.upper_bound(a), others.end(),
                         [&](std::size_t b) { return comparer_.compare(*happenings[a], *happenings[b]).clash; });
    });
  };
  const auto is_clear = [&](std::size_t i, const Join& join) {
    return !unclear(i, repeated) || (join.in_one_word && !unclear(i, in_own_word));
  };
  std::vector<Join> out;
  for (const auto& [pair, join] : found) {
    if (is_clear(pair.first, join) && is_clear(pair.second, join)) out.push_back(join);
  }
  std::sort(out.begin(), out.end(), [](const Join& a, const Join& b) {
    return std::tuple(-a.score, a.left, a.right) < std::tuple(-b.score, b.left, b.right);
  });
  return out;
}

}  // namespace dateline::merging
