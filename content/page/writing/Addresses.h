#pragma once

#include <QByteArray>

namespace vitrine {

/// Who answers at an address: "arxiv.org"; of a site under a host for many, that host (".github.io").
QByteArray hostOf(const QByteArray &url);
/// "quill/knots" of "https://github.com/quill/knots/stargazers"; empty for other addresses.
QByteArray repositoryOf(const QByteArray &url);

} // namespace vitrine
