// Direct speech: what stands between quotation marks, over as many sentences as it lasts, and who says it.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "extract/event/arguments.hpp"

namespace dateline {

/// A stretch of direct speech inside one paragraph.
struct Quotation {
  Span tokens;  ///< between the marks
  TokenIndex verb =
      0;           ///< of saying (class `saying_verb`), in a sentence that the quotation touches or in the one before
  Heads speakers;  ///< its subjects
};

/// Made for one document; holds references.
class Quotations {
 public:
  Quotations(const Document& document, const Extraction& extraction, const Tree& tree, const Classes& classes,
             const Arguments& arguments);

  /// The quotation that a token stands in, when it is known who speaks.
  const Quotation* of(TokenIndex token) const;
  const std::vector<Quotation>& all() const { return all_; }

  /// The heads of the main clauses of a quotation, one or more a sentence, in order.
  std::vector<TokenIndex> clauses(const Quotation& quotation) const;

 private:
  enum class Mark { none, opens, closes, either };
  Mark mark(TokenIndex token) const;
  std::vector<Span> marked() const;
  void attribute(const Span& tokens);
  TokenIndex opinion(TokenIndex head) const;
  bool is_said_by_someone(TokenIndex verb) const;
  const std::vector<TokenIndex>& saying_verbs(std::uint32_t sentence);
  std::optional<TokenIndex> saying_verb(std::uint32_t sentence, const Span& near);

  const Document& document_;
  const Extraction& extraction_;
  const Tree& tree_;
  const Classes& classes_;
  const Arguments& arguments_;
  std::vector<bool> quoted_;
  std::map<std::uint32_t, std::vector<TokenIndex>> saying_;  ///< of the sentences asked for: their verbs of saying
  std::vector<Quotation> all_;
};

}  // namespace dateline
