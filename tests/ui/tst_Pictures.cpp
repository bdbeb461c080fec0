#include "tests/support/window/TaskWindow.h"
#include "tests/support/window/WindowOnPage.h"
#include "tests/support/window/WindowTest.h"
#include "ui/fields/LineEdit.h"
#include "ui/fields/PictureBox.h"
#include "ui/preview/PreviewScheme.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QUrl>

using namespace vitrine;
using namespace vitrine::test;

namespace {

const QByteArray boxPage =
    "# 📝 Publications\n"
    "\n"
    "<div class='paper-box'><div class='paper-box-image'><div><div class=\"badge\">TIDE 2024</div>"
    "<img src='images/walks.png' alt=\"sym\" width=\"100%\"></div></div>\n"
    "<div class='paper-box-text' markdown=\"1\">\n"
    "\n"
    "[Lattice Walks on Wet Rocks](https://papers.example.org/walks.pdf)\n"
    "\n"
    "**Ida Falk**, Jun Beltrane, Wen Catalano\n"
    "\n"
    "[**Project**](https://falk.example.org/walks)\n"
    "</div>\n"
    "</div>\n";

const QByteArray config = "title: Tides\nauthor:\n  name: Ida Falk\n  avatar: me.png\n";

bool writePicture(const QString &path, Qt::GlobalColor color)
{
    QImage image(60, 40, QImage::Format_RGB32);
    image.fill(color);
    return QDir().mkpath(QFileInfo(path).path()) && image.save(path);
}

/// What the small view shows in its middle.
QColor shownColor(QWidget *window, const char *view)
{
    QWidget *widget = widgetNamed(window, QLatin1String(view));
    return widget->grab().toImage().pixelColor(widget->rect().center());
}

QString shownPath(const TaskWindow &task)
{
    return named<LineEdit>(task.window(), "imageEdit")->text();
}

} // namespace

/// Pictures of entries and of the site's author: seen, chosen, pasted, dropped, described.
class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_task = std::make_unique<TaskWindow>(boxPage, TaskWindow::Preview::Off, config);
        QVERIFY(writePicture(m_task->path(QStringLiteral("images/walks.png")), Qt::red));
        QVERIFY(writePicture(m_task->path(QStringLiteral("images/tide.png")), Qt::green));
        QVERIFY(writePicture(m_task->path(QStringLiteral("images/me.png")), Qt::blue));
        QVERIFY(writePicture(m_elsewhere.filePath(QStringLiteral("other.png")), Qt::yellow));
        m_task->window()->open(m_task->path(QStringLiteral("about.md")));
        m_task->clickSection(QStringLiteral("Publications"));
        m_task->clickRow(0);
    }
    void cleanup() { m_task.reset(); }

    void thePictureIsSeen()
    {
        QCOMPARE(shownPath(*m_task), QStringLiteral("images/walks.png"));
        QCOMPARE(shownColor(m_task->window(), "imageView"), QColor(Qt::red));
        typePath(QStringLiteral("images/tide.png"));
        QCOMPARE(shownColor(m_task->window(), "imageView"), QColor(Qt::green));
        QCOMPARE(m_task->bytes(), QByteArray(boxPage).replace("walks.png", "tide.png"));
    }

    void aPictureThatIsMissingIsSaid()
    {
        typePath(QStringLiteral("images/none.png"));
        auto *sentence = named<QLabel>(m_task->window(), "imageRefusal");
        QVERIFY(sentence->isVisible());
        QVERIFY(sentence->text().contains(QStringLiteral("images/none.png")));
        QVERIFY(m_task->bytes().contains("images/none.png"));
    }

    void aPictureOfTheSiteIsChosen()
    {
        answer(m_task->path(QStringLiteral("images/tide.png")), {});
        m_task->click("imageChoose");
        QCOMPARE(shownPath(*m_task), QStringLiteral("images/tide.png"));
        QVERIFY(m_task->bytes().contains("images/tide.png"));
        m_task->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_task->bytes(), boxPage);
        QCOMPARE(shownColor(m_task->window(), "imageView"), QColor(Qt::red));
    }

    void aPictureFromElsewhereIsCopied()
    {
        answer(m_elsewhere.filePath(QStringLiteral("other.png")), m_task->path(QStringLiteral("images/copied.png")));
        m_task->click("imageChoose");
        QCOMPARE(m_proposed, m_task->path(QStringLiteral("images/other.png")));
        QCOMPARE(shownPath(*m_task), QStringLiteral("images/copied.png"));
        QCOMPARE(QImage(m_task->path(QStringLiteral("images/copied.png"))).pixelColor(5, 5), QColor(Qt::yellow));
    }

    void aCopyThatFailsSaysSo()
    {
        answer(
            m_elsewhere.filePath(QStringLiteral("other.png")), m_task->path(QStringLiteral("images/no/such/copy.png")));
        m_task->click("imageChoose");
        QCOMPARE(m_task->bytes(), boxPage);
        QVERIFY(
            named<QLabel>(m_task->window(), "imageRefusal")->text().contains(QStringLiteral("could not be copied")));
    }

    void aCopiedPictureIsPasted()
    {
        answer({}, m_task->path(QStringLiteral("images/pasted.png")));
        QImage image(30, 30, QImage::Format_RGB32);
        image.fill(Qt::magenta);
        QGuiApplication::clipboard()->setImage(image);
        m_task->click("imageEdit");
        m_task->key(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(shownPath(*m_task), QStringLiteral("images/pasted.png"));
        QCOMPARE(QImage(m_task->path(QStringLiteral("images/pasted.png"))).pixelColor(3, 3), QColor(Qt::magenta));
        QVERIFY(m_task->bytes().contains("<img src='images/pasted.png'"));
    }

    void aCopiedPathIsPastedAsText()
    {
        answer({}, {});
        m_task->click("imageEdit");
        m_task->key(Qt::Key_A, Qt::ControlModifier);
        m_task->paste(QStringLiteral("images/tide.png"));
        QCOMPARE(shownPath(*m_task), QStringLiteral("images/tide.png"));
        QVERIFY(m_proposed.isEmpty());
    }

    void aFileIsDropped()
    {
        // From another program: there is no widget to drag it from.
        answer({}, m_task->path(QStringLiteral("images/dropped.png")));
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_elsewhere.filePath(QStringLiteral("other.png")))});
        PictureBox *box = boxIn("fieldsPage");
        const QPoint middle = box->rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(box, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(box, &drop);
        QCOMPARE(shownPath(*m_task), QStringLiteral("images/dropped.png"));
    }

    void itsWordsAreTyped()
    {
        auto *words = named<LineEdit>(m_task->window(), "imageWords");
        QCOMPARE(words->text(), QStringLiteral("sym"));
        m_task->click("imageWords");
        m_task->key(Qt::Key_A, Qt::ControlModifier);
        m_task->type(QStringLiteral("Two curves \"crossing\" "));
        QVERIFY(m_task->bytes().contains("alt=\"Two curves &quot;crossing&quot;\""));
        QCOMPARE(words->text(), QStringLiteral("Two curves \"crossing\" "));
        m_task->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_task->bytes(), boxPage);
        QCOMPARE(words->text(), QStringLiteral("sym"));
    }

    void theAuthorsPictureIsSeenAndChosen()
    {
        m_task->clickSection(QStringLiteral("Site profile"));
        QCOMPARE(shownColor(m_task->window(), "ProfilePictureView"), QColor(Qt::blue));
        answer(m_task->path(QStringLiteral("images/tide.png")), {}, "SiteProfile");
        m_task->click("ProfilePictureChoose");
        QCOMPARE(shownColor(m_task->window(), "ProfilePictureView"), QColor(Qt::green));
        m_task->key(Qt::Key_S, Qt::ControlModifier);
        QCOMPARE(m_task->onDisk(QStringLiteral("_config.yml")), QByteArray(config).replace("me.png", "tide.png"));
        m_task->key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(shownColor(m_task->window(), "ProfilePictureView"), QColor(Qt::blue));
    }

    void pathsAreNamedAsTheirNeighbours()
    {
        const PictureFolder plain(QStringLiteral("/site"));
        QCOMPARE(
            plain.pathOf(QStringLiteral("/site/images/a.png"), QStringLiteral("images/b.png")),
            QStringLiteral("images/a.png"));
        QCOMPARE(
            plain.pathOf(QStringLiteral("/site/images/a.png"), QStringLiteral("/images/b.png")),
            QStringLiteral("/images/a.png"));
        QCOMPARE(plain.fileOf(QStringLiteral("/images/b%20c.png")), QStringLiteral("/site/images/b c.png"));
        QCOMPARE(plain.fileOf(QStringLiteral("https://falk.example.org/b.png")), QString());
        const PictureFolder bare(QStringLiteral("/site"), QStringLiteral("images"));
        QCOMPARE(bare.fileOf(QStringLiteral("me.png")), QStringLiteral("/site/images/me.png"));
        QCOMPARE(
            bare.pathOf(QStringLiteral("/site/images/you.png"), QStringLiteral("me.png")), QStringLiteral("you.png"));
        QCOMPARE(bare.pathOf(QStringLiteral("/site/you.png"), QStringLiteral("me.png")), QStringLiteral("/you.png"));
        QCOMPARE(
            bare.pathOf(QStringLiteral("/site/images/you.png"), QStringLiteral("/images/me.png")),
            QStringLiteral("/images/you.png"));
    }

private:
    void typePath(const QString &path)
    {
        m_task->click("imageEdit");
        m_task->key(Qt::Key_A, Qt::ControlModifier);
        m_task->type(path);
    }

    /// What the dialogs say: which picture is chosen, and where a copy goes.
    void answer(const QString &chosen, const QString &place, const char *form = "fieldsPage")
    {
        m_proposed.clear();
        PictureDialogs dialogs;
        dialogs.choose = [chosen](const QString &) { return chosen; };
        dialogs.place = [this, place](const QString &proposed) {
            m_proposed = proposed;
            return place;
        };
        boxIn(form)->setDialogs(dialogs);
    }

    PictureBox *boxIn(const char *form) const
    {
        return widgetNamed(m_task->window(), QLatin1String(form))->findChild<PictureBox *>();
    }

    std::unique_ptr<TaskWindow> m_task;
    QTemporaryDir m_elsewhere;
    QString m_proposed;
};

int main(int argc, char *argv[])
{
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestPictures test;
    return runWindowTest(argc, argv, &test);
}

#include "tst_Pictures.moc"
