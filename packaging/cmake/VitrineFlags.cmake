# The one place for language level, warnings and Qt's strict macros. Every target of ours links vitrine_flags.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(vitrine_flags INTERFACE)
target_include_directories(vitrine_flags INTERFACE "${CMAKE_SOURCE_DIR}")
target_compile_definitions(vitrine_flags INTERFACE
  QT_NO_KEYWORDS
  QT_NO_FOREACH
  QT_NO_CAST_FROM_ASCII
  QT_NO_CAST_TO_ASCII
  QT_NO_CAST_FROM_BYTEARRAY
  QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_BEFORE=0x060400
)
if(MSVC)
  target_compile_options(vitrine_flags INTERFACE /W4 /utf-8 /permissive- $<$<BOOL:${VITRINE_WERROR}>:/WX>)
else()
  target_compile_options(vitrine_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor
    -Wcast-align -Wunused -Wextra-semi -Wimplicit-fallthrough
    $<$<BOOL:${VITRINE_WERROR}>:-Werror>)
endif()
if(VITRINE_SANITIZE)
  target_compile_options(vitrine_flags INTERFACE -fsanitize=${VITRINE_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(vitrine_flags INTERFACE -fsanitize=${VITRINE_SANITIZE})
endif()
if(VITRINE_BUILD_FUZZERS)
  # Coverage for every library; the fuzz targets themselves add libFuzzer's main.
  target_compile_options(vitrine_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(VITRINE_MOLD mold)
if(VITRINE_MOLD AND CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND NOT APPLE)
  target_link_options(vitrine_flags INTERFACE -fuse-ld=mold)
endif()
