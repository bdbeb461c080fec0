// How near our HTML is to the site's: real pages, small pages for single constructs and pages of random lines are
// compared with what Ruby's kramdown makes of them, by a comparator outside of the project (VITRINE_FIDELITY).

#include "tests/support/MadeConstructs.h"
#include "tests/support/PageFixtures.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine::test;

namespace {

constexpr int minutes = 60 * 1000;

bool succeeds(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(minutes) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

/// A Python that has the HTML parser which the comparator needs; empty when there is none.
QString python()
{
    for (const QString &name : {QStringLiteral("python3"), QStringLiteral("/usr/bin/python3")}) {
        if (succeeds(name, {QStringLiteral("-c"), QStringLiteral("import html5lib")}))
            return name;
    }
    return {};
}

bool hasKramdown()
{
    return succeeds(
        QStringLiteral("ruby"),
        {QStringLiteral("-e"), QStringLiteral("require 'jekyll'; require 'kramdown-parser-gfm'")});
}

/// A page of a few lines of all kinds. Without Liquid, and not beginning like front matter.
QByteArray randomPage(QRandomGenerator &random)
{
    static const std::vector<const char *> lines{
        "# News",
        "## A *b* #",
        "Title\n===",
        "* one",
        "- two",
        "  more",
        "    deep",
        "1. first",
        "2. second",
        "   three",
        "+ plus",
        "* * *",
        "> quote",
        "> - a",
        "> > deep",
        "```",
        "<div>",
        "<div markdown=\"1\">",
        "</div>",
        "<p>x</p>",
        "<!-- hidden -->",
        "| a | b |",
        "|---|:-:|",
        "a | b",
        "[a]: http://b.example 'd'",
        "[a]",
        "",
        "",
        "",
        "",
        "\t- tab",
        "text **bold** `code`",
        "a\\",
        "two  ",
        "[x](y \"z\")",
        "![i](j)",
        "<https://a.example>",
        "&nbsp;&amp;&x;",
        "*a **b* c**",
        "~~no~~",
        "$x_1$ and $5",
        "$$y$$",
        "\"quoted\" -- 'it'",
        "Roe\\*, **Moe\\***",
        "中文**字**。",
        "-",
        "1.",
        ": def",
        "^",
        "{: .x}",
        "*[b]: T",
        "[^1]: note",
        "x[^1]",
        "  - in",
        "   * in",
        "<br>",
        "<span>*a*</span>",
        "<center>",
        "</center>",
        "<b>x",
        "{::comment}",
        "{:/}",
        "<li>a</li>",
        "<a href=\"x\">*y*",
        "</a>",
        "<img src='a' />",
        "a<br/>b"};
    QByteArray page = "begin\n\n";
    const int count = random.bounded(1, 12);
    for (int i = 0; i < count; ++i)
        page += QByteArray(lines[static_cast<size_t>(random.bounded(static_cast<int>(lines.size())))]) + '\n';
    return page;
}

} // namespace

class TestFidelity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_comparator = qEnvironmentVariable("VITRINE_FIDELITY") + QStringLiteral("/fidelity.py");
        if (!QFile::exists(m_comparator))
            QSKIP("VITRINE_FIDELITY names no folder of the comparator: pages are not compared with the site's.");
        m_python = python();
        if (m_python.isEmpty())
            QSKIP("The comparator needs Python with html5lib: pages are not compared with the site's.");
        if (!hasKramdown())
            QSKIP("Ruby's jekyll and kramdown are not installed: pages are not compared with the site's.");
    }

    void constructsAreTheSites()
    {
        const QDir cases(qEnvironmentVariable("VITRINE_FIDELITY") + QStringLiteral("/cases"));
        QStringList pages;
        for (const QString &name : cases.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
            if (!name.startsWith(QStringLiteral("52"))) // colours of code need a lexer for each language
                pages += cases.filePath(name);
        }
        QVERIFY(!pages.isEmpty());
        compare(pages, 100, 100);
    }

    void realPagesAreTheSites()
    {
        if (!corpusFolder())
            QSKIP("VITRINE_CORPUS names no folder of real pages.");
        const QStringList pages = corpusPages();
        QVERIFY(!pages.isEmpty());
        const double allButOne = 100.0 * static_cast<double>(pages.size() - 1) / static_cast<double>(pages.size());
        compare(pages, allButOne - 0.01, 99.5);
    }

    void randomPagesAreTheSites()
    {
        compareMade(qEnvironmentVariableIsSet("VITRINE_FULL") ? 2000 : 150, randomPage, 98.5, 99);
    }

    void madeConstructsAreTheSites()
    {
        compareMade(
            1000, [](QRandomGenerator &random) { return "begin\n\n" + madeConstruct(random); }, 97, 99);
    }

private:
    /// Compares so many pages that `make` makes of one stream of numbers: the same one every time, or that of
    /// VITRINE_SEED.
    void compareMade(int count, QByteArray (*make)(QRandomGenerator &), double wanted, double wantedBlocks)
    {
        const QTemporaryDir folder;
        QVERIFY(folder.isValid());
        QFile config(folder.filePath(QStringLiteral("_config.yml")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.close();
        bool isGiven = false;
        const uint seed = qEnvironmentVariable("VITRINE_SEED").toUInt(&isGiven);
        QRandomGenerator random(isGiven ? seed : 20);
        QStringList pages;
        for (int i = 0; i < count; ++i) {
            QFile page(folder.filePath(QStringLiteral("page%1.md").arg(i)));
            QVERIFY(page.open(QIODevice::WriteOnly));
            page.write(make(random));
            pages += page.fileName();
        }
        compare(pages, wanted, wantedBlocks);
    }

    /// At least so many percent of the pages, and of their blocks, have to be equal.
    void compare(const QStringList &pages, double wanted, double wantedBlocks)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        const QString command =
            QStringLiteral(VITRINE_CLI) + QStringLiteral(" render --engine kramdown --no-liquid --site {site} {}");
        process.start(
            m_python,
            QStringList{
                m_comparator, QStringLiteral("--quiet"), QStringLiteral("--input"), QStringLiteral("liquid"),
                QStringLiteral("--worst"), QStringLiteral("5"), QStringLiteral("--need"), QString::number(wanted),
                QStringLiteral("--need-blocks"), QString::number(wantedBlocks), QStringLiteral("--render"), command}
                + pages);
        QVERIFY(process.waitForFinished(10 * minutes));
        const QByteArray report = process.readAll();
        QVERIFY2(process.exitCode() == 0, report.right(6000).constData());
    }

    QString m_python;
    QString m_comparator;
};

QTEST_APPLESS_MAIN(TestFidelity)
#include "tst_Fidelity.moc"
