// Which longer name of a document a shorter one stands for: parts left out, heads left out, the name of a storm.
#pragma once

#include "extract/entity/cast.hpp"

namespace dateline::entity {

/// Whether `shorter` is `longer` said shortly: "Emergencies Ministry" after "Russian Emergencies Ministry", "Kursk" beside "Kursk region",
/// "Northrop" for "Northrop Grumman", "Green Future" for "Green Future Party", "the House" for "House of Representatives",
/// "Agnes" for "Hurricane Agnes". Both are no persons.
bool is_short_form(const Rules& rules, const Member& shorter, const Member& longer);

/// Whether a noun heads the name: "court" of "High Court" and of "Court of Appeal", no "city" of "City University".
bool is_headed_by(const Rules& rules, const Member& member, const std::string& noun);

/// Whether the longer says no more than what kind of place the shorter is: "Municipality of Livorno".
bool only_introduces(const Rules& rules, const Member& longer, const Member& shorter);

/// Whether a word is what a storm or an operation of this name is called by.
bool is_called(const Rules& rules, const std::string& word, const Member& event);

/// "AirTanker Ltd." without what every company's name ends with.
std::vector<std::string> base_form(const Page& page, const Rules& rules, std::vector<std::string> words, Span tokens);

/// "Daniel and Rachel Smith": whether the name at `i` is a given name that only "and" parts from a full one.
bool shares_surname(const Page& page, const Rules& rules, const std::vector<NameMention>& names, std::size_t i);

/// Under what a name is found again: "U.S. Constitution", "United States Constitution" and "Constitution of the United States" are one.
std::string name_key(const Page& page, const Rules& rules, const NameMention& mention,
                     const std::vector<std::string>& own);

}  // namespace dateline::entity
