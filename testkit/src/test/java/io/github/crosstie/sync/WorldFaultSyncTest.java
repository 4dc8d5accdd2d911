package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.COMPANY_NAME;
import static io.github.crosstie.item.ContactFields.EMAIL_ADDRESS;
import static io.github.crosstie.item.ContactFields.GIVEN_NAME;
import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static io.github.crosstie.item.ContactFields.NOTES;
import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Projection;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.EventTime;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemoryRecords;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wrong clocks, people who edit while the engine is at it, systems that hold less than they are given. */
class WorldFaultSyncTest {

    private static final Item ADA = Items.contact("Ada", "Lovelace").build();
    private static final int CALLS_OF_A_ROUND = 12;

    @ParameterizedTest(name = "the CRM''s clock {0} hours, the mailbox''s {0} hours the other way")
    @ValueSource(longs = {-48, -24, -1, 1, 24, 48})
    @DisplayName("F11: skewed clocks of the two systems decide nothing")
    void skewedClocksDecideNothing(long hours) {
        Enrollment user = Enrollment.contacts();
        user.crm.faults().skewClock(Duration.ofHours(hours));
        user.mail.faults().skewClock(Duration.ofHours(-hours));

        assertThat(user.run()).wroteNothing();
        Item merged = editOnBothSides(user);

        assertThat(user.crm).holdsExactly(merged);
        assertThat(user.mail).holdsExactly(merged);
    }

    @ParameterizedTest(name = "at call {0} of each round")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    @DisplayName("F11: a clock that jumps back a day in the middle of a round changes nothing")
    void aClockThatJumpsBackChangesNothing(int call) {
        Enrollment user = Enrollment.contacts();
        user.mail.faults().beforeCall(call, () -> user.clock.advance(Duration.ofDays(-1)));
        Item merged = editOnBothSides(user);
        user.mail.faults().beforeCall(call, () -> user.clock.advance(Duration.ofDays(-1)));
        user.run();

        assertThat(user.run()).as("call " + call).wroteNothing().ranToItsEnd();
        assertThat(user.crm).holdsExactly(merged);
        assertThat(user.mail).holdsExactly(merged);
    }

    /** Different fields merge; of one field the CRM's value stays. */
    private static Item editOnBothSides(Enrollment user) {
        ItemId ada = user.crm.create(ADA);
        user.run();
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess").set(COMPANY_NAME, "CRM Inc."));
        user.mail.edit(copy, contact -> contact.set(NOTES, "from mail").set(COMPANY_NAME, "Mail Ltd."));
        user.run();
        return ADA.toBuilder()
                .set(JOB_TITLE, "Countess")
                .set(COMPANY_NAME, "CRM Inc.")
                .set(NOTES, "from mail")
                .build();
    }

    @ParameterizedTest(name = "in the {0}")
    @EnumSource(Side.class)
    @DisplayName("F12: an edit before any call of a round is neither overwritten nor lost")
    void keepsAnEditBeforeAnyCall(Side side) {
        for (Side watched : Side.values()) {
            for (int call = 1; call <= CALLS_OF_A_ROUND; call++) {
                Enrollment user = Enrollment.contacts();
                ItemId ada = user.crm.create(ADA);
                user.run();
                ItemId copy = user.mail.items().keySet().iterator().next();
                user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess"));
                user.mail.edit(copy, contact -> contact.set(COMPANY_NAME, "Engines"));
                ItemId edited = side == Side.CRM ? ada : copy;
                user.on(watched)
                        .faults()
                        .beforeCall(
                                call,
                                () -> user.on(side)
                                        .edit(
                                                edited,
                                                contact -> contact.set(NOTES, "meanwhile")
                                                        .set(GIVEN_NAME, "Augusta Ada")));

                user.run();
                user.run();
                user.on(watched).faults().clear();
                user.run();

                Item merged = ADA.toBuilder()
                        .set(JOB_TITLE, "Countess")
                        .set(COMPANY_NAME, "Engines")
                        .set(NOTES, "meanwhile")
                        .set(GIVEN_NAME, "Augusta Ada")
                        .build();
                String moment = "edit in the " + side + " before call " + call + " to the " + watched;
                boolean happened =
                        user.on(side).item(edited).orElseThrow().get(NOTES).isPresent();
                assertThat(user.crm.items().values())
                        .as(moment)
                        .containsExactly(
                                happened
                                        ? merged
                                        : merged.toBuilder()
                                                .set(NOTES, "")
                                                .set(GIVEN_NAME, "Ada")
                                                .build());
                assertThat(user.mail).as(moment).areInStepWith(user.crm);
                assertThat(user.memory.journal(user.key)).as(moment).isEmpty();
                assertThat(user.run()).as(moment).wroteNothing();
            }
        }
    }

    @Test
    @DisplayName("F12: somebody who edits before every single write ends the round, which goes on later")
    void givesUpAfterSomePasses() {
        Enrollment user = Enrollment.contacts();
        ItemId ada = user.crm.create(ADA);
        user.run();
        ItemId copy = user.mail.items().keySet().iterator().next();
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess"));
        int[] edits = {0};
        user.mail.faults().beforeWrite(write -> {
            edits[0]++;
            user.mail.edit(copy, contact -> contact.set(NOTES, "edit " + edits[0]));
        });

        user.run();
        assertThat(edits[0]).as("bounded").isBetween(1, 10);
        user.mail.faults().clear();
        user.run();

        assertThat(user.crm)
                .holdsExactly(ADA.toBuilder()
                        .set(JOB_TITLE, "Countess")
                        .set(NOTES, "edit " + edits[0])
                        .build());
        assertThat(user.mail).areInStepWith(user.crm);
    }

    private static Stream<Projection> lossySystems() {
        return Stream.of(
                texts(text -> text.substring(0, Math.min(12, text.length()))),
                texts(text -> text.toLowerCase(Locale.ROOT)),
                texts(String::strip),
                texts(text -> text.replaceAll("\\s+", " ").strip()),
                texts(text -> text.replaceAll("[^\\x20-\\x7e]", "?")));
    }

    private interface Loss {
        String of(String text);
    }

    private static Projection texts(Loss loss) {
        return (field, value) -> {
            if (!(value instanceof String text) || field.equals(EMAIL_ADDRESS)) {
                return value;
            }
            String left = loss.of(text);
            return left.isEmpty() ? null : left;
        };
    }

    @ParameterizedTest
    @MethodSource("lossySystems")
    @DisplayName(
            "F18: a mailbox that cuts, folds or trims never degrades the CRM, and is never written again and again")
    void neverDegradesTheRicherSide(Projection loss) {
        Enrollment user = Enrollment.contacts(mailbox -> mailbox.lossy(loss));
        Item rich = ADA.toBuilder()
                .set(COMPANY_NAME, "  Analytical   Engines of Zoë Ångström & Sons ")
                .set(NOTES, "First line\nSecond  line of a long text")
                .build();
        ItemId ada = user.crm.create(rich);
        user.run();
        assertThat(user.crm).holds(ada, rich);
        assertThat(user.run()).wroteNothing();

        ItemId copy = user.mail.items().keySet().iterator().next();
        user.mail.edit(copy, contact -> contact.set(JOB_TITLE, "poet"));
        user.crm.edit(ada, contact -> contact.set(NOTES, "Third  text\n of another kind "));
        user.run();

        Item richer = rich.toBuilder()
                .set(JOB_TITLE, "poet")
                .set(NOTES, "Third  text\n of another kind ")
                .build();
        assertThat(user.crm).holds(ada, richer);
        assertThat(user.run()).wroteNothing();
        user.mail.faults().expireCursor();
        user.crm.faults().expireCursor();
        assertThat(user.run()).wroteNothing();
        assertThat(user.memory.journal(user.key)).isEmpty();
    }

    @Test
    @DisplayName("F18: a mailbox that drops seconds moves no event in the CRM")
    void movesNoEvent() {
        Enrollment user = Enrollment.events();
        user.mail
                .faults()
                .lossy((field, value) -> value instanceof EventTime.Timed timed
                        ? new EventTime.Timed(
                                timed.start().truncatedTo(ChronoUnit.MINUTES),
                                timed.end().truncatedTo(ChronoUnit.MINUTES))
                        : value);
        Item standup = Items.meeting(
                        "Standup",
                        user.clock.instant().plusSeconds(3_661).atZone(user.clock.getZone()),
                        Duration.ofSeconds(930))
                .build();
        ItemId event = user.crm.create(standup);
        user.run();
        user.mail.edit(
                user.mail.items().keySet().iterator().next(), edited -> edited.set(EventFields.LOCATION, "Room 1"));

        user.run();

        assertThat(user.crm)
                .holds(
                        event,
                        standup.toBuilder().set(EventFields.LOCATION, "Room 1").build());
        assertThat(user.run()).wroteNothing();
    }

    @Test
    @DisplayName("F18: a system that becomes lossy later degrades nothing either")
    void becomesLossyLater() {
        Enrollment user = Enrollment.contacts();
        Item rich = ADA.toBuilder()
                .set(COMPANY_NAME, "Analytical Engines of London")
                .build();
        ItemId ada = user.crm.create(rich);
        user.run();
        user.mail.faults().lossy(texts(text -> text.toLowerCase(Locale.ROOT)));
        user.crm.edit(ada, contact -> contact.set(JOB_TITLE, "Countess"));

        user.run();

        assertThat(user.crm)
                .holds(ada, rich.toBuilder().set(JOB_TITLE, "Countess").build());
        assertThat(user.run()).wroteNothing();
        for (InMemoryRecords records : List.of(user.crm, user.mail)) {
            records.faults().expireCursor();
        }
        assertThat(user.run()).wroteNothing();
    }
}
