#include "extract/event/expectation.hpp"

#include <algorithm>

#include "dateline/base/text.hpp"

namespace dateline {
namespace {

bool names(const LocalEntity& entity, std::string_view text) {
  return entity.name.find(text) != std::string::npos ||
         std::any_of(entity.mentions.begin(), entity.mentions.end(),
                     [&](const EntityMention& mention) { return mention.text == text; });
}

bool has_part(const Extraction& extraction, const EventMention& event, std::string_view role, std::string_view text) {
  if (role == "place" && event.place && names(extraction.entities[*event.place], text)) return true;
  return std::any_of(event.participants.begin(), event.participants.end(), [&](const Participant& one) {
    return one.role == role && names(extraction.entities[one.entity], text);
  });
}

}  // namespace

Expectation::Expectation(std::string_view text) {
  if (const std::size_t bracket = text.find('['); bracket != text.npos) {
    status = text.substr(bracket + 1, text.find(']') - bracket - 1);
    text = text.substr(0, bracket);
  }
  for (const std::string_view part : split(text, ';')) {
    const std::size_t equals = part.find('=');
    if (equals != part.npos) parts.emplace_back(trim(part.substr(0, equals)), trim(part.substr(equals + 1)));
  }
}

bool Expectation::met_by(const Extraction& extraction, const EventMention& event) const {
  return name(event.status) == status && std::all_of(parts.begin(), parts.end(), [&](const auto& part) {
           return has_part(extraction, event, part.first, part.second);
         });
}

Document one_paragraph(std::string_view text) {
  Document document;
  document.source = "example";
  document.text = text;
  document.blocks.push_back({BlockKind::paragraph, {0, static_cast<std::uint32_t>(text.size())}});
  document.published = Published{"2024-11-09", "example"};
  return document;
}

std::string written(const Extraction& extraction, const EventMention& event) {
  std::string out = event.type + " [" + event.rule + "] " + std::string(name(event.status));
  for (const Participant& one : event.participants) out += "; " + one.role + "=" + extraction.entities[one.entity].name;
  if (event.place) out += "; place=" + extraction.entities[*event.place].name;
  if (event.date) out += "; " + event.date->edtf;
  return out;
}

std::vector<std::string> temporal_links(const Extraction& extraction, std::string_view rule) {
  std::vector<std::string> lines;
  for (const EventMention& event : extraction.events) {
    for (const TemporalMention& link : event.temporal) {
      if (rule.empty() || link.rule == rule)
        lines.push_back(event.type + " " + std::string(name(link.relation)) + " " + extraction.events[link.event].type);
    }
  }
  return lines;
}

std::vector<std::string> part_links(const Extraction& extraction) {
  const auto count = [](const EventMention& event) {
    return event.amounts.empty() ? std::string("?") : event.amounts.front().text;
  };
  std::vector<std::string> lines;
  for (const EventMention& event : extraction.events) {
    if (event.part_of)
      lines.push_back(event.type + " " + count(event) + " of " + count(extraction.events[*event.part_of]));
  }
  return lines;
}

std::string written(const Extraction& extraction) {
  std::string out;
  for (const EventMention& event : extraction.events) out += "\n  " + written(extraction, event);
  return out.empty() ? "\n  nothing" : out;
}

}  // namespace dateline
