// The words by which the values of model are written in JSON, in the store and on the command line.
#include <algorithm>
#include <array>
#include <utility>

#include "dateline/model/extraction.hpp"

namespace dateline {
namespace {

template <class Value, std::size_t n>
using Names = std::array<std::pair<Value, std::string_view>, n>;

template <class Value, std::size_t n>
std::string_view written(const Names<Value, n>& names, Value value) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.first == value; });
  return found == names.end() ? std::string_view{} : found->second;
}

template <class Value, std::size_t n>
std::optional<Value> read(const Names<Value, n>& names, std::string_view text) {
  const auto found = std::find_if(names.begin(), names.end(), [&](const auto& entry) { return entry.second == text; });
  return found == names.end() ? std::nullopt : std::optional<Value>(found->first);
}

constexpr Names<Precision, 13> precisions = {{{Precision::minute, "minute"},
                                              {Precision::hour, "hour"},
                                              {Precision::day, "day"},
                                              {Precision::week, "week"},
                                              {Precision::month, "month"},
                                              {Precision::season, "season"},
                                              {Precision::quarter, "quarter"},
                                              {Precision::year, "year"},
                                              {Precision::decade, "decade"},
                                              {Precision::century, "century"},
                                              {Precision::interval, "interval"},
                                              {Precision::before, "before"},
                                              {Precision::after, "after"}}};
constexpr Names<Basis, 3> bases = {
    {{Basis::stated, "stated"}, {Basis::inferred, "inferred"}, {Basis::bounded, "bounded"}}};
constexpr Names<BlockKind, 9> blocks = {{{BlockKind::title, "title"},
                                         {BlockKind::heading, "heading"},
                                         {BlockKind::paragraph, "paragraph"},
                                         {BlockKind::list_item, "list_item"},
                                         {BlockKind::byline, "byline"},
                                         {BlockKind::published, "published"},
                                         {BlockKind::caption, "caption"},
                                         {BlockKind::teaser, "teaser"},
                                         {BlockKind::boilerplate, "boilerplate"}}};
constexpr Names<TimexType, 4> timex_types = {
    {{TimexType::date, "DATE"}, {TimexType::time, "TIME"}, {TimexType::duration, "DURATION"}, {TimexType::set, "SET"}}};
constexpr Names<EntityKind, 9> entity_kinds = {{{EntityKind::person, "person"},
                                                {EntityKind::organization, "organization"},
                                                {EntityKind::country, "country"},
                                                {EntityKind::place, "place"},
                                                {EntityKind::group, "group"},
                                                {EntityKind::facility, "facility"},
                                                {EntityKind::work, "work"},
                                                {EntityKind::product, "product"},
                                                {EntityKind::other, "other"}}};
constexpr Names<MentionForm, 3> forms = {
    {{MentionForm::name, "name"}, {MentionForm::nominal, "nominal"}, {MentionForm::pronoun, "pronoun"}}};
constexpr Names<Status, 6> statuses = {{{Status::asserted, "asserted"},
                                        {Status::claimed, "claimed"},
                                        {Status::denied, "denied"},
                                        {Status::planned, "planned"},
                                        {Status::urged, "urged"},
                                        {Status::hypothetical, "hypothetical"}}};
constexpr Names<TemporalRelation, 6> temporal_relations = {{{TemporalRelation::before, "before"},
                                                            {TemporalRelation::after, "after"},
                                                            {TemporalRelation::during, "during"},
                                                            {TemporalRelation::simultaneous, "simultaneous"},
                                                            {TemporalRelation::starts, "starts"},
                                                            {TemporalRelation::finishes, "finishes"}}};
constexpr Names<Upos, 17> tags = {{{Upos::X, "X"},
                                   {Upos::ADJ, "ADJ"},
                                   {Upos::ADP, "ADP"},
                                   {Upos::ADV, "ADV"},
                                   {Upos::AUX, "AUX"},
                                   {Upos::CCONJ, "CCONJ"},
                                   {Upos::DET, "DET"},
                                   {Upos::INTJ, "INTJ"},
                                   {Upos::NOUN, "NOUN"},
                                   {Upos::NUM, "NUM"},
                                   {Upos::PART, "PART"},
                                   {Upos::PRON, "PRON"},
                                   {Upos::PROPN, "PROPN"},
                                   {Upos::PUNCT, "PUNCT"},
                                   {Upos::SCONJ, "SCONJ"},
                                   {Upos::SYM, "SYM"},
                                   {Upos::VERB, "VERB"}}};

}  // namespace

std::string_view name(Precision value) { return written(precisions, value); }
std::optional<Precision> precision_named(std::string_view text) { return read(precisions, text); }
std::string_view name(Basis value) { return written(bases, value); }
std::string_view name(BlockKind value) { return written(blocks, value); }
std::string_view name(TimexType value) { return written(timex_types, value); }
std::optional<TimexType> timex_type_named(std::string_view text) { return read(timex_types, text); }
std::string_view name(EntityKind value) { return written(entity_kinds, value); }
std::optional<EntityKind> entity_kind_named(std::string_view text) { return read(entity_kinds, text); }
std::string_view name(MentionForm value) { return written(forms, value); }
std::optional<MentionForm> mention_form_named(std::string_view text) { return read(forms, text); }
std::string_view name(Status value) { return written(statuses, value); }
std::optional<Status> status_named(std::string_view text) { return read(statuses, text); }
std::string_view name(TemporalRelation value) { return written(temporal_relations, value); }
std::optional<TemporalRelation> temporal_relation_named(std::string_view text) {
  return read(temporal_relations, text);
}
std::string_view name(Upos value) { return written(tags, value); }
Upos upos_named(std::string_view text) { return read(tags, text).value_or(Upos::X); }

std::optional<Basis> basis_named(std::string_view text) { return read(bases, text); }
std::optional<BlockKind> block_kind_named(std::string_view text) { return read(blocks, text); }

bool is_prose(BlockKind kind) {
  return kind == BlockKind::title || kind == BlockKind::heading || kind == BlockKind::paragraph ||
         kind == BlockKind::list_item;
}

StringPool::StringPool() { id(""); }

std::uint32_t StringPool::id(std::string_view text) {
  if (const auto known = ids_.find(text); known != ids_.end()) return known->second;
  const auto fresh = static_cast<std::uint32_t>(strings_.size());
  strings_.emplace_back(text);
  ids_.emplace(text, fresh);
  return fresh;
}

}  // namespace dateline
