#include "ui/dialogs/About.h"

#include "app/site/IconFonts.h"
#include "ui/look/Icons.h"
#include "ui/look/Metrics.h"

#include <QApplication>
#include <QMessageBox>

namespace vitrine {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("About", text);
}

} // namespace

void showAbout(QWidget *parent)
{
    QMessageBox box(parent);
    box.setObjectName(QStringLiteral("AboutDialog"));
    box.setWindowTitle(tr("About Vitrine"));
    box.setIconPixmap(programIcon().pixmap(metrics::px(16)));
    box.setText(QStringLiteral("<b>Vitrine %1</b>").arg(QCoreApplication::applicationVersion()));
    box.setInformativeText(
        tr("Edits a researcher’s homepage in forms, shows it as visitors will see it, and saves the same file with "
           "nothing else touched.")
        + QStringLiteral("\n\nQt %1").arg(QLatin1String(qVersion()))
        + (hasIconFonts() ? QStringLiteral(
               "\nKaTeX (MIT), Font Awesome Free (CC BY 4.0, OFL 1.1, MIT), Academicons (OFL 1.1, MIT)")
                          : QString()));
    box.setStandardButtons(QMessageBox::Close);
    box.exec();
}

} // namespace vitrine
