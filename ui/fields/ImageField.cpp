#include "ui/fields/ImageField.h"

#include "ui/fields/FieldBox.h"
#include "ui/fields/LineEdit.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace vitrine {

using namespace metrics;

namespace {

constexpr double pictureHeight = 12;
constexpr double pictureWidth = 16;
/// Larger pictures are not read: a thumbnail must not hold up the form.
constexpr int mostPixels = 20000;

QPixmap thumbnail(const QString &file, const QSize &room)
{
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > mostPixels || size.height() > mostPixels)
        return {};
    reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio));
    return QPixmap::fromImage(reader.read());
}

/// The picture, or a framed blank where there is none.
class PictureLabel : public QLabel
{
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QLabel::paintEvent(event);
        if (!pixmap().isNull())
            return;
        QPainter painter(this);
        paintRounded(painter, QRectF(rect()), px(fieldRadius), {}, Tones(palette()).hairline());
    }
};

QString pictureFilter()
{
    return ImageField::tr("Pictures (*.png *.jpg *.jpeg *.gif *.webp *.svg)");
}

} // namespace

ImageField::ImageField(FieldId id, QWidget *parent)
    : FieldEditor(id, parent), m_box(new FieldBox(this)), m_picture(new PictureLabel), m_path(new LineEdit)
{
    setAcceptDrops(true);
    nameWidget(m_path, widgetName(id, "Edit"), tr("Path of the picture"));
    m_path->setFrame(false);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setFixedSize(px(pictureWidth), px(pictureHeight));
    auto *choose = new QuietButton({}, tr("Choose…"), m_box);
    nameWidget(choose, widgetName(id, "Choose"), tr("Choose a picture"));
    connect(choose, &QPushButton::clicked, this, &ImageField::choose);
    auto *content = new QWidget(m_box);
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(px(1), px(1), px(1), px(1));
    row->setSpacing(px(2));
    row->addWidget(m_picture);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    m_box->setContent(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    setFocusProxy(m_path);
    connect(m_path, &LineEdit::typed, this, [this] {
        showPicture();
        Q_EMIT edited();
    });
}

void ImageField::setFolder(const QString &folder)
{
    m_folder = folder;
    showPicture();
}

void ImageField::setField(const Field &field)
{
    setTyped(field.value);
}

Value ImageField::typed() const
{
    return m_path->text().trimmed().toUtf8();
}

void ImageField::setTyped(const Value &typed)
{
    if (typed == this->typed())
        return;
    m_path->setShown(QString::fromUtf8(typed.text()));
    showPicture();
}

void ImageField::setSuggested(const QString &suggestion)
{
    setTyped(Value(suggestion.toUtf8()));
}

void ImageField::setRefused(bool refused)
{
    m_box->setRefused(refused);
}

QString ImageField::fileOf(const QString &path) const
{
    if (m_folder.isEmpty() || path.isEmpty() || path.contains(QLatin1String("://"))
        || path.contains(QLatin1String("{{")))
        return {};
    QString relative = QUrl::fromPercentEncoding(path.toUtf8());
    while (relative.startsWith(QLatin1Char('/')))
        relative.remove(0, 1);
    return QDir::cleanPath(m_folder + QLatin1Char('/') + relative);
}

QString ImageField::warning() const
{
    const QString path = m_path->text().trimmed();
    const QString file = fileOf(path);
    return file.isEmpty() || QFile::exists(file) ? QString() : tr("There is no picture at %1.").arg(path);
}

void ImageField::showPicture()
{
    const QString file = fileOf(m_path->text().trimmed());
    const QPixmap picture = file.isEmpty() ? QPixmap() : thumbnail(file, m_picture->size());
    m_picture->setPixmap(picture);
    Q_EMIT hintChanged();
}

void ImageField::choose()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a picture"), m_folder, pictureFilter());
    if (!file.isEmpty())
        take(file);
}

void ImageField::take(const QString &file)
{
    QString inside = file;
    if (!m_folder.isEmpty() && !QDir::cleanPath(file).startsWith(QDir::cleanPath(m_folder) + QLatin1Char('/'))) {
        const QString proposed = m_folder + QLatin1String("/images/") + QFileInfo(file).fileName();
        inside = QFileDialog::getSaveFileName(this, tr("Copy the picture into the site as"), proposed, pictureFilter());
        if (inside.isEmpty() || (!QFile::exists(inside) && !QFile::copy(file, inside)))
            return;
    }
    const QString path = m_folder.isEmpty() ? inside : QDir(m_folder).relativeFilePath(inside);
    // As the page writes its other paths: from the site's root with or without a slash.
    const bool fromRoot = m_path->text().startsWith(QLatin1Char('/'));
    m_path->setShown(fromRoot ? QLatin1Char('/') + path : path);
    showPicture();
    Q_EMIT edited();
}

void ImageField::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().first().isLocalFile())
        event->acceptProposedAction();
}

void ImageField::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    take(event->mimeData()->urls().first().toLocalFile());
}

} // namespace vitrine
