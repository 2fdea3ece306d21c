//! What is attached to functions, versions and aliases, in SQLite.

use super::key::Key;
use super::signature::{changed, is_whole, sign_rows};
use super::{Sqlite, aliases, functions, one_more, unsigned};
use crate::{Attachment, AttachmentKind, AttachmentStore, Expected, Page, StoreError, Thing};
use async_trait::async_trait;
use domain::{AccountId, FunctionConfig, FunctionName, Qualifier, Region, Scope, Timestamp, Version};
use rusqlite::{Connection, Params, Row, params};

const COLUMNS: &str = "account, region, name, kind, qualifier, value, revision, modified, amount, reference";
const WHOLE: &str = is_whole!(attachment);

/// What the column says; these words are in databases.
const KINDS: [(AttachmentKind, &str); 8] = [
    (AttachmentKind::Policy, "policy"),
    (AttachmentKind::EventInvoke, "event-invoke"),
    (AttachmentKind::Url, "url"),
    (AttachmentKind::Recursion, "recursion"),
    (AttachmentKind::RuntimeManagement, "runtime-management"),
    (AttachmentKind::CodeSigning, "code-signing"),
    (AttachmentKind::ReservedConcurrency, "reserved-concurrency"),
    (AttachmentKind::ProvisionedConcurrency, "provisioned-concurrency"),
];

fn word(kind: AttachmentKind) -> &'static str {
    KINDS.iter().find(|(known, _)| *known == kind).map_or("", |(_, word)| word)
}

/// Empty for the function itself.
fn qualifier_column(qualifier: Option<&Qualifier>) -> String {
    qualifier.map(ToString::to_string).unwrap_or_default()
}

fn select(db: &Connection, rest: &str, values: impl Params) -> Result<Vec<Attachment>, StoreError> {
    let mut statement = db.prepare_cached(&format!("SELECT {COLUMNS}, {WHOLE} FROM attachment {rest}"))?;
    let mut rows = statement.query(values)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(from_row(row)?);
    }
    Ok(found)
}

fn from_row(row: &Row<'_>) -> Result<Attachment, StoreError> {
    let text = |column: usize| -> Result<&str, StoreError> {
        row.get_ref(column)?.as_str().map_err(|e| StoreError::Corrupt(e.to_string()))
    };
    let corrupt = |e: &dyn std::fmt::Display| StoreError::Corrupt(format!("an attachment: {e}"));
    if !row.get::<_, bool>(10)? {
        return Err(changed(format_args!("{} of function {}", text(3)?, text(2)?)));
    }
    let account = AccountId::new(text(0)?).map_err(|e| corrupt(&e))?;
    let region = Region::new(text(1)?).map_err(|e| corrupt(&e))?;
    let kind = text(3)?;
    let kind = KINDS.iter().find(|(_, word)| *word == kind).ok_or_else(|| corrupt(&kind))?.0;
    let qualifier = match text(4)? {
        "" => None,
        text => Some(Qualifier::new(text).map_err(|e| corrupt(&e))?),
    };
    Ok(Attachment {
        scope: Scope::new(account, region),
        name: FunctionName::new(text(2)?).map_err(|e| corrupt(&e))?,
        qualifier,
        kind,
        value: row.get(5)?,
        revision: row.get(6)?,
        modified: Timestamp(row.get(7)?),
        amount: row.get(8)?,
        reference: row.get(9)?,
    })
}

fn one(
    db: &Connection,
    key: &Key,
    qualifier: &str,
    kind: AttachmentKind,
) -> Result<Option<Attachment>, StoreError> {
    let rest = "WHERE account = ? AND region = ? AND name = ? AND kind = ? AND qualifier = ?";
    Ok(select(db, rest, params![key.account, key.region, key.name, word(kind), qualifier])?.pop())
}

fn check_expected(found: Option<&Attachment>, expected: &Expected) -> Result<(), StoreError> {
    match (expected, found) {
        (Expected::Anything, _) | (Expected::Nothing, None) => Ok(()),
        (Expected::Nothing, Some(_)) => Err(StoreError::AlreadyExists(Thing::Attachment)),
        (Expected::Revision(_), None) => Err(StoreError::NotFound(Thing::Attachment)),
        (Expected::Revision(revision), Some(found)) if found.revision == *revision => Ok(()),
        (Expected::Revision(_), Some(_)) => Err(StoreError::RevisionMismatch),
    }
}

/// Whether an attachment of this kind has this reference.
pub(super) fn is_referred_to(
    db: &Connection,
    kind: AttachmentKind,
    reference: &str,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM attachment WHERE kind = ? AND reference = ?)";
    Ok(db.prepare_cached(sql)?.query_row(params![word(kind), reference], |row| row.get(0))?)
}

/// A URL's id leads to one function.
fn check_reference(
    db: &Connection,
    attachment: &Attachment,
    found: Option<&Attachment>,
) -> Result<(), StoreError> {
    let Some(reference) = attachment.reference.as_ref().filter(|_| attachment.kind == AttachmentKind::Url)
    else {
        return Ok(());
    };
    if found.is_some_and(|found| found.reference.as_ref() == Some(reference)) {
        return Ok(());
    }
    match is_referred_to(db, attachment.kind, reference)? {
        true => Err(StoreError::AlreadyExists(Thing::Reference)),
        false => Ok(()),
    }
}

fn sum(db: &Connection, account: &str, region: &str, kind: AttachmentKind) -> Result<u64, StoreError> {
    let sql = "SELECT ifnull(sum(amount), 0) FROM attachment
        WHERE kind = ? AND account = ? AND region = ? AND amount IS NOT NULL";
    let row = params![word(kind), account, region];
    Ok(unsigned(db.prepare_cached(sql)?.query_row(row, |row| row.get(0))?))
}

fn write(db: &Connection, key: &Key, attachment: &Attachment) -> Result<(), StoreError> {
    let sql = format!("INSERT OR REPLACE INTO attachment ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    db.prepare_cached(&sql)?.execute(params![
        key.account,
        key.region,
        key.name,
        word(attachment.kind),
        qualifier_column(attachment.qualifier.as_ref()),
        attachment.value,
        attachment.revision,
        attachment.modified.0,
        attachment.amount,
        attachment.reference,
    ])?;
    let sql = concat!(
        sign_rows!(attachment),
        "WHERE account = ? AND region = ? AND name = ? AND kind = ? AND qualifier = ?"
    );
    let qualifier = qualifier_column(attachment.qualifier.as_ref());
    let row = params![key.account, key.region, key.name, word(attachment.kind), qualifier];
    db.prepare_cached(sql)?.execute(row)?;
    Ok(())
}

/// How many were removed.
fn remove(db: &Connection, key: &Key, qualifier: &str, kind: AttachmentKind) -> Result<usize, StoreError> {
    let sql = "DELETE FROM attachment
        WHERE account = ? AND region = ? AND name = ? AND kind = ? AND qualifier = ?";
    let row = params![key.account, key.region, key.name, word(kind), qualifier];
    Ok(db.prepare_cached(sql)?.execute(row)?)
}

/// Gives what a qualifier means a new revision, if it still has the old one.
fn revise(
    db: &Connection,
    key: &Key,
    qualifier: Option<&Qualifier>,
    old: &str,
    new: &str,
) -> Result<(), StoreError> {
    if key.qualified_revision(db, qualifier)? != old {
        return Err(StoreError::RevisionMismatch);
    }
    let version = match qualifier {
        None | Some(Qualifier::Latest) => Version::Latest,
        Some(Qualifier::Version(number)) => Version::Number(*number),
        Some(Qualifier::Alias(alias)) => {
            let sql = "UPDATE alias SET revision = ?
                WHERE account = ? AND region = ? AND name = ? AND alias = ?";
            db.prepare_cached(sql)?.execute(params![new, key.account, key.region, key.name, alias])?;
            return aliases::sign(db, key, alias);
        }
    };
    let Some(config) = functions::one(db, key, version)? else {
        return Err(StoreError::NotFound(Thing::Function));
    };
    functions::update(db, &FunctionConfig { revision_id: new.to_owned(), ..config })
}

#[async_trait]
impl AttachmentStore for Sqlite {
    async fn attachment(
        &self,
        scope: &Scope,
        name: &FunctionName,
        qualifier: Option<&Qualifier>,
        kind: AttachmentKind,
    ) -> Result<Option<Attachment>, StoreError> {
        let (key, qualifier) = (Key::new(scope, name), qualifier_column(qualifier));
        self.main.read(move |db| one(db, &key, &qualifier, kind)).await
    }

    async fn attach_within(
        &self,
        attachment: Attachment,
        expected: Expected,
        limit: u64,
    ) -> Result<(), StoreError> {
        let key = Key::new(&attachment.scope, &attachment.name);
        let work = move |db: &Connection| {
            key.must_have_qualified(db, attachment.qualifier.as_ref())?;
            let qualifier = qualifier_column(attachment.qualifier.as_ref());
            let found = one(db, &key, &qualifier, attachment.kind)?;
            check_expected(found.as_ref(), &expected)?;
            check_reference(db, &attachment, found.as_ref())?;
            if let Some(amount) = attachment.amount {
                let own = found.and_then(|found| found.amount).map_or(0, u64::from);
                let others = sum(db, &key.account, &key.region, attachment.kind)?.saturating_sub(own);
                if others.saturating_add(u64::from(amount)) > limit {
                    let others = usize::try_from(others).unwrap_or(usize::MAX);
                    return Err(StoreError::LimitExceeded(others));
                }
            }
            write(db, &key, &attachment)
        };
        self.main.write(work).await
    }

    async fn detach(
        &self,
        scope: &Scope,
        name: &FunctionName,
        qualifier: Option<&Qualifier>,
        kind: AttachmentKind,
        expected: Expected,
    ) -> Result<Attachment, StoreError> {
        let (key, qualifier) = (Key::new(scope, name), qualifier_column(qualifier));
        let work = move |db: &Connection| {
            let found = one(db, &key, &qualifier, kind)?;
            check_expected(found.as_ref(), &expected)?;
            let found = found.ok_or(StoreError::NotFound(Thing::Attachment))?;
            remove(db, &key, &qualifier, kind)?;
            Ok(found)
        };
        self.main.write(work).await
    }

    async fn attach_revising(&self, attachment: Attachment, owner: &str) -> Result<(), StoreError> {
        let (key, owner) = (Key::new(&attachment.scope, &attachment.name), owner.to_owned());
        let work = move |db: &Connection| {
            revise(db, &key, attachment.qualifier.as_ref(), &owner, &attachment.revision)?;
            write(db, &key, &attachment)
        };
        self.main.write(work).await
    }

    async fn detach_revising(
        &self,
        scope: &Scope,
        name: &FunctionName,
        qualifier: Option<&Qualifier>,
        kind: AttachmentKind,
        owner: &str,
        revision: &str,
    ) -> Result<(), StoreError> {
        let (key, qualifier) = (Key::new(scope, name), qualifier.cloned());
        let (owner, revision) = (owner.to_owned(), revision.to_owned());
        let work = move |db: &Connection| {
            revise(db, &key, qualifier.as_ref(), &owner, &revision)?;
            match remove(db, &key, &qualifier_column(qualifier.as_ref()), kind)? {
                0 => Err(StoreError::NotFound(Thing::Attachment)),
                _ => Ok(()),
            }
        };
        self.main.write(work).await
    }

    async fn attachments_of(
        &self,
        scope: &Scope,
        name: &FunctionName,
        kind: AttachmentKind,
        after: Option<Option<&Qualifier>>,
        limit: usize,
    ) -> Result<Page<Attachment>, StoreError> {
        let key = Key::new(scope, name);
        let after = after.map(qualifier_column);
        let work = move |db: &Connection| {
            let rest = concat!(
                "WHERE account = ?1 AND region = ?2 AND name = ?3 AND kind = ?4
                AND (?5 IS NULL OR qualifier > ?5) AND ",
                is_whole!(attachment),
                " ORDER BY qualifier LIMIT ?6"
            );
            let Key { account, region, name } = &key;
            select(db, rest, params![account, region, name, word(kind), after, one_more(limit)])
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn attached_by_reference(
        &self,
        kind: AttachmentKind,
        reference: &str,
        after: Option<&Attachment>,
        limit: usize,
    ) -> Result<Page<Attachment>, StoreError> {
        let reference = reference.to_owned();
        // No account is empty.
        let (key, qualifier) = after.map_or_else(
            || (Key { account: String::new(), region: String::new(), name: String::new() }, String::new()),
            |after| (Key::new(&after.scope, &after.name), qualifier_column(after.qualifier.as_ref())),
        );
        let work = move |db: &Connection| {
            let rest = concat!(
                "WHERE kind = ? AND reference = ?
                AND (account, region, name, qualifier) > (?, ?, ?, ?) AND ",
                is_whole!(attachment),
                " ORDER BY account, region, name, qualifier LIMIT ?"
            );
            let Key { account, region, name } = &key;
            let row = params![word(kind), reference, account, region, name, qualifier, one_more(limit)];
            select(db, rest, row)
        };
        Ok(Page::cut(self.main.read(work).await?, limit))
    }

    async fn attachments_with_amounts(&self, kind: AttachmentKind) -> Result<Vec<Attachment>, StoreError> {
        let rest = concat!(
            "WHERE kind = ? AND amount IS NOT NULL AND ",
            is_whole!(attachment),
            " ORDER BY account, region, name, qualifier"
        );
        self.main.read(move |db| select(db, rest, [word(kind)])).await
    }

    async fn sum_amounts(&self, scope: &Scope, kind: AttachmentKind) -> Result<u64, StoreError> {
        let (account, region) = (scope.account.to_string(), scope.region.to_string());
        self.main.read(move |db| sum(db, &account, &region, kind)).await
    }
}
