// What a row of frames.tsv expects of its example, and whether the events found meet it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/base/text.hpp"
#include "dateline/model/document.hpp"
#include "dateline/model/extraction.hpp"

namespace dateline::test {

inline Document one_paragraph(std::string_view text) {
  Document document;
  document.source = "test";
  document.text = text;
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}});
  document.published = Published{"2024-11-09", "test"};
  return document;
}

inline bool names(const LocalEntity& entity, std::string_view text) {
  if (entity.name == text) return true;
  for (const EntityMention& mention : entity.mentions) {
    if (mention.text == text) return true;
  }
  return entity.name.find(text) != std::string::npos;
}

inline bool has_part(const Extraction& extraction, const EventMention& event, std::string_view role,
                     std::string_view text) {
  if (role == "place" && event.place && names(extraction.entities[*event.place], text)) return true;
  for (const Participant& one : event.participants) {
    if (one.role == role && names(extraction.entities[one.entity], text)) return true;
  }
  return false;
}

/// "agent=Police; detainee=men [claimed]"
struct Expectation {
  std::vector<std::pair<std::string, std::string>> parts;
  std::string status = "asserted";

  explicit Expectation(std::string_view text) {
    if (const std::size_t bracket = text.find('['); bracket != text.npos) {
      status = text.substr(bracket + 1, text.find(']') - bracket - 1);
      text = text.substr(0, bracket);
    }
    for (const std::string_view part : split(text, ';')) {
      const std::size_t equals = part.find('=');
      if (equals != part.npos) parts.emplace_back(trim(part.substr(0, equals)), trim(part.substr(equals + 1)));
    }
  }

  bool met_by(const Extraction& extraction, const EventMention& event) const {
    if (name(event.status) != status) return false;
    for (const auto& [role, text] : parts) {
      if (!has_part(extraction, event, role, text)) return false;
    }
    return true;
  }
};

inline std::string written(const Extraction& extraction, const EventMention& event) {
  std::string out = event.type + " [" + event.rule + "] " + std::string(name(event.status));
  for (const Participant& one : event.participants) out += "; " + one.role + "=" + extraction.entities[one.entity].name;
  if (event.place) out += "; place=" + extraction.entities[*event.place].name;
  if (event.date) out += "; " + event.date->edtf;
  return out;
}

inline std::string written(const Extraction& extraction) {
  std::string out;
  for (const EventMention& event : extraction.events) out += "\n  " + written(extraction, event);
  return out.empty() ? "\n  nothing" : out;
}

}  // namespace dateline::test
