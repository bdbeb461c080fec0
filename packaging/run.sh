#!/usr/bin/env bash
# Installs what is missing, builds Vitrine and starts it:
#
#   packaging/run.sh [PAGE]
#
# PAGE is a Markdown page or a site's folder; without one a sample page opens, in a scratch copy.
set -eu
page=
[ $# -eq 0 ] || page=$(realpath -- "$1")
cd "$(dirname "$0")/.."
. packaging/dependencies.sh

installDependencies run
configure release -DVITRINE_BUILD_TESTS=OFF
cmake --build --preset release --target vitrine vitrine-cli
allowRoot

if [ -z "$page" ]; then
  exec build/release/app/vitrine --sample
fi
exec build/release/app/vitrine "$page"
