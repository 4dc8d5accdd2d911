package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.crosstie.configuration.ConfigurationId;
import io.github.crosstie.configuration.SyncConfiguration;
import io.github.crosstie.configuration.SyncDirection;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Hints that a mailbox has changed, over the wire. */
class MailboxWatchTest {

    private static final long PATIENCE = 30;

    private final Office office = new Office();
    private final LoopbackFolder contacts = office.mailbox.addFolder("Salesforce_Sync", office.mailbox.contacts());
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(2);
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        scheduler.shutdownNow();
        office.close();
    }

    /** A watch that listens: it has heard of a first change. */
    private MailboxWatch watch() throws InterruptedException {
        CountDownLatch listening = listening();
        MailboxWatch watch = office.connector.watch(
                ExchangeContract.ADA,
                Items.anyConfiguration(),
                scheduler,
                new ChangeListener() {
                    @Override
                    public void due(ItemKind kind) {
                        heard.add(kind.name());
                    }

                    @Override
                    public void interrupted(CrosstieException trouble, boolean goesOn) {
                        heard.add(trouble.getClass().getSimpleName() + (goesOn ? ", goes on" : ", ends"));
                    }
                },
                Duration.ZERO);
        assertThat(listening.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        change();
        assertThat(heard()).isEqualTo("EVENT");
        return watch;
    }

    /** Open once the next request to listen has come. */
    private CountDownLatch listening() {
        CountDownLatch come = new CountDownLatch(1);
        office.exchange.faults().next("GetStreamingEvents").meanwhile(come::countDown);
        return come;
    }

    private void change() {
        office.mailbox
                .calendar()
                .put(Map.of("Subject", "Lunch", "Start", "2026-03-03T10:00:00Z", "End", "2026-03-03T11:00:00Z"));
    }

    private String heard() throws InterruptedException {
        String next = heard.poll(PATIENCE, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    @Test
    void tellsOfWhichKindRoundsAreDue() throws InterruptedException {
        try (MailboxWatch watch = watch()) {
            change();
            assertThat(heard()).isEqualTo("EVENT");
            String ada = contacts.put(Map.of("Surname", "Example")).id();
            assertThat(heard()).isEqualTo("CONTACT");
            contacts.delete(ada);
            assertThat(heard()).isEqualTo("CONTACT");
            assertThat(watch.toString()).startsWith("MailboxWatch[").doesNotContain("@acme");
        }
    }

    @Test
    void listensAgainWhenTheServerEndsTheResponse() throws InterruptedException {
        try (MailboxWatch watch = watch()) {
            CountDownLatch again = listening();
            office.exchange.endStreams();
            assertThat(again.await(PATIENCE, TimeUnit.SECONDS)).isTrue();

            change();

            assertThat(heard()).isEqualTo("EVENT");
            assertThat(office.exchange.count("Subscribe")).isEqualTo(1);
            assertThat(watch).isNotNull();
        }
    }

    @Test
    @DisplayName("whatever was missed while the server had forgotten the subscription is due")
    void subscribesAnewAndTellsOfEverything() throws InterruptedException {
        try (MailboxWatch watch = watch()) {
            office.exchange.forgetSubscriptions();
            office.exchange.endStreams();

            assertThat(List.of(heard(), heard())).containsExactlyInAnyOrder("CONTACT", "EVENT");
            assertThat(office.exchange.count("Subscribe")).isEqualTo(2);
            assertThat(watch).isNotNull();
        }
    }

    @Test
    @DisplayName("F8: refused credentials end the watch, so that no account is locked")
    void endsWhereCredentialsAreRefused() throws InterruptedException {
        watch();
        office.exchange.faults().every().unauthorized();
        office.exchange.endStreams();

        assertThat(heard()).isEqualTo("UnauthorizedException, ends");
        scheduler.shutdown();
        assertThat(scheduler.awaitTermination(PATIENCE, TimeUnit.SECONDS)).isTrue();
        assertThat(scheduler.getQueue()).isEmpty();
    }

    @Test
    @DisplayName("F7: a server that has too many listeners is left alone, and asked again later")
    void goesOnLaterWhereTheServerIsBusy() throws InterruptedException {
        watch();
        office.exchange.faults().every("GetStreamingEvents").refuse("ErrorExceededConnectionCount");
        office.exchange.endStreams();

        assertThat(heard()).isEqualTo("ThrottledException, goes on");
    }

    @Test
    void endsWhenItIsClosed() throws InterruptedException {
        MailboxWatch watch = watch();

        watch.close();
        scheduler.shutdown();

        assertThat(scheduler.awaitTermination(PATIENCE, TimeUnit.SECONDS)).isTrue();
        change();
        assertThat(heard).isEmpty();
    }

    @Test
    void refusesToWatchNothing() {
        SyncConfiguration nothing = SyncConfiguration.builder(new ConfigurationId("nothing"))
                .contacts(SyncDirection.OFF)
                .events(SyncDirection.OFF)
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> office.connector.watch(ExchangeContract.ADA, nothing, scheduler, kind -> {}))
                .withMessageContaining("set a direction");
    }
}
