//! aws-wire
