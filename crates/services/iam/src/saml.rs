//! SAML metadata, as far as it is asked for here: whether it is well-formed XML that describes an identity provider, and until
//! when it is good.

use aws_wire::parse_time;

/// Elements inside one another at most.
const MAX_DEPTH: usize = 64;

/// What is read of a document.
#[derive(Debug, PartialEq)]
pub(crate) struct Metadata {
    /// `validUntil`, milliseconds.
    pub(crate) valid_until: Option<i64>,
}

/// Reads a document; `None` where it is no metadata of an identity provider. Documents with a type of their own are refused:
/// they may define what means what.
pub(crate) fn read(document: &str) -> Option<Metadata> {
    let mut rest = document.trim_start_matches('\u{feff}');
    let mut open: Vec<&str> = Vec::new();
    let (mut valid_until, mut is_rooted, mut is_provider) = (None, false, false);
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        if open.is_empty() && !text.trim().is_empty() {
            return None;
        }
        rest = &rest[at..];
        if let Some(inside) = rest.strip_prefix("<!--") {
            rest = inside.split_once("-->")?.1;
        } else if let Some(inside) = rest.strip_prefix("<![CDATA[") {
            rest = inside.split_once("]]>").filter(|_| !open.is_empty())?.1;
        } else if let Some(inside) = rest.strip_prefix("<?") {
            rest = inside.split_once("?>")?.1;
        } else if let Some(inside) = rest.strip_prefix("</") {
            let (name, behind) = inside.split_once('>')?;
            if open.pop()? != name.trim_end() {
                return None;
            }
            rest = behind;
        } else {
            let (tag, behind) = tag(rest.strip_prefix('<')?)?;
            if open.is_empty() {
                if is_rooted || !matches!(local(tag.name), "EntityDescriptor" | "EntitiesDescriptor") {
                    return None;
                }
                is_rooted = true;
                if let Some((_, until)) = tag.attributes.iter().find(|(name, _)| *name == "validUntil") {
                    valid_until = Some(milliseconds(until)?);
                }
            }
            is_provider |= local(tag.name) == "IDPSSODescriptor";
            if !tag.is_empty {
                open.push(tag.name);
            }
            if open.len() > MAX_DEPTH {
                return None;
            }
            rest = behind;
        }
    }
    (open.is_empty() && is_provider && rest.trim().is_empty()).then_some(Metadata { valid_until })
}

fn milliseconds(time: &str) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds of any date are few digits")]
    parse_time(time).map(|seconds| (seconds * 1_000.0).round() as i64)
}

struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    is_empty: bool,
}

/// A tag from behind its `<`, and what follows it.
fn tag(text: &str) -> Option<(Tag<'_>, &str)> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, ':' | '_' | '-' | '.');
    let name_end = text.find(|c| !is_part(c))?;
    let (name, mut rest) = text.split_at(name_end);
    if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return None;
    }
    let mut attributes = Vec::new();
    loop {
        let bare = rest.trim_start();
        if let Some(behind) = bare.strip_prefix("/>") {
            return Some((Tag { name, attributes, is_empty: true }, behind));
        }
        if let Some(behind) = bare.strip_prefix('>') {
            return Some((Tag { name, attributes, is_empty: false }, behind));
        }
        let (key, value) = bare.split_once('=')?;
        let key = key.trim_end();
        if key.is_empty() || !key.chars().all(is_part) || bare.len() == rest.len() {
            return None;
        }
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, behind) = value[1..].split_once(quote)?;
        if value.contains('<') || attributes.iter().any(|(known, _)| *known == key) {
            return None;
        }
        attributes.push((key, value));
        rest = behind;
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents() {
        let until = |until: Option<i64>| Some(Metadata { valid_until: until });
        let body = "<md:IDPSSODescriptor a='1'><x/></md:IDPSSODescriptor>";
        for (document, expected) in [
            (
                format!(
                    "<?xml version=\"1.0\"?>\n<!-- <a> -->\n<md:EntityDescriptor>{body}</md:EntityDescriptor>\n"
                ),
                until(None),
            ),
            (
                format!(
                    "<EntityDescriptor validUntil=\"2030-01-01T00:00:00Z\" b='>'>{body} text</EntityDescriptor>"
                ),
                until(Some(1_893_456_000_000)),
            ),
            (format!("<EntityDescriptor validUntil=\"soon\">{body}</EntityDescriptor>"), None),
            ("<EntityDescriptor></EntityDescriptor>".to_owned(), None),
            (format!("<other>{body}</other>"), None),
            (format!("<EntityDescriptor>{body}"), None),
            (format!("<EntityDescriptor>{body}</EntitiesDescriptor>"), None),
            (format!("<!DOCTYPE x><EntityDescriptor>{body}</EntityDescriptor>"), None),
            (format!("<EntityDescriptor>{body}</EntityDescriptor><EntityDescriptor/>"), None),
            (format!("<EntityDescriptor a='1' a='2'>{body}</EntityDescriptor>"), None),
            (format!("x<EntityDescriptor>{body}</EntityDescriptor>"), None),
            ("<a>".repeat(70), None),
            ("nonsense".to_owned(), None),
            ("<".to_owned(), None),
            (String::new(), None),
        ] {
            assert_eq!(read(&document), expected, "{document}");
        }
    }
}
