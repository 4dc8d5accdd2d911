package io.github.crosstie.store.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An executor that the host lends")
class LentExecutorTest {

    private static void nothing() {}

    private final ScheduledExecutorService host = Executors.newScheduledThreadPool(1);

    @AfterEach
    void stop() {
        host.shutdownNow();
    }

    @Test
    @DisplayName("goes on when the cluster stops, and takes no more from it")
    void goesOn() throws Exception {
        LentExecutor lent = new LentExecutor(host, LentExecutorTest::nothing);
        lent.submit(LentExecutorTest::nothing).get();

        lent.shutdown();

        assertThat(lent.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(() -> lent.execute(LentExecutorTest::nothing))
                .isInstanceOf(RejectedExecutionException.class);
        assertThat(host.submit(() -> "alive").get()).isEqualTo("alive");
    }

    @Test
    @DisplayName("gets its thread back without the interruption that ended the cluster's work")
    void getsItsThreadBack() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Boolean> leftInterrupted = new CompletableFuture<>();
        Executor lender = command -> host.execute(() -> {
            command.run();
            leftInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        LentExecutor lent = new LentExecutor(lender, LentExecutorTest::nothing);
        lent.execute(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();

        lent.shutdownNow();

        assertThat(leftInterrupted.get()).isFalse();
        assertThat(lent.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("is not waited for longer than asked")
    void isNotWaitedForLonger() throws Exception {
        LentExecutor lent = new LentExecutor(host, LentExecutorTest::nothing);
        CountDownLatch end = new CountDownLatch(1);
        Future<?> work = lent.submit(() -> {
            end.await();
            return "done";
        });

        lent.shutdown();

        assertThat(lent.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
        end.countDown();
        work.get();
        assertThat(lent.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("that takes no more leaves a round to the thread that hands it over, and says so of what never ends")
    void mayTakeNoMore() {
        Executor full = command -> {
            throw new RejectedExecutionException("full");
        };
        List<String> done = new ArrayList<>();

        new LentExecutor(full, () -> done.add("after")).execute(() -> done.add("round"));

        assertThat(done).containsExactly("round", "after");
        host.shutdown();
        assertThatThrownBy(() -> new LentScheduler(host).execute(LentExecutorTest::nothing))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    @DisplayName("is rid of what the cluster had planned on it")
    void isRidOfWhatWasPlanned() {
        LentScheduler lent = new LentScheduler(host);
        ScheduledFuture<?> planned = lent.scheduleWithFixedDelay(LentExecutorTest::nothing, 1, 1, TimeUnit.DAYS);

        lent.shutdown();

        assertThat(planned.isCancelled()).isTrue();
        assertThat(lent.scheduleWithFixedDelay(LentExecutorTest::nothing, 1, 1, TimeUnit.DAYS)
                        .isCancelled())
                .isTrue();
    }
}
