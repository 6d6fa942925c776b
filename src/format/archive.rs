//! gzip and zip: unpacks what is inside, within the limits, for the caller to read in turn. Never reads a member itself.

use super::converted::{Converted, Member, Script};
use super::failure::Failure;
use super::kind::Format;
use super::limits::Limits;
use flate2::read::MultiGzDecoder;
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Unpacks a gzipped file: its one member has the file's name without `.gz`.
pub(super) fn gzip(name: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    let inside = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".GZ")).unwrap_or(name);
    let inside = inside.rsplit('/').next().unwrap_or(inside).to_owned();
    let unpacked = read(MultiGzDecoder::new(bytes), limits.bytes);
    let unpacked = unpacked.map_err(|why| match why {
        Some(why) => Failure::Broken { format: Format::Gzip, at: None, why },
        None => Failure::TooLarge { what: "bytes when unpacked", limit: limits.bytes },
    })?;
    let mut converted = Converted::new(Format::Gzip, Script::None);
    converted.members.push(Member { name: inside, bytes: Ok(unpacked) });
    Ok(converted)
}

/// Unpacks an archive; a member that cannot be unpacked says why, and the others still are.
pub(super) fn zip(_: &str, bytes: &[u8], limits: &Limits<'_>) -> Result<Converted, Failure> {
    let broken = |why: String| Failure::Broken { format: Format::Zip, at: None, why };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| broken(e.to_string()))?;
    if archive.len() > limits.members {
        return Err(Failure::TooLarge { what: "members", limit: limits.members });
    }
    let mut converted = Converted::new(Format::Zip, Script::None);
    let mut left = limits.bytes;
    for index in 0..archive.len() {
        if (limits.expired)() {
            let (format, seconds) = (Format::Zip, limits.seconds);
            return Err(Failure::TookTooLong { format, seconds });
        }
        let name = archive.name_for_index(index).and_then(Result::ok);
        let name = name.map_or_else(|| format!("member {index}"), Cow::into_owned);
        let mut file = match archive.by_index(index) {
            Ok(file) => file,
            Err(error) => {
                converted.members.push(Member { name, bytes: Err(error.to_string()) });
                continue;
            }
        };
        if !file.is_file() || is_hidden(&name) {
            continue;
        }
        let unpacked = read(&mut file, left);
        if let Ok(bytes) = &unpacked {
            left -= bytes.len();
        }
        let said = |why: Option<String>| {
            why.unwrap_or_else(|| format!("unpacks to more than {} bytes", limits.bytes))
        };
        converted.members.push(Member { name, bytes: unpacked.map_err(said) });
    }
    Ok(converted)
}

/// What archivers and systems leave beside the documents.
fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX" || part == "Thumbs.db")
}

/// Reads all there is, at most `most` bytes; why it broke off, or nothing where there was more.
fn read(from: impl Read, most: usize) -> Result<Vec<u8>, Option<String>> {
    let mut bytes = Vec::new();
    let read = from.take(most as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Some(error.to_string()))?;
    if bytes.len() > most { Err(None) } else { Ok(bytes) }
}
