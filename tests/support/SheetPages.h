#pragma once

#include <QByteArrayList>

#include <vector>

namespace vitrine::test {

/// A page of a sheet under tests/content/kinds: its Markdown, and what it says of each of its entries.
struct SheetPage
{
    QByteArray name;
    QByteArray text;
    QByteArrayList fields;
};

/// The pages of all sheets there, each named after its sheet.
/// Lines that begin with `%% ` start a page and name it; those with `= ` tell the fields of the entry above them, in
/// which `\n` stands for a line end.
std::vector<SheetPage> sheetPages();

} // namespace vitrine::test
