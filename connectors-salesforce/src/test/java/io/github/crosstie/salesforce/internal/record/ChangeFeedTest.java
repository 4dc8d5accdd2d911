package io.github.crosstie.salesforce.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.fault.CursorExpiredException;
import io.github.crosstie.http.internal.ExchangePolicy;
import io.github.crosstie.salesforce.internal.rest.ApiBudget;
import io.github.crosstie.salesforce.internal.rest.ApiVersion;
import io.github.crosstie.salesforce.internal.rest.KeptSession;
import io.github.crosstie.salesforce.internal.rest.SalesforceRest;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.salesforce.LoopbackSalesforce;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a feed does when more changes than it takes in: this one reads ten records at a time, and remembers twenty changes. */
class ChangeFeedTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int MOST = 10;

    private final MutableClock clock = MutableClock.create();
    private LoopbackSalesforce salesforce;
    private String ada;
    private String ben;
    private ChangeFeed feed;

    @BeforeEach
    void start() {
        salesforce = LoopbackSalesforce.start(clock);
        ada = salesforce.organization().addUser("ada@acme.example", "Lovelace");
        ben = salesforce.organization().addUser("ben@acme.example", "Franklin");
        RecordMapping mapping = ContactMapping.with(List.of());
        SalesforceRest rest = new SalesforceRest(
                CLIENT,
                new KeptSession(salesforce),
                clock,
                ApiVersion.NEWEST,
                ApiBudget.DEFAULT,
                ExchangePolicy.DEFAULT);
        feed = new ChangeFeed(rest, mapping, new RowReader(mapping, null, null), Duration.ofMinutes(1), "a feed", MOST);
    }

    @AfterEach
    void stop() {
        salesforce.close();
    }

    @Test
    @DisplayName(
            "P7, F5: more changes than are read at a time are not read; whoever asks is listed anew, for two requests in all")
    void readsNoMoreThanItRemembers() {
        salesforce.queries().pageSize(4);
        Instant since = feed.beginning().since();
        create(MOST + 1, ada);
        int before = salesforce.requests().size();

        for (String user : List.of(ada, ben, ada)) {
            assertThatThrownBy(() -> feed.since(user, since, 0))
                    .isInstanceOf(CursorExpiredException.class)
                    .hasMessageContaining("more than the 10 records that are read at a time");
        }

        assertThat(salesforce.requests().size() - before).isEqualTo(2);
    }

    @Test
    @DisplayName("S10: whoever was listed anew goes on from their listing, and misses nothing")
    void goesOnFromTheListing() {
        Instant since = feed.beginning().since();
        create(MOST + 1, ada);
        clock.advance(Duration.ofMinutes(6));
        assertThatThrownBy(() -> feed.since(ada, since, 0)).isInstanceOf(CursorExpiredException.class);
        ChangeFeed.Beginning listed = feed.beginning();
        clock.advance(Duration.ofMinutes(10));
        List<String> later = create(2, ada);

        ChangeFeed.Slice slice = feed.since(ada, listed.since(), listed.position());

        assertThat(listed.feed()).isEqualTo("a feed");
        assertThat(slice.changes()).extracting(FeedChange::id).containsExactlyElementsOf(later);
    }

    @Test
    @DisplayName("S10: whoever has not heard of what is forgotten is listed anew; whoever has goes on")
    void sendsAwayWhoeverIsTooLate() {
        ChangeFeed.Slice start = feed.since(ada, feed.beginning().since(), 0);
        ChangeFeed.Slice heard = start;
        for (int round = 0; round < 6; round++) {
            clock.advance(Duration.ofMinutes(10));
            create(2, ada);
            heard = feed.since(ada, heard.since(), heard.position());
            assertThat(heard.changes()).as("round " + round).hasSize(2);
        }

        assertThatThrownBy(() -> feed.since(ben, start.since(), start.position()))
                .isInstanceOf(CursorExpiredException.class);
        assertThat(feed.since(ada, heard.since(), heard.position()).changes()).isEmpty();
    }

    @Test
    @DisplayName("S10: what is read in one go, and does not fit, is no reason to tell a part of it only")
    void tellsAllOrNothing() {
        ChangeFeed.Slice start = feed.since(ada, feed.beginning().since(), 0);
        clock.advance(Duration.ofMinutes(10));
        // Each record of which nobody knows who had it makes two changes, and each of those that are gone one.
        create(MOST, ada);
        create(3, ada).forEach(this::purge);

        assertThatThrownBy(() -> feed.since(ada, start.since(), start.position()))
                .isInstanceOf(CursorExpiredException.class);
    }

    @Test
    @DisplayName(
            "whoever comes from another process is told what changed since their moment, and not everything before")
    void goesOnByTheMoment() {
        ChangeFeed.Slice heard = feed.since(ada, feed.beginning().since(), 0);
        create(1, ada);
        clock.advance(Duration.ofMinutes(30));
        heard = feed.since(ada, heard.since(), heard.position());
        assertThat(heard.changes()).hasSize(1);
        clock.advance(Duration.ofMinutes(30));
        List<String> later = create(1, ada);
        clock.advance(Duration.ofMinutes(1));
        feed.since(ada, heard.since(), heard.position());

        Instant elsewhere = clock.instant().minus(Duration.ofMinutes(20));
        assertThat(feed.since(ada, elsewhere, 0).changes())
                .extracting(FeedChange::id)
                .containsExactlyElementsOf(later);
    }

    private void purge(String contact) {
        salesforce.organization().contacts().delete(contact);
        salesforce.organization().contacts().purge(contact);
    }

    private List<String> create(int many, String owner) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            ids.add(salesforce.organization().contacts().create(Map.of("LastName", "Contact " + i, "OwnerId", owner)));
        }
        return ids;
    }
}
