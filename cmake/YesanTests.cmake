# Tests, fuzz targets and benchmarks: one program a folder, files by glob. ctest is what runs them;
# `cmake/dev check` adds what needs another build (sanitizers, clang, other options).

# What every program under tests/ shares.
function(yesan_test_flags target)
  yesan_flags(${target})
  target_include_directories(${target} PRIVATE
    "${PROJECT_SOURCE_DIR}/include" "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(${target} PRIVATE
    YESAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}" YESAN_TEST_DATA="${YESAN_TEST_DATA}"
    $<$<BOOL:${YESAN_NO_INT128}>:YESAN_NO_INT128=1>
    $<$<BOOL:${YESAN_WITH_HTML}>:YESAN_WITH_HTML=1>
    $<$<BOOL:${YESAN_WITH_JSON}>:YESAN_WITH_JSON=1>
    $<$<BOOL:${YESAN_WITH_STORE}>:YESAN_WITH_STORE=1>
    $<$<BOOL:${YESAN_SANITIZE}>:YESAN_SANITIZED=1>)
  target_link_libraries(${target} PRIVATE ${_yesan_absl} Boost::headers Threads::Threads)
endfunction()

# The objects of a module and of all modules that it uses, into a program.
function(yesan_link_module target name)
  get_property(closure GLOBAL PROPERTY yesan_closure_${name})
  list(TRANSFORM closure PREPEND yesan_)
  target_link_libraries(${target} PRIVATE ${closure})
  yesan_link_private(${target})
endfunction()

# One GoogleTest program; each of its tests is a test of ctest under the name <folder>.<suite>.<test>.
function(yesan_gtest folder)
  set(target yesan_${folder}_tests)
  add_executable(${target} ${ARGN})
  yesan_test_flags(${target})
  # Compiling a test costs more than running it, but for the arithmetic over whole domains.
  if(NOT MSVC AND NOT folder MATCHES "^(base|money)$")
    target_compile_options(${target} PRIVATE -O0)
  endif()
  if(YESAN_FUZZ)
    target_compile_options(${target} PRIVATE -fno-sanitize=fuzzer-no-link)
  endif()
  if(TARGET yesan_oracle)
    target_link_libraries(${target} PRIVATE yesan_oracle)
  endif()
  target_link_libraries(${target} PRIVATE GTest::gmock GTest::gtest_main)
  gtest_discover_tests(${target} TEST_PREFIX "${folder}." DISCOVERY_MODE PRE_TEST
    DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 600)
endfunction()

# tests/<module>/*_test.cc become yesan_<module>_tests, which links that module and those to its
# left and nothing else. tests/oracle/*.cc are the slow, obviously right models that they share.
function(yesan_tests)
  include(GoogleTest)
  set(tests "${PROJECT_SOURCE_DIR}/tests")
  file(GLOB oracle CONFIGURE_DEPENDS "${tests}/oracle/*.cc")
  if(oracle)
    add_library(yesan_oracle STATIC ${oracle})
    yesan_test_flags(yesan_oracle)
  endif()
  get_property(modules GLOBAL PROPERTY yesan_modules)
  foreach(name IN LISTS modules)
    file(GLOB sources CONFIGURE_DEPENDS "${tests}/${name}/*_test.cc")
    if(sources)
      yesan_gtest(${name} ${sources})
      yesan_link_module(yesan_${name}_tests ${name})
    endif()
  endforeach()

  # The ledger against its reference model: 10,000 steps here, more with `cmake/dev simulate`.
  file(GLOB sources CONFIGURE_DEPENDS "${tests}/sim/*_test.cc")
  yesan_gtest(sim ${sources})
  yesan_link_module(yesan_sim_tests settlement)
  file(GLOB sources CONFIGURE_DEPENDS "${tests}/sim/*.cc")
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  add_executable(yesan_simulate ${sources})
  yesan_test_flags(yesan_simulate)
  target_link_libraries(yesan_simulate PRIVATE yesan_oracle)
  yesan_link_module(yesan_simulate settlement)
  add_test(NAME sim.ten_thousand_steps COMMAND yesan_simulate --seed 5 --years 3 --steps 10000)
  set(sims sim.ten_thousand_steps)
  # One is enough to look for what a sanitizer finds: there each takes minutes.
  if(NOT YESAN_SANITIZE)
    add_test(NAME sim.years_from_april COMMAND yesan_simulate --seed 2 --steps 10000)
    add_test(NAME sim.permissive_years_from_july
      COMMAND yesan_simulate --seed 3 --steps 10000 --policy permissive)
    list(APPEND sims sim.years_from_april sim.permissive_years_from_july)
  endif()
  # They fail, too, when a refusal code that the policy has was not hit. The longest begin first, so that none is left alone.
  set_tests_properties(${sims} PROPERTIES TIMEOUT 600 COST 1000)

  # The C library as C++ (GoogleTest), as plain C99 (one program a file) and through ctypes.
  if(TARGET yesan_c)
    file(GLOB sources CONFIGURE_DEPENDS "${tests}/capi/*_test.cc")
    if(sources)
      yesan_gtest(capi ${sources})
      target_link_libraries(yesan_capi_tests PRIVATE yesan_c)
    endif()
    # A program of its own, for it replaces operator new.
    file(GLOB sources CONFIGURE_DEPENDS "${tests}/capi/memory/*.cc")
    if(sources)
      yesan_gtest(capi_memory ${sources})
      target_link_libraries(yesan_capi_memory_tests PRIVATE yesan_c)
    endif()
    file(GLOB sources CONFIGURE_DEPENDS "${tests}/capi/*_test.c")
    foreach(source IN LISTS sources)
      get_filename_component(name "${source}" NAME_WE)
      add_executable(yesan_capi_${name} "${source}")
      yesan_flags(yesan_capi_${name})
      target_compile_definitions(yesan_capi_${name} PRIVATE YESAN_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
      target_link_libraries(yesan_capi_${name} PRIVATE yesan_c)
      if(YESAN_SANITIZE)
        # The sanitizers' runtime for the C++ inside the library comes with the C++ linker only.
        set_target_properties(yesan_capi_${name} PROPERTIES LINKER_LANGUAGE CXX)
      endif()
      add_test(NAME capi.c99.${name} COMMAND yesan_capi_${name})
    endforeach()
    file(GLOB sources CONFIGURE_DEPENDS "${tests}/python/*_test.py")
    if(YESAN_PYTHON AND NOT YESAN_SANITIZE AND NOT YESAN_FUZZ)
      foreach(source IN LISTS sources)
        get_filename_component(name "${source}" NAME_WE)
        yesan_python_test(python.${name} "${source}")
      endforeach()
    endif()
  endif()
endfunction()

# A Python file run as a test: it finds the package in capi/python and the library in YESAN_LIBRARY.
function(yesan_python_test name)
  add_test(NAME ${name} COMMAND ${YESAN_PYTHON} -B ${ARGN})
  set(environment "PYTHONPATH=${PROJECT_SOURCE_DIR}/capi/python" "PYTHONUTF8=1"
    "YESAN_SOURCE_DIR=${PROJECT_SOURCE_DIR}" "YESAN_TEST_DATA=${YESAN_TEST_DATA}")
  if(TARGET yesan_c)
    list(APPEND environment "YESAN_LIBRARY=$<TARGET_FILE:yesan_c>")
  endif()
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "${environment}" SKIP_RETURN_CODE 77)
endfunction()

# The rules of the house as tests: which module may include which, what must not compile, which
# symbols the C library shows, what may lie at the top of the tree.
function(yesan_gates)
  set(tests "${PROJECT_SOURCE_DIR}/tests")
  if(YESAN_PYTHON)
    yesan_python_test(misuse.direction "${tests}/misuse/direction_test.py")
    yesan_python_test(package.tree "${tests}/package/tree_test.py")
    if(TARGET yesan_c AND UNIX AND NOT APPLE)
      yesan_python_test(abi.symbols "${tests}/abi/symbols_test.py" $<TARGET_FILE:yesan_c>)
    endif()
    if(EXISTS "${tests}/bench/bench_table_test.py")
      yesan_python_test(bench.table "${tests}/bench/bench_table_test.py")
    endif()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS "${tests}/misuse/*_nocompile.cc")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    string(REPLACE "_nocompile" "" name "${name}")
    add_test(NAME misuse.${name} COMMAND ${CMAKE_COMMAND} -DSOURCE=${source}
      -DCOMPILER=${CMAKE_CXX_COMPILER} -DROOT=${PROJECT_SOURCE_DIR}
      -P "${tests}/misuse/nocompile.cmake")
  endforeach()
endfunction()

# tests/fuzz/<target>_fuzz.cc: with YESAN_FUZZ a libFuzzer program; without it a program that runs
# the committed corpus through the same function, as a test.
function(yesan_fuzz)
  set(fuzz "${PROJECT_SOURCE_DIR}/tests/fuzz")
  if(NOT TARGET yesan)
    return()
  endif()
  file(GLOB sources CONFIGURE_DEPENDS "${fuzz}/*_fuzz.cc")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WE)
    string(REPLACE "_fuzz" "" name "${name}")
    set(target yesan_${name}_fuzz)
    add_executable(${target} "${source}")
    yesan_test_flags(${target})
    target_link_libraries(${target} PRIVATE yesan)
    if(YESAN_FUZZ)
      target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    else()
      target_sources(${target} PRIVATE "${fuzz}/replay_main.cc")
      add_test(NAME fuzz.${name} COMMAND ${target} "${fuzz}/corpus/${name}")
    endif()
  endforeach()
endfunction()

# tests/bench/*_bench.cc: one program, benchmarks in pairs <name>/yesan and <name>/reference.
function(yesan_bench)
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tests/bench/*_bench.cc")
  if(sources)
    add_executable(yesan_bench ${sources})
    yesan_test_flags(yesan_bench)
    target_link_libraries(yesan_bench PRIVATE yesan benchmark::benchmark_main)
    if(TARGET yesan_c)
      target_link_libraries(yesan_bench PRIVATE yesan_c)
    endif()
    if(YESAN_WITH_HTML)
      target_link_libraries(yesan_bench PRIVATE LibXml2::LibXml2)
    endif()
    find_package(SQLite3 REQUIRED) # a reference
    target_link_libraries(yesan_bench PRIVATE SQLite::SQLite3)
  endif()
  # What ctypes_bench.py loads beside the C library: its reference.
  add_library(yesan_bench_ctypes MODULE "${PROJECT_SOURCE_DIR}/tests/bench/ctypes_reference.cc")
  yesan_test_flags(yesan_bench_ctypes)
  target_link_libraries(yesan_bench_ctypes PRIVATE yesan)
endfunction()
