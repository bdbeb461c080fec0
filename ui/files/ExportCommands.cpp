#include "ui/files/ExportCommands.h"

#include "app/site/PageFile.h"
#include "ui/bars/MessageBar.h"
#include "ui/files/FileCommands.h"
#include "ui/preview/PreviewPane.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPointer>
#include <QPrinter>
#include <QStandardPaths>

namespace vitrine {

namespace {

const QByteArray exportTopic = "export";

} // namespace

ExportCommands::ExportCommands(FileCommands *files, PreviewPane *preview, MessageBar *messages, QObject *parent)
    : QObject(parent), m_files(files), m_preview(preview), m_messages(messages)
{
}

QString ExportCommands::pathFor(const QString &title, const QString &suffix, const QString &filter) const
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = QFileInfo(m_files->page()->name()).completeBaseName();
    return m_files->dialogs().save(title, QStringLiteral("%1/%2.%3").arg(documents, name, suffix), filter);
}

void ExportCommands::run(Kind kind)
{
    if (!m_files->page())
        return;
    switch (kind) {
    case Kind::Markdown: {
        const QString path =
            pathFor(tr("Export Markdown"), QStringLiteral("md"), tr("Markdown pages (*.md);;All files (*)"));
        if (!path.isEmpty())
            write(kind, path, m_files->page()->page()->bytes());
        break;
    }
    case Kind::Clipboard:
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_files->page()->page()->bytes()));
        Q_EMIT said(tr("The whole page is on the clipboard"), false);
        break;
    case Kind::Html: {
        const QString path = pathFor(tr("Export web page"), QStringLiteral("html"), tr("Web pages (*.html)"));
        if (path.isEmpty())
            break;
        m_preview->exportHtml([self = QPointer(this), kind, path](const QByteArray &html) {
            if (self && !html.isEmpty())
                self->write(kind, path, html);
            else if (self)
                self->tellNotWritten(kind, path);
        });
        break;
    }
    case Kind::Pdf: {
        const QString path = pathFor(tr("Export PDF"), QStringLiteral("pdf"), tr("PDF files (*.pdf)"));
        if (path.isEmpty())
            break;
        m_preview->exportPdf(path, [self = QPointer(this), path, kind](bool written) {
            if (!self)
                return;
            if (written)
                Q_EMIT self->said(tr("Exported to %1").arg(QDir::toNativeSeparators(path)), false);
            else
                self->tellNotWritten(kind, path);
        });
        break;
    }
    }
}

void ExportCommands::print()
{
    if (!m_files->page())
        return;
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(m_files->page()->name());
    if (!m_files->dialogs().print(*printer))
        return;
    m_preview->print(printer.get(), [self = QPointer(this), printer](bool printed) {
        if (!self)
            return;
        if (printed)
            Q_EMIT self->said(tr("The page is printed"), false);
        else
            self->m_messages->tell(Message::of(
                exportTopic, Message::Weight::Error, tr("The page could not be printed. It is unchanged.")));
    });
}

void ExportCommands::write(Kind kind, const QString &path, const QByteArray &bytes)
{
    const Result<Done> written = writePageFile(path, bytes);
    if (!written) {
        tellFailure(kind, written.error().sentence);
        return;
    }
    m_messages->withdraw(exportTopic);
    Q_EMIT said(tr("Exported to %1").arg(QDir::toNativeSeparators(path)), false);
}

void ExportCommands::tellNotWritten(Kind kind, const QString &path)
{
    tellFailure(kind, tr("%1 could not be written. Your page is unchanged.").arg(QFileInfo(path).fileName()));
}

void ExportCommands::tellFailure(Kind kind, const QString &sentence)
{
    Message message = Message::of(exportTopic, Message::Weight::Error, sentence);
    message.remedies.append({tr("Try again"), [this, kind] { run(kind); }});
    m_messages->tell(message);
}

} // namespace vitrine
