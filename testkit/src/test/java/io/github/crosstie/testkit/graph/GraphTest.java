package io.github.crosstie.testkit.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** A server with a mailbox, and a plain client. */
abstract class GraphTest {

    static final String ANNA = "/users/anna@acme.example";
    static final String STAMP = "String {c11ff724-aa03-4555-9952-8fa248a11c3e} Name Stamp";

    final MutableClock clock = MutableClock.create();
    final LoopbackGraph graph = LoopbackGraph.start(clock);
    final LoopbackMailbox anna = graph.mailbox("anna@acme.example");
    final LoopbackFolder contacts = anna.contacts();
    final Rest rest = new Rest(graph);

    @AfterEach
    final void stop() {
        graph.close();
    }

    /** Makes a contact over Graph. */
    String create(String body) {
        return rest.post(ANNA + "/contacts", body).value("id");
    }

    static String stamped(String value) {
        return "{\"givenName\":\"Ada\",\"singleValueExtendedProperties\":[{\"id\":\"" + STAMP + "\",\"value\":\""
                + value + "\"}]}";
    }

    /** All entries from a link on, and the link of the next round as the last element. */
    Round follow(String link, Map<String, String> headers) {
        List<JsonNode> entries = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Rest.Reply page = rest.get(link, headers);
        while (true) {
            entries.addAll(page.items());
            sizes.add(page.items().size());
            if (page.nextLink().isEmpty()) {
                return new Round(entries, sizes, page.deltaLink());
            }
            page = rest.get(page.nextLink(), headers);
        }
    }

    /** What a round told. */
    record Round(List<JsonNode> entries, List<Integer> sizes, String deltaLink) {

        List<String> ids() {
            return entries.stream().map(entry -> entry.path("id").asText()).toList();
        }

        List<String> removed() {
            return entries.stream()
                    .filter(entry -> entry.has("@removed"))
                    .map(entry -> entry.path("id").asText())
                    .toList();
        }

        List<String> names() {
            return entries.stream()
                    .map(entry -> entry.path("givenName").asText())
                    .toList();
        }
    }
}
