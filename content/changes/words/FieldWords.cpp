#include "content/changes/words/FieldWords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace vitrine {

namespace {

constexpr qsizetype longestValue = 60; // letters

QString say(const char *words)
{
    return QCoreApplication::translate("Changes", words);
}

/// A field's label inside a sentence: "venue", but "DOI".
QString labelWithin(FieldId field)
{
    const QString label = labelOf(field);
    return label == label.toUpper() ? label : label.toLower();
}

bool isShort(const Value &value)
{
    return value.isText() && value.text().size() <= longestValue && !value.text().contains('\n');
}

QString listed(const QStringList &things)
{
    return things.size() == 2 ? say("%1 and %2").arg(things[0], things[1]) : QLocale().createSeparatedList(things);
}

/// The items that only `one` of two lists has; each counts as often as it stands there.
template<typename List> List onlyIn(const List &one, List other)
{
    List only;
    for (const auto &item : one) {
        const auto found = std::find(other.begin(), other.end(), item);
        if (found == other.end())
            only.append(item);
        else
            other.erase(found);
    }
    return only;
}

class FieldTeller
{
public:
    FieldTeller(const Entry &entry, const std::vector<FieldChange> &fields) : m_entry(entry), m_fields(fields) { }

    QStringList clauses()
    {
        for (const FieldChange &field : m_fields)
            sort(field);
        QStringList said;
        if (!m_added.isEmpty())
            said += say("%1 added").arg(listed(m_added));
        if (!m_removed.isEmpty())
            said += say("%1 removed").arg(listed(m_removed));
        if (m_changed.size() == 1 && !m_newValue.isEmpty())
            said += say("%1 changed to “%2”").arg(m_changed.front(), m_newValue);
        else if (!m_changed.isEmpty())
            said += say("%1 changed").arg(listed(m_changed));
        return said;
    }

private:
    void sort(const FieldChange &field)
    {
        switch (schemaOf(field.field).type) {
        case ValueType::Links:
            sortLinks(field);
            break;
        case ValueType::Authors:
            sortAuthors(field);
            break;
        case ValueType::Keywords:
            sortKeywords(field);
            break;
        default:
            sortText(field);
        }
    }

    void sortText(const FieldChange &field)
    {
        const QString label = labelWithin(field.field);
        const auto quoted = [&](const Value &value) {
            return isShort(value) ? say("%1 “%2”").arg(label, shown(field.field, value)) : label;
        };
        if (field.before.isEmpty()) {
            m_added += quoted(field.after);
        } else if (field.after.isEmpty()) {
            m_removed += quoted(field.before);
        } else {
            m_changed += label;
            m_newValue = isShort(field.after) ? shown(field.field, field.after) : QString();
        }
    }

    /// A date as the page writes it now.
    QString shown(FieldId id, const Value &value) const
    {
        const Field *field = m_entry.field(id);
        if (field && field->value == value && !field->written.isEmpty())
            return QString::fromUtf8(field->written).simplified();
        return shortened(field && field->value == value && field->plain ? *field->plain : value.text());
    }

    void sortLinks(const FieldChange &field)
    {
        const LinkList come = onlyIn(field.after.links(), field.before.links());
        LinkList gone = onlyIn(field.before.links(), field.after.links());
        for (const Link &link : come) {
            const auto same = std::find_if(gone.begin(), gone.end(), [&](const Link &old) {
                return old.label == link.label || old.url == link.url;
            });
            (same == gone.end() ? m_added : m_changed) += nameOf(link);
            if (same != gone.end())
                gone.erase(same);
        }
        for (const Link &link : std::as_const(gone))
            m_removed += nameOf(link);
        if (come.isEmpty() && gone.isEmpty())
            m_changed += say("order of links");
        m_newValue.clear();
    }

    static QString nameOf(const Link &link)
    {
        return link.label.isEmpty() ? say("a link") : say("link %1").arg(shortened(link.label));
    }

    void sortAuthors(const FieldChange &field)
    {
        StringList before, after;
        for (const Author &author : field.before.authors())
            before.append(author.name);
        for (const Author &author : field.after.authors())
            after.append(author.name);
        sortNames(before, after, QT_TRANSLATE_NOOP("Changes", "author %1"), labelWithin(field.field));
    }

    void sortKeywords(const FieldChange &field)
    {
        sortNames(
            field.before.strings(), field.after.strings(), QT_TRANSLATE_NOOP("Changes", "keyword %1"),
            labelWithin(field.field));
    }

    void sortNames(const StringList &before, const StringList &after, const char *one, const QString &all)
    {
        constexpr qsizetype mostNamed = 3;
        const StringList come = onlyIn(after, before);
        const StringList gone = onlyIn(before, after);
        m_newValue.clear();
        if (come.size() + gone.size() > mostNamed || (come.isEmpty() && gone.isEmpty())) {
            m_changed += all;
            return;
        }
        for (const QByteArray &name : come)
            m_added += say(one).arg(shortened(name));
        for (const QByteArray &name : gone)
            m_removed += say(one).arg(shortened(name));
    }

    const Entry &m_entry;
    const std::vector<FieldChange> &m_fields;
    QStringList m_added, m_removed, m_changed;
    QString m_newValue; ///< of the only field that changed
};

} // namespace

QStringList fieldsInWords(const Entry &entry, const std::vector<FieldChange> &fields)
{
    return FieldTeller(entry, fields).clauses();
}

QString wasInWords(const FieldChange &field)
{
    return isShort(field.before) && !field.before.isEmpty() && !field.after.isEmpty()
        ? say("was “%1”").arg(shortened(field.before.text()))
        : QString();
}

QString shortened(const QByteArray &text)
{
    const QString words = QString::fromUtf8(text).simplified();
    return words.size() <= longestValue ? words : words.left(longestValue - 1) + QChar(0x2026);
}

} // namespace vitrine
