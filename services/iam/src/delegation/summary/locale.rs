//! Locales: those of the AWS Management Console, and the languages that summaries are written in.

use awsim_policy::catalogue::AccessLevel;

/// A locale of the AWS Management Console ("Supported languages").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Locale(&'static str);

/// The locales, with hyphens.
const LOCALES: [&str; 15] = [
    "ar-SA", "de-DE", "en-GB", "en-US", "es-ES", "fr-FR", "he-IL", "id-ID", "it-IT", "ja-JP", "ko-KR",
    "pt-BR", "tr-TR", "zh-CN", "zh-TW",
];

impl Locale {
    /// The locale of a request that names none.
    pub(super) const DEFAULT: &str = "en-US";

    /// The locale of this name: with a hyphen or an underscore, in any case, or of a language only.
    pub(super) fn named(name: &str) -> Option<Self> {
        let wanted = name.replace('_', "-").to_ascii_lowercase();
        let is_it = |locale: &&str| {
            let known = locale.to_ascii_lowercase();
            known == wanted || known.split('-').next() == Some(wanted.as_str())
        };
        LOCALES.into_iter().find(is_it).map(Self)
    }

    /// The language, if summaries are written in it.
    pub(super) fn language(self) -> Option<&'static Language> {
        let code = self.0.split('-').next()?;
        LANGUAGES.iter().find(|language| language.code == code)
    }
}

/// The phrases of a language. `{}` stands for what is put there, in the order of the documentation.
pub(super) struct Language {
    code: &'static str,
    /// Who asks (name, account) for access to the account (id, or [`any_account`](Self::any_account)).
    pub(super) request: &'static str,
    pub(super) any_account: &'static str,
    /// What the provider says it is for.
    pub(super) purpose: &'static str,
    /// The provider's note.
    pub(super) message: &'static str,
    /// Before the list of services.
    pub(super) reach: &'static str,
    /// If the policy grants nothing.
    pub(super) nothing: &'static str,
    /// A service: name, and what may be done there.
    pub(super) service: &'static str,
    /// How many more services there are than are listed.
    pub(super) more: &'static str,
    /// How long a session lasts (hours, minutes).
    pub(super) duration: &'static str,
    /// That the policy can make roles, which stay.
    pub(super) roles: &'static str,
    levels: [&'static str; 5],
}

impl Language {
    /// What a class of actions does.
    pub(super) fn level(&self, level: AccessLevel) -> &'static str {
        let [list, read, write, tagging, permissions] = self.levels;
        match level {
            AccessLevel::List => list,
            AccessLevel::Read => read,
            AccessLevel::Write => write,
            AccessLevel::Tagging => tagging,
            AccessLevel::PermissionsManagement => permissions,
        }
    }
}

static LANGUAGES: [Language; 4] = [
    Language {
        code: "en",
        request: "{} (account {}) asks for temporary access to {}.",
        any_account: "an account that is not determined yet",
        purpose: "Purpose: {}",
        message: "Message: {}",
        reach: "With this access it may:",
        nothing: "The permission policy grants nothing.",
        service: "- {}: {}",
        more: "- and the same kinds of access to {} more services",
        duration: "The access ends {} h {} min after the token is sent.",
        roles: "It may create roles, which remain after the access has ended.",
        levels: ["list resources", "read", "create, change and delete", "tag", "manage permissions"],
    },
    Language {
        code: "de",
        request: "{} (Konto {}) bittet um vorübergehenden Zugriff auf {}.",
        any_account: "ein noch nicht bestimmtes Konto",
        purpose: "Zweck: {}",
        message: "Nachricht: {}",
        reach: "Mit diesem Zugriff ist möglich:",
        nothing: "Die Berechtigungsrichtlinie gewährt nichts.",
        service: "- {}: {}",
        more: "- und ebenso in {} weiteren Diensten",
        duration: "Der Zugriff endet {} h {} min nach dem Senden des Tokens.",
        roles: "Es können Rollen angelegt werden, die nach dem Ende des Zugriffs bestehen bleiben.",
        levels: [
            "Ressourcen auflisten",
            "lesen",
            "anlegen, ändern und löschen",
            "markieren",
            "Berechtigungen verwalten",
        ],
    },
    Language {
        code: "es",
        request: "{} (cuenta {}) solicita acceso temporal a {}.",
        any_account: "una cuenta aún no determinada",
        purpose: "Finalidad: {}",
        message: "Mensaje: {}",
        reach: "Con este acceso puede:",
        nothing: "La política de permisos no concede nada.",
        service: "- {}: {}",
        more: "- y lo mismo en {} servicios más",
        duration: "El acceso termina {} h {} min después de enviar el token.",
        roles: "Puede crear roles, que permanecen cuando termina el acceso.",
        levels: [
            "enumerar recursos",
            "leer",
            "crear, modificar y eliminar",
            "etiquetar",
            "administrar permisos",
        ],
    },
    Language {
        code: "fr",
        request: "{} (compte {}) demande un accès temporaire à {}.",
        any_account: "un compte qui n'est pas encore déterminé",
        purpose: "Objet : {}",
        message: "Message : {}",
        reach: "Cet accès permet de :",
        nothing: "La politique d'autorisations n'accorde rien.",
        service: "- {} : {}",
        more: "- et de même dans {} autres services",
        duration: "L'accès prend fin {} h {} min après l'envoi du jeton.",
        roles: "Il permet de créer des rôles, qui subsistent après la fin de l'accès.",
        levels: [
            "répertorier les ressources",
            "lire",
            "créer, modifier et supprimer",
            "baliser",
            "gérer les autorisations",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_are_found_however_they_are_written() {
        for name in ["de-DE", "de_DE", "DE_de", "de"] {
            assert_eq!(
                Locale::named(name).and_then(Locale::language).map(|language| language.code),
                Some("de")
            );
        }
        assert_eq!(Locale::named("ja_JP").map(|locale| locale.language().is_none()), Some(true));
        assert_eq!(Locale::named("xx"), None);
    }

    #[test]
    fn every_language_has_its_places() {
        for language in &LANGUAGES {
            let places = |phrase: &str| phrase.matches("{}").count();
            let phrases = [language.request, language.service, language.duration];
            assert_eq!(phrases.map(places), [3, 2, 2], "{}", language.code);
            let phrases = [language.purpose, language.message, language.more];
            assert_eq!(phrases.map(places), [1, 1, 1], "{}", language.code);
        }
    }
}
