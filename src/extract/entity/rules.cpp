#include "extract/entity/rules.hpp"

#include <algorithm>

#include "dateline/base/error.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::entity {
namespace {

Gender gender_of(const Row& row, const std::string& cell) {
  if (cell.empty()) return Gender::unknown;
  if (cell == "m") return Gender::male;
  if (cell == "f") return Gender::female;
  if (cell == "n") return Gender::neuter;
  fail(row, "gender '" + cell + "' is not m, f or n");
}

Title::Use title_use(const Row& row, const std::string& cell) {
  if (cell == "office") return Title::Use::office;
  if (cell == "rank") return Title::Use::rank;
  if (cell == "honorific") return Title::Use::honorific;
  if (cell == "role") return Title::Use::role;
  fail(row, "use '" + cell + "' is not office, rank, honorific or role");
}

Pronoun::Use pronoun_use(const Row& row, const std::string& cell) {
  if (cell == "subject") return Pronoun::Use::subject;
  if (cell == "object") return Pronoun::Use::object;
  if (cell == "possessive") return Pronoun::Use::possessive;
  if (cell == "reflexive") return Pronoun::Use::reflexive;
  fail(row, "use '" + cell + "' is not subject, object, possessive or reflexive");
}

std::map<std::string, WordSet, std::less<>> sets_of(const Table& table) {
  std::map<std::string, WordSet, std::less<>> sets;
  for (const Row& row : table.rows) {
    WordSet& set = sets[row.cells.front()];
    for (const std::string& word : table.list(row, "words")) set.insert(plain_form(word));
  }
  return sets;
}

}  // namespace

Rules::Rules(const Resources& resources)
    : gazetteer(resources),
      nominals(resources),
      sets(sets_of(resources.table("en/entity/words"))),
      particle(words("particle")),
      name_link(words("name_link")),
      determiner(words("determiner")),
      indefinite(words("indefinite")),
      number_word(words("number_word")),
      no_name(words("no_name")),
      calendar(words("calendar")),
      title_modifier(words("title_modifier")),
      name_suffix(words("name_suffix")),
      direction(words("direction")),
      place_preposition(words("place_preposition")),
      seat_preposition(words("seat_preposition")),
      place_noun_before(words("place_noun_before")),
      place_noun_after(words("place_noun_after")),
      government_preposition(words("government_preposition")),
      government_noun(words("government_noun")),
      acting_excluded(words("acting_excluded")),
      say(words("say")),
      language(words("language")),
      language_cue(words("language_cue")),
      former(words("former")),
      region_noun(words("region_noun")),
      pair(words("pair")),
      definite(words("definite")),
      complement(words("complement")),
      no_entity(words("no_entity")),
      lesser(words("lesser")),
      possessive_part(words("possessive_part")),
      numbered_name(words("numbered_name")),
      other_party(words("other_party")),
      genitive(words("genitive")),
      holder_of_place(words("holder_of_place")),
      and_word(words("and_word")),
      head_on(words("head_on")),
      on_link(words("on_link")),
      opener(words("opener")),
      surname_head(words("surname_head")),
      publishing(words("publishing")),
      member_noun(words("member_noun")),
      site_head(words("site_head")),
      inside(words("inside")),
      prefix(words("prefix")),
      era(words("era")),
      own_noun(words("own_noun")),
      lone_class(words("lone_class")),
      generation(words("generation")),
      storm(words("storm")),
      regnal(words("regnal")),
      aged(words("aged")),
      age_word(words("age_word")),
      accusing(words("accusing")),
      standing_accused(words("standing_accused")),
      accused_noun(words("accused_noun")),
      any_person(words("any_person")),
      young_person(words("young_person")),
      pair_noun(words("pair_noun")),
      epithet(words("epithet")),
      three(words("three")),
      four(words("four")),
      addressing(words("addressing")),
      side_noun(words("side_noun")),
      as_word(words("as_word")),
      naming(words("naming")),
      origin(words("origin")),
      university(words("university")),
      at_word(words("at_word")),
      quantifier(words("quantifier")),
      all_word(words("all_word")),
      name_article(words("name_article")),
      telling(words("telling")),
      some_of(words("some_of")),
      done_to(words("done_to")),
      alias_joint(words("alias_joint")),
      alias_noun(words("alias_noun")),
      alias_verb(words("alias_verb")),
      speaks_for(words("speaks_for")) {
  const Table& title_table = resources.table("en/entity/titles");
  for (const Row& row : title_table.rows) {
    const Title title{title_use(row, title_table.cell(row, "use")), gender_of(row, title_table.cell(row, "gender")),
                      title_table.cell(row, "relation")};
    for (const std::string& form : title_table.list(row, "forms")) {
      titles.emplace(form, title);
      longest_title =
          std::max<std::size_t>(longest_title, static_cast<std::size_t>(1 + std::count(form.begin(), form.end(), ' ')));
    }
  }
  const Table& names = resources.table("en/entity/given_names");
  for (const Row& row : names.rows)
    given_names.emplace(plain_form(row.cells.front()), gender_of(row, names.cell(row, "gender")));
  for (const Row& row : resources.table("en/entity/family_first").rows) family_first.insert(row.cells.front());
  const Table& head_table = resources.table("en/entity/heads");
  for (const Row& row : head_table.rows) {
    const std::string& kind = head_table.cell(row, "kind");
    const auto named = entity_kind_named(kind);
    if (!named) fail(row, "there is no entity kind '" + kind + "'");
    heads.emplace(row.cells.front(),
                  Head{*named, head_table.cell(row, "class"), !head_table.cell(row, "leads").empty()});
  }
  const Table& pronoun_table = resources.table("en/entity/pronouns");
  for (const Row& row : pronoun_table.rows) {
    Pronoun pronoun;
    pronoun.gender = gender_of(row, pronoun_table.cell(row, "gender"));
    pronoun.number = pronoun_table.cell(row, "number") == "plural" ? Number::plural : Number::singular;
    pronoun.use = pronoun_use(row, pronoun_table.cell(row, "use"));
    pronoun.first_person = pronoun_table.cell(row, "person") == "1";
    pronouns.emplace(row.cells.front(), pronoun);
  }
}

const WordSet& Rules::words(std::string_view id) const {
  const auto found = sets.find(id);
  if (found == sets.end()) throw Error(ErrorKind::resource, "en/entity/words", "has no row '" + std::string(id) + "'");
  return found->second;
}

}  // namespace dateline::entity
