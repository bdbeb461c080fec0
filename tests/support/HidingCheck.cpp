#include "tests/support/HidingCheck.h"

#include <QRegularExpression>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

namespace vitrine::test {

namespace {

/// The HTML as a browser sees it: without comments, without the line break at the end of a block, which shows nothing,
/// and without blanks.
QString seen(const QByteArray &html)
{
    static const QRegularExpression comment(
        QStringLiteral("<!--.*?-->"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    static const QRegularExpression lastBreak(QStringLiteral("<br/>(?=</(?:p|li)>)"));
    return QString::fromUtf8(html).remove(comment).remove(blanks).remove(lastBreak);
}

QString lettersOf(QString html)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    static const QRegularExpression entity(QStringLiteral("&[#\\w]+;"));
    html.remove(tag).remove(entity);
    QString letters;
    for (const QChar c : html) {
        if (c.isLetterOrNumber())
            letters += c;
    }
    return letters;
}

/// What was cut out of `before` to give `after`; nothing when it is not one stretch.
std::optional<QString> cutBetween(const QString &before, const QString &after)
{
    qsizetype head = 0;
    while (head < after.size() && head < before.size() && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < after.size() && tail < before.size()
           && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    if (after.size() > before.size() || head + tail < after.size())
        return {};
    head = std::min(head, after.size());
    return before.mid(head, before.size() - after.size());
}

QByteArray cmarkHtmlOf(const QByteArray &text)
{
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_UNSAFE);
    for (const char *name : {"table", "strikethrough", "autolink"})
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, text.constData(), static_cast<size_t>(text.size()));
    cmark_node *document = cmark_parser_finish(parser);
    char *html = cmark_render_html(document, CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser));
    const QByteArray result(html);
    std::free(html);
    cmark_node_free(document);
    cmark_parser_free(parser);
    return result;
}

} // namespace

std::optional<QByteArrayList> badCases(const std::vector<HidingCase> &cases, const Renderer &render)
{
    QByteArrayList texts;
    for (const HidingCase &one : cases)
        texts << one.before << one.after << one.hidden;
    const std::optional<QByteArrayList> htmls = render(texts);
    if (!htmls)
        return {};
    QByteArrayList bad;
    for (qsizetype i = 0; i < static_cast<qsizetype>(cases.size()); ++i) {
        const QString before = seen(htmls->at(3 * i));
        const QString after = seen(htmls->at(3 * i + 1));
        const std::optional<QString> cut = cutBetween(before, after);
        if (!cut)
            bad += cases[static_cast<size_t>(i)].name + ": another block is shown otherwise";
        else if (lettersOf(*cut).size() < lettersOf(seen(htmls->at(3 * i + 2))).size())
            bad += cases[static_cast<size_t>(i)].name + ": hidden text shows";
    }
    return bad;
}

std::optional<QByteArrayList> cmarkHtml(const QByteArrayList &texts)
{
    QByteArrayList htmls;
    for (const QByteArray &text : texts)
        htmls += cmarkHtmlOf(text);
    return htmls;
}

} // namespace vitrine::test
