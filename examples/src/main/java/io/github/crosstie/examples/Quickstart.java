package io.github.crosstie.examples;

import io.github.crosstie.Crosstie;
import io.github.crosstie.CrosstieBuilder;
import io.github.crosstie.apply.HeldDeletions;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.assignment.Enrollment;
import io.github.crosstie.assignment.OrganizationSetup;
import io.github.crosstie.assignment.Resolution;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.directory.Directory;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.examples.systems.Systems;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.page.StatusPage;
import io.github.crosstie.plan.SyncPlan;
import io.github.crosstie.report.OrganizationStatus;
import io.github.crosstie.report.OutcomeReport;
import io.github.crosstie.report.StatusText;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole way once. Sequences, and only sequences: where the records and the state are is not its business. */
class Quickstart {

    private static final int FAULTS_SHOWN = 20;
    private static final int CANDIDATES_TO_EXPLAIN = 200;
    private static final int DESKS_FORETOLD = 200;
    private static final int DESKS_REPORTED = 1_000;

    private final List<OrganizationSetup> setups;
    private final Systems systems;
    private final EngineMemory memory;
    private final Clock clock;
    private final PrintWriter out;
    private final Narrator narrator;
    private final Progress progress;
    private final QuickstartReport report;
    private final Map<OrganizationUser, Desk> desks = new LinkedHashMap<>();
    private final List<SyncPlan> plans = new ArrayList<>();

    Quickstart(
            List<OrganizationSetup> setups,
            Systems systems,
            EngineMemory memory,
            Clock clock,
            PrintWriter out,
            Progress progress,
            QuickstartReport report) {
        this.setups = setups;
        this.systems = systems;
        this.memory = memory;
        this.clock = clock;
        this.out = out;
        this.progress = progress;
        this.report = report;
        narrator = new Narrator(out);
    }

    /** Runs it; true if both sides are in step. */
    boolean run() {
        Crosstie crosstie = tie();
        showWhoAndWhy(crosstie);
        narrator.title("What clashes");
        narrator.conflicts(crosstie.conflicts());
        seatUsers(crosstie);
        boolean inStep = desks.isEmpty() ? saySoThatNobodySyncs(crosstie) : sync(crosstie);
        narrator.flush();
        return inStep;
    }

    private boolean sync(Crosstie crosstie) {
        desks.values().forEach(Desk::typeFirstRecords);
        desk(cleaner()).typeOldCustomers();
        showPlans(crosstie);
        boolean clean = syncEverybody(crosstie, "First sync", null) >= 0;
        clean &= editAndSync(crosstie) && releaseWhatIsHeld(crosstie);
        clean &= thirdSync(crosstie) == 0;
        showTraffic();
        clean &= showUserSync();
        narrator.title("The report");
        narrator.say("In " + report.page() + ":");
        narrator.say("how everybody fared when the deletions were held, for a browser; beside it the outcomes, in "
                + report.besides());
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

    private void showWhoAndWhy(Crosstie crosstie) {
        narrator.title("Who syncs by what");
        setups.forEach(setup -> narrator.roster(crosstie.roster(setup.id())));
        narrator.title("Why, for the user with the most routes");
        narrator.resolution(setups.stream()
                .map(setup -> crosstie.roster(setup.id()))
                .flatMap(roster -> IntStream.range(0, roster.directory().users().size())
                        .filter(roster::contested)
                        .limit(CANDIDATES_TO_EXPLAIN)
                        .mapToObj(slot -> roster.resolution(
                                roster.directory().users().at(slot).id())))
                .max(Comparator.comparingInt((Resolution each) -> each.routes().size())
                        .thenComparing(Resolution::user)));
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

    private boolean saySoThatNobodySyncs(Crosstie crosstie) {
        narrator.title("No sync to show");
        narrator.say("Nobody is left to type: no active configuration means them, a conflict holds them, they lack an"
                + " address, or");
        narrator.say("their configuration does not sync contacts and events both ways with the default settings, by"
                + " which the");
        narrator.say("quickstart can foretell what both sides must hold.");
        write(crosstie, OutcomeReport.EMPTY);
        narrator.say("Who syncs and what clashes stands in " + report.page());
        return false;
    }

    private void showPlans(Crosstie crosstie) {
        narrator.title("What a first sync would do, for one user and for all");
        OrganizationUser first = desks.keySet().iterator().next();
        crosstie.plan(first.organization(), first.user(), ItemKind.CONTACT).ifPresent(plan -> {
            narrator.plan(plan);
            plans.add(plan);
        });
        Foreseen foreseen = new Foreseen();
        desks.keySet().stream()
                .limit(DESKS_FORETOLD)
                .forEach(who -> Stream.of(ItemKind.values())
                        .flatMap(kind -> crosstie.plan(who.organization(), who.user(), kind).stream())
                        .forEach(foreseen::add));
        narrator.say(
                "Plans for contacts and events of " + Math.min(desks.size(), DESKS_FORETOLD) + " users: " + foreseen);
    }

    /** Everybody types, and one person clears away so much that the guard holds it (S13). */
    private boolean editAndSync(Crosstie crosstie) {
        desks.values().forEach(Desk::editOnBothSides);
        OrganizationUser cleaner = cleaner();
        desk(cleaner).clearAway();
        narrator.title("People edit on both sides, and one clears away");
        narrator.say("Edited: other fields of one contact, the same field of another, a moved meeting, a new contact, a"
                + " deleted one.");
        narrator.say("User " + cleaner.user() + " clears old customers away. The guard looks at the plan for them:");
        crosstie.plan(cleaner.organization(), cleaner.user(), ItemKind.CONTACT).ifPresent(plan -> {
            narrator.sum(plan);
            plans.add(plan);
        });
        OutcomeReport.Builder outcomes = OutcomeReport.builder("second-sync", clock.instant());
        boolean clean = syncEverybody(crosstie, "Second sync", outcomes) >= 0;
        narrator.title("What came of it, and how everybody fares");
        narrator.outcomes(outcomes.build());
        List<OrganizationStatus> statuses = write(crosstie, outcomes.build());
        narrator.status(statuses, crosstie.status(cleaner.organization(), cleaner.user()));
        return clean;
    }

    /** Who clears old customers away: the last one of the first organization. */
    private OrganizationUser cleaner() {
        OrganizationId first = desks.keySet().iterator().next().organization();
        return desks.keySet().stream()
                .filter(who -> who.organization().equals(first))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private Desk desk(OrganizationUser who) {
        return Objects.requireNonNull(desks.get(who), "desk of a user");
    }

    /** Writes the report of how everybody fares now. */
    private List<OrganizationStatus> write(Crosstie crosstie, OutcomeReport outcomes) {
        List<OrganizationStatus> statuses =
                setups.stream().map(setup -> crosstie.status(setup.id())).toList();
        List<HeldDeletions> held = desks.keySet().stream()
                .flatMap(who -> Stream.of(ItemKind.values())
                        .flatMap(kind -> crosstie.heldDeletions(who.organization(), who.user(), kind).stream()))
                .toList();
        StatusPage page = StatusPage.of("Crosstie quickstart", statuses)
                .conflicts(crosstie.conflicts().conflicts())
                .held(held)
                .plans(plans);
        report.write(page, outcomes);
        return statuses;
    }

    /** Syncs every desk; the number of writes, or -1 if anything did not go through. */
    private int syncEverybody(Crosstie crosstie, String name, OutcomeReport.@Nullable Builder outcomes) {
        int writes = 0;
        int overwritten = 0;
        int done = 0;
        boolean clean = true;
        for (OrganizationUser who : desks.keySet()) {
            SyncResult result = crosstie.sync(who.organization(), who.user());
            progress.at(name, ++done, desks.size());
            if (outcomes != null && done <= DESKS_REPORTED) {
                outcomes.add(who, result);
            }
            if (!(result instanceof SyncResult.Synced synced)) {
                narrator.say(name + ": user " + who.user() + " was not synced: " + result);
                clean = false;
                continue;
            }
            writes += synced.writes();
            for (RoundReport round : synced.rounds().values()) {
                overwritten += round.journal().size();
                clean &= round.stopped().isEmpty();
                round.stopped().ifPresent(stop -> narrator.say(name + ": user " + who.user() + ": " + stop.message()));
            }
        }
        narrator.say(String.format(
                Locale.ROOT,
                "%s: %d users, %d writes, %d overwritten values kept in the journal",
                name,
                desks.size(),
                writes,
                overwritten));
        return clean ? writes : -1;
    }

    /** So many deletions at a time look like an accident, so that a person is asked. */
    private boolean releaseWhatIsHeld(Crosstie crosstie) {
        AgreeingPerson person = new AgreeingPerson(crosstie);
        desks.keySet().forEach(person::visit);
        if (person.released() == 0) {
            return true;
        }
        narrator.title("The guard holds " + person.released() + " deletions until a person has looked");
        narrator.say(person.reason());
        narrator.say("They are meant, and a person releases them.");
        return syncEverybody(crosstie, "Sync of what was released", null) >= 0;
    }

    /** Where the state outlives the process, by another engine, which knows nothing but that state. */
    private int thirdSync(Crosstie crosstie) {
        if (memory.file().isEmpty()) {
            return syncEverybody(crosstie, "Third sync, nobody typing", null);
        }
        narrator.title("What another engine finds in " + memory.file().orElseThrow() + ", for one user");
        Crosstie other = tie();
        OrganizationUser first = desks.keySet().iterator().next();
        out.print(StatusText.of(other.status(first.organization(), first.user())));
        return syncEverybody(other, "Third sync, by that engine, nobody typing", null);
    }

    private void showTraffic() {
        List<String> traffic = systems.traffic();
        if (!traffic.isEmpty()) {
            narrator.title("What the servers were asked until then");
            traffic.forEach(narrator::say);
        }
    }

    private boolean showUserSync() {
        Optional<Directory> first =
                setups.stream().map(OrganizationSetup::directory).findFirst();
        narrator.title("User Sync: two business units of Account Engagement, all held until two admins opt in");
        return first.map(directory -> new UserSyncGlance(directory, clock, out).show())
                .orElse(true);
    }

    private boolean finish() {
        Verification verification = Verification.of(desks.values());
        narrator.title("Both sides, field by field, against what was typed");
        verification.faults().stream().limit(FAULTS_SHOWN).forEach(narrator::say);
        if (verification.faults().size() > FAULTS_SHOWN) {
            narrator.say("and " + (verification.faults().size() - FAULTS_SHOWN) + " more faults");
        }
        narrator.say(verification.summary());
        return verification.inStep();
    }
}
