//! Patterns of ARNs. Each of the six fields is compared on its own, so that no wildcard reaches over a colon before the
//! last field (user guide, "IAM JSON policy elements: Resource" and "Amazon Resource Name (ARN) condition operators").

use crate::certainty::Certainty;
use crate::document::Version;
use crate::policy::Context;
use crate::template::{Piece, Template};

/// A pattern of ARNs.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ArnPattern {
    /// `*`.
    All,
    /// Six fields. AWS completes a shorter pattern by `*`.
    Fields(Box<[Template; FIELDS]>),
    /// Anything else is no ARN. What it would fit is not defined.
    Odd(Template),
}

const FIELDS: usize = 6;

impl ArnPattern {
    pub(crate) fn new(text: &str, version: Version) -> Self {
        let whole = Template::pattern(text, version);
        if whole.is_all() {
            return Self::All;
        }
        match fields(&whole) {
            Some(fields) => Self::Fields(Box::new(fields)),
            None => Self::Odd(whole),
        }
    }

    pub(crate) fn fits(&self, text: &str, context: &Context) -> Certainty {
        match self {
            Self::All => Certainty::Yes,
            Self::Odd(whole) => whole.fits(text, context).min(Certainty::Unclear),
            Self::Fields(patterns) => {
                let mut fields = text.splitn(FIELDS, ':');
                // From the last one, which most often decides.
                let Some(fields): Option<Vec<&str>> = (0..FIELDS).map(|_| fields.next()).collect() else {
                    return Certainty::No;
                };
                let pairs = patterns.iter().zip(fields).rev();
                Certainty::all(pairs.map(|(pattern, field)| pattern.fits(field, context)))
            }
        }
    }

    /// Whether each variable has a value.
    pub(crate) fn has_values(&self, context: &Context) -> bool {
        match self {
            Self::All => true,
            Self::Odd(whole) => whole.has_values(context),
            Self::Fields(fields) => fields.iter().all(|field| field.has_values(context)),
        }
    }

    /// The context keys that its variables name.
    pub(crate) fn keys(&self) -> Vec<&str> {
        match self {
            Self::All => Vec::new(),
            Self::Odd(whole) => whole.keys().collect(),
            Self::Fields(fields) => fields.iter().flat_map(Template::keys).collect(),
        }
    }
}

/// Cuts a template at its first five colons; `None` where the first field is not `arn`.
fn fields(whole: &Template) -> Option<[Template; FIELDS]> {
    let mut fields = vec![Template { pieces: Vec::new() }];
    for piece in &whole.pieces {
        let Piece::Text(text) = piece else {
            fields.last_mut()?.pieces.push(piece.clone());
            continue;
        };
        let cuts = FIELDS + 1 - fields.len();
        for (n, part) in text.splitn(cuts, ':').enumerate() {
            if n > 0 {
                fields.push(Template { pieces: Vec::new() });
            }
            if !part.is_empty() {
                fields.last_mut()?.pieces.push(Piece::Text(part.to_owned()));
            }
        }
    }
    let is_arn = fields.len() > 1 && fields.first()?.fits_plain("arn") && !fields.first()?.is_all();
    if !is_arn {
        return None;
    }
    fields.resize(FIELDS, Template { pieces: vec![Piece::Many] });
    fields.try_into().ok()
}
