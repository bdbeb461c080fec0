#include "ui/files/FileDialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>

namespace vitrine {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FileDialogs", text);
}

UnsavedAnswer askUnsaved(QWidget *parent, const QString &pageName)
{
    QMessageBox box(
        QMessageBox::Warning, tr("Unsaved changes"), tr("Save the changes to %1?").arg(pageName), QMessageBox::NoButton,
        parent);
    box.setObjectName(QStringLiteral("UnsavedQuestion"));
    box.setInformativeText(tr("Changes that you discard are lost."));
    QPushButton *save = box.addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton *discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    box.setDefaultButton(save);
    box.exec();
    if (box.clickedButton() == save)
        return UnsavedAnswer::Save;
    return box.clickedButton() == discard ? UnsavedAnswer::Discard : UnsavedAnswer::Cancel;
}

} // namespace

FileDialogs FileDialogs::native(QWidget *parent)
{
    FileDialogs dialogs;
    dialogs.openPage = [parent] {
        return QFileDialog::getOpenFileName(
            parent, tr("Open page"), {}, tr("Markdown pages (*.md *.markdown *.mkd);;All files (*)"));
    };
    dialogs.openFolder = [parent] { return QFileDialog::getExistingDirectory(parent, tr("Open site’s folder")); };
    dialogs.openBibtex = [parent] {
        return QFileDialog::getOpenFileName(
            parent, tr("Add papers from BibTeX"), {}, tr("BibTeX files (*.bib *.bibtex *.txt);;All files (*)"));
    };
    dialogs.save = [parent](const QString &title, const QString &suggested, const QString &filter) {
        return QFileDialog::getSaveFileName(parent, title, suggested, filter);
    };
    dialogs.unsaved = [parent](const QString &pageName) { return askUnsaved(parent, pageName); };
    dialogs.print = [parent](QPrinter &printer) { return QPrintDialog(&printer, parent).exec() == QDialog::Accepted; };
    dialogs.ask = [parent](const QString &title, const QString &label, const QString &value) {
        bool taken = false;
        const QString text = QInputDialog::getText(parent, title, label, QLineEdit::Normal, value, &taken);
        return taken ? text.simplified() : QString();
    };
    return dialogs;
}

} // namespace vitrine
