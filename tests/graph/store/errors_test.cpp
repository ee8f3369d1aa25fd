// Bad files of every kind: one clear line, and the file is left as it was.
#include <random>

#include <doctest/doctest.h>
#include <unistd.h>

#include "dateline/base/error.hpp"
#include "dateline/base/files.hpp"
#include "dateline/store.hpp"
#include "graph/store/generator.hpp"
#include "graph/store/migrations.hpp"
#include "graph/store/reading_writer.hpp"
#include "graph/store/sample.hpp"
#include "graph/store/transaction.hpp"

using namespace dateline;
using test::TemporaryFile;
using test::write_sample;

namespace {

/// The message of opening, without the path before it; "" when it opens.
std::string error_of(const std::string& path, StoreMode mode) {
  try {
    Store::open(path, mode).counts();
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::store);
    const std::string message = error.what();
    CHECK(message.starts_with(path + ": "));
    CHECK(message.find('\n') == std::string::npos);
    return message.substr(path.size() + 2);
  }
  return "";
}

void run_sql(const std::string& path, const std::string& sql) { store::Database(path, StoreMode::write).run(sql); }

}  // namespace

TEST_CASE("a file that is not there") {
  const TemporaryFile file;
  CHECK(error_of(file.path(), StoreMode::read) == "does not exist: ingest documents into it first");
  CHECK_FALSE(std::filesystem::exists(file.path()));
  const std::string nowhere = (file.folder() / "no/such/folder/kg.db").string();
  CHECK(error_of(nowhere, StoreMode::write) == "cannot be opened: No such file or directory");
  CHECK(error_of(file.folder().string(), StoreMode::write) == "is a folder, not a store");
  CHECK_THROWS_WITH_AS(Store::open("", StoreMode::write), "--db: needs the name of a file", Error);
}

TEST_CASE("a file that is no database is refused and left as it was") {
  const TemporaryFile file;
  const std::string text =
      "Dear diary, today I met an old friend in town and we talked for hours about SQLite. " + std::string(2000, 'x');
  write_file(file.path(), text);
  for (const StoreMode mode : {StoreMode::read, StoreMode::write}) {
    CHECK(error_of(file.path(), mode) == "is not an SQLite file, so no dateline store: name another file");
  }
  CHECK(read_file(file.path()) == text);
}

TEST_CASE("an empty file becomes a store, but only for writing") {
  const TemporaryFile file;
  write_file(file.path(), "");
  CHECK(error_of(file.path(), StoreMode::read) == "is empty, not a dateline store: ingest documents into it first");
  CHECK(error_of(file.path(), StoreMode::write) == "");
  CHECK(error_of(file.path(), StoreMode::read) == "");
}

TEST_CASE("a database of another program is refused and left as it was") {
  const TemporaryFile file;
  run_sql(file.path(), "PRAGMA journal_mode = WAL; CREATE TABLE bookmarks (url TEXT)");
  const std::string bytes = read_file(file.path());
  for (const StoreMode mode : {StoreMode::read, StoreMode::write}) {
    CHECK(error_of(file.path(), mode) ==
          "is an SQLite file of another program, not a dateline store: name another file");
  }
  CHECK(read_file(file.path()) == bytes);
}

TEST_CASE("a store of a newer dateline is refused") {
  const TemporaryFile file;
  write_sample(file.path());
  run_sql(file.path(), "PRAGMA user_version = 77");
  const std::string bytes = read_file(file.path());
  for (const StoreMode mode : {StoreMode::read, StoreMode::write}) {
    CHECK(error_of(file.path(), mode) == "was written by a newer dateline (schema 77, this one knows " +
                                             std::to_string(store::migrations().size()) +
                                             "): use that version or a newer one");
  }
  CHECK(read_file(file.path()) == bytes);
}

TEST_CASE("a damaged file is an error or a list of problems, never a crash") {
  const TemporaryFile file;
  write_sample(file.path());
  const std::string bytes = read_file(file.path());
  for (std::size_t page = 0; page * 4096 < bytes.size(); ++page) {
    CAPTURE(page);
    std::string spoilt = bytes;
    std::fill_n(spoilt.begin() + static_cast<std::ptrdiff_t>(page * 4096 + (page == 0 ? 100 : 0)), 3000, '\xA5');
    write_file(file.path(), spoilt);
    try {
      const Store store = Store::open(file.path(), StoreMode::read);
      CHECK_FALSE(store.verify().empty());
      store.readings();
      store.knowledge();
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::store);
    }
  }
}

TEST_CASE("a store that is opened for writing and not written to keeps its bytes") {
  const TemporaryFile file;
  write_sample(file.path());
  const std::string bytes = read_file(file.path());
  CHECK(error_of(file.path(), StoreMode::write) == "");
  CHECK(read_file(file.path()) == bytes);
}

TEST_CASE("bytes that fell over anywhere are an error or a list of problems, never a crash") {
  const TemporaryFile file;
  write_sample(file.path());
  const std::string bytes = read_file(file.path());
  std::mt19937 random(1);
  for (int round = 0; round < 60; ++round) {
    std::string spoilt = bytes;
    for (int i = 0; i < 40; ++i) spoilt[100 + random() % (bytes.size() - 100)] = static_cast<char>(random());
    write_file(file.path(), spoilt);
    try {
      Store store = Store::open(file.path(), round % 2 == 0 ? StoreMode::read : StoreMode::write);
      store.verify();
      store.search("met OR denied", 10);
      store.readings();
      store.knowledge();
      store.remove("morning.txt");
    } catch (const Error& error) {
      CHECK(error.kind() == ErrorKind::store);
    }
  }
}

TEST_CASE("a conflict over the evidence of another event is damage, not an index out of range") {
  const TemporaryFile file;
  write_sample(file.path());
  run_sql(file.path(), "UPDATE conflict_evidence SET evidence_id = 3 WHERE id = 1");
  CHECK_THROWS_WITH_AS(Store::open(file.path(), StoreMode::read).knowledge(),
                       doctest::Contains("is damaged: it has a conflict over the evidence of another event"), Error);
}

TEST_CASE("a file that was cut short is damaged") {
  const TemporaryFile file;
  write_sample(file.path());
  const std::string bytes = read_file(file.path());
  for (const std::size_t size : {std::size_t{50}, std::size_t{4096}, bytes.size() / 2, bytes.size() - 4096}) {
    CAPTURE(size);
    write_file(file.path(), bytes.substr(0, size));
    CHECK(error_of(file.path(), StoreMode::read) ==
          "is damaged: restore a copy, or remove it and ingest the documents again");
  }
}

TEST_CASE("a store that another program writes to can be read and is waited for") {
  const TemporaryFile file;
  write_sample(file.path());
  store::Database writer(file.path(), StoreMode::write);
  store::Transaction transaction(writer);
  writer.run("DELETE FROM event_content");
  CHECK(Store::open(file.path(), StoreMode::read).counts().documents == 2);
  store::Database second(file.path(), StoreMode::write, 10);
  CHECK_THROWS_WITH_AS(store::Transaction{second},
                       (file.path() + ": is being written by another program: try again when that is done").c_str(),
                       Error);
}

TEST_CASE("a full disk leaves the store as it was") {
  const TemporaryFile file;
  write_sample(file.path());
  test::Generator generator(1);
  {
    store::Database database(file.path(), StoreMode::write);
    database.integer("PRAGMA max_page_count = " + std::to_string(database.integer("PRAGMA page_count") + 2));
    const auto fill = [&] {
      store::Transaction transaction(database);
      store::ReadingWriter writer(database, "2024-11-10T08:00:00Z");
      for (int i = 0; i < 100; ++i) writer.write(generator.reading("more/" + std::to_string(i)));
      transaction.commit();
    };
    CHECK_THROWS_WITH_AS(fill(), doctest::Contains("cannot be written: the disk is full"), Error);
  }
  const Store store = Store::open(file.path(), StoreMode::read);
  CHECK(store.counts().documents == 2);
  CHECK(store.knowledge() == test::sample_knowledge(test::sample_readings()));
  CHECK(store.verify().empty());
}

TEST_CASE("writing to a store that is open for reading") {
  const TemporaryFile file;
  write_sample(file.path());
  Store store = Store::open(file.path(), StoreMode::read);
  CHECK_THROWS_WITH_AS(store.put(test::sample_readings(), "2024-11-10T08:00:00Z"),
                       doctest::Contains("cannot be written: the file or its folder is read-only"), Error);
  CHECK_THROWS_AS(store.remove("morning.txt"), Error);
}

TEST_CASE("a read-only file, or a file in a read-only folder, can be read and not written" *
          doctest::skip(geteuid() == 0)) {
  const TemporaryFile file;
  write_sample(file.path());
  const auto check = [&] {
    CHECK(error_of(file.path(), StoreMode::read) == "");
    CHECK(error_of(file.path(), StoreMode::write) == "cannot be written: the file or its folder is read-only");
  };
  std::filesystem::permissions(file.path(), std::filesystem::perms::owner_read);
  check();
  std::filesystem::permissions(file.path(), std::filesystem::perms::owner_all);
  std::filesystem::permissions(file.folder(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
  check();
  std::filesystem::permissions(file.folder(), std::filesystem::perms::owner_all);
}
