#include "input/article/facts.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "input/date/tokens.hpp"
#include "input/text/shape.hpp"

namespace dateline::input {
namespace {

std::string_view of(std::string_view text, const Word& word) {
  return text.substr(word.bytes.begin, word.bytes.size());
}

bool in_a_date(const Facts& facts, const Word& word) {
  return std::any_of(facts.dates.begin(), facts.dates.end(),
                     [&](const WrittenDate& date) { return date.bytes.overlaps(word.bytes); });
}

/// Words of the line that are no part of a date and no company of one.
struct Rest {
  std::size_t names = 0;   ///< capitalized
  std::size_t others = 0;  ///< lower case, not a connector
  std::size_t numbers = 0;
  std::size_t connectors = 0;  ///< "for", "and"
};

Rest rest_of(const Facts& facts, const std::vector<Word>& words, const Rules& rules) {
  Rest rest;
  for (const Word& word : words) {
    if (in_a_date(facts, word)) continue;
    const std::string lower = folded(of(facts.text, word));
    if (rules.calendar.cues.contains(lower) || rules.calendar.company.contains(lower) ||
        rules.calendar.fillers.contains(lower) || rules.calendar.weekdays.contains(lower)) {
      continue;
    }
    if (rules.calendar.others.contains(lower)) {
      ++rest.others;
    } else if (word.capital) {
      ++rest.names;
    } else if (lower[0] >= '0' && lower[0] <= '9') {
      ++rest.numbers;
    } else if (rules.cues.name_connectors.contains(lower)) {
      ++rest.connectors;
    } else {
      ++rest.others;
    }
  }
  return rest;
}

bool opens_byline(const Facts& facts, const std::vector<Word>& words, const Rules& rules) {
  if (words.empty()) return false;
  const std::string first = folded(of(facts.text, words.front()));
  const bool colon = facts.text.substr(words.front().bytes.end).starts_with(":");
  return rules.cues.byline_words.contains(first) || (colon && rules.cues.byline_labels.contains(first));
}

/// "Posted on June 7, 2023 by Ana Ruiz"
bool names_author(const Facts& facts, const std::vector<Word>& words, const Rules& rules) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i + 1].capital && rules.cues.byline_words.contains(folded(of(facts.text, words[i])))) return true;
  }
  return false;
}

void read_dates(Facts& facts, const std::vector<Word>& words, const Rules& rules) {
  facts.dates = dates_in(facts.text, rules.calendar);
  const bool any_cue = std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return rules.calendar.cues.contains(folded(of(facts.text, word)));
  });
  const Rest rest = rest_of(facts, words, rules);
  const bool nothing_else = rest.names + rest.others + rest.numbers == 0;
  facts.cue_line = facts.dates.empty() && any_cue && nothing_else;
  if (facts.dates.empty()) return;
  facts.bare_date = nothing_else;
  facts.named = opens_byline(facts, words, rules) || names_author(facts, words, rules) ||
                !rules.agencies.named_in(facts.text).empty();
  facts.date_line = rest.others == 0 && (rest.connectors == 0 || facts.named || any_cue) && rest.numbers <= 2 &&
                    rest.names <= (facts.named || any_cue ? 12u : 4u);
}

bool all_names(const Facts& facts, const std::vector<Word>& words, std::size_t from, const Rules& rules) {
  std::size_t names = 0;
  for (std::size_t i = from; i < words.size(); ++i) {
    const std::string lower = folded(of(facts.text, words[i]));
    if (words[i].capital) {
      ++names;
    } else if (!rules.cues.name_connectors.contains(lower) && lower.find('@') == lower.npos &&
               lower.find('.') == lower.npos) {
      return false;
    }
  }
  return names > 0;
}

bool is_byline(const Facts& facts, const std::vector<Word>& words, const Rules& rules) {
  if (words.empty() || words.size() > 16) return false;
  if (words.size() <= 4 && rules.agencies.agency(trim(facts.text))) return true;
  if (!opens_byline(facts, words, rules) || words.size() < 2) return false;
  const bool closed = facts.sentence && words.size() > 6;
  return !closed && all_names(facts, words, 1, rules);
}

/// NAME / POOL / site, all parts short and of names or words of credits.
bool is_credit(const Facts& facts, const std::vector<Word>& words, const Rules& rules) {
  if (words.size() > 14 || facts.sentence) return false;
  const std::size_t slash = facts.text.find('/');
  if (slash == facts.text.npos || facts.text.find("//") != facts.text.npos) return false;
  std::size_t credits = 0, names = 0;
  for (const std::string_view part : split(facts.text, '/')) {
    for (const Word& word : words_of(part)) {
      const std::string lower = folded(of(part, word));
      const bool site = lower.find('.') != lower.npos;
      if (site || rules.cues.credit_words.contains(lower)) {
        ++credits;
      } else if (word.capital) {
        ++names;
      } else if (!rules.cues.name_connectors.contains(lower)) {
        return false;
      }
    }
  }
  return credits > 0 && credits + names >= 2 && words.size() <= 12;
}

bool is_share_bar(const Facts& facts, const std::vector<Word>& words, const Rules& rules) {
  return !words.empty() && words.size() <= 20 && std::all_of(words.begin(), words.end(), [&](const Word& word) {
    return rules.cues.share_words.contains(folded(of(facts.text, word)));
  });
}

/// Home > World > Europe; World | Politics
bool is_breadcrumb(const Facts& facts) {
  if (facts.words > 14 || facts.sentence) return false;
  std::size_t steps = 0;
  for (const std::string_view step : {" > ", " » ", " › ", " | ", " / ", " • ", " · "}) {
    for (std::size_t at = facts.text.find(step); at != facts.text.npos; at = facts.text.find(step, at + 1)) ++steps;
  }
  return steps >= 2 || (steps == 1 && facts.words <= 4);
}

}  // namespace

Facts facts_of(std::string_view text, const Rules& rules) {
  Facts facts;
  facts.text = text;
  facts.words = word_count(text);
  facts.sentence = ends_sentence(text);
  facts.prose = (facts.words >= 8 && (facts.sentence || last_mark(text) == ':')) || facts.words >= 25;
  if (facts.words > longest_line || text.size() > 40 * longest_line) return facts;
  facts.folded = folded(text);
  const std::vector<Word> words = words_of(text);
  if (facts.words <= 30 && !is_address(text)) read_dates(facts, words, rules);
  facts.byline = is_byline(facts, words, rules);
  facts.names = words.size() >= 2 && words.size() <= 8 && !facts.sentence && all_names(facts, words, 0, rules);
  facts.credit = is_credit(facts, words, rules);
  facts.furniture = !facts.date_line && (facts.words == 0 || is_address(text) || is_telephone(text) ||
                                         is_share_bar(facts, words, rules) || is_breadcrumb(facts));
  return facts;
}

std::vector<std::optional<DateCue>> date_cues(const Facts& facts, const Rules& rules) {
  std::vector<std::optional<DateCue>> cues(facts.dates.size());
  const std::vector<DateToken> tokens = date_tokens(facts.text);
  std::size_t from = 0;
  for (std::size_t i = 0; i < facts.dates.size(); ++i) {
    for (const DateToken& token : tokens) {
      if (token.bytes.begin < from || token.bytes.end > facts.dates[i].bytes.begin ||
          token.kind != DateToken::Kind::word)
        continue;
      if (const auto cue = rules.calendar.cues.find(token.lower); cue != rules.calendar.cues.end())
        cues[i] = cue->second;
    }
    from = facts.dates[i].bytes.end;
  }
  return cues;
}

std::optional<DateCue> cue_in(const Facts& facts, const Rules& rules) {
  std::optional<DateCue> found;
  for (const DateToken& token : date_tokens(facts.text)) {
    if (const auto cue = rules.calendar.cues.find(token.lower); cue != rules.calendar.cues.end()) found = cue->second;
  }
  return found;
}

std::string byline_names(const Facts& facts, const Rules& rules) {
  const std::vector<Word> words = words_of(facts.text);
  std::size_t begin = 0, end = facts.text.size(), first = 0;
  for (std::size_t i = 0; i < words.size() && first == 0;
       ++i) {  // "Reporting by Ana Ruiz", "Posted on June 7 by Ana Ruiz"
    if (i + 1 < words.size() && words[i + 1].capital &&
        rules.cues.byline_words.contains(folded(of(facts.text, words[i]))))
      first = i + 1;
  }
  if (first == 0 && !facts.byline && !facts.named && !facts.names) return "";  // "With agencies"
  bool named = false;
  for (std::size_t i = first; i < words.size(); ++i) {
    const std::string lower = folded(of(facts.text, words[i]));
    const bool date = in_a_date(facts, words[i]) || rules.calendar.cues.contains(lower);
    if (!named) {
      if (date || rules.cues.byline_labels.contains(lower)) continue;
      named = true;
      begin = words[i].bytes.begin;
    } else if (date) {
      end = words[i].bytes.begin;
      break;
    }
  }
  if (!named) return "";
  std::string_view names = trim(facts.text.substr(begin, end - begin));
  names = trim(names.substr(0, names.find(';')));
  while (!names.empty() && std::string_view(",|-:;/() ").find(names.back()) != std::string_view::npos)
    names.remove_suffix(1);
  while (names.ends_with("\xC2\xB7") || names.ends_with("\xE2\x80\xA2") || names.ends_with("\xE2\x80\x94") ||
         names.ends_with("\xE2\x80\x93")) {
    names = trim(names.substr(0, names.size() - (names.ends_with("\xC2\xB7") ? 2 : 3)));
  }
  return squeeze(names);
}

}  // namespace dateline::input
