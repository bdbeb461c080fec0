#include "ui/files/FileActions.h"

#include "app/settings/Settings.h"
#include "ui/commands/Actions.h"
#include "ui/files/ExportCommands.h"
#include "ui/files/FileCommands.h"
#include "ui/start/FirstStart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMenu>

namespace vitrine {

FileActions::FileActions(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    connectFiles();
    connectExports();
    connectFirstStart();
    connectRecent();
}

void FileActions::connectFiles()
{
    const auto on = [this](Command command, auto act) {
        connect(m_parts.actions[command], &QAction::triggered, this, act);
    };
    FileCommands *files = m_parts.files;
    on(Command::Open, [files] { files->openByDialog(); });
    on(Command::OpenFolder, [files] { files->openFolderByDialog(); });
    on(Command::OpenSample, [files] { files->openSample(); });
    on(Command::PasteMarkdown, [files] { files->openFromClipboard(); });
    on(Command::NewPage, [this, files] {
        if (files->close())
            m_parts.first->showStarters();
    });
    on(Command::Save, [files] { files->save(); });
    on(Command::SaveAs, [files] { files->saveAs(); });
    on(Command::Revert, [files] { files->revert(); });
    on(Command::Close, [files] { files->close(); });
}

void FileActions::connectExports()
{
    using Kind = ExportCommands::Kind;
    using Remembered = Settings::ExportKind;
    static constexpr std::tuple<Command, Kind, Remembered> kinds[]{
        {Command::ExportMarkdown, Kind::Markdown, Remembered::Markdown},
        {Command::ExportClipboard, Kind::Clipboard, Remembered::Clipboard},
        {Command::ExportHtml, Kind::Html, Remembered::WebPage},
        {Command::ExportPdf, Kind::Pdf, Remembered::Pdf},
    };
    for (const auto &[command, kind, remembered] : kinds) {
        connect(m_parts.actions[command], &QAction::triggered, this, [this, run = kind, keep = remembered] {
            m_parts.settings->setLastExport(keep);
            m_parts.exports->run(run);
        });
    }
    connect(m_parts.actions[Command::Print], &QAction::triggered, m_parts.exports, &ExportCommands::print);
    connect(m_parts.actions[Command::ExportAgain], &QAction::triggered, this, [this] {
        const Remembered last = m_parts.settings->lastExport().value_or(Remembered::Markdown);
        for (const auto &[command, kind, remembered] : kinds) {
            if (remembered == last)
                m_parts.exports->run(kind);
        }
    });
}

void FileActions::connectFirstStart()
{
    FileCommands *files = m_parts.files;
    connect(m_parts.first, &FirstStart::openWanted, files, &FileCommands::openByDialog);
    connect(m_parts.first, &FirstStart::openFolderWanted, files, &FileCommands::openFolderByDialog);
    connect(m_parts.first, &FirstStart::sampleWanted, files, &FileCommands::openSample);
    connect(m_parts.first, &FirstStart::pasteWanted, files, &FileCommands::openFromClipboard);
    connect(m_parts.first, &FirstStart::recentWanted, files, &FileCommands::open);
    connect(m_parts.first, &FirstStart::starterWanted, this, &FileActions::openStarter);
    connect(m_parts.first, &FirstStart::forgetWanted, m_parts.settings, &Settings::forgetRecentPage);
}

void FileActions::openStarter(const QString &folder)
{
    const std::shared_ptr<const Site> site = Site::open(folder);
    QFile page(site->findPage().value_or(folder));
    if (page.open(QIODevice::ReadOnly))
        m_parts.files->openNew(page.readAll(), site);
}

void FileActions::connectRecent()
{
    const auto remember = [this] {
        if (const OpenPage *page = m_parts.files->page(); page && !page->path().isEmpty())
            m_parts.settings->addRecentPage(page->path());
    };
    connect(m_parts.files, &FileCommands::pageTaken, this, remember);
    connect(m_parts.files, &FileCommands::saved, this, remember);
    // Queued: the row that forgets a page is one of those that are made anew.
    connect(m_parts.settings, &Settings::recentPagesChanged, this, &FileActions::fillRecent, Qt::QueuedConnection);
    fillRecent();
}

void FileActions::fillRecent()
{
    const QStringList paths = m_parts.settings->recentPages();
    m_parts.first->setRecent(paths);
    QMenu *menu = m_parts.actions.menu(MenuName::Recent);
    menu->clear();
    for (const QString &path : paths) {
        QString words = QDir::toNativeSeparators(path);
        QAction *action = menu->addAction(words.replace(QLatin1Char('&'), QLatin1String("&&")));
        action->setEnabled(QFileInfo::exists(path));
        connect(action, &QAction::triggered, this, [this, path] { m_parts.files->open(path); });
    }
    menu->setEnabled(!paths.isEmpty());
}

void FileActions::refresh()
{
    const OpenPage *page = m_parts.files->page();
    if (!page)
        return;
    m_parts.actions[Command::Save]->setEnabled(page->isModified() || page->path().isEmpty());
    m_parts.actions[Command::Revert]->setEnabled(page->isModified() && !page->path().isEmpty());
}

} // namespace vitrine
