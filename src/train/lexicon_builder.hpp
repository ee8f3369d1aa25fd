// The lexicon of a model: meaning classes and names from WordNet 3.0, names and titles from the tables of resources/en/entity.
#pragma once

#include <string>

#include "extract/syntax/lexicon.hpp"

namespace dateline::train {

/// `wordnet` is the folder of data.noun, index.noun, ... ("" for none), `tables` that of countries.tsv, given_names.tsv, ...
/// ("" for none). Throws Error{input} when a file cannot be read.
syntax::LexiconLists build_lexicon(const std::string& wordnet, const std::string& tables);

}  // namespace dateline::train
