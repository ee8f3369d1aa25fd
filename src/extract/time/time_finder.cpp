#include "extract/time/time_finder.hpp"

namespace dateline {

struct TimeFinder::Rules {};

TimeFinder::TimeFinder(const Resources&) : rules_(std::make_unique<Rules>()) {}
TimeFinder::~TimeFinder() = default;

void TimeFinder::operator()(const Document&, Extraction&) const {}

}  // namespace dateline
