#include "dateline/base/utf8.hpp"

#include <doctest/doctest.h>

using namespace dateline;

TEST_CASE("places in bytes become places in code points") {
  const std::string text = "Zażółć “x” 😀 " + std::string(200, 'a') + "é!";
  const utf8::Index index(text);
  std::uint32_t place = 0;
  for (std::size_t at = 0; at < text.size(); ++place) {
    CHECK(index.code_point(at) == place);
    utf8::next(text, at);
  }
  CHECK(index.code_point(text.size()) == utf8::length(text));
  CHECK(utf8::slice(text, 7, 10) == "“x”");
  CHECK(utf8::slice(text, 11, 12) == "😀");
  CHECK(utf8::slice(text, 5, 5) == "");
  CHECK(utf8::slice(text, 5000, 5001) == "");
}

TEST_CASE("places in code points become places in bytes") {
  const std::string text = "Zażółć “x” 😀 " + std::string(200, 'a') + "é!";
  const utf8::Places places(text);
  for (std::size_t begin = 0; begin < 230; ++begin) {
    CHECK(places.slice(begin, begin + 3) == utf8::slice(text, begin, begin + 3));
  }
  CHECK(places.slice(9, 4) == "");
  CHECK(places.byte(9999) == text.size());
  CHECK(utf8::Places("").slice(0, 1) == "");
}

TEST_CASE("broken sequences are found and repaired") {
  for (const char* broken : {"\xff", "a\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe2\x82"}) {
    CHECK(!utf8::valid(broken));
    CHECK(utf8::valid(utf8::repaired(broken)));
  }
  CHECK(utf8::repaired("a\xc3z") == "a\xef\xbf\xbdz");
  CHECK(utf8::valid("Ωμέγα 北京"));
}

TEST_CASE("case and marks") {
  CHECK(utf8::lower("ÉCOLE Łódź ŽIŽEK Київ ΑΘΗΝΑ") == "école łódź žižek київ αθηνα");
  CHECK(utf8::without_marks("Erdoğan Łódź São Tomé Håkan Ștefan") == "Erdogan Lodz Sao Tome Hakan Stefan");
  CHECK(utf8::is_upper(U'Ž'));
  CHECK(!utf8::is_upper(U'ž'));
}
