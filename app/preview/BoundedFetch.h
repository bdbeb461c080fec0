#pragma once

#include <QByteArray>
#include <functional>

class QNetworkAccessManager;
class QNetworkReply;
class QNetworkRequest;

namespace vitrine {

/// What one answer of a server may cost.
struct FetchBounds
{
    qint64 bytes; ///< a larger answer is given up
    int milliseconds; ///< a slower one too
};

/// Called once, with the finished answer (its error tells whether it was given up) and what was received.
using FetchDone = std::function<void(const QNetworkReply &answer, const QByteArray &bytes)>;

/// Gets what `request` asks for without sending or keeping cookies. Never holds more of an answer than `bounds` allows,
/// however fast it is sent. The answer belongs to itself and is deleted after `done`; it may be aborted before. Thread
/// of `network`.
QNetworkReply *
fetchBounded(QNetworkAccessManager &network, QNetworkRequest request, FetchBounds bounds, const FetchDone &done);

} // namespace vitrine
