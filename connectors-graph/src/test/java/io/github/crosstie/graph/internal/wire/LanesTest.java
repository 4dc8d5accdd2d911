package io.github.crosstie.graph.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.testkit.MutableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many requests of one mailbox are on their way at the same time. */
@Timeout(20)
class LanesTest {

    private static final Owner ADA = new Owner("ada@example.com");

    private final HeldTransport transport = new HeldTransport();
    private final MutableClock clock = MutableClock.create();
    private final GraphChannels channels = GraphChannels.of(transport, clock, () -> "id");
    private final List<Caller> callers = new ArrayList<>();

    @AfterEach
    void letGo() {
        transport.letAllPass();
        callers.forEach(Thread::interrupt);
    }

    @Test
    void fourRequestsOfAMailboxAreOnTheirWayAndTheOthersWait() {
        for (int at = 0; at < 8; at++) {
            calling(ADA);
        }

        await(() -> transport.inside() + waiting() == 8);

        assertThat(transport.inside()).isEqualTo(4);
    }

    @Test
    void mailboxesDoNotWaitForEachOther() {
        for (int at = 0; at < 8; at++) {
            calling(new Owner("user" + at + "@example.com"));
        }

        await(() -> transport.inside() + waiting() == 8);

        assertThat(transport.inside()).isEqualTo(8);
    }

    @Test
    void aBatchTakesAllTheLanesThatItsPartsNeed() {
        started(() -> channels.channel(ADA).batch(Collections.nCopies(20, read())));
        await(() -> transport.inside() == 1);
        calling(ADA);

        await(() -> transport.inside() + waiting() == 2);

        assertThat(transport.inside()).isEqualTo(1);
    }

    @Test
    void aSmallBatchLeavesLanesToOthers() {
        started(() -> channels.channel(ADA).batch(Collections.nCopies(2, read())));
        await(() -> transport.inside() == 1);
        calling(ADA);
        calling(ADA);
        calling(ADA);

        await(() -> transport.inside() + waiting() == 4);

        assertThat(transport.inside()).isEqualTo(3);
    }

    @Test
    void whoeverWaitedSendsNothingOnceTheServerAsksToBeLeftAlone() throws InterruptedException {
        transport.answerWith(429, "{\"error\":{\"code\":\"TooManyRequests\"}}");
        started(() -> channels.channel(ADA).batch(Collections.nCopies(20, read())));
        await(() -> transport.inside() == 1);
        Caller waited = calling(ADA);
        await(() -> waiting() == 1);

        transport.letAllPass();

        assertThat(waited.thrown()).isInstanceOf(ThrottledException.class);
        assertThat(transport.carried.get()).isEqualTo(1);
    }

    @Test
    void aRequestThatFailsGivesItsLaneBack() {
        transport.deadline = Duration.ofMillis(20);
        transport.answerWith(500, "{\"error\":{\"code\":\"x\"}}");
        transport.letAllPass();

        for (int at = 0; at < 9; at++) {
            assertThat(catchThrowable(() -> channels.channel(ADA).call(read())))
                    .isInstanceOf(UnavailableException.class);
        }

        assertThat(transport.carried.get()).isEqualTo(9);
    }

    @Test
    void whoeverWaitsTooLongGivesUpWithoutHavingSentAnything() throws InterruptedException {
        transport.deadline = Duration.ofMillis(20);
        started(() -> channels.channel(ADA).batch(Collections.nCopies(20, read())));
        await(() -> transport.inside() == 1);

        assertThat(calling(ADA).thrown())
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("run fewer rounds")
                .hasNoSuppressedExceptions();
    }

    @Test
    void whoeverIsInterruptedWhileWaitingSaysSo() throws InterruptedException {
        started(() -> channels.channel(ADA).batch(Collections.nCopies(20, read())));
        await(() -> transport.inside() == 1);
        Caller waited = calling(ADA);
        await(() -> waiting() == 1);

        waited.interrupt();

        assertThat(waited.thrown()).isInstanceOf(UnavailableException.class).hasMessageContaining("interrupted");
    }

    private static GraphCall read() {
        return GraphCall.get("read contact", "contacts", "A");
    }

    private Caller calling(Owner mailbox) {
        return started(() -> channels.channel(mailbox).call(read()));
    }

    private Caller started(Runnable call) {
        Caller caller = new Caller(call);
        callers.add(caller);
        caller.start();
        return caller;
    }

    /** How many callers wait for a lane: for a bounded time, while those in the transport wait for ever. */
    private long waiting() {
        return callers.stream()
                .filter(caller -> caller.getState() == Thread.State.TIMED_WAITING)
                .count();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (Thread.interrupted()) {
                throw new AssertionError("it did not come to that in time");
            }
            Thread.onSpinWait();
        }
    }

    /** A thread, and how its call ended. */
    private static final class Caller extends Thread {

        private final Runnable call;
        private volatile @Nullable Throwable thrown;

        Caller(Runnable call) {
            this.call = call;
        }

        @Override
        public void run() {
            thrown = catchThrowable(call::run);
        }

        /** What the call threw, once it has ended. */
        @Nullable
        Throwable thrown() throws InterruptedException {
            join();
            return thrown;
        }
    }

    /** Holds every request until the test lets it pass. */
    private static final class HeldTransport implements GraphTransport {

        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger carried = new AtomicInteger();
        private final CountDownLatch passing = new CountDownLatch(1);
        private volatile GraphResponse response = response(200, "{}");
        private volatile Duration deadline = Duration.ofMinutes(1);

        private static GraphResponse response(int status, String json) {
            return GraphResponse.of(
                    status, Map.of("Content-Type", "application/json"), json.getBytes(StandardCharsets.UTF_8));
        }

        void answerWith(int status, String json) {
            response = response(status, json);
        }

        void letAllPass() {
            passing.countDown();
        }

        int inside() {
            return inside.get();
        }

        @Override
        public ServiceRoot root() {
            return new ServiceRoot(URI.create("https://graph.microsoft.com/v1.0"));
        }

        @Override
        public GraphPolicy policy() {
            return GraphPolicy.DEFAULT.within(deadline);
        }

        @Override
        public GraphResponse exchange(GraphRequest request) {
            carried.incrementAndGet();
            inside.incrementAndGet();
            try {
                passing.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                inside.decrementAndGet();
            }
            return response;
        }
    }
}
