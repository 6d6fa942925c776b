//! Finds lists of words in the code of a file: words side by side in a pattern or an array, tests left out.

use syn::parse::{Parse, ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::{Expr, Lit, Pat, Token};

/// The lists of a file with more than so many words, each as its words.
pub fn longer_than(most: usize, text: &str) -> Vec<String> {
    let mut lists = Lists { most, found: Vec::new() };
    lists.visit_file(&syn::parse_file(text).unwrap());
    lists.found
}

struct Lists {
    most: usize,
    found: Vec<String>,
}

impl Lists {
    fn weigh(&mut self, words: &[String]) {
        if words.len() > self.most {
            self.found.push(words.join(" "));
        }
    }
}

impl<'ast> Visit<'ast> for Lists {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if !item.attrs.iter().any(|attribute| attribute.path().is_ident("cfg")) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_pat_or(&mut self, pattern: &'ast syn::PatOr) {
        self.weigh(&pattern.cases.iter().filter_map(in_pattern).collect::<Vec<_>>());
        syn::visit::visit_pat_or(self, pattern);
    }

    fn visit_expr_array(&mut self, array: &'ast syn::ExprArray) {
        self.weigh(&array.elems.iter().filter_map(in_expression).collect::<Vec<_>>());
        syn::visit::visit_expr_array(self, array);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        if let Ok(matches) = syn::parse2::<Matches>(call.tokens.clone()) {
            matches.parts.iter().for_each(|part| self.visit_expr(part));
            self.visit_pat(&matches.pattern);
        } else if let Ok(arguments) = arguments(call) {
            arguments.iter().for_each(|argument| self.visit_expr(argument));
        }
    }
}

/// What `matches!` takes.
struct Matches {
    pattern: Pat,
    /// What is matched, and the guard.
    parts: Vec<Expr>,
}

impl Parse for Matches {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut parts = vec![input.parse()?];
        input.parse::<Token![,]>()?;
        let pattern = Pat::parse_multi_with_leading_vert(input)?;
        if input.parse::<Option<Token![if]>>()?.is_some() {
            parts.push(input.parse()?);
        }
        input.parse::<Option<Token![,]>>()?;
        Ok(Self { pattern, parts })
    }
}

/// What other macros take that are called like functions.
fn arguments(call: &syn::Macro) -> syn::Result<Punctuated<Expr, Token![,]>> {
    Punctuated::parse_terminated.parse2(call.tokens.clone())
}

fn in_pattern(pattern: &Pat) -> Option<String> {
    match pattern {
        Pat::Lit(literal) => word(&literal.lit),
        Pat::Tuple(tuple) => tuple.elems.iter().find_map(in_pattern),
        _ => None,
    }
}

fn in_expression(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Lit(literal) => word(&literal.lit),
        // A word with its constant is a name of it.
        Expr::Tuple(tuple) if tuple.elems.iter().all(|part| matches!(part, Expr::Lit(_))) => {
            tuple.elems.iter().find_map(in_expression)
        }
        Expr::Reference(reference) => in_expression(&reference.expr),
        _ => None,
    }
}

/// A string with a letter in it; marks and the ids of rules ("date.season-name") are none.
fn word(literal: &Lit) -> Option<String> {
    let Lit::Str(string) = literal else { return None };
    let id =
        |value: &str| value.split_once('.').is_some_and(|(room, rule)| is_id(room) && is_id(rule));
    Some(string.value()).filter(|value| value.contains(char::is_alphabetic) && !id(value))
}

fn is_id(part: &str) -> bool {
    part.len() > 2 && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')
}
