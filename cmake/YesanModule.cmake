# How yesan is put together: one object library a module, gathered into a static C++ library and a
# shared C library; one test program a module. Every list of files is a glob, looked at again at
# each build, so that a new file needs no line here.

include(GNUInstallDirs)

set(_yesan_absl absl::strings absl::flat_hash_map absl::flat_hash_set absl::btree
  absl::inlined_vector absl::span)

# Everything outside the standard library. It is used by .cc files and private headers only.
macro(yesan_find_dependencies)
  find_package(absl REQUIRED)
  find_package(Boost 1.74 REQUIRED)
  if(YESAN_WITH_HTML)
    find_package(LibXml2 REQUIRED)
  endif()
  if(YESAN_WITH_JSON)
    find_package(nlohmann_json 3.9 REQUIRED)
  endif()
  # A store keeps what programs say of a year as JSON.
  if(YESAN_WITH_STORE AND NOT YESAN_WITH_JSON)
    message(STATUS "YESAN_WITH_STORE needs YESAN_WITH_JSON: built without a store")
    set(YESAN_WITH_STORE OFF)
  endif()
  if(YESAN_WITH_STORE)
    find_package(SQLite3 3.37 REQUIRED)
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
  endif()
  if(YESAN_BUILD_TESTS)
    find_package(GTest REQUIRED)
    find_program(YESAN_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH)
    find_program(YESAN_PYTHON NAMES python3 python)
  endif()
  if(YESAN_BUILD_BENCH)
    find_package(benchmark REQUIRED)
  endif()
  find_package(Threads REQUIRED)
endmacro()

# Flags of every program and library of this project; none of them reaches those who link it.
function(yesan_flags target)
  set_target_properties(${target} PROPERTIES
    CXX_STANDARD 17 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF
    C_STANDARD 99 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden C_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON
    POSITION_INDEPENDENT_CODE ON)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /utf-8 $<$<BOOL:${YESAN_WARNINGS_AS_ERRORS}>:/WX>)
    return()
  endif()
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion
    -Wshadow $<$<BOOL:${YESAN_WARNINGS_AS_ERRORS}>:-Werror>)
endfunction()

# Sanitizers reach everything that is built here, the examples and the tests too.
macro(yesan_sanitize)
  if(YESAN_SANITIZE)
    list(JOIN YESAN_SANITIZE "," _yesan_sanitizers)
    add_compile_options(-fsanitize=${_yesan_sanitizers} -fno-sanitize-recover=all
      -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${_yesan_sanitizers})
  endif()
  if(YESAN_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
  endif()
endmacro()

# yesan_module(<name> [DEPENDS <module>...]): the object library yesan_<name> of lib/<name>/*.cc.
# A module that has only headers so far is an interface library.
function(yesan_module name)
  cmake_parse_arguments(arg "" "" "DEPENDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/lib/${name}/*.cc")
  set(closure ${name})
  foreach(dependency IN LISTS arg_DEPENDS)
    get_property(theirs GLOBAL PROPERTY yesan_closure_${dependency})
    list(APPEND closure ${theirs})
  endforeach()
  list(REMOVE_DUPLICATES closure)
  set_property(GLOBAL PROPERTY yesan_closure_${name} "${closure}")
  set_property(GLOBAL APPEND PROPERTY yesan_modules ${name})
  if(NOT sources)
    add_library(yesan_${name} INTERFACE)
    return()
  endif()
  add_library(yesan_${name} OBJECT ${sources})
  yesan_flags(yesan_${name})
  # "yesan/base/error.h" is public, "lib/base/wide.h" private.
  target_include_directories(yesan_${name} PRIVATE
    "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(yesan_${name} PRIVATE
    $<$<BOOL:${YESAN_NO_INT128}>:YESAN_NO_INT128=1>)
  target_link_libraries(yesan_${name} PRIVATE ${_yesan_absl} Boost::headers)
  if(name STREQUAL "sheet" AND YESAN_WITH_HTML)
    target_compile_definitions(yesan_${name} PRIVATE YESAN_WITH_HTML=1)
    target_link_libraries(yesan_${name} PRIVATE LibXml2::LibXml2)
  endif()
  # Headers alone: whoever links the library needs nothing of it.
  if(name STREQUAL "exchange" AND YESAN_WITH_JSON)
    target_compile_definitions(yesan_${name} PRIVATE YESAN_WITH_JSON=1)
    target_link_libraries(yesan_${name} PRIVATE nlohmann_json::nlohmann_json)
  endif()
  if(name STREQUAL "store" AND YESAN_WITH_STORE)
    target_compile_definitions(yesan_${name} PRIVATE YESAN_WITH_STORE=1)
    target_link_libraries(yesan_${name} PRIVATE SQLite::SQLite3 PkgConfig::SODIUM)
  endif()
endfunction()

# What a program that holds the objects of the modules must link besides.
function(yesan_link_private target)
  target_link_libraries(${target} PRIVATE ${_yesan_absl})
  if(YESAN_WITH_HTML)
    target_link_libraries(${target} PRIVATE LibXml2::LibXml2)
  endif()
  if(YESAN_WITH_STORE)
    target_link_libraries(${target} PRIVATE SQLite::SQLite3 PkgConfig::SODIUM)
  endif()
endfunction()

# The two libraries. A folder without a source so far leaves its library out.
function(yesan_libraries)
  get_property(modules GLOBAL PROPERTY yesan_modules)
  list(TRANSFORM modules PREPEND yesan_)
  file(GLOB_RECURSE any CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/lib/*.cc")
  if(any)
    add_library(yesan STATIC)
    add_library(yesan::yesan ALIAS yesan)
    yesan_flags(yesan)
    set_target_properties(yesan PROPERTIES OUTPUT_NAME yesan_cxx LINKER_LANGUAGE CXX)
    target_compile_features(yesan PUBLIC cxx_std_17)
    target_include_directories(yesan PUBLIC
      "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>" "$<INSTALL_INTERFACE:include>")
    foreach(module IN LISTS modules)
      get_target_property(type ${module} TYPE)
      if(type STREQUAL "OBJECT_LIBRARY")
        target_sources(yesan PRIVATE $<TARGET_OBJECTS:${module}>)
      endif()
    endforeach()
    yesan_link_private(yesan)
  endif()

  file(GLOB capi CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/capi/*.cc")
  if(any AND capi)
    add_library(yesan_c SHARED ${capi})
    add_library(yesan::c ALIAS yesan_c)
    yesan_flags(yesan_c)
    set_target_properties(yesan_c PROPERTIES OUTPUT_NAME yesan EXPORT_NAME c
      VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})
    target_compile_definitions(yesan_c PRIVATE YESAN_BUILDING=1)
    target_include_directories(yesan_c PRIVATE "${PROJECT_SOURCE_DIR}" PUBLIC
      "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>" "$<INSTALL_INTERFACE:include>")
    target_link_libraries(yesan_c PRIVATE $<BUILD_INTERFACE:yesan>)
    if(UNIX AND NOT APPLE AND EXISTS "${PROJECT_SOURCE_DIR}/capi/yesan.map")
      target_link_options(yesan_c PRIVATE
        "LINKER:--version-script=${PROJECT_SOURCE_DIR}/capi/yesan.map"
        "LINKER:--no-undefined-version")
      set_target_properties(yesan_c PROPERTIES LINK_DEPENDS "${PROJECT_SOURCE_DIR}/capi/yesan.map")
    endif()
  endif()
endfunction()
