package io.github.crosstie.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.crosstie.connector.Capabilities;
import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Notification;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Field;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.memory.InMemorySystem;
import io.github.crosstie.memory.SentMail;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The mail that a system in memory sends. */
class SentMailTest {

    private static final String CHARLES = "charles@example.com";
    private static final Owner ADA = new Owner("ada@example.com");
    private static final Item MEETING = Items.meeting(
                    "Review", MutableClock.START.atZone(ZoneOffset.UTC), Duration.ofHours(1))
            .set(EventFields.REQUIRED_ATTENDEES, Set.of("ADA@example.com", CHARLES))
            .build();

    private final MutableClock clock = MutableClock.create();

    private List<SentMail> sent(Side side, boolean silent, Notification notification) {
        InMemorySystem system = InMemorySystem.builder(side, clock)
                .capabilities(ItemKind.EVENT, Capabilities.full(ItemKind.EVENT).withSilentWrites(silent))
                .build();
        system.records(ADA, ItemKind.EVENT);
        Endpoint endpoint = system.open(ADA, ItemKind.EVENT, Items.anyConfiguration());
        WriteOutcome.Written created =
                written(endpoint, new Write.Create(new CorrelationTag("tag"), "key", MEETING, notification));
        Map<Field<?>, Object> room = Map.of(EventFields.LOCATION, "Hall");
        WriteOutcome.Written updated =
                written(endpoint, new Write.Update(created.id(), created.version(), new TreeMap<>(room), notification));
        written(endpoint, new Write.Delete(updated.id(), updated.version(), notification));
        return system.sentMail();
    }

    private static WriteOutcome.Written written(Endpoint endpoint, Write write) {
        return (WriteOutcome.Written) endpoint.write(List.of(write)).get(0);
    }

    @Test
    @DisplayName("S7: a mail system tells attendees, but not the owner, if a write asks for it")
    void tellsAttendees() {
        assertThat(sent(Side.MAIL, true, Notification.ATTENDEES))
                .extracting(SentMail::kind, SentMail::to)
                .containsExactly(
                        tuple(SentMail.Kind.INVITATION, CHARLES),
                        tuple(SentMail.Kind.UPDATE, CHARLES),
                        tuple(SentMail.Kind.CANCELLATION, CHARLES));
    }

    @Test
    @DisplayName("S7: one that can write silently keeps quiet otherwise")
    void keepsQuiet() {
        assertThat(sent(Side.MAIL, true, Notification.NONE)).isEmpty();
    }

    @Test
    @DisplayName("S7: one that cannot write silently tells them anyway")
    void tellsAnyway() {
        assertThat(sent(Side.MAIL, false, Notification.NONE)).hasSize(3);
    }

    @Test
    @DisplayName("S7: a CRM sends nothing")
    void crmSendsNothing() {
        assertThat(sent(Side.CRM, true, Notification.ATTENDEES)).isEmpty();
    }

    @Test
    @DisplayName("G6: names no address")
    void isMasked() {
        assertThat(new SentMail(new ItemId("1"), SentMail.Kind.UPDATE, CHARLES).toString())
                .doesNotContain("charles");
    }
}
