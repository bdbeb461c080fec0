#include "app/site/PageFile.h"
#include "app/site/SiteFiles.h"
#include "content/frontmatter/YamlText.h"
#include "content/text/OrderedMap.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QRegularExpression>

namespace vitrine {

namespace {

/// More files than any real site has; a folder that links into itself ends here.
constexpr int mostDataFiles = 2000;
constexpr int deepestDataFolder = 8;

/// The name under which Jekyll offers a data file.
QString dataKey(const QString &baseName)
{
    static const QRegularExpression dropped(
        QStringLiteral("[^\\w\\s-]+"), QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    QString key = baseName;
    key.remove(dropped);
    return key.trimmed().replace(blanks, QStringLiteral("_"));
}

/// The cells of one line of CSV; quoted cells may hold separators, line ends and doubled quotes.
std::vector<QStringList> csvRows(const QString &text, QChar separator)
{
    std::vector<QStringList> rows(1);
    QString cell;
    bool quoted = false;
    const auto endCell = [&] {
        rows.back() += cell;
        cell.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool doubled = c == QLatin1Char('"') && i + 1 < text.size() && text[i + 1] == QLatin1Char('"');
        if (quoted && doubled) {
            cell += c;
            ++i;
        } else if (c == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (!quoted && c == separator) {
            endCell();
        } else if (!quoted && c == QLatin1Char('\n')) {
            endCell();
            rows.emplace_back();
        } else if (quoted || c != QLatin1Char('\r')) {
            cell += c;
        }
    }
    if (!cell.isEmpty() || !rows.back().isEmpty())
        endCell();
    if (rows.back().isEmpty())
        rows.pop_back();
    return rows;
}

QVariant csvTable(const QByteArray &bytes, QChar separator)
{
    const std::vector<QStringList> rows = csvRows(QString::fromUtf8(bytes), separator);
    QVariantList table;
    for (size_t i = 1; i < rows.size(); ++i) {
        OrderedMap row;
        for (qsizetype column = 0; column < rows.front().size(); ++column)
            row.insert(rows.front()[column], rows[i].value(column));
        table += row.toVariant();
    }
    return table;
}

/// Values of JSON with their names in the order in which they stand, as a reading of the same text as YAML tells it;
/// where that fails the order stays unknown. As deep as the YAML.
QVariant inOrder(const QVariant &json, const QVariant &yaml)
{
    if (json.typeId() == QMetaType::QVariantList) {
        QVariantList list = json.toList();
        const QVariantList ordered = yaml.toList();
        for (qsizetype i = 0; i < list.size(); ++i)
            list[i] = inOrder(list[i], ordered.value(i));
        return list;
    }
    const QVariantMap values = json.toMap();
    const OrderedMap order = OrderedMap::of(yaml);
    if (json.typeId() != QMetaType::QVariantMap || order.map().keys() != values.keys())
        return json;
    OrderedMap map;
    for (const QString &name : order.names())
        map.insert(name, inOrder(values.value(name), order.value(name)));
    return map.toVariant();
}

class DataReader
{
public:
    DataReader(const QString &root, std::vector<Diagnostic> &diagnostics) : m_root(root), m_diagnostics(diagnostics) { }

    // Depth is bounded by deepestDataFolder.
    QVariantMap readFolder(const QString &folder, int depth)
    {
        QVariantMap data;
        const auto filters = QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot;
        for (const QFileInfo &entry : QDir(folder).entryInfoList(filters, QDir::Name)) {
            if (!fileInside(m_root, entry.filePath()) || --m_left < 0)
                continue;
            if (entry.isDir() && depth < deepestDataFolder)
                data.insert(dataKey(entry.fileName()), readFolder(entry.filePath(), depth + 1));
            else if (entry.isFile())
                readFile(entry, data);
        }
        return data;
    }

private:
    void readFile(const QFileInfo &file, QVariantMap &data)
    {
        static const QStringList known{
            QStringLiteral("yml"), QStringLiteral("yaml"), QStringLiteral("json"), QStringLiteral("csv"),
            QStringLiteral("tsv")};
        const QString suffix = file.suffix().toLower();
        if (!known.contains(suffix))
            return;
        const Result<QByteArray> bytes = readPageFile(file.filePath());
        if (!bytes)
            return;
        data.insert(dataKey(file.completeBaseName()), valueOf(*bytes, suffix, file));
    }

    QVariant valueOf(const QByteArray &bytes, const QString &suffix, const QFileInfo &file)
    {
        if (suffix == QLatin1String("json"))
            return inOrder(
                QJsonDocument::fromJson(bytes).toVariant(), YamlText::read(bytes, {0, bytes.size()}).document());
        if (suffix == QLatin1String("csv"))
            return csvTable(bytes, QLatin1Char(','));
        if (suffix == QLatin1String("tsv"))
            return csvTable(bytes, QLatin1Char('\t'));
        const QString name = QDir(m_root).relativeFilePath(file.filePath());
        const YamlText yaml = YamlText::read(bytes, {0, bytes.size()}, name);
        m_diagnostics.insert(m_diagnostics.end(), yaml.diagnostics().begin(), yaml.diagnostics().end());
        return yaml.document();
    }

    QString m_root;
    std::vector<Diagnostic> &m_diagnostics;
    int m_left = mostDataFiles;
};

} // namespace

std::optional<QString> fileInside(const QString &folder, const QString &path)
{
    const QString home = QFileInfo(folder).canonicalFilePath();
    const QString real = QFileInfo(path).canonicalFilePath();
    const QString prefix = home.endsWith(QLatin1Char('/')) ? home : home + QLatin1Char('/');
    if (home.isEmpty() || !real.startsWith(prefix))
        return {};
    return real;
}

QVariantMap readSiteConfig(const QByteArray &bytes, std::vector<Diagnostic> &diagnostics)
{
    const YamlText yaml = YamlText::read(bytes, {0, bytes.size()}, QStringLiteral("_config.yml"));
    diagnostics.insert(diagnostics.end(), yaml.diagnostics().begin(), yaml.diagnostics().end());
    return yaml.values();
}

QVariantMap readSiteData(const QString &root, const QString &folder, std::vector<Diagnostic> &diagnostics)
{
    const QString path = root + QLatin1Char('/') + folder;
    return fileInside(root, path) ? DataReader(root, diagnostics).readFolder(path, 0) : QVariantMap();
}

} // namespace vitrine
