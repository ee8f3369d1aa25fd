#include "export/xml_reader.hpp"

#include <limits>

#include <libxml/xmlreader.h>

#include "dateline/base/text.hpp"

namespace dateline {
namespace {

std::string string_of(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

}  // namespace

struct XmlReader::Handle {
  xmlTextReaderPtr reader = nullptr;
  std::string error;
  std::size_t error_line = 0;
};

XmlReader::XmlReader(std::string_view bytes) : handle_(std::make_unique<Handle>()) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    handle_->error = "more than 2 GB";
    return;
  }
  handle_->reader = xmlReaderForMemory(bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr,
                                       XML_PARSE_NONET | XML_PARSE_NOBLANKS | XML_PARSE_NOWARNING);
  if (!handle_->reader) return;
  xmlTextReaderSetStructuredErrorHandler(
      handle_->reader,
      [](void* data, xmlErrorPtr error) {
        auto* handle = static_cast<Handle*>(data);
        if (!error || error->level < XML_ERR_ERROR || !handle->error.empty()) return;
        handle->error = squeeze(error->message ? error->message : "");
        handle->error_line = error->line > 0 ? static_cast<std::size_t>(error->line) : 0;
      },
      handle_.get());
}

XmlReader::~XmlReader() {
  if (handle_->reader) xmlFreeTextReader(handle_->reader);
}

bool XmlReader::read(const Handler& start, const Handler& text, const Handler& end) {
  for (;;) {
    switch (next()) {
      case Event::start:
        start();
        break;
      case Event::text:
        text();
        break;
      case Event::end:
        end();
        break;
      case Event::broken:
        return false;
      case Event::done:
        return true;
    }
  }
}

XmlReader::Event XmlReader::next() {
  if (empty_) {
    empty_ = false;
    return Event::end;
  }
  while (handle_->reader) {
    const int more = xmlTextReaderRead(handle_->reader);
    if (more == 0) return handle_->error.empty() ? Event::done : Event::broken;
    if (more < 0) break;
    switch (xmlTextReaderNodeType(handle_->reader)) {
      case XML_READER_TYPE_ELEMENT: {
        name_ = string_of(xmlTextReaderConstLocalName(handle_->reader));
        prefix_ = string_of(xmlTextReaderConstPrefix(handle_->reader));
        attributes_.clear();
        empty_ = xmlTextReaderIsEmptyElement(handle_->reader) == 1;
        while (xmlTextReaderMoveToNextAttribute(handle_->reader) == 1) {
          attributes_[string_of(xmlTextReaderConstLocalName(handle_->reader))] =
              string_of(xmlTextReaderConstValue(handle_->reader));
        }
        xmlTextReaderMoveToElement(handle_->reader);
        return Event::start;
      }
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
        text_ = string_of(xmlTextReaderConstValue(handle_->reader));
        return Event::text;
      case XML_READER_TYPE_END_ELEMENT:
        name_ = string_of(xmlTextReaderConstLocalName(handle_->reader));
        return Event::end;
      default:
        break;
    }
  }
  if (handle_->error.empty()) handle_->error = "cannot be read";
  return Event::broken;
}

std::string XmlReader::attribute(const std::string& name) const {
  const auto found = attributes_.find(name);
  return found == attributes_.end() ? std::string() : found->second;
}

std::size_t XmlReader::line() const {
  if (handle_->error_line > 0) return handle_->error_line;
  xmlNodePtr node = handle_->reader ? xmlTextReaderCurrentNode(handle_->reader) : nullptr;
  const long line = node ? xmlGetLineNo(node) : 0;
  return line > 0 ? static_cast<std::size_t>(line) : 0;
}

const std::string& XmlReader::error() const { return handle_->error; }

}  // namespace dateline
