#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test, the window tests on Qt's offscreen platform:
#
#   packaging/test.sh
#
# VITRINE_CORPUS names a folder of real pages for the corpus tests, VITRINE_FIDELITY the comparator for the preview;
# without them those tests say that they are skipped. VITRINE_FULL=1 runs the laws over every page instead of a sample.
# Properties are tried on the same random pages each time; RC_PARAMS="" tries new ones, as ctest alone does.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh

installDependencies test
configure dev
cmake --build --preset dev
allowRoot
packaging/lint.sh format
export RC_PARAMS=${RC_PARAMS-seed=20261125}
ctest --preset dev
