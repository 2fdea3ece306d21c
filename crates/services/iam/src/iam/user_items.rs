//! What users have several of, each with an id and a status: signing certificates and credentials of single services.

use super::IamService;
use super::certificates::single;
use super::items::{Kept, page};
use super::roles::seconds;
use super::subject::Subject;
use super::users::find as find_user;
use crate::errors::{limit, no_such_entity, unchanged};
use crate::ids::{secret, unique_id};
use crate::paging;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, CallerKind, Input, Output, RequestContext};
use domain::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::{ItemKind, StoreError};

/// Signing certificates of a user, and his credentials of one service (quotas of IAM).
const MAX_CERTIFICATES: usize = 2;
const MAX_OF_SERVICE: usize = 2;
/// Credentials of a user of all services.
const MAX_CREDENTIALS: usize = 2 * SERVICES.len();
/// Services that have credentials of their own (user guide, "Service-specific credentials").
const SERVICES: [&str; 3] = ["bedrock.amazonaws.com", "cassandra.amazonaws.com", "codecommit.amazonaws.com"];
const DAY_MS: i64 = 86_400_000;

pub(super) fn status(active: bool) -> String {
    if active { "Active" } else { "Inactive" }.to_owned()
}

/// An item of a user.
pub(super) async fn find<T: Serialize + DeserializeOwned>(
    service: &IamService,
    of: &Subject,
    kind: ItemKind,
    id: &str,
    missing: impl Fn() -> ApiError,
) -> Result<Kept<T>, ApiError> {
    find_user(service, of).await?;
    let found = Kept::<T>::find(&*service.store, &of.who.account, kind, id).await?;
    found.filter(|kept| kept.item.user.as_ref() == Some(&of.who.name)).ok_or_else(missing)
}

pub(super) async fn write<T: Serialize + DeserializeOwned>(
    service: &IamService,
    kept: &Kept<T>,
    missing: impl Fn() -> ApiError,
) -> Result<Output, ApiError> {
    kept.replace(&*service.store).await.map_err(|error| unchanged(&error, missing))?;
    Ok(Output::empty())
}

pub(super) async fn remove<T: Serialize + DeserializeOwned>(
    service: &IamService,
    kept: &Kept<T>,
    missing: impl Fn() -> ApiError,
) -> Result<Output, ApiError> {
    kept.delete(service).await.map_err(|error| unchanged(&error, missing))?;
    Ok(Output::empty())
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Signing {
    body: String,
    pub(super) active: bool,
}

fn no_certificate(id: &str) -> ApiError {
    no_such_entity(format!("The Certificate with id {id} cannot be found."))
}

fn show_certificate(kept: &Kept<Signing>) -> wire::SigningCertificate {
    wire::SigningCertificate {
        user_name: kept.item.user.clone().unwrap_or_default(),
        certificate_id: kept.item.id.clone(),
        certificate_body: kept.value.body.clone(),
        status: status(kept.value.active),
        upload_date: Some(seconds(kept.item.created)),
    }
}

pub(super) async fn upload_certificate(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let wire::UploadSigningCertificateRequest { certificate_body: body, .. } = input.parse()?;
    single(&body)?;
    let kind = ItemKind::SigningCertificate;
    let user = find_user(service, &of).await?;
    let his: Vec<Kept<Signing>> = Kept::all(service, &of.who.account, kind, Some(&user.name)).await?;
    if his.iter().any(|kept| kept.value.body.trim() == body.trim()) {
        let message = format!("The certificate is already associated with user {}.", user.name);
        return Err(ApiError::new(409, "DuplicateCertificate", message));
    }
    let id = unique_id::<32>("").map_err(|_| ApiError::internal())?;
    let kept = Kept::new(context, kind, id, Signing { body, active: true }).of_user(&user.name);
    let created = kept.create(service, MAX_CERTIFICATES).await;
    created.map_err(|error| of.explain_new(&error, "CertificatesPerUser"))?;
    Output::of(&wire::UploadSigningCertificateResponse { certificate: show_certificate(&kept) })
}

pub(super) async fn list_certificates(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = match (input.members.contains_key("UserName"), context.caller.kind) {
        (false, CallerKind::Root) => None,
        _ => Some(Subject::user(context, &input)?),
    };
    let request: wire::ListSigningCertificatesRequest = input.parse()?;
    let wanted = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let mut his: Vec<Kept<Signing>> = Vec::new();
    if let Some(of) = &of {
        find_user(service, of).await?;
        his = Kept::all(service, &of.who.account, ItemKind::SigningCertificate, Some(&of.who.name)).await?;
    }
    let (certificates, more, marker) = page(&his, &wanted, show_certificate);
    Output::of(&wire::ListSigningCertificatesResponse { certificates, is_truncated: Some(more), marker })
}

pub(super) async fn update_certificate(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let wire::UpdateSigningCertificateRequest { certificate_id: id, status, .. } = input.parse()?;
    let missing = || no_certificate(&id);
    let mut kept: Kept<Signing> = find(service, &of, ItemKind::SigningCertificate, &id, missing).await?;
    kept.value.active = status == "Active";
    write(service, &kept, missing).await
}

pub(super) async fn delete_certificate(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let wire::DeleteSigningCertificateRequest { certificate_id: id, .. } = input.parse()?;
    let missing = || no_certificate(&id);
    let kept: Kept<Signing> = find(service, &of, ItemKind::SigningCertificate, &id, missing).await?;
    remove(service, &kept, missing).await
}

/// A credential of one service. Its password is shown once and not kept: no service here asks for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Credential {
    service: String,
    /// What the service calls the user.
    name: String,
    active: bool,
    /// Milliseconds.
    expires: Option<i64>,
}

fn no_credential(id: &str) -> ApiError {
    no_such_entity(format!("No such credential {id} exists"))
}

/// Bedrock's have an alias and a secret, those of the others a name and a password.
fn has_alias(service: &str) -> bool {
    service.starts_with("bedrock.")
}

fn show_credential(kept: &Kept<Credential>, password: String) -> wire::ServiceSpecificCredential {
    let Credential { service, name, active, expires } = kept.value.clone();
    let (alias, plain) = if has_alias(&service) { (Some(name), None) } else { (None, Some(name)) };
    wire::ServiceSpecificCredential {
        create_date: seconds(kept.item.created),
        expiration_date: expires.map(|at| seconds(Timestamp(at))),
        service_password: plain.is_some().then(|| password.clone()),
        service_credential_secret: alias.is_some().then_some(password),
        service_name: service,
        service_user_name: plain,
        service_credential_alias: alias,
        service_specific_credential_id: kept.item.id.clone(),
        user_name: kept.item.user.clone().unwrap_or_default(),
        status: status(active),
    }
}

pub(super) async fn create_credential(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let request: wire::CreateServiceSpecificCredentialRequest = input.parse()?;
    let user = find_user(service, &of).await?;
    let name = request.service_name;
    if !SERVICES.contains(&&*name) {
        return Err(no_such_entity(format!(
            "No such service {name} is supported for Service Specific Credentials"
        )));
    }
    let kind = ItemKind::ServiceCredential;
    let his: Vec<Kept<Credential>> = Kept::all(service, &of.who.account, kind, Some(&user.name)).await?;
    let before: Vec<_> = his.iter().filter(|kept| kept.value.service == name).collect();
    if before.len() >= MAX_OF_SERVICE {
        return Err(limit("ServiceSpecificCredentialsPerUser", MAX_OF_SERVICE));
    }
    // The second one of a user is told apart by a number.
    let first = format!("{}-at-{}", user.name, of.who.account);
    let is_taken = before.iter().any(|kept| kept.value.name == first);
    let credential = Credential {
        service: name,
        name: if is_taken { format!("{}+1-at-{}", user.name, of.who.account) } else { first },
        active: true,
        expires: request
            .credential_age_days
            .map(|days| context.now.0.saturating_add(i64::from(days).saturating_mul(DAY_MS))),
    };
    let id = unique_id::<17>("ACCA").map_err(|_| ApiError::internal())?;
    let kept = Kept::new(context, kind, id, credential).of_user(&user.name);
    kept.create(service, MAX_CREDENTIALS).await.map_err(|error| match error {
        StoreError::LimitExceeded(_) => limit("ServiceSpecificCredentialsPerUser", MAX_OF_SERVICE),
        error => of.explain(&error, ""),
    })?;
    let password = secret().map_err(|_| ApiError::internal())?;
    Output::of(&wire::CreateServiceSpecificCredentialResponse {
        service_specific_credential: Some(show_credential(&kept, password)),
    })
}

pub(super) async fn list_credentials(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let everybody = input.members.get("AllUsers").and_then(serde_json::Value::as_bool) == Some(true);
    let of = match (everybody || !input.members.contains_key("UserName"), context.caller.kind) {
        (true, CallerKind::Root) => None,
        _ if everybody => None,
        _ => Some(Subject::user(context, &input)?),
    };
    let request: wire::ListServiceSpecificCredentialsRequest = input.parse()?;
    let wanted = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let (account, kind) = (&context.caller.account, ItemKind::ServiceCredential);
    let mut found: Vec<Kept<Credential>> = match &of {
        Some(of) => {
            find_user(service, of).await?;
            Kept::all(service, account, kind, Some(&of.who.name)).await?
        }
        None if everybody => Kept::all(service, account, kind, None).await?,
        None => Vec::new(),
    };
    found.retain(|kept| request.service_name.as_ref().is_none_or(|name| kept.value.service == *name));
    let (shown, more, marker) = page(&found, &wanted, |kept| {
        let shown = show_credential(kept, String::new());
        wire::ServiceSpecificCredentialMetadata {
            user_name: shown.user_name,
            status: shown.status,
            service_user_name: shown.service_user_name,
            service_credential_alias: shown.service_credential_alias,
            create_date: shown.create_date,
            expiration_date: shown.expiration_date,
            service_specific_credential_id: shown.service_specific_credential_id,
            service_name: shown.service_name,
        }
    });
    let mut output = Output::of(&wire::ListServiceSpecificCredentialsResponse {
        service_specific_credentials: Some(shown),
        marker,
        ..Default::default()
    })?;
    if more {
        output.members.insert("IsTruncated".to_owned(), true.into());
    }
    Ok(output)
}

pub(super) async fn update_credential(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let request: wire::UpdateServiceSpecificCredentialRequest = input.parse()?;
    let id = request.service_specific_credential_id;
    let missing = || no_credential(&id);
    let mut kept: Kept<Credential> = find(service, &of, ItemKind::ServiceCredential, &id, missing).await?;
    kept.value.active = request.status == "Active";
    write(service, &kept, missing).await
}

pub(super) async fn reset_credential(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let request: wire::ResetServiceSpecificCredentialRequest = input.parse()?;
    let id = request.service_specific_credential_id;
    let missing = || no_credential(&id);
    let kept: Kept<Credential> = find(service, &of, ItemKind::ServiceCredential, &id, missing).await?;
    let password = secret().map_err(|_| ApiError::internal())?;
    Output::of(&wire::ResetServiceSpecificCredentialResponse {
        service_specific_credential: Some(show_credential(&kept, password)),
    })
}

pub(super) async fn delete_credential(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let request: wire::DeleteServiceSpecificCredentialRequest = input.parse()?;
    let id = request.service_specific_credential_id;
    let missing = || no_credential(&id);
    let kept: Kept<Credential> = find(service, &of, ItemKind::ServiceCredential, &id, missing).await?;
    remove(service, &kept, missing).await
}
