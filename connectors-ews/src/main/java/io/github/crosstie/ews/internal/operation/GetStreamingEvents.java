package io.github.crosstie.ews.internal.operation;

import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.ResponseMessage;
import io.github.crosstie.ews.internal.soap.Space;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.XmlInput;
import io.github.crosstie.ews.internal.soap.XmlOutput;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Listens to subscriptions on a response that stays open. */
public final class GetStreamingEvents {

    /** The most subscriptions that one request can listen to. */
    public static final int MOST_SUBSCRIPTIONS = 200;

    private static final String OPERATION = "GetStreamingEvents";
    private static final int LONGEST_MINUTES = 30;

    private final EwsChannel channel;
    private final Clock clock;

    /**
     * The operation for a mailbox.
     *
     * @param channel the mailbox that the subscriptions were made in
     * @param clock tells when now is
     */
    public GetStreamingEvents(EwsChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Listens until the server closes the response. Holds the thread that long.
     *
     * @param subscriptionIds 1 to {@value #MOST_SUBSCRIPTIONS} subscriptions
     * @param minutes after how many minutes the server closes the response, 1 to 30
     * @param each is told each hint as it comes, on the calling thread; it must not take long
     * @return the subscriptions that the server does not know any more
     * @throws io.github.crosstie.fault.CrosstieException if the server refuses, or the response breaks off
     */
    public Set<String> listen(List<String> subscriptionIds, int minutes, Consumer<ChangeHint> each) {
        if (subscriptionIds.isEmpty() || subscriptionIds.size() > MOST_SUBSCRIPTIONS) {
            throw new IllegalArgumentException(
                    subscriptionIds.size() + " subscriptions; listen to 1 to " + MOST_SUBSCRIPTIONS);
        }
        if (minutes < 1 || minutes > LONGEST_MINUTES) {
            throw new IllegalArgumentException(minutes + " minutes; listen for 1 to " + LONGEST_MINUTES);
        }
        Listening listening = new Listening(each);
        channel.stream(
                new EwsRequest(OPERATION, out -> write(out, subscriptionIds, minutes)),
                Duration.ofMinutes(minutes).plusMinutes(1),
                listening::envelope);
        return listening.dead;
    }

    private static void write(XmlOutput out, List<String> subscriptionIds, int minutes) {
        out.start(Space.MESSAGES, OPERATION).start(Space.MESSAGES, "SubscriptionIds");
        subscriptionIds.forEach(id -> out.element(Space.TYPES, "SubscriptionId", id));
        out.end()
                .element(Space.MESSAGES, "ConnectionTimeout", Integer.toString(minutes))
                .end();
    }

    private final class Listening {
        private final Consumer<ChangeHint> each;
        private final Set<String> dead = new HashSet<>();
        private boolean closed;

        Listening(Consumer<ChangeHint> each) {
            this.each = each;
        }

        boolean envelope(XmlInput response) {
            ResponseMessage.each(response, message -> {
                Optional<Trouble> failure =
                        ResponseMessage.read(message, this::part).failure();
                if (failure.isPresent() && dead.isEmpty()) {
                    throw failure.get().toException(OPERATION, clock);
                }
            });
            return !closed && dead.isEmpty();
        }

        private void part(XmlInput part) {
            switch (part.name()) {
                case "Notifications" -> part.children(this::notification);
                case "ErrorSubscriptionIds" -> part.children(id -> dead.add(id.text()));
                case "ConnectionStatus" -> closed = part.text().strip().equals("Closed");
                default -> part.skip();
            }
        }

        private void notification(XmlInput notification) {
            List<String> subscription = new ArrayList<>(1);
            Set<String> folders = new HashSet<>();
            notification.children(part -> {
                if (part.name().equals("SubscriptionId")) {
                    subscription.add(part.text());
                } else {
                    part.children(detail -> folder(detail, folders));
                }
            });
            for (String folder : folders) {
                subscription.forEach(id -> each.accept(new ChangeHint(id, folder)));
            }
        }

        private static void folder(XmlInput detail, Set<String> folders) {
            if (detail.name().equals("ParentFolderId") || detail.name().equals("OldParentFolderId")) {
                folders.add(FolderKey.read(detail).id());
            }
        }
    }
}
