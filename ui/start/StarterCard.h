#pragma once

#include <QAbstractButton>
#include <QImage>

namespace vitrine {

/// A large button that shows a starter as visitors would see it, with its name and a few words below.
class StarterCard : public QAbstractButton
{
    Q_OBJECT

public:
    StarterCard(const QImage &picture, const QString &name, const QString &words, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_picture;
    QString m_words;
};

} // namespace vitrine
