// Whatever the bytes: a document or one clear problem, and in time that grows with the size only.
#include <doctest/doctest.h>

#include <zlib.h>

#include "dateline/base/error.hpp"
#include "dateline/base/hash.hpp"
#include "dateline/base/utf8.hpp"
#include "input/bytes/decode.hpp"
#include "input/bytes/load.hpp"
#include "support.hpp"

namespace dateline::test {
namespace {

std::string gzipped(std::string_view bytes) {
  std::string out(compressBound(static_cast<uLong>(bytes.size())) + 64, '\0');
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string problem_of(const std::string& path) {
  const Given all = read(path);
  REQUIRE(all.documents.empty());
  REQUIRE(all.problems.size() == 1);
  CHECK(all.problems.front().where == path);
  return all.problems.front().what;
}

TEST_CASE("what cannot be read is one problem, in plain words") {
  const Folder folder("bad");
  CHECK(problem_of(folder.write("empty.txt", "")) == "is empty");
  CHECK(problem_of(folder.write("blank.txt", " \n\t\n")) == "holds no text");
  CHECK(problem_of(folder.write("picture.txt", "\x89PNG\r\n\x1a\n....")) == "is a PNG picture");
  CHECK(problem_of(folder.write("paper.txt", "%PDF-1.7 ...")) == "is a PDF file; extract its text first");
  CHECK(problem_of(folder.write("noise.txt", std::string("\x01\x02\x03\x00\x05\x06\x07\x08 abc", 12))) ==
        "is binary, not text");
  CHECK(problem_of(folder.path("missing.txt")).starts_with("cannot be opened: "));
  CHECK(problem_of(folder.write("broken.json", "{\"text\": ")).starts_with("is broken JSON at byte "));
  CHECK(problem_of(folder.write("line.txt", std::string(std::size_t{50} << 20, 'a'))) ==
        "is a text of 50 MB; an article is at most 8 MB, so split it");
}

TEST_CASE("gzip of anything, and gzip that is broken") {
  const Folder folder("gzip");
  const std::string text = "June 7, 2023\n\nThe dam held on Monday, and nobody was hurt in the town below it.";
  const Given all = read(folder.write("dam.txt.gz", gzipped(text)));
  REQUIRE(all.documents.size() == 1);
  CHECK(all.documents.front().text == text);
  CHECK(input::gunzip(gzipped("one ") + gzipped("two"), "x") == "one two");
  CHECK(problem_of(folder.write("cut.txt.gz", gzipped(text).substr(0, 40))) == "is gzip that was cut off");
  std::string broken = gzipped(text);
  broken[20] ^= 0x55;
  broken[21] ^= 0x55;
  CHECK(problem_of(folder.write("broken.txt.gz", broken)).find("gzip") != std::string::npos);
  CHECK_THROWS_AS(input::gunzip(gzipped(std::string(1 << 20, 'a')), "bomb.gz", 1 << 16), Error);
}

TEST_CASE("encodings") {
  CHECK(input::decoded("caf\xC3\xA9") == "café");
  CHECK(input::decoded("\xEF\xBB\xBF"
                       "caf\xC3\xA9") == "café");
  CHECK(input::decoded("caf\xE9 \x93quoted\x94 \x80") == "café “quoted” €");
  CHECK(input::decoded(std::string_view("\xFF\xFE"
                                        "c\0a\0f\0\xE9\0",
                                        10)) == "café");
  CHECK(input::decoded(std::string_view("\xFE\xFF"
                                        "\0c\0a\0f\0\xE9",
                                        10)) == "café");
  CHECK(input::decoded(std::string_view("t\0h\0e\0 \0d\0a\0m\0 \0h\0e\0l\0d\0", 24)) == "the dam held");
  CHECK(input::decoded(std::string_view("\xFF\xFE\x3D\xD8\x00\xDE", 6)) == "😀");
  CHECK(input::decoded("na\xC3\xAFve caf\xC3\xA9 and one stray \xFF byte") == "naïve café and one stray � byte");
  CHECK(input::decoded(std::string_view("a\0b", 3)) == "a�b");
}

TEST_CASE("the text of a plain file is the file's own, and blocks are places in it") {
  const Folder folder("own");
  const std::string text =
      "\r\n  The dam of Arden holds\r\n\r\nJune 7, 2023\r\n\r\n\tThe dam held on Monday, and nobody was hurt.  "
      "\r\n\r\n“Good,” said the mayor.\r\n";
  const Given all = read(folder.write("dam.txt", "\xEF\xBB\xBF" + text));
  REQUIRE(all.documents.size() == 1);
  const Document& document = all.documents.front();
  CHECK(document.text == text);
  CHECK(document.sha256 == sha256(text));
  CHECK(texts(document, BlockKind::paragraph) ==
        std::vector<std::string>{"The dam held on Monday, and nobody was hurt.", "“Good,” said the mayor."});
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    CHECK(block.bytes.begin >= end);
    CHECK(block.bytes.end > block.bytes.begin);
    end = block.bytes.end;
  }
}

TEST_CASE("time grows with the size only") {
  const std::vector<std::string> shapes = {"a ",
                                           "a\n",
                                           "Ab\n\n",
                                           "2024-11-04 ",
                                           "Published: ",
                                           "(",
                                           "Reuters said ",
                                           "\"",
                                           "By Ana Ruiz\n",
                                           "- a\n",
                                           "© ",
                                           "About us\n\nThe town of Arden said so again. \n\n",
                                           "read more "};
  for (const std::string& shape : shapes) {
    std::string text;
    while (text.size() < (std::size_t{1} << 20)) text += shape;
    const Document document = reader().from_text("shape.txt", text, std::nullopt, "");
    CHECK(document.text.size() == text.size());
  }
}

TEST_CASE("sources: folders in byte order, hidden and unknown files left out, what is missing named") {
  const Folder folder("sources");
  folder.write("in/b.txt", "b");
  folder.write("in/a/z.html", "z");
  folder.write("in/a.md", "a");
  folder.write("in/.hidden.txt", "h");
  folder.write("in/.git/x.txt", "x");
  folder.write("in/picture.png", "p");
  folder.write("in/c.jsonl.gz", "c");
  folder.write("empty/picture.png", "p");
  const std::string named = folder.write("odd.name", "n");
  std::vector<Problem> problems;
  std::vector<std::string> names;
  for (const Source& source :
       list_sources({named, folder.path("in"), folder.path("empty"), folder.path("none"), "-"}, problems))
    names.push_back(source.name);
  CHECK(names == std::vector<std::string>{named, folder.path("in/a.md"), folder.path("in/a/z.html"),
                                          folder.path("in/b.txt"), folder.path("in/c.jsonl.gz"), "-"});
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].what.starts_with("holds nothing to read"));
  CHECK(problems[1].what == "does not exist");
}

TEST_CASE("front matter of Markdown is no text of the article") {
  const Folder folder("markdown");
  const Given all =
      read(folder.write("dam.md",
                        "---\ntitle: \"The dam holds\"\ndate: 2023-06-07T08:05:00Z\nauthor: Ana Ruiz\n---\n\n# The dam "
                        "holds\n\nThe dam held on Monday, the mayor of Arden said.\n\n## What comes next\n\nA wall "
                        "will follow in the autumn of next year.\n"));
  REQUIRE(all.documents.size() == 1);
  const Document& document = all.documents.front();
  CHECK(document.title == "The dam holds");
  CHECK(document.byline == "Ana Ruiz");
  REQUIRE(document.published);
  CHECK(*document.published == Published{"2023-06-07T08:05Z", "text line 3"});
  CHECK(texts(document, BlockKind::title) == std::vector<std::string>{"The dam holds"});
  CHECK(texts(document, BlockKind::heading) == std::vector<std::string>{"What comes next"});
  CHECK(texts(document, BlockKind::paragraph).size() == 2);
}

TEST_CASE("a fallback that is no date is refused") {
  InputOptions options;
  options.fallback_date = "yesterday";
  CHECK_THROWS_AS(Reader(Resources::embedded(), options), Error);
}

}  // namespace
}  // namespace dateline::test
