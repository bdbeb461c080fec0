#!/usr/bin/env bash
# Checks layout (clang-format) and mistakes (clang-tidy):
#
#   packaging/lint.sh [format|tidy]      both without an argument
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-all}
# sources ENDING FOLDER...: our own source files
sources() {
  local ending=$1
  shift
  find "$@" -name "*.$ending" | sort
}

if [ "$what" != tidy ]; then
  { sources cpp content app ui tests; sources h content app ui tests; } | xargs clang-format --dry-run --Werror
  echo "Layout: clang-format has nothing to change."
fi
if [ "$what" != format ]; then
  [ -f build/dev/compile_commands.json ] || { echo "Build first: cmake --preset dev && cmake --build --preset dev"; exit 2; }
  # Precompiled headers are made by the compiler of the build, which tidy cannot always read: leave them out of its view.
  mkdir -p build/tidy
  sed -E 's/-Xclang -include-pch -Xclang [^ ]+ //g; s/-Winvalid-pch //g' build/dev/compile_commands.json > build/tidy/compile_commands.json
  sources cpp content app ui | xargs -P "$(nproc)" -n 4 clang-tidy --quiet -p build/tidy
  echo "Mistakes: clang-tidy has found none."
fi
