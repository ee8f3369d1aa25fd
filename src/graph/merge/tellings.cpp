#include "graph/merge/tellings.hpp"

#include <algorithm>
#include <array>

#include "dateline/base/hash.hpp"
#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "graph/merge/lists.hpp"
#include "graph/merge/parts.hpp"

namespace dateline::merging {
namespace {

constexpr std::size_t content_word = 4;     // shorter words say little about what a sentence tells
constexpr std::ptrdiff_t words_around = 5;  // before and after the trigger
constexpr std::size_t fewest_around = 9;    // of fewer the same words are chance
constexpr std::size_t words_looked_at = 3;
constexpr std::size_t fewest_letters = 3, ending_letters = 2;
constexpr std::size_t fewest_common = 3;  // fewer common words are chance
constexpr std::uint32_t look_back = 32;   // code points before the trigger in which its determiner stands

std::vector<std::uint64_t> words_of(std::string_view sentence) {
  std::vector<std::uint64_t> words;
  for (const std::string& word : plain_words(sentence)) {
    if (word.size() >= content_word || (word.front() >= '0' && word.front() <= '9')) words.push_back(fnv1a(word));
  }
  sort_unique(words);
  return words;
}

std::uint64_t wording_of(std::string_view sentence, const EventMention& mention) {
  const std::string place =
      std::to_string(mention.trigger.begin - std::min(mention.trigger.begin, mention.sentence.begin));
  return fnv1a(join(plain_words(sentence), " ") + "\t" + place + "\t" + mention.type + "\t" + mention.rule);
}

std::uint64_t surroundings_of(const utf8::Places& text, const EventMention& mention) {
  std::vector<std::string> before = plain_words(text.slice(mention.sentence.begin, mention.trigger.begin)),
                           after = plain_words(text.slice(mention.trigger.begin, mention.sentence.end));
  if (before.size() > words_around) before.erase(before.begin(), before.end() - words_around);
  after.resize(std::min<std::size_t>(after.size(), words_around + 1));
  if (before.size() + after.size() < fewest_around) return 0;
  return fnv1a(join(before, " ") + "\t" + join(after, " ") + "\t" + mention.type);
}

// The last words before the trigger as written, the nearest first.
std::vector<std::string_view> words_before(const utf8::Places& text, const EventMention& mention) {
  const std::uint32_t reach = std::min(mention.trigger.begin, look_back);
  const std::uint32_t begin = std::max(mention.sentence.begin, mention.trigger.begin - reach);
  std::vector<std::string_view> words = split(trim(text.slice(begin, mention.trigger.begin)), ' ');
  std::reverse(words.begin(), words.end());
  words.resize(std::min(words.size(), words_looked_at));
  return words;
}

// A determiner or an owner right before the trigger, or with a word between ("the Friday meeting").
void read_reference(Telling& telling, const std::vector<std::string_view>& before, const WordUses& words) {
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::string word = join(plain_words(before[i]), " ");
    if (telling.apart.empty() && words.is(word, WordUse::apart)) telling.apart = word;
    if (i < 2 && (words.is(word, WordUse::definite) || words.is_owner(before[i]))) {
      telling.reference = Telling::Reference::back;
    }
  }
  if (!telling.apart.empty()) telling.reference = Telling::Reference::fresh;
}

// "The aircraft", "these men": a determiner that points back, right before a participant without a name or with a word between.
bool names_known(const EventMention& event, const Findings& findings, const utf8::Places& text, const WordUses& words) {
  const auto is_known = [&](const EntityMention& mention) {
    if (mention.form != MentionForm::nominal || mention.span.begin < event.sentence.begin ||
        mention.span.end > event.sentence.end)
      return false;
    std::vector<std::string_view> before = split(trim(text.slice(event.sentence.begin, mention.span.begin)), ' ');
    std::reverse(before.begin(), before.end());
    before.resize(std::min<std::size_t>(before.size(), 2));
    return std::any_of(before.begin(), before.end(), [&](std::string_view word) {
      return words.is(join(plain_words(word), " "), WordUse::definite);
    });
  };
  return std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& one) {
    if (one.entity >= findings.entities.size()) return false;
    const std::vector<EntityMention>& mentions = findings.entities[one.entity].mentions;
    return std::any_of(mentions.begin(), mentions.end(), is_known);
  });
}

std::vector<std::uint32_t> cities_in(const Span& sentence, const Findings& findings,
                                     const std::vector<std::uint32_t>& global, const EntityTable& entities) {
  std::vector<std::uint32_t> cities;
  for (std::uint32_t i = 0; i < findings.entities.size() && i < global.size(); ++i) {
    if (!entities.profiles[global[i]].city) continue;
    const std::vector<EntityMention>& mentions = findings.entities[i].mentions;
    if (std::any_of(mentions.begin(), mentions.end(), [&](const EntityMention& mention) {
          return mention.form == MentionForm::name && sentence.contains(mention.span.begin);
        }))
      cities.push_back(global[i]);
  }
  sort_unique(cities);
  return cities;
}

bool has_quotation_mark(std::string_view sentence) {
  constexpr std::array<std::string_view, 3> marks = {"\"", "\u201C", "\u201D"};
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return sentence.find(mark) != sentence.npos; });
}

std::uint32_t sentence_number(const Findings& findings, const Span& sentence) {
  const auto at = std::upper_bound(findings.sentences.begin(), findings.sentences.end(), sentence.begin,
                                   [](std::uint32_t place, const Span& span) { return place < span.begin; });
  return static_cast<std::uint32_t>(at - findings.sentences.begin());
}

// Where the title of a document ends, in code points; 0 without one.
std::uint32_t end_of_title(const Document& document) {
  if (document.blocks.empty() || document.blocks.front().kind != BlockKind::title) return 0;
  return static_cast<std::uint32_t>(
      utf8::length(std::string_view(document.text).substr(0, document.blocks.front().bytes.end)));
}

Telling telling(const EventMention& mention, const std::vector<std::uint32_t>& global, const EventRules& rules) {
  Telling out;
  out.mention = &mention;
  for (const Participant& participant : mention.participants) {
    if (participant.entity >= global.size()) continue;
    if (participant.role == place_role) {
      out.places.push_back(global[participant.entity]);
    } else {
      out.who.push_back({rules.family_role(mention.type, participant.role), global[participant.entity]});
      out.told.push_back(global[participant.entity]);
    }
  }
  if (mention.place && *mention.place < global.size()) out.places.push_back(global[*mention.place]);
  sort_unique(out.who);
  sort_unique(out.places);
  return out;
}

// "arrested" and "arrest", "ruling" and "ruled": alike but for their endings.
bool same_stem(const std::string& left, const std::string& right) {
  const std::size_t shorter = std::min(left.size(), right.size());
  std::size_t shared = 0;
  while (shared < shorter && left[shared] == right[shared]) ++shared;
  return shared >= fewest_letters && shared + ending_letters >= shorter;
}

bool is_plural(const std::string& word, const WordUses& words) {
  return words.ends(word, WordUse::plural_ending) && !words.ends(word, WordUse::singular_ending) &&
         !words.is(word, WordUse::singular);
}

}  // namespace

std::vector<Telling> tellings(const Readings& readings, const EntityTable& entities, const EventRules& rules,
                              const NameRules& names) {
  std::vector<Telling> all;
  for (std::uint32_t document = 0; document < readings.size(); ++document) {
    const Findings& findings = readings[document]->findings;
    const utf8::Places text(readings[document]->document.text);
    const std::uint32_t title = end_of_title(readings[document]->document);
    for (std::uint32_t index = 0; index < findings.events.size(); ++index) {
      const EventMention& mention = findings.events[index];
      Telling out = telling(mention, entities.of[document], rules);
      out.document = document, out.index = index;
      out.type = rules.type(mention.type);
      out.words = words_of(text.slice(mention.sentence.begin, mention.sentence.end));
      if (const auto trigger = plain_words(text.slice(mention.trigger.begin, mention.trigger.end)); !trigger.empty())
        out.trigger = trigger.front();
      out.plural = is_plural(out.trigger, names.words());
      out.wording = wording_of(text.slice(mention.sentence.begin, mention.sentence.end), mention);
      out.surroundings = surroundings_of(text, mention);
      out.sentence = sentence_number(findings, mention.sentence);
      out.headline = mention.sentence.end <= title;
      out.cities = cities_in(mention.sentence, findings, entities.of[document], entities);
      out.quotes = has_quotation_mark(text.slice(mention.sentence.begin, mention.sentence.end));
      read_reference(out, words_before(text, mention), names.words());
      out.known_people = names_known(mention, findings, text, names.words());
      if (mention.told_again)
        out.apart.clear();  // "that attack was the second": which one is told by what it is said of
      all.push_back(std::move(out));
    }
  }
  tell_parts_apart(all);
  return all;
}

bool same_word(const Telling& left, const Telling& right) {
  return left.mention->rule == right.mention->rule || same_stem(left.trigger, right.trigger);
}

double common_words(const Telling& left, const Telling& right) {
  const std::size_t shorter = std::min(left.words.size(), right.words.size());
  if (shorter == 0) return 0;
  std::size_t shared = 0;
  for (auto x = left.words.begin(), y = right.words.begin(); x != left.words.end() && y != right.words.end();) {
    if (*x == *y)
      ++shared, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return shared < fewest_common ? 0 : static_cast<double>(shared) / static_cast<double>(shorter);
}

}  // namespace dateline::merging
