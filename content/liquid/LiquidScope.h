#pragma once

#include "content/liquid/Expansion.h"
#include "content/liquid/LiquidValue.h"

#include <QByteArrayView>
#include <QHash>

#include <optional>
#include <vector>

namespace vitrine {

/// What names mean while a template runs, and what expressions made of them are worth.
class LiquidScope
{
public:
    LiquidScope(const SiteValues &site, QVariantMap page);

    /// Sets a name of the whole page, as `assign` and `capture` do.
    void assign(const QString &name, const QVariant &value) { m_scopes.front().insert(name, value); }
    /// What `increment` and `decrement` count, each name by itself; a name that nothing else has stands for it.
    qlonglong &counter(const QString &name) { return m_counters[name]; }
    /// Names of a loop or an included file, which hide others until they are popped.
    void push(QVariantMap names) { m_scopes.push_back(std::move(names)); }
    void pop() { m_scopes.pop_back(); }

    /// A literal or a variable: `"text"`, `3`, `(1..5)`, `site.data.news[0].title`.
    QVariant value(QByteArrayView expression) const;
    /// A value with filters: `title | append: "!" | upcase`.
    QVariant output(QByteArrayView markup) const;
    /// What `if` asks: comparisons joined by `and` and `or`, the last first. Nothing when only the site can tell.
    std::optional<bool> condition(QByteArrayView markup) const;

private:
    QVariantList pathKeys(QByteArrayView path) const;
    QVariant variable(QByteArrayView path) const;
    QVariant root(const QString &name) const;
    QVariant siteMember(const QString &name) const;
    bool isCollection(const QString &name) const;
    std::optional<bool> comparison(QByteArrayView markup) const;
    QVariant filtered(const QByteArray &name, const QVariant &input, const QVariantList &arguments) const;
    QVariant itemValue(const QByteArray &filter, const QVariant &item, const QVariantList &arguments) const;
    bool isOverworked(const QVariant &input) const;

    const SiteValues &m_site;
    QVariantMap m_page;
    std::vector<QVariantMap> m_scopes;
    QHash<QString, qlonglong> m_counters;
    mutable int m_depth = 0; ///< of brackets inside brackets
    mutable qsizetype m_work = 0; ///< items and letters that filters went through
};

/// Cuts at a character that stands outside quotes. Parts are trimmed.
std::vector<QByteArrayView> splitLiquid(QByteArrayView markup, char separator);
/// Words and quoted texts, separated by blanks.
std::vector<QByteArrayView> liquidWords(QByteArrayView markup);

} // namespace vitrine
