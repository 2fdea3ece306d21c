//! Access keys for the gateway: the root key, users' keys, the sessions of execution roles, and what STS has issued.
//!
//! Never here: whether a signature is right.

use aws_wire::sigv4::{Credentials, Secret};
use aws_wire::{Caller, CallerKind};
use domain::{AccountId, Timestamp};
use gateway::authenticate::SessionToken;
use gateway::{KeyLookup, KnownKey};
use service_iam::{Session, Sessions, Tokens, UserKeys};
use std::sync::Arc;
use store::KeyUse;

/// All of them.
pub(super) struct Keys {
    root: Arc<KnownKey>,
    root_id: String,
    users: Arc<UserKeys>,
    sessions: Arc<Sessions>,
    tokens: Arc<Tokens>,
}

impl Keys {
    pub(super) fn new(
        account: &AccountId,
        partition: &str,
        root: &Credentials,
        users: Arc<UserKeys>,
        sessions: Arc<Sessions>,
        tokens: Arc<Tokens>,
    ) -> Self {
        let caller = Caller {
            account: account.clone(),
            arn: format!("arn:{partition}:iam::{account}:root"),
            user_id: account.to_string(),
            access_key_id: root.access_key_id.clone(),
            kind: CallerKind::Root,
            session: None,
        };
        let key = KnownKey { secret: root.secret.clone(), session_token: None, expires: None, caller };
        Self { root: Arc::new(key), root_id: root.access_key_id.clone(), users, sessions, tokens }
    }
}

impl KeyLookup for Keys {
    fn find(&self, access_key_id: &str, session_token: Option<&str>) -> Option<Arc<KnownKey>> {
        if access_key_id == self.root_id {
            return Some(Arc::clone(&self.root));
        }
        if let Some(user) = self.users.find(access_key_id) {
            let (secret, caller) = (Secret::new(user.secret.clone()), user.caller.clone());
            return Some(Arc::new(KnownKey { secret, session_token: None, expires: None, caller }));
        }
        if let Some(session) = self.sessions.find(access_key_id) {
            return Some(Arc::new(key_of(&session)));
        }
        let issued = self.tokens.open(access_key_id, session_token?)?;
        Some(Arc::new(KnownKey {
            secret: Secret::new(issued.secret.clone()),
            session_token: Some(SessionToken(issued.token.as_str().into())),
            expires: Some(issued.expires),
            caller: issued.caller.clone(),
        }))
    }

    fn used(&self, key: &KnownKey, service: &str, region: &str, now: Timestamp) {
        if key.caller.kind == CallerKind::User && key.caller.session.is_none() {
            let used = KeyUse { at: now, service: service.to_owned(), region: region.to_owned() };
            self.users.note_use(&key.caller.access_key_id, used);
        }
    }
}

fn key_of(session: &Session) -> KnownKey {
    KnownKey {
        secret: Secret::new(session.secret.clone()),
        session_token: Some(SessionToken(session.token.as_str().into())),
        expires: Some(session.expires),
        caller: Caller {
            account: session.account.clone(),
            arn: session.arn.clone(),
            user_id: session.user_id.clone(),
            access_key_id: session.access_key_id.clone(),
            kind: CallerKind::RoleSession,
            session: Some(Arc::clone(&session.facts)),
        },
    }
}
