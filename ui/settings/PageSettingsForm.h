#pragma once

#include <QScrollArea>

#include <vector>

class QFormLayout;
class QLabel;

namespace vitrine {

class LineEdit;
class Selection;

/// The settings of the page (its front matter) as lines: one for each value that stands there. Values are set as one
/// types, one undo step per visit of a line.
class PageSettingsForm : public QScrollArea
{
    Q_OBJECT

public:
    explicit PageSettingsForm(Selection *selection, QWidget *parent = nullptr);

private:
    struct Line
    {
        QByteArray name;
        LineEdit *edit = nullptr;
        QLabel *refusal = nullptr;
        int visit = 0;
    };
    void follow();
    void rebuild();
    void set(const Line &line);

    Selection *m_selection;
    QWidget *m_page = nullptr;
    std::vector<Line> m_lines;
    QMetaObject::Connection m_changed;
};

} // namespace vitrine
