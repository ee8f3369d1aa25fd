#include "graph/merge/event_labels.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::merging {
namespace {

LabelName label_name(std::uint32_t entity, const EntityTable& entities, const Labels& labels) {
  const Entity& known = entities.entities[entity];
  const bool by_phrase =
      entities.profiles[entity].reach == Reach::local || entities.profiles[entity].reach == Reach::phrase;
  if (!by_phrase) {
    return {known.name,
            known.kind == EntityKind::group ? Number::plural : Number::singular,
            LabelName::Article::by_name,
            false,
            &known.aliases,
            known.kind};
  }
  const bool body = known.kind == EntityKind::organization || known.kind == EntityKind::group;
  return labels.named_by_phrase(known.name, body ? LabelName::Article::definite : LabelName::Article::indefinite);
}

// "Fourteen", which began its sentence, as it is written inside one; "US$6" stays.
std::string uncapitalised(std::string text) {
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z')
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

// Nobody denies it: the reports themselves say that it did not happen.
bool did_not_happen(const Event& event) {
  return event.status == Status::hypothetical &&
         std::all_of(event.evidence.begin(), event.evidence.end(),
                     [](const Evidence& evidence) { return evidence.status == Status::denied; });
}

bool told_as_past(Status status) {
  return status == Status::asserted || status == Status::claimed || status == Status::denied;
}

// The forms of the text's own verb, as far as the status needs them.
void add_verb(Slots& slots, const Event& event, const std::string& trigger, bool verb, const Labels& labels) {
  const auto add = [&](const std::string& slot, std::string form) {
    if (!form.empty()) slots[slot] = {{std::move(form), Number::singular, LabelName::Article::none}};
  };
  const bool past = told_as_past(event.status) || did_not_happen(event);
  add("done", labels.participle(trigger));
  if (event.status == Status::asserted) add("did", labels.past(trigger));
  if (past && (event.status != Status::asserted || slots.contains("did")))
    add("having_done", labels.participle(trigger));
  if (!past && verb) add("do", labels.base(trigger));
}

Slots slots_of(const Event& event, const Wording& wording, const EntityTable& entities, const Labels& labels) {
  Slots slots;
  std::vector<LabelName> all;
  for (const Participant& participant : event.participants) {
    slots[participant.role].push_back(label_name(participant.entity, entities, labels));
    all.push_back(slots[participant.role].back());
  }
  if (event.place) slots["place"].push_back(label_name(*event.place, entities, labels));
  for (const Amount& amount : event.amounts) {
    if (std::vector<LabelName>& slot = slots[amount.role]; slot.empty()) {
      slot.push_back({uncapitalised(amount.text), amount.value == 1.0 ? Number::singular : Number::plural,
                      LabelName::Article::none, !amount.value});
    }
  }
  if (!all.empty()) slots["all"] = std::move(all);
  slots["trigger"] = {labels.named_by_phrase(uncapitalised(wording.trigger), LabelName::Article::indefinite)};
  const std::string trigger = utf8::lower(wording.trigger);
  const Labels::Sides* sides = labels.sides(wording.rule);
  add_verb(slots, event, trigger, sides != nullptr, labels);
  if (sides != nullptr && !labels.is_light(trigger)) {
    if (const auto found = slots.find(sides->undergoer); found != slots.end()) slots["undergoer"] = found->second;
    if (const auto found = slots.find(sides->doer); found != slots.end()) slots["doer"] = found->second;
  }
  slots["type"] = {{labels.plain_type(event.type), Number::singular}};
  return slots;
}

// Words cut out of a sentence, with the marks closed that open in them.
std::string with_marks_closed(std::string words) {
  constexpr std::array<std::pair<char32_t, char32_t>, 4> marks = {
      {{U'(', U')'}, {U'[', U']'}, {0x201C, 0x201D}, {U'"', U'"'}}};
  std::u32string open;
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = utf8::next(words, at);
    if (!open.empty() && open.back() == c) {
      open.pop_back();
      continue;
    }
    for (const auto& [opening, closing] : marks) {
      if (c == opening) open.push_back(closing);
    }
  }
  for (; !open.empty(); open.pop_back()) utf8::append(words, open.back());
  return words;
}

bool same_people(const std::vector<LabelName>& left, const std::vector<LabelName>& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](const LabelName& a, const LabelName& b) { return a.text == b.text; });
}

// The first event spoken of that can be said as a clause.
void add_content(Slots& slots, const Event& speech, const std::vector<Event>& events,
                 const std::vector<Wording>& wordings, const EntityTable& entities, const Labels& labels) {
  if (speech.participants.empty()) return;
  const std::vector<LabelName> speakers = slots[speech.participants.front().role];
  for (const std::uint32_t about : speech.content) {
    const Event& event = events[about];
    const auto clause = labels.clause({event.type, event.mode, wordings[about].rule},
                                      slots_of(event, wordings[about], entities, labels));
    if (!clause) continue;
    const bool past = told_as_past(event.status), own = same_people(clause->subject, speakers);
    const std::string& words = past ? clause->participle : clause->base;
    if (words.empty()) continue;
    const LabelName said{words, Number::singular, LabelName::Article::none};
    if (own) {
      slots[past ? "own_done" : "own_base"] = {said};
    } else {
      slots["content_subject"] = clause->subject;
      slots[past ? "content_done" : "content_base"] = {said};
    }
    return;
  }
}

// "lees" of "Lee's": a possessive ending stays with its word.
std::string without_last(const std::string& word) {
  return word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

// What the words of `left` say that those of `right` do not: names count twice, words of three letters and less nothing, nor do titles
// before a name that both have ("Chancellor Berg").
int said_beyond(const std::string& left, const std::string& right, const Labels& labels) {
  constexpr std::size_t long_word = 4;
  const std::vector<std::string> known = plain_words(right);
  const std::vector<std::string_view> words = split(left, ' ');
  int more = 0;
  bool before_known_name = false;
  for (auto word = words.rbegin(); word != words.rend(); ++word) {
    const std::vector<std::string> plain = plain_words(*word);
    const bool name = !word->empty() && word->front() >= 'A' && word->front() <= 'Z';
    const bool is_known =
        !plain.empty() && (std::find(known.begin(), known.end(), plain.front()) != known.end() ||
                           std::find(known.begin(), known.end(), without_last(plain.front())) != known.end());
    before_known_name = name && (is_known || before_known_name);
    if (is_known || before_known_name || plain.empty() || plain.front().size() < long_word) continue;
    if (!labels.is_pointer(plain.front())) more += name ? 2 : 1;
  }
  return more;
}

// "Ann Lee thanked Ann Lee's aides": whether two words stand twice.
bool says_twice(const std::string& label) {
  const std::vector<std::string> words = plain_words(label);
  const auto same = [](const std::string& one, const std::string& again) {
    return again.starts_with(one) && again.size() <= one.size() + 1;
  };
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    for (std::size_t j = i + 2; j + 1 < words.size(); ++j) {
      if (same(words[i], words[j]) && same(words[i + 1], words[j + 1])) return true;
    }
  }
  return false;
}

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

// Where the words say a name whole; npos for nowhere.
std::size_t place_of(const std::string& words, const std::string& name) {
  const auto within_word = [&](std::size_t at) -> bool {
    if (at >= words.size()) return false;
    const char32_t next = utf8::next(words, at);
    return utf8::is_letter(next) || (next >= '0' && next <= '9');
  };
  for (std::size_t at = words.find(name); at != words.npos; at = words.find(name, at + 1)) {
    if ((at == 0 || words[at - 1] == ' ') && !within_word(at + name.size())) return at;
  }
  return words.npos;
}

// "the AU", not "this bill": another name, not a noun that stands for it.
bool is_other_name(const std::string& alias) { return !alias.empty() && is_capital(alias[alias.rfind(' ') + 1]); }

// What a label names that a text's own words do not, under any of its names.
int named_beyond(const std::vector<LabelName>& names, const std::string& own_words, const Labels& labels) {
  const auto is_said = [&](const std::string& alias) {
    return is_other_name(alias) && place_of(own_words, alias) != own_words.npos;
  };
  int more = 0;
  for (const LabelName& name : names) {
    if (!name.aliases || std::none_of(name.aliases->begin(), name.aliases->end(), is_said))
      more += said_beyond(name.text, own_words, labels);
  }
  return more;
}

// Whether another name at a place can be replaced by the known one: it is no part of a longer name, and needs no other article or ending.
bool is_replaceable(const std::string& words, std::size_t at, std::size_t length, const LabelName& name,
                    const Labels& labels) {
  const std::string behind = words.substr(at + length, 2);
  const std::size_t blank = at < 2 ? words.npos : words.rfind(' ', at - 2);
  const std::string left =
      at == 0 ? "" : words.substr(blank == words.npos ? 0 : blank + 1, at - (blank == words.npos ? 0 : blank + 1) - 1);
  const bool article = labels.is_pointer(utf8::lower(left));
  const bool inner = (!left.empty() && !article && is_capital(left.front()) && blank != words.npos) ||
                     (behind.size() == 2 && behind[0] == ' ' && is_capital(behind[1]));
  const bool other_ending = behind.starts_with("'") && behind != "'s";  // "the Democrats' plan"
  if (inner || other_ending) return false;
  return article ? name.kind != EntityKind::person : !labels.takes_article(name);
}

// "Met Lund in Oslo" -> "met Ada Lund in Oslo": the longer names by which all texts know somebody; not of countries, which change them.
std::string with_known_names(std::string words, const std::vector<LabelName>& names, const Labels& labels) {
  for (const LabelName& name : names) {
    if (!name.aliases || name.kind == EntityKind::country || words.find(name.text) != words.npos) continue;
    std::size_t at = words.npos, length = 0;
    for (const std::string& alias : *name.aliases) {
      const std::size_t found = is_other_name(alias) && alias.size() > length ? place_of(words, alias) : words.npos;
      if (found != words.npos) at = found, length = alias.size();
    }
    const bool longer = name.kind == EntityKind::person ? length <= name.text.size()
                                                        : length + 1 < name.text.size();  // not "Houthi" and "Houthis"
    if (at != words.npos && longer && is_replaceable(words, at, length, name, labels))
      words.replace(at, length, name.text);
  }
  return words;
}

// Whether words name as many as a label under the same names, and add no title to one ("Chancellor Berg").
bool names_alike(const std::string& own_words, const std::string& label, const std::vector<LabelName>& names) {
  const std::vector<std::string> known = plain_words(label);
  const std::vector<std::string_view> words = split(own_words, ' ');
  return std::all_of(names.begin(), names.end(),
                     [&](const LabelName& name) {
                       return !name.aliases || place_of(own_words, name.text) != own_words.npos;
                     }) &&
         std::all_of(words.begin() + 1, words.end(), [&](std::string_view word) {
           const std::vector<std::string> plain = plain_words(word);
           return plain.empty() || !is_capital(word.front()) ||
                  std::find(known.begin(), known.end(), plain.front()) != known.end();
         });
}

// "Ten were killed" beside "a fire killed ten people in a hotel". What a template itself says is only of what type the event is: the verb of the text says
// it as well ("committed a crime against a baker", "robbed a baker"). Where both say the same, the words of the text, if they are not the shorter ones
// and name all as others do.
bool tells_more(const std::string& own_words, const std::string& label, const std::vector<LabelName>& names,
                const Labels& labels) {
  std::string known = label;
  for (const LabelName& name : names) {
    if (name.kind != EntityKind::person) continue;
    for (const std::string& alias : *name.aliases) {
      const std::vector<std::string_view> words = split(alias, ' ');
      const bool bare = std::all_of(words.begin(), words.end(),
                                    [](std::string_view word) { return !word.empty() && is_capital(word.front()); });
      if (bare && words.size() == 2) known += " " + alias;  // "Bo Lund", not "Chairman of the Harbour Board"
    }
  }
  const int own = said_beyond(own_words, known, labels), named = named_beyond(names, own_words, labels);
  if (own != 0 || named != 0) return own > named;
  return says_twice(label) ||
         (split(own_words, ' ').size() >= split(label, ' ').size() && names_alike(own_words, label, names));
}

}  // namespace

void write_labels(std::vector<Event>& events, const std::vector<Wording>& wordings, const EntityTable& entities,
                  const Labels& labels) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    Event& event = events[i];
    Slots slots = slots_of(event, wordings[i], entities, labels);
    const std::string& about = wordings[i].about;
    const std::string slot = labels.about_slot(about);
    if (!slot.empty()) slots[slot] = {{with_marks_closed(about), Number::singular, LabelName::Article::none}};
    add_content(slots, event, events, wordings, entities, labels);
    const Told told{event.type, event.mode, wordings[i].rule, did_not_happen(event)};
    event.label = labels.sentence(told, event.status, slots);
    const std::string own = with_known_names(wordings[i].own_words, slots["all"], labels);
    const bool quoted = slots.contains("about_quote");  // what was said itself says more than how
    if (!quoted && !own.empty() && tells_more(own, event.label, labels.filled_in(told, slots), labels))
      event.label = labels.begun(with_marks_closed(own));
  }
}

}  // namespace dateline::merging
