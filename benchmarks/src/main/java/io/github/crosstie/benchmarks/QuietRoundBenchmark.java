package io.github.crosstie.benchmarks;

import io.github.crosstie.apply.RoundReport;
import io.github.crosstie.apply.SyncRound;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the engine itself costs: a round of one mailbox between sides and a store in memory, beside one poll of a side over a bare
 * HTTP client. A round asks two sides, so it stands beside two polls.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class QuietRoundBenchmark {

    /** A mailbox in step. */
    @State(Scope.Benchmark)
    public static class Mailbox {

        /** Linked contacts. */
        @Param("100")
        public int links = 100;

        private SyncedMailbox mailbox = SyncedMailbox.unsynced(0);
        private SyncRound kept = mailbox.newRound();

        /** Syncs the mailbox, and checks that an edit crosses over and nothing is left to do after it. */
        @Setup
        public void prepare() {
            mailbox = SyncedMailbox.of(links);
            kept = mailbox.newRound();
            mailbox.edit();
            int writes = kept.run().writes();
            if (writes != 1 || !mailbox.isInStep() || kept.run().writes() != 0) {
                throw new IllegalStateException("one edit made " + writes
                        + " writes, or left the sides apart; the figures of this benchmark would mean nothing");
            }
        }
    }

    /** Whether the host keeps its round. */
    @State(Scope.Benchmark)
    public static class Keeping {

        /** {@code kept}, or {@code anew}: made for each run. */
        @Param({"kept", "anew"})
        public String round = "kept";

        private boolean isKept;

        /** Reads the parameter. */
        @Setup
        public void read() {
            isKept = round.equals("kept");
        }
    }

    /** The processor time of an iteration, whatever else the machine does meanwhile. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Cpu {

        /** How often the method ran. */
        public long runs;

        /** Processor time of the client's threads, in nanoseconds. */
        public long nanoseconds;

        private long began;

        /** Notes the beginning. */
        @Setup(Level.Iteration)
        public void begin() {
            began = CpuTime.withHttpClient();
        }

        /** Notes the end. */
        @TearDown(Level.Iteration)
        public void end() {
            nanoseconds = CpuTime.withHttpClient() - began;
        }
    }

    /** A server on the loopback address. */
    @State(Scope.Benchmark)
    public static class Server {

        private final LoopbackPoll poll = LoopbackPoll.open();

        /**
         * Checks the answer.
         *
         * @throws IOException if there is none
         * @throws InterruptedException never
         */
        @Setup
        public void check() throws IOException, InterruptedException {
            if (!poll.answersAsAgreed()) {
                throw new IllegalStateException("the loopback server gave another answer than it was told to give");
            }
        }

        /** Stops the server. */
        @TearDown
        public void stop() {
            poll.close();
        }
    }

    /**
     * A round that finds nothing changed.
     *
     * @param synced the mailbox
     * @param keeping whether the round is kept
     * @param cpu counts
     * @return its report
     */
    @Benchmark
    public RoundReport crosstie(Mailbox synced, Keeping keeping, Cpu cpu) {
        cpu.runs++;
        return (keeping.isKept ? synced.kept : synced.mailbox.newRound()).run();
    }

    /**
     * A round that finds one contact changed, and changes the other.
     *
     * @param synced the mailbox
     * @param cpu counts
     * @return its report
     */
    @Benchmark
    public RoundReport writingRound(Mailbox synced, Cpu cpu) {
        cpu.runs++;
        synced.mailbox.edit();
        return synced.kept.run();
    }

    /**
     * One poll over HTTP.
     *
     * @param server the server
     * @param cpu counts
     * @return the answer's body
     * @throws IOException if there is none
     * @throws InterruptedException never
     */
    @Benchmark
    public String httpPoll(Server server, Cpu cpu) throws IOException, InterruptedException {
        cpu.runs++;
        return server.poll.poll();
    }
}
