package io.github.crosstie.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.InvalidInputException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.graph.internal.wire.GraphCall;
import io.github.crosstie.graph.internal.wire.GraphChannels;
import io.github.crosstie.graph.internal.wire.ScriptedGraph;
import io.github.crosstie.graph.internal.wire.Way;
import io.github.crosstie.graph.notification.DecodedNotices;
import io.github.crosstie.graph.notification.GraphNotice;
import io.github.crosstie.graph.notification.GraphNotifications;
import io.github.crosstie.graph.notification.GraphSubscription;
import io.github.crosstie.graph.notification.GraphSubscriptions;
import io.github.crosstie.graph.notification.SubscriptionRequest;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.graph.LoopbackGraph;
import io.github.crosstie.testkit.graph.LoopbackSubscriptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Word of changes from a Graph that tries addresses, tells, and lets subscriptions end. */
@ParameterizedClass
@EnumSource(Way.class)
class SubscriptionsTest {

    private static final Owner ADA = new Owner("ada@example.com");
    private static final String SECRET = "nobody-guesses-this";
    private static final URI URL = URI.create("https://crm.acme.example/graph");

    @Parameter
    Way way;

    private final MutableClock clock = MutableClock.create();
    private final LoopbackGraph graph = LoopbackGraph.start(clock);
    private GraphChannels channels;
    private GraphSubscriptions subscriptions;

    @BeforeEach
    void connect() {
        graph.mailbox(ADA.value());
        graph.subscriptions()
                .endpoint((url, token) -> GraphNotifications.validation(
                                URI.create(url).getRawQuery())
                        .orElse("no trial"));
        channels = GraphChannels.of(way.transport(graph.url(), graph.accessToken()), clock, () -> "id");
        subscriptions = new Subscriptions(channels, clock);
    }

    @AfterEach
    void close() {
        graph.close();
    }

    private GraphSubscription subscribe(ItemKind kind) {
        return subscriptions.create(SubscriptionRequest.of(ADA, kind, URL, SECRET));
    }

    private void makeContact() {
        channels.channel(ADA)
                .call(GraphCall.post("create contact", ScriptedGraph.parsed("{\"givenName\":\"Bo\"}"), "contacts"))
                .required();
    }

    private List<GraphNotice> told(String secret) {
        return graph.subscriptions().take().stream()
                .map(posted -> GraphNotifications.decode(posted.body(), secret))
                .map(DecodedNotices::notices)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void tellsOfAnItemThatWasMade() {
        GraphSubscription subscription = subscribe(ItemKind.CONTACT);

        makeContact();

        assertThat(told(SECRET)).singleElement().isInstanceOfSatisfying(GraphNotice.ItemChanged.class, changed -> {
            assertThat(changed.subscriptionId()).isEqualTo(subscription.id());
            assertThat(changed.itemId()).isNotEmpty();
        });
    }

    @Test
    void tellsOnlyOfTheKindThatWasAskedFor() {
        subscribe(ItemKind.EVENT);

        makeContact();

        assertThat(told(SECRET)).isEmpty();
    }

    @Test
    void whatCarriesAnotherSecretIsLeftOut() {
        subscribe(ItemKind.CONTACT);

        makeContact();

        assertThat(told("guessed")).isEmpty();
    }

    @Test
    void livesAsLongAsGraphSaysAndIsRenewedHalfWay() {
        GraphSubscription subscription = subscribe(ItemKind.EVENT);

        assertThat(subscription.mailbox()).isEqualTo(ADA);
        assertThat(subscription.kind()).isEqualTo(ItemKind.EVENT);
        assertThat(subscription.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(4230)));
        assertThat(subscription.renewAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(2115)));
    }

    @Test
    void aRenewedSubscriptionLivesOn() {
        GraphSubscription subscription = subscribe(ItemKind.CONTACT);
        clock.set(subscription.renewAt());

        GraphSubscription renewed = subscriptions.renew(subscription).orElseThrow();
        clock.set(subscription.expiresAt().plusSeconds(1));
        makeContact();

        assertThat(renewed.id()).isEqualTo(subscription.id());
        assertThat(renewed.expiresAt()).isEqualTo(subscription.renewAt().plus(Duration.ofMinutes(4230)));
        assertThat(told(SECRET)).hasSize(1);
    }

    @Test
    void aSubscriptionThatEndedCannotBeRenewed() {
        GraphSubscription subscription = subscribe(ItemKind.CONTACT);
        clock.set(subscription.expiresAt().plusSeconds(1));

        assertThat(subscriptions.renew(subscription)).isEmpty();
    }

    @Test
    void anEndedSubscriptionTellsNothing() {
        GraphSubscription subscription = subscribe(ItemKind.CONTACT);

        subscriptions.end(ADA, subscription.id());
        makeContact();

        assertThat(told(SECRET)).isEmpty();
        assertThatCode(() -> subscriptions.end(ADA, subscription.id())).doesNotThrowAnyException();
    }

    @Test
    void tellsWhatBecomesOfTheSubscriptionItself() {
        GraphSubscription subscription = subscribe(ItemKind.CONTACT);

        List<GraphNotice> told = graph.subscriptions().lifecycle(LoopbackSubscriptions.MISSED).stream()
                .flatMap(posted -> GraphNotifications.decode(posted.body(), SECRET).notices().stream())
                .toList();

        assertThat(told).containsExactly(new GraphNotice.NoticesMissed(subscription.id()));
    }

    @Test
    void anAddressThatDoesNotAnswerIsTheHostsToMend() {
        graph.subscriptions().endpoint((url, token) -> "not found");

        assertThatThrownBy(() -> subscribe(ItemKind.CONTACT))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GraphNotifications.validation")
                .hasMessageNotContaining(SECRET);
        assertThat(graph.subscriptions().ids()).isEmpty();
    }

    @Test
    void aCreationThatGotLostIsNotRepeated() {
        graph.faults().next("POST subscriptions").loseAnswer();

        assertThatThrownBy(() -> subscribe(ItemKind.CONTACT)).isInstanceOf(UnavailableException.class);
        assertThat(graph.count("POST subscriptions")).isEqualTo(1);
    }
}
