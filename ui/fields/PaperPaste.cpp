#include "ui/fields/PaperPaste.h"

#include "content/importers/BibtexReader.h"
#include "ui/fields/FieldEditor.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace vitrine {

QString copiedBibtex()
{
    const QString copied = QGuiApplication::clipboard()->text();
    return holdsBibtex(copied.toUtf8()) ? copied : QString();
}

bool pastesPapers(const QWidget *field, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    if (!static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste))
        return false;
    for (; field; field = field->parentWidget()) {
        if (const auto *editor = qobject_cast<const FieldEditor *>(field))
            return editor->context().kind == Kind::Publication && !copiedBibtex().isEmpty();
    }
    return false;
}

} // namespace vitrine
