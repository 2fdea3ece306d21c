//! A trace put together: segments with their subsegments, those included that were sent by themselves.

use serde_json::{Map, Value};
use std::collections::HashMap;

/// Subsegments within each other: those that are sent by themselves could make a trace of any depth, and what walks it has a stack.
const MAX_DEPTH: usize = 64;

/// A segment or subsegment.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entity {
    /// Its document without its subsegments.
    fields: Map<String, Value>,
    pub(crate) subsegments: Vec<Entity>,
}

impl Entity {
    /// Of a document.
    fn new(mut fields: Map<String, Value>) -> Self {
        let subsegments = match fields.remove("subsegments") {
            Some(Value::Array(items)) => items.into_iter().filter_map(|item| match item {
                Value::Object(fields) => Some(Self::new(fields)),
                _ => None,
            }),
            _ => return Self { fields, subsegments: Vec::new() },
        };
        Self { subsegments: subsegments.collect(), fields }
    }

    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.fields.get(key)?.as_str()
    }

    pub(crate) fn flag(&self, key: &str) -> bool {
        self.fields.get(key).and_then(Value::as_bool).unwrap_or(false)
    }

    pub(crate) fn number(&self, key: &str) -> Option<f64> {
        self.fields.get(key)?.as_f64()
    }

    /// A value in objects within each other.
    pub(crate) fn at(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter().try_fold(self.fields.get(*first)?, |value, key| value.get(key))
    }

    pub(crate) fn id(&self) -> &str {
        self.text("id").unwrap_or_default()
    }

    pub(crate) fn name(&self) -> &str {
        self.text("name").unwrap_or_default()
    }

    pub(crate) fn start(&self) -> f64 {
        self.number("start_time").unwrap_or_default()
    }

    /// `None` while it is in progress.
    pub(crate) fn end(&self) -> Option<f64> {
        self.number("end_time")
    }

    /// Seconds; 0 while it is in progress.
    pub(crate) fn duration(&self) -> f64 {
        self.end().map_or(0.0, |end| (end - self.start()).max(0.0))
    }

    /// One that was sent by itself.
    fn is_sent_subsegment(&self) -> bool {
        self.text("type") == Some("subsegment")
    }

    /// A call to another service.
    pub(crate) fn is_call(&self) -> bool {
        matches!(self.text("namespace"), Some("aws" | "remote"))
    }

    /// The entity and all below it.
    pub(crate) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Entity)) {
        visit(self);
        for subsegment in &self.subsegments {
            subsegment.walk(visit);
        }
    }

    /// The exceptions that it tells of itself.
    pub(crate) fn exceptions(&self) -> impl Iterator<Item = &Map<String, Value>> {
        let exceptions = self.at(&["cause", "exceptions"]).and_then(Value::as_array);
        exceptions.into_iter().flatten().filter_map(Value::as_object)
    }

    /// The document, with all its subsegments in it.
    pub(crate) fn document(&self) -> String {
        self.to_json().to_string()
    }

    fn to_json(&self) -> Value {
        let mut fields = self.fields.clone();
        if !self.subsegments.is_empty() {
            fields.insert("subsegments".to_owned(), self.subsegments.iter().map(Self::to_json).collect());
        }
        Value::Object(fields)
    }

    fn depth(&self) -> usize {
        1 + self.subsegments.iter().map(Self::depth).max().unwrap_or(0)
    }

    /// Hands each of `waiting` to the entity that it belongs to, in here; returns what is still waiting.
    fn adopt(&mut self, waiting: &mut HashMap<String, Vec<Entity>>, depth: usize) {
        for child in waiting.remove(self.id()).into_iter().flatten() {
            if depth + child.depth() <= MAX_DEPTH {
                self.subsegments.push(child);
            }
        }
        self.subsegments.sort_by(|one, other| one.start().total_cmp(&other.start()));
        for subsegment in &mut self.subsegments {
            subsegment.adopt(waiting, depth + 1);
        }
    }
}

/// Puts a trace together. What belongs to nothing that is there stands by itself.
pub(crate) fn assemble<'a>(documents: impl IntoIterator<Item = &'a str>) -> Vec<Entity> {
    let (mut segments, mut waiting) = (Vec::new(), HashMap::<String, Vec<Entity>>::new());
    for document in documents {
        let Ok(Value::Object(fields)) = serde_json::from_str(document) else { continue };
        let entity = Entity::new(fields);
        match entity.text("parent_id").filter(|_| entity.is_sent_subsegment()) {
            Some(parent) => waiting.entry(parent.to_owned()).or_default().push(entity),
            None => segments.push(entity),
        }
    }
    for segment in &mut segments {
        segment.adopt(&mut waiting, 1);
    }
    // Each of these may be the parent of others; whoever comes first takes its own.
    let mut parents: Vec<String> = waiting.keys().cloned().collect();
    parents.sort_unstable();
    for parent in parents {
        let orphans = waiting.remove(&parent).unwrap_or_default();
        for mut orphan in orphans {
            orphan.adopt(&mut waiting, 1);
            segments.push(orphan);
        }
    }
    segments.sort_by(|one, other| one.start().total_cmp(&other.start()));
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: &str, parent: Option<&str>, start: u32, more: &str) -> String {
        let parent = parent.map(|p| format!(r#","parent_id":"{p}","type":"subsegment""#)).unwrap_or_default();
        format!(
            r#"{{"name":"{id}","id":"{id}","start_time":{start},"end_time":{}{parent}{more}}}"#,
            start + 1
        )
    }

    fn shape(entity: &Entity) -> String {
        let below: Vec<_> = entity.subsegments.iter().map(shape).collect();
        if below.is_empty() {
            entity.id().to_owned()
        } else {
            format!("{}({})", entity.id(), below.join(" "))
        }
    }

    fn shapes(documents: &[String]) -> Vec<String> {
        assemble(documents.iter().map(String::as_str)).iter().map(shape).collect()
    }

    #[test]
    fn what_was_sent_by_itself_goes_to_its_parent() {
        let inner = r#","subsegments":[{"id":"in","name":"in","start_time":5,"end_time":6}]"#;
        let documents = [
            document("deep", Some("late"), 9, ""),
            document("late", Some("in"), 8, ""),
            document("early", Some("root"), 2, ""),
            document("root", None, 1, inner),
            document("orphan", Some("gone"), 3, ""),
            document("with", Some("orphan"), 3, ""),
        ];
        assert_eq!(shapes(&documents), ["root(early in(late(deep)))", "orphan(with)"]);
    }

    #[test]
    fn circles_and_depth_end() {
        let circle = [
            document("a", Some("b"), 1, ""),
            document("b", Some("a"), 2, ""),
            document("c", Some("c"), 3, ""),
        ];
        assert_eq!(shapes(&circle).len(), 2);
        let chain: Vec<_> =
            (0..3_000).map(|n| document(&n.to_string(), Some(&(n + 1).to_string()), 1, "")).collect();
        let segments = assemble(chain.iter().map(String::as_str));
        assert!(segments.iter().all(|segment| segment.depth() <= MAX_DEPTH));
    }
}
