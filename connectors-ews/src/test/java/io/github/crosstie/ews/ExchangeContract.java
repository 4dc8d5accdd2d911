package io.github.crosstie.ews;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.crosstie.connector.Endpoint;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.item.ItemId;
import io.github.crosstie.item.ItemKind;
import io.github.crosstie.testkit.EndpointContract;
import io.github.crosstie.testkit.Items;
import io.github.crosstie.testkit.MutableClock;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackFolder;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.exchange.LoopbackRequest;
import io.github.crosstie.testkit.exchange.SchemaJudge;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * The contract of endpoints over the wire, with people at the mailbox; every request and every answer is judged by the
 * schema.
 */
abstract class ExchangeContract extends EndpointContract {

    static final Owner ADA = new Owner("ada@acme.example");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final MutableClock clock = MutableClock.create();
    private final LoopbackExchange exchange = LoopbackExchange.start(clock);
    private final LoopbackMailbox mailbox = exchange.mailbox(ADA.value());
    private final ItemKind kind;

    ExchangeContract(ItemKind kind) {
        this.kind = kind;
    }

    static EwsConnector.Builder connector(LoopbackExchange exchange, Clock clock) {
        return EwsConnector.builder()
                .client(CLIENT)
                .auth(EwsAuth.bearer(target -> "token"))
                .server(exchange.url())
                .clock(clock)
                .userZones(owner -> ZoneId.of("Europe/Berlin"))
                .deadline(Duration.ofSeconds(30))
                .allowPlainHttp();
    }

    private final EwsConnector connector = connector();

    private EwsConnector connector() {
        return connector(exchange, clock).paging(page(), 50).build();
    }

    int page() {
        return 512;
    }

    @AfterEach
    void everythingThatWasSaidIsValid() {
        SchemaJudge.ifPresent().ifPresent(judge -> {
            for (LoopbackRequest request : exchange.requests()) {
                assertThat(judge.complaints(request.envelope()))
                        .as(request.operation())
                        .isEmpty();
                assertThat(judge.complaints(request.answer()))
                        .as(request.operation())
                        .isEmpty();
            }
        });
        exchange.close();
    }

    private LoopbackFolder folder() {
        return kind == ItemKind.CONTACT ? mailbox.folder("Salesforce_Sync") : mailbox.calendar();
    }

    @Override
    protected Endpoint open() {
        return connector.open(ADA, kind, Items.anyConfiguration());
    }

    @Override
    protected Endpoint openAgain() {
        return connector().open(ADA, kind, Items.anyConfiguration());
    }

    @Override
    protected ItemKind kind(Endpoint endpoint) {
        return kind;
    }

    @Override
    protected boolean deleteAsPerson(ItemId id) {
        folder().delete(id.value());
        return true;
    }

    /** Of an event people make a new one, as its UID says. */
    @Override
    protected @Nullable ItemId copyAsPerson(ItemId id) {
        if (kind == ItemKind.EVENT) {
            return null;
        }
        return new ItemId(folder().copy(id.value()).id());
    }

    @Override
    protected Supplier<?> decorateAsPerson(ItemId id) {
        folder().edit(id.value(), Map.of("Importance", "High", "Body/HTML", "<html><body><b>bold</b></body></html>"));
        return () -> List.of(
                folder().item(id.value()).value("Importance"),
                folder().item(id.value()).value("Body").startsWith("<html>"));
    }

    @Override
    protected boolean expireCursors() {
        mailbox.expireSyncStates();
        return true;
    }

    /** Not as a busy mailbox does, which would not be asked, right after, whether the record is still as it was. */
    @Override
    protected Instant deferNextWrite() {
        exchange.faults().next("UpdateItem").refuse("ErrorMailboxMoveInProgress");
        return clock.instant().plus(Trouble.UNSTATED_PAUSE);
    }
}
