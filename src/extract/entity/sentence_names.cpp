#include "extract/entity/sentence_names.hpp"

#include <algorithm>
#include <optional>

#include "dateline/base/utf8.hpp"
#include "extract/entity/run_heads.hpp"
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
      // A known name may have reached past its run: "Bank of England".
      run.begin = std::max(run.begin, std::min(done_, run.end));
      if (!run.empty()) take_apart(run);
    }
  }

 private:
  const Word& word(std::uint32_t token) const { return page_.words[token]; }

  NameMention& put(Span tokens, EntityKind kind) {
    NameMention mention;
    // "in the U.S." at the end of a sentence, the stop a token of its own.
    if (tokens.size() > 1 && tokens.end == sentence_.end && word(tokens.end - 1).text == ".") --tokens.end;
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
    if (evidence_.is_called(page_, token)) return false;
    if (here.first && page_.parsed && is_common_opener(page_, rules_, token)) return true;
    if (here.first && rules_.opener.contains(here.lower) && token + 2 < sentence_.end && is_capital(page_, token + 1) &&
        !rules_.heads.contains(word(token + 1).text))
      return true;
    if (!here.first || !rules_.no_name.contains(here.lower)) return false;
    if (page_.parsed && page_.tag(token) == Upos::PROPN && token + 1 < sentence_.end && is_capital(page_, token + 1))
      return false;
    return true;
  }

  /// "Sun" of "Sun Microsystems" by the tagger is none.
  bool is_calendar(std::uint32_t token) const {
    const NameTag tag = page_.extraction.tokens[token].name;
    const bool alone = !(token + 1 < sentence_.end && word(token + 1).capital) &&
                       !(token > sentence_.begin && word(token - 1).capital);
    const bool named =
        !alone && (is_person_label(page_, {token, token + 1}) || tag == NameTag::B_ORG || tag == NameTag::I_ORG);
    return !named && rules_.calendar.contains(word(token).lower) && !evidence_.is_called(page_, token);
  }

  void take_apart(Span run) {
    if (const auto reach = known_name(run.begin, sentence_.end);
        reach.tokens > 0 && run.begin + reach.tokens > run.end) {
      const std::uint32_t end = run.begin + reach.tokens;
      if (end >= sentence_.end || !is_capital(page_, end)) return put_whole({run.begin, end}, reach);
      // "Trinidad and Tobago Coast Guard" goes on.
      run.end = end + 1;
      while (run.end < sentence_.end && is_capital(page_, run.end)) ++run.end;
    }
    if (const Known* known = first_of_pair(page_, rules_, run, sentence_.end)) return put_known(run, *known);
    while (!run.empty() && !begins_known(run) && is_opener(run.begin) && !names_cause(page_, rules_, run)) ++run.begin;
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (!is_calendar(i) || is_part_of_day(page_, rules_, run, i)) continue;
      // "April Stone", "Johnnie Christmas".
      if (is_person_label(page_, {i > run.begin ? i - 1 : i, std::min(i + 2, run.end)}) && run.size() > 1) continue;
      take_apart_named({run.begin, i});
      take_apart({i + 1, run.end});
      return;
    }
    take_apart_named(run);
  }

  Gazetteer::Match known_name(std::uint32_t begin, std::uint32_t end) const {
    Gazetteer::Match match = rules_.gazetteer.longest(page_, begin, end);
    if (match.tokens == 0 || !evidence_.allows(match)) return {};
    const bool introduced = match.tokens == 1 && evidence_.is_acronym(word(begin).plain);
    if (introduced && rules_.gazetteer.find(word(begin).plain).empty()) return {};
    const std::uint32_t after = begin + match.tokens;
    if (after < sentence_.end && is_of_part(page_, rules_, match, after)) return {};
    // "Paris-Soir" is not Paris; "Franco-German" apart, both sides of "Polish-Lithuanian" are adjectives.
    if (after < end && word(after).text == "-" && !word(after).gap) {
      const Gazetteer::Match other = rules_.gazetteer.longest(page_, after + 1, end);
      if (!match.as(Known::Use::adjective) || !other.as(Known::Use::adjective)) return {};
    }
    return match;
  }

  /// A known name of two words, or one in capitals: "US troops", "WHO officials".
  bool begins_known(Span run) const {
    const std::uint32_t tokens = known_name(run.begin, run.end).tokens;
    const bool letters = word(run.begin).all_capitals;
    return tokens > 1 || (letters && (tokens == 1 || evidence_.is_acronym(word(run.begin).plain)));
  }

  /// A run without openers and calendar words.
  void take_apart_named(Span run) {
    run = trimmed(page_, rules_, run);
    if (run.empty()) return;
    if (take_prefixed(run)) return;
    // "Minister of Defense Paolo Ferri": the post's matter is no part of the name.
    while (run.size() > 2 && is_matter_of_post(run.begin)) ++run.begin;
    const Gazetteer::Match whole = known_name(run.begin, run.end);
    if (whole.tokens == run.size()) return put_whole(run, whole);
    if (rules_.no_entity.contains(utf8::lower(page_.text(run)))) return;
    if (is_spelled_out(page_, run)) {
      put(run, EntityKind::organization);
      return;
    }
    if (take_titled(run)) return;
    if (take_joined_adjective(run)) return;
    if (whole.tokens > 0 && take_known_prefix(run, whole)) return;
    if (take_headed(run)) return;
    take_unknown(run);
  }

  /// "pro-Beijing DAB", "anti-Taliban": what is for or against a known name is no part of it.
  bool take_prefixed(Span run) {
    if (run.size() < 3 || word(run.begin + 1).text != "-" || !rules_.prefix.contains(word(run.begin).lower))
      return false;
    const Gazetteer::Match match = known_name(run.begin + 2, run.end);
    if (match.tokens == 0) return false;
    const std::uint32_t end = run.begin + 2 + match.tokens;
    put_whole({run.begin + 2, end}, match);
    take_apart_named({end, run.end});
    return true;
  }

  bool is_matter_of_post(std::uint32_t token) const {
    if (!rules_.title_modifier.contains(word(token).lower) || token < sentence_.begin + 2) return false;
    if (rules_.title_modifier.contains(word(token - 1).lower)) return is_matter_of_post(token - 1);
    return rules_.complement.contains(word(token - 1).lower) && title_before(page_, rules_, sentence_.begin, token - 1);
  }

  void put_whole(Span run, const Gazetteer::Match& match) {
    const Known* reading = choose_reading(page_, rules_, evidence_, run, match);
    if (!reading || is_era(page_, rules_, run)) return;
    if (reading->kind == EntityKind::organization && counts_members(page_, rules_, run))
      return void(put(run, EntityKind::group));
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
    std::optional<TitlePlace> title;
    for (std::uint32_t at = run.begin; at < run.end; ++at) {
      const auto here = title_at(page_, rules_, at, run.end);
      if (!here || known_name(at, run.end).tokens > here->word.size()) continue;
      const Span rest{here->word.end, run.end};
      if (heads_other_name(rest) || is_matter_of_body(page_, rules_, run, at)) return false;
      if (!rest.empty() && is_thing_label(page_, {at, run.end})) return false;
      // "Martin Dean Fox": a title's word inside a person's name.
      const bool after_title = title && title->word.end == at;
      // "US Senator", "USCG Captain": whose the title is.
      const bool owned =
          at > run.begin && (known_name(run.begin, at).tokens == at - run.begin || word(at - 1).all_capitals);
      // "Dean Rusk", "Earl Grant": a given name by the tagger.
      if (is_given_name(page_, rules_, at) && is_person_label(page_, {at, std::min(at + 2, run.end)}) &&
          run.end > at + 1)
        break;
      const bool inside = at > run.begin && !after_title && !owned &&
                          (is_given_name(page_, rules_, at - 1) || is_person_label(page_, {at - 1, here->word.end}));
      if (inside || (title && rest.empty() && evidence_.is_surname(word(at).plain))) break;
      title = here;
      at = here->word.end - 1;
      if (rest.size() == 1 && rules_.name_suffix.contains(word(rest.begin).lower)) break;
    }
    return title && put_titled(run, *title);
  }

  bool put_titled(Span run, const TitlePlace& title) {
    const auto full = title_before(page_, rules_, run.begin, title.word.end);
    Span whole = full ? full->tokens : title.tokens;
    // "White House Press Secretary": the title's modifiers end where a known name begins.
    const Gazetteer::Match known = known_name(run.begin, title.word.begin);
    whole.begin = std::max(whole.begin, run.begin + known.tokens);
    const Span left{run.begin, whole.begin};
    if (is_part_of_title(left)) {
      whole.begin = run.begin;
    } else if (!left.empty()) {
      take_apart_named(left);
    }
    const Span person{title.word.end, run.end};
    done_ = std::max(done_, run.end);
    // "Mr. President", "Republican Senators" name nobody.
    if (person.empty() || (person.size() == 1 && rules_.nominals.find(word(person.begin).lower))) return true;
    const TitlePlace place{{widened(whole.begin), title.word.end}, title.word, title.title};
    put_person(person, &place);
    return true;
  }

  /// "Emeritus Professor Sato": a lone word before the title that names nothing known.
  bool is_part_of_title(Span left) const {
    if (left.size() != 1 || known_name(left.begin, left.end).tokens > 0) return false;
    if (rules_.heads.contains(word(left.begin).text)) return false;
    const auto kind = label_of(page_, left).kind;
    return !kind || kind == EntityKind::person || kind == EntityKind::other;
  }

  std::uint32_t last_end() const { return names_.empty() ? 0 : names_.back().tokens.end; }

  /// Modifiers that stand before the run, lower case: "former President", "regional Deputy Governor".
  std::uint32_t widened(std::uint32_t begin) const {
    while (begin > sentence_.begin && begin > last_end() && rules_.title_modifier.contains(word(begin - 1).lower))
      --begin;
    return begin;
  }

  /// "General Assembly", "President Hotel", "Queen's Medal": the words after the title are the head of another name.
  bool heads_other_name(Span rest) const {
    const auto head = rest.empty() ? rules_.heads.end() : rules_.heads.find(word(rest.end - 1).text);
    if (head == rules_.heads.end()) return false;
    const bool owned = rules_.genitive.contains(word(rest.begin).lower);
    return owned || rest.size() == 1 || head->second.kind != EntityKind::other;
  }

  /// "Franco-German": the adjective that ends it.
  bool take_joined_adjective(Span run) {
    if (run.size() != 3 || word(run.begin + 1).text != "-") return false;
    const Gazetteer::Match match = rules_.gazetteer.longest(page_, run.end - 1, run.end);
    if (!match.as(Known::Use::adjective) || match.as(Known::Use::name)) return false;
    put_known({run.end - 1, run.end}, *match.as(Known::Use::adjective));
    return true;
  }

  /// A run that begins with a known name or adjective but goes on: "Russian Gazprom", "Paris Saint-Germain".
  bool take_known_prefix(Span run, const Gazetteer::Match& match) {
    const Span front{run.begin, run.begin + match.tokens};
    const Span rest{front.end, run.end};
    const Known* name = match.as(Known::Use::name);
    const Known* people = match.as(Known::Use::people);
    // "Kenyans Ruth Chebet and ...": many before one.
    const bool describes = match.as(Known::Use::adjective) != nullptr ||
                           (people && !name && people->number == Number::plural && rest.size() > 1);
    if (name && name->kind == EntityKind::organization && is_corporate(page_, rules_, rest)) {
      put_known(run, *name);
      return true;
    }
    if (name && is_campus(page_, rules_, *name, front.end)) return put(run, EntityKind::organization), true;
    if (name && name->kind == EntityKind::organization && has_digit(page_, rest)) {
      put(run, EntityKind::product).country = name->country;
      return true;
    }
    if (head_of_run(page_, rules_, run) || introduces_letters(page_, run)) return false;
    // "Kowloon West".
    if (name && name->kind == EntityKind::place && rest.size() == 1 &&
        rules_.direction.contains(word(rest.begin).lower)) {
      put(run, EntityKind::place).country = name->country;
      return true;
    }
    if (describes && leads_organization(page_, rules_, rest)) {
      put(run, EntityKind::organization).country = country_inside(page_, rules_, run);
      return true;
    }
    const bool rest_known = known_name(rest.begin, rest.end).tokens == rest.size();
    const bool rest_person = (is_given_name(page_, rules_, rest.begin) && rest.size() > 1) ||
                             (front.size() > 1 && rest.size() > 1 && is_person_label(page_, run)) ||
                             (rest.size() == 1 && front.size() == 1 && word(run.begin).all_capitals &&
                              evidence_.is_surname(word(rest.begin).plain));
    const bool counted = people && people->number == Number::plural && rest.size() > 1;
    if (!rest_known && !rest_person && !counted && !(describes && label_begins(page_, rest.begin))) {
      if ((name && front.size() == 1 && is_given_name(page_, rules_, run.begin)) || label_of(page_, run).whole)
        return false;
      if (!describes && !(page_.tagged && label_of(page_, front).whole && label_begins(page_, front.end))) return false;
    }
    put_whole(front, match);
    take_apart_named(rest);
    return true;
  }

  /// "Defense Ministry", "Ministry of Health", "Kursk Oblast": the head says what it is.
  bool take_headed(Span run) {
    const Head* head = run.size() < 2 ? nullptr : head_of_run(page_, rules_, run);
    if (const Head* linked = linked_head(page_, rules_, run); linked && !(head && page_.head_of(run) + 1 == run.end))
      head = linked;
    if (!head) return take_leading_head(run);
    if (head->kind == EntityKind::other && run.size() == 1) return false;
    if (looks_like_person(page_, rules_, run)) return false;
    if (head->finer == "holiday") {
      done_ = std::max(done_, run.end);
      return true;
    }
    // "the British Library said": a building by its head, a body by the tagger; "Civic Center" the other way round.
    EntityKind kind = head->kind;
    const Label label = label_of(page_, run);
    if (label.whole && kind == EntityKind::facility && head->finer.empty() && label.kind == EntityKind::organization)
      kind = EntityKind::organization;
    if (label.whole && rules_.site_head.contains(word(run.end - 1).lower) && label.kind == EntityKind::place &&
        place_before(page_, rules_, run))
      kind = EntityKind::facility;
    NameMention& mention = put(run, kind);
    if (kind == head->kind) mention.finer = head->finer;
    mention.country = country_inside(page_, rules_, run);
    return true;
  }

  /// "Lake Victoria", "Mount Etna", "Hurricane Katrina".
  bool take_leading_head(Span run) {
    const Head* head = leading_head(page_, rules_, run);
    if (!head) return false;
    NameMention& mention = put(run, head->kind);
    mention.finer = head->finer;
    mention.sure = head->kind == EntityKind::place;
    return true;
  }

  void take_unknown(Span run) {
    for (std::uint32_t i = run.begin + 1; i < run.end; ++i) {
      if (page_.words[i - 1].text == "-" && !page_.words[i].gap) continue;
      if (ends_in_country(page_, rules_, run, i) || !page_.words[i - 1].letters) continue;  // a nickname in marks
      // "Countryman Okello", "Good Morning Debra": what stands before a person is a name by its head only.
      const Span rest{i, run.end}, before{run.begin, i};
      if (label_begins(page_, i) && is_person_label(page_, rest) && !label_of(page_, before).kind &&
          !is_given_name(page_, rules_, run.begin) && !leading_head(page_, rules_, run)) {
        if (head_of_run(page_, rules_, before) && before.size() > 1) take_apart_named(before);
        return take_apart_named(rest);
      }
      if (label_begins(page_, i) && label_of(page_, {run.begin, i}).kind) {
        take_apart_named({run.begin, i});
        take_apart_named({i, run.end});
        return;
      }
    }
    run = without_common_end(page_, rules_, run);
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
      mention.country = country_inside(page_, rules_, run);
      mention.finer = guess.finer;
    }
    names_.back().sure = guess.sure;
    names_.back().told = guess.told;
  }

  const Page& page_;
  const Rules& rules_;
  const Evidence& evidence_;
  std::vector<NameMention>& names_;
  Span sentence_;
  std::uint32_t done_ = 0;
};

}  // namespace

void read_sentence(const Page& page, const Rules& rules, const Evidence& evidence, Span sentence,
                   std::vector<NameMention>& names) {
  SentenceNames(page, rules, evidence, names).read(sentence);
}

}  // namespace dateline::entity
