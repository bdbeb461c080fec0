#pragma once

#include "content/text/Diagnostic.h"

#include <QObject>

namespace vitrine {

class Selection;

/// Goes through the things to check, one at each call.
class CheckWalker : public QObject
{
    Q_OBJECT

public:
    explicit CheckWalker(Selection *selection, QObject *parent = nullptr);

    void step(int by);

Q_SIGNALS:
    /// Show this place of the expanded text and say this sentence.
    void checkWanted(qsizetype expandedOffset, const QString &sentence);

private:
    Selection *m_selection;
    qsizetype m_current = -1;
};

} // namespace vitrine
