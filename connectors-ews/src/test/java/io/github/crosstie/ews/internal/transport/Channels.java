package io.github.crosstie.ews.internal.transport;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.auth.EwsAuth;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.RequestHeader;
import io.github.crosstie.ews.internal.soap.ServerVersion;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.testkit.MutableClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Channels to test servers, with fixed ids and a clock that stands. */
final class Channels {

    static final Owner ANNA = new Owner("anna@acme.example");
    static final Owner BERT = new Owner("bert@acme.example");
    static final EwsRequest READ = request("GetItem");
    static final EwsRequest WRITE = request("CreateItem");
    static final EwsReader<String> WORD = XmlInput::text;

    final MutableClock clock = MutableClock.create();
    private final EwsTransport transport;

    private Channels(EwsAuth auth, WebPolicy policy) {
        AtomicInteger ids = new AtomicInteger();
        transport = EwsTransport.of(
                WebClient.of(TestServer.client(), auth, policy), clock, () -> "ours-" + ids.incrementAndGet());
    }

    static Channels open() {
        return open(WebPolicy.DEFAULT.withPlainHttp().within(Duration.ofMinutes(1)));
    }

    static Channels open(WebPolicy policy) {
        return new Channels(EwsAuth.bearer(target -> "token"), policy);
    }

    /** With so little time that a server that never ends is given up soon. */
    static Channels impatient() {
        return open(WebPolicy.DEFAULT.withPlainHttp().within(Duration.ofSeconds(1)));
    }

    EwsChannel to(TestServer server, Owner mailbox) {
        return to(MailServer.at(server.at("/EWS/Exchange.asmx")), mailbox);
    }

    EwsChannel to(MailServer server, Owner mailbox) {
        return transport.channel(mailbox, server, RequestHeader.of(ServerVersion.EXCHANGE_2013_SP1));
    }

    static EwsRequest request(String operation) {
        return new EwsRequest(
                operation, out -> out.start(Space.MESSAGES, operation).end());
    }
}
