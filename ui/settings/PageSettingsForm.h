#pragma once

#include "ui/settings/YamlForm.h"

namespace vitrine {

/// The settings of the page (its front matter): a line for each value that stands there.
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
    Result<PageChange> changeTo(const QByteArray &name, const QByteArray &value, YamlQuotes quotes) const override;
    void fillFoot(QVBoxLayout *column, QWidget *page) override;
};

} // namespace vitrine
