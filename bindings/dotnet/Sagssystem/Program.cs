using System;
using System.IO;
using System.Linq;
using System.Text;
using Rehabplan;

/// <summary>
/// How a case system embeds the library: a draft is saved whatever it lacks, and a plan that lacks something the regulation demands is
/// not sent to the team.
/// </summary>
internal static class Program
{
    /// <summary>A plan that is only begun. What the system does not know yet is left out.</summary>
    private const string Draft = @"{
  ""sag"": { ""sagstype"": ""fleksjob"" },
  ""forberedendeDel"": {
    ""dato"": ""2020-03-02"",
    ""helbred"": {
      ""situation"": ""Slidgigt i begge knæ og vedvarende smerter efter operation."",
      ""igangvaerende"": ""Genoptræning to gange om ugen til og med maj.""
    }
  }
}";

    private static void Main()
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        string draft = Path.GetTempFileName();
        File.WriteAllText(draft, Draft);

        // Made once, and shared by all who work in the system.
        var section = new CheckOptions { Phase = Phase.Forelaeggelse, OnlyPaths = { "/forberedendeDel/helbred" } };
        var sent = new CheckOptions { Phase = Phase.Forelaeggelse };
        using (var ofSection = new Checker(section))
        using (var ofPlan = new Checker(sent))
        {
            Console.WriteLine("The caseworker saves the section on health:");
            Show(ofSection.Check(File.ReadAllText(draft)));

            Console.WriteLine();
            Console.WriteLine("The caseworker sends the plan to the team:");
            Report report = ofPlan.Check(File.ReadAllText(draft));
            Console.WriteLine($"{report.Conclusion}: {report.Results.Count(IsBlocking)} findings stand in the way");
        }
        File.Delete(draft);
    }

    private static void Show(Report report)
    {
        foreach (RuleResult finding in report.Results.Where(result => result.Outcome == Outcome.NotMet))
        {
            Console.WriteLine($"- {finding.Message} ({finding.Citation}, {finding.Paths.FirstOrDefault()})");
            if (finding.Remedy != null)
            {
                Console.WriteLine($"  {finding.Remedy}");
            }
        }
    }

    /// <summary>An error that repeats no other.</summary>
    private static bool IsBlocking(RuleResult finding) => finding.Severity == Severity.Error && finding.SameAs == null;
}
