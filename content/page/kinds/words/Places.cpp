#include "content/page/kinds/words/Lexicon.h"

#include <algorithm>

namespace vitrine::lexicon {

namespace {

// Lists as dense as these are read better in lines than in columns.
// clang-format off

/// Countries and states in few letters, which mean them only in capitals and by themselves.
const WordSet &codes()
{
    static const WordSet words{
        "usa", "us", "uk", "uae", "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "il", "ia",
        "ks", "ky", "la", "md", "ma", "mi", "mn", "ms", "mo", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "oh", "ok",
        "or", "pa", "ri", "sc", "tn", "tx", "ut", "vt", "va", "wa", "dc", "wv", "wi", "nyc", "bc", "on", "qc",
        "nsw", "vic"};
    return words;
}

using Words = std::vector<QByteArrayView>;

/// Countries, states and provinces: what stands before them may be a town.
const Words &lands()
{
    static const Words words{
        "china", "p.r. china", "pr china", "p.r.china", "mainland china", "taiwan", "japan", "korea", "south korea",
        "republic of korea", "u.s.", "u.s.a.", "united states", "united states of america", "america", "canada",
        "mexico", "brazil", "argentina", "chile", "colombia", "peru", "uruguay", "ecuador", "costa rica", "cuba",
        "u.k.", "united kingdom", "great britain", "england", "scotland", "wales", "northern ireland", "ireland",
        "germany", "france", "italy", "spain", "portugal", "switzerland", "austria", "netherlands", "the netherlands",
        "belgium", "luxembourg", "denmark", "sweden", "norway", "finland", "iceland", "estonia", "latvia",
        "lithuania", "poland", "czech republic", "czechia", "slovakia", "slovenia", "hungary", "romania", "bulgaria",
        "serbia", "croatia", "greece", "cyprus", "malta", "turkey", "türkiye", "ukraine", "russia", "belarus",
        "georgia", "armenia", "azerbaijan", "kazakhstan", "uzbekistan", "australia", "new zealand", "india",
        "pakistan", "bangladesh", "sri lanka", "nepal", "iran", "iraq", "israel", "jordan", "lebanon", "egypt",
        "morocco", "tunisia", "algeria", "ethiopia", "kenya", "nigeria", "ghana", "rwanda", "south africa", "u.a.e.",
        "united arab emirates", "saudi arabia", "qatar", "kuwait", "oman", "bahrain", "thailand", "vietnam",
        "malaysia", "indonesia", "philippines", "the philippines", "cambodia", "myanmar", "mongolia", "europe",
        "asia", "guangdong", "guangxi", "jiangsu", "zhejiang", "shandong", "hubei", "hunan", "henan", "hebei",
        "shanxi", "shaanxi", "sichuan", "anhui", "fujian", "jiangxi", "liaoning", "jilin", "heilongjiang", "yunnan",
        "guizhou", "hainan", "gansu", "ningxia", "xinjiang", "qinghai", "tibet", "inner mongolia", "ontario",
        "alberta", "british columbia", "manitoba", "nova scotia", "saskatchewan", "queensland", "new south wales",
        "bavaria", "catalonia", "tuscany", "alabama", "alaska", "arizona", "arkansas", "california", "colorado",
        "connecticut", "delaware", "florida", "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky",
        "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri",
        "montana", "nebraska", "nevada", "new hampshire", "new jersey", "new mexico", "north carolina",
        "north dakota", "ohio", "oklahoma", "oregon", "pennsylvania", "rhode island", "south carolina", "tennessee",
        "texas", "utah", "vermont", "virginia", "washington", "west virginia", "wisconsin", "wyoming", "afghanistan",
        "albania", "bolivia", "botswana", "brunei", "cameroon", "laos", "moldova", "panama", "senegal", "syria",
        "tanzania", "uganda", "venezuela", "people's republic of china", "taiwan roc", "the uk", "the us", "the usa",
        "the united states", "korea republic", "kingdom of saudi arabia", "south dakota", "台湾", "中国", "日本", "韩国",
        "美国", "英国", "德国", "法国", "加拿大", "澳大利亚", "瑞士", "瑞典", "荷兰", "意大利", "西班牙", "俄罗斯", "泰国", "马来西亚", "印度", "江苏", "浙江",
        "广东", "山东", "湖北", "湖南", "四川", "陕西", "安徽", "福建", "辽宁", "吉林", "黑龙江", "河北", "河南", "山西", "云南", "贵州", "江西", "甘肃",
        "海南"};
    return words;
}

const Words &towns()
{
    static const Words words{
        "hong kong", "hong kong sar", "hong kong s.a.r.", "hksar", "macau", "macao", "singapore", "beijing",
        "shanghai", "tianjin", "chongqing", "shenzhen", "guangzhou", "hangzhou", "nanjing", "wuhan", "chengdu",
        "xi'an", "xi’an", "xian", "suzhou", "hefei", "harbin", "dalian", "changsha", "qingdao", "jinan", "xiamen",
        "zhuhai", "shenyang", "changchun", "zhengzhou", "fuzhou", "nanchang", "kunming", "guiyang", "lanzhou",
        "taiyuan", "nanning", "ningbo", "wuxi", "dongguan", "foshan", "wenzhou", "haikou", "urumqi", "hohhot",
        "shijiazhuang", "weihai", "yantai", "xuzhou", "changzhou", "zhenjiang", "hsinchu", "taipei", "tainan",
        "kaohsiung", "taichung", "kowloon", "shatin", "sha tin", "clear water bay", "tokyo", "kyoto", "osaka",
        "nagoya", "fukuoka", "sendai", "sapporo", "tsukuba", "yokohama", "seoul", "daejeon", "busan", "pohang",
        "ulsan", "gwangju", "incheon", "suwon", "bangkok", "hanoi", "ho chi minh city", "kuala lumpur", "jakarta",
        "manila", "new delhi", "delhi", "mumbai", "bangalore", "bengaluru", "hyderabad", "chennai", "kanpur", "pune",
        "kolkata", "dhaka", "lahore", "islamabad", "tehran", "istanbul", "ankara", "tel aviv", "haifa", "jerusalem",
        "abu dhabi", "dubai", "doha", "riyadh", "thuwal", "cairo", "cape town", "johannesburg", "nairobi", "lagos",
        "london", "oxford", "cambridge", "edinburgh", "glasgow", "manchester", "birmingham", "bristol", "leeds",
        "sheffield", "nottingham", "southampton", "warwick", "cardiff", "belfast", "dublin", "paris", "lyon",
        "grenoble", "toulouse", "marseille", "nice", "sophia antipolis", "rennes", "nantes", "bordeaux", "lille",
        "strasbourg", "palaiseau", "berlin", "munich", "münchen", "garching", "hamburg", "frankfurt", "cologne",
        "bonn", "aachen", "dresden", "leipzig", "stuttgart", "tübingen", "tuebingen", "heidelberg", "karlsruhe",
        "darmstadt", "saarbrücken", "saarbruecken", "freiburg", "erlangen", "nuremberg", "passau", "potsdam",
        "göttingen", "zurich", "zürich", "lausanne", "geneva", "basel", "bern", "lugano", "vienna", "graz", "linz",
        "innsbruck", "amsterdam", "rotterdam", "the hague", "delft", "eindhoven", "utrecht", "leiden", "groningen",
        "nijmegen", "enschede", "brussels", "leuven", "ghent", "antwerp", "copenhagen", "aarhus", "aalborg", "odense",
        "lyngby", "stockholm", "gothenburg", "lund", "uppsala", "linköping", "oslo", "trondheim", "bergen",
        "helsinki", "espoo", "tampere", "turku", "reykjavik", "tallinn", "riga", "vilnius", "warsaw", "krakow",
        "prague", "brno", "bratislava", "budapest", "bucharest", "sofia", "belgrade", "zagreb", "ljubljana", "athens",
        "thessaloniki", "heraklion", "rome", "milan", "turin", "pisa", "bologna", "florence", "trento", "padua",
        "venice", "naples", "genoa", "modena", "catania", "palermo", "madrid", "barcelona", "valencia", "seville",
        "granada", "bilbao", "lisbon", "porto", "coimbra", "moscow", "saint petersburg", "st. petersburg", "kyiv",
        "kiev", "sydney", "melbourne", "brisbane", "adelaide", "perth", "canberra", "hobart", "wollongong",
        "auckland", "wellington", "christchurch", "dunedin", "toronto", "montreal", "montréal", "vancouver", "ottawa",
        "waterloo", "edmonton", "calgary", "halifax", "quebec", "québec", "são paulo", "sao paulo", "rio de janeiro",
        "campinas", "buenos aires", "santiago", "bogotá", "bogota", "mexico city", "lima", "new york",
        "washington dc", "washington d.c.", "d.c.", "new york city", "brooklyn", "ithaca", "boston", "seattle",
        "redmond", "bellevue", "kirkland", "san francisco", "bay area", "silicon valley", "mountain view",
        "menlo park", "palo alto", "stanford", "cupertino", "sunnyvale", "santa clara", "san jose", "berkeley",
        "oakland", "los angeles", "pasadena", "irvine", "santa barbara", "san diego", "la jolla", "pittsburgh",
        "philadelphia", "princeton", "new haven", "providence", "austin", "houston", "dallas", "college station",
        "chicago", "evanston", "urbana", "champaign", "urbana-champaign", "ann arbor", "madison", "minneapolis",
        "columbus", "cleveland", "bloomington", "west lafayette", "notre dame", "atlanta", "durham", "chapel hill",
        "raleigh", "charlottesville", "blacksburg", "baltimore", "college park", "nashville", "gainesville",
        "orlando", "tampa", "miami", "phoenix", "tempe", "tucson", "boulder", "denver", "salt lake city", "portland",
        "snowbird", "las vegas", "new orleans", "honolulu", "rochester", "buffalo", "troy", "newark",
        "yorktown heights", "remote", "online", "virtual", "北京", "上海", "天津", "重庆", "深圳", "广州", "杭州", "南京", "武汉", "成都",
        "西安", "苏州", "合肥", "哈尔滨", "大连", "长沙", "青岛", "济南", "厦门", "沈阳", "郑州", "香港", "澳门", "台北", "新加坡", "东京", "monaco",
        "macau sar", "baoding", "beihai", "guilin", "huizhou", "jiaxing", "luoyang", "mianyang", "nantong",
        "qinhuangdao", "quanzhou", "sanya", "shantou", "shaoxing", "taizhou", "tangshan", "weifang", "wuhu",
        "xiangtan", "xining", "yangzhou", "yinchuan", "zhongshan", "zibo", "kobe", "hiroshima", "okinawa", "daegu",
        "jeju", "da nang", "bandung", "penang", "karachi", "colombo", "kathmandu", "jeddah", "kigali", "marrakech",
        "casablanca", "tunis", "malmö", "luxembourg city", "montpellier", "nancy", "saclay", "versailles", "cannes",
        "köln", "bremen", "hannover", "hanover", "mannheim", "bielefeld", "münster", "dortmund", "düsseldorf",
        "augsburg", "jena", "kiel", "mainz", "st. gallen", "wien", "salzburg", "klagenfurt", "roma", "milano",
        "torino", "padova", "napoli", "genova", "verona", "trieste", "pavia", "malaga", "málaga", "zaragoza",
        "san sebastian", "palma", "braga", "crete", "patras", "kraków", "wroclaw", "wrocław", "gdansk", "poznan",
        "cluj-napoca", "lviv", "novosibirsk", "tartu", "minsk", "galway", "aberdeen", "st andrews", "swansea",
        "liverpool", "newcastle", "brighton", "exeter", "coventry", "lancaster", "guildford", "loughborough",
        "leicester", "norwich", "bradford", "redwood city", "santa cruz", "riverside", "davis", "sacramento",
        "san mateo", "fremont", "los gatos", "eugene", "corvallis", "albuquerque", "santa fe", "los alamos",
        "san antonio", "arlington", "baton rouge", "knoxville", "memphis", "charlotte", "research triangle park",
        "tallahassee", "jacksonville", "savannah", "charleston", "richmond", "fairfax", "bethesda", "rockville",
        "hoboken", "new brunswick", "amherst", "worcester", "somerville", "syracuse", "albany", "stony brook",
        "manhattan", "murray hill", "state college", "university park", "cincinnati", "detroit", "east lansing",
        "south bend", "indianapolis", "milwaukee", "st. paul", "iowa city", "st. louis", "kansas city", "omaha",
        "anchorage", "boise", "winnipeg", "saskatoon", "québec city", "quebec city", "burnaby", "whistler",
        "guadalajara", "monterrey", "cancun", "san juan", "puerto rico", "medellin", "montevideo", "brasilia",
        "belo horizonte", "havana", "quito", "gold coast", "无锡", "宁波", "福州", "长春", "石家庄", "太原", "昆明", "贵阳", "南宁",
        "南昌", "海口", "兰州", "西宁", "银川", "乌鲁木齐", "拉萨", "呼和浩特", "珠海", "东莞", "佛山", "首尔", "伦敦", "巴黎", "柏林", "纽约", "波士顿",
        "西雅图", "旧金山", "新竹", "线上", "远程", "北京市", "上海市", "深圳市", "广州市", "杭州市", "中国香港", "中国北京", "中国上海"};
    return words;
}
// clang-format on

} // namespace

const WordSet &places()
{
    static const WordSet words = [] {
        Words all = lands();
        all.insert(all.end(), towns().begin(), towns().end());
        return WordSet(all);
    }();
    return words;
}

bool isLand(QByteArrayView text)
{
    static const WordSet known(lands());
    const bool capitals = std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return known.contains(text) || (capitals && codes().contains(text));
}

bool isPlaceName(QByteArrayView text)
{
    if (text.endsWith("。"))
        text = text.chopped(3);
    const auto isKnown = [](QByteArrayView name) {
        const bool capitals = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return places().contains(name) || (capitals && codes().contains(name));
    };
    return isKnown(text) || (text.endsWith('.') && isKnown(text.chopped(1)));
}

} // namespace vitrine::lexicon
