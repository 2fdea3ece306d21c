//! Looks at alarms when their time has come: each whenever a period of its own is over, at most once a minute where that is
//! longer; and at composite ones whenever another one has changed.

use super::change::{Change, change};
use super::evaluate::{Comparison, Condition, Missing, SPARE, Verdict, evaluate};
use super::kept::{self, ALARM, INSUFFICIENT, Kept, OK};
use super::order::decidable;
use super::rule::{self, Rule};
use crate::data::{Span, work};
use crate::math::Worth;
use crate::service::CloudWatchService;
use aws_wire::ApiError;
use aws_wire::generated::cloudwatch as wire;
use domain::{Clock, Scope, Timestamp};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// Between two looks at the clock.
const TICK: Duration = Duration::from_millis(500);
/// How long what happened to alarms is kept, ms (CloudWatch user guide: 30 days).
const HISTORY_MS: i64 = 30 * 86_400_000;

/// Who looks.
pub struct Watch {
    service: Arc<CloudWatchService>,
    clock: Arc<dyn Clock>,
    alarms: Vec<Kept>,
    /// Where among them each is.
    places: HashMap<(Scope, String), usize>,
    /// The composite ones that can be decided, and their rules.
    composites: Vec<(usize, Rule)>,
    /// As of which change.
    known: Option<u64>,
    /// As of which change the composite ones were decided.
    composed: Option<u64>,
    due: HashMap<(Scope, String), i64>,
    expired: i64,
}

impl Watch {
    /// Over the alarms of a service.
    pub fn new(service: Arc<CloudWatchService>, clock: Arc<dyn Clock>) -> Self {
        Self {
            service,
            clock,
            alarms: Vec::new(),
            places: HashMap::new(),
            composites: Vec::new(),
            known: None,
            composed: None,
            due: HashMap::new(),
            expired: 0,
        }
    }

    /// Looks for ever.
    pub async fn run(mut self) {
        loop {
            tokio::time::sleep(TICK).await;
            self.look().await;
        }
    }

    /// Looks once at all whose time has come.
    pub async fn look(&mut self) {
        let now = self.clock.now();
        self.load(now).await;
        let mut looked = false;
        for at in 0..self.alarms.len() {
            let key = (self.alarms[at].scope.clone(), self.alarms[at].name.clone());
            let is_due = self.due.get(&key).is_none_or(|due| *due <= now.0);
            if self.alarms[at].is_composite() || !is_due {
                continue;
            }
            if !looked {
                self.service.fresh().await;
                looked = true;
            }
            let step = period_ms(&self.alarms[at]).min(60_000);
            self.due.insert(key, now.0 - now.0.rem_euclid(step) + step);
            let alarm = self.alarms[at].clone();
            if let Err(error) = self.look_at(alarm, now).await {
                tracing::warn!(%error, alarm = self.alarms[at].name, "an alarm cannot be evaluated");
            }
        }
        self.load(now).await;
        if self.composed != self.known && self.look_at_composites(now).await {
            self.composed = self.known;
        }
    }

    async fn load(&mut self, now: Timestamp) {
        let changes = self.service.changes();
        if self.known != Some(changes) {
            match self.service.alarms.all_alarms().await {
                Ok(all) => {
                    self.alarms = all.into_iter().filter_map(Kept::read).collect();
                    self.known = Some(changes);
                    let keys = self.alarms.iter().map(|alarm| (alarm.scope.clone(), alarm.name.clone()));
                    self.places = keys.zip(0..).collect();
                    self.composites = self.decidable();
                    self.due.retain(|key, _| self.places.contains_key(key));
                }
                Err(error) => tracing::warn!(%error, "alarms cannot be read"),
            }
        }
        if now.0 - self.expired > 3_600_000 {
            self.expired = now.0;
            if let Err(error) = self.service.alarms.expire_alarm_events(Timestamp(now.0 - HISTORY_MS)).await {
                tracing::warn!(%error, "the history of alarms cannot be shortened");
            }
        }
    }

    async fn look_at(&self, alarm: Kept, now: Timestamp) -> Result<(), ApiError> {
        let Some(condition) = condition(&alarm) else { return Ok(()) };
        let period = period_ms(&alarm);
        let periods = condition.periods + SPARE;
        // Whole periods, the newest of which is just over.
        let end = now.0 - now.0.rem_euclid(period);
        let from = end - period * i64::try_from(periods).unwrap_or(i64::MAX / period);
        let span = Span { from: Timestamp(from), to: Timestamp(end), now };
        let queries = queries(&alarm);
        let Some(wanted) = queries.iter().find(|query| query.return_data != Some(false)) else {
            return Ok(());
        };
        let worked = work(&self.service, &alarm.scope, &queries, span).await?;
        let points = match worked.known.get(&wanted.id) {
            Some(Worth::One(series)) => series.points.clone(),
            Some(Worth::Many(all)) => all.first().map(|series| series.points.clone()).unwrap_or_default(),
            _ => Default::default(),
        };
        let values: Vec<(i64, Option<f64>)> = (0..periods)
            .map(|at| from + period * i64::try_from(at).unwrap_or(0))
            .map(|start| (start, points.range(start..start + period).next().map(|(_, value)| *value)))
            .collect();
        let only: Vec<_> = values.iter().map(|(_, value)| *value).collect();
        let to = match evaluate(&only, &condition) {
            Verdict::Ok => OK,
            Verdict::Alarm => ALARM,
            Verdict::Insufficient => INSUFFICIENT,
            Verdict::Same => return Ok(()),
        };
        self.move_to(&alarm, to, || because(&alarm, &condition, &values, to, now), now).await
    }

    /// Writes a state that is another one, of an alarm that is still what it was.
    async fn move_to(
        &self,
        seen: &Kept,
        to: &str,
        why: impl FnOnce() -> (String, Option<String>),
        now: Timestamp,
    ) -> Result<(), ApiError> {
        if seen.state.value == to {
            return Ok(());
        }
        let _changing = self.service.changing.lock().await;
        let found = kept::find(&self.service, &seen.scope, &seen.name).await?;
        let Some(mut alarm) =
            found.filter(|found| found.configuration == seen.configuration && found.state == seen.state)
        else {
            return Ok(());
        };
        let (reason, reason_data) = why();
        change(&self.service, &mut alarm, Change { value: to.to_owned(), reason, reason_data }, now).await
    }

    /// Composite alarms that are in no circle, with their rules.
    fn decidable(&self) -> Vec<(usize, Rule)> {
        let rule = |alarm: &Kept| alarm.text("AlarmRule").and_then(|text| rule::parse(text).ok());
        let all = self.alarms.iter().enumerate();
        let rules: Vec<(usize, Rule)> = all.filter_map(|(at, alarm)| Some((at, rule(alarm)?))).collect();
        let numbers: HashMap<usize, usize> = rules.iter().map(|(at, _)| *at).zip(0..).collect();
        let asks = rules.iter().map(|(at, rule)| {
            let mut names = Vec::new();
            rule.names(&mut names);
            let places = names.into_iter().filter_map(|name| self.place(&self.alarms[*at].scope, name));
            places.filter_map(|place| numbers.get(&place).copied()).collect()
        });
        let can = decidable(&asks.collect::<Vec<_>>());
        rules.into_iter().zip(can).filter_map(|(rule, can)| can.then_some(rule)).collect()
    }

    fn place(&self, scope: &Scope, name: &str) -> Option<usize> {
        self.places.get(&(scope.clone(), name.to_owned())).copied()
    }

    /// Whether all could be looked at.
    async fn look_at_composites(&self, now: Timestamp) -> bool {
        let mut all = true;
        for (at, rule) in &self.composites {
            let alarm = &self.alarms[*at];
            let state = |name: &str| {
                let place = self.place(&alarm.scope, name)?;
                Some(self.alarms[place].state.value.clone())
            };
            let to = if rule.holds(&state) { ALARM } else { OK };
            let why = || {
                let mut names = Vec::new();
                rule.names(&mut names);
                let states: Vec<_> =
                    names.iter().filter_map(|name| Some(format!("{name} is {}", state(name)?))).collect();
                (format!("The alarm rule evaluates to {}: {}", to == ALARM, states.join(", ")), None)
            };
            if let Err(error) = self.move_to(alarm, to, why, now).await {
                tracing::warn!(%error, alarm = alarm.name, "a composite alarm cannot be evaluated");
                all = false;
            }
        }
        all
    }
}

fn condition(alarm: &Kept) -> Option<Condition> {
    let whole = |member: &str| alarm.number(member).map(|number| number as usize);
    let periods = whole("EvaluationPeriods")?.max(1);
    Some(Condition {
        comparison: Comparison::parse(alarm.text("ComparisonOperator")?)?,
        threshold: alarm.number("Threshold")?,
        periods,
        to_alarm: whole("DatapointsToAlarm").unwrap_or(periods).clamp(1, periods),
        missing: Missing::parse(alarm.text("TreatMissingData"))?,
    })
}

/// What it watches, as queries.
fn queries(alarm: &Kept) -> Vec<wire::MetricDataQuery> {
    if let Some(metrics) = alarm.configuration.get("Metrics") {
        return serde_json::from_value(metrics.clone()).unwrap_or_default();
    }
    let given = |member: &str| alarm.configuration.get(member).cloned().unwrap_or(Value::Null);
    let stat = alarm.text("Statistic").or(alarm.text("ExtendedStatistic"));
    let query = json!({
        "Id": "m1",
        "MetricStat": {
            "Metric": {
                "Namespace": given("Namespace"), "MetricName": given("MetricName"), "Dimensions": given("Dimensions"),
            },
            "Period": given("Period"), "Stat": stat, "Unit": given("Unit"),
        },
    });
    serde_json::from_value(query).into_iter().collect()
}

fn period_ms(alarm: &Kept) -> i64 {
    let own = alarm.number("Period").map(|seconds| seconds as i64);
    let of_queries = || {
        let queries = queries(alarm);
        let periods = queries
            .iter()
            .filter_map(|query| query.metric_stat.as_ref().map(|of| of.period).or(query.period));
        periods.map(i64::from).max()
    };
    own.or_else(of_queries).unwrap_or(60).max(1) * 1_000
}

/// Datapoints that a reason lists; a reason has 1,023 characters at most (API reference, `StateReason`).
const MOST_SHOWN: usize = 20;

/// The reason of a new state, in words and as data.
fn because(
    alarm: &Kept,
    condition: &Condition,
    values: &[(i64, Option<f64>)],
    to: &str,
    now: Timestamp,
) -> (String, Option<String>) {
    let Condition { comparison, threshold, periods, to_alarm, .. } = *condition;
    let found: Vec<(i64, f64)> =
        values.iter().rev().filter_map(|(at, value)| Some((*at, (*value)?))).take(periods).collect();
    let shown: Vec<_> = found.iter().map(|(at, value)| format!("{value:?} ({})", brief(*at))).collect();
    let number = |n: usize| if n == 1 { "datapoint" } else { "datapoints" };
    let reason = match to {
        INSUFFICIENT => {
            let were = if periods == 1 { "was" } else { "were" };
            format!("Insufficient Data: {periods} {} {were} unknown.", number(periods))
        }
        _ if found.is_empty() => format!(
            "Threshold Crossed: no datapoints were received for {periods} {} and {periods} missing {} treated as [{}].",
            if periods == 1 { "period" } else { "periods" },
            if periods == 1 { "datapoint was" } else { "datapoints were" },
            if to == ALARM { "Breaching" } else { "NonBreaching" },
        ),
        _ => {
            let breaching = found.iter().filter(|(_, value)| comparison.breaches(*value, threshold)).count();
            let (count, not) = if to == ALARM { (breaching, "") } else { (found.len() - breaching, "not ") };
            let (was, minimum, step) = match to {
                ALARM => (if count == 1 { "was" } else { "were" }, to_alarm, "OK -> ALARM"),
                _ => (if count == 1 { "was" } else { "were" }, periods - to_alarm + 1, "ALARM -> OK"),
            };
            format!(
                "Threshold Crossed: {count} out of the last {periods} {} [{}] {was} {not}{} the threshold ({threshold:?}) \
                 (minimum {minimum} {} for {step} transition).",
                number(periods),
                shown.iter().take(MOST_SHOWN).cloned().collect::<Vec<_>>().join(", "),
                comparison.words(),
                number(minimum),
            )
        }
    };
    let stat = alarm.text("Statistic").or(alarm.text("ExtendedStatistic"));
    let evaluated: Vec<_> = found
        .iter()
        .map(|(at, value)| json!({"timestamp": Timestamp(*at).lambda_format(), "value": value}))
        .collect();
    let recent: Vec<_> = found.iter().rev().map(|(_, value)| value).collect();
    let data = json!({
        "version": "1.0",
        "queryDate": now.lambda_format(),
        "startDate": found.last().map(|(at, _)| Timestamp(*at).lambda_format()),
        "statistic": stat,
        "period": period_ms(alarm) / 1_000,
        "recentDatapoints": recent,
        "threshold": threshold,
        "evaluatedDatapoints": evaluated,
    });
    (reason, Some(data.to_string()))
}

/// `04/08/23 12:36:00`.
fn brief(ms: i64) -> String {
    let c = Timestamp(ms).civil();
    format!("{:02}/{:02}/{:02} {:02}:{:02}:{:02}", c.day, c.month, c.year % 100, c.hour, c.minute, c.second)
}
