package io.github.crosstie.ews.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.ews.internal.soap.Envelope;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.RequestHeader;
import io.github.crosstie.ews.internal.soap.ServerVersion;
import io.github.crosstie.testkit.exchange.SchemaJudge;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Whatever is asked with whatever values: the schema allows it. */
class RequestsTest {

    private static final int SEEDS = 60;

    @Test
    void everyRequestOfEveryOperationIsValid() {
        Optional<SchemaJudge> judge = SchemaJudge.ifPresent();
        Assumptions.assumeTrue(judge.isPresent(), "SKIPPED: EWS schema");
        Map<String, Set<String>> requests = new HashMap<>();

        for (long seed = 1; seed <= SEEDS; seed++) {
            Recorder recorder = new Recorder();
            new AnyRequests(seed).sendAll(recorder);
            for (Map.Entry<String, String> request : recorder.requests.entrySet()) {
                assertThat(judge.get().complaints(request.getValue()))
                        .as("seed " + seed + ": " + request.getValue())
                        .isEmpty();
                requests.computeIfAbsent(request.getKey(), operation -> new HashSet<>())
                        .add(request.getValue());
            }
        }

        assertThat(requests.keySet())
                .containsExactlyInAnyOrder(
                        "SyncFolderItems",
                        "GetItem",
                        "CreateItem",
                        "UpdateItem",
                        "DeleteItem",
                        "FindItem",
                        "GetFolder",
                        "FindFolder",
                        "CreateFolder",
                        "DeleteFolder",
                        "ResolveNames",
                        "ConvertId",
                        "Subscribe",
                        "GetStreamingEvents");
        assertThat(requests.values())
                .allSatisfy(distinct -> assertThat(distinct).hasSizeGreaterThan(SEEDS / 3));
    }

    /** Keeps requests and answers none. */
    private static final class Recorder implements EwsChannel {
        private final Map<String, String> requests = new HashMap<>();

        @Override
        public <T> T call(EwsRequest request, EwsReader<T> reader) {
            requests.put(
                    request.operation(), Envelope.write(RequestHeader.of(ServerVersion.EXCHANGE_2013_SP1), request));
            throw new AnyRequests.Unanswered();
        }

        @Override
        public void stream(EwsRequest request, Duration atMost, EwsReader<Boolean> each) {
            call(request, each);
        }
    }
}
