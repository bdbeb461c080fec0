#pragma once

#include "app/papers/PaperDesk.h"
#include "content/page/Outline.h"

#include <QObject>

namespace vitrine {

class Actions;
class FileCommands;
class MessageBar;
class Selection;
class StatusLine;
class WorkArea;

/// What can be done with papers from a bibliography: the ways into the review (menu, paste, file, drop), and what
/// happens when it is taken over.
class PaperCommands : public QObject
{
    Q_OBJECT

public:
    /// The parts of the window that these commands touch; none is owned.
    struct Parts
    {
        Actions &actions;
        Selection *selection;
        FileCommands *files;
        WorkArea *work;
        StatusLine *status;
        MessageBar *messages;
    };

    explicit PaperCommands(const Parts &parts, QObject *parent = nullptr);

    /// True for files that are reviewed, not opened, when they are dropped.
    static bool isBibliography(const QString &path);
    /// True when a page is open and this text holds BibTeX.
    bool takesText(const QString &text) const;

    /// The paste key where it is no text that is pasted. False when what is copied is no BibTeX.
    bool paste();
    /// The review of what is copied when that is BibTeX; else it asks for some.
    void begin();
    /// The review of what is copied; says so when that is no BibTeX.
    void reviewCopied();
    void reviewText(const QString &bibtex, const QString &from);
    void reviewFile(const QString &path);

Q_SIGNALS:
    /// The first of the papers that were added, on the page of today.
    void added(vitrine::EntryRef paper);

private:
    void chooseFile();
    void takeOver(const PaperAnswer &answer);
    void showEntry(EntryRef entry);

    Parts m_parts;
};

} // namespace vitrine
