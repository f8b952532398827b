//! The profiles that come with the product.

use super::data::Profile;
use super::load;

macro_rules! profiles {
    ($($name:literal = $file:literal;)*) => {
        const PROFILES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../profiles/", $file, ".json"))),)*];
    };
}

profiles! {
    "vejledning" = "vejledning";
    "proces" = "proces";
    "forsoeg/nordjylland-2017" = "forsoeg-nordjylland-2017";
    "forslag/2018-laege-valgfri" = "forslag-2018-laege-valgfri";
    "forslag/2018-aabenlyse-pensionssager" = "forslag-2018-aabenlyse-pensionssager";
    "forslag/2018-virksomhedskonsulent" = "forslag-2018-virksomhedskonsulent";
    "forslag/2018-kompetence-i-teamet" = "forslag-2018-kompetence-i-teamet";
    "forslag/2018-forlaengelse-uden-team" = "forslag-2018-forlaengelse-uden-team";
    "forslag/2018-en-plan" = "forslag-2018-en-plan";
    "forslag/2018-cv-for-alle" = "forslag-2018-cv-for-alle";
    "forslag/2019-faglig-indstilling" = "forslag-2019-faglig-indstilling";
    "forslag/2019-fleksjob-under-5-timer" = "forslag-2019-fleksjob-under-5-timer";
    "forslag/2019-konkret-arbejdsmarked" = "forslag-2019-konkret-arbejdsmarked";
    "forslag/2019-fast-team" = "forslag-2019-fast-team";
    "forslag/2019-afklaringsgaranti" = "forslag-2019-afklaringsgaranti";
    "senere/2022-genbehandling" = "senere-2022-genbehandling";
}

/// The names of the profiles that come with the product.
pub fn names() -> impl Iterator<Item = &'static str> + Clone {
    PROFILES.iter().map(|(name, _)| *name)
}

/// The JSON of one of them.
pub(super) fn json(name: &str) -> Option<&'static str> {
    PROFILES.iter().find(|(known, _)| *known == name).map(|(_, json)| *json)
}

/// The profiles that come with the product.
pub fn built_in() -> impl Iterator<Item = Profile> {
    PROFILES.iter().filter_map(|(_, json)| load::profile(json).ok()).map(|loaded| (*loaded.profile).clone())
}
