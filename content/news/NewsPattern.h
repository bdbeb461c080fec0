#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace vitrine {

/// What news says of a paper. Texts are plain; empty where the page does not tell.
struct NewsPaper
{
    QString title; ///< "Quill: Writing with Tides"
    QString name; ///< "Quill": the head of a title with a colon
    QString venue; ///< as news would call it: "WAVES"
    QString year;
    QString address; ///< the first link
    bool published = false; ///< false for a preprint or a manuscript
};

/// A sentence about a paper with the paper taken out of it: words of the page around places for title, name, venue,
/// year and address. Made from one news item; two items with the same pattern say the same of two papers.
class NewsPattern
{
public:
    /// The pattern of a news text (Markdown, without its date), by the papers that the page has; nothing when the text
    /// speaks of no paper, of several by name, or of more than a paper. `papers` should be few hundreds at most.
    static std::optional<NewsPattern> of(const QString &text, const std::vector<NewsPaper> &papers);

    /// The sentence about another paper; nothing when that lacks what the pattern names.
    std::optional<QString> about(const NewsPaper &paper) const;

    /// True when the sentence is about a paper that came out or will; false for one about a preprint.
    bool isOfPublished() const { return m_published; }
    /// True when nothing in its words can be about that one paper or day only.
    bool isGeneral() const;
    /// True for a text that names the paper by its title or name.
    static bool speaksOf(const QString &text, const NewsPaper &paper);

    /// True when it names the paper by its title or name, not only by its venue.
    bool namesPaper() const;
    /// The emoji at the begin, with the blanks behind them.
    const QString &emoji() const { return m_emoji; }
    /// How many characters at the begin of a text are emoji and the blanks behind them.
    static qsizetype emojiBefore(const QString &text);

    friend bool operator==(const NewsPattern &a, const NewsPattern &b) { return a.m_text == b.m_text; }

private:
    QString m_emoji;
    QString m_text; ///< with a private-use character for each place
    bool m_published = false;
};

} // namespace vitrine
