//! Everything a user can do, as a closed list. Says nothing of keys.

/// One thing a user can do; [`super::command::table`] has exactly one row for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// One row down.
    Down,
    /// One row up.
    Up,
    /// Half a pane down.
    HalfDown,
    /// Half a pane up.
    HalfUp,
    /// A pane down.
    PageDown,
    /// A pane up.
    PageUp,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// Focus the next pane.
    NextPane,
    /// Focus the previous pane.
    PreviousPane,
    /// Focus the documents.
    Documents,
    /// Focus the reader.
    Reader,
    /// Focus the events.
    Events,
    /// Focus the indicators.
    Indicators,
    /// Focus the assessments.
    Assessments,
    /// List the findings in another order.
    Sort,
    /// Read likelihoods on another scale.
    LikelihoodScale,
    /// List only assessments of the selected kind, or all again.
    OnlyKind,
    /// Leave for the pane on the left, or out of the text.
    Out,
    /// Open what is selected, or go on to the text.
    In,
    /// Give the focused pane the whole screen, or give it back.
    Zoom,
    /// Open what is selected.
    Open,
    /// To the outline of the document being read.
    Outline,
    /// To the next section.
    NextSection,
    /// To the previous section.
    PreviousSection,
    /// To the next paragraph.
    NextParagraph,
    /// To the previous paragraph.
    PreviousParagraph,
    /// To the next sentence.
    NextSentence,
    /// To the previous sentence.
    PreviousSentence,
    /// Show the file's own bytes, or the reading text again.
    Raw,
    /// Fold or unfold page furniture.
    Fold,
    /// Look something up.
    Lookup,
    /// Say what the acronyms and names of the lit sentence stand for.
    Gloss,
    /// Edit the words of the lens.
    Find,
    /// Pick the countries of the lens.
    Countries,
    /// Set the dates of the lens.
    Dates,
    /// Clear the lens, or bring the cleared one back.
    Clear,
    /// Show everything around an event, or what was before.
    Around,
    /// More days around the event.
    Wider,
    /// Fewer days around the event.
    Narrower,
    /// Open the table of coverage.
    Coverage,
    /// Put two countries side by side.
    Compare,
    /// To the next hit of the lens.
    NextHit,
    /// To the previous hit of the lens.
    PreviousHit,
    /// To the next report of what may be the same happening.
    NextReport,
    /// To where one came from.
    Back,
    /// Forward again.
    Forward,
    /// List the commands.
    Help,
    /// List the commands, also while typing.
    HelpAnywhere,
    /// List every file, and what became of it.
    Sources,
    /// Back out one level.
    Leave,
    /// In a rehearsal: give the question up.
    GiveUp,
    /// Quit.
    Quit,
    /// Quit from anywhere.
    Interrupt,
    /// Draw everything anew.
    Redraw,
    /// Hand the terminal back to the shell for a while.
    Suspend,
    /// In a list one types into: keep and close.
    Accept,
    /// In a list one types into: close and restore.
    Cancel,
    /// In a list one types into: next row.
    NextItem,
    /// In a list one types into: previous row.
    PreviousItem,
    /// In a list one types into: a page down.
    NextPage,
    /// In a list one types into: a page up.
    PreviousPage,
    /// In the lookup: to the next part of the question.
    NextPart,
    /// In the lookup: take the part in another way.
    ChangePart,
    /// On a card: say less or more.
    Dial,
    /// On a card: show what proves it.
    Prove,
    /// On a card: one row down.
    CardDown,
    /// On a card: one row up.
    CardUp,
    /// On a card: the next one of the list it was taken from.
    NextCard,
    /// On a card: the one before.
    PreviousCard,
    /// On a card: the file's own bytes.
    CardRaw,
    /// On a card: copy it as a citation.
    Copy,
    /// On a card: copy it as Markdown.
    CopyMarkdown,
    /// On a card: show everything around its event.
    CardAround,
    /// In the table of coverage: narrow the lens to the cell.
    TakeCell,
    /// In the table of coverage: count events, or figures.
    Measure,
    /// In the table of coverage: columns of years, or of decades.
    Scale,
    /// Side by side: show the event's card.
    TakeSide,
    /// Side by side: pick another country.
    OtherCountry,
    /// Side by side: to the next event of the column.
    NextBeside,
    /// Side by side: to the event before in the column.
    PreviousBeside,
    /// In a table: one row down.
    GridDown,
    /// In a table: one row up.
    GridUp,
    /// In a table: one column to the left.
    GridLeft,
    /// In a table: one column to the right.
    GridRight,
    /// In a table: half a page down.
    GridHalfDown,
    /// In a table: half a page up.
    GridHalfUp,
    /// In a table: to the first row.
    GridFirst,
    /// In a table: to the last row.
    GridLast,
    /// Show the brief under the lens.
    Brief,
    /// In the brief: everything, or one page again.
    WholeBrief,
    /// In the brief: show the quote's card.
    TakeQuote,
    /// In the brief: copy the page.
    CopyBrief,
    /// In the brief: copy the page as Markdown.
    CopyBriefMarkdown,
    /// Open the board of warning signs.
    Signposts,
    /// On the board: take a sign of a document among one's own.
    SignAdopt,
    /// On the board: add one of one's own.
    SignNew,
    /// On the board: say it otherwise.
    SignText,
    /// On the board: say which scenario it points to.
    SignScenario,
    /// On the board: say from when on it counts as seen.
    SignThreshold,
    /// On the board: to its next state.
    SignState,
    /// On the board: attach what is selected in the corpus.
    SignObserve,
    /// On the board: rate how likely signs are in each scenario.
    SignRate,
    /// On the board: order it by something else.
    SignSort,
    /// On the board: show the sentence behind a sign.
    SignOpen,
    /// On the board: take the last change back.
    SignUndo,
    /// On the board: ask whether to delete one of one's own.
    SignDelete,
    /// On the board: delete it.
    SignConfirm,
    /// In the ratings: highly likely.
    RateHighlyLikely,
    /// In the ratings: likely.
    RateLikely,
    /// In the ratings: could be either.
    RateCouldBe,
    /// In the ratings: unlikely.
    RateUnlikely,
    /// In the ratings: highly unlikely.
    RateHighlyUnlikely,
    /// In the ratings: not rated.
    RateNothing,
    /// Show a table of the document in columns.
    Table,
    /// On a table: the next one of the document.
    NextTable,
    /// On a table: the one before.
    PreviousTable,
    /// Tell of a term.
    Narrative,
    /// In the narrative: the next part.
    NextPartOfTelling,
    /// In the narrative: the part before.
    PreviousPartOfTelling,
    /// In the narrative: order it in another way.
    Reorder,
    /// Turn a country on or off.
    ToggleCountry,
    /// Any of the countries, or all of them.
    ToggleAll,
    /// Turn all countries off.
    ClearCountries,
}

impl Action {
    /// Whether it opens or drives the board of warning signs.
    pub(super) fn is_of_board(self) -> bool {
        matches!(
            self,
            Self::Signposts
                | Self::SignAdopt
                | Self::SignNew
                | Self::SignText
                | Self::SignScenario
                | Self::SignThreshold
                | Self::SignState
                | Self::SignObserve
                | Self::SignRate
                | Self::SignSort
                | Self::SignOpen
                | Self::SignUndo
                | Self::SignDelete
                | Self::SignConfirm
                | Self::RateHighlyLikely
                | Self::RateLikely
                | Self::RateCouldBe
                | Self::RateUnlikely
                | Self::RateHighlyUnlikely
                | Self::RateNothing
        )
    }
}
