#include <iostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/text.hpp"
#include "dateline/extract.hpp"
#include "dateline/input.hpp"

namespace dateline::cli {
namespace {

constexpr Option trees{"--trees", "", "also the tag, head and relation of every word"};

struct View {
  const Document& document;
  const Extraction& found;

  std::string text(Span bytes) const {
    return squeeze(std::string_view(document.text).substr(bytes.begin, bytes.size()));
  }
  std::string entity(std::uint32_t index) const {
    return found.entities[index].name + " (" + std::string(name(found.entities[index].kind)) + ")";
  }
};

void print_tree(const View& view, const Sentence& sentence) {
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Token& token = view.found.tokens[i];
    const std::string head =
        token.head == no_head
            ? "ROOT"
            : std::string(view.found.text(view.document, view.found.tokens[static_cast<std::size_t>(token.head)]));
    std::cout << "     " << view.found.text(view.document, token) << "  " << name(token.upos) << "  "
              << view.found.strings[token.deprel] << " <- " << head << "\n";
  }
}

void print_time(const View& view, const TimeMention& time) {
  std::cout << "  " << styled(Style::cyan, "time ") << "“" << view.text(time.span) << "” " << name(time.type) << " "
            << time.value << (time.mod.empty() ? "" : " mod " + time.mod)
            << (time.edtf.empty() ? "" : " = " + time.edtf)
            << (time.anchor.empty() ? "" : ", counted from " + time.anchor)
            << (time.anchor_event.empty() ? "" : " of “" + time.anchor_event + "”") << "  [" << time.rule << "]\n";
  if (!time.why.empty()) std::cout << "       " << time.why << "\n";
  for (const DateAlternative& other : time.alternatives)
    std::cout << "       or " << other.edtf << ": " << other.why << "\n";
}

void print_event(const View& view, const EventMention& event) {
  std::cout << "  " << styled(Style::green, "event ") << styled(Style::bold, event.type)
            << (event.mode.empty() ? "" : "/" + event.mode) << " on “" << view.text(event.trigger) << "”, "
            << name(event.status) << (event.negated ? ", negated" : "") << ", "
            << (event.date ? event.date->edtf + " (" + std::string(name(event.date->basis)) + ")" : "undated") << "  ["
            << event.rule << "]\n";
  for (const Participant& participant : event.participants)
    std::cout << "       " << participant.role << ": " << view.entity(participant.entity) << "\n";
  if (event.place) std::cout << "       place: " << view.entity(*event.place) << "\n";
  if (!event.about.empty()) std::cout << "       says: " << event.about << "\n";
  if (!event.own_words.empty()) std::cout << "       in its words: " << event.own_words << "\n";
  for (const Amount& amount : event.amounts) std::cout << "       " << amount.role << ": " << amount.text << "\n";
  for (const std::uint32_t source : event.attribution) std::cout << "       says who: " << view.entity(source) << "\n";
  for (const std::uint32_t content : event.content)
    std::cout << "       about: " << view.found.events[content].type << " on “"
              << view.text(view.found.events[content].trigger) << "”\n";
  for (const TemporalMention& link : event.temporal)
    std::cout << "       " << name(link.relation) << ": " << view.found.events[link.event].type << " on “"
              << view.text(view.found.events[link.event].trigger) << "”  [" << link.rule << "]\n";
  if (event.part_of)
    std::cout << "       part of: " << view.found.events[*event.part_of].type << " on “"
              << view.text(view.found.events[*event.part_of].trigger) << "”\n";
}

void print_steps(const Extraction& found, int parent, int depth) {
  for (std::size_t i = 0; i < found.steps.size(); ++i) {
    if (found.steps[i].parent != parent) continue;
    std::cout << std::string(static_cast<std::size_t>(depth) * 2 + 2, ' ') << found.steps[i].what << "  "
              << styled(Style::dim, "[" + found.steps[i].rule + "]") << "\n";
    print_steps(found, static_cast<int>(i), depth + 1);
  }
}

void print(const View& view, const Arguments& arguments) {
  for (const Sentence& sentence : view.found.sentences) {
    std::cout << styled(Style::bold, view.text(sentence.bytes)) << "\n";
    if (arguments.has(trees)) print_tree(view, sentence);
    for (const TimeMention& time : view.found.times) {
      if (sentence.bytes.contains(time.span.begin)) print_time(view, time);
    }
    for (const LocalEntity& entity : view.found.entities) {
      for (const EntityMention& mention : entity.mentions) {
        if (!sentence.bytes.contains(mention.span.begin)) continue;
        std::cout << "  " << styled(Style::yellow, "entity ") << "“" << squeeze(mention.text) << "” = " << entity.name
                  << " (" << name(entity.kind) << ")" << (entity.key.empty() ? "" : "  [" + entity.key + "]") << "\n";
      }
    }
    for (const EventMention& event : view.found.events) {
      if (sentence.bytes.contains(event.trigger.begin)) print_event(view, event);
    }
    std::cout << "\n";
  }
  for (const RelationMention& relation : view.found.relations) {
    std::cout << styled(Style::green, "relation ") << relation.type << ": " << view.entity(relation.from)
              << (relation.text.empty() ? "" : ", " + relation.text)
              << (relation.to ? ", " + view.entity(*relation.to) : "") << "  [" << relation.rule << "]\n";
  }
  if (!view.found.steps.empty()) std::cout << styled(Style::bold, "Why") << "\n";
  print_steps(view.found, -1, 0);
}

/// A line alone is a sentence of an article, not its headline, whatever it looks like.
Document document_of(const std::string& text, const Arguments& arguments, const Resources& resources) {
  const Reader reader(resources, {});
  Document document = reader.from_text("argument", text, arguments.text(options::date), "");
  if (text.find('\n') == text.npos) {
    document.title.clear();
    document.blocks = {{BlockKind::paragraph, {0, static_cast<std::uint32_t>(document.text.size())}}};
  }
  return document;
}

int run(const Arguments& arguments) {
  arguments.date(options::date);  // refuses what is no date
  const Resources resources = resources_of(arguments);
  const Extractor extractor(resources);
  const Document document = document_of(arguments.operand(), arguments, resources);
  ExtractOptions how;
  how.steps = true;
  const Extraction found = extractor.analyse(document, how);
  if (!document.published) warn("no publication date: relative dates stay open (give --date)");
  print({document, found}, arguments);
  return 0;
}

}  // namespace

const Command explain_command = {"explain",
                                 "Shows what is found in a text, and the rules that found it.",
                                 "TEXT",
                                 {options::date, trees, options::resources, options::help},
                                 {{"dateline explain \"Obama met Merkel in Berlin last Thursday.\" --date 2016-11-21",
                                   "times, entities, events, each with its rule"}},
                                 run};

}  // namespace dateline::cli
