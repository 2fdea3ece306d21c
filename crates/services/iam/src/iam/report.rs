//! The report on users' credentials: GenerateCredentialReport, GetCredentialReport. It is made at once, and good for four hours
//! (user guide, "Get credential reports for your AWS account").

use super::IamService;
use super::items::Kept;
use super::passwords;
use super::roles::seconds;
use super::user_items::Signing;
use crate::errors::internal;
use crate::mfa::Device;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Output, RequestContext};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use store::{AccessKey, Identity, IdentityKind, ItemKind, StoreError};

const KIND: ItemKind = ItemKind::CredentialReport;
/// The only report of an account.
const ID: &str = "CredentialReport";
/// How long one is good, milliseconds.
const LIFE_MS: i64 = 4 * 3_600_000;
/// Users that are read at a time.
const PAGE: usize = 200;

const COLUMNS: &str = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,\
                       password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,\
                       access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,\
                       access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,\
                       access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,\
                       cert_2_active,cert_2_last_rotated";
/// What there is none of.
const NONE: &str = "N/A";
/// What is not known.
const UNKNOWN: &str = "no_information";

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Report {
    /// Milliseconds.
    made: i64,
    text: String,
}

/// `2026-11-24T18:22:01+00:00`.
fn date(at: Timestamp) -> String {
    let text = at.rfc3339();
    format!("{}+00:00", text.get(..19).unwrap_or(&text))
}

/// Five columns of an access key.
fn key_columns(service: &IamService, key: Option<&AccessKey>) -> [String; 5] {
    let none = || NONE.to_owned();
    let Some(key) = key else { return ["false".to_owned(), none(), none(), none(), none()] };
    let used = service.keys.noted(&key.id).or_else(|| key.used.clone());
    let used =
        used.map_or_else(|| [none(), none(), none()], |used| [date(used.at), used.region, used.service]);
    let [at, region, by] = used;
    [key.active.to_string(), date(key.created), at, region, by]
}

/// Two columns of a certificate.
fn certificate_columns(certificate: Option<&Kept<Signing>>) -> [String; 2] {
    match certificate {
        Some(kept) => [kept.value.active.to_string(), date(kept.item.created)],
        None => ["false".to_owned(), NONE.to_owned()],
    }
}

/// What the report says of the root user: this account's key is the server's file.
fn root_row(context: &RequestContext) -> String {
    let account = &context.caller.account;
    let arn = format!("arn:{}:iam::{account}:root", context.scope.region.partition());
    let unknown = "not_supported";
    let mut row = vec!["<root_account>", &arn, UNKNOWN, unknown, UNKNOWN, unknown, unknown, "false", "true"];
    row.extend([
        UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, "false", NONE, NONE, NONE, NONE, "false", NONE, "false", NONE,
    ]);
    row.join(",")
}

async fn row(
    service: &IamService,
    user: &Identity,
    has_device: bool,
    certificates: &[Kept<Signing>],
    next: &impl Fn(i64) -> Option<i64>,
) -> Result<String, ApiError> {
    let keys = match service.store.access_keys(&user.account, &user.name).await {
        Ok(keys) => keys,
        Err(StoreError::NotFound(_)) => Vec::new(),
        Err(error) => return Err(internal(&error)),
    };
    let password = passwords::of_user(service, &user.account, &user.id).await?;
    let mut row = vec![user.name.clone(), user.arn(), date(user.created), password.is_some().to_string()];
    match password.map(|kept| kept.value.changed) {
        Some(changed) => {
            let next = next(changed).map_or_else(|| NONE.to_owned(), |at| date(Timestamp(at)));
            row.extend([UNKNOWN.to_owned(), date(Timestamp(changed)), next]);
        }
        None => row.extend([NONE, NONE, NONE].map(str::to_owned)),
    }
    row.push(has_device.to_string());
    row.extend(key_columns(service, keys.first()));
    row.extend(key_columns(service, keys.get(1)));
    row.extend(certificate_columns(certificates.first()));
    row.extend(certificate_columns(certificates.get(1)));
    Ok(row.join(","))
}

async fn make(service: &IamService, context: &RequestContext) -> Result<String, ApiError> {
    let account = &context.caller.account;
    let next = passwords::next_rotation(service, account).await?;
    let devices: Vec<Kept<Device>> = Kept::all(service, account, ItemKind::MfaDevice, None).await?;
    let with_device: Vec<&String> = devices.iter().filter_map(|kept| kept.item.user.as_ref()).collect();
    let mut certificates: HashMap<String, Vec<Kept<Signing>>> = HashMap::new();
    for kept in Kept::<Signing>::all(service, account, ItemKind::SigningCertificate, None).await? {
        let user = kept.item.user.clone().unwrap_or_default();
        certificates.entry(user).or_default().push(kept);
    }
    let mut rows = vec![COLUMNS.to_owned(), root_row(context)];
    let mut after: Option<String> = None;
    loop {
        let page =
            service.store.list_identities(account, IdentityKind::User, "/", after.as_deref(), PAGE).await;
        let page = page.map_err(|error| internal(&error))?;
        for user in &page.items {
            let his = certificates.get(&user.name).map(Vec::as_slice).unwrap_or_default();
            rows.push(row(service, user, with_device.contains(&&user.name), his, &next).await?);
        }
        after = page.items.last().map(|user| user.name.clone());
        if !page.more || after.is_none() {
            return Ok(rows.join("\n"));
        }
    }
}

pub(super) async fn generate(service: &IamService, context: &RequestContext) -> Result<Output, ApiError> {
    let account = &context.caller.account;
    let found = Kept::<Report>::find(&*service.store, account, KIND, ID).await?;
    let is_good = found.as_ref().is_some_and(|kept| is_good(&kept.value, context.now));
    if is_good {
        return Output::of(&wire::GenerateCredentialReportResponse {
            state: Some("COMPLETE".to_owned()),
            ..Default::default()
        });
    }
    let report = Report { made: context.now.0, text: make(service, context).await? };
    Kept::put(service, found, Kept::new(context, KIND, ID.to_owned(), report)).await?;
    Output::of(&wire::GenerateCredentialReportResponse {
        state: Some("STARTED".to_owned()),
        description: Some("No report exists. Starting a new report generation task".to_owned()),
    })
}

fn is_good(report: &Report, now: Timestamp) -> bool {
    (0..LIFE_MS).contains(&now.0.saturating_sub(report.made))
}

pub(super) async fn get(service: &IamService, context: &RequestContext) -> Result<Output, ApiError> {
    let found = Kept::<Report>::find(&*service.store, &context.caller.account, KIND, ID).await?;
    let gone = |code, message: &str| ApiError::new(410, code, message);
    let report = found.ok_or_else(|| gone("ReportNotPresent", "No report exists for this account."))?.value;
    if !is_good(&report, context.now) {
        return Err(gone("ReportExpired", "The most recent credential report has expired."));
    }
    Output::of(&wire::GetCredentialReportResponse {
        content: Some(BASE64.encode(&report.text)),
        report_format: Some("text/csv".to_owned()),
        generated_time: Some(seconds(Timestamp(report.made))),
    })
}
