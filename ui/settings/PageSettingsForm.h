#pragma once

#include "ui/settings/YamlForm.h"

namespace vitrine {

/// The settings of the page (its front matter): a line for each value, a switch for what is on or off, rows for lists.
/// What pages usually have is offered, anything else is added by its name, each can be removed.
class PageSettingsForm : public YamlForm
{
    Q_OBJECT

public:
    explicit PageSettingsForm(Selection *selection, QWidget *parent = nullptr);

protected:
    const YamlText *yaml() const override;
    QByteArray yamlBytes() const override;
    std::vector<QByteArray> lineNames() const override;
    QString labelOf(const QByteArray &name) const override;
    SettingLine::Look lookOf(const QByteArray &name) const override;
    std::optional<ValueNote> noteOn(const QByteArray &name, const QString &value) const override;
    Result<PageChange> changeTo(const QByteArray &name, const QByteArray &value, YamlQuotes quotes) const override;
    void remove(const QByteArray &name) override;
    YamlListField *makeList(const QByteArray &name) override;
    void fillFoot(QVBoxLayout *column, QWidget *page) override;

private:
    /// True for names whose values stand in a list, or can.
    bool isList(const QByteArray &name) const;
    void add(const QByteArray &name);
    QWidget *makeAdders(QWidget *page);
};

} // namespace vitrine
