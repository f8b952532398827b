import dk.rehabplan.Checker;
import dk.rehabplan.Options;
import dk.rehabplan.Outcome;
import dk.rehabplan.Phase;
import dk.rehabplan.Report;
import dk.rehabplan.RuleResult;
import dk.rehabplan.Severity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How a case system embeds the library: a draft is saved whatever it lacks, and a plan that lacks something the regulation demands is
 * not sent to the team.
 *
 * <pre>java -cp rehabplan.jar Sagssystem.java</pre>
 */
public final class Sagssystem {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** A plan that is only begun. What the system does not know yet is left out. */
    private static final String DRAFT = """
            {
              "sag": { "sagstype": "fleksjob" },
              "forberedendeDel": {
                "dato": "2020-03-02",
                "helbred": {
                  "situation": "Slidgigt i begge knæ og vedvarende smerter efter operation.",
                  "igangvaerende": "Genoptræning to gange om ugen til og med maj."
                }
              }
            }
            """;

    public static void main(String[] arguments) throws IOException {
        Path draft = Files.createTempFile("kladde", ".json");
        Files.writeString(draft, DRAFT);

        // Made once, and shared by all who work in the system.
        Options sent = Options.NONE.phase(Phase.FORELAEGGELSE);
        Options section = sent.only(List.of(), List.of("/forberedendeDel/helbred"));
        try (Checker ofSection = new Checker(section); Checker ofPlan = new Checker(sent)) {
            OUT.println("The caseworker saves the section on health:");
            show(ofSection.check(Files.readString(draft)));

            OUT.println();
            OUT.println("The caseworker sends the plan to the team:");
            Report report = ofPlan.check(Files.readString(draft));
            long blocking = report.results().stream().filter(Sagssystem::isBlocking).count();
            OUT.println(report.conclusion().code() + ": " + blocking + " findings stand in the way");
        } finally {
            Files.delete(draft);
        }
    }

    private static void show(Report report) {
        for (RuleResult finding : report.results()) {
            if (finding.outcome() == Outcome.NOT_MET) {
                String path = finding.paths().isEmpty() ? "" : finding.paths().get(0);
                OUT.println("- " + finding.message() + " (" + finding.citation() + ", " + path + ")");
                if (finding.remedy() != null) {
                    OUT.println("  " + finding.remedy());
                }
            }
        }
    }

    /** An error that repeats no other. */
    private static boolean isBlocking(RuleResult finding) {
        return finding.severity() == Severity.ERROR && finding.sameAs() == null;
    }
}
