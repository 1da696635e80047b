# cmake -DFIRST=program -DSECOND=a;list -P same_output.cmake -- argument…: both commands must end with the same status
# and print the same, to the byte.
include("${CMAKE_CURRENT_LIST_DIR}/arguments.cmake")
execute_process(COMMAND ${FIRST} ${arguments} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE error)
execute_process(COMMAND ${SECOND} ${arguments} RESULT_VARIABLE other_status OUTPUT_VARIABLE other
  ERROR_VARIABLE other_error)
if(NOT status STREQUAL other_status)
  message(FATAL_ERROR "exit status ${status} and ${other_status}\n${error}${other_error}")
endif()
if(NOT output STREQUAL other)
  string(RANDOM LENGTH 8 name)
  file(WRITE "${name}.first" "${output}")
  file(WRITE "${name}.second" "${other}")
  execute_process(COMMAND diff -u "${name}.first" "${name}.second" OUTPUT_VARIABLE difference)
  file(REMOVE "${name}.first" "${name}.second")
  message(FATAL_ERROR "the outputs differ:\n${difference}")
endif()
