#pragma once

#include <QByteArray>
#include <QWidget>

class QLabel;

namespace vitrine {

/// A part of an entry that is kept as it is: dashed, hatched, with a lock, what it seems to be, and its text, which can
/// be marked and copied but not changed here.
class SealedStrip : public QWidget
{
    Q_OBJECT

public:
    explicit SealedStrip(const QByteArray &part, QWidget *parent = nullptr);

Q_SIGNALS:
    void editAsMarkdownWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showLock();

    QLabel *m_lock;
    QString m_source;
    QLabel *m_text;
};

/// The sealed parts of an entry: each as a strip, or from three on "3 sealed parts", which opens.
class SealedParts : public QWidget
{
    Q_OBJECT

public:
    explicit SealedParts(QWidget *parent = nullptr);
    void setParts(const QList<QByteArray> &parts);
    const QList<QByteArray> &parts() const { return m_parts; }

Q_SIGNALS:
    void editAsMarkdownWanted();

private:
    void rebuild(bool open);

    QList<QByteArray> m_parts;
};

} // namespace vitrine
