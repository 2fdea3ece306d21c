//! Whether a filter of a mapping is an event pattern: a JSON object of objects and of lists of what is looked for. Pure.

use crate::errors::invalid;
use aws_wire::ApiError;
use aws_wire::generated::lambda::FilterCriteria;
use serde_json::{Map, Value};

/// Filters of one mapping (Lambda quotas; more only on request to AWS).
const MAX_FILTERS: usize = 5;
/// Objects inside of each other. No event is that deep.
const MAX_DEPTH: usize = 64;

/// Refuses filters that are too many or no event patterns.
pub(super) fn check(criteria: &FilterCriteria) -> Result<(), ApiError> {
    let filters = criteria.filters.as_deref().unwrap_or_default();
    if filters.len() > MAX_FILTERS {
        return Err(invalid(format!("Number of filters exceeds the limit of {MAX_FILTERS}.")));
    }
    let good = filters.iter().all(|filter| filter.pattern.as_deref().is_some_and(is_pattern));
    if good { Ok(()) } else { Err(invalid("Invalid filter pattern definition.")) }
}

fn is_pattern(text: &str) -> bool {
    match serde_json::from_str(text) {
        Ok(Value::Object(fields)) => are_fields(&fields, 0),
        _ => false,
    }
}

fn are_fields(fields: &Map<String, Value>, depth: usize) -> bool {
    let field = |(name, value): (&String, &Value)| match value {
        Value::Object(inner) => are_fields(inner, depth + 1),
        Value::Array(choices) if name == "$or" && is_either(choices) => {
            choices.iter().all(|c| c.as_object().is_some_and(|fields| are_fields(fields, depth + 1)))
        }
        Value::Array(wanted) => !wanted.is_empty() && wanted.iter().all(is_wanted),
        _ => false,
    };
    depth < MAX_DEPTH && !fields.is_empty() && fields.iter().all(field)
}

/// `$or` is a choice between patterns where at least two are given; else it is a name as any other.
fn is_either(choices: &[Value]) -> bool {
    choices.len() >= 2 && choices.iter().all(Value::is_object)
}

fn is_wanted(wanted: &Value) -> bool {
    match wanted {
        Value::Array(_) => false,
        Value::Object(matcher) => match (matcher.len(), matcher.iter().next()) {
            (1, Some((operator, operand))) => is_matcher(operator, operand),
            _ => false,
        },
        _ => true,
    }
}

fn is_matcher(operator: &str, operand: &Value) -> bool {
    let scalar = |value: &Value| value.is_string() || value.is_number();
    match operator {
        "exists" => operand.is_boolean(),
        "prefix" | "suffix" => {
            operand.is_string() || operand.get("equals-ignore-case").is_some_and(Value::is_string)
        }
        "equals-ignore-case" | "wildcard" | "cidr" => operand.is_string(),
        "numeric" => operand.as_array().is_some_and(|range| is_range(range)),
        "anything-but" => match operand {
            Value::Array(values) => !values.is_empty() && values.iter().all(scalar),
            Value::Object(inner) => {
                let texts = |value: &Value| {
                    value.is_string()
                        || value.as_array().is_some_and(|v| !v.is_empty() && v.iter().all(Value::is_string))
                };
                let known = ["prefix", "suffix", "equals-ignore-case", "wildcard"];
                inner.len() == 1
                    && inner.iter().all(|(name, value)| known.contains(&name.as_str()) && texts(value))
            }
            value => scalar(value),
        },
        _ => false,
    }
}

/// One comparison, or a lower bound and an upper one.
fn is_range(range: &[Value]) -> bool {
    let compares = |pair: &[Value], signs: &[&str]| matches!(pair, [Value::String(sign), Value::Number(_)] if signs.contains(&sign.as_str()));
    match range.len() {
        2 => compares(range, &["=", "<", "<=", ">", ">="]),
        4 => {
            let (low, high) = range.split_at(2);
            compares(low, &[">", ">="]) && compares(high, &["<", "<="])
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_wire::generated::lambda::Filter;

    #[test]
    fn patterns() {
        for pattern in [
            r#"{"a":["x"]}"#,
            r#"{"a":["x",1,true,null,""]}"#,
            r#"{"a":{"b":{"c":[1]}}}"#,
            r#"{"a":[{"prefix":"x"},{"suffix":"y"},{"exists":false},{"equals-ignore-case":"z"}]}"#,
            r#"{"a":[{"numeric":["=",1]},{"numeric":[">",1,"<=",5]}]}"#,
            r#"{"a":[{"anything-but":["x",1]},{"anything-but":"x"},{"anything-but":{"prefix":"x"}}]}"#,
            r#"{"$or":[{"a":["x"]},{"b":[{"exists":true}]}]}"#,
            r#"{"eventName":["INSERT"],"dynamodb":{"NewImage":{"n":{"N":["1"]}}}}"#,
        ] {
            assert!(is_pattern(pattern), "{pattern}");
        }
        let deep = format!("{}[1]{}", r#"{"a":"#.repeat(100), "}".repeat(100));
        for pattern in [
            "",
            "null",
            "simple string",
            "[]",
            r#"[{"a":["x"]}]"#,
            "{}",
            r#"{"a":"x"}"#,
            r#"{"a":1}"#,
            r#"{"a":[]}"#,
            r#"{"a":{}}"#,
            r#"{"a":[["x"]]}"#,
            r#"{"a":[{}]}"#,
            r#"{"a":[{"no-such":"x"}]}"#,
            r#"{"a":[{"prefix":"x","suffix":"y"}]}"#,
            r#"{"a":[{"prefix":1}]}"#,
            r#"{"a":[{"exists":"true"}]}"#,
            r#"{"a":[{"numeric":["=","1"]}]}"#,
            r#"{"a":[{"numeric":["<",1,">",5]}]}"#,
            r#"{"a":[{"numeric":[]}]}"#,
            r#"{"a":[{"anything-but":[]}]}"#,
            r#"{"$or":[{"a":["x"]},{"b":"x"}]}"#,
            r#"{"a":["x"]"#,
            &deep,
        ] {
            assert!(!is_pattern(pattern), "{pattern}");
        }
    }

    #[test]
    fn at_most_five() {
        let filter = Filter { pattern: Some(r#"{"a":["x"]}"#.to_owned()) };
        let criteria = |n| FilterCriteria { filters: Some(vec![filter.clone(); n]) };
        assert!(check(&criteria(0)).is_ok());
        assert!(check(&criteria(5)).is_ok());
        assert!(check(&criteria(6)).is_err());
        assert!(check(&FilterCriteria { filters: Some(vec![Filter { pattern: None }]) }).is_err());
    }
}
