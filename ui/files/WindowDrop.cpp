#include "ui/files/WindowDrop.h"

#include "ui/files/FileCommands.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"
#include "ui/papers/PaperCommands.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <QWidget>

namespace vitrine {

namespace {

/// The frame around the window while something that can be opened is dragged over it.
class DropFrame : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintFocusRing(painter, rect(), 0, Tones(palette()).accent());
    }
};

/// The one file that is dragged; empty for anything else.
QString fileOf(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

WindowDrop::WindowDrop(FileCommands *files, PaperCommands *papers, QWidget *window)
    : QObject(window), m_files(files), m_papers(papers), m_window(window), m_frame(new DropFrame(window))
{
    m_frame->setObjectName(QStringLiteral("DropFrame"));
    m_frame->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_frame->hide();
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool WindowDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter: {
        auto *enter = static_cast<QDropEvent *>(event);
        if (!takes(enter))
            break;
        enter->setDropAction(Qt::CopyAction);
        enter->accept();
        showFrame();
        return true;
    }
    case QEvent::DragLeave:
        m_frame->hide();
        break;
    case QEvent::Drop:
        drop(static_cast<QDropEvent *>(event));
        return true;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

bool WindowDrop::takes(const QDropEvent *event) const
{
    return !fileOf(event->mimeData()).isEmpty() || m_papers->takesText(event->mimeData()->text());
}

void WindowDrop::showFrame()
{
    m_frame->setGeometry(m_window->rect());
    m_frame->raise();
    m_frame->show();
}

void WindowDrop::drop(QDropEvent *event)
{
    m_frame->hide();
    if (!takes(event))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    const QString path = fileOf(event->mimeData());
    if (path.isEmpty()) {
        m_papers->reviewText(event->mimeData()->text(), tr("the dropped text"));
        return;
    }
    // The other program waits for the drop to end; a question about unsaved changes must not hold it up.
    QMetaObject::invokeMethod(
        this, [this, path] { openFile(path); }, Qt::QueuedConnection);
}

void WindowDrop::openFile(const QString &path)
{
    if (PaperCommands::isBibliography(path))
        m_papers->reviewFile(path);
    else
        m_files->open(path);
}

} // namespace vitrine
