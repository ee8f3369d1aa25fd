#include <iostream>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "dateline/base/error.hpp"
#include "dateline/extract.hpp"
#include "dateline/input.hpp"

namespace dateline::cli {
namespace {

constexpr Option conllu{"--conllu", "", "CoNLL-U in, its tokens taken as they are"};
constexpr Option text{"--text", "", "raw text in, split into sentences and tokens first; blank lines end paragraphs"};

std::string all_of_stdin() { return {std::istreambuf_iterator<char>(std::cin), {}}; }

/// Every paragraph is prose here: what is boilerplate is the reader's question, not the parser's.
Document prose(std::string bytes) {
  Document document;
  document.text = std::move(bytes);
  const std::string& all = document.text;
  for (std::size_t at = 0; at < all.size();) {
    std::size_t end = all.find("\n\n", at);
    if (end == all.npos) end = all.size();
    const std::size_t first = all.find_first_not_of(" \t\r\n", at);
    if (first < end)
      document.blocks.push_back(
          {BlockKind::paragraph, {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end)}});
    at = end + 2;
  }
  return document;
}

int run(const Arguments& arguments) {
  if (arguments.has(conllu) == arguments.has(text))
    throw Error(ErrorKind::usage, "parse", "needs one of --conllu and --text (see 'dateline parse --help')");
  const Extractor extractor(resources_of(arguments));
  if (arguments.has(conllu)) {
    std::cout << extractor.parse_conllu(all_of_stdin());
    return 0;
  }
  const Document document = prose(all_of_stdin());
  std::cout << to_conllu(document, extractor.parse(document));
  return 0;
}

}  // namespace

const Command parse_command = {"parse",
                               "Tags, lemmas, dependency trees and names as CoNLL-U, from standard input.",
                               "",
                               {conllu, text, options::resources, options::help},
                               {{"dateline parse --text < article.txt", "sentences and words split by dateline"},
                                {"dateline parse --conllu < treebank.conllu", "for scoring against a treebank"}},
                               run};

}  // namespace dateline::cli
