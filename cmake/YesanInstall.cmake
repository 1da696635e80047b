# Install and export: headers, libyesan_cxx.a (yesan::yesan), libyesan.so (yesan::c), a CMake package
# and two pkg-config files that hold no absolute path, so that the installed tree may be moved.

include(CMakePackageConfigHelpers)

if(TARGET yesan)
  install(TARGETS yesan EXPORT yesanCxxTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
  install(EXPORT yesanCxxTargets NAMESPACE yesan::
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/yesan)
endif()
if(TARGET yesan_c)
  install(TARGETS yesan_c EXPORT yesanCTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
    RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  install(EXPORT yesanCTargets NAMESPACE yesan::
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/yesan)
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/yesan" DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.h")

configure_package_config_file(cmake/yesanConfig.cmake.in yesanConfig.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/yesan NO_SET_AND_CHECK_MACRO)
# Until 1.0 a minor version may change what it likes, so only the same minor version will do.
write_basic_package_version_file(yesanConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/yesanConfig.cmake"
  "${PROJECT_BINARY_DIR}/yesanConfigVersion.cmake"
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/yesan)

# pkg-config files: from where they lie to the prefix, so that no path is written down.
file(RELATIVE_PATH yesan_pc_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" yesan_pc_prefix "${yesan_pc_prefix}")
string(REPLACE "absl::" "absl_" yesan_pc_requires "${_yesan_absl}")
if(YESAN_WITH_HTML)
  list(APPEND yesan_pc_requires libxml-2.0)
endif()
if(YESAN_WITH_STORE)
  list(APPEND yesan_pc_requires sqlite3 libsodium)
endif()
list(JOIN yesan_pc_requires ", " yesan_pc_requires)
foreach(name yesan yesan-cxx)
  configure_file(cmake/${name}.pc.in ${name}.pc @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${name}.pc"
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()

# `cmake --build build --target doc`: the headers are the manual; this prints it as HTML.
find_package(Doxygen QUIET)
if(DOXYGEN_FOUND)
  configure_file(cmake/Doxyfile.in Doxyfile @ONLY)
  add_custom_target(doc COMMAND Doxygen::doxygen "${PROJECT_BINARY_DIR}/Doxyfile"
    COMMENT "Manual from the public headers: ${PROJECT_BINARY_DIR}/doc/html/index.html" VERBATIM)
endif()
