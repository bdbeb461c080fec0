# Builds Vitrine and starts it: packaging\run.ps1 [PAGE]
#
# PAGE is a Markdown page or a site's folder; without one a sample page opens, in a scratch copy.
param([string]$Page)
if ($Page) { $Page = (Resolve-Path $Page).Path }
Set-Location (Join-Path $PSScriptRoot '..')
. packaging\windows\dependencies.ps1
Invoke-Configure release @('-DVITRINE_BUILD_TESTS=OFF')
cmake --build --preset release --target vitrine vitrine-cli
if ($LASTEXITCODE) { exit $LASTEXITCODE }
if ($Page) { & build\release\app\vitrine.exe $Page } else { & build\release\app\vitrine.exe --sample }
