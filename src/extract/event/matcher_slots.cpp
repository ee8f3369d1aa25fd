// What stands in the slots around a trigger, as frames ask for them; kept for the last trigger.
#include <algorithm>

#include "extract/event/matcher.hpp"

namespace dateline {

/// "'It is a shame,' she said": what is said in so many words.
Heads Matcher::direct_clauses(TokenIndex trigger, std::string_view slot) const {
  Heads heads = this->slot(trigger, "clause");
  std::erase_if(heads, [&](TokenIndex one) { return !on_.quotations.of(one); });
  const std::size_t dot = slot.find('.');
  if (dot == slot.npos) return heads;
  Heads below;
  for (const TokenIndex one : heads) append(below, on_.arguments.slot(one, slot.substr(dot + 1)));
  return below;
}

/// "Ann Lee is a painter born in Lima": she was, and no painter beside her.
std::vector<std::uint32_t> Matcher::described(TokenIndex head, std::string_view slot) const {
  const auto subject = slot == "subj" || slot == "obj" ? on_.arguments.said_of(head) : std::nullopt;
  if (!subject) return {};
  const auto is_person = [](EntityKind kind) { return kind == EntityKind::person; };
  const auto who = kinds(*subject), what = kinds(head);
  const bool same = !who.empty() && std::all_of(who.begin(), who.end(), is_person) &&
                    std::any_of(what.begin(), what.end(), is_person);
  return same ? on_.lookup.headed_by(*subject) : std::vector<std::uint32_t>{};
}

/// What the frames of a verb of saying find around a clause of direct speech.
Heads Matcher::said_slot(std::string_view slot) const {
  const std::size_t dot = slot.find('.');
  const std::string_view first = slot.substr(0, dot);
  Heads heads;
  if (first == "subj") heads = said_->speakers;
  if (first == "clause" || (first == "order" && on_.arguments.is_order(said_->clause))) heads = {said_->clause};
  if (dot == slot.npos) return heads;
  Heads below;
  for (const TokenIndex one : heads) append(below, on_.arguments.slot(one, slot.substr(dot + 1)));
  return below;
}

void Matcher::know(TokenIndex trigger) const {
  if (trigger == known_.trigger && on_.lookup.size() == known_.mentions && !known_.stands.empty()) return;
  known_.trigger = trigger;
  known_.mentions = on_.lookup.size();
  known_.slots.clear();
  known_.stands.assign(frames_.asked_slots().size(), -1);
}

bool Matcher::stands_in(TokenIndex trigger, std::uint16_t asked) const {
  know(trigger);
  std::int8_t& stands = known_.stands[asked];
  if (stands < 0) stands = slot(trigger, frames_.asked_slots()[asked]).empty() ? 0 : 1;
  return stands == 1;
}

const Heads& Matcher::slot(TokenIndex trigger, std::string_view slot) const {
  know(trigger);
  const auto known = known_.slots.find(slot);
  if (known != known_.slots.end()) return known->second;
  return known_.slots.emplace(slot, found_in(trigger, slot)).first->second;
}

/// The slots of frames.hpp: those that Arguments knows, and the clauses in which speakers tell of themselves.
Heads Matcher::found_in(TokenIndex trigger, std::string_view slot) const {
  const std::size_t dot = slot.find('.');
  const std::string_view first = slot.substr(0, dot);
  if (first == "direct") return direct_clauses(trigger, slot);
  if (first != "promise" && first != "own")
    return said_ && trigger == said_->trigger ? said_slot(slot) : on_.arguments.slot(trigger, slot);
  const Heads clauses = own_clauses(trigger, first == "promise" ? Tense::future : Tense::told);
  if (dot == slot.npos) return clauses;
  Heads heads;
  for (const TokenIndex clause : clauses) {
    for (const TokenIndex one : on_.arguments.slot(clause, slot.substr(dot + 1))) heads.push_back(one);
  }
  return heads;
}

}  // namespace dateline
