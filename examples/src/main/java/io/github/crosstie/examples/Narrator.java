package io.github.crosstie.examples;

import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.assignment.Roster;
import io.github.crosstie.conflict.Conflict;
import io.github.crosstie.conflict.ConflictReport;
import io.github.crosstie.directory.DirectoryProblem;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.ConflictsText;
import io.github.crosstie.report.Guidance;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.OutcomeLine;
import io.github.crosstie.report.OutcomeReport;
import io.github.crosstie.report.PlanText;
import io.github.crosstie.report.ResolutionText;
import io.github.crosstie.report.RosterText;
import io.github.crosstie.report.StatusText;
import io.github.crosstie.report.UserStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells the steps of the quickstart on a terminal, each in a few lines. */
final class Narrator {

    private static final int ODDITIES_SHOWN = 3;
    private static final int LINES_OF_A_PLAN = 14;

    private final PrintWriter out;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    void title(String text) {
        say("");
        say("== " + text);
    }

    void say(String line) {
        out.println(line);
    }

    void flush() {
        out.flush();
    }

    void roster(Roster roster) {
        out.print(RosterText.of(roster));
        List<DirectoryProblem> problems = roster.directory().problems();
        problems.stream().limit(ODDITIES_SHOWN).forEach(problem -> say("  ! " + problem.message()));
        if (problems.size() > ODDITIES_SHOWN) {
            say("  ! and " + (problems.size() - ODDITIES_SHOWN) + " more oddities of the directory");
        }
    }

    void resolution(Optional<Resolution> resolution) {
        resolution.ifPresentOrElse(
                found -> out.print(ResolutionText.of(found)),
                () -> say("No user is claimed by more than one configuration."));
    }

    /** All in numbers, and the worst with its remedy. */
    void conflicts(ConflictReport report) {
        out.print(ConflictsText.of(report, 0));
        Optional<Conflict> worst = report.conflicts().stream().findFirst();
        worst.ifPresent(conflict -> {
            say("The worst: " + conflict.message());
            say("  remedy: " + conflict.remedy().text());
        });
    }

    /** The beginning, and what it comes to. */
    void plan(SyncPlan plan) {
        List<String> lines = PlanText.withValues(plan).lines().toList();
        lines.stream().limit(LINES_OF_A_PLAN).forEach(this::say);
        List<String> end = sum(lines);
        if (lines.size() - end.size() > LINES_OF_A_PLAN) {
            say("  and so on");
        }
        end.forEach(this::say);
    }

    /** What a plan comes to, and what the guard says of it. */
    void sum(SyncPlan plan) {
        sum(PlanText.masked(plan).lines().toList()).forEach(this::say);
    }

    private static List<String> sum(List<String> lines) {
        return lines.subList(
                (int) lines.stream()
                        .takeWhile(line -> !line.startsWith("Plan: "))
                        .count(),
                lines.size());
    }

    /** How often each outcome, the worst first, and what it means. */
    void outcomes(OutcomeReport report) {
        report.byCode().forEach(this::outcome);
    }

    private void outcome(OutcomeCode code, List<OutcomeLine> lines) {
        say(String.format(
                Locale.ROOT,
                "  %5d %-18s %s",
                lines.size(),
                code,
                Guidance.of(code).meaning()));
    }

    /** An organization in a line, and a user way by way. */
    void status(List<OrganizationStatus> organizations, UserStatus user) {
        organizations.forEach(each -> StatusText.of(each).lines().limit(1).forEach(this::say));
        out.print(StatusText.of(user));
    }
}
