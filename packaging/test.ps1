# Builds everything and runs every test: packaging\test.ps1
Set-Location (Join-Path $PSScriptRoot '..')
. packaging\windows\dependencies.ps1
Invoke-Configure release @('-DVITRINE_BUILD_TESTS=ON', '-DVCPKG_MANIFEST_FEATURES=tests')
cmake --build --preset release
if ($LASTEXITCODE) { exit $LASTEXITCODE }
$env:RC_PARAMS = 'seed=20261125'
ctest --preset release
exit $LASTEXITCODE
