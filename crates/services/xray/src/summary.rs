//! What is told of a trace in a list.

use crate::entity::{Entity, assemble};
use crate::services::{ServiceKey, Verdict, Visit, of_segment, status, visits};
use aws_wire::generated::xray::{
    AnnotationValue, AvailabilityZoneDetail, ErrorRootCause, ErrorRootCauseEntity, ErrorRootCauseService,
    FaultRootCause, FaultRootCauseEntity, FaultRootCauseService, Http, InstanceIdDetail, ResourceARNDetail,
    RootCauseException, ServiceId, TraceSummary, TraceUser, ValueWithServiceIds,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use store::StoredTrace;

/// A trace that somebody looks at.
pub(crate) struct Trace {
    pub(crate) stored: StoredTrace,
    pub(crate) segments: Vec<Entity>,
    account: String,
}

impl Trace {
    pub(crate) fn new(stored: StoredTrace, account: &str) -> Self {
        let segments = assemble(stored.documents.iter().map(|document| &**document));
        Self { stored, segments, account: account.to_owned() }
    }

    pub(crate) fn start(&self) -> f64 {
        self.segments.iter().map(Entity::start).reduce(f64::min).unwrap_or_default()
    }

    /// From the first beginning to the last end, seconds.
    pub(crate) fn duration(&self) -> f64 {
        let end = self.segments.iter().filter_map(Entity::end).reduce(f64::max);
        end.map_or(0.0, |end| (end - self.start()).max(0.0))
    }

    /// The segment with which it begins.
    pub(crate) fn root(&self) -> Option<&Entity> {
        let found = visits(&self.segments);
        found.iter().find(|visit| visit.is_root).map(|visit| visit.entity)
    }

    pub(crate) fn response_time(&self) -> f64 {
        self.root().map_or(0.0, Entity::duration)
    }

    pub(crate) fn is_partial(&self) -> bool {
        let mut partial = false;
        self.walk(&mut |entity| partial |= entity.flag("in_progress"));
        partial
    }

    pub(crate) fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Entity)) {
        for segment in &self.segments {
            segment.walk(visit);
        }
    }

    /// All of it.
    pub(crate) fn summary(&self) -> TraceSummary {
        let found = visits(&self.segments);
        let root = found.iter().find(|visit| visit.is_root).map(|visit| visit.entity);
        let verdict = root.map(Verdict::of).unwrap_or_default();
        let told = Told::of(self);
        TraceSummary {
            id: Some(self.stored.id.to_string()),
            start_time: Some(self.start()),
            duration: Some(millis(self.duration())),
            response_time: Some(millis(root.map_or(0.0, Entity::duration))),
            has_fault: Some(verdict.fault),
            has_error: Some(verdict.error),
            has_throttle: Some(verdict.throttle),
            is_partial: Some(self.is_partial()),
            http: Some(root.map(http).unwrap_or_default()),
            annotations: Some(told.annotations(self)),
            users: Some(told.users(self)),
            service_ids: Some(self.service_ids(&found)),
            resource_ar_ns: Some(listed(told.arns, |arn| ResourceARNDetail { arn: Some(arn) })),
            instance_ids: Some(listed(told.instances, |id| InstanceIdDetail { id: Some(id) })),
            availability_zones: Some(listed(told.zones, |name| AvailabilityZoneDetail { name: Some(name) })),
            entry_point: root.map(|root| self.service_id(&of_segment(root))),
            fault_root_causes: Some(self.causes(&found, |v| v.fault).into_iter().map(fault_cause).collect()),
            error_root_causes: Some(self.causes(&found, |v| v.error).into_iter().map(error_cause).collect()),
            response_time_root_causes: Some(Vec::new()),
            revision: i32::try_from(self.stored.revision).ok(),
            matched_event_time: None,
        }
    }

    fn service_ids(&self, found: &[Visit<'_>]) -> Vec<ServiceId> {
        let services: BTreeSet<_> = found.iter().map(|visit| &visit.service).collect();
        services.into_iter().map(|service| self.service_id(service)).collect()
    }

    pub(crate) fn service_id(&self, service: &ServiceKey) -> ServiceId {
        ServiceId {
            name: Some(service.name.clone()),
            names: Some(vec![service.name.clone()]),
            account_id: Some(self.account.clone()),
            r#type: service.kind.clone(),
        }
    }

    /// For each segment that ended so while none that it called did: the services from the first one to it, and within it the
    /// way to what is to blame.
    fn causes(&self, found: &[Visit<'_>], is: fn(Verdict) -> bool) -> Vec<Cause> {
        let bad = |visit: &&Visit<'_>| is(Verdict::of(visit.entity));
        let mut causes = Vec::new();
        for (index, visit) in found.iter().enumerate().filter(|(_, visit)| bad(visit)).take(MAX_CAUSES) {
            if found.iter().filter(bad).any(|other| other.caller == Some(index)) {
                continue;
            }
            let (mut path, mut at) = (Vec::new(), Some(visit));
            // A trace whose segments call each other in a circle is somebody's lie; it has no beginning.
            while let Some(visit) = at.filter(|_| path.len() < found.len().min(MAX_PATH)) {
                path.push(CauseService {
                    id: self.service_id(&visit.service),
                    inferred: visit.is_inferred,
                    entities: blamed(visit.entity, is),
                });
                at = visit.caller.and_then(|caller| found.get(caller));
            }
            path.reverse();
            let client_impacting =
                path.len() == 1 || found.iter().any(|v| v.is_root && is(Verdict::of(v.entity)));
            causes.push(Cause { path, client_impacting });
        }
        causes
    }
}

/// Causes that are told of one trace, and services on the way to one.
const MAX_CAUSES: usize = 20;
const MAX_PATH: usize = 64;

struct Cause {
    path: Vec<CauseService>,
    client_impacting: bool,
}

struct CauseService {
    id: ServiceId,
    inferred: bool,
    entities: Vec<CauseEntity>,
}

struct CauseEntity {
    name: String,
    remote: bool,
    exceptions: Vec<RootCauseException>,
}

/// The way from a segment to the innermost subsegment that ended so.
fn blamed(segment: &Entity, is: fn(Verdict) -> bool) -> Vec<CauseEntity> {
    let (mut way, mut at) = (Vec::new(), Some(segment));
    while let Some(entity) = at {
        let exceptions = entity.exceptions().map(|exception| {
            let text = |key: &str| exception.get(key).and_then(Value::as_str).map(str::to_owned);
            RootCauseException { name: text("type"), message: text("message") }
        });
        way.push(CauseEntity {
            name: entity.name().to_owned(),
            remote: entity.is_call(),
            exceptions: exceptions.collect(),
        });
        at = entity.subsegments.iter().find(|below| is(Verdict::of(below)));
    }
    way
}

/// The model has the same structures once for faults and once for errors.
macro_rules! root_cause {
    ($name:ident -> $cause:ident, $service:ident, $entity:ident) => {
        fn $name(cause: Cause) -> $cause {
            let services = cause.path.into_iter().map(|service| {
                let entities = service.entities.into_iter().map(|entity| $entity {
                    name: Some(entity.name),
                    exceptions: Some(entity.exceptions),
                    remote: Some(entity.remote),
                });
                let entity_path = Some(entities.collect());
                let ServiceId { name, names, account_id, r#type } = service.id;
                let inferred = Some(service.inferred);
                $service { name, names, account_id, r#type, inferred, entity_path }
            });
            let client_impacting = Some(cause.client_impacting);
            $cause { services: Some(services.collect()), client_impacting }
        }
    };
}

root_cause!(fault_cause -> FaultRootCause, FaultRootCauseService, FaultRootCauseEntity);
root_cause!(error_cause -> ErrorRootCause, ErrorRootCauseService, ErrorRootCauseEntity);

/// To the millisecond, as X-Ray tells times.
pub(crate) fn millis(seconds: f64) -> f64 {
    (seconds * 1_000.0).round() / 1_000.0
}

fn http(root: &Entity) -> Http {
    let request = |key: &str| Some(root.at(&["http", "request", key])?.as_str()?.to_owned());
    Http {
        http_url: request("url"),
        http_status: status(root).and_then(|status| i32::try_from(status).ok()),
        http_method: request("method"),
        user_agent: request("user_agent"),
        client_ip: request("client_ip"),
    }
}

fn listed<T>(texts: BTreeSet<String>, make: fn(String) -> T) -> Vec<T> {
    texts.into_iter().map(make).collect()
}

/// What segments say about themselves, and which services did.
#[derive(Default)]
struct Told {
    annotations: BTreeMap<String, Vec<(Value, BTreeSet<ServiceKey>)>>,
    users: BTreeMap<String, BTreeSet<ServiceKey>>,
    arns: BTreeSet<String>,
    instances: BTreeSet<String>,
    zones: BTreeSet<String>,
}

impl Told {
    fn of(trace: &Trace) -> Self {
        let mut told = Self::default();
        for segment in &trace.segments {
            let service = of_segment(segment);
            segment.walk(&mut |entity| told.add(entity, &service));
        }
        told
    }

    fn add(&mut self, entity: &Entity, service: &ServiceKey) {
        for (key, value) in entity.at(&["annotations"]).and_then(Value::as_object).into_iter().flatten() {
            let values = self.annotations.entry(key.clone()).or_default();
            match values.iter_mut().find(|(known, _)| known == value) {
                Some((_, services)) => drop(services.insert(service.clone())),
                None => values.push((value.clone(), BTreeSet::from([service.clone()]))),
            }
        }
        if let Some(user) = entity.text("user") {
            self.users.entry(user.to_owned()).or_default().insert(service.clone());
        }
        self.arns.extend(entity.text("resource_arn").map(str::to_owned));
        let of_machine = |key: &str| Some(entity.at(&["aws", "ec2", key])?.as_str()?.to_owned());
        self.instances.extend(of_machine("instance_id"));
        self.zones.extend(of_machine("availability_zone"));
    }

    fn annotations(&self, trace: &Trace) -> BTreeMap<String, Vec<ValueWithServiceIds>> {
        let value = |(value, services): &(Value, BTreeSet<ServiceKey>)| ValueWithServiceIds {
            annotation_value: Some(AnnotationValue {
                number_value: value.as_f64(),
                boolean_value: value.as_bool(),
                string_value: value.as_str().map(str::to_owned),
            }),
            service_ids: Some(services.iter().map(|service| trace.service_id(service)).collect()),
        };
        self.annotations
            .iter()
            .map(|(key, values)| (key.clone(), values.iter().map(value).collect()))
            .collect()
    }

    fn users(&self, trace: &Trace) -> Vec<TraceUser> {
        let user = |(name, services): (&String, &BTreeSet<ServiceKey>)| TraceUser {
            user_name: Some(name.clone()),
            service_ids: Some(services.iter().map(|service| trace.service_id(service)).collect()),
        };
        self.users.iter().map(user).collect()
    }
}
