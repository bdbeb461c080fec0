#pragma once

#include "ui/files/FileDialogs.h"

#include <QObject>

#include <functional>

namespace vitrine {

class FileCommands;
class MessageBar;
class PreviewPane;

/// Writes the page elsewhere: its Markdown, a web page, a PDF, or all of it to the clipboard.
class ExportCommands : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Markdown, Clipboard, Html, Pdf };

    ExportCommands(FileCommands *files, PreviewPane *preview, MessageBar *messages, QObject *parent = nullptr);

    void run(Kind kind);
    void print();

Q_SIGNALS:
    void said(const QString &sentence, bool undoable);

private:
    QString pathFor(const QString &title, const QString &suffix, const QString &filter) const;
    void write(Kind kind, const QString &path, const QByteArray &bytes);
    void tellNotWritten(Kind kind, const QString &path);
    void tellFailure(Kind kind, const QString &sentence);

    FileCommands *m_files;
    PreviewPane *m_preview;
    MessageBar *m_messages;
};

} // namespace vitrine
