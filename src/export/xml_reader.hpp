// XML read from front to back (libxml2), without network, entities or external files.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace dateline {

class XmlReader {
 public:
  /// `bytes` must outlive the reader.
  explicit XmlReader(std::string_view bytes);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  enum class Event { start, text, end, done, broken };
  /// The next element's start (an empty element has an end too), text (CDATA included) or end.
  Event next();

  const std::string& name() const { return name_; }  ///< local name of the element
  const std::string& prefix() const { return prefix_; }
  const std::string& text() const { return text_; }
  /// "" for an attribute that is not there.
  std::string attribute(const std::string& name) const;
  bool has(const std::string& name) const { return attributes_.count(name) > 0; }
  std::size_t line() const;
  /// After `broken`: what is wrong with the markup.
  const std::string& error() const;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::string name_, prefix_, text_;
  std::map<std::string, std::string> attributes_;  ///< by local name
  bool empty_ = false;
};

}  // namespace dateline
