package io.github.crosstie.graph.internal.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.crosstie.connector.Owner;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.http.internal.BrokenConnectionException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One mailbox's channel: what holds for its requests, whoever carries them. */
final class MailboxChannel implements GraphChannel {

    private static final Pattern WELL_FORMED_ID = Pattern.compile("[\\w.-]{1,80}");

    private final GraphTransport transport;
    private final Clock clock;
    private final Owner mailbox;
    private final Requests requests;
    private final Supplier<MailboxState> states;

    MailboxChannel(
            GraphTransport transport,
            Clock clock,
            Supplier<String> requestIds,
            Owner mailbox,
            Supplier<MailboxState> states) {
        this.transport = transport;
        this.clock = clock;
        this.mailbox = mailbox;
        this.requests = new Requests(transport.root(), mailbox, requestIds);
        this.states = states;
    }

    @Override
    public GraphAnswer call(GraphCall call) {
        return exchange(call, 1);
    }

    @Override
    public List<GraphAnswer> batch(List<GraphCall> calls) {
        Batch batch = Batch.of(mailbox, calls);
        // The server carries out as many parts at the same time as a mailbox has lanes.
        List<GraphAnswer> answers = batch.answers(exchange(batch.call(), Math.min(MailboxState.LANES, calls.size())));
        MailboxState state = states.get();
        answers.stream()
                .flatMap(answer -> answer.trouble().stream())
                .flatMap(trouble -> Optional.ofNullable(trouble.retryAt()).stream())
                .forEach(state::keepQuietUntil);
        return answers;
    }

    private GraphAnswer exchange(GraphCall call, int lanes) {
        GraphRequest request = requests.of(call);
        MailboxState state = states.get();
        requireNoPause(state);
        enter(request, state, lanes);
        try {
            // Whoever was before may have been told to be quiet.
            requireNoPause(state);
            return judged(request, state);
        } finally {
            state.leave(lanes);
        }
    }

    private void enter(GraphRequest request, MailboxState state, int lanes) {
        try {
            if (!state.enter(lanes, transport.policy().deadline())) {
                throw new UnavailableException(request
                        + ": the mailbox's other requests took all the time; try again later, or run fewer rounds for"
                        + " it at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(
                    request + ": the thread was interrupted before anything was sent; run the round again", e);
        }
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

    private GraphAnswer judged(GraphRequest request, MailboxState state) {
        try {
            GraphAnswer answer = answer(request, carried(request));
            Optional<GraphTrouble> trouble = answer.trouble();
            if (trouble.isPresent() && !trouble.get().kind().ofItem()) {
                throw trouble.get().toException(answer.where());
            }
            return answer;
        } catch (ThrottledException e) {
            state.keepQuietUntil(e.retryAt());
            throw e;
        }
    }

    /** Once more if the connection breaks and nothing can be done twice, as when an idle one is closed. */
    private GraphResponse carried(GraphRequest request) {
        try {
            return transport.exchange(request);
        } catch (UnavailableException e) {
            if (!request.isReading() || !(e.getCause() instanceof BrokenConnectionException)) {
                throw e;
            }
            return transport.exchange(request);
        }
    }

    private GraphAnswer answer(GraphRequest request, GraphResponse response) {
        String where = named(request, response);
        GraphAnswer answer;
        try {
            answer = new GraphAnswer(
                    where,
                    response.status(),
                    response.headers(),
                    response.isJson() ? response.json() : Requests.NOTHING,
                    clock.instant());
        } catch (JsonProcessingException e) {
            // Its message would show what is in the answer.
            throw lost(
                    request,
                    new ContractBrokenException(where + ": status " + response.status()
                            + ", the answer is not well-formed JSON at " + position(e) + "; report it"));
        } catch (IOException e) {
            throw lost(request, new ContractBrokenException(where + ": the answer cannot be read; report it", e));
        }
        if (answer.succeeded() ? response.isJson() : answer.body().path("error").isObject()) {
            return answer;
        }
        throw ForeignAnswer.meaning(answer);
    }

    private static CrosstieException lost(GraphRequest request, ContractBrokenException exception) {
        return request.isReading() ? exception : AnswerLost.mark(exception);
    }

    private static String position(JsonProcessingException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static String named(GraphRequest request, GraphResponse response) {
        Optional<String> servers = response.header("request-id")
                .filter(id -> WELL_FORMED_ID.matcher(id).matches());
        return request + servers.map(id -> " (request-id " + id + ")").orElse("");
    }
}
