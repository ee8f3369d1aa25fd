// What a row of a table expects of its example, and whether the events found meet it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"

namespace dateline {

/// "agent=Police; detainee=men [claimed]": a participant or place a role, and the status, asserted unless said.
struct Expectation {
  std::vector<std::pair<std::string, std::string>> parts;
  std::string status = "asserted";

  explicit Expectation(std::string_view text);
  bool met_by(const Extraction& extraction, const EventMention& event) const;
};

/// A document of one sentence, published on Saturday 2024-11-09.
Document one_paragraph(std::string_view text);

/// For a person to compare: type, row, status, participants, place, date.
std::string written(const Extraction& extraction, const EventMention& event);
std::string written(const Extraction& extraction);  ///< a line an event

/// "resign after attack" for each link between two events, or for those that one row made.
std::vector<std::string> temporal_links(const Extraction& extraction, std::string_view rule = {});

/// "deploy 120 of 500" for each event whose number is told as a part of that of another one.
std::vector<std::string> part_links(const Extraction& extraction);

}  // namespace dateline
