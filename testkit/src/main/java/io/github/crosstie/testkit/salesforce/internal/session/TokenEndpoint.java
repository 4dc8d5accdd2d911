package io.github.crosstie.testkit.salesforce.internal.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Database;
import io.github.crosstie.testkit.salesforce.internal.record.StoredRow;
import io.github.crosstie.testkit.salesforce.internal.rest.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code /services/oauth2/token}: sessions for signed assertions, client credentials and refresh tokens. Thread-safe. */
public final class TokenEndpoint {

    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    /** What the endpoint has to know of the server around it. */
    public interface Surroundings {

        /** Where the token's holder is to go. */
        String instanceUrl();

        /** What an assertion may be meant for. */
        Set<String> audiences();

        /** The user of an app that has no other. */
        String integrationUser();
    }

    private final Database database;
    private final Sessions sessions;
    private final Registration app;
    private final Surroundings surroundings;

    /** For one app. */
    public TokenEndpoint(Database database, Sessions sessions, Registration app, Surroundings surroundings) {
        this.database = database;
        this.sessions = sessions;
        this.app = app;
        this.surroundings = surroundings;
    }

    /** Answers a form. */
    public ApiResponse answer(String method, Map<String, String> form, @Nullable String authorization) {
        if (!method.equals("POST")) {
            return refused("invalid_request", "must use HTTP POST");
        }
        synchronized (database) {
            try {
                return granted(withBasic(form, authorization));
            } catch (OauthRefusal refusal) {
                return refused(refusal.error(), refusal.description());
            }
        }
    }

    private ApiResponse granted(Map<String, String> form) {
        return switch (form.getOrDefault("grant_type", "")) {
            case JWT_BEARER -> session(bySignature(form), false);
            case "client_credentials" -> session(byCredentials(form), true);
            case "refresh_token" -> session(byRefreshToken(form), true);
            default -> throw new OauthRefusal("unsupported_grant_type", "grant type not supported");
        };
    }

    private String bySignature(Map<String, String> form) {
        Assertion assertion = Assertion.read(given(form, "assertion"));
        if (!assertion.issuer().equals(app.consumerKey())) {
            throw new OauthRefusal("invalid_client_id", "client identifier invalid");
        }
        assertion.checkSignature(app.publicKeys());
        assertion.checkAudience(surroundings.audiences());
        assertion.checkExpiry(database.now());
        return database.table("User").rows().stream()
                .filter(user -> assertion.subject().equalsIgnoreCase(user.text("Username")))
                .findFirst()
                .map(StoredRow::id)
                .orElseThrow(() -> OauthRefusal.invalidGrant("user hasn't approved this consumer"));
    }

    private String byCredentials(Map<String, String> form) {
        checkClient(form, true);
        if (!app.hasClientCredentials()) {
            throw OauthRefusal.invalidGrant("no client credentials user enabled");
        }
        return Objects.requireNonNullElseGet(app.runAsUser(), (Supplier<String>) surroundings::integrationUser);
    }

    private String byRefreshToken(Map<String, String> form) {
        checkClient(form, form.containsKey("client_secret"));
        String user = app.userOfRefreshToken(given(form, "refresh_token"));
        if (user == null) {
            throw OauthRefusal.invalidGrant("expired access/refresh token");
        }
        return user;
    }

    private void checkClient(Map<String, String> form, boolean withSecret) {
        if (!given(form, "client_id").equals(app.consumerKey())) {
            throw new OauthRefusal("invalid_client_id", "client identifier invalid");
        }
        if (withSecret && !given(form, "client_secret").equals(app.consumerSecret())) {
            throw new OauthRefusal("invalid_client", "invalid client credentials");
        }
    }

    private ApiResponse session(String userId, boolean withTime) {
        StoredRow user = database.find(userId);
        if (user == null || !app.approves(userId)) {
            throw OauthRefusal.invalidGrant("user hasn't approved this consumer");
        }
        if (!user.flag("IsActive")) {
            throw OauthRefusal.invalidGrant("inactive user");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("access_token", sessions.begin(userId));
        json.put("scope", "api refresh_token");
        json.put("instance_url", surroundings.instanceUrl());
        json.put("id", surroundings.instanceUrl() + "/id/" + organizationId() + "/" + userId);
        json.put("token_type", "Bearer");
        if (withTime) {
            json.put("issued_at", String.valueOf(database.now().toEpochMilli()));
        }
        return ApiResponse.of(200, json).with("Cache-Control", "no-store");
    }

    private String organizationId() {
        return database.table("Organization").rows().stream()
                .findFirst()
                .map(StoredRow::id)
                .orElse("");
    }

    private static String given(Map<String, String> form, String name) {
        String value = form.get(name);
        if (value == null || value.isEmpty()) {
            throw new OauthRefusal("invalid_request", "missing required parameter: " + name);
        }
        return value;
    }

    /** Key and secret may come as a header instead. */
    private static Map<String, String> withBasic(Map<String, String> form, @Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return form;
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
            Map<String, String> more = new LinkedHashMap<>(form);
            more.put("client_id", pair.substring(0, Math.max(0, pair.indexOf(':'))));
            more.put("client_secret", pair.substring(pair.indexOf(':') + 1));
            return more;
        } catch (IllegalArgumentException unreadable) {
            throw new OauthRefusal("invalid_client", "invalid client credentials");
        }
    }

    private static ApiResponse refused(String error, String description) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("error", error).put("error_description", description);
        return ApiResponse.of(400, json).with("Cache-Control", "no-store");
    }
}
