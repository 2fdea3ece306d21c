//! Virtual MFA devices: create, enable for a user, resynchronize, deactivate, delete, list.

use super::IamService;
use super::items::{Kept, page};
use super::roles::{seconds, show_tags, tags};
use super::subject::Subject;
use super::users::{describe_user, find as find_user};
use crate::errors::{already_exists, delete_conflict, internal, limit, no_such_entity, unchanged, uncreated};
use crate::ids::bytes;
use crate::mfa::Device;
use crate::{paging, totp};
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, CallerKind, Input, Output, RequestContext};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use domain::{AccountId, Timestamp};
use store::{IdentityName, ItemKind};

const KIND: ItemKind = ItemKind::MfaDevice;
/// Devices of a user (quotas of IAM).
const MAX_OF_USER: usize = 8;
/// Devices of an account (quotas of IAM: as many as users).
const MAX_DEVICES: usize = 5_000;
/// Bytes of a seed: 64 characters.
const SEED: usize = 40;
/// Steps by which the clock of a device that is enabled may be wrong, and of one that is resynchronized.
const AROUND: i64 = 10;
const FAR_AROUND: i64 = 2_880;

pub(super) fn missing(serial: &str) -> ApiError {
    no_such_entity(format!("VirtualMFADevice with serial number {serial} doesn't exist."))
}

fn not_of_user() -> ApiError {
    no_such_entity("MFA Device invalid for user.")
}

pub(super) async fn find(
    service: &IamService,
    account: &AccountId,
    serial: &str,
) -> Result<Kept<Device>, ApiError> {
    Kept::find(&*service.store, account, KIND, serial).await?.ok_or_else(|| missing(serial))
}

/// The device of a user.
async fn of_user(service: &IamService, of: &Subject, serial: &str) -> Result<Kept<Device>, ApiError> {
    find_user(service, of).await?;
    let device = find(service, &of.who.account, serial).await?;
    let is_his = device.item.user.as_ref() == Some(&of.who.name);
    if is_his { Ok(device) } else { Err(not_of_user()) }
}

pub(super) async fn create(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreateVirtualMFADeviceRequest = input.parse()?;
    let path = request.path.unwrap_or_else(|| "/".to_owned());
    let (account, partition) = (&context.caller.account, context.scope.region.partition());
    let serial = format!("arn:{partition}:iam::{account}:mfa{path}{}", request.virtual_mfa_device_name);
    let seed = bytes::<SEED>().map_err(|_| ApiError::internal())?;
    let device =
        Device { tags: tags(request.tags.unwrap_or_default())?, enabled: None, drift: 0, taken: None };
    let shown = show_tags(&device.tags);
    let mut kept = Kept::new(context, KIND, serial.clone(), device);
    kept.item.secret = Some(service.keys.seal().seal(&serial, &seed).ok_or_else(ApiError::internal)?);
    let exists = || already_exists("MFADevice entity at the same path and name already exists.");
    let created = kept.create(service, MAX_DEVICES).await;
    created.map_err(|error| uncreated(&error, "VirtualMFADevicesPerAccount", exists))?;
    Output::of(&wire::CreateVirtualMFADeviceResponse {
        virtual_mfa_device: wire::VirtualMFADevice {
            serial_number: serial,
            base32_string_seed: Some(BASE64.encode(totp::base32(&seed))),
            tags: (!shown.is_empty()).then_some(shown),
            ..Default::default()
        },
    })
}

fn wrong_code() -> ApiError {
    ApiError::new(403, "InvalidAuthenticationCode", "Authentication code for device is not valid.")
}

/// Sets a device's clock by two codes that follow each other.
fn set_clock(
    service: &IamService,
    device: &mut Kept<Device>,
    codes: (&str, &str),
    now: Timestamp,
    around: i64,
) -> Result<(), ApiError> {
    let (seed, middle) = (device.seed(service.keys.seal())?, totp::step(now.0));
    let step = totp::find_two(&seed, codes, middle.saturating_add(device.value.drift), around);
    let step = step.ok_or_else(wrong_code)?;
    if device.value.taken.is_some_and(|taken| step <= taken) {
        return Err(wrong_code());
    }
    // A code is given during its step, or in the next one: only what is further away is the clock's.
    let away = step.saturating_sub(middle);
    device.value.drift = if away.abs() <= 1 { 0 } else { away };
    device.value.taken = Some(step);
    Ok(())
}

async fn write(service: &IamService, device: &Kept<Device>) -> Result<Output, ApiError> {
    let written = device.replace(&*service.store).await;
    written.map_err(|error| unchanged(&error, || missing(&device.item.id)))?;
    Ok(Output::empty())
}

pub(super) async fn enable(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let request: wire::EnableMFADeviceRequest = input.parse()?;
    find_user(service, &of).await?;
    let mut device = find(service, &of.who.account, &request.serial_number).await?;
    if device.item.user.is_some() {
        return Err(already_exists("MFA Device is already in use."));
    }
    let his = Kept::<Device>::all(service, &of.who.account, KIND, Some(&of.who.name)).await?;
    if his.len() >= MAX_OF_USER {
        return Err(limit("MFADevicesPerUser", MAX_OF_USER));
    }
    let codes = (&*request.authentication_code1, &*request.authentication_code2);
    set_clock(service, &mut device, codes, context.now, AROUND)?;
    device.value.enabled = Some(context.now.0);
    device.item.user = Some(of.who.name);
    write(service, &device).await
}

pub(super) async fn resync(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let request: wire::ResyncMFADeviceRequest = input.parse()?;
    let mut device = of_user(service, &of, &request.serial_number).await?;
    let codes = (&*request.authentication_code1, &*request.authentication_code2);
    set_clock(service, &mut device, codes, context.now, FAR_AROUND)?;
    write(service, &device).await
}

pub(super) async fn deactivate(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let wire::DeactivateMFADeviceRequest { serial_number, .. } = input.parse()?;
    let mut device = of_user(service, &of, &serial_number).await?;
    device.item.user = None;
    device.value.enabled = None;
    write(service, &device).await
}

pub(super) async fn delete(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DeleteVirtualMFADeviceRequest { serial_number } = input.parse()?;
    let device = find(service, &context.caller.account, &serial_number).await?;
    if device.item.user.is_some() {
        return Err(delete_conflict("MFA VirtualDevice in use. Must deactivate first."));
    }
    let deleted = device.delete(service).await;
    deleted.map_err(|error| unchanged(&error, || missing(&serial_number)))?;
    Ok(Output::empty())
}

fn enabled(device: &Kept<Device>) -> Option<f64> {
    device.value.enabled.map(|at| seconds(Timestamp(at)))
}

pub(super) async fn get(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = input.members.contains_key("UserName").then(|| Subject::user(context, &input)).transpose()?;
    let wire::GetMFADeviceRequest { serial_number, .. } = input.parse()?;
    let device = match of {
        Some(of) => of_user(service, &of, &serial_number).await?,
        None => find(service, &context.caller.account, &serial_number).await?,
    };
    Output::of(&wire::GetMFADeviceResponse {
        user_name: device.item.user.clone(),
        enable_date: enabled(&device),
        serial_number: device.item.id,
        ..Default::default()
    })
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
    let request: wire::ListMFADevicesRequest = input.parse()?;
    let wanted = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let devices: Vec<Kept<Device>> = match &of {
        Some(of) => {
            find_user(service, of).await?;
            Kept::all(service, &of.who.account, KIND, Some(&of.who.name)).await?
        }
        None => Vec::new(),
    };
    let (mfa_devices, more, marker) = page(&devices, &wanted, |device| wire::MFADevice {
        user_name: device.item.user.clone().unwrap_or_default(),
        serial_number: device.item.id.clone(),
        enable_date: enabled(device).unwrap_or_default(),
    });
    Output::of(&wire::ListMFADevicesResponse { mfa_devices, is_truncated: Some(more), marker })
}

pub(super) async fn list_all(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::ListVirtualMFADevicesRequest = input.parse()?;
    let wanted = paging::Request::new(request.max_items, request.marker.as_deref())?;
    let account = &context.caller.account;
    let mut devices: Vec<Kept<Device>> = Kept::all(service, account, KIND, None).await?;
    devices.retain(|device| match request.assignment_status.as_deref() {
        Some("Assigned") => device.item.user.is_some(),
        Some("Unassigned") => device.item.user.is_none(),
        _ => true,
    });
    let (mut shown, more, marker) = page(&devices, &wanted, |device| {
        let user = device.item.user.clone();
        let shown = wire::VirtualMFADevice {
            serial_number: device.item.id.clone(),
            enable_date: enabled(device),
            ..Default::default()
        };
        (shown, user)
    });
    for (device, user) in &mut shown {
        let Some(name) = user else { continue };
        let found = service.store.identity(&IdentityName::user(account, name)).await;
        let found = found.map_err(|error| internal(&error))?;
        device.user =
            found.map(|user| wire::User { tags: None, permissions_boundary: None, ..describe_user(&user) });
    }
    Output::of(&wire::ListVirtualMFADevicesResponse {
        virtual_mfa_devices: shown.into_iter().map(|(device, _)| device).collect(),
        is_truncated: Some(more),
        marker,
    })
}
