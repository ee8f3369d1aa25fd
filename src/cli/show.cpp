#include <algorithm>
#include <iostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/error.hpp"
#include "dateline/base/text.hpp"
#include "dateline/base/utf8.hpp"

namespace dateline::cli {
namespace {

constexpr std::size_t indent = 4;

std::string names(const Knowledge& knowledge, const std::vector<std::uint32_t>& entities) {
  std::vector<std::string> all;
  for (const std::uint32_t entity : entities) all.push_back(knowledge.entities[entity].name);
  return join(all, " < ");
}

void line(std::string_view label, const std::string& value) {
  if (value.empty()) return;
  const std::string head = padded("  " + std::string(label), 15) + " ";
  std::cout << styled(Style::dim, head) << wrapped(value, width() - 16, 16) << "\n";
}

/// The quote with the trigger in [brackets] and the time expression in {braces}, in colour where the terminal has it.
std::string marked(const Evidence& evidence) {
  struct Mark {
    Span span;
    Style style;
    char open, close;
  };
  std::vector<Mark> marks = {{evidence.trigger, Style::green, '[', ']'}};
  if (evidence.time && !evidence.time->span.overlaps(evidence.trigger))
    marks.push_back({evidence.time->span, Style::cyan, '{', '}'});
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.span.begin < b.span.begin; });
  std::string out;
  std::uint32_t at = 0;
  for (const Mark& mark : marks) {
    if (mark.span.begin < evidence.span.begin || mark.span.end > evidence.span.end) continue;
    const std::uint32_t begin = mark.span.begin - evidence.span.begin, end = mark.span.end - evidence.span.begin;
    out += utf8::slice(evidence.quote, at, begin);
    out += styled(mark.style, mark.open + std::string(utf8::slice(evidence.quote, begin, end)) + mark.close);
    at = end;
  }
  return squeeze(out + std::string(utf8::slice(evidence.quote, at, evidence.span.size())));
}

void print_telling(const Evidence& evidence, std::size_t number, const Knowledge& knowledge) {
  const DocumentInfo& document = knowledge.documents[evidence.document];
  std::cout << "\n  " << styled(Style::bold, std::to_string(number)) << " "
            << wrapped(marked(evidence), width() - indent, indent) << "\n";
  line("  from", document.source + (document.published ? ", published " + document.published->edtf + " (" +
                                                             document.published->from + ")"
                                                       : ", publication date unknown"));
  if (!document.anchor_edtf.empty()) line("  counted from", document.anchor_edtf + ": " + document.anchor_why);
  if (evidence.time) {
    const Evidence::Time& time = *evidence.time;
    line("  date", "“" + time.text + "” = " + (time.edtf.empty() ? "no day on the calendar" : time.edtf) +
                       (time.anchor.empty() ? "" : ", counted from " + time.anchor) + " (rule " + time.rule + ")");
  }
  line("  says who", names(knowledge, evidence.attribution));
  line("  status", std::string(name(evidence.status)));
  line("  rule", evidence.rule);
}

void print_date(const Event& event) {
  if (!event.date) {
    line("date", "none: no telling says when");
    return;
  }
  line("date", event.date->edtf + " (" + std::string(name(event.date->precision)) + ", " +
                   std::string(name(event.date->basis)) + ")");
  for (const DateAlternative& other : event.date->alternatives) line("  or", other.edtf + ": " + other.why);
}

std::string tellings(const std::vector<std::uint32_t>& evidence) {
  std::vector<std::string> numbers;
  for (const std::uint32_t telling : evidence) numbers.push_back(std::to_string(telling + 1));
  return "(telling " + join(numbers, ", ") + ")";
}

/// What the relation is called from the other event's side.
std::string_view turned(TemporalRelation relation) {
  switch (relation) {
    case TemporalRelation::before:
      return "after";
    case TemporalRelation::after:
      return "before";
    case TemporalRelation::during:
      return "includes";
    case TemporalRelation::starts:
      return "started by";
    case TemporalRelation::finishes:
      return "finished by";
    case TemporalRelation::simultaneous:
      break;
  }
  return name(relation);
}

/// What it is told to lie before, after, during; then what is told to lie so to it.
void print_temporal(std::uint32_t index, const Knowledge& knowledge) {
  const auto other = [&](std::uint32_t one) { return knowledge.events[one].label + "  " + knowledge.events[one].id; };
  for (const TemporalLink& link : knowledge.events[index].temporal)
    line(name(link.relation), other(link.event) + "  " + tellings(link.evidence));
  for (std::uint32_t i = 0; i < knowledge.events.size(); ++i) {
    for (const TemporalLink& link : knowledge.events[i].temporal) {
      if (link.event == index) line(turned(link.relation), other(i));
    }
  }
}

/// The whole whose part it is; then its own parts.
void print_parts(std::uint32_t index, const Knowledge& knowledge) {
  const auto other = [&](std::uint32_t one) { return knowledge.events[one].label + "  " + knowledge.events[one].id; };
  if (const auto& whole = knowledge.events[index].part_of) line("part of", other(*whole));
  for (std::uint32_t i = 0; i < knowledge.events.size(); ++i) {
    if (knowledge.events[i].part_of == index) line("parts", other(i));
  }
}

void print_event(std::uint32_t index, const Knowledge& knowledge) {
  const Event& event = knowledge.events[index];
  std::cout << styled(Style::bold, event.label) << "\n";
  line("id", event.id);
  line("type", event.type + (event.mode.empty() ? "" : " (" + event.mode + ")"));
  print_date(event);
  line("status", std::string(name(event.status)));
  for (const Participant& participant : event.participants)
    line(participant.role,
         knowledge.entities[participant.entity].name + "  " + knowledge.entities[participant.entity].id);
  if (event.place) line("place", knowledge.entities[*event.place].name);
  for (const Amount& amount : event.amounts) line(amount.role, amount.text);
  for (const std::uint32_t content : event.content)
    line("about", knowledge.events[content].label + "  " + knowledge.events[content].id);
  print_temporal(index, knowledge);
  print_parts(index, knowledge);
  line("told by",
       std::to_string(event.articles) + " article(s) of " + std::to_string(event.origins) + " independent origin(s)");
  for (const Conflict& conflict : event.conflicts) {
    std::vector<std::string> values;
    for (const Conflict::Value& value : conflict.values) {
      values.push_back(value.value + " " + tellings(value.evidence));
    }
    line("conflict", conflict.field + ": " + join(values, "; "));
  }
  for (std::size_t i = 0; i < event.evidence.size(); ++i) print_telling(event.evidence[i], i + 1, knowledge);
}

void print(std::uint32_t index, const Knowledge& knowledge) {
  const Entity& entity = knowledge.entities[index];
  std::cout << styled(Style::bold, entity.name) << "\n";
  line("id", entity.id);
  line("kind", std::string(name(entity.kind)) + (entity.country.empty() ? "" : ", " + entity.country));
  if (!entity.wikidata.empty()) line("wikidata", "https://www.wikidata.org/wiki/" + entity.wikidata);
  line("also", join(entity.aliases, " | "));
  line("mentions", std::to_string(entity.mentions));
  for (const Relation& relation : knowledge.relations) {
    if (relation.from == index)
      line(relation.type,
           relation.text +
               (relation.to ? (relation.text.empty() ? "" : ", ") + knowledge.entities[*relation.to].name : ""));
    if (relation.to == index)
      line(relation.type + " <",
           knowledge.entities[relation.from].name + (relation.text.empty() ? "" : ", " + relation.text));
  }
  std::cout << "\n";
  for (const Event& event : knowledge.events) {
    const auto takes_part = [&](const Participant& participant) { return participant.entity == index; };
    if (std::none_of(event.participants.begin(), event.participants.end(), takes_part) && event.place != index)
      continue;
    std::cout << "  " << styled(Style::cyan, padded(shown_date(event.date), 26)) << event_line(event) << "  "
              << styled(Style::dim, event.id) << "\n";
  }
}

int print_json(const Knowledge& knowledge, const Filter& filter) {
  Notes notes;
  exporter_named("json")->write(filtered(knowledge, filter), {}, {}, std::cout, notes);
  return 0;
}

int run(const Arguments& arguments) {
  const Knowledge knowledge = knowledge_of(arguments);
  const std::string& wanted = arguments.operand();
  const auto event = std::find_if(knowledge.events.begin(), knowledge.events.end(),
                                  [&](const Event& one) { return one.id == wanted; });
  if (event != knowledge.events.end()) {
    if (!arguments.has(options::json)) {
      print_event(static_cast<std::uint32_t>(event - knowledge.events.begin()), knowledge);
      return 0;
    }
    Knowledge alone = knowledge;
    alone.events = {*event};
    alone.events[0].content.clear();
    alone.events[0].temporal.clear();
    alone.events[0].part_of.reset();
    alone.relations.clear();
    Filter any;
    any.status = name(event->status);
    return print_json(alone, any);
  }
  const std::vector<std::uint32_t> entities = entities_named(knowledge, wanted);
  if (entities.empty())
    throw Error(
        ErrorKind::usage, "show",
        "the store has no event or entity '" + wanted + "' ('dateline search' and 'dateline timeline' show ids)");
  if (arguments.has(options::json)) {
    Filter one;
    one.entity = wanted;
    return print_json(knowledge, one);
  }
  for (const std::uint32_t entity : entities) print(entity, knowledge);
  return 0;
}

}  // namespace

const Command show_command = {
    "show",
    "Shows one event or entity in full: every telling with its words, how the date came about, who says so, what "
    "conflicts.",
    "ID|NAME",
    {options::db, options::json, options::help},
    {{"dateline show ev3f21c09a7d11 --db kg.db", "an event, by the id that the timeline shows"},
     {"dateline show \"Sergey Lavrov\" --db kg.db", "an entity, by name, alias or id"}},
    run};

}  // namespace dateline::cli
