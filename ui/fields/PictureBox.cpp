#include "ui/fields/PictureBox.h"

#include "ui/fields/LineEdit.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QGuiApplication>
#include <QImageReader>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QSaveFile>
#include <QUrl>

namespace vitrine {

using namespace metrics;

namespace {

constexpr double pictureHeight = 15;
constexpr double pictureWidth = 25;
/// Larger pictures are not read: a thumbnail must not hold up the form.
constexpr int mostPixels = 20000;

QImage thumbnail(const QString &file, const QSize &room)
{
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > mostPixels || size.height() > mostPixels)
        return {};
    const bool isDrawing = reader.format() == "svg";
    if (isDrawing || size.width() > room.width() || size.height() > room.height())
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio));
    return reader.read();
}

QString pictureFilter()
{
    return PictureBox::tr("Pictures (*.png *.jpg *.jpeg *.gif *.webp *.svg)");
}

bool copyBytes(const QString &from, const QString &to)
{
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly))
        return false;
    const QByteArray bytes = source.readAll();
    return target.write(bytes) == bytes.size() && target.commit();
}

bool writePng(const QImage &image, const QString &to)
{
    QSaveFile target(to);
    return target.open(QIODevice::WriteOnly) && image.save(&target, "PNG") && target.commit();
}

/// The file that is dropped or pasted, if one is.
QString fileIn(const QMimeData *data)
{
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

/// The picture in its frame, or a blank with the name of what is missing.
class PictureLabel : public QWidget
{
public:
    explicit PictureLabel(QWidget *parent) : QWidget(parent) { setFixedSize(px(pictureWidth), px(pictureHeight)); }

    void setPicture(const QImage &picture, const QString &missing)
    {
        m_picture = picture;
        m_missing = missing;
        update();
    }
    bool hasPicture() const { return !m_picture.isNull(); }
    QSize room() const { return (QSizeF(size() - QSize(2, 2) * px(0.5)) * devicePixelRatioF()).toSize(); }

protected:
    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::FontChange)
            setFixedSize(px(pictureWidth), px(pictureHeight));
    }

    void paintEvent(QPaintEvent *) override
    {
        const Tones tones(palette());
        QPainter painter(this);
        paintRounded(painter, QRectF(rect()), px(fieldRadius), tones.base(), tones.hairline());
        if (m_picture.isNull())
            return paintBlank(painter, tones);
        const QSizeF size = QSizeF(m_picture.size()) / devicePixelRatioF();
        QRectF place(QPointF(), size);
        place.moveCenter(QRectF(rect()).center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, m_picture);
    }

private:
    void paintBlank(QPainter &painter, const Tones &tones) const
    {
        const int edge = px(iconHead);
        QRect words = rect().adjusted(px(1), 0, -px(1), -px(1));
        words.setTop(rect().center().y() + px(0.5));
        const int top = m_missing.isEmpty() ? (height() - edge) / 2 : words.top() - edge;
        painter.drawPixmap(
            (width() - edge) / 2, top,
            iconPixmap(QStringLiteral("pictures-on"), tones.placeholder(), edge, devicePixelRatioF()));
        painter.setFont(smallFont());
        painter.setPen(tones.muted());
        painter.drawText(
            words, Qt::AlignCenter, QFontMetrics(smallFont()).elidedText(m_missing, Qt::ElideMiddle, words.width()));
    }

    QImage m_picture;
    QString m_missing;
};

PictureDialogs PictureDialogs::native(QWidget *parent)
{
    PictureDialogs dialogs;
    dialogs.choose = [parent](const QString &folder) {
        return QFileDialog::getOpenFileName(parent, PictureBox::tr("Choose a picture"), folder, pictureFilter());
    };
    dialogs.place = [parent](const QString &proposed) {
        return QFileDialog::getSaveFileName(
            parent, PictureBox::tr("Copy the picture into the site as"), proposed, pictureFilter());
    };
    return dialogs;
}

PictureBox::PictureBox(QWidget *parent)
    : QWidget(parent),
      m_dialogs(PictureDialogs::native(this)),
      m_grid(new QGridLayout(this)),
      m_picture(new PictureLabel(this)),
      m_line(new LineEdit(this))
{
    setAcceptDrops(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *choose = new QPushButton(tr("Choose…"), this);
    m_choose = choose;
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(px(2));
    m_grid->setVerticalSpacing(px(1.5));
    m_grid->addWidget(m_picture, 0, 0, 3, 1, Qt::AlignTop);
    m_grid->addWidget(m_line, 0, 1);
    m_grid->addWidget(choose, 0, 2);
    m_grid->setColumnStretch(1, 1);
    m_grid->setRowStretch(2, 1);
    setFocusProxy(m_line);
    // A picture that is dropped onto the line is no text.
    m_line->setAcceptDrops(false);
    m_line->installEventFilter(this);
    connect(choose, &QPushButton::clicked, this, &PictureBox::choose);
    connect(m_line, &LineEdit::typed, this, [this] {
        showPicture();
        Q_EMIT edited();
    });
    showPicture();
}

void PictureBox::setNames(const QString &name, const QString &spoken)
{
    nameWidget(m_line, name + QStringLiteral("Edit"), spoken);
    nameWidget(m_choose, name + QStringLiteral("Choose"), tr("Choose a picture"));
    nameWidget(m_picture, name + QStringLiteral("View"), tr("The picture"));
}

void PictureBox::setFolder(const PictureFolder &folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    showPicture();
}

void PictureBox::setPath(const QString &path)
{
    if (path != this->path())
        m_line->setShown(path);
    showPicture();
}

QString PictureBox::path() const
{
    return m_line->text().trimmed();
}

void PictureBox::setBelow(QWidget *widget)
{
    m_grid->addWidget(widget, 1, 1, 1, 2);
}

QString PictureBox::warning() const
{
    if (!m_problem.isEmpty())
        return m_problem;
    const QString file = m_folder.fileOf(path());
    return file.isEmpty() || QFile::exists(file) ? QString() : tr("There is no picture at %1.").arg(path());
}

void PictureBox::showPicture()
{
    m_problem.clear();
    const QString file = m_folder.fileOf(path());
    // Another program may have made or changed the file since.
    const QDateTime changed = QFileInfo(file).lastModified();
    if (file != m_shownFile || changed != m_shownChanged || !m_picture->hasPicture()) {
        const QImage picture = file.isEmpty() ? QImage() : thumbnail(file, m_picture->room());
        m_picture->setPicture(picture, QFileInfo(path()).fileName());
        m_shownFile = file;
        m_shownChanged = changed;
    }
    Q_EMIT warningChanged();
}

void PictureBox::choose()
{
    const QString now = m_folder.fileOf(path());
    const QString file = m_dialogs.choose(QFile::exists(now) ? now : m_folder.root());
    if (!file.isEmpty())
        takeFile(file);
}

bool PictureBox::take(const QMimeData *data)
{
    if (const QString file = fileIn(data); !file.isEmpty()) {
        takeFile(file);
        return true;
    }
    if (!data->hasImage())
        return false;
    const auto image = data->imageData().value<QImage>();
    takeCopy(tr("picture.png"), [image](const QString &to) { return writePng(image, to); });
    return true;
}

void PictureBox::takeFile(const QString &file)
{
    if (m_folder.isEmpty() || m_folder.holds(file))
        return setTaken(file);
    takeCopy(QFileInfo(file).fileName(), [file](const QString &to) { return copyBytes(file, to); });
}

void PictureBox::takeCopy(const QString &name, const std::function<bool(const QString &)> &write)
{
    const QString place = m_dialogs.place(m_folder.placeFor(name, path()));
    if (place.isEmpty())
        return;
    if (!write(place)) {
        m_problem = tr("The picture could not be copied to %1.").arg(QDir::toNativeSeparators(place));
        Q_EMIT warningChanged();
        return;
    }
    setTaken(place);
}

void PictureBox::setTaken(const QString &file)
{
    m_line->setShown(m_folder.pathOf(file, path()));
    showPicture();
    Q_EMIT edited();
}

bool PictureBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)
        && take(QGuiApplication::clipboard()->mimeData()))
        return true;
    return QWidget::eventFilter(watched, event);
}

void PictureBox::dragEnterEvent(QDragEnterEvent *event)
{
    if (!fileIn(event->mimeData()).isEmpty() || event->mimeData()->hasImage())
        event->acceptProposedAction();
}

void PictureBox::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(event->mimeData());
}

} // namespace vitrine
