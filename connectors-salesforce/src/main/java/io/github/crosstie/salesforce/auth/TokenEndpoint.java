package io.github.crosstie.salesforce.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.crosstie.fault.ContractBrokenException;
import io.github.crosstie.fault.CrosstieException;
import io.github.crosstie.fault.ThrottledException;
import io.github.crosstie.fault.UnauthorizedException;
import io.github.crosstie.fault.UnavailableException;
import io.github.crosstie.http.internal.ExchangePolicy;
import io.github.crosstie.http.internal.WebExchange;
import io.github.crosstie.http.internal.WebRequest;
import io.github.crosstie.http.internal.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where sessions are issued. */
final class TokenEndpoint {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** What a person has to do about a refusal, by the words of Salesforce. */
    private static final Map<String, String> REMEDIES = Map.of(
            "user hasn't approved this consumer",
            "pre-authorize the user's profile or permission set for the connected app",
            "invalid assertion",
            "check the audience, the clock, and that the connected app holds the key's certificate",
            "audience is invalid",
            "set the audience to the login address that the organization uses",
            "expired access/refresh token",
            "have a person sign in again and hand over the new refresh token",
            "inactive user",
            "activate the user that the integration runs as",
            "no client credentials user enabled",
            "name the user to run as in the connected app's client credentials flow",
            "invalid client credentials",
            "check the consumer key and secret");

    private final HttpClient client;
    private final URI address;
    private final Grant grant;
    private final Clock clock;
    private final ExchangePolicy policy;
    private final boolean plainHttp;

    TokenEndpoint(HttpClient client, URI address, Grant grant, Clock clock, ExchangePolicy policy, boolean plainHttp) {
        this.client = client;
        this.address = address;
        this.grant = grant;
        this.clock = clock;
        this.policy = policy;
        this.plainHttp = plainHttp;
    }

    AccessToken issue() {
        Map<String, String> headers =
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json");
        String name = "sign-in to " + address.getHost() + " by " + grant.name();
        // A session that nobody hears of does no harm, so nothing is lost with its answer.
        WebResponse response = WebExchange.send(
                client, new WebRequest(name, "POST", address, headers, form(grant.form()), true), policy);
        JsonNode answer = json(name, response);
        if (!response.isSuccess()) {
            throw refused(name, response, answer);
        }
        return session(name, answer);
    }

    private AccessToken session(String name, JsonNode answer) {
        String token = answer.path("access_token").asText();
        String instance = answer.path("instance_url").asText();
        if (token.isBlank() || instance.isBlank()) {
            throw new ContractBrokenException(
                    name + ": the answer names no access_token or no instance_url; check that the address is"
                            + " Salesforce's");
        }
        try {
            AccessToken session = new AccessToken(token, URI.create(instance));
            if (!plainHttp && !"https".equals(session.instance().getScheme())) {
                throw new ContractBrokenException(
                        name + ": the answer names an instance without encryption; no request was sent there");
            }
            return session;
        } catch (IllegalArgumentException e) {
            throw new ContractBrokenException(
                    name + ": the answer's access_token or instance_url is malformed; check that the address is"
                            + " Salesforce's",
                    e);
        }
    }

    private JsonNode json(String name, WebResponse response) {
        try {
            return JSON.readTree(response.content());
        } catch (JsonProcessingException e) {
            throw notJson(name, response);
        } catch (IOException e) {
            throw new UnavailableException(name + ": the answer could not be read; try again later", e);
        }
    }

    private CrosstieException notJson(String name, WebResponse response) {
        return response.status() == TOO_MANY
                ? throttled(name)
                : new UnavailableException(name + ": status " + response.status()
                        + " with an answer that is not JSON, as a proxy gives; check the address, or try again"
                        + " later");
    }

    private CrosstieException refused(String name, WebResponse response, JsonNode answer) {
        String error = answer.path("error").asText("unknown_error");
        String description = answer.path("error_description").asText();
        if (response.status() == TOO_MANY || "login rate exceeded".equals(description)) {
            return throttled(name);
        }
        if (response.status() >= SERVER_ERROR || "temporarily_unavailable".equals(error)) {
            return new UnavailableException(
                    name + ": status " + response.status() + ", " + error + "; try again later");
        }
        return new UnauthorizedException(name + ": refused as " + error
                + (description.isBlank() ? "" : " (" + description + ")") + "; " + remedy(description));
    }

    private ThrottledException throttled(String name) {
        return new ThrottledException(
                name + ": too many sign-ins; waits a minute", clock.instant().plus(PAUSE), null);
    }

    private static String remedy(String description) {
        return REMEDIES.entrySet().stream()
                .filter(entry -> description.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("look at the user's login history in Salesforce Setup");
    }

    private static String form(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
