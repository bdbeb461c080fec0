#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

/// Draws the program's icon in the sizes that packages want: makeIcons SVG SMALL_SVG FOLDER writes FOLDER/16.png and so
/// on; sizes up to 24 from the small drawing.
int main(int argc, char *argv[])
{
    if (argc != 4)
        return 2;
    QSvgRenderer large(QFile::decodeName(argv[1])), small(QFile::decodeName(argv[2]));
    const QDir folder(QFile::decodeName(argv[3]));
    if (!large.isValid() || !small.isValid() || !folder.mkpath(QStringLiteral(".")))
        return 1;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256, 512}) {
        QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        (size <= 24 ? small : large).render(&painter);
        painter.end();
        if (!image.save(folder.filePath(QStringLiteral("%1.png").arg(size))))
            return 1;
    }
    return 0;
}
