//! Operations.
// Written by `cargo codegen` from the API model; do not edit.

#[allow(unused_imports, reason = "which of them are used depends on the model")]
use awsim_plugin::shape::UNIT;

use super::structures::*;

awsim_plugin::operations! {
    for ();
    /// `DeleteSample`.
    DeleteSample(Sample = SAMPLE) -> () = UNIT,
    wrapper None, errors ["SampleNotFound"], unsigned false;
    /// `GetSample`.
    GetSample(Sample = SAMPLE) -> Sample = SAMPLE,
    wrapper Some("GetSampleResult"), errors ["SampleNotFound"], unsigned false;
    /// `PutSample`.
    PutSample(Sample = SAMPLE) -> Sample = SAMPLE,
    wrapper None, errors [], unsigned false;
}
