//! The model's constraints, and AWS's words when they are not met.
