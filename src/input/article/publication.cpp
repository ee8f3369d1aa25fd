#include "input/article/publication.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "dateline/model/date.hpp"
#include "input/date/tokens.hpp"

namespace dateline::input {
namespace {

/// A date of the text and where it stands.
struct Candidate {
  WrittenDate date;
  std::optional<DateCue> cue;
  int line = 0;
  bool late = false;   ///< behind the third paragraph, where other articles are named as well
  bool plain = false;  ///< its line holds nothing else but an author or an agency
};

std::string from_line(int line) { return line > 0 ? "text line " + std::to_string(line) : "text"; }

std::vector<Candidate> candidates_of(const Draft& draft, const std::vector<Facts>& facts, const Classified& kinds,
                                     const Rules& rules) {
  std::vector<Candidate> found;
  int paragraphs = 0;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    paragraphs += kinds.kinds[i] == BlockKind::paragraph && facts[i].prose;
    if (kinds.kinds[i] != BlockKind::published) continue;
    std::vector<std::optional<DateCue>> cues = date_cues(facts[i], rules);
    const bool cue_above = i > 0 && facts[i - 1].cue_line && !cues.empty() && !cues.front();
    if (cue_above) cues.front() = cue_in(facts[i - 1], rules);
    for (std::size_t j = 0; j < facts[i].dates.size(); ++j)
      found.push_back(
          {facts[i].dates[j], cues[j], draft.pieces[i].line, paragraphs >= 3, facts[i].bare_date || facts[i].named});
  }
  return found;
}

/// A time of day on the line after its date, or before it, belongs to it.
void join_clocks(std::vector<Candidate>& found) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i].date.month != 0 || !found[i].date.clock) continue;
    const auto takes = [&](std::size_t j) {
      return found[j].date.has_day() && !found[j].date.clock && found[j].cue == found[i].cue;
    };
    if (i > 0 && takes(i - 1)) {
      found[i - 1].date.clock = found[i].date.clock;
    } else if (i + 1 < found.size() && takes(i + 1)) {
      found[i + 1].date.clock = found[i].date.clock;
    }
  }
  std::erase_if(found, [](const Candidate& one) { return one.date.month == 0; });
}

/// A day that may be read two ways is decided by another date that agrees with one of them.
void settle(std::vector<Candidate>& found, const std::optional<WrittenDate>& path) {
  const auto agrees = [&](const WrittenDate& date) {
    const auto same = [&](const WrittenDate& other) {
      return other.year == date.year && other.month == date.month && other.day == date.day;
    };
    return (path && same(*path)) || std::any_of(found.begin(), found.end(), [&](const Candidate& other) {
             return !other.date.ambiguous && same(other.date);
           });
  };
  for (Candidate& one : found) {
    if (!one.date.ambiguous) continue;
    WrittenDate exchanged = one.date;
    std::swap(exchanged.month, exchanged.day);
    if (agrees(exchanged)) one.date = exchanged;
    one.date.ambiguous = !agrees(one.date);
  }
  std::erase_if(found, [](const Candidate& one) { return one.date.ambiguous; });
}

/// The one year that everything else around the article names; 0 when there is none or more than one.
int year_around(const std::vector<Candidate>& found, const std::optional<WrittenDate>& path,
                const std::optional<WrittenDate>& file) {
  std::set<int> years;
  for (const Candidate& one : found) {
    if (one.date.year != 0) years.insert(one.date.year);
  }
  if (path) years.insert(path->year);
  if (file) years.insert(file->year);
  return years.size() == 1 ? *years.begin() : 0;
}

/// The one year in the copyright lines of a page, which is mostly that of its articles; 0 when there is none or more
/// than one.
int year_of_rights(const std::vector<Facts>& facts, const Classified& kinds) {
  std::set<int> years;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const std::string_view text = facts[i].text;
    if (kinds.kinds[i] != BlockKind::boilerplate || facts[i].words > longest_line || text.find("\xC2\xA9") == text.npos)
      continue;
    for (const DateToken& token : date_tokens(text)) {
      if (token.number(4) && token.value > 1990 && token.value < 2100) years.insert(token.value);
    }
  }
  return years.size() == 1 ? *years.begin() : 0;
}

/// The last such day before the fallback date, or on it.
int year_before(const WrittenDate& date, const std::optional<std::string>& fallback) {
  const std::optional<EdtfDate> limit = fallback ? parse_edtf(*fallback) : std::nullopt;
  if (!limit || !limit->days.last) return 0;
  const int year = civil(*limit->days.last).year;
  const std::optional<DayNumber> day = day_number(year, date.month, date.day);
  return day && *day > *limit->days.last ? year - 1 : year;
}

/// The best, the first among equals: a day before a month; near the head before far behind it; with a cue before without one; and a line of its
/// own before a line with other words.
const Candidate* best_of(const std::vector<Candidate>& found, bool (*is_wanted)(const Candidate&)) {
  const auto rank = [](const Candidate& one) {
    return (one.date.day != 0 ? 8 : 0) + (one.late ? 0 : 4) + (one.cue ? 2 : 0) + (one.plain ? 1 : 0);
  };
  const Candidate* best = nullptr;
  for (const Candidate& one : found) {
    if (one.date.year == 0 || !is_wanted(one)) continue;
    if (best == nullptr || rank(one) > rank(*best)) best = &one;
  }
  return best;
}

bool is_updated(const Candidate& one) { return one.cue == DateCue::updated; }
bool is_published(const Candidate& one) { return !is_updated(one); }

/// A later line that gives the same day with its hour says the same, better.
std::string finest(const Candidate& chosen, const std::vector<Candidate>& found) {
  std::string edtf = edtf_of(chosen.date);
  if (chosen.date.clock && chosen.date.clock->zone) return edtf;
  for (const Candidate& one : found) {
    const bool same_day =
        one.date.year == chosen.date.year && one.date.month == chosen.date.month && one.date.day == chosen.date.day;
    if (same_day && one.cue != DateCue::updated && one.date.clock && one.date.clock->zone) return edtf_of(one.date);
  }
  return edtf;
}

}  // namespace

std::optional<Published> publication(const Draft& draft, const std::vector<Facts>& facts, const Classified& kinds,
                                     const Surroundings& around, const Rules& rules) {
  const std::optional<WrittenDate> path = date_in_path(around.url, rules.calendar),
                                   file = date_in_path(around.file, rules.calendar);
  std::vector<Candidate> found = candidates_of(draft, facts, kinds, rules);
  join_clocks(found);
  settle(found, path ? path : file);
  int year = year_around(found, path, file);
  if (year == 0 && !around.fallback_date) year = year_of_rights(facts, kinds);
  for (Candidate& one : found) {
    if (one.date.year == 0 && one.date.day != 0)
      one.date.year = year != 0 ? year : year_before(one.date, around.fallback_date);
  }
  if (const Candidate* one = best_of(found, is_published)) return Published{finest(*one, found), from_line(one->line)};
  if (around.newswire && around.newswire->date) {
    WrittenDate date = *around.newswire->date;
    if (date.year == 0) date.year = year != 0 ? year : year_before(date, around.fallback_date);
    if (const std::string edtf = edtf_of(date); !edtf.empty())
      return Published{edtf, "dateline, " + from_line(around.newswire_line)};
  }
  if (path) return Published{edtf_of(*path), "url"};
  if (draft.updated) return draft.updated;
  if (const Candidate* one = best_of(found, is_updated))
    return Published{edtf_of(one->date), from_line(one->line) + " (updated)"};
  if (file) return Published{edtf_of(*file), "file name"};
  if (around.fallback_date) return Published{*around.fallback_date, "option --date"};
  return std::nullopt;
}

std::string older_dateline(const std::optional<Newswire>& newswire, const std::optional<Published>& published) {
  constexpr DayNumber longest_guess = 60;  // days
  if (!newswire || !newswire->date || newswire->date->day == 0 || newswire->date->ambiguous || !published) return "";
  const std::optional<EdtfDate> out = parse_edtf(published->edtf);
  if (!out || !out->days.last || out->days.first != out->days.last) return "";
  WrittenDate date = *newswire->date;
  const bool guessed = date.year == 0;
  if (guessed) date.year = year_before(date, published->edtf);
  const std::optional<DayNumber> day = day_number(date.year, date.month, date.day);
  if (!day || *day >= *out->days.last || (guessed && *out->days.last - *day > longest_guess)) return "";
  return iso_day(*day);
}

}  // namespace dateline::input
