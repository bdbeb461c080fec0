#include "tests/support/window/TaskWindow.h"

#include "tests/support/window/WindowTest.h"
#include "ui/WorkArea.h"
#include "ui/bars/MessageBar.h"
#include "ui/entries/EntryListView.h"
#include "ui/entries/FormsView.h"
#include "ui/files/FileCommands.h"
#include "ui/outline/OutlineView.h"
#include "ui/preview/PreviewPane.h"
#include "ui/preview/PreviewView.h"

#include <QClipboard>
#include <QDrag>
#include <QDropEvent>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QPointer>
#include <QTimer>

namespace vitrine::test {

namespace {

constexpr int patience = 30000; // the first load of a web view takes seconds on a slow machine

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Finds text in the content of the preview, brings it into sight and tells where its first letter stands.
QString placeOfText(QString part)
{
    return QStringLiteral("(function () {"
                          "  const walker = document.createTreeWalker(vt.region.parent, "
                          "NodeFilter.SHOW_TEXT);"
                          "  for (let node = walker.nextNode(); node; node = walker.nextNode()) {"
                          "    const at = node.data.indexOf('%1');"
                          "    if (at < 0) continue;"
                          "    node.parentElement.scrollIntoView({block: 'center'});"
                          "    const range = document.createRange();"
                          "    range.setStart(node, at); range.setEnd(node, at + 1);"
                          "    const rect = range.getClientRects()[0];"
                          "    return [rect.left + 1, rect.top + rect.height / 2];"
                          "  }"
                          "  return null;"
                          "})()")
        .arg(part.replace(QLatin1Char('\''), QLatin1String("\\'")));
}

/// Sees the drag that a widget begins. The offscreen platform carries none: whoever began one is told at once that
/// nothing came of it, and the drop is sent by hand.
class DragCatcher : public QObject
{
public:
    explicit DragCatcher(QObject *source) : m_source(source) { source->installEventFilter(this); }
    ~DragCatcher() override { m_source->removeEventFilter(this); }

    /// Asked for when it is made: at first it is no more than a child.
    QDrag *drag() const { return qobject_cast<QDrag *>(m_added.data()); }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ChildAdded)
            m_added = static_cast<QChildEvent *>(event)->child();
        return false;
    }

private:
    QObject *m_source;
    QPointer<QObject> m_added;
};

void sendMouse(QWidget *widget, QEvent::Type type, QPoint at)
{
    const bool move = type == QEvent::MouseMove;
    const Qt::MouseButtons held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget->mapToGlobal(at), move ? Qt::NoButton : Qt::LeftButton, held, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

} // namespace

TaskWindow::TaskWindow(const QByteArray &page, Preview preview, const QByteArray &config)
{
    write(path(QStringLiteral("about.md")), page);
    write(path(QStringLiteral("_config.yml")), config);
    m_settings = std::make_unique<Settings>(path(QStringLiteral("profile")));
    m_window = std::make_unique<MainWindow>(
        m_settings.get(), preview == Preview::Real ? PreviewMode::On : PreviewMode::UnsafeAsRoot);
    m_window->files()->setDialogs({});
    m_window->messages()->clear();
    m_window->resize(1440, 900);
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window is not active");
    m_window->begin();
    if (!m_window->open(path(QStringLiteral("about.md"))))
        qFatal("the page does not open");
    if (preview == Preview::Off)
        return;
    const QString filled = QStringLiteral("!!(vt.region && vt.region.start.nextSibling !== vt.region.end)");
    if (!QTest::qWaitFor([&] { return inPreview(filled).toBool(); }, patience))
        qFatal("the preview shows nothing");
}

TaskWindow::~TaskWindow() = default;

QByteArray TaskWindow::onDisk(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray TaskWindow::bytes() const
{
    return m_window->files()->page()->page()->bytes();
}

void TaskWindow::beginAct()
{
    // Between two acts of a person the window has long laid itself out.
    QCoreApplication::processEvents();
    ++m_cost;
}

void TaskWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    beginAct();
    QWidget *keyboard = QApplication::focusWidget();
    QTest::keyClick(keyboard ? keyboard : m_window.get(), key, modifiers);
}

void TaskWindow::tabTo(const char *name)
{
    QStringList passed;
    const auto here = [] { return QApplication::focusWidget()->objectName(); };
    while (here() != QLatin1String(name)) {
        key(Qt::Key_Tab);
        if (passed.contains(here()))
            qFatal("Tab does not lead to %s but to %s", name, qPrintable(passed.join(QLatin1Char(' '))));
        passed += here();
    }
}

void TaskWindow::type(const QString &text)
{
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void TaskWindow::paste(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    key(Qt::Key_V, Qt::ControlModifier);
}

void TaskWindow::click(const char *name)
{
    beginAct();
    vitrine::test::click(m_window.get(), name);
}

QRect TaskWindow::sectionRect(const QString &title) const
{
    auto *outline = named<OutlineView>(m_window.get(), "Outline");
    for (QModelIndex index = outline->model()->index(0, 0); index.isValid(); index = outline->indexBelow(index)) {
        if (index.data().toString() == title)
            return outline->visualRect(index);
    }
    qFatal("no section %s", qPrintable(title));
}

void TaskWindow::clickSection(const QString &title)
{
    beginAct();
    auto *outline = named<OutlineView>(m_window.get(), "Outline");
    QTest::mouseClick(outline->viewport(), Qt::LeftButton, Qt::NoModifier, sectionRect(title).center());
}

QRect TaskWindow::rowRect(int row) const
{
    const EntryListView *list = m_window->work()->forms()->list();
    return list->visualRect(list->model()->index(row, 0));
}

void TaskWindow::clickRow(int row, Qt::KeyboardModifiers modifiers)
{
    beginAct();
    QTest::mouseClick(m_window->work()->forms()->list()->viewport(), Qt::LeftButton, modifiers, rowRect(row).center());
}

QVariant TaskWindow::inPreview(const QString &expression) const
{
    // Shared with the callback, which the page still calls when it goes.
    const auto answer = std::make_shared<std::optional<QVariant>>();
    m_window->work()->preview()->view()->evaluate(expression, [answer](const QVariant &value) { *answer = value; });
    if (!QTest::qWaitFor([&] { return answer->has_value(); }, patience))
        qFatal("the preview does not answer");
    return answer->value_or(QVariant());
}

void TaskWindow::clickInPreview(const QString &part)
{
    beginAct();
    QVariantList place;
    if (!QTest::qWaitFor(
            [&] {
                place = inPreview(placeOfText(part)).toList();
                return place.size() == 2;
            },
            patience))
        qFatal("the preview does not show %s", qPrintable(part));
    const PreviewView *view = m_window->work()->preview()->view();
    auto *web = named<QWidget>(m_window.get(), "previewWeb")->focusProxy();
    const double zoom = view->shownZoom();
    bool clicked = false;
    const auto told = QObject::connect(
        m_window->work()->preview(), &PreviewPane::placeClicked, m_window.get(), [&clicked] { clicked = true; });
    QTest::mouseClick(
        web, Qt::LeftButton, Qt::NoModifier, QPointF(place[0].toDouble() * zoom, place[1].toDouble() * zoom).toPoint());
    if (!QTest::qWaitFor([&] { return clicked; }, patience))
        qFatal("the click on %s was not told", qPrintable(part));
    QObject::disconnect(told);
}

void TaskWindow::clickInMenu(const char *button, const QString &words)
{
    beginAct();
    ++m_cost;
    bool found = false;
    // The menu runs a loop of its own.
    QTimer::singleShot(0, m_window.get(), [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        for (QAction *action : menu->actions()) {
            if (!action->text().startsWith(words))
                continue;
            found = true;
            QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(action).center());
            return;
        }
        menu->close();
    });
    vitrine::test::click(m_window.get(), button);
    if (!found)
        qFatal("no line %s in the menu of %s", qPrintable(words), button);
    comeBack();
}

void TaskWindow::comeBack()
{
    // Qt's offscreen platform leaves the keyboard nowhere when a menu closes, and tells so later.
    QCoreApplication::processEvents();
    const auto isBack = [&] {
        m_window->activateWindow();
        const bool menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        return !menu && m_window->isActiveWindow() && QApplication::focusWidget();
    };
    if (!QTest::qWaitFor(isBack, patience))
        qFatal("the window does not get the keyboard back");
}

void TaskWindow::drag(QWidget *from, QPoint begin, QWidget *to, QPoint end)
{
    beginAct();
    const QPoint far(0, QApplication::startDragDistance() + 2);
    const DragCatcher catcher(from->parentWidget());
    sendMouse(from, QEvent::MouseButtonPress, begin);
    sendMouse(from, QEvent::MouseMove, begin + far);
    sendMouse(from, QEvent::MouseMove, begin + far * 2);
    const QDrag *drag = catcher.drag();
    if (!drag)
        qFatal("nothing is dragged");
    QDragEnterEvent enter(end, Qt::MoveAction, drag->mimeData(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(to, &enter);
    QDragMoveEvent move(end, Qt::MoveAction, drag->mimeData(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(to, &move);
    if (enter.isAccepted() && move.isAccepted()) {
        QDropEvent drop(end, Qt::MoveAction, drag->mimeData(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(to, &drop);
    }
    sendMouse(from, QEvent::MouseButtonRelease, end);
}

} // namespace vitrine::test
