# vitrine_platform_files(TARGET): what macOS and Windows want in the program itself.
function(vitrine_platform_files target)
  if(APPLE)
    set(icon "${PROJECT_SOURCE_DIR}/packaging/macos/vitrine.icns")
    target_sources(${target} PRIVATE "${icon}")
    set_source_files_properties("${icon}" PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
    set_target_properties(${target} PROPERTIES
      MACOSX_BUNDLE_INFO_PLIST "${PROJECT_SOURCE_DIR}/packaging/macos/Info.plist.in")
  elseif(WIN32)
    set(VITRINE_ICO "${PROJECT_SOURCE_DIR}/packaging/windows/vitrine.ico")
    configure_file("${PROJECT_SOURCE_DIR}/packaging/windows/vitrine.rc.in" "${CMAKE_BINARY_DIR}/package/vitrine.rc" @ONLY)
    target_sources(${target} PRIVATE "${CMAKE_BINARY_DIR}/package/vitrine.rc"
      "${PROJECT_SOURCE_DIR}/packaging/windows/vitrine.manifest")
  endif()
endfunction()
