package io.github.crosstie.graph;

import static io.github.crosstie.testkit.SyncAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.configuration.InvitationPolicy;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.item.EventFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the engine does with meetings over a mail server that tells attendees of everything. */
class PlannedInvitationsTest {

    private static Item meeting() {
        return Items.meeting(
                        "Board",
                        MutableClock.START.plus(Duration.ofDays(3)).atZone(ZoneOffset.UTC),
                        Duration.ofHours(1))
                .set(EventFields.REQUIRED_ATTENDEES, Set.of("bea@other.example"))
                .build();
    }

    @Test
    @DisplayName("S7: unless the server may send invitations, a meeting is left alone, and the plan says why")
    void leavesMeetingsAlone() {
        try (SyncedMailbox user = new SyncedMailbox(Way.LEAN)) {
            user.crm(ItemKind.EVENT).create(meeting());

            SyncResult result = user.sync();

            assertThat(result).hasOutcome(OutcomeCode.WOULD_NOTIFY).createdInMailbox(0);
            assertThat(user.mailbox().calendar().list()).isEmpty();
            assertThat(user.mailbox().sent()).isEmpty();
        }
    }

    @Test
    @DisplayName("S7: where the server may send invitations, it sends one")
    void invitesWhereItMay() {
        try (SyncedMailbox user = new SyncedMailbox(Way.LEAN, InvitationPolicy.SEND)) {
            user.crm(ItemKind.EVENT).create(meeting());

            user.sync();
            user.settle();

            assertThat(user.mailbox().calendar().list()).hasSize(1);
            assertThat(user.mailbox().sent()).hasSize(1);
        }
    }
}
