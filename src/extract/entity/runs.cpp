#include "extract/entity/runs.hpp"

#include <algorithm>

#include "extract/entity/name_kinds.hpp"
#include "extract/entity/run_heads.hpp"
#include "extract/entity/titles.hpp"

namespace dateline::entity {
namespace {

/// "GmbH", "Inc.", "PLC".
constexpr std::size_t longest_suffix = 4;
/// Words between the marks: "The Quiet One".
constexpr std::uint32_t longest_nickname = 3;

bool is_dash(std::string_view text) { return text == "-" || text == "‑" || text == "–"; }

bool has_inner_capital(std::string_view text) {
  if (text.empty() || text.front() < 'a' || text.front() > 'z') return false;
  for (const char c : text.substr(1)) {
    if (c >= 'A' && c <= 'Z') return true;
  }
  return false;
}

/// The half after a hyphen: a capital, a number ("A330-200"), or what the tagger takes for a name ("Jong-un" against "Sato-led").
bool continues_name(const Page& page, std::uint32_t token) {
  const Word& word = page.words[token];
  if (word.capital || !word.letters) return true;
  if (!page.parsed || page.tag(token) == Upos::PROPN) return true;
  const NameTag here = page.extraction.tokens[token].name;
  if (here == NameTag::I_PER) return true;
  const NameTag before = token < 2 ? NameTag::O : page.extraction.tokens[token - 2].name;
  const bool in_person = before == NameTag::B_PER || before == NameTag::I_PER;
  return in_person && page.tag(token) != Upos::VERB && page.tag(token) != Upos::ADJ && page.tag(token) != Upos::ADV;
}

/// "the Boeing-Embraer venture", "the Ruto-Odinga talks": two names by the tagger.
bool parts(const Page& page, std::uint32_t hyphen) {
  const auto names_body = [&](std::uint32_t token) {
    const NameTag tag = page.extraction.tokens[token].name;
    // "Jean-Jacques Moreau" is one person.
    const bool surname = tag == NameTag::B_PER && !(hyphen + 2 < page.words.size() && page.words[hyphen + 2].capital);
    return tag == NameTag::B_ORG || tag == NameTag::B_LOC || surname;
  };
  return hyphen > 0 && page.extraction.tokens[hyphen].name == NameTag::O && names_body(hyphen - 1) &&
         names_body(hyphen + 1);
}

/// Whether the hyphen at `token` joins the words at its sides without a gap.
bool joins(const Page& page, std::uint32_t token, std::uint32_t end) {
  return token + 1 < end && is_dash(page.words[token].text) && !page.words[token].gap && !page.words[token + 1].gap &&
         continues_name(page, token + 1) && !parts(page, token);
}

class RunCutter {
 public:
  RunCutter(const Page& page, const Rules& rules, Span sentence) : page_(page), rules_(rules), sentence_(sentence) {}

  std::vector<Span> cut() const {
    std::vector<Span> runs;
    for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
      if (!starts(i)) {
        ++i;
        continue;
      }
      const std::uint32_t end = run_end(i);
      const std::uint32_t audience = end_of_audience({i, end});
      if (audience > i) runs.push_back({i, audience});
      runs.push_back({std::max(i, audience), end});
      i = end;
    }
    return runs;
  }

 private:
  const Word& word(std::uint32_t token) const { return page_.words[token]; }

  /// "al-Shabaab", "van Gogh": a small word that a capital follows begins a run only when glued to it.
  bool starts(std::uint32_t i) const {
    if (is_capital(page_, i)) return true;
    const NameTag here = page_.extraction.tokens[i].name;
    const bool labelled = here != NameTag::O;
    // "samantha Fox": by the tagger alone.
    if (here == NameTag::B_PER && i + 1 < sentence_.end && is_capital(page_, i + 1) &&
        page_.extraction.tokens[i + 1].name == NameTag::I_PER && page_.tag(i) == Upos::PROPN)
      return true;
    if (labelled && rules_.particle.contains(word(i).lower) && i + 1 < sentence_.end && is_capital(page_, i + 1))
      return true;
    return rules_.particle.contains(word(i).lower) && joins(page_, i + 1, sentence_.end) && i + 2 < sentence_.end &&
           is_capital(page_, i + 2);
  }

  /// "Told Reuters Kestrel would close": before a finite verb, what stands behind the known name of whom it was told is another name.
  std::uint32_t end_of_audience(Span run) const {
    std::uint32_t verb = run.begin, next = run.end;
    while (verb > sentence_.begin && rules_.name_article.contains(word(verb - 1).lower)) --verb;
    if (verb == sentence_.begin || run.size() < 2 || !page_.parsed || !rules_.telling.contains(page_.lemma(verb - 1)))
      return run.begin;
    while (next < sentence_.end && !word(next).letters) ++next;
    if (next == sentence_.end || (page_.tag(next) != Upos::AUX && page_.tag(next) != Upos::VERB)) return run.begin;
    const std::uint32_t tokens = rules_.gazetteer.longest(page_, run.begin, run.end).tokens;
    return tokens < run.size() ? run.begin + tokens : run.begin;
  }

  std::uint32_t run_end(std::uint32_t begin) const {
    std::uint32_t end = begin + 1;
    while (end < sentence_.end) {
      const std::uint32_t next = step(begin, end);
      if (next == end) break;
      end = next;
    }
    return end;
  }

  /// Where the run ends after one more word, or `end` when it stops here.
  std::uint32_t step(std::uint32_t begin, std::uint32_t end) const {
    if (joins(page_, end, sentence_.end)) return end + 2;
    if (is_capital(page_, end)) return end + 1;
    if (word(end).text == "&" && end + 1 < sentence_.end && is_capital(page_, end + 1)) return end + 2;
    // "J. P. Moreau" when the stop is a token of its own.
    if (word(end).text == "." && !word(end).gap && word(end - 1).text.size() == 1 && end + 1 < sentence_.end &&
        is_capital(page_, end + 1))
      return end + 2;
    // "Kestrel, Inc."
    if (word(end).text == "," && end + 1 < sentence_.end && is_suffix(end + 1)) return end + 2;
    // "Luther Bell, Jr."
    if (word(end).text == "," && end + 1 < sentence_.end && end > begin + 1 &&
        rules_.generation.contains(word(end + 1).lower))
      return end + 2;
    if (const std::uint32_t nickname = past_nickname(begin, end); nickname > end) return nickname;
    // "Nurses Against the War": no preposition has a capital but inside a name
    const bool joining = end > begin + 1 && page_.parsed && page_.tag(end - 1) == Upos::ADP && word(end - 1).capital;
    if (joining && rules_.name_article.contains(word(end).lower) && end + 1 < sentence_.end &&
        is_capital(page_, end + 1))
      return end + 2;
    if (const std::uint32_t added = past_added_name(begin, end); added > end) return added;
    if (const std::uint32_t campus = past_campus(begin, end); campus > end) return campus;
    if (const std::uint32_t shared = past_shared_head(begin, end); shared > end) return shared;
    // "Interstate 95"; "Sheriff's Office", "Women's Federation".
    const bool numbered = rules_.numbered_name.contains(word(end - 1).lower);
    if (numbered && is_figure(end)) return end + 1;
    // ... "Standard & Poor's 500"
    const bool possessive = !word(end).gap && page_.relation(end) == "case" && end + 1 < sentence_.end;
    if (possessive && numbered && is_figure(end + 1)) return end + 2;
    if (possessive && rules_.possessive_part.contains(word(end - 1).lower) && rules_.heads.contains(word(end + 1).text))
      return end + 2;
    const std::uint32_t after = past_particles(end);
    if (after > end && after < sentence_.end && is_capital(page_, after)) return after + 1;
    // "Search and Rescue Agency": small words that the tagger keeps inside one name.
    if (is_inside_label(end) && end + 1 < sentence_.end && is_capital(page_, end + 1) && is_inside_label(end + 1) &&
        !is_other_name(end) && !is_where_site_is(end))
      return end + 2;
    // "Sand Hill park", "Fraser's" by the tagger alone; "US navy" is a country and its navy.
    if (is_inside_label(end) && !is_named(begin) &&
        (is_relation(page_.relation(end), "case") ? !word(end).gap && page_.tag(end) == Upos::PART
                                                  : page_.tag(end) == Upos::NOUN))
      return end + 1;
    // "Secretary of State" goes on to the name.
    const auto title = title_at(page_, rules_, end - 1, sentence_.end);
    if (title && title->word.end > end) return title->word.end;
    if (const std::uint32_t linked = past_link(begin, end); linked > end) return linked;
    if (const std::uint32_t pair = past_known_pair(begin, end); pair > end) return pair;
    return past_conjunct(begin, end);
  }

  /// "Dwayne "The Rock" Porter": what a person is called between marks, when the name goes on behind it.
  std::uint32_t past_nickname(std::uint32_t begin, std::uint32_t end) const {
    const auto is_mark = [&](std::uint32_t token) {
      return token < sentence_.end && !word(token).letters && !word(token).text.empty() &&
             (word(token).text == "\"" || word(token).text == "“" || word(token).text == "”");
    };
    if (!is_mark(end) || end > begin + 2 || !is_given_name(page_, rules_, begin)) return end;
    std::uint32_t close = end + 1;
    while (close < sentence_.end && close < end + 1 + longest_nickname && is_capital(page_, close)) ++close;
    if (close == end + 1 || !is_mark(close) || close + 1 >= sentence_.end) return end;
    return is_capital(page_, close + 1) ? close + 2 : end;
  }

  /// "[Angela] Berg", "[Omar al] Din": what an editor put before a surname in a quotation.
  std::uint32_t past_added_name(std::uint32_t begin, std::uint32_t end) const {
    if (begin == sentence_.begin || word(begin - 1).text != "[") return end;
    const std::uint32_t close = past_particles(end);
    if (close + 1 >= sentence_.end || word(close).text != "]" || !is_capital(page_, close + 1)) return end;
    const bool person = is_given_name(page_, rules_, begin) || is_person_label(page_, {begin, end});
    return person && page_.extraction.tokens[close + 1].name != NameTag::O ? close + 2 : end;
  }

  /// "University of Oslo at Kjeller", "University of California, San Diego": where in the country that names it.
  std::uint32_t past_campus(std::uint32_t begin, std::uint32_t end) const {
    if (!rules_.university.contains(word(begin).lower) || end < begin + 3 || end + 1 >= sentence_.end) return end;
    if (!is_capital(page_, end + 1) || rules_.calendar.contains(word(end + 1).lower)) return end;
    if (rules_.at_word.contains(word(end).lower)) return end + 2;
    if (word(end).text != ",") return end;
    const Gazetteer::Match region = rules_.gazetteer.longest(page_, begin + 2, end);
    const Gazetteer::Match town = rules_.gazetteer.longest(page_, end + 1, sentence_.end);
    const bool in_region = begin + 2 + region.tokens == end && is_place(region, "region");
    return in_region && is_place(town, "city") ? end + 1 + town.tokens : end;
  }

  static bool is_place(const Gazetteer::Match& match, std::string_view finer) {
    return match.tokens > 0 && std::any_of(match.readings.begin(), match.readings.end(),
                                           [&](const Known& known) { return known.finer == finer; });
  }

  bool is_figure(std::uint32_t token) const {
    const char first = word(token).text.front();
    return !word(token).letters && first >= '0' && first <= '9';
  }

  bool is_suffix(std::uint32_t token) const {
    const auto head = rules_.heads.find(word(token).text);
    return head != rules_.heads.end() && head->second.finer == "company" && word(token).text.size() <= longest_suffix;
  }

  bool is_inside_label(std::uint32_t token) const {
    const NameTag tag = page_.extraction.tokens[token].name;
    return tag == NameTag::I_ORG || tag == NameTag::I_LOC || tag == NameTag::I_OTHER;
  }

  /// "van der" in "Robin van der Meer"; only what is written apart and lower case.
  std::uint32_t past_particles(std::uint32_t at) const {
    while (at < sentence_.end && rules_.particle.contains(word(at).lower) && !word(at).capital) {
      ++at;
      if (at < sentence_.end && joins(page_, at, sentence_.end)) ++at;
    }
    return at;
  }

  /// "Supreme Court of Bosnia and Herzegovina": a country's name that is two names for others.
  std::uint32_t past_known_pair(std::uint32_t begin, std::uint32_t end) const {
    if (!rules_.and_word.contains(word(end).lower) || end + 1 >= sentence_.end || !is_capital(page_, end + 1))
      return end;
    for (std::uint32_t first = end - 1; first > begin && is_capital(page_, first); --first) {
      const std::uint32_t tokens = rules_.gazetteer.longest(page_, first, sentence_.end).tokens;
      if (first + tokens > end) return first + tokens;
    }
    return end;
  }

  /// "of", "for", "of the" after a word that heads names ("Ministry of Health"): past the capital that follows.
  std::uint32_t past_link(std::uint32_t begin, std::uint32_t end) const {
    const bool narrow = rules_.on_link.contains(word(end).lower) && rules_.head_on.contains(word(end - 1).lower);
    if (!narrow && !rules_.name_link.contains(word(end).lower)) return end;
    std::uint32_t last = end + 1;
    while (last < sentence_.end && is_capital(page_, last)) ++last;
    if (is_spelled_out(page_, {begin, last})) return last;
    // "Organization for the Prohibition of Chemical Weapons"
    if (is_matter_linked(begin, end) && is_capital(page_, end + 1) && !is_named(end + 1)) return end + 2;
    const auto head = rules_.heads.find(word(end - 1).text);
    const NameTag tag = page_.extraction.tokens[end - 1].name;
    if (head == rules_.heads.end() || tag == NameTag::B_PER || tag == NameTag::I_PER) return end;
    if (end - 1 == begin && word(begin).first && rules_.no_name.contains(word(begin).lower) &&
        head->second.kind != EntityKind::organization)
      return end;
    std::uint32_t after = end + 1;
    if (after < sentence_.end && rules_.determiner.contains(word(after).lower) && !word(after).capital) ++after;
    if (after >= sentence_.end || !is_capital(page_, after)) return end;
    // "a meeting of the Council in Lima", "the Committee on Friday": where and when it met.
    // "left Kestrel Records for The Wailers": what has its own article is another name.
    if (rules_.determiner.contains(word(after).lower)) return end;
    if (narrow && (rules_.calendar.contains(word(after).lower) || is_named(after))) return end;
    return after + 1;
  }

  /// Whether the run is a body and its matter ("Organization for the Prohibition"), and the tree hangs what follows on the matter.
  bool is_matter_linked(std::uint32_t begin, std::uint32_t end) const {
    const std::uint32_t matter = matter_of_body(begin, end);
    if (matter == end || !page_.parsed || end + 1 >= sentence_.end || !rules_.complement.contains(word(end).lower))
      return false;
    std::uint32_t head = end + 1;
    for (int steps = 0; steps < 3 && page_.head(head) > static_cast<std::int32_t>(end); ++steps)
      head = static_cast<std::uint32_t>(page_.head(head));
    return page_.head(head) >= static_cast<std::int32_t>(matter) && page_.head(head) < static_cast<std::int32_t>(end);
  }

  bool is_named(std::uint32_t token) const { return rules_.gazetteer.longest(page_, token, sentence_.end).tokens > 0; }

  /// "Department of Health and Human Services", "Ministry of Youth, Sports and Culture": past a matter that the head governs beside the
  /// first one, when the tree says so and the words after it name nobody by themselves.
  std::uint32_t past_conjunct(std::uint32_t begin, std::uint32_t end) const {
    if (!page_.parsed) return end;
    const std::uint32_t matter = matter_of_body(begin, end);
    if (matter == end) return end;
    std::uint32_t after = end;
    if (word(after).text == ",") ++after;
    const bool link =
        after == end && (rules_.name_link.contains(word(after).lower) || rules_.on_link.contains(word(after).lower));
    if (link) ++after;
    if (after < sentence_.end && rules_.and_word.contains(word(after).lower)) ++after;
    if (after == end || after >= sentence_.end || !is_capital(page_, after)) return end;
    std::uint32_t last = after;
    while (last + 1 < sentence_.end && is_capital(page_, last + 1)) ++last;
    const bool listed = word(end).text == "," && !rules_.and_word.contains(word(after - 1).lower);
    if (listed &&
        (last + 1 >= sentence_.end || !(rules_.and_word.contains(word(last + 1).lower) || word(last + 1).text == ",")))
      return end;
    if (is_named(after) || title_at(page_, rules_, after, sentence_.end) || rules_.calendar.contains(word(after).lower))
      return end;
    if (introduces_letters(page_, {begin, last + 1})) return last + 1;
    const NameTag tag = page_.extraction.tokens[after].name;
    const auto own = rules_.heads.find(word(last).text);
    const bool body = own != rules_.heads.end() && own->second.kind == EntityKind::organization;
    if (link || tag == NameTag::B_PER || tag == NameTag::B_LOC || (tag == NameTag::B_ORG && body)) return end;
    const std::uint32_t head = page_.head_of({after, last + 1});
    const std::int32_t over = page_.head(head);
    // The tree often takes what is beside the matter for something beside the body.
    const bool beside = over >= static_cast<std::int32_t>(begin) && over < static_cast<std::int32_t>(end);
    return is_relation(page_.relation(head), "conj") && beside ? last + 1 : end;
  }

  /// "The Marlow and Reed Medical Center": an unknown name under one article with the body or building that the words behind "and" end in.
  std::uint32_t past_shared_head(std::uint32_t begin, std::uint32_t end) const {
    if (rules_.name_article.contains(word(begin).lower)) ++begin;
    if (!rules_.and_word.contains(word(end).lower) || begin == sentence_.begin || begin >= end ||
        end + 2 >= sentence_.end || !rules_.name_article.contains(word(begin - 1).lower) ||
        !is_capital(page_, end + 1) || is_known({begin, end}) || rules_.heads.contains(word(end - 1).text) ||
        title_at(page_, rules_, begin, sentence_.end) || title_at(page_, rules_, end + 1, sentence_.end) ||
        is_person_label(page_, {begin, end}))
      return end;
    std::uint32_t last = end + 1;
    while (last + 1 < sentence_.end) {
      const bool owned = page_.relation(last + 1) == "case" && !word(last + 1).gap && last + 2 < sentence_.end;
      if (!is_capital(page_, last + 1) && !(owned && is_capital(page_, last + 2))) break;
      last += owned ? 2 : 1;
    }
    const auto head = rules_.heads.find(word(last).text);
    if (is_known({end + 1, last + 1})) return end;
    const bool body = head != rules_.heads.end() &&
                      (head->second.kind == EntityKind::organization || head->second.kind == EntityKind::facility);
    return body && last > end + 1 ? last + 1 : end;
  }

  /// Whether a run is a known name as a whole.
  bool is_known(Span run) const {
    return rules_.gazetteer.longest(page_, run.begin, sentence_.end).tokens >= run.size();
  }

  /// "The Pentagon and State Department": what follows "and" is a name by itself, whatever the tagger says.
  bool is_other_name(std::uint32_t end) const {
    std::uint32_t last = end + 1;
    while (last + 1 < sentence_.end && is_capital(page_, last + 1)) ++last;
    return rules_.and_word.contains(word(end).lower) && last > end + 1 && is_known({end + 1, last + 1});
  }

  /// "Marlow Medical Center in Duncan": where a body is, is no part of its name.
  bool is_where_site_is(std::uint32_t end) const {
    return rules_.inside.contains(word(end).lower) && rules_.heads.contains(word(end - 1).text);
  }

  /// The first word after "of" in "Department of Health"; `end` when the run is no such name.
  std::uint32_t matter_of_body(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin + 1; i + 1 < end; ++i) {
      if (word(i).capital || !(rules_.name_link.contains(word(i).lower) || rules_.on_link.contains(word(i).lower)))
        continue;
      const auto head = rules_.heads.find(word(i - 1).text);
      if (head != rules_.heads.end() && head->second.kind == EntityKind::organization && !is_named(i + 1)) return i + 1;
    }
    return end;
  }

  const Page& page_;
  const Rules& rules_;
  Span sentence_;
};

}  // namespace

bool is_capital(const Page& page, std::uint32_t token) {
  const Word& word = page.words[token];
  // "US$20": money.
  const bool money = word.text.ends_with('$') ||
                     (token + 1 < page.words.size() && page.words[token + 1].text == "$" && !page.words[token + 1].gap);
  if (page.parsed && page.tag(token) == Upos::PRON && word.text.size() == 1) return false;
  return (word.capital || has_inner_capital(word.text)) && !money && !word.text.starts_with('#');
}

std::vector<Span> runs_of(const Page& page, const Rules& rules, Span sentence) {
  return RunCutter(page, rules, sentence).cut();
}

}  // namespace dateline::entity
