package io.github.crosstie.graph.internal.wire;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.Parameter;

/** A mailbox on a scripted server, reached in the way that the test is about; a clock that stands, and ids in a row. */
abstract class Scene {

    static final String TOKEN = "s3cret-t0ken";
    static final Owner ADA = new Owner("ada@example.com");
    static final JsonNode NOTE = ScriptedGraph.parsed("{\"subject\":\"private\"}");

    @Parameter
    Way way;

    final MutableClock clock = MutableClock.create();
    final ScriptedGraph server =
            ScriptedGraph.start((exchange, request) -> ScriptedGraph.json(exchange, 200, "{\"id\":\"A\"}"));
    private final AtomicInteger ids = new AtomicInteger();

    @AfterEach
    void closeServer() {
        server.close();
    }

    GraphChannels channels(GraphPolicy policy) {
        return GraphChannels.of(
                way.transport(server.root(), TOKEN, policy), clock, () -> "ours-" + ids.incrementAndGet());
    }

    GraphChannel channel(GraphPolicy policy) {
        return channels(policy).channel(ADA);
    }

    GraphChannel channel() {
        return channel(GraphPolicy.DEFAULT);
    }

    /** With so little time that a server that never ends is given up soon. */
    GraphChannel impatientChannel() {
        return channel(GraphPolicy.DEFAULT.within(Duration.ofSeconds(1)));
    }

    static GraphCall read() {
        return GraphCall.get("read contact", "contacts", "A");
    }

    static GraphCall create() {
        return GraphCall.post("create contact", NOTE, "contacts");
    }

    static GraphCall change() {
        return GraphCall.patch("change contact", NOTE, "contacts", "A");
    }

    static GraphCall remove() {
        return GraphCall.delete("remove contact", "contacts", "A");
    }

    static CrosstieException trouble(GraphChannel channel, GraphCall call) {
        CrosstieException thrown = catchThrowableOfType(CrosstieException.class, () -> channel.call(call));
        if (thrown == null) {
            throw new AssertionError(call + ": there was an answer");
        }
        return thrown;
    }
}
