#include "content/page/writing/Refusals.h"

#include "content/page/writing/Skeleton.h"

#include <QCoreApplication>

namespace vitrine {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Refusals", text);
}

Error refused(const QString &sentence, const QByteArray &suggestion = {})
{
    return {ErrorKind::Refused, sentence, {}, QString::fromUtf8(suggestion)};
}

/// The closing sign of the quotes around a field, or nothing.
QByteArray closingQuote(const Level &level, FieldId field)
{
    for (const SkeletonNode &unit : level.units) {
        if (unit.type != SkeletonNode::Type::Pair || pathTo(unit.inside, field).empty())
            continue;
        for (const char *quote : {"”", "\"", "’", "»", "」", "》"}) {
            if (unit.close.text.startsWith(quote))
                return quote;
        }
        return closingQuote(unit.inside, field);
    }
    return {};
}

/// The same text with single quotes.
QByteArray withSingleQuotes(const QByteArray &text)
{
    QByteArray result = text;
    result.replace("“", "‘").replace("”", "’");
    bool opens = true;
    for (qsizetype at = result.indexOf('"'); at >= 0; at = result.indexOf('"', at)) {
        result.replace(at, 1, opens ? "‘" : "’");
        opens = !opens;
    }
    return result;
}

/// "Sandrao, Priya" is a name with its family first: the same name the other way round, without the comma. Other names
/// lose their commas ("King, Jr., Ada").
QByteArray withoutCommas(const QByteArray &name)
{
    QByteArrayList parts;
    for (const QByteArray &part : name.split(','))
        parts.append(part.trimmed());
    if (parts.size() == 2)
        std::swap(parts[0], parts[1]);
    return parts.join(' ').trimmed();
}

std::optional<Error> refusedName(const AuthorList &authors)
{
    for (const Author &author : authors) {
        if (!author.name.contains(','))
            continue;
        return refused(
            words(QT_TRANSLATE_NOOP("Refusals", "A comma would make two authors of this name on your page.")),
            withoutCommas(author.name));
    }
    return {};
}

} // namespace

Error refusedBlankInAddress(const QByteArray &url)
{
    QByteArray better = url;
    better.replace(' ', "%20");
    return refused(
        words(QT_TRANSLATE_NOOP("Refusals", "An address cannot contain a blank. Write %20 instead.")), better);
}

Error refusedForeignField(Kind kind, FieldId field)
{
    const QString sentence = words(QT_TRANSLATE_NOOP("Refusals", "Entries of “%1” have no “%2”."));
    return {ErrorKind::InvalidArgument, sentence.arg(labelOf(kind), labelOf(field)), {}, {}};
}

Error refusedInsideText()
{
    return refused(words(QT_TRANSLATE_NOOP("Refusals", "This link stands inside the text. Change it there.")));
}

Error refusedNoPlace(FieldId field)
{
    if (schemaOf(field).type == ValueType::Image)
        return refused(words(
            QT_TRANSLATE_NOOP("Refusals", "Entries of this section have no place for a picture. Add it as Markdown.")));
    return refused(
        words(QT_TRANSLATE_NOOP("Refusals", "No entry of this page shows where “%1” would stand. Add it as Markdown."))
            .arg(labelOf(field)));
}

Error refusedDerived(FieldId field, FieldId from)
{
    return refused(words(QT_TRANSLATE_NOOP("Refusals", "“%1” is read from “%2” in this entry. Change it there."))
                       .arg(labelOf(field), labelOf(from)));
}

Error refusedGenerated()
{
    return refused(words(
        QT_TRANSLATE_NOOP("Refusals", "Your site’s code writes this part of the page, so it cannot be changed here.")));
}

Error refusedUnreadable(const Page &page, const Entry *entry, FieldId field, const Value &value)
{
    const QByteArray text = value.text();
    if (text.contains("{{") || text.contains("{%")) {
        QByteArray better = text;
        better.replace("{{", "{ {").replace("{%", "{ %");
        return refused(
            words(QT_TRANSLATE_NOOP(
                "Refusals", "“{{” would be run as code by your site. Put a blank between the braces.")),
            better);
    }
    if (entry && entry->hidden && text.contains("-->"))
        return refused(
            words(QT_TRANSLATE_NOOP("Refusals", "“-->” would end the hidden part early. Show the entry first.")));
    if (text.contains("\n\n"))
        return refused(words(
            QT_TRANSLATE_NOOP("Refusals", "This entry is one line on your page and cannot hold a second paragraph.")));
    if (const auto error = refusedName(value.authors()))
        return *error;
    if (entry && entry->structured) {
        const QByteArray quote = closingQuote(skeletonOf(page.text(), *entry), field);
        if (!quote.isEmpty() && text.contains(quote))
            return refused(
                words(QT_TRANSLATE_NOOP("Refusals", "The closing quote %1 would end the title early. Use ’ inside it."))
                    .arg(QString::fromUtf8(quote)),
                withSingleQuotes(text));
    }
    return refused(words(QT_TRANSLATE_NOOP(
        "Refusals", "This could not be written so that it reads back the same. The page was left as it was.")));
}

Error refusedReachesBeyond(bool hidden, const QByteArray &markdown)
{
    if (hidden && markdown.contains("-->"))
        return refused(
            words(QT_TRANSLATE_NOOP("Refusals", "“-->” would end the hidden part early. Show the entry first.")));
    return refused(
        words(QT_TRANSLATE_NOOP("Refusals", "This would change entries around it. The page was left as it was.")));
}

} // namespace vitrine
