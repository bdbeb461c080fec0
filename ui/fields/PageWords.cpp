#include "ui/fields/PageWords.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

namespace vitrine::words {

namespace {

/// Counts texts; gives them commonest first, those of equal count in the order in which they were met.
class Tally
{
public:
    void add(const QString &text)
    {
        if (text.isEmpty())
            return;
        if (!m_counts.contains(text))
            m_order += text;
        ++m_counts[text];
    }
    QStringList sorted() const
    {
        QStringList list = m_order;
        std::stable_sort(
            list.begin(), list.end(), [&](const QString &a, const QString &b) { return m_counts[a] > m_counts[b]; });
        return list;
    }

private:
    QHash<QString, int> m_counts;
    QStringList m_order;
};

template<typename Visit> void forEachField(const Page &page, FieldId id, Visit visit)
{
    for (const Section &section : page.outline().sections) {
        for (const Entry &entry : section.entries) {
            if (const Field *field = entry.field(id))
                visit(entry, *field);
        }
    }
}

} // namespace

QStringList valuesOf(const Page &page, FieldId id)
{
    Tally tally;
    forEachField(page, id, [&](const Entry &, const Field &field) {
        if (field.plain)
            tally.add(QString::fromUtf8(*field.plain).simplified());
    });
    return tally.sorted();
}

QStringList coAuthors(const Page &page)
{
    Tally tally;
    forEachField(page, FieldId::Authors, [&](const Entry &, const Field &field) {
        for (const Author &author : field.value.authors()) {
            if (!author.self)
                tally.add(QString::fromUtf8(author.name));
        }
    });
    return tally.sorted();
}

QString ownName(const Page &page)
{
    Tally tally;
    forEachField(page, FieldId::Authors, [&](const Entry &, const Field &field) {
        for (const Author &author : field.value.authors()) {
            if (author.self)
                tally.add(QString::fromUtf8(author.name));
        }
    });
    return tally.sorted().value(0);
}

QStringList linkLabels(const Page &page, Kind kind)
{
    Tally tally;
    forEachField(page, FieldId::Links, [&](const Entry &entry, const Field &field) {
        if (entry.kind != kind)
            return;
        for (const Link &link : field.value.links())
            tally.add(QString::fromUtf8(link.label));
    });
    return tally.sorted();
}

QString labelForAddress(const Page &page, const QString &address)
{
    const QString host = QUrl(address.trimmed()).host();
    if (host.isEmpty())
        return {};
    Tally tally;
    forEachField(page, FieldId::Links, [&](const Entry &, const Field &field) {
        for (const Link &link : field.value.links()) {
            if (QUrl(QString::fromUtf8(link.url)).host() == host)
                tally.add(QString::fromUtf8(link.label));
        }
    });
    return tally.sorted().value(0);
}

} // namespace vitrine::words
