// Text inside XML 1.0, as the readers of GraphML and GEXF need it.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// Element content: only what XML 1.0 allows, `&` and `<` escaped and nothing else. As CDATA where white space stands
/// alone between two of them, since Gephi's parser (the JDK's) loses that space.
std::string xml_text(std::string_view text);

/// The value of an attribute, without its quotation marks.
std::string xml_attribute(std::string_view text);

/// Gephi replaces "INF" by "Infinity" in every text column: U+2060 WORD JOINER after the I keeps "INF Treaty" as it is
/// to the eye.
std::string inf_guarded(std::string_view text);

}  // namespace dateline
