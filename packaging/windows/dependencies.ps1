# Dot-sourced by run.ps1 and test.ps1: installs what building needs and configures a preset.
#
# Needs Visual Studio 2022 with C++, Git and CMake; Qt for MSVC 2022 with WebEngine in $env:QT_ROOT_DIR.
# Not proved: it was written without a Windows machine at hand.
$ErrorActionPreference = 'Stop'

function Import-Compiler {
  if (Get-Command cl -ErrorAction SilentlyContinue) { return }
  $where = "${env:ProgramFiles(x86)}\Microsoft Visual Studio\Installer\vswhere.exe"
  $studio = & $where -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath
  if (-not $studio) { throw 'Visual Studio 2022 with C++ is missing: winget install Microsoft.VisualStudio.2022.Community' }
  Import-Module "$studio\Common7\Tools\Microsoft.VisualStudio.DevShell.dll"
  Enter-VsDevShell -VsInstallPath $studio -SkipAutomaticLocation -DevCmdArguments '-arch=x64' | Out-Null
}

function Get-Vcpkg {
  if ($env:VCPKG_ROOT) { return $env:VCPKG_ROOT }
  $folder = Join-Path (Get-Location) 'build\vcpkg'
  if (-not (Test-Path $folder)) {
    Write-Host "Installing what is missing: vcpkg into $folder"
    git clone --depth 1 https://github.com/microsoft/vcpkg $folder
    & "$folder\bootstrap-vcpkg.bat" -disableMetrics
  }
  return $folder
}

function Invoke-Configure([string]$Preset, [string[]]$Options) {
  if (-not $env:QT_ROOT_DIR) { throw 'Set QT_ROOT_DIR to the folder of Qt for MSVC 2022, such as C:\Qt\6.8.3\msvc2022_64' }
  Import-Compiler
  $vcpkg = Get-Vcpkg
  cmake --preset $Preset "-DCMAKE_TOOLCHAIN_FILE=$vcpkg\scripts\buildsystems\vcpkg.cmake" "-DCMAKE_PREFIX_PATH=$env:QT_ROOT_DIR" `
    -DCMAKE_CXX_COMPILER=cl @Options
  if ($LASTEXITCODE) { throw 'CMake could not configure the build.' }
  $env:PATH = "$env:QT_ROOT_DIR\bin;$env:PATH"
}
