#pragma once

#include <QString>

class QWidget;

namespace vitrine {

class Settings;

/// What helps to understand a report of a mistake: versions, desktop, screen, settings. No text, name or path of a
/// page. In English whatever the language is, for it is read by the developers.
QString diagnostics(const Settings &settings, const QWidget &window);

} // namespace vitrine
