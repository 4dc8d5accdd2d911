package io.github.crosstie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.crosstie.apply.Outcome;
import io.github.crosstie.apply.RoundIdentity;
import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncListener;
import io.github.crosstie.captured.CapturedLog;
import io.github.crosstie.conflict.OrganizationUser;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.dispatch.Delay;
import io.github.crosstie.dispatch.Dispatch;
import io.github.crosstie.dispatch.DispatchReport;
import io.github.crosstie.dispatch.DispatchSettings;
import io.github.crosstie.dispatch.MailboxTask;
import io.github.crosstie.dispatch.Schedule;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.internal.log.LogEvent;
import io.github.crosstie.item.ContactFields;
import io.github.crosstie.item.Item;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.item.Side;
import io.github.crosstie.log.LogKeys;
import io.github.crosstie.memory.InMemoryRecords;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.MDC;

/** What a host finds in its log, and in the MDC of its threads. */
@ResourceLock(CapturedLog.RESOURCE)
class SyncLogTest {

    private static final Instant UNTIL = Instant.parse("2026-03-02T08:05:00Z");

    private final CapturedLog log = CapturedLog.ofThisThread();
    private final TwoOffices offices = new TwoOffices();
    private final InMemoryRecords crm = offices.annasContacts(Side.CRM);
    private final InMemoryRecords mail = offices.annasContacts(Side.MAIL);

    @AfterEach
    void close() {
        log.close();
        MDC.clear();
    }

    private void sync() {
        offices.crosstie().sync(TwoOffices.NORTH, TwoOffices.ANNA);
    }

    @Test
    @DisplayName("a round that did something is told at INFO, one that had nothing to do at DEBUG")
    void tellsOfTheEnd() {
        crm.create(TwoOffices.ada());

        sync();
        sync();

        assertThat(log.lines(LogEvent.ROUND_ENDED)).containsExactly("INFO {writes=1}");
        assertThat(log.lines(LogEvent.ROUND_IDLE)).containsExactly("DEBUG {}");
        assertThat(log.lines(LogEvent.PLAN_MADE)).contains("DEBUG {held=0, writes=1}");
        assertThat(log.lines(LogEvent.PHASE_ENDED)).hasSize(8).contains("DEBUG {phase=MAIL_CHANGES}");
        assertThat(log.lines(LogEvent.OUTCOME)).hasSize(1).allMatch(line -> line.startsWith("DEBUG {code=DONE, "));
    }

    @Test
    @DisplayName("G1: a dry run is no round, and leaves no line")
    void saysNothingOfADryRun() {
        crm.create(TwoOffices.ada());

        offices.crosstie().plan(TwoOffices.NORTH, TwoOffices.ANNA, ItemKind.CONTACT);

        assertThat(log.events()).isEmpty();
    }

    @Test
    @DisplayName("F7: a system that asks to be left alone is told at WARN, until when, and so is the round that waits")
    void tellsOfThrottlingAndOfParking() {
        mail.faults().failNext(new ThrottledException("busy; come back later", UNTIL, null));

        sync();
        sync();

        assertThat(log.lines(LogEvent.ROUND_STOPPED))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("WARN {code=THROTTLED, reason=busy; come back later")
                        .contains("until=" + UNTIL));
    }

    @Test
    @DisplayName("S19: a mailbox that cannot even be opened is told as a round that stopped")
    void tellsOfAMailboxThatCannotBeOpened() {
        List<String> told = new ArrayList<>();
        SyncListener listener = new SyncListener() {
            @Override
            public void roundBegan(RoundIdentity round) {
                told.add("began " + round.collection());
            }

            @Override
            public void outcome(RoundIdentity round, Outcome outcome) {
                told.add(outcome.code().name());
            }

            @Override
            public void roundEnded(RoundIdentity round, RoundReport report, Duration took) {
                told.add("ended");
            }
        };
        TwoOffices nothingMade = new TwoOffices();
        nothingMade.annasContacts(Side.CRM);

        nothingMade.builder().listener(listener).build().sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(told).containsExactly("began 00D-north/005-anna/CONTACT", "MAILBOX_UNAVAILABLE", "ended");
        assertThat(log.lines(LogEvent.ROUND_STOPPED))
                .hasSize(1)
                .allMatch(line -> line.startsWith("WARN {code=MAILBOX"));
        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    @Test
    @DisplayName("F7: a dispatch that leaves a whole organization alone says so")
    void tellsOfAnOrganizationThatIsLeftAlone() {
        mail.faults().failNext(new ThrottledException("busy; come back later", UNTIL, null));
        DispatchSettings first =
                new DispatchSettings(1, 1, null, null, Duration.ofMinutes(1), Duration.ofMinutes(1), 1);

        offices.crosstie().syncAll(Runnable::run, first, Schedule.EMPTY);

        assertThat(log.lines(LogEvent.ORGANIZATION_LEFT_ALONE))
                .containsExactly("WARN {organization=00D-north, until=" + UNTIL + "}");
    }

    @Test
    @DisplayName("F7: the log does not speak for a host that itself decides whether an organization is left alone")
    void leavesItToTheHostThatDecides() {
        OrganizationUser anna = new OrganizationUser(TwoOffices.NORTH, TwoOffices.ANNA);
        MailboxTask busy = new MailboxTask(anna, limits -> {
            throw new ThrottledException("busy; come back later", UNTIL, null);
        });

        DispatchReport report = Dispatch.one(
                busy, DispatchSettings.DEFAULT, Schedule.EMPTY, Clock.fixed(UNTIL.minusSeconds(60), ZoneOffset.UTC));

        assertThat(report.schedule().organizations()).containsEntry(TwoOffices.NORTH, new Delay(UNTIL, 1));
        assertThat(log.lines(LogEvent.ORGANIZATION_LEFT_ALONE)).isEmpty();
    }

    @Test
    @DisplayName("S13: deletions that the guard holds are told at WARN, once, with their number")
    void tellsOfDeletionsThatAreHeld() {
        List<ItemId> people = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            people.add(crm.create(Item.contact()
                    .set(ContactFields.SURNAME, "No. " + i)
                    .set(ContactFields.EMAIL_ADDRESS, i + "@people.example")
                    .build()));
        }
        sync();
        people.forEach(crm::delete);

        sync();

        assertThat(log.lines(LogEvent.TO_LOOK_AT))
                .containsExactly("WARN {code=DELETIONS_HELD, count=30, severity=WARNING}");
        assertThat(log.lines(LogEvent.PLAN_MADE)).contains("DEBUG {held=30, writes=0}");
    }

    @Test
    @DisplayName("a listener that throws is told at WARN, by its class and that of what it throws")
    void tellsOfAListenerThatThrows() {
        SyncListener listener = new SyncListener() {
            @Override
            public void roundBegan(RoundIdentity round) {
                throw new IllegalStateException("Ada Lovelace");
            }
        };

        offices.builder().listener(listener).build().sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(log.lines(LogEvent.LISTENER_FAILED))
                .containsExactly("WARN {exception=java.lang.IllegalStateException, listener="
                        + listener.getClass().getName() + "}");
        assertThat(log.lines(LogEvent.ROUND_IDLE)).hasSize(1);
    }

    @Test
    @DisplayName("while a round runs the MDC of its thread names it, and afterwards says what it said before")
    void keepsToTheMdc() {
        Map<String, String> seen = new HashMap<>();
        mail.faults().beforeCall(1, () -> seen.putAll(MDC.getCopyOfContextMap()));
        Map<String, String> hosts = Map.of("request", "r-1", LogKeys.USER, "the host's own");
        MDC.setContextMap(hosts);

        sync();

        assertThat(seen)
                .containsEntry(LogKeys.ORGANIZATION, "00D-north")
                .containsEntry(LogKeys.USER, "005-anna")
                .containsEntry(LogKeys.KIND, "CONTACT")
                .containsEntry(LogKeys.ROUND, "id-1")
                .containsEntry("request", "r-1");
        assertThat(MDC.getCopyOfContextMap()).isEqualTo(hosts);
        assertThat(log.events())
                .allSatisfy(event -> assertThat(event.getMDCPropertyMap()).containsEntry(LogKeys.ROUND, "id-1"));
    }

    @Test
    @DisplayName("what a listener puts into the MDC stays there")
    void leavesTheRestOfTheMdcAlone() {
        SyncListener tracing = new SyncListener() {
            @Override
            public void roundBegan(RoundIdentity round) {
                MDC.put("trace", "t-1");
            }
        };

        offices.builder().listener(tracing).build().sync(TwoOffices.NORTH, TwoOffices.ANNA);

        assertThat(MDC.getCopyOfContextMap()).isEqualTo(Map.of("trace", "t-1"));
    }

    @Test
    @DisplayName("an exception or an error that ends the round leaves nothing in the MDC")
    void cleansTheMdcWhateverHappens() {
        mail.faults().failNext(new IllegalStateException("Ada Lovelace is no number"));

        assertThatThrownBy(this::sync).isInstanceOf(IllegalStateException.class);

        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
        assertThat(log.lines(LogEvent.ROUND_BROKE))
                .containsExactly("ERROR {exception=java.lang.IllegalStateException}");
    }

    @Test
    @DisplayName("a thread of the host's pool keeps nothing of the rounds that it ran")
    void leavesNothingInAPool() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            offices.crosstie()
                    .syncAll(pool, DispatchSettings.DEFAULT, Schedule.EMPTY)
                    .report()
                    .toCompletableFuture()
                    .get();

            assertThat(Optional.ofNullable(pool.submit(MDC::getCopyOfContextMap).get())
                            .orElse(Map.of()))
                    .isEmpty();
        } finally {
            pool.shutdown();
        }
    }

    /** Rounds in which much goes wrong, with records that consist of markers. */
    private void rounds() {
        ItemId bea = mail.create(marked("bea"));
        sync();
        ItemId copy = crm.items().keySet().iterator().next();
        crm.edit(copy, contact -> contact.set(ContactFields.SURNAME, "MARKER in the CRM"));
        mail.edit(bea, contact -> contact.set(ContactFields.SURNAME, "MARKER in the mailbox"));
        sync();
        crm.edit(copy, contact -> contact.set(ContactFields.JOB_TITLE, "MARKER of a title"));
        mail.faults().loseReplyOnce();
        sync();
        sync();
        ItemId ada = crm.create(marked("ada"));
        mail.faults().poison(bea);
        mail.edit(bea, contact -> contact.set(ContactFields.NOTES, "MARKER edited"));
        mail.faults()
                .rejectWrites(write -> Optional.of(new WriteOutcome.Rejected(
                        "MARKER-CODE", "MARKER value of a system, such as ada@marker.example", true)));
        sync();
        crm.delete(ada);
        sync();
        mail.faults().failNext(new IllegalStateException("MARKER in an exception"));
        assertThatThrownBy(this::sync).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("G6: no name, subject, address or text of a system is in the log, at any level, whatever happens")
    void saysNothingPersonal() {
        rounds();

        assertThat(log.lines(LogEvent.OUTCOME))
                .as("much has happened")
                .anyMatch(line -> line.contains("CONFLICT_RESOLVED"))
                .anyMatch(line -> line.contains("ANSWER_LOST"))
                .anyMatch(line -> line.contains("UNREADABLE"))
                .anyMatch(line -> line.contains("VALIDATION_REJECTED"));
        assertThat(log.events().stream().map(SyncLogTest::everything))
                .noneMatch(line -> line.toUpperCase(Locale.ROOT).contains("MARKER"))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("two.example"));
    }

    private static Item marked(String name) {
        return Item.contact()
                .set(ContactFields.GIVEN_NAME, "MARKER " + name)
                .set(ContactFields.SURNAME, "MARKER " + name)
                .set(ContactFields.EMAIL_ADDRESS, name + "@marker.example")
                .set(ContactFields.NOTES, "MARKER of " + name)
                .build();
    }

    /** All that a layout could print of a line. */
    private static String everything(ILoggingEvent event) {
        return event.getFormattedMessage() + " " + Arrays.toString(event.getArgumentArray()) + " "
                + event.getKeyValuePairs() + " " + event.getMDCPropertyMap() + " "
                + (event.getThrowableProxy() == null
                        ? ""
                        : event.getThrowableProxy().getMessage());
    }

    @Test
    @DisplayName("every line is one of the table, at its level, with its keys")
    void keepsToTheTable() {
        rounds();
        Map<String, LogEvent> table =
                Arrays.stream(LogEvent.values()).collect(Collectors.toMap(LogEvent::message, event -> event));

        assertThat(log.events()).isNotEmpty().allSatisfy(line -> {
            LogEvent event = table.get(line.getFormattedMessage());
            assertThat(event).as(line.getFormattedMessage()).isNotNull();
            assertThat(line.getLevel()).hasToString(event.level().name());
            if (line.getKeyValuePairs() != null) {
                assertThat(line.getKeyValuePairs()).extracting(pair -> pair.key).isSubsetOf(event.keys());
            }
        });
    }
}
