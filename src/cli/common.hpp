// What most commands need: resources as the options say, filters, the store's knowledge.
#pragma once

#include <string>

#include "cli/arguments.hpp"
#include "dateline/export.hpp"
#include "dateline/resources.hpp"
#include "dateline/store.hpp"

namespace dateline::cli {

/// The built-in tables, with --resources laid over them.
Resources resources_of(const Arguments& arguments);

/// --threads, or one for each processor.
int threads_of(const Arguments& arguments);

/// The filter that --from, --to, --entity, --kind, --type, --status, --min-origins and --limit describe. Throws Error{usage} on a name that the
/// knowledge or the ontology does not have.
Filter filter_of(const Arguments& arguments, const Knowledge& knowledge);
std::vector<Option> filter_options();

/// What the store of --db knows. Throws Error{store} when there is no such file.
Knowledge knowledge_of(const Arguments& arguments);

/// "1 article", "2 articles".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

/// The instant of the call, ISO 8601: "2024-11-09T16:24:05Z".
std::string now_utc();

/// The label of an event, with its status when it is not simply asserted.
std::string event_line(const Event& event);

/// How the date of an event is shown: "2024-11-04", "week of 2024-10-28", "June 2024", "before 2024-11-05", "undated".
std::string shown_date(const std::optional<EventDate>& date);

}  // namespace dateline::cli
