//! The tables of a service: its dialects, operations, patterns and shapes, of all that the model has.

use super::model::{
    Object, bound, enum_values, error_trait, flag, location, members, pattern, real_bound, required, target,
    target_of,
};
use super::{Service, put};
use serde_json::Value;
use std::collections::BTreeSet;

/// Lists whose items AWS lets be null: its recorded errors leave "Member must not be null" out for these.
const SPARSE: &[&str] = &["SubnetIds", "SecurityGroupIds"];

impl<'a> Service<'a> {
    pub(super) fn write_model(&self, out: &mut String) -> Result<(), String> {
        let meta = |key: &str| self.metadata.get(key).and_then(Value::as_str).unwrap_or_default();
        let protocol = match meta("protocol") {
            "rest-json" => "RestJson",
            "json" if meta("jsonVersion") == "1.1" => "Json11",
            "query" => "Query",
            "smithy-rpc-v2-cbor" => "Cbor",
            other => return Err(format!("{}: protocol {other} is not supported", self.name)),
        };
        let others: &[&str] = match protocol {
            // What clients of before speak (`protocols` of the model).
            "Cbor" => &["Json10", "Query"],
            _ => &[],
        };
        put(out, format_args!("/// {}.", meta("serviceFullName")));
        self.write_dialect(out, "pub static MODEL", protocol, others);
        for other in others {
            self.write_dialect(out, &format!("static {}", other.to_uppercase()), other, &[]);
        }
        Ok(())
    }

    fn write_dialect(&self, out: &mut String, what: &str, protocol: &str, dialects: &[&str]) {
        let meta = |key: &str| self.metadata.get(key).and_then(Value::as_str).unwrap_or_default();
        // Most services sign by the name that their model has here.
        let signing_name = if self.name == "cloudwatch" { meta("endpointPrefix") } else { self.name };
        put(out, format_args!("{what}: ServiceModel = ServiceModel {{"));
        put(out, format_args!("    signing_name: {signing_name:?},"));
        for (field, key) in [
            ("service_id", "serviceId"),
            ("api_version", "apiVersion"),
            ("target_prefix", "targetPrefix"),
            ("xml_namespace", "xmlNamespace"),
        ] {
            put(out, format_args!("    {field}: {:?},", meta(key)));
        }
        put(out, format_args!("    protocol: Protocol::{protocol},"));
        let dialects: Vec<_> = dialects.iter().map(|other| format!("&{}", other.to_uppercase())).collect();
        put(out, format_args!("    dialects: &[{}],", dialects.join(", ")));
        put(
            out,
            format_args!(
                "    operations: &OPERATIONS,\n    shapes: &SHAPES,\n    siblings: &SIBLINGS,\n}};\n"
            ),
        );
    }

    pub(super) fn write_operations(&self, out: &mut String) -> Result<(), String> {
        put(out, format_args!("static OPERATIONS: [Operation; {}] = [", self.operations.len()));
        for (name, operation) in &self.operations {
            let http = operation.get("http").and_then(Value::as_object).ok_or("an operation has no http")?;
            let text = |key: &str| http.get(key).and_then(Value::as_str).unwrap_or_default();
            let status = http.get("responseCode").and_then(Value::as_u64).unwrap_or(200);
            let side = |key: &str| match target(operation.get(key)) {
                Some(shape) => Ok::<_, String>(format!("Some({})", self.id(shape)?)),
                None => Ok("None".to_owned()),
            };
            let wrapper =
                operation.get("output").and_then(|o| o["resultWrapper"].as_str()).unwrap_or_default();
            let errors = operation.get("errors").and_then(Value::as_array).cloned().unwrap_or_default();
            let mut errors: Vec<_> = errors.iter().filter_map(|e| e["shape"].as_str()).collect();
            errors.sort_unstable();
            let errors: Vec<_> = errors.into_iter().map(|e| self.id(e)).collect::<Result<_, _>>()?;
            put(
                out,
                format_args!(
                    "    Operation {{ name: {name:?}, method: {:?}, uri: {:?}, status: {status}, input: {}, \
                     output: {}, result_wrapper: {wrapper:?}, errors: &[{}], built: {} }},",
                    text("method"),
                    text("requestUri"),
                    side("input")?,
                    side("output")?,
                    errors.join(", "),
                    self.built.contains(name),
                ),
            );
        }
        out.push_str("];\n\n");
        Ok(())
    }

    /// Operations of other models, without those that have a method and path of this one's.
    pub(super) fn write_siblings(&self, siblings: &Value, out: &mut String) -> Result<(), String> {
        let shape = |method: &str, uri: &str| {
            let parts = uri.trim_matches('/').split('/');
            let parts: Vec<_> = parts.map(|p| if p.starts_with('{') { "{}" } else { p }).collect();
            format!("{method} {}", parts.join("/"))
        };
        let http = |o: &&Object| {
            Some(shape(o.get("http")?["method"].as_str()?, o.get("http")?["requestUri"].as_str()?))
        };
        let mut known: BTreeSet<String> = self.operations.values().filter_map(http).collect();
        let mut lines = Vec::new();
        for (service, operations) in siblings.as_object().into_iter().flatten() {
            for (name, place) in operations.as_object().into_iter().flatten() {
                let (Some(method), Some(uri)) = (place[0].as_str(), place[1].as_str()) else {
                    return Err(format!("{service}: {name} has no method and path"));
                };
                if known.insert(shape(method, uri)) {
                    lines.push(format!(
                        "    Sibling {{ service: {service:?}, operation: {name:?}, method: {method:?}, uri: {uri:?} }},"
                    ));
                }
            }
        }
        put(out, format_args!("static SIBLINGS: [Sibling; {}] = [", lines.len()));
        for line in lines {
            put(out, format_args!("{line}"));
        }
        out.push_str("];\n\n");
        Ok(())
    }

    pub(super) fn write_patterns(&self, out: &mut String) {
        put(out, format_args!("static PATTERNS: [Pattern; {}] = [", self.patterns.len()));
        for pattern in &self.patterns {
            put(out, format_args!("    Pattern::new({pattern:?}),"));
        }
        out.push_str("];\n\n");
    }

    pub(super) fn write_shapes(&self, out: &mut String) -> Result<(), String> {
        let mut members = String::new();
        put(out, format_args!("static SHAPES: [Shape; {}] = [", self.index.len()));
        for (name, index) in &self.index {
            let shape = self.shape(name)?;
            let kind = self.kind(name, *index, shape, &mut members)?;
            let sensitive = flag(shape, "sensitive");
            let error = error_trait(name, shape);
            put(
                out,
                format_args!(
                    "    Shape {{ name: {name:?}, kind: {kind}, sensitive: {sensitive}, error: {error} }},"
                ),
            );
        }
        out.push_str("];\n\n");
        out.push_str(&members);
        Ok(())
    }

    fn kind(
        &self,
        name: &str,
        index: usize,
        shape: &'a Object,
        members: &mut String,
    ) -> Result<String, String> {
        let length = format!("Length {{ min: {}, max: {} }}", bound(shape, "min"), bound(shape, "max"));
        let limits = |real: bool| {
            let number = |key| if real { real_bound(shape, key) } else { bound(shape, key) };
            format!("{{ min: {}, max: {} }}", number("min"), number("max"))
        };
        Ok(match shape.get("type").and_then(Value::as_str).unwrap_or_default() {
            "structure" => {
                self.write_members(index, shape, members)?;
                format!("Kind::Structure(&M{index})")
            }
            "list" => {
                let item = shape.get("member").and_then(Value::as_object).ok_or("a list has no member")?;
                let item_name = item.get("locationName").and_then(Value::as_str).unwrap_or("member");
                format!(
                    "Kind::List(List {{ length: {length}, item: {}, item_name: {item_name:?}, flattened: {}, sparse: {} }})",
                    self.id(item["shape"].as_str().unwrap_or_default())?,
                    flag(shape, "flattened"),
                    SPARSE.contains(&name),
                )
            }
            "map" => {
                let side = |key| self.id(target(shape.get(key)).unwrap_or_default());
                format!(
                    "Kind::Map(Map {{ length: {length}, key: {}, value: {} }})",
                    side("key")?,
                    side("value")?
                )
            }
            "string" => {
                let pattern = match pattern(name, shape).and_then(|p| self.patterns.binary_search(&p).ok()) {
                    Some(place) => format!("Some(&PATTERNS[{place}])"),
                    None => "None".to_owned(),
                };
                let values = enum_values(name, shape);
                format!("Kind::String(Text {{ length: {length}, pattern: {pattern}, values: &{values:?} }})")
            }
            "integer" => format!("Kind::Integer(Whole {})", limits(false)),
            "long" => format!("Kind::Long(Whole {})", limits(false)),
            "float" | "double" => format!("Kind::Double(Real {})", limits(true)),
            "boolean" => "Kind::Boolean".to_owned(),
            "timestamp" => "Kind::Timestamp".to_owned(),
            "blob" => format!("Kind::Blob({length})"),
            other => return Err(format!("{}: shape {name} is of type {other}", self.name)),
        })
    }

    fn write_members(&self, index: usize, shape: &'a Object, out: &mut String) -> Result<(), String> {
        let all = members(shape);
        put(out, format_args!("static M{index}: [Member; {}] = [", all.len()));
        for (name, member) in all {
            let wire = member.get("locationName").and_then(Value::as_str).unwrap_or(name);
            let timestamp = match member.get("timestampFormat").and_then(Value::as_str) {
                None => "Usual",
                Some("unixTimestamp") => "Unix",
                Some("iso8601") => "Iso8601",
                Some("rfc822") => "Http",
                Some(other) => return Err(format!("timestamp format {other} is not supported")),
            };
            put(
                out,
                format_args!(
                    "    Member {{ name: {name:?}, wire: {wire:?}, shape: {}, location: Location::{}, required: {}, \
                     timestamp: TimestampFormat::{timestamp} }},",
                    self.id(target_of(member))?,
                    location(name, member, shape)?,
                    required(shape).contains(&name),
                ),
            );
        }
        out.push_str("];\n");
        Ok(())
    }
}
