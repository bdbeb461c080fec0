#!/usr/bin/env bash
# Prints how long Vitrine and ghostwriter take from start to a window on the screen, with the same page, in turns:
#
#   packaging/bench-start.sh VITRINE PAGE
#
# Needs Xvfb, xdotool and ghostwriter; says what it lacks and stops when one is not there.
set -eu
vitrine=$1 page=$(realpath -- "$2")
for tool in Xvfb xdotool ghostwriter; do
  command -v "$tool" >/dev/null || { echo "start against ghostwriter: skipped, $tool is not there"; exit 0; }
done
scratch=$(mktemp -d)
display=:$((90 + $$ % 900))
Xvfb "$display" -screen 0 1440x900x24 >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$scratch"' EXIT
export DISPLAY=$display QT_QPA_PLATFORM=xcb HOME=$scratch XDG_RUNTIME_DIR=$scratch
chmod 700 "$scratch"
# As root both browsers start only without their sandbox.
[ "$(id -u)" -ne 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1 QTWEBENGINE_CHROMIUM_FLAGS=--no-sandbox
for _ in $(seq 100); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done

# millisecondsOf COMMAND...: from its start until a window of its process is on the screen.
millisecondsOf() {
  local begin end process
  begin=$(date +%s%N)
  "$@" >/dev/null 2>&1 &
  process=$!
  timeout 30 xdotool search --sync --onlyvisible --pid "$process" >/dev/null 2>&1 || true
  end=$(date +%s%N)
  kill -9 "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
  echo $(((end - begin) / 1000000))
}

median() { sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

for _ in 1 2 3 4 5 6 7; do
  millisecondsOf "$vitrine" --profile "$scratch/profile" "$page" >>"$scratch/vitrine"
  millisecondsOf ghostwriter "$page" >>"$scratch/ghostwriter"
done
echo "window on the screen after start, same page (medians of 7 in turns): Vitrine $(median <"$scratch/vitrine") ms," \
  "ghostwriter $(median <"$scratch/ghostwriter") ms"
