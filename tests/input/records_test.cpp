// JSON, JSON Lines, RSS and Atom.
#include <doctest/doctest.h>

#include "support.hpp"

namespace dateline::test {
namespace {

TEST_CASE("a JSON object is an article, a list is many") {
  const Folder folder("json");
  const Given one = read(folder.write(
      "one.json",
      R"({"url":"https://courier.example/dam","headline":"Dam holds","articleBody":"The dam held on Monday.",
    "datePublished":"2023-06-07T08:05:00+02:00","publisher":{"name":"Courier"},"author":[{"name":"Ana Ruiz"},"Tom Hale"]})"));
  REQUIRE(one.documents.size() == 1);
  const Document& document = one.documents.front();
  CHECK(document.source == "https://courier.example/dam");
  CHECK(document.text == "The dam held on Monday.");
  CHECK(document.title == "Dam holds");
  CHECK(document.byline == "Ana Ruiz, Tom Hale");
  CHECK(document.publisher == "Courier");
  CHECK(published(document) == "2023-06-07T08:05+02:00 by json datePublished");

  const std::string path = folder.write(
      "many.json", R"({"articles":[{"id":"a","text":"The dam held."},{"title":"No text"},{"source":{"name":"Courier"},
    "content_html":"<p>The dam</p><p>held.</p>"}, 7]})");
  const Given many = read(path);
  REQUIRE(many.documents.size() == 2);
  CHECK(many.documents[0].source == path + "#a");
  CHECK(many.documents[1].source == path + "#3");
  CHECK(many.documents[1].text == "The dam\n\nheld.");
  REQUIRE(many.problems.size() == 2);
  CHECK(many.problems[0].where == path + "#2");
  CHECK(many.problems[0].what == "has no text (a string under text, body, content or articleBody)");
  CHECK(many.problems[1].what == "is not a JSON object");
}

TEST_CASE("a broken line of JSON Lines costs only itself") {
  const Folder folder("jsonl");
  const std::string path =
      folder.write("lines.jsonl",
                   "{\"id\":\"a\",\"text\":\"The dam held.\",\"published\":\"2023-06-07\"}\n{\"id\": "
                   "broken\n\n{\"id\":\"b\",\"text\":\"June 8, 2023\\n\\nThe dam did not hold after all.\"}\n");
  const Given all = read(path);
  REQUIRE(all.documents.size() == 2);
  CHECK(published(all.documents[0]) == "2023-06-07 by json published");
  CHECK(published(all.documents[1]) == "2023-06-08 by text line 1");
  REQUIRE(all.problems.size() == 1);
  CHECK(all.problems[0].where == path + ":2");
  CHECK(all.problems[0].what.starts_with("is broken JSON at byte "));
}

TEST_CASE("JSON that nests without end") {
  const Folder folder("json_deep");
  CHECK(read(folder.write("deep.json", std::string(200000, '['))).problems.size() == 1);
  CHECK(read(folder.write("closed.json", std::string(200000, '[') + std::string(200000, ']'))).problems.size() == 1);
}

TEST_CASE("RSS: every item a document, its address the source") {
  const Folder folder("rss");
  const std::string path = folder.write(
      "feed.rss",
      R"(<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Arden Courier</title><link>https://courier.example</link>
<item><title>Bridge opens &amp; closes</title><link>https://courier.example/bridge</link><pubDate>Wed, 07 Jun 2023 08:05:00 +0200</pubDate><dc:creator>Ana Ruiz</dc:creator>
<description>&lt;p&gt;Short.&lt;/p&gt;</description><content:encoded><![CDATA[<p>The bridge opened on Wednesday.</p><p>It closed again, the town&rsquo;s mayor said.</p>]]></content:encoded></item>
<item><title>Dam holds</title><description>The dam held &rsquo; on Monday.</description></item>
</channel></rss>)");
  const Given all = read(path);
  CHECK(all.problems.empty());
  REQUIRE(all.documents.size() == 2);
  const Document& first = all.documents.front();
  CHECK(first.source == "https://courier.example/bridge");
  CHECK(first.publisher == "Arden Courier");
  CHECK(first.byline == "Ana Ruiz");
  CHECK(first.text ==
        "Bridge opens & closes\n\nThe bridge opened on Wednesday.\n\nIt closed again, the town’s mayor said.");
  CHECK(published(first) == "2023-06-07T08:05+02:00 by feed pubDate");
  CHECK(all.documents[1].source == path + "#2");
  CHECK(published(all.documents[1]) == "none");
}

TEST_CASE("Atom") {
  const Folder folder("atom");
  const Given all = read(folder.write(
      "feed.xml",
      R"(<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title type="html">Dam &lt;b&gt;holds&lt;/b&gt;</title>
<link rel="self" href="https://courier.example/self"/><link href="https://courier.example/dam"/><published>2023-06-07T08:05:00Z</published><updated>2023-06-09T08:05:00Z</updated>
<author><name>Tom Hale</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The dam held.</p><p>Nobody was hurt.</p></div></content></entry>
<entry><id>https://courier.example/light</id><title>Light is out</title><updated>2023-06-09T08:05:00Z</updated><summary>The light went out.</summary></entry></feed>)"));
  REQUIRE(all.documents.size() == 2);
  CHECK(all.documents[0].title == "Dam holds");
  CHECK(all.documents[0].source == "https://courier.example/dam");
  CHECK(all.documents[0].text == "Dam holds\n\nThe dam held.\n\nNobody was hurt.");
  CHECK(published(all.documents[0]) == "2023-06-07T08:05Z by feed published");
  CHECK(published(all.documents[1]) == "2023-06-09T08:05Z by feed updated");
}

TEST_CASE("XML that is no feed, and a feed that grows without end") {
  const Folder folder("xml");
  CHECK(read(folder.write("map.xml", "<?xml version='1.0'?><map><a/></map>")).problems.size() == 1);
  CHECK(read(folder.write("empty.rss", "<rss><channel></channel></rss>")).problems.front().what ==
        "is a feed without items");
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 40; ++i)
    bomb += "<!ENTITY a" + std::to_string(i) + " '&a" + std::to_string(i - 1) + ";&a" + std::to_string(i - 1) + ";'>";
  bomb += "]><rss><channel><item><title>x</title><description>The dam held. &a39;</description></item></channel></rss>";
  const Given all = read(folder.write("bomb.rss", bomb));
  CHECK(all.documents.size() + all.problems.size() == 1);
}

}  // namespace
}  // namespace dateline::test
