//! Users' passwords, and what the account asks of them: GetAccountPasswordPolicy and its like, CreateLoginProfile and its like,
//! ChangePassword. There is no console to sign in at; who has a password can change it.

use super::IamService;
use super::items::Kept;
use super::roles::seconds;
use super::subject::Subject;
use super::users::find as find_user;
use crate::errors::{already_exists, invalid_input, no_such_entity, unchanged, validation};
use crate::ids::bytes;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, CallerKind, Input, Output, RequestContext};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use domain::AccountId;
use ring::pbkdf2;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;
use store::{ItemKind, StoreError};
use subtle::ConstantTimeEq;

/// The only policy of an account.
const ID: &str = "PasswordPolicy";
/// Passwords of a user that are remembered at most (API reference, `PasswordReusePrevention`).
const MAX_REMEMBERED: usize = 24;
/// Rounds of PBKDF2-HMAC-SHA512 (OWASP's Password Storage Cheat Sheet).
const ROUNDS: u32 = 210_000;
/// A password of an account without a policy: this long, and of three of the four sorts of characters (user guide, "Default
/// password policy").
const DEFAULT_LENGTH: usize = 8;
const DEFAULT_SORTS: usize = 3;
/// What counts as a symbol (API reference, `RequireSymbols`).
const SYMBOLS: &str = "!@#$%^&*()_+-=[]{}|'";
const DAY_MS: i64 = 86_400_000;

/// What an account asks of passwords.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Policy {
    length: i32,
    symbols: bool,
    numbers: bool,
    upper: bool,
    lower: bool,
    may_change: bool,
    /// Days.
    age: Option<i32>,
    remembered: Option<i32>,
    hard_expiry: Option<bool>,
}

/// How a password is kept.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Password {
    /// Of the user's passwords, of now and before, so that one derivation is compared with all of them.
    salt: String,
    rounds: u32,
    hash: String,
    /// The newest first.
    before: Vec<String>,
    pub(super) reset: bool,
    /// Milliseconds.
    pub(super) changed: i64,
    signin_s: Option<i32>,
}

async fn policy(service: &IamService, account: &AccountId) -> Result<Option<Kept<Policy>>, ApiError> {
    Kept::find(&*service.store, account, ItemKind::PasswordPolicy, ID).await
}

pub(super) async fn get_policy(service: &IamService, context: &RequestContext) -> Result<Output, ApiError> {
    let account = &context.caller.account;
    let found = policy(service, account).await?.ok_or_else(|| {
        no_such_entity(format!("The Password Policy with domain name {account} cannot be found."))
    })?;
    let policy = found.value;
    Output::of(&wire::GetAccountPasswordPolicyResponse {
        password_policy: wire::PasswordPolicy {
            minimum_password_length: Some(policy.length),
            require_symbols: Some(policy.symbols),
            require_numbers: Some(policy.numbers),
            require_uppercase_characters: Some(policy.upper),
            require_lowercase_characters: Some(policy.lower),
            allow_users_to_change_password: Some(policy.may_change),
            expire_passwords: Some(policy.age.is_some()),
            max_password_age: policy.age,
            password_reuse_prevention: policy.remembered,
            hard_expiry: policy.hard_expiry,
        },
    })
}

pub(super) async fn update_policy(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::UpdateAccountPasswordPolicyRequest = input.parse()?;
    // What is not given gets its default, whatever it was (API reference).
    let new = Policy {
        length: request.minimum_password_length.unwrap_or(6),
        symbols: request.require_symbols.unwrap_or(false),
        numbers: request.require_numbers.unwrap_or(false),
        upper: request.require_uppercase_characters.unwrap_or(false),
        lower: request.require_lowercase_characters.unwrap_or(false),
        may_change: request.allow_users_to_change_password.unwrap_or(false),
        age: request.max_password_age,
        remembered: request.password_reuse_prevention,
        hard_expiry: request.hard_expiry,
    };
    let found = policy(service, &context.caller.account).await?;
    Kept::put(service, found, Kept::new(context, ItemKind::PasswordPolicy, ID.to_owned(), new)).await?;
    Ok(Output::empty())
}

pub(super) async fn delete_policy(
    service: &IamService,
    context: &RequestContext,
) -> Result<Output, ApiError> {
    let deleted = service.store.delete_item(&context.caller.account, ItemKind::PasswordPolicy, ID).await;
    let missing = || no_such_entity("The account policy with name PasswordPolicy cannot be found.");
    deleted.map_err(|error| unchanged(&error, missing))?;
    Ok(Output::empty())
}

impl Policy {
    fn admits(&self, password: &str) -> bool {
        let has = |wanted: bool, fits: fn(char) -> bool| !wanted || password.chars().any(fits);
        password.chars().count() >= usize::try_from(self.length).unwrap_or_default()
            && has(self.symbols, is_symbol)
            && has(self.numbers, |c| c.is_ascii_digit())
            && has(self.upper, |c| c.is_ascii_uppercase())
            && has(self.lower, |c| c.is_ascii_lowercase())
    }
}

fn is_symbol(c: char) -> bool {
    SYMBOLS.contains(c)
}

/// Whether an account without a policy takes a password.
fn is_admitted_by_default(password: &str) -> bool {
    let sorts: [fn(char) -> bool; 4] =
        [is_symbol, |c| c.is_ascii_digit(), |c| c.is_ascii_uppercase(), |c| c.is_ascii_lowercase()];
    password.chars().count() >= DEFAULT_LENGTH
        && sorts.iter().filter(|sort| password.chars().any(**sort)).count() >= DEFAULT_SORTS
}

fn violation() -> ApiError {
    let message = "Password does not conform to the account password policy.";
    ApiError::new(400, "PasswordPolicyViolation", message)
}

fn check(policy: Option<&Policy>, password: &str) -> Result<(), ApiError> {
    let fits = policy.map_or_else(|| is_admitted_by_default(password), |policy| policy.admits(password));
    if fits { Ok(()) } else { Err(violation()) }
}

/// What is kept of a password. Takes some 100 ms of a core, beside the others.
async fn derive(
    service: &IamService,
    password: String,
    salt: Vec<u8>,
    rounds: u32,
) -> Result<String, ApiError> {
    let rounds = NonZeroU32::new(rounds).ok_or_else(ApiError::internal)?;
    let _turn = service.hashing.acquire().await.map_err(|_| ApiError::internal())?;
    let work = move || {
        let mut hash = [0; 64];
        pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA512, rounds, &salt, password.as_bytes(), &mut hash);
        BASE64.encode(hash)
    };
    tokio::task::spawn_blocking(work).await.map_err(|_| ApiError::internal())
}

impl Password {
    async fn new(service: &IamService, password: String, now_ms: i64) -> Result<Self, ApiError> {
        let salt = bytes::<16>().map_err(|_| ApiError::internal())?;
        let hash = derive(service, password, salt.to_vec(), ROUNDS).await?;
        Ok(Self {
            salt: BASE64.encode(salt),
            rounds: ROUNDS,
            hash,
            before: Vec::new(),
            reset: false,
            changed: now_ms,
            signin_s: None,
        })
    }

    async fn derive(&self, service: &IamService, password: String) -> Result<String, ApiError> {
        let salt = BASE64.decode(&self.salt).map_err(|_| ApiError::internal())?;
        derive(service, password, salt, self.rounds).await
    }

    /// The same with another password. Errors: one that it had, where the policy forbids that.
    async fn change(
        &self,
        service: &IamService,
        policy: Option<&Policy>,
        password: String,
        now_ms: i64,
    ) -> Result<Self, ApiError> {
        check(policy, &password)?;
        let hash = self.derive(service, password).await?;
        let remembered = policy.and_then(|policy| policy.remembered).unwrap_or_default();
        let remembered = usize::try_from(remembered).unwrap_or_default();
        let known = std::iter::once(&self.hash).chain(&self.before);
        if known.clone().take(remembered).any(|known| is_equal(known, &hash)) {
            return Err(violation());
        }
        let before = known.take(MAX_REMEMBERED).cloned().collect();
        Ok(Self { hash, before, changed: now_ms, ..self.clone() })
    }
}

fn is_equal(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}

fn no_profile(user: &str) -> ApiError {
    no_such_entity(format!("Login Profile for User {user} cannot be found."))
}

/// A user's password, if he has one, and the id under which it is.
pub(super) async fn of_user(
    service: &IamService,
    account: &AccountId,
    unique_id: &str,
) -> Result<Option<Kept<Password>>, ApiError> {
    Kept::find(&*service.store, account, ItemKind::LoginProfile, unique_id).await
}

async fn find(service: &IamService, of: &Subject) -> Result<Kept<Password>, ApiError> {
    let user = find_user(service, of).await?;
    of_user(service, &of.who.account, &user.id).await?.ok_or_else(|| no_profile(&of.who.name))
}

fn describe(user: &str, kept: &Kept<Password>) -> wire::LoginProfile {
    wire::LoginProfile {
        user_name: user.to_owned(),
        create_date: seconds(kept.item.created),
        password_reset_required: Some(kept.value.reset),
        max_signin_session_duration: kept.value.signin_s,
    }
}

pub(super) async fn create(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let request: wire::CreateLoginProfileRequest = input.parse()?;
    let given = request.password.ok_or_else(|| {
        validation(
            "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null",
        )
    })?;
    let user = find_user(service, &of).await?;
    let exists = || already_exists(format!("Login Profile for User {} already exists.", user.name));
    if of_user(service, &of.who.account, &user.id).await?.is_some() {
        return Err(exists());
    }
    let policy = policy(service, &of.who.account).await?;
    check(policy.as_ref().map(|kept| &kept.value), &given)?;
    let password = Password {
        reset: request.password_reset_required.unwrap_or(false),
        signin_s: request.max_signin_session_duration,
        ..Password::new(service, given, context.now.0).await?
    };
    let kept = Kept::new(context, ItemKind::LoginProfile, user.id.clone(), password).of_user(&user.name);
    kept.create(service, 1).await.map_err(|error| match error {
        StoreError::AlreadyExists(_) | StoreError::LimitExceeded(_) => exists(),
        error => of.explain(&error, ""),
    })?;
    Output::of(&wire::CreateLoginProfileResponse { login_profile: describe(&user.name, &kept) })
}

pub(super) async fn get(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let kept = find(service, &of).await?;
    Output::of(&wire::GetLoginProfileResponse { login_profile: describe(&of.who.name, &kept) })
}

pub(super) async fn update(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let request: wire::UpdateLoginProfileRequest = input.parse()?;
    if request.max_signin_session_duration.is_some()
        && request.reset_max_signin_session_duration == Some(true)
    {
        return Err(invalid_input(
            "MaxSigninSessionDuration and ResetMaxSigninSessionDuration cannot be given together.",
        ));
    }
    let mut kept = find(service, &of).await?;
    if let Some(given) = request.password {
        let policy = policy(service, &of.who.account).await?;
        let policy = policy.as_ref().map(|kept| &kept.value);
        kept.value = kept.value.change(service, policy, given, context.now.0).await?;
    }
    kept.value.reset = request.password_reset_required.unwrap_or(kept.value.reset);
    kept.value.signin_s = match request.reset_max_signin_session_duration {
        Some(true) => None,
        _ => request.max_signin_session_duration.or(kept.value.signin_s),
    };
    write(service, &of, &kept).await
}

async fn write(service: &IamService, of: &Subject, kept: &Kept<Password>) -> Result<Output, ApiError> {
    let written = kept.replace(&*service.store).await;
    written.map_err(|error| unchanged(&error, || no_profile(&of.who.name)))?;
    Ok(Output::empty())
}

pub(super) async fn delete(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let of = Subject::user(context, &input)?;
    let kept = find(service, &of).await?;
    let deleted = kept.delete(service).await;
    deleted.map_err(|error| unchanged(&error, || no_profile(&of.who.name)))?;
    Ok(Output::empty())
}

pub(super) async fn change(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    if context.caller.kind != CallerKind::User {
        let message = "Only IAM Users can change their own password";
        return Err(ApiError::new(400, "InvalidUserType", message));
    }
    let of = Subject::user(context, &input)?;
    let wire::ChangePasswordRequest { old_password, new_password } = input.parse()?;
    let mut kept = find(service, &of).await?;
    let given = kept.value.derive(service, old_password).await?;
    if !is_equal(&given, &kept.value.hash) {
        return Err(ApiError::new(403, "AccessDenied", "The old password was incorrect."));
    }
    let policy = policy(service, &of.who.account).await?;
    let policy = policy.as_ref().map(|kept| &kept.value);
    if let Some((days, true)) = policy.and_then(|policy| Some((policy.age?, policy.hard_expiry?)))
        && context.now.0 > kept.value.changed.saturating_add(i64::from(days) * DAY_MS)
    {
        return Err(ApiError::new(403, "AccessDenied", "The password has expired."));
    }
    kept.value = kept.value.change(service, policy, new_password, context.now.0).await?;
    kept.value.reset = false;
    write(service, &of, &kept).await
}

/// When a password has to be changed at the latest, milliseconds; where the account says so.
pub(super) async fn next_rotation(
    service: &IamService,
    account: &AccountId,
) -> Result<impl Fn(i64) -> Option<i64>, ApiError> {
    let age = policy(service, account).await?.and_then(|kept| kept.value.age);
    Ok(move |changed: i64| age.map(|days| changed.saturating_add(i64::from(days) * DAY_MS)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_policies_admit() {
        let all =
            Policy { length: 8, symbols: true, numbers: true, upper: true, lower: true, ..Policy::default() };
        for (password, by_all, by_default) in [
            ("Abcdef1!", true, true),
            ("Abcdef1", false, false),
            ("Abcdefg1", false, true),
            ("abcdefg1", false, false),
            ("ABCDEF1!", false, true),
            ("Äbcdef1!", false, true),
            ("", false, false),
        ] {
            assert_eq!(all.admits(password), by_all, "{password}");
            assert_eq!(is_admitted_by_default(password), by_default, "{password}");
        }
        assert!(Policy { length: 6, ..Policy::default() }.admits("aaaaaa"));
    }
}
