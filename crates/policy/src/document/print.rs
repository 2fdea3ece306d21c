//! From a document to its text. Lists of one are written as the one.

use super::{Clause, Document, Effect, Listed, Principals, Statement};
use serde_json::{Map, Value};

pub(super) fn document(document: &Document) -> Value {
    let mut out = Map::new();
    if let Some(version) = document.version {
        out.insert("Version".to_owned(), version.name().into());
    }
    if let Some(id) = &document.id {
        out.insert("Id".to_owned(), id.as_str().into());
    }
    let statements = document.statements.iter().map(statement).collect::<Vec<Value>>();
    out.insert("Statement".to_owned(), statements.into());
    out.into()
}

fn statement(statement: &Statement) -> Value {
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| out.insert(name.to_owned(), value);
    if let Some(sid) = &statement.sid {
        put("Sid", sid.as_str().into());
    }
    put("Effect", if statement.effect == Effect::Allow { "Allow" } else { "Deny" }.into());
    if let Some(listed) = &statement.principal {
        put(name(listed, ["Principal", "NotPrincipal"]), principals(listed.items()));
    }
    put(name(&statement.action, ["Action", "NotAction"]), texts(statement.action.items()));
    if let Some(listed) = &statement.resource {
        put(name(listed, ["Resource", "NotResource"]), texts(listed.items()));
    }
    if !statement.conditions.is_empty() {
        put("Condition", conditions(&statement.conditions));
    }
    out.into()
}

fn name<T>(listed: &Listed<T>, [these, all_but]: [&'static str; 2]) -> &'static str {
    match listed {
        Listed::These(_) => these,
        Listed::AllBut(_) => all_but,
    }
}

fn principals(principals: &Principals) -> Value {
    match principals {
        Principals::Everybody => "*".into(),
        Principals::Named(kinds) => {
            kinds.iter().map(|(kind, names)| (kind.clone(), texts(names))).collect::<Map<_, _>>().into()
        }
    }
}

fn conditions(clauses: &[Clause]) -> Value {
    let mut out = Map::new();
    for clause in clauses {
        let keys = out.entry(clause.operator.clone()).or_insert_with(|| Map::new().into());
        if let Value::Object(keys) = keys {
            keys.insert(clause.key.clone(), texts(&clause.values));
        }
    }
    out.into()
}

fn texts(texts: &[String]) -> Value {
    match texts {
        [one] => one.as_str().into(),
        many => many.into(),
    }
}
