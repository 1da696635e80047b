# Proves that SOURCE does not compile because of its misuse and nothing else: with YESAN_MISUSE
# defined the compiler must refuse it with the words of its first line (`// expect: REGEX`), and
# without it the same file must compile.
file(STRINGS "${SOURCE}" first LIMIT_COUNT 1)
if(NOT first MATCHES "^// expect: (.+)$")
  message(FATAL_ERROR "${SOURCE}:1: expected `// expect: REGEX`, found: ${first}")
endif()
set(expected "${CMAKE_MATCH_1}")
set(command ${CMAKE_COMMAND} -E env LC_ALL=C ${COMPILER} -std=c++17 -fsyntax-only -Wall -Werror
  -I ${ROOT}/include ${SOURCE})
execute_process(COMMAND ${command} RESULT_VARIABLE result ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR "without its misuse the file must compile:\n${output}")
endif()
execute_process(COMMAND ${command} -DYESAN_MISUSE RESULT_VARIABLE result ERROR_VARIABLE output)
if(result EQUAL 0)
  message(FATAL_ERROR "the misuse compiles")
endif()
if(NOT output MATCHES "${expected}")
  message(FATAL_ERROR "refused, but not with \"${expected}\":\n${output}")
endif()
