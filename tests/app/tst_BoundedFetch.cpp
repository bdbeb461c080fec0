#include "app/preview/BoundedFetch.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace vitrine;

namespace {

constexpr int patience = 30'000; // ms

/// Answers every request with `first`, then with `more` again and again for as long as somebody listens.
class Server : public QObject
{
public:
    Server(const QByteArray &first, const QByteArray &more) : m_first(first), m_more(more)
    {
        m_server.listen(QHostAddress::LocalHost);
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                asked += socket->readAll();
                socket->write("HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Type: image/png\r\n\r\n" + m_first);
                if (m_more.isEmpty() && !m_first.isEmpty())
                    socket->disconnectFromHost();
            });
            connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] {
                if (!m_more.isEmpty() && socket->state() == QAbstractSocket::ConnectedState
                    && socket->bytesToWrite() < m_more.size())
                    sent += socket->write(m_more);
            });
        });
    }
    QNetworkRequest request() const
    {
        return QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:%1/a").arg(m_server.serverPort())));
    }

    qint64 sent = 0;
    QByteArray asked;

private:
    QByteArray m_first;
    QByteArray m_more;
    QTcpServer m_server;
};

struct Fetched
{
    int times = 0;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray bytes;

    FetchDone taker()
    {
        return [this](const QNetworkReply &answer, const QByteArray &received) {
            ++times;
            error = answer.error();
            bytes = received;
        };
    }
};

} // namespace

/// Answers of strange servers, of any size and speed.
class TestBoundedFetch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswerArrivesWholeHoweverItIsCut()
    {
        QByteArray sent;
        for (int number = 0; number < 200'000; ++number)
            sent += QByteArray::number(number);
        Server server(sent, {});
        QNetworkAccessManager network;
        Fetched fetched;
        fetchBounded(network, server.request(), {sent.size(), patience}, fetched.taker());
        QTRY_COMPARE_WITH_TIMEOUT(fetched.times, 1, patience);
        QCOMPARE(fetched.error, QNetworkReply::NoError);
        QVERIFY(fetched.bytes == sent);
    }

    void whatNeverEndsIsGivenUpAtTheBound()
    {
        constexpr qint64 most = 4 << 20;
        Server server("x", QByteArray(1 << 20, 'x'));
        QNetworkAccessManager network;
        Fetched fetched;
        fetchBounded(network, server.request(), {most, patience}, fetched.taker());
        QTRY_COMPARE_WITH_TIMEOUT(fetched.times, 1, patience);
        QCOMPARE(fetched.error, QNetworkReply::OperationCanceledError);
        // What is read ahead comes on top, and what the system keeps for a socket on both sides.
        QVERIFY2(fetched.bytes.size() <= most + (1 << 20), qPrintable(QString::number(fetched.bytes.size())));
        QVERIFY2(server.sent <= most + (32 << 20), qPrintable(QString::number(server.sent)));
    }

    void whatSaysNothingIsGivenUpInTime()
    {
        Server server({}, {});
        QNetworkAccessManager network;
        Fetched fetched;
        fetchBounded(network, server.request(), {1 << 20, 200}, fetched.taker());
        QTRY_COMPARE_WITH_TIMEOUT(fetched.times, 1, patience);
        QVERIFY(fetched.error != QNetworkReply::NoError);
    }

    void noCookieIsSentBack()
    {
        Server server("x", {});
        QNetworkAccessManager network;
        for (int time = 1; time <= 2; ++time) {
            Fetched fetched;
            fetchBounded(network, server.request(), {1 << 20, patience}, fetched.taker());
            QTRY_COMPARE_WITH_TIMEOUT(fetched.times, 1, patience);
        }
        QVERIFY(server.asked.count("GET /a") == 2);
        QVERIFY(!server.asked.toLower().contains("cookie"));
    }
};

QTEST_GUILESS_MAIN(TestBoundedFetch)

#include "tst_BoundedFetch.moc"
