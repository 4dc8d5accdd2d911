package io.github.crosstie.ews.operation;

import io.github.crosstie.ews.soap.EwsChannel;
import io.github.crosstie.ews.soap.EwsRequest;
import io.github.crosstie.ews.soap.Space;
import io.github.crosstie.ews.soap.TroubleKind;
import io.github.crosstie.ews.soap.XmlInput;
import java.time.Clock;
import java.util.Optional;

/** Ends a subscription. */
public final class Unsubscribe {

    private static final String OPERATION = "Unsubscribe";

    private final SingleAnswer calls;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public Unsubscribe(EwsChannel channel, Clock clock) {
        this.calls = new SingleAnswer(channel, clock);
    }

    /**
     * Ends a subscription; one that the server does not know any more has ended already.
     *
     * @param subscriptionId the subscription
     */
    public void unsubscribe(String subscriptionId) {
        Optional<String> unused = calls.ask(
                new EwsRequest(
                        OPERATION,
                        out -> out.start(Space.MESSAGES, OPERATION)
                                .element(Space.MESSAGES, "SubscriptionId", subscriptionId)
                                .end()),
                XmlInput::skip,
                trouble -> trouble.kind() == TroubleKind.STATE,
                () -> subscriptionId);
    }
}
