// The lines of JSON that `dateline extract` reads and writes and that `dateline load` takes back.
//
// In, one object a line; `id` and `text` are required:
//
//   {"id": "...", "text": "...", "published": EDTF|null, "title"?: "..."}
//
// Out, one object a line. Offsets are Unicode code points into `text`, half open; indices point into the arrays of the
// same line. Keys marked `?` are left out when empty:
//
//   {"id", "published": EDTF|null, "anchor"?: {"edtf", "why"},
//    "times":     [{"start", "end", "text", "type", "value", "mod"?, "edtf": "..."|null, "precision"?, "anchor"?, "anchor_event"?,
//    "rule", "why"?,
//                   "days"?: {"start", "end"},                  only where they are not what "edtf" denotes
//                   "alternatives"?: [{"edtf", "why"}]}],
//    "entities":  [{"id": 0, "name", "kind", "country"?, "key"?, "mentions": [{"start", "end", "text", "form"}]}],
//    "events":    [{"type", "trigger": {"start", "end", "text"}, "sentence": {"start", "end"}, "participants":
//    [{"role", "entity": 0}],
//                   "place"?: 3, "date": null | as in the timeline JSON, "time"?: 0, "status", "attribution"?: [2],
//                   "content"?: [5], "temporal"?: [{"relation", "event": 5, "rule"?}], "part_of"?: 4, "about"?, "amounts"?: [{"role", "text", "value": number|null}], "mode"?, "negated"?: true, "rule"}],
//    "relations": [{"type", "from": 0, "to"?: 1, "text"?, "span": {"start", "end", "text"}, "sentence": {"start",
//    "end"},
//                   "since"?, "until"?, "rule"}],
//    "document"?: {"source", "text", "blocks": [{"kind", "start", "end"}], "sentences": [[start, end]], "title"?,
//    "publisher"?, "byline"?,
//                  "agencies"?: ["..."], "url"?, "published_from"?, "dateline_place"?, "dateline_day"?, "sha256", "made_by"?}}
//
// `document` is what `load` needs beside the findings. A line with it is complete: reading it gives back the same
// Document and Findings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dateline/model/document.hpp"
#include "dateline/model/findings.hpp"

namespace dateline {

/// One line of input to `dateline extract`.
struct ExtractRequest {
  std::string id;
  std::string text;
  std::optional<std::string> published;  ///< EDTF, not yet checked
  std::string title;
  bool operator==(const ExtractRequest&) const = default;
};

/// Throws Error{input} with `where` ("-:12") when the line is no JSON object, lacks `id` or `text`, or a key has the
/// wrong kind of value.
ExtractRequest read_request(std::string_view line, std::string_view where);

enum class WithDocument { no, yes };

/// One line of output, without its line end. `document.text` must be the text that the findings count in; what a stage
/// did not run for is an empty array. Broken UTF-8 becomes U+FFFD, one for each byte.
std::string findings_line(std::string_view id, const Document& document, const Findings& findings, WithDocument with);

/// A line of output read back.
struct LoadedFindings {
  std::string id;
  std::optional<std::string> published;
  Findings findings;                 ///< `sentences` only when there was a `document`
  std::optional<Document> document;  ///< with `published` and `blocks` (in bytes) filled in
};

/// Throws Error{input} with `where` when the line is no such object, or an index or offset in it points nowhere.
LoadedFindings read_findings(std::string_view line, std::string_view where);

}  // namespace dateline
