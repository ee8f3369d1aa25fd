#include "extract/time/reasons.hpp"

namespace dateline::time {
namespace {

void fill(std::string& text, std::string_view name, const std::string& value) {
  if (const std::size_t at = text.find(name); at != std::string::npos) text.replace(at, name.size(), value);
}

}  // namespace

Reasons::Reasons(const Resources& resources) {
  const Table& table = resources.table("en/time/reasons");
  for (const Row& row : table.rows) texts_.emplace(table.cell(row, "id"), table.cell(row, "text"));
}

std::string Reasons::text(std::string_view id, const std::string& anchor, const std::string& event) const {
  const auto found = texts_.find(id);
  if (found == texts_.end()) return "";
  std::string text = found->second;
  fill(text, "{anchor}", anchor);
  fill(text, "{event}", event);
  return text;
}

}  // namespace dateline::time
