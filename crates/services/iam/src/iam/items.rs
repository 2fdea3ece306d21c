//! Items of the account and of users as the operations have them: what is kept, taken apart.

use super::IamService;
use crate::errors::{concurrent, internal, unchanged};
use aws_wire::{ApiError, RequestContext};
use domain::AccountId;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{IamItem, IamItemStore, ItemKind, StoreError};

/// Items that are read at a time where all are wanted.
const PAGE: usize = 200;

/// An item, and what it says.
#[derive(Clone, Debug)]
pub(crate) struct Kept<T> {
    pub(crate) item: IamItem,
    pub(crate) value: T,
}

impl<T: Serialize + DeserializeOwned> Kept<T> {
    /// One that is to be created, of the caller's account.
    pub(crate) fn new(context: &RequestContext, kind: ItemKind, id: String, value: T) -> Self {
        let item = IamItem {
            account: context.caller.account.clone(),
            kind,
            id,
            user: None,
            created: context.now,
            record: String::new(),
            secret: None,
            revision: 0,
        };
        Self { item, value }
    }

    /// The same of a user.
    pub(crate) fn of_user(mut self, user: &str) -> Self {
        self.item.user = Some(user.to_owned());
        self
    }

    fn read(item: IamItem) -> Result<Self, ApiError> {
        let value = serde_json::from_str(&item.record)
            .map_err(|e| internal(&StoreError::Corrupt(format!("{} {}: {e}", item.kind.word(), item.id))))?;
        Ok(Self { item, value })
    }

    fn written(&self) -> Result<IamItem, StoreError> {
        let record =
            serde_json::to_string(&self.value).map_err(|e| StoreError::Unavailable(e.to_string()))?;
        Ok(IamItem { record, ..self.item.clone() })
    }

    pub(crate) async fn find(
        store: &(impl IamItemStore + ?Sized),
        account: &AccountId,
        kind: ItemKind,
        id: &str,
    ) -> Result<Option<Self>, ApiError> {
        let found = store.item(account, kind, id).await.map_err(|error| internal(&error))?;
        found.map(Self::read).transpose()
    }

    /// All of a sort, of a user or of the account.
    pub(crate) async fn all(
        service: &IamService,
        account: &AccountId,
        kind: ItemKind,
        user: Option<&str>,
    ) -> Result<Vec<Self>, ApiError> {
        let mut found: Vec<Self> = Vec::new();
        loop {
            let after = found.last().map(|kept| kept.item.id.clone());
            let page = service.store.items(account, kind, user, after.as_deref(), PAGE).await;
            let page = page.map_err(|error| internal(&error))?;
            let is_empty = page.items.is_empty();
            for item in page.items {
                found.push(Self::read(item)?);
            }
            if !page.more || is_empty {
                return Ok(found);
            }
        }
    }

    pub(crate) async fn create(&self, service: &IamService, max: usize) -> Result<(), StoreError> {
        service.store.create_item(self.written()?, max).await
    }

    /// Puts the only one of its sort that an account has, over the one that was found or as the first.
    pub(crate) async fn put(service: &IamService, found: Option<Self>, new: Self) -> Result<(), ApiError> {
        let put = match found {
            Some(found) => Self { value: new.value, ..found }.replace(&*service.store).await,
            None => new.create(service, 1).await,
        };
        put.map_err(|error| match error {
            // Somebody else was first.
            StoreError::AlreadyExists(_) | StoreError::LimitExceeded(_) => concurrent(),
            error => unchanged(&error, concurrent),
        })
    }

    /// Writes it over what it was read from.
    pub(crate) async fn replace(&self, store: &(impl IamItemStore + ?Sized)) -> Result<(), StoreError> {
        store.replace_item(&self.item.id, self.written()?).await
    }

    /// The same under another id.
    pub(crate) async fn rename(&self, service: &IamService, from: &str) -> Result<(), StoreError> {
        service.store.replace_item(from, self.written()?).await
    }

    pub(crate) async fn delete(&self, service: &IamService) -> Result<(), StoreError> {
        service.store.delete_item(&self.item.account, self.item.kind, &self.item.id).await
    }
}

/// A page of a list that is had as a whole, in its own order; a marker is the id of the last item before it. What it shows,
/// whether it goes on, and the last item's id.
pub(crate) fn page<T, V>(
    items: &[Kept<T>],
    request: &crate::paging::Request,
    show: impl Fn(&Kept<T>) -> V,
) -> (Vec<V>, bool, Option<String>) {
    let start = request.after.as_ref().map_or(0, |after| {
        items.iter().position(|kept| kept.item.id == *after).map_or(items.len(), |at| at + 1)
    });
    let rest = &items[start.min(items.len())..];
    let shown = &rest[..rest.len().min(request.limit)];
    let more = rest.len() > shown.len();
    let marker = crate::paging::marker(more, shown.last().map(|kept| kept.item.id.as_str()));
    (shown.iter().map(show).collect(), more, marker)
}
