#include "tests/support/PageFixtures.h"

#include <QFile>

namespace vitrine::test {

std::shared_ptr<const Page> readPage(const QByteArray &bytes, const QByteArray &owner)
{
    ReadContext context;
    if (!owner.isEmpty()) {
        auto site = std::make_shared<SiteValues>();
        site->config[QStringLiteral("author")] = QVariantMap{{QStringLiteral("name"), QString::fromUtf8(owner)}};
        context.site = std::move(site);
    }
    return Page::read({{QStringLiteral("page.md"), bytes}}, context);
}

std::optional<QString> corpusFolder()
{
    const QString folder = qEnvironmentVariable("VITRINE_CORPUS");
    if (folder.isEmpty() || !QFile::exists(folder + QStringLiteral("/pages.txt")))
        return {};
    return folder;
}

QStringList corpusPages()
{
    const std::optional<QString> folder = corpusFolder();
    if (!folder)
        return {};
    QFile list(*folder + QStringLiteral("/pages.txt"));
    if (!list.open(QIODevice::ReadOnly))
        return {};
    QStringList pages;
    for (const QByteArray &line : list.readAll().split('\n')) {
        if (!line.trimmed().isEmpty())
            pages += *folder + QLatin1Char('/') + QString::fromUtf8(line.trimmed());
    }
    return pages;
}

bool isSampled(const QByteArray &name, uint among)
{
    // qHash differs from run to run.
    return qEnvironmentVariableIsSet("VITRINE_FULL") || qChecksum(name) % among == 0;
}

} // namespace vitrine::test
