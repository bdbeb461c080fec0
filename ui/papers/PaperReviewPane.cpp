#include "ui/papers/PaperReviewPane.h"

#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"
#include "ui/look/MutedLabel.h"
#include "ui/papers/PaperDetail.h"
#include "ui/papers/PaperListModel.h"
#include "ui/papers/PaperListView.h"

#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

using metrics::px;
using State = PaperFinding::State;

PaperReviewPane::PaperReviewPane(Selection *selection, QWidget *parent)
    : QWidget(parent),
      m_selection(selection),
      m_desk(new PaperDesk(this)),
      m_model(new PaperListModel(this)),
      m_title(new QLabel(tr("Papers from BibTeX"))),
      m_counts(new ElidedLabel),
      m_back(new QPushButton(tr("Back to forms"))),
      m_add(new FilledButton),
      m_stack(new QStackedWidget(this)),
      m_invitation(makeInvitation()),
      m_splitter(new QSplitter(Qt::Horizontal)),
      m_list(new PaperListView(m_model)),
      m_detail(new PaperDetail)
{
    nameWidget(this, QStringLiteral("PaperReview"), tr("Review of papers from BibTeX"));
    setFocusPolicy(Qt::TabFocus);
    m_splitter->setObjectName(QStringLiteral("PaperSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_stack->addWidget(m_invitation);
    m_stack->addWidget(m_splitter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_stack, 1);

    connect(m_desk, &PaperDesk::answered, this, &PaperReviewPane::take);
    connect(m_back, &QPushButton::clicked, this, &PaperReviewPane::left);
    connect(m_add, &QPushButton::clicked, this, &PaperReviewPane::takeOver);
    connect(m_list, &PaperListView::rowChosen, this, &PaperReviewPane::showRow);
    connect(m_model, &PaperListModel::checkWanted, this, &PaperReviewPane::checkPaper);
    connect(m_detail, &PaperDetail::placeWanted, this, [this](size_t paper, const PaperWish::Place &place) {
        m_wishes[paper].place = place;
        ask();
    });
    connect(m_detail, &PaperDetail::fieldWanted, this, [this](size_t paper, FieldId field, bool fromBibliography) {
        if (fromBibliography)
            m_wishes[paper].fields.insert(field);
        else
            m_wishes[paper].fields.erase(field);
        ask();
    });
    connect(m_detail, &PaperDetail::entryWanted, this, [this](size_t paper) {
        const OpenPage *open = m_selection->page();
        if (m_answer && open && m_answer->page == open->page() && m_answer->findings[paper].entry)
            Q_EMIT entryWanted(*m_answer->findings[paper].entry);
    });
    connect(selection, &Selection::pageChanged, this, [this] {
        disconnect(m_pageChanged);
        clear();
        if (OpenPage *page = m_selection->page())
            m_pageChanged = connect(page, &OpenPage::changed, this, &PaperReviewPane::ask);
    });
    clear();
}

QWidget *PaperReviewPane::makeHead()
{
    auto *head = new Bar(metrics::headHeight, Bar::Line::Below, this);
    m_title->setFont(metrics::headFont());
    m_title->setObjectName(QStringLiteral("PaperReviewTitle"));
    m_counts->setObjectName(QStringLiteral("PaperCounts"));
    makeMuted(m_counts);
    nameWidget(m_back, QStringLiteral("BackToForms"), tr("Back to forms, without adding papers"));
    m_back->setAutoDefault(false);
    m_add->setObjectName(QStringLiteral("AddPapersButton"));
    head->row()->setContentsMargins(px(metrics::paneMargin), 0, px(3), 1);
    head->row()->addWidget(m_title);
    head->row()->addSpacing(px(0.5));
    head->row()->addWidget(m_counts, 1);
    head->row()->addWidget(m_back);
    head->row()->addSpacing(px(1));
    head->row()->addWidget(m_add);
    return head;
}

QWidget *PaperReviewPane::makeInvitation()
{
    auto *invitation = new QWidget;
    nameWidget(invitation, QStringLiteral("PaperInvitation"), tr("Paste BibTeX"));
    invitation->setAutoFillBackground(true);
    invitation->setBackgroundRole(QPalette::Base);
    auto *title = new QLabel(tr("Paste BibTeX here"), invitation);
    title->setFont(metrics::scaledFont(1.0, QFont::DemiBold));
    title->setAlignment(Qt::AlignCenter);
    m_invitationWords = new QLabel(invitation);
    m_invitationWords->setObjectName(QStringLiteral("PaperInvitationWords"));
    m_invitationWords->setAlignment(Qt::AlignCenter);
    m_invitationWords->setWordWrap(true);
    makeMuted(m_invitationWords);
    auto *paste = new QPushButton(icon(QStringLiteral("publication")), tr("Paste"), invitation);
    nameWidget(paste, QStringLiteral("PasteBibtex"), tr("Paste BibTeX"));
    auto *file = new QPushButton(icon(QStringLiteral("open")), tr("Choose a file…"), invitation);
    nameWidget(file, QStringLiteral("ChooseBibtex"), tr("Choose a BibTeX file"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(px(2));
    buttons->addStretch();
    buttons->addWidget(paste);
    buttons->addWidget(file);
    buttons->addStretch();
    auto *column = new QVBoxLayout(invitation);
    column->setContentsMargins(px(metrics::paneMargin), 0, px(metrics::paneMargin), 0);
    column->setSpacing(px(1));
    column->addStretch();
    column->addWidget(
        new IconLabel(QStringLiteral("publication"), metrics::iconLarge, IconLabel::Tone::Muted, invitation), 0,
        Qt::AlignCenter);
    column->addSpacing(px(1));
    column->addWidget(title);
    column->addWidget(m_invitationWords);
    column->addSpacing(px(1));
    column->addLayout(buttons);
    column->addStretch();
    for (QPushButton *button : {paste, file})
        button->setAutoDefault(false);
    connect(paste, &QPushButton::clicked, this, &PaperReviewPane::pasteWanted);
    connect(file, &QPushButton::clicked, this, &PaperReviewPane::fileWanted);
    return invitation;
}

void PaperReviewPane::review(const QByteArray &bibtex, const QString &from)
{
    clear();
    m_bibtex = bibtex;
    m_from = from;
    showHead();
    ask();
}

void PaperReviewPane::invite()
{
    clear();
    m_stack->setCurrentWidget(m_invitation);
}

void PaperReviewPane::clear()
{
    m_desk->forget();
    m_bibtex.clear();
    m_from.clear();
    m_wishes.clear();
    m_answer.reset();
    m_takesOver = false;
    m_model->setAnswer({});
    m_detail->showNothing();
    m_stack->setCurrentWidget(m_splitter);
    m_invitationWords->setText(tr("Ctrl+V takes what you copied from a publisher, Google Scholar or DBLP. Nothing is "
                                  "written before you have seen it."));
    showHead();
}

void PaperReviewPane::ask()
{
    const OpenPage *open = m_selection->page();
    if (!open || m_bibtex.isEmpty())
        return;
    m_desk->ask(open->page(), m_bibtex, m_wishes);
}

void PaperReviewPane::take(std::shared_ptr<const PaperAnswer> answer)
{
    m_answer = std::move(answer);
    m_model->setAnswer(m_answer);
    const bool nothing = m_model->rowCount() == 0;
    if (nothing)
        m_invitationWords->setText(tr("There is no BibTeX entry in %1.").arg(m_from));
    m_stack->setCurrentWidget(nothing ? m_invitation : static_cast<QWidget *>(m_splitter));
    m_list->showFirst();
    showRow(m_list->currentIndex().row());
    showHead();
    if (std::exchange(m_takesOver, false))
        takeOver();
}

void PaperReviewPane::takeOver()
{
    const OpenPage *open = m_selection->page();
    if (!open || m_bibtex.isEmpty())
        return;
    // What was chosen last may still be on its way.
    m_takesOver = m_desk->isBusy() || !m_answer || m_answer->page != open->page();
    if (m_takesOver)
        return;
    if (m_answer->plan.added + m_answer->plan.changed > 0)
        Q_EMIT taken(m_answer);
}

void PaperReviewPane::showHead()
{
    QStringList counts;
    const auto count = [&](State a, State b) {
        const auto &findings = m_answer->findings;
        return static_cast<int>(std::count_if(findings.begin(), findings.end(), [&](const PaperFinding &finding) {
            return finding.state == a || finding.state == b;
        }));
    };
    int added = 0, changed = 0;
    if (m_answer) {
        added = m_answer->plan.added;
        changed = m_answer->plan.changed;
        if (const int n = count(State::New, State::New))
            counts += tr("%n new", nullptr, n);
        if (const int n = count(State::Differs, State::Differs))
            counts += tr("%n with other values", nullptr, n);
        if (const int n = count(State::There, State::Repeated))
            counts += tr("%n already there", nullptr, n);
        if (const auto n = static_cast<int>(m_answer->bibliography.diagnostics.size()))
            counts += tr("%n to check", nullptr, n);
    } else if (!m_bibtex.isEmpty()) {
        counts += tr("Reading %1…").arg(m_from);
    }
    m_counts->setText(counts.join(QStringLiteral(" · ")));
    QString words = tr("Add papers");
    if (added > 0 && changed > 0)
        words = tr("%1, %2", "two things that a button does")
                    .arg(tr("Add %n paper(s)", nullptr, added), tr("change %n", nullptr, changed));
    else if (added > 0)
        words = tr("Add %n paper(s)", nullptr, added);
    else if (changed > 0)
        words = tr("Change %n paper(s)", nullptr, changed);
    m_add->setText(words);
    m_add->setAccessibleName(words);
    m_add->setEnabled(added + changed > 0);
    m_add->updateGeometry();
}

void PaperReviewPane::showRow(int number)
{
    const PaperListModel::Row *row = m_model->row(number);
    if (!row || !m_answer || row->type == PaperListModel::Row::Type::Group)
        m_detail->showNothing();
    else if (row->type == PaperListModel::Row::Type::Paper)
        m_detail->showPaper(*m_answer, row->number);
    else
        m_detail->showUnread(*m_answer, row->number, m_bibtex);
}

void PaperReviewPane::checkPaper(size_t paper, bool checked)
{
    PaperWish &wish = m_wishes[paper];
    const PaperFinding &finding = m_answer->findings[paper];
    if (finding.state == State::New) {
        wish.taken = checked;
    } else {
        wish.fields.clear();
        for (const PaperDifference &difference : finding.differences) {
            if (checked)
                wish.fields.insert(difference.field);
        }
    }
    ask();
}

void PaperReviewPane::setStacked(bool stacked)
{
    m_splitter->setOrientation(stacked ? Qt::Vertical : Qt::Horizontal);
}

void PaperReviewPane::setLabelsAbove(bool above)
{
    m_detail->setLabelsAbove(above);
}

void PaperReviewPane::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        Q_EMIT pasteWanted();
    else
        QWidget::keyPressEvent(event);
}

void PaperReviewPane::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_stack->currentWidget() == m_splitter)
        m_list->setFocus(event->reason());
    else if (auto *paste = m_invitation->findChild<QPushButton *>(QStringLiteral("PasteBibtex")))
        paste->setFocus(event->reason());
}

} // namespace vitrine
