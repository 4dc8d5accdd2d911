package io.github.crosstie.testkit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.crosstie.testkit.exchange.LoopbackItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TranslateTest extends GraphTest {

    private final LoopbackItem ada = contacts.put(Map.of("GivenName", "Ada"));

    @Test
    void leadsFromExchangesIdToTheOneThatStays() {
        JsonNode result = translate("ewsId", "restImmutableEntryId", ada.id()).get(0);
        String immutable = rest.get(ANNA + "/contacts", Rest.IMMUTABLE)
                .items()
                .get(0)
                .path("id")
                .asText();

        assertThat(result.path("sourceId").asText()).isEqualTo(ada.id());
        assertThat(result.path("targetId").asText()).isEqualTo(immutable);
    }

    @Test
    void leadsThroughAllTypesAndBack() {
        List<String> types =
                List.of("ewsId", "entryId", "restImmutableEntryId", "immutableEntryId", "restId", "entryId", "ewsId");
        String id = ada.id();
        for (int i = 1; i < types.size(); i++) {
            id = translate(types.get(i - 1), types.get(i), id)
                    .get(0)
                    .path("targetId")
                    .asText();
        }

        assertThat(id).isEqualTo(ada.id());
    }

    @Test
    void writesBinaryIdsForAddressesAndCountsTheirPadding() {
        String entry =
                translate("ewsId", "entryId", ada.id()).get(0).path("targetId").asText();

        assertThat(entry).matches("[A-Za-z0-9_-]+[012]").doesNotContain("=");
    }

    @Test
    void translatesOccurrences() {
        anna.calendar()
                .put(Map.of(
                        "Subject",
                        "S",
                        "Start",
                        "2026-03-16T09:00:00Z",
                        "End",
                        "2026-03-16T10:00:00Z",
                        "Recurrence",
                        "<t:DailyRecurrence><t:Interval>1</t:Interval></t:DailyRecurrence>"
                                + "<t:NumberedRecurrence><t:StartDate>2026-03-16</t:StartDate>"
                                + "<t:NumberOfOccurrences>3</t:NumberOfOccurrences></t:NumberedRecurrence>"));
        String second = anna.calendar()
                .occurrences(clock.instant(), clock.instant().plusSeconds(90L * 24 * 3600))
                .get(1)
                .id();

        String immutable = translate("ewsId", "restImmutableEntryId", second)
                .get(0)
                .path("targetId")
                .asText();

        assertThat(translate("restImmutableEntryId", "ewsId", immutable)
                        .get(0)
                        .path("targetId")
                        .asText())
                .isEqualTo(second);
    }

    @Test
    void saysForEachIdThatItStandsForNothing() {
        String gone = contacts.put(Map.of("GivenName", "Ben")).id();
        contacts.destroy(gone);

        List<JsonNode> results = translate("ewsId", "restId", gone, ada.id(), "rubbish");

        assertThat(results)
                .extracting(result -> result.path("errorDetails").path("code").asText())
                .containsExactly("ErrorItemNotFound", "", "ErrorInvalidIdMalformed");
        assertThat(results.get(0).get("targetId").isNull()).isTrue();
    }

    @Test
    void doesNotKnowIdsOfAnotherMailbox() {
        String other = graph.mailbox("ben@acme.example")
                .contacts()
                .put(Map.of("GivenName", "Ben"))
                .id();

        assertThat(translate("ewsId", "restId", other).get(0).has("errorDetails"))
                .isTrue();
    }

    @Test
    void takesAThousandIdsAndNoMore() {
        String thousand =
                IntStream.range(0, 1000).mapToObj(i -> '"' + ada.id() + '"').collect(Collectors.joining(","));

        assertThat(send(thousand, "ewsId", "restId").items()).hasSize(1000);
        assertThat(send(thousand + ",\"x\"", "ewsId", "restId").status()).isEqualTo(400);
        assertThat(send("\"x\"", "someId", "restId").status()).isEqualTo(400);
    }

    @Test
    void leavesAnIdOutIfATestSaysSo() {
        graph.faults().next("translateExchangeIds").leaveOut(0);

        assertThat(translate("ewsId", "restId", ada.id())).isEmpty();
    }

    private List<JsonNode> translate(String source, String target, String... ids) {
        List<String> quoted = new ArrayList<>();
        for (String id : ids) {
            quoted.add('"' + id + '"');
        }
        return send(String.join(",", quoted), source, target).items();
    }

    private Rest.Reply send(String ids, String source, String target) {
        return rest.post(
                ANNA + "/translateExchangeIds",
                "{\"inputIds\":[" + ids + "],\"sourceIdType\":\"" + source + "\",\"targetIdType\":\"" + target + "\"}");
    }
}
