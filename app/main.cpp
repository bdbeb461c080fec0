#include "app/settings/Settings.h"
#include "ui/EnglishPlurals.h"
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

vitrine::PreviewMode previewMode(bool wanted)
{
    using vitrine::PreviewMode;
    return !wanted ? PreviewMode::NotWanted : previewCanRun() ? PreviewMode::On : PreviewMode::UnsafeAsRoot;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("main", text);
}

/// What can be asked of the program on its command line.
struct CommandLine
{
    CommandLine()
    {
        parser.setApplicationDescription(tr("Edits a researcher’s homepage in forms, and nothing else of it."));
        // Qt’s own options have one dash: -reverse is no heap of letters with -v among them.
        parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
        parser.addOptions({help, version, profile, sample, noPreview});
        parser.addPositionalArgument(
            QStringLiteral("PAGE"), tr("A Markdown page, or the folder of a Jekyll site."), QStringLiteral("[PAGE]"));
    }

    QCommandLineParser parser;
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, tr("Show this help.")};
    QCommandLineOption version{{QStringLiteral("v"), QStringLiteral("version")}, tr("Show the version.")};
    QCommandLineOption profile{
        QStringLiteral("profile"), tr("Keep settings and recovery copies in this folder."), QStringLiteral("DIR")};
    QCommandLineOption sample{
        QStringLiteral("sample"), tr("Open the page of a made-up researcher, in a scratch copy.")};
    QCommandLineOption noPreview{
        QStringLiteral("no-preview"), tr("Do without the preview, which needs most of the memory.")};
};

/// Help and version need no screen, so they are answered before there is one.
bool answeredWithoutWindow(int &argc, char **argv)
{
    const QCoreApplication plain(argc, argv);
    CommandLine line;
    line.parser.parse(QCoreApplication::arguments());
    if (line.parser.isSet(line.version))
        std::printf("Vitrine %s\n", VITRINE_VERSION);
    else if (line.parser.isSet(line.help))
        std::fputs(qPrintable(line.parser.helpText()), stdout);
    return line.parser.isSet(line.version) || line.parser.isSet(line.help);
}

/// Opens what the command line names. False when another window has that page: it comes to the front, and this program
/// has nothing to do.
bool openFirst(vitrine::MainWindow &window, const CommandLine &line)
{
    bool isOpenElsewhere = false;
    const QMetaObject::Connection listening = QObject::connect(
        window.files(), &vitrine::FileCommands::isOpenElsewhere, [&isOpenElsewhere] { isOpenElsewhere = true; });
    if (!line.parser.positionalArguments().isEmpty())
        window.open(line.parser.positionalArguments().constFirst());
    else if (line.parser.isSet(line.sample))
        window.files()->openSample();
    QObject::disconnect(listening);
    return !isOpenElsewhere;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("Vitrine"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VITRINE_VERSION));
    QCoreApplication::setOrganizationName(QStringLiteral("Vitrine"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.vitrine.Vitrine"));
    if (answeredWithoutWindow(argc, argv))
        return 0;
    vitrine::registerPreviewScheme();
    const QApplication application(argc, argv);
    vitrine::EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);

    CommandLine line;
    if (!line.parser.parse(QCoreApplication::arguments()) || line.parser.positionalArguments().size() > 1) {
        const QString what =
            line.parser.errorText().isEmpty() ? tr("Only one page can be opened at a time.") : line.parser.errorText();
        std::fputs(qPrintable(what + QLatin1Char('\n') + line.parser.helpText()), stderr);
        return wrongUsage;
    }
    vitrine::Settings settings(line.parser.value(line.profile));
    vitrine::applyLook(settings.look());
    vitrine::MainWindow window(&settings, previewMode(!line.parser.isSet(line.noPreview)));
    if (!openFirst(window, line))
        return 0;
    window.show();
    QTimer::singleShot(0, &window, &vitrine::MainWindow::begin);
    return QApplication::exec();
}
