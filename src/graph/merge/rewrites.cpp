#include "graph/merge/rewrites.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace dateline::merging {
namespace {

constexpr DayNumber near_days = 14;  ///< the same people may meet again after that
constexpr std::size_t enough_origins = 2;
constexpr DayNumber written_within = 21;  ///< days before publication

/// Who tells a happening on one day.
struct Tellers {
  std::set<std::uint32_t> documents;
  std::set<std::string_view> origins, absolute;  ///< absolute: by a date that stands alone
  DayNumber first_published = 0;
  std::string first_source;
};

/// A relative date that might follow.
struct Candidate {
  std::uint32_t document = 0, time = 0;
  DayNumber day = 0, published = 0, written = 0, recounted = 0;
};

struct RecountedHappening {
  std::map<DayNumber, Tellers> told;  ///< by those who are no candidates
  std::vector<Candidate> candidates;
};

// The day before publication that relative dates of a document count from; nothing where there is none, or several.
std::optional<DayNumber> day_written(const Reading& reading, const DocumentInfo& info, const Recounts& recounts) {
  if (!info.anchor_edtf.empty()) return single_day(info.anchor_edtf);
  const std::optional<DayNumber> published = day_published(reading.document);
  std::optional<DayNumber> written;
  for (const TimeMention& time : reading.findings.times) {
    const std::optional<DayNumber> anchor = recounts.has(time.rule) ? single_day(time.anchor) : std::nullopt;
    if (!anchor || !published || *anchor >= *published || *published - *anchor > written_within) continue;
    if (written && written != anchor) return std::nullopt;
    written = anchor;
  }
  return written;
}

// Type and people, at least one of them known by name; "" for less.
std::string key_of(const Telling& telling, const EntityTable& entities) {
  const auto known = [&](const Participant& one) {
    const Reach reach = entities.profiles[one.entity].reach;
    return reach == Reach::table || reach == Reach::name;
  };
  if (std::none_of(telling.who.begin(), telling.who.end(), known)) return "";
  std::string key = telling.mention->type + "\t" + telling.mention->mode;
  for (const Participant& one : telling.who) key += "\t" + one.role + "\t" + std::to_string(one.entity);
  return key;
}

class Happenings {
 public:
  Happenings(const Readings& readings, const std::vector<DocumentInfo>& documents, const EntityTable& entities,
             const Recounts& recounts, std::vector<std::optional<DayNumber>> written)
      : readings_(readings),
        documents_(documents),
        entities_(entities),
        recounts_(recounts),
        written_(std::move(written)) {}

  void add(const Telling& telling) {
    const EventMention& mention = *telling.mention;
    const auto& times = readings_[telling.document]->findings.times;
    if (!is_fact(mention) || !mention.date || !mention.time || *mention.time >= times.size()) return;
    const std::optional<DayNumber> day = single_day(mention.date->edtf);
    const std::optional<DayNumber> published = day_published(readings_[telling.document]->document);
    if (!day || !published) return;
    const std::string key = key_of(telling, entities_);
    if (key.empty()) return;
    RecountedHappening& happening = all_[key];
    const TimeMention& time = times[*mention.time];
    if (const std::optional<DayNumber>& written = written_[telling.document];
        written && single_day(time.anchor) == published && single_day(time.edtf) == day) {
      const auto recounted = recounts_.day(time.rule, *day, *published, *written);
      if (recounted && recounted != day) {
        happening.candidates.push_back({telling.document, *mention.time, *day, *published, *written, *recounted});
        return;
      }
    }
    Tellers& tellers = happening.told[*day];
    const DocumentInfo& document = documents_[telling.document];
    if (tellers.documents.empty() ||
        std::pair(*published, document.source) < std::pair(tellers.first_published, tellers.first_source)) {
      tellers.first_published = *published;
      tellers.first_source = document.source;
    }
    tellers.documents.insert(telling.document);
    tellers.origins.insert(document.origin);
    if (time.anchor.empty()) tellers.absolute.insert(document.origin);
  }

  /// Those that follow, with the source of the first who tells the day. One time expression may date several happenings: where one
  /// of them speaks against it, it does not follow.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<Candidate, std::string>> following() const {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<Candidate, std::string>> out;
    std::set<std::pair<std::uint32_t, std::uint32_t>> spoken_against;
    for (const auto& [key, happening] : all_) {
      for (const Candidate& candidate : happening.candidates) {
        const std::pair place{candidate.document, candidate.time};
        const Tellers* tellers = witnesses(happening, candidate);
        if (tellers != nullptr) {
          out.try_emplace(place, candidate, tellers->first_source);
        } else if (happening.told.contains(candidate.day)) {
          spoken_against.insert(place);
        }
      }
    }
    std::erase_if(out, [&](const auto& entry) { return spoken_against.contains(entry.first); });
    return out;
  }

 private:
  const Tellers* witnesses(const RecountedHappening& happening, const Candidate& candidate) const {
    const auto begin = happening.told.lower_bound(std::min(candidate.day, candidate.recounted) - near_days);
    const auto end = happening.told.upper_bound(std::max(candidate.day, candidate.recounted) + near_days);
    if (begin == end || std::next(begin) != end || begin->first != candidate.recounted) return nullptr;
    const Tellers& tellers = begin->second;
    const std::string_view own = documents_[candidate.document].origin;
    const auto others = [&](const std::set<std::string_view>& origins) {
      return origins.size() - (origins.contains(own) ? 1 : 0);
    };
    if (tellers.documents.contains(candidate.document) || tellers.first_published >= candidate.published)
      return nullptr;
    return others(tellers.origins) >= enough_origins || others(tellers.absolute) > 0 ? &tellers : nullptr;
  }

  const Readings& readings_;
  const std::vector<DocumentInfo>& documents_;
  const EntityTable& entities_;
  const Recounts& recounts_;
  const std::vector<std::optional<DayNumber>> written_;
  std::map<std::string, RecountedHappening> all_;
};

DayNumber latest_weekday(DayNumber like, DayNumber until) {
  return until - (iso_weekday(until) - iso_weekday(like) + 7) % 7;
}

}  // namespace

Recounts::Recounts(const Resources& resources) {
  const Table& table = resources.table("en/merge/recounts");
  for (const Row& row : table.rows) {
    const std::string& counts = table.cell(row, "counts");
    if (counts != "latest" && counts != "before" && counts != "days")
      fail(row, "'" + counts + "' is none of latest, before, days");
    rules_[table.cell(row, "id")] = counts == "latest"   ? Counts::latest
                                    : counts == "before" ? Counts::before
                                                         : Counts::days;
  }
}

std::optional<DayNumber> Recounts::day(std::string_view rule, DayNumber day, DayNumber published,
                                       DayNumber written) const {
  const auto found = rules_.find(rule);
  if (found == rules_.end() || day > published) return std::nullopt;
  switch (found->second) {
    case Counts::latest:
      return latest_weekday(day, written);
    case Counts::before:
      return latest_weekday(day, written - 1);
    case Counts::days:
      return day + written - published;
  }
  return std::nullopt;
}

bool follow_other_tellings(Amended& amended, const std::vector<Telling>& tellings,
                           const std::vector<DocumentInfo>& documents, const EntityTable& entities,
                           const Recounts& recounts, const Labels& labels) {
  std::vector<std::optional<DayNumber>> days_written;
  for (std::size_t i = 0; i < documents.size(); ++i)
    days_written.push_back(day_written(*amended.readings()[i], documents[i], recounts));
  if (std::none_of(days_written.begin(), days_written.end(), [](const auto& day) { return day.has_value(); }))
    return false;
  Happenings happenings(amended.readings(), documents, entities, recounts, std::move(days_written));
  for (const Telling& telling : tellings) happenings.add(telling);
  bool any = false;
  for (const auto& [place, follows] : happenings.following()) {
    const auto& [candidate, source] = follows;
    const TimeMention& time = amended.readings()[place.first]->findings.times[place.second];
    const std::string day = iso_day(candidate.recounted), from = iso_day(candidate.written);
    const std::string others = source + ", " + day;
    const Recounted to{day,
                       time.mod,
                       day,
                       from,
                       labels.phrase("rewrite", from, others),
                       time.alternatives,
                       labels.phrase("rewrite-own", time.anchor, others)};
    any = amended.recount(place.first, place.second, to) || any;
  }
  return any;
}

}  // namespace dateline::merging
