// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.
#pragma warning disable 0649, 0169 // The serializer writes the fields.
using System;
using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Rehabplan
{
    /// <summary>What the whole plan amounts to. <c>fulfilled</c>: nothing that the regulation demands is missing, nothing was left undetermined, and at least one requirement was seen to be met (in a case that § 1, stk. 2, exempts, nothing is required before the last phase; a note says so). <c>deficient</c>: at least one requirement of error severity is not met. <c>undetermined</c>: nothing is known to be missing, but something could not be determined, or nothing was there to be checked. <c>outOfScope</c>: the case does not fall under the regulation (§ 1). <c>outsideValidity</c>: the case is older than the regulation (§ 17).</summary>
    public enum Conclusion
    {
        /// <summary><c>fulfilled</c></summary>
        Fulfilled,
        /// <summary><c>deficient</c></summary>
        Deficient,
        /// <summary><c>undetermined</c></summary>
        Undetermined,
        /// <summary><c>outOfScope</c></summary>
        OutOfScope,
        /// <summary><c>outsideValidity</c></summary>
        OutsideValidity,
    }

    /// <summary>A language of the texts.</summary>
    public enum Lang
    {
        /// <summary><c>da</c></summary>
        Da,
        /// <summary><c>en</c></summary>
        En,
    }

    /// <summary>What a requirement amounts to.</summary>
    public enum Outcome
    {
        /// <summary><c>met</c></summary>
        Met,
        /// <summary><c>notMet</c></summary>
        NotMet,
        /// <summary><c>exempt</c></summary>
        Exempt,
        /// <summary><c>notApplicable</c></summary>
        NotApplicable,
        /// <summary><c>review</c></summary>
        Review,
        /// <summary><c>undetermined</c></summary>
        Undetermined,
    }

    /// <summary>How far a case has come; each phase includes the ones before.</summary>
    public enum Phase
    {
        /// <summary><c>forelaeggelse</c></summary>
        Forelaeggelse,
        /// <summary><c>indstilling</c></summary>
        Indstilling,
        /// <summary><c>indsats</c></summary>
        Indsats,
    }

    /// <summary>What a profile does to an answer.</summary>
    public enum ProfileEffect
    {
        /// <summary><c>exempt</c></summary>
        Exempt,
        /// <summary><c>accept</c></summary>
        Accept,
        /// <summary><c>severity</c></summary>
        Severity,
        /// <summary><c>leaveAlone</c></summary>
        LeaveAlone,
    }

    /// <summary>What force the source of a profile has.</summary>
    public enum ProfileForce
    {
        /// <summary><c>guidance</c></summary>
        Guidance,
        /// <summary><c>otherLaw</c></summary>
        OtherLaw,
        /// <summary><c>trial</c></summary>
        Trial,
        /// <summary><c>proposal</c></summary>
        Proposal,
        /// <summary><c>local</c></summary>
        Local,
    }

    /// <summary>How serious a finding is.</summary>
    public enum Severity
    {
        /// <summary><c>error</c></summary>
        Error,
        /// <summary><c>warning</c></summary>
        Warning,
    }

    /// <summary>How many requirements had each outcome. A finding that repeats another is not counted.</summary>
    [DataContract]
    public sealed class Counts
    {
        [DataMember(Name = "met", IsRequired = true)]
        private int _met;

        /// <summary>Met.</summary>
        public int Met => _met;

        [DataMember(Name = "notMet", IsRequired = true)]
        private int _notMet;

        /// <summary>Not met, errors and warnings together.</summary>
        public int NotMet => _notMet;

        [DataMember(Name = "exempt", IsRequired = true)]
        private int _exempt;

        /// <summary>Exempt.</summary>
        public int Exempt => _exempt;

        [DataMember(Name = "notApplicable", IsRequired = true)]
        private int _notApplicable;

        /// <summary>Not relevant in this case or phase.</summary>
        public int NotApplicable => _notApplicable;

        [DataMember(Name = "review", IsRequired = true)]
        private int _review;

        /// <summary>For a person to judge.</summary>
        public int Review => _review;

        [DataMember(Name = "undetermined", IsRequired = true)]
        private int _undetermined;

        /// <summary>Could not be determined, for another reason than the horizon.</summary>
        public int Undetermined => _undetermined;

        [DataMember(Name = "notInSource")]
        private int? _notInSource;

        /// <summary>Could not be determined because what decides has no place in the source. With a horizon only. <c>null</c> where there is none.</summary>
        public int? NotInSource => _notInSource;
    }

    /// <summary>How many of the requirements can be checked on the source.</summary>
    [DataContract]
    public sealed class HorizonCoverage
    {
        [DataMember(Name = "checkable", IsRequired = true)]
        private int _checkable;

        /// <summary>The requirements whose places the source all holds.</summary>
        public int Checkable => _checkable;

        [DataMember(Name = "partlyCheckable", IsRequired = true)]
        private int _partlyCheckable;

        /// <summary>The requirements whose places the source holds only some of.</summary>
        public int PartlyCheckable => _partlyCheckable;

        [DataMember(Name = "notCheckable", IsRequired = true)]
        private int _notCheckable;

        /// <summary>The requirements whose places all lie outside.</summary>
        public int NotCheckable => _notCheckable;
    }

    /// <summary>Something that is wrong with the document itself.</summary>
    [DataContract]
    public sealed class InputFinding
    {
        [DataMember(Name = "path", IsRequired = true)]
        private string _path;

        /// <summary>JSON Pointer to the place; to the first of several.</summary>
        public string Path => _path;

        [DataMember(Name = "code", IsRequired = true)]
        private string _code;

        /// <summary>What is wrong.</summary>
        public string Code => _code;

        [DataMember(Name = "severity", IsRequired = true)]
        private string _severity;

        /// <summary><c>error</c> when the value is lost to the rules, <c>warning</c> when it is only worth a look.</summary>
        public Severity Severity => Codes.Of<Severity>(_severity);

        [DataMember(Name = "message", IsRequired = true)]
        private string _message;

        /// <summary>What is wrong, in words.</summary>
        public string Message => _message;

        [DataMember(Name = "remedy", IsRequired = true)]
        private string _remedy;

        /// <summary>What to do about it.</summary>
        public string Remedy => _remedy;

        [DataMember(Name = "nearest")]
        private string _nearest;

        /// <summary>The name that was most likely meant. <c>null</c> where there is none.</summary>
        public string Nearest => _nearest;

        [DataMember(Name = "paths")]
        private string[] _paths;

        /// <summary>Every place, where the finding is about several at once. Empty where there is none.</summary>
        public IReadOnlyList<string> Paths => _paths ?? Array.Empty<string>();
    }

    /// <summary>An explanation with a stable code.</summary>
    [DataContract]
    public sealed class Note
    {
        [DataMember(Name = "code", IsRequired = true)]
        private string _code;

        /// <summary>The code, the same in every language and every version.</summary>
        public string Code => _code;

        [DataMember(Name = "text", IsRequired = true)]
        private string _text;

        /// <summary>The explanation.</summary>
        public string Text => _text;
    }

    /// <summary>What a profile did to an answer.</summary>
    [DataContract]
    public sealed class ProfileChange
    {
        [DataMember(Name = "profile", IsRequired = true)]
        private string _profile;

        /// <summary>The id of the profile.</summary>
        public string Profile => _profile;

        [DataMember(Name = "theme")]
        private string _theme;

        /// <summary>The theme, where it is a theme's doing. <c>null</c> where there is none.</summary>
        public string Theme => _theme;

        [DataMember(Name = "force", IsRequired = true)]
        private string _force;

        /// <summary>What force the profile's source has.</summary>
        public ProfileForce Force => Codes.Of<ProfileForce>(_force);

        [DataMember(Name = "effect", IsRequired = true)]
        private string _effect;

        /// <summary>What it did.</summary>
        public ProfileEffect Effect => Codes.Of<ProfileEffect>(_effect);

        [DataMember(Name = "basis")]
        private string _basis;

        /// <summary>The ground that the profile gives. <c>null</c> where there is none.</summary>
        public string Basis => _basis;
    }

    /// <summary>A number that a profile measures.</summary>
    [DataContract]
    public sealed class ProfileMeasure
    {
        [DataMember(Name = "rule", IsRequired = true)]
        private string _rule;

        /// <summary>The rule that measures it.</summary>
        public string Rule => _rule;

        [DataMember(Name = "code", IsRequired = true)]
        private string _code;

        /// <summary>The code of the measure.</summary>
        public string Code => _code;

        [DataMember(Name = "title", IsRequired = true)]
        private string _title;

        /// <summary>What it is called.</summary>
        public string Title => _title;

        [DataMember(Name = "unit", IsRequired = true)]
        private string _unit;

        /// <summary>The unit.</summary>
        public string Unit => _unit;

        [DataMember(Name = "value")]
        private int? _value;

        /// <summary>The number; <c>null</c> when it cannot be measured in the plan.</summary>
        public int? Value => _value;

        [DataMember(Name = "national")]
        private int? _national;

        /// <summary>That of the whole country by the source, where it has one. <c>null</c> where there is none.</summary>
        public int? National => _national;
    }

    /// <summary>Why a profile has no effect.</summary>
    [DataContract]
    public sealed class ProfileReason
    {
        [DataMember(Name = "code", IsRequired = true)]
        private string _code;

        /// <summary>The code, the same in every language.</summary>
        public string Code => _code;

        [DataMember(Name = "text", IsRequired = true)]
        private string _text;

        /// <summary>The reason in words.</summary>
        public string Text => _text;
    }

    /// <summary>The answer of a rule that lies beside the regulation.</summary>
    [DataContract]
    public sealed class ProfileResult
    {
        [DataMember(Name = "rule", IsRequired = true)]
        private string _rule;

        /// <summary>The id of the rule, such as <c>proces/PR1</c>.</summary>
        public string Rule => _rule;

        [DataMember(Name = "key", IsRequired = true)]
        private string _key;

        /// <summary>The key of the answer, as for a requirement.</summary>
        public string Key => _key;

        [DataMember(Name = "profiles", IsRequired = true)]
        private string[] _profiles;

        /// <summary>The profiles that add the rule.</summary>
        public IReadOnlyList<string> Profiles => _profiles ?? Array.Empty<string>();

        [DataMember(Name = "force", IsRequired = true)]
        private string _force;

        /// <summary>What force they have; the strongest.</summary>
        public ProfileForce Force => Codes.Of<ProfileForce>(_force);

        [DataMember(Name = "forceText", IsRequired = true)]
        private string _forceText;

        /// <summary>The same in words.</summary>
        public string ForceText => _forceText;

        [DataMember(Name = "citation", IsRequired = true)]
        private string _citation;

        /// <summary>Where the rule comes from.</summary>
        public string Citation => _citation;

        [DataMember(Name = "page", IsRequired = true)]
        private string _page;

        /// <summary>The address of the rule's page, relative to the documentation.</summary>
        public string Page => _page;

        [DataMember(Name = "outcome", IsRequired = true)]
        private string _outcome;

        /// <summary>What the rule amounts to.</summary>
        public Outcome Outcome => Codes.Of<Outcome>(_outcome);

        [DataMember(Name = "severity")]
        private string _severity;

        /// <summary>How serious a finding is; <c>null</c> for every outcome but <c>notMet</c>.</summary>
        public Severity? Severity => Codes.OfOrNull<Severity>(_severity);

        [DataMember(Name = "paths", IsRequired = true)]
        private string[] _paths;

        /// <summary>JSON Pointers to the places that the answer is about.</summary>
        public IReadOnlyList<string> Paths => _paths ?? Array.Empty<string>();

        [DataMember(Name = "message", IsRequired = true)]
        private string _message;

        /// <summary>What the answer says to a person.</summary>
        public string Message => _message;

        [DataMember(Name = "remedy")]
        private string _remedy;

        /// <summary>What to do about it; <c>null</c> where there is nothing to do.</summary>
        public string Remedy => _remedy;

        [DataMember(Name = "sameAs")]
        private string _sameAs;

        /// <summary>The requirement that the same defect breaks. <c>null</c> where there is none.</summary>
        public string SameAs => _sameAs;

        [DataMember(Name = "dependsOn")]
        private string _dependsOn;

        /// <summary>JSON Pointer to the missing fact that leaves the answer undetermined. <c>null</c> where there is none.</summary>
        public string DependsOn => _dependsOn;

        [DataMember(Name = "note")]
        private Note _note;

        /// <summary>Why the answer is what it is, where the rule's own texts do not say it. <c>null</c> where there is none.</summary>
        public Note Note => _note;

        [DataMember(Name = "baseOutcome")]
        private string _baseOutcome;

        /// <summary>What it was before a profile changed it. <c>null</c> where there is none.</summary>
        public Outcome? BaseOutcome => Codes.OfOrNull<Outcome>(_baseOutcome);

        [DataMember(Name = "baseSeverity")]
        private string _baseSeverity;

        /// <summary>How serious the finding was before a profile changed it. <c>null</c> where there is none.</summary>
        public Severity? BaseSeverity => Codes.OfOrNull<Severity>(_baseSeverity);

        [DataMember(Name = "changedBy")]
        private ProfileChange[] _changedBy;

        /// <summary>The profiles that changed the answer. Empty where there is none.</summary>
        public IReadOnlyList<ProfileChange> ChangedBy => _changedBy ?? Array.Empty<ProfileChange>();

        [DataMember(Name = "suppressed")]
        private SuppressedBecause _suppressed;

        /// <summary>Why the finding does not stand in the way, where it is suppressed. <c>null</c> where there is none.</summary>
        public SuppressedBecause Suppressed => _suppressed;
    }

    /// <summary>A profile that was chosen.</summary>
    [DataContract]
    public sealed class ProfileStatus
    {
        [DataMember(Name = "id", IsRequired = true)]
        private string _id;

        /// <summary>The name by which it is chosen.</summary>
        public string Id => _id;

        [DataMember(Name = "title", IsRequired = true)]
        private string _title;

        /// <summary>What it is called.</summary>
        public string Title => _title;

        [DataMember(Name = "source", IsRequired = true)]
        private string _source;

        /// <summary>Where it comes from.</summary>
        public string Source => _source;

        [DataMember(Name = "force", IsRequired = true)]
        private string _force;

        /// <summary>What force that has.</summary>
        public ProfileForce Force => Codes.Of<ProfileForce>(_force);

        [DataMember(Name = "forceText", IsRequired = true)]
        private string _forceText;

        /// <summary>The same in words.</summary>
        public string ForceText => _forceText;

        [DataMember(Name = "inForce", IsRequired = true)]
        private bool _inForce;

        /// <summary>Whether it has effect in this case.</summary>
        public bool InForce => _inForce;

        [DataMember(Name = "reason")]
        private ProfileReason _reason;

        /// <summary>Why it has none. <c>null</c> where there is none.</summary>
        public ProfileReason Reason => _reason;

        [DataMember(Name = "themes", IsRequired = true)]
        private ProfileThemeStatus[] _themes;

        /// <summary>Its themes that were chosen.</summary>
        public IReadOnlyList<ProfileThemeStatus> Themes => _themes ?? Array.Empty<ProfileThemeStatus>();
    }

    /// <summary>A theme of a profile that was chosen.</summary>
    [DataContract]
    public sealed class ProfileThemeStatus
    {
        [DataMember(Name = "id", IsRequired = true)]
        private string _id;

        /// <summary>The name by which it is chosen.</summary>
        public string Id => _id;

        [DataMember(Name = "title", IsRequired = true)]
        private string _title;

        /// <summary>What it is called.</summary>
        public string Title => _title;

        [DataMember(Name = "inForce", IsRequired = true)]
        private bool _inForce;

        /// <summary>Whether it has effect in this case.</summary>
        public bool InForce => _inForce;

        [DataMember(Name = "reason")]
        private ProfileReason _reason;

        /// <summary>Why it has none. <c>null</c> where there is none.</summary>
        public ProfileReason Reason => _reason;

        [DataMember(Name = "withoutEffect")]
        private string _withoutEffect;

        /// <summary>Why it does nothing to the content of a plan, where that is so. <c>null</c> where there is none.</summary>
        public string WithoutEffect => _withoutEffect;
    }

    /// <summary>A place in the regulation.</summary>
    [DataContract]
    public sealed class Provision
    {
        [DataMember(Name = "paragraf", IsRequired = true)]
        private int _paragraf;

        /// <summary>§ (paragraf).</summary>
        public int Paragraf => _paragraf;

        [DataMember(Name = "stk")]
        private int? _stk;

        /// <summary>Stykke; <c>null</c> in a paragraph that has only one.</summary>
        public int? Stk => _stk;

        [DataMember(Name = "nr")]
        private int? _nr;

        /// <summary>Number in a list. <c>null</c> where there is none.</summary>
        public int? Nr => _nr;

        [DataMember(Name = "pkt")]
        private int? _pkt;

        /// <summary>Sentence (punktum). <c>null</c> where there is none.</summary>
        public int? Pkt => _pkt;

        [DataMember(Name = "led")]
        private string _led;

        /// <summary>A part of a sentence that the regulation does not number itself. <c>null</c> where there is none.</summary>
        public string Led => _led;
    }

    /// <summary>What a plan amounts to under the regulation. It holds nothing that stands in the plan.</summary>
    [DataContract]
    public sealed partial class Report
    {
        [DataMember(Name = "ruleSet", IsRequired = true)]
        private RuleSet _ruleSet;

        /// <summary>The rules that the plan was held against.</summary>
        public RuleSet RuleSet => _ruleSet;

        [DataMember(Name = "lang", IsRequired = true)]
        private string _lang;

        /// <summary>The language of the texts.</summary>
        public Lang Lang => Codes.Of<Lang>(_lang);

        [DataMember(Name = "variant")]
        private string _variant;

        /// <summary>The case variant; <c>null</c> when the case is out of scope.</summary>
        public string Variant => _variant;

        [DataMember(Name = "phase", IsRequired = true)]
        private string _phase;

        /// <summary>The phase that the plan was checked for.</summary>
        public Phase Phase => Codes.Of<Phase>(_phase);

        [DataMember(Name = "asOf")]
        private string _asOf;

        /// <summary>The day that the check counts as today. <c>null</c> where there is none.</summary>
        public string AsOf => _asOf;

        [DataMember(Name = "conclusion", IsRequired = true)]
        private string _conclusion;

        /// <summary>What the whole plan amounts to.</summary>
        public Conclusion Conclusion => Codes.Of<Conclusion>(_conclusion);

        [DataMember(Name = "complete", IsRequired = true)]
        private bool _complete;

        /// <summary>Whether every check ran to its end. A report that is not complete never concludes <c>fulfilled</c>.</summary>
        public bool Complete => _complete;

        [DataMember(Name = "limitedTo")]
        private Selection _limitedTo;

        /// <summary>What the check was limited to, if it was; the report then says nothing of the rest. <c>null</c> where there is none.</summary>
        public Selection LimitedTo => _limitedTo;

        [DataMember(Name = "horizon")]
        private HorizonCoverage _horizon;

        /// <summary>What can be checked on the source. With a horizon only. <c>null</c> where there is none.</summary>
        public HorizonCoverage Horizon => _horizon;

        [DataMember(Name = "counts", IsRequired = true)]
        private Counts _counts;

        /// <summary>How many requirements had each outcome.</summary>
        public Counts Counts => _counts;

        [DataMember(Name = "errors", IsRequired = true)]
        private int _errors;

        /// <summary>How many findings are errors.</summary>
        public int Errors => _errors;

        [DataMember(Name = "warnings", IsRequired = true)]
        private int _warnings;

        /// <summary>How many findings are warnings.</summary>
        public int Warnings => _warnings;

        [DataMember(Name = "results", IsRequired = true)]
        private RuleResult[] _results;

        /// <summary>The answers, in the order of the law.</summary>
        public IReadOnlyList<RuleResult> Results => _results ?? Array.Empty<RuleResult>();

        [DataMember(Name = "input", IsRequired = true)]
        private InputFinding[] _input;

        /// <summary>What is wrong with the document itself, in the order of the model; unknown keys come last.</summary>
        public IReadOnlyList<InputFinding> Input => _input ?? Array.Empty<InputFinding>();

        [DataMember(Name = "notes", IsRequired = true)]
        private Note[] _notes;

        /// <summary>What there is to say about the report as a whole.</summary>
        public IReadOnlyList<Note> Notes => _notes ?? Array.Empty<Note>();

        [DataMember(Name = "baseConclusion")]
        private string _baseConclusion;

        /// <summary>What the plan amounts to under the regulation alone. With profiles only, like all that follows. <c>null</c> where there is none.</summary>
        public Conclusion? BaseConclusion => Codes.OfOrNull<Conclusion>(_baseConclusion);

        [DataMember(Name = "profiles")]
        private ProfileStatus[] _profiles;

        /// <summary>The profiles that were chosen. Empty where there is none.</summary>
        public IReadOnlyList<ProfileStatus> Profiles => _profiles ?? Array.Empty<ProfileStatus>();

        [DataMember(Name = "profileCounts")]
        private Counts _profileCounts;

        /// <summary>How many of the profiles' rules had each outcome. <c>null</c> where there is none.</summary>
        public Counts ProfileCounts => _profileCounts;

        [DataMember(Name = "profileResults")]
        private ProfileResult[] _profileResults;

        /// <summary>The answers of the profiles' rules. They never make a plan deficient. Empty where there is none.</summary>
        public IReadOnlyList<ProfileResult> ProfileResults => _profileResults ?? Array.Empty<ProfileResult>();

        [DataMember(Name = "measures")]
        private ProfileMeasure[] _measures;

        /// <summary>What the profiles measure. Empty where there is none.</summary>
        public IReadOnlyList<ProfileMeasure> Measures => _measures ?? Array.Empty<ProfileMeasure>();

        [DataMember(Name = "suppressed")]
        private int? _suppressed;

        /// <summary>How many findings are suppressed. <c>null</c> where there is none.</summary>
        public int? Suppressed => _suppressed;

        [DataMember(Name = "leftAlone")]
        private int? _leftAlone;

        /// <summary>How many sentences the language check would have pointed to, but has left alone under the profiles. <c>null</c> where there is none.</summary>
        public int? LeftAlone => _leftAlone;

        [DataMember(Name = "unusedSuppressions")]
        private string[] _unusedSuppressions;

        /// <summary>The keys of suppressions that match no finding. Empty where there is none.</summary>
        public IReadOnlyList<string> UnusedSuppressions => _unusedSuppressions ?? Array.Empty<string>();
    }

    /// <summary>The answer to one requirement.</summary>
    [DataContract]
    public sealed class RuleResult
    {
        [DataMember(Name = "rule", IsRequired = true)]
        private string _rule;

        /// <summary>The id of the requirement.</summary>
        public string Rule => _rule;

        [DataMember(Name = "key", IsRequired = true)]
        private string _key;

        /// <summary>The key of the answer, the same from run to run as long as it is about the same places.</summary>
        public string Key => _key;

        [DataMember(Name = "citation", IsRequired = true)]
        private string _citation;

        /// <summary>The provision, such as <c>§ 3, stk. 1, nr. 4</c>.</summary>
        public string Citation => _citation;

        [DataMember(Name = "provision", IsRequired = true)]
        private Provision _provision;

        /// <summary>The provision, piece by piece.</summary>
        public Provision Provision => _provision;

        [DataMember(Name = "page", IsRequired = true)]
        private string _page;

        /// <summary>The address of the rule's page, relative to the documentation.</summary>
        public string Page => _page;

        [DataMember(Name = "outcome", IsRequired = true)]
        private string _outcome;

        /// <summary>What the requirement amounts to.</summary>
        public Outcome Outcome => Codes.Of<Outcome>(_outcome);

        [DataMember(Name = "severity")]
        private string _severity;

        /// <summary>How serious a finding is; <c>null</c> for every outcome but <c>notMet</c>.</summary>
        public Severity? Severity => Codes.OfOrNull<Severity>(_severity);

        [DataMember(Name = "paths", IsRequired = true)]
        private string[] _paths;

        /// <summary>JSON Pointers to the places that the answer is about.</summary>
        public IReadOnlyList<string> Paths => _paths ?? Array.Empty<string>();

        [DataMember(Name = "message", IsRequired = true)]
        private string _message;

        /// <summary>What the answer says to a person.</summary>
        public string Message => _message;

        [DataMember(Name = "remedy")]
        private string _remedy;

        /// <summary>What to do about it; <c>null</c> where there is nothing to do.</summary>
        public string Remedy => _remedy;

        [DataMember(Name = "exemption")]
        private string _exemption;

        /// <summary>The provision that exempts; <c>null</c> for every outcome but <c>exempt</c>.</summary>
        public string Exemption => _exemption;

        [DataMember(Name = "sameAs")]
        private string _sameAs;

        /// <summary>The leading requirement that the same defect breaks too. <c>null</c> where there is none.</summary>
        public string SameAs => _sameAs;

        [DataMember(Name = "dependsOn")]
        private string _dependsOn;

        /// <summary>JSON Pointer to the missing fact that leaves the answer undetermined. <c>null</c> where there is none.</summary>
        public string DependsOn => _dependsOn;

        [DataMember(Name = "note")]
        private Note _note;

        /// <summary>Why the answer is what it is, where the rule's own texts do not say it. <c>null</c> where there is none.</summary>
        public Note Note => _note;

        [DataMember(Name = "baseOutcome")]
        private string _baseOutcome;

        /// <summary>What it was before a profile changed it. <c>null</c> where there is none.</summary>
        public Outcome? BaseOutcome => Codes.OfOrNull<Outcome>(_baseOutcome);

        [DataMember(Name = "baseSeverity")]
        private string _baseSeverity;

        /// <summary>How serious the finding was before a profile changed it. <c>null</c> where there is none.</summary>
        public Severity? BaseSeverity => Codes.OfOrNull<Severity>(_baseSeverity);

        [DataMember(Name = "changedBy")]
        private ProfileChange[] _changedBy;

        /// <summary>The profiles that changed the answer. Empty where there is none.</summary>
        public IReadOnlyList<ProfileChange> ChangedBy => _changedBy ?? Array.Empty<ProfileChange>();

        [DataMember(Name = "suppressed")]
        private SuppressedBecause _suppressed;

        /// <summary>Why the finding does not stand in the way, where it is suppressed. <c>null</c> where there is none.</summary>
        public SuppressedBecause Suppressed => _suppressed;
    }

    /// <summary>A rule set: one version of the regulation.</summary>
    [DataContract]
    public sealed class RuleSet
    {
        [DataMember(Name = "id", IsRequired = true)]
        private string _id;

        /// <summary>Opaque and stable.</summary>
        public string Id => _id;

        [DataMember(Name = "validFrom", IsRequired = true)]
        private string _validFrom;

        /// <summary>The first day on which it applies.</summary>
        public string ValidFrom => _validFrom;

        [DataMember(Name = "supersededFrom", IsRequired = true)]
        private string _supersededFrom;

        /// <summary>The first day on which a later regulation applies.</summary>
        public string SupersededFrom => _supersededFrom;

        [DataMember(Name = "version", IsRequired = true)]
        private string _version;

        /// <summary>The version of this library.</summary>
        public string Version => _version;
    }

    /// <summary>What a check was limited to.</summary>
    [DataContract]
    public sealed class Selection
    {
        [DataMember(Name = "rules", IsRequired = true)]
        private string[] _rules;

        /// <summary>Ids of requirements.</summary>
        public IReadOnlyList<string> Rules => _rules ?? Array.Empty<string>();

        [DataMember(Name = "paths", IsRequired = true)]
        private string[] _paths;

        /// <summary>JSON Pointers.</summary>
        public IReadOnlyList<string> Paths => _paths ?? Array.Empty<string>();
    }

    /// <summary>Why a finding is suppressed.</summary>
    [DataContract]
    public sealed class SuppressedBecause
    {
        [DataMember(Name = "reason", IsRequired = true)]
        private string _reason;

        /// <summary>The reason.</summary>
        public string Reason => _reason;

        [DataMember(Name = "author", IsRequired = true)]
        private string _author;

        /// <summary>Who decided so.</summary>
        public string Author => _author;

        [DataMember(Name = "date", IsRequired = true)]
        private string _date;

        /// <summary>When.</summary>
        public string Date => _date;
    }
}
