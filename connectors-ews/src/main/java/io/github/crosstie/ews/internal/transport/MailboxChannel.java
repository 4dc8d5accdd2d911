package io.github.crosstie.ews.internal.transport;

import io.github.crosstie.connector.Owner;
import io.github.crosstie.ews.internal.soap.Envelope;
import io.github.crosstie.ews.internal.soap.EwsChannel;
import io.github.crosstie.ews.internal.soap.EwsReader;
import io.github.crosstie.ews.internal.soap.EwsRequest;
import io.github.crosstie.ews.internal.soap.RequestHeader;
import io.github.crosstie.ews.internal.soap.ServerVersion;
import io.github.crosstie.ews.internal.soap.Trouble;
import io.github.crosstie.ews.internal.soap.TroubleKind;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One mailbox's channel: sends envelopes, and acts on what concerns the whole request. */
final class MailboxChannel implements EwsChannel {

    private static final int OK = 200;
    private static final int FAULT = 500;

    private final WebClient web;
    private final Clock clock;
    private final Supplier<String> requestIds;
    private final Owner mailbox;
    private final MailServer server;
    private final RequestHeader header;
    private final Supplier<MailboxState> states;
    private final Statuses statuses;

    MailboxChannel(
            WebClient web,
            Clock clock,
            Supplier<String> requestIds,
            Owner mailbox,
            MailServer server,
            RequestHeader header,
            Supplier<MailboxState> states) {
        this.web = web;
        this.clock = clock;
        this.requestIds = requestIds;
        this.mailbox = mailbox;
        this.server = server;
        this.header = header;
        this.states = states;
        this.statuses = new Statuses(clock);
    }

    @Override
    public <T> T call(EwsRequest request, EwsReader<T> reader) {
        return inSomeVersion(version -> {
            WebRequest sent = addressed(request, version, Map.of("Accept-Encoding", "gzip"));
            return exchange(
                    sent, web.policy(), answer -> new AnswerReading(sent.with(answer), answer, clock).one(reader));
        });
    }

    @Override
    public void stream(EwsRequest request, Duration atMost, EwsReader<Boolean> each) {
        inSomeVersion(version -> {
            WebRequest sent = addressed(request, version, Map.of("X-PreferServerAffinity", "true"));
            return exchange(sent, web.policy().within(atMost), answer -> {
                new AnswerReading(sent.with(answer), answer, clock).all(each);
                return true;
            });
        });
    }

    @Override
    public void heed(Trouble trouble) {
        CrosstieException unused = remembered(trouble.toException("an item", clock), states.get());
    }

    /** Sends in the newest version that the server may know, and in older ones as long as it refuses. */
    private <T> T inSomeVersion(Function<ServerVersion, T> sending) {
        MailboxState state = states.get();
        requireNoPause(state);
        ServerVersion version = olderOf(header.version(), state.version());
        while (true) {
            try {
                return sending.apply(version);
            } catch (CrosstieException e) {
                Optional<ServerVersion> older = isAboutTheVersion(e) ? version.older() : Optional.empty();
                if (older.isEmpty()) {
                    throw remembered(e, state);
                }
                state.stepBelow(version);
                version = older.get();
            }
        }
    }

    private static boolean isAboutTheVersion(CrosstieException trouble) {
        return Trouble.of(trouble)
                .filter(it -> it.kind() == TroubleKind.VERSION)
                .isPresent();
    }

    private static ServerVersion olderOf(ServerVersion one, ServerVersion other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The server's wish to be left alone holds for every channel of the mailbox; retrying would prolong it. */
    private void requireNoPause(MailboxState state) {
        if (clock.instant().isBefore(state.quietUntil())) {
            throw new ThrottledException(
                    mailbox + ": its server asked to be left alone until " + state.quietUntil()
                            + "; send nothing before",
                    state.quietUntil(),
                    null);
        }
    }

    private CrosstieException remembered(CrosstieException trouble, MailboxState state) {
        if (trouble instanceof ThrottledException throttled) {
            state.keepQuietUntil(throttled.retryAt());
        }
        if (Trouble.of(trouble).filter(MailboxChannel::isElsewhere).isPresent()) {
            moved(state);
        }
        return trouble;
    }

    private static boolean isElsewhere(Trouble trouble) {
        return trouble.kind() == TroubleKind.MOVING
                || trouble.effectiveCode().name().equals("ErrorNonPrimarySmtpAddress");
    }

    private void moved(MailboxState state) {
        state.cookies().clear();
        server.doubt();
    }

    private <T> T exchange(WebRequest request, WebPolicy terms, Function<WebAnswer, T> reading) {
        MailboxState state = states.get();
        try (WebAnswer answer = web.send(request, terms)) {
            state.cookies().take(request.address(), answer.headers().allValues("Set-Cookie"));
            if (isEnvelope(answer)) {
                return reading.apply(answer);
            }
            if (Statuses.isElsewhere(answer)) {
                moved(state);
            }
            throw statuses.meaning(answer, request.with(answer));
        }
    }

    private static boolean isEnvelope(WebAnswer answer) {
        return answer.status() == FAULT ? answer.isXml() : answer.status() == OK && !answer.isPage();
    }

    private WebRequest addressed(EwsRequest request, ServerVersion version, Map<String, String> more) {
        URI address = server.address();
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Content-Type", "text/xml; charset=utf-8");
        headers.put("Accept", "text/xml");
        if (mailbox.value().chars().allMatch(character -> character > ' ' && character < 0x7F)) {
            headers.put("X-AnchorMailbox", mailbox.value());
        }
        headers.put(WebRequest.ID, requestIds.get());
        headers.put("return-client-request-id", "true");
        states.get().cookies().header(address).ifPresent(cookies -> headers.put("Cookie", cookies));
        return new WebRequest(
                request.operation(),
                address,
                mailbox,
                headers,
                Envelope.write(header.withVersion(version), request),
                isReading(request.operation()));
    }

    /** Whether an operation changes nothing on the server. */
    private static boolean isReading(String operation) {
        return operation.startsWith("Get")
                || operation.startsWith("Find")
                || operation.startsWith("Sync")
                || operation.startsWith("Resolve")
                || operation.startsWith("Convert");
    }
}
