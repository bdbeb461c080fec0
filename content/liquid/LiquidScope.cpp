#include "content/liquid/LiquidScope.h"

#include "content/liquid/LiquidFilters.h"
#include "content/liquid/LiquidQueryFilters.h"

#include <QDateTime>

namespace vitrine {

namespace {

/// What only a build of the whole site knows.
const QStringList &builtBySite()
{
    static const QStringList names{
        QStringLiteral("pages"),        QStringLiteral("documents"),     QStringLiteral("tags"),
        QStringLiteral("categories"),   QStringLiteral("collections"),   QStringLiteral("html_pages"),
        QStringLiteral("static_files"), QStringLiteral("related_posts"), QStringLiteral("html_files"),
        QStringLiteral("github"),
    };
    return names;
}

bool isQuoted(QByteArrayView text)
{
    return text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
}

bool isNameByte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
        || c == '?' || static_cast<uchar>(c) >= 0x80;
}

QVariant number(QByteArrayView text, bool &ok)
{
    const QByteArray digits = text.toByteArray();
    const bool plain = std::all_of(
        digits.begin(), digits.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; });
    if (const qlonglong integer = digits.toLongLong(&ok); ok && plain)
        return integer;
    const double real = digits.toDouble(&ok);
    ok = ok && plain && digits.contains('.');
    return real;
}

/// More items than anybody shows; a range of a billion numbers ends here.
constexpr qlonglong longestRange = 100'000;

QVariant rangeOf(qlonglong first, qlonglong last)
{
    QVariantList numbers;
    for (qlonglong i = first; i <= last && numbers.size() < longestRange; ++i)
        numbers += i;
    return numbers;
}

} // namespace

LiquidScope::LiquidScope(const SiteValues &site, QVariantMap page) : m_site(site), m_page(std::move(page)), m_scopes(1)
{
}

QVariant LiquidScope::value(QByteArrayView expression) const
{
    const QByteArrayView text = expression.trimmed();
    if (text.isEmpty() || text == "nil" || text == "null")
        return {};
    if (text == "true" || text == "false")
        return text == "true";
    if (text == "empty" || text == "blank")
        return QVariant::fromValue(text == "empty" ? LiquidMark::Empty : LiquidMark::Blank);
    if (isQuoted(text))
        return QString::fromUtf8(text.sliced(1, text.size() - 2));
    if (text.startsWith('(') && text.endsWith(')')) {
        const QByteArrayView inside = text.sliced(1, text.size() - 2);
        const qsizetype dots = inside.indexOf("..");
        if (dots > 0 && !inside.startsWith('('))
            return rangeOf(value(inside.first(dots)).toLongLong(), value(inside.sliced(dots + 2)).toLongLong());
    }
    bool isNumber = false;
    const QVariant asNumber = number(text, isNumber);
    return isNumber ? asNumber : variable(text);
}

/// The steps of `a.b[c].d`: names as they stand, and what the brackets hold.
QVariantList LiquidScope::pathKeys(QByteArrayView path) const
{
    constexpr int deepestBrackets = 20;
    QVariantList keys;
    for (qsizetype i = 0; i < path.size();) {
        const qsizetype begin = i;
        const qsizetype close = path[i] == '[' && m_depth < deepestBrackets ? path.indexOf(']', i) : -1;
        if (close > 0) {
            ++m_depth;
            keys += value(path.sliced(i + 1, close - i - 1));
            --m_depth;
            i = close + 1;
        } else if (isNameByte(path[i])) {
            while (i < path.size() && isNameByte(path[i]))
                ++i;
            keys += QString::fromUtf8(path.sliced(begin, i - begin));
        } else {
            ++i;
        }
    }
    return keys;
}

QVariant LiquidScope::variable(QByteArrayView path) const
{
    const QVariantList keys = pathKeys(path);
    if (keys.isEmpty())
        return {};
    const bool ofSite = keys.size() > 1 && keys.first() == QVariant(QStringLiteral("site"));
    QVariant found = ofSite ? siteMember(liquidString(keys[1])) : root(liquidString(keys.first()));
    for (qsizetype i = ofSite ? 2 : 1; i < keys.size(); ++i)
        found = liquidElement(found, keys[i]);
    return found;
}

QVariant LiquidScope::root(const QString &name) const
{
    for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope) {
        if (const auto it = scope->constFind(name); it != scope->constEnd())
            return *it;
    }
    if (m_counters.contains(name))
        return m_counters.value(name);
    if (name == QLatin1String("page"))
        return m_page;
    if (name == QLatin1String("site"))
        return unknownLiquid();
    if (name == QLatin1String("jekyll"))
        return QVariantMap{{QStringLiteral("environment"), QStringLiteral("production")}};
    return {};
}

QVariant LiquidScope::siteMember(const QString &name) const
{
    if (name == QLatin1String("data"))
        return m_site.data;
    if (name == QLatin1String("time"))
        return QDateTime::currentDateTimeUtc();
    if (isCollection(name))
        return m_site.collection ? QVariant(m_site.collection(name)) : unknownLiquid();
    if (builtBySite().contains(name))
        return unknownLiquid();
    return m_site.config.value(name);
}

/// Collections are a map or a list of names in `_config.yml`.
bool LiquidScope::isCollection(const QString &name) const
{
    const QVariant collections = m_site.config.value(QStringLiteral("collections"));
    return name == QLatin1String("posts")
        || (isMapLiquid(collections) ? collections.toMap().contains(name) : collections.toStringList().contains(name));
}

QVariant LiquidScope::output(QByteArrayView markup) const
{
    const std::vector<QByteArrayView> parts = splitLiquid(markup, '|');
    if (parts.empty())
        return {};
    const std::vector<QByteArrayView> words = liquidWords(parts.front());
    QVariant result = words.empty() ? QVariant() : value(words.front());
    for (size_t i = 1; i < parts.size(); ++i) {
        const qsizetype colon = parts[i].indexOf(':');
        const QByteArray name = (colon < 0 ? parts[i] : parts[i].first(colon)).trimmed().toByteArray();
        QVariantList arguments;
        if (colon >= 0) {
            for (const QByteArrayView argument : splitLiquid(parts[i].sliced(colon + 1), ','))
                arguments += value(argument);
        }
        result = filtered(name, result, arguments);
    }
    return result;
}

/// Filters go through lists and texts again and again where they stand in loops; a page of bearable time ends here.
bool LiquidScope::isOverworked(const QVariant &input) const
{
    constexpr qsizetype mostWork = 1'000'000;
    constexpr qsizetype lettersPerItem = 20;
    if (isListLiquid(input))
        m_work += input.toList().size();
    else if (input.typeId() == QMetaType::QString)
        m_work += input.toString().size() / lettersPerItem;
    return m_work > mostWork;
}

QVariant LiquidScope::filtered(const QByteArray &name, const QVariant &input, const QVariantList &arguments) const
{
    if (isUnknownLiquid(input) || isOverworked(input))
        return unknownLiquid();
    if (name == "markdownify" && m_site.toHtml)
        return QString::fromUtf8(m_site.toHtml(liquidString(input).toUtf8()));
    if (!isLiquidQuery(name))
        return applyLiquidFilter(name, input, arguments, m_site.config);
    return applyLiquidQuery(
        name, input, arguments, [&](const QVariant &item) { return itemValue(name, item, arguments); });
}

/// What an expression is worth where its first argument names the item: `where_exp: "paper", "paper.year > 2020"`.
QVariant LiquidScope::itemValue(const QByteArray &filter, const QVariant &item, const QVariantList &arguments) const
{
    LiquidScope inner(*this);
    inner.push({{liquidString(arguments.value(0)), item}});
    const QByteArray expression = liquidString(arguments.value(1)).toUtf8();
    if (filter == "group_by_exp") {
        const QVariant key = inner.output(expression);
        m_work = inner.m_work;
        return key;
    }
    const std::optional<bool> holds = inner.condition(expression);
    m_work = inner.m_work;
    return holds ? QVariant(*holds) : unknownLiquid();
}

std::optional<bool> LiquidScope::condition(QByteArrayView markup) const
{
    const std::vector<QByteArrayView> words = liquidWords(markup);
    std::optional<bool> result;
    bool isFirst = true;
    QByteArrayView joiner;
    // from the last to the first, as Liquid does: `a or b and c` is `a or (b and c)`
    size_t end = words.size();
    for (size_t i = words.size() + 1; i-- > 0;) {
        const bool isJoiner = i > 0 && (words[i - 1] == "and" || words[i - 1] == "or");
        if (i != 0 && !isJoiner)
            continue;
        const QByteArrayView part = i < end
            ? QByteArrayView(words[i].data(), words[end - 1].data() + words[end - 1].size() - words[i].data())
            : QByteArrayView();
        const std::optional<bool> one = comparison(part);
        if (!one)
            return {};
        if (isFirst)
            result = one;
        else
            result = joiner == "and" ? *one && *result : *one || *result;
        isFirst = false;
        if (i > 0) {
            joiner = words[i - 1];
            end = i - 1;
        }
    }
    return result;
}

std::optional<bool> LiquidScope::comparison(QByteArrayView markup) const
{
    static const std::vector<QByteArrayView> operators{"==", "!=", "<>", "<=", ">=", "<", ">"};
    std::vector<QByteArrayView> words = liquidWords(markup);
    if (words.size() == 1) { // `a==b` without blanks
        for (const QByteArrayView op : operators) {
            const qsizetype at = isQuoted(words[0]) ? -1 : words[0].indexOf(op);
            if (at > 0 && at + op.size() < words[0].size()) {
                words = {words[0].first(at), op, words[0].sliced(at + op.size())};
                break;
            }
        }
    }
    if (words.empty())
        return {};
    const QVariant left = value(words[0]);
    if (words.size() < 2)
        return isUnknownLiquid(left) ? std::nullopt : std::optional(isTruthyLiquid(left));
    const QVariant right = words.size() > 2 ? value(words[2]) : QVariant();
    if (isUnknownLiquid(left) || isUnknownLiquid(right))
        return {};
    const QByteArrayView op = words[1];
    if (op == "==")
        return liquidEquals(left, right);
    if (op == "!=" || op == "<>")
        return !liquidEquals(left, right);
    if (op == "contains")
        return isOverworked(left) ? std::nullopt : std::optional(liquidContains(left, right));
    if (std::find(operators.begin(), operators.end(), op) == operators.end())
        return {}; // the site's build would stop here
    if (!left.isValid() || !right.isValid())
        return false;
    const std::optional<int> order = liquidCompare(left, right);
    if (!order)
        return {};
    if (op == "<")
        return *order < 0;
    if (op == ">")
        return *order > 0;
    return op == "<=" ? *order <= 0 : *order >= 0;
}

std::vector<QByteArrayView> splitLiquid(QByteArrayView markup, char separator)
{
    std::vector<QByteArrayView> parts;
    qsizetype begin = 0;
    char quote = 0;
    for (qsizetype i = 0; i <= markup.size(); ++i) {
        const char c = i < markup.size() ? markup[i] : separator;
        const bool atEnd = i == markup.size();
        if (!atEnd && quote != 0) {
            quote = c == quote ? 0 : quote;
        } else if (!atEnd && (c == '"' || c == '\'')) {
            quote = c;
        } else if (c == separator) {
            parts.push_back(markup.sliced(begin, i - begin).trimmed());
            begin = i + 1;
        }
    }
    return parts;
}

std::vector<QByteArrayView> liquidWords(QByteArrayView markup)
{
    std::vector<QByteArrayView> words;
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (qsizetype i = 0; i < markup.size();) {
        if (isSpace(markup[i])) {
            ++i;
            continue;
        }
        const qsizetype begin = i;
        char quote = 0;
        for (; i < markup.size() && (quote != 0 || !isSpace(markup[i])); ++i) {
            if (quote != 0)
                quote = markup[i] == quote ? 0 : quote;
            else if (markup[i] == '"' || markup[i] == '\'')
                quote = markup[i];
        }
        words.push_back(markup.sliced(begin, i - begin));
    }
    return words;
}

} // namespace vitrine
