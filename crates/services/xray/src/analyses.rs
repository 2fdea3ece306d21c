//! Traces are put together, searched and drawn by threads of their own: documents of many megabytes would keep those waiting that
//! answer requests. A few work at the same time, one of them for an account; of one account a few may wait for that.
//!
//! Never here: a wait for the store.

use crate::errors::throttled;
use aws_wire::ApiError;
use domain::AccountId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::Semaphore;

/// Steps that are computed at the same time, for all accounts.
const WORKING: usize = 2;
/// Requests of one account that are at work or wait for it.
const OF_ONE: usize = 32;

/// See the module's documentation.
pub(crate) struct Analyses {
    working: Arc<Semaphore>,
    accounts: Mutex<HashMap<AccountId, Arc<Account>>>,
}

struct Account {
    turn: Semaphore,
    requests: Semaphore,
}

impl Default for Analyses {
    fn default() -> Self {
        Self { working: Arc::new(Semaphore::new(WORKING)), accounts: Mutex::default() }
    }
}

/// A request that may have steps computed.
pub(crate) struct Analysis<'a> {
    all: &'a Analyses,
    id: AccountId,
    account: Arc<Account>,
}

impl Analyses {
    /// For a request of an account. As many as an account may have are told to come again.
    pub(crate) fn begin(&self, id: &AccountId) -> Result<Analysis<'_>, ApiError> {
        let mut accounts = self.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        let new = || Arc::new(Account { turn: Semaphore::new(1), requests: Semaphore::new(OF_ONE) });
        let account = Arc::clone(accounts.entry(id.clone()).or_insert_with(new));
        // Given back where the analysis is dropped.
        account.requests.try_acquire().map_err(|_| throttled())?.forget();
        Ok(Analysis { all: self, id: id.clone(), account })
    }
}

impl Analysis<'_> {
    /// Has a step computed when it is its turn. It goes on to its end, also where nobody waits for it any more.
    pub(crate) async fn step<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, ApiError> {
        let internal = |_| ApiError::internal();
        let _turn = self.account.turn.acquire().await.map_err(|_| ApiError::internal())?;
        let permit = Arc::clone(&self.all.working).acquire_owned().await.map_err(|_| ApiError::internal())?;
        let computed = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            work()
        });
        computed.await.map_err(internal)
    }
}

impl Drop for Analysis<'_> {
    fn drop(&mut self) {
        let mut accounts = self.all.accounts.lock().unwrap_or_else(PoisonError::into_inner);
        self.account.requests.add_permits(1);
        // Accounts that ask for nothing are not kept in mind.
        if self.account.requests.available_permits() == OF_ONE {
            accounts.remove(&self.id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    fn account(number: u8) -> AccountId {
        AccountId::new(&format!("{number:012}")).unwrap()
    }

    #[tokio::test]
    async fn an_account_has_so_many_requests_and_is_forgotten() {
        let analyses = Analyses::default();
        let mut begun: Vec<_> = (0..OF_ONE).map(|_| analyses.begin(&account(1)).unwrap()).collect();
        let refused = analyses.begin(&account(1)).err().unwrap();
        assert_eq!((refused.status, refused.code.as_ref()), (429, "ThrottledException"));
        assert!(analyses.begin(&account(2)).is_ok());
        begun.pop();
        assert_eq!(begun[0].step(|| 7).await.unwrap(), 7);
        assert!(analyses.begin(&account(1)).is_ok());
        drop(begun);
        assert!(analyses.accounts.lock().unwrap().is_empty());
    }

    /// The test's one thread of the runtime stays free while steps work.
    #[tokio::test]
    async fn one_account_leaves_a_turn_to_others_and_nobody_blocks_the_runtime() {
        let analyses = Analyses::default();
        let loud = [analyses.begin(&account(1)).unwrap(), analyses.begin(&account(1)).unwrap()];
        let quiet = analyses.begin(&account(2)).unwrap();
        let at_work = Arc::new(AtomicUsize::new(0));
        let (ends, ended): (Vec<_>, Vec<_>) = (0..2).map(|_| mpsc::channel::<()>()).unzip();
        let mut ended = ended.into_iter();
        let mut hanging = loud.iter().map(|analysis| {
            let (end, at_work) = (ended.next().unwrap(), Arc::clone(&at_work));
            analysis.step(move || {
                let most = at_work.fetch_add(1, Ordering::SeqCst);
                let _ = end.recv();
                at_work.fetch_sub(1, Ordering::SeqCst);
                most
            })
        });
        let (first, second) = (hanging.next().unwrap(), hanging.next().unwrap());
        let other = async {
            assert_eq!(quiet.step(|| "in between").await.unwrap(), "in between");
            drop(ends);
        };
        let (first, second, ()) = tokio::join!(first, second, other);
        assert_eq!((first.unwrap(), second.unwrap()), (0, 0), "one after the other");
    }
}
