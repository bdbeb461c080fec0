#pragma once

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace vitrine {

class ByteEdit;
class LineEdit;

/// The strip below a Markdown text: bold, italic, link, code, with their keys; it asks for a link's address in place.
/// Types into the editor it belongs to.
class FormatStrip : public QWidget
{
    Q_OBJECT

public:
    explicit FormatStrip(ByteEdit *edit, QWidget *parent = nullptr);

    /// Quiet words at the right.
    void setNote(const QString &note);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Format { Strong, Emphasis, Code };
    QWidget *makeButtons();
    QWidget *makeAddressLine();
    void toggle(Format format);
    void askAddress();
    void takeAddress();
    void closeAddress();

    ByteEdit *m_edit;
    QStackedLayout *m_pages;
    LineEdit *m_address = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace vitrine
