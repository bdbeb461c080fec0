#pragma once

#include <QObject>

class QDropEvent;
class QWidget;

namespace vitrine {

class FileCommands;
class PaperCommands;

/// What may be dropped on the window: a page, a site's folder, a bibliography, BibTeX as text. A frame shows that it
/// may.
class WindowDrop : public QObject
{
    Q_OBJECT

public:
    /// Sees the events of `window`, which it becomes a child of.
    WindowDrop(FileCommands *files, PaperCommands *papers, QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takes(const QDropEvent *event) const;
    void showFrame();
    void drop(QDropEvent *event);
    void openFile(const QString &path);

    FileCommands *m_files;
    PaperCommands *m_papers;
    QWidget *m_window;
    QWidget *m_frame;
};

} // namespace vitrine
