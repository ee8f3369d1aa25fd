#include "graph/merge/reprints.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "dateline/base/hash.hpp"
#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "graph/merge/word_uses.hpp"

namespace dateline::merging {
namespace {

constexpr std::size_t fewest_words = 3;     // of a sentence that a report of the same origin has
constexpr std::size_t telling_words = 12;   // the same for any other report
constexpr DayNumber reprinted_within = 21;  // days, of any other report
constexpr std::size_t formula_days = 3;     // printed on so many days by more than one origin, it is a formula

/// A sentence with the time expressions in it.
struct Dated {
  std::uint64_t wording = 0;
  DayNumber published = 0;
  std::uint32_t document = 0, sentence = 0;
  std::uint32_t first_time = 0, times = 0;
  bool tells = false;  ///< long enough to be copied rather than alike by chance
};

struct Source {
  std::uint32_t document = 0, time = 0;
  bool operator==(const Source&) const = default;
};

std::uint64_t hash_of(const std::vector<std::string>& words) { return fnv1a(join(words, " ")); }

std::optional<std::uint32_t> sentence_at(const std::vector<Span>& sentences, const Span& span) {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), span.begin,
                                      [](std::uint32_t place, const Span& one) { return place < one.begin; });
  if (after == sentences.begin() || std::prev(after)->end < span.end) return std::nullopt;
  return static_cast<std::uint32_t>(after - sentences.begin() - 1);
}

void add_dated(const Reading& reading, std::uint32_t document, std::vector<Dated>& out) {
  const std::optional<DayNumber> published = day_published(reading.document);
  const Findings& findings = reading.findings;
  if (!published || findings.times.empty()) return;
  const utf8::Places text(reading.document.text);
  const std::size_t begin = out.size();
  for (std::uint32_t time = 0; time < findings.times.size(); ++time) {
    const auto sentence = sentence_at(findings.sentences, findings.times[time].span);
    if (!sentence) continue;
    if (out.size() > begin && out.back().sentence == *sentence && out.back().first_time + out.back().times == time) {
      ++out.back().times;
      continue;
    }
    const Span& span = findings.sentences[*sentence];
    const std::vector<std::string> words = plain_words(text.slice(span.begin, span.end));
    if (words.size() < fewest_words) continue;
    out.push_back({hash_of(words), *published, document, *sentence, time, 1, words.size() >= telling_words});
  }
}

/// The sentences of a document, and those with numbers as they read with any other number.
struct Wordings {
  std::set<std::uint64_t> exact;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> numbered;  ///< without its numbers, with them
};

Wordings wordings_of(const Reading& reading) {
  Wordings out;
  const utf8::Places text(reading.document.text);
  for (const Span& span : reading.findings.sentences) {
    std::vector<std::string> words = plain_words(text.slice(span.begin, span.end));
    const std::uint64_t exact = hash_of(words);
    out.exact.insert(exact);
    bool numbered = false;
    for (std::string& word : words) {
      if (std::erase_if(word, [](char c) { return c >= '0' && c <= '9'; }) == 0) continue;
      word.push_back('0');
      numbered = true;
    }
    if (numbered) out.numbered.emplace_back(hash_of(words), exact);
  }
  return out;
}

class Finder {
 public:
  Finder(const Readings& readings, const std::vector<DocumentInfo>& documents)
      : readings_(readings), documents_(documents) {}

  /// [document][time]: where the expression stood first. In the order of the text.
  std::vector<std::map<std::uint32_t, Source>> sources() {
    std::vector<Dated> all;
    for (std::uint32_t i = 0; i < readings_.size(); ++i) add_dated(*readings_[i], i, all);
    std::sort(all.begin(), all.end(), [](const Dated& a, const Dated& b) {
      return std::tie(a.wording, a.published, a.document, a.sentence) <
             std::tie(b.wording, b.published, b.document, b.sentence);
    });
    out_.resize(readings_.size());
    for (auto run = all.begin(); run != all.end();) {
      const auto end = std::find_if(run, all.end(), [&](const Dated& one) { return one.wording != run->wording; });
      if (run->published != std::prev(end)->published) add_run(run, end);
      run = end;
    }
    return std::move(out_);
  }

 private:
  using Place = std::vector<Dated>::const_iterator;

  const std::string& origin(const Dated& dated) const { return documents_[dated.document].origin; }

  bool formula(Place begin, Place end) const {
    std::set<DayNumber> days;
    std::set<std::string_view> origins;
    for (auto at = begin; at != end; ++at) days.insert(at->published), origins.insert(origin(*at));
    return days.size() >= formula_days && origins.size() > 1;
  }

  // One sentence, its documents by day: each later one follows the first of its origin, else the first of all.
  void add_run(Place begin, Place end) {
    std::map<std::string_view, std::vector<Dated>> first_of;
    std::vector<Dated> first;
    const bool any_origin = begin->tells && !formula(begin, end);
    for (auto at = begin; at != end; ++at) {
      std::vector<Dated>& own = first_of[origin(*at)];
      if (own.empty() || own.front().published == at->published) own.push_back(*at);
      if (at->published == begin->published) first.push_back(*at);
      const bool near = any_origin && at->published - begin->published <= reprinted_within;
      const std::vector<Dated>& originals = near ? first : own;
      if (originals.front().published < at->published) add(originals, *at);
    }
  }

  void add(const std::vector<Dated>& originals, const Dated& later) {
    for (std::uint32_t i = 0; i < later.times; ++i) {
      std::optional<Source> source;
      bool one = true;
      for (const Dated& original : originals) {
        one = one && original.times == later.times && !series(original.document, later.document);
        if (!one) break;
        const Source found{original.document, original.first_time + i};
        one = !source || same(*source, found);
        if (!source) source = found;
      }
      if (one && source) out_[later.document].emplace(later.first_time + i, *source);
    }
  }

  bool same(const Source& left, const Source& right) const {
    const TimeMention &a = time(left), &b = time(right);
    return a.edtf == b.edtf && a.value == b.value;
  }
  const TimeMention& time(const Source& source) const {
    return readings_[source.document]->findings.times[source.time];
  }

  const Wordings& wordings(std::uint32_t document) {
    const auto [at, fresh] = wordings_.try_emplace(document);
    if (fresh) at->second = wordings_of(*readings_[document]);
    return at->second;
  }

  // Whether a sentence of one stands in the other with other numbers: two issues of a weekly report are no copies.
  bool series(std::uint32_t left, std::uint32_t right) {
    const auto [at, fresh] = series_.try_emplace({left, right}, false);
    if (!fresh) return at->second;
    const Wordings &a = wordings(left), &b = wordings(right);
    std::set<std::uint64_t> masked;
    for (const auto& [without, exact] : a.numbered) {
      if (!b.exact.contains(exact)) masked.insert(without);
    }
    return at->second = std::any_of(b.numbered.begin(), b.numbered.end(), [&](const auto& sentence) {
             return !a.exact.contains(sentence.second) && masked.contains(sentence.first);
           });
  }

  const Readings& readings_;
  const std::vector<DocumentInfo>& documents_;
  std::vector<std::map<std::uint32_t, Source>> out_;
  std::unordered_map<std::uint32_t, Wordings> wordings_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> series_;
};

/// The dates of one later document.
class Follower {
 public:
  Follower(Amended& amended, const std::vector<DocumentInfo>& documents, const Labels& labels, std::uint32_t document)
      : amended_(amended), documents_(documents), labels_(labels), document_(document) {}

  void follow(std::uint32_t time, const Source& source) {
    const Findings& own = amended_.readings()[document_]->findings;
    const TimeMention& here = own.times[time];
    const TimeMention there = amended_.readings()[source.document]->findings.times[source.time];
    if (!differs_by_anchor(here, there)) return;
    const std::string before = here.edtf;
    const DocumentInfo& original = documents_[source.document];
    const std::string from = iso_day(*day_published(amended_.readings()[source.document]->document));
    const std::string where = original.source + ", " + from;
    const Recounted to{there.value,
                       there.mod,
                       there.edtf,
                       there.anchor,
                       labels_.phrase("reprint", there.anchor, where),
                       there.alternatives,
                       labels_.phrase("reprint-own", here.anchor, where)};
    if (!amended_.recount(document_, time, to)) return;
    own_why_ = to.own_why;
    moved_.emplace(before, there.edtf);
  }

  /// What rests on several of the dates.
  void finish() { amended_.follow_ranges(document_, moved_, own_why_); }

 private:
  bool differs_by_anchor(const TimeMention& here, const TimeMention& there) const {
    if (here.type != there.type || here.rule != there.rule || here.edtf.empty() || there.edtf.empty()) return false;
    if (here.edtf == there.edtf || here.anchor.empty() || there.anchor.empty()) return false;
    const auto own = single_day(here.anchor);
    const bool counted_from_publication = own && single_day(there.anchor) && own != single_day(there.anchor) &&
                                          own == day_published(amended_.readings()[document_]->document);
    const auto moved = moved_.find(here.anchor);
    return counted_from_publication || (moved != moved_.end() && moved->second == there.anchor);
  }

  Amended& amended_;
  const std::vector<DocumentInfo>& documents_;
  const Labels& labels_;
  std::uint32_t document_;
  std::string own_why_;
  std::map<std::string, std::string> moved_;  ///< dates before and after, which later ones may be counted from
};

}  // namespace

void follow_originals(Amended& amended, const std::vector<DocumentInfo>& documents, const Labels& labels) {
  const auto sources = Finder(amended.readings(), documents).sources();
  std::vector<std::pair<DayNumber, std::uint32_t>> by_day;  // an original may itself follow an earlier one
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    if (!sources[i].empty()) by_day.emplace_back(*day_published(amended.readings()[i]->document), i);
  }
  std::sort(by_day.begin(), by_day.end());
  for (const auto& [day, document] : by_day) {
    Follower follower(amended, documents, labels, document);
    for (const auto& [time, source] : sources[document]) follower.follow(time, source);
    follower.finish();
  }
}

}  // namespace dateline::merging
