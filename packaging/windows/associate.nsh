
  WriteRegStr HKCU "Software\Classes\Vitrine.Page" "" "Markdown page"
  WriteRegStr HKCU "Software\Classes\Vitrine.Page\DefaultIcon" "" "$INSTDIR\bin\vitrine.exe,0"
  WriteRegStr HKCU "Software\Classes\Vitrine.Page\shell\open\command" "" '"$INSTDIR\bin\vitrine.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.md\OpenWithProgids" "Vitrine.Page" ""
  WriteRegStr HKCU "Software\Classes\.markdown\OpenWithProgids" "Vitrine.Page" ""
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
