#include "content/changes/words/ChangeWords.h"

#include "content/changes/words/FieldWords.h"
#include "content/frontmatter/YamlText.h"
#include "content/page/EntryName.h"
#include "content/text/LineIndex.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

using Subject = NamedChange::Subject;

QString say(const char *words)
{
    return QCoreApplication::translate("Changes", words);
}

QString capital(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1);
}

/// News goes by its date.
QString dateOfNews(const Entry &entry)
{
    const Field *date = entry.kind == Kind::News ? entry.field(FieldId::Date) : nullptr;
    return date ? QString::fromUtf8(date->written.isEmpty() ? date->value.text() : date->written).simplified()
                : QString();
}

QString shortName(const Page &page, const Entry &entry)
{
    const QString date = dateOfNews(entry);
    const QString name = date.isEmpty() ? nameOfEntry(page, entry) : date;
    return name.isEmpty() ? say("without words") : name;
}

bool isConfig(const Page &page, int file)
{
    return page.sources()[static_cast<size_t>(file)].path.section(QLatin1Char('/'), -1) == QLatin1String("_config.yml");
}

bool isMenu(const Page &page, int file)
{
    const QString name = page.sources()[static_cast<size_t>(file)].path.section(QLatin1Char('/'), -1);
    return file > 0 && (name == QLatin1String("navigation.yml") || name == QLatin1String("navigation.yaml"));
}

/// What a value of the menu belongs to: “Papers”, or the address of “Papers”.
QString menuItemInWords(const Page &page, int file, const QByteArray &key)
{
    const QByteArray item = key.left(std::max<qsizetype>(key.lastIndexOf('.'), 0));
    const QByteArray &bytes = page.sources()[static_cast<size_t>(file)].bytes;
    const YamlText yaml = YamlText::read(bytes, {0, bytes.size()});
    const YamlField *title = yaml.find(item + ".title");
    if (!title || title->value.isEmpty())
        return QString::fromUtf8(key);
    const QString quoted = say("“%1”").arg(shortened(title->value));
    const QByteArray own = key.mid(item.size() + 1);
    if (own == "title")
        return quoted;
    return own == "url" ? say("address of %1").arg(quoted)
                        : QStringLiteral("%1, %2").arg(quoted, QString::fromUtf8(own));
}

/// "Site profile" and "employer".
std::pair<QString, QString> settingInWords(const Page &page, int file, const QByteArray &key)
{
    const QByteArray author = "author.";
    if (file == 0)
        return {say("Page settings"), QString::fromUtf8(key)};
    if (isMenu(page, file))
        return {say("Menu"), menuItemInWords(page, file, key)};
    if (!isConfig(page, file))
        return {page.sources()[static_cast<size_t>(file)].path.section(QLatin1Char('/'), -1), QString::fromUtf8(key)};
    if (key.startsWith(author))
        return {say("Site profile"), QString::fromUtf8(key.mid(author.size()))};
    return {say("Site settings"), QString::fromUtf8(key)};
}

class ChangeTeller
{
public:
    ChangeTeller(
        const PageDifference &difference, const NamedChange &change, const NameStyle &style, const NameStyle &plain)
        : m_difference(difference), m_change(change), m_style(style), m_plain(plain)
    {
    }

    QString sentence() const
    {
        switch (m_change.subject) {
        case Subject::Entry:
            return entrySentence();
        case Subject::Section:
            return sectionSentence();
        case Subject::Setting:
            return settingSentence();
        case Subject::Text:
            return withName(textWords(), sectionName());
        case Subject::Spacing:
            return withName(say("Empty lines and blanks in %1"), sectionName());
        }
        return {};
    }

private:
    const Page &page() const { return m_change.after.section >= 0 ? *m_difference.after : *m_difference.before; }
    EntryRef ref() const { return m_change.after.section >= 0 ? m_change.after : m_change.before; }
    QString plain(const QString &words) const { return m_plain ? m_plain(words) : words; }

    QString withName(const QString &words, const QString &name) const
    {
        return plain(words).arg(m_style ? m_style(name) : name);
    }

    QString entrySentence() const
    {
        const Entry &entry = page().entry(ref());
        const QString name = shortName(page(), entry);
        const QString one = capital(nameOfOne(entry.kind));
        const QStringList said = entryWords();
        if (entry.kind == Kind::About) // running text has no name but its section's
            return withName(QStringLiteral("%1: "), sectionName()) + plain(said.join(say(", ")));
        const bool onlyWhole = m_change.fields.empty() || m_change.added || m_change.removed;
        if (onlyWhole && entry.kind == Kind::News)
            return withName(QStringLiteral("%1: "), one) + plain(name + QLatin1Char(' ') + said.join(say(", ")));
        if (onlyWhole && said.size() == 1 && (m_change.added || m_change.removed || m_change.moved || isHiding()))
            return withName(one + QStringLiteral(" %1 "), name) + plain(said.front());
        return withName(one + QStringLiteral(" %1: "), name) + plain(said.join(say(", ")));
    }

    bool isHiding() const { return m_change.hidden || m_change.shown; }

    QStringList entryWords() const
    {
        if (m_change.added)
            return {addedWords()};
        if (m_change.removed)
            return {say("removed")};
        QStringList said;
        if (m_change.moved)
            said += movedWords();
        if (m_change.hidden)
            said += say("hidden");
        if (m_change.shown)
            said += say("shown again");
        said += fieldsInWords(m_difference.after->entry(m_change.after), m_change.fields);
        if (said.isEmpty())
            said += page().entry(ref()).structured ? say("written another way") : say("text changed");
        return said;
    }

    QString addedWords() const
    {
        const bool onTop = m_change.after.entry == 0 && page().section(m_change.after.section).entries.size() > 1;
        return onTop ? say("added on top") : say("added");
    }

    QString movedWords() const
    {
        const Section &was = m_difference.before->section(m_change.before.section);
        const Section &now = m_difference.after->section(m_change.after.section);
        if (was.title != now.title)
            return say("moved to %1").arg(nameOfSection(now));
        return m_change.after.entry < m_change.before.entry ? say("moved up") : say("moved down");
    }

    QString sectionName() const
    {
        const int section = ref().section;
        return section < 0 ? say("the page settings") : nameOfSection(page().section(section));
    }

    QString sectionSentence() const
    {
        QStringList said;
        if (m_change.added)
            said += say("added");
        if (m_change.removed)
            said += say("removed");
        if (m_change.moved)
            said += say("moved");
        if (m_change.hidden)
            said += say("hidden");
        if (m_change.shown)
            said += say("shown again");
        if (m_change.before.section >= 0 && m_change.after.section >= 0)
            said += renamedWords();
        if (said.isEmpty())
            said += say("heading written another way");
        QString words = withName(say("Section %1 "), sectionName()) + plain(said.join(say(", ")));
        if (m_change.entriesWithin > 0)
            words +=
                plain(QCoreApplication::translate("Changes", ", with %n entries", nullptr, m_change.entriesWithin));
        return words;
    }

    QStringList renamedWords() const
    {
        const Section &was = m_difference.before->section(m_change.before.section);
        const Section &now = m_difference.after->section(m_change.after.section);
        QStringList said;
        if (was.title != now.title)
            said += say("renamed, was “%1”").arg(nameOfSection(was));
        if (was.level != now.level)
            said += say("moved to another level");
        return said;
    }

    QString settingSentence() const
    {
        const Page &settled = m_change.removed ? *m_difference.before : *m_difference.after;
        const auto [form, name] = settingInWords(settled, m_change.file(), m_change.key);
        QString words;
        if (m_change.added)
            words = say("%1 added").arg(name);
        else if (m_change.removed)
            words = say("%1 removed").arg(name);
        else if (m_change.textBefore == m_change.textAfter)
            words = m_change.moved ? say("%1 moved").arg(name) : say("%1 written another way").arg(name);
        else if (m_change.textAfter.isEmpty())
            words = say("%1 emptied").arg(name);
        else
            words = say("%1 changed to “%2”").arg(name, shortened(m_change.textAfter));
        return withName(QStringLiteral("%1: "), form) + plain(words);
    }

    QString textWords() const
    {
        if (m_change.added)
            return say("Text outside entries added in %1");
        return m_change.removed ? say("Text outside entries removed in %1") : say("Text outside entries changed in %1");
    }

    const PageDifference &m_difference;
    const NamedChange &m_change;
    const NameStyle &m_style;
    const NameStyle &m_plain;
};

} // namespace

QString
inWords(const PageDifference &difference, const NamedChange &change, const NameStyle &style, const NameStyle &plain)
{
    return ChangeTeller(difference, change, style, plain).sentence();
}

QString moreInWords(const NamedChange &change)
{
    if (change.hidden)
        return say("no longer shown, but still readable in the page’s source");
    if (change.subject == Subject::Setting && !change.textBefore.isEmpty() && change.textBefore != change.textAfter)
        return say("was “%1”").arg(shortened(change.textBefore));
    if (change.subject == Subject::Entry && change.fields.size() == 1 && !change.added)
        return wasInWords(change.fields.front());
    return {};
}

QString subjectInWords(const Page &page, const PagePart &part)
{
    switch (part.type) {
    case PagePart::Type::Entry: {
        const Entry &entry = page.entry(part.ref);
        return QStringLiteral("%1 “%2”").arg(capital(nameOfOne(entry.kind)), shortName(page, entry));
    }
    case PagePart::Type::Heading:
        return say("Heading “%1”").arg(nameOfSection(page.section(part.ref.section)));
    case PagePart::Type::Setting: {
        const auto [form, name] = settingInWords(page, part.place.file, part.key);
        return QStringLiteral("%1: %2").arg(form, name);
    }
    case PagePart::Type::Text:
        break;
    }
    const std::optional<int> section = page.sectionAt(part.place);
    return section ? say("Text in “%1”").arg(nameOfSection(page.section(*section))) : say("Text outside entries");
}

ChangedLines linesOf(const PageDifference &difference, const NamedChange &change)
{
    const bool onlyGone = std::all_of(change.stretches.begin(), change.stretches.end(), [](const ChangedStretch &one) {
        return one.after.isEmpty() && !one.before.isEmpty();
    });
    const bool gone = change.removed && onlyGone;
    const Page &page = gone ? *difference.before : *difference.after;
    const LineIndex index(page.sources()[static_cast<size_t>(change.file())].bytes);
    ChangedLines lines;
    lines.what = gone ? ChangedLines::What::Removed : (change.added ? ChangedLines::What::Added : lines.what);
    for (const ChangedStretch &stretch : change.stretches) {
        if (stretch.file != change.file())
            continue;
        const ByteRange range = gone ? stretch.before : stretch.after;
        const int first = index.lineAt(range.begin) + 1;
        const int last = index.lineAt(std::max(range.begin, range.end - 1)) + 1;
        lines.scattered = lines.scattered || (lines.last > 0 && first > lines.last + 1);
        lines.first = lines.first == 0 ? first : std::min(lines.first, first);
        lines.last = std::max(lines.last, last);
    }
    return lines;
}

QString inWords(const ChangedLines &lines)
{
    const bool one = lines.first == lines.last;
    QString words;
    switch (lines.what) {
    case ChangedLines::What::Added:
        words = one ? say("line %1 added") : say("lines %1 to %2 added");
        break;
    case ChangedLines::What::Removed:
        words = one ? say("line %1 removed") : say("lines %1 to %2 removed");
        break;
    case ChangedLines::What::Changed:
        words = one ? say("line %1 changed")
                    : (lines.scattered ? say("lines between %1 and %2 changed") : say("lines %1 to %2 changed"));
        break;
    }
    words = words.arg(lines.first);
    return one ? words : words.arg(lines.last);
}

} // namespace vitrine
