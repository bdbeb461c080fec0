#include "tests/support/window/ShownPreview.h"

#include "content/page/Edits.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

#include <optional>

namespace vitrine::test {

ShownPreview::ShownPreview(const QByteArray &bytes, const std::function<void(const ShownPreview &)> &prepare)
{
    write(QStringLiteral("_config.yml"), "title: Quiet desk\nauthor:\n  name: Edda Marenholt\n  github: edda\n");
    write(QStringLiteral("index.md"), bytes);
    if (prepare)
        prepare(*this);
    Result<std::unique_ptr<OpenPage>> result = OpenPage::open(folder.filePath(QStringLiteral("index.md")));
    open = std::move(result.value());
    pane->resize(1000, 700);
    pane->show();
    pane->setSelection(&selection);
    selection.setPage(open.get());
    pane->start();
}

ShownPreview::~ShownPreview()
{
    pane->setSelection(nullptr);
    pane.reset();
}

void ShownPreview::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = folder.filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void ShownPreview::replace(const QByteArray &old, const QByteArray &fresh) const
{
    const Page &page = *open->page();
    const qsizetype at = page.bytes().indexOf(old);
    QVERIFY(at >= 0);
    const TextEdit edit = TextEdit::replacing({at, at + old.size()}, fresh);
    QVERIFY(open->apply(editSource(page, edit), QStringLiteral("edit")).ok());
}

QVariant ShownPreview::evaluate(const QString &expression) const
{
    // Shared with the callback, which the page still calls when it goes.
    const auto answer = std::make_shared<std::optional<QVariant>>();
    pane->view()->evaluate(expression, [answer](const QVariant &value) { *answer = value; });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answer->has_value(), patience); }();
    return answer->value_or(QVariant());
}

QString ShownPreview::text() const
{
    return evaluate(QStringLiteral("document.body.innerText")).toString();
}

void ShownPreview::waitFor(const QString &expected) const
{
    QTRY_VERIFY2_WITH_TIMEOUT(text().contains(expected), qPrintable(text()), patience);
}

void ShownPreview::waitUntil(const QString &expression) const
{
    QTRY_VERIFY2_WITH_TIMEOUT(evaluate(expression).toBool(), qPrintable(expression), patience);
}

void ShownPreview::clickWord(const QString &word) const
{
    evaluate(
        QStringLiteral("(function () {"
                       "  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);"
                       "  for (let node = walker.nextNode(); node; node = walker.nextNode()) {"
                       "    const at = node.data.indexOf('%1');"
                       "    if (at < 0) continue;"
                       "    const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1);"
                       "    node.parentElement.scrollIntoView();"
                       "    const rect = range.getBoundingClientRect();"
                       "    node.parentElement.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true,"
                       "      clientX: rect.left + 1, clientY: rect.top + rect.height / 2}));"
                       "    return;"
                       "  }"
                       "})()")
            .arg(word));
}

} // namespace vitrine::test
