#include "content/importers/LatexSigns.h"

#include <QHash>

#include <optional>

namespace vitrine {

namespace {

const QHash<QByteArray, QString> &signs()
{
    static const QHash<QByteArray, QString> table = [] {
        QHash<QByteArray, QString> made;
        const auto add = [&](const char *name, const char16_t *text) { made.insert(name, QString::fromUtf16(text)); };
        add("ss", u"\u00df"), add("SS", u"\u1e9e"), add("o", u"\u00f8"), add("O", u"\u00d8"), add("l", u"\u0142");
        add("L", u"\u0141"), add("ae", u"\u00e6"), add("AE", u"\u00c6"), add("oe", u"\u0153"), add("OE", u"\u0152");
        add("aa", u"\u00e5"), add("AA", u"\u00c5"), add("i", u"\u0131"), add("j", u"\u0237"), add("dh", u"\u00f0");
        add("DH", u"\u00d0"), add("th", u"\u00fe"), add("TH", u"\u00de"), add("dj", u"\u0111"), add("DJ", u"\u0110");
        add("ng", u"\u014b"), add("NG", u"\u014a"), add("S", u"\u00a7"), add("P", u"\u00b6"), add("pounds", u"\u00a3");
        add("euro", u"\u20ac"), add("texteuro", u"\u20ac"), add("copyright", u"\u00a9"), add("dots", u"\u2026");
        add("ldots", u"\u2026"), add("textellipsis", u"\u2026"), add("textendash", u"\u2013");
        add("textemdash", u"\u2014"), add("textquoteleft", u"\u2018"), add("textquoteright", u"\u2019");
        add("textquotedblleft", u"\u201c"), add("textquotedblright", u"\u201d"), add("textquotesingle", u"'");
        add("textquotedbl", u"\""), add("textbackslash", u"\\"), add("textasciitilde", u"~");
        add("textasciicircum", u"^"), add("textunderscore", u"_"), add("textbar", u"|"), add("textless", u"<");
        add("textgreater", u">"), add("textbraceleft", u"{"), add("textbraceright", u"}"), add("textdollar", u"$");
        add("textdegree", u"\u00b0"), add("degree", u"\u00b0"), add("textregistered", u"\u00ae");
        add("texttrademark", u"\u2122"), add("textperiodcentered", u"\u00b7"), add("textbullet", u"\u2022");
        add("guillemotleft", u"\u00ab"), add("guillemotright", u"\u00bb"), add("times", u"\u00d7");
        add("TeX", u"TeX"), add("LaTeX", u"LaTeX"), add("BibTeX", u"BibTeX"), add("slash", u"/");
        add("&", u"&"), add("%", u"%"), add("$", u"$"), add("#", u"#"), add("_", u"_"), add("{", u"{"), add("}", u"}");
        add("@", u"@"), add("/", u""), add("-", u""), add("!", u""), add(",", u" "), add(";", u" "), add(":", u" ");
        add(" ", u" "), add("\\", u" "), add("newline", u" "), add("quad", u" "), add("qquad", u" ");
        for (const char *silent :
             {"textit",
              "textbf",
              "textrm",
              "textsf",
              "texttt",
              "textsc",
              "textmd",
              "textup",
              "textsl",
              "textnormal",
              "textsuperscript",
              "textsubscript",
              "emph",
              "em",
              "it",
              "bf",
              "rm",
              "sf",
              "tt",
              "sc",
              "sl",
              "itshape",
              "bfseries",
              "scshape",
              "upshape",
              "normalfont",
              "mbox",
              "hbox",
              "url",
              "nolinkurl",
              "ensuremath",
              "protect",
              "relax",
              "noopsort",
              "uppercase",
              "lowercase",
              "MakeUppercase",
              "mathrm",
              "text",
              "underline",
              "small",
              "footnotesize",
              "natexlab",
              "doi",
              "path",
              "allowbreak",
              "penalty",
              "xspace",
              "null",
              "left",
              "right"})
            add(silent, u"");
        return made;
    }();
    return table;
}

} // namespace

std::optional<QString> latexSign(QByteArrayView command)
{
    const auto found = signs().constFind(command.toByteArray());
    return found == signs().cend() ? std::nullopt : std::optional(*found);
}

char16_t latexAccent(QByteArrayView command)
{
    if (command.size() != 1)
        return 0;
    switch (command[0]) {
    case '`':
        return u'\u0300';
    case '\'':
        return u'\u0301';
    case '^':
        return u'\u0302';
    case '~':
        return u'\u0303';
    case '=':
        return u'\u0304';
    case 'u':
        return u'\u0306';
    case '.':
        return u'\u0307';
    case '"':
        return u'\u0308';
    case 'r':
        return u'\u030a';
    case 'H':
        return u'\u030b';
    case 'v':
        return u'\u030c';
    case 'd':
        return u'\u0323';
    case 'c':
        return u'\u0327';
    case 'k':
        return u'\u0328';
    case 'b':
        return u'\u0331';
    default:
        return 0;
    }
}

} // namespace vitrine
