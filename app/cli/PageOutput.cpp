#include "app/cli/PageOutput.h"

#include "app/site/PageFile.h"
#include "app/site/WriteTogether.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QIODevice>

namespace vitrine {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

class Delivery
{
public:
    Delivery(const CliCall &call, const SourceSet &after)
        : m_call(call), m_before(call.page.page->sources()), m_after(after)
    {
    }

    Result<Done> inPlace() const
    {
        std::vector<FileWrite> writes;
        for (size_t file = 0; file < m_before.size(); ++file) {
            if (isChanged(file))
                writes.push_back({pathOf(file), m_after[file].bytes, m_before[file].bytes});
        }
        return writeTogether(writes);
    }

    Result<Done> to(const QString &place) const
    {
        if (!QFileInfo(place).isDir() && !changedInclude())
            return writePageFile(place, m_after.front().bytes);
        std::vector<FileWrite> writes;
        for (size_t file = 0; file < m_before.size(); ++file) {
            if (file > 0 && !isChanged(file))
                continue;
            const QString path = QDir(place).filePath(belowFolder(m_after[file].path));
            if (!QDir().mkpath(QFileInfo(path).absolutePath()))
                return Error{
                    ErrorKind::CannotWrite, tr("%1 is not a folder and cannot be made one.").arg(place), {}, {}};
            writes.push_back({path, m_after[file].bytes, {}});
        }
        return writeTogether(writes);
    }

    Result<Done> print() const
    {
        if (const std::optional<size_t> file = changedInclude())
            return usageError(
                tr("This changes %1, which the page includes: give -i or -o DIR.").arg(m_after[*file].path));
        m_call.out.write(m_after.front().bytes);
        return Done{};
    }

private:
    bool isChanged(size_t file) const { return m_before[file].bytes != m_after[file].bytes; }

    std::optional<size_t> changedInclude() const
    {
        for (size_t file = 1; file < m_before.size(); ++file) {
            if (isChanged(file))
                return file;
        }
        return {};
    }

    QString pathOf(size_t file) const
    {
        return file == 0 ? m_call.page.path : m_call.page.site->absolutePath(m_before[file].path, m_call.page.path);
    }

    /// A page that lies outside its site keeps its name only.
    static QString belowFolder(const QString &path)
    {
        const bool isInside = QDir::isRelativePath(path) && !path.startsWith(QStringLiteral("../"));
        return isInside ? path : QFileInfo(path).fileName();
    }

    const CliCall &m_call;
    const SourceSet &m_before;
    const SourceSet &m_after;
};

} // namespace

Result<Done> deliver(const CliCall &call, const SourceSet &after)
{
    const Delivery delivery(call, after);
    if (call.arguments.has("-i") && call.arguments.has("-o"))
        return usageError(tr("Give either -i or -o."));
    if (call.arguments.has("-i"))
        return delivery.inPlace();
    return call.arguments.has("-o") ? delivery.to(call.arguments.value("-o")) : delivery.print();
}

} // namespace vitrine
