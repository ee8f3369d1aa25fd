// Fruchterman and Reingold (1991), "Graph drawing by force-directed placement", with their grid: each component by
// itself from a fixed spiral, then all side by side on shelves. Only + - * / and sqrt, which IEEE 754 fixes to the bit:
// the same graph gives the same places everywhere.
#include <algorithm>
#include <cmath>

#include "graph/analytics/scores.hpp"

namespace dateline {
namespace {

constexpr double unit = 50;  ///< the distance at which neighbours rest

struct Point {
  double x = 0, y = 0;
};

/// A component's nodes with their places and the neighbours inside it.
struct Part {
  std::vector<std::uint32_t> nodes;
  std::vector<Point> places;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;  ///< indices into nodes
};

/// Sunflower: even density, and neighbours in the order of `nodes` lie near each other's ring.
void place_on_spiral(Part& part) {
  constexpr double turn_x = -0.7373688780783197, turn_y = 0.6754902942615238;  // cosine and sine of the golden angle
  Point direction{1, 0};
  for (std::size_t i = 0; i < part.nodes.size(); ++i) {
    const double radius = unit * std::sqrt(static_cast<double>(i));
    part.places.push_back({direction.x * radius, direction.y * radius});
    direction = {direction.x * turn_x - direction.y * turn_y, direction.x * turn_y + direction.y * turn_x};
  }
}

/// Nodes by square cell of twice the unit, so that what repels is found among nine cells.
class Grid {
 public:
  explicit Grid(const std::vector<Point>& places) {
    low_ = places.front();
    Point high = low_;
    for (const Point& place : places) {
      low_ = {std::min(low_.x, place.x), std::min(low_.y, place.y)};
      high = {std::max(high.x, place.x), std::max(high.y, place.y)};
    }
    // No more than some cells for each node, however far a node strays.
    const double most = 4 * static_cast<double>(places.size()) + 16;
    cell_ = std::max(2 * unit, std::sqrt((high.x - low_.x) / most * (high.y - low_.y)));
    cell_ = std::max({cell_, (high.x - low_.x) / most, (high.y - low_.y) / most});
    columns_ = static_cast<long>((high.x - low_.x) / cell_) + 1;
    rows_ = static_cast<long>((high.y - low_.y) / cell_) + 1;
    starts_.assign(static_cast<std::size_t>(columns_ * rows_) + 1, 0);
    for (const Point& place : places) ++starts_[cell(column(place), row(place)) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    members_.resize(places.size());
    for (std::uint32_t i = 0; i < places.size(); ++i) members_[next[cell(column(places[i]), row(places[i]))]++] = i;
  }

  /// Every node, cell after cell: neighbours in space are neighbours in memory.
  const std::vector<std::uint32_t>& by_cell() const { return members_; }

  /// Calls `visit` with nodes of the nine cells around; no more than `most` of each.
  template <class Visit>
  void near(const Point& place, std::uint32_t most, Visit visit) const {
    const long at_column = column(place), at_row = row(place);
    for (long r = std::max(0L, at_row - 1); r <= std::min(rows_ - 1, at_row + 1); ++r) {
      for (long c = std::max(0L, at_column - 1); c <= std::min(columns_ - 1, at_column + 1); ++c) {
        const std::uint32_t begin = starts_[cell(c, r)], end = std::min(starts_[cell(c, r) + 1], begin + most);
        for (std::uint32_t i = begin; i < end; ++i) visit(members_[i]);
      }
    }
  }

 private:
  long column(const Point& place) const { return static_cast<long>((place.x - low_.x) / cell_); }
  long row(const Point& place) const { return static_cast<long>((place.y - low_.y) / cell_); }
  std::size_t cell(long column, long row) const { return static_cast<std::size_t>(row * columns_ + column); }

  Point low_;
  double cell_ = 0;
  long columns_ = 0, rows_ = 0;
  std::vector<std::uint32_t> starts_, members_;
};

void repel(const std::vector<Point>& places, std::vector<Point>& forces) {
  constexpr std::uint32_t most_of_a_cell = 16;
  const Grid grid(places);
  for (const std::uint32_t i : grid.by_cell()) {
    grid.near(places[i], most_of_a_cell, [&](std::uint32_t other) {
      if (other == i) return;
      double x = places[i].x - places[other].x, y = places[i].y - places[other].y;
      if (x == 0 && y == 0) x = i < other ? -0.01 : 0.01;
      const double square = x * x + y * y;
      if (square > 4 * unit * unit) return;
      forces[i].x += x * unit * unit / square;
      forces[i].y += y * unit * unit / square;
    });
  }
}

void attract(const Part& part, std::vector<Point>& forces) {
  for (const auto& [from, to] : part.edges) {
    const double x = part.places[to].x - part.places[from].x, y = part.places[to].y - part.places[from].y;
    const double pull = std::sqrt(x * x + y * y) / unit;
    forces[from].x += x * pull, forces[from].y += y * pull;
    forces[to].x -= x * pull, forces[to].y -= y * pull;
  }
}

void settle(Part& part, int rounds) {
  const double hottest = unit * std::sqrt(static_cast<double>(part.nodes.size())) / 5;
  std::vector<Point> forces(part.nodes.size());
  for (int round = 0; round < rounds; ++round) {
    std::fill(forces.begin(), forces.end(), Point{});
    repel(part.places, forces);
    attract(part, forces);
    const double heat = hottest * (rounds - round) / rounds;
    for (std::size_t i = 0; i < forces.size(); ++i) {
      const double length = std::sqrt(forces[i].x * forces[i].x + forces[i].y * forces[i].y);
      const double step = length > heat ? heat / length : 1;
      part.places[i].x += forces[i].x * step;
      part.places[i].y += forces[i].y * step;
    }
  }
}

/// The nodes of each component, breadth first from its node of highest degree.
std::vector<Part> parts_of(const Skeleton& skeleton, int components, const Graph& graph) {
  std::vector<std::uint32_t> hubs(static_cast<std::size_t>(components), UINT32_MAX);
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
    std::uint32_t& hub = hubs[static_cast<std::size_t>(graph.nodes[i].component)];
    if (hub == UINT32_MAX || graph.nodes[i].degree > graph.nodes[hub].degree) hub = i;
  }
  std::vector<std::uint32_t> local(graph.nodes.size(), UINT32_MAX);
  std::vector<Part> parts(hubs.size());
  for (std::size_t p = 0; p < parts.size(); ++p) {
    std::vector<std::uint32_t>& nodes = parts[p].nodes;
    const auto visit = [&](std::uint32_t node) {
      if (local[node] != UINT32_MAX) return;
      local[node] = static_cast<std::uint32_t>(nodes.size());
      nodes.push_back(node);
    };
    visit(hubs[p]);
    for (std::size_t at = 0; at < nodes.size(); ++at) {
      const std::uint32_t node = nodes[at];
      const auto [begin, end] = boost::adjacent_vertices(node, skeleton);
      for (auto other = begin; other != end; ++other) visit(static_cast<std::uint32_t>(*other));
    }
    for (const std::uint32_t node : nodes) {
      const auto [begin, end] = boost::adjacent_vertices(node, skeleton);
      for (auto other = begin; other != end; ++other) {
        if (node < *other) parts[p].edges.emplace_back(local[node], local[*other]);
      }
    }
  }
  return parts;
}

struct Box {
  Point low, high;
};

Box box_of(const Part& part) {
  Box box{part.places.front(), part.places.front()};
  for (const Point& place : part.places) {
    box.low = {std::min(box.low.x, place.x), std::min(box.low.y, place.y)};
    box.high = {std::max(box.high.x, place.x), std::max(box.high.y, place.y)};
  }
  const double margin = unit / 2;
  return {{box.low.x - margin, box.low.y - margin}, {box.high.x + margin, box.high.y + margin}};
}

/// Shelf after shelf from the top left, each as wide as a square of all would be.
void put_side_by_side(const std::vector<Part>& parts, Graph& graph) {
  std::vector<Box> boxes;
  double area = 0, widest = 0;
  for (const Part& part : parts) {
    boxes.push_back(box_of(part));
    const double width = boxes.back().high.x - boxes.back().low.x;
    area += width * (boxes.back().high.y - boxes.back().low.y);
    widest = std::max(widest, width);
  }
  const double shelf = std::max(widest, 1.3 * std::sqrt(area));
  double x = 0, y = 0, tallest = 0;
  for (std::size_t p = 0; p < parts.size(); ++p) {
    const double width = boxes[p].high.x - boxes[p].low.x, height = boxes[p].high.y - boxes[p].low.y;
    if (x > 0 && x + width > shelf) x = 0, y += tallest, tallest = 0;
    for (std::size_t i = 0; i < parts[p].nodes.size(); ++i) {
      GraphNode& node = graph.nodes[parts[p].nodes[i]];
      node.x = parts[p].places[i].x - boxes[p].low.x + x;
      node.y = parts[p].places[i].y - boxes[p].low.y + y;
    }
    x += width;
    tallest = std::max(tallest, height);
  }
}

}  // namespace

void lay_out(const Skeleton& skeleton, int components, Graph& graph) {
  constexpr std::size_t most_steps = 1'000'000, fewest_rounds = 15, most_rounds = 100;
  if (graph.nodes.empty()) return;
  const int rounds = static_cast<int>(std::clamp(most_steps / graph.nodes.size(), fewest_rounds, most_rounds));
  std::vector<Part> parts = parts_of(skeleton, components, graph);
  for (Part& part : parts) {
    place_on_spiral(part);
    if (part.nodes.size() > 1) settle(part, rounds);
  }
  put_side_by_side(parts, graph);
}

}  // namespace dateline
