package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.AnswerLost;
import io.github.crosstie.http.internal.ExchangePolicy;
import io.github.crosstie.http.internal.WebExchange;
import io.github.crosstie.http.internal.WebRequest;
import io.github.crosstie.http.internal.WebResponse;
import io.github.crosstie.salesforce.auth.AccessToken;
import io.github.crosstie.salesforce.auth.TokenProvider;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One organization's REST API. Thread-safe.
 *
 * <p>A refused session is renewed once and the request sent again, as a server that refuses a session has done nothing. What Salesforce
 * asks to be left alone for is remembered: nobody calls before the moment. Nothing else is sent twice.
 */
public final class SalesforceRest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration DAILY_PAUSE = Duration.ofHours(1);

    private final HttpClient client;
    private final TokenProvider tokens;
    private final Clock clock;
    private final ApiVersion version;
    private final ApiBudget budget;
    private final ExchangePolicy policy;
    private final AtomicReference<@Nullable ApiUsage> usage = new AtomicReference<>();
    private volatile Instant pausedUntil = Instant.MIN;

    /**
     * A connection; nobody is called yet.
     *
     * @param client the host's HTTP client, see {@link io.github.crosstie.http.internal.HostClient#usable}
     * @param tokens give the session
     * @param clock the time
     * @param version which version of the API
     * @param budget how much of the organization's requests may be used
     * @param policy how long an exchange may take
     */
    public SalesforceRest(
            HttpClient client,
            TokenProvider tokens,
            Clock clock,
            ApiVersion version,
            ApiBudget budget,
            ExchangePolicy policy) {
        this.client = Objects.requireNonNull(client, "client");
        this.tokens = Objects.requireNonNull(tokens, "tokens");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.version = Objects.requireNonNull(version, "version");
        this.budget = Objects.requireNonNull(budget, "budget");
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /**
     * Which version of the API is spoken.
     *
     * @return the version
     */
    public ApiVersion version() {
        return version;
    }

    /**
     * The time by which pauses are counted.
     *
     * @return the clock
     */
    public Clock clock() {
        return clock;
    }

    /**
     * How many requests of the day are used, as the last answer told.
     *
     * @return the usage; empty before the first answer
     */
    public Optional<ApiUsage> usage() {
        return Optional.ofNullable(usage.get());
    }

    /**
     * Sends a request.
     *
     * @param request the request
     * @return its answer, if it was carried out, or if what Salesforce says concerns the one record that it was about
     * @throws CrosstieException for whatever concerns more than one record: {@link ThrottledException} with the moment,
     *     {@link UnavailableException}, {@link io.github.crosstie.fault.UnauthorizedException},
     *     {@link io.github.crosstie.fault.AccessBlockedException}, {@link io.github.crosstie.fault.CursorExpiredException},
     *     {@link io.github.crosstie.fault.ContractBrokenException}; with the mark {@link AnswerLost} if the request may have been
     *     carried out
     */
    public RestAnswer send(RestRequest request) {
        return judged(request, signedIn(request));
    }

    /**
     * Sends a request that concerns no single record.
     *
     * @param request the request
     * @return the JSON of its answer
     * @throws CrosstieException as from {@link #send}, and for whatever else Salesforce says against it
     */
    public JsonNode require(RestRequest request) {
        return required(request, signedIn(request));
    }

    private JsonNode required(RestRequest request, WebResponse response) {
        RestAnswer answer = judged(request, response);
        if (!answer.isSuccess()) {
            throw RestTrouble.unexpected(request, answer);
        }
        return answer.body();
    }

    /** As {@link #require}, where an answer of success may be one of parts that say that the session is refused. */
    JsonNode require(RestRequest request, Predicate<JsonNode> isRefused) {
        WebResponse response = signedIn(
                request,
                session -> web(request, session),
                came -> came.status() == RestTrouble.UNAUTHORIZED
                        || (came.isSuccess() && isRefused.test(json(request, came))));
        return required(request, response);
    }

    /**
     * Sends a request that concerns no single record, and does not look into its answer: for pages that are read as a stream.
     *
     * @param request the request
     * @return its answer
     * @throws CrosstieException as from {@link #require}
     */
    public WebResponse open(RestRequest request) {
        WebResponse response = signedIn(request);
        if (!response.isSuccess()) {
            throw RestTrouble.unexpected(request, judged(request, response));
        }
        return response;
    }

    private WebResponse signedIn(RestRequest request) {
        return signedIn(
                request, session -> web(request, session), response -> response.status() == RestTrouble.UNAUTHORIZED);
    }

    /** Sends what a request comes to with a session, and once more with another one if it is refused. */
    WebResponse signedIn(
            RestRequest request, Function<AccessToken, WebRequest> sent, Predicate<WebResponse> isRefused) {
        requireAllowed(request);
        AccessToken session = tokens.token();
        WebResponse response = exchange(sent.apply(session));
        if (isRefused.test(response)) {
            AccessToken next = tokens.renew(session);
            if (next.equals(session)) {
                throw RestTrouble.session(request);
            }
            response = exchange(sent.apply(next));
            if (isRefused.test(response)) {
                throw RestTrouble.session(request);
            }
        }
        return response;
    }

    private void requireAllowed(RestRequest request) {
        Instant until = pausedUntil;
        if (clock.instant().isBefore(until)) {
            throw new ThrottledException(
                    request.name() + ": Salesforce asked to be left alone until " + until + "; not sent", until, null);
        }
        ApiUsage known = usage.get();
        if (known != null && budget.isSpent(known)) {
            // The numbers are of the last answer: after the pause one request finds out what they are by then.
            usage.set(null);
            throw pause(new ThrottledException(
                    request.name() + ": " + known.used() + " of the organization's " + known.maximum()
                            + " requests a day are used, more than the budget of " + budget.percent()
                            + " percent; waits, or set a larger budget",
                    clock.instant().plus(DAILY_PAUSE),
                    null));
        }
    }

    private static WebRequest web(RestRequest request, AccessToken session) {
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.put("Authorization", "Bearer " + session.value());
        headers.putIfAbsent("Accept", "application/json");
        JsonNode body = request.body();
        if (body != null) {
            headers.put("Content-Type", "application/json; charset=UTF-8");
        }
        return new WebRequest(
                request.name(),
                request.verb(),
                session.instance().resolve(request.path()),
                headers,
                body == null ? null : body.toString(),
                request.isReading());
    }

    private WebResponse exchange(WebRequest request) {
        WebResponse response = WebExchange.send(client, request, policy);
        response.header("Sforce-Limit-Info").flatMap(ApiUsage::read).ifPresent(usage::set);
        return response;
    }

    private RestAnswer judged(RestRequest request, WebResponse response) {
        RestAnswer answer = new RestAnswer(request.name(), response.status(), json(request, response));
        if (answer.isSuccess() || answer.isChangedSince()) {
            return answer;
        }
        List<RestError> errors = answer.errors();
        throwTrouble(request, response, errors);
        return answer;
    }

    void throwTrouble(RestRequest request, WebResponse response, List<RestError> errors) {
        Optional<CrosstieException> trouble = RestTrouble.of(request, response, errors, clock.instant());
        if (trouble.isPresent()) {
            throw trouble.get() instanceof ThrottledException throttled ? pause(throttled) : trouble.get();
        }
    }

    private synchronized ThrottledException pause(ThrottledException throttled) {
        if (throttled.retryAt().isAfter(pausedUntil)) {
            pausedUntil = throttled.retryAt();
        }
        return throttled;
    }

    private JsonNode json(RestRequest request, WebResponse response) {
        if (response.content().length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(response.content());
        } catch (IOException e) {
            if (!response.isSuccess()) {
                // A page of a gateway's: its status tells what it means.
                throwTrouble(request, response, List.of());
            }
            UnavailableException broken = new UnavailableException(
                    request.name() + ": status " + response.status()
                            + " with an answer that is not JSON, as a gateway gives; try again later",
                    e);
            throw request.isReading() ? broken : AnswerLost.mark(broken);
        }
    }
}
