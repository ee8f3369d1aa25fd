#include "export/linked/iri.hpp"

#include "dateline/base/hash.hpp"

namespace dateline {
namespace {

constexpr std::string_view base = "urn:dateline:";

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                      c == '_' || c == '.' || c == '~';
    if (kept) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

}  // namespace

std::string iri(std::string_view id) { return std::string(base) + percent_encoded(id); }

std::string iri(std::string_view kind, std::string_view id) {
  return std::string(base) + std::string(kind) + ":" + percent_encoded(id);
}

std::string wikidata_iri(std::string_view item) { return "http://www.wikidata.org/entity/" + percent_encoded(item); }

std::string iri(const DocumentInfo& document) {
  return iri("document", hexadecimal(fnv1a(document.source + "\n" + document.sha256)));
}

IsoDates iso_dates(const EventDate& date) {
  const auto [first, last] = date.days;
  const bool one = first && last;
  if (one && (date.precision == Precision::year || date.precision == Precision::month)) {
    const std::string day = iso_day(*first);
    return {day.substr(0, day.size() - (date.precision == Precision::year ? 6 : 3)), ""};
  }
  const bool instant = date.precision == Precision::minute && date.edtf.find('/') == date.edtf.npos;
  if (one && *first == *last) return {instant ? date.edtf : iso_day(*first), ""};
  return {first ? iso_day(*first) : "", last ? iso_day(*last) : ""};
}

}  // namespace dateline
