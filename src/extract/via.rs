//! What every finding carries: the rule that made it, and how words lead to a country. Plain values.

/// The name of the rule that made a finding, kebab-case with its room in front: `date.day-month-year`.
pub type Rule = &'static str;

/// How a mention leads to a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Via {
    /// Its name or a variant: Kazakhstan, Republic of Kazakhstan, USSR.
    Name,
    /// Its people, language or adjective: Kazakh, Kazakhstani.
    Demonym,
    /// Its capital: Astana.
    Capital,
    /// A group it belongs to: Central Asian states.
    Group,
    /// A city that is no capital: Almaty.
    City,
    /// A first-level region: Aktobe Region, Ohio.
    Region,
    /// A word that stands for a government: Kremlin.
    Metonym,
}

impl Via {
    /// The word of exports and screens: `name`, `demonym`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Demonym => "demonym",
            Self::Capital => "capital",
            Self::Group => "group",
            Self::City => "city",
            Self::Region => "region",
            Self::Metonym => "metonym",
        }
    }
}
