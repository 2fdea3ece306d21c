//! The typed structures of the operations that are built.

use super::model::{Object, flag, location, members, required, target, target_of};
use super::{Service, put};
use serde_json::Value;
use std::collections::BTreeSet;

impl<'a> Service<'a> {
    pub(super) fn write_types(&self, out: &mut String) -> Result<(), String> {
        let operations = self.operations.iter().filter(|(name, _)| self.built.contains(*name));
        let roots: Vec<&str> =
            operations.flat_map(|(_, o)| [o.get("input"), o.get("output")]).filter_map(target).collect();
        for name in self.reach(roots)? {
            let shape = self.shape(name)?;
            if shape.get("type").and_then(Value::as_str) == Some("structure") {
                self.refuse_cycle(name, name, &mut BTreeSet::new())?;
                self.write_type(name, shape, out)?;
            }
        }
        Ok(())
    }

    fn write_type(&self, name: &str, shape: &'a Object, out: &mut String) -> Result<(), String> {
        let secret = self.holds_secret(shape)?;
        let debug = if secret { "" } else { "Debug, " };
        put(out, format_args!("\n/// `{name}` of the model."));
        put(out, format_args!("#[derive(Clone, {debug}Default, PartialEq, Serialize, Deserialize)]"));
        put(out, format_args!("#[serde(default)]\npub struct {} {{", pascal(name)));
        for (member, reference) in members(shape) {
            // The body itself and the status travel beside the members.
            let place = location(member, reference, shape)?;
            let target = self.shape(target_of(reference))?;
            let blob = target.get("type").and_then(Value::as_str) == Some("blob");
            if place == "Status" || (place == "Payload" && blob) {
                continue;
            }
            let mut rust = self.rust_type(target_of(reference))?;
            if !required(shape).contains(&member) {
                rust = format!("Option<{rust}>");
                put(
                    out,
                    format_args!(
                        "    #[serde(rename = {member:?}, skip_serializing_if = \"Option::is_none\")]"
                    ),
                );
            } else {
                put(out, format_args!("    #[serde(rename = {member:?})]"));
            }
            put(out, format_args!("    pub {}: {rust},", snake(member)));
        }
        out.push_str("}\n");
        if secret {
            // A derived Debug would print what must not be seen.
            let name = pascal(name);
            put(out, format_args!("\nimpl std::fmt::Debug for {name} {{"));
            put(
                out,
                format_args!("    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {{"),
            );
            put(out, format_args!("        f.debug_struct({name:?}).finish_non_exhaustive()\n    }}\n}}"));
        }
        Ok(())
    }

    fn rust_type(&self, name: &str) -> Result<String, String> {
        let shape = self.shape(name)?;
        let inner = |key| self.rust_type(target(shape.get(key)).unwrap_or_default());
        Ok(match shape.get("type").and_then(Value::as_str).unwrap_or_default() {
            "structure" => pascal(name),
            "list" => format!("Vec<{}>", inner("member")?),
            "map" => format!("std::collections::BTreeMap<String, {}>", inner("value")?),
            "integer" => "i32".to_owned(),
            "long" => "i64".to_owned(),
            "float" | "double" | "timestamp" => "f64".to_owned(),
            "boolean" => "bool".to_owned(),
            "string" | "blob" => "String".to_owned(),
            other => return Err(format!("{}: shape {name} is of type {other}", self.name)),
        })
    }

    /// A structure that contains itself would need a box.
    fn refuse_cycle(&self, start: &str, name: &str, seen: &mut BTreeSet<String>) -> Result<(), String> {
        for (_, member) in members(self.shape(name)?) {
            let next = target_of(member);
            if next == start {
                return Err(format!("{}: {start} contains itself, which typed structures cannot", self.name));
            }
            if seen.insert(next.to_owned()) {
                self.refuse_cycle(start, next, seen)?;
            }
        }
        Ok(())
    }

    fn holds_secret(&self, shape: &'a Object) -> Result<bool, String> {
        let direct: Vec<&str> = members(shape).into_iter().map(|(_, m)| target_of(m)).collect();
        for name in self.reach(direct)? {
            if flag(self.shape(name)?, "sensitive") {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn pascal(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// `KMSKeyArn` → `kms_key_arn`, `S3ObjectVersion` → `s3_object_version`; a keyword gets `r#`.
fn snake(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (i, c) in chars.iter().enumerate() {
        let before = i.checked_sub(1).map(|p| chars[p]);
        let word = before.is_some_and(|b| b.is_lowercase() || b.is_ascii_digit())
            || (before.is_some_and(char::is_uppercase) && chars.get(i + 1).is_some_and(|n| n.is_lowercase()));
        if c.is_uppercase() && word {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    match out.as_str() {
        "type" | "match" | "ref" | "self" | "use" | "mod" | "move" => format!("r#{out}"),
        _ => out,
    }
}
