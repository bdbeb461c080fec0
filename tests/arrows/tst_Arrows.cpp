#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

/// The arrows of the layers point one way: app/main.cpp -> ui -> app -> content. A target that links only Qt6::Core
/// still compiles `#include <QtWidgets/QWidget>`, so the includes themselves are read.
class TestArrows : public QObject
{
    Q_OBJECT

    struct Include
    {
        QString file; ///< relative to the project
        QString target;
    };

    static QList<Include> includesBelow(const QString &folder)
    {
        static const QRegularExpression line(
            QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"), QRegularExpression::MultilineOption);
        const QString root = QStringLiteral(VITRINE_SOURCE_DIR "/");
        QList<Include> includes;
        QDirIterator files(
            root + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            for (auto match = line.globalMatch(text); match.hasNext();)
                includes.append({file.fileName().mid(root.size()), match.next().captured(1)});
        }
        return includes;
    }

    /// The classes, structs and enums that a source defines for the whole program: at the begin of a line, as
    /// clang-format sets what stands in a namespace, and not in a nameless one.
    static QStringList typesDefinedBy(const QString &source)
    {
        static const QRegularExpression definition(
            QStringLiteral("^(?:template<.*> )?(?:class|struct|enum class|enum) (\\w++)(?!::)[^;]*$|"
                           "^(?:class|struct|enum class|enum) (\\w++)(?!::)[^;]*\\{.*$"));
        QStringList names;
        bool nameless = false;
        for (const QString &line : source.split(QLatin1Char('\n'))) {
            if (line == QLatin1String("namespace {"))
                nameless = true;
            else if (line == QLatin1String("} // namespace"))
                nameless = false;
            const QRegularExpressionMatch match = definition.match(line);
            if (match.hasMatch() && !nameless)
                names += match.captured(1) + match.captured(2);
        }
        return names;
    }

    /// The includes below `folder` that `forbidden` matches, but for those of files that `except` matches.
    static QStringList
    offences(const QString &folder, const QString &forbidden, const QString &except = QStringLiteral("^$"))
    {
        const QRegularExpression bad(forbidden), allowed(except);
        QStringList found;
        for (const Include &include : includesBelow(folder)) {
            if (bad.match(include.target).hasMatch() && !allowed.match(include.file).hasMatch())
                found += include.file + QStringLiteral(" includes ") + include.target;
        }
        return found;
    }

    static void compareWithNone(const QStringList &found)
    {
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
    }

    /// Headers of Qt that need more than QtCore, by class or module name.
    static QString beyondCore()
    {
        return QStringLiteral(
            "^(Qt(Gui|Widgets|Svg|Network|WebEngine\\w*|WebChannel|PrintSupport|Quick|Qml)\\b|Q(Widget|Application|"
            "GuiApplication|"
            "Undo\\w*|Image|Pixmap|Icon|Color|Font\\w*|Painter|Palette|Text(Document|Cursor|Edit)|WebEngine\\w*|Dialog|"
            "MessageBox|Action|Clipboard|Desktop\\w*|Network\\w*)$)");
    }

private Q_SLOTS:
    void findsTheSources() { QVERIFY(includesBelow(QStringLiteral("content")).size() > 20); }
    void contentKnowsNeitherAppNorUi()
    {
        compareWithNone(offences(QStringLiteral("content"), QStringLiteral("^(app|ui|tests)/")));
    }
    void contentNeedsOnlyQtCore() { compareWithNone(offences(QStringLiteral("content"), beyondCore())); }

    void contentTouchesNoFilesAndNoSettings()
    {
        compareWithNone(offences(
            QStringLiteral("content"),
            QStringLiteral(
                "^(QFile|QSaveFile|QDir|QFileInfo|QSettings|QProcess|QTextStream|filesystem|fstream|unistd\\.h)$")));
    }

    void appKnowsNoUi()
    {
        compareWithNone(
            offences(QStringLiteral("app"), QStringLiteral("^(ui|tests)/"), QStringLiteral("^app/main\\.cpp$")));
    }

    void appNeedsNoWidgets()
    {
        compareWithNone(offences(
            QStringLiteral("app"),
            QStringLiteral("^(Qt(Widgets|WebEngine\\w*)\\b|Q(Widget|Application|Dialog|MessageBox|WebEngine\\w*)$)"),
            QStringLiteral("^app/main\\.cpp$")));
    }

    void siteAndCommandLineNeedOnlyQtCore()
    {
        compareWithNone(
            offences(QStringLiteral("app/site"), beyondCore()) + offences(QStringLiteral("app/cli"), beyondCore())
            + offences(QStringLiteral("app/cli"), QStringLiteral("^app/(session|preview|settings)/")));
    }

    /// The linker takes one of two classes of the same name for both, which corrupts memory without a word.
    void noTwoTypesShareAName()
    {
        const QString root = QStringLiteral(VITRINE_SOURCE_DIR "/");
        QHash<QString, QString> definedIn;
        QStringList found;
        for (const char *folder : {"content", "app", "ui", "tests/support"}) {
            QDirIterator files(
                root + QLatin1String(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString name = file.fileName().mid(root.size());
                for (const QString &type : typesDefinedBy(QString::fromUtf8(file.readAll()))) {
                    if (definedIn.contains(type))
                        found += QStringLiteral("%1 is defined in %2 and in %3").arg(type, definedIn[type], name);
                    definedIn.insert(type, name);
                }
            }
        }
        QVERIFY(definedIn.size() > 200);
        compareWithNone(found);
    }

    void typesAreFoundWhereTheyAreDefined()
    {
        QCOMPARE(
            typesDefinedBy(QStringLiteral("class A;\nstruct B\n{\n    struct C { };\n};\nnamespace {\nclass D\n{\n};\n"
                                          "} // namespace\nclass E : public B\n{\n};\nenum class F { One };\n"
                                          "template<typename T> class G\n{\n};\nstruct H { int i = 0; };\n")),
            QStringList(
                {QStringLiteral("B"), QStringLiteral("E"), QStringLiteral("F"), QStringLiteral("G"),
                 QStringLiteral("H")}));
    }

    void nothingShippedKnowsTheTests() { compareWithNone(offences(QStringLiteral("ui"), QStringLiteral("^tests/"))); }
};

QTEST_APPLESS_MAIN(TestArrows)
#include "tst_Arrows.moc"
