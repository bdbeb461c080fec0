# Math (KaTeX) and icons (Font Awesome, Academicons) for the preview, from npm: named with their checksums in
# resources/web/package-lock.json, fetched into the build folder, compiled into the program. Without them the program
# works, too: formulas show as they are written, icons as plain signs of our own.
#
#   -DVITRINE_WEB_ASSETS_DIR=/path/node_modules   they are there already: nothing is fetched (builds without network)
#   -DVITRINE_WEB_ASSETS_DIR=none                 build without them
set(VITRINE_WEB_ASSETS_DIR "" CACHE STRING "Folder of the npm packages of resources/web, \"none\", or empty to fetch them")

# vitrine_web_assets(FOLDER FILES): the folder of the packages and the files taken from it; both empty without them.
function(vitrine_web_assets folder files)
  set(${folder} "" PARENT_SCOPE)
  set(${files} "" PARENT_SCOPE)
  if(VITRINE_WEB_ASSETS_DIR STREQUAL "none")
    return()
  endif()
  set(packages "${VITRINE_WEB_ASSETS_DIR}")
  if(NOT packages)
    vitrine_fetch_web_assets(packages)
  endif()
  file(GLOB found LIST_DIRECTORIES false
    "${packages}/katex/LICENSE" "${packages}/katex/dist/katex.min.js" "${packages}/katex/dist/katex.min.css"
    "${packages}/katex/dist/fonts/*.woff2"
    "${packages}/@fortawesome/fontawesome-free/LICENSE.txt" "${packages}/@fortawesome/fontawesome-free/css/all.min.css"
    "${packages}/@fortawesome/fontawesome-free/css/v4-shims.min.css"
    "${packages}/@fortawesome/fontawesome-free/webfonts/*.woff2"
    "${packages}/academicons/README.md" "${packages}/academicons/css/academicons.min.css"
    "${packages}/academicons/fonts/academicons.ttf")
  foreach(needed katex.min.js all.min.css academicons.min.css)
    if(NOT found MATCHES "/${needed}(;|$)")
      message(WARNING "The preview is built without math and icons: ${needed} is not in “${packages}”.")
      return()
    endif()
  endforeach()
  set(${folder} "${packages}" PARENT_SCOPE)
  set(${files} "${found}" PARENT_SCOPE)
endfunction()

# vitrine_fetch_web_assets(FOLDER): `npm ci` in the build folder, once for each lock file. Never fails the build.
function(vitrine_fetch_web_assets folder)
  set(source "${CMAKE_SOURCE_DIR}/resources/web")
  set(work "${CMAKE_BINARY_DIR}/web")
  set(${folder} "${work}/node_modules" PARENT_SCOPE)
  set_property(DIRECTORY "${CMAKE_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}/package-lock.json")
  file(SHA256 "${source}/package-lock.json" wanted)
  if(EXISTS "${work}/fetched")
    file(READ "${work}/fetched" fetched)
    if(fetched STREQUAL wanted)
      return()
    endif()
  endif()
  find_program(VITRINE_NPM npm)
  if(NOT VITRINE_NPM)
    message(STATUS "npm is not installed: the preview's math and icons are not fetched")
    return()
  endif()
  message(STATUS "Fetching math and icons of the preview with npm")
  file(COPY "${source}/package.json" "${source}/package-lock.json" DESTINATION "${work}")
  execute_process(
    COMMAND "${VITRINE_NPM}" ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-timeout=30000
    WORKING_DIRECTORY "${work}" RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE messages TIMEOUT 180)
  if(result EQUAL 0)
    file(WRITE "${work}/fetched" "${wanted}")
  else()
    message(STATUS "npm could not fetch them: ${messages}")
  endif()
endfunction()
