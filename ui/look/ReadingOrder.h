#pragma once

#include <QList>

class QWidget;

namespace vitrine {

/// Everything in `root` that Tab reaches, in the order in which one reads: from top to bottom, in a row from its
/// leading side. Found by where things stand now, so parts that come and go need no order of their own.
QList<QWidget *> readingOrder(const QWidget *root);

/// Moves the keyboard to the next or previous of them, round the ends, and scrolls to it. False when there is none.
bool stepFocus(const QWidget *root, bool next);

} // namespace vitrine
