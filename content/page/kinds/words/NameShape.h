#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace vitrine {

/// True for a text that has the shape of a person's name: "Ada M. King", "王昊", "van der Berg".
bool isNameShaped(QByteArrayView text);
/// The names in a text from `_config.yml`: "Lin Zhang (章霖)", "Ada King <br> 金艾达".
std::vector<QByteArray> ownerNames(const QByteArray &configured);
/// True when a name on the page is one of the owner's: also in another order or with initials.
bool isOwner(QByteArrayView name, const std::vector<QByteArray> &owners);

/// A character of Chinese writing.
bool isHan(char32_t c);
/// The length of a name in Chinese in brackets ("(章霖)"), with the blanks before it, at the begin of a text; 0: none.
qsizetype hanAliasAt(QByteArrayView text);
/// "Zhang Y", "Li YX": a surname with initials behind it and no full stop.
bool isSurnameFirst(QByteArrayView text);
/// "A", which stands for a name where a page was not filled in yet.
bool isOneCapital(QByteArrayView text);
/// What is a name among names: "An Ran Chen", "Jia feng Xu".
bool isNameInRow(QByteArrayView text);

} // namespace vitrine
