//! Server certificates: upload, get, list, rename, delete. Their private keys are checked and not kept: nothing here serves
//! under them, and nobody can read one back.

use super::IamService;
use super::items::{Kept, page};
use super::roles::{seconds, show_tags, tags};
use crate::errors::{already_exists, no_such_entity, unchanged, uncreated};
use crate::ids::unique_id;
use crate::paging;
use crate::x509::{Certificate, certificates};
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use domain::{AccountId, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{ItemKind, StoreError};

const KIND: ItemKind = ItemKind::ServerCertificate;
/// Certificates of an account (quotas of IAM).
const MAX_CERTIFICATES: usize = 20;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Server {
    partition: String,
    path: String,
    unique_id: String,
    body: String,
    chain: Option<String>,
    /// Milliseconds.
    not_after: i64,
    pub(crate) tags: BTreeMap<String, String>,
}

pub(super) fn missing(name: &str) -> ApiError {
    no_such_entity(format!("The Server Certificate with name {name} cannot be found."))
}

fn exists(name: &str) -> ApiError {
    already_exists(format!("The Server Certificate with name {name} already exists."))
}

/// Errors: what is no certificate.
pub(super) fn malformed(message: impl Into<String>) -> ApiError {
    ApiError::new(400, "MalformedCertificate", message)
}

/// The one certificate of a text.
pub(super) fn single(pem: &str) -> Result<Certificate, ApiError> {
    let read = certificates(pem).and_then(|mut all| if all.len() == 1 { all.pop() } else { None });
    read.ok_or_else(|| {
        malformed("Unable to parse certificate. Please ensure the certificate is in PEM format.")
    })
}

/// Errors: the chain does not begin with who signed the certificate, or is broken later.
fn check_chain(first: &Certificate, chain: &str) -> Result<(), ApiError> {
    let broken = |at: Option<usize>| {
        let at = at.map_or_else(|| "-1".to_owned(), |at| at.to_string());
        malformed(format!(
            "Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, \
             followed by any intermediaries in order. The index within the chain of the invalid certificate is: {at}"
        ))
    };
    let chain = certificates(chain).ok_or_else(|| broken(None))?;
    let mut signed = first;
    for (at, signer) in chain.iter().enumerate() {
        if !signed.is_issued_by(signer) {
            return Err(broken(at.checked_sub(1)));
        }
        signed = signer;
    }
    Ok(())
}

async fn find(service: &IamService, account: &AccountId, name: &str) -> Result<Kept<Server>, ApiError> {
    Kept::find(&*service.store, account, KIND, name).await?.ok_or_else(|| missing(name))
}

impl Kept<Server> {
    pub(crate) fn arn(&self) -> String {
        let Server { partition, path, .. } = &self.value;
        let (account, name) = (&self.item.account, &self.item.id);
        format!("arn:{partition}:iam::{account}:server-certificate{path}{name}")
    }
}

fn describe(kept: &Kept<Server>) -> wire::ServerCertificateMetadata {
    let Server { path, unique_id, not_after, .. } = &kept.value;
    wire::ServerCertificateMetadata {
        path: path.clone(),
        server_certificate_name: kept.item.id.clone(),
        server_certificate_id: unique_id.clone(),
        arn: kept.arn(),
        upload_date: Some(seconds(kept.item.created)),
        expiration: Some(seconds(Timestamp(*not_after))),
    }
}

pub(super) async fn upload(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::UploadServerCertificateRequest = input.parse()?;
    let certificate = single(&request.certificate_body)?;
    match certificate.has_key(&request.private_key) {
        Some(true) => {}
        Some(false) => {
            let message = "The private key does not match the public key of the certificate.";
            return Err(ApiError::new(400, "KeyPairMismatch", message));
        }
        None => {
            return Err(malformed("Unable to parse key. Please ensure the key is in PEM format."));
        }
    }
    if let Some(chain) = &request.certificate_chain {
        check_chain(&certificate, chain)?;
    }
    let server = Server {
        partition: context.scope.region.partition().to_owned(),
        path: request.path.unwrap_or_else(|| "/".to_owned()),
        unique_id: unique_id::<17>("ASCA").map_err(|_| ApiError::internal())?,
        body: request.certificate_body,
        chain: request.certificate_chain,
        not_after: certificate.not_after,
        tags: tags(request.tags.unwrap_or_default())?,
    };
    let name = request.server_certificate_name;
    let kept = Kept::new(context, KIND, name.clone(), server);
    let created = kept.create(service, MAX_CERTIFICATES).await;
    created.map_err(|error| uncreated(&error, "ServerCertificatesPerAccount", || exists(&name)))?;
    let shown = show_tags(&kept.value.tags);
    Output::of(&wire::UploadServerCertificateResponse {
        server_certificate_metadata: Some(describe(&kept)),
        tags: (!shown.is_empty()).then_some(shown),
    })
}

pub(super) async fn get(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::GetServerCertificateRequest { server_certificate_name: name } = input.parse()?;
    let kept = find(service, &context.caller.account, &name).await?;
    let shown = show_tags(&kept.value.tags);
    Output::of(&wire::GetServerCertificateResponse {
        server_certificate: wire::ServerCertificate {
            server_certificate_metadata: describe(&kept),
            certificate_body: kept.value.body,
            certificate_chain: kept.value.chain,
            tags: (!shown.is_empty()).then_some(shown),
        },
    })
}

pub(super) async fn list(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListServerCertificatesRequest = input.parse()?;
    let wanted = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let mut all: Vec<Kept<Server>> = Kept::all(service, &context.caller.account, KIND, None).await?;
    let prefix = request.path_prefix.as_deref().unwrap_or("/");
    all.retain(|kept| kept.value.path.starts_with(prefix));
    let (shown, more, marker) = page(&all, &wanted, describe);
    Output::of(&wire::ListServerCertificatesResponse {
        server_certificate_metadata_list: shown,
        is_truncated: Some(more),
        marker,
    })
}

pub(super) async fn update(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::UpdateServerCertificateRequest = input.parse()?;
    let name = request.server_certificate_name;
    let mut kept = find(service, &context.caller.account, &name).await?;
    if let Some(path) = request.new_path {
        kept.value.path = path;
    }
    if let Some(new) = request.new_server_certificate_name {
        kept.item.id = new;
    }
    kept.rename(service, &name).await.map_err(|error| match error {
        StoreError::AlreadyExists(_) => exists(&kept.item.id),
        error => unchanged(&error, || missing(&name)),
    })?;
    Ok(Output::empty())
}

pub(super) async fn delete(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DeleteServerCertificateRequest { server_certificate_name: name } = input.parse()?;
    let deleted = service.store.delete_item(&context.caller.account, KIND, &name).await;
    deleted.map_err(|error| unchanged(&error, || missing(&name)))?;
    Ok(Output::empty())
}
