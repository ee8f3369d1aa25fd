#include <iostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/terminal.hpp"
#include "dateline/base/error.hpp"
#include "dateline/merge.hpp"

namespace dateline::cli {
namespace {

int run(const Arguments& arguments) {
  if (arguments.operands().empty())
    throw Error(ErrorKind::usage, "delete",
                "needs the sources of the articles to remove, as 'dateline timeline' shows them");
  Store::open(arguments.db(), StoreMode::read);  // must exist: a store is not made to delete from it
  Store store = Store::open(arguments.db(), StoreMode::write);
  int unknown = 0;
  for (const std::string& source : arguments.operands()) {
    if (store.remove(source)) continue;
    warn(source + ": the store has no article of this source");
    ++unknown;
  }
  if (!store.merged()) store.put_knowledge(merge(store.readings(), resources_of(arguments)));
  std::cout << arguments.operands().size() - static_cast<std::size_t>(unknown) << " removed, "
            << store.counts().documents << " left\n";
  return unknown > 0 ? 1 : 0;
}

}  // namespace

const Command delete_command = {
    "delete",
    "Removes articles and everything that they alone said.",
    "SOURCE...",
    {options::db, options::resources, options::help},
    {{"dateline delete articles/retracted.txt --db kg.db", "an article that was withdrawn"}},
    run};

}  // namespace dateline::cli
