#include <algorithm>
#include <map>

#include "extract/entity/traces.hpp"

namespace dateline::entity {
namespace {

/// Sentences back that a pronoun may look.
constexpr std::uint32_t person_reach = 2, thing_reach = 1;
// How well a candidate stands: a subject of the same or the last sentence is what pronouns take up. Set by judgement.
constexpr double per_sentence = 2.0, for_subject = 1.6, for_name = 0.4, for_gender = 0.5, for_repeated = 0.3,
                 for_quoted = 1.0, for_main = 0.5, for_own_clause = 2.0, for_teller = 1.5, for_source = 1.3,
                 for_nameless = 0.8, for_foremost = 0.5, for_topic = 0.8, for_topic_in_front = 1.2, for_done_to = 2.4,
                 for_parallel = 1.6, for_spokesman = 2.4, for_one_body = 2.0;
/// Who was spoken of so often is whom the text is about.
constexpr int main_mentions = 4;
/// So many sentences say whether somebody is only one who tells.
constexpr std::uint32_t source_reach = 4, last_source_reach = 8;
/// Two candidates nearer than this: unsure, no link.
constexpr double least_lead = 0.35;

class Chooser {
 public:
  Chooser(const Page& page, const Rules& rules, const Cast& cast, const Scene& scene, std::uint32_t token,
          const Pronoun& pronoun)
      : page_(page), rules_(rules), cast_(cast), scene_(scene), token_(token), pronoun_(pronoun) {}

  std::vector<std::uint32_t> choose() const {
    if (page_.relation(token_) == "expl") return {};
    if (pronoun_.first_person) return speaker();
    if (pronoun_.number == Number::plural) return many();
    if (pronoun_.gender == Gender::neuter && pronoun_.use == Pronoun::Use::possessive) {
      if (const auto teller = named_teller(page_, rules_, cast_, token_)) return {*teller};
    }
    if (pronoun_.gender == Gender::neuter)
      return one(thing_reach, [](const Member& member) { return is_thing(member); });
    if (const auto owner = joined_owner()) return {*owner};
    const auto fits = [this](const Member& member) { return is_fitting_person(member); };
    std::vector<std::uint32_t> found = one(person_reach, fits);
    if (!found.empty() || !nobody_in_view(fits)) return found;
    const bool titled = cast_.topic && fits(cast_.members[*cast_.topic]);
    const auto other = says(token_) ? last_source(fits) : titled ? cast_.topic : scene_.topic(fits);
    return other ? std::vector{*other} : found;
  }

 private:
  static bool is_thing(const Member& member) {
    return member.kind == EntityKind::country || member.kind == EntityKind::organization ||
           (member.kind == EntityKind::product && member.named);
  }

  /// "Bergen is quiet since it was retaken": a town that the sentence is about.
  bool is_place_told_of(const Trace& trace, const Member& member) const {
    return pronoun_.gender == Gender::neuter && trace.subject && member.named && member.kind == EntityKind::place;
  }

  bool is_fitting_person(const Member& member) const {
    return member.kind == EntityKind::person && member.number != Number::plural &&
           (member.gender == Gender::unknown || member.gender == pronoun_.gender);
  }

  /// "Ann Lee and her husband": whose husband, the one that he is named beside.
  std::optional<std::uint32_t> joined_owner() const {
    const std::int32_t noun = page_.relation(token_) == "nmod:poss" ? page_.head(token_) : -1;
    if (noun < 0 || page_.relation(static_cast<std::uint32_t>(noun)) != "conj") return std::nullopt;
    const std::int32_t first = page_.head(static_cast<std::uint32_t>(noun));
    if (first < 0 || !is_relation(page_.relation(static_cast<std::uint32_t>(first)), "nsubj")) return std::nullopt;
    const auto& below = page_.below[static_cast<std::uint32_t>(first)];
    const auto joined =
        std::count_if(below.begin(), below.end(), [&](std::uint32_t one) { return page_.relation(one) == "conj"; });
    if (joined > 1) return std::nullopt;  // "Ann Lee, her son, and Tom Reed": whose is open
    const Seen* seen = cast_.at(static_cast<std::uint32_t>(first));
    return seen && is_fitting_person(cast_.members[seen->member]) ? std::optional(seen->member) : std::nullopt;
  }

  /// "Putin told him": two arguments of one verb are two people, unless reflexive or possessive.
  bool beside(const Trace& trace) const {
    if (pronoun_.use == Pronoun::Use::possessive && page_.relation(token_) == "nmod:poss")
      return within_same_phrase(trace);
    if (pronoun_.use == Pronoun::Use::reflexive) return false;
    const std::int32_t over = page_.head(token_);
    if (over < 0 || page_.words[trace.token].sentence != page_.words[token_].sentence) return false;
    return page_.head(trace.token) == over || sets_out_to(trace, static_cast<std::uint32_t>(over));
  }

  /// "The panel voted to send them": whom somebody sets out to do something to is not himself.
  bool sets_out_to(const Trace& trace, std::uint32_t verb) const {
    const bool done_to = page_.relation(token_) == "obj" || page_.relation(token_) == "iobj";
    if (!done_to || page_.tag(verb) != Upos::VERB) return false;
    if (page_.relation(verb) == "conj") return shared_subject(page_, verb) == static_cast<std::int32_t>(trace.token);
    return is_relation(page_.relation(verb), "xcomp") &&
           own_subject(page_, token_) == static_cast<std::int32_t>(trace.token);
  }

  /// In direct speech nobody calls himself "he": whether a trace is of who speaks, told in the sentences in which the quotation begins or ends.
  bool speaks(const Trace& trace) const {
    if (!page_.words[token_].quoted || page_.words[trace.token].quoted) return false;
    std::uint32_t subject = trace.token;  // the name or one of its titles
    for (int steps = 0; steps < 4 && page_.head(subject) >= 0 && !is_relation(page_.relation(subject), "nsubj");
         ++steps) {
      const std::string_view relation = page_.relation(subject);
      if (!is_relation(relation, "flat") && !is_relation(relation, "appos") && !is_relation(relation, "conj"))
        return false;
      subject = static_cast<std::uint32_t>(page_.head(subject));
    }
    const std::int32_t verb = page_.head(subject);
    if (verb < 0 || !rules_.say.contains(page_.lemma(static_cast<std::uint32_t>(verb)))) return false;
    std::uint32_t begin = token_;
    while (begin > 0 && page_.words[begin - 1].quoted) --begin;
    return page_.words[trace.token].sentence == page_.words[begin].sentence ||
           page_.words[trace.token].sentence == page_.words[token_].sentence;
  }

  /// "his German counterpart X": the pronoun is not X.
  bool within_same_phrase(const Trace& trace) const {
    const std::int32_t noun = page_.head(token_);
    return noun >= 0 && (trace.token == static_cast<std::uint32_t>(noun) || page_.head(trace.token) == noun);
  }

  /// "The agency told the paper it would go on": who tells mostly speaks of itself; not of whom it tells. Positive for the one, negative for the other.
  double as_teller(const Trace& trace) const {
    const std::int32_t clause = is_relation(page_.relation(token_), "nsubj") ? page_.head(token_) : -1;
    if (clause < 0 || page_.relation(static_cast<std::uint32_t>(clause)) != "ccomp") return 0;
    const std::int32_t verb = page_.head(static_cast<std::uint32_t>(clause));
    if (verb < 0 || page_.head(trace.token) != verb) return 0;
    const bool told = page_.dependent(static_cast<std::uint32_t>(verb), "obj") >= 0 ||
                      page_.dependent(static_cast<std::uint32_t>(verb), "iobj") >= 0;
    if (!told) return 0;
    return is_relation(page_.relation(trace.token), "nsubj") ? for_teller : -for_teller;
  }

  /// "The seat has, since its creation, ...", "the army is facing anger and it is losing men": its own clause, or the one it is joined to, speaks of a
  /// thing that is nobody here, and "its" is of that.
  bool is_of_other_thing() const {
    if (pronoun_.gender != Gender::neuter) return false;
    const bool own = pronoun_.use == Pronoun::Use::possessive;
    const std::int32_t subject = own ? own_subject(page_, token_) : subject_of_joined_clause(page_, token_);
    if (subject < 0 || static_cast<std::uint32_t>(subject) > token_) return false;
    const auto thing = static_cast<std::uint32_t>(subject);
    const Seen* seen = cast_.at(thing);
    const bool nobody = seen == nullptr || (!own && cast_.members[seen->member].kind == EntityKind::group);
    return page_.tag(thing) == Upos::NOUN && nobody;
  }

  double score(const Trace& trace, bool latest_of_sentence) const {
    const std::uint32_t here = page_.words[token_].sentence;
    double score = -per_sentence * (here - trace.sentence);
    if (trace.subject) score += for_subject;
    if (is_done_to(page_, rules_, trace, token_)) score += for_done_to;
    if (pronoun_.gender != Gender::neuter && is_object(token_) && is_object(trace.token)) score += for_parallel;
    if (trace.form == MentionForm::name) score += for_name;
    if (pronoun_.gender != Gender::unknown && cast_.members[trace.member].gender == pronoun_.gender)
      score += for_gender;
    if (page_.words[token_].quoted && !page_.words[trace.token].quoted) score -= for_quoted;
    if (cast_.members[trace.member].named && scene_.mentions(trace.member) >= main_mentions) score += for_main;
    if (speaks_for_another(page_, rules_, trace, token_))
      score -= for_spokesman;
    else if (static_cast<std::int32_t>(trace.token) == own_subject(page_, token_))
      score += for_own_clause;
    if (latest_of_sentence) score += for_repeated;
    if (pronoun_.use == Pronoun::Use::possessive && is_joined_to(page_, token_, trace.token)) score += for_own_clause;
    if (is_personal()) score += as_person(trace);
    if (pronoun_.number == Number::plural && pronoun_.use != Pronoun::Use::possessive &&
        is_one_body(page_, rules_, trace))
      score -= for_one_body;
    return score + as_teller(trace);
  }

  /// Whether nobody outside quotations was named lately who fits.
  bool nobody_in_view(const std::function<bool(const Member&)>& fits) const {
    const auto traces = scene_.before(token_, person_reach);
    return !page_.words[token_].quoted && std::none_of(traces.begin(), traces.end(), [&](const Trace& trace) {
      return fits(cast_.members[trace.member]) && !page_.words[trace.token].quoted;
    });
  }

  /// "She also said", behind a long quotation: who spoke last.
  std::optional<std::uint32_t> last_source(const std::function<bool(const Member&)>& fits) const {
    for (const Trace& trace : scene_.before(token_, last_source_reach)) {
      if (!page_.words[trace.token].quoted && says(trace.token) && fits(cast_.members[trace.member]))
        return trace.member;
    }
    return std::nullopt;
  }

  bool is_personal() const { return pronoun_.gender == Gender::male || pronoun_.gender == Gender::female; }

  /// "The mayor chose Lee. The council rejected him."
  bool is_object(std::uint32_t token) const { return page_.relation(token) == "obj"; }

  bool says(std::uint32_t token) const {
    const std::int32_t verb = page_.head(token);
    return is_relation(page_.relation(token), "nsubj") && verb >= 0 &&
           rules_.say.contains(page_.lemma(static_cast<std::uint32_t>(verb)));
  }

  /// "Lee, a spokesman, said the man was ill. Police could not question him": who only tells is not told of, but for what he says next; nor
  /// is somebody without a name who does nothing, where the text is about another.
  double as_person(const Trace& trace) const {
    double score = 0;
    const Member& member = cast_.members[trace.member];
    if (!member.named && !trace.subject) score -= for_nameless;
    if (member.named && scene_.is_foremost(trace.member)) score += for_foremost;
    if (cast_.topic == trace.member)
      score += opens_paragraph(page_, token_) ? for_topic + for_topic_in_front : for_topic;
    if (says(token_) || page_.words[token_].quoted) return score;
    const std::vector<Trace> all = scene_.before(token_, source_reach);
    const bool source = std::all_of(all.begin(), all.end(), [&](const Trace& other) {
      return other.member != trace.member || says(other.token) || !other.subject;
    });
    const bool tells = std::any_of(
        all.begin(), all.end(), [&](const Trace& other) { return other.member == trace.member && says(other.token); });
    return source && tells && trace.sentence != page_.words[token_].sentence ? score - for_source : score;
  }

  std::vector<std::uint32_t> one(std::uint32_t reach, const std::function<bool(const Member&)>& fits) const {
    if (is_of_other_thing()) return {};
    std::map<std::uint32_t, double> scores;
    std::vector<std::uint32_t> order;
    for (const Trace& trace : scene_.before(token_, reach)) {
      const Member& member = cast_.members[trace.member];
      if (!(fits(member) || is_place_told_of(trace, member)) || beside(trace) ||
          beside_participle(page_, trace, token_) || is_other_party(page_, rules_, trace, token_) ||
          is_predicate(page_, trace))
        continue;
      // What is spoken of in a quote is not in view outside it, and one of "Chad and Mali" is not "it".
      if (page_.words[trace.token].quoted && !page_.words[token_].quoted) continue;
      if (pronoun_.gender == Gender::neuter &&
          (page_.tag(trace.token) == Upos::ADJ || page_.relation(trace.token) == "conj"))
        continue;
      const bool among = pronoun_.use == Pronoun::Use::possessive && is_joined_to(page_, token_, trace.token);
      if (pronoun_.number == Number::singular && trace.subject && is_coordinated(trace.token) && !among) continue;
      const double value = score(trace, order.empty());
      const auto found = scores.find(trace.member);
      if (found == scores.end()) {
        scores.emplace(trace.member, value);
        order.push_back(trace.member);
      } else {
        found->second = std::max(found->second, value) + for_repeated / 2;
      }
    }
    // Whoever is an argument of the same verb, or says it himself, is out, wherever else he stands.
    for (const Trace& trace : scene_.before(token_, reach)) {
      if (beside(trace) || beside_participle(page_, trace, token_) || is_other_party(page_, rules_, trace, token_) ||
          speaks(trace))
        scores.erase(trace.member);
    }
    return best(scores);
  }

  std::vector<std::uint32_t> best(const std::map<std::uint32_t, double>& scores) const {
    std::uint32_t first = 0;
    double top = -1e9, second = -1e9;
    for (const auto& [member, value] : scores) {
      if (value > top) {
        second = top;
        top = value;
        first = member;
      } else {
        second = std::max(second, value);
      }
    }
    if (scores.empty() || top - second < least_lead) return {};
    if (pronoun_.gender == Gender::neuter && top < weakest_thing()) return {};
    return {first};
  }

  /// "it" mostly stands for what has no entity here: only a subject near by, or the only candidate of the sentence, will do.
  double weakest_thing() const {
    if (pronoun_.use == Pronoun::Use::possessive) return -1.3;
    const std::int32_t verb = page_.head(token_);
    const bool told = page_.relation(token_) == "obj" && verb >= 0 &&
                      rules_.addressing.contains(page_.lemma(static_cast<std::uint32_t>(verb)));
    if (told) return -0.6;  // "accused it": somebody
    return is_relation(page_.relation(token_), "nsubj") ? -0.2 : for_subject;
  }

  bool is_coordinated(std::uint32_t token) const {
    const auto& below = page_.below[token];
    return std::any_of(below.begin(), below.end(),
                       [&](std::uint32_t child) { return page_.relation(child) == "conj"; });
  }

  std::vector<std::uint32_t> many() const {
    if (is_told_by_some(page_, rules_, token_)) return {};
    if (auto pair = coordinated(); pair.size() > 1) return pair;
    if (auto several = told_together(); !several.empty()) return several;
    const auto plural = [](const Member& member) { return member.number == Number::plural; };
    const auto group = one(thing_reach, plural);
    if (!group.empty() && is_named_here(group.front())) return group;
    if (const auto body = own_body()) return {*body};
    if (!group.empty()) return group;
    if (!scene_.distinct(token_, thing_reach, plural).empty()) return {};
    // No group in view: the two persons of the sentence, or of the last one.
    for (std::uint32_t reach = 0; reach <= thing_reach; ++reach) {
      const auto is_person = [](const Member& member) { return member.kind == EntityKind::person; };
      const auto persons = scene_.distinct(token_, reach, is_person);
      // "Sheriff Lee said they arrested one person. They ...": the person is not one of them
      if (persons.size() == 2 && cast_.members[persons[0]].named == cast_.members[persons[1]].named)
        return {persons[1], persons[0]};
      if (!persons.empty()) return {};
    }
    return {};
  }

  /// "The two men ... they": whom a plural phrase stands for, when no other plural subject came after it.
  std::vector<std::uint32_t> told_together() const {
    const PluralMention* last = nullptr;
    for (const PluralMention& one : cast_.plurals) {
      if (one.entities.size() < 2 || one.tokens.begin >= token_) continue;
      if (page_.words[one.tokens.begin].sentence + thing_reach < page_.words[token_].sentence) continue;
      if (!last || last->tokens.begin < one.tokens.begin) last = &one;
    }
    if (!last) return {};
    const std::uint32_t head = page_.head_of(last->tokens);
    if (page_.head(head) == page_.head(token_) && page_.words[head].sentence == page_.words[token_].sentence) return {};
    for (const Trace& trace : scene_.before(token_, thing_reach)) {
      if (trace.token > head && trace.subject && cast_.members[trace.member].number == Number::plural) return {};
    }
    return last->entities;
  }

  bool is_named_here(std::uint32_t member) const {
    const auto traces = scene_.before(token_, 0);
    return std::any_of(traces.begin(), traces.end(), [&](const Trace& trace) { return trace.member == member; });
  }

  /// "Ford said in their filing", "the airline said they would pay": a body by the plural, when its own clause, or the verb of saying above
  /// it, is told of it.
  std::optional<std::uint32_t> own_body() const {
    std::int32_t subject = own_subject(page_, token_);
    if (subject == static_cast<std::int32_t>(token_)) {
      const std::int32_t clause = page_.head(token_);
      const bool said = clause >= 0 && page_.relation(static_cast<std::uint32_t>(clause)) == "ccomp";
      const std::int32_t verb = said ? page_.head(static_cast<std::uint32_t>(clause)) : -1;
      subject = verb < 0 ? -1 : last_subject(page_, static_cast<std::uint32_t>(verb));
    }
    if (subject < 0 || static_cast<std::uint32_t>(subject) > token_) return std::nullopt;
    const Seen* seen = cast_.at(static_cast<std::uint32_t>(subject));
    const bool body = seen && seen->head == static_cast<std::uint32_t>(subject) &&
                      cast_.members[seen->member].kind == EntityKind::organization && !is_coordinated(seen->head);
    return body ? std::optional(seen->member) : std::nullopt;
  }

  /// "Sato and Wu ... they": the coordinated subject of this or the last sentence, when no other plural subject came after it.
  std::vector<std::uint32_t> coordinated() const {
    for (const Trace& trace : scene_.before(token_, thing_reach)) {
      const bool nearer = trace.subject || trace.sentence == page_.words[token_].sentence;
      if (cast_.members[trace.member].number == Number::plural && nearer) return {};
      if (!trace.subject || beside(trace)) continue;
      std::vector<std::uint32_t> all{trace.member};
      for (const std::uint32_t child : page_.below[trace.token]) {
        const Seen* seen = page_.relation(child) == "conj" ? cast_.at(child) : nullptr;
        if (seen && seen->member != trace.member) all.push_back(seen->member);
      }
      return all;
    }
    return {};
  }

  /// "I" in a quote: the subject of the verb of speech in the same sentence, outside the quote.
  std::vector<std::uint32_t> speaker() const {
    if (!page_.words[token_].quoted) return {};
    const Span sentence = page_.sentence(token_).tokens;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (page_.words[i].quoted || page_.tag(i) != Upos::VERB || !rules_.say.contains(page_.lemma(i))) continue;
      const std::int32_t subject = page_.dependent(i, "nsubj");
      if (subject < 0) continue;
      const Seen* seen = cast_.at(static_cast<std::uint32_t>(subject));
      if (seen && cast_.members[seen->member].kind == EntityKind::person) return {seen->member};
    }
    return {};
  }

  const Page& page_;
  const Rules& rules_;
  const Cast& cast_;
  const Scene& scene_;
  std::uint32_t token_;
  const Pronoun& pronoun_;
};

}  // namespace

std::vector<std::uint32_t> whom(const Page& page, const Rules& rules, const Cast& cast, const Scene& scene,
                                std::uint32_t token, const Pronoun& pronoun) {
  return Chooser(page, rules, cast, scene, token, pronoun).choose();
}

}  // namespace dateline::entity
