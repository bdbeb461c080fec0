#include "app/site/SiteDocument.h"

#include "content/frontmatter/YamlText.h"
#include "content/liquid/LiquidValue.h"
#include "content/text/OrderedMap.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace vitrine {

namespace {

QString str(const char *text)
{
    return QString::fromLatin1(text);
}

/// What the name of a file tells: `2020-01-02-random-walks.md`.
struct NameParts
{
    std::optional<QDateTime> date;
    QString slug;
    QString ending; ///< with its point
};

NameParts partsOf(const QString &name)
{
    static const QRegularExpression dated(str(R"re(^(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$)re"));
    NameParts parts;
    if (const auto match = dated.match(name); match.hasMatch()) {
        const QStringList numbers = match.captured(1).split(QLatin1Char('-'));
        const QDate date(numbers[0].toInt(), numbers[1].toInt(), numbers[2].toInt());
        if (date.isValid())
            parts.date = QDateTime(date, QTime(0, 0), Qt::UTC);
        parts.slug = match.captured(2);
        parts.ending = match.captured(3);
        return parts;
    }
    const qsizetype point = name.lastIndexOf(QLatin1Char('.'));
    parts.slug = name.left(point);
    parts.ending = point < 0 ? QString() : name.mid(point);
    return parts;
}

/// `2020-01-02`, `2020-01-02 10:00:00 -0400`.
std::optional<QDateTime> timeOf(const QVariant &value)
{
    static const QRegularExpression form(str(
        R"re(^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?)re"));
    const auto match = form.match(liquidString(value));
    if (!match.hasMatch())
        return {};
    const auto number = [&](int i) { return match.captured(i).toInt(); };
    const QDateTime time(QDate(number(1), number(2), number(3)), QTime(number(4), number(5), number(6)), Qt::UTC);
    QString zone = match.captured(7);
    if (!time.isValid() || zone.isEmpty() || zone == str("Z"))
        return time.isValid() ? std::optional(time) : std::nullopt;
    zone.remove(QLatin1Char(':'));
    const int seconds = zone.mid(1, 2).toInt() * 3600 + zone.mid(3, 2).toInt() * 60;
    return time.addSecs(zone.startsWith(QLatin1Char('-')) ? seconds : -seconds);
}

QString titleOf(const QString &slug)
{
    QStringList words = slug.split(QLatin1Char('-'), Qt::SkipEmptyParts);
    for (QString &word : words)
        word = word.left(1).toUpper() + word.mid(1).toLower();
    return words.join(QLatin1Char(' '));
}

/// Texts of a list, or of one text that blanks separate.
QStringList wordsOf(const QVariant &value)
{
    if (!isListLiquid(value))
        return liquidString(value).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList words;
    for (const QVariant &word : value.toList())
        words += liquidString(word);
    return words;
}

QStringList namesIn(const QVariantMap &values, const char *one, const char *many)
{
    QStringList names = wordsOf(values.value(str(many)));
    if (const QString name = liquidString(values.value(str(one))); !name.isEmpty())
        names.prepend(name);
    names.removeDuplicates();
    return names;
}

QString slugged(const QString &text, bool keepsSigns)
{
    static const QRegularExpression plain(str("[^\\p{M}\\p{L}\\p{Nd}]+"));
    static const QRegularExpression pretty(str("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+"));
    static const QRegularExpression ends(str("^-|-$"));
    return QString(text).replace(keepsSigns ? pretty : plain, str("-")).remove(ends);
}

/// Values of `defaults` in `_config.yml` for a file, the ones for a longer path over those for a shorter one.
QVariantMap defaultsFor(const DocumentPlace &place, const QVariantMap &config)
{
    std::vector<std::pair<qsizetype, QVariantMap>> fitting;
    for (const QVariant &one : config.value(str("defaults")).toList()) {
        const QVariantMap scope = one.toMap().value(str("scope")).toMap();
        QString path = liquidString(scope.value(str("path")));
        while (path.startsWith(QLatin1Char('/')))
            path.remove(0, 1);
        const QString type = liquidString(scope.value(str("type")));
        if ((type.isEmpty() || type == place.collection) && place.path.startsWith(path))
            fitting.emplace_back(path.size() * 2 + (type.isEmpty() ? 0 : 1), one.toMap().value(str("values")).toMap());
    }
    std::stable_sort(fitting.begin(), fitting.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QVariantMap values;
    for (const auto &[length, some] : fitting)
        values.insert(some);
    return values;
}

/// Maps in both are put together, name by name. As deep as the YAML.
QVariant merged(const QVariant &under, const QVariant &over)
{
    if (!OrderedMap::isMap(under) || !OrderedMap::isMap(over))
        return over;
    OrderedMap result = OrderedMap::of(under);
    const OrderedMap more = OrderedMap::of(over);
    for (const QString &name : more.names())
        result.insert(name, merged(result.value(name), more.value(name)));
    return result.toVariant();
}

/// The pattern of a document's address, by its collection or `permalink` of the site.
QString addressPattern(const DocumentPlace &place, const QVariantMap &config)
{
    const QString style = liquidString(config.value(str("permalink")));
    if (place.collection == str("posts")) {
        static const QHash<QString, QString> styles{
            {str("pretty"), str("/:categories/:year/:month/:day/:title/")},
            {str("ordinal"), str("/:categories/:year/:y_day/:title.html")},
            {str("none"), str("/:categories/:title.html")},
            {str("date"), str("/:categories/:year/:month/:day/:title.html")},
            {QString(), str("/:categories/:year/:month/:day/:title.html")}};
        return styles.value(style, style);
    }
    const QVariantMap settings = config.value(str("collections")).toMap().value(place.collection).toMap();
    if (const QString own = liquidString(settings.value(str("permalink"))); !own.isEmpty())
        return own;
    const bool endsInFolder = style == str("pretty") || style.endsWith(QLatin1Char('/'));
    const bool isNamed = style.isEmpty() || style == str("date") || style == str("ordinal") || style == str("none");
    return str("/:collection/:path") + (endsInFolder ? str("/") : isNamed ? str(".html") : QString());
}

/// The address that a pattern gives: `/:collection/:path/`.
QString addressBy(const QString &pattern, const QHash<QString, QString> &parts)
{
    static const QRegularExpression placeholder(str(":([a-z_]+)"));
    QString address;
    qsizetype reached = 0;
    for (auto it = placeholder.globalMatch(pattern); it.hasNext();) {
        const auto match = it.next();
        // ":titles" is ":title" and an s: the longest name that is known counts
        QString name = match.captured(1);
        while (!name.isEmpty() && !parts.contains(name))
            name.chop(1);
        address += pattern.mid(reached, match.capturedStart() - reached);
        address += name.isEmpty() ? str(":") : parts.value(name);
        reached = match.capturedStart() + 1 + name.size();
    }
    address += pattern.mid(reached);
    static const QRegularExpression slashes(str("/{2,}"));
    address.replace(slashes, str("/"));
    return address.startsWith(QLatin1Char('/')) ? address : QLatin1Char('/') + address;
}

QHash<QString, QString> addressParts(
    const DocumentPlace &place, const NameParts &name, const QString &slug, const QStringList &categories,
    const QDateTime &date)
{
    const auto padded = [](int number, int width) { return str("%1").arg(number, width, 10, QLatin1Char('0')); };
    const QDate day = date.date();
    const QString stem = place.inside.left(place.inside.size() - name.ending.size());
    QStringList folders;
    for (const QString &category : categories)
        folders += category.toLower();
    return {
        {str("collection"), place.collection},
        {str("path"), stem},
        {str("name"), slugged(stem.section(QLatin1Char('/'), -1), false).toLower()},
        {str("title"), slugged(slug, true)},
        {str("slug"), slugged(slug, false).toLower()},
        {str("output_ext"), str(".html")},
        {str("categories"), folders.join(QLatin1Char('/'))},
        {str("year"), str("%1").arg(day.year(), 4, 10, QLatin1Char('0'))},
        {str("short_year"), padded(day.year() % 100, 2)},
        {str("month"), padded(day.month(), 2)},
        {str("i_month"), QString::number(day.month())},
        {str("day"), padded(day.day(), 2)},
        {str("i_day"), QString::number(day.day())},
        {str("y_day"), padded(day.dayOfYear(), 3)},
        {str("hour"), padded(date.time().hour(), 2)},
        {str("minute"), padded(date.time().minute(), 2)},
        {str("second"), padded(date.time().second(), 2)},
    };
}

QString encoded(const QString &address)
{
    return QString::fromLatin1(address.toUtf8().toPercentEncoding("/:?#[]@!$&'()*+,;=%~-._"));
}

/// The address of what is around a document, and its short name.
QString idOf(QString address, const QString &slug)
{
    if (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    return address.left(address.lastIndexOf(QLatin1Char('/'))) + QLatin1Char('/') + slug;
}

/// What a text of Markdown or HTML becomes; unknown where Liquid would have to run in it.
LazyLiquid
shownText(const QByteArray &text, const QString &ending, const std::function<QByteArray(const QByteArray &)> &toHtml)
{
    const bool isHtml = ending == str(".html") || ending == str(".htm");
    return {[=]() -> QVariant {
        if (text.contains("{{") || text.contains("{%") || (!isHtml && !toHtml))
            return unknownLiquid();
        return QString::fromUtf8(isHtml ? text : toHtml(text));
    }};
}

/// The first paragraph, with the lines behind it that say where its links lead.
QByteArray excerptOf(const QByteArray &body, const QByteArray &separator)
{
    const qsizetype end = separator.isEmpty() ? -1 : body.indexOf(separator);
    if (end < 0)
        return body;
    QByteArray excerpt = body.left(end);
    static const QRegularExpression definition(str("^ {0,3}\\[[^\\]\\n]+\\]:.*$"), QRegularExpression::MultilineOption);
    QString definitions;
    for (auto it = definition.globalMatch(QString::fromUtf8(body.mid(end))); it.hasNext();)
        definitions += QLatin1Char('\n') + it.next().captured();
    return definitions.isEmpty() ? excerpt : excerpt + "\n" + definitions.toUtf8();
}

} // namespace

std::optional<SiteDocument> readDocument(
    const QByteArray &bytes, const DocumentPlace &place, const QVariantMap &config,
    const std::function<QByteArray(const QByteArray &)> &toHtml)
{
    const FrontMatter front = findFrontMatter(bytes);
    const bool isPost = place.collection == str("posts");
    const NameParts name = partsOf(place.inside.section(QLatin1Char('/'), -1));
    if (front.range.isEmpty() || (isPost && !name.date))
        return {};
    SiteDocument document;
    QVariantMap &values = document.values;
    values = defaultsFor(place, config);
    const QVariantMap own = YamlText::read(bytes, front.yaml).values();
    for (auto it = own.begin(); it != own.end(); ++it)
        values.insert(it.key(), merged(values.value(it.key()), it.value()));

    const std::optional<QDateTime> written = timeOf(values.value(str("date")));
    document.date = written ? written : name.date;
    document.isPublished = values.value(str("published")) != QVariant(false);
    const QDateTime date = document.date.value_or(QDateTime::currentDateTimeUtc());
    if (!values.contains(str("slug")))
        values.insert(str("slug"), name.slug);
    const QString slug = liquidString(values.value(str("slug")));
    if (!values.contains(str("title")))
        values.insert(str("title"), titleOf(name.slug));
    QStringList categories = place.categories + namesIn(values, "category", "categories");
    categories.removeDuplicates();
    const QString permalink = liquidString(values.value(str("permalink")));
    const QString address = encoded(addressBy(
        permalink.isEmpty() ? addressPattern(place, config) : permalink,
        addressParts(place, name, slug, categories, date)));
    const QByteArray body = bytes.mid(front.bodyBegin);
    const QVariant separator = config.value(str("excerpt_separator"));
    values.insert(str("date"), date);
    values.insert(str("categories"), categories);
    values.insert(str("tags"), namesIn(values, "tag", "tags"));
    values.insert(str("ext"), name.ending);
    values.insert(str("draft"), false);
    values.insert(str("collection"), place.collection);
    values.insert(str("path"), place.path);
    values.insert(str("relative_path"), place.path);
    values.insert(str("name"), place.inside.section(QLatin1Char('/'), -1));
    values.insert(str("url"), address);
    values.insert(str("id"), idOf(address, slug));
    values.insert(str("content"), QVariant::fromValue(shownText(body, name.ending, toHtml)));
    if (!values.contains(str("excerpt")))
        values.insert(
            str("excerpt"),
            QVariant::fromValue(shownText(
                excerptOf(body, separator.isValid() ? liquidString(separator).toUtf8() : QByteArray("\n\n")),
                name.ending, toHtml)));
    if (!values.contains(str("size")))
        values.insert(str("size"), QVariant()); // other maps have one by themselves
    for (const char *unknown : {"output", "next", "previous"})
        values.insert(str(unknown), unknownLiquid());
    return document;
}

} // namespace vitrine
