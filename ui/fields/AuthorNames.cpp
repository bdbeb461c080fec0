#include "ui/fields/AuthorNames.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace vitrine {

namespace {

/// "Z." or "Z. Y." or "Z.-Y.": initials that belong to the family name before them ("Guo, Z.").
bool areInitials(const QString &piece)
{
    static const QRegularExpression initials(QStringLiteral("^(\\p{Lu}\\p{M}*\\.[ -]?)+$"));
    return initials.match(piece).hasMatch();
}

QStringList splitNames(const QString &text)
{
    static const QRegularExpression hard(
        QStringLiteral("\\s*[;；、\\n]\\s*|,?\\s+(?:and|und|et)\\s+|\\s*&\\s*|\\s*[，]\\s*"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression soft(QStringLiteral("\\s*,\\s*"));
    QStringList names;
    for (const QString &part : text.split(hard, Qt::SkipEmptyParts)) {
        const qsizetype first = names.size();
        for (const QString &piece : part.split(soft, Qt::SkipEmptyParts)) {
            if (areInitials(piece) && names.size() > first)
                names.back() += QStringLiteral(", ") + piece;
            else
                names += piece;
        }
    }
    return names;
}

/// Takes marks of the legend from the end of a name; the longest first, so that `**` is not read as `*` twice.
QList<QByteArray> takeMarks(QString &name, const std::vector<MarkMeaning> &known)
{
    QList<QByteArray> marks;
    for (bool found = true; found;) {
        found = false;
        for (const MarkMeaning &meaning : known) {
            const QString mark = QString::fromUtf8(meaning.mark);
            if (mark.isEmpty() || !name.endsWith(mark))
                continue;
            name.chop(mark.size());
            name = name.trimmed();
            marks.prepend(meaning.mark);
            found = true;
        }
    }
    return marks;
}

QString folded(const QString &name)
{
    QString letters;
    for (const QChar character : name.toCaseFolded()) {
        if (character.isLetterOrNumber())
            letters += character;
    }
    return letters;
}

} // namespace

bool isSameName(const QString &a, const QString &b)
{
    return folded(a) == folded(b) && !folded(a).isEmpty();
}

AuthorList authorsIn(const QString &text, const std::vector<MarkMeaning> &marks, const QString &ownName)
{
    AuthorList authors;
    for (const QString &piece : splitNames(text)) {
        Author author;
        QString name = piece.simplified();
        author.marks = takeMarks(name, marks);
        if (name.isEmpty())
            continue;
        author.name = name.toUtf8();
        author.self = isSameName(name, ownName);
        authors += author;
    }
    return authors;
}

} // namespace vitrine
