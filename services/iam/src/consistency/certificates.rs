//! Server certificates: they can be read, and end when they say.

use awsim_plugin::account::AccountId;
use awsim_plugin::consistency::demand;
use awsim_plugin::store::View;

use crate::state::SERVER_CERTIFICATES;
use crate::x509::Blocks;

pub(super) fn check(state: &View, account: AccountId) -> Result<(), String> {
    for (key, certificate) in state.iter(&SERVER_CERTIFICATES, account) {
        let blocks = Blocks::read(&certificate.body);
        let ends = blocks.and_then(|blocks| Ok(blocks.single()?.not_after()));
        let ends = ends.map_err(|_| format!("the server certificate {key:?} cannot be read"))?;
        demand(ends == certificate.expires, || {
            format!(
                "the server certificate {key:?} ends at {ends}, and is said to end at {}",
                certificate.expires
            )
        })?;
        let chain = certificate.chain.as_deref().map_or(Ok(()), |chain| Blocks::read(chain).map(drop));
        chain.map_err(|_| format!("the chain of the server certificate {key:?} cannot be read"))?;
    }
    Ok(())
}
