#include "ui/look/MutedLabel.h"
#include "ui/look/Palettes.h"
#include "ui/look/Tones.h"

#include <QApplication>
#include <QLabel>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QTest>
#include <QVBoxLayout>

#include <memory>

using namespace vitrine;

namespace {

QPalette plain(QRgb window, QRgb base, QRgb text, QRgb highlight, QRgb highlighted)
{
    QPalette palette(
        QColor{text}, QColor{window}, QColor{window}, QColor{window}.darker(150), QColor{window}.darker(120),
        QColor{text}, QColor{text}, QColor{base}, QColor{window});
    palette.setColor(QPalette::AlternateBase, Tones::mixed(QColor{window}, QColor{base}, 0.5));
    palette.setColor(QPalette::Highlight, QColor{highlight});
    palette.setColor(QPalette::HighlightedText, QColor{highlighted});
    QColor placeholder{text};
    placeholder.setAlpha(128);
    palette.setColor(QPalette::PlaceholderText, placeholder);
    return palette;
}

} // namespace

/// The contrasts that the look promises, on every palette that people are likely to have.
class TestTones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheWebGuidelines()
    {
        QCOMPARE(qRound(Tones::contrast(Qt::black, Qt::white) * 10), 210);
        QCOMPARE(qRound(Tones::contrast(QColor(0x77, 0x77, 0x77), Qt::white) * 100), 448);
        QCOMPARE(Tones::contrast(Qt::red, Qt::red), 1.0);
    }

    void everyRoleReachesItsContrast_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("ours, light") << lightPalette();
        QTest::newRow("ours, dark") << darkPalette();
        const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("fusion")));
        QTest::newRow("Fusion") << fusion->standardPalette();
        QTest::newRow("Breeze, light") << plain(0xffeff0f1, 0xffffffff, 0xff232629, 0xff3daee9, 0xffffffff);
        QTest::newRow("Breeze, dark") << plain(0xff2a2e32, 0xff1b1e20, 0xfffcfcfc, 0xff3daee9, 0xfffcfcfc);
        QTest::newRow("high contrast, black") << plain(0xff000000, 0xff000000, 0xffffffff, 0xffffff00, 0xff000000);
        QTest::newRow("high contrast, white") << plain(0xffffffff, 0xffffffff, 0xff000000, 0xff000080, 0xffffffff);
        QTest::newRow("yellow highlight") << plain(0xfffafafa, 0xffffffff, 0xff202020, 0xfff5c211, 0xff000000);
    }

    void everyRoleReachesItsContrast()
    {
        QFETCH(QPalette, palette);
        const Tones tones(palette);
        const auto text = [](const QColor &color, const QColor &ground, const char *what) {
            const double contrast = Tones::contrast(color, ground);
            QVERIFY2(contrast >= 4.5, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(what)).arg(contrast)));
        };
        const auto sign = [](const QColor &color, const QColor &ground, const char *what) {
            const double contrast = Tones::contrast(color, ground);
            QVERIFY2(contrast >= 3.0, qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(what)).arg(contrast)));
        };
        for (const QColor &ground : {tones.window(), tones.base(), tones.strip(), tones.hover()}) {
            text(tones.text(), ground, "text");
            text(tones.muted(), ground, "muted");
            text(tones.accent(), ground, "accent");
            text(tones.error(), ground, "error");
            text(tones.toCheck(), ground, "to check");
        }
        for (const QColor &ground : {tones.window(), tones.base(), tones.strip()}) {
            text(tones.placeholder(), ground, "placeholder");
            sign(tones.border(), ground, "border");
        }
        text(tones.muted(), tones.track(), "part of a switch");
        text(tones.accent(), tones.chosen(), "chosen part of a switch");
        text(tones.accentText(), tones.accent(), "text on the filled button");
        text(tones.selectionText(), tones.selection(), "selected row");
        text(tones.error(), tones.errorGround(), "error on its ground");
        text(tones.text(), tones.errorGround(), "text on the error ground");
        text(tones.toCheck(), tones.toCheckGround(), "to check on its ground");
        text(tones.text(), tones.toCheckGround(), "text on the to-check ground");
        text(tones.note(), tones.noteGround(), "note on its ground");
        text(tones.text(), tones.chip(), "chip");
        for (const QColor &ground : {tones.added(), tones.addedWords(), tones.removed(), tones.removedWords()})
            text(tones.text(), ground, "diff");
    }

    void highContrastUsesFullHighlightAndVisibleLines()
    {
        const Tones tones(plain(0xff000000, 0xff000000, 0xffffffff, 0xffffff00, 0xff000000));
        QVERIFY(tones.isHighContrast());
        QCOMPARE(tones.selection(), QColor(Qt::yellow));
        QCOMPARE(tones.hairline(), tones.border());
        QVERIFY(!Tones(lightPalette()).isHighContrast());
        QVERIFY(!Tones(darkPalette()).isHighContrast());
    }

    void ourPalettesGiveTheColoursOfTheDesign_data()
    {
        QTest::addColumn<QColor>("made");
        QTest::addColumn<QColor>("drawn");
        const Tones light(lightPalette());
        const Tones dark(darkPalette());
        QTest::newRow("muted, light") << light.muted() << QColor(0x56, 0x60, 0x69);
        QTest::newRow("muted, dark") << dark.muted() << QColor(0xa1, 0xab, 0xb2);
        QTest::newRow("selection, light") << light.selection() << QColor(0xdd, 0xee, 0xef);
        QTest::newRow("selection, dark") << dark.selection() << QColor(0x1d, 0x39, 0x3c);
        QTest::newRow("selection text, light") << light.selectionText() << QColor(0x07, 0x59, 0x60);
        QTest::newRow("selection text, dark") << dark.selectionText() << QColor(0x8a, 0xd5, 0xda);
        QTest::newRow("hover, light") << light.hover() << QColor(0xe8, 0xec, 0xee);
        QTest::newRow("hover, dark") << dark.hover() << QColor(0x2a, 0x30, 0x34);
        QTest::newRow("track, light") << light.track() << QColor(0xe4, 0xe8, 0xeb);
        QTest::newRow("track, dark") << dark.track() << QColor(0x15, 0x19, 0x1b);
        QTest::newRow("chosen, dark") << dark.chosen() << QColor(0x2f, 0x37, 0x3c);
        QTest::newRow("accent, light") << light.accent() << QColor(0x0a, 0x69, 0x71);
        QTest::newRow("accent, dark") << dark.accent() << QColor(0x58, 0xba, 0xc1);
        QTest::newRow("border, light") << light.border() << QColor(0x82, 0x8c, 0x94);
        QTest::newRow("error ground, light") << light.errorGround() << QColor(0xfc, 0xec, 0xea);
        QTest::newRow("error ground, dark") << dark.errorGround() << QColor(0x3a, 0x22, 0x20);
        QTest::newRow("to-check ground, light") << light.toCheckGround() << QColor(0xff, 0xf2, 0xd6);
        QTest::newRow("to-check ground, dark") << dark.toCheckGround() << QColor(0x35, 0x2b, 0x16);
        QTest::newRow("note ground, light") << light.noteGround() << QColor(0xe6, 0xf1, 0xf2);
        QTest::newRow("note ground, dark") << dark.noteGround() << QColor(0x1a, 0x30, 0x32);
    }

    void ourPalettesGiveTheColoursOfTheDesign()
    {
        QFETCH(QColor, made);
        QFETCH(QColor, drawn);
        // The drawn colours were mixed by eye: within a just visible step.
        const int distance = std::max(
            {std::abs(made.red() - drawn.red()), std::abs(made.green() - drawn.green()),
             std::abs(made.blue() - drawn.blue())});
        QVERIFY2(distance <= 12, qPrintable(QStringLiteral("made %1, drawn %2").arg(made.name(), drawn.name())));
    }

    void mutedTextFollowsAChangeOfColours()
    {
        applyLook(Settings::Look::Light);
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *label = new QLabel(QStringLiteral("No changes"));
        makeMuted(label);
        layout->addWidget(label);
        window.show();
        const QColor inLight = label->palette().color(QPalette::WindowText);
        QCOMPARE(inLight, Tones(QApplication::palette()).muted());
        applyLook(Settings::Look::Dark);
        QTRY_COMPARE(label->palette().color(QPalette::WindowText), Tones(QApplication::palette()).muted());
        QVERIFY(label->palette().color(QPalette::WindowText) != inLight);
        applyLook(Settings::Look::Light);
        QTRY_COMPARE(label->palette().color(QPalette::WindowText), inLight);
    }
};

QTEST_MAIN(TestTones)
#include "tst_Tones.moc"
