#include "export/timeline/story.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"
#include "export/notes.hpp"

namespace dateline {
namespace {

std::string source_words(const DocumentInfo& document, const std::string& reported) {
  std::string words = html_text(document.title.empty() ? document.source : document.title);
  if (is_link(document.url)) words = "<a href=\"" + html_text(document.url) + "\">" + words + "</a>";
  const std::string by = document.publisher.empty() ? join(document.agencies, ", ") : document.publisher;
  if (!by.empty()) words += ", " + html_text(by);
  if (!reported.empty()) words += ", " + html_text(reported.substr(0, reported.find('T')));
  return words;
}

}  // namespace

std::string spaced(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  return id;
}

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

bool is_link(std::string_view url) { return url.starts_with("https://") || url.starts_with("http://"); }

std::string html_body(const Knowledge& knowledge, const Event& event) {
  constexpr std::size_t most = 3;
  std::string html;
  if (event.status != Status::asserted) html += "<p><b>" + std::string(name(event.status)) + "</b></p>";
  std::set<std::string_view> origins;
  for (const Evidence& piece : event.evidence) {
    const DocumentInfo& document = knowledge.documents[piece.document];
    if (origins.size() == most || !origins.insert(document.origin).second) continue;
    html += "<blockquote>" + html_text(squeeze(piece.quote)) + "</blockquote><p>— " +
            source_words(document, piece.reported) + "</p>";
  }
  const bool inferred = event.date && event.date->basis == Basis::inferred;
  return html + "<p><small>" + counted(static_cast<std::size_t>(event.articles), "article") + ", " +
         (event.origins == 1 ? "1 origin" : std::to_string(event.origins) + " independent origins") +
         (inferred ? ", date inferred" : "") + "</small></p>";
}

std::string UniqueIds::of(const std::string& id) {
  const std::string& wanted = id.empty() ? otherwise_ : id;
  std::string out = wanted;
  for (int copy = 2; !taken_.insert(out).second; ++copy) out = wanted + "-" + std::to_string(copy);
  return out;
}

Groups::Groups(const Knowledge& knowledge, GroupBy by, std::size_t most) : knowledge_(knowledge), by_(by) {
  std::map<std::string, std::size_t> counts;
  for (const Event& event : knowledge.events) {
    if (has_place_in_time(event)) ++counts[wanted(event)];
  }
  counts.erase("");
  for (const auto& [group, count] : counts) all_.push_back(group);
  std::stable_sort(all_.begin(), all_.end(),
                   [&](const std::string& a, const std::string& b) { return counts[a] > counts[b]; });
  if (all_.size() > most) all_.resize(most);
}

std::string Groups::wanted(const Event& event) const {
  if (by_ == GroupBy::type) return spaced(event.type);
  return event.participants.empty() ? std::string() : knowledge_.entities[event.participants.front().entity].name;
}

std::string Groups::of(const Event& event) const {
  std::string group = wanted(event);
  return std::find(all_.begin(), all_.end(), group) == all_.end() ? std::string() : group;
}

}  // namespace dateline
