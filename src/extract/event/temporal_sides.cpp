#include "extract/event/temporal_sides.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace dateline {
namespace {

constexpr int most_told_before = 64;  ///< looked at before a noun that tells one of them again: keeps odd text linear
constexpr int longest_climb = 4;      ///< from what hangs on the words up to what they hang on
constexpr std::uint32_t lead = 3;     ///< sentences in which an article tells what it is about, headline included

}  // namespace

TemporalSides::TemporalSides(const Matcher& matcher, const MatchContext& on, const EventLinks& links)
    : matcher_(matcher), on_(on), tree_(on.tree), links_(links), in_time_(on.tree.size()) {
  for (const Span& tokens : on.extraction.time_tokens) {
    for (TokenIndex token = tokens.begin; token < tokens.end && token < in_time_.size(); ++token)
      in_time_[token] = true;
  }
  for (const auto& [trigger, event] : links.at) {
    const auto verb = tree_.is_verb(trigger) ? std::nullopt : on.arguments.carrier(trigger);
    // who announces a strike does not strike
    if (verb && !on.classes.holds("telling_carrier", tree_.lemma(*verb))) carried_.emplace(*verb, trigger);
  }
}

std::optional<Side> TemporalSides::at(TokenIndex token) const {
  if (const auto own = links_.at.find(token); own != links_.at.end()) {
    const auto verb = tree_.is_verb(token) ? std::nullopt : on_.arguments.carrier(token);
    return Side{token, own->second, verb.value_or(token)};
  }
  std::optional<Side> found;
  const auto [first, last] = carried_.equal_range(token);
  for (auto one = first; one != last; ++one) {
    if (!found || !on_.arguments.carried_as_subject(one->second))
      found = Side{one->second, links_.at.find(one->second)->second, token};
  }
  if (found || !tree_.is_verb(token) || !on_.classes.holds("begun_verb", tree_.lemma(token))) return found;
  const auto begun = tree_.child(token, "xcomp");
  const auto own = begun ? links_.at.find(*begun) : links_.at.end();
  return own == links_.at.end() ? std::nullopt : std::optional(Side{*begun, own->second, token});
}

/// The same word, or what the article is about, or what was told just before.
bool TemporalSides::may_mean(TokenIndex noun, TokenIndex trigger) const {
  const std::uint32_t told = tree_.sentence(trigger), here = tree_.sentence(noun);
  return tree_.lemma(noun) == tree_.lemma(trigger) || told < lead || told + 1 >= here;
}

/// "The attack": the happening of a kind that the noun names, told before it, unless two days are told.
std::optional<Side> TemporalSides::told_before(TokenIndex noun) const {
  if (tree_.is_verb(noun) || !on_.arguments.is_definite(noun)) return std::nullopt;
  std::set<std::string_view> types;
  for (const NearMiss& miss : matcher_.near_misses(noun)) types.insert(miss.frame->type->id);
  std::optional<Side> found;
  auto at = links_.at.lower_bound(noun);
  for (int looked = 0; at != links_.at.begin() && looked < most_told_before; ++looked) {
    const auto& [trigger, index] = *--at;
    const EventMention& event = on_.extraction.events[index];
    if (!types.contains(event.type) || !is_fact(event) || links_.notes[index].other_occasion) continue;
    if (!found) {
      if (!may_mean(noun, trigger)) return std::nullopt;
      found = Side{noun, index, noun, true};
      continue;
    }
    const auto &one = on_.extraction.events[found->event].date, &two = event.date;
    if (one && two && one->edtf != two->edtf) return std::nullopt;
  }
  return found;
}

std::optional<Side> TemporalSides::named_by(TokenIndex head, TemporalRelation relation) const {
  if (const auto own = at(head)) return own;
  for (const TokenIndex one : tree_.children(head)) {
    if (!tree_.is(one, "nmod") || !on_.classes.holds("complement_preposition", tree_.preposition(one))) continue;
    // what comes after the end of a war comes after it, what comes before its outbreak before it
    const bool edge =
        on_.classes.holds(relation == TemporalRelation::after ? "last_part" : "first_part", tree_.lemma(head));
    if (edge || in_time_[head] || on_.classes.holds("measure_noun", tree_.lemma(head))) return at(one);
  }
  return told_before(head);
}

std::vector<Side> TemporalSides::below(TokenIndex head, TemporalRelation relation) const {
  std::vector<Side> all;
  for (const TokenIndex one : tree_.conjuncts(head)) {
    const bool apart =
        one != head && (tree_.child(one, "case") || tree_.child(one, "mark") || tree_.child(one, "nsubj"));
    if (apart) continue;
    if (const auto side = named_by(one, relation)) all.push_back(*side);
  }
  return all;
}

std::optional<Side> TemporalSides::above(TokenIndex from, Span words) const {
  TokenIndex top = from;
  bool over_noun = false;
  for (int steps = 0; steps < longest_climb; ++steps) {
    const auto next = tree_.head(top);
    if (!next) return std::nullopt;
    if (!words.contains(*next) && !in_time_[*next]) {
      const bool hangs = tree_.is(top, "obl") || tree_.is(top, "advcl") || tree_.is(top, "nmod") ||
                         tree_.is(top, "advmod") || tree_.is(top, "acl") || (over_noun && tree_.is(top, "obj"));
      if (!hangs || tree_.is(top, "acl:relcl")) return std::nullopt;
      const bool verb = tree_.is_verb(*next) || tree_.is_predicate(*next);
      if (verb || !over_noun) {  // "an inquiry into conduct during the protests" was not held then
        if (const auto side = at(*next)) return side;
      }
      if (verb) return std::nullopt;
      over_noun = true;
    }
    top = *next;
  }
  return std::nullopt;
}

std::optional<Side> TemporalSides::sentence_before(TokenIndex word) const {
  const std::uint32_t here = tree_.sentence(word);
  if (here == 0) return std::nullopt;
  const Sentence& before = on_.extraction.sentences[here - 1];
  const auto& blocks = on_.document.blocks;
  if (before.block < blocks.size() &&
      (blocks[before.block].kind == BlockKind::title || blocks[before.block].kind == BlockKind::heading))
    return std::nullopt;
  for (TokenIndex root = before.tokens.begin; root < before.tokens.end && root < tree_.size(); ++root) {
    if (tree_.head(root)) continue;
    auto told = at(root);
    if (const auto said = tree_.child(root, "ccomp"); !told && said) told = at(*said);
    if (!told) return std::nullopt;
    return Side{word, told->event, told->clause, true};
  }
  return std::nullopt;
}

}  // namespace dateline
