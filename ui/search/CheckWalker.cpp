#include "ui/search/CheckWalker.h"

#include "ui/Selection.h"

#include <algorithm>

namespace vitrine {

CheckWalker::CheckWalker(Selection *selection, QObject *parent) : QObject(parent), m_selection(selection)
{
    connect(selection, &Selection::pageChanged, this, [this] { m_current = -1; });
}

void CheckWalker::step(int by)
{
    if (!m_selection->page())
        return;
    const Page &page = *m_selection->page()->page();
    QList<Diagnostic> checks;
    for (const Diagnostic &diagnostic : page.diagnostics()) {
        if (diagnostic.severity != Severity::Note)
            checks.append(diagnostic);
    }
    if (checks.isEmpty())
        return;
    std::stable_sort(checks.begin(), checks.end(), [](const Diagnostic &a, const Diagnostic &b) {
        return std::pair(a.place.file, a.place.range.begin) < std::pair(b.place.file, b.place.range.begin);
    });
    const qsizetype count = checks.size();
    m_current = m_current < 0 ? (by > 0 ? 0 : count - 1) : (m_current + by + count) % count;
    const Diagnostic &check = checks.at(m_current);
    const auto place = page.expansion().toExpanded(check.place);
    Q_EMIT checkWanted(place ? place->begin : -1, tr("%1 of %2: %3").arg(m_current + 1).arg(count).arg(check.message));
}

} // namespace vitrine
