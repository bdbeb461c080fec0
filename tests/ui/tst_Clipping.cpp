#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowOnPage.h"
#include "ui/WorkArea.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/look/Palettes.h"
#include "ui/preview/PreviewPane.h"
#include "ui/preview/PreviewScheme.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QTranslator>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray sample = R"(---
permalink: /
title: "Home of Ida Falk"
---

# About Me
I study tides and currents.

# News
* 03/2024: I joined the Harbour Institute.

# Publications
(\* equal contribution, + corresponding author)

### Preprints
* **Ida Falk**\* and Tove Lind+, “Quill: Writing with Tides”, arXiv preprint, Jun 2024. \[[PDF](https://papers.example.org/quill.pdf)\]

### Conference Publications
* **Ida Falk**, Tove Lind, and Per Holm, “Ripple: Second Thoughts”, in the Conference on Waves (WAVES), 2023. \[[PDF](https://papers.example.org/ripple.pdf), [Code](https://code.example.org/ripple)\]

# Work Experience
* 09/2021 - present, Research scientist, Harbour Institute, Northmere

<!-- # Old Things
* Something old, 2010 -->
)";

/// A language whose words are half as long again, to see that nothing is cut off.
class LongWords : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        // Qt's own texts stay.
        if (QByteArray(context).startsWith('Q'))
            return {};
        const QString words = QString::fromUtf8(source);
        return words.isEmpty() ? words : words + QString((words.size() + 1) / 2, QLatin1Char('~'));
    }
};

bool scrolls(const QWidget *widget)
{
    for (const QWidget *around = widget->parentWidget(); around; around = around->parentWidget()) {
        if (qobject_cast<const QScrollArea *>(around))
            return true;
    }
    return false;
}

} // namespace

/// Nothing is cut off, whatever the size of the window, the size of letters, the length of words and the direction.
class TestClipping : public QObject
{
    Q_OBJECT

    QFont m_font;

    /// What is cut off, in words; empty when all is well.
    static QStringList cutOff(const TaskWindow &task)
    {
        QStringList found;
        const QWidget *preview = task.window()->work()->preview();
        const QRect all = task.window()->rect();
        for (const QWidget *widget : task.window()->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->isWindow() || preview->isAncestorOf(widget)
                || qobject_cast<const QLineEdit *>(widget->parentWidget())) // signs that Qt puts into a field
                continue;
            int wanted = 0;
            const auto *tool = qobject_cast<const QToolButton *>(widget);
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->menu())
                wanted = tool->iconSize().width();
            else if (button)
                wanted = button->minimumSizeHint().width();
            else if (const auto *label = qobject_cast<const QLabel *>(widget))
                wanted = label->wordWrap() || qobject_cast<const ElidedLabel *>(label) ? 0 : label->sizeHint().width();
            else
                continue;
            const QRect here(widget->mapTo(task.window(), QPoint()), widget->size());
            const bool outside = !scrolls(widget) && !all.contains(here);
            if (wanted > widget->width() + 1 || outside)
                found += QStringLiteral("%1 (%2 of %3%4)")
                             .arg(widget->objectName())
                             .arg(widget->width())
                             .arg(wanted)
                             .arg(outside ? QStringLiteral(", outside") : QString());
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        applyLook(Settings::Look::Light);
        m_font = QApplication::font();
    }

    void cleanup()
    {
        QApplication::setFont(m_font);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("longWords");
        QTest::addColumn<bool>("reverse");
        for (const QSize size : {QSize(1024, 700), QSize(1280, 800), QSize(1440, 900), QSize(1920, 1080)}) {
            for (const int percent : {100, 150, 200}) {
                for (const bool longWords : {false, true}) {
                    for (const bool reverse : {false, true})
                        QTest::addRow(
                            "%dx%d %d%%%s%s", size.width(), size.height(), percent, longWords ? " long" : "",
                            reverse ? " reverse" : "")
                            << size << percent << longWords << reverse;
                }
            }
        }
    }

    void nothingIsCutOff()
    {
        QFETCH(QSize, size);
        QFETCH(int, percent);
        QFETCH(bool, longWords);
        QFETCH(bool, reverse);
        QFont font = m_font;
        font.setPointSizeF(m_font.pointSizeF() * percent / 100);
        QApplication::setFont(font);
        QApplication::setLayoutDirection(reverse ? Qt::RightToLeft : Qt::LeftToRight);
        LongWords translator;
        if (longWords)
            QCoreApplication::installTranslator(&translator);
        {
            TaskWindow task(sample);
            task.window()->resize(size);
            for (int number = 1; number <= 4; ++number) {
                task.key(static_cast<Qt::Key>(Qt::Key_0 + number), Qt::ControlModifier);
                QCoreApplication::processEvents();
                const QStringList cut = cutOff(task);
                QVERIFY2(
                    cut.isEmpty(),
                    qPrintable(QString::number(number) + QStringLiteral(": ") + cut.join(QLatin1Char(' '))));
            }
        }
        QCoreApplication::removeTranslator(&translator);
    }
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestClipping test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_Clipping.moc"
