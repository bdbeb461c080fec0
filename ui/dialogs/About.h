#pragma once

class QWidget;

namespace vitrine {

/// Name, version, what it is made with.
void showAbout(QWidget *parent);

} // namespace vitrine
