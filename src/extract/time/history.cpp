#include "extract/time/history.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline::time {
namespace {

/// Readings kept at each date; more changes nothing, fewer forgets the right one.
constexpr std::size_t kept = 16;

// What a reading costs. Going on is cheap, going back dear, and a look aside costs about as much as a step back of half a year.
constexpr double aside_cost = 2, aside_without_year = 1, next_year = 0.4, year_before = 0.6, in_heading = 0.5;

/// A story so far: where it stands, and what it cost to read it so.
struct Story {
  double cost = 0;
  std::uint32_t before = 0;  ///< the story that it goes on from, one date earlier
  DayNumber first = 0, last = 0;
  int year = 0;
  bool begun = false;
  Placed choice;
};

double jump(const Story& from, DayNumber first, DayNumber last) {
  if (!from.begun) return 0;
  const double ahead = static_cast<double>(first) - from.last, back = static_cast<double>(from.first) - last;
  if (back > 0) return 0.3 + 0.6 * std::log2(1 + back / 60);
  return ahead > 31 ? 0.5 * std::log2(1 + (ahead - 31) / 180) : 0;
}

class Storyline {
 public:
  explicit Storyline(const std::vector<Told>& told) : told_(told) {}

  std::vector<Placed> run() {
    std::vector<std::vector<Story>> steps = {{Story{}}};
    steps.reserve(told_.size() + 1);
    for (const Told& one : told_) {
      next_.clear();
      remember(one);
      const std::vector<Story>& stories = steps.back();
      for (std::uint32_t i = 0; i < stories.size(); ++i) go_on(one, stories[i], i);
      steps.push_back(best());
    }
    std::vector<Placed> placed(told_.size());
    std::uint32_t at = 0;  // the cheapest stands first
    for (std::size_t i = told_.size(); i > 0; --i) {
      placed[i - 1] = steps[i][at].choice;
      at = steps[i][at].before;
    }
    return placed;
  }

 private:
  /// The years that the passage wrote last, and its heading: any of them may be meant again.
  void remember(const Told& one) {
    if (one.block != block_) written_.fill(std::nullopt);
    if (one.section != section_) heading_.reset();
    block_ = one.block;
    section_ = one.section;
    if (!one.point) return;
    if (one.heading) {
      heading_ = one.point->year;
    } else {
      std::rotate(written_.rbegin(), written_.rbegin() + 1, written_.rend());
      written_[0] = one.point->year;
    }
  }

  void go_on(const Told& one, const Story& story, std::uint32_t before) {
    if (one.point) {
      add(story, before, *one.point, std::nullopt, one.heading ? in_heading : 1, 0, aside_cost);
      return;
    }
    std::array<int, 8> years;
    std::size_t count = 0;
    const auto offer = [&](std::optional<int> year, double price) {
      if (!year || std::find(years.begin(), years.begin() + count, *year) != years.begin() + count) return;
      years[count++] = *year;
      if (const std::optional<Point> point = one.in_year(*year))
        add(story, before, *point, year, 1, price, price + aside_without_year);
    };
    if (story.begun) offer(story.year, 0);
    for (const std::optional<int>& year : written_) offer(year, 0);
    offer(heading_, 0);
    if (story.begun) {
      offer(story.year + 1, next_year);
      offer(story.year - 1, year_before);
    }
    if (count == 0) next_.push_back({story.cost, before, story.first, story.last, story.year, story.begun, {}});
  }

  void add(const Story& story, std::uint32_t before, const Point& point, std::optional<int> year, double weight,
           double price, double aside) {
    const DayInterval span = days(point);
    if (!span.first || !span.last) return;
    const double cost = story.cost + weight * jump(story, *span.first, *span.last);
    next_.push_back({cost + price, before, *span.first, *span.last, point.year, true, {year, false}});
    // a written year says itself where it lies, so that only the look aside costs; one without is looked for near the story
    if (story.begun)
      next_.push_back(
          {(year ? cost : story.cost) + aside, before, story.first, story.last, story.year, true, {year, true}});
  }

  /// The cheapest story for each place, the cheapest of all first.
  std::vector<Story> best() {
    std::stable_sort(next_.begin(), next_.end(), [](const Story& a, const Story& b) { return a.cost < b.cost; });
    std::vector<Story> chosen;
    for (const Story& one : next_) {
      const bool known = std::any_of(chosen.begin(), chosen.end(), [&](const Story& other) {
        return one.begun == other.begun && one.first == other.first && one.last == other.last;
      });
      if (!known) chosen.push_back(one);
      if (chosen.size() == kept) break;
    }
    if (chosen.empty()) chosen.push_back({});
    return chosen;
  }

  const std::vector<Told>& told_;
  std::vector<Story> next_;
  std::uint32_t block_ = 0, section_ = 0;
  std::array<std::optional<int>, 4> written_;
  std::optional<int> heading_;
};

}  // namespace

std::vector<Placed> place(const std::vector<Told>& told) { return Storyline(told).run(); }

}  // namespace dateline::time
