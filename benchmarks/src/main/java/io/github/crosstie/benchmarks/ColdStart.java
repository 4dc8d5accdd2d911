package io.github.crosstie.benchmarks;

import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * How long a JVM takes from its start to the first page that it has read of a loopback Graph: the time of the quickest of
 * some programs, one after the other.
 *
 * @param nanos the time, until the page is read
 * @param classes how many classes were loaded by then
 */
record ColdStart(long nanos, int classes) {

    private static final int EVENTS = 50;

    /** Starts some programs that read a page. */
    static ColdStart of(FirstPage.Way way, int programs) {
        try (LoopbackGraph graph = LoopbackGraph.start()) {
            fill(graph.mailbox(FirstPage.USER));
            // The first one finds a server that has answered nobody yet.
            ColdStart quickest = run(way, graph);
            for (int program = 1; program < programs; program++) {
                ColdStart next = run(way, graph);
                quickest = next.nanos < quickest.nanos ? next : quickest;
            }
            return quickest;
        } catch (IOException e) {
            throw new UncheckedIOException("cold start: a JVM could not be started or did not answer", e);
        }
    }

    private static void fill(LoopbackMailbox mailbox) {
        Instant first = FirstPage.WINDOW.from().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (int number = 0; number < EVENTS; number++) {
            Instant start = first.plus(Duration.ofHours(number));
            mailbox.calendar()
                    .put(Map.of(
                            "Subject",
                            "Event " + number,
                            "Start",
                            start.toString(),
                            "End",
                            start.plus(Duration.ofMinutes(30)).toString()));
        }
    }

    private static ColdStart run(FirstPage.Way way, LoopbackGraph graph) throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstPage.class.getName(),
                        way.name(),
                        graph.url().toString(),
                        graph.accessToken())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        long started = System.nanoTime();
        Process running = program.start();
        try (BufferedReader told = running.inputReader()) {
            String events = told.readLine();
            long nanos = System.nanoTime() - started;
            String classes = told.readLine();
            if (!Integer.toString(EVENTS).equals(events) || classes == null) {
                throw new IllegalStateException("cold start, " + way + ": the program was to read " + EVENTS
                        + " events and read " + events + "; its time would mean nothing");
            }
            return new ColdStart(nanos, Integer.parseInt(classes));
        } finally {
            running.destroy();
        }
    }
}
