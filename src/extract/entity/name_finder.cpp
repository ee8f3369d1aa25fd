#include "extract/entity/name_finder.hpp"

#include <algorithm>
#include <map>

#include "extract/entity/name_kinds.hpp"
#include "extract/entity/runs.hpp"
#include "extract/entity/titles.hpp"

namespace dateline::entity {
namespace {

/// One sentence's runs taken apart into names, from left to right.
class SentenceNames {
 public:
  SentenceNames(const Page& page, const Rules& rules, const Evidence& evidence, std::vector<NameMention>& names)
      : page_(page), rules_(rules), evidence_(evidence), names_(names) {}

  void read(Span sentence) {
    sentence_ = sentence;
    const std::vector<Span> runs = runs_of(page_, rules_, sentence);
    for (Span run : runs) {
      // A known name may reach past its run: "Bank of England", "Trinidad and Tobago".
      while (!run.empty()) {
        if (run.begin < done_) run.begin = std::min(done_, run.end);
        if (run.empty()) break;
        take_apart(run);
        break;
      }
    }
  }

 private:
  const Word& word(std::uint32_t token) const { return page_.words[token]; }

  NameMention& put(Span tokens, EntityKind kind) {
    NameMention mention;
    mention.tokens = tokens;
    mention.kind = kind;
    names_.push_back(std::move(mention));
    done_ = std::max(done_, tokens.end);
    return names_.back();
  }

  void put_known(Span tokens, const Known& known) {
    NameMention& mention = put(tokens, known.kind);
    mention.known = &known;
    mention.finer = known.finer;
    mention.country = known.country;
    if (known.use != Known::Use::name) mention.form = MentionForm::nominal;
    if (known.use == Known::Use::people) mention.kind = EntityKind::group;
  }

  void put_person(Span tokens, const TitlePlace* title) {
    NameMention& mention = put(tokens, EntityKind::person);
    mention.gender = given_gender(page_, rules_, tokens);
    if (!title) return;
    mention.title = title->tokens;
    mention.title_use = title->title.use;
    if (title->title.gender != Gender::unknown) mention.gender = title->title.gender;
  }

  /// Whether the word at the head of a sentence is no part of the name after it.
  bool is_opener(std::uint32_t token) const {
    const Word& here = word(token);
    if (rules_.determiner.contains(here.lower)) return true;
    if (!here.first || !rules_.no_name.contains(here.lower)) return false;
    if (page_.parsed && page_.tag(token) == Upos::PROPN && token + 1 < sentence_.end && is_capital(page_, token + 1))
      return false;
    return true;
  }

  bool is_calendar(std::uint32_t token) const { return rules_.calendar.contains(word(token).lower); }

  void take_apart(Span run) {
    if (const auto reach = known_name(run.begin, sentence_.end);
        reach.tokens > 0 && run.begin + reach.tokens > run.end) {
      put_known({run.begin, run.begin + reach.tokens}, *reach.readings.data());
      return;
    }
    while (!run.empty() && known_name(run.begin, run.end).tokens < 2 && is_opener(run.begin)) ++run.begin;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (!is_calendar(i) || is_head_of_day(run, i)) continue;
      take_apart_named({run.begin, i});
      take_apart({i + 1, run.end});
      return;
    }
    take_apart_named(run);
  }

  /// "National Unity Day", "Sunday Times": the calendar's word is part of a longer name.
  bool is_head_of_day(Span run, std::uint32_t token) const {
    const auto head = rules_.heads.find(word(run.end - 1).text);
    return run.size() > 1 && token + 1 < run.end && head != rules_.heads.end() &&
           head->second.kind != EntityKind::person;
  }

  Gazetteer::Match known_name(std::uint32_t begin, std::uint32_t end) const {
    Gazetteer::Match match = rules_.gazetteer.longest(page_, begin, end);
    if (match.tokens == 0 || !evidence_.allows(match)) return {};
    const std::uint32_t after = begin + match.tokens;
    if (after < end && word(after).text == "-" && !word(after).gap) return {};
    return match;
  }

  /// A run without openers and calendar words.
  void take_apart_named(Span run) {
    trim(run);
    if (run.empty()) return;
    const Gazetteer::Match whole = known_name(run.begin, run.end);
    if (whole.tokens == run.size()) return put_whole(run, whole);
    if (take_titled(run)) return;
    if (whole.tokens > 0 && take_known_prefix(run, whole)) return;
    if (take_headed(run)) return;
    take_unknown(run);
  }

  void trim(Span& run) const {
    while (!run.empty() && (rules_.determiner.contains(word(run.end - 1).lower) || !word(run.end - 1).letters))
      --run.end;
    while (!run.empty() && !word(run.begin).letters) ++run.begin;
  }

  void put_whole(Span run, const Gazetteer::Match& match) {
    const Known* reading = choose_reading(page_, rules_, run, match);
    if (!reading) return;
    if (run.size() == 1 && word(run.begin).first && reading->kind == EntityKind::organization &&
        !evidence_.proper(page_, run.begin))
      return;
    // "Jack London" elsewhere makes "London" his name here, unless the words around it place it.
    if (run.size() == 1 && evidence_.is_surname(word(run.begin).plain) && reading->kind != EntityKind::country &&
        !place_before(page_, rules_, run)) {
      return put_person(run, nullptr);
    }
    put_known(run, *reading);
  }

  /// "Ukrainian President Volodymyr Zelensky": what is left of the title, then the person.
  bool take_titled(Span run) {
    for (std::uint32_t at = run.begin; at + 1 <= run.end; ++at) {
      const auto title = title_at(page_, rules_, at, run.end);
      if (!title) continue;
      const Gazetteer::Match over = known_name(at, run.end);
      if (over.tokens > title->word.size()) continue;
      Span person{title->word.end, run.end};
      if (heads_other_name(person)) return false;
      const auto full = title_before(page_, rules_, run.begin, title->word.end);
      const Span whole_title = full ? full->tokens : title->tokens;
      if (whole_title.begin > run.begin) take_apart_named({run.begin, whole_title.begin});
      if (person.empty()) {
        done_ = std::max(done_, run.end);
        return true;
      }
      // Two titles in a row: "Professor Sir Ian Wood".
      while (const auto another = title_at(page_, rules_, person.begin, person.end)) {
        if (another->word.end >= person.end) break;
        person.begin = another->word.end;
      }
      const TitlePlace place{{widened(whole_title.begin), title->word.end}, title->word, title->title};
      put_person(person, &place);
      return true;
    }
    return false;
  }

  /// Modifiers that stand before the run, lower case: "former President", "regional Deputy Governor".
  std::uint32_t widened(std::uint32_t begin) const {
    while (begin > sentence_.begin && begin > done_ && rules_.title_modifier.contains(word(begin - 1).lower)) --begin;
    return begin;
  }

  /// "General Assembly", "President Hotel": the words after the title are the head of another name.
  bool heads_other_name(Span rest) const {
    if (rest.empty()) return false;
    const auto head = rules_.heads.find(word(rest.end - 1).text);
    if (head == rules_.heads.end()) return false;
    return rest.size() == 1 || head->second.kind != EntityKind::other;
  }

  /// A run that begins with a known name or adjective but goes on: "Russian Gazprom", "Paris Saint-Germain".
  bool take_known_prefix(Span run, const Gazetteer::Match& match) {
    const Span front{run.begin, run.begin + match.tokens};
    const Span rest{front.end, run.end};
    const Known* name = match.as(Known::Use::name);
    const bool describes = match.as(Known::Use::adjective) != nullptr;
    if (head_of_run(run)) return false;
    const bool rest_known = known_name(rest.begin, rest.end).tokens == rest.size();
    const bool rest_person = is_given_name(page_, rules_, rest.begin) && rest.size() > 1;
    if (!rest_known && !rest_person && !(describes && label_begins(page_, rest.begin))) {
      if (name && front.size() == 1 && is_given_name(page_, rules_, run.begin)) return false;
      if (label_of(page_, run).whole) return false;
      if (!describes && !is_known_whole_label(front)) return false;
    }
    put_whole(front, match);
    take_apart_named(rest);
    return true;
  }

  bool is_known_whole_label(Span front) const {
    return page_.tagged && label_of(page_, front).whole && label_begins(page_, front.end);
  }

  const Head* head_of_run(Span run) const {
    const auto found = rules_.heads.find(word(run.end - 1).text);
    return found == rules_.heads.end() ? nullptr : &found->second;
  }

  /// "Defense Ministry", "Ministry of Health", "Kursk Oblast": the head says what it is.
  bool take_headed(Span run) {
    const Head* head = head_of_run(run);
    if (!head || run.size() < 2) {
      const auto first = rules_.heads.find(word(run.begin).text);
      const bool linked =
          run.size() > 2 && first != rules_.heads.end() && rules_.name_link.contains(word(run.begin + 1).lower);
      const std::uint32_t link = linked ? run.begin + 1 : link_of(run);
      if (link == 0) return take_leading_head(run);
      const auto before = rules_.heads.find(word(link - 1).text);
      if (before == rules_.heads.end()) return false;
      head = &before->second;
    }
    if (head->finer == "holiday") {
      done_ = std::max(done_, run.end);
      return true;
    }
    if (head->kind == EntityKind::other && run.size() == 1) return false;
    if (looks_like_person(run)) return false;
    NameMention& mention = put(run, head->kind);
    mention.finer = head->finer;
    mention.country = country_inside(run);
    return true;
  }

  /// "Lake Victoria", "Mount Etna", "Hurricane Katrina".
  bool take_leading_head(Span run) {
    const auto first = rules_.heads.find(word(run.begin).text);
    if (run.size() < 2 || first == rules_.heads.end()) return false;
    const Head& head = first->second;
    const bool leads = head.finer == "mountain" || head.finer == "sea" || word(run.begin).text == word(run.begin).plain;
    if (!leads || (head.kind == EntityKind::organization && head.finer != "university")) return false;
    if (head.kind == EntityKind::facility && is_given_name(page_, rules_, run.begin + 1)) return false;
    NameMention& mention = put(run, head.kind);
    mention.finer = head.finer;
    mention.sure = head.kind == EntityKind::place;
    return true;
  }

  std::uint32_t link_of(Span run) const {
    for (std::uint32_t i = run.begin + 1; i + 1 < run.end; ++i) {
      if (rules_.name_link.contains(word(i).lower) && !word(i).capital && rules_.heads.contains(word(i - 1).text))
        return i;
    }
    return 0;
  }

  /// "Tiger Woods", "Linda Church": a given name before a head that is a surname too.
  bool looks_like_person(Span run) const {
    return run.size() == 2 && is_given_name(page_, rules_, run.begin) &&
           label_of(page_, run).kind != EntityKind::organization && label_of(page_, run).kind != EntityKind::place &&
           page_.tagged;
  }

  std::string country_inside(Span run) const {
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      const Gazetteer::Match match = rules_.gazetteer.longest(page_, i, run.end);
      if (match.tokens > 0 && !match.readings.front().country.empty() &&
          match.readings.front().kind != EntityKind::organization) {
        return match.readings.front().country;
      }
    }
    return {};
  }

  void take_unknown(Span run) {
    // The tagger's borders inside the run.
    for (std::uint32_t i = run.begin + 1; i < run.end; ++i) {
      if (label_begins(page_, i) && label_of(page_, {run.begin, i}).kind) {
        take_apart_named({run.begin, i});
        take_apart_named({i, run.end});
        return;
      }
    }
    const Guess guess = guess_kind(page_, rules_, evidence_, run);
    if (!guess.is_name) {
      done_ = std::max(done_, run.end);
      return;
    }
    if (guess.kind == EntityKind::person) {
      const auto title = title_before(page_, rules_, std::max(done_, sentence_.begin), run.begin);
      put_person(run, title ? &*title : nullptr);
    } else {
      NameMention& mention = put(run, guess.kind);
      mention.country = country_inside(run);
      mention.finer = guess.finer;
    }
    names_.back().sure = guess.sure;
  }

  const Page& page_;
  const Rules& rules_;
  const Evidence& evidence_;
  std::vector<NameMention>& names_;
  Span sentence_;
  std::uint32_t done_ = 0;
};

/// Sentences whose capitals say nothing: known names, names of the rest of the document, the tagger's labels.
void read_loose(const Page& page, const Rules& rules, const Evidence& evidence, Span sentence,
                std::vector<NameMention>& names) {
  for (std::uint32_t i = sentence.begin; i < sentence.end;) {
    NameMention mention;
    const NameMention* seen = nullptr;
    const std::uint32_t told = evidence.longest(page, i, sentence.end, seen);
    const Gazetteer::Match match = rules.gazetteer.longest(page, i, sentence.end);
    const bool usable = match.tokens > 0 && evidence.allows(match) &&
                        (match.tokens > 1 || !rules.no_name.contains(page.words[i].lower));
    if (told > 0 && told >= (usable ? match.tokens : 0)) {
      mention = *seen;
      mention.title = {};
      mention.tokens = {i, i + told};
    } else if (usable) {
      const Known* reading = choose_reading(page, rules, {i, i + match.tokens}, match);
      if (!reading) {
        ++i;
        continue;
      }
      mention.tokens = {i, i + match.tokens};
      mention.known = reading;
      mention.kind = reading->use == Known::Use::people ? EntityKind::group : reading->kind;
      mention.finer = reading->finer;
      mention.country = reading->country;
      if (reading->use != Known::Use::name) mention.form = MentionForm::nominal;
    } else if (const Label label = labelled_run(page, i, sentence.end);
               label.kind && !rules.no_name.contains(page.words[i].lower)) {
      mention.tokens = label.tokens;
      mention.kind = *label.kind;
      if (mention.kind == EntityKind::person) mention.gender = given_gender(page, rules, label.tokens);
      mention.sure = false;
    } else {
      ++i;
      continue;
    }
    i = mention.tokens.end;
    names.push_back(std::move(mention));
  }
}

}  // namespace

std::vector<NameMention> find_names(const Page& page, const Rules& rules) {
  Evidence evidence(page, rules);
  std::vector<NameMention> names;
  const auto& sentences = page.extraction.sentences;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    if (!page.loose[s]) SentenceNames(page, rules, evidence, names).read(sentences[s].tokens);
  }
  settle_guesses(page, rules, names);
  evidence.learn(page, names);
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    if (page.loose[s]) read_loose(page, rules, evidence, sentences[s].tokens, names);
  }
  std::sort(names.begin(), names.end(), [](const NameMention& a, const NameMention& b) { return a.tokens < b.tokens; });
  return names;
}

}  // namespace dateline::entity
