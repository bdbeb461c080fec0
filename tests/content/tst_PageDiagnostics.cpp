#include "tests/support/PageFixtures.h"

#include <QTest>

using namespace vitrine;
using namespace vitrine::test;

namespace {

/// "rule:bytes" of what is told of a page, apart by blanks.
QByteArray toldOf(const QByteArray &text)
{
    const auto page = readPage(text);
    QByteArrayList told;
    for (const Diagnostic &diagnostic : page->diagnostics())
        told += diagnostic.rule + ':' + text.mid(diagnostic.place.range.begin, diagnostic.place.range.size());
    return told.join(' ');
}

} // namespace

class TestPageDiagnostics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLinkWithoutAddressIsTold()
    {
        const char *const entry = "- **Lattice Walks on a Torus**, Bo Li, **Ada King**, **COP 2024**, ";
        QCOMPARE(toldOf(QByteArray("# Publications\n") + entry + "[Code]()\n"), QByteArray("empty-link:Code"));
        QCOMPARE(toldOf(QByteArray("# Publications\n") + entry + "[Code](https://c.example)\n"), QByteArray());
    }

    void aPeriodThatEndsBeforeItBeginsIsTold()
    {
        const auto told = [](const char *period) {
            return toldOf(QByteArray("# Experience\n- *") + period + "*, Research Intern, Acme Group\n");
        };
        QCOMPARE(told("2023.05 - 2022.09"), QByteArray("reversed-period:2022.09"));
        QCOMPARE(told("2023.05 - 2022"), QByteArray("reversed-period:2022"));
        QCOMPARE(told("2022.05 - 2022"), QByteArray());
        QCOMPARE(told("2022.05 - 2022.09"), QByteArray());
        QCOMPARE(told("2022.05 - present"), QByteArray());
        QCOMPARE(told("Fall 2022 - May 2022"), QByteArray());
    }
};

QTEST_APPLESS_MAIN(TestPageDiagnostics)
#include "tst_PageDiagnostics.moc"
