package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import io.github.crosstie.fault.ContractBrokenException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Asks a server to tell when something changes in folders, over {@link GetStreamingEvents}. */
public final class Subscribe {

    private static final String OPERATION = "Subscribe";
    private static final List<String> EVENTS =
            List.of("CopiedEvent", "CreatedEvent", "DeletedEvent", "ModifiedEvent", "MovedEvent");

    private final SingleAnswer calls;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox
     * @param clock tells when now is
     */
    public Subscribe(EwsChannel channel, Clock clock) {
        this.calls = new SingleAnswer(channel, clock);
    }

    /**
     * Subscribes.
     *
     * @param folders which folders, at least one, without those within them
     * @return the subscription's id; the server forgets it some time after nobody listens any more
     */
    public String subscribe(List<? extends FolderReference> folders) {
        List<String> ids = new ArrayList<>(1);
        return calls.require(
                new EwsRequest(OPERATION, out -> write(out, folders)),
                part -> {
                    if (part.name().equals("SubscriptionId")) {
                        ids.add(part.text());
                    }
                },
                () -> ids.stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new ContractBrokenException("the server answered without a subscription; report it")));
    }

    private static void write(XmlOutput out, List<? extends FolderReference> folders) {
        out.start(Space.MESSAGES, OPERATION).start(Space.MESSAGES, "StreamingSubscriptionRequest");
        out.start(Space.TYPES, "FolderIds");
        folders.forEach(folder -> folder.write(out));
        out.end().start(Space.TYPES, "EventTypes");
        EVENTS.forEach(event -> out.element(Space.TYPES, "EventType", event));
        out.end().end().end();
    }
}
