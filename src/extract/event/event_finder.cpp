#include "extract/event/event_finder.hpp"

namespace dateline {

struct EventFinder::Rules {};

EventFinder::EventFinder(const Resources&) : rules_(std::make_unique<Rules>()) {}
EventFinder::~EventFinder() = default;

void EventFinder::operator()(const Document&, Extraction&) const {}

}  // namespace dateline
