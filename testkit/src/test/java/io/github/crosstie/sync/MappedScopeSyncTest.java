package io.github.crosstie.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.configuration.PrivateEventPolicy;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.FieldType;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Sensitivity;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.plan.OutcomeCode;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The CRM keeps time, privacy and guests in fields of its own. */
class MappedScopeSyncTest {

    private static final Field<EventTime> SLOT = new Field<>(ItemKind.EVENT, "slot", FieldType.EVENT_TIME);
    private static final Field<Sensitivity> SECRECY = new Field<>(ItemKind.EVENT, "secrecy", FieldType.SENSITIVITY);
    private static final Field<Set<String>> GUESTS = Field.textSet(ItemKind.EVENT, "guests");
    private static final List<Field<?>> HELD = List.of(EventFields.SUBJECT, SLOT, SECRECY, GUESTS);

    private final Enrollment user = Enrollment.events();
    private final InMemorySystem crmSystem = InMemorySystem.builder(Side.CRM, user.clock)
            .capabilities(ItemKind.EVENT, Capabilities.full(ItemKind.EVENT).withFields(HELD))
            .build();
    private final InMemoryRecords crm = crmSystem.records(Enrollment.USER, ItemKind.EVENT);

    @BeforeEach
    void mapped() {
        user.settings(change -> change.fields(List.of(
                FieldMapping.same(EventFields.SUBJECT),
                new FieldMapping(SLOT, EventFields.TIME, SyncDirection.BOTH),
                new FieldMapping(SECRECY, EventFields.SENSITIVITY, SyncDirection.BOTH),
                new FieldMapping(GUESTS, EventFields.REQUIRED_ATTENDEES, SyncDirection.BOTH))));
    }

    private RoundReport run() {
        return SyncRound.of(
                        user.key,
                        user.configuration,
                        crmSystem.open(Enrollment.USER, ItemKind.EVENT, user.configuration),
                        user.mailSystem.open(Enrollment.MAILBOX, ItemKind.EVENT, user.configuration),
                        user.store,
                        user.clock,
                        user.ids)
                .run();
    }

    private Item.Builder event(String subject, int days) {
        ZonedDateTime start = ZonedDateTime.now(user.clock).plusDays(days);
        return Item.event().set(EventFields.SUBJECT, subject).set(SLOT, new EventTime.Timed(start, start.plusHours(1)));
    }

    private static String reason(RoundReport report) {
        return ((Outcome.Skipped) report.outcomes().get(0)).skip().reason();
    }

    @Test
    @DisplayName("S9: a private event stays in the CRM, whatever its field is called there")
    void keepsPrivateEvents() {
        crm.create(event("Doctor", 2).set(SECRECY, Sensitivity.PRIVATE).build());

        RoundReport report = run();

        assertThat(user.mail.items()).isEmpty();
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.FILTERED_OUT);
        assertThat(reason(report)).isEqualTo("private events are not synced");
    }

    @Test
    @DisplayName("S9: of a private event its time alone flows, whatever its field is called in the CRM")
    void carriesTheTimeAlone() {
        user.eventSettings(PrivateEventPolicy.TIME_ONLY, InvitationPolicy.NEVER, 50);
        Item doctor = event("Doctor", 2).set(SECRECY, Sensitivity.PRIVATE).build();
        crm.create(doctor);

        run();

        assertThat(user.mail.items().values())
                .containsExactly(Item.event()
                        .set(EventFields.TIME, doctor.get(SLOT).orElseThrow())
                        .set(EventFields.SENSITIVITY, Sensitivity.PRIVATE)
                        .build());
    }

    @Test
    @DisplayName("S23: the window looks at the CRM's own field of time")
    void keepsToTheWindow() {
        crm.create(event("Long ago", -100).build());

        RoundReport report = run();

        assertThat(user.mail.items()).isEmpty();
        assertThat(reason(report)).isEqualTo("outside the window of time");
    }

    @Test
    @DisplayName("S11: a past event in the CRM is past by its own field of time, and stays")
    void keepsPastEvents() {
        ItemId past = crm.create(event("Past", -2).build());
        crm.create(event("Other", 2).build());
        run();
        user.settings(change -> change.deletions(Side.MAIL, io.github.crosstie.configuration.DeletePolicy.PROPAGATE));
        user.mail.delete(user.mail.items().keySet().iterator().next());

        run();

        assertThat(crm.item(past)).isPresent();
    }

    @Test
    @DisplayName("S8: guests in the CRM's own field make a meeting, of which too many do not flow")
    void countsGuests() {
        user.eventSettings(PrivateEventPolicy.OFF, InvitationPolicy.NEVER, 1);
        crm.create(event("Review", 2)
                .set(GUESTS, Set.of("charles@example.com", "grace@example.com"))
                .build());

        RoundReport report = run();

        assertThat(user.mail.items()).hasSize(1);
        assertThat(user.mail.item(user.newest(Side.MAIL)).orElseThrow().get(EventFields.REQUIRED_ATTENDEES))
                .isEmpty();
        assertThat(report.outcomes()).extracting(Outcome::code).contains(OutcomeCode.TOO_MANY_ATTENDEES);
    }

    @Test
    @DisplayName("S9: a CRM without confidentiality leaves it to the mailbox to tell what is private")
    void leavesPrivacyToTheOtherSide() {
        user.settings(change -> change.fields(List.of(
                FieldMapping.same(EventFields.SUBJECT), new FieldMapping(SLOT, EventFields.TIME, SyncDirection.BOTH))));
        ItemId doctor = crm.create(event("Doctor", 2).build());
        run();
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.mail.edit(copy, event -> event.set(EventFields.SENSITIVITY, Sensitivity.PRIVATE));
        run();
        crm.edit(doctor, event -> event.set(EventFields.SUBJECT, "Dentist"));

        RoundReport report = run();

        assertThat(report.writes()).isZero();
        assertThat(report.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.FILTERED_OUT);
    }
}
