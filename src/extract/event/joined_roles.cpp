// What is joined to a participant and is nobody else: further titles of one person, where a place lies, whom a group consists of.
#include <algorithm>

#include "extract/event/matcher.hpp"

namespace dateline {

/// "The painter Luis Ruiz": a noun that a person's name follows.
bool Matcher::is_named_title(TokenIndex noun) const {
  const auto parts = on_.tree.children(noun);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    return one > noun && (on_.tree.is(one, "appos") || on_.tree.is(one, "flat")) && on_.tree.in_person(one);
  });
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
  const auto parts = on_.tree.children(name);
  const bool told_of = std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    // "Ann Lee, Foreign Secretary, mayor", and "Ann Lee — Foreign Secretary, mayor", where the name hangs on the title
    const bool title = on_.tree.upos(one) == Upos::NOUN || on_.classes.holds("office", on_.tree.lemma(one));
    return (one < noun && on_.tree.is(one, "appos") && title) ||
           (one < name && on_.tree.in_person(one) && on_.classes.holds("office", on_.tree.lemma(name)));
  });
  // "Ann Lee, minister and member of parliament": no second person is told of without an article
  const bool bare = (joined.size() > 2 || !on_.tree.child(noun, "cc")) && !on_.tree.child(noun, "det") &&
                    !on_.tree.child(noun, "nmod:poss") && !on_.tree.child(noun, "nummod") && !is_named_title(noun);
  const auto named = on_.lookup.headed_by(name);
  return (told_of || bare) && kinds(noun) == std::vector{EntityKind::person} && named.size() == 1 &&
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

/// "Singer and lyricist Ann Lee", where the parser hangs the name on the first of its titles: it stands right behind the last.
bool Matcher::is_title_of_first(TokenIndex noun, const std::vector<TokenIndex>& joined) const {
  const TokenIndex first = joined.front(), last = joined.back();
  if (noun == first || on_.tree.upos(first) != Upos::NOUN || on_.tree.upos(noun) != Upos::NOUN ||
      on_.tree.xpos(noun).ends_with('S') || on_.tree.child(noun, "det") || on_.tree.child(noun, "nmod:poss"))
    return false;
  const auto parts = on_.tree.children(first);
  return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const bool beside = on_.tree.is(one, "appos") || on_.tree.is(one, "flat") || on_.tree.is(one, "nmod:desc");
    return beside && on_.tree.in_person(one) && on_.tree.extent(one).begin == last + 1;
  });
}

/// "The singer, actor, and activist Ann Lee": bare nouns that are joined to one beside a name tell of that one person.
bool Matcher::is_joined_title(TokenIndex noun, const std::vector<TokenIndex>& joined) const {
  const TokenIndex last = joined.back();
  if (is_title_of_first(noun, joined)) return true;
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

}  // namespace dateline
