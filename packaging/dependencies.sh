# Sourced by the scripts beside it: installs what building, running and testing need.
#
#   installDependencies run|test
#
# Says what it installs, does nothing when all is there, and uses sudo only when it must.
# Proved on Debian 12. Debian 13, Ubuntu, Fedora, Arch and Homebrew are written with care but unproved.

debianBuild="cmake ninja-build g++ clang ccache mold qt6-base-dev qt6-webengine-dev qt6-webengine-dev-tools \
  qt6-webchannel-dev libgl-dev libegl-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-cpp-dev"
debianRun="qt6-qpa-plugins libqt6svg6 fonts-dejavu-core fonts-liberation fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji"
debianTest="librapidcheck-dev ruby ruby-kramdown-parser-gfm jekyll python3-html5lib bibutils clang-format clang-tidy"
# The development files of Qt Svg have two names: qt6-svg-dev (Debian 13, Ubuntu 24.04 and newer; also in Debian 12), libqt6svg6-dev (Ubuntu 22.04).

fedoraBuild="cmake ninja-build gcc-c++ clang ccache mold qt6-qtbase-devel qt6-qtwebengine-devel qt6-qtwebchannel-devel \
  qt6-qtsvg-devel cmark-gfm-devel yaml-cpp-devel"
fedoraRun="dejavu-sans-fonts google-noto-sans-cjk-fonts google-noto-color-emoji-fonts"
fedoraTest="rapidcheck-devel ruby rubygem-kramdown rubygem-jekyll python3-html5lib clang-tools-extra"

archBuild="cmake ninja gcc clang ccache mold qt6-base qt6-webengine qt6-webchannel qt6-svg cmark-gfm yaml-cpp"
archRun="ttf-dejavu noto-fonts noto-fonts-cjk noto-fonts-emoji"
archTest="rapidcheck ruby python-html5lib"

brewBuild="cmake ninja ccache qt cmark-gfm yaml-cpp"
brewTest="rapidcheck ruby clang-format"

asRoot() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# missingOf TESTER PACKAGE...: the packages for which the command TESTER fails.
missingOf() {
  local tester=$1 package
  shift
  for package in "$@"; do
    "$tester" "$package" >/dev/null 2>&1 || printf '%s ' "$package"
  done
}

hasDebian() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
hasRpm() { rpm -q --whatprovides "$1"; }
hasArch() { pacman -Qi "$1"; }
hasBrew() { brew list --versions "$1"; }

announce() {
  echo "Installing what is missing: $*"
  [ "$(id -u)" -eq 0 ] || [ "${needsRoot:-1}" = 0 ] || echo "(sudo may ask for your password)"
}

debianSvg() {
  apt-cache show qt6-svg-dev >/dev/null 2>&1 && echo qt6-svg-dev || echo libqt6svg6-dev
}

installDebian() {
  local wanted=$1 missing
  # shellcheck disable=SC2086
  missing=$(missingOf hasDebian $wanted)
  if hasDebian qt6-svg-dev || hasDebian libqt6svg6-dev; then :; else missing="$missing svg"; fi
  [ -n "${missing// /}" ] || return 0
  asRoot apt-get update -q
  missing=${missing/ svg/ $(debianSvg)}
  announce "$missing"
  # shellcheck disable=SC2086
  asRoot env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
}

# installWith TESTER "COMMAND" "PACKAGES"
installWith() {
  local tester=$1 command=$2 wanted=$3 missing
  # shellcheck disable=SC2086
  missing=$(missingOf "$tester" $wanted)
  [ -n "${missing// /}" ] || return 0
  announce "$missing"
  # shellcheck disable=SC2086
  $command $missing
}

# Math and icons of the preview come with npm. The build works without them, so a failure here stops nothing.
installNpm() {
  command -v npm >/dev/null && return
  "$@" || echo "npm could not be installed: the preview is built without math and icon fonts."
}

installDependencies() {
  local purpose=$1 id=
  if [ "$(uname -s)" = Darwin ]; then
    needsRoot=0 installWith hasBrew "brew install" "$brewBuild $([ "$purpose" = test ] && echo "$brewTest")"
    needsRoot=0 installNpm installWith hasBrew "brew install" node
    return
  fi
  # shellcheck disable=SC1091
  id=$(. /etc/os-release 2>/dev/null && echo "${ID:-} ${ID_LIKE:-}")
  case " $id " in
    *" debian "* | *" ubuntu "*)
      installDebian "$debianBuild $debianRun $([ "$purpose" = test ] && echo "$debianTest")"
      installNpm installDebian npm ;;
    *" fedora "*)
      installWith hasRpm "asRoot dnf install -y" "$fedoraBuild $fedoraRun $([ "$purpose" = test ] && echo "$fedoraTest")"
      installNpm installWith hasRpm "asRoot dnf install -y" nodejs-npm ;;
    *" arch "*)
      installWith hasArch "asRoot pacman -S --needed --noconfirm" "$archBuild $archRun $([ "$purpose" = test ] && echo "$archTest")"
      installNpm installWith hasArch "asRoot pacman -S --needed --noconfirm" npm ;;
    *)
      echo "This system is not known to the script. Needed: CMake 3.25, Ninja, a C++20 compiler, Qt 6.4 or newer"
      echo "(Widgets, Svg, WebChannel, WebEngine), cmark-gfm, yaml-cpp; for tests RapidCheck." ;;
  esac
}

# Chromium's sandbox refuses to start for root: say so to Qt here, in the scripts, never inside the program.
allowRoot() {
  if [ "$(id -u)" -eq 0 ]; then
    export QTWEBENGINE_DISABLE_SANDBOX=1
  fi
}

# configure PRESET [OPTION...]: with ccache when it is there.
configure() {
  local preset=$1
  shift
  if command -v ccache >/dev/null; then
    export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    set -- -DCMAKE_CXX_COMPILER_LAUNCHER=ccache "$@"
  fi
  cmake --preset "$preset" "$@"
}
