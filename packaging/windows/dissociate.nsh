
  DeleteRegValue HKCU "Software\Classes\.md\OpenWithProgids" "Vitrine.Page"
  DeleteRegValue HKCU "Software\Classes\.markdown\OpenWithProgids" "Vitrine.Page"
  DeleteRegKey HKCU "Software\Classes\Vitrine.Page"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
