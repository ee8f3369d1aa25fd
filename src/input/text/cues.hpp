// Tables of the kinds of text that surround an article, typed once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/resources.hpp"

namespace dateline::input {

/// Words that give a piece of text away.
struct Cue {
  enum class Where { whole, start, end, inside, early, credit, author };
  enum class Zone { any, head, tail };
  BlockKind kind = BlockKind::boilerplate;
  Where where = Where::whole;
  Zone zone = Zone::any;
  std::string text;         ///< folded
  std::size_t words = 0;    ///< the piece has at most so many
  bool opens_tail = false;  ///< what stands behind it is no part of the article, unless it plainly is
  bool by = false;          ///< ends with the word that opens a byline: a name must follow ("photo by")
  bool opens_list = false;  ///< the short lines behind it are of the same kind
};

struct CueTable {
  explicit CueTable(const Resources& resources);

  std::vector<Cue> cues;
  std::unordered_set<std::string> share_words;      ///< what share bars and tool bars consist of
  std::unordered_set<std::string> byline_words;     ///< "by": a byline starts with one
  std::unordered_set<std::string> byline_labels;    ///< "author": the same, with a colon behind them
  std::unordered_set<std::string> name_connectors;  ///< lower-case words inside names and bylines ("and", "de", "for")
  std::unordered_set<std::string> no_places;        ///< capitals before a colon or dash that are no place ("UPDATE")
  std::unordered_set<std::string> credit_words;     ///< what photo credits consist of beside names ("pool", "handout")
  std::unordered_set<std::string> rights_words;     ///< "copyright", "©"
};

/// A line of text, read once.
struct CueLine {
  std::string_view text;
  std::string_view folded;
  std::size_t words = 0;
  std::string_view byline;  ///< folded; the authors of the article, as far as they are known
};

/// The first cue that a line answers to; nothing for text of the article.
const Cue* cue_of(const CueTable& table, const CueLine& line, Cue::Zone zone);

}  // namespace dateline::input
