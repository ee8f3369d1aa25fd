#include "graph/merge/definite.hpp"

#include <algorithm>

#include "graph/merge/dates.hpp"

namespace dateline::merging {
namespace {

// What has its own day is not dated by being told again, nor does it date what was told without one.
bool days_fit(const Telling& again, const Happening& own, const Happening& other) {
  const bool has_day = again.mention->date && again.mention->date->basis != Basis::bounded;
  return !has_day || (other.days && date_fit(other, own) >= DateFit::fair);
}

// A noun in the plural ("the attacks") tells of several; so do those words of which the singular is not told.
bool plural_of(const Telling& many, const Telling& one) {
  return many.plural && !one.plural && !one.headline && many.trigger != one.trigger;
}

}  // namespace

bool DefiniteTellings::asks(const Telling& telling) const {
  return telling.mention->told_again && telling.apart.empty() && is_fact(*telling.mention) &&
         rules_.identity(telling.mention->type).telling == Identity::Telling::once;
}

// Told where the article says what it is about, or not far back; in the same word, of the same people or of nobody.
bool DefiniteTellings::is_in_reach(const Telling& again, const Happening& own, const Told& told) const {
  const bool of_same = comparer_.compare(*told.happening, own).matched > 0;
  return std::any_of(told.before.begin(), told.before.end(), [&](std::uint32_t i) {
    const Telling& before = tellings_[i];
    if (before.sentence + 1 >= again.sentence && before.mention->mode == again.mention->mode) return true;
    if (of_same || same_word(before, again))
      return before.sentence <= lead_sentences || again.sentence - before.sentence <= near_sentences;
    return before.sentence <= lead_sentences && names_nobody(own) && before.mention->mode == again.mention->mode;
  });
}

// "The prorogation of parliament": a body or place told by a word that may be any of its kind.
bool DefiniteTellings::names_nobody(const Happening& own) const {
  return std::all_of(own.who.begin(), own.who.end(),
                     [&](const Participant& one) { return entities_.profiles[one.entity].bare; });
}

// "The coup was led by Karl Lund" after soldiers; after a country that is named a person would be one party more.
bool DefiniteTellings::adds_name(std::uint32_t named, const std::string& role, const Happening& other) const {
  if (entities_.entities[named].kind != EntityKind::person) return false;
  return std::none_of(other.who.begin(), other.who.end(), [&](const Participant& before) {
    return before.role == role && entities_.profiles[before.entity].reach <= Reach::name;
  });
}

// Whoever takes part did so before, or is told now in a role that nobody had or that is open to more; who is named and would say alone which
// happening is meant, only in the word of before.
bool DefiniteTellings::fits_people(const Happening& own, const Happening& other, bool in_one_word) const {
  return std::all_of(own.who.begin(), own.who.end(), [&](const Participant& one) {
    const Profile& profile = entities_.profiles[one.entity];
    const bool named = profile.reach <= Reach::name;
    bool taken = false, like = false;
    for (const Participant& before : other.who) {
      if (before.role != one.role) continue;
      taken = true;
      like = like || comparer_.likeness(before.entity, one.entity) >= (named ? 1 : 0.5);
    }
    if (like) return true;
    if (rules_.identity(own.type_id).more.contains(one.role)) return true;
    const bool settles = rules_.settles(own.type_id, one.role);
    if (taken) return profile.bare || (named && !settles && adds_name(one.entity, one.role, other));
    return !named || in_one_word || !settles;
  });
}

bool DefiniteTellings::may_mean(const Telling& again, const Happening& own, const Told& told) const {
  const Happening& other = *told.happening;
  if (comparer_.tells_otherwise(other, own) || numbers_differ(other, own) || !days_fit(again, own, other) ||
      !is_in_reach(again, own, told))
    return false;
  const bool fits = std::any_of(told.before.begin(), told.before.end(), [&](std::uint32_t i) {
    return tellings_[i].sentence < again.sentence && tellings_[i].apart.empty() && is_fact(*tellings_[i].mention) &&
           !plural_of(again, tellings_[i]) && !plural_of(tellings_[i], again);
  });
  if (!fits) return false;
  const bool same_type = std::binary_search(other.types.begin(), other.types.end(), again.mention->type);
  if (!same_type) return own.who.empty();
  const Agreement agreement = comparer_.compare(other, own);
  // Who speaks says which of the many things said is meant.
  const bool speech = again.type == nullptr || again.type->speech;
  const bool in_one_word = std::any_of(told.before.begin(), told.before.end(),
                                       [&](std::uint32_t i) { return same_word(tellings_[i], again); });
  return fits_people(own, other, in_one_word) && (!speech || (!agreement.clash && agreement.same_entity));
}

bool DefiniteTellings::is_told_below(std::uint32_t first, std::uint32_t other) const {
  const Telling &a = tellings_[first], &b = tellings_[other];
  return a.sentence <= lead_sentences && a.sentence < b.sentence && b.sentence - a.sentence <= near_sentences &&
         is_fact(*b.mention) && b.apart.empty() && !plural_of(b, a) && !plural_of(a, b);
}

bool DefiniteTellings::is_announced(const Happening& own, const Happening& other) const {
  const bool one_day = own.days && own.days == other.days && own.days->first && own.days->first == own.days->last;
  return one_day && own.type_id == other.type_id && own.who.empty() && !comparer_.tells_otherwise(own, other);
}

bool DefiniteTellings::may_be_one(const Happening& left, const Happening& right) const {
  if (left.days && right.days && !overlap(*left.days, *right.days)) return false;
  if (left.who.empty() || right.who.empty()) return !comparer_.tells_otherwise(left, right);
  const Agreement agreement = comparer_.compare(left, right);
  return !agreement.clash && agreement.matched > 0;
}

std::optional<std::size_t> DefiniteTellings::meant(std::uint32_t telling, const Happening& own,
                                                   const std::vector<Told>& told) const {
  std::optional<std::size_t> nearest;
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (!may_mean(tellings_[telling], own, told[i])) continue;
    if (nearest && !may_be_one(*told[i].happening, *told[*nearest].happening)) return std::nullopt;
    if (!nearest || told[*nearest].before.back() < told[i].before.back()) nearest = i;
  }
  return nearest;
}

}  // namespace dateline::merging
