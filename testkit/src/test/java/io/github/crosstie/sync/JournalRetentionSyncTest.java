package io.github.crosstie.sync;

import static io.github.crosstie.item.ContactFields.JOB_TITLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.apply.RoundPolicy;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncResult;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.plan.OutcomeCode;
import io.github.crosstie.report.ResultText;
import io.github.crosstie.state.HashedBases;
import io.github.crosstie.state.JournalEntry;
import io.github.crosstie.testkit.FailingStore;
import io.github.crosstie.testkit.Items;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lines of the journal hold personal data: they go when they are older than the policy keeps them. */
class JournalRetentionSyncTest {

    private static final Duration DEFAULT = Duration.ofDays(90);

    private final Enrollment user = Enrollment.contacts();

    @BeforeEach
    void aValueWasOverwritten() {
        user.crm.create(Items.contact("Ada", "Lovelace").build());
        user.run();
        overwrite("Countess");
    }

    /** Both sides change one field; the mailbox loses. */
    private RoundReport overwrite(String lost) {
        ItemId crm = user.crm.items().keySet().iterator().next();
        ItemId mail = user.mail.items().keySet().iterator().next();
        user.crm.edit(crm, item -> item.set(JOB_TITLE, "not " + lost));
        user.mail.edit(mail, item -> item.set(JOB_TITLE, lost));
        return user.run();
    }

    private List<Object> lost() {
        return user.memory.journal(user.key).stream()
                .map(line -> line.conflict().lost())
                .toList();
    }

    private static RoundPolicy keeping(Duration retention) {
        return RoundPolicy.DEFAULT.withJournalRetention(retention);
    }

    @Test
    @DisplayName("S3: a line stays for 90 days to the nanosecond, and goes with the first round of the next day")
    void goesAfterNinetyDays() {
        user.clock.advance(DEFAULT);
        RoundReport last = user.run();
        assertThat(lost()).containsExactly("Countess");
        user.clock.advance(Duration.ofDays(1));

        RoundReport next = user.run();

        assertThat(last.totals().journalDropped()).isZero();
        assertThat(next.totals().journalDropped()).isEqualTo(1);
        assertThat(lost()).isEmpty();
        assertThat(user.run().totals().journalDropped()).as("counted once").isZero();
    }

    @Test
    @DisplayName("S3: younger lines stay when older ones go")
    void youngerStay() {
        user.clock.advance(DEFAULT);
        overwrite("Analyst");
        user.clock.advance(Duration.ofDays(1));

        assertThat(user.run().totals().journalDropped()).isEqualTo(1);
        assertThat(lost()).containsExactly("Analyst");
    }

    @Test
    @DisplayName("S3: how long lines stay is the host's to say: shorter, not beyond the round, for ever")
    void isSettable() {
        user.clock.advance(Duration.ofDays(8));
        assertThat(user.round(keeping(RoundPolicy.FOREVER)).run().totals().journalDropped())
                .isZero();
        user.clock.advance(Duration.ofDays(1));
        assertThat(user.round(keeping(Duration.ofDays(9))).run().totals().journalDropped())
                .isZero();
        user.clock.advance(Duration.ofDays(1));
        assertThat(user.round(keeping(Duration.ofDays(9))).run().totals().journalDropped())
                .isEqualTo(1);
        overwrite("Analyst");
        user.clock.advance(Duration.ofSeconds(1));

        assertThat(user.round(keeping(Duration.ZERO)).run().totals().journalDropped())
                .isEqualTo(1);
        assertThat(lost()).isEmpty();
    }

    @Test
    void lessThanNoTimeIsRefused() {
        assertThatThrownBy(() -> keeping(Duration.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("journal kept for PT-24H: use a positive duration, zero to keep no line,"
                        + " or RoundPolicy.FOREVER to keep all");
        assertThat(RoundPolicy.DEFAULT.journalRetention()).isEqualTo(DEFAULT);
    }

    @Test
    @DisplayName(
            "S3: old lines go with the end of the lease: no commit is made for their sake, and nothing is said of none")
    void goWithTheEndOfTheLease() {
        LastWords store = new LastWords(user.memory);
        user.store = store;

        user.run();
        assertThat(store.said()).isZero();
        user.clock.advance(DEFAULT.plusDays(1));
        user.run();
        assertThat(store.said()).isEqualTo(1);
        user.run();

        assertThat(store.said()).isEqualTo(1);
        assertThat(store.commits()).isZero();
    }

    @Test
    @DisplayName("F14: lines that the store did not drop are not counted")
    void countsWhatWasDropped() {
        user.clock.advance(DEFAULT.plusDays(1));
        FailingStore failing = FailingStore.around(user.memory);
        failing.failAt(1, FailingStore.When.BEFORE);
        user.store = failing;

        RoundReport refused = user.run();

        assertThat(refused.totals().count(OutcomeCode.LEASE_NOT_RELEASED)).isEqualTo(1);
        assertThat(refused.totals().journalDropped()).isZero();
        assertThat(lost()).containsExactly("Countess");
        assertThat(user.run().totals().journalDropped()).isEqualTo(1);
    }

    @Test
    @DisplayName("S3: a round that ends early drops old lines too")
    void goesWithARoundThatEndsEarly() {
        user.clock.advance(DEFAULT.plusDays(1));
        user.crm.faults().failNext(new ThrottledException("busy; come back later", user.clock.instant(), null));

        RoundReport stopped = user.run();

        assertThat(stopped.stopped()).isPresent();
        assertThat(stopped.totals().journalDropped()).isEqualTo(1);
        assertThat(lost()).isEmpty();
    }

    @Test
    @DisplayName("S3, S20: lines outlast a reset, which drops old ones as a round does")
    void outlastsAReset() {
        assertThat(user.round().reset().totals().journalDropped()).isZero();
        assertThat(lost()).containsExactly("Countess");
        user.clock.advance(DEFAULT.plusDays(1));

        assertThat(user.round().reset().totals().journalDropped()).isEqualTo(1);
        assertThat(lost()).isEmpty();
    }

    @Test
    @DisplayName("G1: a dry run drops nothing")
    void aDryRunDropsNothing() {
        user.clock.advance(DEFAULT.plusDays(1));

        user.plan();

        assertThat(lost()).containsExactly("Countess");
    }

    @Test
    @DisplayName("S3: a store that cannot tell keeps all lines, and is never told to drop any")
    void anOlderStoreKeepsAll() {
        LastWords older = new LastWords(user.memory);
        older.tell(OptionalInt::empty);
        user.store = older;
        user.clock.advance(DEFAULT.plusDays(1));

        assertThat(user.run().totals().journalDropped()).isZero();
        assertThat(older.said()).isZero();
        assertThat(lost()).containsExactly("Countess");
    }

    @Test
    @DisplayName("S3: a store that keeps digests drops old lines as any other")
    void hashedBasesDropThem() {
        user.store = HashedBases.keyedWith(new SecretKeySpec(
                        "a key of no less than 16 bytes".getBytes(StandardCharsets.UTF_8), "HmacSHA256"))
                .over(user.memory);
        user.clock.advance(DEFAULT.plusDays(1));

        assertThat(user.run().totals().journalDropped()).isEqualTo(1);
        assertThat(lost()).isEmpty();
    }

    @Test
    @DisplayName("S19: the text of a result tells how many lines were dropped, and no value of them")
    void isTold() {
        user.clock.advance(DEFAULT.plusDays(1));

        String text = ResultText.of(new SyncResult.Synced(Map.of(user.key.kind(), user.run())));

        assertThat(text)
                .contains("1 line of the journal was dropped: it was older than the journal is kept")
                .doesNotContain("Countess");
        assertThat(ResultText.of(new SyncResult.Synced(Map.of(user.key.kind(), user.run()))))
                .doesNotContain("journal");
    }

    @Test
    @DisplayName("F14: a store that does not tell how many lines are old has the lease back all the same")
    void aStoreThatDoesNotAnswerKeepsThem() {
        LastWords silent = new LastWords(user.memory);
        user.store = silent;
        silent.tell(() -> {
            throw new UnavailableException("the database restarts; try again");
        });
        user.clock.advance(DEFAULT.plusDays(1));

        assertThat(user.run().outcomes()).isEmpty();
        assertThat(lost()).containsExactly("Countess");
        user.store = user.memory;
        user.clock.advance(Duration.ofDays(1));
        assertThat(user.run().totals().journalDropped()).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "S3: a store is asked for old lines once a day, as each question is a read that quiet rounds would pay for")
    void isAskedOnceADay() {
        LastWords store = new LastWords(user.memory);
        AtomicInteger asked = new AtomicInteger();
        store.tell(() -> {
            asked.incrementAndGet();
            return OptionalInt.of(0);
        });
        user.store = store;

        for (int hour = 0; hour < 3 * 24; hour++) {
            user.clock.advance(Duration.ofHours(1));
            user.run();
        }

        assertThat(asked).hasValue(3);
    }

    @Test
    void aLineShowsNoValue() {
        JournalEntry line = user.memory.journal(user.key).get(0);

        assertThat(line.toString()).contains("jobTitle").doesNotContain("Countess");
        assertThat(line.conflict().kept()).isEqualTo("not Countess");
    }
}
