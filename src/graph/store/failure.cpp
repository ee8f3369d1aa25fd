#include "graph/store/failure.hpp"

#include <sqlite3.h>

namespace dateline::store {

std::string explain(int code, std::string_view detail) {
  if (code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTINIT || code == SQLITE_READONLY_DIRECTORY) {
    return "was not closed by the program that wrote it last: open it once in a folder that can be written";
  }
  switch (code & 0xFF) {  // the low byte is the primary code: https://sqlite.org/rescode.html
    case SQLITE_NOTADB:
      return "is not an SQLite file, so no dateline store: name another file";
    case SQLITE_CORRUPT:
      return "is damaged: restore a copy, or remove it and ingest the documents again";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is being written by another program: try again when that is done";
    case SQLITE_READONLY:
      return "cannot be written: the file or its folder is read-only";
    case SQLITE_FULL:
      return "cannot be written: the disk is full; free some space and try again (nothing was changed)";
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "may not be opened: check the permissions of the file and its folder";
    case SQLITE_CANTOPEN:
      return "cannot be opened: " + std::string(detail);
    case SQLITE_IOERR:
      return "cannot be read or written (" + std::string(detail) + "): check the disk and its free space";
    case SQLITE_TOOBIG:
      return "cannot take a text that is longer than SQLite allows";
    case SQLITE_NOMEM:
      return "cannot be worked on: out of memory";
    default:
      return "SQLite says: " + std::string(detail);
  }
}

}  // namespace dateline::store
