// Event and relation types, read from resources/ontology/ and a user's overlay.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/findings.hpp"
#include "dateline/resources.hpp"

namespace dateline {

struct RoleType {
  std::string name;
  bool optional = false;
  bool several = false;
};

/// How near in time two tellings of one happening are.
enum class MergeWindow { same_day, next_day, same_week, same_month, never };

struct EventType {
  std::string id;
  std::vector<RoleType> roles;           ///< the syntactic agent first
  bool symmetric = false;                ///< the role with `several` has no direction
  bool speech = false;                   ///< a speech act: itself asserted
  std::optional<Status> content_status;  ///< what a speech act speaks of has this status
  std::vector<std::string> modes;
  MergeWindow merge = MergeWindow::same_day;
  std::string plover_event, plover_mode, cameo;  ///< "" where the ontology has no such type
};

struct RelationType {
  std::string id;
  bool symmetric = false;
};

class Ontology {
 public:
  /// Throws Error{resource} on a bad row.
  explicit Ontology(const Resources& resources);

  /// Null when there is none of that id.
  const EventType* event(std::string_view id) const;
  const RelationType* relation(std::string_view id) const;
  const std::vector<EventType>& events() const { return events_; }
  const std::vector<RelationType>& relations() const { return relations_; }

 private:
  std::vector<EventType> events_;
  std::vector<RelationType> relations_;
};

}  // namespace dateline
