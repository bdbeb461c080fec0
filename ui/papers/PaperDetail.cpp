#include "ui/papers/PaperDetail.h"

#include "content/markdown/Reader.h"
#include "content/text/LineIndex.h"
#include "ui/entries/RowText.h"
#include "ui/fields/FieldBox.h"
#include "ui/fields/GrowingEdit.h"
#include "ui/fields/QuietLabel.h"
#include "ui/forms/EntryFields.h"
#include "ui/look/Controls.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/papers/PaperDifferences.h"
#include "ui/papers/PaperListModel.h"
#include "ui/papers/ShownEntry.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

using metrics::px;
using State = PaperFinding::State;

namespace {

constexpr int leastSourceLines = 1;
constexpr int mostSourceLines = 14;
constexpr int shownUnreadLines = 12;

QLabel *wrapped(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

PaperWish::Place wishFor(const Page &page, const PaperPlace &place)
{
    return {place.section >= 0 ? page.section(place.section).id : QByteArray(), place.title};
}

/// "Publications ▸ 2025", or "New section “2026”".
QString nameOf(const Page &page, const PaperPlace &place)
{
    if (place.isNew())
        return PaperDetail::tr("New section “%1”").arg(QString::fromUtf8(place.title));
    const Section &section = page.section(place.section);
    const bool within = section.parent >= 0 && page.section(section.parent).kind == section.kind;
    return within ? titleOf(page.section(section.parent)) + QStringLiteral(" ▸ ") + titleOf(section) : titleOf(section);
}

/// Between which others an entry stands.
QString neighboursOf(const Page &page, EntryRef entry)
{
    const int count = static_cast<int>(page.section(entry.section).entries.size());
    if (entry.entry + 1 < count)
        return PaperDetail::tr("above “%1”").arg(shortNameOf(page, {entry.section, entry.entry + 1}));
    if (entry.entry > 0)
        return PaperDetail::tr("below “%1”").arg(shortNameOf(page, {entry.section, entry.entry - 1}));
    return PaperDetail::tr("the first paper there");
}

} // namespace

PaperDetail::PaperDetail(QWidget *parent)
    : QScrollArea(parent),
      m_content(new QWidget),
      m_title(wrapped(m_content)),
      m_second(new QuietLabel(m_content)),
      m_refusal(new QWidget(m_content)),
      m_refusalWords(wrapped(m_refusal)),
      m_rows(new QFormLayout),
      m_placeRow(new QWidget(m_content)),
      m_place(new QComboBox(m_placeRow)),
      m_where(new QuietLabel(m_placeRow)),
      m_shownBox(new FieldBox(m_content)),
      m_shown(new QLabel(m_shownBox)),
      m_sourceBox(new FieldBox(m_content)),
      m_source(new GrowingEdit(leastSourceLines, mostSourceLines, m_sourceBox)),
      m_leftOut(new QuietLabel(m_content)),
      m_differences(new PaperDifferences(m_content)),
      m_show(new QPushButton(tr("Show it on the page"), m_content))
{
    nameWidget(this, QStringLiteral("PaperDetail"), tr("The selected paper"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    m_title->setObjectName(QStringLiteral("PaperTitle"));
    m_title->setFont(metrics::scaledFont(1.0, QFont::DemiBold));
    m_second->setObjectName(QStringLiteral("PaperPeople"));
    m_second->setWordWrap(true);

    auto *refusalRow = new QHBoxLayout(m_refusal);
    refusalRow->setContentsMargins({});
    refusalRow->setSpacing(px(1.5));
    refusalRow->addWidget(
        new IconLabel(QStringLiteral("error"), metrics::iconRow, IconLabel::Tone::Error, m_refusal), 0, Qt::AlignTop);
    refusalRow->addWidget(m_refusalWords, 1);
    m_refusalWords->setObjectName(QStringLiteral("PaperRefusal"));

    nameWidget(m_place, QStringLiteral("PaperPlace"), tr("Section the paper goes to"));
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_place->setMinimumContentsLength(16);
    m_where->setObjectName(QStringLiteral("PaperNeighbours"));
    m_where->setWordWrap(true);
    auto *placeColumn = new QVBoxLayout(m_placeRow);
    placeColumn->setContentsMargins({});
    placeColumn->setSpacing(px(1));
    placeColumn->addWidget(m_place);
    placeColumn->addWidget(m_where);

    nameWidget(m_shown, QStringLiteral("PaperShown"), tr("The paper as visitors will see it"));
    m_shown->setTextFormat(Qt::RichText);
    m_shown->setTextInteractionFlags(Qt::NoTextInteraction);
    m_shown->setWordWrap(true);
    m_shown->setMargin(px(2));
    m_shownBox->setContent(m_shown);
    nameWidget(m_source, QStringLiteral("PaperSource"), tr("The paper as it is written into the file"));
    m_source->setReadOnly(true);
    m_source->setFont(metrics::fixedFont());
    m_sourceBox->setContent(m_source);
    m_leftOut->setObjectName(QStringLiteral("PaperLeftOut"));
    m_leftOut->setWordWrap(true);
    nameWidget(m_show, QStringLiteral("ShowPaper"), m_show->text());
    m_show->setAutoDefault(false);

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(
        px(metrics::paneMargin), px(metrics::paneMargin), px(metrics::paneMargin), px(metrics::paneMargin));
    column->setSpacing(px(metrics::fieldGap));
    auto *head = new QVBoxLayout;
    head->setSpacing(px(0.5));
    head->addWidget(m_title);
    head->addWidget(m_second);
    column->addLayout(head);
    column->addWidget(m_refusal);
    m_rows->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_rows->setHorizontalSpacing(px(metrics::labelGap));
    m_rows->setVerticalSpacing(px(metrics::fieldGap));
    addRow(tr("Goes to"), m_placeRow);
    addRow(tr("On the page"), m_shownBox);
    m_sourceLabel = addRow(tr("In the file"), m_sourceBox);
    column->addLayout(m_rows);
    column->addWidget(m_leftOut);
    column->addWidget(m_differences);
    column->addWidget(m_show, 0, Qt::AlignLeading);
    column->addStretch(1);
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);

    connect(m_place, qOverload<int>(&QComboBox::activated), this, [this](int index) {
        if (index >= 0 && index < static_cast<int>(m_places.size()))
            Q_EMIT placeWanted(m_paper, m_places[static_cast<size_t>(index)]);
    });
    connect(m_differences, &PaperDifferences::chosen, this, [this](FieldId field, bool fromBibliography) {
        Q_EMIT fieldWanted(m_paper, field, fromBibliography);
    });
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT entryWanted(m_paper); });
    showNothing();
}

QLabel *PaperDetail::addRow(const QString &label, QWidget *content)
{
    auto *words = new QuietLabel(m_content);
    words->setBodySize();
    words->setText(label);
    words->setWordWrap(true);
    words->setMinimumWidth(px(metrics::labelLeast));
    words->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    words->setContentsMargins(0, (px(metrics::fieldHeight) - words->fontMetrics().height()) / 2, 0, 0);
    words->setBuddy(content);
    m_rows->addRow(words, content);
    return words;
}

void PaperDetail::showRow(QWidget *content, bool shown)
{
    m_rows->setRowVisible(content, shown);
}

void PaperDetail::setLabelsAbove(bool above)
{
    m_rows->setRowWrapPolicy(above ? QFormLayout::WrapAllRows : QFormLayout::DontWrapRows);
}

void PaperDetail::showHead(const QString &title, const QString &second)
{
    m_content->show();
    m_title->setText(title);
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
}

void PaperDetail::showNothing()
{
    m_content->hide();
}

void PaperDetail::showPlaces(const PaperAnswer &answer, size_t number)
{
    const Page &page = *answer.page;
    const PaperFinding &finding = answer.findings[number];
    const PaperPlace &chosen = answer.choices[number].place;
    std::vector<PaperPlace> places = placesFor(page, finding.paper.date);
    if (std::find(places.begin(), places.end(), chosen) == places.end())
        places.push_back(chosen);
    m_places.clear();
    const QSignalBlocker blocker(m_place);
    m_place->clear();
    for (const PaperPlace &place : places) {
        m_places.push_back(wishFor(page, place));
        m_place->addItem(nameOf(page, place));
        if (place == chosen)
            m_place->setCurrentIndex(m_place->count() - 1);
    }
    const std::optional<EntryRef> entry = answer.plan.papers[number].entry;
    m_where->setText(entry ? neighboursOf(*answer.plan.after, *entry) : QString());
    m_where->setVisible(entry.has_value());
}

void PaperDetail::showWritten(const PaperAnswer &answer, size_t number)
{
    const std::optional<EntryRef> entry = answer.plan.papers[number].entry;
    showRow(m_shownBox, entry.has_value());
    showRow(m_sourceBox, entry.has_value());
    QStringList leftOut;
    for (const FieldId field : answer.plan.papers[number].leftOut)
        leftOut += nameInSentence(field);
    m_leftOut->setVisible(!leftOut.isEmpty());
    m_leftOut->setText(
        tr("Not written, because your other papers have no place for it: %1").arg(leftOut.join(QStringLiteral(", "))));
    if (!entry)
        return;
    const Page &page = *answer.plan.after;
    const ByteRange range = page.entry(*entry).range;
    m_shown->setText(shownEntry(page, range));
    m_shown->setAccessibleDescription(shownWords(page, range));
    showSource(page.text(range), tr("In the file"));
}

void PaperDetail::showSource(const QByteArray &bytes, const QString &label)
{
    m_sourceLabel->setText(label);
    m_source->setBytes(bytes);
}

void PaperDetail::showRefusal(const PaperAnswer &answer, size_t number)
{
    const std::optional<Error> &refused = answer.plan.papers[number].refused;
    m_refusal->setVisible(refused.has_value());
    if (!refused)
        return;
    m_refusalWords->setText(
        answer.findings[number].state == State::New ? tr("It cannot be added there. %1").arg(refused->sentence)
                                                    : tr("Not all of it can be written. %1").arg(refused->sentence));
    m_refusal->setAccessibleDescription(m_refusalWords->text());
}

void PaperDetail::showPaper(const PaperAnswer &answer, size_t number)
{
    m_paper = number;
    const PaperFinding &finding = answer.findings[number];
    const bool isNew = finding.state == State::New;
    QString second = peopleOf(finding.paper);
    if (finding.state == State::There)
        second = tr("The page says the same.");
    else if (finding.state == State::Repeated)
        second = tr("The same paper stands earlier in the BibTeX.");
    else if (finding.state == State::Differs)
        second = tr("The page has this paper. Choose for each value which one stays.");
    showHead(QString::fromUtf8(finding.paper.plainTitle()), second);
    showRow(m_placeRow, isNew);
    if (isNew)
        showPlaces(answer, number);
    m_differences->setVisible(finding.state == State::Differs);
    if (finding.state == State::Differs)
        m_differences->show(finding, answer.choices[number].fields);
    m_show->setVisible(finding.entry.has_value());
    showRefusal(answer, number);
    showWritten(answer, number);
}

void PaperDetail::showUnread(const PaperAnswer &answer, size_t number, const QByteArray &bibtex)
{
    const Diagnostic &diagnostic = answer.bibliography.diagnostics[number];
    const LineIndex lines(bibtex);
    const int first = lines.lineAt(diagnostic.place.range.begin);
    showHead(diagnostic.message, tr("Line %1 of the BibTeX").arg(first + 1));
    for (QWidget *row : {m_placeRow, static_cast<QWidget *>(m_shownBox)})
        showRow(row, false);
    for (QWidget *part :
         {m_refusal, static_cast<QWidget *>(m_leftOut), static_cast<QWidget *>(m_differences),
          static_cast<QWidget *>(m_show)})
        part->hide();
    showRow(m_sourceBox, true);
    const int last = std::min(first + shownUnreadLines, lines.lineCount()) - 1;
    showSource(
        bibtex.mid(lines.line(first).begin, lines.line(last).end - lines.line(first).begin), QStringLiteral("BibTeX"));
}

} // namespace vitrine
