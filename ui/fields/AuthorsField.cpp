#include "ui/fields/AuthorsField.h"

#include "ui/fields/AuthorNames.h"
#include "ui/fields/ChipList.h"
#include "ui/fields/FieldBox.h"
#include "ui/fields/LineEdit.h"
#include "ui/fields/PageWords.h"
#include "ui/look/Controls.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

namespace {

/// Narrower than this the strip has no room for the words of its toggles.
constexpr double narrowStrip = 88;

/// What a mark means, in a word for a button.
QString wordFor(const MarkMeaning &mark)
{
    if (mark.meaning == "equal")
        return AuthorsField::tr("Equal");
    if (mark.meaning == "corresponding")
        return AuthorsField::tr("Corresponding");
    return QString::fromUtf8(mark.meaning);
}

QString spokenMark(const QByteArray &mark, const std::vector<MarkMeaning> &known)
{
    for (const MarkMeaning &meaning : known) {
        if (meaning.mark != mark)
            continue;
        if (meaning.meaning == "equal")
            return AuthorsField::tr("equal contribution");
        if (meaning.meaning == "corresponding")
            return AuthorsField::tr("corresponding author");
        return QString::fromUtf8(meaning.meaning);
    }
    return QString::fromUtf8(mark);
}

QString withoutLeadingBlanks(QString text)
{
    while (!text.isEmpty() && text.front().isSpace())
        text.remove(0, 1);
    return text;
}

/// What follows an "and" that stands before the last name of a list as it is typed; nothing where none stands there.
std::optional<QString> afterJoiner(const QString &text)
{
    const QString words = withoutLeadingBlanks(text);
    for (const QString &joiner : {QStringLiteral("and "), QStringLiteral("& ")}) {
        if (words.startsWith(joiner, Qt::CaseInsensitive))
            return words.mid(joiner.size());
    }
    return {};
}

bool endsName(const QString &text)
{
    return text.contains(QLatin1Char(',')) || text.contains(QLatin1Char(';')) || text.contains(QLatin1String(" and "));
}

} // namespace

AuthorsField::AuthorsField(FieldId id, QWidget *parent)
    : FieldEditor(id, parent), m_box(new FieldBox(this)), m_chips(new ChipList(m_box))
{
    nameWidget(m_chips, widgetName(id, "Chips"), labelOf(id));
    m_box->setContent(m_chips);
    m_box->setStrip(makeStrip());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    setFocusProxy(m_name);
    m_focus.follow([this](QWidget *now) {
        // Nowhere: another window has the keyboard for a while. A refused name stays where it can be mended.
        if (now && m_current >= 0 && !m_refused && now != this && !isAncestorOf(now))
            setCurrent(-1);
    });
    connect(m_chips, &ChipList::currentChipChanged, this, &AuthorsField::setCurrent);
    connect(m_chips, &ChipList::moveWanted, this, &AuthorsField::moveAuthor);
    connect(m_chips, &ChipList::removeWanted, this, &AuthorsField::removeAuthor);
    connect(m_chips, &ChipList::editWanted, this, [this] {
        m_name->setFocus(Qt::OtherFocusReason);
        m_name->selectAll();
    });
    show();
}

QWidget *AuthorsField::makeStrip()
{
    auto *strip = new QWidget(m_box);
    auto *row = new QHBoxLayout(strip);
    row->setContentsMargins(metrics::px(1), metrics::px(0.5), metrics::px(1), metrics::px(0.5));
    row->setSpacing(metrics::px(1));
    m_name = new LineEdit(strip);
    nameWidget(m_name, widgetName(id(), "Name"), tr("Name of the author"));
    m_name->installEventFilter(this);
    m_name->setCompletions([this] { return context().page ? words::coAuthors(*context().page) : QStringList(); });
    connect(m_name, &LineEdit::typed, this, &AuthorsField::takeName);
    connect(m_name, &LineEdit::completed, this, &AuthorsField::finishName);
    row->addWidget(m_name, 1);
    m_self = new ToggleButton(QStringLiteral("about"), tr("Me"), strip);
    m_self->setCheckable(true);
    nameWidget(m_self, widgetName(id(), "Self"), tr("This author is me"));
    connect(m_self, &QPushButton::clicked, this, &AuthorsField::toggleSelf);
    row->addWidget(m_self);
    m_markRow = new QHBoxLayout;
    m_markRow->setSpacing(metrics::px(1));
    row->addLayout(m_markRow);
    auto *remove = new QAction(icon(QStringLiteral("remove")), tr("Remove author"), this);
    connect(remove, &QAction::triggered, this, [this] { removeAuthor(m_current); });
    m_remove = makeToolButton(remove, strip);
    m_remove->setObjectName(widgetName(id(), "Remove"));
    row->addWidget(m_remove);
    return strip;
}

std::vector<MarkMeaning> AuthorsField::marksOfPage() const
{
    return context().page ? context().page->outline().marks : std::vector<MarkMeaning>();
}

QString AuthorsField::ownName() const
{
    return context().page ? words::ownName(*context().page) : QString();
}

void AuthorsField::setContext(const FieldContext &context)
{
    FieldEditor::setContext(context);
    rebuildMarkToggles();
}

void AuthorsField::rebuildMarkToggles()
{
    const std::vector<MarkMeaning> marks = marksOfPage();
    const auto same = [](const MarkMeaning &a, const MarkMeaning &b) {
        return a.mark == b.mark && a.meaning == b.meaning;
    };
    if (std::equal(marks.begin(), marks.end(), m_shownMarks.begin(), m_shownMarks.end(), same))
        return;
    m_shownMarks = marks;
    qDeleteAll(m_markToggles);
    m_markToggles.clear();
    for (const MarkMeaning &mark : marks) {
        const QString sign = QString::fromUtf8(mark.mark);
        auto *toggle = new ToggleButton({}, sign, m_box);
        toggle->setCheckable(true);
        nameWidget(toggle, widgetName(id(), "Mark") + sign, spokenMark(mark.mark, marks));
        connect(toggle, &QPushButton::clicked, this, [this, text = mark.mark](bool on) { toggleMark(text, on); });
        m_markRow->addWidget(toggle);
        m_markToggles += toggle;
    }
    showToggleWords();
    show();
}

void AuthorsField::showToggleWords()
{
    const bool narrow = width() < metrics::px(narrowStrip);
    m_self->setSignOnly(narrow);
    for (size_t i = 0; i < m_shownMarks.size(); ++i) {
        const QString sign = QString::fromUtf8(m_shownMarks[i].mark);
        const QString words = tr("%1 %2", "mark and its meaning").arg(sign, wordFor(m_shownMarks[i]));
        ToggleButton *toggle = m_markToggles[static_cast<qsizetype>(i)];
        toggle->setText(narrow ? sign : words);
        toggle->setToolTip(narrow ? words : QString());
    }
}

void AuthorsField::setField(const Field &field)
{
    setAuthors(field.value.authors());
}

void AuthorsField::acknowledge(const Field &field)
{
    // What the page makes of a name (the owner's own, a link that it has elsewhere) shows at once.
    const AuthorList read = field.value.authors();
    if (read.size() != m_authors.size())
        return;
    for (qsizetype i = 0; i < read.size(); ++i) {
        if (read[i].name != m_authors[i].name.trimmed())
            return;
    }
    for (qsizetype i = 0; i < read.size(); ++i) {
        const QByteArray typedName = m_authors[i].name;
        m_authors[i] = read[i];
        m_authors[i].name = typedName;
    }
    show();
}

Value AuthorsField::typed() const
{
    AuthorList named;
    for (const Author &author : m_authors) {
        if (author.name.trimmed().isEmpty())
            continue;
        named += author;
        named.last().name = author.name.trimmed();
    }
    return named;
}

void AuthorsField::setTyped(const Value &typed)
{
    setAuthors(typed.authors());
}

void AuthorsField::setSuggested(const QString &suggestion)
{
    if (m_current >= 0)
        m_authors[m_current].name = suggestion.toUtf8();
    show();
}

void AuthorsField::setAuthors(const AuthorList &authors)
{
    m_authors = authors;
    if (m_current >= m_authors.size())
        m_current = -1;
    if (m_current < 0)
        m_adding = false;
    show();
}

void AuthorsField::setRefused(bool refused)
{
    m_refused = refused;
    m_box->setRefused(refused);
    vitrine::setRefused(m_name, refused && m_current >= 0);
    show();
}

void AuthorsField::show()
{
    QList<Chip> chips;
    for (int i = 0; i < m_authors.size(); ++i) {
        const Author &author = m_authors[i];
        Chip chip;
        chip.text = QString::fromUtf8(author.name);
        chip.own = author.self;
        chip.refused = m_refused && i == m_current;
        QStringList spoken{chip.text};
        if (author.self)
            spoken += tr("own name");
        for (const QByteArray &mark : author.marks) {
            chip.marks += QString::fromUtf8(mark);
            spoken += spokenMark(mark, m_shownMarks);
        }
        chip.spoken = spoken.join(QStringLiteral(", "));
        chips += chip;
    }
    m_chips->setChips(chips);
    m_chips->setCurrent(m_current);
    m_chips->setVisible(!chips.isEmpty());

    const bool hasCurrent = m_current >= 0;
    const Author current = hasCurrent ? m_authors[m_current] : Author();
    m_name->setShown(QString::fromUtf8(current.name));
    m_name->setPlaceholderText(hasCurrent ? QString() : tr("Add authors: a name, or paste “A, B and C”"));
    m_self->setVisible(hasCurrent);
    m_self->setChecked(current.self);
    for (size_t i = 0; i < m_shownMarks.size(); ++i) {
        ToggleButton *toggle = m_markToggles[static_cast<qsizetype>(i)];
        toggle->setVisible(hasCurrent);
        toggle->setChecked(current.marks.contains(m_shownMarks[i].mark));
    }
    m_remove->setVisible(hasCurrent);
    m_remove->setAccessibleName(tr("Remove author %1").arg(QString::fromUtf8(current.name)));
}

void AuthorsField::setCurrent(int author)
{
    m_current = author;
    m_adding = false;
    show();
}

void AuthorsField::takeName()
{
    const QString text = m_name->text();
    if (m_current < 0) {
        if (text.trimmed().isEmpty())
            return;
        addNames(text);
    } else if (const auto rest = m_adding && m_current > 0 ? afterJoiner(text) : std::nullopt) {
        // "A, B, and C": the word was no beginning of a name.
        m_authors[m_current].name = rest->toUtf8();
        change();
    } else if (m_adding && endsName(text)) {
        m_authors.removeAt(m_current);
        addNames(text);
    } else {
        m_authors[m_current].name = text.toUtf8();
        if (m_adding)
            m_authors[m_current].self = isSameName(text, ownName());
        change();
    }
}

void AuthorsField::addNames(const QString &text)
{
    const AuthorList names = authorsIn(text, marksOfPage(), ownName());
    const int at = m_current < 0 ? static_cast<int>(m_authors.size()) : m_current;
    for (int i = 0; i < names.size(); ++i)
        m_authors.insert(at + i, names[i]);
    // One name may still be typed; a list is whole, and the line is ready for the next.
    const bool whole = endsName(text);
    m_adding = !whole && names.size() == 1;
    m_current = m_adding ? at : -1;
    if (m_adding)
        m_authors[m_current].name = withoutLeadingBlanks(text).toUtf8();
    change();
}

void AuthorsField::finishName()
{
    if (m_current >= 0 && m_authors[m_current].name.trimmed().isEmpty()) {
        m_authors.removeAt(m_current);
        m_current = -1;
        change();
    }
    setCurrent(-1);
}

void AuthorsField::toggleSelf(bool on)
{
    if (m_current < 0)
        return;
    for (int i = 0; on && i < m_authors.size(); ++i)
        m_authors[i].self = false;
    m_authors[m_current].self = on;
    change();
}

void AuthorsField::toggleMark(const QByteArray &mark, bool on)
{
    if (m_current < 0)
        return;
    QList<QByteArray> &marks = m_authors[m_current].marks;
    if (!on)
        marks.removeAll(mark);
    else if (!marks.contains(mark))
        marks += mark;
    change();
}

void AuthorsField::removeAuthor(int author)
{
    if (author < 0 || author >= m_authors.size())
        return;
    m_authors.removeAt(author);
    m_current = std::min<int>(author, static_cast<int>(m_authors.size()) - 1);
    m_adding = false;
    change();
}

void AuthorsField::moveAuthor(int from, int to)
{
    m_authors.move(from, to);
    m_current = to;
    change();
}

void AuthorsField::change()
{
    show();
    Q_EMIT edited();
}

void AuthorsField::focusAt(const Field &field, qsizetype offset)
{
    const AuthorList authors = field.value.authors();
    for (int i = 0; i < authors.size(); ++i) {
        const auto &range = authors[i].range;
        if (!range || offset < range->begin || offset > range->end)
            continue;
        setCurrent(i);
        m_name->setFocus(Qt::OtherFocusReason);
        const QByteArray before = authors[i].name.left(offset - range->begin);
        m_name->setCursorPosition(static_cast<int>(QString::fromUtf8(before).size()));
        return;
    }
    m_name->setFocus(Qt::OtherFocusReason);
}

bool AuthorsField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_name || event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && !(key->modifiers() & ~Qt::KeypadModifier)) {
        finishName();
        return true;
    }
    const bool alt = key->modifiers() == Qt::AltModifier;
    if (alt && m_current >= 0 && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right)) {
        const int to = m_current + ((key->key() == Qt::Key_Left) == isLeftToRight() ? -1 : 1);
        if (to >= 0 && to < m_authors.size())
            moveAuthor(m_current, to);
        return true;
    }
    if (key->key() == Qt::Key_Backspace && m_name->text().isEmpty() && m_current < 0 && !m_authors.isEmpty()) {
        setCurrent(static_cast<int>(m_authors.size()) - 1);
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void AuthorsField::resizeEvent(QResizeEvent *event)
{
    FieldEditor::resizeEvent(event);
    // Narrow windows: signs without words.
    showToggleWords();
}

} // namespace vitrine
