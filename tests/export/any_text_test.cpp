// Whatever stands in a text, an export loses only what its format cannot hold.
#include <nlohmann/json.hpp>

#include "dateline/base/utf8.hpp"
#include "run.hpp"
#include "synthetic.hpp"

namespace dateline {
namespace {

/// Code points that readers stumble on, among ordinary letters.
std::string odd_text(test::Numbers& numbers) {
  constexpr char32_t odd[] = {0,      1,      9,     10,     13,     0x1F,   U'&',    U'<',     U'>',
                              U'"',   U'\'',  U']',  U' ',   U' ',   0x7F,   0x85,    0xA0,     0x2028,
                              0x202E, 0x200F, 0x301, 0xFFFE, 0xFFFF, 0xFEFF, 0x1F600, 0x10FFFF, U'ع',
                              U'漢',  U'I',   U'N',  U'F',   U'|',   U'\\',  U'/',    U'{',     U'%'};
  std::string text = "t";
  const std::uint32_t length = numbers.below(24);
  for (std::uint32_t i = 0; i < length; ++i) {
    const bool ordinary = numbers.below(3) == 0;
    utf8::append(text, ordinary ? U'a' + numbers.below(26) : odd[numbers.below(std::size(odd))]);
  }
  if (numbers.below(5) == 0) text += "INF & < ]]> \xff";
  if (numbers.below(9) == 0) text += " &lt; &#38; \\n";
  if (numbers.below(9) == 0) text += "<img src=x onerror=hit=1></script><script>hit=1</script><!--";
  if (numbers.below(9) == 0) text.insert(0, "\"");
  return text + "z";
}

Knowledge odd_knowledge() {
  test::Numbers numbers;
  Knowledge knowledge = test::synthetic(200);
  for (DocumentInfo& document : knowledge.documents)
    document.title = odd_text(numbers), document.publisher = odd_text(numbers), document.url = odd_text(numbers);
  for (Entity& entity : knowledge.entities)
    entity.name = odd_text(numbers), entity.aliases = {odd_text(numbers), odd_text(numbers)},
    entity.wikidata = odd_text(numbers);
  for (Event& event : knowledge.events) {
    event.label = odd_text(numbers);
    for (Evidence& piece : event.evidence) piece.quote = odd_text(numbers);
  }
  return knowledge;
}

Graph all_nodes(const Knowledge& knowledge) {
  Graph graph;
  for (std::uint32_t i = 0; i < knowledge.entities.size(); ++i)
    graph.nodes.push_back(test::node(GraphNode::Kind::entity, i, 0, 0, 0));
  for (std::uint32_t i = 0; i < knowledge.events.size(); ++i)
    graph.nodes.push_back(test::node(GraphNode::Kind::event, i, 0, 0, 0));
  return graph;
}

}  // namespace

TEST_CASE("any text comes back from JSON as it was, broken bytes replaced") {
  const Knowledge knowledge = odd_knowledge();
  Notes notes;
  const nlohmann::json read = nlohmann::json::parse(test::exported("json", knowledge, {}, notes));
  for (std::size_t i = 0; i < knowledge.entities.size(); ++i) {
    CHECK(read["entities"][i]["name"] == utf8::repaired(knowledge.entities[i].name));
    CHECK(read["entities"][i]["wikidata"] == utf8::repaired(knowledge.entities[i].wikidata));
  }
  for (std::size_t i = 0; i < knowledge.events.size(); ++i) {
    CHECK(read["events"][i]["evidence"][0]["quote"] == utf8::repaired(knowledge.events[i].evidence[0].quote));
  }
}

namespace {

/// What a format that keeps every character must give back, by event: label and first quote.
std::string event_texts(const Knowledge& knowledge) {
  nlohmann::json texts = nlohmann::json::array();
  for (const Event& event : knowledge.events)
    texts.push_back({utf8::repaired(event.label), utf8::repaired(event.evidence[0].quote)});
  return texts.dump();
}

/// By event: label, first quote, first and second participant.
std::string side_texts(const Knowledge& knowledge) {
  nlohmann::json texts = nlohmann::json::array();
  for (const Event& event : knowledge.events) {
    const auto who = [&](std::size_t i) {
      return utf8::repaired(knowledge.entities[event.participants[i].entity].name);
    };
    texts.push_back({utf8::repaired(event.label), utf8::repaired(event.evidence[0].quote), who(0), who(1)});
  }
  return texts.dump();
}

/// By node of all_nodes(): label and a longer text.
std::string node_texts(const Knowledge& knowledge) {
  nlohmann::json texts = nlohmann::json::array();
  for (const Entity& entity : knowledge.entities)
    texts.push_back({utf8::repaired(entity.name), utf8::repaired(join(entity.aliases, "|"))});
  for (const Event& event : knowledge.events)
    texts.push_back({utf8::repaired(event.label), utf8::repaired(event.evidence[0].quote)});
  return texts.dump();
}

std::string count(std::size_t number) { return std::to_string(number); }

/// The odd knowledge as the file of one format, with what must come back.
struct Case {
  explicit Case(std::string_view format, const Knowledge& all = odd_knowledge())
      : knowledge(all),
        graph(all_nodes(knowledge)),
        nodes(count(graph.nodes.size())),
        events(count(knowledge.events.size())),
        file(scratch.file("odd." + std::string(format), exported(format))),
        of_nodes(scratch.file("nodes.json", node_texts(knowledge))),
        of_events(scratch.file("events.json", event_texts(knowledge))) {}

  std::string exported(std::string_view format) {
    ExportOptions options = test::sample_options();
    const std::string page = read_file(std::string(DATELINE_SOURCE_DIR) + "/viz/index.html");
    options.page = page;
    return test::exported(format, knowledge, graph, notes, options);
  }

  test::Scratch scratch;
  Knowledge knowledge;
  Graph graph;
  Notes notes;
  std::string nodes, events, file, of_nodes, of_events;
};

Knowledge dated() {
  Knowledge knowledge = odd_knowledge();
  for (Event& event : knowledge.events) {
    if (!event.date) event.date = event_date("2024-05-02", Basis::stated);
  }
  return knowledge;
}

/// Events that political scientists have codes for, each of two persons.
Knowledge coded() {
  Knowledge knowledge = dated();
  for (Entity& entity : knowledge.entities) entity.kind = EntityKind::person;
  const auto others = static_cast<std::uint32_t>(knowledge.entities.size());
  for (Event& event : knowledge.events) {
    event.status = Status::asserted;
    event.plover_event = "CONSULT";
    event.cameo = "040";
    event.participants[1].entity = (event.participants[0].entity + 1) % others;
  }
  return knowledge;
}

}  // namespace

TEST_CASE("any text comes back from GraphML, less what XML cannot hold") {
  const Case odd("graphml");
  test::check_reader("check_any_text.py", {odd.file, odd.of_nodes});
  test::check_reader("readers/graphs.mjs", {"graphml", odd.file, odd.nodes, "0", odd.of_nodes});
}

TEST_CASE("any text comes back from GEXF, less what XML cannot hold") {
  const Case odd("gexf");
  test::check_reader("check_gexf.py", {odd.file, odd.nodes, "0", odd.of_nodes});
  test::check_reader("readers/graphs.mjs", {"gexf", odd.file, odd.nodes, "0", odd.of_nodes});
}

TEST_CASE("any text comes back from Gephi, less what XML cannot hold") {
  const Case graphml("graphml"), gexf("gexf");
  test::check_reader("check_gephi.py", {graphml.file, graphml.nodes, "0", "-", graphml.of_nodes, gexf.file, gexf.nodes,
                                        "0", "any", gexf.of_nodes});
}

TEST_CASE("any text comes back from the graphs of the web and from DOT") {
  for (const char* format : {"graphology", "cytoscape"}) {
    const Case odd(format);
    test::check_reader("readers/graphs.mjs", {format, odd.file, odd.nodes, "0", odd.of_nodes});
  }
  const Case odd("dot");
  test::check_reader("check_dot.py", {odd.file, odd.nodes, "0", odd.of_nodes});
}

TEST_CASE("any text comes back from tables and lines, to the character") {
  const Case odd("jsonl");
  test::check_reader("check_tables.py", {"jsonl", odd.file, odd.events, odd.of_events});
  Notes notes;
  test::export_folder("csv", odd.knowledge, odd.graph, odd.scratch.path("csv"), notes);
  test::check_reader("check_tables.py", {"csv", odd.scratch.path("csv"), odd.events, odd.of_events});
}

TEST_CASE("any text comes back from a calendar, less control characters") {
  const Case odd("ics", dated());
  test::check_reader("readers/calendar.mjs", {odd.file, odd.events, odd.of_events});
}

TEST_CASE("any text comes back from linked data, to the character") {
  for (const char* format : {"jsonld", "rdf"}) {
    const Case odd(format);
    test::check_reader("readers/linked.mjs", {format, odd.file, odd.events, odd.of_events});
  }
}

TEST_CASE("any text comes back from event data, from tab-separated rows less tabs and line ends") {
  for (const char* format : {"plover", "cameo"}) {
    const Case odd(format, coded());
    test::check_reader("check_tables.py",
                       {format, odd.file, odd.events, odd.scratch.file("sides.json", side_texts(odd.knowledge))});
  }
}

TEST_CASE("any text is shown by the timelines of the web") {
  Knowledge knowledge = dated();
  knowledge.events.resize(60);
  for (const char* format : {"timelinejs", "vis-timeline"}) {
    const Case odd(format, knowledge);
    test::check_reader("check_timeline_page.py", {format, odd.file, odd.events, odd.of_events});
  }
}

TEST_CASE("any text is in the page to the character, and seen in it") {
  const Case odd("html", odd_knowledge());
  test::check_reader("check_page_text.py", {odd.file, odd.of_events});
}

}  // namespace dateline
