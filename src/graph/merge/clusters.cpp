#include "graph/merge/clusters.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "graph/merge/candidates.hpp"
#include "graph/merge/definite.hpp"
#include "graph/merge/groups.hpp"
#include "graph/merge/headlines.hpp"
#include "graph/merge/other_happenings.hpp"
#include "graph/merge/retellings.hpp"
#include "graph/merge/same_sentence.hpp"

namespace dateline::merging {
namespace {

constexpr double alike_words = 0.4;          // shared words that make up for a single agreeing participant
constexpr double retold_words = 0.5;         // shared words that make one telling of another with no good date
constexpr double story_words = 0.2;          // shared words asked of dates that are no better than a month
constexpr std::size_t story_documents = 24;  // related documents that one happening adds to each of its documents
constexpr DayNumber report_days = 45;        // before or after a document, to be what it reports
constexpr std::size_t retold_groups = 48;    // happenings of a type in one document that are compared with each other
constexpr DayNumber edited_days = 7;         // between a sentence and its edited copy
constexpr std::size_t full_check = 64;       // tellings of a group that are looked at for shared sentences

enum class Kinship { document, story, none };

class Clusterer {
 public:
  Clusterer(const std::vector<Telling>& tellings, const EntityTable& entities, const EventRules& rules,
            const std::vector<std::optional<DayNumber>>& published)
      : tellings_(tellings),
        published_(published),
        entities_(entities),
        rules_(rules),
        comparer_(entities, rules),
        open_(entities, rules, Nominals::open),
        nearby_(entities, rules, Nominals::nearby),
        groups_(tellings.size()) {
    for (std::uint32_t i = 0; i < tellings.size(); ++i) states_.push_back(happening(tellings[i], i));
  }

  std::vector<std::vector<std::uint32_t>> run(std::vector<std::vector<std::uint32_t>> stories,
                                              const std::vector<std::string>& origins) {
    join_best_first(copied_pairs(tellings_, origins), Kinship::story, &Clusterer::copied_score);
    join_edited();
    join_best_first(near_pairs(tellings_, entities_, rules_), Kinship::none, &Clusterer::score);
    join_best_first(back_pairs(tellings_), Kinship::document, &Clusterer::back_score);
    join_retold();
    join_definite();
    join_headlines();
    drop_distant(stories);
    add_shared_happenings(stories);
    join_best_first(story_pairs(tellings_, entities_, rules_, stories), Kinship::story, &Clusterer::score);
    join_best_first(content_pairs(), Kinship::story, &Clusterer::content_score);
    std::vector<std::vector<std::uint32_t>> out;
    for (std::uint32_t i = 0; i < tellings_.size(); ++i) {
      if (groups_.root(i) == i) out.push_back(states_[i].tellings);
    }
    return out;
  }

 private:
  using Score = std::optional<double> (Clusterer::*)(std::uint32_t, std::uint32_t, Kinship) const;

  void join_best_first(const Pairs& pairs, Kinship relation, Score scored) {
    std::vector<std::tuple<double, std::uint32_t, std::uint32_t>> ranked;
    for (const auto& [left, right] : pairs) {
      if (groups_.root(left) == groups_.root(right)) continue;
      const Kinship related = tellings_[left].document == tellings_[right].document ? Kinship::document : relation;
      if (const auto value = (this->*scored)(left, right, related)) ranked.emplace_back(-*value, left, right);
    }
    std::sort(ranked.begin(), ranked.end());
    for (const auto& [value, left, right] : ranked) join(left, right);
  }

  // What a document tells again, document by document, against what the happenings say by then.
  void join_retold() {
    const Retellings retellings(tellings_, entities_, rules_, published_);
    std::map<std::pair<std::uint32_t, std::string>, std::set<std::uint32_t>> told;
    for (std::uint32_t i = 0; i < tellings_.size(); ++i)
      told[{tellings_[i].document, tellings_[i].mention->type}].insert(i);
    for (const auto& [key, numbers] : told) {
      std::set<std::uint32_t> roots;
      for (const std::uint32_t i : numbers) {
        if (roots.size() < retold_groups) roots.insert(groups_.root(i));
      }
      std::vector<const Happening*> together;
      for (const std::uint32_t root : roots) together.push_back(&states_[root]);
      if (together.size() < 2) continue;
      for (const Retellings::Join& found : retellings.joins(together, key.first))
        join(found.left, found.right, found.nominals);
    }
  }

  // What a definite noun names again, in the order of the text.
  void join_definite() {
    const DefiniteTellings definite(tellings_, entities_, rules_);
    std::map<std::pair<std::uint32_t, std::string_view>, std::vector<std::uint32_t>> told;
    for (std::uint32_t i = 0; i < tellings_.size(); ++i)
      told[{tellings_[i].document, rules_.kind(tellings_[i].mention->type)}].push_back(i);
    for (const auto& [key, numbers] : told) {
      for (const std::uint32_t again : numbers) {
        if (definite.asks(tellings_[again])) join_definite(definite, again, numbers);
      }
    }
  }

  void join_definite(const DefiniteTellings& definite, std::uint32_t again, const std::vector<std::uint32_t>& numbers) {
    const std::uint32_t own = groups_.root(again);
    std::map<std::uint32_t, std::vector<std::uint32_t>> before;  // by root
    for (const std::uint32_t i : numbers) {
      if (tellings_[i].mention->trigger.begin >= tellings_[again].mention->trigger.begin) continue;
      if (before.size() < retold_groups || before.contains(groups_.root(i))) before[groups_.root(i)].push_back(i);
    }
    if (before.contains(own)) return;
    std::vector<DefiniteTellings::Told> told;
    std::vector<std::uint32_t> roots;
    for (auto& [root, tellings] : before) {
      told.push_back({&states_[root], std::move(tellings)});
      roots.push_back(root);
    }
    const std::optional<std::size_t> meant = definite.meant(again, states_[own], told);
    if (meant && !sentences_clash(states_[own], states_[roots[*meant]])) unite(own, roots[*meant]);
    if (told.empty()) join_announced(definite, again, numbers);
  }

  // "Last night's attack", of which the lead speaks first and tells right below.
  void join_announced(const DefiniteTellings& definite, std::uint32_t first,
                      const std::vector<std::uint32_t>& numbers) {
    const std::uint32_t own = groups_.root(first);
    std::set<std::uint32_t> below;
    for (const std::uint32_t i : numbers) {
      if (groups_.root(i) != own && definite.is_told_below(first, i)) below.insert(groups_.root(i));
    }
    if (below.size() != 1 || sentences_clash(states_[own], states_[*below.begin()])) return;
    if (definite.is_announced(states_[own], states_[*below.begin()])) unite(own, *below.begin());
  }

  // A title tells the one happening of its kind of which the lead tells, unless it is in the lead already.
  void join_headlines() {
    const Headlines headlines(tellings_, entities_, rules_);
    std::map<std::pair<std::uint32_t, std::string_view>,
             std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>>
        told;
    for (std::uint32_t i = 0; i < tellings_.size(); ++i) {
      auto& [title, lead] = told[{tellings_[i].document, rules_.kind(tellings_[i].mention->type)}];
      if (tellings_[i].headline) title.push_back(i);
      if (headlines.in_lead(tellings_[i])) lead.push_back(i);
    }
    for (const auto& [key, place] : told) {
      const auto& [title, lead] = place;
      if (title.size() != 1 || lead.empty()) continue;
      std::set<std::uint32_t> roots;
      for (const std::uint32_t i : lead) roots.insert(groups_.root(i));
      const std::uint32_t from = groups_.root(title.front()), to = *roots.begin();
      if (roots.size() != 1 || from == to || sentences_clash(states_[from], states_[to])) continue;
      const bool told_there = std::any_of(lead.begin(), lead.end(), [&](std::uint32_t i) {
        return headlines.may_tell(title.front(), i, states_[from], states_[to]);
      });
      if (told_there) unite(from, to);
    }
  }

  void join(std::uint32_t left, std::uint32_t right, Nominals nominals = Nominals::closed) {
    const std::uint32_t a = groups_.root(left), b = groups_.root(right);
    const Comparer& comparer = nominals == Nominals::open ? open_ : comparer_;
    if (a != b && !comparer.compare(states_[a], states_[b]).clash && !sentences_clash(states_[a], states_[b]) &&
        !any_counts_others(states_[a], states_[b], tellings_))
      unite(a, b);
  }

  void unite(std::uint32_t a, std::uint32_t b) {
    const std::uint32_t root = groups_.join(a, b);
    states_[root] = united(states_[a], states_[b]);
    states_[root == a ? b : a] = {};
  }

  // The same words around the trigger in the news of one week: whoever was read into them, they tell the same.
  void join_edited() {
    for (const auto& [left, right] : edited_pairs(tellings_)) {
      const auto &one = published_[tellings_[left].document], &other = published_[tellings_[right].document];
      const std::uint32_t a = groups_.root(left), b = groups_.root(right);
      if (a == b || !one || !other || std::abs(*one - *other) > edited_days) continue;
      if (!comparer_.occasions_clash(states_[a], states_[b]) && !sentences_clash(states_[a], states_[b])) unite(a, b);
    }
  }

  // Two triggers of one sentence that name different people tell of two happenings.
  bool sentences_clash(const Happening& left, const Happening& right) const {
    const std::size_t n = std::min(left.tellings.size(), full_check), m = std::min(right.tellings.size(), full_check);
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < m; ++j) {
        const Telling &a = tellings_[left.tellings[i]], &b = tellings_[right.tellings[j]];
        if (same_sentence(a, b) && !one_names_all(a, b)) return true;
      }
    }
    return false;
  }

  // Nothing when the two are not to be joined; more for surer pairs.
  std::optional<double> score(std::uint32_t left, std::uint32_t right, Kinship relation) const {
    const Telling &a = tellings_[left], &b = tellings_[right];
    // "The aircraft came down", "sued the company", on the day and a few lines after somebody of that kind was told of
    const bool near = relation == Kinship::document && b.sentence - a.sentence <= near_sentences && b.known_people;
    const Agreement agreement = (near ? nearby_ : comparer_).compare(single(left), single(right));
    if (agreement.clash) return std::nullopt;
    if (told_twice(a, b, rules_)) return 8.0;
    if (!(agreement.same_entity || agreement.matched >= 0.5 || agreement.same_place)) return std::nullopt;
    if (relation == Kinship::document && (a.apart != b.apart || counts_others(a, b))) return std::nullopt;
    if (lies_elsewhere(a, b, entities_) || (rules_.goes_on(a.mention->type, a.mention->mode) && !agreement.same_place))
      return std::nullopt;
    if (agreement.other_type) return kin_score(a, b, agreement, relation);
    const double words = same_sentence(a, b) ? 0 : common_words(a, b);
    if (words < rules_.identity(a.mention->type).words && a.reference == b.reference) return std::nullopt;
    if (!admitted(a, b, agreement, words, relation)) return std::nullopt;
    return 3 * agreement.matched + 2 * static_cast<int>(agreement.date) + 2 * words + agreement.same_place +
           (relation == Kinship::document);
  }

  // Of two types: the same day, or one story that tells both in like words.
  std::optional<double> kin_score(const Telling& a, const Telling& b, const Agreement& agreement,
                                  Kinship relation) const {
    const Family* family = rules_.family(a.mention->type);
    if (family == nullptr || !agreement.same_entity || !agreement.covered) return std::nullopt;
    const double words = common_words(a, b);
    const bool same_day = agreement.date == DateFit::strong;
    const bool one_story = relation != Kinship::none && words >= family->words;
    if (!same_day && !one_story) return std::nullopt;
    return agreement.matched + static_cast<int>(agreement.date) + words;
  }

  Happening single(std::uint32_t number) const { return happening(tellings_[number], number); }

  bool admitted(const Telling& a, const Telling& b, const Agreement& agreement, double words, Kinship relation) const {
    const bool firm = agreement.enough && (agreement.same_entity || agreement.same_place);
    const bool close = relation == Kinship::document && b.sentence - a.sentence <= near_sentences;
    const bool retold =
        agreement.covered && agreement.same_entity && words >= retold_words && relation != Kinship::none;
    // Of what is told by the month ("m"), the month and one of its people are as much as most tellings give.
    const bool by_month = a.type != nullptr && a.type->merge == MergeWindow::same_month && agreement.covered &&
                          agreement.same_entity && relation != Kinship::none;
    const bool points_back = relation == Kinship::document && b.reference == Telling::Reference::back;
    // What two people do to one another may recur in an article in other words; what they do together hardly does.
    const bool far_other_word =
        relation == Kinship::document && !close && !same_word(a, b) && (a.type == nullptr || !a.type->symmetric);
    const Identity& identity = rules_.identity(a.mention->type);
    const bool one_year = agreement.date == DateFit::weak && identity.by == Identity::By::year && in_one_year(a, b);
    switch (one_year ? DateFit::fair : agreement.date) {
      case DateFit::clash:
        return false;
      case DateFit::strong:
        return firm || (agreement.enough && (words >= story_words || (close && agreement.covered && b.known_people))) ||
               (agreement.covered && (words >= alike_words || (points_back && close)));
      case DateFit::fair:
        return retold || (by_month && words >= story_words) || (firm && two_bodies(a, b)) ||
               (firm && (relation != Kinship::none || words >= story_words));
      case DateFit::weak:
      case DateFit::unknown:
        if (relation == Kinship::none) return false;
        if (!agreement.covered) return false;
        return retold || (points_back && (close || firm)) ||
               (firm && ((agreement.matched >= 1.5 && !far_other_word) || words >= identity.undated));
    }
    return false;
  }

  // Both dates are stated, one is a year, the other that year or a time in it.
  static bool in_one_year(const Telling& a, const Telling& b) {
    const EventDate &left = *a.mention->date, &right = *b.mention->date;
    if (left.basis != Basis::stated || right.basis != Basis::stated) return false;
    const EventDate &wide = left.precision == Precision::year ? left : right, &other = &wide == &left ? right : left;
    return wide.precision == Precision::year && other.days.first && other.days.last && wide.days.first &&
           wide.days.last && *wide.days.first <= *other.days.first && *other.days.last <= *wide.days.last;
  }

  // Two who are the same and known by name, one of them no state, and a type that does not happen every day: what they sign or buy
  // in a month is one thing.
  bool two_bodies(const Telling& a, const Telling& b) const {
    if (a.type == nullptr || a.type->merge == MergeWindow::same_day || a.type->merge == MergeWindow::next_day)
      return false;
    int known = 0, bodies = 0;
    for (const Participant& participant : a.who) {
      if (!std::binary_search(b.who.begin(), b.who.end(), participant)) continue;
      const bool named = entities_.profiles[participant.entity].reach <= Reach::name;
      known += named ? 1 : 0;
      bodies += named && entities_.entities[participant.entity].kind != EntityKind::country ? 1 : 0;
    }
    return known >= 2 && bodies >= 1;
  }

  // The same words tell the same, where nothing speaks against it.
  std::optional<double> copied_score(std::uint32_t left, std::uint32_t right, Kinship) const {
    if (comparer_.compare(single(left), single(right)).clash) return std::nullopt;
    return 1.0;
  }

  // "The meeting", told of nobody, is the nearest one told before, of those in its place if one is told.
  std::optional<double> back_score(std::uint32_t left, std::uint32_t right, Kinship) const {
    const Telling &a = tellings_[left], &b = tellings_[right];
    if (!b.who.empty()) return std::nullopt;
    const Agreement agreement = comparer_.compare(single(left), single(right));
    if (agreement.clash) return std::nullopt;
    return 1.0 / (1 + b.sentence - a.sentence) + (a.who.empty() ? 0.0 : 0.01) + (agreement.same_place ? 1.0 : 0.0);
  }

  // Speech acts of one type about one happening.
  Pairs content_pairs() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> at;
    for (std::uint32_t i = 0; i < tellings_.size(); ++i) at[{tellings_[i].document, tellings_[i].index}] = i;
    std::map<std::pair<std::string, std::uint32_t>, std::vector<std::uint32_t>> speaking;
    for (std::uint32_t i = 0; i < tellings_.size(); ++i) {
      for (const std::uint32_t about : tellings_[i].mention->content) {
        const auto found = at.find({tellings_[i].document, about});
        if (found != at.end()) speaking[{tellings_[i].mention->type, groups_.root(found->second)}].push_back(i);
      }
    }
    Pairs pairs;
    for (const auto& [key, block] : speaking) {
      for (std::size_t i = 0; i < block.size(); ++i) {
        for (std::size_t j = i + 1; j < std::min(block.size(), i + story_documents); ++j)
          pairs.emplace_back(block[i], block[j]);
      }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  // Who speaks must be the same, and nothing may speak against one occasion.
  std::optional<double> content_score(std::uint32_t left, std::uint32_t right, Kinship) const {
    const Agreement agreement = comparer_.compare(single(left), single(right));
    if (agreement.clash || !agreement.same_entity || !agreement.covered || agreement.date == DateFit::weak)
      return std::nullopt;
    return agreement.matched + static_cast<int>(agreement.date);
  }

  // Documents of different times tell different stories of the same people.
  void drop_distant(std::vector<std::vector<std::uint32_t>>& stories) const {
    for (std::uint32_t document = 0; document < stories.size(); ++document) {
      std::erase_if(stories[document], [&](std::uint32_t other) {
        return published_[document] && published_[other] &&
               std::abs(*published_[document] - *published_[other]) > report_days;
      });
    }
  }

  // What happened long before a document, or in no certain month, is background: it makes no story.
  bool is_news(const Happening& state, std::uint32_t document) const {
    if (!state.days || !state.days->first || !state.days->last || *state.days->last - *state.days->first > report_days)
      return false;
    return !published_[document] || std::abs(*published_[document] - *state.days->last) <= report_days;
  }

  void add_shared_happenings(std::vector<std::vector<std::uint32_t>>& stories) {
    for (std::uint32_t i = 0; i < tellings_.size(); ++i) {
      if (groups_.root(i) != i) continue;
      std::set<std::uint32_t> documents;
      for (const std::uint32_t telling : states_[i].tellings) {
        if (is_news(states_[i], tellings_[telling].document)) documents.insert(tellings_[telling].document);
      }
      for (auto at = documents.begin(); at != documents.end(); ++at) {
        auto other = std::next(at);
        for (std::size_t n = 0; other != documents.end() && n < story_documents; ++other, ++n) {
          stories[*at].push_back(*other);
          stories[*other].push_back(*at);
        }
      }
    }
    for (std::vector<std::uint32_t>& related : stories) {
      std::sort(related.begin(), related.end());
      related.erase(std::unique(related.begin(), related.end()), related.end());
    }
  }

  const std::vector<Telling>& tellings_;
  const std::vector<std::optional<DayNumber>>& published_;
  const EntityTable& entities_;
  const EventRules& rules_;
  Comparer comparer_, open_, nearby_;
  Groups groups_;
  std::vector<Happening> states_;  ///< by root
};

}  // namespace

std::vector<std::vector<std::uint32_t>> happenings(const std::vector<Telling>& tellings, const EntityTable& entities,
                                                   const EventRules& rules, const DocumentFacts& documents) {
  return Clusterer(tellings, entities, rules, documents.published).run(documents.stories, documents.origins);
}

}  // namespace dateline::merging
