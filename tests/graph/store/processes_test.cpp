// Several programs at one file, and programs that die while they write.
#include <csignal>
#include <cstdio>
#include <vector>

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dateline/base/error.hpp"
#include "dateline/store.hpp"
#include "graph/store/generator.hpp"
#include "graph/store/reading_writer.hpp"
#include "graph/store/removal.hpp"
#include "graph/store/sample.hpp"
#include "graph/store/transaction.hpp"

using namespace dateline;
using test::now;
using test::TemporaryFile;
using test::write_sample;

namespace {

void check_sample(const std::string& path) {
  const Store store = Store::open(path, StoreMode::write);
  CHECK(test::same(store.readings(), test::sample_readings()));
  CHECK(store.knowledge() == test::sample_knowledge(test::sample_readings()));
  CHECK(store.merged());
  CHECK(store.verify().empty());
}

/// Runs `work` in a process of its own and kills that `delay` microseconds later; at its end when it ends before.
template <class Work>
void run_and_kill(const Work& work, unsigned delay) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    raise(SIGKILL);
  }
  for (unsigned waited = 0; waited < delay && waitpid(child, nullptr, WNOHANG) == 0; waited += 500) usleep(500);
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
}

}  // namespace

TEST_CASE("a transaction that is left half-way leaves the store as it was") {
  const TemporaryFile file;
  write_sample(file.path());
  test::Generator generator(1);
  {
    store::Database database(file.path(), StoreMode::write);
    const auto work = [&] {
      store::Transaction transaction(database);
      store::Removal removal(database);
      CHECK(removal.remove("morning.txt"));
      removal.finish();
      store::ReadingWriter(database, now).write(generator.reading("new.txt"));
      CHECK(database.integer("SELECT count(*) FROM documents") == 2);
      throw Error(ErrorKind::input, "new.txt", "went wrong");
    };
    CHECK_THROWS_AS(work(), Error);
  }
  check_sample(file.path());
}

TEST_CASE("a process that is killed before it commits leaves the store as it was") {
  const TemporaryFile file;
  write_sample(file.path());
  const auto work = [&] {
    store::Database database(file.path(), StoreMode::write);
    database.run("PRAGMA cache_size = 4");  // so that pages reach the log before the commit
    const store::Transaction transaction(database);
    store::Removal removal(database);
    removal.remove("evening.txt");
    store::ReadingWriter writer(database, now);
    test::Generator generator(2);
    for (int i = 0; i < 200; ++i) writer.write(generator.reading("new/" + std::to_string(i)));
    raise(SIGKILL);
  };
  run_and_kill(work, 5'000'000);
  CHECK(std::filesystem::exists(file.path() + "-wal"));
  check_sample(file.path());
  CHECK_FALSE(std::filesystem::exists(file.path() + "-wal"));
  CHECK_FALSE(store::Database(file.path(), StoreMode::read).has_log());
}

TEST_CASE("a process that is killed at any moment leaves all of a put or nothing of it") {
  test::Generator generator(3);
  std::vector<Reading> more;
  for (int i = 0; i < 150; ++i) more.push_back(generator.reading("more/" + std::to_string(i)));
  for (const unsigned delay : {500u, 3000u, 8000u, 15000u, 30000u}) {
    CAPTURE(delay);
    const TemporaryFile file;
    write_sample(file.path());
    run_and_kill([&] { Store::open(file.path(), StoreMode::write).put(more, now); }, delay);
    const Store store = Store::open(file.path(), StoreMode::write);
    const long documents = store.counts().documents;
    CHECK((documents == 2 || documents == 152));
    CHECK(store.merged() == (documents == 2));
  }
}

TEST_CASE("programs that write to one new file at the same time wait for each other") {
  constexpr int programs = 4, puts = 8;
  const TemporaryFile file;
  std::vector<pid_t> children;
  for (int program = 0; program < programs; ++program) {
    const pid_t child = fork();
    if (child == 0) {
      test::Generator generator(static_cast<unsigned>(program));
      try {
        for (int i = 0; i < puts; ++i) {  // opened anew each time, so that ends and beginnings meet
          Store store = Store::open(file.path(), StoreMode::write);
          store.put({generator.reading(std::to_string(program) + "/" + std::to_string(i))}, now);
        }
      } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        _exit(1);
      }
      _exit(0);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    CHECK(WEXITSTATUS(status) == 0);
  }
  CHECK(Store::open(file.path(), StoreMode::read).counts().documents == programs * puts);
}
