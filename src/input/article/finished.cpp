#include <algorithm>

#include "dateline/base/hash.hpp"
#include "dateline/base/text.hpp"
#include "input/article/classifier.hpp"
#include "input/article/draft.hpp"
#include "input/article/publication.hpp"
#include "input/article/publisher.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

constexpr std::size_t shortest_report = 8;  // words: a dateline opens a paragraph, not a heading

void keep(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
}

/// The dateline stands before the first paragraph. Two paragraphs that both seem to have one are speakers of a
/// transcript.
std::optional<std::size_t> newswire_piece(const Classified& kinds, const std::vector<Facts>& facts,
                                          const Rules& rules) {
  std::optional<std::size_t> found;
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < facts.size() && looked_at < 6; ++i) {
    if (kinds.kinds[i] != BlockKind::paragraph || facts[i].words < shortest_report) continue;
    ++looked_at;
    if (looked_at > 2 && !found) return std::nullopt;
    if (!newswire_of(facts[i].text, rules)) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

/// "Bridge falls - TASS", "Reuters: Bridge falls"
std::vector<std::string> credited_in_headline(std::string_view title, const Rules& rules) {
  std::vector<std::string> names;
  for (const std::string_view mark : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ": ", " | "}) {
    const std::size_t first = title.find(mark), last = title.rfind(mark);
    if (first == title.npos) continue;
    for (const std::string_view part : {title.substr(0, first), title.substr(last + mark.size())}) {
      if (const std::optional<std::string> name = rules.agencies.agency(trim(part))) keep(names, {*name});
    }
  }
  return names;
}

void name_sources(Document& document, const std::vector<Facts>& facts, const Surroundings& around, const Rules& rules) {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const BlockKind kind = document.blocks[i].kind;
    if (kind == BlockKind::byline || kind == BlockKind::published)
      keep(document.agencies, rules.agencies.named_in(facts[i].text));
    if (around.newswire && around.newswire_line == static_cast<int>(i))
      keep(document.agencies, around.newswire->agencies);
    if (kind == BlockKind::title) keep(document.agencies, credited_in_headline(facts[i].text, rules));
    if (is_prose(kind)) keep(document.agencies, rules.agencies.sources_in(facts[i].text));
  }
}

void take_byline(Document& document, const std::vector<Facts>& facts, const Rules& rules) {
  for (std::size_t i = 0; i < facts.size() && document.byline.empty(); ++i) {
    const BlockKind kind = document.blocks[i].kind;
    if (kind == BlockKind::byline || (kind == BlockKind::published && facts[i].date_line && facts[i].named)) {
      document.byline = byline_names(facts[i], rules);
    }
  }
}

/// The address that the text gives for itself, behind a line such as "Original url:".
std::string own_address(const std::vector<Facts>& facts, const Document& document) {
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (document.blocks[i].kind != BlockKind::boilerplate || !facts[i].text.starts_with("http")) continue;
    if (!is_address(facts[i].text) || i == 0 || last_mark(facts[i - 1].text) != ':') continue;
    return std::string(facts[i].text.substr(0, facts[i].text.find_first_of(" \n\r\t")));
  }
  return "";
}

}  // namespace

Document finished(Draft&& draft, const Rules& rules, const std::optional<std::string>& fallback_date) {
  std::erase_if(draft.pieces, [](const Piece& piece) { return piece.bytes.empty(); });
  std::vector<Facts> facts;
  for (const Piece& piece : draft.pieces)
    facts.push_back(facts_of(std::string_view(draft.text).substr(piece.bytes.begin, piece.bytes.size()), rules));
  const Classified kinds = classified(draft, facts, rules);

  Document document;
  for (std::size_t i = 0; i < facts.size(); ++i) document.blocks.push_back({kinds.kinds[i], draft.pieces[i].bytes});
  document.url = draft.url.empty() ? own_address(facts, document) : draft.url;
  Surroundings around{document.url, draft.file, std::nullopt, 0, fallback_date};
  const std::optional<std::size_t> wired = newswire_piece(kinds, facts, rules);
  if (wired) {
    around.newswire = newswire_of(facts[*wired].text, rules);
    around.newswire_line = draft.pieces[*wired].line;
    document.dateline_place = around.newswire->place;
  }
  document.published = draft.published ? draft.published : publication(draft, facts, kinds, around, rules);
  document.dateline_day = older_dateline(around.newswire, document.published);
  document.title = !draft.title.empty() ? draft.title : kinds.title ? squeeze(facts[*kinds.title].text) : "";
  const SitedTitle title = without_site(document.title, {" | "});
  if (draft.title.empty() && !title.site.empty()) {
    if (draft.publisher.empty()) draft.publisher = title.site;
    document.title = std::string(title.headline);
  }
  document.byline = draft.byline;
  take_byline(document, facts, rules);
  document.publisher = draft.publisher.empty() ? publisher_in(facts, kinds.kinds, rules) : draft.publisher;
  around.newswire_line = wired ? static_cast<int>(*wired) : -1;
  name_sources(document, facts, around, rules);
  if (wired) document.blocks[*wired].bytes.begin += static_cast<std::uint32_t>(around.newswire->size);
  document.source = std::move(draft.source);
  document.text = std::move(draft.text);
  document.sha256 = sha256(document.text);
  return document;
}

}  // namespace dateline::input
