#include "graph/merge/amended.hpp"

#include <algorithm>

namespace dateline::merging {
namespace {

// The EDTF of a date that rests on `old` alone: that day, or a bound of it; "" for any other.
std::string in_place(const std::string& edtf, const std::string& old, const std::string& now) {
  if (edtf == old) return now;
  if (now.find('/') != now.npos) return "";
  if (edtf == "../" + old) return "../" + now;
  if (edtf == old + "/..") return now + "/..";
  return "";
}

void move_date(EventDate& date, const TimeMention& time, const std::string& old, const std::string& own_why) {
  const std::string edtf = in_place(date.edtf, old, time.edtf);
  std::optional<EventDate> moved = event_date(edtf, date.basis);
  if (!moved) return;
  if (edtf == time.edtf) {
    moved->precision = time.precision;
    moved->alternatives = time.alternatives;
  } else {
    moved->alternatives = {{date.edtf, own_why}};
  }
  date = std::move(*moved);
}

}  // namespace

Findings& Amended::findings(std::uint32_t document) {
  std::unique_ptr<Reading>& copy = copies_[document];
  if (!copy) {
    copy = std::make_unique<Reading>(*readings_[document]);
    readings_[document] = copy.get();
  }
  return copy->findings;
}

bool Amended::recount(std::uint32_t document, std::uint32_t index, const Recounted& to) {
  const std::optional<EdtfDate> date = parse_edtf(to.edtf);
  if (!date) return false;
  Findings& all = findings(document);
  TimeMention& time = all.times[index];
  const std::string old = time.edtf;
  if (const auto own = single_day(time.anchor); own && own == day_published(readings_[document]->document))
    anchors_[document].emplace(to.anchor, to.why);
  time.value = to.value, time.mod = to.mod, time.edtf = to.edtf;
  time.days = date->days;
  time.precision = date->precision;
  time.anchor = to.anchor, time.why = to.why;
  time.alternatives = to.alternatives;
  std::erase_if(time.alternatives, [&](const DateAlternative& other) { return other.edtf == old; });
  time.alternatives.insert(time.alternatives.begin(), {old, to.own_why});
  for (EventMention& event : all.events) {
    if (event.time == index && event.date) move_date(*event.date, time, old, to.own_why);
  }
  return true;
}

std::optional<std::pair<std::string, std::string>> Amended::anchor(std::uint32_t document) const {
  const auto found = anchors_.find(document);
  if (found == anchors_.end() || found->second.size() != 1) return std::nullopt;
  return *found->second.begin();
}

void Amended::follow_ranges(std::uint32_t document, const std::map<std::string, std::string>& moved,
                            const std::string& own_why) {
  if (moved.size() < 2) return;
  for (EventMention& event : findings(document).events) {
    if (!event.time || !event.date) continue;
    const std::size_t slash = event.date->edtf.find('/');
    if (slash == std::string::npos) continue;
    const auto first = moved.find(event.date->edtf.substr(0, slash)),
               last = moved.find(event.date->edtf.substr(slash + 1));
    if (first == moved.end() || last == moved.end()) continue;
    std::optional<EventDate> date = event_date(first->second + "/" + last->second, event.date->basis);
    if (!date) continue;
    date->alternatives = {{event.date->edtf, own_why}};
    event.date = std::move(date);
  }
}

std::optional<DayNumber> single_day(std::string_view edtf) {
  const std::optional<EdtfDate> date = parse_edtf(edtf);
  if (!date || !date->days.first || date->days.first != date->days.last) return std::nullopt;
  return date->days.first;
}

std::optional<DayNumber> day_published(const Document& document) {
  return document.published ? single_day(document.published->edtf) : std::nullopt;
}

}  // namespace dateline::merging
