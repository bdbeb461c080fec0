#pragma once

#include "app/session/OpenPage.h"
#include "app/session/PageClaim.h"
#include "ui/files/FileDialogs.h"

#include <QObject>

#include <memory>

namespace vitrine {

class MessageBar;
class Selection;

/// Opens, saves and closes pages: owns the open page, asks about unsaved changes, tells in the message bar what went
/// wrong. GUI thread.
class FileCommands : public QObject
{
    Q_OBJECT

public:
    /// `stateFolder` is Settings::stateFolder(): other windows of the user are known by it.
    FileCommands(
        Selection *selection, MessageBar *messages, FileDialogs dialogs, const QString &stateFolder,
        QObject *parent = nullptr);
    ~FileCommands() override;

    OpenPage *page() const { return m_page.get(); }
    const FileDialogs &dialogs() const { return m_dialogs; }
    void setDialogs(FileDialogs dialogs) { m_dialogs = std::move(dialogs); }

    /// A page, or a site's folder. False when it could not be opened or the user wants to stay.
    bool open(const QString &path);
    void openByDialog();
    void openFolderByDialog();
    /// The page of a made-up researcher, in a scratch copy.
    void openSample();
    /// A page that has no file yet, shown in this site.
    void openNew(const QByteArray &bytes, std::shared_ptr<const Site> site);
    void openFromClipboard();

    bool save();
    bool saveAs();
    void revert();
    bool close();
    /// False when the user wants to stay with unsaved changes.
    bool mayLeave();

Q_SIGNALS:
    /// Another page is open, or none; the selection knows it already.
    void pageTaken();
    void saved();
    /// The user wants to see what saving will do.
    void changesWanted();
    /// A page was to be opened that another window has; that one was asked to show itself.
    void isOpenElsewhere(const QString &path);
    /// Another start of the program wants the page of this window.
    void windowWanted(const QByteArray &activationToken);

private:
    void take(std::unique_ptr<OpenPage> page);
    void watchDisk();
    void tellMerged();
    void tellChoices();
    bool takeInWhatChanged();
    void tellGone(int file);
    void tellAboutPage();
    bool report(const Result<Done> &result);
    void tellSaveError(const Error &error);

    Selection *m_selection;
    MessageBar *m_messages;
    FileDialogs m_dialogs;
    PageClaim m_claim;
    std::unique_ptr<OpenPage> m_page;
};

} // namespace vitrine
