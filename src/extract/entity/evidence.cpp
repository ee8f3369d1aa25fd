#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/entity/name_kinds.hpp"

namespace dateline::entity {
namespace {

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

Evidence::Evidence(const Page& page, const Rules& rules) {
  for (std::uint32_t i = 0; i < page.words.size(); ++i) {
    const Word& word = page.words[i];
    const Span sentence = page.sentence(i).tokens;
    if (word.capital && !word.first && !page.loose[word.sentence]) capital_inside_.insert(word.plain);
    const Gazetteer::Match match = rules.gazetteer.longest(page, i, sentence.end);
    for (const Known& known : match.readings) {
      if (known.kind != EntityKind::organization && !known.country.empty()) countries_.insert(known.country);
    }
    // "Sarah Ndiaye" teaches that "Ndiaye" is a surname here.
    if (i + 1 < sentence.end && is_given_name(page, rules, i) && page.words[i + 1].capital && match.tokens < 2 &&
        !page.loose[word.sentence]) {
      std::uint32_t last = i + 1;
      if (last + 1 < sentence.end && page.words[last].text.size() <= 2 && page.words[last + 1].capital) ++last;
      if (!rules.heads.contains(page.words[last].text)) surnames_.insert(page.words[last].plain);
    }
  }
}

bool Evidence::allows(const Gazetteer::Match& match) const {
  return std::any_of(match.readings.begin(), match.readings.end(),
                     [&](const Known& known) { return !known.local || countries_.contains(known.country); });
}

bool Evidence::proper(const Page& page, std::uint32_t token) const {
  if (!page.words[token].first || tag_of(page, token) != NameTag::O) return true;
  if (page.parsed && page.tag(token) == Upos::PROPN) return true;
  return capital_inside_.contains(page.words[token].plain);
}

void Evidence::learn(const Page& page, const std::vector<NameMention>& names) {
  for (const NameMention& mention : names) {
    if (mention.form != MentionForm::name || (mention.known && mention.tokens.size() == 1)) continue;
    std::vector<NameMention>& same = learnt_[page.words[mention.tokens.begin].lower];
    const auto equal = [&](const NameMention& other) {
      return utf8::lower(page.text(other.tokens)) == utf8::lower(page.text(mention.tokens));
    };
    if (std::none_of(same.begin(), same.end(), equal)) same.push_back(mention);
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

void settle_guesses(const Page& page, const Rules& rules, std::vector<NameMention>& names) {
  std::map<std::string, const NameMention*> sure;
  std::map<std::string, const NameMention*> surnames;
  for (const NameMention& mention : names) {
    if (!mention.sure || mention.form != MentionForm::name) continue;
    sure.emplace(plain_form(page.text(mention.tokens)), &mention);
    if (mention.kind != EntityKind::person || mention.tokens.size() < 2) continue;
    surnames.emplace(page.words[mention.tokens.end - 1].plain, &mention);
    if (rules.family_first.contains(page.words[mention.tokens.begin].plain))
      surnames.emplace(page.words[mention.tokens.begin].plain, &mention);
  }
  for (NameMention& mention : names) {
    if (mention.sure || mention.form != MentionForm::name) continue;
    const std::string text = plain_form(page.text(mention.tokens));
    if (const auto found = sure.find(text); found != sure.end()) {
      mention.kind = found->second->kind;
      mention.finer = found->second->finer;
      mention.country = found->second->country;
    } else if (surnames.contains(text)) {
      mention.kind = EntityKind::person;
    }
  }
}

}  // namespace dateline::entity
