// XML read from front to back (libxml2), without network, entities or external files.
#pragma once

#include <functional>
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

  using Handler = std::function<void()>;
  /// Calls the handlers at every element's start, text (CDATA included) and end, also of an empty element, from front to
  /// back. Whether the markup is whole: else error() says what is wrong, and line() where.
  bool read(const Handler& start, const Handler& text, const Handler& end);

  const std::string& name() const { return name_; }  ///< local name of the element
  const std::string& prefix() const { return prefix_; }
  const std::string& text() const { return text_; }
  /// "" for an attribute that is not there.
  std::string attribute(const std::string& name) const;
  bool has(const std::string& name) const { return attributes_.count(name) > 0; }
  std::size_t line() const;
  const std::string& error() const;

 private:
  struct Handle;
  enum class Event { start, text, end, done, broken };
  Event next();

  std::unique_ptr<Handle> handle_;
  std::string name_, prefix_, text_;
  std::map<std::string, std::string> attributes_;  ///< by local name
  bool empty_ = false;
};

}  // namespace dateline
