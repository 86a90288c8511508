//! From the sources to the configuration.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::value::{Dict, Value};

use super::complaint::{Complaints, ConfigError, Origin};
use super::layer::{Layer, dotted};
#[cfg(feature = "fuzzing")]
use super::print::NOT_SHOWN;
use super::raw::Raw;
use super::schema::{Schema, shown};
use super::{Config, added, file, flags, variables};

/// The file that is read if none is named and it is there.
const FILE: &str = "config.toml";

/// Where settings may come from, besides the defaults.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The file that the command line names.
    pub file: Option<PathBuf>,
    /// The directory where `config.toml` is looked for if no file is named.
    pub directory: Option<PathBuf>,
    /// The environment variables; only those that begin with `AWSIM_` matter.
    pub variables: Vec<(String, String)>,
    /// The flags of the command line that are settings.
    pub flags: Vec<FlagSetting>,
}

/// A flag of the command line that is a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlagSetting {
    /// The flag, for example `--port`.
    pub flag: &'static str,
    /// The setting, for example `port`, or with its section, `store.durability`.
    pub setting: &'static str,
    /// The value that it was given.
    pub text: String,
}

/// A configuration, and where it comes from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The configuration.
    pub config: Config,
    /// The file that was read, if any.
    pub file: Option<PathBuf>,
    pub(super) values: Dict,
    pub(super) origins: Origins,
}

impl Sources {
    /// The environment variables and the working directory of this process.
    pub fn of_process() -> Self {
        let variables = std::env::vars_os()
            .map(|(name, value)| (name.to_string_lossy().into_owned(), value.to_string_lossy().into_owned()))
            .filter(|(name, _)| name.starts_with(variables::PREFIX))
            .collect();
        Self { directory: Some(PathBuf::new()), variables, ..Self::default() }
    }

    /// The file to read: the one that is named, or the one that happens to be there.
    fn file(&self) -> Option<PathBuf> {
        let named = || self.variables.iter().find(|(name, _)| name == variables::FILE);
        let named = self.file.clone().or_else(|| named().map(|(_, path)| PathBuf::from(path)));
        named.or_else(|| {
            self.directory.as_deref().map(|directory| directory.join(FILE)).filter(|path| is_there(path))
        })
    }
}

fn is_there(path: &Path) -> bool {
    path.exists()
}

/// Reads all sources.
///
/// # Errors
/// Everything that is wrong with them.
pub fn load(sources: &Sources) -> Result<Loaded, ConfigError> {
    let mut complaints = Complaints::default();
    let file = sources.file();
    let in_file = file.as_deref().map(|path| file::read(path, &mut complaints)).unwrap_or_default();
    merge(sources, file, in_file, complaints)
}

/// Merges what a file says with the other sources.
fn merge(
    sources: &Sources,
    file: Option<PathBuf>,
    in_file: Layer,
    mut complaints: Complaints,
) -> Result<Loaded, ConfigError> {
    let defaults = Raw::with_services(added::names(&in_file, &sources.variables));
    let schema = Schema::of(&defaults);

    let mut layers = vec![
        in_file,
        variables::read(&sources.variables, &schema, &mut complaints),
        flags::read(&sources.flags, &schema),
    ];
    for layer in &mut layers {
        layer.settings.retain(|setting| schema.accepts(setting, &mut complaints));
    }
    let origins = Origins::of(&layers);

    let mut figment = Figment::from(figment::providers::Serialized::defaults(&defaults));
    for layer in layers {
        figment = figment.merge(layer);
    }
    let raw = extract(figment, &schema, &origins, &mut complaints);
    let values = Value::serialize(&raw).ok().and_then(Value::into_dict).unwrap_or_default();
    let config = raw.check_with_origins(&mut complaints, &|setting| origins.of_complaint(setting));
    complaints.finish(Loaded { config, file, values, origins })
}

/// Reads whatever text as a file, and whatever variables. What is printed of a configuration is that configuration, if
/// nothing in it is secret.
///
/// # Panics
/// If it is none, or another.
#[cfg(feature = "fuzzing")]
#[allow(clippy::expect_used, reason = "a fuzz target says so where something is wrong")]
pub(crate) fn read_anything(text: &str, variables: Vec<(String, String)>) {
    let read = |text: &str, sources: &Sources| {
        let (path, mut complaints) = (Path::new(FILE), Complaints::default());
        let in_file = file::parse(path, text, &mut complaints);
        merge(sources, None, in_file, complaints)
    };
    match read(text, &Sources { variables, ..Sources::default() }) {
        Ok(loaded) => {
            let printed = loaded.to_string();
            if printed.contains(NOT_SHOWN) {
                return;
            }
            let again = read(&printed, &Sources::default()).expect("what is printed can be read");
            assert!(again.config == loaded.config, "{printed}");
        }
        Err(error) => drop(error.to_string()),
    }
}

/// Gives the values their types. A value that does not fit is a complaint, and the default takes its place, so that the
/// next one comes to light.
fn extract(mut figment: Figment, schema: &Schema, origins: &Origins, complaints: &mut Complaints) -> Raw {
    for _ in schema.settings() {
        let error = match figment.extract::<Raw>() {
            Ok(raw) => return raw,
            Err(error) => error,
        };
        let Some(default) = schema.default(&error.path) else {
            complaints.add(Origin::Default, error.to_string());
            break;
        };
        let setting = dotted(&error.path);
        let written =
            figment.find_value(&setting).map_or_else(|_| "nothing".to_owned(), |value| shown(&value));
        let message = match &error.kind {
            figment::error::Kind::Message(message) => message.clone(),
            figment::error::Kind::InvalidType(_, expected)
            | figment::error::Kind::InvalidValue(_, expected) => {
                format!("expected {expected}")
            }
            kind => kind.to_string(),
        };
        complaints.add(origins.of_setting(&setting), format!("`{setting}` is {written}: {message}"));
        figment = figment.merge((&setting, default));
    }
    Raw::default()
}

/// Where each setting was written last.
#[derive(Clone, Debug, Default)]
pub(super) struct Origins(BTreeMap<String, Origin>);

impl Origins {
    fn of(layers: &[Layer]) -> Self {
        let settings = layers.iter().flat_map(|layer| &layer.settings);
        Self(settings.map(|setting| (dotted(&setting.path), setting.origin.clone())).collect())
    }

    /// Where to look for what is wrong with a setting: where it was written, or, if it was not, anything else of its section.
    fn of_complaint(&self, setting: &str) -> Origin {
        let sections = [Some(setting), setting.rsplit_once('.').map(|(section, _)| section)];
        let beside = |section: &str| {
            let beginning = format!("{section}.");
            let mut below = self.0.range(beginning.clone()..);
            below.next().filter(|(name, _)| name.starts_with(&beginning)).map(|(_, origin)| origin.clone())
        };
        match self.of_setting(setting) {
            Origin::Default => sections.into_iter().flatten().find_map(beside).unwrap_or_default(),
            origin => origin,
        }
    }

    /// Where this setting, or the table that it is in, was written last.
    pub(super) fn of_setting(&self, setting: &str) -> Origin {
        let mut path = setting;
        loop {
            if let Some(origin) = self.0.get(path) {
                return origin.clone();
            }
            match path.rsplit_once('.') {
                Some((section, _)) => path = section,
                None => return Origin::Default,
            }
        }
    }
}
