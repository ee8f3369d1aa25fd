# How everything here is compiled.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

option(DATELINE_TESTS "Build the tests" ON)
option(DATELINE_BENCH "Build the benchmarks" OFF)
option(DATELINE_FUZZ "Build the fuzz targets (clang only)" OFF)
option(DATELINE_WERROR "Treat warnings as errors" OFF)
set(DATELINE_SANITIZE "" CACHE STRING "Sanitizers, such as address,undefined")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
endif()

# -ffp-contract=off: the same floating-point bits whatever the compiler fuses.
add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -ffp-contract=off)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-Wno-restrict)  # g++ 12 warns falsely about std::string (GCC bug 105651)
endif()
if(DATELINE_WERROR)
  add_compile_options(-Werror)
endif()
if(DATELINE_SANITIZE)
  add_compile_options(-fsanitize=${DATELINE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  if(DATELINE_SANITIZE MATCHES "undefined")
    # Checks before every dereference are a third of the compile time, and the address sanitizer stops at such an access anyway.
    add_compile_options(-fno-sanitize=null,alignment,vptr,object-size,nonnull-attribute,returns-nonnull-attribute)
    add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)  # g++ then warns falsely about std::optional
  endif()
  add_link_options(-fsanitize=${DATELINE_SANITIZE})
endif()
