// What timelines for a browser share: text as HTML, what an event rests on, what it stands beside.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "dateline/export.hpp"

namespace dateline {

/// Text that HTML shows as it is.
std::string html_text(std::string_view text);

/// "sign_agreement" as "sign agreement".
std::string spaced(std::string id);

/// HTML: the status unless it is asserted, one quote for each origin (at most three) with its source, and how many tell it.
std::string html_body(const Knowledge& knowledge, const Event& event);

/// "http://..." or "https://...": nothing else may become a link.
bool is_link(std::string_view url);

/// Ids told apart: "x", "x-2", "x-3"; `otherwise` for "".
class UniqueIds {
 public:
  explicit UniqueIds(std::string otherwise) : otherwise_(std::move(otherwise)) {}
  std::string of(const std::string& id);

 private:
  std::string otherwise_;
  std::set<std::string, std::less<>> taken_;
};

/// The events' types or first actors, as the most frequent `most` of them.
class Groups {
 public:
  Groups(const Knowledge& knowledge, GroupBy by, std::size_t most);
  /// "" where the event's group is none of these.
  std::string of(const Event& event) const;
  /// In the order of frequency, then of name.
  const std::vector<std::string>& all() const { return all_; }

 private:
  std::string wanted(const Event& event) const;

  const Knowledge& knowledge_;
  GroupBy by_;
  std::vector<std::string> all_;
};

}  // namespace dateline
