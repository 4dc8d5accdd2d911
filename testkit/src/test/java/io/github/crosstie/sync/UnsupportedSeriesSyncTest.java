package io.github.crosstie.sync;

import static io.github.crosstie.item.EventFields.CANCELLED_OCCURRENCES;
import static io.github.crosstie.item.EventFields.EXCEPTIONS;
import static io.github.crosstie.item.EventFields.LOCATION;
import static io.github.crosstie.item.EventFields.RECURRENCE;
import static io.github.crosstie.item.EventFields.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.configuration.FieldMapping;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.item.CancelledOccurrences;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.OccurrenceExceptions;
import io.github.crosstie.item.OriginalStart;
import io.github.crosstie.item.Recurrence;
import io.github.crosstie.item.Recurrence.Frequency;
import io.github.crosstie.item.Side;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a side cannot express is left alone with a reason, never half-written (S6). */
class UnsupportedSeriesSyncTest {

    private static final Recurrence MONTHLY =
            Recurrence.builder(Frequency.MONTHLY).build();

    /** A mailbox that knows days and weeks alone. */
    private static final class Weekly extends ForwardingEndpoint {

        Weekly(Endpoint endpoint) {
            super(endpoint);
        }

        @Override
        public Optional<String> cannotExpress(Item series) {
            return series.get(RECURRENCE)
                    .filter(rule -> rule.frequency() == Frequency.MONTHLY || rule.frequency() == Frequency.YEARLY)
                    .map(rule -> "this mailbox knows daily and weekly series alone; make it one of these");
        }
    }

    private final Enrollment user = Enrollment.events();

    private Item.Builder series(Recurrence rule) {
        return Items.meeting("Review", ZonedDateTime.now(user.clock).plusDays(2), Duration.ofHours(1))
                .set(RECURRENCE, rule);
    }

    private ItemId linked() {
        ItemId crm = user.crm.create(series(Recurrence.weekly()).build());
        user.run();
        assertThat(user.mail.items()).hasSize(1);
        return crm;
    }

    private static Item only(Enrollment user, Side side) {
        return user.on(side).items().values().iterator().next();
    }

    private static void assertUnsupported(RoundReport report, String reason) {
        assertThat(report.writes()).isZero();
        assertThat(report.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.code()).isEqualTo(OutcomeCode.UNSUPPORTED_RECURRENCE);
            assertThat(((Outcome.Skipped) outcome).skip().reason()).contains(reason);
        });
    }

    @Test
    @DisplayName("S6: a series that the mailbox cannot express is not created there, and the reason is told once")
    void createsNothing() {
        user.mailWay = Weekly::new;
        user.crm.create(series(MONTHLY).build());

        RoundReport report = user.run();

        assertUnsupported(report, "daily and weekly series alone");
        assertThat(user.mail.items()).isEmpty();
        assertThat(user.run().outcomes()).as("not looked at again so soon").isEmpty();
    }

    @Test
    @DisplayName("S6: a series that can be expressed is created beside it")
    void createsTheOthers() {
        user.mailWay = Weekly::new;
        user.crm.create(series(MONTHLY).build());
        user.crm.create(series(Recurrence.daily()).set(SUBJECT, "Standup").build());

        user.run();

        assertThat(user.mail.items().values())
                .extracting(item -> item.get(SUBJECT).orElseThrow())
                .containsExactly("Standup");
    }

    @Test
    @DisplayName("S6: when the mailbox learns to express it, the next look creates it")
    void createsOnceItCan() {
        user.mailWay = Weekly::new;
        user.crm.create(series(MONTHLY).build());
        user.run();

        user.mailWay = UnaryOperator.identity();
        user.clock.advance(Duration.ofDays(1));
        user.run();

        assertThat(user.mail.items()).hasSize(1);
        assertThat(only(user, Side.MAIL)).isEqualTo(only(user, Side.CRM));
    }

    @Test
    @DisplayName("S6: when its rule is changed to one that can be expressed, it is created at once")
    void createsOnceItIsSimpler() {
        user.mailWay = Weekly::new;
        ItemId id = user.crm.create(series(MONTHLY).build());
        user.run();

        user.crm.edit(id, event -> event.set(RECURRENCE, Recurrence.weekly()));
        user.run();

        assertThat(user.mail.items()).hasSize(1);
    }

    @Test
    @DisplayName(
            "S6: an update that cannot be expressed is not made in part; edits of both sides are kept and merged later")
    void updatesNothing() {
        user.mailWay = Weekly::new;
        ItemId crm = linked();
        ItemId mail = user.mail.items().keySet().iterator().next();

        user.crm.edit(crm, event -> event.set(RECURRENCE, MONTHLY).set(SUBJECT, "Long review"));
        assertUnsupported(user.run(), "daily and weekly series alone");
        user.mail.edit(mail, event -> event.set(LOCATION, "Hall"));
        assertUnsupported(user.run(), "daily and weekly series alone");

        assertThat(only(user, Side.MAIL).get(SUBJECT)).contains("Review");
        assertThat(only(user, Side.MAIL).get(RECURRENCE)).contains(Recurrence.weekly());
        assertThat(only(user, Side.CRM).get(LOCATION)).isEmpty();

        user.mailWay = UnaryOperator.identity();
        user.clock.advance(Duration.ofDays(1));
        user.run();

        Item expected = series(MONTHLY)
                .set(SUBJECT, "Long review")
                .set(LOCATION, "Hall")
                .build();
        assertThat(only(user, Side.MAIL)).isEqualTo(only(user, Side.CRM));
        assertThat(only(user, Side.CRM).get(LOCATION)).contains("Hall");
        assertThat(only(user, Side.MAIL).get(RECURRENCE)).isEqualTo(expected.get(RECURRENCE));
        assertThat(only(user, Side.MAIL).get(SUBJECT)).contains("Long review");
    }

    @Test
    @DisplayName(
            "S6: a change that wins over a deletion, and cannot be expressed, waits: nothing is created or given up")
    void recreatesNothing() {
        user.mailWay = Weekly::new;
        ItemId crm = linked();
        user.crm.edit(crm, event -> event.set(RECURRENCE, MONTHLY));
        user.mail.delete(user.mail.items().keySet().iterator().next());

        assertUnsupported(user.run(), "daily and weekly series alone");
        assertThat(user.mail.items()).isEmpty();

        user.mailWay = UnaryOperator.identity();
        user.clock.advance(Duration.ofDays(1));
        user.run();

        assertThat(user.mail.items()).hasSize(1);
        assertThat(only(user, Side.MAIL).get(RECURRENCE)).contains(MONTHLY);
    }

    @Test
    @DisplayName("S2, S6: two equal series that cannot be merged are not linked, and neither is written")
    void matchesNothing() {
        user.mailWay = Weekly::new;
        user.crm.create(series(MONTHLY).build());
        user.mail.create(series(Recurrence.weekly()).build());

        RoundReport report = user.run();

        assertUnsupported(report, "daily and weekly series alone");
        assertThat(user.memory.load(user.key).links()).isEmpty();
    }

    @Test
    @DisplayName("S6: a mailbox without exceptions takes a series without them, and none with them")
    void asksTheCapabilities() {
        Capabilities able = Capabilities.full(ItemKind.EVENT);
        Enrollment narrow = Enrollment.events(mailbox -> mailbox.capabilities(
                ItemKind.EVENT,
                able.withFields(EventFields.STANDARD.stream()
                        .filter(field -> !field.equals(EXCEPTIONS))
                        .toList())));
        OriginalStart next = new OriginalStart.At(ZonedDateTime.now(user.clock).plusDays(9));
        Item hall = Item.event().set(LOCATION, "Hall").build();
        narrow.crm.create(series(Recurrence.weekly())
                .set(CANCELLED_OCCURRENCES, CancelledOccurrences.of(next))
                .build());
        narrow.run();
        assertThat(narrow.mail.items()).hasSize(1);

        narrow.crm.edit(
                narrow.crm.items().keySet().iterator().next(),
                event -> event.clear(CANCELLED_OCCURRENCES).set(EXCEPTIONS, OccurrenceExceptions.of(next, hall)));

        assertUnsupported(
                narrow.run(), "'exceptions', which does not flow from CRM to MAIL: the MAIL side does not hold it");
        assertThat(only(narrow, Side.MAIL).get(CANCELLED_OCCURRENCES)).isPresent();
    }

    @Test
    @DisplayName("S1, S6: a series whose rule does not flow that way is not created as a single event")
    void asksTheMappings() {
        user.settings(change -> change.fields(EventFields.STANDARD.stream()
                .map(field -> field.equals(RECURRENCE)
                        ? new FieldMapping(RECURRENCE, RECURRENCE, SyncDirection.CRM_TO_MAIL)
                        : FieldMapping.same(field))
                .toList()));
        user.mail.create(series(Recurrence.weekly()).build());

        assertUnsupported(
                user.run(), "'recurrence', which does not flow from MAIL to CRM: map the field both ways; the event");
        assertThat(user.crm.items()).isEmpty();
    }

    @Test
    @DisplayName("S6: a mapped series that a connector does not hold is told of with the connector's remedy")
    void tellsWhatTheConnectorLacks() {
        Enrollment narrow = Enrollment.events(mailbox -> mailbox.capabilities(
                ItemKind.EVENT,
                Capabilities.full(ItemKind.EVENT)
                        .withFields(EventFields.STANDARD.stream()
                                .filter(field -> !field.equals(RECURRENCE))
                                .toList())));
        narrow.crm.create(series(Recurrence.weekly()).build());

        assertUnsupported(
                narrow.run(),
                "'recurrence', which does not flow from CRM to MAIL: the MAIL side does not hold it: give its"
                        + " connector recurrences(...), such as RuleExpander.create(), if its builder takes them;"
                        + " otherwise use a system that holds it; the event stays");
        assertThat(narrow.mail.items()).isEmpty();
    }
}
