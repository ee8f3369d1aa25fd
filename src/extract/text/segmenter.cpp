#include "extract/text/segmenter.hpp"

namespace dateline {

struct Segmenter::Rules {};

Segmenter::Segmenter(const Resources&) : rules_(std::make_unique<Rules>()) {}
Segmenter::~Segmenter() = default;

void Segmenter::operator()(const Document&, Extraction&) const {}

}  // namespace dateline
