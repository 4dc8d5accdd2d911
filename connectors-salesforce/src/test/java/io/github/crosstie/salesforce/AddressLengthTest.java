package io.github.crosstie.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.CorrelationTag;
import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.ReadOutcome;
import io.github.crosstie.connector.Removal;
import io.github.crosstie.connector.Write;
import io.github.crosstie.connector.WriteOutcome;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.Items;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much is asked about at a time, no address is longer than Salesforce takes. */
class AddressLengthTest {

    private static final int LONGEST = 16_384;

    /** What a long token and the headers of every request take of that. */
    private static final int HEADERS = 4_096;

    private final SyncedOrganization acme = new SyncedOrganization(true);
    private final Endpoint endpoint = acme.open(ItemKind.CONTACT);

    @AfterEach
    void stop() {
        acme.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "'", "\\", "€", "&"})
    @DisplayName("G4: however long and odd the marks are, all are asked about and found")
    void asksAboutMarks(String character) {
        List<CorrelationTag> tags = IntStream.range(0, 120)
                .mapToObj(number -> new CorrelationTag(number + "-" + character.repeat(250)))
                .toList();
        CorrelationTag last = tags.get(tags.size() - 1);
        WriteOutcome written = endpoint.write(List.of(new Write.Create(
                        last, "key", Items.contact("Charles", "Babbage").build())))
                .get(0);

        assertThat(endpoint.find(tags))
                .singleElement()
                .satisfies(found -> assertThat(found.tag()).isEqualTo(last))
                .satisfies(found -> assertThat(found.id()).isEqualTo(((WriteOutcome.Written) written).id()));
        assertThat(longestAddress()).isBetween(1_000, LONGEST - HEADERS);
    }

    @Test
    @DisplayName("S10: however many records are gone, it is asked of each whether it was deleted")
    void asksAboutDeletedRecords() {
        List<ItemId> ids = IntStream.range(0, 900)
                .mapToObj(number -> new ItemId(SalesforceId.of("003" + String.format(Locale.ROOT, "%012d", number))
                        .value()))
                .toList();

        assertThat(endpoint.read(ids))
                .hasSize(900)
                .allSatisfy(outcome ->
                        assertThat(((ReadOutcome.Absent) outcome).removal()).isEqualTo(Removal.UNKNOWN));
        assertThat(longestAddress()).isBetween(1_000, LONGEST - HEADERS);
    }

    private int longestAddress() {
        return acme.salesforce.requests().stream()
                .mapToInt(
                        request -> request.path().length() + 1 + request.query().length())
                .max()
                .orElseThrow();
    }
}
