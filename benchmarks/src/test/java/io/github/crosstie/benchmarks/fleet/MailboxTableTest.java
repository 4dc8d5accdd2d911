package io.github.crosstie.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.directory.OrganizationId;
import io.github.crosstie.directory.UserId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailboxTableTest {

    private final VirtualTime time = new VirtualTime();
    private final MailboxTable table = new MailboxTable(time, 2, Duration.ofSeconds(60));
    private final Mailbox early = mailbox("005-early", 1_000);
    private final Mailbox late = mailbox("005-late", 2_000);

    @Test
    void givesOutWhatIsDueTheEarliestFirst() {
        time.runUntil(Duration.ofSeconds(2));

        assertThat(table.take(0, 1)).containsExactly(early);
        assertThat(table.take(1, 5)).containsExactly(late);
        assertThat(table.take(1, 5)).isEmpty();
    }

    @Test
    void keepsWhatIsNotDue() {
        time.runUntil(Duration.ofMillis(1_999));

        assertThat(table.take(0, 5)).containsExactly(early);
    }

    @Test
    void freesWhatASilentNodeHadTakenAndNotBefore() {
        time.runUntil(Duration.ofSeconds(1));
        table.heartbeat(0);
        table.take(0, 5);

        time.runUntil(Duration.ofSeconds(61));
        table.heartbeat(1);
        table.look();
        assertThat(table.take(1, 5)).containsExactly(late);

        time.runUntil(Duration.ofMillis(61_001));
        table.heartbeat(1);
        table.look();
        assertThat(table.take(1, 5)).containsExactly(early);
    }

    @Test
    void aNodeTakenForDeadGivesBackNothing() {
        time.runUntil(Duration.ofSeconds(1));
        table.take(0, 5);
        time.runUntil(Duration.ofSeconds(70));
        table.heartbeat(1);
        table.look();

        table.giveBack(0, early);

        assertThat(table.take(1, 5)).containsExactly(early, late);
    }

    @Test
    void aNodeThatIsBackHasTakenNothing() {
        time.runUntil(Duration.ofSeconds(1));
        table.take(0, 5);

        table.join(0);

        assertThat(table.taken(0)).isZero();
        assertThat(table.take(1, 5)).containsExactly(early);
    }

    private Mailbox mailbox(String user, long due) {
        Mailbox mailbox = new Mailbox(new OrganizationUser(new OrganizationId("00D"), new UserId(user)), due);
        table.add(mailbox);
        return mailbox;
    }
}
