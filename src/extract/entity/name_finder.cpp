#include "extract/entity/name_finder.hpp"

#include <algorithm>

#include "extract/entity/name_kinds.hpp"
#include "extract/entity/sentence_names.hpp"

namespace dateline::entity {
namespace {

/// Sentences whose capitals say nothing: known names, names of the rest of the document, the tagger's labels.
void read_loose(const Page& page, const Rules& rules, const Evidence& evidence, Span sentence,
                std::vector<NameMention>& names) {
  for (std::uint32_t i = sentence.begin; i < sentence.end;) {
    if (!page.words[i].letters) {
      ++i;
      continue;
    }
    NameMention mention;
    const NameMention* seen = nullptr;
    const std::uint32_t told = evidence.longest(page, i, sentence.end, seen);
    const Gazetteer::Match match = rules.gazetteer.longest(page, i, sentence.end);
    const bool usable = match.tokens > 0 && evidence.allows(match) &&
                        (match.tokens > 1 || !rules.no_name.contains(page.words[i].lower));
    const Label label = rules.no_name.contains(page.words[i].lower) ? Label{} : labelled_run(page, i, sentence.end);
    const bool by_label = label.kind && label.tokens.size() > std::max(told, usable ? match.tokens : 0U);
    if (!by_label && told > 0 && told >= (usable ? match.tokens : 0)) {
      mention = *seen;
      mention.title = {};
      mention.tokens = {i, i + told};
    } else if (!by_label && usable) {
      const Known* reading = choose_reading(page, rules, evidence, {i, i + match.tokens}, match);
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
    } else if (label.kind) {
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

/// "is mexico far from here": names in small letters, by the tagger alone.
void read_small(const Page& page, const Rules& rules, Span sentence, std::vector<NameMention>& names) {
  for (std::uint32_t i = sentence.begin; i < sentence.end;) {
    const Label label = labelled_run(page, i, sentence.end);
    // Persons only where the writer leaves capitals out: "max and jen are here".
    bool small = label.kind.has_value() && !rules.particle.contains(page.words[i].lower) &&
                 (label.kind != EntityKind::person || !page.words[sentence.begin].capital);
    for (std::uint32_t k = label.tokens.begin; k < label.tokens.end && small; ++k) small = !page.words[k].capital;
    small = small && page.tag(label.tokens.end - 1) == Upos::PROPN;
    if (small) {
      NameMention mention;
      mention.tokens = label.tokens;
      mention.kind = *label.kind;
      mention.sure = false;
      names.push_back(std::move(mention));
    }
    i = label.tokens.end;
  }
}

/// "the Kunene region": the noun belongs to the name, and "Kunene" is a place everywhere.
void widen_regions(const Page& page, const Rules& rules, std::vector<NameMention>& names) {
  WordSet places;
  for (NameMention& mention : names) {
    const std::uint32_t next = mention.tokens.end;
    if (mention.form != MentionForm::name || next >= page.words.size() ||
        !rules.region_noun.contains(page.words[next].lower))
      continue;
    const bool may_be =
        mention.kind == EntityKind::place || (!mention.known && (mention.kind == EntityKind::other || !mention.sure));
    if (!may_be || page.words[next].sentence != page.words[mention.tokens.begin].sentence) continue;
    if (page.parsed && page.head(page.head_of(mention.tokens)) != static_cast<std::int32_t>(next)) continue;
    // "the Maryland state legislature".
    if (is_relation(page.relation(next), "compound")) continue;
    if (!mention.known) places.insert(page.text(mention.tokens));
    mention.tokens.end = next + 1;
    mention.kind = EntityKind::place;
    mention.finer = page.words[next].lower;
    mention.known = nullptr;
    mention.sure = true;
  }
  for (NameMention& mention : names) {
    if (mention.form == MentionForm::name && !mention.known && places.contains(page.text(mention.tokens)))
      mention.kind = EntityKind::place;
  }
}

}  // namespace

std::vector<NameMention> find_names(const Page& page, const Rules& rules) {
  Evidence evidence(page, rules);
  std::vector<NameMention> names;
  const auto& sentences = page.extraction.sentences;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    if (page.loose[s]) continue;
    const std::size_t before = names.size();
    read_sentence(page, rules, evidence, sentences[s].tokens, names);
    std::vector<NameMention> small;
    read_small(page, rules, sentences[s].tokens, small);
    for (NameMention& mention : small) {
      const bool free =
          std::none_of(names.begin() + static_cast<std::ptrdiff_t>(before), names.end(), [&](const NameMention& other) {
            return other.tokens.begin < mention.tokens.end && mention.tokens.begin < other.tokens.end;
          });
      if (free) names.push_back(std::move(mention));
    }
  }
  widen_regions(page, rules, names);
  settle_guesses(page, rules, names);
  evidence.learn(page, names);
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    if (page.loose[s]) read_loose(page, rules, evidence, sentences[s].tokens, names);
  }
  std::sort(names.begin(), names.end(), [](const NameMention& a, const NameMention& b) { return a.tokens < b.tokens; });
  return names;
}

}  // namespace dateline::entity
