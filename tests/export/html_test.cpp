#include "run.hpp"
#include "sample.hpp"

namespace dateline {
namespace {

std::string page() { return read_file(std::string(DATELINE_SOURCE_DIR) + "/viz/index.html"); }

std::string exported_page(const Knowledge& knowledge, const std::string& template_page) {
  ExportOptions options = test::sample_options();
  options.page = template_page;
  Notes notes;
  return test::exported("html", knowledge, {}, notes, options);
}

}  // namespace

TEST_CASE("the page carries the timeline, and no text of it ends its script") {
  Knowledge knowledge = test::sample();
  knowledge.events[0].label = "</script><script>alert(1)</script><!--";
  const std::string template_page = page(), html = exported_page(knowledge, template_page);
  CHECK(html.find("alert(1)\\u003c/script>") != html.npos);
  CHECK(html.find("<script>alert") == html.npos);
  CHECK(html.size() > template_page.size());
}

TEST_CASE("a page without a place for the data is refused") {
  Notes notes;
  CHECK_THROWS_AS(test::exported("html", test::sample(), {}, notes), Error);
}

TEST_CASE("the page needs nothing from the network and sets no text as markup") {
  const std::string html = page();
  for (const char* trap :
       {"src=\"", "href=\"http", "@import", "innerHTML", "insertAdjacentHTML", "document.write", "eval("}) {
    CHECK_MESSAGE(html.find(trap) == html.npos, trap);
  }
}

TEST_CASE("a browser shows the page without an error") {
  test::check_with_python("check_page.py", "page.html", exported_page(test::sample(), page()));
}

}  // namespace dateline
