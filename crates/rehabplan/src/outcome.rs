//! What an answer comes to.

/// What a requirement amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The requirement is met.
    Met,
    /// The requirement is not met: a finding, with a [`Severity`].
    NotMet,
    /// A provision exempts from the requirement.
    Exempt,
    /// The requirement is not relevant in this case or in this phase.
    NotApplicable,
    /// Only a person can judge.
    Review,
    /// The plan does not say enough, or not in a way that can be read.
    Undetermined,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: &'static [Self] =
        &[Self::Met, Self::NotMet, Self::Exempt, Self::NotApplicable, Self::Review, Self::Undetermined];

    /// The code as it stands in the report.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "notMet",
            Self::Exempt => "exempt",
            Self::NotApplicable => "notApplicable",
            Self::Review => "review",
            Self::Undetermined => "undetermined",
        }
    }

    /// Whether a report of the findings alone shows it.
    pub(crate) fn is_shown(self) -> bool {
        matches!(self, Self::NotMet | Self::Undetermined)
    }
}

/// How serious a finding is. Only an error stands in the way (A1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look; does not stand in the way.
    Warning,
    /// A clear requirement is not met; stands in the way.
    Error,
}

impl Severity {
    /// Both, the lesser first.
    pub const ALL: &'static [Self] = &[Self::Warning, Self::Error];

    /// The code as it stands in the report.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
