#pragma once

#include "app/settings/Settings.h"
#include "tests/support/window/WindowTest.h"
#include "ui/MainWindow.h"
#include "ui/entries/EntryListModel.h"
#include "ui/entries/EntryListView.h"
#include "ui/outline/OutlineView.h"

#include <QAction>
#include <QTemporaryDir>

#include <memory>

namespace vitrine::test {

/// A small page of news, awards and a hidden section.
extern const QByteArray samplePage;

/// What tests of the window share: before each test a window of 1440 x 900 without a page, beside a folder of its own
/// that holds samplePage as about.md.
class WindowOnPage : public QObject
{
    Q_OBJECT

protected:
    QString pagePath() const { return m_folder->filePath(QStringLiteral("about.md")); }
    QByteArray onDisk() const;
    /// The bytes of the open page.
    QByteArray bytes() const;
    QAction *action(const char *name) const { return m_window->findChild<QAction *>(QLatin1String(name)); }
    EntryListView *list() const;
    const EntryListModel *rows() const;
    OutlineView *outline() const { return named<OutlineView>(m_window.get(), "Outline"); }
    QString statusSentence() const;

    /// Clicks the section of this title in the outline; fails the test when there is none.
    void clickSection(const QString &title);
    void clickRow(int row, Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<MainWindow> m_window;

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
};

/// Runs the test as a program with the window's plurals.
int runWindowTest(int argc, char *argv[], QObject *test);

} // namespace vitrine::test
