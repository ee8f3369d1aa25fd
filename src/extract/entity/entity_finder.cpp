#include "extract/entity/entity_finder.hpp"

namespace dateline {

struct EntityFinder::Rules {};

EntityFinder::EntityFinder(const Resources&) : rules_(std::make_unique<Rules>()) {}
EntityFinder::~EntityFinder() = default;

void EntityFinder::operator()(const Document&, Extraction&) const {}

}  // namespace dateline
