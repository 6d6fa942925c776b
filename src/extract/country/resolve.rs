//! Settles what each name means: by the region or country written after it, by the same name elsewhere in the
//! document, by what else the document speaks of. Never drops a name that can mean one country only.

use super::context::{after, before, blank};
use super::cue::{self, Way};
use super::evidence::Evidence;
use super::gazetteer::{Entry, Gazetteer, Kind, rule};
use super::iso::Country;
use super::list;
use super::qualify::Qualified;
use super::scan::Hit;
use super::score::{self, Company};
use super::sense::Sense;
use crate::extract::{Rule, Trace, Via};
use crate::text::Span;
use std::collections::HashMap;

/// A country, how the words lead to it and by which rule.
pub(super) type Choice = (Country, Via, Rule);

/// What decides on a name where nothing beside it explains it; the same question has the same answer in one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Question {
    entry: usize,
    lost_apostrophe: bool,
    /// Whether it stands as only a town does.
    placed: bool,
    /// What it is listed with: "Zurich, Amsterdam and Brussels".
    company: Company,
}

/// What a name means where nothing beside it explains it; `Err` names the guard.
type Settled = Result<Choice, Rule>;

/// For each hit, what it means; `None` for groups, cues and what nothing supports. With what the document speaks for.
pub(super) fn resolve(
    text: &str,
    hits: &[Hit],
    names: &Gazetteer,
    trace: &mut Trace,
) -> (Vec<Option<Choice>>, Evidence) {
    let mut evidence = Evidence::of(text, hits, names);
    let qualified = Qualified::find(text, hits, names, &mut evidence);
    let placed = places(text, hits, names, &mut evidence);
    let home = evidence.home();
    let mut settled: HashMap<Question, Settled> = HashMap::new();
    let mut resolved = Vec::with_capacity(hits.len());
    for (i, hit) in hits.iter().enumerate() {
        let Some(entry) = names.entry(hit.entry) else { continue };
        if hit.street {
            resolved.push(None);
            continue;
        }
        let mut last = None;
        let choice = match (entry.kind, qualified.of(i, hit.entry)) {
            (Kind::County, _) => county(hit, &evidence),
            (Kind::Cue(row), _) if hit.named_county => township(row, home),
            (Kind::Cue(_) | Kind::Group(_) | Kind::Decoy, _) => None,
            (_, Some((sense, rule))) => Some((sense.country, sense.via, rule)),
            _ if entry.plain() => entry.senses.first().map(|s| plain(s, hit.lost_apostrophe)),
            _ => {
                let question = Question {
                    entry: hit.entry,
                    lost_apostrophe: hit.lost_apostrophe,
                    placed: placed.get(i).copied().unwrap_or_default(),
                    company: company(text, hits, i, entry, names),
                };
                let choice = settled
                    .entry(question)
                    .or_insert_with(|| choose(&entry.senses, question, &evidence));
                last = Some(question);
                choice.ok()
            }
        };
        let choice = choice.filter(|choice| {
            choice.2.starts_with("country.qualified") || !elsewhere(text, hit, *choice, &evidence)
        });
        if trace.listens() && entry.kind == Kind::Place {
            let guard = last.and_then(|question| settled.get(&question)?.err());
            report(hit, entry, choice, guard.unwrap_or("country.not-supported"), trace);
        }
        resolved.push(choice);
    }
    (resolved, evidence)
}

/// Reports the senses that lost to the one chosen, or all of them to the guard.
fn report(hit: &Hit, entry: &Entry, choice: Option<Choice>, guard: Rule, trace: &mut Trace) {
    let span = Span::new(hit.start, hit.end);
    for sense in entry.senses.iter() {
        match choice {
            Some((country, _, _)) if country == sense.country => {}
            Some((_, _, by)) => trace.lose(span, rule(sense.via), by),
            None => trace.lose(span, rule(sense.via), guard),
        }
    }
}

/// What a name that several countries share is listed with: a town or region before or after it, or another country.
fn company(text: &str, hits: &[Hit], i: usize, entry: &Entry, names: &Gazetteer) -> Company {
    if entry.senses.len() < 2 {
        return Company::None;
    }
    let listed = |from: &Hit, to: &Hit| {
        let gap = text.get(from.end..to.start).unwrap_or_default();
        matches!(gap, ", " | " and " | ", and " | " or ")
    };
    let state = entry.senses.first().is_some_and(|s| s.via == Via::Name);
    let lone = |other: &Hit| match &*names.entry(other.entry)?.senses {
        [one] if one.weak => None,
        [one] if matches!(one.via, Via::City | Via::Capital) => Some(Company::Place(one.country)),
        [one] if state && one.via == Via::Region => Some(Company::Place(one.country)),
        [one] if state && one.via == Via::Name => {
            let other = entry.senses.iter().all(|s| s.country != one.country);
            other.then_some(Company::Countries)
        }
        _ => None,
    };
    let Some(hit) = hits.get(i) else { return Company::None };
    let before = i.checked_sub(1).and_then(|i| hits.get(i)).filter(|other| listed(other, hit));
    let after = hits.get(i + 1).filter(|other| listed(hit, other));
    before.and_then(lone).or_else(|| after.and_then(lone)).unwrap_or_default()
}

/// For each hit, whether it stands as only a town does. What it stands beside goes to the evidence.
fn places(text: &str, hits: &[Hit], names: &Gazetteer, evidence: &mut Evidence) -> Vec<bool> {
    let row = |hit: Option<&Hit>| match names.entry(hit?.entry)?.kind {
        Kind::Cue(row) => Some(row),
        _ => None,
    };
    let touch = |from: usize, to: usize| blank(text.get(from..to).unwrap_or_default());
    let mut placed = Vec::with_capacity(hits.len());
    for (i, hit) in hits.iter().enumerate() {
        let doubtful =
            names.entry(hit.entry).is_some_and(|e| e.senses.first().is_some_and(|s| s.weak));
        let shared = names.entry(hit.entry).is_some_and(|e| e.senses.len() > 1);
        if !doubtful && !shared {
            placed.push(false);
            continue;
        }
        let next = hits.get(i + 1).filter(|next| touch(hit.end, next.start));
        let last = i.checked_sub(1).and_then(|i| hits.get(i));
        let last = last.filter(|last| touch(last.end, hit.start));
        let beside = row(next).filter(|row| matches!(cue::way(*row), Way::Before));
        let beside = beside.or_else(|| row(last).filter(|row| cue::way(*row) == Way::After));
        let stands = beside.is_some() || stands_as_town(text, hit);
        if stands {
            evidence.anchor(hit.entry);
        }
        if let Some(row) = beside {
            evidence.put_beside(hit.entry, row);
        }
        placed.push(stands);
    }
    placed
}

/// Whether a town alone stands so: "in Mobile", "the mayor of Lincoln", "Madison residents", "CANTON --".
fn stands_as_town(text: &str, hit: &Hit) -> bool {
    let (word, gap) = before(text, hit.start);
    if blank(gap) && list::WITHIN.has(word) {
        return true;
    }
    if blank(gap) && word == "of" {
        let (thing, gap) = before(text, hit.start - gap.len() - word.len());
        return blank(gap) && list::OF_PLACE.has(thing);
    }
    let (gap, next) = after(text, hit.end);
    if (blank(gap) && (list::OF_TOWN.says(next) || list::TOWN_OFFICE.names(next)))
        || (gap == "-" && matches!(next, "based" | "area"))
    {
        return true;
    }
    let opens = hit.start == 0 || text.as_bytes().get(hit.start - 1) == Some(&b'\n');
    opens && dateline(text, hit.end)
}

/// Whether a name that many towns and regions of one language bear can only be another one's: where the document speaks of
/// a second country of that language and never of the first. "San Carlos" and "La Paz Department" in El Salvador are not
/// those of California and Bolivia.
fn elsewhere(text: &str, hit: &Hit, (country, via, _): Choice, evidence: &Evidence) -> bool {
    let bloc = |country: Country| list::HISPANIC.has(country.code());
    if !(matches!(via, Via::City | Via::Capital) && bloc(country)) {
        return false;
    }
    let name = text.get(hit.start..hit.end).unwrap_or_default();
    let first = name.split(' ').next().unwrap_or_default();
    let (gap, next) = after(text, hit.end);
    let common = via == Via::City && first.len() < name.len() && list::SAINT.has(first);
    let division = blank(gap) && list::DIVISION.has(next);
    let own = via == Via::Capital && evidence.named(country) > 1;
    (division && !own || common && !list::FAMED.has(name))
        && evidence.other_than(country, bloc)
        && (via == Via::Capital || evidence.named(country) == 0)
}

/// Whether a dateline ends here: "CANTON --", "CANTON (AP)", "CANTON, Ohio".
pub(super) fn dateline(text: &str, end: usize) -> bool {
    let rest = text.get(end..).unwrap_or_default().trim_start_matches([' ', '\u{a0}']);
    rest.starts_with(['—', '–'])
        || rest.starts_with("--")
        || rest.starts_with("- ")
        || rest.strip_prefix('(').is_some_and(|rest| {
            let agency = after(rest, 0).1;
            list::AGENCY.has(agency)
                && rest.strip_prefix(agency).is_some_and(|rest| rest.starts_with(')'))
        })
}

/// A county with its name.
fn county(hit: &Hit, evidence: &Evidence) -> Option<Choice> {
    let country = evidence.home_of_counties().filter(|_| hit.named_county)?;
    Some((country, Via::Region, "country.county"))
}

/// A township lies where the document's other places lie, in a country that has townships.
fn township(row: usize, home: Option<Country>) -> Option<Choice> {
    let country =
        home.filter(|home| cue::all().get(row).is_some_and(|c| c.countries.contains(home)))?;
    Some((country, Via::Region, "country.township"))
}

/// A sense by the rule of its way.
fn plain(sense: &Sense, lost_apostrophe: bool) -> Choice {
    let by = if lost_apostrophe { "country.lost-apostrophe" } else { rule(sense.via) };
    (sense.country, sense.via, by)
}

/// Chooses by what the document speaks of. A word that is often something else needs support, and, if it is a
/// town, a place where it stands as one.
fn choose(senses: &[Sense], question: Question, evidence: &Evidence) -> Settled {
    let Question { entry, placed, company, lost_apostrophe } = question;
    let plain = |s: &Sense| plain(s, lost_apostrophe);
    let by_place = |s: &Sense| placed && s.via == Via::City;
    if let [sense] = senses {
        if !sense.weak || by_place(sense) {
            return Ok(plain(sense));
        }
        let country = sense.country;
        let speaks = [Evidence::named, Evidence::placed, Evidence::cued];
        let supported = speaks.iter().any(|count| count(evidence, country) > 0);
        let stands = sense.via != Via::City || evidence.anchored(entry);
        return match (supported, stands) {
            (true, true) => Ok(plain(sense)),
            (true, false) => Err("country.not-placed"),
            _ => Err("country.not-supported"),
        };
    }
    let best = score::best(senses, entry, company, evidence).ok_or("country.not-supported")?;
    let (points, sense) = best;
    if points <= 0.0 && !by_place(sense) {
        return Err("country.not-supported");
    }
    if sense.weak && sense.via == Via::City && !placed && !evidence.anchored(entry) {
        return Err("country.not-placed");
    }
    let first = senses.first().is_some_and(|s| s.country == sense.country);
    if first { Ok(plain(sense)) } else { Ok((sense.country, sense.via, "country.by-document")) }
}
