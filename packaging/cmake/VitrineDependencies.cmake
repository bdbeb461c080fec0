# Everything the build takes from outside, found once, under one name each.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
if(VITRINE_BUILD_APP)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Gui Widgets Svg Network PrintSupport WebChannel WebEngineCore WebEngineWidgets)
endif()
if(VITRINE_BUILD_TESTS)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
endif()

find_package(yaml-cpp REQUIRED)
if(NOT TARGET yaml-cpp::yaml-cpp) # the name before 0.8
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()

find_package(cmark-gfm QUIET CONFIG)
if(NOT TARGET cmark-gfm)
  # Distributions ship no CMake package; the library and its extensions are plain archives and headers.
  find_path(CMARK_GFM_INCLUDE_DIR cmark-gfm.h REQUIRED)
  find_library(CMARK_GFM_LIBRARY cmark-gfm REQUIRED)
  find_library(CMARK_GFM_EXTENSIONS_LIBRARY cmark-gfm-extensions REQUIRED)
  add_library(cmark-gfm INTERFACE IMPORTED)
  target_include_directories(cmark-gfm INTERFACE "${CMARK_GFM_INCLUDE_DIR}")
  target_link_libraries(cmark-gfm INTERFACE "${CMARK_GFM_EXTENSIONS_LIBRARY}" "${CMARK_GFM_LIBRARY}")
endif()
