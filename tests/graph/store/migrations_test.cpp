#include "graph/store/migrations.hpp"

#include <array>

#include <doctest/doctest.h>

#include "dateline/base/error.hpp"
#include "dateline/store.hpp"
#include "graph/store/generator.hpp"

using namespace dateline;
using namespace dateline::store;
using dateline::test::TemporaryFile;

namespace {

const std::array<Migration, 3> steps = {Migration{{"CREATE TABLE a (x TEXT) STRICT; INSERT INTO a VALUES ('one')"}},
                                        Migration{{"ALTER TABLE a ADD COLUMN y INTEGER", "UPDATE a SET y = 2"}},
                                        Migration{{"CREATE VIEW v AS SELECT x || y AS xy FROM a"}}};

std::span<const Migration> first(std::size_t count) { return std::span(steps).first(count); }

}  // namespace

TEST_CASE("an older file is brought forward, step by step from where it stands, and keeps its rows") {
  const TemporaryFile file;
  {
    Database database(file.path(), StoreMode::write);
    migrate(database, first(1));
    database.run("INSERT INTO a VALUES ('another')");
  }
  Database database(file.path(), StoreMode::write);
  migrate(database, first(3));
  CHECK(database.integer("PRAGMA user_version") == 3);
  CHECK(database.integer("PRAGMA application_id") == application_id);
  CHECK(database.integer("SELECT count(*) FROM v WHERE xy IN ('one2', 'another2')") == 2);
  migrate(database, first(3));
  CHECK(database.integer("SELECT count(*) FROM a") == 2);
}

TEST_CASE("a step that fails leaves the file at the version it had") {
  const TemporaryFile file;
  Database database(file.path(), StoreMode::write);
  migrate(database, first(1));
  const std::array<Migration, 3> broken = {steps[0], steps[1], Migration{{"CREATE TABLE b (x)", "CREATE TABLE a (x)"}}};
  CHECK_THROWS_WITH_AS(migrate(database, broken), doctest::Contains("table a already exists"), Error);
  CHECK(database.integer("PRAGMA user_version") == 1);
  CHECK(database.integer("SELECT count(*) FROM sqlite_master") == 1);
  CHECK(database.integer("SELECT count(*) FROM pragma_table_info('a')") == 1);
}

TEST_CASE("a store of before there were items is brought forward, its entities without any") {
  const TemporaryFile file;
  {
    Database database(file.path(), StoreMode::write);
    migrate(database, migrations().first(2));
    database.run("INSERT INTO entities (key, name, kind, mentions) VALUES ('e1', 'Ana Sá', 'person', 3)");
  }
  Store store = Store::open(file.path(), StoreMode::write);
  const Knowledge knowledge = store.knowledge();
  REQUIRE(knowledge.entities.size() == 1);
  CHECK(knowledge.entities.front() == Entity{"e1", "Ana Sá", EntityKind::person, {}, 3, "", ""});
  CHECK(store.verify().empty());
}

TEST_CASE("an older file is not read as it is") {
  const TemporaryFile file;
  {
    Database database(file.path(), StoreMode::write);
    migrate(database, first(2));
  }
  Database database(file.path(), StoreMode::read);
  CHECK_THROWS_WITH_AS(migrate(database, first(3)),
                       doctest::Contains("was written by an older dateline (schema 2, this one reads 3)"), Error);
  CHECK_NOTHROW(migrate(database, first(2)));
  CHECK_THROWS_WITH_AS(migrate(database, first(1)), doctest::Contains("was written by a newer dateline"), Error);
}
