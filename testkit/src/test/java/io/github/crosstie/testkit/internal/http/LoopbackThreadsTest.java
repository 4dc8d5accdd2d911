package io.github.crosstie.testkit.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.testkit.engagement.LoopbackAccountEngagement;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever forgets to close a server of this machine still sees the JVM end. */
class LoopbackThreadsTest {

    private record Started(URI url, AutoCloseable server) {

        static Started exchange() {
            LoopbackExchange server = LoopbackExchange.start();
            return new Started(server.url(), server);
        }

        static Started graph() {
            LoopbackGraph server = LoopbackGraph.start();
            return new Started(server.url(), server);
        }

        static Started salesforce() {
            LoopbackSalesforce server = LoopbackSalesforce.start();
            return new Started(server.url(), server);
        }

        static Started accountEngagement() {
            LoopbackAccountEngagement server = LoopbackAccountEngagement.start();
            return new Started(server.url(), server);
        }
    }

    static Stream<Arguments> servers() {
        return Stream.of(
                starting("Exchange", Started::exchange),
                starting("Graph", Started::graph),
                starting("Salesforce", Started::salesforce),
                starting("Account Engagement", Started::accountEngagement));
    }

    private static Arguments starting(String name, Supplier<Started> start) {
        return Arguments.of(name, start);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    @DisplayName("every thread of a server, that which waits for connections included, is a daemon")
    void keepsNoJvmAlive(String name, Supplier<Started> start) throws Exception {
        ThreadGroup threads = new ThreadGroup(name);
        Executor elsewhere = task -> new Thread(threads, task, "starts " + name).start();
        Started started = CompletableFuture.supplyAsync(start, elsewhere).join();
        try (AutoCloseable server = started.server()) {
            ask(started.url());

            assertThat(server).isNotNull();
            assertThat(threadsOf(threads)).hasSizeGreaterThan(1).allMatch(Thread::isDaemon);
        }
    }

    private static void ask(URI url) throws IOException, InterruptedException {
        HttpRequest anything = HttpRequest.newBuilder(url).build();
        assertThat(HttpClient.newHttpClient()
                        .send(anything, BodyHandlers.discarding())
                        .statusCode())
                .isPositive();
    }

    private static List<Thread> threadsOf(ThreadGroup group) {
        Thread[] found = new Thread[100];
        group.enumerate(found);
        // The one that has started the server may still be on its way out.
        return Arrays.stream(found)
                .filter(Objects::nonNull)
                .filter(thread -> !thread.getName().startsWith("starts "))
                .toList();
    }
}
