#pragma once

#include "ui/fields/PictureFolder.h"

#include <QDateTime>
#include <QWidget>

#include <functional>

class QGridLayout;
class QMimeData;

namespace vitrine {

class LineEdit;
class PictureLabel;

/// Asks where pictures are and go to; tests answer by themselves.
struct PictureDialogs
{
    std::function<QString(const QString &folder)> choose; ///< an existing picture
    std::function<QString(const QString &proposed)> place; ///< where to put a copy

    static PictureDialogs native(QWidget *parent);
};

/// The path of a picture: a small view of it, the line, and a button that chooses a file. A picture that is chosen,
/// dropped or pasted from elsewhere is copied into the site, to a place that the person names.
class PictureBox : public QWidget
{
    Q_OBJECT

public:
    explicit PictureBox(QWidget *parent = nullptr);

    /// `name` begins the object names of the parts.
    void setNames(const QString &name, const QString &spoken);
    void setFolder(const PictureFolder &folder);
    void setDialogs(const PictureDialogs &dialogs) { m_dialogs = dialogs; }
    /// Emits nothing.
    void setPath(const QString &path);
    QString path() const;
    LineEdit *line() const { return m_line; }
    /// Shows a widget below the line, beside the picture. Takes ownership.
    void setBelow(QWidget *widget);
    /// Why the path shows no picture; empty when it does or cannot be known.
    QString warning() const;

Q_SIGNALS:
    /// The person changed the path, by typing or by choosing another picture.
    void edited();
    /// What warning() says may be another.
    void warningChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void choose();
    bool take(const QMimeData *data);
    void takeFile(const QString &file);
    void takeCopy(const QString &name, const std::function<bool(const QString &)> &write);
    void setTaken(const QString &file);
    void showPicture();

    PictureFolder m_folder;
    PictureDialogs m_dialogs;
    QGridLayout *m_grid;
    PictureLabel *m_picture;
    LineEdit *m_line;
    QWidget *m_choose;
    QString m_shownFile; ///< what is seen, and when it was changed
    QDateTime m_shownChanged;
    QString m_problem; ///< why the last picture could not be taken
};

} // namespace vitrine
