//! AWS's managed policies, as the IAM service carries them.

use awsim_archive::Archive;

static INDEX: Archive = Archive::new(include_bytes!("../../../services/iam/data/policies.zst"));
static DOCUMENTS: Archive = Archive::new(include_bytes!("../../../services/iam/data/documents.zst"));

/// Name and document of every policy.
pub(crate) fn policies() -> Vec<(String, String)> {
    let records = |archive: &Archive| -> Vec<String> {
        let count = archive.len().expect("an archive");
        let record = |number| archive.read(number, str::to_owned).expect("readable").expect("a record");
        (0..count).map(record).collect()
    };
    let index = records(&INDEX).join("\n");
    let arns =
        index.lines().filter(|line| line.starts_with("arn:")).filter_map(|line| line.split('\t').next());
    let names = arns.map(|arn| arn.rsplit('/').next().expect("a name").to_owned());
    let documents = records(&DOCUMENTS);
    let named: Vec<(String, String)> = names.zip(documents).collect();
    assert!(named.len() > 1_500, "{} policies", named.len());
    named
}
