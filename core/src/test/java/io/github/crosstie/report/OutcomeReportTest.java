package io.github.crosstie.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.TwoOffices;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.conflict.Severity;
import io.github.crosstie.connector.Write;
import io.github.crosstie.directory.UserId;
import io.github.crosstie.dispatch.DispatchReport;
import io.github.crosstie.dispatch.Dispatched;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import java.time.Instant;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OutcomeReportTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final OrganizationUser ANNA = new OrganizationUser(TwoOffices.NORTH, TwoOffices.ANNA);

    private final TwoOffices offices = new TwoOffices();

    @BeforeEach
    void giveAnnaAContact() {
        offices.annasContacts(Side.CRM).create(TwoOffices.ada());
        offices.annasContacts(Side.MAIL);
    }

    private SyncResult sync(UserId user) {
        return offices.crosstie().sync(TwoOffices.NORTH, user);
    }

    private OutcomeReport report(UserId user) {
        return OutcomeReport.builder("run-7", AT)
                .add(new OrganizationUser(TwoOffices.NORTH, user), sync(user))
                .build();
    }

    @Test
    @DisplayName("S19: an outcome has its code, both ids, the time and the run, and masks its subject")
    void tellsWhatWasDone() {
        OutcomeReport report = report(TwoOffices.ANNA).ofCode(Set.of(OutcomeCode.DONE));

        OutcomeLine line = report.lines().get(0);
        assertThat(line.context().user()).isEqualTo(ANNA);
        assertThat(line.context().at()).isEqualTo(AT);
        assertThat(line.context().run()).isEqualTo("run-7");
        assertThat(line.message()).isEqualTo("created in the mailbox");
        assertThat(line.ids(Side.CRM)).isNotEmpty();
        assertThat(line.ids(Side.MAIL)).isNotEmpty();
        assertThat(line.subject()).isNull();
        assertThat(OutcomeCsv.of(report)).doesNotContain("Lovelace", "analytical");
    }

    @Test
    @DisplayName("S19: who owns the records sees their subjects, and nobody else's")
    void showsSubjectsToTheirOwner() {
        SyncResult result = sync(TwoOffices.ANNA);
        OrganizationUser other = new OrganizationUser(TwoOffices.SOUTH, TwoOffices.ANNA);

        OutcomeReport report = OutcomeReport.builder("run-7", AT)
                .readableFor(ANNA::equals)
                .add(ANNA, result)
                .add(other, result)
                .build()
                .ofCode(Set.of(OutcomeCode.DONE));

        assertThat(report.ofUser(ANNA).lines()).extracting(OutcomeLine::subject).contains("Lovelace");
        assertThat(report.ofUser(other).lines())
                .isNotEmpty()
                .extracting(OutcomeLine::subject)
                .containsOnlyNulls();
        assertThat(report.lines()).asString().doesNotContain("Lovelace");
    }

    @Test
    @DisplayName("S19: what a system says of a record that it refuses is for its owner alone")
    void masksWhatASystemSays() {
        offices.annasContacts(Side.MAIL).faults().rejectWrites(Write.Create.class::isInstance, "ErrorQuotaExceeded");
        SyncResult result = sync(TwoOffices.ANNA);

        OutcomeLine masked = refusal(OutcomeReport.builder("run-7", AT).add(ANNA, result));
        OutcomeLine owned = refusal(
                OutcomeReport.builder("run-7", AT).readableFor(user -> true).add(ANNA, result));

        assertThat(masked.message())
                .isEqualTo("the system refuses it with ErrorQuotaExceeded; correct the record there");
        assertThat(owned.message()).startsWith("the system refuses it with ErrorQuotaExceeded: ");
        assertThat(masked.severity()).isEqualTo(Severity.ERROR);
        assertThat(masked.guidance().retry()).isEqualTo(RetryClass.LATER);
    }

    private static OutcomeLine refusal(OutcomeReport.Builder builder) {
        return builder.build()
                .ofCode(Set.of(OutcomeCode.VALIDATION_REJECTED))
                .lines()
                .get(0);
    }

    @Test
    @DisplayName("S19: a value that gave way is told by the name of its field")
    void namesTheFieldOfAConflict() {
        sync(TwoOffices.ANNA);
        for (Side side : Side.values()) {
            offices.annasContacts(side)
                    .items()
                    .keySet()
                    .forEach(id -> offices.annasContacts(side)
                            .edit(id, item -> item.set(ContactFields.JOB_TITLE, "as " + side + " says")));
        }

        OutcomeReport report = report(TwoOffices.ANNA).ofCode(Set.of(OutcomeCode.CONFLICT_RESOLVED));

        assertThat(report.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.fields()).containsExactly("jobTitle"));
    }

    @Test
    @DisplayName("S19: a user who is not synced has an outcome too, with what holds them")
    void tellsWhoIsNotSynced() {
        assertThat(report(TwoOffices.BEN).lines())
                .isNotEmpty()
                .extracting(OutcomeLine::code)
                .containsOnly(OutcomeCode.DUPLICATE_ADDRESS);
        assertThat(report(TwoOffices.CEM).lines())
                .extracting(OutcomeLine::code)
                .containsExactly(OutcomeCode.ADDRESS_NOT_LINKED);
        assertThat(report(TwoOffices.DORA).lines())
                .extracting(OutcomeLine::code)
                .containsExactly(OutcomeCode.NOT_ENROLLED);
    }

    @Test
    @DisplayName("S19: a dispatch tells of every mailbox that was worked on")
    void tellsOfADispatch() {
        TreeMap<OrganizationUser, Dispatched> mailboxes = new TreeMap<>();
        mailboxes.put(ANNA, new Dispatched.Failed("the store is gone", new IllegalStateException(), AT));
        mailboxes.put(
                new OrganizationUser(TwoOffices.NORTH, TwoOffices.CEM), new Dispatched.Ran(sync(TwoOffices.CEM), null));
        mailboxes.put(
                new OrganizationUser(TwoOffices.NORTH, TwoOffices.BEN),
                new Dispatched.NotRun(Dispatched.Reason.NOT_DUE, AT));

        OutcomeReport report = OutcomeReport.builder("run-7", AT)
                .add(new DispatchReport(mailboxes, Schedule.EMPTY))
                .build();

        assertThat(report.lines())
                .extracting(OutcomeLine::code)
                .containsExactly(OutcomeCode.BROKEN, OutcomeCode.ADDRESS_NOT_LINKED);
    }

    @Test
    @DisplayName("S19: filters by severity, retry class and code; the causes come errors first")
    void filters() {
        Instant until = AT.plusSeconds(300);
        offices.annasContacts(Side.MAIL)
                .faults()
                .failNext(new ThrottledException("busy; come back later", until, null));
        OutcomeReport report = OutcomeReport.builder("run-7", AT)
                .add(ANNA, sync(TwoOffices.ANNA))
                .add(new OrganizationUser(TwoOffices.NORTH, TwoOffices.DORA), sync(TwoOffices.DORA))
                .add(new OrganizationUser(TwoOffices.NORTH, TwoOffices.CEM), sync(TwoOffices.CEM))
                .build();

        assertThat(report.byCode().keySet())
                .containsExactly(OutcomeCode.ADDRESS_NOT_LINKED, OutcomeCode.THROTTLED, OutcomeCode.NOT_ENROLLED);
        assertThat(report.atLeast(Severity.WARNING).byCode().keySet())
                .containsExactly(OutcomeCode.ADDRESS_NOT_LINKED, OutcomeCode.THROTTLED);
        assertThat(report.ofRetry(Set.of(RetryClass.LATER)).byCode().keySet()).containsExactly(OutcomeCode.THROTTLED);
    }
}
