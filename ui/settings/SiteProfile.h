#pragma once

#include <QScrollArea>

namespace vitrine {

class Selection;

/// What the site says of its author (`_config.yml`), to be read; it is changed in the system's editor.
class SiteProfile : public QScrollArea
{
    Q_OBJECT

public:
    explicit SiteProfile(Selection *selection, QWidget *parent = nullptr);

private:
    void rebuild();

    Selection *m_selection;
};

} // namespace vitrine
