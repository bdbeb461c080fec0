#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test, the window tests on Qt's offscreen platform:
#
#   packaging/test.sh
#
# VITRINE_CORPUS names a folder of real pages for the corpus tests, VITRINE_FIDELITY the comparator for the preview;
# without them those tests say that they are skipped. VITRINE_FULL=1 runs the laws over every page instead of a sample.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh

installDependencies test
configure dev
cmake --build --preset dev
allowRoot
packaging/lint.sh format
ctest --preset dev
