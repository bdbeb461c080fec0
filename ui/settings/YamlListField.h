#pragma once

#include "content/frontmatter/YamlList.h"
#include "content/page/Edits.h"
#include "ui/settings/ListBox.h"

namespace vitrine {

class Selection;

/// A list of a YAML text as rows: the menu of `_data/navigation.yml`, the redirects of a page. Each value that is
/// typed, each row that is added, removed or moved is one undo step of the page; what an item holds besides the columns
/// is kept and told.
class YamlListField : public QWidget
{
    Q_OBJECT

public:
    /// A value of an item: its key (empty for a list of plain values), and its name for people.
    struct Column
    {
        QByteArray key;
        QString label;
    };
    struct Words
    {
        QString name; ///< begins the object names
        QString adder; ///< "Add link"
        QString item; ///< "menu", as in "change of menu"
    };
    /// The text as it is now: its bytes, where the YAML lies in them, and which file of the page it is.
    struct Text
    {
        QByteArray bytes;
        ByteRange range;
        int file = 0;
    };

    /// `list` is the path of the list, `text` is asked whenever it is needed.
    YamlListField(
        Selection *selection, const QByteArray &list, std::vector<Column> columns, const Words &words,
        std::function<Text()> text, QWidget *parent = nullptr);

    /// What is to say of a value of a column.
    void setCheck(ListBox::Check check) { m_box->setCheck(std::move(check)); }
    /// Shows what the text says now.
    void follow();
    ListBox *box() const { return m_box; }
    /// Gives the keyboard to the value of this name (`redirect_from.0`) and selects a part of it, in characters.
    void select(const QByteArray &name, int begin, int length);

private:
    QByteArray nameOf(int row, int column) const;
    YamlItemValues valuesOf(const QStringList &shown) const;
    /// What an item holds besides the columns, in words.
    QString sealedIn(const std::vector<YamlField> &fields, int row) const;
    void set(int row, int column);
    void add(const QStringList &values);
    void remove(int row);
    Result<Done> apply(const Result<TextEdit> &edit, const QString &what, int mergeKey = 0);
    Result<YamlList> list() const;

    Selection *m_selection;
    QByteArray m_list;
    std::vector<Column> m_columns;
    Words m_words;
    std::function<Text()> m_text;
    ListBox *m_box;
    int m_visit;
};

} // namespace vitrine
