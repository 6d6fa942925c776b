//! Says whether a figure only says the one before it again in another unit: "10 miles (16 km)". Two neighbouring
//! quantities come in. Never converts anything: what stands between brackets behind a measure is trusted.

use super::phrases;
use crate::extract::Quantity;
use crate::text::{Span, Text};

/// Whether a quantity stands right behind another of its kind, between brackets or behind "or", in another unit.
pub(super) fn is_conversion(text: &Text, before: Option<&Quantity>, quantity: &Quantity) -> bool {
    let Some(before) = before else { return false };
    let kind = matches!(quantity.rule, "quantity.measure" | "quantity.money")
        && quantity.rule == before.rule
        && quantity.unit != before.unit;
    if !kind || quantity.unit.as_deref().is_some_and(|u| matches!(u, "times" | "point")) {
        return false;
    }
    let start = before.counted.map_or(before.span.end, |c| c.end.max(before.span.end));
    if start > quantity.span.start || quantity.span.start - start > FAR {
        return false;
    }
    let between = text.words(Span { start, end: quantity.span.start }).trim();
    let behind = text.clean.get(quantity.span.end as usize..).unwrap_or_default();
    let lead = between.strip_prefix(['(', '[']).map(str::trim);
    let closed = behind.trim_start().starts_with([')', ']']);
    let bracketed = closed && lead.is_some_and(|l| l.is_empty() || phrases::HEDGE.has(l));
    let said = quantity.rule == "quantity.measure" && matches!(between, "or" | ", or" | "/");
    bracketed || said
}

/// No bracket opens further off, in bytes.
const FAR: u32 = 24;
