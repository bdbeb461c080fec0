#include "app/settings/Settings.h"
#include "ui/MainWindow.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewScheme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace {

constexpr int wrongUsage = 2;

/// Chromium refuses to run as root unless it is told to do without its sandbox.
bool previewCanRun()
{
#ifdef Q_OS_UNIX
    return ::geteuid() != 0 || qEnvironmentVariableIntValue("QTWEBENGINE_DISABLE_SANDBOX") == 1;
#else
    return true;
#endif
}

QString tr(const char *text)
{
    return QCoreApplication::translate("main", text);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("Vitrine"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VITRINE_VERSION));
    QCoreApplication::setOrganizationName(QStringLiteral("Vitrine"));
    QGuiApplication::setDesktopFileName(QStringLiteral("vitrine"));
    vitrine::registerPreviewScheme();
    QApplication application(argc, argv);

    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Edits a researcher’s homepage in forms, and nothing else of it."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(
        QStringLiteral("profile"), tr("Keep settings and recovery copies in this folder."), QStringLiteral("DIR"));
    const QCommandLineOption sample(
        QStringLiteral("sample"), tr("Open the page of a made-up researcher, in a scratch copy."));
    parser.addOptions({profile, sample});
    parser.addPositionalArgument(
        QStringLiteral("PAGE"), tr("A Markdown page, or the folder of a Jekyll site."), QStringLiteral("[PAGE]"));
    if (!parser.parse(QCoreApplication::arguments()) || parser.positionalArguments().size() > 1) {
        const QString what =
            parser.errorText().isEmpty() ? tr("Only one page can be opened at a time.") : parser.errorText();
        std::fputs(qPrintable(what + QLatin1Char('\n') + parser.helpText()), stderr);
        return wrongUsage;
    }
    parser.process(application);

    vitrine::Settings settings(parser.value(profile));
    vitrine::applyLook(settings.look());
    vitrine::MainWindow window(&settings, previewCanRun());
    if (!parser.positionalArguments().isEmpty())
        window.open(parser.positionalArguments().constFirst());
    else if (parser.isSet(sample))
        window.files()->openSample();
    window.show();
    QTimer::singleShot(0, &window, &vitrine::MainWindow::begin);
    return QApplication::exec();
}
