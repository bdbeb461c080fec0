#pragma once

#include "content/news/NewsPattern.h"
#include "content/page/Edits.h"

#include <QDate>

#include <optional>

namespace vitrine {

/// The section in which a page tells news that visitors see: the first one with entries, else the first; nothing on a
/// page without news.
std::optional<int> newsSectionOf(const Page &page);

/// What news could say of a publication of the page.
NewsPaper newsPaperOf(const Page &page, EntryRef paper);

/// A sentence for news about a paper (Markdown, with the emoji of its neighbours): in the words in which the page told
/// of earlier papers, the commonest that suit this one, the newest among equals; else one of a few listed sentences in
/// the language of the page's news. Linear in news times papers, both bounded.
QByteArray newsTextAbout(const Page &page, int newsSection, EntryRef paper);

/// True for a paper with a title that visitors see, on a page that shows news.
bool canTellNewsAbout(const Page &page, EntryRef paper);

/// True when an item of the page's news names the paper already.
bool newsNames(const Page &page, EntryRef paper);

/// Adds news about a paper, dated today as precisely as the page's news is. Refused without a section of news.
Result<PageChange> addNewsAbout(const Page &page, EntryRef paper, QDate today);

} // namespace vitrine
