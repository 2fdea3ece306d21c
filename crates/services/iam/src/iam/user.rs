//! GetUser, for the root user: there are no others yet.

use crate::errors::no_such_entity;
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, CallerKind, Input, Output, RequestContext};

pub(super) fn get_user(context: &RequestContext, input: Input) -> Result<Output, ApiError> {
    let request: wire::GetUserRequest = input.parse()?;
    if let Some(name) = request.user_name {
        return Err(no_such_entity(format!("The user with name {name} cannot be found.")));
    }
    let caller = &context.caller;
    if caller.kind != CallerKind::Root {
        return Err(crate::errors::validation(
            "Must specify userName when calling with non-User credentials",
        ));
    }
    // AWS answers the root user with the account's name; ours has none, so it is the id.
    Output::of(&wire::GetUserResponse {
        user: wire::User {
            path: "/".to_owned(),
            user_name: caller.account.to_string(),
            user_id: caller.account.to_string(),
            arn: caller.arn.clone(),
            create_date: 0.0,
            ..Default::default()
        },
    })
}
