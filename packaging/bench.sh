#!/usr/bin/env bash
# Builds the release preset and prints the benchmarks' ratios; VITRINE_CORPUS names a folder of real pages. Beside Jekyll
# and ghostwriter where they are installed.
set -eu
cd "$(dirname "$0")/.."
. packaging/dependencies.sh

installDependencies test
configure release -DVITRINE_BUILD_TESTS=ON
allowRoot
for bench in outline hostile edit journal window; do
  cmake --build --preset release --target "bench_$bench"
  echo "== $bench"
  QT_QPA_PLATFORM=offscreen "build/release/tests/bench/bench_$bench"
done
cmake --build --preset release --target vitrine vitrine-cli
echo "== start"
page=$(mktemp --suffix=.md)
trap 'rm -f "$page"' EXIT
build/release/tests/bench/bench_window --page 120 >"$page"
packaging/bench-start.sh build/release/app/vitrine "$page"
