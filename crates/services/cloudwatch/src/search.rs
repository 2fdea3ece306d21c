//! Search expressions (Amazon CloudWatch user guide, "CloudWatch search expression syntax"): which metrics they find. Pure.

use metrics::MetricId;
use std::collections::BTreeSet;

/// A search expression: `{Namespace,Dimension,…} MetricName="x" text`. Each word must be somewhere in the metric's
/// name, or in the name or value of a dimension.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Search<'a> {
    /// Of the schema, where there is one.
    pub(crate) namespace: Option<String>,
    /// Exactly these dimensions.
    dimensions: Option<BTreeSet<String>>,
    words: Vec<&'a str>,
}

impl<'a> Search<'a> {
    /// Reads one; why it is none otherwise.
    pub(crate) fn parse(text: &'a str) -> Result<Self, &'static str> {
        let (schema, words) = match text.trim().strip_prefix('{') {
            Some(rest) => {
                let (schema, words) = rest.split_once('}').ok_or("The schema of a search has no end.")?;
                (Some(schema), words)
            }
            None => (None, text),
        };
        let parts = |schema: &str| -> Vec<String> {
            schema.split(',').map(|part| part.trim().trim_matches('"').to_owned()).collect()
        };
        let mut parts = schema.map(parts).map(Vec::into_iter);
        Ok(Self {
            namespace: parts.as_mut().and_then(Iterator::next),
            dimensions: parts.map(Iterator::collect),
            words: words.split_whitespace().filter(|word| *word != "AND").collect(),
        })
    }

    /// Whether a metric is one of those. Its namespace was looked at before.
    pub(crate) fn finds(&self, id: &MetricId) -> bool {
        let names: BTreeSet<String> =
            id.dimensions.pairs().iter().map(|(name, _)| name.to_string()).collect();
        self.dimensions.as_ref().is_none_or(|wanted| *wanted == names)
            && self.words.iter().all(|word| fits(word, id))
    }
}

fn fits(word: &str, id: &MetricId) -> bool {
    let (key, text) = word.split_once('=').map_or((None, word), |(key, text)| (Some(key), text));
    let exact = text.starts_with('"');
    let text = text.trim_matches('"');
    let same = |given: &str| {
        if exact { given == text } else { given.to_lowercase().contains(&text.to_lowercase()) }
    };
    match key {
        Some("MetricName") => same(&id.name),
        Some("Namespace") => same(&id.namespace),
        Some(name) => id.dimensions.get(name.trim_matches('"')).is_some_and(|value| same(value)),
        None => same(&id.name) || id.dimensions.pairs().iter().any(|(name, value)| same(name) || same(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::{AccountId, Region, Scope};
    use metrics::Dimensions;

    fn finds(text: &str) -> bool {
        let scope = Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap());
        let dimensions = Dimensions::new([("FunctionName".into(), "Thumbnails".into())]);
        let id = MetricId { scope, namespace: "AWS/Lambda".into(), name: "Errors".into(), dimensions };
        Search::parse(text).is_ok_and(|search| search.finds(&id))
    }

    #[test]
    fn schemas_words_and_keys() {
        for found in [
            "",
            "Errors",
            "err thumb",
            "{AWS/Lambda,FunctionName} MetricName=\"Errors\"",
            " { \"AWS/Lambda\" , FunctionName } FunctionName=thumb AND Namespace=lambda",
        ] {
            assert!(finds(found), "{found}");
        }
        for not_found in [
            "{AWS/Lambda}",
            "{AWS/Lambda,FunctionName",
            "{AWS/Lambda,FunctionName,Resource} Errors",
            "MetricName=\"errors\"",
            "Resource=x",
            "Invocations",
        ] {
            assert!(!finds(not_found), "{not_found}");
        }
        assert_eq!(Search::parse("{A,B} x").unwrap().namespace.as_deref(), Some("A"));
    }
}
