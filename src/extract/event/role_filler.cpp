// Who fills the roles of a frame: the phrases of its slots, the names they stand for, and amounts.
#include <algorithm>
#include <iterator>

#include "dateline/base/utf8.hpp"
#include "extract/event/matcher.hpp"
#include "extract/event/places.hpp"

namespace dateline {
namespace {

/// The role of where it happened, in patterns.tsv.
constexpr std::string_view place_role = "place";

/// The role of who is asked to do something.
constexpr std::string_view audience_role = "audience";

/// The amount that counts who or what takes part, in the amount column of patterns.tsv.
constexpr std::string_view count_role = "count";

/// Nobody stands in two roles of one event: a second one is a misread pronoun.
bool fills_other(const Match& match, std::string_view role, std::uint32_t entity) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) {
    return one.role != role && std::find(one.entities.begin(), one.entities.end(), entity) != one.entities.end();
  });
}

}  // namespace

bool has_name(std::uint32_t entity, const MatchContext& on) { return has_name(on.extraction.entities[entity]); }

bool has_role(const Match& match, std::string_view role) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) { return one.role == role; });
}

bool names_someone(const Match& match, const MatchContext& on) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& filled) {
    return std::any_of(filled.entities.begin(), filled.entities.end(),
                       [&](std::uint32_t entity) { return has_name(entity, on); });
  });
}

bool Matcher::is_named(TokenIndex head) const {
  const EntityLookup::Place* place = on_.lookup.headed_by(head).empty() ? nullptr : on_.lookup.place(head);
  return place && place->form == MentionForm::name;
}

/// "Those killed were Ann Lee and Tom Reed", "among those held was Ann Lee": the names that a predicate gives to whom a modifier of its subject speaks of.
std::vector<std::uint32_t> Matcher::named_as(TokenIndex head) const {
  const auto predicate = on_.tree.head(head);
  const bool among = on_.tree.is(head, "nmod") && on_.classes.holds("counting_preposition", on_.tree.preposition(head));
  // "the best performer was the Old Mutual company"
  const bool is_name = predicate && (on_.tree.upos(*predicate) == Upos::PROPN || is_named(*predicate));
  if (!predicate || (on_.tree.relation(head) != "nsubj" && (!among || *predicate < head)) ||
      on_.tree.upos(head) == Upos::PROPN || !is_name || !on_.tree.child(*predicate, "cop") ||
      !on_.tree.preposition(*predicate).empty() || !on_.arguments.slot(*predicate, "neg").empty())
    return {};
  std::vector<std::uint32_t> found;
  for (const TokenIndex one : on_.tree.conjuncts(*predicate)) {
    for (const std::uint32_t entity : on_.lookup.headed_by(one)) found.push_back(entity);
  }
  return found;
}

/// "An Australian", "the Dane": somebody of a country. No name has an indefinite article.
bool Matcher::is_of_country(TokenIndex head) const {
  const auto article = on_.tree.upos(head) == Upos::PROPN ? on_.tree.child(head, "det") : std::nullopt;
  if (!article) return false;
  const auto entities = on_.lookup.headed_by(head);
  return on_.classes.holds("indefinite_article", on_.tree.lemma(*article)) ||
         std::all_of(entities.begin(), entities.end(),
                     [&](std::uint32_t entity) { return on_.extraction.entities[entity].kind == EntityKind::country; });
}

/// "A woman named Ann Lee": the name that a participle gives.
std::optional<TokenIndex> Matcher::called(TokenIndex noun) const {
  for (const TokenIndex one : on_.tree.children(noun)) {
    if (one < noun || !on_.tree.is(one, "acl") || on_.tree.xpos(one) != "VBN" ||
        !on_.classes.holds("naming_participle", on_.tree.lemma(one)))
      continue;
    const auto name = on_.tree.child(one, "xcomp");
    return name ? name : on_.tree.child(one, "obj");
  }
  return std::nullopt;
}

/// "The storm, named Olga,": a participle that only says what something is called.
bool Matcher::gives_name(TokenIndex participle) const {
  const auto noun = on_.tree.head(participle);
  const auto name =
      noun && on_.tree.is(participle, "acl") && on_.tree.upos(*noun) == Upos::NOUN ? called(*noun) : std::nullopt;
  return name && on_.tree.head(*name) == participle && on_.tree.upos(*name) == Upos::PROPN;
}

/// "A plane in Nevada, United States": behind the name of a place and a comma, another says where that one is, and is no name of the plane.
bool Matcher::is_where_place_is(TokenIndex name, TokenIndex head) const {
  const auto is_place = [&](TokenIndex one) {
    const auto entities = on_.lookup.headed_by(one);
    return std::any_of(entities.begin(), entities.end(), [&](std::uint32_t entity) {
      const EntityKind kind = on_.extraction.entities[entity].kind;
      return kind == EntityKind::country || kind == EntityKind::place;
    });
  };
  TokenIndex begin = on_.tree.extent(name).begin;
  if (begin > head && on_.tree.word(begin) != ",") --begin;
  const Nominal* noun = on_.nominals.find(utf8::lower(on_.tree.word(head)));
  const bool of_place = noun && (noun->kind == EntityKind::country || noun->kind == EntityKind::place);
  return !of_place && begin > head + 1 && on_.tree.word(begin) == "," && is_place(name) && is_place(begin - 1);
}

/// "The index, the FTSE 100, fell", "two clubs, Arsenal and Chelsea, bid", "a Norwegian, Ann Lee, won": the names that stand in apposition to a
/// noun, also to one for somebody of a country.
std::vector<std::uint32_t> Matcher::named_beside(TokenIndex head) const {
  const bool plural_title = on_.tree.xpos(head) == "NNPS" && on_.tree.child(head, "nummod");  // "two Senators, A and B"
  const bool office =
      on_.tree.xpos(head) == "NNP" && !is_named(head) && on_.classes.holds("office", on_.tree.lemma(head));
  if (on_.tree.upos(head) != Upos::NOUN && !is_of_country(head) && !plural_title && !office) return {};
  auto apposition = on_.tree.child(head, "appos");
  if (!apposition) apposition = called(head);
  if (!apposition || *apposition < head) return {};
  std::vector<std::uint32_t> found = on_.lookup.headed_by(*apposition);
  if (on_.tree.upos(*apposition) == Upos::NOUN)  // "her husband, the painter Luis Ruiz"
    return on_.tree.xpos(head) == "NN" && is_named_title(*apposition) ? found : std::vector<std::uint32_t>{};
  if (on_.tree.upos(*apposition) != Upos::PROPN || is_where_place_is(*apposition, head)) return {};
  const EntityLookup::Place* place = on_.lookup.place(*apposition);
  if (!place || place->form != MentionForm::name) return {};
  if (!on_.tree.xpos(head).ends_with('S') || found.empty()) return found;
  for (const TokenIndex one : on_.tree.conjuncts(*apposition)) {
    if (one == *apposition || on_.tree.upos(one) != Upos::PROPN) continue;
    for (const std::uint32_t entity : on_.lookup.headed_by(one)) found.push_back(entity);
  }
  return found;
}

/// "Another drug, the opioid fentanyl, was banned": behind a thing that is not known, the one that is.
std::optional<TokenIndex> Matcher::known_beside(TokenIndex head) const {
  const auto article = on_.tree.child(head, "det");
  const auto beside = on_.tree.child(head, "appos");
  if (!article || !beside || *beside < head || on_.tree.xpos(head) != "NN" || on_.tree.xpos(*beside) != "NN" ||
      !on_.classes.holds("unknown_determiner", on_.tree.lemma(*article)) || !on_.lookup.headed_by(head).empty())
    return std::nullopt;
  const auto known = on_.tree.child(*beside, "det");
  const bool definite = known && on_.classes.holds("known_determiner", on_.tree.lemma(*known));
  return definite && on_.lookup.headed_by(*beside).empty() ? beside : std::nullopt;
}

/// "Twelve passenger deaths": several of those that a noun before a plural says.
std::vector<std::uint32_t> Matcher::several_of(TokenIndex noun) const {
  const auto counted = on_.tree.head(noun);
  const Nominal* known = on_.nominals.find(utf8::lower(on_.tree.word(noun)));
  if (!counted || !on_.tree.is(noun, "compound") || on_.tree.xpos(*counted) != "NNS" || on_.tree.xpos(noun) != "NN" ||
      !known || known->kind != EntityKind::person || known->plural.empty() || on_.lookup.phrase(noun).size() != 1)
    return {};
  return {on_.lookup.make(on_.lookup.phrase(noun), known->plural, EntityKind::group)};
}

/// "A bus-truck collision": two that a stroke joins, each of which the role asks for.
std::vector<std::uint32_t> Matcher::both_glued(TokenIndex head, std::string_view slot, const RoleRule& rule) const {
  if (slot != "comp" || head < 2 || on_.tree.xpos(head - 1) != "HYPH" || !on_.tree.is(head - 2, "compound") ||
      on_.tree.head(head - 2) != head || !fits(head - 2, rule.restriction) || rule.restriction.items.empty())
    return {};
  const auto one = [&](TokenIndex word) {
    const Nominal* known = on_.nominals.find(utf8::lower(on_.tree.word(word)));
    return on_.lookup.make({word, word + 1}, std::string(on_.tree.word(word)),
                           known ? known->kind : EntityKind::product);
  };
  return {one(head - 2), one(head)};
}

/// "Urged anyone with a clue to call": nobody in particular, as far as what stands right behind the pronoun says who, up to what is asked.
std::uint32_t Matcher::whoever(TokenIndex pronoun) const {
  TokenIndex end = pronoun + 1;
  const auto take = [&](TokenIndex one) {
    const Span phrase = on_.tree.extent(one);
    const bool says_who =
        on_.tree.is(one, "nmod") || on_.tree.is(one, "acl:relcl") ||
        (on_.tree.is(one, "obl") && on_.classes.holds("whoever_preposition", on_.tree.preposition(one)));
    if (phrase.begin == end && says_who) end = phrase.end;
  };
  for (const TokenIndex one : on_.tree.children(pronoun)) take(one);
  if (const auto verb = on_.tree.head(pronoun); verb && end == pronoun + 1) {
    for (const TokenIndex one : on_.tree.children(*verb)) take(one);
  }
  for (TokenIndex one = pronoun + 1; one < end; ++one) {
    if (on_.tree.xpos(one) == "TO") end = one;
  }
  const std::size_t begin = on_.extraction.tokens[pronoun].bytes.begin;
  return on_.lookup.make({pronoun, end},
                         on_.document.text.substr(begin, on_.extraction.tokens[end - 1].bytes.end - begin),
                         EntityKind::group);
}

/// A modifier before a noun fills a role only when it names someone: "Russian invasion", "Kremlin talks".
std::vector<std::uint32_t> Matcher::entities(TokenIndex head, std::string_view slot, const RoleRule& rule) const {
  if (std::vector<std::uint32_t> several = several_of(head); !several.empty()) return several;
  if (std::vector<std::uint32_t> both = both_glued(head, slot, rule); !both.empty()) return both;
  if (slot == "comp" || (slot.ends_with(".comp") && on_.tree.upos(head) == Upos::PROPN)) {
    std::vector<std::uint32_t> found = on_.lookup.headed_by(head);
    if (found.empty() && (on_.tree.upos(head) == Upos::PROPN || on_.tree.upos(head) == Upos::ADJ))
      found = on_.lookup.covering(head);
    // "a measles outbreak": any noun of the class that a role asks for
    const bool of_class = rule.any_noun && !rule.restriction.items.empty() && !rule.restriction.forbidden;
    if (found.empty() && on_.tree.upos(head) == Upos::NOUN)
      found = on_.lookup.of_phrase(head, of_class ? EntityLookup::Make::any_noun : EntityLookup::Make::known_nouns);
    return found;
  }
  if (std::vector<std::uint32_t> who = described(head, slot); !who.empty()) return who;
  if (std::vector<std::uint32_t> named = named_as(head); !named.empty()) return named;
  if (std::vector<std::uint32_t> named = named_beside(head); !named.empty()) return named;
  if (rule.role == audience_role && rule.any_noun && on_.tree.upos(head) == Upos::PRON &&
      on_.classes.holds("whoever", on_.tree.lemma(head)))
    return {whoever(head)};
  return on_.lookup.of_phrase(known_beside(head).value_or(head), rule.any_noun || rule.restriction.any_agent
                                                                     ? EntityLookup::Make::any_noun
                                                                     : EntityLookup::Make::known_nouns);
}

/// "Their voters wish to elect them", "killing one of them": no pronoun that is done something to stands for who does it.
bool Matcher::is_doer_again(TokenIndex verb, TokenIndex pronoun, std::uint32_t entity) const {
  auto object = std::optional(pronoun);
  if (on_.tree.is(pronoun, "nmod") && on_.classes.holds("counting_preposition", on_.tree.preposition(pronoun)))
    object = on_.tree.head(pronoun);
  if (on_.tree.xpos(pronoun) != "PRP" || !object || !on_.tree.is(*object, "obj") || on_.tree.head(*object) != verb ||
      on_.classes.holds("reflexive_pronoun", on_.tree.lemma(pronoun)))
    return false;
  const Heads doers = on_.arguments.subjects(verb);
  return std::any_of(doers.begin(), doers.end(), [&](TokenIndex doer) {
    const auto entities = on_.lookup.headed_by(doer);
    return std::find(entities.begin(), entities.end(), entity) != entities.end();
  });
}

/// "Near the town", told of what happened somewhere else; "outside a bank", which has no name: no place of it.
bool Matcher::is_only_nearby(const RoleRule& rule, std::string_view slot, std::uint32_t entity,
                             const Match& match) const {
  const std::string_view preposition = slot.substr(slot.rfind('.') + 1);
  if (rule.role != place_role || !on_.classes.holds("nearby_preposition", preposition)) return false;
  return is_building_outside(on_, preposition, entity) || place_there(match, match.trigger, on_);
}

/// "The quake damaged 90 houses": what it was done to is where it happened when it has a name, or when nothing else says enough.
bool Matcher::is_only_object(const RoleRule& rule, std::string_view slot, std::uint32_t entity,
                             const Match& match) const {
  if (rule.role != place_role || slot != "obj" || has_name(entity, on_)) return false;
  const EntityKind kind = on_.extraction.entities[entity].kind;
  const auto& needs = match.frame->needs;
  return kind != EntityKind::place && kind != EntityKind::country &&
         std::none_of(needs.begin(), needs.end(), [&](const std::vector<std::string>& group) {
           return std::find(group.begin(), group.end(), place_role) != group.end();
         });
}

/// "Appointed to the position", "spread in countries": a bare noun that says nothing is nobody and nowhere.
bool Matcher::says_nothing(TokenIndex noun) const {
  if (on_.tree.upos(noun) != Upos::NOUN || !on_.classes.holds("says_nothing", utf8::lower(on_.tree.word(noun))))
    return false;
  const auto parts = on_.tree.children(noun);
  return std::all_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const bool vague = on_.tree.is(one, "amod") && on_.classes.holds("vague_adjective", on_.tree.lemma(one));
    const bool company = one > noun && on_.classes.holds("company_preposition", on_.tree.preposition(one));
    return vague || company || on_.tree.is(one, "det") || on_.tree.is(one, "case") || on_.tree.is(one, "punct");
  });
}

bool Matcher::fill_from(const RoleRule& rule, std::string_view slot, const Heads& heads, Match& match) const {
  bool filled = false;
  const bool inside = slot.find('.') != slot.npos;
  for (const TokenIndex head : heads) {
    // "we must go": what speakers say of themselves makes them nothing but the speakers
    if (inside && on_.classes.holds("first_person", on_.tree.lemma(head))) continue;
    const auto joined = on_.tree.conjuncts(referent(head));
    auto all = joined;
    for (const TokenIndex one : joined) append(all, company_of(one));
    const Span told_of = on_.tree.extent(joined.front());
    for (const TokenIndex each : all) {
      // "the army, which denied it, and the rebels": a clause between two tells of the first
      if (each > match.trigger && joined.front() < match.trigger && told_of.contains(match.trigger) &&
          on_.tree.is(match.trigger, "acl"))
        continue;
      const TokenIndex one = each == joined.front() ? each : on_.arguments.counted(each);
      const bool in_list = std::find(joined.begin(), joined.end(), each) != joined.end();
      if (in_list && (is_joined_title(one, joined) || is_glued_title(one, joined) || is_title_behind(one, joined) ||
                      is_place_of_name(one, joined) || is_made_up_of(one, joined)))
        continue;
      const bool self = slot == "self";
      const bool itself = one == match.trigger && !self;
      if (on_.tree.is_verb(one) || itself) continue;
      if (const auto more = counted_others(one, joined, rule, match)) {
        match.filled.push_back({rule.role, one, {*more}});
        continue;
      }
      if (!fits(one, rule.restriction)) continue;
      const bool taken = std::any_of(match.filled.begin(), match.filled.end(),
                                     [&](const Filled& before) { return before.head == one; });
      if (taken) continue;
      if (!self && on_.lookup.headed_by(one).empty() && on_.lookup.phrase(one).contains(match.trigger))
        continue;  // misread
      std::vector<std::uint32_t> found = entities(one, slot, rule);
      std::erase_if(found, [&](std::uint32_t entity) {
        return fills_other(match, rule.role, entity) || is_doer_again(match.trigger, one, entity) ||
               is_only_nearby(rule, slot, entity, match) || is_only_object(rule, slot, entity, match) ||
               (!has_name(entity, on_) && says_nothing(one));
      });
      // "was mayor of Lima and governor of Cusco": a second office of whom the event tells
      if (found.empty() && rule.any_noun && each != joined.front() && on_.tree.upos(one) == Upos::NOUN &&
          on_.classes.holds("office", on_.tree.lemma(one)) && on_.lookup.headed_by(one).size() == 1)
        found = {on_.lookup.make(on_.lookup.phrase(one), on_.lookup.phrase_name(one), EntityKind::person)};
      if (found.empty()) continue;
      match.filled.push_back({rule.role, one, std::move(found)});
      filled = true;
    }
  }
  return filled;
}

void Matcher::fill(const RoleRule& rule, Match& match) const {
  if (!rule.only_with.empty() && !has_role(match, rule.only_with)) return;
  if (!rule.only_without.empty() && has_role(match, rule.only_without)) return;
  for (const std::string& slot : rule.slots) {
    const Heads heads = this->slot(match.trigger, slot);  // a copy: entities are made from them
    if (fill_from(rule, slot, heads, match) && !rule.every) return;
  }
}

Heads Matcher::fill_places(Match& match, const Heads& phrases) const {
  Heads left = phrases;
  for (const RoleRule& rule : match.frame->roles) {
    for (const std::string& slot : rule.slots) {
      if (!on_.classes.holds("place_preposition", slot) && !on_.classes.holds("reaching_preposition", slot)) continue;
      Heads heads;
      std::copy_if(left.begin(), left.end(), std::back_inserter(heads),
                   [&](TokenIndex one) { return on_.tree.preposition(one) == slot; });
      if (!heads.empty() && fill_from(rule, slot, heads, match))
        std::erase_if(left,
                      [&](TokenIndex head) { return std::find(heads.begin(), heads.end(), head) != heads.end(); });
    }
  }
  return left;
}

/// What is counted, as it is written behind its number: "%", " points".
std::string Matcher::unit_of(TokenIndex noun) const {
  if (noun == 0 || on_.tree.upos(noun - 1) != Upos::NUM) return {};
  const std::size_t begin = on_.extraction.tokens[noun - 1].bytes.end;
  return on_.document.text.substr(begin, on_.extraction.tokens[noun].bytes.end - begin);
}

/// "Dozens died": a bare number is counted, and is nobody as well, where the number alone says enough.
void Matcher::drop_bare_count(Match& match) const {
  Match rest = match;
  std::erase_if(rest.filled, [&](const Filled& one) {
    return std::any_of(match.amounts.begin(), match.amounts.end(), [&](const Amount& amount) {
      return amount.text == on_.tree.word(one.head) && on_.tree.upos(one.head) == Upos::NOUN;
    });
  });
  if (rest.filled.size() != match.filled.size() && satisfied(rest)) match = std::move(rest);
}

/// "Three men", "three of them", but not "a 2005 law" nor "fined $3".
bool Matcher::is_counted(TokenIndex noun) const {
  const Upos tag = on_.tree.upos(noun);
  return tag != Upos::SYM && (on_.tree.xpos(noun).ends_with('S') || tag == Upos::NUM || tag == Upos::PRON ||
                              on_.classes.holds("counted_singular", on_.tree.lemma(noun)));
}

/// A frame whose conditions hold, with its roles filled.
Match Matcher::filled(const Frame& frame, TokenIndex trigger) const {
  Match match;
  match.frame = &frame;
  match.trigger = trigger;
  for (const RoleRule& rule : frame.roles) fill(rule, match);
  if (frame.amount_role.empty()) return match;
  for (const std::string& slot : frame.amount_slots) {
    for (const TokenIndex head : amount_heads(slot, trigger, on_)) {
      auto amount = amount_on(head, frame.amount_role, on_.tree, on_.document, on_.extraction, on_.numbers);
      if (!amount || (frame.amount_role == count_role && amount->value != 1.0 && !is_counted(head))) continue;
      if (on_.classes.holds("amount_unit", on_.tree.lemma(head))) amount->text += unit_of(head);
      match.amounts.push_back(*amount);
    }
    if (!match.amounts.empty()) break;
  }
  drop_bare_count(match);
  return match;
}

Heads amount_heads(std::string_view slot, TokenIndex trigger, const MatchContext& on) {
  return slot == "self" ? Heads{trigger} : on.arguments.slot(trigger, slot);
}

}  // namespace dateline
