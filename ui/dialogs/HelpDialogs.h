#pragma once

class QWidget;

namespace vitrine {

class Actions;

/// All keys of the window, by menu.
void showShortcuts(const Actions &actions, QWidget *parent);
/// Name, version, what it is made with.
void showAbout(QWidget *parent);

} // namespace vitrine
