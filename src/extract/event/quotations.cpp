#include "extract/event/quotations.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace dateline {
namespace {

constexpr std::string_view straight = "\"";
constexpr std::array<std::string_view, 3> opening = {"“", "„", "«"};
constexpr std::array<std::string_view, 2> closing = {"”", "»"};

bool among(std::span<const std::string_view> marks, std::string_view word) {
  return std::find(marks.begin(), marks.end(), word) != marks.end();
}

std::uint32_t distance(TokenIndex token, const Span& tokens) {
  return token < tokens.begin ? tokens.begin - token : token - std::min(token, tokens.end);
}

}  // namespace

Quotations::Quotations(const Document& document, const Extraction& extraction, const Tree& tree, const Classes& classes,
                       const Arguments& arguments)
    : document_(document),
      extraction_(extraction),
      tree_(tree),
      classes_(classes),
      arguments_(arguments),
      quoted_(tree.size()) {
  const std::vector<Span> spans = marked();
  for (const Span& tokens : spans) {
    for (TokenIndex token = tokens.begin; token < tokens.end; ++token) quoted_[token] = true;
  }
  for (const Span& tokens : spans) attribute(tokens);
}

/// How a token marks direct speech: typographic marks say themselves whether they open, straight ones by the space around them.
Quotations::Mark Quotations::mark(TokenIndex token) const {
  const std::string_view word = tree_.word(token);
  if (among(opening, word)) return Mark::opens;
  if (among(closing, word)) return Mark::closes;
  if (word != straight) return Mark::none;
  const Span& bytes = extraction_.tokens[token].bytes;
  const std::string_view text = document_.text;
  const auto is_apart = [&](std::size_t at) {
    return at >= text.size() || std::string_view(" \t\n\r([").find(text[at]) != std::string_view::npos;
  };
  const bool before = bytes.begin == 0 || is_apart(bytes.begin - 1), after = is_apart(bytes.end);
  if (before == after) return Mark::either;
  return before ? Mark::opens : Mark::closes;
}

/// What stands between marks; what is opened lasts to the end of its paragraph at most.
std::vector<Span> Quotations::marked() const {
  std::vector<Span> spans;
  Span open;
  bool inside = false;
  std::size_t block = 0;
  const auto close = [&](TokenIndex end) {
    open.end = end;
    if (inside && !open.empty()) spans.push_back(open);
    inside = false;
  };
  for (TokenIndex token = 0; token < tree_.size(); ++token) {
    const std::size_t here = extraction_.sentences[tree_.sentence(token)].block;
    if (here != block) close(token);
    block = here;
    const Mark found = mark(token);
    if (found == Mark::none) continue;
    const bool was_inside = inside;
    close(token);
    if (found == Mark::opens || (found == Mark::either && !was_inside)) {
      inside = true;
      open.begin = token + 1;
    }
  }
  close(static_cast<TokenIndex>(tree_.size()));
  return spans;
}

bool Quotations::is_said_by_someone(TokenIndex verb) const {
  const Heads subjects = arguments_.subjects(verb);
  return std::any_of(subjects.begin(), subjects.end(), [&](TokenIndex one) { return !quoted_[one]; });
}

/// The verbs of saying outside quotations, in order.
const std::vector<TokenIndex>& Quotations::saying_verbs(std::uint32_t sentence) {
  const auto [known, is_new] = saying_.try_emplace(sentence);
  if (!is_new) return known->second;
  const Span& tokens = extraction_.sentences[sentence].tokens;
  for (TokenIndex verb = tokens.begin; verb < tokens.end && verb < tree_.size(); ++verb) {
    if (!quoted_[verb] && tree_.is_verb(verb) && classes_.holds("saying_verb", tree_.lemma(verb)) &&
        is_said_by_someone(verb))
      known->second.push_back(verb);
  }
  // "Lee, whom the paper described as calm, told": what a relative clause tells is said beside it
  // "said, as reported by the paper,"
  const auto aside = [&](TokenIndex verb) {
    return tree_.is(verb, "acl:relcl") || (tree_.is(verb, "advcl") && tree_.xpos(verb) == "VBN");
  };
  if (!std::all_of(known->second.begin(), known->second.end(), aside)) std::erase_if(known->second, aside);
  return known->second;
}

/// The one that stands nearest, before the quotation when two do.
std::optional<TokenIndex> Quotations::saying_verb(std::uint32_t sentence, const Span& near) {
  const std::vector<TokenIndex>& verbs = saying_verbs(sentence);
  const auto after = std::lower_bound(verbs.begin(), verbs.end(), near.begin);
  std::optional<TokenIndex> best;
  if (after != verbs.begin()) best = *std::prev(after);
  if (after != verbs.end() && (!best || distance(*after, near) < distance(*best, near))) best = *after;
  return best;
}

/// Who says it: told in the sentences in which it begins or ends, or in what stands before it in the paragraph.
void Quotations::attribute(const Span& tokens) {
  const std::uint32_t first = tree_.sentence(tokens.begin), last = tree_.sentence(tokens.end - 1);
  auto verb = saying_verb(first, tokens);
  if (!verb && last != first) verb = saying_verb(last, tokens);
  if (!verb && first > 0 && extraction_.sentences[first - 1].block == extraction_.sentences[first].block) {
    verb = saying_verb(first - 1, tokens);
    // "... ," she said. "We will appeal. It is wrong." "..."
    if (!verb && !all_.empty() && tree_.sentence(all_.back().tokens.end - 1) + 1 >= first) verb = all_.back().verb;
  }
  if (!verb) return;
  Heads speakers = arguments_.subjects(*verb);
  std::erase_if(speakers, [&](TokenIndex one) { return quoted_[one]; });  // "'Thanks to the crew,' wrote Lee"
  all_.push_back({tokens, *verb, std::move(speakers)});
}

const Quotation* Quotations::of(TokenIndex token) const {
  const auto after =
      std::partition_point(all_.begin(), all_.end(), [&](const Quotation& one) { return one.tokens.end <= token; });
  return after != all_.end() && after->tokens.contains(token) ? &*after : nullptr;
}

std::vector<TokenIndex> Quotations::clauses(const Quotation& quotation) const {
  std::vector<TokenIndex> heads;
  for (TokenIndex token = quotation.tokens.begin; token < quotation.tokens.end; ++token) {
    const auto above = tree_.head(token);
    const bool begins = !above || *above == quotation.verb || !quotation.tokens.contains(*above);
    const bool main = !above || tree_.is(token, "root") || tree_.is(token, "ccomp") || tree_.is(token, "parataxis") ||
                      // no clause: "Thoughts and prayers"
                      (*above == quotation.verb && (tree_.is(token, "nsubj") || tree_.is(token, "obj")));
    const bool beside = above && (tree_.is(token, "conj") || tree_.is(token, "parataxis")) &&
                        (tree_.child(token, "nsubj") || tree_.child(token, "expl"));
    const bool joined = beside && std::find(heads.begin(), heads.end(), *above) != heads.end();
    if ((begins && main) || joined) heads.push_back(token);
  }
  for (TokenIndex& head : heads) head = opinion(head);
  return heads;
}

/// "I think it is wrong": what is thought, said as an opinion.
TokenIndex Quotations::opinion(TokenIndex head) const {
  const auto thought = tree_.child(head, "ccomp");
  const auto thinker = tree_.child(head, "nsubj");
  if (!thought || !thinker || !classes_.holds("first_person", tree_.lemma(*thinker)) ||
      !classes_.holds("opinion_verb", tree_.lemma(head)))
    return head;
  const auto parts = tree_.children(head);
  const bool negated = std::any_of(parts.begin(), parts.end(),
                                   [&](TokenIndex one) { return classes_.holds("negation", tree_.lemma(one)); });
  return negated ? head : *thought;
}

}  // namespace dateline
