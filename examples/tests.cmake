# What the examples print is compared to the byte; YESAN_UPDATE=1 writes expected/ anew.
set(expected "${CMAKE_CURRENT_SOURCE_DIR}/expected")
set(seoul data/seoul-2021-village-community-center.txt)

# Without libxml2 the tags that are left over in the sheet stay text, which is found and said.
if(NOT DEFINED YESAN_WITH_HTML OR YESAN_WITH_HTML)
  example_test(program_sheet.text program_sheet STATUS 1 OUTPUT "${expected}/program_sheet.ko.txt" ARGS ${seoul})
  example_test(program_sheet.english program_sheet STATUS 1 OUTPUT "${expected}/program_sheet.en.txt"
    ARGS --lang en ${seoul})
  example_test(program_sheet.markdown program_sheet STATUS 1 OUTPUT "${expected}/program_sheet.md"
    ARGS --markdown ${seoul})
  example_test(program_sheet.json program_sheet STATUS 1 OUTPUT "${expected}/program_sheet.json" ARGS --json ${seoul})
  example_test(program_sheet.csv program_sheet STATUS 1 OUTPUT "${expected}/program_sheet.csv" ARGS --csv -- ${seoul})
  example_test(program_sheet.folder program_sheet STATUS 1 OUTPUT "${expected}/program_sheet.folder.txt" ARGS data)
  example_test(program_sheet.partly_missing program_sheet STATUS 2
    OUTPUT "${expected}/program_sheet.partly_missing.txt" ARGS --top 2 ${seoul} data/no-such-sheet.txt)
endif()
# A document that could not be read is a row of the data too.
if(NOT DEFINED YESAN_WITH_HTML OR YESAN_WITH_HTML)
  foreach(language ko en)
    example_test(program_sheet.data_${language} program_sheet STATUS 2
      OUTPUT "${expected}/program_sheet.partly_missing.${language}.csv"
      ARGS --csv --bom yes --lang ${language} data no-such-folder/없음.txt)
    example_test(program_sheet_py.data_${language} program_sheet.py STATUS 2
      OUTPUT "${expected}/program_sheet.partly_missing.${language}.csv"
      ARGS --csv --bom yes --lang ${language} data no-such-folder/없음.txt)
  endforeach()
  example_test(program_sheet.partly_missing_json program_sheet STATUS 2
    OUTPUT "${expected}/program_sheet.partly_missing.json" ARGS --json data no-such-folder/없음.txt)
endif()
# No page is ever written over a document, nor the page of one over another.
foreach(program program_sheet program_sheet.py)
  string(REPLACE "." "_" name ${program})
  foreach(html ${seoul} data/../${seoul})
    string(MAKE_C_IDENTIFIER "${html}" suffix)
    example_test(${name}.over_${suffix} ${program} STATUS 2 ARGS --html ${html} ${seoul})
  endforeach()
  example_test(${name}.bom_wrong ${program} STATUS 2 ARGS --csv --bom maybe ${seoul})
endforeach()
example_test(program_sheet.help program_sheet OUTPUT "${expected}/program_sheet.help.txt" ARGS --help)
example_test(program_sheet.missing program_sheet STATUS 2 ARGS data/no-such-sheet.txt)
example_test(program_sheet.unknown_option program_sheet STATUS 2 ARGS --no-such-option ${seoul})
example_test(program_sheet.wrong_value program_sheet STATUS 2 ARGS --lang fr ${seoul})
example_test(program_sheet.no_document program_sheet STATUS 2)
example_test(program_sheet.html program_sheet STATUS 1
  ARGS --html "${CMAKE_CURRENT_BINARY_DIR}/program_sheet.html" ${seoul})

example_test(cost_basis.list cost_basis STATUS 1 OUTPUT "${expected}/cost_basis.ko.txt")
example_test(cost_basis.english cost_basis OUTPUT "${expected}/cost_basis.en.txt"
  ARGS --lang en "1,160,800원 X 19명 X 12월 = 264,663천원" "28,800 X 1인 X 232일 = 6,682")
example_test(cost_basis.unreadable cost_basis STATUS 2 ARGS "35,498,8000원 X 2")

# The same through ctypes prints the same; its --json is compared as data by tests/python.
example_test(program_sheet_py.text program_sheet.py STATUS 1 OUTPUT "${expected}/program_sheet.ko.txt" ARGS ${seoul})
example_test(program_sheet_py.english program_sheet.py STATUS 1 OUTPUT "${expected}/program_sheet.en.txt"
  ARGS --lang en ${seoul})
example_test(program_sheet_py.markdown program_sheet.py STATUS 1 OUTPUT "${expected}/program_sheet.md"
  ARGS --markdown ${seoul})
example_test(program_sheet_py.csv program_sheet.py STATUS 1 OUTPUT "${expected}/program_sheet.csv" ARGS --csv ${seoul})
example_test(program_sheet_py.folder program_sheet.py STATUS 1 OUTPUT "${expected}/program_sheet.folder.txt" ARGS data)
example_test(program_sheet_py.partly_missing program_sheet.py STATUS 2
  OUTPUT "${expected}/program_sheet.partly_missing.txt" ARGS --top 2 ${seoul} data/no-such-sheet.txt)
example_test(program_sheet_py.missing program_sheet.py STATUS 2 ARGS data/no-such-sheet.txt)
example_test(money money OUTPUT "${expected}/money.txt")

# The sheet has tags left over in its text, which a library without libxml2 keeps.
if(NOT DEFINED YESAN_WITH_HTML OR YESAN_WITH_HTML)
  example_test(budget_year.korean budget_year OUTPUT "${expected}/budget_year.ko.txt" ARGS ${seoul})
  example_test(budget_year.english budget_year OUTPUT "${expected}/budget_year.en.txt" ARGS --lang en ${seoul})
endif()
example_test(budget_year.missing budget_year STATUS 2 ARGS data/no-such-sheet.txt)

set(year data/budget-2021.csv data/entries-2021.csv)
example_test(csv_settle.korean csv_settle OUTPUT "${expected}/csv_settle.ko.txt" ARGS ${year})
example_test(csv_settle.english csv_settle OUTPUT "${expected}/csv_settle.en.txt" ARGS --lang en --stream ${year})
example_test(csv_settle.items csv_settle OUTPUT "${expected}/csv_settle.items.csv" ARGS --csv --by item ${year})
foreach(language ko en)
  example_test(csv_settle.wrong_${language} csv_settle STATUS 1
    OUTPUT "${expected}/csv_settle.wrong.${language}.txt"
    ARGS --lang ${language} data/budget-2021.csv data/entries-2021-wrong.csv)
endforeach()
example_test(csv_settle.help csv_settle OUTPUT "${expected}/csv_settle.help.txt" ARGS --help)
example_test(csv_settle.missing csv_settle STATUS 2 ARGS data/budget-2021.csv data/no-such-file.csv)
example_test(csv_settle.usage csv_settle STATUS 2 ARGS --no-such-option ${year})
example_test(embed embed OUTPUT "${expected}/embed.txt")
example_test(batch_post batch_post OUTPUT "${expected}/batch_post.txt")
example_test(budget_year_py budget_year.py OUTPUT "${expected}/budget_year.py.txt")

# Each option of program_sheet does the same in C++ and in Python.
function(same_output_test test)
  if(NOT TARGET program_sheet OR NOT TARGET yesan::c OR YESAN_SANITIZE OR YESAN_FUZZ)
    return()
  endif()
  add_test(NAME example.same_output.${test}
    COMMAND ${CMAKE_COMMAND} "-DFIRST=$<TARGET_FILE:program_sheet>"
      "-DSECOND=${YESAN_PYTHON};-B;${CMAKE_CURRENT_SOURCE_DIR}/program_sheet.py"
      -P "${CMAKE_CURRENT_SOURCE_DIR}/same_output.cmake" -- ${ARGN}
    WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
  set_tests_properties(example.same_output.${test} PROPERTIES ENVIRONMENT
    "PYTHONUTF8=1;PYTHONPATH=${CMAKE_CURRENT_SOURCE_DIR}/../capi/python;YESAN_LIBRARY=$<TARGET_FILE:yesan::c>")
endfunction()
foreach(language ko en)
  foreach(output text markdown json csv)
    set(option --${output})
    if(output STREQUAL "text")
      set(option)
    endif()
    same_output_test(${output}.${language} ${option} --lang ${language} ${seoul})
    same_output_test(${output}_folder.${language} ${option} --lang=${language} data no-such-folder/없음.txt)
  endforeach()
  same_output_test(html.${language} --html - --lang ${language} ${seoul})
endforeach()
foreach(bom auto yes no)
  same_output_test(bom_${bom} --csv --bom ${bom} ${seoul})
endforeach()
foreach(format auto tabs layout markdown html)
  same_output_test(format_${format} --format ${format} ${seoul})
  same_output_test(format_${format}_json --json --format ${format} ${seoul})
endforeach()
foreach(encoding utf-8 cp949)
  same_output_test(encoding_${encoding} --encoding ${encoding} ${seoul})
endforeach()
foreach(count 0 1 60)
  same_output_test(width_${count} --width ${count} ${seoul})
  same_output_test(top_${count} --top ${count} ${seoul} data/../${seoul})
endforeach()
same_output_test(version --version)
same_output_test(missing data/no-such-sheet.txt)
same_output_test(no_document)
same_output_test(unknown_option --no-such-option ${seoul})
same_output_test(two_outputs --json --csv ${seoul})
same_output_test(html_of_several --html - ${seoul} data/../${seoul})
same_output_test(html_and_json --html - --json ${seoul})
foreach(program program_sheet program_sheet.py)
  string(REPLACE "." "_" name ${program})
  example_test(${name}.two_outputs ${program} STATUS 2 ARGS --json --csv ${seoul})
  example_test(${name}.html_of_several ${program} STATUS 2 ARGS --html - ${seoul} data/../${seoul})
  example_test(${name}.html_and_json ${program} STATUS 2 ARGS --html - --json ${seoul})
endforeach()
