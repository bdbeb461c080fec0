#include "tests/support/StyleComparison.h"

#include <algorithm>

namespace vitrine::test {

FieldValues valuesOf(const Entry &entry)
{
    FieldValues values;
    for (const Field &field : entry.fields)
        values.emplace_back(field.id, field.value);
    return values;
}

QByteArray kindAndBox(const Entry &entry)
{
    const QByteArray kind = schemaOf(entry.kind).name;
    if (entry.kind != Kind::Publication)
        return kind;
    return kind + (entry.container == Container::Box ? " (boxes)" : " (others)");
}

QByteArray withoutBlanksAtLineEnds(const QByteArray &bytes)
{
    QByteArray result;
    for (const QByteArray &line : bytes.split('\n')) {
        qsizetype end = line.size();
        while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t' || line[end - 1] == '\r'))
            --end;
        result += line.left(end) + '\n';
    }
    return result;
}

std::pair<QByteArray, QByteArray> differing(const QByteArray &was, const QByteArray &now)
{
    const qsizetype shorter = std::min(was.size(), now.size());
    qsizetype begin = 0, end = 0;
    while (begin < shorter && was[begin] == now[begin])
        ++begin;
    while (end < shorter - begin && was[was.size() - 1 - end] == now[now.size() - 1 - end])
        ++end;
    const qsizetype around = 24;
    begin = std::max<qsizetype>(begin - around, 0);
    end = std::max<qsizetype>(end - around, 0);
    const auto inOneLine = [](QByteArray bytes) { return bytes.replace('\n', "\342\217\216"); };
    return {inOneLine(was.mid(begin, was.size() - end - begin)), inOneLine(now.mid(begin, now.size() - end - begin))};
}

double percent(int part, int whole)
{
    return whole == 0 ? 0 : 100.0 * part / whole;
}

} // namespace vitrine::test
