// A document out of the store, and out of what merge made of it.
#pragma once

#include <string_view>

#include "graph/store/statement.hpp"

namespace dateline::store {

/// Removes documents one by one; finish() then sets right what their evidence had carried. The caller holds the
/// transaction.
class Removal {
 public:
  explicit Removal(const Database& database);

  /// False when no document has that source.
  bool remove(std::string_view source);

  /// Events and relations that lost their last evidence go; the others count their articles, origins and conflicts
  /// anew. Names that nobody speaks of any more go with the next merge.
  void finish();

 private:
  const Database& database_;
  Statement find_, delete_;
  Statement touch_events_, touch_relations_;
  bool removed_ = false;
};

}  // namespace dateline::store
