#include "extract/time/direction.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "dateline/base/utf8.hpp"
#include "extract/time/lexicon.hpp"

namespace dateline::time {
namespace {

/// Tokens on each side of a verb among which its auxiliaries are looked for: keeps odd text linear.
constexpr std::uint32_t reach = 40;

}  // namespace

Directions::Directions(const Resources& resources) {
  constexpr std::array<std::pair<std::string_view, Cue>, 17> kinds = {{{"modal", Cue::modal},
                                                                       {"perfect", Cue::perfect},
                                                                       {"schedule", Cue::schedule},
                                                                       {"plan", Cue::plan},
                                                                       {"decide", Cue::decide},
                                                                       {"by", Cue::by},
                                                                       {"until", Cue::until},
                                                                       {"since", Cue::since},
                                                                       {"past", Cue::past},
                                                                       {"timetable", Cue::timetable},
                                                                       {"infinitive", Cue::infinitive},
                                                                       {"target", Cue::target},
                                                                       {"lasting", Cue::lasting},
                                                                       {"telling", Cue::telling},
                                                                       {"clause", Cue::clause},
                                                                       {"coming", Cue::coming},
                                                                       {"before", Cue::before}}};
  const Table& table = resources.table("en/time/cues");
  for (const Row& row : table.rows) {
    const std::string& kind = table.cell(row, "kind");
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.first == kind; });
    for (const std::string& form : table.list(row, "forms")) {
      if (kind == "past-ending")
        past_endings_.push_back(form);
      else if (found != kinds.end())
        cues_.emplace(folded(form), found->second);
      else
        fail(row,
             "kind must be modal, perfect, schedule, plan, decide, until, by, since, past, timetable, infinitive, "
             "target, lasting, telling, clause, coming, before or "
             "past-ending");
    }
  }
}

Directions::Cue Directions::cue(const Document& document, const Extraction& extraction, std::uint32_t token) const {
  const std::string word = folded(extraction.text(document, extraction.tokens[token]));
  if (const auto found = cues_.find(word); found != cues_.end()) {
    const char first = document.text[extraction.tokens[token].bytes.begin];
    return found->second == Cue::modal && first >= 'A' && first <= 'Z' ? Cue::none
                                                                       : found->second;  // a month of that name
  }
  const bool past = word.size() > 4 && std::any_of(past_endings_.begin(), past_endings_.end(),
                                                   [&](const std::string& ending) { return word.ends_with(ending); });
  return past ? Cue::past : Cue::none;
}

Directions::Cue Directions::lemma_cue(const Document& document, const Extraction& extraction,
                                      std::uint32_t token) const {
  const std::string& lemma = extraction.strings[extraction.tokens[token].lemma];
  const auto found = cues_.find(lemma.empty() ? folded(extraction.text(document, extraction.tokens[token])) : lemma);
  if (found != cues_.end()) return found->second;
  return cue(document, extraction, token);
}

Direction Directions::of(const Document& document, const Extraction& extraction, const Sentence& sentence, Span tokens,
                         bool day) const {
  const bool parsed = std::any_of(extraction.tokens.begin() + tokens.begin, extraction.tokens.begin() + tokens.end,
                                  [](const Token& token) { return token.upos != Upos::X; });
  const Direction direction = parsed ? from_syntax(document, extraction, sentence, tokens, day)
                                     : from_words(document, extraction, sentence, tokens);
  if (direction == Direction::future && parsed && lay_ahead(document, extraction, sentence, tokens))
    return Direction::nearest;
  if (direction != Direction::automatic) return direction;
  return preposition(document, extraction, sentence, tokens) == Cue::by ? Direction::future : direction;
}

Directions::Cue Directions::preposition(const Document& document, const Extraction& extraction,
                                        const Sentence& sentence, Span tokens) const {
  return tokens.begin > sentence.tokens.begin ? cue(document, extraction, tokens.begin - 1) : Cue::none;
}

Direction Directions::from_words(const Document& document, const Extraction& extraction, const Sentence& sentence,
                                 Span tokens) const {
  if (is_awaited(document, extraction, sentence, tokens)) return Direction::future;
  std::uint32_t steps = 0;
  bool infinitive = false;
  for (std::uint32_t i = tokens.begin; i > sentence.tokens.begin && steps < 14; ++steps) {
    --i;
    switch (cue(document, extraction, i)) {
      case Cue::modal:
        return Direction::future;
      case Cue::schedule:
      case Cue::plan:
      case Cue::decide:
        return infinitive || steps <= 2 ? Direction::future : Direction::automatic;
      case Cue::until:
        if (steps == 0) return Direction::future;
        break;
      case Cue::since:
        if (steps == 0) return Direction::past;
        break;
      case Cue::infinitive:
        infinitive = infinitive || steps > 0;
        break;
      case Cue::past:
        return Direction::past;
      case Cue::clause:
        return Direction::automatic;
      default:
        break;
    }
  }
  return Direction::automatic;
}

Direction Directions::from_neighbours(const Document& document, const Extraction& extraction, const Sentence& sentence,
                                      Span tokens, Cue preposition, bool day) const {
  const auto before = [&](std::uint32_t back) { return cue(document, extraction, tokens.begin - back); };
  const auto inside = [&](std::uint32_t back) { return tokens.begin >= sentence.tokens.begin + back; };
  for (std::uint32_t back = 1; back <= 5 && inside(back); ++back) {  // "due out in May", "due to open on Friday"
    if (before(back) != Cue::schedule) continue;
    if (back <= 3 || before(back - 1) == Cue::infinitive) return Direction::future;
  }
  if (day && preposition == Cue::target) return Direction::future;  // "called a strike for Monday"
  const std::uint32_t back = inside(2) && extraction.tokens[tokens.begin - 1].upos == Upos::ADP ? 2 : 1;
  if (inside(back) && extraction.strings[extraction.tokens[tokens.begin - back].xpos] == "VBD" &&
      preposition != Cue::until)
    return Direction::past;  // "said on Friday he may"
  return Direction::automatic;
}

bool Directions::lasted(const Document& document, const Extraction& extraction, const Sentence& sentence,
                        std::uint32_t head) const {
  for (int step = 0; step < 3 && sentence.tokens.contains(head); ++step) {
    const Token& token = extraction.tokens[head];
    if (token.upos == Upos::VERB)
      return extraction.strings[token.xpos] == "VBD" && lemma_cue(document, extraction, head) == Cue::lasting;
    if ((token.upos == Upos::NOUN || token.upos == Upos::PROPN) && is_past_predicate(extraction, sentence, head))
      return true;  // "was envoy until May"
    if (token.head == no_head) return false;
    head = static_cast<std::uint32_t>(token.head);
  }
  return false;
}

bool Directions::is_awaited(const Document& document, const Extraction& extraction, const Sentence& sentence,
                            Span tokens) const {
  constexpr std::uint32_t longest = 8;  // words of such a phrase
  bool coming = false;
  for (std::uint32_t back = 1; back <= longest && tokens.begin >= sentence.tokens.begin + back; ++back) {
    const std::uint32_t at = tokens.begin - back;
    const Cue found = cue(document, extraction, at);
    if (coming && (found == Cue::until || found == Cue::before)) return true;
    if (extraction.tokens[at].upos == Upos::VERB || extraction.tokens[at].upos == Upos::PUNCT) return false;
    coming |= found == Cue::coming;
  }
  return false;
}

bool Directions::lay_ahead(const Document& document, const Extraction& extraction, const Sentence& sentence,
                           Span tokens) const {
  constexpr std::uint32_t longest = 14;  // words from the plan to its day
  const auto xpos = [&](std::uint32_t at) -> const std::string& {
    return extraction.strings[extraction.tokens[at].xpos];
  };
  for (std::uint32_t back = 1; back <= longest && tokens.begin > sentence.tokens.begin + back; ++back) {
    std::uint32_t at = tokens.begin - back;
    const Upos upos = extraction.tokens[at].upos;
    const Cue found = cue(document, extraction, at);
    if (upos == Upos::PUNCT || (upos == Upos::VERB && xpos(at) == "VBD")) return false;
    const bool to = found == Cue::infinitive && upos == Upos::PART;
    if (!to && found != Cue::schedule) continue;
    const auto before = [&] { return at > sentence.tokens.begin ? at - 1 : at; };
    const Cue plan = to ? cue(document, extraction, before()) : Cue::none;
    if (plan == Cue::schedule || plan == Cue::plan) at = before();
    while (at > sentence.tokens.begin && (extraction.tokens[before()].upos == Upos::ADV || xpos(before()) == "VBN"))
      at = before();
    // "was due to", but only "had planned to": who planned to may do so still
    if (plan == Cue::plan && lemma_cue(document, extraction, before()) != Cue::perfect) return false;
    return extraction.tokens[before()].upos == Upos::AUX && xpos(before()) == "VBD" &&
           !is_reported(extraction, sentence, before());
  }
  return false;
}

bool Directions::is_past_predicate(const Extraction& extraction, const Sentence& sentence, std::uint32_t token) const {
  constexpr std::uint32_t farthest = 24;  // words before it: keeps odd text linear
  for (std::uint32_t i = std::max(sentence.tokens.begin, token - std::min(token, farthest)); i < token; ++i) {
    const Token& one = extraction.tokens[i];
    if (one.head == static_cast<std::int32_t>(token) && one.upos == Upos::AUX)
      return extraction.strings[one.xpos] == "VBD";
  }
  return false;
}

bool Directions::is_reported(const Extraction& extraction, const Sentence& sentence, std::uint32_t token) const {
  constexpr int deepest = 8;
  std::int32_t at = static_cast<std::int32_t>(token);
  for (int steps = 0; steps < deepest && at != no_head; ++steps) {
    const auto word = static_cast<std::uint32_t>(at);
    if (!sentence.tokens.contains(word)) return false;
    const std::string& relation = extraction.strings[extraction.tokens[word].deprel];
    if (relation == "ccomp" || relation == "parataxis") return true;
    at = extraction.tokens[word].head;
  }
  return false;
}

Direction Directions::from_syntax(const Document& document, const Extraction& extraction, const Sentence& sentence,
                                  Span tokens, bool day) const {
  const Cue before = preposition(document, extraction, sentence, tokens);
  std::int32_t head = static_cast<std::int32_t>(tokens.begin);
  std::uint32_t top = tokens.begin;
  for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const std::int32_t parent = extraction.tokens[i].head;
    if (parent == no_head || !tokens.contains(static_cast<std::uint32_t>(parent))) {
      head = parent;
      top = i;
    }
  }
  if (before == Cue::until && head == no_head && is_past_predicate(extraction, sentence, top)) return Direction::past;
  if (before == Cue::until)
    return head != no_head && lasted(document, extraction, sentence, static_cast<std::uint32_t>(head))
               ? Direction::past
               : Direction::future;
  if (before == Cue::since) return Direction::past;
  if (is_awaited(document, extraction, sentence, tokens)) return Direction::future;
  const Direction near = from_neighbours(document, extraction, sentence, tokens, before, day);
  if (near != Direction::automatic) return near;
  if (head == no_head && day) {  // "the funeral is on Saturday"
    for (std::uint32_t i = sentence.tokens.begin; i < tokens.begin; ++i) {
      const Token& token = extraction.tokens[i];
      if (token.head != static_cast<std::int32_t>(top) || token.upos != Upos::AUX) continue;
      const std::string& xpos = extraction.strings[token.xpos];
      return xpos == "VBZ" || xpos == "VBP" ? Direction::future : Direction::automatic;
    }
  }
  const Token* previous = tokens.begin > sentence.tokens.begin ? &extraction.tokens[tokens.begin - 1] : nullptr;
  const bool bare = previous == nullptr || previous->upos != Upos::ADP ||
                    !tokens.contains(static_cast<std::uint32_t>(previous->head));
  for (int step = 0; step < 5 && head != no_head; ++step) {
    const auto at = static_cast<std::uint32_t>(head);
    if (!sentence.tokens.contains(at)) return Direction::automatic;
    const Upos upos = extraction.tokens[at].upos;
    if (upos == Upos::VERB || upos == Upos::AUX)
      return of_verb(document, extraction, sentence, at, before, 0, day && step == 0);
    const Cue found = lemma_cue(document, extraction, at);
    if (found == Cue::plan || found == Cue::schedule) return Direction::future;
    if (step == 0 && bare &&
        upos == Upos::NOUN) {  // "the October elections": no tense; "Thursday's talks will ...": the nearest
      const std::int32_t verb = extraction.tokens[at].head;
      const bool ahead = day && verb != no_head && sentence.tokens.contains(static_cast<std::uint32_t>(verb)) &&
                         extraction.tokens[static_cast<std::uint32_t>(verb)].upos == Upos::VERB &&
                         of_verb(document, extraction, sentence, static_cast<std::uint32_t>(verb), before, 0, false) ==
                             Direction::future;
      return ahead ? Direction::nearest : Direction::automatic;
    }
    head = extraction.tokens[at].head;
  }
  return Direction::automatic;
}

Direction Directions::of_verb(const Document& document, const Extraction& extraction, const Sentence& sentence,
                              std::uint32_t verb, Cue preposition, int depth, bool day) const {
  if (depth > 4) return Direction::automatic;
  bool infinitive = false, past = false, modal = false, perfect = false;
  const std::uint32_t first = std::max(sentence.tokens.begin, verb > reach ? verb - reach : 0),
                      last = std::min(sentence.tokens.end, verb + reach);
  for (std::uint32_t i = first; i < last; ++i) {
    if (extraction.tokens[i].head != static_cast<std::int32_t>(verb)) continue;
    const Cue found = cue(document, extraction, i);
    const Upos upos = extraction.tokens[i].upos;
    modal = modal || (found == Cue::modal && upos == Upos::AUX);
    perfect = perfect || (found == Cue::perfect && upos == Upos::AUX);
    infinitive = infinitive || (found == Cue::infinitive && upos == Upos::PART);
    past = past || (upos == Upos::AUX && found == Cue::past);
  }
  if (modal) return perfect ? Direction::past : Direction::future;  // "may have left on Monday"
  const std::string& xpos = extraction.strings[extraction.tokens[verb].xpos];
  const std::int32_t head = extraction.tokens[verb].head;
  const bool governed = head != no_head && sentence.tokens.contains(static_cast<std::uint32_t>(head));
  if (infinitive) {
    if (!governed) return Direction::future;  // "Leaders to meet on Tuesday"
    const auto governor = static_cast<std::uint32_t>(head);
    if (extraction.tokens[governor].upos == Upos::AUX) return Direction::future;  // "dealings are to resume Tuesday"
    const Cue found = lemma_cue(document, extraction, governor);
    if (found == Cue::plan || found == Cue::schedule || found == Cue::decide) return Direction::future;
    return of_verb(document, extraction, sentence, governor, preposition, depth + 1, false);
  }
  const Cue own = lemma_cue(document, extraction, verb);
  if (xpos == "VBN" && own == Cue::schedule) return Direction::future;  // "was scheduled for Monday"
  if (xpos == "VBN" && own == Cue::plan && (preposition == Cue::infinitive || preposition == Cue::target))
    return Direction::future;  // "was put off to Monday"
  if (xpos == "VBD" || past) return Direction::past;
  if (xpos == "VBZ" || xpos == "VBP") {  // "voters go to the polls on Sunday"
    const bool announces = own == Cue::timetable || (day && own != Cue::telling && own != Cue::lasting);
    return announces ? Direction::future : Direction::automatic;
  }
  if (xpos == "VB" && governed && extraction.tokens[static_cast<std::uint32_t>(head)].upos == Upos::VERB)
    return of_verb(document, extraction, sentence, static_cast<std::uint32_t>(head), preposition, depth + 1,
                   false);  // "will report and hold a meeting in June"
  return Direction::automatic;
}

}  // namespace dateline::time
