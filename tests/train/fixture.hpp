// The sentences on which the trainer is tried.
#pragma once

#include <string>
#include <vector>

#include "dateline/base/files.hpp"
#include "train/treebank.hpp"

namespace dateline::train {

inline std::vector<GoldSentence> fixture() {
  return read_treebank(read_file(std::string(DATELINE_SOURCE_DIR) + "/tests/extract/syntax/treebank.conllu"));
}

}  // namespace dateline::train
