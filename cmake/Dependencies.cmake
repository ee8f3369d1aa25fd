# Every library, each used by one module only (tests/repo holds that). Debian's package names are in scripts/setup.
find_package(Threads REQUIRED)
find_package(SQLite3 REQUIRED)         # graph/store
find_package(Boost 1.74 REQUIRED)      # graph/analytics (Boost.Graph, headers only)
find_package(date REQUIRED)            # model (calendar arithmetic), extract/time (zones)
find_package(nlohmann_json REQUIRED)   # where JSON is read or written: input, export, cli
find_package(LibXml2 REQUIRED)         # input (HTML, feeds), export (checks and takes back GraphML and GEXF)
find_package(ZLIB REQUIRED)            # input (gzip)
