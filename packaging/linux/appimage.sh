#!/usr/bin/env bash
# Makes an AppImage of what `cmake --workflow --preset package` built:
#
#   packaging/linux/appimage.sh [dir]     "dir" stops at the folder that is packed, which can be started as it is
#
# Needs linuxdeploy and its Qt plug-in in the PATH (github.com/linuxdeploy), but for "dir".
set -eu
cd "$(dirname "$0")/../.."
folder=build/package/Vitrine.AppDir
rm -rf "$folder"
DESTDIR="$PWD/$folder" cmake --install build/package --prefix /usr --strip
ln -s usr/bin/vitrine "$folder/AppRun"
ln -s usr/share/icons/hicolor/256x256/apps/org.vitrine.Vitrine.png "$folder/org.vitrine.Vitrine.png"
ln -s usr/share/applications/org.vitrine.Vitrine.desktop "$folder/org.vitrine.Vitrine.desktop"
[ "${1:-}" = dir ] && exit 0
rm "$folder/AppRun"
# Chromium must find the system's certificates and fonts by the system's own libraries.
export EXTRA_QT_MODULES="webenginewidgets svg" EXTRA_PLATFORM_PLUGINS="libqwayland-generic.so;libqwayland-egl.so"
linuxdeploy --appdir "$folder" --plugin qt \
  --exclude-library 'libnss3.so' --exclude-library 'libnssutil3.so' --exclude-library 'libfontconfig.so.1'
cd build/package && linuxdeploy --appdir Vitrine.AppDir --output appimage
