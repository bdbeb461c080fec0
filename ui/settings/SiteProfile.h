#pragma once

#include "content/profile/ProfileLinks.h"
#include "ui/settings/YamlForm.h"

namespace vitrine {

/// What the site says of its author (`_config.yml`): name, picture, a few words, place, links. Edited by the laws of
/// the page, saved together with it.
class SiteProfile : public YamlForm
{
    Q_OBJECT

public:
    explicit SiteProfile(Selection *selection, QWidget *parent = nullptr);

protected:
    const YamlText *yaml() const override;
    QByteArray yamlBytes() const override;
    std::vector<QByteArray> lineNames() const override;
    QString labelOf(const QByteArray &name) const override;
    YamlListField *makeList(const QByteArray &name) override;
    std::optional<ValueNote> noteOn(const QByteArray &name, const QString &value) const override;
    SettingLine::Look lookOf(const QByteArray &name) const override;
    Result<PageChange> changeTo(const QByteArray &name, const QByteArray &value, YamlQuotes quotes) const override;
    void addBelow(const QByteArray &name, QFormLayout *form, QWidget *page) override;
    void fillFoot(QVBoxLayout *column, QWidget *page) override;

private:
    bool isShown(const YamlField &field) const;
    /// Lines that the author could have, too: those that researchers have most, then all that the theme knows.
    std::vector<QByteArray> offeredNames() const;
    QString placeholderOf(const QByteArray &name) const;
    void addAdders(QFormLayout *form, QWidget *page);

    /// What the site's own theme makes of the values.
    void readTheme();

    /// The names of the site's menus, as lists of this form.
    std::vector<QByteArray> menuNames() const;

    ProfileAddresses m_addresses;
    mutable YamlText m_yaml;
    mutable QByteArray m_read; ///< the bytes that m_yaml was read from
    mutable bool m_isRead = false;
};

} // namespace vitrine
