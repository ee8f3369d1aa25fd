#include <nlohmann/json.hpp>

#include "run.hpp"
#include "sample.hpp"

namespace dateline {

TEST_CASE("labels, places, colours and communities come back from GraphML as Gephi writes it") {
  const Looks looks = read_looks(
      "<graphml><key attr.name=\"label\" attr.type=\"string\" for=\"node\" id=\"label\"/>"
      "<key attr.name=\"Modularity Class\" attr.type=\"int\" for=\"node\" id=\"modularity_class\"/>"
      "<key attr.name=\"r\" attr.type=\"int\" for=\"node\" id=\"r\"/><key attr.name=\"g\" attr.type=\"int\" "
      "for=\"node\" id=\"g\"/>"
      "<key attr.name=\"b\" attr.type=\"int\" for=\"node\" id=\"b\"/><key attr.name=\"x\" attr.type=\"float\" "
      "for=\"node\" id=\"x\"/>"
      "<key attr.name=\"y\" attr.type=\"float\" for=\"node\" id=\"y\"/><key attr.name=\"size\" attr.type=\"float\" "
      "for=\"node\" id=\"size\"/>"
      "<graph edgedefault=\"directed\"><node id=\"e0000000001\"><data key=\"label\">The minister &amp; co</data>"
      "<data key=\"modularity_class\">3</data><data key=\"size\">12.5</data><data key=\"r\">255</data><data "
      "key=\"g\">0</data>"
      "<data key=\"b\">16</data><data key=\"x\">-7.25</data><data key=\"y\">1e2</data></node></graph></graphml>",
      "x");
  REQUIRE(looks.size() == 1);
  const NodeLook& look = looks.at("e0000000001");
  CHECK(look.label == "The minister & co");
  CHECK(look.community == "3");
  CHECK(look.color == "#ff0010");
  CHECK(look.size == 12.5);
  CHECK(look.x == -7.25);
  CHECK(look.y == 100.0);
}

TEST_CASE("and from GEXF, our own included; what is written then looks the same") {
  const Knowledge knowledge = test::sample();
  Graph graph = test::sample_entities_view();
  Notes notes;
  Looks looks = read_looks(test::exported("gexf", knowledge, graph, notes), "x");
  CHECK(looks.size() == 3);
  looks["e0000000002"].label = "A changed & <name>";
  looks["e0000000002"].x = 500, looks["e0000000002"].y = -500;
  looks["e0000000002"].color = "#123456";
  looks["e0000000002"].community = "7";
  CHECK(arrange(looks, knowledge, graph) == 3);
  ExportOptions options = test::sample_options();
  options.looks = &looks;
  const auto read = nlohmann::json::parse(test::exported("graphology", knowledge, graph, notes, options));
  const auto& changed = read["nodes"][1]["attributes"];
  CHECK(changed["label"] == "A changed & <name>");
  CHECK(changed["color"] == "#123456");
  CHECK(changed["community"] == "7");
  CHECK(changed["x"] == 500);
  CHECK(read["nodes"][0]["attributes"]["label"] == "Aïda Nôm");
  CHECK(read["nodes"][0]["attributes"]["size"] == 40);
}

TEST_CASE("what is no graph is refused, odd values are passed over") {
  CHECK_THROWS_AS(read_looks("hello", "x"), Error);
  CHECK_THROWS_AS(read_looks("<html></html>", "x"), Error);
  CHECK_THROWS_AS(read_looks("<gexf><graph>", "x"), Error);
  const Looks looks = read_looks(
      "<gexf><graph><nodes><node id=\"a\"><viz:color xmlns:viz=\"v\" r=\"999\" g=\"0\" b=\"0\"/><viz:size "
      "xmlns:viz=\"v\" "
      "value=\"big\"/><viz:position xmlns:viz=\"v\" x=\"nan\" y=\"1\"/></node></nodes></graph></gexf>",
      "x");
  CHECK(looks.at("a").color.empty());
  CHECK_FALSE(looks.at("a").size);
  CHECK_FALSE(looks.at("a").x);
  Graph graph = test::sample_entities_view();
  CHECK(arrange(looks, test::sample(), graph) == 0);
  CHECK(graph.nodes[0].x == 1);
}

}  // namespace dateline
