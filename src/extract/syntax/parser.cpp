#include "extract/syntax/parser.hpp"

namespace dateline {

struct Parser::Rules {};

Parser::Parser(const Resources&) : rules_(std::make_unique<Rules>()) {}
Parser::~Parser() = default;

void Parser::operator()(const Document&, Extraction&) const {}

}  // namespace dateline
