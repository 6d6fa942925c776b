//! A mail message: subject, the lines on who wrote it to whom and when, its body as plain text (else as a page), and what
//! is attached. Never fetches anything a message points to.

use super::blocks::Blocks;
use super::converted::{Converted, Member};
use super::failure::Failure;
use super::guard::guarded;
use super::html;
use super::kind::Format;
use super::limits::Limits;
use super::prose;
use crate::text::BlockKind;
use mail_parser::{Address, DateTime, Message, MessageParser, MessagePart, MimeHeaders, PartType};

/// Takes the text out of a message.
///
/// # Errors
/// That it is none, holds too much or nothing.
pub(super) fn convert(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    let broken =
        |why: &str| Failure::Broken { format: Format::Mail, at: None, why: why.to_owned() };
    let message = guarded(Format::Mail, || MessageParser::default().parse(bytes))?;
    let message = message.ok_or_else(|| broken("no message"))?;
    if message.headers().is_empty() {
        return Err(broken("no header fields"));
    }
    let mut blocks = Blocks::default();
    head(&message, &mut blocks);
    body(&message, &mut blocks, limits)?;
    let members = members(&message, limits)?;
    if blocks.is_empty() && members.is_empty() {
        return Err(Failure::Empty);
    }
    let (script, marks) = blocks.finish();
    let mut converted = Converted::new(Format::Mail, script);
    converted.marks = marks;
    converted.members = members;
    converted.about.title = message.subject().map(str::to_owned);
    converted.about.published = message.date().and_then(day);
    converted.about.authors = message.from().map(names).unwrap_or_default();
    Ok(converted)
}

/// Writes the subject and the lines on who wrote to whom.
fn head(message: &Message<'_>, blocks: &mut Blocks) {
    if let Some(subject) = message.subject() {
        blocks.push(BlockKind::Title, subject);
    }
    for (label, address) in [("From", message.from()), ("To", message.to()), ("Cc", message.cc())] {
        let everyone: Vec<String> = address.into_iter().flat_map(full).collect();
        if !everyone.is_empty() {
            blocks.push(BlockKind::Metadata, &format!("{label}: {}", everyone.join(", ")));
        }
    }
    if let Some(date) = message.date() {
        let zone = if date.tz_before_gmt { '-' } else { '+' };
        let (hours, minutes) = (date.tz_hour, date.tz_minute);
        let clock = format!("{:02}:{:02} {zone}{hours:02}{minutes:02}", date.hour, date.minute);
        let day = format!("{:04}-{:02}-{:02}", date.year, date.month, date.day);
        blocks.push(BlockKind::Metadata, &format!("Date: {day} {clock}"));
    }
}

/// Writes the body: its plain texts, else its pages.
fn body(message: &Message<'_>, blocks: &mut Blocks, limits: &Limits<'_>) -> Result<(), Failure> {
    for id in &message.text_body {
        match message.part(*id).map(|part| &part.body) {
            Some(PartType::Text(text)) => prose::write(text, BlockKind::Paragraph, blocks),
            Some(PartType::Html(page)) => {
                html::whole_page(page, blocks, limits).map_err(|failure| match failure {
                    Failure::TookTooLong { seconds, .. } => {
                        Failure::TookTooLong { format: Format::Mail, seconds }
                    }
                    other => other,
                })?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// The attachments, within the limits.
fn members(message: &Message<'_>, limits: &Limits<'_>) -> Result<Vec<Member>, Failure> {
    let mut members = Vec::new();
    let mut left = limits.bytes;
    for (i, part) in message.attachments().enumerate() {
        if i >= limits.members {
            return Err(Failure::TooLarge { what: "attachments", limit: limits.members });
        }
        let contents = match &part.body {
            PartType::Message(inner) => inner.raw_message(),
            _ => part.contents(),
        };
        if contents.is_empty() {
            continue;
        }
        let too_many = || format!("with the others more than {} bytes", limits.bytes);
        let bytes = if contents.len() <= left { Ok(contents.to_vec()) } else { Err(too_many()) };
        left -= bytes.as_ref().map_or(0, Vec::len);
        members.push(Member { name: name(part, i + 1), bytes });
    }
    Ok(members)
}

/// An attachment's name: its own without folders, else what it is.
fn name(part: &MessagePart<'_>, number: usize) -> String {
    let own = part.attachment_name().and_then(|name| name.rsplit(['/', '\\']).next());
    if let Some(own) = own.filter(|own| !own.trim().is_empty()) {
        return own.to_owned();
    }
    let ending = match (&part.body, part.content_type().and_then(|t| t.subtype())) {
        (PartType::Message(_), _) => "eml",
        (PartType::Html(_), _) => "html",
        (PartType::Text(_), _) => "txt",
        (_, Some("pdf")) => "pdf",
        _ => "bin",
    };
    format!("attachment {number}.{ending}")
}

/// Everyone of an address field, as `Name <address>`.
fn full(address: &Address<'_>) -> Vec<String> {
    let one = |a: &mail_parser::Addr<'_>| match (a.name(), a.address()) {
        (Some(name), Some(address)) => Some(format!("{name} <{address}>")),
        (Some(only), None) | (None, Some(only)) => Some(only.to_owned()),
        (None, None) => None,
    };
    address.iter().filter_map(one).collect()
}

/// The names in an address field.
fn names(address: &Address<'_>) -> Vec<String> {
    address.iter().filter_map(|a| a.name().or_else(|| a.address()).map(str::to_owned)).collect()
}

fn day(date: &DateTime) -> Option<String> {
    super::day::day(&format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::converted::Script;

    fn read(message: &str) -> (Converted, Vec<(BlockKind, String)>) {
        let converted = convert("a.eml", message.as_bytes(), &Limits::default()).unwrap();
        let Script::Blocks { text, kinds } = &converted.script else { panic!() };
        let line = |&(at, kind): &(u32, BlockKind)| {
            (kind, text.get(at as usize..).and_then(|rest| rest.lines().next()).unwrap().to_owned())
        };
        let lines = kinds.iter().map(line).collect();
        (converted, lines)
    }

    const MESSAGE: &str = "From: =?utf-8?q?J=C3=A9r=C3=B4me_Doe?= <j@example.org>\r\nTo: A <a@example.org>, b@example.org\r\n\
        Subject: =?windows-1251?Q?=CC=E8=F0?= talks\r\nDate: Mon, 3 May 2021 23:10:00 -0500\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n\
        --y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDear all,\r\n\r\nthe talks begin on Monday.\r\n\r\n> when?\r\n\r\n\
        --y\r\nContent-Type: text/html\r\n\r\n<p>the same as a page\r\n--y--\r\n\
        --x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=\"../notes.txt\"\r\n\r\nnotes\r\n--x--\r\n";

    #[test]
    fn a_message_is_read() {
        use BlockKind::{Metadata, Paragraph, Title};
        let (converted, lines) = read(MESSAGE);
        let lines: Vec<(BlockKind, &str)> = lines.iter().map(|(k, l)| (*k, l.as_str())).collect();
        assert_eq!(
            lines,
            [
                (Title, "Мир talks"),
                (Metadata, "From: Jérôme Doe <j@example.org>"),
                (Metadata, "To: A <a@example.org>, b@example.org"),
                (Metadata, "Date: 2021-05-03 23:10 -0500"),
                (Paragraph, "Dear all,"),
                (Paragraph, "the talks begin on Monday."),
                (Paragraph, "when?"),
            ]
        );
        assert_eq!(converted.about.published.as_deref(), Some("2021-05-03"));
        assert_eq!(converted.about.authors, ["Jérôme Doe"]);
        let notes = Member { name: "notes.txt".to_owned(), bytes: Ok(b"notes".to_vec()) };
        assert_eq!(converted.members, [notes]);
    }

    #[test]
    fn a_page_is_a_body_where_there_is_no_plain_one() {
        let (_, lines) = read("Subject: x\r\nContent-Type: text/html\r\n\r\n<p>One<p>Two");
        assert_eq!(lines.len(), 3);
        assert_eq!(lines.last().map(|(_, line)| line.as_str()), Some("Two"));
    }

    #[test]
    fn hostile_messages_are_read() {
        let deep = (0..2000)
            .map(|i| format!("Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"))
            .collect::<Vec<_>>()
            .concat();
        let message = |body: &str| format!("Subject: words\r\n{body}");
        for text in [
            message(&deep),
            message(&"Content-Type: message/rfc822\r\n\r\n".repeat(5000)),
            message("\r\n"),
        ] {
            assert!(!read(&text).1.is_empty());
        }
        for cut in 0..MESSAGE.len() {
            let _ = convert("a.eml", MESSAGE.as_bytes().get(..cut).unwrap(), &Limits::default());
        }
    }
}
