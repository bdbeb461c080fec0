#include "content/page/structure/HeadingStyle.h"

#include "content/page/reading/TextLines.h"
#include "content/page/reading/TitleWords.h"
#include "content/text/LineIndex.h"

#include <QString>

#include <algorithm>
#include <array>

namespace vitrine {

namespace {

enum class Style { Atx, Setext, Html };

/// The sections that a new one stands among: those of the same parent, else all.
std::vector<const Section *> siblingsIn(const Page &page, int parent)
{
    std::vector<const Section *> siblings, all;
    for (const Section &section : page.outline().sections) {
        if (section.level == 0)
            continue;
        all.push_back(&section);
        if (section.parent == parent)
            siblings.push_back(&section);
    }
    if (!siblings.empty() || parent >= 0)
        return siblings;
    return all;
}

Style styleOf(const Page &page, const Section &section)
{
    const QByteArray written = page.text(section.headingRange);
    if (written.startsWith('<'))
        return Style::Html;
    return written.startsWith('#') || !written.contains('\n') ? Style::Atx : Style::Setext;
}

/// The value that occurs most often, the first of several.
template<typename T> T mostCommon(const std::vector<T> &values, T fallback)
{
    T best = fallback;
    qsizetype most = 0;
    for (const T &value : values) {
        const auto count = std::count(values.begin(), values.end(), value);
        if (count > most) {
            most = count;
            best = value;
        }
    }
    return best;
}

/// The anchor line above a heading with what separates them; empty when there is none.
QByteArray anchorOf(const Page &page, const Section &section)
{
    if (section.hidden || section.range.begin >= section.headingRange.begin)
        return {};
    return page.text({section.range.begin, section.headingRange.begin});
}

/// An anchor line like `pattern` with another id; empty when it is not understood.
QByteArray anchorLike(const QByteArray &pattern, const QByteArray &title)
{
    const qsizetype id = pattern.indexOf("id=");
    if (id < 0 || id + 4 >= pattern.size() || pattern.count("id=") != 1)
        return {};
    const char quote = pattern[id + 3];
    const qsizetype end = pattern.indexOf(quote, id + 4);
    if ((quote != '\'' && quote != '"') || end < 0)
        return {};
    const bool dash = pattern[id + 4] == '-';
    return pattern.left(id + 4) + (dash ? "-" : "") + slugOf(title) + pattern.mid(end);
}

qsizetype lettersIn(const QByteArray &text)
{
    return QString::fromUtf8(text).toUcs4().size();
}

} // namespace

QByteArray headingSpelling(const QByteArray &title)
{
    QByteArray written;
    static constexpr QByteArrayView special = "\\`*_[]<>|#$";
    for (qsizetype i = 0; i < title.size(); ++i) {
        const char c = title[i];
        // A sign between blanks is no markup: "C & C++", "R < S", "Topic #1".
        const bool before = i > 0 && title[i - 1] != ' ';
        const bool behind = i + 1 < title.size() && title[i + 1] != ' ';
        const bool escape = special.contains(c)
            && (c == '\\' || c == '`' || c == '|' || c == '[' || c == ']' || c == '$'
                || ((c == '*' || c == '_') && (before || behind)) || (c == '<' && behind) || (c == '#' && !behind));
        if (escape)
            written += '\\';
        written += c;
    }
    return written;
}

std::optional<TextChange> underlineFor(const Page &page, const Section &section, const QByteArray &written)
{
    if (styleOf(page, section) != Style::Setext)
        return {};
    const QByteArray &text = page.text();
    const ByteRange underline{lineBeginAt(text, section.headingRange.end), section.headingRange.end};
    const QByteArray marks = page.text(underline);
    const QByteArray line =
        page.text({section.headingRange.begin, lineEndAt(text, section.headingRange.begin, text.size())});
    if (marks.trimmed().size() != lettersIn(line.trimmed()))
        return {};
    const qsizetype size = lettersIn(line.trimmed()) - lettersIn(page.text(section.titleRange)) + lettersIn(written);
    const qsizetype indent = marks.indexOf(marks.trimmed());
    const QByteArray grown = marks.left(indent) + QByteArray(std::max<qsizetype>(size, 1), marks.trimmed().front());
    return TextChange{underline, grown + marks.mid(indent + marks.trimmed().size())};
}

QByteArray headingLike(const Page &page, int parent, const QByteArray &title)
{
    const std::vector<const Section *> siblings = siblingsIn(page, parent);
    std::vector<int> levels;
    std::vector<Style> styles;
    int anchors = 0;
    for (const Section *section : siblings) {
        levels.push_back(section->level);
        styles.push_back(styleOf(page, *section));
        anchors += anchorOf(page, *section).isEmpty() ? 0 : 1;
    }
    const int above = parent >= 0 ? page.section(parent).level : 0;
    const int fallback = std::min(above + 1, 6);
    // At the page itself the new section must not become a part of the one before it.
    const int level =
        parent >= 0 || levels.empty() ? mostCommon(levels, fallback) : *std::min_element(levels.begin(), levels.end());
    Style style = mostCommon(styles, Style::Atx);
    if (style == Style::Setext && level > 2)
        style = Style::Atx;
    const QByteArray lineEnd = lineEndBytes(dominantLineEnd(page.text()));
    const QByteArray written = headingSpelling(title);

    QByteArray anchor;
    if (!siblings.empty() && anchors == static_cast<int>(siblings.size()))
        anchor = anchorLike(anchorOf(page, *siblings.front()), title);
    if (style == Style::Html) {
        const QByteArray name = "h" + QByteArray::number(level);
        return anchor + '<' + name + '>' + written + "</" + name + '>';
    }
    if (style == Style::Setext)
        return anchor + written + lineEnd
            + QByteArray(std::max<qsizetype>(lettersIn(title), 3), level == 1 ? '=' : '-');
    return anchor + QByteArray(level, '#') + ' ' + written;
}

} // namespace vitrine
