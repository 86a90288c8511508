//! `GetHumanReadableSummary`: a delegation request in plain words.
//!
//! AWS has a language model write the text. Here it is made from the request itself: who asks for what, for how long, and
//! which services the policy reaches with which kinds of access, as the action catalogue classes its actions.

mod handler;
mod locale;
mod reach;
mod text;

use locale::Locale;
use reach::Reach;
