package io.github.crosstie.salesforce.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request to the REST API.
 *
 * @param name what it is called in messages; without values of records
 * @param verb GET, POST, PATCH or DELETE
 * @param path where it goes, from the root of the server: made by {@link ApiVersion#path}, that of the SOAP
 *     API, or as Salesforce gave it
 * @param headers headers besides those that every request carries
 * @param body its JSON, or null
 * @param isReading whether it changes nothing
 */
public record RestRequest(
        String name,
        String verb,
        String path,
        Map<String, String> headers,
        @Nullable JsonNode body,
        boolean isReading) {

    /**
     * Copies the headers.
     *
     * @throws IllegalArgumentException if the path does not begin at the root
     */
    public RestRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(verb, "verb");
        headers = Map.copyOf(headers);
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("request '" + name + "': its path must begin with one slash");
        }
    }

    /**
     * A request that reads.
     *
     * @param name what it is called
     * @param path where it goes
     * @return the request
     */
    public static RestRequest get(String name, String path) {
        return new RestRequest(name, "GET", path, Map.of(), null, true);
    }

    /**
     * A request that reads by a body, as where a list of ids is too long for an address.
     *
     * @param name what it is called
     * @param path where it goes
     * @param body its JSON
     * @return the request
     */
    public static RestRequest ask(String name, String path, JsonNode body) {
        return new RestRequest(name, "POST", path, Map.of(), body, true);
    }

    /**
     * A request that writes.
     *
     * @param name what it is called
     * @param verb POST, PATCH or DELETE
     * @param path where it goes
     * @param body its JSON, or null
     * @return the request
     */
    public static RestRequest write(String name, String verb, String path, @Nullable JsonNode body) {
        return new RestRequest(name, verb, path, Map.of(), body, false);
    }

    /**
     * The same with one more parameter.
     *
     * @param parameter its name
     * @param value its value, not yet encoded
     * @return a changed copy
     */
    public RestRequest query(String parameter, String value) {
        String sign = path.indexOf('?') < 0 ? "?" : "&";
        return new RestRequest(name, verb, path + sign + parameter + "=" + encoded(value), headers, body, isReading);
    }

    /**
     * The same with one more header.
     *
     * @param header its name
     * @param value its value
     * @return a changed copy
     */
    public RestRequest header(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new RestRequest(name, verb, path, more, body, isReading);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** Its name and headers' names: path and body may hold values. */
    @Override
    public String toString() {
        return name + headers.keySet().stream().sorted().collect(Collectors.joining(", ", " [", "]"));
    }
}
