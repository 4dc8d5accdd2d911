package io.github.crosstie.testkit.salesforce.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.crosstie.testkit.salesforce.internal.record.Actor;
import io.github.crosstie.testkit.salesforce.internal.record.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request to a resource of one version of the API.
 *
 * @param method such as {@code GET}
 * @param version the version's number, such as 67
 * @param path the resource below the version, in decoded parts
 * @param parameters the query, decoded
 * @param headers the headers, by names in any case
 * @param body the body; empty if there is none
 * @param actor who asks
 */
public record ApiRequest(
        String method,
        int version,
        List<String> path,
        Map<String, String> parameters,
        Map<String, String> headers,
        String body,
        Actor actor) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern RESOURCE =
            Pattern.compile("/services/data/v([0-9]+)\\.0(/[^?]*)?(?:\\?(.*))?", Pattern.DOTALL);

    /** Copies the collections. */
    public ApiRequest {
        path = List.copyOf(path);
        parameters = Map.copyOf(parameters);
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** Reads a request; refuses a target that is no resource of the API. */
    public static ApiRequest of(String method, String target, Map<String, String> headers, String body, Actor actor) {
        Matcher resource = RESOURCE.matcher(target);
        if (!resource.matches()) {
            throw Refusal.notFound();
        }
        String path = resource.group(2) == null ? "" : resource.group(2);
        List<String> parts = Arrays.stream(path.split("/", -1))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
        Map<String, String> parameters = parameters(resource.group(3));
        String asked = parameters.getOrDefault("_HttpMethod", method); // for clients that know no PATCH
        return new ApiRequest(
                asked.equals("HEAD") ? "GET" : asked.toUpperCase(Locale.ROOT),
                Integer.parseInt(resource.group(1)),
                parts,
                parameters,
                headers,
                body,
                actor);
    }

    /** The parameters of an encoded query or form. */
    public static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                parameters.put(
                        URLDecoder.decode(name, StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    /** Where the API's version begins. */
    public String base() {
        return "/services/data/v" + version + ".0";
    }

    /** The body as an object. */
    public ObjectNode object() {
        if (json() instanceof ObjectNode object) {
            return object;
        }
        throw unreadable("The HTTP entity body is required, but this request has no entity body.");
    }

    private JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException unreadable) {
            throw unreadable("The body is no JSON: " + unreadable.getOriginalMessage());
        }
    }

    private static Refusal unreadable(String message) {
        return new Refusal("JSON_PARSER_ERROR", message);
    }

    /** A part of the path. */
    public String part(int at) {
        return path.get(at);
    }

    /** A parameter that has to be there. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null || value.isBlank()) {
            throw new Refusal("MISSING_ARGUMENT", "missing parameter " + name);
        }
        return value;
    }

    /** The same with other parts of the path. */
    public ApiRequest below(int parts) {
        return new ApiRequest(method, version, path.subList(parts, path.size()), parameters, headers, body, actor);
    }

    /** The refusal of a method that the resource does not have. */
    public Refusal methodRefused(String... allowed) {
        return new Refusal(
                "METHOD_NOT_ALLOWED",
                "HTTP Method '" + method + "' not allowed. Allowed are " + String.join(",", allowed));
    }
}
