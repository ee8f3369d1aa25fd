#include "extract/event/matcher.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"
#include "extract/event/places.hpp"

namespace dateline {
namespace {

/// Whether one role of the group is filled; "participant+" asks for at least two of them.
bool satisfied(const Match& match, const std::vector<std::string>& group) {
  return std::any_of(group.begin(), group.end(), [&](const std::string& role) {
    if (role == match.frame->amount_role && !match.amounts.empty()) return true;
    if (!role.ends_with('+')) return has_role(match, role);
    std::set<std::uint32_t> known;
    std::size_t unknown = 0;
    for (const Filled& one : match.filled) {
      if (one.role != std::string_view(role).substr(0, role.size() - 1)) continue;
      known.insert(one.entities.begin(), one.entities.end());
      if (one.entities.empty()) ++unknown;
    }
    return known.size() + unknown >= 2;
  });
}

std::string joined(const std::vector<std::string>& roles) {
  std::string text;
  for (const std::string& role : roles) text += (text.empty() ? "" : " or ") + role;
  return text;
}

}  // namespace

bool satisfied(const Match& match) {
  return std::all_of(match.frame->needs.begin(), match.frame->needs.end(),
                     [&](const std::vector<std::string>& group) { return satisfied(match, group); });
}

/// "We will appeal": who speaks, where one alone does.
TokenIndex Matcher::quoted_speaker(TokenIndex pronoun) const {
  const Quotation* quotation = on_.quotations.of(pronoun);
  if (!quotation) return pronoun;
  Heads speakers = quotation->speakers;
  // a title that the parser took for a subject of its own
  if (speakers.size() > 1) std::erase_if(speakers, [&](TokenIndex one) { return on_.lookup.headed_by(one).empty(); });
  return speakers.size() == 1 ? speakers.front() : pronoun;
}

/// "The army said it had taken the town": a pronoun that nothing was found for stands for who speaks.
TokenIndex Matcher::referent(TokenIndex head) const {
  if (on_.classes.holds("first_person", on_.tree.lemma(head))) return quoted_speaker(head);
  if (on_.tree.xpos(head) != "PRP" || !on_.tree.is(head, "nsubj") || !on_.lookup.headed_by(head).empty()) return head;
  const auto verb = on_.tree.head(head);
  const auto above = verb ? on_.tree.head(*verb) : std::nullopt;
  if (!above || !on_.tree.is(*verb, "ccomp") || on_.quotations.of(head)) return head;
  const Heads speakers = on_.arguments.slot(*above, "subj");
  const auto is_plural = [&](TokenIndex one) {
    return on_.tree.xpos(one) == "NNS" || on_.tree.xpos(one) == "NNPS" || on_.tree.child(one, "conj");
  };
  const auto any = [&](const auto& test) { return std::any_of(speakers.begin(), speakers.end(), test); };
  const auto is_person = [&](TokenIndex one) {
    const auto all = kinds(one);
    return std::find(all.begin(), all.end(), EntityKind::person) != all.end();
  };
  const bool singular = on_.classes.holds("singular_pronoun", on_.tree.lemma(head));
  const bool neuter = on_.classes.holds("neuter_pronoun", on_.tree.lemma(head));
  // "officials said it killed nine": not the officials
  if (singular && any(is_plural)) return head;
  // "the bishop said it was a mistake", "he shot them, the army said": not the bishop, not the army
  if (singular && neuter == any(is_person)) return head;
  // "they burned the village, the army said", "she and her son left, the bank said": doubtful
  if ((!singular && *verb < *above) || on_.tree.child(head, "conj")) return head;
  // "the sheriff said they had arrested two": not the sheriff alone
  if (on_.classes.holds("plural_pronoun", on_.tree.lemma(head)) &&
      std::any_of(speakers.begin(), speakers.end(), is_person) &&
      std::none_of(speakers.begin(), speakers.end(), is_plural))
    return head;
  return speakers.size() == 1 && on_.tree.upos(speakers.front()) != Upos::PRON ? speakers.front() : head;
}

std::vector<EntityKind> Matcher::kinds(TokenIndex head) const {
  std::vector<EntityKind> found;
  for (const std::uint32_t entity : on_.lookup.headed_by(head)) found.push_back(on_.extraction.entities[entity].kind);
  if (is_of_country(head)) {
    for (const std::uint32_t entity : named_beside(head)) found.push_back(on_.extraction.entities[entity].kind);
  }
  if (found.empty()) {
    if (const Nominal* nominal = on_.nominals.find(utf8::lower(on_.tree.word(head)))) found.push_back(nominal->kind);
    if (on_.lookup.is_someone_of_age(head)) found.push_back(EntityKind::person);
  }
  if (found.empty()) {  // "the head of the bank, Ann Lee,"
    for (const std::uint32_t entity : named_beside(head)) found.push_back(on_.extraction.entities[entity].kind);
  }
  return found;
}

/// "Hurricane Lorenzo": a name that a noun of the class stands before.
bool Matcher::named_by(TokenIndex head, std::string_view word_class) const {
  const auto parts = on_.tree.children(head);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const bool title = on_.tree.is(one, "compound") || on_.tree.is(one, "nmod:desc") || on_.tree.is(one, "flat");
    return title && on_.classes.holds(word_class, on_.tree.lemma(one));
  });
}

/// "Dorian" or "it", of "Hurricane Dorian": a thing, known by a name that holds a word of the class.
bool Matcher::is_named_after(TokenIndex head, std::string_view word_class) const {
  const auto entities = on_.lookup.headed_by(head);
  return std::any_of(entities.begin(), entities.end(), [&](std::uint32_t entity) {
    if (on_.extraction.entities[entity].kind != EntityKind::other) return false;
    const std::string name = utf8::lower(on_.extraction.entities[entity].name);
    const auto words = split(name, ' ');
    return words.size() > 1 && std::any_of(words.begin(), words.end(),
                                           [&](std::string_view word) { return on_.classes.holds(word_class, word); });
  });
}

bool Matcher::is_named_thing(TokenIndex head) const {
  return named_by(head, "hazard") || named_by(head, "vehicle") || named_by(head, "thing") ||
         is_named_after(head, "hazard");
}

bool Matcher::fits(TokenIndex head, const Restriction& restriction) const {
  if (restriction.items.empty()) return true;
  using Sort = Restriction::Item::Sort;
  const auto holds = [&](const Restriction::Item& item) {
    switch (item.sort) {
      case Sort::kind: {
        const auto all = kinds(head);
        if (std::find(all.begin(), all.end(), item.kind) != all.end()) return true;
        // a name of no known kind may be anybody's
        const bool anybody =
            !restriction.forbidden && (item.kind == EntityKind::person || item.kind == EntityKind::organization);
        return anybody && on_.tree.upos(head) == Upos::PROPN && all == std::vector{EntityKind::other} &&
               !is_named_thing(head);
      }
      case Sort::word_class:
        return on_.classes.holds(item.text, on_.tree.lemma(head)) ||
               (on_.tree.upos(head) == Upos::PROPN && named_by(head, item.text)) ||
               (on_.tree.upos(head) != Upos::NOUN && is_named_after(head, item.text));
      case Sort::lemma:
        return on_.tree.lemma(head) == item.text;
      case Sort::fine_tag:
        return on_.tree.xpos(head) == item.text;
      case Sort::tag:
        return on_.tree.upos(head) == item.tag;
    }
    return false;
  };
  if (restriction.any_agent && on_.tree.upos(head) == Upos::NOUN && kinds(head).empty() &&
      !on_.classes.holds("thing", on_.tree.lemma(head)))
    return true;
  return std::any_of(restriction.items.begin(), restriction.items.end(), holds) != restriction.forbidden;
}

/// "The airline will refund the tickets, a spokeswoman said": a body whose voice others are.
bool Matcher::speaks_through(TokenIndex head) const {
  const auto all = kinds(head);
  return std::any_of(all.begin(), all.end(), [](EntityKind kind) {
    return kind == EntityKind::organization || kind == EntityKind::country || kind == EntityKind::group;
  });
}

/// "The company said it would close the plant", "said it had closed the plant": a clause whose subject is the speaker or its own side.
Heads Matcher::own_clauses(TokenIndex trigger, Tense tense) const {
  Heads found;
  std::vector<std::uint32_t> speakers;
  bool for_another = false;
  for (const TokenIndex head : slot(trigger, "subj")) {
    for_another |= on_.classes.holds("spokesperson", on_.tree.lemma(head));
    const auto named = named_beside(head);
    for (const std::uint32_t one : named.empty() ? on_.lookup.headed_by(head) : named) speakers.push_back(one);
  }
  Heads clauses;
  for (const TokenIndex head : slot(trigger, "clause")) {
    for (const TokenIndex one : on_.tree.conjuncts(head)) clauses.push_back(one);
  }
  for (const TokenIndex clause : clauses) {
    const Heads auxiliaries = on_.arguments.slot(clause, "aux");
    for (const TokenIndex subject : on_.arguments.slot(clause, "subj")) {
      // "I would" supposes; "said it would" promises
      const std::string_view future =
          on_.classes.holds("first_person", on_.tree.lemma(subject)) ? "firm_future" : "future_auxiliary";
      const auto among = [&](std::string_view name) {
        return std::any_of(auxiliaries.begin(), auxiliaries.end(),
                           [&](TokenIndex one) { return on_.classes.holds(name, on_.tree.lemma(one)); });
      };
      if (tense == Tense::future ? !among(future) : among("modal_auxiliary")) continue;
      // in direct speech nobody calls himself "he"
      const bool direct = on_.quotations.of(clause) != nullptr;
      if (direct && on_.tree.xpos(subject) == "PRP" && !on_.classes.holds("first_person", on_.tree.lemma(subject)))
        continue;
      // "they will", said by one person, are others; "it was" is something else
      const bool others = speakers.size() == 1 &&
                          on_.extraction.entities[speakers.front()].kind == EntityKind::person &&
                          (!on_.classes.holds("singular_pronoun", on_.tree.lemma(subject)) ||
                           (tense == Tense::told && on_.classes.holds("neuter_pronoun", on_.tree.lemma(subject)))) &&
                          !on_.classes.holds("first_person", on_.tree.lemma(subject));
      const bool open = on_.tree.xpos(subject) == "PRP" && on_.lookup.headed_by(subject).empty() && !others;
      bool own = open || on_.classes.holds("self_reference", on_.tree.lemma(subject)) ||
                 (for_another && speaks_through(subject));
      for (const std::uint32_t entity : on_.lookup.headed_by(subject)) {
        for (const std::uint32_t speaker : speakers) {
          const LocalEntity &one = on_.extraction.entities[entity], &other = on_.extraction.entities[speaker];
          own |= entity == speaker ||
                 (!one.country.empty() && one.country == other.country && one.kind == EntityKind::country);
        }
      }
      if (own) found.push_back(clause);
    }
  }
  return found;
}

/// "Independent Paul Reed and Ann Lee were elected": when the first is a name of nobody known, the condition may hold for one joined to it.
void Matcher::add_conjuncts(Heads& heads) const {
  for (std::size_t i = 0, given = heads.size(); i < given; ++i) {
    const Upos tag = on_.tree.upos(heads[i]);
    if ((tag != Upos::PROPN && tag != Upos::ADJ) || !kinds(heads[i]).empty()) continue;
    const auto joined = on_.tree.conjuncts(heads[i]);
    std::copy_if(joined.begin() + 1, joined.end(), std::back_inserter(heads),
                 [&](TokenIndex one) { return on_.tree.upos(one) == Upos::PROPN; });
  }
}

/// "Imposed a fine and a ban": the condition may hold for a common noun that is joined to the first.
void Matcher::add_joined_nouns(Heads& heads) const {
  for (std::size_t i = 0, given = heads.size(); i < given; ++i) {
    if (on_.tree.upos(heads[i]) != Upos::NOUN) continue;
    const auto joined = on_.tree.conjuncts(heads[i]);
    std::copy_if(joined.begin() + 1, joined.end(), std::back_inserter(heads), [&](TokenIndex one) {
      return on_.tree.upos(one) == Upos::NOUN && std::find(heads.begin(), heads.end(), one) == heads.end();
    });
  }
}

bool Matcher::holds(const Condition& condition, TokenIndex trigger, std::vector<TokenIndex>& consumed) const {
  Heads heads;
  for (const std::string& place : condition.slots) {
    for (const TokenIndex one : slot(trigger, place)) {
      // "I" is who speaks, but a row may also ask for the word
      const bool as_said = on_.classes.holds("first_person", on_.tree.lemma(one));
      if (as_said) heads.push_back(one);
      if (!as_said || !condition.restriction.forbidden) heads.push_back(referent(one));
    }
  }
  if (condition.optional && heads.empty()) return true;
  if (condition.restriction.forbidden) {
    return std::all_of(heads.begin(), heads.end(), [&](TokenIndex one) { return fits(one, condition.restriction); });
  }
  if (!condition.absent) add_conjuncts(heads);
  if (!condition.absent && !condition.restriction.items.empty()) add_joined_nouns(heads);
  for (const TokenIndex one : heads) {
    if (!fits(one, condition.restriction)) continue;
    if (condition.absent) return false;
    if (!condition.restriction.items.empty() && !on_.tree.is_verb(one) && condition.slots.front() != "subj")
      consumed.push_back(one);
    return true;
  }
  return condition.absent;
}

/// "A fire in a block of flats in Lima": a place that stands in no slot of the frame is one all the same.
void Matcher::take_place(Match& match) const {
  if (on_.tree.is_verb(match.trigger)) return;
  const TokenIndex clause = on_.arguments.carrier(match.trigger).value_or(match.trigger);
  auto place = place_of(match, clause, on_);
  if (!place) place = place_within(match.trigger, match, on_);
  if (place) match.filled.push_back({"place", match.trigger, {*place}});
}

std::optional<Match> Matcher::fit(const Frame& frame, TokenIndex trigger, bool told_to_happen) const {
  std::vector<TokenIndex> consumed;
  for (const Condition& condition : frame.conditions) {
    if (!holds(condition, trigger, consumed)) return std::nullopt;
  }
  Match match = filled(frame, trigger);
  match.consumed = std::move(consumed);
  if (!satisfied(match)) take_place(match);
  if (!satisfied(match) && !told_to_happen) return std::nullopt;
  return match;
}

/// The frames that a token may trigger: none for auxiliaries, and for modifiers of another word.
const std::vector<Candidate>& Matcher::frames(TokenIndex trigger) const {
  Upos tag = on_.tree.upos(trigger);
  if (tag == Upos::ADV) tag = Upos::ADJ;
  if (tag == Upos::SYM) tag = Upos::NOUN;  // "7.1%"
  const bool content = tag == Upos::VERB || tag == Upos::NOUN || (tag == Upos::ADJ && on_.tree.child(trigger, "nsubj"));
  const bool modifier = on_.tree.is(trigger, "amod") || on_.tree.is(trigger, "compound") ||
                        on_.tree.is(trigger, "aux") || on_.tree.is(trigger, "fixed") || gives_name(trigger);
  if (!content || modifier) return frames_.of(Upos::X, {});
  // "lower" is no "low"
  if (tag == Upos::ADJ) return frames_.of(tag, utf8::lower(on_.tree.word(trigger)));
  return frames_.of(tag, on_.tree.lemma(trigger));
}

bool Matcher::may_fit(const Candidate& candidate, TokenIndex trigger) const {
  return std::all_of(candidate.asked.begin(), candidate.asked.end(),
                     [&](std::uint16_t asked) { return asked == 0 || stands_in(trigger, asked); }) &&
         std::all_of(candidate.barred.begin(), candidate.barred.end(),
                     [&](std::uint16_t barred) { return barred == 0 || !stands_in(trigger, barred); });
}

std::optional<Match> Matcher::match(TokenIndex trigger) const {
  const std::vector<Candidate>& candidates = frames(trigger);
  if (candidates.empty()) return std::nullopt;
  for (const Candidate& one : candidates) {
    if (!may_fit(one, trigger)) continue;
    if (auto found = fit(*one.frame, trigger)) return found;
  }
  // "an attack took place": it did, whoever was in it
  // nor does "Friday's attack" need more than its day
  const bool happened = on_.arguments.is_told_to_happen(trigger) || on_.arguments.has_own_day(trigger);
  if (!happened) return std::nullopt;
  for (const Candidate& one : candidates) {
    if (auto found = fit(*one.frame, trigger, true)) return found;
  }
  return std::nullopt;
}

std::optional<Match> Matcher::match_said() const {
  for (const Candidate& one : frames_.of_direct_speech()) {
    if (!may_fit(one, said_->trigger)) continue;
    if (auto found = fit(*one.frame, said_->trigger)) return found;
  }
  return std::nullopt;
}

std::vector<NearMiss> Matcher::near_misses(TokenIndex trigger) const {
  std::vector<NearMiss> misses;
  for (const Candidate& one : frames(trigger)) {
    const Frame* frame = one.frame;
    std::vector<TokenIndex> unused;
    std::string lacks;
    std::size_t count = 0;
    for (const Condition& condition : frame->conditions) {
      if (holds(condition, trigger, unused)) continue;
      lacks = condition.text;
      ++count;
    }
    const Match match = filled(*frame, trigger);
    for (const std::vector<std::string>& group : frame->needs) {
      if (satisfied(match, group)) continue;
      lacks = "a participant as " + joined(group);
      ++count;
    }
    if (count == 1) misses.push_back({frame, trigger, std::move(lacks)});
  }
  return misses;
}

}  // namespace dateline
