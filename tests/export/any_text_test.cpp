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
  return text + "z";
}

Knowledge odd_knowledge() {
  test::Numbers numbers;
  Knowledge knowledge = test::synthetic(200);
  for (DocumentInfo& document : knowledge.documents)
    document.title = odd_text(numbers), document.publisher = odd_text(numbers), document.url = odd_text(numbers);
  for (Entity& entity : knowledge.entities)
    entity.name = odd_text(numbers), entity.aliases = {odd_text(numbers), odd_text(numbers)};
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
  for (std::size_t i = 0; i < knowledge.entities.size(); ++i)
    CHECK(read["entities"][i]["name"] == utf8::repaired(knowledge.entities[i].name));
  for (std::size_t i = 0; i < knowledge.events.size(); ++i) {
    CHECK(read["events"][i]["evidence"][0]["quote"] == utf8::repaired(knowledge.events[i].evidence[0].quote));
  }
}

TEST_CASE("any text makes a TimelineJS that parses") {
  Notes notes;
  CHECK(nlohmann::json::accept(test::exported("timelinejs", odd_knowledge(), {}, notes)));
}

TEST_CASE("any text comes back from GraphML, less what XML cannot hold") {
  const Knowledge knowledge = odd_knowledge();
  Notes notes;
  nlohmann::json expected = nlohmann::json::array();
  for (const Entity& entity : knowledge.entities)
    expected.push_back({utf8::repaired(entity.name), utf8::repaired(join(entity.aliases, "|"))});
  for (const Event& event : knowledge.events)
    expected.push_back({utf8::repaired(event.label), utf8::repaired(event.evidence[0].quote)});
  const std::string xml = test::exported("graphml", knowledge, all_nodes(knowledge), notes);
  const std::string beside = "/tmp/dateline-any-text-" + std::to_string(::getpid()) + ".json";
  write_file(beside, expected.dump());
  test::check_with_python("check_any_text.py", "any.graphml", xml, beside);
  std::filesystem::remove(beside);
}

}  // namespace dateline
