#include "content/page/writing/ShortVenues.h"

namespace vitrine {

namespace {

bool isLoud(const QByteArray &word)
{
    const auto loud = std::count_if(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return loud >= 2;
}

/// Short names that the initials of a venue do not give.
QByteArray knownShortName(const QByteArray &venue)
{
    static const std::pair<const char *, const char *> known[] = {
        {"Computer Vision and Pattern Recognition", "CVPR"},
        {"Conference on Computer Vision", "ICCV"},
        {"European Conference on Computer Vision", "ECCV"},
        {"Neural Information Processing Systems", "NeurIPS"},
        {"Learning Representations", "ICLR"},
        {"International Conference on Machine Learning", "ICML"},
        {"Human Factors in Computing Systems", "CHI"},
        {"Pattern Analysis and Machine Intelligence", "TPAMI"},
        {"Empirical Methods in Natural Language Processing", "EMNLP"},
        {"Association for Computational Linguistics", "ACL"},
        {"Knowledge Discovery and Data Mining", "KDD"},
        {"Web Search and Data Mining", "WSDM"},
        {"International Conference on Software Engineering", "ICSE"},
        {"Transactions on Image Processing", "TIP"},
        {"Transactions on Evolutionary Computation", "TEVC"},
        {"Multimedia Computing, Communications", "TOMM"},
        {"Acoustics, Speech and Signal Processing", "ICASSP"},
        {"Acoustics, Speech, and Signal Processing", "ICASSP"},
        {"Conference on Robot Learning", "CoRL"},
        {"Robotics and Automation Letters", "RA-L"},
        {"International Conference on Robotics and Automation", "ICRA"},
        {"Intelligent Robots and Systems", "IROS"},
        {"Robotics: Science and Systems", "RSS"},
        {"AAAI Conference on Artificial Intelligence", "AAAI"},
        {"International Joint Conference on Artificial Intelligence", "IJCAI"},
        {"European Conference on Artificial Intelligence", "ECAI"},
        {"Artificial Intelligence and Statistics", "AISTATS"},
        {"Uncertainty in Artificial Intelligence", "UAI"},
        {"Conference on Learning Theory", "COLT"},
        {"Journal of Machine Learning Research", "JMLR"},
        {"Transactions on Machine Learning Research", "TMLR"},
        {"International Journal of Computer Vision", "IJCV"},
        {"Winter Conference on Applications of Computer Vision", "WACV"},
        {"British Machine Vision Conference", "BMVC"},
        {"Medical Image Computing and Computer Assisted Intervention", "MICCAI"},
        {"Transactions on Medical Imaging", "TMI"},
        {"Transactions on Multimedia", "TMM"},
        {"Circuits and Systems for Video Technology", "TCSVT"},
        {"Neural Networks and Learning Systems", "TNNLS"},
        {"Transactions on Knowledge and Data Engineering", "TKDE"},
        {"Visualization and Computer Graphics", "TVCG"},
        {"Transactions on Graphics", "TOG"},
        {"Computer Graphics and Applications", "CG&A"},
        {"Computer Graphics Forum", "CGF"},
        {"International Conference on Multimedia", "MM"},
        {"Research and Development in Information Retrieval", "SIGIR"},
        {"Information and Knowledge Management", "CIKM"},
        {"International Conference on Data Mining", "ICDM"},
        {"Transactions on Information Systems", "TOIS"},
        {"The Web Conference", "WWW"},
        {"World Wide Web Conference", "WWW"},
        {"Very Large Data Bases", "VLDB"},
        {"VLDB Endowment", "PVLDB"},
        {"Management of Data", "SIGMOD"},
        {"International Conference on Data Engineering", "ICDE"},
        {"Recommender Systems", "RecSys"},
        {"North American Chapter of the Association for Computational Linguistics", "NAACL"},
        {"Conference on Language Modeling", "COLM"},
        {"Computational Linguistics: EMNLP", "EMNLP Findings"},
        {"Foundations of Software Engineering", "FSE"},
        {"Automated Software Engineering", "ASE"},
        {"Software Testing and Analysis", "ISSTA"},
        {"Transactions on Software Engineering", "TSE"},
        {"Software Engineering and Methodology", "TOSEM"},
        {"Programming Language Design and Implementation", "PLDI"},
        {"Principles of Programming Languages", "POPL"},
        {"Computer and Communications Security", "CCS"},
        {"USENIX Security", "USENIX Security"},
        {"Network and Distributed System Security", "NDSS"},
        {"Symposium on Security and Privacy", "S&P"},
        {"Information Forensics and Security", "TIFS"},
        {"Dependable and Secure Computing", "TDSC"},
        {"Operating Systems Design and Implementation", "OSDI"},
        {"Operating Systems Principles", "SOSP"},
        {"Networked Systems Design and Implementation", "NSDI"},
        {"USENIX Annual Technical Conference", "USENIX ATC"},
        {"Computer Communications", "INFOCOM"},
        {"Mobile Computing and Networking", "MobiCom"},
        {"Transactions on Mobile Computing", "TMC"},
        {"Internet of Things Journal", "IoT-J"},
        {"Parallel and Distributed Systems", "TPDS"},
        {"User Interface Software and Technology", "UIST"},
        {"Computer-Supported Cooperative Work", "CSCW"},
        {"Interactive, Mobile, Wearable and Ubiquitous", "IMWUT"},
        {"Geoscience and Remote Sensing", "TGRS"},
        {"Intelligent Transportation Systems", "T-ITS"},
        {"International Speech Communication Association", "INTERSPEECH"},
        {"Computer Aided Design", "TCAD"},
        {"Design Automation Conference", "DAC"},
    };
    // The longer name first: the European conference is no international one.
    QByteArray best;
    qsizetype length = 0;
    for (const auto &[words, name] : known) {
        const auto size = static_cast<qsizetype>(qstrlen(words));
        if (size > length && venue.contains(words)) {
            best = name;
            length = size;
        }
    }
    return best;
}

/// "ICDCS" of "… Computing Systems (ICDCS)"; of a long name without it the initials of its words; a short one whole.
QByteArray shortVenue(const QByteArray &venue)
{
    const qsizetype close = venue.lastIndexOf(')');
    const qsizetype open = venue.lastIndexOf('(', close);
    if (open >= 0 && close > open + 1 && isLoud(venue.mid(open + 1, close - open - 1)))
        return venue.mid(open + 1, close - open - 1);
    if (const QByteArray known = knownShortName(venue); !known.isEmpty())
        return known;
    const QList<QByteArray> words = venue.split(' ');
    QByteArray initials;
    for (const QByteArray &word : words) {
        // "IEEE", "ACM SIGMM": who holds it is no part of its short name.
        if (!word.isEmpty() && word[0] >= 'A' && word[0] <= 'Z' && !isLoud(word))
            initials += word[0];
    }
    return words.size() > 3 && initials.size() >= 3 ? initials : venue;
}

} // namespace

QByteArray shortVenueOf(const QByteArray &venue, const HouseStyle &style)
{
    for (const Sample &sample : style.samples()) {
        const Field *field = sample.entry->field(FieldId::Venue);
        if (!field || field->value.text() != venue)
            continue;
        QByteArray known;
        forEachSkeletonSlot(sample.skeleton(), [&](const SkeletonNode &slot) {
            if (slot.field == FieldId::Venue && slot.part == SkeletonNode::Part::Short)
                known = slot.text.text;
        });
        if (!known.isEmpty())
            return known;
    }
    return shortVenue(venue);
}

} // namespace vitrine
