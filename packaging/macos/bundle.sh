#!/usr/bin/env bash
# Makes a disk image of what `cmake --workflow --preset package` built:
#
#   packaging/macos/bundle.sh
#
# Signs with VITRINE_IDENTITY (a Developer ID) and notarises with the keychain profile VITRINE_NOTARY where they are
# set; else the signature is ad hoc, and macOS asks before the first start.
set -eu
cd "$(dirname "$0")/../.."
app=build/package/app/vitrine.app
image="build/package/packages/Vitrine-$(uname -m).dmg"
identity=${VITRINE_IDENTITY:--}

macdeployqt "$app" -always-overwrite
# Inside out: a later --deep would take the entitlements of the web engine's helper away, and pages would stay blank.
find "$app/Contents" \( -name '*.dylib' -o -name '*.framework' \) -print0 |
  xargs -0 -n1 codesign --force --timestamp --options runtime --sign "$identity"
codesign --force --timestamp --options runtime --entitlements packaging/macos/webengine.entitlements --sign "$identity" \
  "$app/Contents/Frameworks/QtWebEngineCore.framework/Helpers/QtWebEngineProcess.app"
codesign --force --timestamp --options runtime --sign "$identity" \
  "$app/Contents/Frameworks/QtWebEngineCore.framework" "$app"
codesign --verify --strict "$app"

mkdir -p "$(dirname "$image")"
# hdiutil fails now and then while Spotlight looks at the new volume.
for _ in 1 2 3; do
  hdiutil create -volname Vitrine -srcfolder "$app" -ov -format ULMO "$image" && break
  sleep 5
done
if [ -n "${VITRINE_NOTARY:-}" ]; then
  xcrun notarytool submit "$image" --keychain-profile "$VITRINE_NOTARY" --wait
  xcrun stapler staple "$image"
fi
