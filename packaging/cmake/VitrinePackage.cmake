# What is installed beside the programs, and the packages made of it: `cmake --workflow --preset package`.
set(VITRINE_HOMEPAGE "https://vitrine.example.org" CACHE STRING "Where the project lives on the web; named in packages")
set(VITRINE_CONTACT "Vitrine developers <developers@vitrine.example.org>" CACHE STRING "Who makes the packages")
# The day of the build that is packaged, so that the same source gives the same package (SOURCE_DATE_EPOCH).
string(TIMESTAMP VITRINE_RELEASE_DATE "%Y-%m-%d" UTC)
string(TIMESTAMP VITRINE_CHANGELOG_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)

set(app_id org.vitrine.Vitrine)
set(package_folder "${CMAKE_BINARY_DIR}/package")

function(vitrine_install_linux)
  set(linux "${PROJECT_SOURCE_DIR}/packaging/linux")
  set(icons "${CMAKE_INSTALL_DATADIR}/icons/hicolor")
  configure_file("${linux}/${app_id}.metainfo.xml.in" "${package_folder}/${app_id}.metainfo.xml" @ONLY)
  configure_file("${linux}/changelog.in" "${package_folder}/changelog" @ONLY)
  install(FILES "${linux}/${app_id}.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
  install(FILES "${package_folder}/${app_id}.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
  install(FILES resources/icons/vitrine.svg DESTINATION "${icons}/scalable/apps" RENAME ${app_id}.svg)
  install(FILES resources/icons/vitrine-symbolic.svg DESTINATION "${icons}/symbolic/apps" RENAME ${app_id}-symbolic.svg)
  foreach(size 16 22 24 32 48 64 128 256 512)
    install(FILES "${package_folder}/icons/${size}.png" DESTINATION "${icons}/${size}x${size}/apps" RENAME ${app_id}.png)
  endforeach()

  # Manual pages and the change log are compressed, as Debian wants them.
  set(zipped "")
  foreach(page packaging/man/vitrine.1 packaging/man/vitrine-cli.1 "${package_folder}/changelog")
    cmake_path(GET page FILENAME name)
    cmake_path(ABSOLUTE_PATH page BASE_DIRECTORY "${PROJECT_SOURCE_DIR}")
    add_custom_command(OUTPUT "${package_folder}/${name}.gz" DEPENDS "${page}"
      COMMAND gzip -9nc "${page}" > "${package_folder}/${name}.gz")
    list(APPEND zipped "${package_folder}/${name}.gz")
  endforeach()
  add_custom_target(package_documents ALL DEPENDS ${zipped})
  install(FILES "${package_folder}/vitrine.1.gz" "${package_folder}/vitrine-cli.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
  install(FILES "${package_folder}/changelog.gz" "${linux}/copyright" DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/vitrine")
endfunction()

# The icon in all sizes, drawn when a package is made.
add_executable(makeIcons packaging/icons/makeIcons.cpp)
target_link_libraries(makeIcons PRIVATE vitrine_flags Qt6::Gui Qt6::Svg)
add_custom_command(OUTPUT "${package_folder}/icons/512.png"
  DEPENDS makeIcons resources/icons/vitrine.svg resources/icons/vitrine-small.svg
  COMMAND makeIcons "${PROJECT_SOURCE_DIR}/resources/icons/vitrine.svg"
    "${PROJECT_SOURCE_DIR}/resources/icons/vitrine-small.svg" "${package_folder}/icons")
add_custom_target(package_icons ALL DEPENDS "${package_folder}/icons/512.png")

if(UNIX AND NOT APPLE)
  vitrine_install_linux()
elseif(WIN32)
  # Qt's libraries, plug-ins and web engine lie beside the program.
  qt_generate_deploy_app_script(TARGET vitrine OUTPUT_SCRIPT deploy_script NO_UNSUPPORTED_PLATFORM_ERROR)
  install(SCRIPT "${deploy_script}")
  include(InstallRequiredSystemLibraries)
endif()

set(CPACK_PACKAGE_NAME vitrine)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Vitrine)
set(CPACK_PACKAGE_VENDOR "The Vitrine developers")
set(CPACK_PACKAGE_CONTACT "${VITRINE_CONTACT}")
set(CPACK_PACKAGE_HOMEPAGE_URL "${VITRINE_HOMEPAGE}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "edit a researcher's homepage in forms")
set(CPACK_PACKAGE_DESCRIPTION "Vitrine opens a homepage that is a Markdown page of a Jekyll site
(academicpages, AcadHomepage and their kin), shows its news, publications,
experience, awards and the rest as forms beside a live picture of the site,
and saves the same file with only the edits in it. New entries are written in
the page's own style; papers come from BibTeX.")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_GENERATOR "TGZ")
if(WIN32)
  set(CPACK_GENERATOR "NSIS64;ZIP")
elseif(NOT APPLE)
  set(CPACK_GENERATOR "DEB")
  set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
endif()

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION editors)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plug-ins that no program is linked with: without them there is no window.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-cjk, qt6-wayland")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "git, jekyll, fonts-noto-color-emoji")
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE "GPL-3.0-or-later")
set(CPACK_RPM_PACKAGE_GROUP "Applications/Editors")
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/man/man1 /usr/share/icons/hicolor /usr/share/metainfo)

# Per user, so that nobody needs an administrator. Markdown pages get Vitrine among what they can be opened with; what
# opens them by default stays.
set(CPACK_NSIS_DISPLAY_NAME Vitrine)
set(CPACK_NSIS_PACKAGE_NAME Vitrine)
set(CPACK_NSIS_INSTALL_ROOT "$LOCALAPPDATA\\Programs")
set(CPACK_NSIS_DEFINES "RequestExecutionLevel user")
set(CPACK_NSIS_MANIFEST_DPI_AWARE ON)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MUI_ICON "${PROJECT_SOURCE_DIR}/packaging/windows/vitrine.ico")
set(CPACK_NSIS_MUI_UNIICON "${CPACK_NSIS_MUI_ICON}")
set(CPACK_NSIS_INSTALLED_ICON_NAME "bin\\vitrine.exe")
set(CPACK_NSIS_URL_INFO_ABOUT "${VITRINE_HOMEPAGE}")
set(CPACK_PACKAGE_EXECUTABLES vitrine Vitrine)
file(READ "${PROJECT_SOURCE_DIR}/packaging/windows/associate.nsh" CPACK_NSIS_EXTRA_INSTALL_COMMANDS)
file(READ "${PROJECT_SOURCE_DIR}/packaging/windows/dissociate.nsh" CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS)
include(CPack)
