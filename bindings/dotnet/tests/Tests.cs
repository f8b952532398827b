using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Threading;
using System.Xml.Linq;
using Rehabplan;

/// <summary>The tests: every public method of this class. Debian has no test framework for Mono.</summary>
public sealed class Tests
{
    private const string Plan = "{\"sag\":{\"sagstype\":\"revalidering\"}}";
    private const int Limit = 8 * 1024 * 1024;
    private static string root;

    private static int Main(string[] arguments)
    {
        root = arguments[0];
        int failed = 0, passed = 0;
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        foreach (MethodInfo test in typeof(Tests).GetMethods(Own).OrderBy(test => test.Name))
        {
            try
            {
                test.Invoke(new Tests(), null);
                passed++;
            }
            catch (TargetInvocationException error)
            {
                failed++;
                Console.WriteLine($"failed: {test.Name}: {error.InnerException}");
            }
        }
        Console.WriteLine($"{passed} passed, {failed} failed");
        return failed == 0 && passed > 10 ? 0 : 1;
    }

    private static void Equal<T>(T expected, T got, string what = "")
    {
        if (!EqualityComparer<T>.Default.Equals(expected, got))
        {
            throw new Exception($"{what} expected {expected}, got {got}");
        }
    }

    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> got)
    {
        Equal(string.Join("|", expected), string.Join("|", got));
    }

    private static void True(bool what, string why = "")
    {
        Equal(true, what, why);
    }

    private static T Throws<T>(Action work)
        where T : Exception
    {
        try
        {
            work();
        }
        catch (T error)
        {
            return error;
        }
        throw new Exception("nothing was thrown");
    }

    private static string Coded(Action work) => Throws<RehabplanException>(work).Code;

    public void AReportHasTheAnswers()
    {
        using (var checker = new Checker(new CheckOptions { Phase = Phase.Forelaeggelse, Detail = Detail.All }))
        {
            Report report = checker.Check(Plan);
            Equal(Conclusion.Deficient, report.Conclusion);
            Equal(Phase.Forelaeggelse, report.Phase);
            Equal("REV", report.Variant);
            Equal(1, report.Counts.NotMet);
            Equal(true, report.Results.Count > report.Counts.NotMet + report.Counts.NotApplicable);
            RuleResult missing = report.Results.Single(result => result.Rule == "P2.1.pkt2");
            Equal(Outcome.NotMet, missing.Outcome);
            Equal(Severity.Error, missing.Severity);
            Same(new[] { "/forberedendeDel" }, missing.Paths);
            Equal(2, missing.Provision.Paragraf);
            Equal(null, report.Horizon);
            Equal(0, report.Profiles.Count);
        }
    }

    public void EveryOptionReachesTheChecker()
    {
        var options = new CheckOptions
        {
            Phase = Phase.Indstilling,
            AsOf = new DateTime(2020, 6, 1, 23, 0, 0, DateTimeKind.Local),
            Lang = Lang.En,
            Language = false,
            OnlyRules = { "P2.1.pkt2" },
            OnlyPaths = { "/moede" },
            Horizon = new[] { "/sag", "/moede" },
            Profiles = { "vejledning", "proces:maksSider=50" },
            ProfilesJson =
            {
                "{\"id\":\"kommune/x\",\"title\":\"x\",\"source\":\"x\",\"force\":\"local\",\"effects\":[{\"add\":{\"rules\":[\"proces/PR2\"]}}]}",
            },
        };
        using (var checker = new Checker(options))
        {
            Report report = checker.Check(Plan);
            Equal(Phase.Indstilling, report.Phase);
            Equal("2020-06-01", report.AsOf);
            Equal(Lang.En, report.Lang);
            Same(new[] { "P2.1.pkt2" }, report.LimitedTo.Rules);
            Same(new[] { "/moede" }, report.LimitedTo.Paths);
            True(report.Horizon != null);
            Same(new[] { "kommune/x", "proces", "vejledning" }, report.Profiles.Select(profile => profile.Id).OrderBy(id => id));
        }
        Throws<ArgumentOutOfRangeException>(() => new Checker(new CheckOptions { Phase = (Phase)99 }));
        var refused = Throws<ArgumentOutOfRangeException>(() => new Checker(new CheckOptions { Detail = (Detail)99 }));
        True(refused.Message.StartsWith("Detail is one of Findings, All", StringComparison.Ordinal));
    }

    public void TheLanguageCheckCanBeLeftOut()
    {
        using (var with = new Checker(new CheckOptions { Detail = Detail.All }))
        using (var without = new Checker(new CheckOptions { Detail = Detail.All, Language = false }))
        {
            byte[] plan = File.ReadAllBytes(Directory.GetFiles(Path.Combine(root, "tests/plans"), "*.json").OrderBy(file => file).First());
            True(!with.CheckJson(plan).SequenceEqual(without.CheckJson(plan)));
        }
    }

    public void ASuppressionHoldsForItsCase()
    {
        var options = new CheckOptions
        {
            OnlyRules = { "P2.1.pkt2" },
            SuppressJson = "[{\"case\":\"sag \\\"æ\\\"\",\"key\":\"P2.1.pkt2!/forberedendeDel\","
                + "\"reason\":\"Ligger i det gamle system\",\"author\":\"A. Jensen\",\"date\":\"2020-03-02\"}]",
        };
        using (var checker = new Checker(options))
        {
            Equal(0, checker.Check(Plan, "sag \"æ\"").Errors);
            Equal(1, checker.Check(Plan, "sag \"ø\"").Errors);
            Equal(1, checker.Check(Plan).Errors);
        }
    }

    public void WhatIsNoPlanHasACodeAndSaysNothingOfIt()
    {
        using (var checker = new Checker())
        {
            Equal("notJson", Coded(() => checker.Check("")));
            Equal("notJson", Coded(() => checker.CheckJson(new byte[0])));
            Equal("notAnObject", Coded(() => checker.Check("[]")));
            Equal("notUtf8", Coded(() => checker.CheckJson(new byte[] { (byte)'{', (byte)'"', 0xff })));
            Equal("tooDeep", Coded(() => checker.Check("{\"sag\":" + new string('[', 1000000) + new string(']', 1000000) + "}")));
            byte[] plan = Encoding.ASCII.GetBytes(Plan);
            byte[] large = plan.Concat(Enumerable.Repeat((byte)' ', Limit + 1 - plan.Length)).ToArray();
            Equal("tooLarge", Coded(() => checker.CheckJson(large)));
            True(checker.CheckJson(large.Take(Limit).ToArray()).Length > 0);
            string error = Throws<RehabplanException>(() => checker.Check("{\"navn\": \"Kirsten Jensen 010203-1234\",")).ToString();
            True(!error.Contains("Kirsten"));
            Throws<ArgumentNullException>(() => checker.Check(null));
            Throws<ArgumentNullException>(() => checker.CheckJson((byte[])null));
        }
    }

    public void HalfASurrogatePairIsAValueThatCannotBeRead()
    {
        using (var checker = new Checker())
        {
            string half = "{\"sag\":{\"sagstype\":\"revalidering\"},\"forberedendeDel\":{\"oensker\":\"\ud800\"}}";
            InputFinding finding = checker.Check(half).Input[0];
            Equal("/forberedendeDel/oensker", finding.Path);
            Equal(Severity.Error, finding.Severity);
            // A whole pair is a letter like any other.
            Equal(0, checker.Check(half.Replace("\ud800", "\ud83d\ude00")).Input.Count);
        }
    }

    public void WhatIsWrongWithOptionsIsSaidWhenACheckerIsMade()
    {
        Equal("badOptions", Coded(() => new Checker(new CheckOptions { OnlyRules = { "P99" } })));
        Equal("badProfile", Coded(() => new Checker(new CheckOptions { Profiles = { "vejledn" } })));
        // Such as an empty file: not the same as no profile.
        Equal("badProfile", Coded(() => new Checker(new CheckOptions { ProfilesJson = { " \n" } })));
        Equal("badProfile", Coded(() => new Checker(new CheckOptions { Profiles = { "proces" }, ProfilesJson = { null } })));
        Equal("badOptions", Coded(() => new Checker(new CheckOptions { SuppressJson = "" })));
        Equal("badOptions", Coded(() => new Checker(new CheckOptions { SuppressJson = "{}" })));
        Equal("badOptions", Coded(() => new Checker(new CheckOptions { SuppressJson = "] \ud800" })));
        // What would end the list that it stands in, and say other options.
        string more = "\"vejledning\"],\"only\":{\"rules\":[\"P2.1.pkt2\"]},\"suppress\":[";
        Equal("badProfile", Coded(() => new Checker(new CheckOptions { ProfilesJson = { more } })));
        Equal("badProfile", Coded(() => new Checker(new CheckOptions { ProfilesJson = { "{}, {}" } })));
        Equal("badProfile", Coded(() => new Checker(new CheckOptions { ProfilesJson = { "{\"id\":\"}" } })));
        string others = "[],\"only\":{\"rules\":[\"P2.1.pkt2\"]}";
        Equal("badOptions", Coded(() => new Checker(new CheckOptions { SuppressJson = others })));
        var error = Throws<RehabplanException>(() => new Checker(new CheckOptions { OnlyRules = { "P2.1.pkt2", "P99" } }));
        Equal("unknownRule", error.Reason);
        Equal("/only/rules/1", error.Path);
        True(error.Message.StartsWith("only: "), error.Message);
    }

    public void WhatIsNullIsNamedOrAsNothing()
    {
        Action<CheckOptions, string> missing = (options, name) =>
        {
            var error = Throws<ArgumentNullException>(() => new Checker(options));
            Equal(name, error.ParamName);
        };
        missing(new CheckOptions { OnlyRules = { "P2.1.pkt2", null } }, "OnlyRules");
        missing(new CheckOptions { OnlyPaths = { null } }, "OnlyPaths");
        missing(new CheckOptions { Horizon = new string[] { null } }, "Horizon");
        missing(new CheckOptions { Profiles = { null } }, "Profiles");
        Equal("id", Throws<ArgumentNullException>(() => Catalogue.Explain(null)).ParamName);
        Equal("json", Throws<ArgumentNullException>(() => Report.Parse(null)).ParamName);
        using (var plain = new Checker(null))
        using (var checker = new Checker(new CheckOptions { Horizon = null, SuppressJson = null }))
        {
            Equal(plain.CheckJson(Plan), checker.CheckJson(Plan, null));
            Equal("plan", Throws<ArgumentNullException>(() => checker.CheckJson((string)null)).ParamName);
        }
        // A source that has room for nothing is another thing than one of which nothing is said.
        Equal("emptyHorizon", Throws<RehabplanException>(() => new Checker(new CheckOptions { Horizon = new string[0] })).Reason);
    }

    public void HalfASurrogatePairIsNoLetterOfAnIdOrAnOption()
    {
        const string Half = "\ud83d";
        string suppress = "[{\"case\":\"" + Half + "\",\"key\":\"P2.1.pkt2!/forberedendeDel\",\"reason\":\"Ligger i det gamle system\",\"author\":\"A. Jensen\",\"date\":\"2020-03-02\"}]";
        Action<CheckOptions, string> refused = (options, name) =>
        {
            var error = Throws<RehabplanException>(() => new Checker(options));
            Equal("badOptions", error.Code);
            True(error.Message.EndsWith(" " + name), error.Message);
        };
        refused(new CheckOptions { OnlyRules = { "P2.1.pkt2" + Half } }, "OnlyRules");
        refused(new CheckOptions { OnlyPaths = { "/moede" + Half } }, "OnlyPaths");
        refused(new CheckOptions { Horizon = new[] { Half + "/sag" } }, "Horizon");
        refused(new CheckOptions { Profiles = { "proces" + Half } }, "Profiles");
        refused(new CheckOptions { ProfilesJson = { "{\"id\":\"" + Half + "\"}" } }, "ProfilesJson");
        refused(new CheckOptions { SuppressJson = suppress }, "SuppressJson");
        Equal("unknownRule", Coded(() => Catalogue.Explain("P3.1.4" + Half)));
        // What such an id would become is the id of another case.
        using (var checker = new Checker(new CheckOptions { OnlyRules = { "P2.1.pkt2" }, SuppressJson = suppress.Replace(Half, "\ufffd") }))
        {
            Equal(0, checker.Check(Plan, "\ufffd").Errors);
            Equal("badArgument", Coded(() => checker.Check(Plan, Half)));
            Equal("badArgument", Coded(() => checker.CheckJson(Encoding.ASCII.GetBytes(Plan), "4711" + Half)));
        }
    }

    public void TheCatalogueAnswers()
    {
        True(Catalogue.Rules().StartsWith("[{\"id\":"));
        True(Catalogue.Explain("p3.1.4").StartsWith("{\"id\":\"P3.1.4\""));
        Equal("unknownRule", Coded(() => Catalogue.Explain("P99")));
        Equal("unknownRule", Coded(() => Catalogue.Explain("")));
        True(Catalogue.Coverage(Lang.Da).StartsWith("[{\"unit\":\"P1.1\""));
        True(Catalogue.Coverage(Lang.Da) != Catalogue.Coverage(Lang.En));
        True(Catalogue.Profiles().StartsWith("[{\"id\":\"vejledning\""));
        True(Catalogue.JsonSchema(Lang.Da) != Catalogue.JsonSchema(Lang.En));
        True(Checker.Version.Length >= 5);
    }

    public void ALibraryThatIsNotThereIsNamed()
    {
        string folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        try
        {
            string here = AppDomain.CurrentDomain.BaseDirectory;
            foreach (string file in new[] { "Rehabplan.dll", "First.exe" })
            {
                File.Copy(Path.Combine(here, file), Path.Combine(folder, file));
            }
            var start = new System.Diagnostics.ProcessStartInfo("mono", "First.exe")
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            };
            using (var process = System.Diagnostics.Process.Start(start))
            {
                string error = process.StandardError.ReadToEnd();
                process.WaitForExit();
                True(process.ExitCode != 0 && error.Contains("DllNotFoundException: the native library of rehabplan cannot be loaded"), error);
            }
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    public void ACheckerThatWasDisposedOfSaysSo()
    {
        var checker = new Checker();
        checker.Dispose();
        checker.Dispose();
        Throws<ObjectDisposedException>(() => checker.Check(Plan));
    }

    public void AThousandThreadsGetTheSame()
    {
        using (var checker = new Checker())
        {
            string expected = checker.CheckJson(Plan);
            Together(1000, () =>
            {
                for (int round = 0; round < 5; round++)
                {
                    Equal(expected, checker.CheckJson(Plan));
                }
            }, () => { });
        }
    }

    public void DisposingWhileOthersCheckLeavesEachWithAnAnswerOrWithoutAChecker()
    {
        for (int turn = 0; turn < 20; turn++)
        {
            var checker = new Checker();
            string expected = checker.CheckJson(Plan);
            Together(16, () =>
            {
                for (int round = 0; round < 20; round++)
                {
                    try
                    {
                        Equal(expected, checker.CheckJson(Plan));
                    }
                    catch (ObjectDisposedException)
                    {
                        return;
                    }
                }
            }, checker.Dispose);
        }
    }

    /// <summary>Runs the work on as many threads at once, and something besides.</summary>
    private static void Together(int count, Action work, Action besides)
    {
        var start = new ManualResetEvent(false);
        Exception died = null;
        var threads = Enumerable.Range(0, count).Select(_ => new Thread(() =>
        {
            try
            {
                start.WaitOne();
                work();
            }
            catch (Exception error)
            {
                died = error;
            }
        }, 256 * 1024)).ToList();
        threads.ForEach(thread => thread.Start());
        start.Set();
        besides();
        threads.ForEach(thread => thread.Join());
        if (died != null)
        {
            throw died;
        }
    }

    public void AForgottenCheckerGivesItsMemoryBack()
    {
        UIntPtr number = UIntPtr.Zero;
        // On a stack of its own, which is gone then: Mono takes whatever lies on a stack for a reference.
        var thread = new Thread(() => Forgotten(out number));
        thread.Start();
        thread.Join();
        byte[] plan = Encoding.ASCII.GetBytes(Plan);
        for (int tries = 0; tries < 200; tries++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            try
            {
                Raw(number, plan);
            }
            catch (RehabplanException error)
            {
                Equal("noChecker", error.Code);
                return;
            }
        }
        throw new Exception("the checker is still there");
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forgotten(out UIntPtr number)
    {
        for (int time = 0; time < 100; time++)
        {
            new Checker();
        }
        var handle = (CheckerHandle)typeof(Checker).GetField("_handle", BindingFlags.NonPublic | BindingFlags.Instance).GetValue(new Checker());
        number = handle.Number;
    }

    private static unsafe void Raw(UIntPtr number, byte[] plan)
    {
        fixed (byte* start = plan)
        {
            byte* place = start;
            Native.Answer((out IntPtr answer, out UIntPtr length) => Native.rehabplan_checker_check(
                number, place, Native.Length(plan), null, UIntPtr.Zero, out answer, out length));
        }
    }

    public void NothingIsLeftBehind()
    {
        Round(300);
        long before = Resident();
        Round(1500);
        long grown = Resident() - before;
        // What a round leaves behind would be seen: each makes some 100 KB.
        True(grown < 48 * 1024 * 1024, $"grown by {grown} bytes");
    }

    private static void Round(int times)
    {
        for (int time = 0; time < times; time++)
        {
            using (var checker = new Checker(new CheckOptions { Profiles = { "vejledning", "proces" } }))
            {
                checker.CheckJson(Plan);
                Coded(() => checker.Check("["));
            }
            Coded(() => new Checker(new CheckOptions { Profiles = { "x" } }));
        }
    }

    /// <summary>The memory of the process in bytes; Linux alone says it so.</summary>
    private static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        const string File = "/proc/self/statm";
        return System.IO.File.Exists(File) ? long.Parse(System.IO.File.ReadAllText(File).Split(' ')[1]) * 4096 : 0;
    }

    public void TheClassesHoldEveryReport()
    {
        string[] reports = Directory.GetFiles(Path.Combine(root, "tests/plans/reports"), "*.json");
        True(reports.Length > 0);
        foreach (string file in reports)
        {
            Holds(File.ReadAllBytes(file), file);
        }
        var beside = new CheckOptions
        {
            Detail = Detail.All,
            Profiles = { "vejledning", "proces", "forslag/2018-laege-valgfri", "forsoeg/nordjylland-2017:1A,1C,2" },
        };
        var limited = new CheckOptions { OnlyRules = { "P2.1.pkt2" }, OnlyPaths = { "/moede" }, Horizon = new[] { "/sag", "/moede" } };
        using (var one = new Checker(beside))
        using (var other = new Checker(limited))
        {
            foreach (string file in Directory.GetFiles(Path.Combine(root, "tests/plans"), "*.json"))
            {
                Holds(one.CheckJson(File.ReadAllBytes(file)), file);
                Holds(other.CheckJson(File.ReadAllBytes(file)), file);
            }
        }
    }

    public void WhatIsNoReportIsRefused()
    {
        foreach (string text in new[] { "", "{", "{}", "{\"lang\":{}", "{\"lang\":{}}", "x" })
        {
            Throws<FormatException>(() => Report.Parse(Encoding.UTF8.GetBytes(text)));
        }
    }

    /// <summary>The members of the JSON are those of the classes: all of them, and with the same values.</summary>
    private static void Holds(byte[] json, string name)
    {
        XElement tree;
        using (var reader = JsonReaderWriterFactory.CreateJsonReader(json, System.Xml.XmlDictionaryReaderQuotas.Max))
        {
            tree = XElement.Load(reader);
        }
        var expected = new StringBuilder();
        Write(tree, expected);
        var got = new StringBuilder();
        Write(Report.Parse(json), got);
        Equal(expected.ToString(), got.ToString(), name);
    }

    /// <summary>The members in order of their names; one that is null and a list that is empty are as none.</summary>
    private static void Write(XElement value, StringBuilder text)
    {
        switch ((string)value.Attribute("type"))
        {
            case "object":
                foreach (XElement member in value.Elements().OrderBy(member => member.Name.LocalName, StringComparer.Ordinal))
                {
                    string kind = (string)member.Attribute("type");
                    if (kind != "null" && (kind != "array" || member.HasElements))
                    {
                        text.Append('\n').Append(member.Name.LocalName).Append('=');
                        Write(member, text);
                    }
                }
                text.Append('}');
                break;
            case "array":
                foreach (XElement entry in value.Elements())
                {
                    text.Append('[');
                    Write(entry, text);
                }
                break;
            default:
                text.Append(value.Value);
                break;
        }
    }

    private static void Write(object value, StringBuilder text)
    {
        if (value is string || value is ValueType)
        {
            bool isCode = value is Enum;
            string plain = value is bool ? ((bool)value ? "true" : "false") : value.ToString();
            text.Append(isCode ? char.ToLowerInvariant(plain[0]) + plain.Substring(1) : plain);
        }
        else if (value is IEnumerable list)
        {
            foreach (object entry in list)
            {
                text.Append('[');
                Write(entry, text);
            }
        }
        else
        {
            foreach (PropertyInfo property in value.GetType().GetProperties().OrderBy(Camel, StringComparer.Ordinal))
            {
                object member = property.GetValue(value);
                if (member != null && !(member is ICollection && ((ICollection)member).Count == 0))
                {
                    text.Append('\n').Append(Camel(property)).Append('=');
                    Write(member, text);
                }
            }
            text.Append('}');
        }
    }

    private static string Camel(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name.Substring(1);
}
