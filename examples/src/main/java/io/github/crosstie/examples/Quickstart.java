package io.github.crosstie.examples;

import io.github.crosstie.Crosstie;
import io.github.crosstie.CrosstieBuilder;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.Enrollment;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.conflict.ConflictReport;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.DirectoryProblem;
import io.github.crosstie.examples.systems.Systems;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.report.ConflictsText;
import io.github.crosstie.report.PlanText;
import io.github.crosstie.report.ResolutionText;
import io.github.crosstie.report.RosterText;
import io.github.crosstie.report.StatusText;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The whole way once. Sequences, and only sequences: where the records and the state are is not its business. */
class Quickstart {

    private static final int FINDINGS_SHOWN = 1;
    private static final int ODDITIES_SHOWN = 3;
    private static final int FAULTS_SHOWN = 20;
    private static final int CANDIDATES_TO_EXPLAIN = 200;

    private final List<OrganizationSetup> setups;
    private final Systems systems;
    private final EngineMemory memory;
    private final Clock clock;
    private final PrintWriter out;
    private final Progress progress;
    private final Map<OrganizationUser, Desk> desks = new LinkedHashMap<>();

    Quickstart(
            List<OrganizationSetup> setups,
            Systems systems,
            EngineMemory memory,
            Clock clock,
            PrintWriter out,
            Progress progress) {
        this.setups = setups;
        this.systems = systems;
        this.memory = memory;
        this.clock = clock;
        this.out = out;
        this.progress = progress;
    }

    /** Runs it; true if both sides are in step. */
    boolean run() {
        Crosstie crosstie = tie();
        showRosters(crosstie);
        showOneUser(crosstie);
        showConflicts(crosstie.conflicts());
        seatUsers(crosstie);
        if (desks.isEmpty()) {
            title("No sync to show");
            say(
                    "Nobody is left to type: no active configuration means them, a conflict holds them, they lack an address, or");
            say(
                    "their configuration does not sync contacts and events both ways with the default settings, by which the");
            say("quickstart can foretell what both sides must hold.");
            out.flush();
            return false;
        }
        desks.values().forEach(Desk::typeFirstRecords);
        showPlan(crosstie);
        boolean clean = syncEverybody(crosstie, "First sync") >= 0;
        desks.values().forEach(Desk::editOnBothSides);
        say("");
        say("People edit on both sides: other fields of one contact, the same field of another, a moved meeting,");
        say("a new contact, a deleted one.");
        clean &= syncEverybody(crosstie, "Second sync") >= 0 && releaseWhatIsHeld(crosstie);
        clean &= thirdSync(crosstie) == 0;
        showTraffic();
        afterLastSync();
        return finish() && clean;
    }

    /** Room for a test to spoil something between the last sync and the verification. */
    void afterLastSync() {}

    Map<OrganizationUser, Desk> desks() {
        return desks;
    }

    private Crosstie tie() {
        CrosstieBuilder builder = Crosstie.builder()
                .mail(systems.mail())
                .store(memory.open())
                .clock(clock)
                .ids(() -> UUID.randomUUID().toString());
        for (OrganizationSetup setup : setups) {
            builder.organization(setup, systems.crm(setup.id()));
        }
        return builder.build();
    }

    private void showRosters(Crosstie crosstie) {
        title("Who syncs by what");
        for (OrganizationSetup setup : setups) {
            out.print(RosterText.of(crosstie.roster(setup.id())));
            List<DirectoryProblem> problems = setup.directory().problems();
            problems.stream().limit(ODDITIES_SHOWN).forEach(problem -> say("  ! " + problem.message()));
            if (problems.size() > ODDITIES_SHOWN) {
                say("  ! and " + (problems.size() - ODDITIES_SHOWN) + " more oddities of the directory");
            }
        }
    }

    private void showOneUser(Crosstie crosstie) {
        title("Why, for the user with the most routes");
        setups.stream()
                .map(setup -> crosstie.roster(setup.id()))
                .flatMap(roster -> IntStream.range(0, roster.directory().users().size())
                        .filter(roster::contested)
                        .limit(CANDIDATES_TO_EXPLAIN)
                        .mapToObj(slot -> roster.resolution(
                                roster.directory().users().at(slot).id())))
                .max(Comparator.comparingInt((Resolution each) -> each.routes().size())
                        .thenComparing(Resolution::user))
                .ifPresentOrElse(
                        resolution -> out.print(ResolutionText.of(resolution)),
                        () -> say("No user is claimed by more than one configuration."));
    }

    private void showConflicts(ConflictReport report) {
        title("What clashes");
        out.print(ConflictsText.of(report, FINDINGS_SHOWN));
    }

    /** Whoever syncs by settings that can be foretold, is not held and has an address gets a desk. */
    private void seatUsers(Crosstie crosstie) {
        LocalDate today = LocalDate.now(clock);
        setups.stream()
                .map(OrganizationSetup::id)
                .forEach(organization -> crosstie.roster(organization)
                        .enrollments()
                        .filter(enrollment -> Foretold.by(crosstie.roster(organization), enrollment))
                        .map(Enrollment::user)
                        .forEach(user -> crosstie.mailbox(organization, user)
                                .map(mailbox -> new Owner(mailbox.text()))
                                .ifPresent(mailbox -> desks.put(
                                        new OrganizationUser(organization, user),
                                        new Desk(systems, organization, new Owner(user.value()), mailbox, today)))));
    }

    private void showPlan(Crosstie crosstie) {
        title("The plan of a first sync, for one user");
        OrganizationUser first = desks.keySet().iterator().next();
        for (ItemKind kind : ItemKind.values()) {
            crosstie.plan(first.organization(), first.user(), kind)
                    .ifPresent(plan -> out.print(PlanText.withValues(plan)));
        }
    }

    /** Syncs every desk; the number of writes, or -1 if anything did not go through. */
    private int syncEverybody(Crosstie crosstie, String name) {
        int writes = 0;
        int conflicts = 0;
        int done = 0;
        boolean clean = true;
        for (OrganizationUser who : desks.keySet()) {
            SyncResult result = crosstie.sync(who.organization(), who.user());
            progress.at(name, ++done, desks.size());
            if (!(result instanceof SyncResult.Synced synced)) {
                say(name + ": user " + who.user() + " was not synced: " + result);
                clean = false;
                continue;
            }
            writes += synced.writes();
            for (RoundReport round : synced.rounds().values()) {
                conflicts += round.journal().size();
                clean &= round.stopped().isEmpty();
                round.stopped().ifPresent(stop -> say(name + ": user " + who.user() + ": " + stop.message()));
            }
        }
        say("");
        say(String.format(
                Locale.ROOT,
                "%s: %d users, %d writes, %d overwritten values kept in the journal",
                name,
                desks.size(),
                writes,
                conflicts));
        return clean ? writes : -1;
    }

    /** So many deletions at a time look like an accident where many people sync, so that a person is asked (S13). */
    private boolean releaseWhatIsHeld(Crosstie crosstie) {
        AgreeingPerson person = new AgreeingPerson(crosstie);
        desks.keySet().forEach(person::visit);
        if (person.released() == 0) {
            return true;
        }
        say("");
        say("The guard holds " + person.released() + " deletions: " + person.reason());
        say("They are meant, and a person releases them.");
        return syncEverybody(crosstie, "Sync of what was released") >= 0;
    }

    /** Where the state outlives the process, by another engine, which knows nothing but that state. */
    private int thirdSync(Crosstie crosstie) {
        if (memory.file().isEmpty()) {
            return syncEverybody(crosstie, "Third sync, nobody typing");
        }
        title("What another engine finds in " + memory.file().orElseThrow() + ", for one user");
        Crosstie other = tie();
        OrganizationUser first = desks.keySet().iterator().next();
        out.print(StatusText.of(other.status(first.organization(), first.user())));
        return syncEverybody(other, "Third sync, by that engine, nobody typing");
    }

    private void showTraffic() {
        List<String> traffic = systems.traffic();
        if (!traffic.isEmpty()) {
            title("What the servers were asked until then");
            traffic.forEach(this::say);
        }
    }

    private boolean finish() {
        Verification verification = Verification.of(desks.values());
        title("Both sides, field by field, against what was typed");
        verification.faults().stream().limit(FAULTS_SHOWN).forEach(this::say);
        if (verification.faults().size() > FAULTS_SHOWN) {
            say("and " + (verification.faults().size() - FAULTS_SHOWN) + " more faults");
        }
        say(verification.summary());
        out.flush();
        return verification.inStep();
    }

    private void title(String text) {
        say("");
        say("== " + text);
    }

    private void say(String line) {
        out.println(line);
    }
}
