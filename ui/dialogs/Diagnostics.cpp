#include "ui/dialogs/Diagnostics.h"

#include "app/settings/Settings.h"
#include "app/site/IconFonts.h"
#include "ui/look/Tones.h"

#include <QApplication>
#include <QLocale>
#include <QMetaEnum>
#include <QScreen>
#include <QStyle>
#include <QSysInfo>
#include <QWidget>
#include <QtWebEngineCore/qtwebenginecoreglobal.h>

namespace vitrine {

namespace {

template<typename Enum> QString nameOf(Enum value)
{
    return QLatin1String(QMetaEnum::fromType<Enum>().valueToKey(static_cast<int>(value)));
}

QString sizeOf(QSize size)
{
    return QStringLiteral("%1 x %2").arg(size.width()).arg(size.height());
}

QString yesNo(bool yes)
{
    return yes ? QStringLiteral("yes") : QStringLiteral("no");
}

} // namespace

QString diagnostics(const Settings &settings, const QWidget &window)
{
    const QScreen &screen = *window.screen();
    const std::pair<const char *, QString> lines[]{
        {"Vitrine", QCoreApplication::applicationVersion()},
        {"Qt", QLatin1String(qVersion())},
        {"Qt WebEngine",
         QStringLiteral("%1 (Chromium %2)")
             .arg(QLatin1String(qWebEngineVersion()), QLatin1String(qWebEngineChromiumVersion()))},
        {"System",
         QStringLiteral("%1, %2 %3")
             .arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::currentCpuArchitecture())},
        {"Platform", QGuiApplication::platformName()},
        {"Style", QApplication::style()->name()},
        {"Language", QLocale().bcp47Name()},
        {"Screen", QStringLiteral("%1, scale %2").arg(sizeOf(screen.size())).arg(screen.devicePixelRatio())},
        {"Window", sizeOf(window.size())},
        {"Font", QStringLiteral("%1 pt").arg(QApplication::font().pointSizeF())},
        {"Colours",
         QStringLiteral("%1, dark: %2").arg(nameOf(settings.look()), yesNo(Tones(window.palette()).isDark()))},
        {"Preview width", nameOf(settings.previewWidth())},
        {"Entry tab", nameOf(settings.entryTab())},
        {"Web assets", yesNo(hasIconFonts())},
    };
    QString text;
    for (const auto &[name, value] : lines)
        text += QStringLiteral("%1: %2\n").arg(QLatin1String(name), value);
    return text;
}

} // namespace vitrine
