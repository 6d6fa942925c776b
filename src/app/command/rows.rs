//! The rows of the command table: data only.

use super::row::{Command, Context, Group};
use crate::app::overlay::{Overlay, Sign};
use crate::app::{Action, App, Pane};

/// Every command, one row for each [`Action`].
pub fn table() -> &'static [Command] {
    ROWS
}

macro_rules! rows {
    ($($action:ident $name:literal $title:literal [$($key:literal)+] $context:ident $group:ident $hint:literal
        $enabled:expr, $doc:literal;)+) => {
        const ROWS: &[Command] = &[$(Command {
            action: Action::$action,
            name: $name,
            title: $title,
            doc: $doc,
            keys: &[$($key),+],
            context: Context::$context,
            group: Group::$group,
            hint: $hint,
            enabled: $enabled,
        }),+];
    };
}

rows! {
    Down "down" "Down" ["j" "down"] Panes Move 0 always, "One row down; in the reader one line.";
    Up "up" "Up" ["k" "up"] Panes Move 0 always, "One row up.";
    HalfDown "half-page-down" "Half a page down" ["ctrl-d"] Panes Move 0 always, "Half a pane down.";
    HalfUp "half-page-up" "Half a page up" ["ctrl-u"] Panes Move 0 always, "Half a pane up.";
    PageDown "page-down" "Page down" ["ctrl-f" "pagedown"] Panes Move 0 always, "A whole pane down.";
    PageUp "page-up" "Page up" ["ctrl-b" "pageup"] Panes Move 0 always, "A whole pane up.";
    First "first" "Top" ["g g" "home"] Panes Move 0 always, "To the first row.";
    Last "last" "Bottom" ["G" "end"] Panes Move 0 always, "To the last row.";

    NextPane "next-pane" "Next pane" ["tab"] Panes Panes 60 always, "Move the focus to the next pane.";
    PreviousPane "previous-pane" "Previous pane" ["shift-tab"] Panes Panes 0 always, "Move the focus to the previous pane.";
    Documents "documents" "Documents" ["1"] Panes Panes 0 always, "Focus the documents and the outline.";
    Reader "reader" "Reader" ["2"] Panes Panes 0 always, "Focus the text.";
    Events "events" "Events" ["3"] Panes Panes 0 always, "Focus the events.";
    Indicators "indicators" "Indicators" ["4"] Panes Panes 0 always, "Focus the indicators, in the place of the events.";
    Assessments "assessments" "Assessments" ["5"] Panes Panes 0 always, "Focus the assessments, in the place of the events.";
    Sort "sort" "Sort" ["s"] Panes Panes 78 can_sort, "List indicators or assessments in another order.";
    LikelihoodScale "likelihood-scale" "Scale" ["%"] Panes Panes 76 judges, "Read words of likelihood on another scale: ICD 203, PHIA, NATO, Kent.";
    OnlyKind "only-kind" "Only this kind" ["i"] Panes Panes 77 judges, "List only assessments of the selected one's kind, or all again.";
    Out "out" "Out" ["h" "left"] Panes Panes 0 always, "From the text back to the list one came from, from the events to the documents.";
    In "in" "In" ["l" "right"] Panes Panes 0 always, "From a list into the text, opening what is selected.";
    Zoom "zoom" "Zoom" ["z"] Panes Panes 30 always, "Give the focused pane the whole screen, or give it back.";

    Open "open" "Open" ["enter"] Panes Read 94 can_open, "Show the card of the event or the sentence that is selected; open the document or the section.";
    Outline "outline" "Outline" ["o"] Panes Read 35 reading, "Go to the outline of the document being read, at the current section.";
    NextSection "next-section" "Next section" ["]"] Panes Read 45 reading, "Put the reader on the next heading.";
    PreviousSection "previous-section" "Previous section" ["["] Panes Read 0 reading, "Put the reader on this section's heading, or on the one before.";
    NextParagraph "next-paragraph" "Next paragraph" ["}"] Panes Read 0 reading, "Light the first sentence of the next paragraph.";
    PreviousParagraph "previous-paragraph" "Previous paragraph" ["{"] Panes Read 0 reading, "Light the first sentence of this paragraph, or of the one before.";
    NextSentence "next-sentence" "Next sentence" [")"] Panes Read 0 reading, "Light the next sentence.";
    PreviousSentence "previous-sentence" "Previous sentence" ["("] Panes Read 0 reading, "Light the previous sentence.";
    Raw "raw" "Raw text" ["R"] Panes Read 40 reading, "Show the file's own bytes at the same place, or the reading text again.";
    Gloss "gloss" "Gloss" ["K"] Panes Read 0 reading, "Say what the acronyms and names in the lit sentence stand for, by the documents' own words; again for what does not fit.";
    Table "table" "Table" ["T"] Panes Read 20 has_tables, "Show the table at the lit sentence, or the next one, in rows and columns; Enter on a cell goes to its place in the text.";
    Fold "fold" "Fold furniture" ["f"] Panes Read 15 has_furniture, "Fold or unfold page furniture: running heads, pull quotes, adverts, menus.";

    Lookup "lookup" "Look up" ["space" "ctrl-p"] Panes Lens 97 always, "Ask in plain words: `recruits stopped 2016`; 1 to 9 take a row (Alt-1 to Alt-9 always), Space at once brings the last lookup back, `>` lists commands.";
    Find "find" "Find" ["/"] Panes Lens 90 always, "Narrow everything to matching words: `tash intel`, `'exact`, `^prefix`, `suffix$`, `!not`, `a | b`.";
    Countries "countries" "Countries" ["c"] Panes Lens 85 always, "Narrow everything to countries; type to find one.";
    Dates "dates" "Dates" ["d"] Panes Lens 80 always, "Narrow everything to dates: `2025`, `2018..2022`, `since 2020`.";
    Clear "clear" "Clear the lens" ["x"] Panes Lens 88 can_clear, "Show everything again; once more brings the cleared lens back.";

    Around "around" "What else went on" ["w"] Panes Lens 64 can_look_around, "Show everything of all countries within 30 days of the event; again, or Esc, brings back what was before.";
    Wider "wider" "More days" ["+"] Panes Lens 93 looks_around, "Look at more days around the event: 1, 7, 30, 90, 365.";
    Narrower "narrower" "Fewer days" ["-"] Panes Lens 92 looks_around, "Look at fewer days around the event.";
    Coverage "coverage" "Coverage" ["C"] Panes Lens 58 always, "Count what is known of each country and year, blanks too; Enter on a cell narrows the lens to it.";
    Signposts "signposts" "Signposts" ["S"] Panes Lens 54 always, "Warning signs: what the documents say is to be watched, and the analyst's own, with state, threshold, observations and diagnosticity.";
    Compare "compare" "Compare" ["V"] Panes Lens 56 always, "Put two countries side by side on one axis of time: those of the lens, or those with most events; c there picks another.";
    Brief "brief" "Brief" ["B"] Panes Lens 72 always, "One page of quotes under the lens: bottom line, events, figures, judgements, scenarios, signs, differences, gaps.";

    Narrative "narrative" "Narrative" ["t"] Panes Lens 54 always, "Tell of a term, at first the lens's words: each use in its context, how often by document, year and country, and which words go with it.";

    NextHit "next-hit" "Next hit" ["n"] Panes Jump 75 has_hits, "Put the reader on the next sentence the lens leaves, on through all documents.";
    PreviousHit "previous-hit" "Previous hit" ["N"] Panes Jump 0 has_hits, "Put the reader on the previous sentence the lens leaves.";
    NextReport "next-report" "Next report" ["="] Panes Jump 66 has_candidates, "Select the next report of what may be the same happening (marked ≈), and say what differs.";
    Back "back" "Back" ["ctrl-o" "<"] Panes Jump 65 can_go_back, "Go back to where the last jump came from.";
    Forward "forward" "Forward" ["alt-o" ">"] Panes Jump 55 can_go_forward, "Go forward again after going back.";

    Dial "dial" "Less or more" ["tab"] Card Card 85 always, "Say it in ten seconds, in thirty, or with the full passage.";
    Copy "copy" "Copy" ["y"] Card Card 80 always, "Copy the words with their source, as a citation (OSC 52).";
    CopyMarkdown "copy-markdown" "Copy as Markdown" ["Y"] Card Card 60 always, "Copy the words with their source, as Markdown.";
    Prove "prove" "Prove it" ["."] Card Card 75 always, "Show the file, the bytes, its SHA-256 and the rule that found it.";
    CardRaw "card-raw" "Raw text" ["R"] Card Card 55 always, "Show the file's own bytes at the sentence.";
    NextCard "next-card" "Next answer" ["n"] Card Card 70 always, "The card of the next row of the list it was taken from.";
    PreviousCard "previous-card" "Previous answer" ["N"] Card Card 0 always, "The card of the row before.";
    CardDown "card-down" "Down" ["j"] Card Card 0 always, "One row down.";
    CardUp "card-up" "Up" ["k"] Card Card 0 always, "One row up.";

    CardAround "card-around" "What else went on" ["w"] Card Card 65 always, "Show everything of all countries within 30 days of the card's event; again, or Esc, brings the card back.";

    TakeCell "take-cell" "Show these" ["enter"] Coverage Shape 96 always, "Narrow the lens to the cell's country and years and go to its events; of figures, show the first one's card. C brings the table back.";
    Measure "measure" "Events or figures" ["tab"] Coverage Shape 85 always, "Count events, or figures.";
    Scale "scale" "Years or decades" ["z"] Coverage Shape 80 always, "Give each year a column, or each decade.";
    TakeSide "take-side" "Show the card" ["enter"] Compare Shape 96 always, "Show the card of the event; n and N there go on in its column.";
    OtherCountry "other-country" "Other country" ["c"] Compare Shape 85 always, "Pick another country for the column one is in.";
    NextBeside "next-beside" "Next in column" ["n"] Compare Shape 80 always, "To the next event of the column, over rows where it is silent.";
    PreviousBeside "previous-beside" "Previous in column" ["N"] Compare Shape 0 always, "To the event before in the column.";
    NextTable "next-table" "Next table" ["n"] Sheet Shape 80 always, "The next table of the document.";
    PreviousTable "previous-table" "Previous table" ["N"] Sheet Shape 0 always, "The table before.";
    GridDown "grid-down" "Down" ["j"] Grid Shape 0 always, "One row down.";
    GridUp "grid-up" "Up" ["k"] Grid Shape 0 always, "One row up.";
    GridLeft "grid-left" "Left" ["h" "left"] Grid Shape 0 always, "One column to the left.";
    GridRight "grid-right" "Right" ["l" "right"] Grid Shape 0 always, "One column to the right.";
    GridHalfDown "grid-half-down" "Ten rows down" ["ctrl-d"] Grid Shape 0 always, "Ten rows down.";
    GridHalfUp "grid-half-up" "Ten rows up" ["ctrl-u"] Grid Shape 0 always, "Ten rows up.";
    GridFirst "grid-first" "Top" ["g g" "home"] Grid Shape 0 always, "To the first row.";
    GridLast "grid-last" "Bottom" ["G" "end"] Grid Shape 0 always, "To the last row.";

    SignOpen "sign-open" "Show the card" ["enter"] Board Signs 96 always, "Show the sentence behind the sign.";
    SignConfirm "sign-confirm" "Yes, delete" ["y"] Board Signs 99 deleting, "Delete the sign that was asked about.";
    SignAdopt "sign-adopt" "Adopt" ["a"] Board Signs 88 on_found, "Take a sign of a document among one's own, with its sentence as source.";
    SignNew "sign-new" "New" ["n"] Board Signs 87 always, "Add a sign of one's own.";
    SignState "sign-state" "Next state" ["space"] Board Signs 86 on_own, "Not seen, emerging, seen, reversed.";
    SignObserve "sign-observe" "Observe" ["o"] Board Signs 85 on_own, "Attach the event or sentence that is selected in the corpus, with a note.";
    SignText "sign-text" "Edit" ["e"] Board Signs 78 on_own, "Say otherwise what is watched.";
    SignScenario "sign-scenario" "Points to" ["p"] Board Signs 77 on_own, "Say which scenario it points to: its home.";
    SignThreshold "sign-threshold" "Threshold" ["t"] Board Signs 76 on_own, "Say from when on it counts as seen.";
    SignRate "sign-rate" "Rate" ["r"] Board Signs 84 on_own, "Rate how likely each sign is to appear in each scenario (Indicators Validator); the sum is its diagnosticity.";
    SignSort "sign-sort" "Sort" ["s"] Board Signs 74 always, "Order by the file, by state, by diagnosticity.";
    SignUndo "sign-undo" "Undo" ["u"] Board Signs 75 can_undo, "Take the last change of the file back.";
    SignDelete "sign-delete" "Delete" ["d"] Board Signs 73 on_own, "Delete the sign; asks first.";
    RateHighlyLikely "rate-highly-likely" "Highly likely" ["1"] Matrix Signs 89 always, "HL: highly likely to appear in that scenario.";
    RateLikely "rate-likely" "Likely" ["2"] Matrix Signs 88 always, "L: likely.";
    RateCouldBe "rate-could-be" "Could be either" ["3"] Matrix Signs 87 always, "C: could be either.";
    RateUnlikely "rate-unlikely" "Unlikely" ["4"] Matrix Signs 86 always, "U: unlikely.";
    RateHighlyUnlikely "rate-highly-unlikely" "Highly unlikely" ["5"] Matrix Signs 85 always, "HU: highly unlikely.";
    RateNothing "rate-nothing" "Not rated" ["0" "backspace"] Matrix Signs 84 always, "Take the rating away.";

    NextPartOfTelling "next-part-of-narrative" "Next part" ["tab"] Narrative Typing 85 always, "Lines, words that go with the term, documents, years, countries.";
    PreviousPartOfTelling "previous-part-of-narrative" "Previous part" ["shift-tab"] Narrative Typing 0 always, "The part before.";
    Reorder "reorder" "Order" ["ctrl-s"] Narrative Typing 80 always, "Lines by place, by the words after or before the term; words of the same sentence or within five words; counts by number or by rate.";

    Accept "accept" "Accept" ["enter"] Overlay Typing 95 always, "Keep what was typed or picked; in the lookup, show the answer's card; in the narrative, go to the sentence or narrow to the row; on a card, go on to the text; in the help, run the command.";
    Cancel "cancel" "Cancel" ["esc"] Overlay Typing 90 always, "Close and restore what was before.";
    NextItem "next-item" "Next row" ["down" "ctrl-n"] Overlay Typing 20 always, "Move down the list while typing.";
    PreviousItem "previous-item" "Previous row" ["up" "ctrl-p"] Overlay Typing 0 always, "Move up the list while typing.";
    NextPage "next-page" "Next page" ["pagedown"] Overlay Typing 0 always, "Move a page down the list while typing.";
    PreviousPage "previous-page" "Previous page" ["pageup"] Overlay Typing 0 always, "Move a page up the list while typing.";
    NextPart "next-part" "Next part" ["tab"] Lookup Typing 60 always, "Look at how the next part of the question is understood.";
    ChangePart "change-part" "Take it another way" ["ctrl-t"] Lookup Typing 55 always, "Take that part as plain words, leave it out, or take it as at first.";
    TakeQuote "take-quote" "Show the card" ["enter"] Brief Shape 98 always, "Show the card of the selected quote.";
    WholeBrief "whole-brief" "Page or all" ["a"] Brief Shape 97 always, "Everything that the lens leaves, or one page of it again.";
    CopyBrief "copy-brief" "Copy" ["y"] Brief Shape 96 always, "Copy the page as plain text.";
    CopyBriefMarkdown "copy-brief-markdown" "Copy as Markdown" ["Y"] Brief Shape 95 always, "Copy the page as Markdown.";

    ToggleCountry "toggle-country" "On or off" ["tab"] Picker Typing 85 always, "Turn the country on or off and move on; several may be on.";
    ToggleAll "any-all" "Any or all" ["ctrl-t"] Picker Typing 80 always, "Ask for any of the countries, or for all of them at once.";
    ClearCountries "clear-countries" "All off" ["ctrl-x"] Picker Typing 70 always, "Turn all countries off.";

    Help "help" "Help" ["?"] Panes Program 70 always, "List the commands; type to narrow, Enter runs one.";
    HelpAnywhere "help-anywhere" "Help from anywhere" ["f1"] Anywhere Program 0 always, "List the commands, also while typing.";
    Sources "sources" "Sources" ["!"] Panes Program 50 always, "List every file: what it is, what was found in it, or why it could not be read; Enter opens it.";
    Leave "leave" "Leave" ["esc"] Panes Program 25 can_leave, "Back out one level: help, prompt, raw text, zoom, the text; never quits.";
    GiveUp "give-up" "Give up" ["ctrl-g"] Anywhere Program 0 rehearsing, "In a rehearsal (`bluf rehearse`): give the question up and go on to the next.";
    Quit "quit" "Quit" ["q"] Panes Program 68 always, "Leave bluf.";
    Interrupt "interrupt" "Quit at once" ["ctrl-c"] Anywhere Program 0 always, "Leave bluf from anywhere.";
    Redraw "redraw" "Redraw" ["ctrl-l"] Anywhere Program 0 always, "Draw the whole screen anew.";
    Suspend "suspend" "Suspend" ["ctrl-z"] Anywhere Program 0 always, "Hand the terminal back to the shell; `fg` returns.";
}

fn deleting(app: &App) -> bool {
    matches!(&app.overlay, Some(Overlay::Board(board)) if board.deleting)
}

fn on_own(app: &App) -> bool {
    matches!(&app.overlay, Some(Overlay::Board(board)) if matches!(board.sign(), Some(Sign::Own(_))))
}

fn on_found(app: &App) -> bool {
    matches!(&app.overlay, Some(Overlay::Board(board)) if matches!(board.sign(), Some(Sign::Found(_))))
}

fn can_undo(app: &App) -> bool {
    !app.watch.undo.is_empty()
}

fn always(_: &App) -> bool {
    true
}

fn reading(app: &App) -> bool {
    app.reader.document.is_some()
}

fn can_open(app: &App) -> bool {
    app.openable()
}

fn has_furniture(app: &App) -> bool {
    app.document().is_some_and(|d| d.text.blocks.iter().any(|b| !b.kind.is_body()))
}

fn has_tables(app: &App) -> bool {
    app.document().is_some_and(|d| !d.tables.is_empty())
}

fn can_clear(app: &App) -> bool {
    !app.lens.is_empty() || !app.cleared.is_empty()
}

fn rehearsing(app: &App) -> bool {
    app.rehearsal.as_ref().is_some_and(|rehearsal| rehearsal.drill().is_some())
}

fn has_hits(app: &App) -> bool {
    !app.view.hits.is_empty()
}

fn has_candidates(app: &App) -> bool {
    !app.candidates().is_empty()
}

fn can_sort(app: &App) -> bool {
    matches!(app.focus, Pane::Indicators | Pane::Assessments)
}

fn judges(app: &App) -> bool {
    app.focus == Pane::Assessments
}

fn can_go_back(app: &App) -> bool {
    app.history.can_go_back()
}

fn can_go_forward(app: &App) -> bool {
    app.history.can_go_forward()
}

fn can_look_around(app: &App) -> bool {
    looks_around(app) || app.meant_event().is_some()
}

fn looks_around(app: &App) -> bool {
    app.looks_around().is_some()
}

fn can_leave(app: &App) -> bool {
    looks_around(app) || app.zoomed || app.reader.raw || app.focus == Pane::Reader
}
