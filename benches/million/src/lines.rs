//! Sentences that look like those of reports: names, verbs, places, numbers. The same on every machine; each has 60 to 200
//! characters. Reads nothing.

/// A generator that is the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    /// A number below a bound.
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % below.max(1)
    }

    /// One of a list; early ones come up more often, as words do.
    fn pick<'a>(&mut self, list: &'a [String]) -> &'a str {
        let bound = 1 + self.roll(list.len());
        let at = if self.roll(3) > 0 { self.roll(bound) } else { self.roll(list.len()) };
        &list[at]
    }
}

const FIRST: &str = "Kassym Nursultan Shavkat Sadyr Emomali Serdar Gurbanguly Vladimir Sergei Imangali Alexander Dmitri Marat \
    Bakhtiyor Vladimir Ulan Zhanna Dinara Gulnara Saida Aigul Roza Olga Natalia Elena Wang Li Xi Zhang Recep Hakan Ilham \
    Jeyhun Nikol Ararat Narendra Ajit Antony Donald Mark Emmanuel Olaf Ursula Josep Kaja Antonio Helga Kairat Murat Erlan \
    Timur Askar Bolat Daniyar Ruslan Azamat Jamshid Otabek Rustam Farhod Nozim Aziz Sirojiddin Mahmadali Hamrokhon Rashid";
const PLACES: &str = "Tashkent Astana Almaty Bishkek Dushanbe Ashgabat Aktobe Aktau Atyrau Shymkent Karaganda Osh Batken Jalal-Abad \
    Khujand Khorog Isfara Samarkand Bukhara Nukus Termez Andijan Fergana Namangan Mary Turkmenbashi Moscow Beijing Urumqi \
    Kashgar Kabul Herat Mazar-i-Sharif Tehran Ankara Baku Tbilisi Yerevan Brussels Geneva Vienna Warsaw Minsk Kyiv Delhi \
    Islamabad Washington London Paris Berlin Nur-Sultan Khorgos Semey Taraz Kyzylorda Baikonur Ekibastuz Oskemen Gorno-Badakhshan";
const COUNTRIES: &str = "Kazakhstan Uzbekistan Kyrgyzstan Tajikistan Turkmenistan Russia China Afghanistan Iran Türkiye Azerbaijan \
    Armenia Georgia Belarus Ukraine Pakistan India Mongolia Germany France";
const OFFICES: &str = "President|Prime Minister|Minister for Foreign Affairs|Minister of Defence|Deputy Minister for Energy|Minister for \
    Transport|Secretary General|Special Representative|Ambassador|Chairman of the Senate|Governor|First Deputy Chairman|Chief of \
    the General Staff|Head of the Border Service|Minister for Water Resources|Director of the State Agency";
const BODIES: &str = "the Shanghai Cooperation Organisation|the Collective Security Treaty Organization (CSTO)|the Eurasian Economic \
    Union|the Tashkent Intelligence Forum|the Organization of Turkic States|the Asian Development Bank|the European Commission|the \
    Council of Foreign Ministers|the National Security Committee|the Ministry of Internal Affairs|the United Nations|the World Bank|\
    the State Border Commission|the International Monetary Fund|the Tashkent International Institute|the OSCE Permanent Council|the \
    Central Asian Bureau for Analytical Reporting|the Islamic Development Bank|the Supreme Eurasian Economic Council|the Mejlis";
const VERBS: &str = "met visited signed announced rejected ratified opened inspected criticised welcomed discussed launched suspended \
    approved postponed hosted addressed chaired denounced confirmed reported warned agreed promised ordered dismissed appointed \
    detained arrested extradited deployed withdrew exercised trained supplied delivered purchased financed completed inaugurated";
const NOUNS: &str = "agreement border water gas pipeline protocol exercise drill railway treaty memorandum delegation summit talks \
    ceasefire shipment loan grant investment tariff quota customs corridor reservoir dam power plant mine refinery cement cotton wheat \
    migrant labour recruits conscripts police officers troops helicopters armour vehicles drones radar training centre base garrison \
    election referendum amendment constitution court verdict sentence protest rally strike inspection audit report strategy programme \
    budget deficit inflation remittances export import trade turnover transit freight flight route embassy consulate visa passport";
const ADJECTIVES: &str = "joint bilateral trilateral regional national annual new second third military economic cultural strategic \
    cross-border multi-vector long-term short-term high-level transboundary renewable hydroelectric counter-terrorism humanitarian \
    digital agricultural industrial legal political illegal temporary permanent informal extraordinary unprecedented limited";
const LINKS: &str = "on the|about the|over the|for the|despite the|after the|before the|under the|as part of the|in spite of the|with \
    regard to the|in connection with the|against the|following the";
const MONTHS: &str =
    "January February March April May June July August September October November December";
const STARTS: &str = "k t a m s b d sh zh ch kh n r g y j e o u i v l p f z";
const MIDDLES: &str = "a e i o u ai ya ur an ar al er in on or ul ak ek il am yn";
const CLOSES: &str = "bek bai gul ova ov ev eva in shev kanov baev bayeva tayev murat zhan khan kul abad kent qand gan tau su dar stan \
    metov liyev zoda iyon dze shvili yan enko uk ski";

/// What sentences are made of.
struct Lists {
    first: Vec<String>,
    last: Vec<String>,
    places: Vec<String>,
    countries: Vec<String>,
    offices: Vec<String>,
    bodies: Vec<String>,
    verbs: Vec<String>,
    nouns: Vec<String>,
    adjectives: Vec<String>,
    links: Vec<String>,
    months: Vec<String>,
}

impl Lists {
    fn new(dice: &mut Dice) -> Self {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let phrases = |text: &str| {
            text.split('|').map(|p| p.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
        };
        let (starts, middles, closes) = (words(STARTS), words(MIDDLES), words(CLOSES));
        let mut name = || {
            let mut name = starts[dice.roll(starts.len())].clone();
            for _ in 0..1 + dice.roll(2) {
                name += &middles[dice.roll(middles.len())];
                name += &starts[dice.roll(starts.len())];
            }
            name += &middles[dice.roll(middles.len())];
            name += &closes[dice.roll(closes.len())];
            let (head, rest) = name.split_at(1);
            head.to_uppercase() + rest
        };
        let last = (0..60_000).map(|_| name()).collect();
        let mut places = words(PLACES);
        places.extend((0..20_000).map(|_| name()));
        Self {
            first: words(FIRST),
            last,
            places,
            countries: words(COUNTRIES),
            offices: phrases(OFFICES),
            bodies: phrases(BODIES),
            verbs: words(VERBS),
            nouns: words(NOUNS),
            adjectives: words(ADJECTIVES),
            links: phrases(LINKS),
            months: words(MONTHS),
        }
    }

    fn who(&self, dice: &mut Dice) -> String {
        match dice.roll(6) {
            0 => self.in_capitals(dice.pick(&self.bodies)),
            1 => format!("The {} of {}", dice.pick(&self.offices), dice.pick(&self.countries)),
            2 => format!("{} {}", dice.pick(&self.first), dice.pick(&self.last)),
            3 => format!("{}'s {}", dice.pick(&self.countries), dice.pick(&self.offices)),
            _ => {
                let office = dice.pick(&self.offices);
                format!("{office} {} {}", dice.pick(&self.first), dice.pick(&self.last))
            }
        }
    }

    fn in_capitals(&self, body: &str) -> String {
        body.strip_prefix("the ").map_or_else(|| body.to_owned(), |rest| format!("The {rest}"))
    }

    fn what(&self, dice: &mut Dice) -> String {
        let (adjective, noun) = (dice.pick(&self.adjectives), dice.pick(&self.nouns));
        match dice.roll(4) {
            0 => format!("a {adjective} {noun}"),
            1 => format!("the {noun} {}", dice.pick(&self.nouns)),
            2 => format!("{} {adjective} {noun} projects", 2 + dice.roll(400)),
            _ => format!("the {adjective} {noun}"),
        }
    }

    fn when(&self, dice: &mut Dice) -> String {
        let year = 1991 + dice.roll(35);
        match dice.roll(4) {
            0 => format!("in {year}"),
            1 => format!("in {} {year}", dice.pick(&self.months)),
            _ => format!("on {} {} {year}", 1 + dice.roll(28), dice.pick(&self.months)),
        }
    }

    fn sentence(&self, dice: &mut Dice) -> String {
        let mut text = self.who(dice);
        text += &format!(" {} {}", dice.pick(&self.verbs), self.what(dice));
        text += &format!(" in {} {}", dice.pick(&self.places), self.when(dice));
        let length = 60 + dice.roll(120);
        while text.len() < length {
            text += &match dice.roll(5) {
                0 => format!(", according to {}", dice.pick(&self.bodies)),
                1 => format!(" and {} {}", dice.pick(&self.verbs), self.what(dice)),
                2 => format!(" worth {}.{} million dollars", dice.roll(900), dice.roll(10)),
                3 => format!(" near {}", dice.pick(&self.places)),
                _ => format!(
                    " {} {} {}",
                    dice.pick(&self.links),
                    dice.pick(&self.adjectives),
                    dice.pick(&self.nouns)
                ),
            };
        }
        while text.len() > 199 {
            let end = text.rfind(' ').unwrap_or(0);
            text.truncate(end);
        }
        text + "."
    }
}

/// So many sentences.
pub fn lines(count: usize) -> Vec<String> {
    let mut dice = Dice(1);
    let lists = Lists::new(&mut dice);
    (0..count).map(|_| lists.sentence(&mut dice)).collect()
}
