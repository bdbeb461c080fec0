#include "app/preview/BoundedFetch.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>
#include <memory>

namespace vitrine {

namespace {

/// The network stack reads ahead of us by this much at most; a server that sends faster has to wait.
constexpr qint64 readAhead = 256 * 1024;

} // namespace

QNetworkReply *
fetchBounded(QNetworkAccessManager &network, QNetworkRequest request, FetchBounds bounds, const FetchDone &done)
{
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setTransferTimeout(bounds.milliseconds);
    QNetworkReply *answer = network.get(request);
    answer->setReadBufferSize(readAhead);
    QTimer::singleShot(bounds.milliseconds, answer, &QNetworkReply::abort);

    const auto bytes = std::make_shared<QByteArray>();
    QObject::connect(answer, &QIODevice::readyRead, answer, [answer, bytes, largest = bounds.bytes] {
        bytes->append(answer->readAll());
        if (bytes->size() > largest)
            answer->abort();
    });
    QObject::connect(answer, &QNetworkReply::finished, answer, [answer, bytes, done] {
        if (answer->error() == QNetworkReply::NoError)
            bytes->append(answer->readAll());
        answer->deleteLater();
        done(*answer, *bytes);
    });
    return answer;
}

} // namespace vitrine
