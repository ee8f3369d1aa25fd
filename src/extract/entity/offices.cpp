#include <algorithm>

#include "dateline/base/utf8.hpp"
#include "extract/entity/cast.hpp"

namespace dateline::entity {
namespace {

class OfficeReader {
 public:
  OfficeReader(const Page& page, const Rules& rules, Cast& cast) : page_(page), rules_(rules), cast_(cast) {}

  void read(const NameMention& mention) {
    const Seen* person = cast_.at(mention.tokens.begin);
    if (!person) return;
    if (mention.title.empty()) return read_possessor(mention, person->member);
    if (mention.kind != EntityKind::person) return;
    for (std::uint32_t i = mention.title.begin; i < mention.title.end; ++i) cast_.in_title[i] = 1;
    // The tree may hang the sentence on the title: then it stands for the person.
    cast_.plurals.push_back({mention.title, {person->member}});
    const std::string relation = relation_of(mention.title);
    if (relation.empty()) return;
    Office office;
    office.relation = relation;
    office.mutual = mention.title_use == Title::Use::role;
    office.tokens = {mention.title.begin, mention.tokens.end};
    Span words = mention.title;
    if (const Seen* holder = holder_before(mention.title)) {
      office.holder = holder->member;
      office.country = cast_.members[holder->member].country;
      office.tokens.begin = holder->tokens.begin;
      // "former US President": what stands before the country belongs to the office.
      if (holder->tokens.begin > 0 && rules_.former.contains(page_.words[holder->tokens.begin - 1].lower))
        former_ = page_.text({holder->tokens.begin - 1, holder->tokens.begin}) + " ";
    }
    office.text = former_ + page_.text(words);
    former_.clear();
    add(person->member, std::move(office));
  }

 private:
  /// "France's Thales", "N Korea's Choe": whose the name is.
  void read_possessor(const NameMention& mention, std::uint32_t member) {
    const std::uint32_t begin = mention.tokens.begin;
    if (mention.known || mention.form != MentionForm::name || begin < 2 || !page_.parsed) return;
    if (page_.relation(begin - 1) != "case" || page_.tag(begin - 1) != Upos::PART) return;
    const Seen* owner = cast_.at(begin - 2);
    if (owner && cast_.members[owner->member].kind == EntityKind::country && cast_.members[member].country.empty()) {
      cast_.members[member].country = cast_.members[owner->member].country;
    }
  }

  /// Of the title's own word, which ends the span.
  std::string relation_of(Span title) const {
    std::string best;
    for (std::uint32_t begin = title.begin; begin < title.end && best.empty(); ++begin) {
      std::string form;
      for (std::uint32_t i = begin; i < title.end; ++i) {
        if (i > begin && page_.words[i].gap) form += ' ';
        form += page_.words[i].plain;
      }
      const auto found = rules_.titles.find(form);
      if (found != rules_.titles.end()) return found->second.relation;
    }
    return best;
  }

  /// "Ukrainian President", "North Korea's Foreign Minister", "Apple CEO": the mention just before the title.
  const Seen* holder_before(Span title) const {
    if (title.begin == 0) return nullptr;
    std::uint32_t at = title.begin - 1;
    if (page_.parsed && page_.relation(at) == "case" && page_.tag(at) == Upos::PART && at > 0) --at;
    if (page_.words[at].sentence != page_.words[title.begin].sentence) return nullptr;
    const Seen* seen = cast_.at(at);
    if (!seen) return nullptr;
    const EntityKind kind = cast_.members[seen->member].kind;
    return kind == EntityKind::country || kind == EntityKind::organization || kind == EntityKind::place ? seen
                                                                                                        : nullptr;
  }

  void add(std::uint32_t person, Office office) {
    Member& member = cast_.members[person];
    if (member.country.empty()) member.country = office.country;
    const bool known = std::any_of(member.offices.begin(), member.offices.end(), [&](const Office& other) {
      return utf8::lower(other.text) == utf8::lower(office.text) && (other.holder == office.holder || !office.holder);
    });
    if (!known) member.offices.push_back(std::move(office));
  }

  const Page& page_;
  const Rules& rules_;
  Cast& cast_;
  std::string former_;
};

/// "her Russian counterpart Okoro": the mention before the country, or before the title.
std::optional<std::uint32_t> whose(const Page& page, const Cast& cast, const Office& office) {
  std::uint32_t at = office.tokens.begin;
  for (int steps = 0; steps < 3 && at > 0; ++steps) {
    --at;
    if (page.words[at].sentence != page.words[office.tokens.begin].sentence) break;
    const Seen* seen = cast.at(at);
    if (seen && cast.members[seen->member].kind == EntityKind::person) return seen->member;
    if (page.tag(at) != Upos::PART && page.tag(at) != Upos::ADJ) break;
  }
  return std::nullopt;
}

}  // namespace

void read_counterparts(const Page& page, const Rules&, Cast& cast) {
  for (std::uint32_t m = 0; m < cast.members.size(); ++m) {
    for (std::size_t o = 0; o < cast.members[m].offices.size(); ++o) {
      Office& office = cast.members[m].offices[o];
      if (!office.mutual) continue;
      const auto other = whose(page, cast, office);
      const auto country = office.holder;
      office.holder = other;
      if (!other || !country || *other == m) continue;
      const std::vector<Office> theirs = cast.members[*other].offices;
      for (Office same : theirs) {
        if (same.mutual || !same.holder) continue;
        same.holder = country;
        same.country = cast.members[*country].country;
        same.tokens = cast.members[m].offices[o].tokens;
        cast.members[m].offices.push_back(std::move(same));
        break;
      }
    }
  }
}

void read_offices(const Page& page, const Rules& rules, const std::vector<NameMention>& names, Cast& cast) {
  OfficeReader reader(page, rules, cast);
  for (const NameMention& mention : names) reader.read(mention);
}

}  // namespace dateline::entity
