//! Which metrics a function has.

use crate::unit::Unit;

/// A metric of a function. Those of concurrency are recorded by [`begin`](super::FunctionMetrics::begin) alone, and
/// `Invocations`, `Errors` and `Duration` by [`ended`](super::Begun::ended).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// Runs of the function's code.
    Invocations,
    /// Those that ended in an error of the function.
    Errors,
    /// Those that were refused for their number.
    Throttles,
    /// What the function's code took, ms.
    Duration,
    /// What extensions took after the function had answered, ms.
    PostRuntimeExtensionsDuration,
    /// Invocations at the same time.
    ConcurrentExecutions,
    /// Those of functions without a reservation.
    UnreservedConcurrentExecutions,
    /// What nobody else can have of the account's concurrency.
    ClaimedAccountConcurrency,
    /// Runs in environments that were provisioned.
    ProvisionedConcurrencyInvocations,
    /// Runs on demand, since all that was provisioned was in use.
    ProvisionedConcurrencySpilloverInvocations,
    /// Provisioned environments in use.
    ProvisionedConcurrentExecutions,
    /// The same as a part of what is provisioned, 0 to 1.
    ProvisionedConcurrencyUtilization,
    /// Events that were queued.
    AsyncEventsReceived,
    /// From when an event was queued to when it ran, ms.
    AsyncEventAge,
    /// Events that ended without success.
    AsyncEventsDropped,
    /// Dead letters that did not arrive.
    DeadLetterErrors,
    /// Records that did not arrive at their destination.
    DestinationDeliveryFailures,
    /// Runs that were refused as part of a loop.
    RecursiveInvocationsDropped,
    /// Requests to the function's URL.
    UrlRequestCount,
    /// Those that were answered by a status from 400 to 499.
    Url4xxCount,
    /// Those that were answered by a status from 500 on.
    Url5xxCount,
    /// From a request to its answer, ms.
    UrlRequestLatency,
    /// Not a metric of its own: `ConcurrentExecutions` of the function, whatever was invoked of it.
    OfFunction,
    /// Not a metric of its own: `ConcurrentExecutions` of the account.
    OfAccount,
}

/// For which dimensions there is a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Levels {
    /// None at all.
    pub(super) account: bool,
    /// `FunctionName`.
    pub(super) function: bool,
    /// `FunctionName` and `Resource`, and with `ExecutedVersion` where that was chosen by an alias.
    pub(super) resource: bool,
}

impl What {
    /// CloudWatch's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Invocations => "Invocations",
            Self::Errors => "Errors",
            Self::Throttles => "Throttles",
            Self::Duration => "Duration",
            Self::PostRuntimeExtensionsDuration => "PostRuntimeExtensionsDuration",
            Self::ConcurrentExecutions | Self::OfFunction | Self::OfAccount => "ConcurrentExecutions",
            Self::UnreservedConcurrentExecutions => "UnreservedConcurrentExecutions",
            Self::ClaimedAccountConcurrency => "ClaimedAccountConcurrency",
            Self::ProvisionedConcurrencyInvocations => "ProvisionedConcurrencyInvocations",
            Self::ProvisionedConcurrencySpilloverInvocations => "ProvisionedConcurrencySpilloverInvocations",
            Self::ProvisionedConcurrentExecutions => "ProvisionedConcurrentExecutions",
            Self::ProvisionedConcurrencyUtilization => "ProvisionedConcurrencyUtilization",
            Self::AsyncEventsReceived => "AsyncEventsReceived",
            Self::AsyncEventAge => "AsyncEventAge",
            Self::AsyncEventsDropped => "AsyncEventsDropped",
            Self::DeadLetterErrors => "DeadLetterErrors",
            Self::DestinationDeliveryFailures => "DestinationDeliveryFailures",
            Self::RecursiveInvocationsDropped => "RecursiveInvocationsDropped",
            Self::UrlRequestCount => "UrlRequestCount",
            Self::Url4xxCount => "Url4xxCount",
            Self::Url5xxCount => "Url5xxCount",
            Self::UrlRequestLatency => "UrlRequestLatency",
        }
    }

    /// Of its values.
    pub fn unit(self) -> Unit {
        match self {
            Self::Duration
            | Self::PostRuntimeExtensionsDuration
            | Self::AsyncEventAge
            | Self::UrlRequestLatency => Unit::MILLISECONDS,
            _ => Unit::COUNT,
        }
    }

    pub(super) fn levels(self) -> Levels {
        let levels = |account, function, resource| Levels { account, function, resource };
        match self {
            Self::OfAccount | Self::UnreservedConcurrentExecutions | Self::ClaimedAccountConcurrency => {
                levels(true, false, false)
            }
            Self::OfFunction => levels(false, true, false),
            Self::ConcurrentExecutions => levels(false, false, true),
            Self::ProvisionedConcurrentExecutions | Self::ProvisionedConcurrencyUtilization => {
                levels(false, true, true)
            }
            _ => levels(true, true, true),
        }
    }
}
