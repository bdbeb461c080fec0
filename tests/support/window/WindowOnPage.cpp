#include "tests/support/window/WindowOnPage.h"

#include "ui/EnglishPlurals.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/bars/StatusLine.h"
#include "ui/entries/FormsView.h"
#include "ui/files/FileCommands.h"
#include "ui/look/Palettes.h"
#include "ui/outline/OutlineModel.h"

#include <QFile>

namespace vitrine::test {

const QByteArray samplePage = R"(---
permalink: /
title: "Home of Ida Falk"
---

# About Me
I study tides.

# News
* 03/2024: I joined the Harbour Institute.
* 11/2023: One paper is accepted to WAVES 2023.
* 05/2023: I moved to Northmere.

# Awards
* Northmere Scholarship, 2021
* Best Student Talk, 2022

<!-- # Old Things
* Something old, 2010 -->
)";

QByteArray WindowOnPage::onDisk() const
{
    QFile file(pagePath());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray WindowOnPage::bytes() const
{
    return m_window->files()->page()->page()->bytes();
}

EntryListView *WindowOnPage::list() const
{
    return m_window->work()->forms()->list();
}

const EntryListModel *WindowOnPage::rows() const
{
    return m_window->work()->forms()->model();
}

QString WindowOnPage::statusSentence() const
{
    return m_window->status()->sentence();
}

void WindowOnPage::clickSection(const QString &title)
{
    auto *model = qobject_cast<OutlineModel *>(outline()->model());
    for (QModelIndex index = model->index(0, 0); index.isValid(); index = outline()->indexBelow(index)) {
        if (index.data().toString() != title)
            continue;
        QTest::mouseClick(outline()->viewport(), Qt::LeftButton, Qt::NoModifier, outline()->visualRect(index).center());
        return;
    }
    QFAIL(qPrintable(QStringLiteral("no section %1").arg(title)));
}

void WindowOnPage::clickRow(int row, Qt::KeyboardModifiers modifiers)
{
    QTest::mouseClick(
        list()->viewport(), Qt::LeftButton, modifiers, list()->visualRect(list()->model()->index(row, 0)).center());
}

void WindowOnPage::initTestCase()
{
    applyLook(Settings::Look::Light);
}

void WindowOnPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QFile file(pagePath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(samplePage);
    file.close();
    m_settings = std::make_unique<Settings>(m_folder->filePath(QStringLiteral("profile")));
    m_window = std::make_unique<MainWindow>(m_settings.get(), PreviewMode::UnsafeAsRoot);
    m_window->files()->setDialogs({});
    m_window->messages()->clear();
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowOnPage::cleanup()
{
    m_window.reset();
    m_settings.reset();
    m_folder.reset();
}

int runWindowTest(int argc, char *argv[], QObject *test)
{
    EnglishPlurals plurals;
    QCoreApplication::installTranslator(&plurals);
    return QTest::qExec(test, argc, argv);
}

} // namespace vitrine::test
