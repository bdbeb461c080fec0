#include "ui/changes/ChoiceRow.h"

#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/look/Painting.h"
#include "ui/look/Tones.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace vitrine {

using namespace metrics;

namespace {

constexpr qsizetype mostShown = 600; // letters of a version; the page has the rest

QString versionText(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return ChoiceRow::tr("(not there)");
    const QString text = QString::fromUtf8(bytes).trimmed();
    return text.size() > mostShown ? text.left(mostShown) + QChar(0x2026) : text;
}

} // namespace

ChoiceRow::ChoiceRow(int number, const OpenChoice &choice, QWidget *parent) : QWidget(parent)
{
    const QString name = QStringLiteral("Choice%1").arg(number);
    const QString what = choice.field ? tr("%1: %2").arg(choice.subject, labelOf(*choice.field)) : choice.subject;
    nameWidget(this, name, tr("%1, two versions").arg(what));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(px(3), px(2), px(2), px(2));
    grid->setHorizontalSpacing(px(2));
    grid->setVerticalSpacing(px(1));
    grid->setColumnStretch(1, 1);
    auto *head = new QLabel(tr("<b>%1</b>: choose which one stays").arg(what.toHtmlEscaped()), this);
    head->setObjectName(name + QStringLiteral("Subject"));
    head->setTextFormat(Qt::RichText);
    head->setWordWrap(true);
    grid->addWidget(head, 0, 0, 1, 3);
    const auto addVersion = [&](int row, const QString &side, const QByteArray &bytes, MergeSide kept) {
        auto *label = new QLabel(side, this);
        label->setFont(smallFont());
        makeMuted(label);
        auto *text = new QLabel(versionText(bytes), this);
        text->setObjectName(name + (kept == MergeSide::Here ? QStringLiteral("Here") : QStringLiteral("There")));
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        for (QLabel *words : {label, text}) {
            words->setAlignment(Qt::AlignLeading | Qt::AlignTop);
            words->setContentsMargins(0, px(1), 0, 0); // the button's words stand that much lower
        }
        auto *keep = new QuietButton({}, tr("Keep"), this);
        nameWidget(
            keep, name + (kept == MergeSide::Here ? QStringLiteral("KeepHere") : QStringLiteral("KeepThere")),
            tr("Keep “%1” of %2").arg(side, what));
        grid->addWidget(label, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
        grid->addWidget(keep, row, 2, Qt::AlignTop);
        connect(keep, &QPushButton::clicked, this, [this, kept] { Q_EMIT this->kept(kept); });
    };
    addVersion(1, choice.hereName, choice.here, MergeSide::Here);
    addVersion(2, choice.thereName, choice.there, MergeSide::Disk);
}

void ChoiceRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tones tones(palette());
    paintRounded(
        painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(rowRadius), tones.toCheckGround(), tones.toCheck());
}

} // namespace vitrine
