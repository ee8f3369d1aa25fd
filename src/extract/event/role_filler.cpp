// Who fills the roles of a frame: the phrases of its slots, the names they stand for, and amounts.
#include <algorithm>
#include <iterator>

#include "dateline/base/utf8.hpp"
#include "extract/event/matcher.hpp"

namespace dateline {
namespace {

/// The amount that counts who or what takes part, in the amount column of patterns.tsv.
constexpr std::string_view count_role = "count";

/// Nobody stands in two roles of one event: a second one is a misread pronoun.
bool fills_other(const Match& match, std::string_view role, std::uint32_t entity) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) {
    return one.role != role && std::find(one.entities.begin(), one.entities.end(), entity) != one.entities.end();
  });
}

}  // namespace

bool has_role(const Match& match, std::string_view role) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& one) { return one.role == role; });
}

bool names_someone(const Match& match, const MatchContext& on) {
  return std::any_of(match.filled.begin(), match.filled.end(), [&](const Filled& filled) {
    return std::any_of(filled.entities.begin(), filled.entities.end(),
                       [&](std::uint32_t entity) { return has_name(on.extraction.entities[entity]); });
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

/// "The painter Luis Ruiz": a noun that a person's name follows.
bool Matcher::is_named_title(TokenIndex noun) const {
  const auto parts = on_.tree.children(noun);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one > noun && (on_.tree.is(one, "appos") || on_.tree.is(one, "flat")) && on_.tree.in_person(one);
  });
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
  if (on_.tree.upos(head) != Upos::NOUN && !is_of_country(head)) return {};
  auto apposition = on_.tree.child(head, "appos");
  if (!apposition) apposition = called(head);
  if (!apposition || *apposition < head) return {};
  std::vector<std::uint32_t> found = on_.lookup.headed_by(*apposition);
  if (on_.tree.upos(*apposition) == Upos::NOUN)  // "her husband, the painter Luis Ruiz"
    return on_.tree.xpos(head) == "NN" && is_named_title(*apposition) ? found : std::vector<std::uint32_t>{};
  if (on_.tree.upos(*apposition) != Upos::PROPN || is_where_place_is(*apposition, head)) return {};
  const EntityLookup::Place* place = on_.lookup.place(*apposition);
  if (!place || place->form != MentionForm::name) return {};
  if (on_.tree.xpos(head) != "NNS" || found.empty()) return found;
  for (const TokenIndex one : on_.tree.conjuncts(*apposition)) {
    if (one == *apposition || on_.tree.upos(one) != Upos::PROPN) continue;
    for (const std::uint32_t entity : on_.lookup.headed_by(one)) found.push_back(entity);
  }
  return found;
}

/// A modifier before a noun fills a role only when it names someone: "Russian invasion", "Kremlin talks".
std::vector<std::uint32_t> Matcher::entities(TokenIndex head, std::string_view slot, const RoleRule& rule) const {
  if (slot == "comp" || (slot.ends_with(".comp") && on_.tree.upos(head) == Upos::PROPN)) {
    std::vector<std::uint32_t> found = on_.lookup.headed_by(head);
    if (found.empty() && (on_.tree.upos(head) == Upos::PROPN || on_.tree.upos(head) == Upos::ADJ))
      found = on_.lookup.covering(head);
    if (found.empty() && on_.tree.upos(head) == Upos::NOUN) found = on_.lookup.of_phrase(head);
    return found;
  }
  if (std::vector<std::uint32_t> named = named_as(head); !named.empty()) return named;
  if (std::vector<std::uint32_t> named = named_beside(head); !named.empty()) return named;
  return on_.lookup.of_phrase(head, rule.any_noun || rule.restriction.any_agent ? EntityLookup::Make::any_noun
                                                                                : EntityLookup::Make::known_nouns);
}

/// "He and the county's Fire and Rescue Commissioner Ann Lee": a name that nothing joins to what stands right before it goes on from there.
bool Matcher::is_glued_title(TokenIndex noun, const std::vector<TokenIndex>& joined) const {
  const TokenIndex end = on_.tree.extent(noun).end;
  return noun != joined.front() && std::any_of(joined.begin(), joined.end(), [&](TokenIndex name) {
           return name > noun && on_.tree.upos(name) == Upos::PROPN && !on_.tree.child(name, "cc") &&
                  on_.tree.extent(name).begin == end;
         });
}

/// "The mayor and candidate Ann Lee", where the parser joins the name to its titles: nothing stands between it and the last of them.
bool Matcher::is_title_before(TokenIndex noun, const std::vector<TokenIndex>& joined) const {
  const TokenIndex name = joined.back();
  if (name == 0 || is_named_title(noun)) return false;  // "coach Tom Reed and captain Paul Ray"
  const bool listed = std::find(joined.begin(), joined.end(), name - 1) != joined.end();
  // "senator and presidential candidate Ann Lee"
  const bool beside = on_.tree.is(name - 1, "nmod:desc") && on_.tree.head(name - 1) == name &&
                      !on_.tree.child(noun, "det") && kinds(noun) == std::vector{EntityKind::person};
  if (!listed && !beside) return false;
  const auto named = on_.lookup.headed_by(name);
  if (named.size() != 1 || on_.extraction.entities[named.front()].kind != EntityKind::person) return false;
  return std::all_of(
             joined.begin(), joined.end() - 1,
             [&](TokenIndex one) { return on_.tree.upos(one) == Upos::NOUN && !on_.tree.xpos(one).ends_with('S'); }) &&
         noun < name;
}

/// "Ann Lee, a singer, actor and now a candidate, spoke": what goes on from the apposition of a name tells of the same person.
bool Matcher::is_title_behind(TokenIndex noun, const std::vector<TokenIndex>& joined) const {
  const TokenIndex name = joined.front();
  if (noun == name || on_.tree.upos(name) != Upos::PROPN || on_.tree.upos(noun) != Upos::NOUN ||
      on_.tree.xpos(noun).ends_with('S'))
    return false;
  const auto apposition = on_.tree.child(name, "appos");
  const auto named = on_.lookup.headed_by(name);
  return apposition && *apposition < noun && on_.tree.upos(*apposition) == Upos::NOUN &&
         kinds(noun) == std::vector{EntityKind::person} && named.size() == 1 &&
         on_.extraction.entities[named.front()].kind == EntityKind::person;
}

/// "The Parliament of New South Wales, Australia": a place behind a comma that no "and" joins says where the one before it is.
bool Matcher::is_place_of_name(TokenIndex place, const std::vector<TokenIndex>& joined) const {
  if (place == joined.front() || on_.tree.upos(place) != Upos::PROPN) return false;
  const TokenIndex begin = on_.tree.extent(place).begin;
  const bool listed =
      std::any_of(joined.begin(), joined.end(), [&](TokenIndex one) { return on_.tree.child(one, "cc").has_value(); });
  const auto places = kinds(place);
  const bool is_place = std::any_of(places.begin(), places.end(), [](EntityKind kind) {
    return kind == EntityKind::country || kind == EntityKind::place;
  });
  return !listed && is_place && (on_.tree.word(begin) == "," || (begin > 0 && on_.tree.word(begin - 1) == ","));
}

/// "The wounded teenagers, three girls and a boy, were": between commas, whom those that the reader knows of consist of.
bool Matcher::is_made_up_of(TokenIndex part, const std::vector<TokenIndex>& joined) const {
  const TokenIndex whole = joined.front();
  if (part == whole || on_.tree.xpos(whole) != "NNS" || on_.tree.child(whole, "nummod") ||
      !on_.arguments.is_definite(whole) || joined.size() < 2)
    return false;
  const TokenIndex second = joined[1];
  const auto begin = on_.tree.extent(second).begin;
  const auto end = on_.tree.extent(joined.back()).end;
  const auto is_comma = [&](TokenIndex one) { return one < on_.tree.size() && on_.tree.word(one) == ","; };
  const bool numbered = on_.tree.child(second, "nummod") || on_.tree.upos(second) == Upos::NUM;
  return numbered && (is_comma(begin) || (begin > 0 && is_comma(begin - 1))) && (is_comma(end) || is_comma(end - 1));
}

/// "The singer, actor, and activist Ann Lee": bare nouns that are joined to one beside a name tell of that one person.
bool Matcher::is_joined_title(TokenIndex noun, const std::vector<TokenIndex>& joined) const {
  const TokenIndex last = joined.back();
  if (noun != last && on_.tree.upos(last) == Upos::PROPN) return is_title_before(noun, joined);
  if (noun == last || on_.tree.upos(last) != Upos::NOUN || on_.tree.upos(noun) != Upos::NOUN ||
      on_.tree.xpos(noun).ends_with('S') || on_.tree.child(last, "det") || on_.tree.child(noun, "appos"))
    return false;
  const auto named = on_.lookup.headed_by(last);
  if (named.size() != 1 || on_.extraction.entities[named.front()].kind != EntityKind::person) return false;
  const auto parts = on_.tree.children(last);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one > last && on_.tree.upos(one) == Upos::PROPN &&
           (on_.tree.is(one, "flat") || on_.tree.is(one, "appos") || on_.tree.is(one, "nmod:desc"));
  });
}

/// "Their voters wish to elect them": no pronoun that is done something to stands for who does it.
bool Matcher::is_doer_again(TokenIndex verb, TokenIndex pronoun, std::uint32_t entity) const {
  if (on_.tree.xpos(pronoun) != "PRP" || !on_.tree.is(pronoun, "obj") || on_.tree.head(pronoun) != verb ||
      on_.classes.holds("reflexive_pronoun", on_.tree.lemma(pronoun)))
    return false;
  const Heads doers = on_.arguments.subjects(verb);
  return std::any_of(doers.begin(), doers.end(), [&](TokenIndex doer) {
    const auto entities = on_.lookup.headed_by(doer);
    return std::find(entities.begin(), entities.end(), entity) != entities.end();
  });
}

/// "Several suspects, including Ann Lee", "Norway, together with Chile": the names that are said to be among or beside those of a phrase.
Heads Matcher::company_of(TokenIndex head) const {
  Heads found;
  const auto add = [&](TokenIndex name) {
    for (const TokenIndex one : on_.tree.conjuncts(name)) {
      const auto entities = on_.lookup.headed_by(one);
      const bool named = std::any_of(entities.begin(), entities.end(),
                                     [&](std::uint32_t entity) { return has_name(on_.extraction.entities[entity]); });
      if (named) found.push_back(one);
    }
  };
  // "all of them, including Ann Lee"
  const auto counter = on_.tree.head(head);
  const bool counted = counter && on_.tree.is(head, "nmod") && *counter < head &&
                       on_.classes.holds("counting_preposition", on_.tree.preposition(head));
  Heads parts(on_.tree.children(head).begin(), on_.tree.children(head).end());
  if (counted) parts.insert(parts.end(), on_.tree.children(*counter).begin(), on_.tree.children(*counter).end());
  // "Norway, along with Chile, voted": the parser may hang them on the verb
  if (const auto verb = on_.tree.head(head); verb && on_.tree.is(head, "nsubj")) {
    for (const TokenIndex one : on_.tree.children(*verb)) {
      if (on_.tree.is(one, "obl") && one > head && one < *verb) parts.push_back(one);
    }
  }
  for (const TokenIndex one : parts) {
    if (one <= head) continue;
    const bool phrase = on_.tree.is(one, "nmod") || on_.tree.is(one, "obl");
    const auto joint = on_.tree.child(one, "case");
    const bool together = joint && *joint > head + 1 && on_.classes.holds("company_joint", on_.tree.preposition(one)) &&
                          on_.classes.holds("company_adverb", on_.tree.lemma(*joint - 1));
    if (phrase && (together || on_.classes.holds("company_preposition", on_.tree.preposition(one)))) add(one);
    if (!on_.classes.holds("company_adverb", on_.tree.lemma(one))) continue;
    for (const TokenIndex beside : on_.tree.children(one)) {
      if (on_.tree.is(beside, "obl") && on_.classes.holds("company_joint", on_.tree.preposition(beside))) add(beside);
    }
  }
  return found;
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
    for (const TokenIndex each : all) {
      const TokenIndex one = each == joined.front() ? each : on_.arguments.counted(each);
      const bool in_list = std::find(joined.begin(), joined.end(), each) != joined.end();
      if (in_list && (is_joined_title(one, joined) || is_glued_title(one, joined) || is_title_behind(one, joined) ||
                      is_place_of_name(one, joined) || is_made_up_of(one, joined)))
        continue;
      const bool self = slot == "self";
      const bool itself = one == match.trigger && !self;
      if (on_.tree.is_verb(one) || itself || !fits(one, rule.restriction)) continue;
      const bool taken = std::any_of(match.filled.begin(), match.filled.end(),
                                     [&](const Filled& before) { return before.head == one; });
      if (taken) continue;
      if (!self && on_.lookup.headed_by(one).empty() && on_.lookup.phrase(one).contains(match.trigger))
        continue;  // misread
      std::vector<std::uint32_t> found = entities(one, slot, rule);
      std::erase_if(found, [&](std::uint32_t entity) {
        return fills_other(match, rule.role, entity) || is_doer_again(match.trigger, one, entity);
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
