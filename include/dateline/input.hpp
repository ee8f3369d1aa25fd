// Files, folders, feeds and streams into Documents: format, encoding, title, publication date, and which part of the text is prose.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dateline/model/document.hpp"
#include "dateline/resources.hpp"

namespace dateline {

struct InputOptions {
  std::optional<std::string> fallback_date;  ///< EDTF, for documents that carry no publication date
};

/// Something that could not be read, said in one line; reading goes on.
struct Problem {
  std::string where;  ///< "FILE", "FILE:LINE", "FILE#RECORD"
  std::string what;
};

/// One thing to read: a file, or "-" for standard input.
struct Source {
  std::string name;  ///< as given on the command line, or the folder as given joined with the path below it
};

/// Files in the order given, folders recursively in byte order of their paths (hidden files and unknown endings left out). A path that does
/// not exist, or a folder with nothing to read, is a problem.
std::vector<Source> list_sources(const std::vector<std::string>& paths, std::vector<Problem>& problems);

/// Reads documents: immutable, shared by threads.
class Reader {
 public:
  Reader(const Resources& resources, InputOptions options);
  ~Reader();
  Reader(Reader&&) noexcept;

  /// Calls `found` for each document of a source, in order, and `problem` for each record that cannot be read. Never throws on content.
  void read(const Source& source, const std::function<void(Document&&)>& found,
            const std::function<void(Problem&&)>& problem) const;

  /// The same for bytes in memory, as a source of that name would give them.
  void read_bytes(std::string_view name, std::string bytes, const std::function<void(Document&&)>& found,
                  const std::function<void(Problem&&)>& problem) const;

  /// A document from a plain text in memory, as a .txt file of that name would give. `published` (EDTF) wins over what the text says.
  Document from_text(std::string_view source, std::string text, std::optional<std::string> published,
                     std::string_view title) const;

 private:
  struct Rules;
  std::unique_ptr<const Rules> rules_;
};

}  // namespace dateline
