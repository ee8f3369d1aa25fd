#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/entity/name_kinds.hpp"
#include "extract/entity/run_heads.hpp"

namespace dateline::entity {
namespace {

/// Names learnt that begin with one word; more are not looked for in headlines.
constexpr std::size_t most_learnt = 64;
/// The class of heads that a number follows ("Interstate 95"), in heads.tsv.
constexpr std::string_view numbered_kind = "numbered";
/// A person's name whose surname stands alone elsewhere has no more words.
constexpr std::uint32_t most_words = 3;
/// A country told so many times less often than another is only touched upon.
constexpr int touched_upon = 3;
/// So many votes make a name a place whatever persons are called.
constexpr int clearly_place = 4;

/// "Sarah Banks", but "Sarah Street".
bool may_be_surname(const Rules& rules, const Word& word) {
  return !rules.heads.contains(word.text) || rules.surname_head.contains(word.lower);
}

std::optional<EntityKind> kind_of(NameTag tag) {
  switch (tag) {
    case NameTag::B_PER:
    case NameTag::I_PER:
      return EntityKind::person;
    case NameTag::B_ORG:
    case NameTag::I_ORG:
      return EntityKind::organization;
    case NameTag::B_LOC:
    case NameTag::I_LOC:
      return EntityKind::place;
    case NameTag::B_OTHER:
    case NameTag::I_OTHER:
      return EntityKind::other;
    case NameTag::O:
      break;
  }
  return std::nullopt;
}

NameTag tag_of(const Page& page, std::uint32_t token) { return page.extraction.tokens[token].name; }

bool begins(NameTag tag) {
  return tag == NameTag::B_PER || tag == NameTag::B_ORG || tag == NameTag::B_LOC || tag == NameTag::B_OTHER;
}

}  // namespace

/// One country and nothing that needs other words to be it.
static bool is_clear(const Gazetteer::Match& match) {
  if (match.tokens == 0 || match.readings.front().country.empty()) return false;
  return std::none_of(match.readings.begin(), match.readings.end(), [&](const Known& known) {
    return known.local || known.kind == EntityKind::organization || known.country != match.readings.front().country;
  });
}

/// A name that several countries have ("Supreme Court") is one of a country that the text does not only touch upon.
bool Evidence::is_spoken_of(const Gazetteer::Match& match, int count) const {
  const auto local =
      std::count_if(match.readings.begin(), match.readings.end(), [](const Known& known) { return known.local; });
  return local < 2 || count * touched_upon >= most_told_;
}

const Known* Evidence::likeliest(const Gazetteer::Match& match) const {
  const Known* best = nullptr;
  int most = -1;
  for (const Known& known : match.readings) {
    if (known.use != Known::Use::name) continue;
    const auto found = countries_.find(known.country);
    const int count = found == countries_.end() ? 0 : found->second;
    if (known.local && (count == 0 || !is_spoken_of(match, count))) continue;
    // "Amazon" where no country speaks for the river is the company.
    const bool body = count == most && best->kind == EntityKind::place && known.kind == EntityKind::organization;
    if (count > most || body) {
      most = count;
      best = &known;
    }
  }
  return best;
}

Evidence::Evidence(const Page& page, const Rules& rules) : family_first_(&rules.family_first) {
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const Word& word = page.words[i];
    const Span sentence = page.sentence(i).tokens;
    if (word.letters && !word.capital) small_.insert(word.lower);
    if (word.all_capitals && i > sentence.begin && page.words[i - 1].text == "(") acronyms_.insert(word.plain);
    if (word.capital && !word.first && !page.loose[word.sentence]) capital_inside_.insert(word.plain);
    const Gazetteer::Match match = rules.gazetteer.longest(page, i, sentence.end);
    if (is_clear(match)) most_told_ = std::max(most_told_, ++countries_[match.readings.front().country]);
    learn_labelled_surname(page, rules, i, sentence.end);
    // "Sarah Ndiaye" teaches that "Ndiaye" is a surname here.
    if (i + 1 < sentence.end && is_given_name(page, rules, i) && page.words[i + 1].capital && match.tokens < 2 &&
        !page.loose[word.sentence]) {
      std::uint32_t last = i + 1;
      if (last + 1 < sentence.end && page.words[last].text.size() <= 2 && page.words[last + 1].capital) ++last;
      if (may_be_surname(rules, page.words[last])) surnames_.insert(page.words[last].plain);
    }
  }
}

/// "Valeska Paris", one person to the tagger, makes "Paris" her name too.
void Evidence::learn_labelled_surname(const Page& page, const Rules& rules, std::uint32_t begin, std::uint32_t end) {
  if (!label_begins(page, begin) || page.loose[page.words[begin].sentence]) return;
  const Label label = labelled_run(page, begin, end);
  if (label.kind != EntityKind::person || label.tokens.size() < 2) return;
  const Word& first = page.words[begin];
  if (first.first && page.parsed && page.tag(begin) != Upos::PROPN) return;
  const Word& last = page.words[label.tokens.end - 1];
  const bool known_before = rules.gazetteer.longest(page, begin, label.tokens.end).tokens > 0;
  if (first.capital && last.capital && !known_before && may_be_surname(rules, last) &&
      !rules.titles.contains(first.plain))
    surnames_.insert(last.plain);
}

bool Evidence::allows(const Gazetteer::Match& match) const {
  return std::any_of(match.readings.begin(), match.readings.end(), [&](const Known& known) {
    const auto found = countries_.find(known.country);
    return !known.local || (found != countries_.end() && is_spoken_of(match, found->second));
  });
}

bool Evidence::is_called(const Page& page, std::uint32_t token) const {
  const std::uint32_t next = token + 1;
  if (!page.parsed || !is_surname(page.words[token].plain) || next >= page.words.size()) return false;
  const Span sentence = page.sentence(token).tokens;
  const bool after_small = token > sentence.begin && page.words[token - 1].letters &&
                           page.tag(token - 1) != Upos::VERB && page.tag(token - 1) != Upos::SCONJ &&
                           !page.words[token - 1].capital;
  if (after_small || !sentence.contains(next)) return false;
  return page.tag(next) == Upos::VERB || (!page.words[next].gap && page.tag(next) == Upos::PART);
}

bool Evidence::proper(const Page& page, std::uint32_t token) const {
  if (!page.words[token].first || tag_of(page, token) != NameTag::O) return true;
  if (page.parsed && page.tag(token) == Upos::PROPN && !small_.contains(page.words[token].lower)) return true;
  return capital_inside_.contains(page.words[token].plain);
}

void Evidence::learn(const Page& page, const std::vector<NameMention>& names) {
  const auto keep = [&](const NameMention& mention) {
    std::vector<NameMention>& same = learnt_[page.words[mention.tokens.begin].lower];
    const std::string text = utf8::lower(page.text(mention.tokens));
    const auto equal = [&](const NameMention& other) { return utf8::lower(page.text(other.tokens)) == text; };
    if (same.size() < most_learnt && std::none_of(same.begin(), same.end(), equal)) same.push_back(mention);
  };
  for (const NameMention& mention : names) {
    if (mention.form != MentionForm::name || (mention.known && mention.tokens.size() == 1)) continue;
    keep(mention);
    if (mention.kind != EntityKind::person || mention.tokens.size() < 2) continue;
    // Headlines call people by the surname.
    NameMention surname = mention;
    surname.gender = Gender::unknown;
    surname.tokens.begin = mention.tokens.end - 1;
    keep(surname);
    surname.tokens = {mention.tokens.begin, mention.tokens.begin + 1};
    if (family_first_->contains(page.words[mention.tokens.begin].plain)) keep(surname);
  }
}

std::uint32_t Evidence::longest(const Page& page, std::uint32_t begin, std::uint32_t end,
                                const NameMention*& seen) const {
  std::uint32_t best = 0;
  const auto found = learnt_.find(page.words[begin].lower);
  if (found == learnt_.end() || !page.words[begin].capital) return 0;
  for (const NameMention& mention : found->second) {
    const std::uint32_t size = mention.tokens.size();
    if (size <= best || begin + size > end) continue;
    bool equal = true;
    for (std::uint32_t k = 1; k < size && equal; ++k)
      equal = page.words[begin + k].lower == page.words[mention.tokens.begin + k].lower;
    if (equal) best = size, seen = &mention;
  }
  return best;
}

Label label_of(const Page& page, Span run) {
  Label label{run, std::nullopt, false};
  if (!page.tagged || run.empty()) return label;
  std::map<EntityKind, int> votes;
  int inner_begins = 0, labelled = 0;
  for (std::uint32_t i = run.begin; i < run.end; ++i) {
    const auto kind = kind_of(tag_of(page, i));
    if (!kind) continue;
    ++labelled;
    ++votes[*kind];
    inner_begins += i > run.begin && begins(tag_of(page, i));
  }
  for (const auto& [kind, count] : votes) {
    if (!label.kind || count > votes[*label.kind]) label.kind = kind;
  }
  label.whole = labelled == static_cast<int>(run.size()) && inner_begins == 0 && votes.size() == 1;
  return label;
}

bool is_person_label(const Page& page, Span span) {
  const Label label = label_of(page, span);
  return label.whole && label.kind == EntityKind::person;
}

bool is_thing_label(const Page& page, Span span) {
  const Label label = label_of(page, span);
  return label.whole && label_begins(page, span.begin) &&
         (label.kind == EntityKind::organization || label.kind == EntityKind::place);
}

bool label_begins(const Page& page, std::uint32_t token) {
  return token < page.words.size() && begins(tag_of(page, token));
}

Label labelled_run(const Page& page, std::uint32_t begin, std::uint32_t end) {
  const auto kind = kind_of(tag_of(page, begin));
  Label label{{begin, begin + 1}, kind, kind.has_value()};
  if (!kind) return label;
  while (label.tokens.end < end && !begins(tag_of(page, label.tokens.end)) &&
         kind_of(tag_of(page, label.tokens.end)) == kind)
    ++label.tokens.end;
  return label;
}

Span without_common_end(const Page& page, const Rules& rules, Span run) {
  const Label label = labelled_run(page, run.begin, run.end);
  if (!label.kind || label.tokens.end == run.end) return run;
  // What follows a whole person is another thing: "Angela Buis Tax Advice".
  if (label.kind == EntityKind::person && label.tokens.size() > 1 && page.words[label.tokens.end].capital &&
      !rules.name_suffix.contains(page.words[label.tokens.end].lower))
    return label.tokens;
  for (std::uint32_t i = label.tokens.end; i < run.end; ++i) {
    if (tag_of(page, i) != NameTag::O || page.tag(i) == Upos::PROPN || !page.words[i].letters) return run;
  }
  return label.tokens;
}

namespace {

/// Votes of a name's mentions on its kind: a sure one counts double, and what a noun beside it says more than all that labels say of the rest.
using Votes = std::map<EntityKind, int>;
constexpr int votes_of_told = 24;

struct Leading {
  const NameMention* mention = nullptr;
  bool clearly_place = false;
};

/// `bonus`: votes for a place that other names bring ("Arlo Island" speaks for "Arlo").
Leading leading(const Page& page, const Rules& rules, const std::vector<const NameMention*>& same, int bonus) {
  Votes votes{{EntityKind::place, bonus}};
  for (const NameMention* mention : same) {
    votes[mention->kind] += mention->told ? votes_of_told : mention->sure ? 2 : 1;
    // "in Arendal" says more than a label.
    const std::uint32_t begin = mention->tokens.begin;
    if (begin > page.sentence(begin).tokens.begin && rules.inside.contains(page.words[begin - 1].lower))
      votes[EntityKind::place] += 2;
  }
  const NameMention* best = same.front();
  for (const NameMention* mention : same) {
    const int gain = votes[mention->kind] - votes[best->kind];
    if (gain > 0 || (gain == 0 && mention->sure && !best->sure)) best = mention;
  }
  const int place = votes[EntityKind::place];
  const bool clear = place >= clearly_place && place > votes[EntityKind::person] / 2 && bonus > 0;
  return {best, clear || (place >= clearly_place && place > 2 * votes[EntityKind::person])};
}

/// Whether a name's kind is said for all that stand beside it: "Presidents Ruto and Boni", "the towns of Arlo and Best".
bool speaks_for_others(const Page& page, const Rules& rules, const NameMention& mention) {
  if (mention.kind == EntityKind::person) return !mention.title.empty() || mention.sure;
  return mention.kind == EntityKind::place && !mention.known && place_noun_before(page, rules, mention.tokens);
}

/// What is listed beside a person or a place is one too, as far as nothing sure says otherwise.
void settle_conjuncts(const Page& page, const Rules& rules, std::vector<NameMention>& names) {
  if (!page.parsed) return;
  std::vector<std::int32_t> over(page.words.size(), -1);
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::uint32_t t = names[i].tokens.begin; t < names[i].tokens.end; ++t) over[t] = static_cast<std::int32_t>(i);
  }
  for (NameMention& mention : names) {
    if (mention.known || mention.form != MentionForm::name || !mention.title.empty()) continue;
    const std::uint32_t head = page.head_of(mention.tokens);
    if (!is_relation(page.relation(head), "conj") || page.head(head) < 0) continue;
    const std::int32_t first = over[static_cast<std::uint32_t>(page.head(head))];
    if (first < 0) continue;
    const NameMention& beside = names[static_cast<std::size_t>(first)];
    if (beside.kind == mention.kind || !speaks_for_others(page, rules, beside)) continue;
    if (mention.kind == EntityKind::organization && mention.sure) continue;
    const bool place = beside.kind == EntityKind::place;
    if (!mention.sure || place || (mention.tokens.size() == 2 && mention.finer.empty())) mention.kind = beside.kind;
  }
}

/// Under what a name's mentions are gathered, however its capitals are written.
std::string settling_form(const Page& page, Span tokens) { return utf8::lower(plain_form(page.text(tokens))); }

/// The last word as written, hyphens and all: "Ndiaye-Lopez".
Span last_part(const Page& page, Span tokens) {
  std::uint32_t begin = tokens.end - 1;
  while (begin > tokens.begin && !page.words[begin].gap) --begin;
  return {begin, tokens.end};
}

}  // namespace

void settle_guesses(const Page& page, const Rules& rules, std::vector<NameMention>& names) {
  std::map<std::string, std::vector<const NameMention*>> by_text;
  std::map<std::string, int> islands;
  WordSet of_persons;
  for (const NameMention& mention : names) {
    if (mention.form != MentionForm::name || mention.known) continue;
    by_text[settling_form(page, mention.tokens)].push_back(&mention);
    if (mention.kind == EntityKind::place && mention.tokens.size() > 1 && !mention.finer.empty())
      islands[settling_form(page, {mention.tokens.begin, mention.tokens.end - 1})] += clearly_place;
    if (mention.kind != EntityKind::person || mention.tokens.size() < 2 || !mention.sure) continue;
    of_persons.insert(settling_form(page, last_part(page, mention.tokens)));
    for (std::uint32_t i = mention.tokens.begin + 1; i + 1 < mention.tokens.end; ++i) {
      // "al-Assad" of "Bashar al-Assad".
      if (!rules.particle.contains(page.words[i].lower)) continue;
      of_persons.insert(settling_form(page, {i, mention.tokens.end}));
      break;
    }
    if (rules.family_first.contains(page.words[mention.tokens.begin].plain) ||
        is_given_name(page, rules, mention.tokens.begin))
      of_persons.insert(page.words[mention.tokens.begin].lower);
  }
  // "Hurricane Agnes", "MV Agnes": what "Agnes" is here.
  std::map<std::string, const NameMention*> called;
  for (const NameMention& mention : names) {
    if (mention.known || (mention.kind != EntityKind::other && mention.kind != EntityKind::product)) continue;
    for (std::uint32_t i = mention.tokens.begin; i + 1 < mention.tokens.end && i < mention.tokens.begin + 2; ++i) {
      const auto head = rules.heads.find(page.words[i].text);
      if (head == rules.heads.end() || !head->second.leads || head->second.kind != mention.kind) continue;
      if (head->second.finer != numbered_kind)
        called.emplace(settling_form(page, {i + 1, mention.tokens.end}), &mention);
    }
  }
  std::map<std::string, Leading> leads;
  for (const auto& [text, same] : by_text) leads.emplace(text, leading(page, rules, same, islands[text]));
  std::vector<NameMention> settled = names;
  for (NameMention& mention : settled) {
    if (mention.form != MentionForm::name || mention.known || !mention.title.empty()) continue;
    const std::string text = settling_form(page, mention.tokens);
    const NameMention* lead = leads[text].mention;
    const bool placed =
        leads[text].clearly_place || (mention.kind == EntityKind::place && place_before(page, rules, mention.tokens));
    const Span last = last_part(page, mention.tokens);
    const auto by_surname = leads.find(settling_form(page, last));
    const bool surname_is_person =
        last.begin > mention.tokens.begin && mention.tokens.size() <= most_words && mention.finer.empty() &&
        mention.kind != EntityKind::facility && by_surname != leads.end() && by_surname->second.mention->sure &&
        by_surname->second.mention->kind == EntityKind::person && !head_of_run(page, rules, mention.tokens);
    if (surname_is_person && !rules.titles.contains(page.words[mention.tokens.begin].plain)) {
      // "Gupta said" of "Arnav Gupta".
      mention.kind = EntityKind::person;
    } else if (const auto thing = called.find(text); thing != called.end()) {
      mention.kind = thing->second->kind;
      mention.finer = thing->second->finer;
    } else if (leads[text].clearly_place && mention.kind != EntityKind::place && islands[text] > 0) {
      mention.kind = EntityKind::place;
    } else if (of_persons.contains(text) && !placed) {
      mention.kind = EntityKind::person;
    } else if (lead->kind != mention.kind) {
      mention.kind = lead->kind;
      mention.finer = lead->finer;
      mention.country = lead->country;
      mention.gender = lead->gender;
    }
  }
  names = std::move(settled);
  settle_conjuncts(page, rules, names);
}

}  // namespace dateline::entity
