#include "ui/fields/ImageField.h"

#include "content/page/writing/PictureText.h"
#include "ui/fields/LineEdit.h"
#include "ui/fields/PictureBox.h"
#include "ui/look/Controls.h"

#include <QVBoxLayout>

namespace vitrine {

ImageField::ImageField(FieldId id, QWidget *parent)
    : FieldEditor(id, parent), m_box(new PictureBox(this)), m_words(new LineEdit(this))
{
    m_box->setNames(QString::fromUtf8(schemaOf(id).name), tr("Path of the picture"));
    nameWidget(m_words, widgetName(id, "Words"), tr("What the picture shows, in words"));
    m_words->setPlaceholderText(tr("Describe the picture in words"));
    m_box->setBelow(m_words);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &PictureBox::edited, this, &FieldEditor::edited);
    connect(m_box, &PictureBox::warningChanged, this, &FieldEditor::hintChanged);
    connect(m_words, &LineEdit::typed, this, &ImageField::takeWords);
    showWords();
}

void ImageField::setFolder(const PictureFolder &folder)
{
    m_box->setFolder(folder);
}

void ImageField::setContext(const FieldContext &context)
{
    FieldEditor::setContext(context);
    showWords();
}

void ImageField::setField(const Field &field)
{
    m_wordsProblem.clear();
    setTyped(field.value);
}

Value ImageField::typed() const
{
    return m_box->path().toUtf8();
}

void ImageField::setTyped(const Value &typed)
{
    m_box->setPath(QString::fromUtf8(typed.text()));
}

void ImageField::setSuggested(const QString &suggestion)
{
    m_box->setPath(suggestion);
}

void ImageField::setRefused(bool refused)
{
    vitrine::setRefused(m_box->line(), refused);
}

QString ImageField::warning() const
{
    return m_wordsProblem.isEmpty() ? m_box->warning() : m_wordsProblem;
}

void ImageField::showWords()
{
    const bool onPage = context().page && context().entry >= 0;
    const auto words = onPage ? pictureText(*context().page, context().ref()) : std::nullopt;
    m_words->setVisible(words.has_value());
    if (!words || m_words->text().simplified().toUtf8() == *words)
        return;
    m_words->setShown(QString::fromUtf8(*words));
    m_wordsProblem.clear();
}

void ImageField::takeWords()
{
    const QByteArray words = m_words->text().toUtf8();
    Q_EMIT besideEdited([words](const Page &page, EntryRef entry) { return setPictureText(page, entry, words); });
}

void ImageField::besideDone(const Result<Done> &done)
{
    m_wordsProblem = done ? QString() : done.error().sentence;
    Q_EMIT hintChanged();
}

} // namespace vitrine
