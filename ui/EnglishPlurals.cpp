#include "ui/EnglishPlurals.h"

namespace vitrine {

QString EnglishPlurals::translate(const char *, const char *sourceText, const char *, int number) const
{
    const QString source = QString::fromUtf8(sourceText);
    if (number < 0 || !source.contains(QLatin1String("%n")))
        return {};
    QString chosen = source;
    if (number == 1)
        return chosen.remove(QLatin1String("(s)"))
            .replace(QLatin1String("entries"), QLatin1String("entry"))
            .replace(QLatin1String(" are "), QLatin1String(" is "));
    return chosen.replace(QLatin1String("(s)"), QLatin1String("s"));
}

} // namespace vitrine
