#pragma once

#include <QByteArray>

namespace vitrine::test {

/// A page of our own with so many entries, half news, half publications.
QByteArray madePage(int entries);

} // namespace vitrine::test
