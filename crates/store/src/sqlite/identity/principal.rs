//! What decides about a user or a role, read in one snapshot.

use super::rows::{WHOLE, changed_identity, find, identity_from_row, read_tags};
use crate::sqlite::managed_policies::default_document;
use crate::{IdentityKind, IdentityName, PolicySource, PrincipalPolicies, StoreError};
use rusqlite::{Connection, params};
use std::collections::HashMap;
use std::sync::Arc;

/// All of it. `revision` was taken before the snapshot.
pub(super) fn read(
    db: &Connection,
    who: &IdentityName,
    revision: u64,
) -> Result<Option<PrincipalPolicies>, StoreError> {
    let Some((id, identity)) = find(db, who, |row| identity_from_row(&who.account, who.kind, row))? else {
        return Ok(None);
    };
    let mut documents = Documents { db, account: who.account.as_str(), known: HashMap::new() };
    let mut policies = of_identity(db, id, None, &mut documents)?;
    if who.kind == IdentityKind::User {
        for (group, name) in groups(db, id)? {
            policies.extend(of_identity(db, group, Some(&name), &mut documents)?);
        }
    }
    let boundary = match &identity.boundary {
        Some(arn) => Some((arn.clone(), documents.of(arn)?)),
        None => None,
    };
    Ok(Some(PrincipalPolicies {
        arn: identity.arn(),
        id: identity.id,
        tags: read_tags(db, id)?,
        identity: policies,
        boundary,
        revision,
    }))
}

/// Documents of managed policies, each read once.
struct Documents<'a> {
    db: &'a Connection,
    account: &'a str,
    known: HashMap<String, Option<Arc<str>>>,
}

impl Documents<'_> {
    fn of(&mut self, arn: &str) -> Result<Option<Arc<str>>, StoreError> {
        if let Some(known) = self.known.get(arn) {
            return Ok(known.clone());
        }
        let document = default_document(self.db, self.account, arn)?;
        self.known.insert(arn.to_owned(), document.clone());
        Ok(document)
    }
}

fn groups(db: &Connection, user: i64) -> Result<Vec<(i64, String)>, StoreError> {
    let sql = format!(
        "SELECT identity.id, identity.name, {WHOLE} FROM group_member JOIN identity ON identity.id = in_group
            WHERE member = ? ORDER BY identity.name"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query([user])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(1)?;
        if !row.get(2)? {
            return Err(changed_identity(IdentityKind::Group, &name));
        }
        found.push((row.get(0)?, name));
    }
    Ok(found)
}

fn of_identity(
    db: &Connection,
    id: i64,
    group: Option<&str>,
    documents: &mut Documents<'_>,
) -> Result<Vec<PolicySource>, StoreError> {
    let source = |name: String, inline, document| PolicySource {
        name,
        inline,
        group: group.map(str::to_owned),
        document,
    };
    let mut sources = Vec::new();
    let sql = "SELECT name, document FROM identity_inline_policy WHERE identity = ? ORDER BY name";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params![id])?;
    while let Some(row) = rows.next()? {
        sources.push(source(row.get(0)?, true, Arc::from(row.get::<_, String>(1)?)));
    }
    let sql = "SELECT arn FROM identity_attached_policy WHERE identity = ? ORDER BY arn";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params![id])?;
    while let Some(row) = rows.next()? {
        let arn: String = row.get(0)?;
        if let Some(document) = documents.of(&arn)? {
            sources.push(source(arn, false, document));
        }
    }
    Ok(sources)
}
