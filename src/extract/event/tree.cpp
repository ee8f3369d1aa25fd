#include "extract/event/tree.hpp"

#include <algorithm>
#include <limits>

#include "dateline/base/utf8.hpp"

namespace dateline {
namespace {

constexpr TokenIndex none = std::numeric_limits<TokenIndex>::max();

}  // namespace

Tree::Tree(const Document& document, const Extraction& extraction, const Classes& classes,
           const std::vector<Attachment>& mended)
    : document_(document), extraction_(extraction) {
  const std::size_t count = extraction.tokens.size();
  heads_.reserve(count);
  relations_.reserve(count);
  words_.reserve(count);  // never grows: lemmas are views of them
  lemmas_.reserve(count);
  std::vector<TokenIndex> first_with(extraction.strings.size(),
                                     none);  // of each lemma: what is known of a word is looked up once
  for (const Token& token : extraction.tokens) {
    const bool hangs = token.head >= 0 && static_cast<std::size_t>(token.head) < count &&
                       static_cast<std::size_t>(token.head) != heads_.size();
    heads_.push_back(hangs ? token.head : no_head);
    relations_.push_back(extraction.strings[token.deprel]);
    const std::string& lemma = extraction.strings[token.lemma];
    TokenIndex& first = first_with[token.lemma];
    if (first != none) {
      lemmas_.push_back(lemmas_[first]);
      continue;
    }
    if (!lemma.empty()) first = static_cast<TokenIndex>(lemmas_.size());
    words_.push_back(utf8::lower(lemma.empty() ? extraction.text(document, token) : std::string_view(lemma)));
    lemmas_.push_back(classes.classified(words_.back()));
  }
  sentence_of_.assign(count, 0);
  for (std::uint32_t i = 0; i < extraction.sentences.size(); ++i) {
    const Span& tokens = extraction.sentences[i].tokens;
    for (std::size_t token = tokens.begin; token < tokens.end && token < count; ++token) sentence_of_[token] = i;
  }
  mend(mended);
}

void Tree::mend(const std::vector<Attachment>& mended) {
  for (const Attachment& one : mended) {
    heads_[one.token] = one.head == one.token ? no_head : static_cast<std::int32_t>(one.head);
    relations_[one.token] = one.relation;
  }
  hang();
}

/// Reads what follows from heads and relations and is asked most: the children, and the prepositions among them.
void Tree::hang() {
  const std::size_t count = size();
  first_child_.assign(count + 1, 0);
  for (TokenIndex token = 0; token < count; ++token) {
    if (const auto parent = head(token)) ++first_child_[*parent + 1];
  }
  for (std::size_t i = 0; i < count; ++i) first_child_[i + 1] += first_child_[i];
  children_.resize(first_child_[count]);
  std::vector<std::uint32_t> next(first_child_.begin(), first_child_.end() - 1);
  for (TokenIndex token = 0; token < count; ++token) {
    if (const auto parent = head(token)) children_[next[*parent]++] = token;
  }
  prepositions_.resize(count);
  for (TokenIndex token = 0; token < count; ++token) {
    prepositions_[token] = joined(token, "case");
    if (prepositions_[token].empty() && !is_verb(token)) prepositions_[token] = joined(token, "mark");
  }
}

std::optional<TokenIndex> Tree::child(TokenIndex token, std::string_view name, std::string_view lemma_wanted) const {
  for (const TokenIndex one : children(token)) {
    if (is(one, name) && lemma(one) == lemma_wanted) return one;
  }
  return std::nullopt;
}

bool Tree::is_noun(TokenIndex token) const {
  switch (upos(token)) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::PRON:
    case Upos::NUM:
    case Upos::SYM:
      return true;
    default:
      return false;
  }
}

bool Tree::is_predicate(TokenIndex token) const {
  return is_verb(token) || child(token, "nsubj") || child(token, "cop");
}

bool Tree::is_passive(TokenIndex verb) const {
  bool subject = false, active_subject = false;
  for (const TokenIndex one : children(verb)) {
    const std::string_view name = relation(one);
    if (name == "aux:pass" || name == "obl:agent") return true;
    if (name == "nsubj:pass:headline") return true;
    subject |= name == "nsubj:pass" || name == "csubj:pass";
    active_subject |= name == "nsubj";
  }
  // "a suit filed in May", "appeared in court, charged with theft": a participle, whatever form the tagger saw
  const bool reduced = relation(verb) == "acl" || (relation(verb) == "advcl" && !child(verb, "mark"));
  if (reduced && xpos(verb) == "VBD" && !active_subject && !child(verb, "aux")) return !child(verb, "obj");
  if (xpos(verb) != "VBN" || active_subject) return false;  // a finite verb is active whatever its subject was called
  if (subject) return true;
  if (child(verb, "aux") || child(verb, "obj")) return false;
  // "were confirmed killed", "left dozens stranded"
  if (is(verb, "conj")) {
    // "signed the pact and called for more": what is joined to an active verb is active, whatever form the tagger saw
    const auto first = head(verb);
    return !first || *first > verb || !is_verb(*first) || xpos(*first) != "VBD" || is_passive(*first);
  }
  return is(verb, "acl") || is(verb, "advcl") || is(verb, "amod") || is(verb, "xcomp");
}

bool Tree::is_simple_past(TokenIndex verb) const {
  if (!is_verb(verb)) return false;
  for (const TokenIndex one : children(verb)) {
    if (is(one, "aux")) return xpos(one) == "VBD" && is(one, "aux:pass");
  }
  if (xpos(verb) == "VBN" &&
      !head(verb)) {  // a full sentence whose past was read as a participle: "half of them voted"
    const auto subject = child(verb, "nsubj");
    return subject && relation(*subject) == "nsubj";
  }
  return xpos(verb) == "VBD";
}

bool Tree::is_present_perfect(TokenIndex verb) const { return is_perfect(verb, "VBZ") || is_perfect(verb, "VBP"); }

/// "may have gone"
bool Tree::is_modal_perfect(TokenIndex verb) const { return is_perfect(verb, "VB"); }

bool Tree::is_present_progressive(TokenIndex verb) const {
  const auto auxiliary = child(verb, "aux");
  return xpos(verb) == "VBG" && auxiliary && (xpos(*auxiliary) == "VBZ" || xpos(*auxiliary) == "VBP");
}

bool Tree::is_pluperfect(TokenIndex verb) const { return is_perfect(verb, "VBD"); }

/// With an auxiliary of that tag, and no "being", which tells of what goes on.
bool Tree::is_perfect(TokenIndex verb, std::string_view auxiliary) const {
  bool has = false, been = xpos(verb) == "VBN";
  for (const TokenIndex one : children(verb)) {
    if (!is(one, "aux")) continue;
    if (xpos(one) == "VBG") return false;
    been |= xpos(one) == "VBN";
    has |= relation(one) == "aux" && xpos(one) == auxiliary;
  }
  return has && been;
}

bool Tree::begins_behind_comma(TokenIndex token) const {
  const TokenIndex begin = extent(token).begin;
  return word(begin) == "," || (begin > 0 && word(begin - 1) == ",");
}

bool Tree::ends_before_comma(TokenIndex token) const {
  const TokenIndex end = extent(token).end;
  return word(end - 1) == "," || (end < size() && word(end) == ",");
}

bool Tree::is_set_off(TokenIndex verb) const { return xpos(verb) == "VBG" && begins_behind_comma(verb); }

bool Tree::is_infinitive(TokenIndex verb) const {
  const auto marks = children(verb);
  // the marker's own tag is often missed; a base form under a marker and without a subject is none but an infinitive
  const bool bare = xpos(verb) == "VB" && !child(verb, "nsubj");
  return std::any_of(marks.begin(), marks.end(),
                     [&](TokenIndex one) { return is(one, "mark") && (xpos(one) == "TO" || bare); });
}

bool Tree::is_imperative(TokenIndex verb) const {
  if (!is_verb(verb) || (xpos(verb) != "VB" && xpos(verb) != "VBP")) return false;
  const auto parts = children(verb);
  return std::none_of(parts.begin(), parts.end(), [&](TokenIndex one) {
    const bool negating = xpos(one) == "VB" || xpos(one) == "VBP";  // "do not panic"
    return is(one, "nsubj") || is(one, "expl") || is(one, "mark") || (is(one, "aux") && !negating);
  });
}

std::string Tree::joined(TokenIndex token, std::string_view relation_wanted) const {
  std::string out;
  const auto add = [&](TokenIndex one) {
    if (!out.empty()) out += ' ';
    out += utf8::lower(word(one));
  };
  for (const TokenIndex one : children(token)) {
    if (!is(one, relation_wanted) || xpos(one) == "POS" || one > token) continue;
    add(one);
    for (const TokenIndex part : children(one)) {
      if (is(part, "fixed")) add(part);
    }
  }
  return out;
}

std::string Tree::wide_preposition(TokenIndex token) const {
  const auto first = child(token, "case");
  if (!first || *first == 0 || *first > token || sentence_of_[*first - 1] != sentence_of_[token]) return {};
  return utf8::lower(word(*first - 1)) + ' ' + preposition(token);
}

std::string Tree::marker(TokenIndex token) const {
  std::string words = joined(token, "mark");
  if (!words.empty()) return words;
  for (const TokenIndex one : children(token)) {
    if (is(one, "advmod") && xpos(one) == "WRB" && one < token) return std::string(lemma(one));  // "when asked"
    if (is(one, "nsubj") && child(one, "case"))
      words = joined(one, "case");  // no subject has a preposition: it marks the clause
  }
  return words;
}

std::vector<TokenIndex> Tree::conjuncts(TokenIndex token) const {
  std::vector<TokenIndex> all{token};
  for (std::size_t i = 0; i < all.size() && all.size() < longest_path; ++i) {
    for (const TokenIndex one : children(all[i])) {
      if (is(one, "conj") && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    }
  }
  return all;
}

Span Tree::extent(TokenIndex token) const {
  Span span{token, token + 1};
  std::vector<TokenIndex> open{token};
  for (std::size_t done = 0; !open.empty() && done < size(); ++done) {
    const TokenIndex one = open.back();
    open.pop_back();
    span.begin = std::min(span.begin, one);
    span.end = std::max(span.end, one + 1);
    for (const TokenIndex next : children(one)) open.push_back(next);
  }
  return span;
}

bool Tree::within(TokenIndex token, TokenIndex ancestor) const {
  std::optional<TokenIndex> at = token;
  for (int steps = 0; at && steps < longest_path; ++steps, at = head(*at)) {
    if (*at == ancestor) return true;
  }
  return false;
}

}  // namespace dateline
