//! Users' public keys of SSH: upload, get, list, switch on and off, delete. Nothing here lets anybody in by them.

use super::IamService;
use super::items::{Kept, page};
use super::roles::seconds;
use super::subject::Subject;
use super::user_items::{find, remove, status, write};
use super::users::find as find_user;
use crate::errors::{invalid_input, no_such_entity};
use crate::ids::unique_id;
use crate::paging;
use crate::ssh::{Form, PublicKey, Refused, form};
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, CallerKind, Input, Output, RequestContext};
use serde::{Deserialize, Serialize};
use store::ItemKind;

const KIND: ItemKind = ItemKind::SshKey;
/// Keys of a user (quotas of IAM).
const MAX_KEYS: usize = 5;

#[derive(Clone, Debug, Serialize, Deserialize)]
struct SshKey {
    /// As it was given.
    body: String,
    fingerprint: String,
    active: bool,
}

fn missing(id: &str) -> ApiError {
    no_such_entity(format!("The Public Key with id {id} cannot be found."))
}

fn read(body: &str) -> Result<PublicKey, ApiError> {
    PublicKey::read(body).map_err(|refused| match refused {
        Refused::Encoding => {
            let message = "The request was rejected because the public key encoding format is unsupported or unrecognized.";
            ApiError::new(400, "UnrecognizedPublicKeyEncoding", message)
        }
        Refused::Key => {
            let message = "The request was rejected because the public key is malformed or otherwise invalid.";
            ApiError::new(400, "InvalidPublicKey", message)
        }
    })
}

fn show(kept: &Kept<SshKey>, body: String) -> wire::SSHPublicKey {
    wire::SSHPublicKey {
        user_name: kept.item.user.clone().unwrap_or_default(),
        ssh_public_key_id: kept.item.id.clone(),
        fingerprint: kept.value.fingerprint.clone(),
        ssh_public_key_body: body,
        status: status(kept.value.active),
        upload_date: Some(seconds(kept.item.created)),
    }
}

pub(super) async fn upload(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let wire::UploadSSHPublicKeyRequest { ssh_public_key_body: body, .. } = input.parse()?;
    let user = find_user(service, &of).await?;
    let fingerprint = read(&body)?.fingerprint();
    let his: Vec<Kept<SshKey>> = Kept::all(service, &of.who.account, KIND, Some(&user.name)).await?;
    if his.iter().any(|kept| kept.value.fingerprint == fingerprint) {
        let message = "The request was rejected because the SSH public key is already associated with the specified IAM user.";
        return Err(ApiError::new(400, "DuplicateSSHPublicKey", message));
    }
    let id = unique_id::<17>("APKA").map_err(|_| ApiError::internal())?;
    let key = SshKey { body: body.clone(), fingerprint, active: true };
    let kept = Kept::new(context, KIND, id, key).of_user(&user.name);
    let created = kept.create(service, MAX_KEYS).await;
    created.map_err(|error| of.explain_new(&error, "SSHPublicKeysPerUser"))?;
    Output::of(&wire::UploadSSHPublicKeyResponse { ssh_public_key: Some(show(&kept, body)) })
}

pub(super) async fn get(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let wire::GetSSHPublicKeyRequest { ssh_public_key_id: id, encoding, .. } = input.parse()?;
    let kept: Kept<SshKey> = find(service, &of, KIND, &id, || missing(&id)).await?;
    let wanted = if encoding == "PEM" { Form::Pem } else { Form::Ssh };
    // In the form in which it came, it is shown with whatever else was given.
    let body = match form(&kept.value.body) {
        Some(given) if given == wanted => kept.value.body.clone(),
        _ => read(&kept.value.body)?.text(wanted),
    };
    Output::of(&wire::GetSSHPublicKeyResponse { ssh_public_key: Some(show(&kept, body)) })
}

pub(super) async fn list(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = match (input.members.contains_key("UserName"), context.caller.kind) {
        // The root user has none.
        (false, CallerKind::Root) => None,
        _ => Some(Subject::user(context, &input)?),
    };
    let request: wire::ListSSHPublicKeysRequest = input.parse()?;
    let wanted = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let mut his: Vec<Kept<SshKey>> = Vec::new();
    if let Some(of) = &of {
        find_user(service, of).await?;
        his = Kept::all(service, &of.who.account, KIND, Some(&of.who.name)).await?;
    }
    let (keys, more, marker) = page(&his, &wanted, |kept| {
        let shown = show(kept, String::new());
        wire::SSHPublicKeyMetadata {
            user_name: shown.user_name,
            ssh_public_key_id: shown.ssh_public_key_id,
            status: shown.status,
            upload_date: seconds(kept.item.created),
        }
    });
    Output::of(&wire::ListSSHPublicKeysResponse {
        ssh_public_keys: Some(keys),
        is_truncated: Some(more),
        marker,
    })
}

pub(super) async fn update(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let wire::UpdateSSHPublicKeyRequest { ssh_public_key_id: id, status, .. } = input.parse()?;
    let missing = || missing(&id);
    let mut kept: Kept<SshKey> = find(service, &of, KIND, &id, missing).await?;
    kept.value.active = match &*status {
        "Active" => true,
        "Inactive" => false,
        status => return Err(invalid_input(format!("A key cannot be made {status}."))),
    };
    write(service, &kept, missing).await
}

pub(super) async fn delete(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let wire::DeleteSSHPublicKeyRequest { ssh_public_key_id: id, .. } = input.parse()?;
    let missing = || missing(&id);
    let kept: Kept<SshKey> = find(service, &of, KIND, &id, missing).await?;
    remove(service, &kept, missing).await
}
