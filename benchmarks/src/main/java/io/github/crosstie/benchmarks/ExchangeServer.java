package io.github.crosstie.benchmarks;

import io.github.crosstie.connector.Connector;
import io.github.crosstie.ews.EwsConnector;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.testkit.exchange.LoopbackExchange;
import io.github.crosstie.testkit.exchange.LoopbackMailbox;
import io.github.crosstie.testkit.exchange.LoopbackRequest;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** A loopback Exchange. */
final class ExchangeServer implements LoopbackServer {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern CREATED = Pattern.compile("<(?:\\w+:)?Contact>");
    private static final Pattern UPDATED = Pattern.compile("<(?:\\w+:)?ItemChange>");

    private final LoopbackExchange exchange;

    ExchangeServer(Clock clock) {
        exchange = LoopbackExchange.start(clock);
    }

    @Override
    public Connector connector(Clock clock) {
        return EwsConnector.builder()
                .client(CLIENT)
                .auth(EwsAuth.bearer(target -> "token"))
                .server(exchange.url())
                .clock(clock)
                .utc()
                .allowPlainHttp()
                .build();
    }

    @Override
    public LoopbackMailbox mailbox(String address) {
        return exchange.mailbox(address);
    }

    @Override
    public List<Asked> asked() {
        return exchange.requests().stream().map(ExchangeServer::asked).toList();
    }

    private static Asked asked(LoopbackRequest request) {
        About about = about(request.operation());
        int items = switch (about) {
            case CREATION -> count(CREATED, request);
            case CHANGE -> count(UPDATED, request);
            default -> 0;
        };
        return new Asked(about, items, request.status() == 0);
    }

    private static About about(String operation) {
        return switch (operation) {
            case "GetItem", "FindItem" -> About.READING;
            case "GetFolder", "FindFolder", "CreateFolder", "DeleteFolder" -> About.FOLDERS;
            case "CreateItem" -> About.CREATION;
            case "UpdateItem", "DeleteItem" -> About.CHANGE;
            default -> About.CHANGES;
        };
    }

    private static int count(Pattern item, LoopbackRequest request) {
        return (int) item.matcher(request.envelope()).results().count();
    }

    @Override
    public void keepBodies(boolean keep) {
        exchange.keepEnvelopes(keep);
    }

    @Override
    public List<String> writing() {
        return List.of("CreateItem", "UpdateItem");
    }

    @Override
    public void loseAnswer(String operation, int number) {
        exchange.faults().nth(operation, number).loseAnswer();
    }

    @Override
    public void refuse(String operation, boolean all) {
        (all ? exchange.faults().every(operation) : exchange.faults().next(operation)).refuse("ErrorServerBusy");
    }

    @Override
    public void close() {
        exchange.close();
    }
}
