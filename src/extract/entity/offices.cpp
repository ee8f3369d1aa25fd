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
    if (!person || mention.title.empty() || mention.kind != EntityKind::person) return;
    for (std::uint32_t i = mention.title.begin; i < mention.title.end; ++i) cast_.in_title[i] = 1;
    const std::string relation = relation_of(mention.title);
    if (relation.empty()) return;
    Office office;
    office.relation = relation;
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

}  // namespace

void read_offices(const Page& page, const Rules& rules, const std::vector<NameMention>& names, Cast& cast) {
  OfficeReader reader(page, rules, cast);
  for (const NameMention& mention : names) reader.read(mention);
}

}  // namespace dateline::entity
