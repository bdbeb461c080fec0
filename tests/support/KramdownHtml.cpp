#include "tests/support/KramdownHtml.h"

#include <QProcess>

namespace vitrine::test {

std::optional<QByteArrayList> kramdownHtml(const QByteArrayList &texts)
{
    QProcess ruby;
    ruby.start(
        QStringLiteral("ruby"),
        {QStringLiteral(VITRINE_SOURCE_DIR) + QStringLiteral("/tests/support/kramdown_html.rb")});
    if (!ruby.waitForStarted())
        return {};
    for (const QByteArray &text : texts)
        ruby.write(QByteArray::number(text.size()) + '\n' + text);
    ruby.closeWriteChannel();
    if (!ruby.waitForFinished(300'000) || ruby.exitCode() != 0)
        return {};
    const QByteArray output = ruby.readAllStandardOutput();
    QByteArrayList htmls;
    for (qsizetype at = 0; at < output.size();) {
        const qsizetype line = output.indexOf('\n', at);
        const qsizetype size = output.mid(at, line - at).toLongLong();
        htmls += output.mid(line + 1, size);
        at = line + 1 + size;
    }
    return htmls.size() == texts.size() ? std::optional(htmls) : std::nullopt;
}

} // namespace vitrine::test
