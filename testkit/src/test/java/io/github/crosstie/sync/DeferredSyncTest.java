package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.NOTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.testkit.Items;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeferredSyncTest {

    private final Enrollment user = Enrollment.contacts();
    private final List<Instant> tries = new ArrayList<>();
    private ItemId ada;
    private Instant until;

    @BeforeEach
    void adaIsInStepAndThenDeferred() {
        ada = user.crm.create(Items.contact("Ada", "Lovelace").build());
        user.crm.create(Items.contact("Bea", "Baker").build());
        user.run();
        until = user.clock.instant().plus(Duration.ofMinutes(30));
        user.mail.faults().rejectWrites(write -> {
            tries.add(user.clock.instant());
            return user.clock.instant().isBefore(until)
                    ? Optional.of(new WriteOutcome.Deferred(until))
                    : Optional.empty();
        });
    }

    @Test
    @DisplayName("S15: an update that the system defers is not tried before the told moment, and then made")
    void waitsForTheToldMoment() {
        user.crm.edit(ada, contact -> contact.set(NOTES, "new"));
        RoundReport put = user.run();
        assertThat(put.nextDue()).contains(until);
        for (int minute = 0; minute < 30; minute += 10) {
            RoundReport waiting = user.run();
            assertThat(waiting.outcomes()).extracting(Outcome::code).containsExactly(OutcomeCode.DEFERRED);
            user.clock.advance(Duration.ofMinutes(10));
        }

        user.run();

        assertThat(tries).hasSize(2).last().isEqualTo(until);
        assertThat(user.mail.items().values()).contains(user.crm.item(ada).orElseThrow());
        assertThat(user.memory.load(user.key).quarantine()).isEmpty();
    }

    @Test
    @DisplayName("S15: not even a further edit makes a deferred record be tried sooner, and the last edit arrives")
    void editsDoNotHurryIt() {
        user.crm.edit(ada, contact -> contact.set(NOTES, "new"));
        user.run();
        user.crm.edit(ada, contact -> contact.set(NOTES, "newer"));
        user.run();
        assertThat(tries).hasSize(1);

        user.clock.set(until);
        user.run();

        assertThat(user.mail.items().values()).contains(user.crm.item(ada).orElseThrow());
    }

    @Test
    @DisplayName("S15: a deferred creation waits, edited or not, and its counterpart finds it")
    void creationsWaitToo() {
        ItemId cleo = user.crm.create(Items.contact("Cleo", "Carter").build());
        user.run();
        user.crm.edit(cleo, contact -> contact.set(NOTES, "newer"));
        user.run();
        user.run();
        assertThat(tries).hasSize(1);
        user.mail.create(Items.contact("Cleo", "Carter").build());

        user.clock.set(until);
        user.run();

        assertThat(user.mail.items()).hasSize(3);
        assertThat(user.crm.items()).hasSize(3);
    }
}
