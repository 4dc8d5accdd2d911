package io.github.crosstie.benchmarks;

import io.github.crosstie.connector.Connector;
import io.github.crosstie.graph.GraphConnector;
import io.github.crosstie.graph.auth.TokenProvider;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.graph.LoopbackRequest;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A loopback Graph. A batch is one request, and writes if one of its parts does. */
final class GraphServer implements LoopbackServer {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final String BATCH = "POST $batch";
    private static final Pattern WRITING = Pattern.compile("\"method\":\"(?:POST|PATCH)\"");

    private final LoopbackGraph graph;

    GraphServer(Clock clock) {
        graph = LoopbackGraph.start(clock);
    }

    @Override
    public Connector connector(Clock clock) {
        return GraphConnector.builder()
                .client(CLIENT)
                .tokens(TokenProvider.constant(graph.accessToken()))
                .service(graph.url())
                .clock(clock)
                .utc()
                .allowPlainHttp()
                .build();
    }

    @Override
    public LoopbackMailbox mailbox(String address) {
        return graph.mailbox(address);
    }

    @Override
    public List<Asked> asked() {
        Map<Integer, List<LoopbackRequest>> parts =
                graph.parts().stream().collect(Collectors.groupingBy(LoopbackRequest::number));
        List<Asked> asked = new ArrayList<>();
        for (LoopbackRequest request : graph.requests()) {
            asked.add(asked(request, parts.getOrDefault(request.number(), List.of(request))));
        }
        return asked;
    }

    private static Asked asked(LoopbackRequest request, List<LoopbackRequest> parts) {
        About about = parts.stream()
                .map(part -> about(part.operation()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        // A batch that was refused as a whole has no parts that were worked on.
        int items = request.operation().equals(BATCH)
                ? (int) WRITING.matcher(request.body()).results().count()
                : 0;
        return new Asked(about, items, request.status() == 0);
    }

    private static About about(String operation) {
        if (operation.endsWith("delta")) {
            return About.CHANGES;
        }
        boolean items = operation.endsWith("contacts") || operation.endsWith("events");
        if (!items) {
            return operation.endsWith("instances") ? About.READING : About.FOLDERS;
        }
        return operation.startsWith("GET ")
                ? About.READING
                : operation.startsWith("POST ") ? About.CREATION : About.CHANGE;
    }

    @Override
    public void keepBodies(boolean keep) {
        graph.keepBodies(keep);
    }

    @Override
    public List<String> writing() {
        return List.of(BATCH);
    }

    @Override
    public void loseAnswer(String operation, int number) {
        graph.faults().nth(operation, number).loseAnswer();
    }

    @Override
    public void refuse(String operation, boolean all) {
        (all ? graph.faults().every(operation) : graph.faults().next(operation)).serviceUnavailable();
    }

    @Override
    public void close() {
        graph.close();
    }
}
