#!/usr/bin/env bash
# Builds the release preset and prints the benchmarks' ratios; VITRINE_CORPUS names a folder of real pages.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh

installDependencies test
configure release -DVITRINE_BUILD_TESTS=ON
allowRoot
for bench in outline edit window; do
  cmake --build --preset release --target "bench_$bench"
  echo "== $bench"
  QT_QPA_PLATFORM=offscreen "build/release/tests/bench/bench_$bench"
done
