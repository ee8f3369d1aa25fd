#include "extract/event/counted_parts.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/event/counted_wholes.hpp"

namespace dateline {
namespace {

constexpr TokenIndex most_hedges = 5;       // "an estimated at least some 120"
constexpr TokenIndex most_before_verb = 4;  // "who are still being held"
constexpr int most_in_list = 8;
constexpr int deepest_name = 3;  // "a base in the north of Mali"

struct Found {
  std::vector<CountedPart> parts;
  std::vector<Attachment> attachments;
};

class PartFinder {
 public:
  PartFinder(const PartRules& rules, const Document& document, const Extraction& extraction, const Tree& tree,
             const Classes& classes, const Numbers& numbers, const EntityLookup& lookup,
             const std::vector<bool>& in_time)
      : rules_(rules),
        extraction_(extraction),
        tree_(tree),
        classes_(classes),
        lookup_(lookup),
        in_time_(in_time),
        wholes_(document, extraction, tree, classes, numbers, in_time) {}

  Found run() {
    for (TokenIndex token = 0; token < tree_.size(); ++token) {
      const auto* markers = rules_.beginning_with(utf8::lower(tree_.word(token)));
      if (!markers) continue;
      for (const PartRules::Marker& marker : *markers) {
        if (!stands(marker, token)) continue;
        const auto end = token + static_cast<TokenIndex>(marker.words.size());
        const TokenIndex past = marker.rule.kind == PartRule::Kind::before ? read_list(marker.rule, token, end)
                                                                           : read_behind(marker.rule, token, end);
        if (past == token) continue;
        token = past - 1;
        break;
      }
    }
    return std::move(found_);
  }

 private:
  /// A number with what stands behind it, as far as it was read.
  struct Read {
    CountedPart part;
    std::vector<TokenIndex> times;  ///< heads of time expressions
    TokenIndex end = 0;
    double value = 0;
    bool counted = false;  ///< a number was there at all
    bool complete() const { return counted && (!part.places.empty() || part.timed); }
  };

  // --- the words

  bool in_sentence(TokenIndex token, TokenIndex of) const {
    return token < tree_.size() && tree_.sentence(token) == tree_.sentence(of);
  }

  bool stands(const PartRules::Marker& marker, TokenIndex token) const {
    for (TokenIndex i = 1; i < marker.words.size(); ++i) {
      if (!in_sentence(token + i, token) || utf8::lower(tree_.word(token + i)) != marker.words[i]) return false;
    }
    return true;
  }

  bool is_set_off(TokenIndex token) const {
    return token > 0 && in_sentence(token - 1, token) && tree_.upos(token - 1) == Upos::PUNCT;
  }

  /// "Including 40 in Lyon and 25 in Nice": as many parts as stand there.
  TokenIndex read_list(const PartRule& rule, TokenIndex begin, TokenIndex first) {
    if (rule.set_off && !is_set_off(begin)) return begin;
    TokenIndex at = first, past = begin;
    for (int i = 0; i < most_in_list; ++i) {
      const Read read = read_part(rule, begin, at, at);
      if (!read.counted) break;
      if (read.complete() && take(rule, begin, first, read)) past = read.end;
      at = read.end;
      if (in_sentence(at, begin) && tree_.word(at) == ",") ++at;
      if (in_sentence(at, begin) && tree_.upos(at) == Upos::CCONJ) ++at;
      if (at == read.end) break;
    }
    return past;
  }

  /// ", 40 of them in Lyon": from the words, which stand behind the number.
  TokenIndex read_behind(const PartRule& rule, TokenIndex words, TokenIndex end) {
    TokenIndex number = words;
    while (number > 0 && in_sentence(number - 1, words) && wholes_.is_number(number - 1)) --number;
    if (number == words) return words;
    TokenIndex begin = number;
    while (begin > 0 && number - begin < most_hedges && in_sentence(begin - 1, words) &&
           classes_.holds("number_hedge", tree_.lemma(begin - 1)))
      --begin;
    if (begin > 0 && classes_.holds("absolute_preposition", tree_.lemma(begin - 1))) --begin;  // "with 40 of them"
    if (rule.set_off && !is_set_off(begin)) return words;
    const Read read = read_part(rule, begin, number, end);
    return read.complete() && take(rule, begin, end, read) ? read.end : words;
  }

  /// The number at `at`, and from `behind` (where it is not `at`) what is said of it.
  Read read_part(const PartRule& rule, TokenIndex begin, TokenIndex at, TokenIndex behind) const {
    Read read;
    const TokenIndex first = at;
    while (in_sentence(at, begin) && at - first < most_hedges && !wholes_.is_number(at) &&
           classes_.holds("number_hedge", tree_.lemma(at)))
      ++at;
    const TokenIndex end = wholes_.number_end(at);
    const auto value = end == at ? std::nullopt : wholes_.value_of(at, end);
    if (!value || *value < 1) return read;
    read.counted = true;
    read.value = *value;
    read.part.rule = rule.id;
    read.part.number = read.part.head = wholes_.head_in(at, end);
    read.end = behind == first ? end : behind;
    if (behind == first && !read_noun(read)) return read;
    read_verb(read);
    read_phrases(read);
    return read;
  }

  /// "40 young students": the noun that is counted; false when something else stands there ("40 more", "40 wounded", "40 km").
  bool read_noun(Read& read) const {
    TokenIndex at = read.end;
    const auto names = [&](Upos tag) { return tag == Upos::ADJ || tag == Upos::NOUN || tag == Upos::PROPN; };
    while (in_sentence(at, read.part.number) && names(tree_.upos(at)) && !in_time_[at]) ++at;
    if (at == read.end) return true;
    read.end = at;
    if (tree_.upos(at - 1) == Upos::ADJ || classes_.holds("part_measure", tree_.lemma(at - 1))) return false;
    read.part.head = at - 1;
    return true;
  }

  /// "(40) who are being held", "deployed".
  void read_verb(Read& read) const {
    for (TokenIndex at = read.end; in_sentence(at, read.part.number) && at < read.end + most_before_verb; ++at) {
      if (in_time_[at]) return;
      if (tree_.is_verb(at)) {
        read.part.verb = at;
        read.end = at + 1;
        return;
      }
      const Upos tag = tree_.upos(at);
      const bool relative = classes_.holds("relative_pronoun", tree_.lemma(at));
      if (tag != Upos::AUX && tag != Upos::ADV && !relative) break;
    }
    while (in_sentence(read.end, read.part.number) && tree_.upos(read.end) == Upos::AUX)
      ++read.end;  // "40 are in Lyon"
  }

  void read_phrases(Read& read) const {
    while (in_sentence(read.end, read.part.number)) {
      if (!read_time(read) && !read_place(read)) return;
    }
  }

  bool read_time(Read& read) const {
    TokenIndex at = read.end;
    if (!in_time_[at] && tree_.upos(at) == Upos::ADP && in_sentence(at + 1, at) && in_time_[at + 1]) ++at;
    if (!in_time_[at]) return false;
    const auto& all = extraction_.time_tokens;
    const auto found =
        std::partition_point(all.begin(), all.end(), [&](const Span& tokens) { return tokens.end <= at; });
    const auto index = static_cast<std::size_t>(found - all.begin());
    if (found == all.end() || !found->contains(at) || index >= extraction_.times.size()) return false;
    read.part.timed |= !extraction_.times[index].edtf.empty();
    for (TokenIndex one = found->begin; one < found->end; ++one) {
      const auto above = tree_.head(one);
      if (tree_.is(one, "case") || tree_.is(one, "punct") || (above && found->contains(*above))) continue;
      read.times.push_back(one);
      break;
    }
    read.end = found->end;
    return true;
  }

  bool read_place(Read& read) const {
    const auto head = is_of_place(read.end) ? phrase_at(read.end) : std::nullopt;
    if (!head || !names_place(*head, 0)) return false;
    read.part.places.push_back(*head);
    read.end = *head + 1;
    while (const auto inner = phrase_at(read.end)) {
      if (!tree_.within(*inner, *head)) break;
      read.end = *inner + 1;
    }
    return true;
  }

  /// The noun of the phrase that a preposition of place opens.
  std::optional<TokenIndex> phrase_at(TokenIndex token) const {
    if (token >= tree_.size() || tree_.upos(token) != Upos::ADP || !tree_.is(token, "case")) return std::nullopt;
    const auto head = tree_.head(token);
    if (!head || *head <= token || !in_sentence(*head, token) || in_time_[*head] || !tree_.is_noun(*head))
      return std::nullopt;
    const bool inner = classes_.holds("complement_preposition", tree_.lemma(token));
    return inner || is_of_place(token) ? head : std::nullopt;
  }

  bool is_of_place(TokenIndex preposition) const {
    const Lemma& lemma = tree_.lemma(preposition);
    return classes_.holds("place_preposition", lemma) || classes_.holds("reaching_preposition", lemma);
  }

  /// Whether a phrase holds the name of a place: "Kidal", "the town of Kidal", "a base near Kidal".
  bool names_place(TokenIndex head, int depth) const {
    for (const std::uint32_t entity : lookup_.headed_by(head)) {
      const LocalEntity& one = extraction_.entities[entity];
      if (has_name(one)) return is_where(one.kind);
    }
    if (depth >= deepest_name) return false;
    const auto parts = tree_.children(head);
    return std::any_of(parts.begin(), parts.end(), [&](TokenIndex one) {
      return one > head && tree_.is(one, "nmod") && !in_time_[one] && phrase_at_head(one) &&
             names_place(one, depth + 1);
    });
  }

  bool phrase_at_head(TokenIndex noun) const {
    const auto preposition = tree_.child(noun, "case");
    return preposition && phrase_at(*preposition) == noun;
  }

  // --- the whole

  /// Whether the sentence has told a place (a time) before the words: else "killed 12, including three children in Lima" leaves open whose it is.
  bool told_where(TokenIndex begin) const {
    return told_before(begin, [&](TokenIndex token) {
      const auto head = is_of_place(token) ? phrase_at(token) : std::nullopt;
      return head && *head < begin && names_place(*head, 0);
    });
  }
  bool told_when(TokenIndex begin) const {
    return told_before(begin, [&](TokenIndex token) { return static_cast<bool>(in_time_[token]); });
  }
  template <class Tells>
  bool told_before(TokenIndex begin, const Tells& tells) const {
    const TokenIndex last = begin - std::min(begin, farthest_whole);
    for (TokenIndex token = begin; token-- > last && tree_.sentence(token) == tree_.sentence(begin);) {
      if (tells(token)) return true;
    }
    return false;
  }

  /// Takes the part where it has a whole, and puts the tree right; false where it has none.
  bool take(const PartRule& rule, TokenIndex begin, TokenIndex words_end, const Read& read) {
    CountedPart part = read.part;
    const auto above = wholes_.governor(begin, part.number);
    const auto whole = above ? wholes_.find(begin, *above, read.value, found_.parts) : std::nullopt;
    if (!whole) return false;
    const bool own_noun = part.head != part.number && tree_.lemma(part.head) != tree_.lemma(*whole);
    if (own_noun && rule.no_noun) return false;
    if (part.head != part.number && !part.verb && !(told_where(begin) || part.places.empty())) return false;
    if (part.head != part.number && !part.verb && !(told_when(begin) || !part.timed)) return false;
    if (part.verb && tree_.within(*whole, *part.verb)) return false;  // "300, including 40 students, were held in Lyon"
    part.whole = *whole;
    attach(begin, words_end, *above, part, read.times);
    found_.parts.push_back(std::move(part));
    return true;
  }

  void attach(TokenIndex begin, TokenIndex words_end, TokenIndex above, const CountedPart& part,
              const std::vector<TokenIndex>& times) {
    const auto hang = [&](TokenIndex token, TokenIndex head, const char* relation) {
      found_.attachments.push_back({token, head, relation});
    };
    const bool of_verb = part.verb && (tree_.within(part.head, *part.verb));
    if (!of_verb) hang(part.head, above, "dep");
    if (part.head != part.number && tree_.head(part.number) != part.head) hang(part.number, part.head, "nummod");
    if (part.verb && !of_verb && tree_.head(*part.verb) != part.head) hang(*part.verb, part.head, "acl");
    const auto hang_all = [&](const std::vector<TokenIndex>& phrases, TokenIndex word) {
      for (const TokenIndex head : phrases) {
        if (!part.verb) hang(head, word, "nmod");
        if (part.verb && !tree_.within(head, *part.verb)) hang(head, *part.verb, "obl");
      }
    };
    hang_all(part.places, part.head);
    hang_all(times, part.number);  // the trigger
    for (TokenIndex word = begin; word < words_end; ++word) {
      const auto head = tree_.head(word);
      const bool outside = head && *head < begin && !of_verb;
      if (tree_.upos(word) == Upos::PRON && outside) hang(word, part.head, "dep");
    }
  }

  const PartRules& rules_;
  const Extraction& extraction_;
  const Tree& tree_;
  const Classes& classes_;
  const EntityLookup& lookup_;
  const std::vector<bool>& in_time_;
  CountedWholes wholes_;
  Found found_;
};

constexpr std::size_t near_number = 8;  // words of a marker and hedges

/// Whether some number stands near words that tell parts: else no tree need be made.
bool may_tell_parts(const PartRules& rules, const Document& document, const Extraction& extraction) {
  const auto& tokens = extraction.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].upos != Upos::NUM) continue;
    const std::size_t begin = i - std::min(i, near_number), end = std::min(tokens.size(), i + 2);
    for (std::size_t near = begin; near < end; ++near) {
      if (near != i && rules.beginning_with(utf8::lower(extraction.text(document, tokens[near])))) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<CountedPart> counted_parts(const PartRules& rules, const Document& document, const Extraction& extraction,
                                       const Classes& classes, const Numbers& numbers, const EntityLookup& lookup,
                                       const std::vector<bool>& in_time, std::vector<Attachment>& mended) {
  if (!may_tell_parts(rules, document, extraction)) return {};
  const Tree tree(document, extraction, classes, mended);
  Found found = PartFinder(rules, document, extraction, tree, classes, numbers, lookup, in_time).run();
  mended.insert(mended.end(), found.attachments.begin(), found.attachments.end());
  return std::move(found.parts);
}

}  // namespace dateline
