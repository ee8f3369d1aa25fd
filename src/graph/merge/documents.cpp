#include "graph/merge/documents.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "dateline/base/hash.hpp"
#include "dateline/base/utf8.hpp"
#include "graph/merge/groups.hpp"
#include "graph/merge/lists.hpp"
#include "graph/merge/word_uses.hpp"

namespace dateline::merging {
namespace {

constexpr std::size_t shingle_words = 5;
constexpr std::size_t fewest_shingles = 8;  // of shorter texts nothing is said
constexpr double near_copy_from = 0.5;      // share of the shorter text's shingles
constexpr double rewrite_from = 0.15;       // the same, when both name one agency
constexpr std::size_t quotes_from = 2;      // quotations shared word for word, when both name one agency
constexpr std::size_t quote_words = 3;
constexpr std::size_t crowd = 32;  // a shingle of more documents links each to the first only
constexpr std::size_t many_pairs =
    1 << 20;  // copies share most of their shingles: their pairs are thinned out on the way
constexpr DayNumber one_story_days = 21;

struct Print {
  std::vector<std::uint64_t> shingles;  ///< sorted, unique
  std::vector<std::uint64_t> quotes;    ///< sorted, unique
  std::optional<DayNumber> day;
};

std::uint64_t hash_of(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string joined;
  for (std::size_t i = begin; i < end; ++i) joined.append(words[i]).push_back(' ');
  return fnv1a(joined);
}

bool opens_quote(char32_t c) { return c == '"' || c == 0x201C || c == 0xAB; }
bool closes_quote(char32_t c) { return c == '"' || c == 0x201D || c == 0xBB; }

void add_quotes(std::string_view text, std::vector<std::uint64_t>& out) {
  std::size_t open = text.npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t c = utf8::next(text, at);
    if (open != text.npos && closes_quote(c)) {
      const std::vector<std::string> words = plain_words(text.substr(open, before - open));
      if (words.size() >= quote_words) out.push_back(hash_of(words, 0, words.size()));
      open = text.npos;
    } else if (opens_quote(c)) {
      open = at;
    }
  }
}

Print print_of(const Document& document) {
  Print print;
  std::vector<std::string> words;
  for (const Block& block : document.blocks) {
    if (!is_prose(block.kind) || block.bytes.end > document.text.size() || block.bytes.empty()) continue;
    const std::string_view text = std::string_view(document.text).substr(block.bytes.begin, block.bytes.size());
    for (std::string& word : plain_words(text)) words.push_back(std::move(word));
    add_quotes(text, print.quotes);
  }
  for (std::size_t i = 0; i + shingle_words <= words.size(); ++i)
    print.shingles.push_back(hash_of(words, i, i + shingle_words));
  sort_unique(print.shingles);
  sort_unique(print.quotes);
  if (document.published) {
    if (const auto date = parse_edtf(document.published->edtf)) print.day = date->days.first;
  }
  return print;
}

std::size_t shared(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++count, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return count;
}

bool share_agency(const Document& left, const Document& right) {
  return std::any_of(left.agencies.begin(), left.agencies.end(), [&](const std::string& agency) {
    return std::find(right.agencies.begin(), right.agencies.end(), agency) != right.agencies.end();
  });
}

bool one_report(const Document& left, const Print& a, const Document& right, const Print& b) {
  if (left.sha256 == right.sha256 && left.text == right.text) return true;
  const std::size_t shorter = std::min(a.shingles.size(), b.shingles.size());
  const double containment = shorter < fewest_shingles
                                 ? 0.0
                                 : static_cast<double>(shared(a.shingles, b.shingles)) / static_cast<double>(shorter);
  if (containment >= near_copy_from) return true;
  if (!share_agency(left, right)) return false;
  if (a.day && b.day && std::abs(*a.day - *b.day) > one_story_days) return false;
  return containment >= rewrite_from || shared(a.quotes, b.quotes) >= quotes_from;
}

using DocumentPairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  ///< sorted, unique

// Documents by what they hold, in one flat list: a text has hundreds of shingles, and few are in another.
using Holders = std::vector<std::pair<std::uint64_t, std::uint32_t>>;

// Pairs that share at least one of the values; in a crowd each with the first alone.
void add_pairs(Holders holders, DocumentPairs& pairs) {
  std::sort(holders.begin(), holders.end());
  std::size_t kept = pairs.size();
  for (auto run = holders.begin(); run != holders.end();) {
    const auto end = std::find_if(run, holders.end(), [&](const auto& other) { return other.first != run->first; });
    const auto firsts = end - run > static_cast<std::ptrdiff_t>(crowd) ? run + 1 : end;
    for (auto one = run; one != firsts; ++one) {
      for (auto other = std::next(one); other != end; ++other) pairs.emplace_back(one->second, other->second);
    }
    run = end;
    if (pairs.size() > 2 * kept + many_pairs) {
      sort_unique(pairs);
      kept = pairs.size();
    }
  }
}

DocumentPairs candidates(const std::vector<Print>& prints) {
  Holders shingles, quotes;
  for (std::uint32_t i = 0; i < prints.size(); ++i) {
    for (const std::uint64_t value : prints[i].shingles) shingles.emplace_back(value, i);
    for (const std::uint64_t value : prints[i].quotes) quotes.emplace_back(value, i);
  }
  DocumentPairs pairs;
  add_pairs(std::move(shingles), pairs);
  add_pairs(std::move(quotes), pairs);
  sort_unique(pairs);
  return pairs;
}

std::vector<std::string> origins(const Readings& readings) {
  std::vector<Print> prints;
  for (const Reading* reading : readings) prints.push_back(print_of(reading->document));
  Groups groups(readings.size());
  std::map<std::string, std::uint32_t> by_text;
  for (std::uint32_t i = 0; i < readings.size(); ++i) {
    const auto [at, fresh] = by_text.emplace(readings[i]->document.text, i);
    if (!fresh) groups.join(at->second, i);
  }
  for (const auto& [i, j] : candidates(prints)) {
    if (groups.root(i) != groups.root(j) &&
        one_report(readings[i]->document, prints[i], readings[j]->document, prints[j]))
      groups.join(i, j);
  }
  std::map<std::uint32_t, std::string> names;
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < readings.size(); ++i) {
    const auto [at, fresh] = names.emplace(groups.root(i), "o" + std::to_string(names.size() + 1));
    out.push_back(at->second);
  }
  return out;
}

}  // namespace

std::vector<DocumentInfo> document_infos(const Readings& readings) {
  const std::vector<std::string> origin = origins(readings);
  std::vector<DocumentInfo> infos;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const Document& document = readings[i]->document;
    const Findings& findings = readings[i]->findings;
    infos.push_back({"d" + std::to_string(i + 1), document.source, document.title, document.publisher,
                     document.agencies, document.url, document.published, findings.anchor_edtf, findings.anchor_why,
                     origin[i], document.sha256});
  }
  return infos;
}

}  // namespace dateline::merging
