//! What alarms do: functions are invoked, and topics get messages.
//!
//! Never here: a decision. Whether an alarm may invoke a function is asked of the Lambda service.

use super::elsewhere::Clients;
use async_trait::async_trait;
use domain::{Clock, FunctionArn, FunctionRef, Scope};
use service_cloudwatch::AlarmActions;
use service_lambda::{LambdaService, ServiceCaller};
use std::sync::Arc;

/// Who may be let in by a function's policy (Amazon CloudWatch user guide, "Invoke a Lambda function from an alarm").
const PRINCIPAL: &str = "lambda.alarms.cloudwatch.amazonaws.com";

/// Functions of this server, and topics of others.
pub(super) struct Actions {
    pub(super) lambda: Arc<LambdaService>,
    pub(super) elsewhere: Arc<Clients>,
    pub(super) clock: Arc<dyn Clock>,
}

#[async_trait]
impl AlarmActions for Actions {
    async fn invoke(&self, function: &str, alarm: &str, event: String) -> Result<(), String> {
        let meant = FunctionRef::parse(function).map_err(|_| "it is no function's ARN".to_owned())?;
        let (Some(account), Some(region)) = (meant.account, meant.region) else {
            return Err("it is no function's ARN".to_owned());
        };
        // Whose the alarm is, not whose the function.
        let source_account = alarm.split(':').nth(4).unwrap_or_default();
        let scope = Scope::new(account, region);
        let target = FunctionArn { scope, name: meant.name, qualifier: meant.qualifier };
        let caller = ServiceCaller { names: &[PRINCIPAL], source_arn: alarm, source_account };
        let found = self.lambda.invocable_by(&target, caller).await.map_err(|e| e.to_string())?;
        let config =
            found.ok_or_else(|| format!("there is none, or its policy does not let {PRINCIPAL} in"))?;
        let accepted = self.lambda.accept_event(target, &config, event.into(), self.clock.now()).await;
        accepted.map_err(|e| e.to_string())
    }

    async fn publish(&self, topic: &str, subject: &str, message: String) -> Result<(), String> {
        self.elsewhere.publish(topic, subject, &message).await
    }
}
