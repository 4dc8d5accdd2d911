package io.github.crosstie.examples;

import io.github.crosstie.json.OutcomeJson;
import io.github.crosstie.json.PlanDifferenceJson;
import io.github.crosstie.json.PlanJson;
import io.github.crosstie.json.StatusJson;
import io.github.crosstie.page.OutcomePage;
import io.github.crosstie.page.PlanDifferencePage;
import io.github.crosstie.page.PlanPage;
import io.github.crosstie.page.StatusPage;
import io.github.crosstie.plan.PlanDifference;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.OutcomeCsv;
import io.github.crosstie.report.StatusText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes every report of a day on which things go wrong. */
@Command(
        name = "pages",
        description = {
            "Writes the reports of three small organizations on a day on which things go wrong, offline.",
            "Pages in HTML of the status, the outcomes, a plan, and what changes of it; the outcomes for a spreadsheet; and all for"
                    + " other programs."
        },
        footer = {"", "Exit code: 0, or 2 if the folder cannot be written."},
        sortOptions = false)
class PagesCommand implements Callable<Integer> {

    private static final int WRITTEN = 0;
    private static final int NOT_WRITTEN = 2;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            required = true,
            description =
                    "The folder to write to; it is made if it is not there, and files of the same names are replaced.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this text.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        TroubledHouse house = new TroubledHouse();
        try {
            Files.createDirectories(folder);
            write("status.html", statusPage(house));
            write("outcomes.html", OutcomePage.html("Larkspur, run-2", house.outcomes()));
            write("plan.html", PlanPage.withValues(house.plan()));
            write("plan.json", PlanJson.write(house.plan()));
            write("difference.html", PlanDifferencePage.withValues(house.plan(), house.laterPlan()));
            write("difference.json", PlanDifferenceJson.write(PlanDifference.between(house.plan(), house.laterPlan())));
            write("outcomes.csv", OutcomeCsv.of(house.outcomes()));
            write("outcomes.json", OutcomeJson.write(house.outcomes()));
            for (OrganizationStatus status : house.statuses()) {
                write("status-" + status.organization() + ".json", StatusJson.write(status));
            }
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println("--to " + folder + ": cannot be written; name a folder in which files can be made");
            return NOT_WRITTEN;
        }
        house.statuses().forEach(status -> out.print(StatusText.of(status)));
        out.println("written to " + folder);
        return WRITTEN;
    }

    static String statusPage(TroubledHouse house) {
        return StatusPage.of("Larkspur", house.statuses())
                .conflicts(house.conflicts())
                .held(house.held())
                .outcomes(house.outcomes())
                .plans(List.of(house.plan()))
                .html();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
