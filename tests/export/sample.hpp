// A small knowledge by hand, with everything that exporters stumble on.
#pragma once

#include <string>

#include "dateline/model/graph.hpp"
#include "dateline/model/knowledge.hpp"

namespace dateline::test {

inline Evidence evidence(std::uint32_t document, Span span, std::string quote, Span trigger, std::string trigger_text,
                         std::string reported) {
  Evidence piece;
  piece.document = document;
  piece.span = span;
  piece.quote = std::move(quote);
  piece.trigger = trigger;
  piece.trigger_text = std::move(trigger_text);
  piece.reported = std::move(reported);
  piece.rule = "frame-1";
  return piece;
}

inline Event event(std::string id, std::string type, std::string label, std::string edtf, Basis basis = Basis::stated) {
  Event made;
  made.id = std::move(id);
  made.type = std::move(type);
  made.label = std::move(label);
  made.date = event_date(edtf, basis);
  made.articles = made.origins = 1;
  return made;
}

inline Knowledge sample() {
  Knowledge knowledge;
  knowledge.documents = {
      {"d1",
       "news/a.txt",
       "Two <ministers> & a pact",
       "The Daily \"Harbour\"",
       {"Wire"},
       "https://example.org/a?x=1&y=2",
       Published{"2021-03-02T10:00Z", "text line 1"},
       "2021-03-01",
       "the dateline",
       "o1",
       std::string(64, 'a')},
      {"d2", "news/b.txt", "", "", {}, "", std::nullopt, "", "", "o1", std::string(64, 'b')},
      {"d3", "news/c.txt", "شعر 😀", "", {}, "", Published{"2021-03", "url"}, "", "", "o2", std::string(64, 'c')}};
  knowledge.entities = {
      {"e0000000001", "Aïda Nôm", EntityKind::person, {"A. Nôm", "Minister | Nôm"}, 7, "CH", "Q900000001"},
      {"e0000000002", "A & <B>", EntityKind::organization, {}, 3, "", ""},
      {"e0000000003", "INF Treaty", EntityKind::work, {"INFLATION pact"}, 2, "", ""},
      {"e0000000004", "سلام e\u0301 😀\x01\x0b", EntityKind::place, {}, 1, "KP", "Q900000002"},
      {"e0000000005", "Nobody", EntityKind::other, {}, 1, "", ""}};
  Event meet = event("ev000000000001", "meet", "Aïda Nôm met A & <B>", "2021-03-01");
  meet.participants = {{"participant", 0}, {"participant", 1}};
  meet.place = 3;
  meet.articles = 3;
  meet.origins = 2;
  meet.mode = "talks";
  meet.plover_event = "CONSULT";
  meet.plover_mode = "meet";
  meet.cameo = "040";
  meet.date->alternatives = {{"2021-02-22", "the week before"}};
  meet.conflicts = {{"date", {{"2021-03-01", {0}}, {"2021-02-28", {1}}}}};
  meet.evidence = {evidence(0, {15, 46}, "Aïda Nôm met A & <B> on Monday.", {24, 27}, "met", "2021-03-02T10:00Z"),
                   evidence(2, {3, 31}, "They \"met\" &\n<sat> ]]> down.", {9, 12}, "met", "2021-03")};
  meet.evidence[0].time = Evidence::Time{{36, 45}, "on Monday", "2021-03-01", "2021-03-02", "weekday-past"};
  meet.evidence[1].attribution = {1, 0};
  meet.evidence[1].status = Status::claimed;
  Event deny = event("ev000000000002", "deny", "A & <B> denied that it signed", "2021-W09", Basis::inferred);
  deny.participants = {{"speaker", 1}};
  deny.content = {2};
  deny.temporal = {{TemporalRelation::after, 0, {0}}};
  deny.evidence = {evidence(1, {0, 7}, "Denied.", {0, 6}, "Denied", "")};
  Event sign = event("ev000000000003", "sign_agreement", "The INF Treaty was signed", "../2021-03-05", Basis::bounded);
  sign.participants = {{"party", 0}, {"party", 1}, {"agreement", 2}};
  sign.status = Status::denied;
  sign.amounts = {{"count", "some 10,000", 10000.0}, {"amount", "a few", std::nullopt}, {"rate", "2.5 %", 2.5}};
  sign.evidence = {evidence(1, {10, 20}, "Signed it.", {10, 16}, "Signed", "")};
  Event undated = event("ev000000000004", "visit", "Someone visited", "");
  undated.participants = {{"visitor", 0}};
  undated.status = Status::hypothetical;
  undated.part_of = 0;
  undated.evidence = {evidence(2, {30, 38}, "A visit.", {32, 37}, "visit", "2021-03")};
  knowledge.events = {meet, deny, sign, undated};
  Relation minister{"r000000000001", "holds_position", 0, std::nullopt, "Minister", "2020", "", {}};
  minister.evidence = {evidence(0, {15, 46}, "Aïda Nôm met A & <B> on Monday.", {15, 19}, "Aïda", "2021-03-02T10:00Z")};
  Relation owns{"r000000000002", "owns", 1, 2, "", "2019-05", "2021", {}};
  owns.evidence = {evidence(2, {41, 52}, "It owns it.", {44, 48}, "owns", "2021-03")};
  knowledge.relations = {minister, owns};
  return knowledge;
}

inline GraphNode node(GraphNode::Kind kind, std::uint32_t index, double rank, double x, double y) {
  return {
      .kind = kind, .index = index, .pagerank = rank, .betweenness = 0.25, .degree = 2, .component = 0, .x = x, .y = y};
}

/// The sample's events with their roles, as analytics would make it.
inline Graph sample_events_view() {
  using enum GraphNode::Kind;
  return {{node(entity, 0, 0.3, 1.5, -0.001), node(entity, 1, 0.2, 0, 0), node(entity, 2, 0.1, 100, 50),
           node(entity, 3, 1e-12, 7, 7), node(event, 0, 0.1, -20.126, 3), node(event, 1, 0.1, 4, 5),
           node(event, 2, 0.1, 5, 6), node(event, 3, 0.1, 6, 7)},
          {{4, 0, "participant", false, {0}, {}},
           {4, 1, "participant", false, {0}, {}},
           {4, 3, "place", false, {0}, {}},
           {5, 1, "speaker", false, {1}, {}},
           {5, 4, "after", false, {1}, {}},
           {5, 6, "content", false, {1}, {}},
           {6, 0, "party", false, {2}, {}},
           {6, 1, "party", false, {2}, {}},
           {6, 2, "agreement", false, {2}, {}},
           {7, 0, "visitor", false, {3}, {}}}};
}

/// Entities alone; the last edge stands twice, which no exporter may turn into one id.
inline Graph sample_entities_view() {
  using enum GraphNode::Kind;
  return {{node(entity, 0, 0.4, 1, 2), node(entity, 1, 0.3, 2, 3), node(entity, 2, 0.3, 3, 4)},
          {{0, 1, "meet", true, {0}, {}},
           {0, 1, "sign_agreement", true, {2}, {}},
           {1, 2, "owns", false, {}, {1}},
           {1, 2, "owns", false, {}, {1}}}};
}

}  // namespace dateline::test
