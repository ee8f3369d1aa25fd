#include <doctest/doctest.h>

#include "support.hpp"

namespace dateline::test {
namespace {

constexpr std::string_view page = R"(<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Bridge opens after nine years | The Arden Courier</title>
<meta property="og:title" content="Bridge opens after nine years"><link rel="canonical" href="https://courier.example/bridge">
META
</head><body class="has-sidebar">
<div id="cookie-bar">We use cookies on this site. <button>OK</button></div>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<main><article>
<header><h1>Bridge opens after nine years</h1><p class="byline">By Ana Ruiz and Tom Hale</p>TIME</header>
<div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a></div>
<figure><img src="bridge.jpg" alt="Bridge"><figcaption>The bridge at dawn. Photo: Lena Marsh</figcaption></figure>
<div class="article-body">
<p>ARDEN (Reuters) - The mayor of Arden opened the new bridge on Wednesday, nine years after the <a href="/old">old one</a> fell.</p>
<p>“It is a good day,” she&nbsp;said.<br><br>Two ministers came from the capital to see it.</p>
<script>var x = "<p>Not a paragraph of the article, whatever it says.</p>";</script>
<aside class="related"><h3>Related</h3><ul><li><a href="/1">Old bridge falls</a></li></ul></aside>
<p><a href="/more">Read more: the long road to the bridge</a></p>
<h2>A long wait</h2>
<p>Work began in 2014, and the costs rose to $40 million.</p>
<ul><li>It is 400 metres long.</li></ul>
</div></article>
<div class="newsletter"><p>Get the news of the coast in your mailbox, every morning before you wake up.</p></div></main>
<footer><p>© 2023 The Arden Courier. All rights reserved.</p></footer></body></html>)";

std::string with(std::string_view meta, std::string_view time) {
  std::string html(page);
  html.replace(html.find("META"), 4, meta);
  html.replace(html.find("TIME"), 4, time);
  return html;
}

TEST_CASE("the article of a page, without what stands around it") {
  const Folder folder("html_article");
  const Given all = read(folder.write("bridge.html", with("", "")));
  REQUIRE(all.documents.size() == 1);
  const Document& document = all.documents.front();
  CHECK(document.title == "Bridge opens after nine years");
  CHECK(document.byline == "Ana Ruiz and Tom Hale");
  CHECK(document.publisher == "The Arden Courier");
  CHECK(document.url == "https://courier.example/bridge");
  CHECK(document.dateline_place == "ARDEN");
  CHECK(document.agencies == std::vector<std::string>{"Reuters"});
  CHECK(texts(document, BlockKind::title) == std::vector<std::string>{"Bridge opens after nine years"});
  CHECK(texts(document, BlockKind::paragraph) ==
        std::vector<std::string>{
            "The mayor of Arden opened the new bridge on Wednesday, nine years after the old one fell.",
            "“It is a good day,” she said.", "Two ministers came from the capital to see it.",
            "Work began in 2014, and the costs rose to $40 million."});
  CHECK(texts(document, BlockKind::heading) == std::vector<std::string>{"A long wait"});
  CHECK(texts(document, BlockKind::list_item) == std::vector<std::string>{"It is 400 metres long."});
  CHECK(texts(document, BlockKind::caption) == std::vector<std::string>{"The bridge at dawn. Photo: Lena Marsh"});
  for (const char* left_out :
       {"cookies", "Facebook", "Old bridge falls", "Not a paragraph", "mailbox", "reserved", "World"}) {
    CHECK_MESSAGE(document.text.find(left_out) == std::string::npos, left_out);
  }
}

TEST_CASE("where a page says when it was published") {
  const Folder folder("html_dates");
  const auto of = [&](std::string_view meta, std::string_view time) {
    const Given all = read(folder.write("page.html", with(meta, time)));
    return all.documents.empty() ? std::string("no document") : published(all.documents.front());
  };
  const std::string_view linked =
      R"(<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite"},
    {"@type":["NewsArticle"],"datePublished":"2023-06-07T10:05:00+02:00","dateModified":"2023-06-09","publisher":{"name":"Courier"}}]}</script>)";
  const std::string_view meta = R"(<meta property="article:published_time" content="2023-06-08T08:00:00Z">)";
  CHECK(of(std::string(linked) + std::string(meta), "") == "2023-06-07T10:05+02:00 by json-ld datePublished");
  CHECK(of(meta, "") == "2023-06-08T08:00Z by meta article:published_time");
  CHECK(of(R"(<meta name="DC.date.issued" content="2023-06-08">)", "") == "2023-06-08 by meta dc.date.issued");
  CHECK(of("", R"(<time datetime="2023-06-07T08:05:00Z">Wednesday</time>)") == "2023-06-07T08:05Z by time element");
  CHECK(of("", R"(<span itemprop="datePublished" content="2023-06-07">x</span><time datetime="2023-06-09">y</time>)") ==
        "2023-06-07 by itemprop datePublished");
  CHECK(of("", "<p>June 7, 2023 / 08:05 GMT</p>") == "2023-06-07T08:05Z by text");
  CHECK(
      of(R"(<meta property="og:url" content="https://courier.example/2023/06/07/bridge"><meta property="article:modified_time" content="2023-06-09">)",
         "") == "2023-06-09 by meta article:modified_time");
  CHECK(of(R"(<script type="application/ld+json">{"@type":"NewsArticle", broken</script>)", "") == "none");
}

TEST_CASE("a page in another encoding") {
  const Folder folder("html_charset");
  const std::string body =
      "<p>The mayor of S\xE3o Jorge opened the bridge, which cost \x80 40 million and took nine years.</p>";
  const Given latin =
      read(folder.write("latin.html", "<html><head><meta charset=iso-8859-1></head><body>" + body + "</body></html>"));
  REQUIRE(latin.documents.size() == 1);
  CHECK(latin.documents.front().text ==
        "The mayor of São Jorge opened the bridge, which cost € 40 million and took nine years.");
  const std::string cyrillic =
      "<html><head><meta charset=\"windows-1251\"></head><body><p>\xCC\xEE\xF1\xEA\xE2\xE0 is the name of a city that "
      "many know.</p></body></html>";
  const Given moscow = read(folder.write("cyrillic.html", cyrillic));
  REQUIRE(moscow.documents.size() == 1);
  CHECK(moscow.documents.front().text == "Москва is the name of a city that many know.");
}

TEST_CASE("a page laid out by tables and line breaks") {
  const Folder folder("html_table");
  const Given all = read(
      folder.write("table.html", R"(<html><head><title>Strelsau Times - Treaty signed</title></head><body><table><tr>
<td width=150><a href=1>Home</a><br><a href=2>World</a><br><a href=3>Sport</a></td>
<td><font size=5><b>Treaty signed after long talks</b></font><br><i>Mon, Nov 4 2024</i><br><br>STRELSAU - Ruritania signed a treaty of friendship with Graustark on Monday, ending years of talks, officials said.<br><br>The signing took place in the palace of Strelsau, in front of two hundred guests and the whole of the press.<br><br>"It is a good day," the king said, and he shook hands with each of them for a long time.</td>
<td><a href=9>Ad: buy a house now</a></td></tr></table><hr>Copyright 2024 Strelsau Times</body></html>)"));
  REQUIRE(all.documents.size() == 1);
  const Document& document = all.documents.front();
  CHECK(published(document) == "2024-11-04 by text");
  CHECK(document.dateline_place == "STRELSAU");
  CHECK(texts(document, BlockKind::heading) == std::vector<std::string>{"Treaty signed after long talks"});
  CHECK(texts(document, BlockKind::paragraph).size() == 3);
}

TEST_CASE("a page that wraps every paragraph in elements of its own") {
  const Folder folder("html_wrapped");
  const Given all = read(folder.write(
      "divs.html",
      R"(<!doctype html><html lang=en><head><title>Ferry sinks in bay | Coast Courier</title><meta name="author" content="Ana Ruiz"></head><body><div id=root><div class="css-1x"><a href=/>Courier</a><a href=/news>News</a></div><div class="css-2"><h1>Ferry sinks in bay</h1><div class="css-3"><span>4 November 2024</span><span> · </span><span>Updated 5 November 2024</span></div>
<div class="css-4"><div class="css-5">
<p>A ferry with eighty people sank in the bay of Arden on Monday morning, officials said.</p></div></div><div class="css-ad" id="ad-1">
<p>Advertisement</p></div>
<div class="css-4"><div class="css-5">
<p>Twelve passengers are missing, and boats search for them with lamps, said the coast guard.</p></div></div>
<div class="css-4"><div class="css-5">
<p>The ferry left Port Hale at six and sank an hour later, a port officer told Reuters.</p></div></div><div class="css-6"><h2>More on this story</h2><ul><li><a href=/a>What we know about the ferry and its owner so far</a></li><li><a href=/b>Ten years of accidents</a></li></ul></div></div>
<div class="css-7">
<p>Follow Courier on all networks</p>
<p>The Coast Courier is not responsible for the content of other sites that it links to in its articles.</p></div></div></body></html>)"));
  REQUIRE(all.documents.size() == 1);
  const Document& document = all.documents.front();
  CHECK(published(document) == "2024-11-04 by text");
  CHECK(document.byline == "Ana Ruiz");
  CHECK(document.publisher == "Coast Courier");
  CHECK(texts(document, BlockKind::paragraph).size() == 3);
  CHECK(document.text.find("Follow") == std::string::npos);
}

TEST_CASE("a page that nests deeply, or is broken, is read as far as it goes") {
  const Folder folder("html_deep");
  std::string deep;
  for (int i = 0; i < 20000; ++i) deep += "<div><span>";
  const Given nested = read(folder.write(
      "deep.html", "<html><body><p>The bridge opened on Wednesday after nine years of work.</p>" + deep + "x"));
  CHECK(nested.documents.size() + nested.problems.size() == 1);
  const Given broken = read(folder.write("broken.html",
                                         "<html><body><p>The bridge <b>opened on Wednesday</p> after nine years of "
                                         "work.<table><tr><p>It is long.</div></html"));
  REQUIRE(broken.documents.size() == 1);
  CHECK(broken.documents.front().text.find("opened on Wednesday") != std::string::npos);
}

}  // namespace
}  // namespace dateline::test
