#include "ui/entries/RowText.h"

#include "content/markdown/Html.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

namespace vitrine {

namespace {

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

/// Adds the text that the nodes inside `range` show. The depth of the tree is bounded by its readers.
void addShown(const Node &node, const Page &page, ByteRange range, QByteArray &out, qsizetype most)
{
    if (out.size() > most || !node.range.overlaps(range))
        return;
    switch (node.kind) {
    case NodeKind::Text: {
        const qsizetype begin = std::max(node.range.begin, range.begin);
        const qsizetype end = std::min(node.range.end, range.end);
        out += page.text({begin, end});
        return;
    }
    case NodeKind::SoftBreak:
    case NodeKind::HardBreak:
        out += ' ';
        return;
    case NodeKind::Code:
    case NodeKind::Escape:
    case NodeKind::Entity:
    case NodeKind::Typographic:
    case NodeKind::MathInline:
        out += node.text;
        return;
    case NodeKind::HtmlBlock:
    case NodeKind::HtmlInline:
    case NodeKind::Image:
        return;
    default:
        break;
    }
    for (const Node &child : node.children)
        addShown(child, page, range, out, most);
    const bool inLine = node.isInline() || node.kind == NodeKind::Comment
        || (node.kind == NodeKind::HtmlElement && !isBlockElement(node.info));
    if (!inLine)
        out += ' ';
}

QString fieldText(const Page &page, const Entry &entry, FieldId id)
{
    const Field *field = entry.field(id);
    if (!field)
        return {};
    if (field->plain)
        return text(*field->plain).simplified();
    if (field->range) {
        const QString shown = shownWords(page, *field->range);
        if (!shown.isEmpty())
            return shown;
    }
    return text(field->value.text()).simplified();
}

/// A date as the page writes it; of a derived one the value.
QString dateText(const Entry &entry, FieldId id)
{
    const Field *field = entry.field(id);
    if (!field)
        return {};
    return text(field->written.isEmpty() ? field->value.text() : field->written).simplified();
}

QString yearOf(const Entry &entry)
{
    const Field *field = entry.field(FieldId::Date);
    if (!field)
        return {};
    static const QRegularExpression year(QStringLiteral("\\d{4}"));
    return year.match(text(field->value.text())).captured();
}

QString periodText(const Entry &entry)
{
    const QString from = dateText(entry, FieldId::StartDate);
    QString to = dateText(entry, FieldId::EndDate);
    if (to == QLatin1String(".."))
        to = QCoreApplication::translate("RowText", "present");
    if (from.isEmpty() || to.isEmpty())
        return from.isEmpty() ? to : from;
    return QStringLiteral("%1 – %2").arg(from, to);
}

QString familyName(const QString &name)
{
    const qsizetype comma = name.indexOf(QLatin1Char(','));
    if (comma > 0)
        return name.left(comma).trimmed();
    return name.section(QLatin1Char(' '), -1);
}

QString authorsText(const Entry &entry)
{
    const Field *field = entry.field(FieldId::Authors);
    if (!field)
        return {};
    QStringList names;
    const AuthorList authors = field->value.authors();
    for (const Author &author : authors) {
        QString name = familyName(text(author.name));
        for (const QByteArray &mark : author.marks)
            name += text(mark);
        names.append(name);
    }
    return names.join(QStringLiteral(", "));
}

/// Societies and publishers name no venue by themselves.
bool isSociety(const QString &word)
{
    static const QStringList societies{
        QStringLiteral("IEEE"), QStringLiteral("ACM"),      QStringLiteral("CVF"),    QStringLiteral("IFIP"),
        QStringLiteral("SIAM"), QStringLiteral("Springer"), QStringLiteral("USENIX"),
    };
    return societies.contains(word);
}

/// "LEARN" of "Conference on Learning and Representation (LEARN)"; empty when the venue has no short name.
QString shortVenue(const QString &venue)
{
    static const QRegularExpression inBrackets(
        QStringLiteral("[(（]\\s*([A-Z][\\w&/+-]{1,11})(?:['’ ]*\\d{2,4})?\\s*[)）]"));
    const QRegularExpressionMatch bracketed = inBrackets.match(venue);
    if (bracketed.hasMatch())
        return bracketed.captured(1);
    static const QRegularExpression capitals(QStringLiteral("\\b([A-Z][A-Za-z]*[A-Z][A-Za-z]*)\\b"));
    for (auto found = capitals.globalMatch(venue); found.hasNext();) {
        const QString word = found.next().captured(1);
        if (word.size() <= 9 && !isSociety(word))
            return word;
    }
    return venue.size() <= 12 && !venue.contains(QLatin1Char(' ')) ? venue : QString();
}

/// The short name of the venue, also where a badge says it.
QString shortVenueOf(const Page &page, const Entry &entry)
{
    const Field *field = entry.field(FieldId::Venue);
    if (!field)
        return {};
    for (const ByteRange &badge : field->also) {
        const QString venue = shortVenue(shownWords(page, badge));
        if (!venue.isEmpty())
            return venue;
    }
    return shortVenue(fieldText(page, entry, FieldId::Venue));
}

QString venueAndYear(const Page &page, const Entry &entry)
{
    const QString venue = shortVenueOf(page, entry);
    const QString year = yearOf(entry);
    if (venue.isEmpty())
        return dateText(entry, FieldId::Date);
    return year.isEmpty() || venue.contains(year) ? venue : QStringLiteral("%1 %2").arg(venue, year);
}

QString joined(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() ? b : a;
    return QStringLiteral("%1, %2").arg(a, b);
}

QString keywordsText(const Entry &entry)
{
    const Field *field = entry.field(FieldId::Keywords);
    if (!field)
        return {};
    QStringList words;
    const StringList strings = field->value.strings();
    for (const QByteArray &word : strings)
        words.append(text(word));
    return words.join(QStringLiteral(", "));
}

RowText fieldsOf(const Page &page, const Entry &entry)
{
    const auto field = [&](FieldId id) { return fieldText(page, entry, id); };
    RowText row;
    row.right = dateText(entry, FieldId::Date);
    switch (entry.kind) {
    case Kind::News:
        row.lead = row.right;
        row.right.clear();
        row.first = field(FieldId::Text);
        break;
    case Kind::Publication:
        row.first = field(FieldId::Title);
        row.second = authorsText(entry);
        row.right = venueAndYear(page, entry);
        break;
    case Kind::Experience:
        row.first = field(FieldId::Position);
        row.second = joined(field(FieldId::Organization), field(FieldId::Location));
        row.right = periodText(entry);
        break;
    case Kind::Education:
        row.first = joined(field(FieldId::StudyType), field(FieldId::Area));
        row.second = joined(field(FieldId::Institution), field(FieldId::Location));
        row.right = periodText(entry);
        break;
    case Kind::Award:
        row.first = field(FieldId::Title);
        row.second = field(FieldId::Awarder);
        break;
    case Kind::Teaching:
        row.first = field(FieldId::Course);
        row.second = joined(field(FieldId::Role), field(FieldId::Institution));
        break;
    case Kind::Service:
        row.first = field(FieldId::Title);
        row.second = field(FieldId::Organization);
        break;
    case Kind::Talk:
        row.first = field(FieldId::Title);
        row.second = joined(field(FieldId::Event), field(FieldId::Location));
        break;
    case Kind::Project:
    case Kind::Supervision:
        row.first = field(FieldId::Name);
        row.second = field(FieldId::Summary);
        break;
    case Kind::Skill:
        row.first = field(FieldId::Name);
        row.second = keywordsText(entry);
        break;
    case Kind::Link:
        row.first = field(FieldId::Label);
        row.second = field(FieldId::Url);
        break;
    case Kind::About:
    case Kind::Other:
        row.first = field(FieldId::Text);
        break;
    }
    if (row.first.isEmpty())
        std::swap(row.first, row.second);
    if (row.right.isEmpty() && row.lead.isEmpty())
        row.right = periodText(entry);
    return row;
}

/// The first words of bytes that the tree does not show, with the most common signs left out.
QString rawWords(const Page &page, ByteRange range, qsizetype most)
{
    QString raw = QString::fromUtf8(page.text({range.begin, std::min(range.end, range.begin + most)}));
    static const QRegularExpression signs(
        QStringLiteral("<!--|-->|<[^>]*>|^\\s*(?:[-*+]|\\d+[.)])\\s+|[*`]|\\]\\([^)]*\\)|[\\[\\]\\\\]"));
    return raw.replace(signs, QStringLiteral(" ")).simplified();
}

} // namespace

QString shownWords(const Page &page, ByteRange range, qsizetype most)
{
    QByteArray shown;
    addShown(page.tree(), page, range, shown, most);
    const QString words = QString::fromUtf8(shown).simplified();
    return words.isEmpty() ? rawWords(page, range, most) : words;
}

RowText rowTextOf(const Page &page, EntryRef ref)
{
    const Entry &entry = page.entry(ref);
    RowText row = entry.structured ? fieldsOf(page, entry) : RowText{};
    row.understood = entry.structured;
    if (row.first.isEmpty())
        row.first = shownWords(page, entry.range);
    return row;
}

QString shortNameOf(const Page &page, EntryRef ref)
{
    constexpr qsizetype most = 40;
    QString name = rowTextOf(page, ref).first;
    const qsizetype colon = name.indexOf(QLatin1Char(':'));
    if (page.entry(ref).kind == Kind::Publication && colon > 2)
        name.truncate(colon);
    if (name.size() <= most)
        return name;
    const qsizetype blank = name.lastIndexOf(QLatin1Char(' '), most);
    return name.left(blank > most / 2 ? blank : most) + QStringLiteral("…");
}

QString titleOf(const Section &section)
{
    const QString title = text(section.title).simplified();
    return title.isEmpty() ? labelOf(section.kind) : title;
}

QString addWordsOf(Kind kind)
{
    return QCoreApplication::translate("RowText", "Add %1", "%1 is what one entry is called: paper, award")
        .arg(nameOfOne(kind));
}

} // namespace vitrine
