#include "content/changes/DiffSheet.h"

#include "content/changes/WordDiff.h"
#include "content/page/EntryName.h"
#include "content/text/Diff.h"
#include "content/text/LineIndex.h"

#include <QCoreApplication>

#include <algorithm>

namespace vitrine {

namespace {

constexpr int around = 1; // lines shown on both sides of what differs
constexpr double alike = 0.3; // lines less alike than this are shown as two

QByteArray say(const char *words)
{
    return QCoreApplication::translate("Changes", words).toUtf8();
}

/// "Publications ▸ Journal articles"
QByteArray headOf(const Page &page, SourceRange place)
{
    if (place.file == 0 && page.frontMatter().range.end > place.range.begin)
        return say("Page settings");
    std::optional<int> section = page.sectionAt(place);
    if (!section)
        return {};
    QString path = nameOfSection(page.section(*section));
    for (int parent = page.section(*section).parent; parent >= 0; parent = page.section(parent).parent)
        path = nameOfSection(page.section(parent)) + QStringLiteral(" ▸ ") + path;
    return path.toUtf8();
}

/// Writes the lines of one file.
class FileSheet
{
public:
    FileSheet(const PageDifference &difference, int file, std::vector<DiffLine> &sheet)
        : m_difference(difference),
          m_file(file),
          m_before(difference.before->sources()[static_cast<size_t>(file)].bytes),
          m_after(difference.after->sources()[static_cast<size_t>(file)].bytes),
          m_linesBefore(m_before),
          m_linesAfter(m_after),
          m_sheet(sheet)
    {
    }

    void write()
    {
        const size_t head = m_sheet.size();
        const QString path = m_difference.after->sources()[static_cast<size_t>(m_file)].path;
        m_sheet.push_back({DiffLine::Type::File, m_file, 0, 0, path.section(QLatin1Char('/'), -1).toUtf8(), {}, 0});
        for (const LineHunk &hunk : diffLines(m_before, m_after)) {
            writeHunk(hunk);
            m_sheet[head].lines += std::max(hunk.linesBefore, hunk.linesAfter);
        }
        writeAfter(m_linesShown + around);
    }

private:
    QByteArray line(const QByteArray &text, const LineIndex &lines, int number) const
    {
        const ByteRange range = lines.line(number);
        return text.mid(range.begin, range.size());
    }

    void add(DiffLine::Type type, int before, int after, QByteArray text, std::vector<ByteRange> marks = {})
    {
        m_sheet.push_back({type, m_file, before, after, std::move(text), std::move(marks), 0});
    }

    /// Equal lines up to a line of the new file; the old one runs beside it.
    void writeAfter(int end)
    {
        const int last = std::min(end, countOf(m_linesAfter, m_after));
        for (; m_linesShown < last; ++m_linesShown)
            add(DiffLine::Type::Same, m_linesShown + 1 + m_ahead, m_linesShown + 1,
                line(m_after, m_linesAfter, m_linesShown));
    }

    static int countOf(const LineIndex &lines, const QByteArray &text)
    {
        const bool ends = text.isEmpty() || text.endsWith('\n') || text.endsWith('\r');
        return lines.lineCount() - (ends ? 1 : 0);
    }

    void writeHunk(const LineHunk &hunk)
    {
        const int before = m_linesBefore.lineAt(hunk.before.begin);
        const int after =
            hunk.after.begin >= m_after.size() ? countOf(m_linesAfter, m_after) : m_linesAfter.lineAt(hunk.after.begin);
        const bool first = m_linesShown == 0 && m_ahead == 0 && m_sheet.back().type == DiffLine::Type::File;
        const int begin = std::max(m_linesShown, after - around);
        if (!first)
            writeAfter(std::min(m_linesShown + around, begin));
        if (first || begin > m_linesShown)
            writeHead(hunk);
        m_linesShown = begin;
        writeAfter(after);
        writeLines(hunk, before, after);
        m_linesShown = after + hunk.linesAfter;
        m_ahead += hunk.linesBefore - hunk.linesAfter;
    }

    void writeHead(const LineHunk &hunk)
    {
        const bool gone = hunk.after.isEmpty();
        const QByteArray head = gone
            ? headOf(*m_difference.before, {m_file, {hunk.before.begin, hunk.before.begin + 1}})
            : headOf(*m_difference.after, {m_file, {hunk.after.begin, hunk.after.begin + 1}});
        if (!head.isEmpty())
            add(DiffLine::Type::Head, 0, 0, head);
    }

    /// Lines that became one another stand in pairs; otherwise first what went, then what came.
    void writeLines(const LineHunk &hunk, int before, int after)
    {
        const bool pairs = hunk.linesBefore == hunk.linesAfter;
        for (int i = 0; pairs && i < hunk.linesBefore; ++i) {
            const QByteArray old = line(m_before, m_linesBefore, before + i);
            const QByteArray now = line(m_after, m_linesAfter, after + i);
            const std::vector<WordHunk> words = diffWords(old, now);
            std::vector<ByteRange> gone, come;
            for (const WordHunk &word : words) {
                gone.push_back(word.before);
                come.push_back(word.after);
            }
            if (likeness(old, now) < alike) {
                gone = {{0, old.size()}};
                come = {{0, now.size()}};
            }
            add(DiffLine::Type::Removed, before + i + 1, 0, old, gone);
            add(DiffLine::Type::Added, 0, after + i + 1, now, come);
        }
        for (int i = 0; !pairs && i < hunk.linesBefore; ++i) {
            const QByteArray old = line(m_before, m_linesBefore, before + i);
            add(DiffLine::Type::Removed, before + i + 1, 0, old, {{0, old.size()}});
        }
        for (int i = 0; !pairs && i < hunk.linesAfter; ++i) {
            const QByteArray now = line(m_after, m_linesAfter, after + i);
            add(DiffLine::Type::Added, 0, after + i + 1, now, {{0, now.size()}});
        }
    }

    const PageDifference &m_difference;
    int m_file;
    const QByteArray &m_before;
    const QByteArray &m_after;
    LineIndex m_linesBefore, m_linesAfter;
    std::vector<DiffLine> &m_sheet;
    int m_linesShown = 0; ///< lines of the new file that were written or passed
    int m_ahead = 0; ///< how many more lines the old file has had so far
};

} // namespace

std::vector<DiffLine> diffSheetOf(const PageDifference &difference)
{
    std::vector<DiffLine> sheet;
    const size_t files = std::min(difference.before->sources().size(), difference.after->sources().size());
    for (size_t file = 0; file < files; ++file) {
        if (difference.before->sources()[file].bytes != difference.after->sources()[file].bytes)
            FileSheet(difference, static_cast<int>(file), sheet).write();
    }
    return sheet;
}

int lineOfChange(const std::vector<DiffLine> &sheet, const PageDifference &difference, const NamedChange &change)
{
    // The first of its stretches that came stands where one looks for it; what only went is in the old file.
    const auto come = std::find_if(change.stretches.begin(), change.stretches.end(), [](const ChangedStretch &one) {
        return !one.after.isEmpty();
    });
    const bool gone = come == change.stretches.end();
    const ChangedStretch &stretch = gone ? change.stretches.front() : *come;
    const Page &page = gone ? *difference.before : *difference.after;
    const LineIndex lines(page.sources()[static_cast<size_t>(stretch.file)].bytes);
    const int number = lines.lineAt(gone ? stretch.before.begin : stretch.after.begin) + 1;
    const auto shown = std::find_if(sheet.begin(), sheet.end(), [&](const DiffLine &line) {
        return line.file == stretch.file && (gone ? line.before : line.after) == number;
    });
    return shown == sheet.end() ? -1 : static_cast<int>(shown - sheet.begin());
}

} // namespace vitrine
