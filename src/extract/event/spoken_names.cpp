#include "extract/event/spoken_names.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"

namespace dateline {
namespace {

/// The token that begins at a byte.
std::optional<TokenIndex> token_at(std::uint32_t begin, const MatchContext& on) {
  const auto& tokens = on.extraction.tokens;
  const auto first =
      std::partition_point(tokens.begin(), tokens.end(), [&](const auto& token) { return token.bytes.begin < begin; });
  if (first == tokens.end() || first->bytes.begin != begin) return std::nullopt;
  return static_cast<TokenIndex>(first - tokens.begin());
}

/// "The ": the article before a token as it is written inside a sentence; "" for none.
std::string article_before(TokenIndex token, const MatchContext& on) {
  const bool definite = token > 0 && on.tree.upos(token - 1) == Upos::DET &&
                        on.classes.holds("definite_determiner", on.tree.lemma(token - 1));
  return definite ? utf8::lower(on.tree.word(token - 1)) + " " : "";
}

}  // namespace

const EntityMention* name_mention(std::uint32_t entity, const MatchContext& on) {
  const auto& mentions = on.extraction.entities[entity].mentions;
  const auto found = std::find_if(mentions.begin(), mentions.end(),
                                  [](const EntityMention& mention) { return mention.form == MentionForm::name; });
  return found == mentions.end() ? nullptr : &*found;
}

std::string name_in_text(std::uint32_t entity, const MatchContext& on) {
  const EntityMention* mention = name_mention(entity, on);
  if (mention == nullptr) return "";
  if (on.extraction.entities[entity].kind == EntityKind::person) return on.extraction.entities[entity].name;
  const auto token = token_at(mention->span.begin, on);
  return (token ? article_before(*token, on) : "") + mention->text;
}

std::string definite_in_text(std::uint32_t entity, const MatchContext& on) {
  for (const EntityMention& mention : on.extraction.entities[entity].mentions) {
    if (mention.form != MentionForm::nominal) continue;
    const auto token = token_at(mention.span.begin, on);
    if (!token) continue;
    const std::string article = article_before(*token, on);
    if (!article.empty()) return article + mention.text;
    const Upos before = *token == 0 ? Upos::PUNCT : on.tree.upos(*token - 1);
    const bool bare = before == Upos::PUNCT || before == Upos::VERB || before == Upos::ADP;
    if (!bare || on.extraction.entities[entity].kind != EntityKind::group) continue;
    return on.tree.upos(*token) == Upos::NOUN ? utf8::lower(mention.text.substr(0, 1)) + mention.text.substr(1)
                                              : mention.text;
  }
  return "";
}

}  // namespace dateline
