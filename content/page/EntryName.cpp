#include "content/page/EntryName.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

constexpr qsizetype longestName = 40; // letters; what a bar of one line has room for beside its sentence

/// Bytes that are looked at for the first words: enough for tags and a picture before them.
constexpr qsizetype searchedBytes = 600;

QString shortened(QString text)
{
    text = text.simplified();
    if (text.size() <= longestName)
        return text;
    const qsizetype blank = text.lastIndexOf(QLatin1Char(' '), longestName);
    return text.left(blank > longestName / 2 ? blank : longestName) + QChar(0x2026);
}

QByteArray withoutTags(const QByteArray &markdown)
{
    QByteArray text;
    int depth = 0;
    for (const char c : markdown) {
        if (c == '<')
            ++depth;
        else if (c == '>' && depth > 0)
            --depth;
        else if (depth == 0)
            text += c;
    }
    return text;
}

} // namespace

QString firstWords(const QByteArray &markdown)
{
    QByteArray text = withoutTags(markdown.left(searchedBytes)).simplified();
    static constexpr QByteArrayView marks("*_#-+>|:`~!([ ");
    const auto first = std::find_if_not(text.cbegin(), text.cend(), [](char c) { return marks.contains(c); });
    text = text.mid(first - text.cbegin());
    for (const char *mark : {"**", "__", "`", "](", "&nbsp;"})
        text.replace(mark, " ");
    return shortened(QString::fromUtf8(text));
}

QString nameOfEntry(const Page &page, const Entry &entry)
{
    for (const FieldId id : {FieldId::Title, FieldId::Position, FieldId::Course, FieldId::Name, FieldId::Label}) {
        const Field *field = entry.field(id);
        if (field && field->plain && !field->plain->trimmed().isEmpty())
            return shortened(QString::fromUtf8(*field->plain));
    }
    return firstWords(page.text(entry.range));
}

QString nameOfSection(const Section &section)
{
    return section.level > 0 ? shortened(QString::fromUtf8(section.title))
                             : QCoreApplication::translate("Edits", "the text before the first heading");
}

} // namespace vitrine
