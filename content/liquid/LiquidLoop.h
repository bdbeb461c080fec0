#pragma once

#include "content/liquid/LiquidScope.h"

namespace vitrine {

/// What a `for` tag says: `entry in site.data.news reversed limit:5 offset:2`.
struct LiquidLoop
{
    QString name;
    QVariant items;
    std::optional<qlonglong> limit;
    qlonglong offset = 0;
    bool isReversed = false;
    bool isUnderstood = false;

    QVariantList chosenItems() const;
};

LiquidLoop readLiquidLoop(QByteArrayView markup, const LiquidScope &scope);

/// What `forloop` is in the turn `index` (from 0) of `length`, inside another loop of the state `parent`.
QVariantMap liquidLoopState(qsizetype index, qsizetype length, const QVariant &parent);

} // namespace vitrine
