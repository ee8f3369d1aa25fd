#include "extract/event/spoken_names.hpp"

#include <algorithm>

#include "dateline/base/utf8.hpp"

namespace dateline {

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
  for (TokenIndex token = 1; token < on.tree.size(); ++token) {
    if (on.extraction.tokens[token].bytes.begin != mention->span.begin) continue;
    const bool article =
        on.tree.upos(token - 1) == Upos::DET && on.classes.holds("definite_determiner", on.tree.lemma(token - 1));
    return (article ? utf8::lower(on.tree.word(token - 1)) + " " : "") + mention->text;
  }
  return mention->text;
}

std::string definite_in_text(std::uint32_t entity, const MatchContext& on) {
  for (const EntityMention& mention : on.extraction.entities[entity].mentions) {
    if (mention.form != MentionForm::nominal) continue;
    const auto& tokens = on.extraction.tokens;
    const auto first = std::find_if(tokens.begin(), tokens.end(),
                                    [&](const auto& token) { return token.bytes.begin == mention.span.begin; });
    if (first == tokens.end()) continue;
    const auto token = static_cast<TokenIndex>(first - tokens.begin());
    const Upos before = token == 0 ? Upos::PUNCT : on.tree.upos(token - 1);
    if (before == Upos::DET && on.classes.holds("definite_determiner", on.tree.lemma(token - 1)))
      return utf8::lower(on.tree.word(token - 1)) + " " + mention.text;
    const bool bare = before == Upos::PUNCT || before == Upos::VERB || before == Upos::ADP;
    if (!bare || on.extraction.entities[entity].kind != EntityKind::group) continue;
    return on.tree.upos(token) == Upos::NOUN ? utf8::lower(mention.text.substr(0, 1)) + mention.text.substr(1)
                                             : mention.text;
  }
  return "";
}

}  // namespace dateline
