#include "extract/entity/aliases.hpp"

#include <algorithm>
#include <optional>

namespace dateline::entity {
namespace {

/// Words between "known" and the name: "professionally as", "by her stage name".
constexpr std::uint32_t longest_way_to_name = 5;

/// The Penn Treebank's tags of comparatives and superlatives.
constexpr std::string_view comparative = "RBR", superlative = "RBS";

/// "known as", "known professionally as", "known by the stage name": the participle before a name that says it is one more of somebody's.
std::optional<std::uint32_t> alias_participle(const Page& page, const Rules& rules, std::uint32_t name) {
  const std::uint32_t floor = page.sentence(name).tokens.begin;
  const bool noun_between = name > floor && rules.alias_noun.contains(page.words[name - 1].lower);
  bool joint = false;
  for (std::uint32_t at = name; at > floor && name - at < longest_way_to_name; --at) {
    const std::uint32_t word = at - 1;
    if (joint && rules.alias_verb.contains(page.words[word].lower)) return word;
    if (rules.alias_joint.contains(page.words[word].lower)) {
      if (!noun_between && at != name) return std::nullopt;  // "known as a friend of Ada Lark"
      joint = true;
    } else if (joint && page.tag(word) != Upos::ADV) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// Whom a participle tells of: "Ada Finch, known as", "Ada Finch is known as".
std::optional<std::uint32_t> whose_name(const Page& page, std::uint32_t participle) {
  const std::int32_t subject = page.dependent(participle, "nsubj");
  const std::int32_t over = subject >= 0                                    ? subject
                            : is_relation(page.relation(participle), "acl") ? page.head(participle)
                                                                            : -1;
  return over < 0 ? std::nullopt : std::optional(static_cast<std::uint32_t>(over));
}

}  // namespace

std::vector<Alias> find_aliases(const Page& page, const Rules& rules, const std::vector<NameMention>& names) {
  std::vector<Alias> found;
  if (!page.parsed) return found;
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names[i].kind != EntityKind::person || names[i].form != MentionForm::name) continue;
    const auto participle = alias_participle(page, rules, names[i].tokens.begin);
    const auto whom = participle ? whose_name(page, *participle) : std::nullopt;
    if (!whom) continue;
    const auto of = std::find_if(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(i),
                                 [&](const NameMention& name) { return name.tokens.contains(*whom); });
    if (of == names.begin() + static_cast<std::ptrdiff_t>(i) || of->kind != EntityKind::person) continue;
    const auto& below = page.below[*participle];
    const bool better = std::any_of(below.begin(), below.end(), [&](std::uint32_t child) {
      const std::string_view tag = page.extraction.strings[page.extraction.tokens[child].xpos];
      return tag == comparative || tag == superlative;
    });
    found.push_back({static_cast<std::size_t>(of - names.begin()), i, better});
  }
  return found;
}

}  // namespace dateline::entity
