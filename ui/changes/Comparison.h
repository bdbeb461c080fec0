#pragma once

#include "content/changes/PageDifference.h"

#include <QList>
#include <QString>

#include <functional>

namespace vitrine {

/// A difference to look at that saving would not make: a copy that a crash left, an earlier state of the page.
struct Comparison
{
    struct Act
    {
        QString words;
        std::function<void()> act;
    };

    PageDifference difference; ///< from the page of today to the other one
    QString title, hint;
    QList<Act> acts = {}; ///< what can be done about it, the likeliest first; at most two
};

} // namespace vitrine
